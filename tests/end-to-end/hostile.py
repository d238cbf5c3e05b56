#!/usr/bin/env python3
# hostile.py: hosts that mean no good, on the command line: each is told in one sentence, and what was known stays
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later

import gzip
import json
import os
import pathlib
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TESTS / 'lib'))
sys.dont_write_bytecode = True

import board_pages as pages  # noqa: E402 the folder of the tests' own modules comes first
from board_server import BoardHandler, BoardServer, Redirect  # noqa: E402
from command_line import CommandLine, main  # noqa: E402

MIB = 1024 * 1024
LIST = 'boards-api.greenhouse.io/v1/boards/brightwater/jobs'
PAGE = 'careers.lindenhof.example/jobs'
GREENHOUSE = 'greenhouse:brightwater'
LINDENHOF = 'jsonld:careers.lindenhof.example/jobs'
MILLION = 1000000

TOO_LARGE = 'larger than 32 MiB'
SHAPES = {
    'larger than 32 MiB': (b' ' * (32 * MIB + 1), {}, TOO_LARGE),
    'a bomb': (gzip.compress(b' ' * (256 * MIB)), {'Content-Encoding': 'gzip'}, TOO_LARGE),
    'a bomb in a bomb': (gzip.compress(gzip.compress(b' ' * (64 * MIB))), {'Content-Encoding': 'gzip, gzip'}, ''),
    'no gzip': (b'{"jobs": []}', {'Content-Encoding': 'gzip'}, ''),
    'nested': (b'{"jobs": ' + b'[' * 100000, {}, 'nested deeper than 64 levels'),
    'nested and closed': (b'{"jobs": ' + b'[' * 100000 + b']' * 100000 + b'}', {}, 'nested deeper than 64 levels'),
    'no UTF-8': (b'{"jobs": [{"id": 1, "title": "\xff\xfe\xc3"}]}', {}, 'JSON was expected'),
    'a NUL': (b'{"jobs": [\0]}', {}, 'JSON was expected'),
    'a page': (b'<!DOCTYPE html><p>Just a moment', {}, 'JSON was expected'),
}
REDIRECTS = {
    'http': ('http://boards-api.greenhouse.io/elsewhere', 'which is not https'),
    'a private address': ('https://192.168.1.1/', 'which is on this machine'),
    'this computer': ('https://127.0.0.1/', 'which is on this machine'),
    'a script': ('javascript:alert(1)', 'which is not https'),
    'a circle': ('https://' + LIST, 'sends elsewhere for the 6th time'),
}


class HostileHandler(BoardHandler):
    def play(self, target, body, behaviour):
        kind = behaviour.get('kind')
        if kind == 'as-told':
            self.answer(200, behaviour['body'], 'application/octet-stream', behaviour['headers'])
            return 200
        if kind == 'endless':
            self.drip()
            return 200
        return super().play(target, body, behaviour)

    def drip(self):
        """Always a little more, so that nothing but the whole time tells that it never ends."""
        self.send_response(200)
        self.send_header('Content-Type', 'application/json')
        self.end_headers()
        self.close_connection = True
        self.wfile.write(b'{"jobs": [')
        while not self.server.owner.stopping.wait(0.2):
            self.wfile.write(b' ')


class Hostile(CommandLine):
    # A minute at most for each; an instrumented program takes its time.
    patience = 240 if 'ASAN_OPTIONS' in os.environ else 60

    def make_server(self):
        server = BoardServer()
        server.listener.RequestHandlerClass = HostileHandler
        return server

    def setUp(self):
        super().setUp()
        self.run_well('--follow', 'boards.greenhouse.io/brightwater')
        self.before = self.run_json('--list')
        self.assertEqual(len([p for p in self.before if p['board'] == GREENHOUSE]), 2)

    def refresh(self, board=GREENHOUSE):
        """The status of a refresh, and what it tells of the board, in time."""
        done = self.run_program('--refresh', '--json')
        return done.returncode, next(b for b in json.loads(done.stdout)['boards'] if b['board'] == board)

    def assert_failed(self, part='', board=GREENHOUSE):
        """It says why, and what was known stays as it was."""
        status, told = self.refresh(board)
        self.assertEqual((status, told['state'], told['new'], told['changed'], told['gone']), (1, 'failed', [], [], []))
        self.assertRegex(told['reason'], r'^[^\n]{10,300}$')
        self.assertIn(part, told['reason'])
        self.assertEqual([p for p in self.run_json('--list') if p['board'] == board],
                         [p for p in self.before if p['board'] == board])
        listed = next(b for b in self.run_json('--boards') if b['board'] == board)
        self.assertEqual((listed['state'], listed['open']), ('failed', 2))

    def test_shapes(self):
        for name, (body, headers, part) in SHAPES.items():
            with self.subTest(name):
                self.server.behave(LIST, 'as-told', body=body, headers=headers)
                self.assert_failed(part)

    def test_redirects(self):
        for name, (location, part) in REDIRECTS.items():
            with self.subTest(name):
                self.server.set_page(LIST, Redirect(location, 302))
                self.assert_failed(part)

    def test_never_ends(self):
        self.server.behave(LIST, 'endless')
        self.assert_failed('takes too long over its answer')

    def test_a_million_entries(self):
        for name, entries, part in (
                ('that say nothing', (b'{}' for _ in range(MILLION)), 'none of the 1000000 entries'),
                ('of which each is a position', (b'{"id":%d,"title":"T"}' % (i + 1) for i in range(MILLION)),
                 'more positions than any board')):
            with self.subTest(name):
                body = b'{"jobs": [' + b','.join(entries) + b']}'
                self.assertLess(len(body), 32 * MIB)
                self.server.behave(LIST, 'as-told', body=body, headers={})
                self.assert_failed(part)

    def test_texts_that_want_to_be_more(self):
        """An answer of the right shape is believed; what it says is text, and its addresses lead to pages."""
        title = 'Di\0ver <b onclick="x()">&amp;</b> <script>alert(1)</script>\u202e'
        job = {**pages.BRIGHTWATER[0], 'title': title, 'absolute_url': 'javascript:alert(1)',
               'content': '<a href="javascript:alert(2)">Apply</a><script>alert(3)</script><p>Dives.</p>'}
        self.server.set_page(LIST, {'jobs': [job, pages.BRIGHTWATER[1]]})
        self.assertEqual(self.refresh()[1]['state'], 'read')
        shown = self.run_json('--show', GREENHOUSE + ':8636903002')
        self.assertIn('<b onclick="x()">&amp;</b> <script>alert(1)</script>', shown['title'])
        self.assertNotRegex(shown['title'], '[\\x00-\\x1f\\x7f-\\x9f]')
        self.assertEqual((shown['url'], shown['application_url']),
                         ('https://job-boards.greenhouse.io/brightwater/jobs/8636903002',
                          'https://boards.greenhouse.io/embed/job_app?for=brightwater&token=8636903002'))
        self.assertIn('Dives.', shown['description_text'])
        for words in (json.dumps(shown), self.run_well('--show', GREENHOUSE + ':8636903002')):
            for part in ('javascript:', 'alert(2)', 'alert(3)'):
                self.assertNotIn(part, words)

    def test_a_page(self):
        """A page that is followed like a board, and becomes one of nothing but tags."""
        self.run_well('--follow', PAGE)
        self.before = self.run_json('--list')
        for name, body in (('tags', b'<div>' * 1000000), ('scripts', b'<script type="application/ld+json">[' * 100000),
                           ('noise', bytes(range(256)) * 1000), ('nothing', b'')):
            with self.subTest(name):
                self.server.behave(PAGE, 'as-told', body=body, headers={'Content-Type': 'text/html'})
                self.assert_failed(board=LINDENHOF)


if __name__ == '__main__':
    main()
