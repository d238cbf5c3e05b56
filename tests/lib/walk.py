# walk.py: what tests share that walk through the window as a person does
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk starts the program in folders of its own, with a local server that plays the boards, and tells its steps as
TAP."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import desktop

FIXTURES = os.path.join(os.path.dirname(__file__), '..', 'fixtures', 'end-to-end')
CODE = '9B5436D6FA'
QUESTION = 'Why this internship?'
PASSED_ON = ('DISPLAY', 'GDK_BACKEND', 'GSK_RENDERER', 'GDK_DEBUG', 'XDG_DATA_DIRS', 'XDG_CONFIG_DIRS',
             'XDG_RUNTIME_DIR', 'LC_ALL', 'LANG', 'ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS')
# A retry comes after half a minute at most.
RETRY = 45


def serve_interns(server):
    """The board of the positions that ship, and the form of one, by a WorkableServer."""
    server.set_account('huggingface', os.path.join(FIXTURES, 'board.json'))
    server.set_form(CODE, os.path.join(FIXTURES, 'form.json'))


def prepare(app, server, folder):
    """Folders and settings of a walk's own, for what the session bus starts: the variables."""
    variables = {
        'CANDIDACY_HOSTS': server.hosts,
        'GSETTINGS_BACKEND': 'keyfile',
        'GTK_A11Y': 'atspi',
        'XDG_CACHE_HOME': os.path.join(folder, 'cache'),
        'XDG_CONFIG_HOME': os.path.join(folder, 'config'),
        'XDG_DATA_HOME': os.path.join(folder, 'data'),
    }
    for name in PASSED_ON:
        if name in os.environ:
            variables[name] = os.environ[name]
    os.environ.update(variables)
    app.set_activation_environment({**variables, 'G_DEBUG': 'fatal-warnings'})
    return variables


class Walk:
    """In a `with` statement: at its end everything is cleaned up, and where something did not come, the walk has
    failed, in a few lines."""

    def __init__(self, name, app_id, plan):
        self.folder = tempfile.mkdtemp(prefix=f'candidacy-{name}-')
        self.desktop = desktop.Desktop(app_id)
        self.plan = plan
        self.program = None
        self.steps = 0

    def prepare(self, server):
        return prepare(self.desktop, server, self.folder)

    def done(self, what, skipped=None):
        self.steps += 1
        print(f'ok {self.steps} - {what}' + (f' # SKIP {skipped}' if skipped else ''), flush=True)

    def clean_up(self):
        if self.program is not None and os.path.exists(f'/proc/{self.program.pid}'):
            self.program.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        print(f'1..{self.plan}', flush=True)
        return self

    def __exit__(self, kind, problem, trace):
        try:
            if kind is not None and issubclass(kind, desktop.NotThere):
                first, *others = str(problem).splitlines()
                print(f'not ok {self.steps + 1} - this did not come: {first}')
                for line in others:
                    print('#', line)
                sys.exit(1)
        finally:
            self.clean_up()


class DraftWalk(Walk):
    """Types into one answer of a draft, while a library that was loaded before all others does what a file tells it."""

    def __init__(self, name, app_id, plan, library):
        super().__init__(name, app_id, plan)
        self.data = os.path.join(self.folder, 'data')
        self.control = os.path.join(self.folder, 'control')
        self.library = library
        self.process = None
        self.typed = ''

    def prepare(self, server):
        serve_interns(server)
        os.makedirs(self.data)
        return super().prepare(server)

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

    def await_saved(self):
        desktop.until(lambda: not self.program.find_all('button', 'Retry'), 'the banner to go', RETRY)
        state = self.program.find('status bar')
        desktop.until(lambda: self.program.words(state).startswith('Saved '), '“Saved”', RETRY)

    def control_library(self, text):
        # In one step: half a word would be another.
        with open(self.control + '.new', 'w', encoding='ascii') as file:
            file.write(text)
        os.rename(self.control + '.new', self.control)

    def clean_up(self):
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
