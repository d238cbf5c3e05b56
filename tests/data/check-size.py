#!/usr/bin/env python3
# No source file has grown past the length at which it wants splitting.
#
# check-size.py SOURCE_ROOT
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later

import sys
from pathlib import Path

LIMIT = 700
SUFFIXES = {'.c', '.h', '.blp', '.py', '.sh', '.sql', '.css', '.build'}

root = Path(sys.argv[1])
problems = []
for folder in ('src', 'tests', 'build-aux', 'data'):
    for path in sorted((root / folder).rglob('*')):
        if path.is_file() and (path.suffix in SUFFIXES or folder == 'build-aux'):
            lines = len(path.read_text().splitlines())
            if lines > LIMIT:
                problems.append(f'{path.relative_to(root)} has {lines} lines: above {LIMIT}, split')

sys.exit('\n'.join(problems) or 0)
