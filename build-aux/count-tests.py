#!/usr/bin/env python3
"""Adds up what `meson test` logged and says how many tests passed.

    count-tests.py LOG... -- FAILURE...

Every LOG is the path of a test log without its ending. A FAILURE is a sentence about something
that broke before it could log. Subtests count one by one; a program that crashes, runs out of time
or breaks off counts as failed, whatever its subtests said until then.

Copyright 2026 The Candidacy developers
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

PASSES = {'OK', 'EXPECTEDFAIL'}
SKIPS = {'SKIP', 'IGNORED'}


def subtests(log):
    """For each program that reports subtests, their names and outcomes."""
    programs = {}
    for suite in ElementTree.parse(log + '.junit.xml').getroot():
        # The programs that report none share a suite under the project's name.
        project, _, program = suite.get('name').partition('.')
        if program:
            programs[program] = [
                (case.get('name'),
                 'skipped' if case.find('skipped') is not None else
                 'failed' if case.find('failure') is not None or case.find('error') is not None else
                 'passed')
                for case in suite.iter('testcase')]
    return programs


def count(log, totals, failures):
    by_program = subtests(log)
    build = Path(log).parts[-3]
    with open(log + '.json', encoding='utf-8') as lines:
        for line in lines:
            test = json.loads(line)
            name, result = test['name'], test['result']
            cases = by_program.get(name, [])
            name = f'{build}: {name}'
            totals.update(outcome for _, outcome in cases)
            failed = [f'{name}: {case}' for case, outcome in cases if outcome == 'failed']
            if result not in PASSES | SKIPS and not failed:
                totals['failed'] += 1
                failed = [f'{name}: {result.lower()}, exit status {test["returncode"]}']
            elif not cases:
                totals['skipped' if result in SKIPS else 'passed'] += 1
            failures += failed


def main():
    split = sys.argv.index('--')
    failures = sys.argv[split + 1:]
    totals = Counter(failed=len(failures))
    for log in sys.argv[1:split]:
        count(log, totals, failures)
    if not totals['passed'] + totals['failed']:
        failures.append('not a single test ran')
    for failure in failures:
        print('FAILED', failure, file=sys.stderr, flush=True)
    skipped = f', {totals["skipped"]} skipped' if totals['skipped'] else ''
    print(f'{totals["passed"]} passed, {totals["failed"]} failed{skipped}', flush=True)
    sys.exit(1 if failures else 0)


if __name__ == '__main__':
    main()
