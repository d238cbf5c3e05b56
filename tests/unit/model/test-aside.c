/* test-aside.c: where what was set aside could go
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-aside.h"
#include "rebase-test.h"

/* "id: text" of the place for an answer that was set aside; NULL for none. */
static char *
find (CandForm *form, CandAside *aside)
{
  g_autoptr (CandApplication) application = cand_application_new (1, "workable:acme:A1");
  g_autofree char *text = NULL;
  CandAnswer *place;

  cand_application_open (application, form);
  place = cand_aside_find_place (aside, application, &text);
  if (place == NULL)
    {
      g_assert_null (text);
      return NULL;
    }
  return g_strconcat (cand_field_get_id (cand_answer_get_field (place)), ": ", text, NULL);
}

/* Every reason has words for both times. */
static void
test_reasons (void)
{
  for (int i = CAND_ASIDE_REWORDED; i <= CAND_ASIDE_OTHER_KIND; i++)
    {
      g_assert_true (g_str_has_prefix (cand_aside_reason_get_sentence (i), "The form "));
      g_assert_true (
          g_str_has_prefix (cand_aside_reason_get_past_sentence (i), "Set aside when the form "));
    }
}

static void
check (CandForm *form,
       CandFieldType type,
       const char *label,
       const char *text,
       const char *words,
       const char *expected)
{
  g_autoptr (CandAside) aside =
      cand_aside_new (1, "old", label, type, CAND_ASIDE_REMOVED, text, words, NULL);
  g_autofree char *found = find (form, aside);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_defaults (void)
{
  g_autoptr (CandAside) aside = cand_aside_new (7, "QA_1", "Why?", CAND_FIELD_TYPE_PARAGRAPH,
                                                CAND_ASIDE_REWORDED, "so", "so", NULL);

  g_assert_cmpint (cand_aside_get_id (aside), ==, 7);
  g_assert_cmpstr (cand_aside_get_field (aside), ==, "QA_1");
  g_assert_cmpstr (cand_aside_get_label (aside), ==, "Why?");
  g_assert_cmpint (cand_aside_get_reason (aside), ==, CAND_ASIDE_REWORDED);
  g_assert_cmpstr (cand_aside_get_text (aside), ==, "so");
  g_assert_cmpstr (cand_aside_get_words (aside), ==, "so");
  g_assert_null (cand_aside_get_attachment (aside));
  g_assert_false (cand_aside_get_sensitive (aside));
  g_assert_cmpint (cand_aside_get_placed (aside), ==, 0);
}

static void
count (guint *n)
{
  *n += 1;
}

static void
test_placed (void)
{
  g_autoptr (CandAside) aside = cand_aside_new (7, "QA_1", "Why?", CAND_FIELD_TYPE_PARAGRAPH,
                                                CAND_ASIDE_REWORDED, "so", "so", NULL);
  guint n = 0;
  gint64 placed;

  g_signal_connect_swapped (aside, "notify::placed", G_CALLBACK (count), &n);
  cand_aside_set_placed (aside, 5);
  cand_aside_set_placed (aside, 5);
  g_assert_cmpuint (n, ==, 1);
  g_object_get (aside, "placed", &placed, NULL);
  g_assert_cmpint (placed, ==, 5);
  g_object_set (aside, "placed", G_GINT64_CONSTANT (0), NULL);
  g_assert_cmpint (cand_aside_get_placed (aside), ==, 0);
  g_assert_cmpuint (n, ==, 2);
}

static void
test_texts (void)
{
  g_autoptr (CandForm) form = make_form ();

  add (form, "line", CAND_FIELD_TYPE_TEXT, "Tell us about the largest compiler you wrote");
  check (form, CAND_FIELD_TYPE_PARAGRAPH, "Tell us about a compiler you wrote", "A small one",
         "A small one", "line: A small one");
  /* Lines would be lost. */
  check (form, CAND_FIELD_TYPE_PARAGRAPH, "Tell us about a compiler you wrote", "A\nsmall one",
         "A\nsmall one", NULL);
  check (form, CAND_FIELD_TYPE_PARAGRAPH, "Where do you live?", "Here", "Here", NULL);
  /* Nothing is known of the question. */
  check (form, CAND_FIELD_TYPE_PARAGRAPH, "", "Here", "Here", NULL);

  add (form, "essay", CAND_FIELD_TYPE_PARAGRAPH, "Tell us about a compiler you wrote");
  check (form, CAND_FIELD_TYPE_PARAGRAPH, "Tell us about a compiler you wrote", "A\nsmall one",
         "A\nsmall one", "essay: A\nsmall one");
  check (form, CAND_FIELD_TYPE_GROUP, "Tell us about a compiler you wrote", "[{\"a\": \"b\"}]",
         "Name: b", "essay: Name: b");
}

/* Options are found by their words; where one is lacking, nothing is put there. */
static void
test_choices (void)
{
  g_autoptr (CandForm) form = make_form ();

  OPTIONS (add (form, "office", CAND_FIELD_TYPE_MULTIPLE, "Which office do you prefer?"), "1",
           "Paris", "2", "Rome", "3", "Berlin");
  check (form, CAND_FIELD_TYPE_MULTIPLE, "Which office do you prefer?", "11\n13", "Berlin\nParis",
         "office: 3\n1");
  check (form, CAND_FIELD_TYPE_DROPDOWN, "Which office do you prefer?", "12", "Rome", "office: 2");
  check (form, CAND_FIELD_TYPE_MULTIPLE, "Which office do you prefer?", "11\n14", "Paris\nLima",
         NULL);
}

/* What is asked of a person as a person is suggested for the very same question only. */
static void
test_sensitive (void)
{
  g_autoptr (CandForm) form = make_form ();
  CandField *field =
      add (form, "p", CAND_FIELD_TYPE_PARAGRAPH, "Tell us about the largest compiler you wrote");

  cand_field_set_sensitive (field, TRUE);
  check (form, CAND_FIELD_TYPE_PARAGRAPH, "Tell us about a compiler you wrote", "x", "x", NULL);
  check (form, CAND_FIELD_TYPE_PARAGRAPH, "Tell us about the largest compiler you wrote", "x", "x",
         "p: x");

  /* The other way round: what was private goes into no other words either. */
  cand_field_set_sensitive (field, FALSE);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CandAside) aside =
          cand_aside_new (1, "old", "Tell us about a compiler you wrote", CAND_FIELD_TYPE_PARAGRAPH,
                          CAND_ASIDE_REMOVED, "x", "x", NULL);
      g_autofree char *found = NULL;

      cand_aside_set_sensitive (aside, i == 1);
      found = find (form, aside);
      g_assert_cmpstr (found, ==, i == 0 ? "p: x" : NULL);
    }
}

/* Set aside by a version that did not know the word. */
static void
test_sensitive_words (void)
{
  g_autoptr (CandAside) aside =
      cand_aside_new (1, "old", "Gehaltsvorstellung", CAND_FIELD_TYPE_PARAGRAPH, CAND_ASIDE_REMOVED,
                      "x", "x", NULL);

  g_assert_true (cand_aside_get_sensitive (aside));
  cand_aside_set_sensitive (aside, FALSE);
  g_assert_true (cand_aside_get_sensitive (aside));
}

static void
test_file (void)
{
  g_autoptr (CandForm) form = make_form ();
  g_autoptr (CandAttachment) file = cand_attachment_new ("cv.pdf", "/nowhere", 5, "abc", 1);
  g_autoptr (CandAside) aside = cand_aside_new (1, "cv", "Your portfolio", CAND_FIELD_TYPE_FILE,
                                                CAND_ASIDE_REMOVED, "", "", file);
  g_autofree char *none = NULL;
  g_autofree char *found = NULL;

  add (form, "text", CAND_FIELD_TYPE_PARAGRAPH, "Your portfolio");
  none = find (form, aside);
  g_assert_null (none);
  add (form, "file", CAND_FIELD_TYPE_FILE, "Portfolio");
  found = find (form, aside);
  g_assert_cmpstr (found, ==, "file: ");
}

/* A question that is answered takes nothing. */
static void
test_answered (void)
{
  g_autoptr (CandForm) form = make_form ();
  g_autoptr (CandApplication) application = cand_application_new (1, "workable:acme:A1");
  g_autoptr (CandAside) aside = cand_aside_new (1, "old", "Why us?", CAND_FIELD_TYPE_PARAGRAPH,
                                                CAND_ASIDE_REMOVED, "x", "x", NULL);
  g_autofree char *text = NULL;

  add (form, "new", CAND_FIELD_TYPE_PARAGRAPH, "Why us?");
  cand_application_open (application, form);
  cand_answer_set_text (cand_application_find_answer (application, "new"), "y");
  g_assert_null (cand_aside_find_place (aside, application, &text));
  cand_answer_set_text (cand_application_find_answer (application, "new"), "");
  g_assert_nonnull (cand_aside_find_place (aside, application, &text));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/aside/defaults", test_defaults);
  g_test_add_func ("/aside/placed", test_placed);
  g_test_add_func ("/aside/reasons", test_reasons);
  g_test_add_func ("/aside/texts", test_texts);
  g_test_add_func ("/aside/choices", test_choices);
  g_test_add_func ("/aside/sensitive", test_sensitive);
  g_test_add_func ("/aside/sensitive-words", test_sensitive_words);
  g_test_add_func ("/aside/file", test_file);
  g_test_add_func ("/aside/answered", test_answered);
  return g_test_run ();
}
