#!/usr/bin/env python3
# cli.py: the command line from end to end: the real program, a server that plays Workable, no display
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later

import hashlib
import json
import pathlib
import resource
import signal
import socket
import subprocess
import sys
import time

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TESTS / 'lib'))
sys.dont_write_bytecode = True

from command_line import CommandLine, main  # noqa: E402 the folder of the tests' own modules comes first
from workable_server import WorkableServer  # noqa: E402

FIXTURES = TESTS / 'fixtures' / 'end-to-end'
BOARD = json.loads((FIXTURES / 'board.json').read_text())
ACCELERATE = 'workable:huggingface:9B5436D6FA'
EMBODIED = 'workable:huggingface:B3CDE6C150'
ADVOCATE = 'workable:huggingface:C0FFEE1234'


def without(*codes):
    return {**BOARD, 'jobs': [job for job in BOARD['jobs'] if job['shortcode'] not in codes]}


class WorkableCommandLine(CommandLine):
    def make_server(self):
        return WorkableServer({'huggingface': FIXTURES / 'board.json'}, {'9B5436D6FA': FIXTURES / 'form.json'})

    def find_field(self, draft, field):
        return next(entry for entry in draft['fields'] if entry['id'] == field)


class Positions(WorkableCommandLine):
    def test_what_ships_is_there_before_any_network(self):
        positions = self.run_json('--list')

        self.assertEqual([(p['team'], p['title']) for p in positions if p['team'] == 'Science team'],
                         [('Science team', 'Embodied AI Internship'),
                          ('Science team', 'Fast Distributed Training Framework Internship'),
                          ('Science team', 'Datasets for LLMs Internship')])
        self.assertEqual(len(positions), 7)
        self.assertEqual({p['state'] for p in positions}, {'announced'})
        self.assertEqual({p['on_board'] for p in positions}, {None})
        self.assertEqual({p['employment_type'] for p in positions}, {''})
        self.assertEqual({p['workplace'] for p in positions}, {'unknown'})
        self.assertEqual({p['published'] for p in positions}, {None})
        self.assert_untouched()

    def test_a_person_reads_them_by_team(self):
        lines = self.run_well('--list').splitlines()

        self.assertIn('Open Source team', lines)
        self.assertIn('Science team', lines)
        self.assertEqual(sum('workable:huggingface:' in line for line in lines), 7)
        columns = {line.index('workable:') for line in lines if 'workable:' in line}
        self.assertEqual(len(columns), 1)

    def test_search(self):
        self.assertEqual([p['key'] for p in self.run_json('--list', '--search', 'accelerate')], [ACCELERATE])
        self.assertEqual(self.run_json('--list', '--search', 'zeppelin'), [])
        self.assertIn('zeppelin', self.run_well('--list', '--search', 'zeppelin'))
        # Characters that mean something to a full-text engine are words like any other.
        for words in ('"', "'", '*', '(', 'AND', 'a NEAR b', '-x', 'title:x', '%', ';--', '"accelerate'):
            self.run_json('--list', '--search=' + words)

    def test_refresh_then_everything_the_board_says(self):
        report = self.run_json('--refresh')
        self.assertEqual(len(report['boards']), 1)
        board = report['boards'][0]
        self.assertEqual((board['board'], board['state'], board['reason']), ('workable:huggingface', 'read', ''))
        self.assertIn(ADVOCATE, board['new'])
        self.assertEqual(board['gone'], [])

        positions = {p['key']: p for p in self.run_json('--list')}
        self.assertEqual(len(positions), 8)
        accelerate = positions[ACCELERATE]
        self.assertEqual(accelerate['title'], 'Accelerate Internship')
        self.assertEqual(accelerate['team'], 'Open Source team')
        self.assertEqual(accelerate['department'], 'Open Source')
        self.assertEqual(accelerate['board'], 'workable:huggingface')
        self.assertEqual(accelerate['organisation'], 'Hugging Face')
        self.assertEqual((accelerate['state'], accelerate['on_board']), ('open', True))
        self.assertEqual(len(accelerate['locations']), 2)
        self.assertIn('Paris', accelerate['locations'][0])
        self.assertIn('New York', accelerate['locations'][1])
        self.assertEqual(accelerate['workplace'], 'remote')
        self.assertEqual((accelerate['employment_type'], accelerate['employment']), ('Internship', 'internship'))
        self.assertEqual(accelerate['published'], '2022-11-29')
        self.assertRegex(accelerate['first_seen'], r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$')
        self.assertIn('Python, and patience with distributed systems', accelerate['description_text'])
        self.assertIn('read & run', accelerate['description_text'])
        self.assertNotIn('<', accelerate['description_text'])
        self.assertNotEqual(accelerate['summary'], '')
        self.assertEqual(positions[ADVOCATE]['team'], 'Community')
        self.assertEqual(positions[ADVOCATE]['locations'], [])
        # The board was read and does not have it: it stays what the announcement made it.
        fast = positions['workable:huggingface:BEBD24C4C4']
        self.assertEqual((fast['state'], fast['on_board']), ('announced', False))
        self.assertEqual(self.server.surprises, [])
        self.assertEqual([request['path'] for request in self.server.requests],
                         ['/api/v1/widget/accounts/huggingface?details=true'])

    def test_refresh_tells_changed_and_gone_apart(self):
        self.run_json('--refresh')
        again = self.run_json('--refresh')['boards'][0]
        self.assertEqual((again['new'], again['changed'], again['gone']), ([], [], []))

        other = json.loads(json.dumps(without('C0FFEE1234')))
        other['jobs'][-1]['description'] = '<p>Petabytes now.</p>'
        self.server.set_account('huggingface', other)
        first = self.run_json('--refresh')['boards'][0]
        second = self.run_json('--refresh')['boards'][0]
        self.assertEqual(first['changed'], ['workable:huggingface:4A6EA3243C'])
        self.assertEqual((first['gone'], second['gone']), ([], [ADVOCATE]))

        gone = self.run_json('--show', ADVOCATE)
        self.assertEqual((gone['state'], gone['on_board']), ('closed', False))
        self.assertIn('Talks, demos and answers.', gone['description_text'])

    def test_refresh_in_words(self):
        words = self.run_well('--refresh')
        self.assertIn('Hugging Face (workable:huggingface)', words)
        self.assertIn('Developer Advocate', words)
        self.assertIn('Nothing changed', self.run_well('--refresh'))

    def test_entries_that_cannot_be_read_are_told(self):
        self.assertEqual(self.run_json('--refresh')['boards'][0]['skipped'], 0)
        self.assertNotIn('could not be read', self.run_well('--refresh'))
        other = json.loads(json.dumps(without()))
        other['jobs'] += [5, {'title': 'No code'}]
        self.server.set_account('huggingface', other)
        self.assertEqual(self.run_json('--refresh')['boards'][0]['skipped'], 2)
        self.assertIn('  2 entries could not be read\n', self.run_well('--refresh'))

    def test_texts_do_not_steer(self):
        other = json.loads(json.dumps(without()))
        other['jobs'][0].update(title='Dev\x1b[2J\u202eAdvocate\nHere\x00More', shortcode='DD11223344')
        self.server.set_account('huggingface', other)
        self.run_json('--refresh')
        shown = self.run_json('--show', 'workable:huggingface:DD11223344')
        self.assertEqual(shown['title'], 'Dev[2JAdvocate Here\ufffdMore')

    def test_a_place_that_is_not_stated_is_left_out(self):
        words = self.run_well('--show', ACCELERATE)
        self.assertIn('\n  Key ', words)
        self.assertNotIn('Place', words)

    def test_hosts_of_blanks_are_refused(self):
        self.assertIn('CANDIDACY_HOSTS', self.run_badly(1, '--refresh', CANDIDACY_HOSTS='  '))
        self.assert_untouched()

    def test_a_board_that_fails_changes_nothing(self):
        self.run_json('--refresh')
        before = self.run_json('--list')
        failures = {
            'not-found': {},
            'too-many': {'retry_after': 3600},
            'error': {},
            'cut': {},
            'html': {},
        }
        for kind, details in failures.items():
            with self.subTest(kind):
                self.server.behave('accounts/huggingface', kind, **details)
                done = self.run_program('--refresh', '--json')
                report = json.loads(done.stdout)['boards'][0]
                self.assertEqual((done.returncode, report['state']), (1, 'failed'))
                self.assertNotEqual(report['reason'], '')
                self.assertEqual(report['new'] + report['changed'] + report['gone'], [])
                sentence = done.stderr.decode()
                self.assertIn('workable:huggingface', sentence)
                self.assertIn(report['reason'], sentence)
                self.assertEqual(self.run_json('--list'), before)

    def test_other_shapes_change_nothing(self):
        self.run_json('--refresh')
        before = self.run_json('--list')
        for body in (b'', b'null', b'[]', b'"jobs"', b'{"jobs": 5}', b'{"name": []}', b'{"jobs": [1]}',
                     b'[' * 100000, b'{"error": "no"}', b'\xff\xfe\x00'):
            with self.subTest(body[:20]):
                self.server.set_account('huggingface', body)
                done = self.run_program('--refresh', '--json')
                self.assertEqual(done.returncode, 1)
                self.assertIn('workable:huggingface', done.stderr.decode())
                self.assertEqual(len(json.loads(done.stdout)['boards']), 1)
                after = self.run_json('--list')
                self.assertEqual([p['description_text'] for p in after], [p['description_text'] for p in before])
                self.assertEqual([p['state'] for p in after], [p['state'] for p in before])

    def test_nobody_answers(self):
        with socket.socket() as closed:
            closed.bind(('127.0.0.1', 0))
            hosts = 'apply.workable.com=http://127.0.0.1:%d' % closed.getsockname()[1]
        done = self.run_program('--refresh', CANDIDACY_HOSTS=hosts)
        self.assertEqual(done.returncode, 1)
        self.assertIn('workable:huggingface could not be read', done.stderr.decode())
        self.assertEqual(len(self.run_json('--list')), 7)

    def test_show(self):
        self.run_json('--refresh')
        shown = self.run_json('--show', ACCELERATE)
        self.assertEqual(shown, next(p for p in self.run_json('--list') if p['key'] == ACCELERATE))
        for address in ('https://apply.workable.com/huggingface/j/9B5436D6FA/?utm_source=x',
                        'https://apply.workable.com/j/9B5436D6FA/apply', 'apply.workable.com/j/9B5436D6FA'):
            self.assertEqual(self.run_json('--show', address)['key'], ACCELERATE)
        words = self.run_well('--show', ACCELERATE)
        for part in ('Accelerate Internship\n', 'Hugging Face', 'Internship', 'Paris', '2022-11-29',
                     'https://apply.workable.com/j/9B5436D6FA/apply', '• Python, and patience'):
            self.assertIn(part, words)

    def test_a_position_that_there_is_not(self):
        for subject in ('workable:huggingface:NOPE', 'nonsense', '', '::', 'https://example.com/', 'a:b:c:d',
                        'https://apply.workable.com/j/0000000000', "'; DROP TABLE position; --"):
            with self.subTest(subject):
                self.assertIn('“%s”' % subject, self.run_badly(1, '--show', subject))
                self.run_badly(1, '--draft', subject, '--json')
        self.assertEqual(self.run_json('--applications'), [])
        self.assert_untouched()

    def test_programme(self):
        programme = self.run_json('--programme')
        self.assertEqual(programme['title'], 'We are hiring interns!')
        self.assertEqual(programme['authors'], ['lysandre', 'douwekiela'])
        self.assertEqual(programme['date'], '2022-11-29')
        self.assertEqual([p['key'] for p in programme['positions']],
                         ['workable:huggingface:' + code for code in
                          ('9B5436D6FA', '93CDE47063', 'B3CDE6C150', 'BEBD24C4C4', '4A6EA3243C', '648A916AAB',
                           'BCCB4CAF82')])
        for member in ('url', 'introduction', 'how_to_apply', 'statement'):
            self.assertNotEqual(programme[member], '')
        self.assertTrue(all(isinstance(step, str) for step in programme['checklist']))
        self.assertEqual(self.run_json('--programme', programme['name']), programme)
        self.assertIn('Embodied AI Internship', self.run_well('--programme'))
        self.assertIn('“winter”', self.run_badly(1, '--programme', 'winter'))
        self.assert_untouched()

    def test_a_long_list_is_whole(self):
        jobs = [{**BOARD['jobs'][-1], 'title': 'Position %04d' % n, 'shortcode': '%010X' % n,
                 'description': '<p>Number %d</p>' % n} for n in range(2000)]
        self.server.set_account('huggingface', {**BOARD, 'jobs': jobs})
        self.assertEqual(len(self.run_json('--refresh')['boards'][0]['new']), 2000)
        positions = self.run_json('--list')
        self.assertEqual(len(positions), 2007)
        self.assertEqual(len({p['key'] for p in positions}), 2007)
        texts = {p['title']: p['description_text'] for p in positions}
        self.assertEqual(texts['Position 1234'].strip(), 'Number 1234')


class Terminal(WorkableCommandLine):
    def test_texts_from_the_network_do_not_steer_it(self):
        board = json.loads(json.dumps(BOARD))
        board['jobs'][-1]['title'] = 'Bad \x1b[2J\x1b]0;title\x07 \x9b31m Advocate'
        board['jobs'][-1]['description'] = '<p>One\x1b[31m red \u0085 two</p>'
        self.server.set_account('huggingface', board)
        for arguments in (('--refresh',), ('--list',), ('--show', ADVOCATE), ('--draft', ADVOCATE)):
            with self.subTest(arguments[0]):
                words = self.run_program(*arguments).stdout.decode()
                self.assertIn('Advocate', words)
                self.assertFalse([c for c in words if c != '\n' and (ord(c) < 32 or 127 <= ord(c) < 160)])

    def test_another_character_set(self):
        self.run_json('--refresh')
        done = self.run_program('--show', ACCELERATE, LC_ALL='C')
        self.assertEqual((done.returncode, done.stderr), (0, b''))
        done.stdout.decode('ascii')
        done = self.run_program('--show', ACCELERATE, '--json', LC_ALL='C')
        self.assertIn('•', json.loads(done.stdout.decode('utf-8'))['description_text'])

    def test_a_reader_who_leaves(self):
        jobs = [{**BOARD['jobs'][-1], 'shortcode': '%010X' % n} for n in range(1000)]
        self.server.set_account('huggingface', {**BOARD, 'jobs': jobs})
        self.run_json('--refresh')
        for arguments in (('--list', '--json'), ('--list',)):
            program = subprocess.Popen([self.program, *arguments], env=self.environment, stdout=subprocess.PIPE,
                                       stderr=subprocess.PIPE)
            program.stdout.read(10)
            program.stdout.close()
            complaints = program.stderr.read()
            program.stderr.close()
            self.assertEqual((program.wait(60), complaints), (0, b''))

    def test_a_full_disk_behind_the_output(self):
        with open('/dev/full', 'w') as full:
            done = subprocess.run([self.program, '--list', '--json'], env=self.environment, stdout=full,
                                  stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertIn('candidacy: Standard output cannot be written', done.stderr.decode())

    def test_a_data_folder_that_cannot_be(self):
        blocked = self.folder + '/file'
        pathlib.Path(blocked).write_text('in the way')
        self.assertIn(blocked, self.run_badly(1, '--list', XDG_DATA_HOME=blocked))

    def test_a_database_that_is_none(self):
        self.run_json('--list')
        data = pathlib.Path(self.folder, 'data', 'candidacy')
        databases = [file for file in data.iterdir() if file.suffix == '.db']
        self.assertEqual(len(databases), 1)
        for file in data.iterdir():
            if file.is_file():
                file.unlink()
        databases[0].write_text('This is no database. ' * 100)
        self.assertIn(str(data), self.run_badly(1, '--list', '--json'))
        self.assertEqual(databases[0].read_text(), 'This is no database. ' * 100)

    def test_hosts_that_are_not_this_computer(self):
        self.assertIn('CANDIDACY_HOSTS', self.run_badly(1, '--list', CANDIDACY_HOSTS='a.b=http://example.com:80'))
        self.assertIn('CANDIDACY_HOSTS', self.run_badly(1, '--list', CANDIDACY_HOSTS='nonsense'))


class Profile(WorkableCommandLine):
    def import_resume(self, **basics):
        path = pathlib.Path(self.folder, 'cv.json')
        path.write_text(json.dumps({'basics': basics, 'skills': [{'name': 'Notes'}]}))
        return self.run_json('--import', str(path))['profile']

    def test_resume_in_and_out(self):
        self.assertEqual(self.run_well('--profile'), 'There is nothing in the profile yet.\n')
        self.assertEqual(self.import_resume(name='Ada Lovelace', email='ada@a.example'),
                         {'filled': ['first-name', 'last-name', 'email', 'resume'], 'differs': [], 'odd': 0})
        self.assertEqual(self.import_resume(name='Ada Lovelace', email='other@a.example', phone='1'),
                         {'filled': ['phone'], 'odd': 0, 'differs': [
                             {'part': 'email', 'profile': 'ada@a.example', 'file': 'other@a.example'}]})
        resume = self.run_json('--profile')
        self.assertEqual(resume['basics'], {'name': 'Ada Lovelace', 'email': 'ada@a.example', 'phone': '1'})
        self.assertEqual(resume['skills'], [{'name': 'Notes'}])
        self.assertIn('Last name\n  Lovelace\n', self.run_well('--profile'))
        self.assert_untouched()


class Usage(WorkableCommandLine):
    def test_help_and_version(self):
        words = self.run_well('--help')
        for part in ('ADDRESS', '--list', '--search', '--refresh', '--show', '--programme', '--draft', '--set',
                     '--attach', '--applications', '--json', '--version', '--follow', '--unfollow', '--boards',
                     '--import', '--export', '--profile'):
            self.assertIn(part, words)
        self.assertRegex(self.run_well('--version'), r'^Candidacy \d+\.\d+\.\d+\n$')
        self.assertFalse(pathlib.Path(self.folder, 'data').exists())

    def test_arguments_that_make_no_sense(self):
        for arguments, named in (
                (('--lst',), '--lst'),
                (('--list', '--refresh'), '--list and --refresh'),
                (('--follow', 'a', '--unfollow', 'b'), '--follow and --unfollow'),
                (('--boards', '--import', 'a'), '--boards and --import'),
                (('--follow', 'a', '--follow', 'b'), '--follow'),
                (('--follow',), '--follow'),
                (('--follow', 'a', 'b'), 'b'),
                (('--unfollow', 'a', '--json'), '--unfollow'),
                (('--export', 'boards.txt'), 'boards.txt'),
                (('--export', ''), '.opml'),
                (('--boards', 'more'), 'more'),
                (('--follow', b'\xff\xfe'), '--follow'),
                (('--search', 'x'), '--search'),
                (('--refresh', '--search', 'x'), '--search'),
                (('--list', '--search'), '--search'),
                (('--show',), '--show'),
                (('--json',), '--json'),
                (('--list', 'more'), 'more'),
                (('--programme', 'one', 'two'), 'two'),
                (('one', 'two'), 'two'),
                (('--set', 'a=b'), '--set'),
                (('--show', ACCELERATE, '--set', 'a=b'), '--set'),
                (('--list', '--attach', 'a=b'), '--attach'),
                (('--draft', ACCELERATE, '--set', 'firstname'), 'firstname'),
                (('--draft', ACCELERATE, '--set', '=x'), '=x'),
                (('--draft', ACCELERATE, '--attach', 'resume'), 'resume'),
                (('--draft', ACCELERATE, '--set', b'firstname=\xff\xfe'), '--set'),
                (('--show', b'\xff\xfe'), '--show')):
            with self.subTest(arguments):
                self.assertIn(named, self.run_badly(2, *arguments))
        self.assertFalse(pathlib.Path(self.folder, 'data').exists())


class Drafts(WorkableCommandLine):
    def draft(self, *arguments):
        return self.run_json('--draft', ACCELERATE, *arguments)

    def test_begin_and_continue(self):
        begun = self.draft()
        self.assertEqual((begun['key'], begun['title'], begun['organisation'], begun['status'], begun['form_source']),
                         (ACCELERATE, 'Accelerate Internship', 'Hugging Face', 'drafting', 'board'))
        self.assertEqual(begun['answered'], 0)
        self.assertGreaterEqual(begun['total'], 16)
        self.assertTrue(self.find_field(begun, 'firstname')['missing'])
        # The server's guess of the place from the caller's address is never an answer.
        self.assertEqual(self.find_field(begun, 'address')['answer'], '')

        self.draft('--set', 'firstname=Ada', '--set', 'email=ada@example.org', '--set', 'QA_2006=First.\n\nSecond: a=b.')
        later = self.draft('--set', 'lastname=Łovelace')
        answers = {field['id']: field['answer'] for field in later['fields']}
        self.assertEqual((answers['firstname'], answers['lastname'], answers['email'], answers['QA_2006']),
                         ('Ada', 'Łovelace', 'ada@example.org', 'First.\n\nSecond: a=b.'))
        self.assertEqual((later['answered'], later['missing']), (4, begun['missing'] - 4))
        self.assertEqual(later['created'], begun['created'])
        # Its form was read once and kept.
        self.assertEqual([request['path'] for request in self.server.requests],
                         ['/api/v1/jobs/9B5436D6FA/form'])
        self.assertEqual(self.server.surprises, [])
        shown = self.run_json('--show', ACCELERATE)
        self.assertTrue(shown['drafted'])
        # What it asks is told where it is known, and not asked for.
        asks = shown['asks']
        self.assertEqual((asks['form_source'], asks['questions']), ('board', begun['total']))
        self.assertEqual(asks['required'], sum(field['required'] for field in begun['fields']))
        self.assertIn(f"{asks['questions']} questions, {asks['required']} required", self.run_well('--show', ACCELERATE))
        self.assertNotIn('asks', self.run_json('--show', EMBODIED))

    def test_short_submission_belongs_to_the_programme(self):
        draft = self.draft('--set', 'short_submission.hub_user=ada')
        self.assertEqual(self.find_field(draft, 'short_submission.hub_user')['answer'], 'ada')
        self.assertEqual(self.find_field(draft, 'short_submission.answer')['answer'], '')

    def test_every_type_of_field(self):
        draft = self.draft('--set', 'QA_2001=2026-09-01', '--set', 'QA_2002=35', '--set', 'QA_2003=1 week',
                           '--set', 'QA_2004=Datasets; 31', '--set', 'QA_2005=Yes', '--set', 'gdpr=false',
                           '--set', 'phone=+33 1 23 45 67 89',
                           '--set', 'education=[{"school": "École", "degree": "MSc"}]', '--with-sensitive')
        answers = {field['id']: field['answer'] for field in draft['fields']}
        self.assertEqual((answers['QA_2001'], answers['QA_2002'], answers['QA_2003'], answers['QA_2004'],
                          answers['QA_2005'], answers['gdpr'], answers['phone']),
                         ('2026-09-01', '35', '139528', '31\n32', 'true', 'false', '+33 1 23 45 67 89'))
        self.assertEqual(json.loads(answers['education']), [{'school': 'École', 'degree': 'MSc'}])
        self.assertEqual({field['problem'] for field in draft['fields']}, {None})
        self.assertEqual(self.find_field(draft, 'QA_2003')['options'][1], {'id': '139528', 'label': '1 week'})

        other = self.draft('--set', 'QA_2004=Transformers; or Diffusers', '--set', 'QA_2005=')
        self.assertEqual(self.find_field(other, 'QA_2004')['answer'], '33')
        self.assertEqual(self.find_field(other, 'QA_2005')['answer'], '')

    def test_sensitive_answers_are_left_out_unless_asked_for(self):
        draft = self.draft('--set', 'gdpr=true', '--set', 'firstname=Ada')
        consent = self.find_field(draft, 'gdpr')
        self.assertEqual((consent['answer'], consent['left_out'], consent['missing']), ('', True, False))
        name = self.find_field(draft, 'firstname')
        self.assertEqual((name['answer'], name['left_out']), ('Ada', False))
        self.assertIn('(left out)', self.run_well('--draft', ACCELERATE))
        consent = self.find_field(self.draft('--with-sensitive'), 'gdpr')
        self.assertEqual((consent['answer'], consent['left_out']), ('true', False))
        self.assertNotIn('(left out)', self.run_well('--draft', ACCELERATE, '--with-sensitive'))
        self.assertIn('--with-sensitive', self.run_badly(2, '--list', '--with-sensitive'))

    def test_what_a_field_does_not_take_is_refused_whole(self):
        self.draft('--set', 'firstname=Ada')
        for bad in ('QA_2001=tomorrow', 'QA_2001=2026-02-30', 'QA_2002=many', 'QA_2003=3 weeks', 'QA_2004=Rust',
                    'QA_2005=perhaps', 'email=nobody', 'education=MSc', 'education=[{"shoe": "42"}]',
                    'education=[{"school": 5}]', 'firstname=' + 'x' * 128, 'resume=cv.pdf'):
            with self.subTest(bad):
                field = bad.partition('=')[0]
                self.assertIn('“%s”' % field,
                              self.run_badly(1, '--draft', ACCELERATE, '--set', 'firstname=Grace', '--set', bad))
        sentence = self.run_badly(1, '--draft', ACCELERATE, '--set', 'firstname=Grace', '--set', 'shoe_size=42')
        self.assertIn('“shoe_size”', sentence)
        for field in ('firstname', 'QA_2006', 'gdpr'):
            self.assertIn(field, sentence)
        draft = self.draft()
        self.assertEqual((self.find_field(draft, 'firstname')['answer'], draft['answered']), ('Ada', 1))

    def test_a_refused_beginning_leaves_nothing(self):
        self.run_badly(1, '--draft', ACCELERATE, '--set', 'firstname=Ada', '--set', 'shoe_size=42')
        self.assertEqual(self.run_json('--applications'), [])
        self.assertEqual(self.draft()['answered'], 0)

    def test_attach(self):
        content = b'%PDF-1.7 my life' * 1000
        cv = pathlib.Path(self.folder, 'my cv.pdf')
        cv.write_bytes(content)
        kept = {'name': 'my cv.pdf', 'size': len(content), 'sha256': hashlib.sha256(content).hexdigest()}
        draft = self.draft('--attach', 'resume=%s' % cv)
        self.assertEqual(self.find_field(draft, 'resume')['attachment'], kept)
        self.assertFalse(self.find_field(draft, 'resume')['missing'])

        # It is a copy: the person's own file may go.
        cv.unlink()
        self.assertEqual(self.find_field(self.draft(), 'resume')['attachment'], kept)
        copies = [file for file in pathlib.Path(self.folder, 'data').rglob('*')
                  if file.is_file() and file.read_bytes() == content]
        self.assertEqual(len(copies), 1)
        self.assertIn('my cv.pdf', self.run_well('--draft', ACCELERATE))

        notes = pathlib.Path(self.folder, 'notes.exe')
        notes.write_text('x')
        large = pathlib.Path(self.folder, 'large.pdf')
        with open(large, 'wb') as file:
            file.truncate(12000001)
        for attach, named in (('resume=%s' % cv, str(cv)), ('resume=%s' % notes, '.pdf'),
                              ('resume=%s' % self.folder, self.folder), ('resume=%s' % large, str(large)),
                              (b'resume=/\xff.pdf', 'resume'), ('firstname=%s' % notes, 'firstname'), ('nothing=%s' % notes, 'nothing')):
            with self.subTest(attach):
                self.assertIn(named, self.run_badly(1, '--draft', ACCELERATE, '--attach', attach,
                                                    '--set', 'firstname=Grace'))
        self.assertEqual(self.find_field(self.draft(), 'resume')['attachment'], kept)
        self.assertEqual(self.find_field(self.draft(), 'firstname')['answer'], '')
        self.assertIsNone(self.find_field(self.draft('--attach', 'resume='), 'resume')['attachment'])

    def test_without_the_form_of_the_board(self):
        done = self.run_program('--draft', EMBODIED, '--set', 'firstname=Ada', '--json')
        draft = json.loads(done.stdout)
        self.assertEqual((done.returncode, draft['form_source']), (0, 'standard'))
        self.assertEqual(self.find_field(draft, 'firstname')['answer'], 'Ada')
        self.assertRegex(done.stderr.decode(), r'^candidacy: The form of %s could not be read \(.+\); .+\n$' % EMBODIED)
        self.assertEqual(self.run_json('--show', EMBODIED)['asks']['form_source'], 'standard')
        self.assertIn('(the usual questions)', self.run_well('--show', EMBODIED))

        # The employer's own form comes later, and the answers stay.
        self.server.set_form('B3CDE6C150', FIXTURES / 'form.json')
        later = self.run_json('--draft', EMBODIED)
        self.assertEqual(later['form_source'], 'board')
        self.assertEqual(self.find_field(later, 'firstname')['answer'], 'Ada')

    def test_forms_of_other_shapes(self):
        for body in (b'', b'null', b'{}', b'[]', b'[5]', b'[{"name": 5, "fields": 7}]', b'<html>', b'[{"fields": [{}]}]'):
            with self.subTest(body):
                self.server.set_form('9B5436D6FA', body)
                done = self.run_program('--draft', ACCELERATE, '--json')
                self.assertEqual((done.returncode, json.loads(done.stdout)['form_source']), (0, 'standard'))
                self.assertIn('could not be read', done.stderr.decode())

    def test_applications(self):
        self.assertEqual(self.run_json('--applications'), [])
        self.assertIn('no applications', self.run_well('--applications'))
        self.draft('--set', 'firstname=Ada')
        self.run_program('--draft', EMBODIED)
        listed = {entry['key']: entry for entry in self.run_json('--applications')}
        self.assertEqual(set(listed), {ACCELERATE, EMBODIED})
        accelerate = listed[ACCELERATE]
        self.assertEqual((accelerate['title'], accelerate['organisation'], accelerate['status'],
                          accelerate['form_source'], accelerate['answered']),
                         ('Accelerate Internship', 'Hugging Face', 'drafting', 'board', 1))
        draft = self.draft()
        self.assertEqual((accelerate['missing'], accelerate['total']), (draft['missing'], draft['total']))
        self.assertEqual(listed[EMBODIED]['form_source'], 'standard')
        self.assertRegex(accelerate['created'], r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$')
        # Looking changes nothing.
        self.assertEqual(self.run_json('--applications'), list(listed.values()))
        self.assertIn('Accelerate Internship', self.run_well('--applications'))

    def test_a_draft_outlives_its_position(self):
        self.run_json('--refresh')
        self.server.set_form('C0FFEE1234', FIXTURES / 'form.json')
        self.run_json('--draft', ADVOCATE, '--set', 'firstname=Ada')
        self.server.set_account('huggingface', without('C0FFEE1234'))
        self.run_json('--refresh')
        self.run_json('--refresh')
        self.assertEqual(self.run_json('--show', ADVOCATE)['state'], 'closed')
        draft = self.run_json('--draft', ADVOCATE)
        self.assertEqual(self.find_field(draft, 'firstname')['answer'], 'Ada')

    def test_a_full_disk(self):
        self.draft('--set', 'cover_letter=kept')
        limit = 80000
        # The signal that comes with it stays ignored, as Python has it, so that writing fails as on a full disk.
        done = subprocess.run([self.program, '--draft', ACCELERATE, '--set', 'cover_letter=' + 'x' * 120000],
                              env=self.environment, capture_output=True, timeout=60, restore_signals=False,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        self.assertEqual((done.returncode, done.stdout), (1, b''))
        self.assertRegex(done.stderr.decode(), r'^candidacy: The draft could not be saved: .+\n$')
        self.assertEqual(self.find_field(self.draft(), 'cover_letter')['answer'], 'kept')

    def test_several_at_once(self):
        self.draft()
        answers = {'firstname': 'of firstname', 'lastname': 'of lastname', 'phone': '+44 20 7946 0100',
                   'address': 'of address', 'CA_1001': 'of CA_1001', 'cover_letter': 'of cover_letter'}
        programs = [subprocess.Popen([self.program, '--draft', ACCELERATE, '--set', f'{field}={answer}'],
                                     env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                    for field, answer in answers.items()]
        for program in programs:
            complaints = program.communicate(timeout=60)[1]
            self.assertEqual((program.returncode, complaints), (0, b''))
        draft = self.draft()
        for field, answer in answers.items():
            self.assertEqual(self.find_field(draft, field)['answer'], answer)

    def test_signals(self):
        self.draft('--set', 'firstname=Ada')
        self.server.behave('forms/B3CDE6C150', 'slow', seconds=30)
        for number in (signal.SIGTERM, signal.SIGINT):
            program = subprocess.Popen([self.program, '--draft', EMBODIED, '--set', 'firstname=Ada'], env=self.environment,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            asked = len(self.server.requests)
            limit = time.monotonic() + 30
            while not any('B3CDE6C150' in request['path'] for request in self.server.requests[asked:]):
                self.assertLess(time.monotonic(), limit)
                time.sleep(0.02)
            program.send_signal(number)
            printed, complaints = program.communicate(timeout=20)
            self.assertEqual((program.returncode, printed), (128 + number, b''), complaints)
        self.assertEqual(self.find_field(self.draft(), 'firstname')['answer'], 'Ada')


if __name__ == '__main__':
    main()
