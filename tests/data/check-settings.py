#!/usr/bin/env python3
# The settings that the sources use and those of the schema are the same ones: GLib ends the
# program over a key that is missing.
#
# check-settings.py SOURCE_ROOT
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import sys
import xml.etree.ElementTree
from pathlib import Path

USE = re.compile(r'g_settings_\w+\s*\(\s*[^,()"]+,\s*"([^"]+)"')

root = Path(sys.argv[1])
schema = root / 'data/io.github.candidacy.Candidacy.gschema.xml.in'
known = {key.get('name') for key in xml.etree.ElementTree.parse(schema).iter('key')}
used = {}
for path in sorted((root / 'src').rglob('*.c')):
    for key in USE.findall(path.read_text()):
        used.setdefault(key, path.relative_to(root))

problems = [f'{path}: the schema has no key {key}' for key, path in used.items()
            if key not in known]
problems += [f'{schema.name}: nothing uses {key}' for key in sorted(known - used.keys())]

sys.exit('\n'.join(problems) or 0)
