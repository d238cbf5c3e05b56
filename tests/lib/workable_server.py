#!/usr/bin/env python3
# workable_server.py: a local server that plays Workable, for tests and for trying things offline
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers the two addresses of Workable that Candidacy reads, from fixture files:

  GET /api/v1/widget/accounts/ACCOUNT?details=true   the list of an account
  GET /api/v1/jobs/CODE/form                         the form of a position

Anything else, a cookie, or a client that does not say who it is, is answered too, and noted as a
surprise. Every request is kept, and written to a log file as one JSON object a line.

In a Python test: with WorkableServer () as server, then server.set_account (), set_form (), behave (),
requests, surprises, and server.hosts for CANDIDACY_HOSTS. From elsewhere:

  workable_server.py --account huggingface=board.json --form 9B5436D6FA=form.json --log requests.log

which prints the value for CANDIDACY_HOSTS as its first line, and is changed while it runs by
POST /control {"accounts": {NAME: FILE or null}, "forms": {CODE: FILE or null},
"behaviour": {TARGET: {"kind": KIND, ...}}}. GET /control tells {"requests": [...], "surprises": [...]}.
TARGET is "accounts/NAME", "forms/CODE" or "*"; KIND is one of:

  ok          as the fixture says; with "validators": true also an ETag, and 304 to who has it
  not-found   404 and the words "Not Found"
  too-many    429 and "error code: 1015"; "retry_after": seconds
  error       500
  cut         announces the whole and closes half-way
  html        200 with a page instead of JSON
  slow        as ok, after "seconds"

"times": N returns to ok after N answers.
"""

import argparse
import hashlib
import http.server
import json
import re
import sys
import threading
import urllib.parse

HOST = 'apply.workable.com'
ACCOUNT = re.compile(r'^/api/v1/widget/accounts/([A-Za-z0-9_-]+)$')
FORM = re.compile(r'^/api/v1/jobs/([0-9A-F]+)/form$')
PAGE = b'<!DOCTYPE html><html><head><title>Just a moment</title></head><body><p>Checking.</p></body></html>'


def read_body(source):
    """The bytes of a fixture: a path, an object to be written as JSON, or bytes as they are."""
    if source is None or isinstance(source, bytes):
        return source
    if isinstance(source, (dict, list)):
        return json.dumps(source).encode()
    with open(source, 'rb') as file:
        return file.read()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, *arguments):
        pass

    def read_request(self):
        length = int(self.headers.get('Content-Length') or 0)
        return self.rfile.read(length)

    def answer(self, status, body, media_type='text/plain', headers=None, announce=None):
        self.send_response(status)
        self.send_header('Content-Type', media_type)
        self.send_header('Content-Length', str(len(body) if announce is None else announce))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def find_target(self):
        """What is asked for, and its body; ('', None) for an address that Candidacy never asks."""
        address = urllib.parse.urlsplit(self.path)
        account, form = ACCOUNT.match(address.path), FORM.match(address.path)
        if self.command == 'GET' and account and address.query == 'details=true':
            return 'accounts/' + account[1], self.server.owner.accounts.get(account[1])
        if self.command == 'GET' and form and not address.query:
            return 'forms/' + form[1], self.server.owner.forms.get(form[1])
        return '', None

    def is_surprising(self, target):
        return (not target or 'Cookie' in self.headers or 'Authorization' in self.headers or
                'Candidacy' not in self.headers.get('User-Agent', ''))

    def play(self, target, body, behaviour):
        """Answers as told, and returns the status."""
        kind = behaviour.get('kind', 'ok')
        if kind == 'slow':
            # An event and no sleep, so that the server can stop meanwhile.
            self.server.owner.stopping.wait(behaviour.get('seconds', 5))
        if kind == 'too-many':
            wait = behaviour.get('retry_after')
            self.answer(429, b'error code: 1015', headers={} if wait is None else {'Retry-After': str(wait)})
            return 429
        if kind == 'error':
            self.answer(500, b'Internal Server Error')
            return 500
        if kind == 'html':
            self.answer(200, PAGE, 'text/html; charset=utf-8')
            return 200
        if kind == 'not-found' or body is None:
            self.answer(404, b'Not Found')
            return 404
        if kind == 'cut':
            self.answer(200, body[:len(body) // 2], 'application/json; charset=utf-8', announce=len(body))
            self.close_connection = True
            return 200
        headers = {}
        if behaviour.get('validators'):
            headers['ETag'] = '"%s"' % hashlib.sha256(body).hexdigest()[:16]
            if self.headers.get('If-None-Match') == headers['ETag']:
                self.send_response(304)
                self.send_header('ETag', headers['ETag'])
                self.end_headers()
                return 304
        self.answer(200, body, 'application/json; charset=utf-8', headers)
        return 200

    def control(self):
        owner = self.server.owner
        sent = self.read_request()
        if self.command == 'POST':
            try:
                owner.change(json.loads(sent))
            except (AttributeError, OSError, TypeError, ValueError) as problem:
                self.answer(400, str(problem).encode())
                return
        told = {'requests': owner.requests, 'surprises': owner.surprises}
        self.answer(200, json.dumps(told).encode(), 'application/json')

    def do_any(self):
        if self.path == '/control':
            self.control()
            return
        sent = self.read_request()
        target, body = self.find_target()
        entry = {
            'method': self.command,
            'path': self.path,
            'headers': dict(self.headers.items()),
            'body': sent.decode(errors='replace'),
            'surprise': self.is_surprising(target),
            'status': None,
        }
        self.server.owner.note(entry)
        try:
            entry['status'] = self.play(target, body, self.server.owner.next_behaviour(target))
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        self.server.owner.write_log(entry)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_any


class Listener(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        # A client that was killed half-way is what many tests are about.
        if not isinstance(sys.exc_info()[1], (BrokenPipeError, ConnectionResetError)):
            super().handle_error(request, client_address)


class WorkableServer:
    """The server, on a free port of this computer, in a thread of its own while the context lasts."""

    def __init__(self, accounts=None, forms=None, log=None, port=0):
        self.accounts = {name: read_body(source) for name, source in (accounts or {}).items()}
        self.forms = {code: read_body(source) for code, source in (forms or {}).items()}
        self.behaviour = {}
        self.requests = []
        self.log = log
        self.lock = threading.Lock()
        self.stopping = threading.Event()
        self.listener = Listener(('127.0.0.1', port), Handler)
        self.listener.owner = self

    def __enter__(self):
        self.thread = threading.Thread(target=self.listener.serve_forever, args=(0.05,), daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *unused):
        self.stop()

    def stop(self):
        self.stopping.set()
        self.listener.shutdown()
        self.listener.server_close()

    @property
    def address(self):
        return 'http://127.0.0.1:%d' % self.listener.server_port

    @property
    def hosts(self):
        """The value of CANDIDACY_HOSTS that sends Workable's requests here."""
        return '%s=%s' % (HOST, self.address)

    @property
    def surprises(self):
        return [entry for entry in self.requests if entry['surprise']]

    def set_account(self, name, source):
        """A path, an object or bytes; None for an account that there is not."""
        self.accounts[name] = read_body(source)

    def set_form(self, code, source):
        self.forms[code] = read_body(source)

    def behave(self, target, kind='ok', **details):
        with self.lock:
            self.behaviour[target] = {'kind': kind, **details}

    def change(self, told):
        for name, source in told.get('accounts', {}).items():
            self.set_account(name, source)
        for code, source in told.get('forms', {}).items():
            self.set_form(code, source)
        for target, behaviour in told.get('behaviour', {}).items():
            self.behave(target, **behaviour)

    def next_behaviour(self, target):
        with self.lock:
            name = target if target in self.behaviour else '*'
            behaviour = self.behaviour.get(name, {})
            if 'times' in behaviour:
                behaviour['times'] -= 1
                if behaviour['times'] < 0:
                    behaviour = self.behaviour[name] = {}
            return behaviour

    def note(self, entry):
        with self.lock:
            self.requests.append(entry)

    def write_log(self, entry):
        if self.log:
            with self.lock, open(self.log, 'a', encoding='utf-8') as file:
                file.write(json.dumps(entry) + '\n')


def split_assignments(words):
    return dict(word.split('=', 1) for word in words)


def main():
    parser = argparse.ArgumentParser(description='Plays Workable on a port of this computer.')
    parser.add_argument('--account', action='append', default=[], metavar='NAME=FILE')
    parser.add_argument('--form', action='append', default=[], metavar='CODE=FILE')
    parser.add_argument('--log', metavar='FILE')
    parser.add_argument('--port', type=int, default=0)
    options = parser.parse_args()
    server = WorkableServer(split_assignments(options.account), split_assignments(options.form),
                            options.log, options.port)
    print(server.hosts, flush=True)
    try:
        server.listener.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == '__main__':
    main()
