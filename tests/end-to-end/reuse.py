#!/usr/bin/env python3
# reuse.py: what was written once is offered again, and nothing is lost when an employer changes the form
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""reuse.py APP_ID: takes in a profile, looks at what a position asks, drafts two applications of one employer, puts an
answer of the first into the second, brings an earlier version back, and goes over to a form that the server changed
meanwhile: what has no place there is set aside, and put into the nearest question. Prints TAP."""

import copy
import json
import os
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'lib'))
import desktop  # noqa: E402
from forms import own  # noqa: E402
from walk import FIXTURES, Walk, serve_interns  # noqa: E402
from workable_server import WorkableServer  # noqa: E402

OTHER_CODE = '93CDE47063'
FIRST, SECOND = 'Accelerate Internship', 'Text to Speech Internship'
WHY = 'Why this internship?'
WHY_NOW = 'Why do you want this internship, in a few words?'
ESSAY = 'I broke it, I mended it, and I wrote down how.'
SHORTER = 'I mend what I broke.'
RESUME = {'basics': {'name': 'Ada Lovelace', 'firstName': 'Ada', 'lastName': 'Lovelace', 'email': 'ada@example.org'}}


def change_form(form):
    """Another question in place of one, and one more."""
    form = copy.deepcopy(form)
    fields = form[2]['fields']
    fields[[field['id'] for field in fields].index('QA_2006')] = {
        'id': 'QA_3001', 'type': 'paragraph', 'label': WHY_NOW, 'required': True}
    fields.append({'id': 'QA_3002', 'type': 'boolean', 'label': 'May we write to you?', 'required': False})
    return form


class Reuse(Walk):
    def __init__(self, app_id, server):
        super().__init__('reuse', app_id, 8)
        self.server = server

    # What is on show.

    def row(self, question):
        return self.program.find('list item', contains=question)

    def text(self, question):
        return own(self.row(question), 'text')[0]

    def expect(self, question, wanted):
        try:
            desktop.until(lambda: self.program.text(self.text(question)) == wanted, '')
        except desktop.NotThere:
            raise desktop.NotThere(f'{wanted!r} in {question!r}; there is '
                                   f'{self.program.text(self.text(question))!r}') from None

    def press(self, name, within=None):
        self.program.press(self.program.find('button', name=name, within=within))

    def press_beginning(self, beginning, within):
        self.program.press(self.program.find('button', contains=beginning, within=within))

    # What the person does.

    def enter(self, name):
        """By the keyboard, as AT-SPI has nothing to press on a row that is a button."""
        self.program.focus(self.program.find('button', name=name))
        self.program.keys('Return')

    def open(self, title, label):
        self.program.click(self.program.find('list item', contains=title + ', Hugging Face'))
        self.program.find('heading', name=title)
        self.press(label)
        self.program.find(contains='Personal information')

    def replace(self, question, text):
        """Types over what is there, and leaves the question, so that it is saved at once."""
        self.program.focus(self.text(question))
        self.program.keys('ctrl+a')
        self.program.type(self.text(question), text)
        self.program.keys('Tab')
        self.program.find('status bar', contains='Saved')

    # The way.

    def take_in_profile(self):
        path = pathlib.Path(self.folder, 'resume.json')
        path.write_text(json.dumps(RESUME))
        subprocess.run([self.desktop.find_entry().get_executable(), '--import', str(path)], check=True,
                       stdout=subprocess.DEVNULL)

    def ask(self):
        self.program.click(self.program.find('list item', contains=FIRST + ', Hugging Face'))
        self.enter('See What It Asks')
        # With the two of the short submission that the programme asks for.
        self.program.find('label', name='18 questions, 12 required · 3 to be written · 1 file · 1 list of entries')
        self.program.find('label', name='2 questions have to be answered with yes or no')
        self.program.find('label', name='Did you read the whole posting?')
        self.program.find('label', name='1 question is a personal matter, and is never filled in for you')
        self.enter('See All Questions')
        dialog = self.program.find('dialog')
        for words in ('First name', 'Hours a week', WHY):
            self.program.find(contains=words, within=dialog)
        self.program.keys('Escape')
        self.program.await_gone('dialog')
        self.done('what it asks can be seen before anything is begun')

    def draft_first(self):
        self.press('Draft Application')
        self.program.find(contains='Personal information')
        self.expect('First name', '')
        self.press_beginning('Use “Ada”', self.row('First name'))
        self.expect('First name', 'Ada')
        self.done('the profile is offered, and fills in an answer when it is pressed')
        self.replace(WHY, ESSAY)
        self.program.keys('alt+Left')

    def draft_second(self):
        self.open(SECOND, 'Draft Application')
        self.expect(WHY, '')
        self.press_beginning('Earlier Answers (1)', self.row(WHY))
        dialog = self.program.find('dialog', name='Earlier Answers')
        self.program.find('label', contains=ESSAY, within=dialog)
        self.program.find('label', contains=FIRST, within=dialog)
        self.press('Use', dialog)
        self.program.await_gone('dialog')
        self.expect(WHY, ESSAY)
        self.done('an answer of another application is offered with where it was used, and put in')

    def restore(self):
        self.program.find('status bar', contains='Saved')
        self.replace(WHY, SHORTER)
        self.press('Earlier Versions…', self.row(WHY))
        dialog = self.program.find('dialog', name='Earlier Versions')
        self.program.click(self.program.find('list item', contains='characters', within=dialog))
        self.program.find(contains='Restoring takes away', within=dialog)
        self.press('Restore', dialog)
        self.program.await_gone('dialog')
        self.expect(WHY, ESSAY)
        self.done('an earlier version is compared with the answer, and restored')

    def check_form(self):
        """By the key of the item, as GTK 4.18 gives the items of such a menu no name for AT-SPI."""
        self.program.press(self.program.find('toggle button', name='Application Menu'))
        self.program.find('menu item')
        self.program.keys('n')

    def rebase(self, form):
        self.server.set_form(OTHER_CODE, change_form(form))
        self.check_form()
        self.program.find(contains='The form has changed: 0 kept, 2 new, 1 set aside')
        self.expect(WHY, ESSAY)
        self.done('that the form has changed is told, and changes nothing')
        self.program.press(self.program.find('button', name='Review…'))
        dialog = self.program.find('dialog', name='The Form Has Changed')
        for words in ('2 New Questions', 'May we write to you?', '1 Answer Set Aside', ESSAY):
            self.program.find(contains=words, within=dialog)
        self.press('Use New Form', dialog)
        self.program.await_gone('dialog')
        self.expect(WHY_NOW, '')
        self.done('what is kept, new and set aside is shown, and the new form used')

    def put(self):
        self.program.find(contains=ESSAY)
        self.press_beginning('Put Into', None)
        self.expect(WHY_NOW, ESSAY)
        self.program.find('status bar', contains='Saved')
        self.program.kill()
        self.program = self.desktop.start()
        self.expect(WHY_NOW, ESSAY)
        self.program.find(contains='Put into the form')
        self.done('what was set aside is put into the nearest question; after SIGKILL both are there')

    def go(self, form):
        self.take_in_profile()
        self.program = self.desktop.start()
        self.ask()
        self.draft_first()
        self.draft_second()
        self.restore()
        self.rebase(form)
        self.put()
        if self.server.surprises:
            raise desktop.NotThere(f'a server without surprises; there were {self.server.surprises}')
        self.done('the server saw nothing but what was to be read')
        self.program.terminate()


def main():
    form = json.loads(pathlib.Path(FIXTURES, 'form.json').read_text())
    with WorkableServer() as server, Reuse(sys.argv[1], server) as reuse:
        serve_interns(server)
        server.set_form(OTHER_CODE, form)
        reuse.prepare(server)
        reuse.go(form)


if __name__ == '__main__':
    main()
