#!/usr/bin/env python3
# Every file with words for people is in po/POTFILES.in, and every file there exists.
#
# check-potfiles.py SOURCE_ROOT
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import sys
from pathlib import Path

root = Path(sys.argv[1])
marked = re.compile(r'\b(?:N?C?_|n?gettext)\s*\(\s*"|\bg_dn?p?gettext2?\s*\(')
problems = []

listed = []
for line in (root / 'po/POTFILES.in').read_text().splitlines():
    if line and not line.startswith('#'):
        listed.append(line)

sources = [path for suffix in ('c', 'h', 'blp') for path in root.glob(f'src/**/*.{suffix}')]
translated = {str(path.relative_to(root)) for path in sources if marked.search(path.read_text())}
translated |= {str(path.relative_to(root)) for pattern in ('desktop', 'metainfo.xml', 'gschema.xml')
               for path in root.glob(f'data/*.{pattern}.in')}

for path in sorted(translated - set(listed)):
    problems.append(f'po/POTFILES.in lacks {path}')
for path in listed:
    if not (root / path).exists():
        problems.append(f'po/POTFILES.in names {path}, which does not exist')
    elif path not in translated:
        problems.append(f'po/POTFILES.in names {path}, which has nothing to translate')
if listed != sorted(set(listed)):
    problems.append('po/POTFILES.in is not sorted, or names a file twice')

sys.exit('\n'.join(problems) or 0)
