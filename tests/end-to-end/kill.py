#!/usr/bin/env python3
# kill.py: kills a process that drafts, at random moments, and looks what is left
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill.py TYPIST [--kills N] [--seed S]: starts TYPIST DIRECTORY SEED, which types into several answers of one draft,
attaches files, changes the form and writes every change down, kills it with SIGKILL at a random moment, and asks the
store. The file must be sound, and every answer one that was given: the last one, or an earlier one only if the promise
allows for it, which is 500 ms after the last key and 2 s in a burst; every file that is named is there, and what a
start finds of others is gone after it. Every tenth kill is one while a store of an earlier version is brought forward.
Prints TAP, and the seed."""

import argparse
import hashlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

PAUSE = 500_000
BURST = 2_000_000
SCHEMA = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'src', 'core', 'store', 'sql')
APPLICATION_ID = 0x43414E44

# The typist's names of answers, and the fields that they are answers of.
FIELDS = {
    'first': ('firstname', 'given_name'),
    'summary': ('summary',),
    'letter': ('cover_letter', 'letter'),
    'file': ('resume', 'cv'),
    'short': ('short_submission.answer',),
}


def fingerprint(text):
    """Length and hash, as the typist writes them."""
    data = text.encode()
    return len(data), hashlib.sha256(data).hexdigest()


class Journal:
    """What the typist wrote down since its last start, by field: [(microseconds, length, hash)]."""

    def __init__(self, path):
        self.changes = {}
        self.possible = {}
        if not os.path.exists(path):
            return
        with open(path, encoding='utf-8') as file:
            # A line that the kill cut off was not finished.
            lines = file.read().split('\n')[:-1]
        # The answers that the run found come first.
        for line in lines[len(lines) - lines[::-1].index('start'):] if 'start' in lines else []:
            when, field, length, digest = line.split(' ')
            if field.endswith('~'):
                self.possible.setdefault(field[:-1], set()).add((int(length), digest))
            else:
                self.changes.setdefault(field, []).append((int(when), int(length), digest))


def last_quiet(changes, killed):
    """The last key of any answer that was followed by a pause long enough to be on disk for it."""
    times = sorted(when for of_field in changes.values() for when, _, _ in of_field)
    quiet = 0
    for when, after in zip(times, times[1:] + [killed]):
        if after - when >= PAUSE:
            quiet = when
    return quiet


def judge(journal, kept, killed):
    """None, or what was lost or made up."""
    # Whatever is older than this must be there.
    safe = max(last_quiet(journal.changes, killed), killed - BURST)
    for field, changes in journal.changes.items():
        found = kept[field]
        due = max((i for i, change in enumerate(changes) if change[0] <= safe), default=0)
        allowed = {(length, digest) for _, length, digest in changes[due:]} | journal.possible.get(field, set())
        if not found & allowed:
            known = found & {(length, digest) for _, length, digest in changes[:due]}
            age = (killed - changes[due][0]) / 1000
            return (f'{field}: the store has {"an older text" if known else "what was never typed"}, '
                    f'and lacks one of {age:.0f} ms before the kill')
    return None


def read_store(folder):
    """What is wrong with the store, or None; and by name, what is kept of each answer: where its question is on the
    form, and where it was set aside."""
    store = sqlite3.connect(os.path.join(folder, 'candidacy.db'))
    try:
        sound = store.execute('PRAGMA integrity_check').fetchone()[0]
        rows = store.execute('SELECT field, text, file_sha256, file_size FROM answer').fetchall()
        aside = []
        if store.execute('PRAGMA user_version').fetchone()[0] >= 4:
            aside = store.execute('SELECT field, text, file_sha256, file_size FROM aside').fetchall()
    finally:
        store.close()
    kept = {}
    for name, fields in FIELDS.items():
        found = {(size, sha256) if sha256 else fingerprint(text)
                 for field, text, sha256, size in rows + aside if field in fields}
        # A question that was never answered has no row, and blanks alone do not move to another form.
        if not any(field in fields and (text.strip() or sha256) for field, text, sha256, _ in rows):
            found.add(fingerprint(''))
        kept[name] = found
    named = {sha256 for _, _, sha256, _ in rows + aside if sha256}
    problem = None if sound == 'ok' else f'the store is not sound: {sound}'
    return problem or find_missing(folder, named), kept, list_files(folder) - named


def list_files(folder):
    """What lies among the attachments, by name."""
    return {name for _, _, names in os.walk(os.path.join(folder, 'attachments')) for name in names}


def find_missing(folder, named):
    """What is wrong with the files that the store names, or None."""
    for sha256 in named:
        path = os.path.join(folder, 'attachments', sha256[:2], sha256)
        if not os.path.exists(path):
            return f'the file {sha256} is missing'
        with open(path, 'rb') as file:
            if hashlib.sha256(file.read()).hexdigest() != sha256:
                return f'the file {sha256} is another one'
    return None


def wait_for_start(process, path, before):
    """Until the typist has begun to type; killing it earlier shows nothing but an open."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if os.path.exists(path) and os.path.getsize(path) > before:
            return
        time.sleep(0.005)


def run_and_kill(typist, folder, rng, wait, pause, *arguments):
    """Starts the typist, kills it: when, in microseconds, or None when it ended by itself."""
    path = os.path.join(folder, 'journal')
    before = os.path.getsize(path) if os.path.exists(path) else 0
    process = subprocess.Popen([typist, folder, str(rng.randrange(2 ** 32)), *arguments])
    try:
        if wait:
            wait_for_start(process, path, before)
        time.sleep(pause)
        if process.poll() is not None:
            return None
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()


def kill_once(typist, folder, rng, left):
    """One start, one kill: what is wrong, or None. @left is what the last kill left of answers and of files that
    nothing names."""
    path = os.path.join(folder, 'journal')
    before = os.path.getsize(path) if os.path.exists(path) else 0
    # Now and then while it is still opening. Mostly soon, sometimes after a burst longer than the promise.
    wait = rng.random() < 0.95
    pause = rng.uniform(1, 3.5) if rng.random() < 0.15 else rng.uniform(0, 1)
    killed = run_and_kill(typist, folder, rng, wait, pause)
    if killed is None:
        return 'the typist ended by itself'
    if not os.path.exists(os.path.join(folder, 'candidacy.db')):
        return None
    problem, kept, strays = read_store(folder)
    if problem:
        return problem
    journal = Journal(path)
    started = bool(journal.changes) and os.path.getsize(path) > before
    found = {field: changes[0][1:] for field, changes in journal.changes.items()} if started else {}
    had, had_strays = left.get('kept', {}), left.get('strays', set())
    left.update(kept=kept, strays=strays)
    lost = [field for field, seen in found.items() if field in had and seen not in had[field]]
    if lost:
        return f'the start did not find what the store had: {", ".join(lost)}'
    # A copy that was stopped half way begins as another file each time.
    if started and strays & had_strays:
        return f'a start left {len(strays & had_strays)} files that nothing names'
    return judge(journal, kept, killed) if started else None


def make_earlier(folder, version):
    """A store as a program of that version left it, with a draft: what it has of the answers."""
    store = sqlite3.connect(os.path.join(folder, 'candidacy.db'))
    for step in range(1, version + 1):
        with open(os.path.join(SCHEMA, f'version-{step:03}.sql'), encoding='utf-8') as file:
            store.executescript(file.read())
    texts = {'firstname': 'Ada', 'summary': 'Of earlier times. ' * 2000, 'cover_letter': 'Earlier still.'}
    store.executescript(f"""
        PRAGMA application_id = {APPLICATION_ID};
        PRAGMA user_version = {version};
        INSERT INTO board (id, key, name, url, followed)
          VALUES (1, 'workable:huggingface', 'Hugging Face', 'https://apply.workable.com/huggingface/', 1);
        INSERT INTO team (id, name) VALUES (1, 'Open Source');
        INSERT INTO position (id, board, code, team, place, state, title, title_key, first_seen)
          VALUES (1, 1, '9B5436D6FA', 1, 0, 0, 'Intern', 'intern', 1);
        INSERT INTO application (id, position, created, updated) VALUES (1, 1, 1, 1);""")
    store.executemany('INSERT INTO answer (application, field, text, written, kept) VALUES (1, ?, ?, 1, 1)',
                      texts.items())
    store.commit()
    store.close()
    return {name: fingerprint(texts[fields[0]]) for name, fields in FIELDS.items() if fields[0] in texts}


def migrate_once(typist, rng):
    """Kills a start that brings an earlier version forward, and lets the next one finish: what is wrong, or None."""
    version = rng.randint(1, 4)
    folder = tempfile.mkdtemp(prefix='candidacy-migrate-')
    try:
        had = make_earlier(folder, version)
        for wait in (False, True):
            if run_and_kill(typist, folder, rng, wait, 0 if wait else rng.uniform(0, 0.25), 'idle') is None:
                return f'from version {version}: the typist ended by itself'
            problem, kept, _ = read_store(folder)
            if problem:
                return f'from version {version}: {problem}'
            for name, text in had.items():
                if text not in kept[name]:
                    return f'from version {version}: {name} is lost'
        return None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('typist')
    parser.add_argument('--kills', type=int, default=190)
    parser.add_argument('--seed', type=int, default=20231129)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    folder = tempfile.mkdtemp(prefix='candidacy-kill-')
    failures = 0
    left = {}
    print(f'1..{options.kills}\n# seed {options.seed}', flush=True)
    try:
        for number in range(1, options.kills + 1):
            migrating = number % 10 == 0
            problem = (migrate_once(options.typist, rng) if migrating
                       else kill_once(options.typist, folder, rng, left))
            failures += problem is not None
            print(f'{"not ok" if problem else "ok"} {number} - kill {number}' + (', while migrating' if migrating else '')
                  + (f': {problem}' if problem else ''), flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
