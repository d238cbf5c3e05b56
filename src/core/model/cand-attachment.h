/* cand-attachment.h: the kept copy of a file that answers a question
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CAND_TYPE_ATTACHMENT (cand_attachment_get_type ())
G_DECLARE_FINAL_TYPE (CandAttachment, cand_attachment, CAND, ATTACHMENT, GObject)

/* @name as the person's file was called, @path of the copy in the data folder, @size in bytes,
 * @sha256 in hexadecimal, @added in seconds since the epoch. */
CandAttachment *cand_attachment_new (
    const char *name, const char *path, gint64 size, const char *sha256, gint64 added);
/* The same copy, made from the file at @source_uri (nullable), which was last changed at
 * @source_modified, in microseconds since the epoch: what is known of it until it changes again. */
CandAttachment *
cand_attachment_new_from (CandAttachment *copy, const char *source_uri, gint64 source_modified);

const char *cand_attachment_get_name (CandAttachment *self);
const char *cand_attachment_get_path (CandAttachment *self);
gint64 cand_attachment_get_size (CandAttachment *self);
const char *cand_attachment_get_sha256 (CandAttachment *self);
gint64 cand_attachment_get_added (CandAttachment *self);
/* (nullable) */
const char *cand_attachment_get_source_uri (CandAttachment *self);
gint64 cand_attachment_get_source_modified (CandAttachment *self);

G_END_DECLS
