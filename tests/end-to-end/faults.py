#!/usr/bin/env python3
# faults.py: what becomes of a draft when the disk is full, read-only, or fails
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""faults.py APP_ID FAULT_LIBRARY: types into a draft in the window while every write of the program's data folder
fails with ENOSPC, EIO or EROFS, and on a small disk that is full. Each time a banner says so, the text stays, and
once the disk works it is saved without being asked to. Prints TAP."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'lib'))
import desktop  # noqa: E402
from journey import CODE, FIXTURES, prepare  # noqa: E402
from workable_server import WorkableServer  # noqa: E402

QUESTION = 'Why this internship?'
FAULTS = ('ENOSPC', 'EIO', 'EROFS')
# Bytes of the small disk: the program's data fits, with little to spare.
SMALL = 4 << 20
# A retry comes after half a minute at most.
RETRY = 45


class Walk:
    def __init__(self, app_id, library):
        self.folder = tempfile.mkdtemp(prefix='candidacy-faults-')
        self.data = os.path.join(self.folder, 'data')
        self.control = os.path.join(self.folder, 'fault')
        self.desktop = desktop.Desktop(app_id)
        self.library = library
        self.program = None
        self.process = None
        self.typed = ''
        self.steps = 0

    def done(self, what, skipped=None):
        self.steps += 1
        print(f'ok {self.steps} - {what}' + (f' # SKIP {skipped}' if skipped else ''), flush=True)

    def start(self, wrapper=(), **variables):
        """The program itself: the service of the desktop entry would not take the variables of one start alone."""
        asan = os.environ.get('ASAN_OPTIONS')
        if asan is not None:
            variables['ASAN_OPTIONS'] = asan + ':verify_asan_link_order=0'
        self.process = subprocess.Popen([*wrapper, 'candidacy'], env={**os.environ, **variables})
        self.program = self.desktop.await_program()

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=desktop.PATIENCE)

    def open_draft(self):
        self.program.click(self.program.find('list item', contains='Accelerate Internship'))
        self.program.press(self.program.find('button', contains='Draft Application'))
        self.program.find('text', contains=QUESTION)

    def type(self, text):
        field = self.program.find('text', contains=QUESTION)
        self.program.focus(field)
        self.program.keys('ctrl+End')
        subprocess.run(['xdotool', 'type', '--delay', '4', '--', text], check=True)
        self.typed += text

    def check_window(self):
        found = self.program.text(self.program.find('text', contains=QUESTION))
        if found != self.typed:
            raise desktop.NotThere(f'{self.typed!r} in the window; there is {found!r}')

    def check_store(self, root=''):
        # SQLite would leave the program's root again, which is a link.
        copy = os.path.join(self.folder, 'copy')
        shutil.copytree(f'{root}{self.data}/candidacy', copy)
        store = sqlite3.connect(os.path.join(copy, 'candidacy.db'))
        try:
            sound = store.execute('PRAGMA integrity_check').fetchone()[0]
            row = store.execute("SELECT text FROM answer WHERE field = 'QA_2006'").fetchone()
        finally:
            store.close()
            shutil.rmtree(copy)
        if sound != 'ok' or row is None or row[0] != self.typed:
            raise desktop.NotThere(f'{self.typed!r} in a sound store; it is {sound}, and has {row}')

    def await_banner(self):
        self.program.find(contains='Not saved. ')
        self.program.find('button', name='Retry')

    def await_saved(self):
        desktop.until(lambda: not self.program.find_all('button', 'Retry'), 'the banner to go', RETRY)
        state = self.program.find('status bar')
        desktop.until(lambda: self.program.words(state).startswith('Saved '), '“Saved”', RETRY)

    def set_fault(self, name):
        # In one step: half a name would be no fault.
        with open(self.control + '.new', 'w', encoding='ascii') as file:
            file.write(name)
        os.rename(self.control + '.new', self.control)

    def go_faults(self):
        """Each fault comes while the draft is open, and goes."""
        self.set_fault('')
        self.start(LD_PRELOAD=self.library, CAND_FAULT_CONTROL=self.control, CAND_FAULT_FOLDER=self.data)
        self.open_draft()
        self.type('Before. ')
        self.await_saved()
        self.check_store()
        self.done('what is typed is saved while the disk works')
        for fault in FAULTS:
            self.set_fault(fault)
            self.type(f'During {fault}. ')
            self.await_banner()
            self.type('And more. ')
            self.check_window()
            self.done(f'{fault}: a banner says that nothing is saved, and the text stays')
            self.set_fault('')
            self.await_saved()
            self.check_store()
            self.done(f'{fault}: saved once the disk works')
        self.process.kill()
        self.process.wait()
        # The draft that was open at the end is open again.
        self.start()
        self.check_window()
        self.done('after a kill everything is there')
        self.stop()

    def go_small(self):
        """A real disk, of a few megabytes."""
        wrapper = ('unshare', '--map-root-user', '--mount', 'sh', '-c',
                   f'mount -t tmpfs -o size={SMALL} none {self.data} && exec "$@"', 'sh')
        shutil.rmtree(self.data)
        os.makedirs(self.data)
        self.typed = ''
        names = ('a full disk: a banner, and the text stays', 'a full disk: saved when there is room')
        if subprocess.run([*wrapper, 'true'], stderr=subprocess.DEVNULL).returncode != 0:
            for name in names:
                self.done(name, 'no disk can be mounted here')
            return
        self.start(wrapper)
        root = f'/proc/{self.program.pid}/root'
        filler = f'{root}{self.data}/filler'
        self.open_draft()
        self.type('Before. ')
        self.await_saved()
        with open(filler, 'wb', buffering=0) as file:
            try:
                while file.write(b'\0' * 4096):
                    pass
            except OSError:
                pass
        # More than what the log has room for already.
        self.type('While there is no room at all. ' * 3)
        self.await_banner()
        self.check_window()
        self.done(names[0])
        os.remove(filler)
        self.await_saved()
        self.check_store(root)
        self.done(names[1])
        self.stop()

    def clean_up(self):
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def main():
    walk = Walk(sys.argv[1], sys.argv[2])
    print('1..10', flush=True)
    try:
        with WorkableServer() as server:
            server.set_account('huggingface', os.path.join(FIXTURES, 'board.json'))
            server.set_form(CODE, os.path.join(FIXTURES, 'form.json'))
            prepare(walk.desktop, server, walk.folder)
            os.makedirs(walk.data)
            walk.go_faults()
            walk.go_small()
    except desktop.NotThere as problem:
        print(f'not ok {walk.steps + 1} - this did not come: {str(problem).splitlines()[0]}')
        for line in str(problem).splitlines()[1:]:
            print('#', line)
        return 1
    finally:
        walk.clean_up()
    return 0


if __name__ == '__main__':
    sys.exit(main())
