/* cand-store-reuse.h: answers of other applications, with their questions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-connection.h"
#include "core/model/cand-enums.h"

G_BEGIN_DECLS

/* One text that was written, and where. */
typedef struct
{
  char *field; /* id */
  char *question;
  CandFieldType type; /* text or paragraph */
  char *text;
  char *position; /* key */
  char *title;
  char *organisation;
  CandApplicationStatus status;
  gint64 updated;         /* the application, seconds since the epoch */
  gboolean same_employer; /* by the board, or by its name */
} CandStoredReuse;
void cand_stored_reuse_free (CandStoredReuse *self);

/* (element-type CandStoredReuse) (transfer full): what the other applications that are not deleted
 * answer in words, the ones edited last first. Of those with a question that is marked sensitive,
 * nothing is read. */
GPtrArray *cand_store_reuse_load (CandConnection *connection, gint64 application, GError **error);

/* The same, only of what the same employer got: handed off, or later. */
GPtrArray *
cand_store_reuse_load_read (CandConnection *connection, gint64 application, GError **error);

/* Whether whoever has this status was handed in: "not for me" may also be said before that. */
gboolean cand_store_reuse_is_read (CandApplicationStatus status);

G_END_DECLS
