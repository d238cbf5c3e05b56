# command_line.py: runs the program's command line as a person or a script does, in folders of its own, without a display
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import subprocess
import sys
import tempfile
import unittest


def make_environment(folder, hosts):
    kept = {name: value for name, value in os.environ.items()
            if name not in ('DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'LANGUAGE', 'LANG')
            and not name.startswith(('LC_', 'XDG_'))}
    return {**kept, 'HOME': folder, 'XDG_DATA_HOME': folder + '/data', 'XDG_CONFIG_HOME': folder + '/config',
            'XDG_CACHE_HOME': folder + '/cache', 'CANDIDACY_HOSTS': hosts, 'LC_ALL': 'C.UTF-8', 'TZ': 'UTC',
            'G_DEBUG': 'fatal-warnings', 'DISPLAY': ':none', 'GDK_BACKEND': 'none'}


class CommandLine(unittest.TestCase):
    """A test class says in make_server which server plays the boards."""
    maxDiff = None
    patience = 60
    program = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix='candidacy-cli-')
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.server = self.make_server()
        self.server.__enter__()
        self.addCleanup(self.server.stop)
        self.environment = make_environment(self.folder, self.server.hosts)

    def run_program(self, *arguments, **environment):
        return subprocess.run([self.program, *arguments], env={**self.environment, **environment},
                              timeout=self.patience, stdin=subprocess.DEVNULL, capture_output=True)

    def run_well(self, *arguments):
        """What a command printed that has nothing to complain of."""
        done = self.run_program(*arguments)
        self.assertEqual((done.returncode, done.stderr.decode()), (0, ''))
        return done.stdout.decode()

    def run_json(self, *arguments):
        return json.loads(self.run_well(*arguments, '--json'))

    def run_badly(self, status, *arguments, **environment):
        """The one sentence that a command fails with; it prints nothing else."""
        done = self.run_program(*arguments, **environment)
        self.assertEqual((done.returncode, done.stdout.decode()), (status, ''), done.stderr)
        lines = done.stderr.decode().splitlines()
        self.assertEqual(len(lines), 1, lines)
        self.assertTrue(lines[0].startswith('candidacy: '), lines)
        return lines[0]

    def assert_untouched(self):
        self.assertEqual(self.server.requests, [])


def main():
    """The first argument is the program; the others are unittest's."""
    CommandLine.program = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2)
