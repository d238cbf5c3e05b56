#!/usr/bin/env python3
# kill_window.py: kills the program while keys are pressed in its window, and looks what is left
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill_window.py APP_ID [--kills N] [--seed S]: begins a draft in the window, presses keys in a paragraph, kills
the program at a random moment, and asks the store: every key that is older than the promise must be there, and the
file must be sound. Prints TAP, and the seed."""

import argparse
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'lib'))
import desktop  # noqa: E402
from walk import QUESTION, prepare, serve_interns  # noqa: E402
from workable_server import WorkableServer  # noqa: E402

# What the design promises, and what a loaded machine may add between a key and the program hearing of it.
BURST = 2.0
HEARING = 0.5
KEYS = 'abcdefghijklmnopqrstuvwxyz'


class Typist(threading.Thread):
    """Presses keys in bursts, and remembers when each was pressed."""

    def __init__(self, rng):
        super().__init__(daemon=True)
        self.rng = rng
        self.pressed = []
        self.stopping = threading.Event()

    def run(self):
        while not self.stopping.is_set():
            word = ''.join(self.rng.choice(KEYS) for _ in range(self.rng.randint(1, 12)))
            for key in word + ' ':
                if self.stopping.is_set():
                    return
                subprocess.run(['xdotool', 'key', 'space' if key == ' ' else key], check=True)
                self.pressed.append((time.monotonic(), key))
                time.sleep(self.rng.uniform(0.005, 0.06))
            time.sleep(self.rng.uniform(0, 0.8))

    def text_before(self, moment):
        return ''.join(key for when, key in self.pressed if when <= moment)


def read_answer(data):
    """What the store holds, and whether it is sound."""
    store = sqlite3.connect(os.path.join(data, 'candidacy', 'candidacy.db'))
    try:
        sound = store.execute('PRAGMA integrity_check').fetchone()[0]
        row = store.execute("SELECT text FROM answer WHERE field = 'QA_2006'").fetchone()
        return sound, row[0] if row else ''
    finally:
        store.close()


def open_draft(program, begun):
    """Goes to the paragraph; a draft that was open at the end is open again."""
    if not begun:
        program.click(program.find('list item', contains='Accelerate Internship'))
        program.press(program.find('button', contains='Draft'))
    field = program.find('text', contains=QUESTION)
    program.focus(field)
    program.keys('ctrl+End')


def kill_once(app, number, rng, variables):
    """One start, one kill. The text that must have survived, and what did."""
    program = app.start()
    try:
        open_draft(program, number > 1)
    except (desktop.NotThere, desktop.GLib.Error):
        program.kill()
        raise
    before = read_answer(variables['XDG_DATA_HOME'])[1]
    typist = Typist(rng)
    typist.start()
    time.sleep(rng.uniform(0.3, 5.0))
    killed = time.monotonic()
    program.kill()
    typist.stopping.set()
    typist.join()
    sound, kept = read_answer(variables['XDG_DATA_HOME'])
    if sound != 'ok':
        return f'the store is not sound: {sound}'
    promised = before + typist.text_before(killed - BURST - HEARING)
    if not kept.startswith(promised):
        return f'kept {kept!r}, promised {promised!r}'
    written = before + typist.text_before(killed + 1)
    if not written.startswith(kept):
        return f'kept {kept!r}, but only {written!r} was written'
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('app_id')
    parser.add_argument('--kills', type=int, default=10)
    parser.add_argument('--seed', type=int, default=20231129)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    folder = tempfile.mkdtemp(prefix='candidacy-kill-window-')
    failures = 0
    print(f'1..{options.kills}\n# seed {options.seed}', flush=True)
    try:
        with WorkableServer() as server:
            serve_interns(server)
            app = desktop.Desktop(options.app_id)
            variables = prepare(app, server, folder)
            for number in range(1, options.kills + 1):
                try:
                    problem = kill_once(app, number, rng, variables)
                except desktop.NotThere as absence:
                    problem, *shown = f'this did not come: {absence}'.splitlines()
                    print(''.join(f'# {line}\n' for line in shown), end='')
                except desktop.GLib.Error as fault:
                    problem = f'AT-SPI: {fault.message}'
                failures += problem is not None
                print(f'{"not ok" if problem else "ok"} {number} - kill {number}'
                      + (f': {problem}' if problem else ''), flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
