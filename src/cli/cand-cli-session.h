/* cand-cli-session.h: the library for the length of one command
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/library/cand-library.h"

G_BEGIN_DECLS

typedef struct
{
  CandLibrary *library;      /* (owned) (nullable) until it is opened */
  GCancellable *cancellable; /* (owned) cancelled by SIGINT and SIGTERM */
  gboolean failed;           /* something was told to have failed while the command went on */
  int signal;                /* the one that arrived, or 0 */
  guint sources[2];
} CandCliSession;

/* SIGINT and SIGTERM cancel from now on; a second one of the kind ends the program at once. */
CandCliSession *cand_cli_session_new (void);
/* Opens the library in the person's data folder. Errors: CAND_NET_ERROR_BAD_HOST,
 * CAND_STORE_ERROR_*. */
gboolean cand_cli_session_open (CandCliSession *self, GError **error);
/* Writes whatever is dirty before it closes the library. Errors: CAND_STORE_ERROR_*. */
gboolean cand_cli_session_close (CandCliSession *self, GError **error);
void cand_cli_session_free (CandCliSession *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandCliSession, cand_cli_session_free)

/* The key of the position that @subject, a key or an address, names. (transfer full)
 * Errors: CAND_CLI_ERROR_FAILED, CAND_STORE_ERROR_*. */
char *cand_cli_session_find (CandCliSession *self, const char *subject, GError **error);
/* The position itself, with its text. (transfer full) Errors: CAND_LIBRARY_ERROR_NO_SUCH_POSITION,
 * CAND_STORE_ERROR_*. */
CandPosition *cand_cli_session_load (CandCliSession *self, const char *key, GError **error);

/* A GAsyncReadyCallback that keeps the result in the GAsyncResult ** it is given, and the loop that
 * runs until it is there. */
void cand_cli_keep_result (GObject *source, GAsyncResult *result, gpointer user_data);
void cand_cli_await (GAsyncResult **result);

G_END_DECLS
