/* cand-buffer-edit.h: what a change of a text buffer changed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Follows a buffer, so that a key in a text of 200 kB need not take the whole text out of it. It
 * hears of an edit before the buffer makes it, and tells of it in the buffer's "changed". */
typedef struct
{
  GtkTextBuffer *buffer; /* (unowned) */
  gint64 n_chars;        /* of the text that is known, -1 when it is not known */
  gint64 anchor_chars;   /* a place in the text that is known, in characters */
  gsize anchor_bytes;    /* and in bytes */

  gboolean pending; /* an edit was announced */
  gint64 at;        /* in characters */
  gint64 n_removed;
  gint64 n_inserted;
  GString *inserted; /* (owned) */
} CandBufferEdit;

/* In the bytes of the text before the edit. */
typedef struct
{
  gsize offset;
  gsize n_removed;
  const char *inserted; /* (unowned) until the next edit */
  gsize n_inserted;
} CandBufferSplice;

/* @self must stay as long as @buffer, or until cand_buffer_edit_clear. Handlers of "changed" are
 * to be connected afterwards. */
void cand_buffer_edit_init (CandBufferEdit *self, GtkTextBuffer *buffer);
void cand_buffer_edit_clear (CandBufferEdit *self);

/* In a handler of "changed": what was changed in @text, which was the buffer's until then. FALSE
 * where that is not known for sure; then the whole text has to be taken, and told. */
gboolean
cand_buffer_edit_resolve (CandBufferEdit *self, const char *text, CandBufferSplice *splice);
/* @text is the buffer's now; NULL for one that is not known. */
void cand_buffer_edit_tell (CandBufferEdit *self, const char *text);

G_END_DECLS
