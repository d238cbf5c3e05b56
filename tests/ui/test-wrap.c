/* test-wrap.c: long words are told from long texts
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "ui/cand-wrap.h"

static char *
repeat (const char *text, guint times)
{
  GString *string = g_string_new (NULL);

  while (times-- > 0)
    g_string_append (string, text);
  return g_string_free_and_steal (string);
}

static void
test_mode (void)
{
  static const struct
  {
    const char *piece;
    guint times;
    PangoWrapMode mode;
  } texts[] = {
    { "", 1, PANGO_WRAP_WORD_CHAR },
    { "x", 2000, PANGO_WRAP_WORD_CHAR },
    { "x", 2001, PANGO_WRAP_CHAR },
    { "words ", 20000, PANGO_WRAP_WORD_CHAR },
    { "line\n", 20000, PANGO_WRAP_WORD_CHAR },
    { "é", 2000, PANGO_WRAP_WORD_CHAR },
    { "é", 2001, PANGO_WRAP_CHAR },
    { "\u00a0x", 1001, PANGO_WRAP_CHAR },
    { "日本語", 2000, PANGO_WRAP_WORD_CHAR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = repeat (texts[i].piece, texts[i].times);

      g_test_message ("%u times “%s”", texts[i].times, texts[i].piece);
      g_assert_cmpint (cand_wrap_mode_for (text), ==, texts[i].mode);
    }
}

static void
test_label (void)
{
  GtkLabel *label = g_object_ref_sink (GTK_LABEL (gtk_label_new ("")));
  g_autofree char *word = repeat ("x", 60000);

  cand_wrap_set_label (label, word);
  g_assert_cmpstr (gtk_label_get_label (label), ==, word);
  g_assert_cmpint (gtk_label_get_wrap_mode (label), ==, PANGO_WRAP_CHAR);
  cand_wrap_set_label (label, "Two words");
  g_assert_cmpstr (gtk_label_get_label (label), ==, "Two words");
  g_assert_cmpint (gtk_label_get_wrap_mode (label), ==, PANGO_WRAP_WORD_CHAR);
  g_object_unref (label);
}

static void
test_beginning (void)
{
  g_autofree char *longest = repeat ("é", 2000);
  g_autofree char *longer = repeat ("é", 2001);
  g_autofree char *kept = cand_wrap_dup_beginning (longest);
  g_autofree char *cut = cand_wrap_dup_beginning (longer);
  g_autofree char *expected = g_strconcat (longest, "…", NULL);

  g_assert_cmpstr (kept, ==, longest);
  g_assert_cmpstr (cut, ==, expected);
}

/* On one line, whatever is in it, and no longer than it has to be. */
static void
test_preview (void)
{
  g_autofree char *letter = repeat ("Dear all,\n\n\tso \r\n", 200);
  g_autofree char *preview = cand_wrap_dup_preview (letter);
  g_autofree char *empty = cand_wrap_dup_preview ("");
  g_autofree char *blank = cand_wrap_dup_preview ("\n");

  g_assert_null (strpbrk (preview, "\r\n\t"));
  g_assert_true (g_str_has_prefix (preview, "Dear all, so Dear all, so "));
  g_assert_true (g_str_has_suffix (preview, "…"));
  g_assert_cmpint (g_utf8_strlen (preview, -1), <=, 2001);
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (blank, ==, "");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);

  g_test_add_func ("/wrap/mode", test_mode);
  g_test_add_func ("/wrap/label", test_label);
  g_test_add_func ("/wrap/beginning", test_beginning);
  g_test_add_func ("/wrap/preview", test_preview);
  return g_test_run ();
}
