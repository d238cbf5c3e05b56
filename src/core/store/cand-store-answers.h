/* cand-store-answers.h: answers on disk, with their earlier values
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-connection.h"

G_BEGIN_DECLS

/* The value of one field as it is kept. */
typedef struct
{
  char *field;
  char *text;
  char *known; /* (nullable) what whoever writes believes is there; another value is kept as earlier
                */
  char *file_name; /* (nullable) NULL for no attachment */
  char *file_sha256;
  gint64 file_size;
  gint64 file_added;
  char *file_uri;       /* (nullable) where the file was copied from */
  gint64 file_modified; /* and when it was last changed then, in microseconds since the epoch */
} CandStoredAnswer;
void cand_stored_answer_free (CandStoredAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandStoredAnswer, cand_stored_answer_free)

typedef struct
{
  char *text;
  gint64 written;
} CandStoredEarlier;

/* How old the last kept value has to be, in seconds, for the next change to keep one again. */
#define CAND_STORE_EARLIER_AGE 300

/* (element-type CandStoredAnswer) (transfer full): of fields that the form has no longer, too. */
GPtrArray *cand_store_answers_load (CandConnection *connection, gint64 application, GError **error);
/* Writes one, and its present value among the earlier ones where that is due. */
gboolean cand_store_answers_write (CandConnection *connection,
                                   gint64 application,
                                   const CandStoredAnswer *answer,
                                   gint64 now,
                                   GError **error);
/* (element-type CandStoredEarlier) (transfer full), newest first. */
GArray *cand_store_answers_load_earlier (CandConnection *connection,
                                         gint64 application,
                                         const char *field,
                                         GError **error);
/* (element-type utf8) (transfer full): the hashes of all files that answers name, also those
 * that were set aside. */
GHashTable *cand_store_answers_list_files (CandConnection *connection, GError **error);

G_END_DECLS
