/* test-programme-sources.c: where announcements come from, and how much of them is read
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme-reading.h"

#define POSITION "https://apply.workable.com/acme/j/ABCDEF0123/"

/* A file of any encoding that says which it is. */
static void
test_encodings (void)
{
  static const char markdown[] = "# Työpaikat\n\n- [Kalastaja](" POSITION ")\n";
  static const char html[] = "<!doctype html><meta charset=utf-8><h1>Työpaikat</h1><ul><li>"
                             "<a href='" POSITION "'>Kalastaja</a></ul>";
  static const struct
  {
    const char *text;
    const char *encoding;
    const char *mark;
    const char *media_type;
  } cases[] = {
    { markdown, "UTF-16LE", "\xff\xfe", "text/markdown" },
    { markdown, "UTF-16BE", "\xfe\xff", "text/markdown" },
    { markdown, "UTF-16LE", "\xff\xfe", NULL },
    { html, "UTF-16LE", "\xff\xfe", "text/html" },
    { html, "UTF-16BE", "\xfe\xff", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length;
      g_autofree char *converted =
          g_convert (cases[i].text, -1, cases[i].encoding, "UTF-8", NULL, &length, NULL);
      g_autoptr (GByteArray) file = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (CandProgramme) programme = NULL;

      g_byte_array_append (file, (const guint8 *) cases[i].mark, 2);
      g_byte_array_append (file, (const guint8 *) converted, length);
      bytes = g_byte_array_free_to_bytes (g_steal_pointer (&file));
      programme = cand_programme_read (bytes, cases[i].media_type, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (cand_programme_get_title (programme), ==, "Työpaikat");
      g_assert_cmpstr (cand_programme_get_entry (programme, 0)->title, ==, "Kalastaja");
    }
}

/* What a page calls its own address, where that can be. */
static void
test_canonical (void)
{
  static const struct
  {
    const char *address;
    const char *canonical;
    const char *name;
    const char *url;
  } cases[] = {
    { "https://acme.example/p?id=3&view=print", "https://acme.example/join", "acme-join",
      "https://acme.example/join" },
    { "https://acme.example/p?id=3", "/join?utm_source=x", "acme-join",
      "https://acme.example/join" },
    { "https://acme.example/p", "https://www.acme.example/join", "acme-join",
      "https://www.acme.example/join" },
    { "https://acme.example/p", "https://other.example/join", "acme-p", "https://acme.example/p" },
    { "https://acme.example/p", "https://acme.example/", "acme-p", "https://acme.example/p" },
    { "https://acme.example/p", "javascript:alert(1)", "acme-p", "https://acme.example/p" },
    { "https://acme.example/p", "https://apply.workable.com/acme/", "acme-p",
      "https://acme.example/p" },
    /* A page that was saved. */
    { NULL, "http://acme.example/join", "acme-join", "https://acme.example/join" },
    { NULL, "/join", "acme-join-us", "" },
    { NULL, "file:///home/ada/join.html", "acme-join-us", "" },
    { NULL, "https://192.168.1.1/join", "acme-join-us", "" },
    { NULL, "https://localhost/join", "acme-join-us", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *html =
          g_strdup_printf ("<!doctype html><link rel='Canonical' href='%s'><h1>Join us!</h1><ul>"
                           "<li><a href='" POSITION "'>Painter</a></ul>",
                           cases[i].canonical);
      g_autoptr (CandProgramme) programme = read_text (html, cases[i].address);

      g_test_message ("%s: %s", cases[i].address, cases[i].canonical);
      g_assert_cmpstr (cand_programme_get_name (programme), ==, cases[i].name);
      g_assert_cmpstr (cand_programme_get_url (programme), ==, cases[i].url);
    }
}

/* What is beyond what is read of one announcement is told. */
static void
assert_partial (guint n_positions, gsize length, guint n_read, const char *note)
{
  g_autoptr (GString) text = g_string_new ("# Join us!\n\n");
  g_autoptr (CandProgramme) programme = NULL;
  g_autofree char *said = NULL;

  for (guint i = 0; i < n_positions; i++)
    g_string_append_printf (text, "- [Painter %u](https://boards.greenhouse.io/acme/jobs/%u)\n", i,
                            i + 1);
  while (text->len < length)
    g_string_append (text, "\nAnd so on, and on, and on.\n");
  programme = read_text (text->str, NULL);
  said = cand_programme_dup_partial_note (programme);
  g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, n_read);
  g_assert_cmpint (cand_programme_get_partial (programme), ==, note != NULL);
  g_assert_cmpstr (said, ==, note);
}

static void
test_partial (void)
{
  assert_partial (1000, 0, 1000, NULL);
  assert_partial (1001, 0, 1000, "Only the first 1000 positions were read.");
  assert_partial (2, 200 * 1024, 2, NULL);
  assert_partial (2, 600 * 1024, 2, "This announcement is very long: only its beginning was read.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/programme-sources/encodings", test_encodings);
  g_test_add_func ("/programme-sources/canonical", test_canonical);
  g_test_add_func ("/programme-sources/partial", test_partial);
  return g_test_run ();
}
