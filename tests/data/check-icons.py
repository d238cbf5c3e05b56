#!/usr/bin/env python3
# Every symbolic icon that the interface names is one of GNOME's icon theme or our own.
#
# check-icons.py SOURCE_ROOT
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import re
import sys
from pathlib import Path

SKIPPED = 77
# Icons that libadwaita itself brings along.
BUILT_IN = {'adw-external-link-symbolic'}

root = Path(sys.argv[1])
shares = os.environ.get('XDG_DATA_DIRS') or '/usr/local/share:/usr/share'
themes = [Path(share) / 'icons/Adwaita' for share in shares.split(':')]
themes = [theme for theme in themes if theme.is_dir()]
if not themes:
    sys.exit(SKIPPED)

known = set(BUILT_IN)
for folder in themes + [root / 'data/icons']:
    known |= {path.stem for path in folder.rglob('*-symbolic.svg')}
problems = []
for path in sorted((root / 'src').rglob('*')):
    if path.suffix in ('.c', '.blp', '.ui'):
        for name in re.findall(r'"([a-z0-9-]+-symbolic)"', path.read_text()):
            if name not in known:
                problems.append(f'{path.relative_to(root)}: there is no icon {name}')

sys.exit('\n'.join(problems) or 0)
