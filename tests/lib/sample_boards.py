# sample_boards.py: boards of four systems, whose positions ask what recorded forms ask
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""For tests that look at forms as employers really write them. The forms stay where they are, in the folder that
CAND_TEST_SAMPLES names; find_samples () is None where it is not there. list_samples () makes a Sample of each form: the
position that has it, and the questions that a person has to see there, read from the form by rules of this file's own.
"""

import dataclasses
import json
import os
import pathlib
import re

ACCOUNT = 'samples'
WORKABLE = 'apply.workable.com/api/v1/'
GREENHOUSE = 'boards-api.greenhouse.io/v1/boards/' + ACCOUNT
ASHBY_FORM = 'jobs.ashbyhq.com/api/non-user-graphql'
CONSENT = 'Consent to the processing of personal data'
GREENHOUSE_KINDS = {'textarea': 'paragraph', 'input_file': 'file', 'multi_value_single_select': 'dropdown',
                    'multi_value_multi_select': 'multiple'}
ASHBY_KINDS = {'Email': 'email', 'Phone': 'phone', 'LongText': 'paragraph', 'File': 'file', 'Boolean': 'boolean',
               'MultiValueSelect': 'multiple'}
RECRUITEE_KINDS = {'string': 'text', 'text': 'paragraph', 'boolean': 'boolean', 'single_choice': 'dropdown',
                   'multi_choice': 'multiple', 'file': 'file', 'video': 'text'}


@dataclasses.dataclass
class Question:
    """One question: its words, its kind, what there is to choose from, the questions of an entry of a group, and the
    endings of files that are taken, none for any."""
    label: str
    kind: str
    required: bool = False
    options: tuple = ()
    single: bool = False
    parts: tuple = ()
    takes: tuple = ()


@dataclasses.dataclass
class Sample:
    name: str
    key: str
    title: str
    questions: list
    pages: dict


def find_samples():
    folder = pathlib.Path(os.environ.get('CAND_TEST_SAMPLES', ''))
    return folder if (folder / 'workable').is_dir() else None


def tidy(words):
    """A label as a person reads it: without blanks at its ends, and one between words."""
    return '\n'.join(' '.join(line.split()) for line in (words or '').strip().splitlines())


def name_words(name):
    """What is shown of a question that has only a name."""
    return name.replace('_', ' ').capitalize()


def strip_tags(markup):
    """The words of the paragraphs, with an empty line between them."""
    paragraphs = (tidy(re.sub(r'<[^>]*>', '', part)) for part in re.split('</p>', markup or ''))
    return '\n\n'.join(part for part in paragraphs if part)


# Workable: a list of sections, each with its fields.

def read_workable(field):
    """Workable's own consent has no words: its page says them."""
    label = CONSENT if field['id'] == 'gdpr' else tidy(field['label'])
    return Question(label, field['type'], bool(field.get('required')),
                    tuple(tidy(option['value']) for option in field.get('options', ())),
                    bool(field.get('singleOption')), tuple(read_workable(part) for part in field.get('fields', ())),
                    tuple(ending.strip('.').lower() for ending in field.get('supportedFileTypes', ())))


def make_workable(folder):
    paths = sorted((folder / 'workable').glob('form-*.json'))
    codes = ['5A3B1E%04X' % number for number in range(len(paths))]
    samples = []
    for path, code in zip(paths, codes):
        questions = [read_workable(field) for section in json.loads(path.read_text()) for field in section['fields']]
        samples.append(Sample('workable/' + path.name, f'workable:{ACCOUNT}:{code}', path.stem, questions,
                              {WORKABLE + f'jobs/{code}/form': path}))
    jobs = [{
        'title': sample.title, 'shortcode': code, 'code': '', 'employment_type': 'Full-time', 'telecommuting': False,
        'department': '', 'url': 'https://apply.workable.com/j/' + code, 'published_on': '2026-05-04',
        'shortlink': 'https://apply.workable.com/j/' + code, 'created_at': '2026-05-01', 'country': 'Portugal',
        'application_url': f'https://apply.workable.com/j/{code}/apply', 'city': 'Aveiro', 'state': '', 'education': '',
        'experience': '', 'function': '', 'industry': '', 'description': '<p>A form that was recorded.</p>',
        'locations': [],
    } for sample, code in zip(samples, codes)]
    board = {WORKABLE + 'widget/accounts/' + ACCOUNT: {'name': 'Workable Samples', 'description': None, 'jobs': jobs}}
    return board, samples


# Greenhouse: questions, then where one lives, then what a person is, then consents.

def read_greenhouse(question):
    """A question of several inputs is one row; the file is the one that is shown."""
    inputs = [one for one in question['fields'] if one['type'] != 'input_hidden']
    if not inputs:
        return None
    main = next((one for one in inputs if one['type'] == 'input_file'), inputs[0])
    return Question(tidy(question['label']) or name_words(main['name']), GREENHOUSE_KINDS.get(main['type'], 'text'),
                    question['required'], tuple(value['label'] for value in main.get('values') or ()))


def list_greenhouse(form):
    questions = [read_greenhouse(one) for one in form.get('questions', []) + form.get('location_questions', [])]
    for one in form.get('demographic_questions', {}).get('questions', []):
        questions.append(Question(one['label'], GREENHOUSE_KINDS[one['type']], one['required'],
                                  tuple(option['label'] for option in one['answer_options'])))
    for rule in form.get('data_compliance', []):
        if rule.get('requires_processing_consent'):
            questions.append(Question(CONSENT, 'boolean', True))
        if rule.get('requires_retention_consent'):
            questions.append(Question('Consent to the keeping of personal data', 'boolean', True))
    return [question for question in questions if question]


def make_greenhouse(folder):
    samples, jobs = [], []
    for number, name in enumerate(('job-board-greenhouse_questions', 'official-job-questions',
                                   'official-demographic')):
        form = json.loads((folder / 'greenhouse' / (name + '.json')).read_text())
        job = {
            'absolute_url': f'https://job-boards.greenhouse.io/{ACCOUNT}/jobs/{700 + number}', 'id': 700 + number,
            'internal_job_id': 800 + number, 'title': name, 'company_name': 'Greenhouse Samples', 'departments': [],
            'offices': [], 'location': {'name': 'Bergen'}, 'updated_at': '2026-07-29T08:50:01-04:00',
            'first_published': '2026-07-16T11:55:32-04:00', 'language': 'en', 'content': 'A form that was recorded.',
        }
        jobs.append(job)
        samples.append(Sample(f'greenhouse/{name}.json', f'greenhouse:{ACCOUNT}:{700 + number}', name,
                              list_greenhouse(form), {f'{GREENHOUSE}/jobs/{700 + number}': {**job, **form}}))
    board = {GREENHOUSE: {'name': 'Greenhouse Samples', 'content': ''},
             GREENHOUSE + '/jobs': {'jobs': jobs, 'meta': {'total': len(jobs)}}}
    return board, samples


# Ashby: one address for every form, so that a Sample's page is there while its form is read.

def list_ashby(posting):
    forms = [posting['applicationForm'], *posting.get('surveyForms', [])]
    questions = []
    for entry in [entry for form in forms for section in form['sections'] for entry in section['fieldEntries']]:
        field = entry['field']
        label = (tidy(field['title']) or strip_tags(entry.get('descriptionHtml')) or field.get('humanReadablePath') or
                 name_words(field['path']))
        questions.append(Question(label, ASHBY_KINDS.get(field['type'], 'text'), entry['isRequired'],
                                  tuple(option['label'] for option in field.get('selectableValues', ()))))
    return questions


def make_ashby(folder):
    samples, jobs = [], []
    for number, name in enumerate(('graphql-form', 'graphql-consent-untitled')):
        form = json.loads((folder / 'ashby' / (name + '.json')).read_text())
        posting = form['data']['jobPosting'] if 'data' in form else form
        code = f'9a8b7c6d-1111-4222-8333-{number:012d}'
        url = f'https://jobs.ashbyhq.com/{ACCOUNT}/{code}'
        jobs.append({
            'id': code, 'title': name, 'department': '', 'team': '', 'employmentType': 'FullTime', 'location': 'Turin',
            'secondaryLocations': [], 'isListed': True, 'publishedAt': '2026-04-20T22:43:56.531+00:00',
            'isRemote': None, 'workplaceType': None, 'address': None, 'jobUrl': url, 'applyUrl': url + '/application',
            'descriptionHtml': '<p>A form that was recorded.</p>', 'descriptionPlain': 'A form that was recorded.',
            'shouldDisplayCompensationOnJobPostings': False, 'compensation': None,
        })
        samples.append(Sample(f'ashby/{name}.json', f'ashby:{ACCOUNT}:{code}', name, list_ashby(posting),
                              {ASHBY_FORM: {'data': {'jobPosting': posting}}}))
    return {'api.ashbyhq.com/posting-api/job-board/' + ACCOUNT: {'apiVersion': '1', 'jobs': jobs}}, samples


# Recruitee: what an offer turns on, and its own questions.

def list_recruitee(offer):
    questions = []
    for option, label, kind in (('salutation', 'Salutation', 'text'), ('title', 'Title', 'text'),
                                (None, 'Full name', 'text'), (None, 'Email', 'email'), ('phone', 'Phone', 'phone'),
                                ('photo', 'Photo', 'file'), ('cv', 'Resume', 'file'),
                                ('cover_letter', 'Cover letter', 'paragraph')):
        asked = offer.get(f'options_{option}', 'off') if option else 'required'
        if asked != 'off':
            questions.append(Question(label, kind, asked == 'required'))
    for question in sorted(offer.get('open_questions') or [], key=lambda one: one['position']):
        choices = sorted(question['open_question_options'], key=lambda one: one['position'])
        questions.append(Question(tidy(question['body']), RECRUITEE_KINDS[question['kind']], question['required'],
                                  tuple(tidy(choice['body']) for choice in choices)))
    return questions


def make_recruitee(folder):
    board, samples = {}, []
    for name in ('careerkit', 'job-agent'):
        offers = json.loads((folder / 'recruitee' / (name + '.json')).read_text())['offers']
        account = 'samples-' + name
        host = account + '.recruitee.com'
        own = []
        for offer in offers:
            url = f'https://{host}/o/{offer["slug"]}'
            own.append({**offer, 'careers_url': url, 'careers_apply_url': url + '/c/new'})
            samples.append(Sample(f'recruitee/{name}.json {offer["id"]}', f'recruitee:{account}:{offer["slug"]}',
                                  tidy(offer['title']), list_recruitee(offer),
                                  {f'{host}/api/offers/{offer["slug"]}': {'offer': own[-1]}}))
        board[host + '/api/offers/'] = {'offers': own}
    return board, samples


def list_samples(folder):
    """The pages of the boards, and a Sample of each form."""
    pages, samples = {}, []
    for make in (make_workable, make_greenhouse, make_ashby, make_recruitee):
        board, own = make(folder)
        pages.update(board)
        samples += own
    return pages, samples


ADDRESSES = (
    'https://apply.workable.com/samples/', 'https://job-boards.greenhouse.io/samples',
    'https://jobs.ashbyhq.com/samples', 'https://samples-careerkit.recruitee.com/',
    'https://samples-job-agent.recruitee.com/',
)
