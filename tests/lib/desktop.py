#!/usr/bin/env python3
# desktop.py: drives the program as a person does: by its desktop entry, its widgets, and keys
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Desktop starts programs from their desktop entries on the session bus that it is on, finds what they show
through AT-SPI, and presses real keys. Everything waits until it is there, never for a fixed time."""

import os
import signal
import subprocess
import sys
import time

sys.dont_write_bytecode = True

import gi  # noqa: E402
from Xlib import X, display  # noqa: E402

gi.require_version('Atspi', '2.0')
gi.require_version('Gio', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PATIENCE = 30
MOST_TABS = 150


class NotThere(Exception):
    """What was looked for did not come."""


def until(look, what, patience=PATIENCE):
    """The first true answer of look ()."""
    deadline = time.monotonic() + patience
    while True:
        try:
            found = look()
        except GLib.Error:
            # It went away while it was being looked at.
            found = None
        if found:
            return found
        if time.monotonic() > deadline:
            raise NotThere(what)
        time.sleep(0.05)


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def is_showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def walk(node, showing=True):
    """Everything below node that is on show, depth first."""
    for child in children(node):
        try:
            if showing and not is_showing(child):
                continue
            yield child
            yield from walk(child, showing)
        except GLib.Error:
            continue


def describe(node, depth=0):
    """The tree as text, for a failed test to print."""
    lines = []
    for child in children(node):
        try:
            if is_showing(child):
                lines.append('  ' * depth + f'{child.get_role_name()}: {child.get_name()!r}')
                lines.append(describe(child, depth + 1))
        except GLib.Error:
            continue
    return '\n'.join(line for line in lines if line)


def find_sandboxed():
    """The process in the newest sandbox where the program is a Flatpak, of which AT-SPI sees only the proxy of its
    bus; None where it is not."""
    if 'CANDIDACY_FLATPAK_ID' not in os.environ:
        return None

    def look():
        boxes = subprocess.run(['flatpak', 'ps', '--columns=child-pid'], stdout=subprocess.PIPE, text=True).stdout
        for box in boxes.split():
            try:
                with open(f'/proc/{box}/task/{box}/children', encoding='ascii') as file:
                    inside = file.read().split()
            except FileNotFoundError:
                # The list lags behind by a few seconds.
                continue
            if inside:
                return int(inside[0])
        return None
    return until(look, 'a process in the sandbox')


class Program:
    """A running program, as AT-SPI knows it."""

    def __init__(self, node):
        self.node = node
        self.pid = find_sandboxed() or node.get_process_id()

    @staticmethod
    def words(node):
        """What node says, by its name or else by its text."""
        name = node.get_name()
        if name or node.get_text_iface() is None:
            return name or ""
        return Program.text(node)

    def find_all(self, role=None, name=None, contains=None, within=None):
        return [node for node in walk(within or self.node)
                if (role is None or node.get_role_name() == role)
                and (name is None or node.get_name() == name)
                and (contains is None or contains in self.words(node))]

    def find(self, role=None, name=None, contains=None, within=None, patience=PATIENCE):
        def look():
            found = self.find_all(role, name, contains, within)
            return found[0] if found else None
        wanted = ', '.join(str(word) for word in (role, name, contains) if word)
        try:
            return until(look, wanted, patience)
        except NotThere:
            raise NotThere(f'{wanted}\n{describe(self.node)}') from None

    def await_gone(self, role=None, name=None, contains=None):
        until(lambda: not self.find_all(role, name, contains), f'{name or contains} to go')

    @staticmethod
    def press(node):
        """Does what a click on node would."""
        action = node.get_action_iface()
        if action is None or action.get_n_actions() == 0:
            raise NotThere(f'nothing to press on {node.get_role_name()} {node.get_name()!r}')
        action.do_action(0)

    def focus(self, node):
        """Goes to node with the Tab key, as everything must be reached."""
        for _ in range(MOST_TABS):
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                return
            self.keys('Tab')
            time.sleep(0.05)
        raise NotThere(f'the focus on {node.get_role_name()} {node.get_name()!r}')

    @staticmethod
    def locate(node):
        """The middle of node on the X screen: AT-SPI tells where it is in its window, the window's frame
        extents how much of its surface is shadow."""
        screen = display.Display()
        window = screen.create_resource_object('window', screen.screen().root.get_full_property(
            screen.intern_atom('_NET_ACTIVE_WINDOW'), X.AnyPropertyType).value[0])
        corner = window.translate_coords(screen.screen().root, 0, 0)
        shadow = window.get_full_property(screen.intern_atom('_GTK_FRAME_EXTENTS'), X.AnyPropertyType)
        left, _, top, _ = shadow.value if shadow else (0, 0, 0, 0)
        place = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        screen.close()
        return left - corner.x + place.x + place.width // 2, top - corner.y + place.y + place.height // 2

    def click(self, node):
        """Moves the pointer there and presses its button."""
        x, y = self.locate(node)
        subprocess.run(['xdotool', 'mousemove', str(x), str(y), 'click', '1'], check=True)

    def type(self, node, text):
        """Presses the keys of text with the focus on node."""
        self.focus(node)
        subprocess.run(['xdotool', 'type', '--delay', '4', '--', text], check=True)

    @staticmethod
    def keys(*names):
        subprocess.run(['xdotool', 'key', '--', *names], check=True)

    @staticmethod
    def text(node):
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)
        self.await_end()

    def terminate(self):
        os.kill(self.pid, signal.SIGTERM)
        self.await_end()

    def await_end(self):
        until(lambda: not os.path.exists(f'/proc/{self.pid}'), f'the end of {self.pid}')


class Desktop:
    def __init__(self, app_id):
        self.app_id = app_id
        Atspi.init()

    def find_entry(self):
        """The installed desktop entry, as a desktop would find it."""
        entry = Gio.DesktopAppInfo.new(self.app_id + '.desktop')
        if entry is None:
            raise NotThere(f'{self.app_id}.desktop among {os.environ.get("XDG_DATA_DIRS")}')
        return entry

    @staticmethod
    def set_activation_environment(variables):
        """What programs that the session bus starts find in their environment."""
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                      'UpdateActivationEnvironment', GLib.Variant('(a{ss})', (variables,)),
                      None, Gio.DBusCallFlags.NONE, -1, None)

    def await_program(self, patience=PATIENCE):
        """The program once it shows a window."""
        def look():
            for node in children(Atspi.get_desktop(0)):
                if (node.get_name() or '').lower() == 'candidacy' or node.get_name() == self.app_id:
                    if any(is_showing(child) for child in children(node)):
                        return Program(node)
            return None
        return until(look, 'a window of ' + self.app_id, patience)

    def start(self, action=None):
        """Starts the program from its entry in the menu, or one of the entry's actions."""
        entry = self.find_entry()
        if action is None:
            if not entry.launch([], None):
                raise NotThere('a start of ' + entry.get_filename())
        else:
            entry.launch_action(action, None)
        return self.await_program()
