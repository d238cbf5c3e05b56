#!/usr/bin/env python3
# Every include follows an arrow of the design:
# ui, cli -> library -> boards, net, store -> model, text.
#
# check-layers.py SOURCE_ROOT
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import sys
from pathlib import Path

# What each layer may include besides itself.
ALLOWED = {
    'core/model': set(),
    'core/text': set(),
    'core/boards': {'core/model', 'core/text'},
    'core/net': {'core/model', 'core/text'},
    'core/store': {'core/model', 'core/text'},
    'core/library': {'core/boards', 'core/net', 'core/store', 'core/model', 'core/text'},
    'cli': {'core/library', 'core/model', 'core/text'},
    'ui': {'core/library', 'core/model', 'core/text'},
    '.': {'cli', 'ui'},
}
GRAPHICAL = re.compile(r'(?:gtk|gdk|gsk|adwaita|libspelling|gtksourceview)\b|adw-')

source = Path(sys.argv[1]) / 'src'
problems = []


def layer_of(path):
    parts = path.relative_to(source).parent.parts
    return '/'.join(parts[:2] if parts[:1] == ('core',) else parts[:1]) or '.'


files = [path for suffix in 'ch' for path in sorted(source.glob(f'**/*.{suffix}'))]
homes = {}
for path in files:
    homes.setdefault(path.name, set()).add(layer_of(path))

for path in files:
    layer = layer_of(path)
    if layer not in ALLOWED:
        problems.append(f'src/{path.relative_to(source)}: "{layer}" is no layer of the design')
        continue
    for number, line in enumerate(path.read_text().splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if not match:
            continue
        where = f'src/{path.relative_to(source)}:{number}'
        quote, header = match.groups()
        if quote == '<':
            if layer not in ('ui', '.') and GRAPHICAL.match(header):
                problems.append(f'{where}: {layer} draws nothing, but includes <{header}>')
        elif '..' in header:
            problems.append(f'{where}: "{header}" is not named from src')
        elif '/' in header:
            own = path.parent / header
            target = layer if own.exists() else layer_of(source / header)
            if target != layer and target not in ALLOWED[layer]:
                problems.append(f'{where}: {layer} must not include "{header}"')
        elif header in homes and layer not in homes[header]:
            problems.append(f'{where}: "{header}" belongs to {" and ".join(homes[header])}')

sys.exit('\n'.join(problems) or 0)
