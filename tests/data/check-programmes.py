#!/usr/bin/env python3
# Every programme that ships has the notation that the README describes, and its addresses,
# keys and dates are what they claim to be.
#
# check-programmes.py SOURCE_ROOT
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later

import datetime
import json
import re
import sys
from pathlib import Path

TEXTS = ['name', 'title', 'date', 'url', 'portal_url', 'organisation', 'introduction',
         'locations', 'how_to_apply', 'statement']
LISTS = ['authors', 'checklist']
ENTRY = ['title', 'team', 'summary', 'url', 'key']
ADDRESS = re.compile(r'https://[a-z0-9.-]+/\S*')
WORKABLE = re.compile(r'https://apply\.workable\.com/(\w+)/j/([0-9A-F]{10})/?')

problems = []


def is_text(value):
    return isinstance(value, str) and value != '' and value == value.strip()


def check_entry(entry):
    if not isinstance(entry, dict) or list(entry) != ENTRY:
        yield f'a position has other keys than {", ".join(ENTRY)}'
        return
    for key in ENTRY:
        if not is_text(entry[key]) or '\n' in entry[key]:
            yield f'{entry["title"]}: "{key}" is not one trimmed line'
            return
    match = WORKABLE.fullmatch(entry['url'])
    if not match:
        yield f'{entry["title"]}: {entry["url"]} is no Workable position'
    elif entry['key'] != 'workable:{}:{}'.format(*match.groups()):
        yield f'{entry["title"]}: {entry["key"]} is not the key of {entry["url"]}'


def check(programme, stem):
    expected = set(TEXTS + LISTS + ['short_submission', 'positions'])
    if not isinstance(programme, dict) or set(programme) != expected:
        yield f'has other keys than {", ".join(sorted(expected))}'
        return
    for key in TEXTS:
        if not is_text(programme[key]):
            yield f'"{key}" is not a trimmed text'
            return
    for key in LISTS:
        if not programme[key] or not all(is_text(item) for item in programme[key]):
            yield f'"{key}" is not a list of trimmed texts'
    if programme['name'] != stem:
        yield f'is named {programme["name"]} inside'
    try:
        datetime.date.fromisoformat(programme['date'])
    except ValueError:
        yield f'"{programme["date"]}" is no date'
    for key in ('url', 'portal_url'):
        if not ADDRESS.fullmatch(programme[key]):
            yield f'"{programme[key]}" is no https address'
    if not isinstance(programme['short_submission'], bool):
        yield '"short_submission" is neither true nor false'
    if not isinstance(programme['positions'], list) or not programme['positions']:
        yield 'introduces no positions'
        return
    for entry in programme['positions']:
        yield from check_entry(entry)
    keys = [entry.get('key') for entry in programme['positions'] if isinstance(entry, dict)]
    if len(set(keys)) != len(keys):
        yield 'introduces a position twice'


files = sorted((Path(sys.argv[1]) / 'data/programmes').glob('*.json'))
if not files:
    problems.append('data/programmes: no programme ships')
for path in files:
    try:
        content = json.loads(path.read_text())
    except ValueError as error:
        problems.append(f'{path.name}: {error}')
        continue
    problems += [f'{path.name}: {problem}' for problem in check(content, path.stem)]

sys.exit('\n'.join(problems) or 0)
