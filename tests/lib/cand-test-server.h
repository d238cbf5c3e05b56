/* cand-test-server.h: a server on this machine that plays the hosts a test asks
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Listens on 127.0.0.1, at a port of its own, and answers from the default main context while that
 * runs. What it was given no answer for gets 404 with the body "Not Found". Paths are given with
 * their query, as they are asked. */
typedef struct _CandTestServer CandTestServer;

/* One request as it came. */
typedef struct
{
  char *method;
  char *path;          /* with its query */
  char *host;          /* the Host header */
  GHashTable *headers; /* lower-case name -> value */
  GBytes *body;
  gint64 time;       /* monotonic microseconds */
  guint client_port; /* equal for requests of one connection */
} CandTestRequest;

CandTestServer *cand_test_server_new (void);
/* The same with TLS and a certificate that nobody vouches for. */
CandTestServer *cand_test_server_new_secure (void);
void cand_test_server_free (CandTestServer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandTestServer, cand_test_server_free)

guint cand_test_server_get_port (CandTestServer *self);
/* The value of CANDIDACY_HOSTS that sends requests for each of @host, …, NULL to it. */
char *
cand_test_server_dup_hosts (CandTestServer *self, const char *host, ...) G_GNUC_NULL_TERMINATED;

/* Answers for @path, given in the order in which they were added; the last one stays. @media_type
 * and @body may be NULL. */
void cand_test_server_add (
    CandTestServer *self, const char *path, guint status, const char *media_type, const char *body);
void cand_test_server_add_bytes (
    CandTestServer *self, const char *path, guint status, const char *media_type, GBytes *body);
/* A header of the answer added last. With an ETag, a request that carries it in If-None-Match gets
 * 304. */
void cand_test_server_add_header (CandTestServer *self, const char *name, const char *value);
/* Writes @bytes instead of an answer in HTTP; then hangs up, or @stays and says nothing more. */
void cand_test_server_add_raw (CandTestServer *self,
                               const char *path,
                               const char *bytes,
                               gboolean stays);
/* Forgets the answers for @path. */
void cand_test_server_remove (CandTestServer *self, const char *path);

/* What was asked so far. */
guint cand_test_server_get_n_requests (CandTestServer *self);
const CandTestRequest *cand_test_server_get_request (CandTestServer *self, guint index);
const char *cand_test_request_get_header (const CandTestRequest *self, const char *name);
guint cand_test_server_count (CandTestServer *self, const char *path);
/* Runs the default main context until that many requests came. */
void cand_test_server_wait (CandTestServer *self, guint n_requests);

G_END_DECLS
