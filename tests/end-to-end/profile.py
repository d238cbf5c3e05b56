#!/usr/bin/env python3
# profile.py: what is typed into the profile once is offered in a form, and filled in when asked
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""profile.py APP_ID: starts the program from its installed desktop entry, types into the profile, starts the program
again, begins a draft of an employer's own form, and fills it in from the profile: one answer, then all that are empty,
which is taken back. The board is played by a local server. Prints TAP."""

import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'lib'))
import desktop  # noqa: E402
from walk import Walk, serve_interns  # noqa: E402
from workable_server import WorkableServer  # noqa: E402

HINT = 'Fill in your profile once and use it in every form'
TYPED = (('First name', 'Ada'), ('Last name', 'Lovelace'), ('E-mail', 'ada@example.org'), ('City', 'London'))


class Profile(Walk):
    def field(self, label):
        return self.program.find('text', contains=label)

    def expect(self, label, wanted):
        """The text of the field label, once it is that."""
        try:
            desktop.until(lambda: self.program.text(self.field(label)) == wanted, '')
        except desktop.NotThere:
            raise desktop.NotThere(f'{wanted!r} in {label!r}; there is {self.program.text(self.field(label))!r}') \
                from None

    def open_profile(self):
        self.program.keys('ctrl+shift+p')
        self.program.find(contains='It stays on this computer.')

    def open_draft(self, label):
        self.program.click(self.program.find('list item', contains='Accelerate Internship'))
        self.program.press(self.program.find('button', name=label))
        self.program.find(contains='Personal information')

    def type_profile(self):
        for label, text in TYPED:
            self.program.type(self.field(label), text)
        self.program.find(contains='Saved')
        self.done('the profile is typed into, and saved by itself')
        self.program.kill()
        self.program = self.desktop.start()
        self.program.find('list item', contains='Accelerate Internship')
        self.open_profile()
        for label, text in TYPED:
            self.expect(label, text)
        self.done('after SIGKILL it is there')

    def use_offer(self):
        self.open_draft('Continue Draft')
        self.expect('First name', '')
        self.expect('Email', '')
        self.done('a draft is empty: nothing is filled in unasked')
        self.program.press(self.program.find('button', contains='Use “Ada”'))
        self.expect('First name', 'Ada')
        self.program.find(contains='Filled in from your profile')
        self.expect('Last name', '')
        self.done('pressing an offer fills in that answer alone')

    def fill_in(self):
        self.program.press(self.program.find('button', contains='Fill In'))
        self.program.find('label', contains='3 answers filled in from your profile')
        # It is offered for ten seconds, and reading a long form may take as long.
        self.program.press(self.program.find('button', name='Undo'))
        self.expect('Last name', '')
        self.expect('First name', 'Ada')
        self.done('Undo takes back what is filled in at once, and leaves what was there before')
        self.program.press(self.program.find('button', contains='Fill In'))
        self.expect('Last name', 'Lovelace')
        self.expect('Email', 'ada@example.org')
        self.expect('Address', 'London')
        self.done('everything empty that the profile answers is filled in')

    def change_in_profile(self):
        self.program.press(self.program.find('button', name='Change in Profile'))
        self.program.find(contains='It stays on this computer.')
        self.program.keys('End')
        self.program.type(self.field('First name'), ' Augusta')
        self.program.keys('alt+Left')
        self.program.find(contains='Personal information')
        self.expect('First name', 'Ada')
        self.done('Change in Profile leads there and back, and changes no answer')

    def start_again(self):
        self.program.find(contains='Saved')
        self.program.kill()
        self.program = self.desktop.start()
        self.expect('First name', 'Ada')
        self.expect('Last name', 'Lovelace')
        self.open_profile()
        self.expect('First name', 'Ada Augusta')
        self.done('after SIGKILL the draft and the profile are as they were')
        self.program.terminate()

    def go(self):
        self.program = self.desktop.start()
        self.open_draft('Draft Application')
        self.program.find(contains=HINT)
        self.program.press(self.program.find('button', name='Profile'))
        self.program.find(contains='It stays on this computer.')
        self.done('while the profile is empty, a draft points at it')
        self.type_profile()
        self.use_offer()
        self.fill_in()
        self.change_in_profile()
        self.start_again()


def main():
    with Profile('profile', sys.argv[1], 10) as profile, WorkableServer() as server:
        serve_interns(server)
        profile.prepare(server)
        profile.go()
        if server.surprises:
            raise desktop.NotThere(f'a server without surprises; there were {server.surprises}')
        profile.done('the server saw nothing but what was to be read')


if __name__ == '__main__':
    main()
