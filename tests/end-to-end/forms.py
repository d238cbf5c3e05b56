#!/usr/bin/env python3
# forms.py: forms as employers really write them are drawn question by question, filled in, saved, and there again
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""forms.py APP_ID: follows boards that a local server plays, whose positions ask what recorded forms of Workable,
Greenhouse, Ashby and Recruitee ask (sample_boards.py); begins a draft of each, compares what AT-SPI tells with what the
form asks, and answers with keys: every question of the richest form, in the others one of each kind. Files are dropped
on their questions. The program is killed and started again, and every answer has to be there. Prints TAP; without the
recorded forms it skips all."""

import base64
import os
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'lib'))
import desktop  # noqa: E402
import selection  # noqa: E402
from board_server import BoardServer  # noqa: E402
from desktop import Atspi  # noqa: E402
from sample_boards import ADDRESSES, find_samples, list_samples  # noqa: E402
from walk import Walk  # noqa: E402

RICH = 'workable/form-all-question-types.json'
TYPED = {'text': 'Some words', 'email': 'ada@example.org', 'phone': '+44 20 7946 0018', 'number': '42',
         'date': '2026-09-01', 'paragraph': 'Two lines:\nthis is the second.'}
KINDS = {*TYPED, 'boolean', 'dropdown', 'multiple', 'file', 'group'}
# What is answered in every form that asks it.
FEW = ('email', 'paragraph', 'boolean', 'dropdown', 'multiple', 'file')
# As small as they can be: a document without pages, a picture of one point.
PDF = b'%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n' \
      b'trailer<</Root 1 0 R>>\n%%EOF\n'
PNG = base64.b64decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB5Sfe/AAAAABJRU5ErkJggg==')
FILES = {'a resume.pdf': PDF, 'a photo.png': PNG}


def is_checked(node):
    return node.get_state_set().contains(Atspi.StateType.CHECKED)


def walk_own(node):
    """Everything on show in a row, without the rows of the entries in it."""
    for child in desktop.children(node):
        if desktop.is_showing(child) and child.get_role_name() != 'list item':
            yield child
            yield from walk_own(child)


def own(row, role):
    return [node for node in walk_own(row) if node.get_role_name() == role]


def nested(node):
    """The rows below node, without those in them."""
    for child in desktop.children(node):
        if not desktop.is_showing(child):
            continue
        if child.get_role_name() == 'list item':
            yield child
        else:
            yield from nested(child)


def choices(row, question):
    return own(row, 'radio button' if question.single or question.kind == 'boolean' else 'check box')


def read(row, question):
    """The answer as it is shown."""
    if question.kind in TYPED:
        return desktop.Program.text(own(row, 'text')[0])
    if question.kind in ('boolean', 'multiple'):
        return [node.get_name() for node in choices(row, question) if is_checked(node)]
    if question.kind == 'dropdown':
        return [node.get_name() for node in walk_own(own(row, 'combo box')[0]) if node.get_role_name() == 'label']
    if question.kind == 'file':
        return [node.get_name() for node in own(row, 'label') if node.get_name() in FILES]
    return [[read(part, asked) for part, asked in zip(find_parts(entry, question), question.parts)]
            for entry in own(row, 'list')]


def find_parts(entry, question):
    """The rows of an entry of a group, below the one that heads it."""
    return list(nested(entry))[-len(question.parts):]


def find_empty(question):
    """What is shown where nothing is answered."""
    return '' if question.kind in TYPED else ['Not Answered'] if question.kind == 'dropdown' else []


def draw(row, question):
    """Raises where a row does not ask what the form asks."""
    said = [node.get_name() for node in own(row, 'label')]
    if ('Required' in said) != question.required:
        raise desktop.NotThere(f'{question.label!r} required: {question.required}; there is {said}')
    if question.kind in ('boolean', 'multiple'):
        wanted = list(question.options) or ['Yes', 'No']
        found = [node.get_name() for node in choices(row, question)]
        if found != wanted:
            raise desktop.NotThere(f'{wanted} for {question.label!r}; there is {found}')
    if question.kind == 'group' and not [node for node in own(row, 'button') if node.get_name() == 'Add Entry']:
        raise desktop.NotThere(f'a button for entries of {question.label!r}')
    if read(row, question) != find_empty(question):
        raise desktop.NotThere(f'nothing in {question.label!r}; there is {read(row, question)!r}')


class Forms(Walk):
    def __init__(self, app_id, server, samples):
        super().__init__('forms', app_id, len(samples) + 3)
        self.command = self.desktop.find_entry().get_executable()
        self.server = server
        self.samples = samples
        self.filled = {}

    # What is on show.

    def find_rows(self, sample):
        """The rows of the questions, once they are all there."""
        def look():
            forms = [form for page in self.program.find_all('grouping', name=sample.title)
                     for form in self.program.find_all('form', within=page)]
            lists = [node for form in forms for node in own(form, 'list') if node.get_name()]
            rows = [row for section in lists for row in desktop.children(section) if desktop.is_showing(row)]
            nonlocal found
            found = [row.get_name() for row in rows]
            return rows if found == wanted else None
        found, wanted = [], [question.label for question in sample.questions]
        try:
            return desktop.until(look, '')
        except desktop.NotThere:
            raise desktop.NotThere(f'the questions {wanted}\nthere is {found}') from None

    def open(self, sample, label):
        for target, page in sample.pages.items():
            self.server.set_page(target, page)
        subprocess.run([self.command, sample.key], check=True)
        page = self.program.find('grouping', name=sample.title)
        button = self.program.find('button', name=label, within=page)
        self.program.press(button)
        return self.find_rows(sample)

    # What the person does.

    def choose(self, row, question):
        nodes = choices(row, question)
        if question.kind == 'boolean':
            self.program.press(nodes[1])
            return ['No']
        if question.single:
            self.program.focus(nodes[0])
            self.program.keys('Down', 'space')
            return [question.options[1]]
        for node in {0: nodes[0], len(nodes) - 1: nodes[-1]}.values():
            self.program.focus(node)
            self.program.keys('space')
        return [question.options[0], *question.options[1:][-1:]]

    def type(self, node, text):
        lines = text.split('\n')
        self.program.type(node, lines[0])
        for line in lines[1:]:
            self.program.keys('Return')
            self.program.type(node, line)

    def drop(self, row, question):
        name = 'a resume.pdf' if not question.takes or 'pdf' in question.takes else 'a photo.png'
        path = pathlib.Path(self.folder, name)
        path.write_bytes(FILES[name])
        button = own(row, 'button')[0]
        self.program.focus(button)
        if not selection.drop_files(*self.program.locate(button), path.as_uri()):
            raise desktop.NotThere(f'{row.get_name()!r} to take a file')
        return [path.name]

    def drop_down(self, row, question):
        toggle = own(row, 'toggle button')[0]
        self.program.focus(toggle)
        self.program.keys('space')
        wanted = ['Not Answered', *question.options]
        desktop.until(lambda: [node.get_name() for offer in own(row, 'list box') for node in nested(offer)] == wanted,
                      f'{wanted} for {question.label!r}')
        self.program.keys('End', 'Return')
        return [question.options[-1]]

    def add_entry(self, row, question):
        button = next(node for node in own(row, 'button') if node.get_name() == 'Add Entry')
        self.program.press(button)
        entry = desktop.until(lambda: own(row, 'list'), f'an entry of {question.label!r}')[0]
        parts = find_parts(entry, question)
        names = [part.get_name() for part in parts]
        if names != [part.label for part in question.parts]:
            raise desktop.NotThere(f'{[part.label for part in question.parts]}; there is {names}')
        return [[self.answer(part, asked) for part, asked in zip(parts, question.parts)]]

    def answer(self, row, question):
        """Answers a question, and returns what is to be shown from then on."""
        if question.kind in TYPED:
            wanted = TYPED[question.kind]
            self.type(own(row, 'text')[0], wanted)
        elif question.kind in ('boolean', 'multiple'):
            wanted = self.choose(row, question)
        elif question.kind == 'dropdown':
            wanted = self.drop_down(row, question)
        elif question.kind == 'file':
            wanted = self.drop(row, question)
        else:
            return self.add_entry(row, question)
        self.expect(row, question, wanted)
        return wanted

    @staticmethod
    def expect(row, question, wanted):
        try:
            desktop.until(lambda: read(row, question) == wanted, '')
        except desktop.NotThere:
            raise desktop.NotThere(f'{wanted!r} in {question.label!r}; there is {read(row, question)!r}') from None

    # The way.

    def follow(self):
        for address in ADDRESSES:
            subprocess.run([self.command, '--follow', address], check=True, stdout=subprocess.DEVNULL)

    def fill(self, sample):
        rows = self.open(sample, 'Draft Application')
        for row, question in zip(rows, sample.questions):
            draw(row, question)
        left = list(KINDS if sample.name == RICH else FEW)
        for number, (row, question) in enumerate(zip(rows, sample.questions)):
            if sample.name == RICH or question.kind in left:
                self.filled[sample.name, number] = self.answer(row, question)
                left = [kind for kind in left if kind != question.kind]
        page = self.program.find('grouping', name=sample.title)
        self.program.find('status bar', contains='Saved', within=page)
        self.done(f'{sample.name}: {len(rows)} questions as the form asks them; answers are saved')
        return left

    def check(self, sample):
        rows = self.open(sample, 'Continue Draft')
        for number, (row, question) in enumerate(zip(rows, sample.questions)):
            self.expect(row, question, self.filled.get((sample.name, number), find_empty(question)))

    def start_again(self):
        self.program.kill()
        self.program = self.desktop.start()

    def go(self):
        self.follow()
        self.program = self.desktop.start()
        rich = next(sample for sample in self.samples if sample.name == RICH)
        left = self.fill(rich)
        if left:
            raise desktop.NotThere(f'every kind of question; there is none of {left}')
        self.start_again()
        self.check(rich)
        self.done('after SIGKILL every answer of the richest form is there, of all eleven kinds')
        others = [sample for sample in self.samples if sample is not rich]
        for sample in others:
            self.fill(sample)
        self.start_again()
        for sample in others:
            self.check(sample)
        self.done('after SIGKILL the answers of all forms are there, and nothing else')
        if self.server.surprises:
            raise desktop.NotThere(f'a server without surprises; there were {self.server.surprises}')
        self.done('the server saw nothing but what was to be read')
        self.program.terminate()


def main():
    folder = find_samples()
    if folder is None:
        print('1..0 # SKIP there are no recorded forms here')
        return
    pages, samples = list_samples(folder)
    with BoardServer() as server, Forms(sys.argv[1], server, samples) as forms:
        # The hosts are told at the start; the form of each position is put there when it is opened.
        for target, page in [*pages.items(), *(item for sample in samples for item in sample.pages.items())]:
            server.set_page(target, page)
        forms.prepare(server)
        forms.go()


if __name__ == '__main__':
    main()
