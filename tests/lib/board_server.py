#!/usr/bin/env python3
# board_server.py: a local server that plays job-board systems, a careers page and a blog, for tests
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays the hosts of several job-board systems at once, with organisations that do not exist
(board_pages.py has them all). What is asked for is named "HOST/PATH", without the query:
"boards-api.greenhouse.io/v1/boards/brightwater/jobs".

Anything else, a cookie, or a client that does not say who it is, is answered too, and noted as a
surprise. Every request is kept, and written to a log file as one JSON object a line.

In a Python test: with BoardServer () as server, then server.set_page (), behave (), requests, surprises,
and server.hosts for CANDIDACY_HOSTS. From elsewhere:

  board_server.py --log requests.log

which prints the value for CANDIDACY_HOSTS as its first line, and is changed while it runs by
POST /control {"pages": {TARGET: FILE or null}, "behaviour": {TARGET: {"kind": KIND, ...}}}.
GET /control tells {"requests": [...], "surprises": [...]}. TARGET is such a name or "*"; the kinds
are those of workable_server.py.

A page is text or bytes as they are, an object to be written as JSON, a pathlib.Path of a file, a Redirect, or a
function from the query (a dict) to one of those.
"""

import argparse
import json
import pathlib
import urllib.parse

from workable_server import Handler, WorkableServer

from board_pages import Redirect, make_pages


def read_page(source):
    """The bytes of a page; a Redirect or a function stays what it is."""
    if isinstance(source, str):
        return source.encode()
    if isinstance(source, (dict, list)):
        return json.dumps(source).encode()
    if isinstance(source, pathlib.Path):
        return source.read_bytes()
    return source


def guess_media_type(body):
    start = body.lstrip()[:64].lower()
    if start.startswith((b'{', b'[')):
        return 'application/json; charset=utf-8'
    if start.startswith((b'<?xml', b'<rss', b'<workzag')):
        return 'application/xml; charset=utf-8'
    if start.startswith(b'<'):
        return 'text/html; charset=utf-8'
    return 'text/plain; charset=utf-8'


class BoardHandler(Handler):
    def name_target(self):
        """The host is the one that was meant: the program names it, wherever CANDIDACY_HOSTS leads."""
        host = self.headers.get('Host', '').partition(':')[0]
        return host + urllib.parse.urlsplit(self.path).path

    def find_target(self):
        target = self.name_target()
        page = self.server.owner.pages.get(target)
        if page is None or self.command not in ('GET', 'POST'):
            return '', None
        if callable(page):
            query = urllib.parse.urlsplit(self.path).query
            page = read_page(page(dict(urllib.parse.parse_qsl(query))))
        return target, page

    def answer(self, status, body, media_type='text/plain', headers=None, announce=None):
        # A fixture's own type where the other server knows but one.
        if media_type.startswith('application/json'):
            media_type = guess_media_type(body)
        super().answer(status, body, media_type, headers, announce)

    def play(self, target, body, behaviour):
        if isinstance(body, Redirect):
            self.answer(body.status, b'', headers={'Location': body.location})
            return body.status
        return super().play(target, body, behaviour)


class BoardServer(WorkableServer):
    """The server, on a free port of this computer, in a thread of its own while the context lasts."""

    def __init__(self, pages=None, log=None, port=0):
        super().__init__(log=log, port=port)
        self.listener.RequestHandlerClass = BoardHandler
        self.pages = {}
        for target, source in (make_pages() if pages is None else pages).items():
            self.set_page(target, source)

    @property
    def hosts(self):
        """The value of CANDIDACY_HOSTS that sends the requests for all of them here."""
        names = dict.fromkeys(target.partition('/')[0] for target in self.pages)
        return ' '.join('%s=%s' % (name, self.address) for name in names)

    def set_page(self, target, source):
        """None for a page that there is not. A new host is known to programs that start later."""
        self.pages[target] = read_page(source)

    def change(self, told):
        for target, source in told.get('pages', {}).items():
            self.set_page(target, None if source is None else pathlib.Path(source))
        for target, behaviour in told.get('behaviour', {}).items():
            self.behave(target, **behaviour)

    def list_asked(self):
        """What was asked for, in order: "HOST/PATH"."""
        return [entry['headers'].get('Host', '').partition(':')[0] + urllib.parse.urlsplit(entry['path']).path
                for entry in self.requests]


def main():
    parser = argparse.ArgumentParser(description='Plays job-board systems on a port of this computer.')
    parser.add_argument('--log', metavar='FILE')
    parser.add_argument('--port', type=int, default=0)
    options = parser.parse_args()
    server = BoardServer(log=options.log, port=options.port)
    print(server.hosts, flush=True)
    try:
        server.listener.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == '__main__':
    main()
