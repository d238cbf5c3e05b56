#!/usr/bin/env python3
# faults.py: what becomes of a draft when the disk is full, read-only, or fails
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""faults.py APP_ID FAULT_LIBRARY: types into a draft in the window while every write of the program's data folder
fails with ENOSPC, EIO or EROFS, and on a small disk that is full. Each time a banner says so, the text stays, and
once the disk works it is saved without being asked to. Prints TAP."""

import os
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'lib'))
from walk import DraftWalk  # noqa: E402
from workable_server import WorkableServer  # noqa: E402

FAULTS = ('ENOSPC', 'EIO', 'EROFS')
# Bytes of the small disk: the program's data fits, with little to spare.
SMALL = 4 << 20


class Faults(DraftWalk):
    def await_banner(self):
        self.program.find(contains='Not saved. ')
        self.program.find('button', name='Retry')

    def go_faults(self):
        """Each fault comes while the draft is open, and goes."""
        self.control_library('')
        self.start(LD_PRELOAD=self.library, CAND_FAULT_CONTROL=self.control, CAND_FAULT_FOLDER=self.data)
        self.open_draft()
        self.type('Before. ')
        self.await_saved()
        self.check_store()
        self.done('what is typed is saved while the disk works')
        for fault in FAULTS:
            self.control_library(fault)
            self.type(f'During {fault}. ')
            self.await_banner()
            self.type('And more. ')
            self.check_window()
            self.done(f'{fault}: a banner says that nothing is saved, and the text stays')
            self.control_library('')
            self.await_saved()
            self.check_store()
            self.done(f'{fault}: saved once the disk works')
        self.process.kill()
        self.process.wait()
        # The draft that was open at the end is open again.
        self.start()
        self.check_window()
        self.done('after a kill everything is there')
        self.stop()

    def go_small(self):
        """A real disk, of a few megabytes."""
        wrapper = ('unshare', '--map-root-user', '--mount', 'sh', '-c',
                   f'mount -t tmpfs -o size={SMALL} none {self.data} && exec "$@"', 'sh')
        shutil.rmtree(self.data)
        os.makedirs(self.data)
        self.typed = ''
        names = ('a full disk: a banner, and the text stays', 'a full disk: saved when there is room')
        if subprocess.run([*wrapper, 'true'], stderr=subprocess.DEVNULL).returncode != 0:
            for name in names:
                self.done(name, 'no disk can be mounted here')
            return
        self.start(wrapper)
        root = f'/proc/{self.program.pid}/root'
        filler = f'{root}{self.data}/filler'
        self.open_draft()
        self.type('Before. ')
        self.await_saved()
        with open(filler, 'wb', buffering=0) as file:
            try:
                while file.write(b'\0' * 4096):
                    pass
            except OSError:
                pass
        # More than what the log has room for already.
        self.type('While there is no room at all. ' * 3)
        self.await_banner()
        self.check_window()
        self.done(names[0])
        os.remove(filler)
        self.await_saved()
        self.check_store(root)
        self.done(names[1])
        self.stop()


def main():
    with Faults('faults', sys.argv[1], 10, sys.argv[2]) as faults, WorkableServer() as server:
        faults.prepare(server)
        faults.go_faults()
        faults.go_small()


if __name__ == '__main__':
    main()
