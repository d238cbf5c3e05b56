/* cand-attachments.h: the copies of files that answer questions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "core/model/cand-attachment.h"
#include "core/model/cand-field.h"
#include "core/store/cand-connection.h"

G_BEGIN_DECLS

/* Larger than this nothing is taken where the board names no limit. */
#define CAND_ATTACHMENTS_MAX_BYTES (100 * 1000 * 1000)

/* When a file was last changed, in microseconds since the epoch, and the attributes that takes; 0
 * where it is not known. */
#define CAND_ATTACHMENTS_MODIFIED                                                                  \
  G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC
gint64 cand_attachments_get_modified (GFileInfo *info);

/* Where the copy with that hash lies. */
char *cand_attachments_dup_path (const char *directory, const char *sha256);

/* Reads, checks and writes: for a thread of its own. Errors: CAND_LIBRARY_ERROR_BAD_FILE with a
 * sentence for the person, CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED. */
CandAttachment *cand_attachments_copy (const char *directory,
                                       GFile *file,
                                       CandField *field,
                                       gint64 now,
                                       GCancellable *cancellable,
                                       GError **error);

/* (thread database) Removes the copies that neither an answer nor the profile names. */
gboolean cand_attachments_sweep (const char *directory, CandConnection *connection, GError **error);

G_END_DECLS
