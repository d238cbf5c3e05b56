/* cand-buffer-edit.c: what a change of a text buffer changed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-buffer-edit.h"

static void
announce (CandBufferEdit *self, gint64 at, gint64 n_removed, const char *inserted, gssize size)
{
  self->pending = TRUE;
  self->at = at;
  self->n_removed = n_removed;
  self->n_inserted = g_utf8_strlen (inserted, size);
  g_string_truncate (self->inserted, 0);
  g_string_append_len (self->inserted, inserted, size);
}

static void
insert_text_cb (CandBufferEdit *self, const GtkTextIter *where, const char *text, int size)
{
  announce (self, gtk_text_iter_get_offset (where), 0, text, size);
}

static void
delete_range_cb (CandBufferEdit *self, const GtkTextIter *start, const GtkTextIter *end)
{
  gint64 first = gtk_text_iter_get_offset (start);
  gint64 last = gtk_text_iter_get_offset (end);

  announce (self, MIN (first, last), ABS (last - first), "", 0);
}

void
cand_buffer_edit_init (CandBufferEdit *self, GtkTextBuffer *buffer)
{
  *self = (CandBufferEdit) { .buffer = buffer, .n_chars = -1, .inserted = g_string_new (NULL) };
  g_signal_connect_swapped (buffer, "insert-text", G_CALLBACK (insert_text_cb), self);
  g_signal_connect_swapped (buffer, "delete-range", G_CALLBACK (delete_range_cb), self);
}

void
cand_buffer_edit_clear (CandBufferEdit *self)
{
  if (self->buffer == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_string_free (self->inserted, TRUE);
  *self = (CandBufferEdit) { .n_chars = -1 };
}

/* The byte where the character @at begins. People go on where they were, so the way there is short
 * most of the time. */
static gsize
find_byte (CandBufferEdit *self, const char *text, gint64 at)
{
  gboolean from_anchor = at >= self->anchor_chars / 2;
  const char *base = text + (from_anchor ? self->anchor_bytes : 0);
  gint64 way = at - (from_anchor ? self->anchor_chars : 0);

  self->anchor_bytes = g_utf8_offset_to_pointer (base, way) - text;
  self->anchor_chars = at;
  return self->anchor_bytes;
}

gboolean
cand_buffer_edit_resolve (CandBufferEdit *self, const char *text, CandBufferSplice *splice)
{
  gboolean pending = self->pending;
  gint64 n_chars = self->n_chars - self->n_removed + self->n_inserted;
  const char *begin;

  self->pending = FALSE;
  if (!pending || self->n_chars < 0 || self->at + self->n_removed > self->n_chars ||
      n_chars != gtk_text_buffer_get_char_count (self->buffer))
    {
      self->n_chars = -1;
      return FALSE;
    }

  splice->offset = find_byte (self, text, self->at);
  begin = text + splice->offset;
  splice->n_removed = g_utf8_offset_to_pointer (begin, self->n_removed) - begin;
  splice->inserted = self->inserted->str;
  splice->n_inserted = self->inserted->len;
  self->n_chars = n_chars;
  return TRUE;
}

void
cand_buffer_edit_tell (CandBufferEdit *self, const char *text)
{
  self->pending = FALSE;
  self->anchor_chars = 0;
  self->anchor_bytes = 0;
  self->n_chars = text != NULL ? g_utf8_strlen (text, -1) : -1;
  /* Something that is no text is in it, such as a picture. */
  if (self->n_chars != gtk_text_buffer_get_char_count (self->buffer))
    self->n_chars = -1;
}
