/* cand-read-programme.h: asks for an announcement, and reads it in a thread
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-library.h"

G_BEGIN_DECLS

/* What came back. */
typedef struct
{
  gboolean same;            /* it is what the digest was of */
  CandProgramme *programme; /* (owned) (nullable) NULL for the same, and for a page that introduces
                               nothing */
  char *title;              /* (nullable) of a page that introduces nothing */
  char *digest;             /* (nullable) of the bytes; NULL where none came */
  char *etag;               /* (nullable) what the next request may be conditional on */
  char *last_modified;      /* (nullable) */
} CandProgrammeAnswer;
void cand_programme_answer_free (CandProgrammeAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandProgrammeAnswer, cand_programme_answer_free)

/* @url is the announcement's page. With a @digest the request is conditional on @etag and
 * @last_modified (nullable), and identical bytes are not read again. Stores nothing. Errors:
 * CAND_NET_ERROR_*, CAND_BOARD_ERROR_MALFORMED, CAND_BOARD_ERROR_UNSUPPORTED,
 * G_IO_ERROR_CANCELLED. */
void cand_read_programme_async (CandLibrary *library,
                                const char *url,
                                const char *digest,
                                const char *etag,
                                const char *last_modified,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
CandProgrammeAnswer *
cand_read_programme_finish (CandLibrary *library, GAsyncResult *result, GError **error);

G_END_DECLS
