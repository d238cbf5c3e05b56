# selection.py: what another program holds: a text to be pasted, or a file that is dragged and dropped
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Speaks X11 itself, as no other program runs on the display of a test: the clipboard by the selections of ICCCM, a
drop by XDND 5, https://www.freedesktop.org/wiki/Specifications/XDND/."""

import select
import threading
import time

from Xlib import X, Xatom, display
from Xlib.protocol import event as events

PATIENCE = 30
VERSION = 5
TEXT = ('UTF8_STRING', 'text/plain;charset=utf-8')
FILES = ('text/uri-list',)


class Owner:
    """Owns a selection, and tells who asks for it what it holds."""

    def __init__(self, name, types, content):
        self.display = display.Display()
        self.root = self.display.screen().root
        self.window = self.root.create_window(-1, -1, 1, 1, 0, self.display.screen().root_depth)
        self.types = [self.atom(type_name) for type_name in types]
        self.content = content.encode()
        self.window.set_selection_owner(self.atom(name), X.CurrentTime)
        self.display.sync()

    def atom(self, name):
        return self.display.intern_atom(name)

    def answer(self, request):
        """Puts what is asked for where the one who asks wants it."""
        place = request.property
        if request.target == self.atom('TARGETS'):
            request.requestor.change_property(place, Xatom.ATOM, 32, [request.target, *self.types])
        elif request.target in self.types:
            request.requestor.change_property(place, request.target, 8, self.content)
        else:
            place = X.NONE
        request.requestor.send_event(events.SelectionNotify(
            time=request.time, requestor=request.requestor, selection=request.selection, target=request.target,
            property=place))
        self.display.flush()

    def await_event(self, patience):
        """The next event that is no question, or None."""
        deadline = time.monotonic() + patience
        while True:
            if not self.display.pending_events():
                left = deadline - time.monotonic()
                if left <= 0 or not select.select([self.display], [], [], left)[0]:
                    return None
                continue
            event = self.display.next_event()
            if event.type != X.SelectionRequest:
                return event
            self.answer(event)


class Clipboard:
    """with Clipboard (TEXT): what is pasted meanwhile is TEXT."""

    def __init__(self, text):
        self.owner = Owner('CLIPBOARD', TEXT, text)
        self.stopping = threading.Event()
        self.thread = threading.Thread(target=self.serve, daemon=True)

    def serve(self):
        while not self.stopping.is_set():
            self.owner.await_event(0.1)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *unused):
        self.stopping.set()
        self.thread.join()
        self.owner.display.close()


class Drag:
    """One thing that is dragged to a place on the active window, and let go there."""

    def __init__(self, types, content):
        self.owner = Owner('XdndSelection', types, content)
        screen = self.owner.root.get_full_property(self.owner.atom('_NET_ACTIVE_WINDOW'), X.AnyPropertyType)
        self.target = self.owner.display.create_resource_object('window', screen.value[0])

    def send(self, name, *words):
        data = [self.owner.window.id, *words]
        self.target.send_event(events.ClientMessage(
            window=self.target, client_type=self.owner.atom(name), data=(32, data + [0] * (5 - len(data)))))
        self.owner.display.flush()

    def await_message(self, name, accepts, patience):
        """Whether the target says so, and in its second word that it accepts."""
        deadline = time.monotonic() + patience
        while (left := deadline - time.monotonic()) > 0:
            event = self.owner.await_event(left)
            if event is None or event.type != X.ClientMessage or event.client_type != self.owner.atom(name):
                continue
            if accepts(event.data[1][1]):
                return True
        return False

    def drop(self, x, y):
        """Whether what was let go at (x, y) of the screen was taken."""
        copy = self.owner.atom('XdndActionCopy')
        deadline = time.monotonic() + PATIENCE
        self.send('XdndEnter', VERSION << 24, *self.owner.types[:3])
        while True:
            self.send('XdndPosition', 0, x << 16 | y, X.CurrentTime, copy)
            if self.await_message('XdndStatus', lambda flags: flags & 1, 1):
                break
            if time.monotonic() > deadline:
                self.send('XdndLeave')
                return False
        self.send('XdndDrop', 0, X.CurrentTime)
        return self.await_message('XdndFinished', lambda flags: flags & 1, PATIENCE)


def drop_files(x, y, *uris):
    drag = Drag(FILES, ''.join(uri + '\r\n' for uri in uris))
    try:
        return drag.drop(x, y)
    finally:
        drag.owner.display.close()
