#!/usr/bin/env python3
# kill.py: kills a process that drafts, at random moments, and looks what is left
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill.py TYPIST [--kills N] [--seed S]: starts TYPIST DIRECTORY SEED, which types into several answers of one draft
and writes every change down, kills it with SIGKILL at a random moment, and asks the store. The file must be sound,
and every answer one that was typed: the last one, or an earlier one only if the promise allows for it, which is
500 ms after the last key and 2 s in a burst. Prints TAP, and the seed."""

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


def fingerprint(text):
    """Length and hash, as the typist writes them."""
    data = text.encode()
    return len(data), hashlib.sha256(data).hexdigest()


class Journal:
    """What the typist wrote down since its last start, by field: [(microseconds, length, hash)]."""

    def __init__(self, path):
        self.changes = {}
        if not os.path.exists(path):
            return
        with open(path, encoding='utf-8') as file:
            # A line that the kill cut off was not finished.
            lines = file.read().split('\n')[:-1]
        # The answers that the run found come first.
        for line in lines[len(lines) - lines[::-1].index('start'):] if 'start' in lines else []:
            when, field, length, digest = line.split(' ')
            self.changes.setdefault(field, []).append((int(when), int(length), digest))


def last_quiet(changes, killed):
    """The last key of any answer that was followed by a pause long enough to be on disk for it."""
    times = sorted(when for of_field in changes.values() for when, _, _ in of_field)
    quiet = 0
    for when, after in zip(times, times[1:] + [killed]):
        if after - when >= PAUSE:
            quiet = when
    return quiet


def judge(journal, answers, killed):
    """None, or what was lost or made up."""
    # Whatever is older than this must be there.
    safe = max(last_quiet(journal.changes, killed), killed - BURST)
    for field, changes in journal.changes.items():
        found = fingerprint(answers.get(field, ''))
        due = max((i for i, change in enumerate(changes) if change[0] <= safe), default=0)
        if found not in [(length, digest) for _, length, digest in changes[due:]]:
            known = found in [(length, digest) for _, length, digest in changes[:due]]
            age = (killed - changes[due][0]) / 1000
            return (f'{field}: the store has {"an older text" if known else "what was never typed"}, '
                    f'and lacks one of {age:.0f} ms before the kill')
    return None


def read_store(folder):
    """Whether the store is sound, and its answers."""
    store = sqlite3.connect(os.path.join(folder, 'candidacy.db'))
    try:
        sound = store.execute('PRAGMA integrity_check').fetchone()[0]
        return sound, dict(store.execute('SELECT field, text FROM answer'))
    finally:
        store.close()


def wait_for_start(process, path, before):
    """Until the typist has begun to type; killing it earlier shows nothing but an open."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if os.path.exists(path) and os.path.getsize(path) > before:
            return
        time.sleep(0.005)


def kill_once(typist, folder, rng, left):
    """One start, one kill: what is wrong, or None. @left is what the store had before, and has then."""
    path = os.path.join(folder, 'journal')
    before = os.path.getsize(path) if os.path.exists(path) else 0
    process = subprocess.Popen([typist, folder, str(rng.randrange(2 ** 32))])
    try:
        # Now and then while it is still opening.
        if rng.random() < 0.95:
            wait_for_start(process, path, before)
        # Mostly soon, sometimes after a burst longer than the promise.
        time.sleep(rng.uniform(1, 3.5) if rng.random() < 0.15 else rng.uniform(0, 1))
        if process.poll() is not None:
            return f'the typist ended by itself: {process.returncode}'
        killed = time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    if not os.path.exists(os.path.join(folder, 'candidacy.db')):
        return None
    sound, answers = read_store(folder)
    if sound != 'ok':
        return f'the store is not sound: {sound}'
    journal = Journal(path)
    started = bool(journal.changes) and os.path.getsize(path) > before
    found = {field: changes[0][1:] for field, changes in journal.changes.items()} if started else {}
    lost = [field for field, seen in found.items() if seen != fingerprint(left.get(field, ''))]
    left.clear()
    left.update(answers)
    if lost:
        return f'the start did not find what the store had: {", ".join(lost)}'
    return judge(journal, answers, killed) if started else None


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
            problem = kill_once(options.typist, folder, rng, left)
            failures += problem is not None
            print(f'{"not ok" if problem else "ok"} {number} - kill {number}'
                  + (f': {problem}' if problem else ''), flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
