#!/usr/bin/env python3
# One language's translation is correct, and complete for the sources as they are now.
#
# check-translation.py SOURCE_ROOT LANGUAGE
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import subprocess
import sys
import tempfile
from pathlib import Path

root, language = Path(sys.argv[1]), sys.argv[2]
# What meson's preset "glib" hands to xgettext.
xgettext = ['xgettext', '--from-code=UTF-8', '--add-comments',
            '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2',
            '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
            '--flag=N_:1:pass-c-format', '--flag=C_:2:pass-c-format', '--flag=NC_:2:pass-c-format',
            '--flag=g_dngettext:2:pass-c-format', '--flag=g_strdup_printf:1:c-format',
            '--flag=g_string_printf:2:c-format', '--flag=g_string_append_printf:2:c-format',
            '--flag=g_error_new:3:c-format', '--flag=g_set_error:4:c-format']


def run(*command):
    result = subprocess.run(command, cwd=root, capture_output=True, text=True,
                            env={'PATH': '/usr/bin:/bin', 'LC_ALL': 'C.UTF-8'})
    if result.returncode:
        sys.exit(f'{command[0]} failed:\n{result.stderr}')
    return result


with tempfile.TemporaryDirectory() as directory:
    template, merged = f'{directory}/candidacy.pot', f'{directory}/{language}.po'
    run('msgfmt', '--check', '--output-file=/dev/null', f'po/{language}.po')
    run(*xgettext, '--files-from=po/POTFILES.in', f'--output={template}')
    run('msgmerge', '--quiet', '--no-fuzzy-matching', f'--output-file={merged}',
        f'po/{language}.po', template)
    figures = run('msgfmt', '--statistics', '--output-file=/dev/null', merged).stderr
    if re.search('fuzzy|untranslated', figures):
        lacking = run('msgattrib', '--untranslated', '--no-wrap', merged).stdout
        fuzzy = run('msgattrib', '--only-fuzzy', '--no-wrap', merged).stdout
        words = re.findall(r'^msgid (".+")$', lacking + fuzzy, re.MULTILINE)
        words = [word for word in words if word != '""']
        sys.exit('\n'.join([f'po/{language}.po: {figures.strip()}', *words[:20]]))
