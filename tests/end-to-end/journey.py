#!/usr/bin/env python3
# journey.py: the whole way, as a person goes it: from the desktop menu to a draft that survives
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""journey.py APP_ID [FLATPAK]: starts the program from its installed desktop entry, lets it read a board that a
local server plays, drafts an application by pressing keys, kills the program, and looks whether everything is
there. Prints TAP."""

import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'lib'))
import desktop  # noqa: E402
from walk import Walk, serve_interns  # noqa: E402
from workable_server import WorkableServer  # noqa: E402

ESSAY = 'I broke it, I mended it, and I wrote down how.'


class Journey(Walk):
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

        program.keys('F8')
        program.find(contains='PyTorch')
        program.keys('F8')
        program.await_gone(contains='PyTorch')
        self.check_answers()
        self.done('one key shows the posting beside the form, and hides it')

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


def main():
    with Journey('journey', sys.argv[1], 9) as journey, WorkableServer() as server:
        serve_interns(server)
        journey.prepare(server)
        journey.go(server)


if __name__ == '__main__':
    main()
