#!/usr/bin/env python3
# following.py: boards and announcements are followed through the window, as a person does it
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""following.py APP_ID: starts the program from its installed desktop entry, and follows four boards of three systems
and of a page, and two announcements, by typing, pasting and dropping; takes one back, asks for what there is not, and
starts the program once more while every host is broken. The hosts are played by a local server. Prints TAP."""

import os
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'lib'))
import desktop  # noqa: E402
import selection  # noqa: E402
from board_pages import RESIDENTS as POST_TEXT  # noqa: E402
from board_server import BoardServer  # noqa: E402
from walk import Walk  # noqa: E402

CAREERS = 'www.quillworks.example/careers'
EMBEDDING = '''<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Careers</title></head><body>
<h1>Write with us</h1><div id="ashby_embed"></div><script src="https://jobs.ashbyhq.com/Quillworks/embed"></script>
<p>We are <a href="https://news.example/quillworks">in the news</a>.</p></body></html>'''
LAMP = 'https://jobs.lever.co/lanternfish/3b1c7d2e-5f60-4a8b-9c0d-1e2f3a4b5c6d/apply?lever-source=news'
POST = 'https://huggingface.co/blog/residents-2031?utm_source=news'
CREW = '''# Winter crew

Two places on the cliffs.

1. [Gull Watcher](https://seabird.recruitee.com/o/gull-watcher): counts to a thousand.
2. [Weather Keeper](https://bergwind.jobs.personio.de/job/1834171): keeps the weather.
'''
CREW_ROWS = ('Gull Watcher', 'Weather Keeper', 'https://seabird.recruitee.com/', 'https://bergwind.jobs.personio.de/')

BRIGHTWATER = ['Diver, Brightwater, Bergen, Norway', 'Tide Analyst Intern, Brightwater, Remote - EU']
RESIDENTS = ['Diver, Brightwater, Bergen, Norway', 'Lamp Tender, lanternfish, Cork; Galway · On Site',
             'Miller, Tidewheel, Aveiro, Portugal', 'Baker in Residence, Tidewheel, Place not stated, Not on the board']
KEPT = {
    'Brightwater': BRIGHTWATER,
    'lanternfish': ['Lamp Tender, lanternfish, Cork; Galway · On Site'],
    'Lindenhof': ['Honey Taster, Lindenhof, Place not stated', 'Beekeeper, Lindenhof, Zug, CH'],
    'Tidewheel': ['Miller, Tidewheel, Aveiro, Portugal',
                  'Baker in Residence, Tidewheel, Place not stated, Not on the board'],
    'Residencies for 2031': RESIDENTS,
    'Winter crew': ['Gull Watcher, Seabird Count, Texel, Netherlands · On Site',
                    'Weather Keeper, Bergwind GmbH & Co. KG, Garmisch; Innsbruck'],
}

# What the program asks for when it starts, and what for each thing that was looked at.
READ = {
    'apply.workable.com/api/v1/widget/accounts/huggingface',
    'raw.githubusercontent.com/huggingface/blog/main/interns-2023.md',
    'boards-api.greenhouse.io/v1/boards/brightwater/jobs',
    'api.lever.co/v0/postings/lanternfish',
    CAREERS,
    'api.ashbyhq.com/posting-api/job-board/Quillworks',
    'careers.lindenhof.example/jobs',
    'raw.githubusercontent.com/huggingface/blog/main/residents-2031.md',
    'apply.workable.com/api/v1/widget/accounts/tidewheel',
    'seabird.recruitee.com/api/offers/',
    'bergwind.jobs.personio.de/xml',
    'careers.lindenhof.example/about',
    'boards-api.greenhouse.io/v1/boards/nobody/jobs',
}

HUGGING_FACE = ['Hugging Face', 'We are hiring interns!']


def expect(found, wanted, what):
    if found != wanted:
        raise desktop.NotThere(f'{what}: {wanted}\nthere is {found}')


class Following(Walk):
    def __init__(self, app_id, server):
        super().__init__('following', app_id, 19)
        self.server = server

    # What the window says.

    def rows(self, name):
        """The names of the rows of a list, in order; none where it is not on show."""
        lists = self.program.find_all('list', name=name)
        return [node.get_name() for found in lists for node in self.program.find_all('list item', within=found)]

    def views(self):
        """What is followed, as the sidebar lists it below the four views that are always there."""
        return self.rows('Views')[4:]

    def await_views(self, *wanted):
        self.await_rows('Views', ['All Positions', 'New', 'Starred', 'Applications', *wanted])

    def await_rows(self, name, wanted):
        try:
            desktop.until(lambda: self.rows(name) == wanted, '')
        except desktop.NotThere:
            expect(self.rows(name), wanted, f'the rows of {name}')

    def dialog(self):
        return self.program.find('dialog', name='Follow a Board')

    # What the person does.

    def open_dialog(self):
        self.program.press(self.program.find('button', name='Follow a Board…'))
        return self.program.find('text', contains='Address', within=self.dialog())

    def close_dialog(self):
        self.program.click(self.program.find('button', name='Close', within=self.dialog()))
        self.program.await_gone('dialog')

    def look(self, address):
        self.program.type(self.open_dialog(), address)
        self.program.keys('Return')

    def see(self, name, byline, *rows):
        """What was found is told, and not followed yet."""
        dialog = self.dialog()
        self.program.find('heading', name=name, within=dialog)
        self.program.find('label', name=byline, within=dialog)

        def list_rows():
            return [node.get_name() for node in self.program.find_all('list item', within=dialog)]
        try:
            desktop.until(lambda: list_rows() == list(rows), '')
        except desktop.NotThere:
            expect(list_rows(), list(rows), f'what was found of {name}')
        if name in self.views():
            raise desktop.NotThere(f'{name} not yet among {self.views()}')

    def follow(self):
        """What had been asked for until then."""
        asked = self.server.list_asked()
        self.program.press(self.program.find('button', name='Follow', within=self.dialog()))
        self.program.await_gone('dialog')
        return asked

    def show(self, view):
        views = self.program.find('list', name='Views')
        self.program.click(self.program.find('list item', name=view, within=views))

    def stop_following(self, view):
        """By the menu of its row, as the keyboard opens it."""
        self.show(view)
        self.program.keys('shift+F10')
        # GTK 4.18 gives the items of such a menu no name for AT-SPI: its key is pressed, the S that is underlined.
        self.program.find('menu item')
        self.program.keys('s')
        self.program.find('label', name='No longer following ' + view)

    # The way.

    def follow_board(self):
        self.look('Boards.Greenhouse.io/brightwater?utm_source=news')
        self.see('Brightwater', 'Greenhouse · 2 open positions', 'Diver', 'Tide Analyst Intern')
        self.done("a board's address shows its name, its system, how many are open, and which")
        asked = self.follow()
        self.await_views('Hugging Face', 'Brightwater', 'We are hiring interns!')
        self.await_rows('Positions', BRIGHTWATER)
        expect(self.server.list_asked(), asked, 'what was asked for')
        self.done('once followed, the list shows its positions, and nothing was asked for again')

    def follow_position(self):
        self.look(LAMP)
        self.see('lanternfish', 'Lever · 1 open position', 'Lamp Tender')
        self.program.find(
            'label', name='This address is one position of lanternfish. Following its board also opens it.',
            within=self.dialog())
        self.follow()
        self.program.find('heading', name='Lamp Tender')
        self.program.find(contains='Two lamps.')
        self.await_rows('Positions', ['Lamp Tender, lanternfish, Cork; Galway · On Site'])
        self.done("a position's address follows its board and opens the position")

    def follow_pages(self):
        self.look('https://' + CAREERS)
        self.see('Quillworks', 'Ashby · 1 open position', 'Nib Engineer')
        self.follow()
        self.await_rows('Positions', ['Nib Engineer, Quillworks, Turin · Hybrid'])
        self.done('a page that embeds a board leads to that board')
        self.look('careers.lindenhof.example/jobs')
        self.see('Lindenhof', 'Web page · 2 open positions', 'Beekeeper', 'Honey Taster')
        self.follow()
        self.await_rows('Positions', ['Honey Taster, Lindenhof, Place not stated', 'Beekeeper, Lindenhof, Zug, CH'])
        self.done('a page that describes positions itself is followed like a board')

    def follow_announcement(self):
        entry = self.open_dialog()
        self.program.focus(entry)
        with selection.Clipboard(POST):
            self.program.keys('ctrl+v')
            desktop.until(lambda: self.program.text(entry) == POST, POST)
        self.program.keys('Return')
        self.see('Residencies for 2031', 'Announcement of 4 positions · ada-example, grace-example',
                 'Diver in Residence', 'Lamp Tender in Residence', 'Miller in Residence', 'Baker in Residence',
                 'https://job-boards.greenhouse.io/brightwater', 'https://jobs.lever.co/lanternfish',
                 'https://apply.workable.com/tidewheel/')
        self.follow()
        self.done("an announcement's address, pasted, shows its positions and their boards")

    def paste_text(self):
        views = self.views()
        with selection.Clipboard(CREW):
            self.open_dialog()
            self.program.click(self.program.find('button', name='Paste Text', within=self.dialog()))
            self.see('Winter crew', 'Announcement of 2 positions', *CREW_ROWS)
        self.close_dialog()
        expect(self.views(), views, 'what is followed')
        self.done('a text that is pasted shows its positions, and is not followed by that')

    def drop(self, path):
        x, y = self.program.locate(self.program.find('list', name='Positions'))
        if not selection.drop_files(x, y, path.as_uri()):
            raise desktop.NotThere('a window that takes a file')

    def drop_file(self):
        path = pathlib.Path(self.folder, 'winter crew.md')
        path.write_text(CREW)
        asked = self.server.list_asked()
        self.drop(path)
        self.see('Winter crew', 'Announcement of 2 positions', *CREW_ROWS)
        expect(self.server.list_asked(), asked, 'what was asked for')
        self.follow()
        self.done('a file that is dropped asks no network, and is followed')

    def take_back(self):
        views = self.views()
        self.stop_following('Brightwater')
        self.await_views(*[view for view in views if view != 'Brightwater'])
        self.program.press(self.program.find('button', name='Undo'))
        self.await_views(*views)
        self.await_rows('Positions', BRIGHTWATER)
        self.done('stopping is undone with one button')
        rest = [view for view in views if view not in ('Residencies for 2031', 'Tidewheel')]
        self.stop_following('Residencies for 2031')
        self.program.find('label', name='Nor the board of Tidewheel, which came with it')
        self.await_views(*rest)
        self.program.find(name='No Position Selected')
        self.program.press(self.program.find('button', name='Undo'))
        self.await_views(*views)
        self.done('boards that came with an announcement go with it, which is told, and come back with it')

    def import_list(self):
        """A list of boards that is dropped is taken in; what nobody can read is named."""
        views = self.views()
        path = pathlib.Path(self.folder, 'boards.opml')
        path.write_text('<opml version="2.0"><body><outline text="Bergwind" '
                        'htmlUrl="https://bergwind.jobs.personio.de/"/><outline text="Acorn" '
                        'htmlUrl="https://acorn.recruitee.com/"/></body></opml>')
        self.drop(path)
        self.program.find('label', name='1 board followed · 1 was already')
        self.await_views(*views[:-3], 'Acorn', *views[-3:])
        self.stop_following('Acorn')
        self.await_views(*views)
        path = pathlib.Path(self.folder, 'boards.pdf')
        path.write_text('%PDF-1.7 https://acorn.recruitee.com/o/squirrel')
        self.drop(path)
        self.program.find('label', within=self.dialog(),
                          name='This is a PDF document; an announcement is a text, Markdown or an HTML page, and a '
                               'list of boards is OPML or JSON.')
        self.close_dialog()
        self.done('a list of boards that is dropped is taken in, and a file that nobody can read is named')

    def follow_outside(self):
        """What the command line does is seen in the window beside it."""
        views = self.views()
        self.show('Residencies for 2031')
        self.program.find('heading', name='Residencies for 2031')
        subprocess.run(['candidacy', '--unfollow', POST], check=True, stdout=subprocess.DEVNULL)
        self.await_views(*[view for view in views if view not in ('Residencies for 2031', 'Tidewheel')])
        self.program.find(name='No Position Selected')
        subprocess.run(['candidacy', '--follow', POST], check=True, stdout=subprocess.DEVNULL)
        self.await_views(*views)
        self.done('what the command line follows or stops is seen in the window, and the page goes with it')

    def stop_for_good(self):
        views = self.views()
        self.show('Quillworks')
        self.program.click(self.program.find('list item', name='Nib Engineer, Quillworks, Turin · Hybrid'))
        self.program.find('heading', name='Nib Engineer')
        self.stop_following('Quillworks')
        self.await_views(*[view for view in views if view != 'Quillworks'])
        self.done('what is stopped goes with its positions')

    def go_wrong(self):
        views = self.views()
        for address, sentence in (
                ('https://careers.lindenhof.example/about',
                 '“https://careers.lindenhof.example/about” leads to no job board, announcement or blog that can be '
                 'followed.'),
                ('boards.greenhouse.io/nobody', 'Greenhouse has no board “nobody”.'),
                ('ftp://careers.lindenhof.example/',
                 'This is not the address of a board, a position or an announcement.'),
                ('nonsense', 'This is not the address of a board, a position or an announcement.')):
            self.look(address)
            self.program.find('label', name=sentence, within=self.dialog())
            self.close_dialog()
        expect(self.views(), views, 'what is followed')
        self.done('an address of nothing says so in one sentence')

    def open_unknown(self):
        subprocess.run(['candidacy', 'https://boards.greenhouse.io/nobody/jobs/1'], check=True)
        self.program.find('label', name='Greenhouse has no board “nobody”.', within=self.dialog())
        self.close_dialog()
        self.done('an address that is opened and not followed is looked at first')

    def refresh(self):
        """The boards of an announcement are read; its positions join theirs by the system's own key."""
        self.show('Residencies for 2031')
        self.program.press(self.program.find('button', name='Refresh'))
        self.await_rows('Positions', RESIDENTS)
        self.done('positions of an announcement join their boards, and what no board lists is marked')

    def change_announcement(self):
        """Only the announcement changes: that is told, and what was called otherwise."""
        self.server.set_page('raw.githubusercontent.com/huggingface/blog/main/residents-2031.md',
                             POST_TEXT.replace('Miller in', 'Master Miller in'))
        told = 'Residencies for 2031: 1 renamed; the date line did not change'
        self.program.press(self.program.find('button', name='Refresh'))
        desktop.until(lambda: self.program.find_all('label', name=told)
                      or self.program.find_all('label', name='Nothing new'), told)
        self.program.find('label', name=told)
        expect(self.program.find_all('label', name='Nothing new'), [], 'what is told')
        self.program.click(self.program.find('label', name='1 renamed; the date line did not change'))
        self.program.find('label', name='Renamed; was “Miller in Residence”')
        self.done('an announcement that changed is told, also where no board did')

    def start_again(self):
        views = self.views()
        self.program.terminate()
        self.server.behave('*', 'error')
        self.program = self.desktop.start()
        self.await_views(*views)
        # What was read last went with its board.
        self.program.find(name='No Position Selected')
        for view, rows in KEPT.items():
            self.show(view)
            self.await_rows('Positions', rows)
        self.done('a new start shows all of it, where no host answers')

    def check_server(self):
        try:
            desktop.until(lambda: set(self.server.list_asked()) == READ, '')
        except desktop.NotThere:
            expect(sorted(set(self.server.list_asked())), sorted(READ), 'what was asked for')
        # What there is not is no surprise here.
        surprises = [entry['path'] for entry in self.server.surprises if '/boards/nobody/' not in entry['path']]
        expect(surprises, [], 'surprises')
        expect({entry['method'] for entry in self.server.requests}, {'GET'}, 'how it was asked')
        self.done('the servers saw nothing but what was to be read')

    def go(self):
        self.program = self.desktop.start()
        self.await_views(*HUGGING_FACE)
        desktop.until(lambda: len(self.server.requests) >= 2, 'what is asked for at the start')
        self.follow_board()
        self.follow_position()
        self.follow_pages()
        self.follow_announcement()
        self.refresh()
        self.change_announcement()
        self.paste_text()
        self.drop_file()
        self.take_back()
        self.import_list()
        self.follow_outside()
        self.stop_for_good()
        self.go_wrong()
        self.open_unknown()
        # Before its hosts break: then other lists are asked for too, some time later.
        self.check_server()
        self.start_again()
        self.program.terminate()


def main():
    with BoardServer() as server, Following(sys.argv[1], server) as following:
        server.set_page(CAREERS, EMBEDDING)
        following.prepare(server)
        following.go()


if __name__ == '__main__':
    main()
