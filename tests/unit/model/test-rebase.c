/* test-rebase.c: a form that changed, laid over the answers to an earlier one
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rebase-test.h"

static void
test_unchanged (void)
{
  g_autoptr (CandForm) form = make_form ();
  const CandRebaseAnswer answers[] = {
    { "a", " As typed\r\n", FALSE },
    { "n", "not a number", FALSE },
    { "g", "[ {\"x\": \"1\"} ]", FALSE },
    { "h", "no entries", FALSE },
    { "f", NULL, TRUE },
    { "m", "2\nstray", FALSE },
    { "blank", " \n", FALSE },
  };
  g_autoptr (CandRebase) rebase = NULL;

  add (form, "a", CAND_FIELD_TYPE_PARAGRAPH, "Why?");
  add (form, "n", CAND_FIELD_TYPE_NUMBER, "How much?");
  add_inner (add (form, "g", CAND_FIELD_TYPE_GROUP, "Group"), "x", CAND_FIELD_TYPE_TEXT, "X");
  add (form, "h", CAND_FIELD_TYPE_GROUP, "Other group");
  add (form, "f", CAND_FIELD_TYPE_FILE, "File");
  OPTIONS (add (form, "m", CAND_FIELD_TYPE_MULTIPLE, "Which?"), "1", "One", "2", "Two");
  add (form, "blank", CAND_FIELD_TYPE_TEXT, "Anything else?");
  rebase = cand_rebase_new (form, form, answers, G_N_ELEMENTS (answers));
  assert_sizes (rebase, 6, 1, 0);
  g_assert_false (cand_rebase_is_notable (rebase, answers, G_N_ELEMENTS (answers)));
  for (guint i = 0; i < 6; i++)
    {
      g_assert_cmpstr (get_kept (rebase, i)->from, ==, answers[i].field);
      g_assert_cmpstr (get_kept (rebase, i)->to, ==, answers[i].field);
      g_assert_cmpstr (get_kept (rebase, i)->text, ==,
                       answers[i].text != NULL ? answers[i].text : "");
      g_assert_cmpint (get_kept (rebase, i)->has_file, ==, answers[i].has_file);
    }
  g_assert_false (((CandRebaseFresh *) g_ptr_array_index (rebase->fresh, 0))->added);
}

static void
test_piles (void)
{
  g_autoptr (CandForm) old = make_form ();
  g_autoptr (CandForm) new = make_form ();
  const CandRebaseAnswer answers[] = {
    { "q1", "dots", FALSE },     { "q2", "moved", FALSE },   { "q3", "reworded", FALSE },
    { "q4", "removed", FALSE },  { "q5", "no date", FALSE }, { "firstname", "Ada", FALSE },
    { "gone", "orphan", FALSE },
  };
  g_autoptr (CandRebase) rebase = NULL;
  const CandRebaseFresh *fresh;

  add (old, "q1", CAND_FIELD_TYPE_TEXT, "What is your favourite colour");
  add (old, "q2", CAND_FIELD_TYPE_PARAGRAPH, "Why do you want to work at Acme?");
  add (old, "q3", CAND_FIELD_TYPE_PARAGRAPH,
       "Describe a machine learning project that failed, and why.");
  add (old, "q4", CAND_FIELD_TYPE_TEXT, "Which tools do you use daily?");
  add (old, "q5", CAND_FIELD_TYPE_TEXT, "When can you start?");
  add (old, "firstname", CAND_FIELD_TYPE_TEXT, "Prénom");
  add (old, "q7", CAND_FIELD_TYPE_TEXT, "Unanswered and gone");
  add (new, "firstname", CAND_FIELD_TYPE_TEXT, "First name");
  add (new, "q1", CAND_FIELD_TYPE_TEXT, "What is your favourite COLOUR ?");
  add (new, "n2", CAND_FIELD_TYPE_PARAGRAPH, "2. Why do you want to work at Acme? *");
  add (new, "q3", CAND_FIELD_TYPE_PARAGRAPH, "How do you handle conflicts in a team?");
  add (new, "n3", CAND_FIELD_TYPE_PARAGRAPH, "Describe a machine learning project.");
  add (new, "q5", CAND_FIELD_TYPE_DATE, "When can you start?");

  rebase = cand_rebase_new (old, new, answers, G_N_ELEMENTS (answers));
  assert_sizes (rebase, 3, 3, 4);
  g_assert_true (cand_rebase_is_notable (rebase, answers, G_N_ELEMENTS (answers)));
  g_assert_cmpstr (get_kept (rebase, 0)->to, ==, "q1");
  g_assert_cmpstr (get_kept (rebase, 1)->from, ==, "q2");
  g_assert_cmpstr (get_kept (rebase, 1)->to, ==, "n2");
  g_assert_cmpstr (get_kept (rebase, 1)->text, ==, "moved");
  g_assert_cmpstr (get_kept (rebase, 2)->to, ==, "firstname");

  g_assert_cmpstr (get_aside (rebase, 0)->field, ==, "q3");
  g_assert_cmpstr (get_aside (rebase, 0)->label, ==,
                   "Describe a machine learning project that failed, and why.");
  g_assert_cmpint (get_aside (rebase, 0)->type, ==, CAND_FIELD_TYPE_PARAGRAPH);
  g_assert_cmpint (get_aside (rebase, 0)->reason, ==, CAND_ASIDE_REWORDED);
  g_assert_cmpstr (get_aside (rebase, 0)->text, ==, "reworded");
  g_assert_cmpstr (get_aside (rebase, 0)->words, ==, "reworded");
  g_assert_cmpstr (get_aside (rebase, 0)->nearest, ==, "n3");
  g_assert_cmpint (get_aside (rebase, 1)->reason, ==, CAND_ASIDE_REMOVED);
  g_assert_null (get_aside (rebase, 1)->nearest);
  g_assert_cmpint (get_aside (rebase, 2)->reason, ==, CAND_ASIDE_OTHER_KIND);
  g_assert_null (get_aside (rebase, 2)->nearest);
  g_assert_cmpstr (get_aside (rebase, 3)->field, ==, "gone");
  g_assert_cmpstr (get_aside (rebase, 3)->label, ==, "");
  g_assert_cmpint (get_aside (rebase, 3)->reason, ==, CAND_ASIDE_REMOVED);

  fresh = g_ptr_array_index (rebase->fresh, 0);
  g_assert_cmpstr (fresh->field, ==, "q3");
  g_assert_true (fresh->added);
  fresh = g_ptr_array_index (rebase->fresh, 2);
  g_assert_cmpstr (fresh->field, ==, "q5");
  g_assert_false (fresh->added);
}

/* What a field that asks the same takes of a text of another type: NULL for nothing. */
static void
test_types (void)
{
  static const struct
  {
    CandFieldType from;
    CandFieldType to;
    const char *text;
    const char *taken;
    const char *nearest;
  } cases[] = {
    { CAND_FIELD_TYPE_TEXT, CAND_FIELD_TYPE_PARAGRAPH, "a", "a", NULL },
    { CAND_FIELD_TYPE_PARAGRAPH, CAND_FIELD_TYPE_TEXT, "a", "a", NULL },
    { CAND_FIELD_TYPE_PARAGRAPH, CAND_FIELD_TYPE_TEXT, "a\nb", NULL, NULL },
    { CAND_FIELD_TYPE_TEXT, CAND_FIELD_TYPE_DATE, "2026-09-01", "2026-09-01", NULL },
    { CAND_FIELD_TYPE_TEXT, CAND_FIELD_TYPE_DATE, "soon", NULL, NULL },
    { CAND_FIELD_TYPE_DATE, CAND_FIELD_TYPE_TEXT, "2026-09-01", "2026-09-01", NULL },
    { CAND_FIELD_TYPE_TEXT, CAND_FIELD_TYPE_NUMBER, "5", "5", NULL },
    { CAND_FIELD_TYPE_TEXT, CAND_FIELD_TYPE_NUMBER, "five", NULL, NULL },
    { CAND_FIELD_TYPE_TEXT, CAND_FIELD_TYPE_EMAIL, "a@b.org", "a@b.org", NULL },
    { CAND_FIELD_TYPE_EMAIL, CAND_FIELD_TYPE_PHONE, "a@b.org", NULL, NULL },
    { CAND_FIELD_TYPE_TEXT, CAND_FIELD_TYPE_PHONE, "+33 1 23", "+33 1 23", NULL },
    { CAND_FIELD_TYPE_TEXT, CAND_FIELD_TYPE_BOOLEAN, "yes!", "true", NULL },
    { CAND_FIELD_TYPE_TEXT, CAND_FIELD_TYPE_BOOLEAN, "Yes, often", NULL, NULL },
    { CAND_FIELD_TYPE_BOOLEAN, CAND_FIELD_TYPE_TEXT, "true", NULL, "new" },
    { CAND_FIELD_TYPE_BOOLEAN, CAND_FIELD_TYPE_DROPDOWN, "false", "n", NULL },
    { CAND_FIELD_TYPE_DROPDOWN, CAND_FIELD_TYPE_BOOLEAN, "n", "false", NULL },
    { CAND_FIELD_TYPE_DROPDOWN, CAND_FIELD_TYPE_BOOLEAN, "p", NULL, NULL },
    { CAND_FIELD_TYPE_DROPDOWN, CAND_FIELD_TYPE_TEXT, "p", "Perhaps", NULL },
    { CAND_FIELD_TYPE_MULTIPLE, CAND_FIELD_TYPE_TEXT, "y\np", "Yes, Perhaps", NULL },
    { CAND_FIELD_TYPE_MULTIPLE, CAND_FIELD_TYPE_PARAGRAPH, "y\np", "Yes\nPerhaps", NULL },
    { CAND_FIELD_TYPE_MULTIPLE, CAND_FIELD_TYPE_DROPDOWN, "p", "p", NULL },
    { CAND_FIELD_TYPE_MULTIPLE, CAND_FIELD_TYPE_DROPDOWN, "y\np", NULL, NULL },
    { CAND_FIELD_TYPE_TEXT, CAND_FIELD_TYPE_MULTIPLE, "perhaps", "p", NULL },
    { CAND_FIELD_TYPE_TEXT, CAND_FIELD_TYPE_MULTIPLE, "never", NULL, NULL },
    { CAND_FIELD_TYPE_TEXT, CAND_FIELD_TYPE_FILE, "a", NULL, NULL },
    { CAND_FIELD_TYPE_TEXT, CAND_FIELD_TYPE_GROUP, "a", NULL, NULL },
    { CAND_FIELD_TYPE_GROUP, CAND_FIELD_TYPE_PARAGRAPH, "[{\"x\":\"1\"}]", NULL, "new" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CandForm) old = make_form ();
      g_autoptr (CandForm) new = make_form ();
      CandRebaseAnswer answer = { "old", cases[i].text, FALSE };
      g_autoptr (CandRebase) rebase = NULL;

      OPTIONS (add (old, "old", cases[i].from, "Do you sing?"), "y", "Yes", "n", "No", "p",
               "Perhaps");
      OPTIONS (add (new, "new", cases[i].to, "Do you sing?"), "y", "Yes", "n", "No", "p",
               "Perhaps");
      rebase = cand_rebase_new (old, new, &answer, 1);
      g_test_message ("%u", i);
      if (cases[i].taken != NULL)
        {
          assert_sizes (rebase, 1, 0, 0);
          g_assert_cmpstr (get_kept (rebase, 0)->text, ==, cases[i].taken);
          continue;
        }
      assert_sizes (rebase, 0, 1, 1);
      g_assert_cmpint (get_aside (rebase, 0)->reason, ==, CAND_ASIDE_OTHER_KIND);
      g_assert_cmpstr (get_aside (rebase, 0)->text, ==, cases[i].text);
      g_assert_cmpstr (get_aside (rebase, 0)->nearest, ==, cases[i].nearest);
    }
}

static void
test_options (void)
{
  g_autoptr (CandForm) old = make_form ();
  g_autoptr (CandForm) new = make_form ();
  const CandRebaseAnswer answers[] = { { "swapped", "0", FALSE },
                                       { "renamed", "7\n8\n9", FALSE },
                                       { "turned", "1", FALSE } };
  g_autoptr (CandRebase) rebase = NULL;

  OPTIONS (add (old, "swapped", CAND_FIELD_TYPE_DROPDOWN, "Do you like apples?"), "0", "No", "1",
           "Yes");
  OPTIONS (add (new, "swapped", CAND_FIELD_TYPE_DROPDOWN, "Do you like apples?"), "0", "Yes", "1",
           "No");
  OPTIONS (add (old, "renamed", CAND_FIELD_TYPE_MULTIPLE, "When are you free?"), "7",
           "In the mornings", "8", "Afternoons", "9", "At night");
  OPTIONS (add (new, "renamed", CAND_FIELD_TYPE_MULTIPLE, "When are you free?"), "7",
           "In the morning", "81", " AFTERNOONS ");
  OPTIONS (add (old, "turned", CAND_FIELD_TYPE_DROPDOWN, "How many siblings have you?"), "1",
           "< 5");
  OPTIONS (add (new, "turned", CAND_FIELD_TYPE_DROPDOWN, "How many siblings have you?"), "1",
           "> 5");
  rebase = cand_rebase_new (old, new, answers, G_N_ELEMENTS (answers));
  assert_sizes (rebase, 2, 1, 2);
  g_assert_cmpstr (get_kept (rebase, 0)->text, ==, "1");
  g_assert_cmpstr (get_kept (rebase, 1)->text, ==, "7\n81");
  g_assert_cmpstr (get_aside (rebase, 0)->text, ==, "9");
  g_assert_cmpstr (get_aside (rebase, 0)->words, ==, "At night");
  g_assert_cmpint (get_aside (rebase, 0)->reason, ==, CAND_ASIDE_OTHER_KIND);
  g_assert_null (get_aside (rebase, 0)->nearest);
  g_assert_cmpstr (get_aside (rebase, 1)->words, ==, "< 5");
}

static void
test_files (void)
{
  g_autoptr (CandForm) old = make_form ();
  g_autoptr (CandForm) new = make_form ();
  const CandRebaseAnswer answers[] = { { "cv1", "", TRUE }, { "letter", NULL, TRUE } };
  g_autoptr (CandRebase) rebase = NULL;

  add (old, "cv1", CAND_FIELD_TYPE_FILE, "Your CV");
  add (old, "letter", CAND_FIELD_TYPE_FILE, "Your letter");
  add (new, "cv2", CAND_FIELD_TYPE_FILE, "Your resume");
  add (new, "letter", CAND_FIELD_TYPE_PARAGRAPH, "Your letter");
  rebase = cand_rebase_new (old, new, answers, 2);
  assert_sizes (rebase, 1, 1, 1);
  g_assert_cmpstr (get_kept (rebase, 0)->to, ==, "cv2");
  g_assert_true (get_kept (rebase, 0)->has_file);
  g_assert_true (get_aside (rebase, 0)->has_file);
  g_assert_cmpint (get_aside (rebase, 0)->reason, ==, CAND_ASIDE_OTHER_KIND);
  g_assert_null (get_aside (rebase, 0)->nearest);
}

/* Nothing of what a person is or agrees to is carried over to other words. */
static void
test_sensitive (void)
{
  g_autoptr (CandForm) old = make_form ();
  g_autoptr (CandForm) new = make_form ();
  const CandRebaseAnswer answers[] = { { "gdpr", "true", FALSE }, { "visa", "true", FALSE } };
  g_autoptr (CandRebase) rebase = NULL;

  add (old, "gdpr", CAND_FIELD_TYPE_BOOLEAN, "I agree that Acme keeps my data for its own use.");
  add (new, "gdpr", CAND_FIELD_TYPE_BOOLEAN, "I agree that Acme keeps my data for any use.");
  add (old, "visa", CAND_FIELD_TYPE_BOOLEAN, "Do you need a visa?");
  add (new, "visa2", CAND_FIELD_TYPE_BOOLEAN, "Do you need a VISA? (required)");
  rebase = cand_rebase_new (old, new, answers, 2);
  assert_sizes (rebase, 1, 1, 1);
  g_assert_cmpstr (get_kept (rebase, 0)->to, ==, "visa2");
  g_assert_cmpstr (get_aside (rebase, 0)->field, ==, "gdpr");
  g_assert_cmpstr (get_aside (rebase, 0)->words, ==, "Yes");
  g_assert_cmpint (get_aside (rebase, 0)->reason, ==, CAND_ASIDE_REWORDED);
  g_assert_true (get_aside (rebase, 0)->sensitive);
}

/* As private as what is asked most privately of an entry. */
static void
test_sensitive_group (void)
{
  const CandRebaseAnswer answer = { "jobs", "[{\"title\":\"Welder\"}]", FALSE };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CandForm) old = make_form ();
      g_autoptr (CandForm) new = make_form ();
      CandField *group = add (old, "jobs", CAND_FIELD_TYPE_GROUP, "Experience");
      g_autoptr (CandRebase) rebase = NULL;

      add_inner (group, "title", CAND_FIELD_TYPE_TEXT, "Title");
      add_inner (group, "last", CAND_FIELD_TYPE_TEXT, "Last one");
      cand_field_set_sensitive (cand_field_get_field (group, 1), i == 1);
      rebase = cand_rebase_new (old, new, &answer, 1);
      assert_sizes (rebase, 0, 0, 1);
      g_assert_cmpint (get_aside (rebase, 0)->sensitive, ==, i == 1);
    }
}

static void
test_groups (void)
{
  g_autoptr (CandForm) old = make_form ();
  g_autoptr (CandForm) new = make_form ();
  CandField *group = add (old, "education", CAND_FIELD_TYPE_GROUP, "Education");
  const CandRebaseAnswer answers[] = {
    { "education",
      "[{\"school\":\"ENS\",\"study\":\"Maths\",\"thesis\":\"On sets\",\"end\":\"summer\"},"
      "{\"thesis\":\"On maps\"},{\"school\":\"X\",\"thesis\":\" \",\"end\":\"2021-06-30\"}]",
      FALSE },
  };
  g_autoptr (CandRebase) rebase = NULL;

  add_inner (group, "school", CAND_FIELD_TYPE_TEXT, "School");
  add_inner (group, "study", CAND_FIELD_TYPE_TEXT, "Field of study");
  add_inner (group, "thesis", CAND_FIELD_TYPE_TEXT, "Thesis");
  add_inner (group, "end", CAND_FIELD_TYPE_TEXT, "End date");
  group = add (new, "education", CAND_FIELD_TYPE_GROUP, "Education");
  add_inner (group, "field_of_study", CAND_FIELD_TYPE_TEXT, "Field of study:");
  add_inner (group, "school", CAND_FIELD_TYPE_TEXT, "University");
  add_inner (group, "end", CAND_FIELD_TYPE_DATE, "End date");
  rebase = cand_rebase_new (old, new, answers, 1);
  assert_sizes (rebase, 1, 0, 1);
  g_assert_cmpstr (get_kept (rebase, 0)->text, ==,
                   "[{\"school\":\"ENS\",\"field_of_study\":\"Maths\"},"
                   "{\"school\":\"X\",\"end\":\"2021-06-30\"}]");
  g_assert_cmpstr (get_aside (rebase, 0)->text, ==,
                   "[{\"thesis\":\"On sets\",\"end\":\"summer\"},{\"thesis\":\"On maps\"}]");
  g_assert_cmpstr (get_aside (rebase, 0)->words, ==,
                   "Thesis: On sets\nEnd date: summer\n\nThesis: On maps");
  g_assert_cmpint (get_aside (rebase, 0)->reason, ==, CAND_ASIDE_REMOVED);
  g_assert_cmpint (get_aside (rebase, 0)->type, ==, CAND_FIELD_TYPE_GROUP);
}

static void
test_short_submission (void)
{
  g_autoptr (CandForm) old = make_form ();
  g_autoptr (CandForm) without = make_form ();
  g_autoptr (CandForm) with = make_form ();
  const CandRebaseAnswer answers[] = { { CAND_SHORT_SUBMISSION_USER, "ada", FALSE },
                                       { CAND_SHORT_SUBMISSION_ANSWER, "My model", FALSE } };
  g_autoptr (CandRebase) gone = NULL;
  g_autoptr (CandRebase) kept = NULL;

  cand_form_add_short_submission (old);
  add (without, "q", CAND_FIELD_TYPE_PARAGRAPH, "Short submission");
  gone = cand_rebase_new (old, without, answers, 2);
  assert_sizes (gone, 0, 1, 2);
  g_assert_cmpint (get_aside (gone, 0)->reason, ==, CAND_ASIDE_REMOVED);
  g_assert_null (get_aside (gone, 0)->nearest);
  g_assert_cmpint (get_aside (gone, 1)->reason, ==, CAND_ASIDE_REMOVED);
  g_assert_cmpstr (get_aside (gone, 1)->nearest, ==, "q");

  cand_form_add_short_submission (with);
  kept = cand_rebase_new (old, with, answers, 2);
  assert_sizes (kept, 2, 0, 0);
}

static void
test_short_submission_reworded (void)
{
  g_autoptr (CandForm) old = make_form ();
  g_autoptr (CandForm) new = make_form ();
  g_autoptr (CandField) question = NULL;
  const CandRebaseAnswer answer = { CAND_SHORT_SUBMISSION_ANSWER, "My model", FALSE };
  g_autoptr (CandRebase) rebase = NULL;
  guint section;

  cand_form_add_short_submission (old);
  section = cand_form_add_section (new, CAND_SHORT_SUBMISSION, "Short Submission");
  question = cand_field_new (CAND_SHORT_SUBMISSION_ANSWER, CAND_FIELD_TYPE_PARAGRAPH,
                             "Which dataset would you build?");
  cand_form_add_field (new, section, question);
  rebase = cand_rebase_new (old, new, &answer, 1);
  assert_sizes (rebase, 0, 1, 1);
  g_assert_cmpint (get_aside (rebase, 0)->reason, ==, CAND_ASIDE_REWORDED);
}

/* A question that is still there is not answered with what answered another. */
static void
test_one_place_each (void)
{
  g_autoptr (CandForm) old = make_form ();
  g_autoptr (CandForm) new = make_form ();
  const CandRebaseAnswer answers[] = { { "b", "second", FALSE }, { "c", "third", FALSE } };
  g_autoptr (CandRebase) rebase = NULL;

  add (old, "a", CAND_FIELD_TYPE_TEXT, "If other, please specify");
  add (old, "b", CAND_FIELD_TYPE_TEXT, "If other, please specify");
  add (old, "c", CAND_FIELD_TYPE_TEXT, "If other, please specify");
  add (new, "a", CAND_FIELD_TYPE_TEXT, "If other, please specify");
  add (new, "x", CAND_FIELD_TYPE_TEXT, "If other, please specify:");
  rebase = cand_rebase_new (old, new, answers, 2);
  assert_sizes (rebase, 1, 1, 1);
  g_assert_cmpstr (get_kept (rebase, 0)->from, ==, "b");
  g_assert_cmpstr (get_kept (rebase, 0)->to, ==, "x");
  g_assert_cmpstr (get_aside (rebase, 0)->field, ==, "c");
  g_assert_cmpint (get_aside (rebase, 0)->reason, ==, CAND_ASIDE_REMOVED);
  g_assert_cmpstr (get_aside (rebase, 0)->nearest, ==, "a");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rebase/unchanged", test_unchanged);
  g_test_add_func ("/rebase/piles", test_piles);
  g_test_add_func ("/rebase/types", test_types);
  g_test_add_func ("/rebase/options", test_options);
  g_test_add_func ("/rebase/files", test_files);
  g_test_add_func ("/rebase/sensitive", test_sensitive);
  g_test_add_func ("/rebase/sensitive-group", test_sensitive_group);
  g_test_add_func ("/rebase/groups", test_groups);
  g_test_add_func ("/rebase/short-submission", test_short_submission);
  g_test_add_func ("/rebase/short-submission-reworded", test_short_submission_reworded);
  g_test_add_func ("/rebase/one-place-each", test_one_place_each);
  return g_test_run ();
}
