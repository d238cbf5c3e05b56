#!/usr/bin/env python3
# The 2023 internship announcement is shown whole: its seven positions by team, and every ground
# of the employer's equal-opportunity statement.
#
# check-interns.py SOURCE_ROOT
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import sys
from pathlib import Path

POSITIONS = [
    ('Accelerate Internship', 'Open Source team', '9B5436D6FA'),
    ('Text to Speech Internship', 'Open Source team', '93CDE47063'),
    ('Embodied AI Internship', 'Science team', 'B3CDE6C150'),
    ('Fast Distributed Training Framework Internship', 'Science team', 'BEBD24C4C4'),
    ('Datasets for LLMs Internship', 'Science team', '4A6EA3243C'),
    ('Social Impact Evaluation Internship', 'Other positions', '648A916AAB'),
    ('AI Art Tooling Internship', 'Other positions', 'BCCB4CAF82'),
]
GROUNDS = ['race', 'religion', 'color', 'national origin', 'gender', 'sexual orientation', 'age',
           'marital status', 'veteran status', 'disability status']
ENCOURAGED = ['people of color', 'working-class', 'women', 'LGBTQ+']

path = Path(sys.argv[1]) / 'data/programmes/huggingface-interns-2023.json'
try:
    programme = json.loads(path.read_text())
except ValueError as error:
    sys.exit(f'{path.name}: {error}')
problems = []

found = [(entry['title'], entry['team'], entry['key'].rpartition(':')[2])
         for entry in programme['positions']]
if found != POSITIONS:
    problems.append(f'the positions are {found}')
if programme['date'] != '2022-11-29' or programme['authors'] != ['lysandre', 'douwekiela']:
    problems.append('the date or the authors are not the announcement\'s')
last = programme['statement'].rpartition('because of ')[2].rstrip('.').replace(', or ', ', ')
if last.split(', ') != GROUNDS:
    problems.append(f'the statement names the grounds {last}')
problems += [f'the statement does not name {words}' for words in ENCOURAGED
             if words not in programme['statement']]

sys.exit('\n'.join(f'{path.name}: {problem}' for problem in problems) or 0)
