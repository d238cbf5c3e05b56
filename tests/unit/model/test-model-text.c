/* test-model-text.c: the strings that the model keeps
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-model-text.h"

#include "core/model/cand-application.h"
#include "core/model/cand-board.h"
#include "core/model/cand-form.h"
#include "core/model/cand-position.h"

static void
test_shown (void)
{
  static const struct
  {
    const char *text;
    const char *line;
    const char *lines;
  } cases[] = {
    { NULL, NULL, NULL },
    { "", NULL, NULL },
    { " \n\t ", NULL, NULL },
    { "\x01\u202e", NULL, NULL },
    { "  plain  words ", "plain  words", "plain  words" },
    { "one\ntwo", "one two", "one\ntwo" },
    { "one \r\n\t two", "one two", "one\ntwo" },
    { "one\n\ntwo\n", "one two", "one\n\ntwo" },
    { "one\ttwo", "one two", "one two" },
    { "one\u2028two\xc2\x85three", "one two three", "one\ntwo\nthree" },
    { "\x1b[31mred\x7f\xc2\x9b", "[31mred", "[31mred" },
    { "a\u202ab\u202bc\u202cd\u202de\u202ef", "abcdef", "abcdef" },
    { "a\u2066b\u2067c\u2068d\u2069e", "abcde", "abcde" },
    { "\u200eשלום\u200f", "\u200eשלום\u200f", "\u200eשלום\u200f" },
    { "12\u00a0000\u202f€", "12\u00a0000\u202f€", "12\u00a0000\u202f€" },
    { "bad\xff", "bad\ufffd", "bad\ufffd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = cand_text_dup_line (cases[i].text);
      g_autofree char *lines = cand_text_dup_lines (cases[i].text);

      g_assert_cmpstr (line, ==, cases[i].line);
      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
}

/* What a source says in a few words is not kept at any length. */
static void
test_fact (void)
{
  g_autofree char *whole = g_strnfill (500, 'a');
  g_autofree char *rest = g_strnfill (499, 'a');
  g_autofree char *cut = g_strconcat (rest, "…", NULL);
  g_autofree char *long_text = g_strnfill (100000, 'a');
  g_autoptr (GString) accents = g_string_new (NULL);
  g_autoptr (GString) more_accents = NULL;
  g_autoptr (CandPosition) position = cand_position_new ("workable:acme", "AB");
  g_autofree char *url = g_strconcat ("https://acme.example/", long_text, NULL);
  const char *const places[] = { long_text, NULL };
  g_autofree char *kept = cand_text_dup_fact (whole);
  g_autofree char *shortened = cand_text_dup_fact (long_text);
  g_autofree char *kept_accents = NULL;
  g_autofree char *cut_accents = NULL;
  g_autofree char *nothing = cand_text_dup_fact (" \n");

  for (guint i = 0; i < 500; i++)
    g_string_append (accents, "é");
  more_accents = g_string_new (accents->str);
  g_string_append (more_accents, "é");
  kept_accents = cand_text_dup_fact (accents->str);
  cut_accents = cand_text_dup_fact (more_accents->str);
  g_assert_cmpstr (kept, ==, whole);
  g_assert_cmpstr (shortened, ==, cut);
  g_assert_cmpstr (kept_accents, ==, accents->str);
  g_assert_cmpint (g_utf8_strlen (cut_accents, -1), ==, 500);
  g_assert_true (g_str_has_suffix (cut_accents, "é…"));
  g_assert_null (nothing);

  cand_position_set_title (position, long_text);
  cand_position_set_organisation (position, long_text);
  cand_position_set_department (position, long_text);
  cand_position_set_team (position, long_text);
  cand_position_set_locations (position, places);
  cand_position_set_url (position, url);
  cand_position_set_description (position, long_text);
  g_assert_cmpstr (cand_position_get_title (position), ==, cut);
  g_assert_cmpstr (cand_position_get_organisation (position), ==, cut);
  g_assert_cmpstr (cand_position_get_department (position), ==, cut);
  g_assert_cmpstr (cand_position_get_team (position), ==, cut);
  g_assert_cmpstr (cand_position_get_locations (position)[0], ==, cut);
  g_assert_cmpstr (cand_position_get_url (position), ==, url);
  g_assert_cmpstr (cand_position_get_description (position), ==, long_text);
  /* The same place once more. */
  cand_position_add_location (position, long_text);
  g_assert_null (cand_position_get_locations (position)[1]);
}

static void
test_position (void)
{
  static const char *const locations[] = { "Par\x02is\n", "Paris", NULL };
  g_autoptr (CandPosition) position = cand_position_new ("workable:acme", "AB");

  cand_position_set_title (position, "A\nB\x07");
  cand_position_set_team (position, "A\nB\x07");
  cand_position_set_department (position, "A\nB\x07");
  cand_position_set_organisation (position, "A\nB\x07");
  cand_position_set_experience (position, "A\nB\x07");
  cand_position_set_function (position, "A\nB\x07");
  cand_position_set_workplace (position, CAND_WORKPLACE_HYBRID, "A\nB\x07");
  cand_position_set_employment (position, CAND_EMPLOYMENT_OTHER, "A\nB\x07");
  cand_position_set_locations (position, locations);
  cand_position_add_location (position, "Lyon\u202e");
  cand_position_set_description (position, "<pre>A\nB</pre>");
  g_assert_cmpstr (cand_position_get_title (position), ==, "A B");
  g_assert_cmpstr (cand_position_get_team (position), ==, "A B");
  g_assert_cmpstr (cand_position_get_department (position), ==, "A B");
  g_assert_cmpstr (cand_position_get_organisation (position), ==, "A B");
  g_assert_cmpstr (cand_position_get_experience (position), ==, "A B");
  g_assert_cmpstr (cand_position_get_function (position), ==, "A B");
  g_assert_cmpstr (cand_position_get_workplace_text (position), ==, "A B");
  g_assert_cmpstr (cand_position_get_employment_text (position), ==, "A B");
  g_assert_cmpuint (g_strv_length ((GStrv) cand_position_get_locations (position)), ==, 2);
  g_assert_cmpstr (cand_position_get_locations (position)[0], ==, "Paris");
  g_assert_cmpstr (cand_position_get_locations (position)[1], ==, "Lyon");
  g_assert_cmpstr (cand_position_get_description (position), ==, "<pre>A\nB</pre>");
}

static void
test_others (void)
{
  g_autoptr (CandBoard) board = cand_board_new ("workable:acme");
  g_autoptr (CandApplication) application = cand_application_new (1, "workable:acme:AB");
  g_autoptr (CandForm) form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  g_autoptr (CandField) field = cand_field_new ("q", CAND_FIELD_TYPE_DROPDOWN, "A\nB\x07");

  cand_board_set_name (board, "A\nB\x07");
  g_assert_cmpstr (cand_board_get_name (board), ==, "A B");
  cand_application_set_title (application, "A\nB\x07");
  cand_application_set_organisation (application, "A\nB\x07");
  g_assert_cmpstr (cand_application_get_title (application), ==, "A B");
  g_assert_cmpstr (cand_application_get_organisation (application), ==, "A B");
  cand_form_add_section (form, "s", "A\nB\x07");
  g_assert_cmpstr (cand_form_get_section_name (form, 0), ==, "A B");
  cand_field_set_helper (field, "A\nB\x07");
  cand_field_add_option (field, "1", "A\nB\x07");
  /* A question may take several lines, and so may what it offers. */
  g_assert_cmpstr (cand_field_get_label (field), ==, "A\nB");
  g_assert_cmpstr (cand_field_get_helper (field), ==, "A\nB");
  g_assert_cmpstr (cand_field_get_option_label (field, 0), ==, "A\nB");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model-text/shown", test_shown);
  g_test_add_func ("/model-text/fact", test_fact);
  g_test_add_func ("/model-text/position", test_position);
  g_test_add_func ("/model-text/others", test_others);
  return g_test_run ();
}
