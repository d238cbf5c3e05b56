/* cand-store-aside.h: what a form that changed does to the answers on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-connection.h"
#include "core/model/cand-rebase.h"

G_BEGIN_DECLS

/* An answer, or a part of one, that has no place in the form of its application. */
typedef struct
{
  gint64 id;
  char *field; /* the earlier question */
  char *label;
  CandFieldType type;
  CandAsideReason reason;
  gboolean sensitive; /* the earlier question was */
  char *text;
  char *words;
  char *file_name; /* (nullable) NULL for no file */
  char *file_sha256;
  gint64 file_size;
  gint64 file_added;
  char *file_uri;       /* (nullable) where the file was copied from */
  gint64 file_modified; /* and when it was last changed then, in microseconds since the epoch */
  gint64 since;
  gint64 placed; /* 0 while not */
} CandStoredAside;
void cand_stored_aside_free (CandStoredAside *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandStoredAside, cand_stored_aside_free)

/* (element-type CandStoredAside) (transfer full), in the order in which they were set aside. */
GPtrArray *cand_store_aside_load (CandConnection *connection, gint64 application, GError **error);

/* Sets aside what @aside says, with the answer's file where it has one, inside a transaction. The
 * answer itself stays. The row id; 0 on failure. */
gint64 cand_store_aside_insert (CandConnection *connection,
                                gint64 application,
                                const CandRebaseAside *aside,
                                gint64 now,
                                GError **error);
/* The answer to @field is gone; what it said before belongs to the aside of row @id. */
gboolean cand_store_aside_take_answer (
    CandConnection *connection, gint64 application, const char *field, gint64 id, GError **error);
/* Puts answers under other fields and in other words, each with what it said before:
 * (element-type CandRebaseKept). */
gboolean cand_store_aside_move_answers (CandConnection *connection,
                                        gint64 application,
                                        GPtrArray *kept,
                                        GError **error);

/* What was set aside as a text is the answer to @field now: what it said before is told there too.
 * It stays with what was set aside. Nothing happens where there is no such answer. */
gboolean cand_store_aside_lend_earlier (CandConnection *connection,
                                        gint64 id,
                                        const char *field,
                                        GError **error);
/* @when 0: it was taken back. */
gboolean
cand_store_aside_set_placed (CandConnection *connection, gint64 id, gint64 when, GError **error);

G_END_DECLS
