#!/usr/bin/env python3
# boards.py: following boards, announcements and blogs on the command line: the real program, servers that play
# ten systems, no display
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import pathlib
import signal
import socket
import subprocess
import sys
import time

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TESTS / 'lib'))
sys.dont_write_bytecode = True

import board_pages as pages  # noqa: E402 the folder of the tests' own modules comes first
from board_server import BoardServer  # noqa: E402
from command_line import CommandLine, main  # noqa: E402

DIVER = 'greenhouse:brightwater:8636903002'
LAMPS = 'lever:lanternfish:3b1c7d2e-5f60-4a8b-9c0d-1e2f3a4b5c6d'
MILLER = 'workable:tidewheel:7A11D0BEEF'
BAKER = 'workable:tidewheel:0BAD0BAD00'
POST = 'https://huggingface.co/blog/residents-2031'
INTERNS = 'raw.githubusercontent.com/huggingface/blog/main/interns-2023.md'
LIST = 'boards-api.greenhouse.io/v1/boards/brightwater/jobs'


class Boards(CommandLine):
    def make_server(self):
        return BoardServer()

    def make_file(self, name, content):
        path = pathlib.Path(self.folder, name)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def list_boards(self):
        return {board['board']: board for board in self.run_json('--boards')}

    def find(self, key):
        return next((p for p in self.run_json('--list') if p['key'] == key), None)


class Follow(Boards):
    def test_what_ships(self):
        boards = self.run_json('--boards')
        self.assertEqual(boards, [{'board': 'workable:huggingface', 'name': 'Hugging Face', 'system': 'workable',
                                   'url': boards[0]['url'], 'state': 'unread', 'reason': '', 'checked': None,
                                   'open': 0}])
        self.assertRegex(boards[0]['url'], r'^https://')
        words = self.run_well('--boards')
        for part in ('Hugging Face', 'workable:huggingface', '0 open', 'not read yet', 'huggingface-interns-2023'):
            self.assertIn(part, words)
        self.assert_untouched()

    def test_every_system(self):
        """By its board's address, as a person may paste it: name, count, and what the first position says."""
        cases = (
            ('https://apply.workable.com/TideWheel/?lng=en', 'workable:tidewheel', 'Tidewheel', 1, MILLER,
             {'title': 'Miller', 'locations': ['Aveiro, Portugal'], 'employment': 'full-time',
              'published': '2026-05-04', 'pay': None}),
            ('Boards.Greenhouse.io/brightwater?utm_source=x', 'greenhouse:brightwater', 'Brightwater', 2, DIVER,
             {'title': 'Diver', 'locations': ['Bergen, Norway'], 'department': 'Under Water', 'workplace': 'unknown',
              'description_text': 'Keeps the turbines free & turning.',
              'pay': {'minimum': 60000, 'maximum': 72000, 'currency': 'EUR', 'period': 'unknown'}}),
            ('https://jobs.lever.co/lanternfish', 'lever:lanternfish', 'lanternfish', 1, LAMPS,
             {'title': 'Lamp Tender', 'locations': ['Cork', 'Galway'], 'workplace': 'on-site',
              'employment': 'part-time',
              'pay': {'minimum': 18, 'maximum': 22.5, 'currency': 'EUR', 'period': 'hour'}}),
            ('https://jobs.ashbyhq.com/Quillworks', 'ashby:Quillworks', 'Quillworks', 1,
             'ashby:Quillworks:9a8b7c6d-1111-4222-8333-444455556666',
             {'title': 'Nib Engineer', 'locations': ['Turin'], 'workplace': 'hybrid', 'employment': 'full-time'}),
            ('https://careers.smartrecruiters.com/NorthernTeaHouse', 'smartrecruiters:NorthernTeaHouse',
             'Northern Tea House', 1, 'smartrecruiters:NorthernTeaHouse:743999671674844',
             {'title': 'Tea Taster', 'locations': ['Leeds, England, United Kingdom'], 'employment_type': 'Full-time'}),
            ('https://seabird.recruitee.com/', 'recruitee:seabird', 'Seabird Count', 1, 'recruitee:seabird:gull-watcher',
             {'title': 'Gull Watcher', 'workplace': 'on-site', 'employment': 'internship',
              'pay': {'minimum': 600, 'maximum': 800, 'currency': 'EUR', 'period': 'month'}}),
            ('https://mossandstone.teamtailor.com/jobs', 'teamtailor:mossandstone', 'Moss & Stone', 1,
             'teamtailor:mossandstone:7167985', {'title': 'Dry Stone Waller', 'description_text': 'No mortar.'}),
            ('https://bergwind.jobs.personio.de/', 'personio:bergwind', None, 1, 'personio:bergwind:1834171',
             {'title': 'Weather Keeper', 'locations': ['Garmisch', 'Innsbruck'], 'employment': 'full-time'}),
            ('https://paperkite.bamboohr.com/careers', 'bamboohr:paperkite', None, 1, 'bamboohr:paperkite:86',
             {'title': 'String Tester', 'workplace': 'hybrid', 'employment': 'internship', 'department': 'Wind'}),
            ('https://careers.lindenhof.example/jobs?utm_campaign=y', 'jsonld:careers.lindenhof.example/jobs',
             'Lindenhof', 2, None, {}),
        )
        for address, board, name, n_open, position, facts in cases:
            with self.subTest(board):
                followed = self.run_json('--follow', address)
                self.assertEqual((followed['kind'], followed['key'], followed['open'], followed['position'],
                                  followed['followed_before']), ('board', board, n_open, None, False))
                told = self.list_boards()[board]
                self.assertEqual((told['state'], told['reason'], told['open']), ('read', '', n_open))
                self.assertEqual(told['system'], board.partition(':')[0])
                self.assertRegex(told['checked'], r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$')
                if name:
                    self.assertEqual((followed['name'], told['name']), (name, name))
                if position:
                    found = self.find(position)
                    self.assertEqual((found['state'], found['on_board'], found['board']), ('open', True, board))
                    self.assertEqual({fact: found[fact] for fact in facts}, facts)
        self.assertEqual(len(self.list_boards()), 11)
        bees = {p['title']: p for p in self.run_json('--list') if p['board'].startswith('jsonld:')}
        self.assertEqual(set(bees), {'Beekeeper', 'Honey Taster'})
        self.assertEqual(bees['Beekeeper']['organisation'], 'Lindenhof')
        self.assertEqual(bees['Beekeeper']['pay'], {'minimum': 4500, 'maximum': 6000, 'currency': 'CHF', 'period': 'month'})
        key = bees['Honey Taster']['key']
        self.assertEqual(self.run_json('--show', key), bees['Honey Taster'])
        self.assertIn('4500 – 6000 CHF a month', self.run_well('--show', bees['Beekeeper']['key']))
        self.assertEqual(self.server.surprises, [])

        report = self.run_json('--refresh')
        self.assertEqual(len(report['boards']), 11)
        self.assertEqual({board['state'] for board in report['boards']}, {'read'})
        self.assertEqual({board['board']: board['changed'] + board['gone'] + board['new'] for board in report['boards']
                          if board['board'] != 'workable:huggingface' and
                          board['changed'] + board['gone'] + board['new']}, {})

    def test_a_position_names_its_board(self):
        for address in ('https://job-boards.greenhouse.io/brightwater/jobs/8636903002?gh_src=abc',
                        'boards.greenhouse.io/embed/job_app?for=brightwater&token=8636903002'):
            followed = self.run_json('--follow', address)
            self.assertEqual((followed['key'], followed['position'], followed['open']),
                             ('greenhouse:brightwater', DIVER, 2))
        words = self.run_well('--follow', 'https://jobs.lever.co/lanternfish/3b1c7d2e-5f60-4a8b-9c0d-1e2f3a4b5c6d/apply')
        for part in ('lanternfish (lever:lanternfish)\n', 'Lever', '1 open position\n', LAMPS + '  Lamp Tender\n'):
            self.assertIn(part, words)
        # Workable's short address says nothing of the account: the redirect does.
        self.assertEqual(self.run_json('--follow', 'https://apply.workable.com/j/7A11D0BEEF')['position'], MILLER)
        gone = self.run_well('--follow', 'https://apply.workable.com/tidewheel/j/0BAD0BAD00/')
        self.assertIn(BAKER, gone)
        self.assertIn('does not list this position', gone)
        self.assertIn('followed before', gone)

    def test_following_again_changes_nothing(self):
        self.run_well('--follow', 'boards.greenhouse.io/brightwater')
        before = self.run_json('--list')
        again = self.run_json('--follow', 'https://job-boards.greenhouse.io/brightwater')
        self.assertTrue(again['followed_before'])
        self.assertEqual(len(self.run_json('--boards')), 2)
        self.assertEqual([p['first_seen'] for p in self.run_json('--list')], [p['first_seen'] for p in before])

    def test_empty_and_perhaps_nobody(self):
        words = self.run_well('--follow', 'https://jobs.smartrecruiters.com/Nobody')
        self.assertIn('SmartRecruiters · 0 open positions', words)
        self.assertIn('answers both alike', words)
        self.assertIn('only when you ask', words)

    def test_what_leads_nowhere(self):
        for address in ('', ' ', 'nonsense', 'https://', 'ftp://example.com/', 'javascript:alert(1)', 'https://[::1',
                        'workable:', '../../etc/passwd', 'x' * 5000, 'https://careers.lindenhof.example/about',
                        'https://careers.lindenhof.example/missing', 'https://boards.greenhouse.io/nobody',
                        'https://apply.workable.com/j/0000000000', 'https://127.0.0.1/jobs', 'https://localhost/'):
            with self.subTest(address[:60]):
                before = self.list_boards()
                sentence = self.run_badly(1, '--follow', address)
                self.assertLess(len(sentence), 600)
                self.assertEqual(self.list_boards(), before)

    def test_a_board_that_cannot_be_asked(self):
        for kind in ('error', 'cut', 'html', 'too-many'):
            with self.subTest(kind):
                self.server.behave(LIST, kind, **({'retry_after': 3600} if kind == 'too-many' else {}))
                self.run_badly(1, '--follow', 'boards.greenhouse.io/brightwater')
                self.assertEqual(list(self.list_boards()), ['workable:huggingface'])
        with socket.socket() as closed:
            closed.bind(('127.0.0.1', 0))
            hosts = 'boards-api.greenhouse.io=http://127.0.0.1:%d' % closed.getsockname()[1]
            self.assertIn('boards-api.greenhouse.io',
                          self.run_badly(1, '--follow', 'boards.greenhouse.io/brightwater', CANDIDACY_HOSTS=hosts))
        self.assertIn('cannot be reached',
                      self.run_badly(1, '--follow', 'jobs.lever.co/lanternfish', CANDIDACY_HOSTS=hosts))
        self.assertEqual(list(self.list_boards()), ['workable:huggingface'])

    def test_several_at_once(self):
        addresses = ('boards.greenhouse.io/brightwater', 'jobs.lever.co/lanternfish', 'apply.workable.com/tidewheel',
                     'https://bergwind.jobs.personio.de', POST)
        programs = [subprocess.Popen([self.program, '--follow', address], env=self.environment,
                                     stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for address in addresses]
        for program in programs:
            complaints = program.communicate(timeout=60)[1]
            self.assertEqual((program.returncode, complaints), (0, b''))
        self.assertEqual(len(self.list_boards()), 5)
        self.assertIsNotNone(self.find(BAKER))

    def test_signals(self):
        self.server.behave(LIST, 'slow', seconds=30)
        for number in (signal.SIGTERM, signal.SIGINT):
            asked = len(self.server.requests)
            program = subprocess.Popen([self.program, '--follow', 'boards.greenhouse.io/brightwater'],
                                       env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            limit = time.monotonic() + 30
            while len(self.server.requests) == asked:
                self.assertLess(time.monotonic(), limit)
                time.sleep(0.02)
            program.send_signal(number)
            printed, complaints = program.communicate(timeout=20)
            self.assertEqual((program.returncode, printed, complaints), (128 + number, b'', b''))
        self.assertEqual(list(self.list_boards()), ['workable:huggingface'])

    def test_texts_do_not_steer(self):
        jobs = [{**pages.BRIGHTWATER[0], 'title': 'Di\x1b[2Jver\u202e <b>&amp;</b>', 'company_name': 'Bright\x1b]0;x\x07'}]
        self.server.set_page(LIST, {'jobs': jobs})
        for words in (self.run_well('--follow', 'boards.greenhouse.io/brightwater/jobs/8636903002'),
                      self.run_well('--boards')):
            self.assertFalse([c for c in words if c != '\n' and (ord(c) < 32 or 127 <= ord(c) < 160)])

    def test_show_reads_what_the_list_lacks(self):
        self.run_well('--follow', 'https://jobs.smartrecruiters.com/NorthernTeaHouse')
        self.run_well('--follow', 'https://paperkite.bamboohr.com/careers')
        key = 'smartrecruiters:NorthernTeaHouse:743999671674844'
        self.assertEqual(self.find(key)['description_text'], '')
        self.assertIn('Slurps loudly.', self.run_json('--show', key)['description_text'])
        asked = len(self.server.requests)
        self.assertIn('Slurps loudly.', self.run_well('--show', key))
        self.assertEqual(len(self.server.requests), asked)
        # Where it cannot be asked, what is known is shown, without a word.
        self.server.behave('paperkite.bamboohr.com/careers/86/detail', 'error')
        shown = self.run_json('--show', 'bamboohr:paperkite:86')
        self.assertEqual((shown['title'], shown['description_text']), ('String Tester', ''))
        self.server.behave('paperkite.bamboohr.com/careers/86/detail', 'ok')
        self.assertEqual(self.run_json('--show', 'bamboohr:paperkite:86')['description_text'],
                         'Pulls until it breaks.')

    def test_show_tells_pay_and_dates(self):
        self.run_well('--follow', 'boards.greenhouse.io/brightwater')
        shown = self.run_json('--show', DIVER)
        self.assertEqual((shown['published'], shown['updated'], shown['closing']),
                         ('2026-07-16T11:55:32-04:00', '2026-07-29T08:50:01-04:00', None))
        words = self.run_well('--show', DIVER)
        for part in ('Pay ', '60000 – 72000 EUR', 'Updated '):
            self.assertIn(part, words)
        self.assertNotIn('Apply by', words)


    def test_a_draft_without_the_board_s_form(self):
        """Lever gives none: what nearly everybody asks is asked."""
        self.run_well('--follow', 'jobs.lever.co/lanternfish')
        done = self.run_program('--draft', LAMPS, '--json')
        draft = json.loads(done.stdout)
        self.assertEqual((done.returncode, draft['form_source'], draft['answered']), (0, 'standard', 0))
        self.assertGreaterEqual(draft['total'], 5)
        self.assertGreaterEqual(draft['missing'], 3)
        self.assertIn('file', {field['type'] for field in draft['fields']})


class Unfollow(Boards):
    def test_by_key_and_by_address(self):
        for subject in ('greenhouse:brightwater', 'https://job-boards.greenhouse.io/brightwater/',
                        'boards.greenhouse.io/brightwater?utm_source=x',
                        'https://job-boards.greenhouse.io/brightwater/jobs/8636903002'):
            with self.subTest(subject):
                self.run_well('--follow', 'boards.greenhouse.io/brightwater')
                self.assertIsNotNone(self.find(DIVER))
                asked = len(self.server.requests)
                self.assertIn('Brightwater (greenhouse:brightwater)', self.run_well('--unfollow', subject))
                self.assertEqual(list(self.list_boards()), ['workable:huggingface'])
                self.assertIsNone(self.find(DIVER))
                self.assertEqual(len(self.server.requests), asked)
        self.assertEqual([board['board'] for board in self.run_json('--refresh')['boards']], ['workable:huggingface'])

    def test_by_a_page_or_a_short_address(self):
        self.run_well('--follow', 'https://careers.lindenhof.example/jobs')
        self.run_well('--unfollow', 'careers.lindenhof.example/jobs/?utm_source=x')
        self.run_well('--follow', 'apply.workable.com/tidewheel')
        self.run_well('--unfollow', 'https://apply.workable.com/j/7A11D0BEEF/apply')
        self.assertEqual(list(self.list_boards()), ['workable:huggingface'])

    def test_what_the_person_has_there_stays(self):
        self.run_well('--follow', 'boards.greenhouse.io/brightwater')
        draft = self.run_json('--draft', DIVER, '--set', 'first_name=Ada', '--set', 'question_4711=Yes')
        self.assertEqual((draft['form_source'], draft['answered']), ('board', 2))
        self.run_well('--unfollow', 'greenhouse:brightwater')
        self.assertEqual([p['key'] for p in self.run_json('--list') if p['board'] == 'greenhouse:brightwater'], [DIVER])
        self.assertEqual([a['key'] for a in self.run_json('--applications')], [DIVER])
        self.run_badly(1, '--unfollow', 'greenhouse:brightwater')
        # Following it again finds it as it was.
        self.run_well('--follow', 'boards.greenhouse.io/brightwater')
        self.assertEqual(len([p for p in self.run_json('--list') if p['board'] == 'greenhouse:brightwater']), 2)

    def test_what_is_not_followed(self):
        for subject in ('', 'greenhouse:brightwater', 'nonsense', 'boards.greenhouse.io/brightwater', '::', 'x' * 5000,
                        'https://apply.workable.com/j/0000000000', "'; DROP TABLE board; --"):
            with self.subTest(subject[:60]):
                self.assertIn('is not followed', self.run_badly(1, '--unfollow', subject))
        self.assertEqual(list(self.list_boards()), ['workable:huggingface'])
        self.assert_untouched()

    def test_the_announcement_that_ships(self):
        self.run_well('--unfollow', 'huggingface-interns-2023')
        self.assertNotIn('huggingface-interns-2023', self.run_well('--boards'))
        # It does not come back by itself.
        self.assertNotIn('huggingface-interns-2023', self.run_well('--boards'))


class Exchange(Boards):
    def follow_some(self):
        for address in ('boards.greenhouse.io/brightwater', 'jobs.lever.co/lanternfish',
                        'https://careers.lindenhof.example/jobs'):
            self.run_well('--follow', address)

    def test_out_and_in(self):
        self.follow_some()
        before = self.run_json('--boards')
        for name in ('boards.opml', 'Boards.JSON'):
            with self.subTest(name):
                file = str(pathlib.Path(self.folder, name))
                self.assertIn('5 entries written', self.run_well('--export', file))
                asked = len(self.server.requests)
                # The announcement that ships goes with the boards.
                self.assertEqual(self.run_json('--import', file), {'followed': 0, 'known': 5, 'refused': 0})
                self.assertEqual(self.run_json('--boards'), before)
                # On another computer.
                other = {**self.environment, 'XDG_DATA_HOME': self.folder + '/of ' + name}
                kept, self.environment = self.environment, other
                try:
                    self.assertIn('3 boards are now followed', self.run_well('--import', file))
                    there = self.list_boards()
                    self.assertEqual({key: (board['name'], board['url']) for key, board in there.items()},
                                     {board['board']: (board['name'], board['url']) for board in before})
                    self.assertEqual({board['state'] for board in there.values()}, {'unread'})
                    self.assertEqual(len(self.server.requests), asked)
                    self.assertEqual({board['state'] for board in self.run_json('--refresh')['boards']}, {'read'})
                finally:
                    self.environment = kept

    def test_the_export_is_what_boards_prints(self):
        self.follow_some()
        file = pathlib.Path(self.folder, 'boards.json')
        self.run_well('--export', str(file))
        exported = json.loads(file.read_text())
        self.assertEqual(exported[:4], self.run_json('--boards'))
        self.assertEqual([list(other) for other in exported[4:]], [['announcement', 'name']])

    def test_lists_of_others(self):
        file = self.make_file('list.opml', '''<?xml version="1.0"?><opml version="1.0"><head><title>x</title></head><body>
            <outline text="Jobs"><outline text="Brightwater" htmlUrl="https://boards.greenhouse.io/brightwater"/>
            <outline text="Lamps" xmlUrl="https://api.lever.co/v0/postings/lanternfish?mode=json"/></outline>
            <outline text="Twice" htmlUrl="http://job-boards.greenhouse.io/brightwater/jobs/8636903002"/>
            <outline text="News" type="rss" xmlUrl="https://news.example/feed.xml"/></body></opml>''')
        self.assertEqual(self.run_json('--import', file), {'followed': 3, 'known': 0, 'refused': 0})
        self.assertIn('https://news.example/feed.xml', self.run_well('--boards'))
        self.assertEqual(set(self.list_boards()),
                         {'workable:huggingface', 'greenhouse:brightwater', 'lever:lanternfish'})
        self.assert_untouched()

    def test_what_is_no_list(self):
        cases = {
            'page.opml': '<!DOCTYPE html><html><body>No.</body></html>',
            'cv.pdf': b'%PDF-1.7\n\xff\xfe\x00',
            'archive.zip': b'PK\x03\x04\x00\x00',
            'empty.json': b'',
            'cut.json': '[{"board": "greenhouse:brightwater"',
            'deep.json': b'[' * 100000,
            'noise': bytes(range(256)),
            'notes.txt': 'Buy milk.',
            'cut.opml': '<opml version="2.0"><body><outline',
            'bomb.opml': '<!DOCTYPE opml [<!ENTITY a "&a;&a;">]><opml><body>&a;</body></opml>',
        }
        for name, content in cases.items():
            with self.subTest(name):
                self.assertIn(name, self.run_badly(1, '--import', self.make_file(name, content)))
        self.assertIn('PDF', self.run_badly(1, '--import', self.make_file('me.pdf', cases['cv.pdf'])))
        for name in ('', self.folder, self.folder + '/missing.opml', self.folder + '/missing/boards.opml',
                     b'/\xff.opml', 'https://boards.greenhouse.io/brightwater'):
            with self.subTest(name):
                self.run_badly(1, '--import', name, '--json')
        self.assertEqual(list(self.list_boards()), ['workable:huggingface'])
        self.assert_untouched()

    def test_where_nothing_can_be_written(self):
        folder = pathlib.Path(self.folder, 'folder.json')
        folder.mkdir()
        for name in (str(folder), self.folder + '/missing/boards.opml', '/dev/null/boards.json'):
            with self.subTest(name):
                self.assertIn('could not be written', self.run_badly(1, '--export', name))


class Announcements(Boards):
    def assert_residents(self, programme):
        self.assertEqual(programme['title'], 'Residencies for 2031')
        self.assertEqual([(p['title'], p['key']) for p in programme['positions']],
                         [('Diver in Residence', DIVER), ('Lamp Tender in Residence', LAMPS),
                          ('Miller in Residence', MILLER), ('Baker in Residence', BAKER)])
        self.assertEqual(programme['positions'][0]['url'],
                         'https://job-boards.greenhouse.io/brightwater/jobs/8636903002')
        self.assertEqual(programme['positions'][2]['url'], 'https://apply.workable.com/tidewheel/j/7A11D0BEEF/')
        self.assertEqual(len({p['team'] for p in programme['positions']}), 2)
        self.assertIn('moonlight', programme['positions'][2]['summary'])
        self.assertEqual(programme['authors'], ['ada-example', 'grace-example'])

    def test_a_file_asks_no_network(self):
        file = self.make_file('post.md', pages.RESIDENTS)
        programme = self.run_json('--programme', file)
        self.assert_residents(programme)
        self.assertEqual((programme['date'], programme['url']), (None, ''))
        self.assertEqual(set(programme), set(self.run_json('--programme')))
        words = self.run_well('--programme', file)
        for part in ('Residencies for 2031\n', 'Miller in Residence', 'How to Apply'):
            self.assertIn(part, words)
        self.assertEqual(self.run_json('--programme', 'file://' + file), programme)
        self.assert_untouched()
        # Looking follows nothing.
        self.assertEqual(len(self.run_json('--list')), 7)
        self.assertNotIn('Residencies', self.run_well('--boards'))

    def test_other_shapes_of_file(self):
        html = self.make_file('post.html', '''<html><head><title>Spring</title></head><body><h1>Spring</h1>
            <p>Two places.</p><ol><li><a href="https://jobs.lever.co/lanternfish/3b1c7d2e-5f60-4a8b-9c0d-1e2f3a4b5c6d">Lamp
            Tender</a>: tends.</li><li><a href="https://job-boards.greenhouse.io/brightwater/jobs/8636903002">Diver</a>:
            dives.</li></ol></body></html>''')
        self.assertEqual([p['key'] for p in self.run_json('--programme', html)['positions']], [LAMPS, DIVER])
        for name, content in (('empty.md', b''), ('chairs.md', pages.CHAIRS), ('noise.md', bytes(range(256))),
                              ('cv.pdf', b'%PDF-1.7\n\xff\xfe\x00'), ('deep.html', b'<div>' * 100000)):
            with self.subTest(name):
                self.assertIn(name, self.run_badly(1, '--programme', self.make_file(name, content)))
        self.assert_untouched()

    def test_files_that_there_are_not(self):
        for name, part in ((self.folder, 'folder'), (self.folder + '/missing.md', 'missing.md'), ('winter', 'winter'),
                           ('missing.md', 'missing.md'), ('', '“”'), (b'/\xff.md', 'no file'), ('/dev/zero', '32 MB'),
                           ('./huggingface.co/blog', 'no file')):
            with self.subTest(name):
                self.assertIn(part, self.run_badly(1, '--programme', name))
        self.assert_untouched()

    def test_an_address(self):
        programme = self.run_json('--programme', POST + '?utm_source=newsletter')
        self.assert_residents(programme)
        self.assertEqual(programme['url'], POST)
        self.assertEqual(self.run_json('--programme', 'huggingface.co/blog/residents-2031'), programme)
        self.assertEqual(len(self.run_json('--list')), 7)
        for address in ('https://huggingface.co/blog/quieter-chairs', 'https://huggingface.co/blog/missing',
                        'https://careers.lindenhof.example/about', 'https://nowhere.example/post'):
            with self.subTest(address):
                self.assertIn(address, self.run_badly(1, '--programme', address))
        self.assertIn('no announcement', self.run_badly(1, '--programme', 'https://boards.greenhouse.io/brightwater'))

    def test_following_one(self):
        followed = self.run_json('--follow', POST)
        self.assertEqual((followed['kind'], followed['name'], followed['open'], followed['position']),
                         ('programme', 'Residencies for 2031', 4, None))
        baker = self.find(BAKER)
        # Its boards are read along with it.
        self.assertEqual((baker['state'], baker['on_board'], baker['title']), ('announced', False, 'Baker in Residence'))
        self.assertIn(followed['key'], self.run_well('--boards'))
        self.assert_residents(self.run_json('--programme', followed['key']))

        # Its positions join their board's by the key.
        self.run_well('--follow', 'https://apply.workable.com/tidewheel')
        miller = self.find(MILLER)
        self.assertEqual((miller['state'], miller['on_board'], miller['title']), ('open', True, 'Miller'))
        self.assertIn('moonlight', miller['summary'])
        self.assertEqual(self.find(BAKER)['on_board'], False)

        told = self.run_well('--unfollow', POST + '?utm_source=x')
        self.assertIn('Not followed any longer either, as it came with that: ', told)
        self.assertNotIn(followed['key'], self.run_well('--boards'))
        self.assertIsNone(self.find(BAKER))
        self.assertIsNotNone(self.find(MILLER))

    def test_positions_named_by_their_code(self):
        """An announcement need not say whose board its positions are on."""
        self.server.set_page('raw.githubusercontent.com/huggingface/blog/main/residents-2031.md',
                             pages.RESIDENTS.replace('apply.workable.com/tidewheel/j/', 'apply.workable.com/j/'))
        followed = self.run_json('--follow', POST)
        self.assertNotIn('workable:-', self.run_well('--boards'))
        for code, title in (('7A11D0BEEF', 'Miller in Residence'), ('0BAD0BAD00', 'Baker in Residence')):
            stray = self.find('workable:-:' + code)
            self.assertEqual((stray['title'], stray['state'], stray['on_board'], stray['url'].rstrip('/')),
                             (title, 'announced', None, 'https://apply.workable.com/j/' + code))
        self.run_well('--draft', 'https://apply.workable.com/j/7A11D0BEEF', '--set', 'firstname=Ada')

        self.run_well('--follow', 'https://apply.workable.com/tidewheel')
        miller = self.find(MILLER)
        self.assertEqual((miller['state'], miller['on_board'], miller['title'], miller['drafted']),
                         ('open', True, 'Miller', True))
        self.assertIn('moonlight', miller['summary'])
        keys = [p['key'] for p in self.run_json('--programme', followed['key'])['positions']]
        self.assertEqual(keys[2:], [MILLER, 'workable:-:0BAD0BAD00'])
        self.assertIn('Residencies for 2031: nothing changed\n', self.run_well('--refresh'))

    def test_reading_again(self):
        self.run_well('--follow', POST)
        same = self.run_json('--refresh')['programmes']
        self.assertEqual([(p['title'], p['reason'], p['withdrawn'], p['added'], p['renamed'], p['date_changed'])
                          for p in same if p['title'] == 'Residencies for 2031'],
                         [('Residencies for 2031', '', [], [], [], False)])
        self.server.set_page('raw.githubusercontent.com/huggingface/blog/main/residents-2031.md', pages.LATER)
        words = self.run_well('--refresh')
        self.assertIn('Residencies for 2031: 1 withdrawn, 1 renamed; the date line did not change\n', words)
        for part in ('Baker in Residence', 'Keeper of Lamps in Residence (was “Lamp Tender in Residence”)'):
            self.assertIn(part, words)
        self.assertIn('Residencies for 2031: nothing changed\n', self.run_well('--refresh'))

    def test_the_one_that_ships_is_read_again(self):
        before = self.run_json('--programme')
        self.assertIn('We are hiring interns!: ', self.run_well('--refresh'))
        self.server.set_page(INTERNS, pages.make_interns(withdrawn=2))
        report = next(p for p in self.run_json('--refresh')['programmes'] if p['name'] == 'huggingface-interns-2023')
        self.assertEqual((report['withdrawn'], report['added'], report['renamed'], report['date_changed']),
                         (['Social Impact Evaluation Internship', 'AI Art Tooling Internship'], [], [], False))
        after = self.run_json('--programme')
        self.assertEqual([p['key'] for p in after['positions']], [p['key'] for p in before['positions']][:5])
        for member in ('name', 'title', 'authors', 'date', 'url', 'introduction', 'how_to_apply', 'statement',
                       'checklist', 'short_submission'):
            self.assertEqual(after[member], before[member])

    def test_an_announcement_that_fails(self):
        self.run_well('--follow', POST)
        before = self.run_json('--list')
        for target in ('raw.githubusercontent.com/huggingface/blog/main/residents-2031.md',
                       'huggingface.co/blog/residents-2031'):
            self.server.behave(target, 'error')
        # Posts go; that is told, but is no failure.
        failed = [p for p in self.run_json('--refresh')['programmes'] if p['title'] == 'Residencies for 2031']
        self.assertEqual(len(failed), 1)
        self.assertIn('500', failed[0]['reason'])
        self.assertEqual(failed[0]['withdrawn'], [])
        words = self.run_well('--refresh')
        self.assertIn('Residencies for 2031\n  Not read; what was known stays: ', words)
        after = {p['key'] for p in self.run_json('--list')}
        self.assertTrue({p['key'] for p in before} <= after)
        self.assertIn(failed[0]['reason'], self.run_well('--boards'))

    def test_the_feed_of_a_blog(self):
        followed = self.run_json('--follow', 'https://huggingface.co/blog/feed.xml')
        self.assertEqual((followed['kind'], followed['key'], followed['name'], followed['open']),
                         ('blog', 'https://huggingface.co/blog/feed.xml', 'Hugging Face - Blog', None))
        self.assertIn('feed.xml', self.run_well('--boards'))
        self.assertNotIn('introduces', self.run_well('--refresh'))
        self.server.set_page('huggingface.co/blog/feed.xml', pages.FEED % (pages.NEW_ITEM + pages.OLD_ITEM))
        words = self.run_well('--refresh')
        self.assertEqual(self.run_json('--refresh')['blogs'], [
            {'url': 'https://huggingface.co/blog/feed.xml', 'title': 'Hugging Face - Blog', 'state': 'read',
             'reason': '', 'offers': [{'title': 'Residencies for 2031', 'url': POST,
                                       'published': '2031-03-03T00:00:00Z', 'positions': 4}]}])
        self.assertIn('“Residencies for 2031” introduces 4 positions; it is not followed\n', words)
        self.assertIn(POST, words)
        # A feed that cannot be read is told, and what it offered stays.
        self.server.set_page('huggingface.co/blog/feed.xml', None)
        failed, = self.run_json('--refresh')['blogs']
        self.assertEqual((failed['state'], len(failed['offers'])), ('failed', 1))
        self.assertNotEqual(failed['reason'], '')
        self.assertIn('Hugging Face - Blog (https://huggingface.co/blog/feed.xml)\n'
                      '  Not read; what was known stays: ' + failed['reason'] + '\n', self.run_well('--refresh'))
        # Offered, never followed by itself.
        self.assertIsNone(self.find(BAKER))
        self.run_well('--follow', POST)
        self.assertIsNotNone(self.find(BAKER))
        self.assertNotIn('is not followed', self.run_well('--refresh'))
        self.run_well('--unfollow', 'https://huggingface.co/blog/feed.xml')
        self.assertNotIn('feed.xml', self.run_well('--boards'))


if __name__ == '__main__':
    main()
