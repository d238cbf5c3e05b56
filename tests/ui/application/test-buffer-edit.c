/* test-buffer-edit.c: what changed in a buffer is told as it was
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-test-rows.h"
#include "ui/application/cand-buffer-edit.h"

/* Keeps a copy of a buffer's text up to date as a row does. */
typedef struct
{
  GtkTextBuffer *buffer;
  CandBufferEdit edit;
  GString *text;
  guint n_spliced;
  guint n_taken;
} Copy;

static char *
dup_shown (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
changed_cb (Copy *copy)
{
  CandBufferSplice splice;

  if (cand_buffer_edit_resolve (&copy->edit, copy->text->str, &splice))
    {
      g_string_erase (copy->text, splice.offset, splice.n_removed);
      g_string_insert_len (copy->text, splice.offset, splice.inserted, splice.n_inserted);
      copy->n_spliced++;
    }
  else
    {
      g_autofree char *shown = dup_shown (copy->buffer);

      g_string_assign (copy->text, shown);
      cand_buffer_edit_tell (&copy->edit, shown);
      copy->n_taken++;
    }
}

static Copy *
copy_new (void)
{
  Copy *copy = g_new0 (Copy, 1);

  copy->buffer = gtk_text_buffer_new (NULL);
  copy->text = g_string_new (NULL);
  cand_buffer_edit_init (&copy->edit, copy->buffer);
  cand_buffer_edit_tell (&copy->edit, "");
  g_signal_connect_swapped (copy->buffer, "changed", G_CALLBACK (changed_cb), copy);
  return copy;
}

static void
copy_free (Copy *copy)
{
  cand_buffer_edit_clear (&copy->edit);
  g_object_unref (copy->buffer);
  g_string_free (copy->text, TRUE);
  g_free (copy);
}

static void
assert_kept (Copy *copy)
{
  g_autofree char *shown = dup_shown (copy->buffer);

  g_assert_cmpstr (copy->text->str, ==, shown);
}

static void
get_random_iter (GtkTextBuffer *buffer, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_offset (
      buffer, iter, g_test_rand_int_range (0, gtk_text_buffer_get_char_count (buffer) + 1));
}

static void
insert_somewhere (GtkTextBuffer *buffer)
{
  static const char *const texts[] = { "x",    "é",    "🤗🏽", "\n",
                                       "\r\n", "\r",   "שלום", "Two\nlines and more\n",
                                       "",     "a b c" };
  GtkTextIter iter;

  get_random_iter (buffer, &iter);
  gtk_text_buffer_insert_interactive (
      buffer, &iter, texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))], -1, TRUE);
}

/* Also from the end to the start, as a selection may be. */
static void
delete_somewhere (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  get_random_iter (buffer, &start);
  end = start;
  gtk_text_iter_forward_chars (&end, g_test_rand_int_range (0, 12));
  if (g_test_rand_bit ())
    gtk_text_buffer_delete_interactive (buffer, &start, &end, TRUE);
  else
    gtk_text_buffer_delete_interactive (buffer, &end, &start, TRUE);
}

static void
test_random (void)
{
  Copy *copy = copy_new ();

  gtk_text_buffer_set_enable_undo (copy->buffer, TRUE);
  for (guint i = 0; i < 20000; i++)
    {
      gint32 what = g_test_rand_int_range (0, 10);

      if (what == 0)
        gtk_text_buffer_undo (copy->buffer);
      else if (what == 1)
        gtk_text_buffer_redo (copy->buffer);
      else if (what < 5)
        delete_somewhere (copy->buffer);
      else
        insert_somewhere (copy->buffer);
      assert_kept (copy);
      if (i % 1000 == 999)
        {
          gtk_text_buffer_set_text (copy->buffer, "Another text\r\nthat was set 🤗", -1);
          assert_kept (copy);
        }
    }
  g_assert_cmpuint (copy->n_taken, ==, 0);
  g_assert_cmpuint (copy->n_spliced, >, 10000);
  copy_free (copy);
}

/* Another edit within an edit, and one instead of it. */
static void
meddle_cb (GtkTextBuffer *buffer, GtkTextIter *where, const char *text, int size)
{
  GtkTextIter start;

  if (size == 1 && *text == '!')
    {
      gtk_text_buffer_get_start_iter (buffer, &start);
      gtk_text_buffer_insert (buffer, &start, "?", -1);
      gtk_text_buffer_get_end_iter (buffer, where);
    }
  else if (size == 1 && *text == '#')
    {
      g_signal_stop_emission_by_name (buffer, "insert-text");
      gtk_text_buffer_insert (buffer, where, "*", -1);
    }
}

static void
test_meddled_with (void)
{
  Copy *copy = copy_new ();

  g_signal_connect (copy->buffer, "insert-text", G_CALLBACK (meddle_cb), NULL);
  for (guint i = 0; i < 6; i++)
    {
      gtk_text_buffer_insert_at_cursor (copy->buffer, "Hello", -1);
      assert_kept (copy);
      gtk_text_buffer_insert_at_cursor (copy->buffer, i % 2 == 0 ? "!" : "#", -1);
      assert_kept (copy);
    }
  g_assert_cmpstr (copy->text->str, ==, "???Hello!Hello*Hello!Hello*Hello!Hello*");
  copy_free (copy);
}

/* A picture has no text, but a place. */
static void
test_picture (void)
{
  g_autoptr (GdkPaintable) picture = gdk_paintable_new_empty (1, 1);
  Copy *copy = copy_new ();
  GtkTextIter iter;

  gtk_text_buffer_insert_at_cursor (copy->buffer, "Hello", -1);
  gtk_text_buffer_get_iter_at_offset (copy->buffer, &iter, 2);
  gtk_text_buffer_insert_paintable (copy->buffer, &iter, picture);
  assert_kept (copy);
  for (guint i = 0; i < 100; i++)
    {
      insert_somewhere (copy->buffer);
      assert_kept (copy);
      delete_somewhere (copy->buffer);
      assert_kept (copy);
    }
  copy_free (copy);
}

/* In the row that people write in, with undo. */
static void
test_row (void)
{
  g_autoptr (CandAnswer) answer = cand_test_answer_new (CAND_FIELD_TYPE_PARAGRAPH, TRUE);
  CandFieldRow *row = cand_test_show_row (answer);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (cand_test_find (row, GTK_TYPE_TEXT_VIEW));
  GtkTextIter start, end;

  gtk_text_buffer_insert_at_cursor (buffer, "Größe 🤗", -1);
  gtk_text_buffer_insert_at_cursor (buffer, "!", 1);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "Größe 🤗!");
  g_assert_cmpint (cand_answer_get_length (answer), ==, 9);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 2);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 6);
  gtk_text_buffer_delete (buffer, &start, &end);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "Gr🤗!");
  gtk_text_buffer_undo (buffer);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "Größe 🤗!");
  g_assert_cmpint (cand_answer_get_length (answer), ==, 9);
  /* As an earlier version that is brought back. */
  cand_answer_set_text (answer, "Earlier");
  gtk_text_buffer_insert_at_cursor (buffer, " words", -1);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "Earlier words");
  cand_test_close (row);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  g_test_add_func ("/buffer-edit/random", test_random);
  g_test_add_func ("/buffer-edit/meddled-with", test_meddled_with);
  g_test_add_func ("/buffer-edit/picture", test_picture);
  g_test_add_func ("/buffer-edit/row", test_row);
  return g_test_run ();
}
