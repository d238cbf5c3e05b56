/* cand-address-tag.c: addresses in a text that is checked for its spelling
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-address-tag.h"

#include <string.h>

/* In characters, on either side of an edit: nobody's address is longer. */
#define LONGEST_HALF 500

/* A host before a path: "github.com/ada". */
static gboolean
has_host (const char *run)
{
  for (const char *slash = strchr (run, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    {
      const char *dot = slash;

      while (dot > run && g_ascii_isalpha (dot[-1]))
        dot--;
      if (slash - dot >= 2 && dot - run >= 2 && dot[-1] == '.' && g_ascii_isalnum (dot[-2]))
        return TRUE;
    }
  return FALSE;
}

/* "ada@example.org", and not "@ada". */
static gboolean
has_mailbox (const char *run)
{
  const char *at = strchr (run, '@');

  return at != NULL && at > run && g_ascii_isalnum (at[-1]) && g_ascii_isalnum (at[1]) &&
         strchr (at, '.') != NULL;
}

gboolean
cand_address_tag_is_address (const char *run)
{
  const char *scheme = strstr (run, "://");

  if (scheme != NULL && scheme > run && g_ascii_isalpha (scheme[-1]))
    return TRUE;
  while (*run != '\0' && g_ascii_ispunct (*run) && *run != '@')
    run++;
  return g_ascii_strncasecmp (run, "www.", 4) == 0 || has_mailbox (run) || has_host (run);
}

static gboolean
is_blank (gunichar c, gpointer data)
{
  return g_unichar_isspace (c);
}

static gboolean
is_no_blank (gunichar c, gpointer data)
{
  return !g_unichar_isspace (c);
}

static GtkTextTag *
get_tag (GtkTextBuffer *buffer)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), CAND_ADDRESS_TAG);
}

/* Who checks the spelling looks again wherever a tag changes: not without need. */
static void
tag_run (GtkTextBuffer *buffer, const GtkTextIter *start, const GtkTextIter *end)
{
  g_autofree char *run = gtk_text_buffer_get_slice (buffer, start, end, TRUE);
  GtkTextTag *tag = get_tag (buffer);
  gboolean wanted = cand_address_tag_is_address (run);
  GtkTextIter toggle = *start;
  gboolean even = !gtk_text_iter_forward_to_tag_toggle (&toggle, tag) ||
                  gtk_text_iter_compare (&toggle, end) >= 0;

  if (even && gtk_text_iter_has_tag (start, tag) == wanted)
    return;
  if (wanted)
    gtk_text_buffer_apply_tag (buffer, tag, start, end);
  else
    gtk_text_buffer_remove_tag (buffer, tag, start, end);
}

static void
tag_runs (GtkTextBuffer *buffer, GtkTextIter *start, const GtkTextIter *limit)
{
  while (gtk_text_iter_compare (start, limit) < 0)
    {
      GtkTextIter end;

      if (is_blank (gtk_text_iter_get_char (start), NULL) &&
          !gtk_text_iter_forward_find_char (start, is_no_blank, NULL, limit))
        return;
      end = *start;
      if (!gtk_text_iter_forward_find_char (&end, is_blank, NULL, limit))
        end = *limit;
      tag_run (buffer, start, &end);
      *start = end;
    }
}

/* From blank to blank around an edit. */
static void
tag_around (GtkTextBuffer *buffer, const GtkTextIter *from, const GtkTextIter *to)
{
  GtkTextIter start = *from, end = *to;
  GtkTextIter first = *from, last = *to;

  gtk_text_iter_backward_chars (&first, LONGEST_HALF);
  gtk_text_iter_forward_chars (&last, LONGEST_HALF);
  if (gtk_text_iter_backward_find_char (&start, is_blank, NULL, &first))
    gtk_text_iter_forward_char (&start);
  else
    start = first;
  if (is_no_blank (gtk_text_iter_get_char (&end), NULL) &&
      !gtk_text_iter_forward_find_char (&end, is_blank, NULL, &last))
    end = last;
  tag_runs (buffer, &start, &end);
}

static gboolean
is_short (GtkTextBuffer *buffer, gpointer longest)
{
  return gtk_text_buffer_get_char_count (buffer) <= GPOINTER_TO_INT (longest);
}

static void
inserted_cb (
    GtkTextBuffer *buffer, GtkTextIter *place, const char *text, int length, gpointer longest)
{
  GtkTextIter start = *place;

  if (!is_short (buffer, longest))
    return;
  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  tag_around (buffer, &start, place);
}

static void
deleted_cb (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, gpointer longest)
{
  if (is_short (buffer, longest))
    tag_around (buffer, start, end);
}

void
cand_address_tag_attach (GtkTextBuffer *buffer, int longest)
{
  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer) && get_tag (buffer) == NULL);

  gtk_text_buffer_create_tag (buffer, CAND_ADDRESS_TAG, NULL);
  g_signal_connect_after (buffer, "insert-text", G_CALLBACK (inserted_cb),
                          GINT_TO_POINTER (longest));
  g_signal_connect_after (buffer, "delete-range", G_CALLBACK (deleted_cb),
                          GINT_TO_POINTER (longest));
  if (is_short (buffer, GINT_TO_POINTER (longest)))
    cand_address_tag_update (buffer);
}

void
cand_address_tag_update (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer) && get_tag (buffer) != NULL);

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  tag_runs (buffer, &start, &end);
}
