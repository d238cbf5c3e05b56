#!/usr/bin/env python3
# bundle.py: builds the Flatpak, and looks at what was built, how it starts, and what it may reach
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""bundle.py APP_ID: prints TAP. It runs itself once more, with "inside", where the bundle is installed."""

import json
import os
import shutil
import subprocess
import sys

import cairo

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
SCRIPT = os.path.join(ROOT, 'build-aux', 'flatpak')
PERMISSIONS = '[Context]\nshared=network;ipc;\nsockets=x11;wayland;fallback-x11;\ndevices=dri;\n'
INSIDE = 5
OUTSIDE = 6


def tell(passed, what, *why):
    print('ok' if passed else 'not ok', '-', what, flush=True)
    if not passed:
        for line in '\n'.join(str(reason) for reason in why).splitlines():
            print('#', line, flush=True)


def output(*command, **variables):
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, env=os.environ | variables).stdout


def inside(app_id):
    """Where flatpak(1) knows the private installation."""
    permissions = output('flatpak', 'info', '--show-permissions', app_id)
    tell(permissions.strip() == PERMISSIONS.strip(), 'has the permissions of the manifest', permissions)

    listed = output('flatpak', 'run', app_id, '--list', '--json')
    tell(len(json.loads(listed or '[]')) == 7, 'lists the seven positions that ship', listed)

    data = os.path.join(os.environ['CANDIDACY_FLATPAK_DATA'], 'candidacy', 'candidacy.db')
    tell(os.path.exists(data), 'keeps its data where the sandbox has a place for them', data)

    secret = os.path.join(os.environ['HOME'], 'secret')
    with open(secret, 'w', encoding='utf-8') as file:
        file.write('not for programs in a sandbox')
    seen = output('flatpak', 'run', '--command=sh', app_id, '-c', f'test -d /app && ! test -e "{secret}" && echo no')
    tell(seen == 'no\n', "does not see the person's files", seen)

    english = output('flatpak', 'run', app_id, '--help')
    french = output('flatpak', 'run', app_id, '--help', LANG='fr_FR.UTF-8', LANGUAGE='fr')
    with open(os.environ['CANDIDACY_FLATPAK_ENTRY'], encoding='utf-8') as file:
        entry = file.read()
    tell('--list' in french and french != english and '\nComment[fr]=' in entry, 'speaks French', french, entry)


def look_at(picture):
    """Why a picture is not one of the window with its positions, or None."""
    surface = cairo.ImageSurface.create_from_png(picture)
    width, height = surface.get_width(), surface.get_height()
    if width < 600 or height < 400:
        return f'{width} × {height} is too small'
    data = bytes(surface.get_data())
    colours = {data[place:place + 4] for place in range(0, len(data), 4)}
    return None if len(colours) >= 50 else f'no more than {len(colours)} colours'


def belongings():
    """What a person's own Flatpaks would have left in the home folder, to see that it stays."""
    home = os.path.expanduser('~')
    share = os.environ.get('XDG_DATA_HOME', os.path.join(home, '.local', 'share'))
    places = [os.path.join(home, '.var', 'app', sys.argv[1]), os.path.join(share, 'flatpak')]
    return [(place, os.stat(place).st_mtime_ns if os.path.exists(place) else None) for place in places]


def outside(app_id):
    before = belongings()
    built = subprocess.run([SCRIPT, '--local'], stdout=subprocess.PIPE, text=True)
    lines = built.stdout.splitlines()
    fine = built.returncode == 0 and len(lines) == 2 and all(os.path.getsize(line) > 10000 for line in lines)
    tell(fine, 'is built, exported and started, and says where the bundle and the picture are',
         built.returncode, built.stdout)
    if not fine:
        print('Bail out! There is no bundle', flush=True)
        return

    problem = look_at(lines[1])
    tell(problem is None, 'shows its window', problem)

    with subprocess.Popen([SCRIPT, '--local', '--run', 'sh', '-c', 'exit 7'], stdin=subprocess.DEVNULL) as second:
        first = subprocess.run([SCRIPT, '--local', '--run', sys.executable, __file__, app_id, 'inside'])
        tell(first.returncode == 0, 'runs a command beside the program', first.returncode)
    tell(second.returncode == 7, "runs a second at the same time, and passes on a command's exit status",
         second.returncode)

    wrong = subprocess.run([SCRIPT, '--remote'], capture_output=True, text=True)
    tell(wrong.returncode == 1 and 'usage:' in wrong.stderr and not wrong.stdout,
         'refuses an option that there is not', wrong)

    tell(belongings() == before, "leaves the person's own Flatpaks alone", before, belongings())


def main():
    if sys.argv[2:] == ['inside']:
        inside(sys.argv[1])
    elif 'CANDIDACY_SDK' not in os.environ and not shutil.which('apt-get'):
        print('1..0 # SKIP the private root can only be made on Debian and its kin')
    else:
        print(f'1..{INSIDE + OUTSIDE}', flush=True)
        outside(sys.argv[1])


main()
