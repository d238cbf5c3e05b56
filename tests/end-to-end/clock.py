#!/usr/bin/env python3
# clock.py: what becomes of a draft when the clock is set
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""clock.py APP_ID CLOCK_LIBRARY: types into a draft in the window while the clock is set back and forward by hours and
by years, and in the hour that comes twice in autumn. Each time what is typed is saved, what was there before is kept,
and boards are read again. Prints TAP."""

import calendar
import os
import sqlite3
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'lib'))
import desktop  # noqa: E402
from walk import QUESTION, DraftWalk  # noqa: E402
from workable_server import WorkableServer  # noqa: E402

HOUR = 3600
DAY = 24 * HOUR
SETTINGS = (('an hour back', -HOUR), ('three days back', -3 * DAY), ('two years forward', 730 * DAY),
            ('before what was written first', -400 * DAY), ('right again', 0))
# In the middle of the hour that Paris has twice in 2026, the first time.
FIRST_HOUR = calendar.timegm((2026, 10, 25, 0, 30, 0))


class Clock(DraftWalk):
    def set_clock(self, offset):
        self.control_library(str(offset))

    def read_store(self, query):
        """The answer to a query, once there is one."""
        store = sqlite3.connect(f'file:{self.data}/candidacy/candidacy.db?mode=ro', uri=True)
        try:
            return [row[0] for row in store.execute(query)]
        finally:
            store.close()

    def await_text(self):
        desktop.until(lambda: self.read_store("SELECT text FROM answer WHERE field = 'QA_2006'") == [self.typed],
                      f'{self.typed!r} in the store')

    def replace(self, text):
        field = self.program.find('text', contains=QUESTION)
        self.program.focus(field)
        self.program.keys('ctrl+a')
        self.program.keys('Delete')
        self.typed = ''
        self.type(text)

    def go_settings(self):
        """What was there is replaced each time, so that it has to be kept as an earlier version."""
        self.type('A text that was written with the clock as it is.')
        self.await_text()
        self.await_saved()
        for name, offset in SETTINGS:
            before = self.typed
            self.set_clock(offset)
            self.replace(f'Another text altogether: {name}.')
            self.await_text()
            self.await_saved()
            self.check_window()
            if before not in self.read_store('SELECT text FROM earlier'):
                raise desktop.NotThere(f'{before!r} among the earlier versions')
            self.done(f'the clock {name}: what is typed is saved, what was there is kept')

    def go_autumn(self):
        for hour in range(2):
            self.set_clock(FIRST_HOUR + hour * HOUR - int(time.time()))
            self.type(f' In hour {hour + 1}.')
            self.await_text()
            self.await_saved()
            state = self.program.words(self.program.find('status bar'))
            if '30' not in state:
                raise desktop.NotThere(f'a time around half past two, in {state!r}')
        self.done('the hour that comes twice: saved in both')

    def go_refresh(self, server):
        """A board that was read in what is the future now is read all the same."""
        for name, offset in (('two years forward', 730 * DAY), ('right again', 0)):
            self.set_clock(offset)
            asked = len(server.requests)
            self.program.keys('ctrl+r')
            desktop.until(lambda asked=asked: len(server.requests) > asked, f'a request with the clock {name}')
        self.done('boards are read again, whenever they were read last')

    def go_restart(self):
        self.process.kill()
        self.process.wait()
        self.start()
        self.check_window()
        self.check_store()
        self.done('after a kill everything is there')
        self.stop()


def main():
    with Clock('clock', sys.argv[1], len(SETTINGS) + 3, sys.argv[2]) as clock, WorkableServer() as server:
        clock.prepare(server)
        clock.set_clock(0)
        clock.start(LD_PRELOAD=clock.library, CAND_CLOCK_CONTROL=clock.control, TZ='Europe/Paris')
        clock.open_draft()
        clock.go_settings()
        clock.go_autumn()
        clock.go_refresh(server)
        clock.go_restart()


if __name__ == '__main__':
    main()
