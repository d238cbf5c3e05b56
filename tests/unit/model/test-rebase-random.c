/* test-rebase-random.c: whatever becomes of a form, no answer is lost and none is doubled
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-rebase.h"

#include <gio/gio.h>
#include <string.h>

#define N_PAIRS 1000
#define MAX_FIELDS 12
#define N_TYPES (CAND_FIELD_TYPE_GROUP + 1)

/* Some alike, some opposite, some sensitive, one empty. */
static const char *const labels[] = {
  "Why do you want to work here?",
  "2. Why do you want to work here? *",
  "Why do you not want to work here?",
  "How many years of Python experience do you have?",
  "How many years of Go experience do you have?",
  "First name",
  "Last name",
  "Do you need a visa?",
  "I agree to the privacy policy",
  "If other, please specify",
  "If other, please specify:",
  "Links",
  "?!",
};

static const char *const ids[] = {
  "q0", "q1", "q2", "q3", "q4", "q5", "q6", "firstname", "resume", "gdpr", "education", "q7",
};

static const char *const option_labels[] = {
  "Yes", "No", "yes", "1 week", "2 weeks", "Other", "< 5"
};
static const char *const inner_ids[] = { "school", "degree", "start", "end" };
static const char *const inner_labels[] = { "School", "Degree", "Start date", "End date" };

static const char *
pick (GRand *rand, const char *const *list, guint n)
{
  return list[g_rand_int_range (rand, 0, (gint32) n)];
}

#define PICK(rand, list) pick (rand, list, G_N_ELEMENTS (list))

static CandField *
make_field (GRand *rand, const char *id)
{
  CandField *field =
      cand_field_new (id, (CandFieldType) g_rand_int_range (rand, 0, N_TYPES), PICK (rand, labels));

  cand_field_set_single_option (field, g_rand_boolean (rand));
  for (gint i = g_rand_int_range (rand, 0, 5); i > 0; i--)
    {
      g_autofree char *option = g_strdup_printf ("%d", g_rand_int_range (rand, 0, 5));

      cand_field_add_option (field, option, PICK (rand, option_labels));
    }
  for (guint i = 0; i < G_N_ELEMENTS (inner_ids); i++)
    if (g_rand_boolean (rand))
      {
        g_autoptr (CandField) inner = cand_field_new (
            inner_ids[i], (CandFieldType) g_rand_int_range (rand, 0, CAND_FIELD_TYPE_DROPDOWN),
            PICK (rand, inner_labels));

        cand_field_add_field (field, inner);
      }
  return field;
}

static CandForm *
make_form (GRand *rand)
{
  CandForm *form = cand_form_new (CAND_FORM_SOURCE_BOARD);

  cand_form_add_section (form, "s", "Section");
  for (gint i = g_rand_int_range (rand, 0, MAX_FIELDS); i > 0; i--)
    {
      g_autoptr (CandField) field = make_field (rand, PICK (rand, ids));

      cand_form_add_field (form, 0, field);
    }
  if (g_rand_boolean (rand))
    cand_form_add_short_submission (form);
  return form;
}

/* Every piece of it is marked with a number of its own, "<12>", where the type lets it. */
static char *
make_text (GRand *rand, CandFieldType type, guint *mark)
{
  switch (type)
    {
    case CAND_FIELD_TYPE_BOOLEAN:
      return g_strdup (g_rand_boolean (rand) ? "true" : "false");
    case CAND_FIELD_TYPE_DROPDOWN:
      return g_strdup_printf ("%d", g_rand_int_range (rand, 0, 5));
    case CAND_FIELD_TYPE_MULTIPLE:
      return g_strdup_printf ("0\n%d\nstray", g_rand_int_range (rand, 1, 5));
    case CAND_FIELD_TYPE_GROUP:
      *mark += 4;
      return g_strdup_printf ("[{\"%s\":\"<%u>\",\"other\":\"<%u>\"},{},{\"%s\":\"<%u>\\n<%u>\"}]",
                              PICK (rand, inner_ids), *mark - 3, *mark - 2, PICK (rand, inner_ids),
                              *mark - 1, *mark);
    case CAND_FIELD_TYPE_DATE:
      return g_strdup ("2026-09-01");
    case CAND_FIELD_TYPE_TEXT:
    case CAND_FIELD_TYPE_EMAIL:
    case CAND_FIELD_TYPE_PHONE:
    case CAND_FIELD_TYPE_PARAGRAPH:
    case CAND_FIELD_TYPE_NUMBER:
    case CAND_FIELD_TYPE_FILE:
      break;
    }
  *mark += 1;
  return g_strdup_printf (g_rand_boolean (rand) ? "<%u>" : "<%u>\nnext line", *mark);
}

typedef struct
{
  GArray *answers;  /* (element-type CandRebaseAnswer) */
  GPtrArray *texts; /* owns what they name */
  guint n_marks;
} Draft;

static void
add_answer (Draft *draft, const char *field, char *text, gboolean has_file)
{
  CandRebaseAnswer answer = { field, text, has_file };

  g_ptr_array_add (draft->texts, text);
  g_array_append_val (draft->answers, answer);
}

static Draft
make_draft (GRand *rand, CandForm *form)
{
  Draft draft = { g_array_new (FALSE, FALSE, sizeof (CandRebaseAnswer)),
                  g_ptr_array_new_with_free_func (g_free), 0 };

  for (guint i = 0; i < cand_form_get_n_sections (form); i++)
    for (guint j = 0; j < cand_form_get_n_fields (form, i); j++)
      {
        CandField *field = cand_form_get_field (form, i, j);
        CandFieldType type = cand_field_get_field_type (field);

        if (g_rand_int_range (rand, 0, 4) == 0)
          continue;
        if (type == CAND_FIELD_TYPE_FILE)
          add_answer (&draft, cand_field_get_id (field), g_strdup (""), TRUE);
        else
          add_answer (&draft, cand_field_get_id (field), make_text (rand, type, &draft.n_marks),
                      FALSE);
      }
  if (g_rand_boolean (rand))
    add_answer (&draft, "never asked", g_strdup_printf ("<%u>", ++draft.n_marks), FALSE);
  return draft;
}

static guint
count_in (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, part)) != NULL; p++)
    n++;
  return n;
}

/* Every mark is in one place. */
static void
check_marks (CandRebase *rebase, guint n_marks)
{
  for (guint i = 1; i <= n_marks; i++)
    {
      g_autofree char *mark = g_strdup_printf ("<%u>", i);
      guint n = 0;

      for (guint j = 0; j < rebase->kept->len; j++)
        n += count_in (((CandRebaseKept *) g_ptr_array_index (rebase->kept, j))->text, mark);
      for (guint j = 0; j < rebase->aside->len; j++)
        {
          const CandRebaseAside *aside = g_ptr_array_index (rebase->aside, j);

          n += count_in (aside->text, mark);
          g_assert_cmpuint (count_in (aside->words, mark), ==, count_in (aside->text, mark));
        }
      g_assert_cmpuint (n, ==, 1);
    }
}

/* Lines of @text, none empty. */
static guint
count_options (const char *text)
{
  return *text == '\0' ? 0 : 1 + count_in (text, "\n");
}

/* Where an answer went: at most into one of each, as a whole or in parts. */
static void
check_answer (CandRebase *rebase, const CandRebaseAnswer *answer, CandField *field)
{
  const CandRebaseKept *kept = NULL;
  const CandRebaseAside *aside = NULL;

  for (guint i = 0; i < rebase->kept->len; i++)
    {
      const CandRebaseKept *one = g_ptr_array_index (rebase->kept, i);

      g_assert_false (kept != NULL && g_str_equal (one->from, answer->field));
      if (g_str_equal (one->from, answer->field))
        kept = one;
    }
  for (guint i = 0; i < rebase->aside->len; i++)
    {
      const CandRebaseAside *one = g_ptr_array_index (rebase->aside, i);

      g_assert_false (aside != NULL && g_str_equal (one->field, answer->field));
      if (g_str_equal (one->field, answer->field))
        aside = one;
    }
  g_assert_true (kept != NULL || aside != NULL);
  g_assert_cmpint ((kept != NULL && kept->has_file) + (aside != NULL && aside->has_file), ==,
                   answer->has_file ? 1 : 0);
  if (kept == NULL)
    g_assert_cmpstr (aside->text, ==, answer->text);
  else if (aside != NULL && cand_field_get_field_type (field) == CAND_FIELD_TYPE_MULTIPLE)
    g_assert_cmpuint (count_options (kept->text) + count_options (aside->text), ==,
                      count_options (answer->text));
  else if (aside != NULL)
    g_assert_cmpint (cand_field_get_field_type (field), ==, CAND_FIELD_TYPE_GROUP);
}

/* Each field of the present form is in one pile, and what is offered is empty. */
static void
check_places (CandRebase *rebase, CandForm *present)
{
  g_autoptr (GHashTable) answered = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) fresh = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rebase->kept->len; i++)
    {
      CandRebaseKept *kept = g_ptr_array_index (rebase->kept, i);

      g_assert_nonnull (cand_form_find_field (present, kept->to));
      g_assert_true (g_hash_table_add (answered, kept->to));
    }
  for (guint i = 0; i < rebase->fresh->len; i++)
    {
      CandRebaseFresh *one = g_ptr_array_index (rebase->fresh, i);

      g_assert_false (g_hash_table_contains (answered, one->field));
      g_assert_true (g_hash_table_add (fresh, one->field));
    }
  g_assert_cmpuint (g_hash_table_size (answered) + g_hash_table_size (fresh), ==,
                    cand_form_count_fields (present));
  for (guint i = 0; i < rebase->aside->len; i++)
    {
      CandRebaseAside *aside = g_ptr_array_index (rebase->aside, i);

      g_assert_true (aside->nearest == NULL || g_hash_table_contains (fresh, aside->nearest));
    }
}

static void
check_pair (GRand *rand, CandForm *old, CandForm *new, guint *n_kept, guint *n_aside)
{
  Draft draft = make_draft (rand, old);
  const CandRebaseAnswer *answers = (const CandRebaseAnswer *) draft.answers->data;
  g_autoptr (CandRebase) rebase = cand_rebase_new (old, new, answers, draft.answers->len);

  check_marks (rebase, draft.n_marks);
  check_places (rebase, new);
  for (guint i = 0; i < draft.answers->len; i++)
    check_answer (rebase, &answers[i], cand_form_find_field (old, answers[i].field));
  *n_kept += rebase->kept->len;
  *n_aside += rebase->aside->len;
  g_array_unref (draft.answers);
  g_ptr_array_unref (draft.texts);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  guint n_kept = 0, n_aside = 0;

  for (guint i = 0; i < N_PAIRS; i++)
    {
      g_autoptr (CandForm) old = make_form (rand);
      g_autoptr (CandForm) new = make_form (rand);

      check_pair (rand, old, new, &n_kept, &n_aside);
    }
  g_test_message ("%u kept, %u set aside", n_kept, n_aside);
  /* Both happen often, or nothing was tried. */
  g_assert_cmpuint (n_kept, >, N_PAIRS / 2);
  g_assert_cmpuint (n_aside, >, N_PAIRS);
}

/* A form that did not change takes everything back. */
static void
test_same_form (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < N_PAIRS / 10; i++)
    {
      g_autoptr (CandForm) form = make_form (rand);
      Draft draft = make_draft (rand, form);
      g_autoptr (CandRebase) rebase = NULL;
      guint n = draft.answers->len;

      /* The last may be to what was never asked. */
      if (n > 0 &&
          g_str_equal (g_array_index (draft.answers, CandRebaseAnswer, n - 1).field, "never asked"))
        n--;
      rebase = cand_rebase_new (form, form, (const CandRebaseAnswer *) draft.answers->data, n);
      g_assert_cmpuint (rebase->kept->len, ==, n);
      g_assert_false (
          cand_rebase_is_notable (rebase, (const CandRebaseAnswer *) draft.answers->data, n));
      g_array_unref (draft.answers);
      g_ptr_array_unref (draft.texts);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rebase-random/pairs", test_random);
  g_test_add_func ("/rebase-random/same-form", test_same_form);
  return g_test_run ();
}
