#!/usr/bin/env python3
"""Starts a program on the X display and saves a picture of its windows.

The picture is put together from the windows themselves, each with its shadow and its popovers, on
a transparent background; a compositing window manager has to run.

Copyright 2026 The Candidacy developers
SPDX-License-Identifier: GPL-3.0-or-later
"""

import argparse
import os
import subprocess
import sys
import time

import cairo
from Xlib import X, Xatom, display, error
from Xlib.ext import composite  # noqa: F401 (adds methods to windows)


class Screen:
    def __init__(self):
        self.display = display.Display()
        self.root = self.display.screen().root
        self.root.warp_pointer(0, 0)  # Away from the windows, where nothing is hovered.

    def scale_text(self, factor):
        """Sets what GTK starts with where no settings daemon says otherwise."""
        self.root.change_text_property(Xatom.RESOURCE_MANAGER, Xatom.STRING,
                                       f'Xft.dpi: {round(96 * factor)}\n'.encode())
        self.display.sync()

    def _belongs(self, window, pids):
        """Whether a window, or the one inside the window manager's frame, is the program's.

        Without pids, any program's.
        """
        if pids is None:
            clients = self.root.get_full_property(
                self.display.intern_atom('_NET_CLIENT_LIST'), X.AnyPropertyType)
            return bool(clients) and any(
                c.id in clients.value for c in [window, *window.query_tree().children])
        atom = self.display.intern_atom('_NET_WM_PID')
        for candidate in [window, *window.query_tree().children]:
            pid = candidate.get_full_property(atom, X.AnyPropertyType)
            if pid and pid.value[0] in pids:
                return True
        return False

    def windows(self, pids):
        """The program's visible windows with their geometry, the lowest first."""
        found = []
        for window in self.root.query_tree().children:
            try:
                attributes = window.get_attributes()
                if attributes.map_state != X.IsViewable or attributes.win_class != X.InputOutput:
                    continue
                if self._belongs(window, pids):
                    found.append((window, window.get_geometry()))
            except error.XError:
                continue  # Gone meanwhile.
        return found

    def _surface(self, drawable, width, height, depth):
        image = drawable.get_image(0, 0, width, height, X.ZPixmap, 0xffffffff)
        kind = cairo.FORMAT_ARGB32 if depth == 32 else cairo.FORMAT_RGB24
        return cairo.ImageSurface.create_for_data(bytearray(image.data), kind, width, height)

    def whole(self):
        geometry = self.root.get_geometry()
        return self._surface(self.root, geometry.width, geometry.height, 24)

    def picture(self, pids):
        """The windows of the program one above the other, or None while there are none."""
        windows = self.windows(pids)
        if not windows:
            return None
        left = min(g.x for _, g in windows)
        top = min(g.y for _, g in windows)
        right = max(g.x + g.width for _, g in windows)
        bottom = max(g.y + g.height for _, g in windows)
        result = cairo.ImageSurface(cairo.FORMAT_ARGB32, right - left, bottom - top)
        context = cairo.Context(result)
        for window, g in windows:
            pixmap = window.composite_name_window_pixmap()
            context.set_source_surface(self._surface(pixmap, g.width, g.height, g.depth),
                                       g.x - left, g.y - top)
            context.paint()
            pixmap.free()
        return result


def family(pid):
    """A process and its descendants."""
    pids, waiting = set(), [pid]
    while waiting:
        pid = waiting.pop()
        pids.add(pid)
        try:
            with open(f'/proc/{pid}/task/{pid}/children', encoding='ascii') as children:
                waiting += [int(child) for child in children.read().split()]
        except FileNotFoundError:
            pass
    return pids


def settle(screen, program, patience, of_any):
    """Waits until the windows are there and look the same twice, and returns their picture."""
    end = time.monotonic() + patience
    last = None
    while True:
        if program.poll() is not None:
            sys.exit(f'the program ended with {program.returncode} before its window was there')
        try:
            picture = screen.picture(None if of_any else family(program.pid))
        except error.XError:
            picture = None  # A window went away in the midst.
        data = picture and bytes(picture.get_data())
        if data and (data == last or time.monotonic() > end) and any(data):
            return picture
        if time.monotonic() > end + patience:
            sys.exit('no window appeared')
        last = data
        time.sleep(0.3)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--wait', type=float, default=0, metavar='SECONDS')
    parser.add_argument('--script', metavar='FILE')
    parser.add_argument('--text-scale', type=float, default=1, metavar='FACTOR')
    parser.add_argument('--raw', action='store_true')
    parser.add_argument('--any', action='store_true', help='of any program, such as one in a sandbox')
    parser.add_argument('picture')
    parser.add_argument('command', nargs='+')
    arguments = parser.parse_args()

    screen = Screen()
    screen.scale_text(arguments.text_scale)
    program = subprocess.Popen(arguments.command)
    try:
        picture = settle(screen, program, 10, arguments.any)
        if arguments.script:
            subprocess.run([sys.executable, arguments.script], check=True,
                           env=os.environ | {'CANDIDACY_PID': str(program.pid)})
        if arguments.script or arguments.wait:
            time.sleep(arguments.wait)
            picture = settle(screen, program, 10, arguments.any)
        if arguments.raw:
            picture = screen.whole()
        picture.write_to_png(arguments.picture)
    finally:
        program.terminate()
        program.wait()


if __name__ == '__main__':
    main()
