#!/usr/bin/env python3
# journey.py: the whole way, as a person goes it: from the desktop menu to a draft that survives
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""journey.py APP_ID [FLATPAK]: starts the program from its installed desktop entry, lets it read a board that a
local server plays, drafts an application by pressing keys, kills the program, and looks whether everything is
there. Prints TAP."""

import os
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'lib'))
import desktop  # noqa: E402
from workable_server import WorkableServer  # noqa: E402

FIXTURES = os.path.join(os.path.dirname(__file__), '..', 'fixtures', 'end-to-end')
CODE = '9B5436D6FA'
PASSED_ON = ('DISPLAY', 'GDK_BACKEND', 'GSK_RENDERER', 'GDK_DEBUG', 'XDG_DATA_DIRS', 'XDG_CONFIG_DIRS',
             'XDG_RUNTIME_DIR', 'LC_ALL', 'LANG', 'ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS')
ESSAY = 'I broke it, I mended it, and I wrote down how.'


def prepare(app, server, folder):
    """Folders and settings of the journey's own, for what the session bus starts: the variables."""
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


class Journey:
    def __init__(self, app_id):
        self.folder = tempfile.mkdtemp(prefix='candidacy-journey-')
        self.desktop = desktop.Desktop(app_id)
        self.program = None
        self.steps = 0

    def done(self, what):
        self.steps += 1
        print(f'ok {self.steps} - {what}', flush=True)

    def field(self, role, label):
        """The place where the question label is answered."""
        return self.program.find(role, contains=label)

    def fill(self):
        """Types into three kinds of field."""
        program = self.program
        program.type(self.field('text', 'First name'), 'Ada')
        program.type(self.field('text', 'Email'), 'ada@example.org')
        program.type(self.field('text', 'Why this internship?'), ESSAY)

    def check_answers(self):
        for label, text in (('First name', 'Ada'), ('Email', 'ada@example.org'),
                            ('Why this internship?', ESSAY)):
            found = self.program.text(self.field('text', label))
            if found != text:
                raise desktop.NotThere(f'{text!r} in {label!r}; there is {found!r}')

    def go(self, server):
        self.program = program = self.desktop.start()
        program.find('list item', contains='Accelerate Internship')
        self.done('the desktop entry opens a window with the positions that ship')

        asked = len(server.requests)
        program.press(program.find('button', name='Refresh'))
        desktop.until(lambda: len(server.requests) > asked, 'a request')
        program.find('list item', contains='Accelerate Internship, Hugging Face, Paris')
        self.done('Refresh brings what the board says')

        program.click(program.find('list item', contains='Accelerate Internship'))
        program.find(contains='PyTorch')
        self.done('a position opens with its text')

        program.press(program.find('button', name='Draft Application'))
        program.find(contains='Personal information')
        self.done("the employer's own form opens")

        self.fill()
        program.find(contains='Saved')
        self.done('three kinds of field are typed into and saved')

        program.kill()
        self.program = self.desktop.start()
        self.check_answers()
        self.done('after SIGKILL everything is there')

        self.program.terminate()
        self.program = self.desktop.start('applications')
        self.program.click(self.program.find('list item', contains='Accelerate Internship'))
        self.check_answers()
        self.done('the Applications action leads to the draft')

        surprises = server.surprises
        if surprises:
            raise desktop.NotThere(f'a server without surprises; there were {surprises}')
        if any(request['method'] != 'GET' for request in server.requests):
            raise desktop.NotThere('nothing but reading')
        self.done('the server saw nothing but what was to be read')
        self.program.terminate()

    def clean_up(self):
        if self.program is not None and os.path.exists(f'/proc/{self.program.pid}'):
            self.program.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def main():
    journey = Journey(sys.argv[1])
    print('1..8', flush=True)
    try:
        with WorkableServer() as server:
            server.set_account('huggingface', os.path.join(FIXTURES, 'board.json'))
            server.set_form(CODE, os.path.join(FIXTURES, 'form.json'))
            prepare(journey.desktop, server, journey.folder)
            journey.go(server)
    except desktop.NotThere as problem:
        print(f'not ok {journey.steps + 1} - this did not come: {str(problem).splitlines()[0]}')
        for line in str(problem).splitlines()[1:]:
            print('#', line)
        return 1
    finally:
        journey.clean_up()
    return 0


if __name__ == '__main__':
    sys.exit(main())
