/* test-question.c: whether two questions are the same one
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-question.h"

#include "lib/cand-test.h"
#include "question-pairs.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
test_normal (void)
{
  static const struct
  {
    const char *text;
    const char *normal;
  } cases[] = {
    { NULL, "" },
    { " \n", "" },
    { "?!", "?!" },
    { "  Why\tdo you\n want…this?! ", "why do you want this" },
    { "Prétentions SALARIALES", "pretentions salariales" },
    { "ﬁrst name", "first name" },
    { "Straße", "strasse" },
    { "が か", "が か" },
    { "वर्ष", "वर्ष" },
    { "志望動機", "志 望 動 機" },
    { "Don’t you?", "dont you" },
    { "l'entreprise", "l entreprise" },
    { "E-mail", "email" },
    { "full-time", "full time" },
    { "1,000 to 3.5", "1000 to 3.5" },
    { "C++, C# or C?", "c++ c# or c" },
    { "< 5+ years", "< 5 + years" },
    { "50k $", "50k $" },
    { "1. Why?", "why" },
    { "2) Why?", "why" },
    { "(3) Why?", "why" },
    { "b) Why?", "why" },
    { "iv. Why?", "why" },
    { "Q3: Why?", "why" },
    { "Question 4 - Why?", "why" },
    { "Frage 12 Warum?", "warum" },
    { "* Why?", "why" },
    { "2 years of Python?", "2 years of python" },
    { "1-3 sentences", "1 3 sentences" },
    { "3.5 years", "3.5 years" },
    { "2024. Why?", "2024 why" },
    { "U.S. citizen", "u s citizen" },
    { "4.", "4" },
    { "First name *", "first name" },
    { "First name* (required)", "first name" },
    { "Nom (Obligatoire) *", "nom" },
    { "Photo - optional", "photo" },
    { "Photo [OPTIONAL]:", "photo optional" },
    { "Required", "required" },
    { "(optional)", "optional" },
    { "Reference (if any)", "reference if any" },
    { "a\xff", "a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *normal = cand_question_normalise (cases[i].text);

      g_assert_cmpstr (normal, ==, cases[i].normal);
    }
}

static void
test_key (void)
{
  g_autofree char *key = cand_question_key ("1. Why us? *");
  g_autofree char *same = cand_question_key ("why US");
  g_autofree char *other = cand_question_key ("Why not us?");
  g_autofree char *none = cand_question_key (" ");

  g_assert_cmpuint (strlen (key), ==, 32);
  g_assert_cmpstr (key, ==, same);
  g_assert_cmpstr (key, !=, other);
  g_assert_cmpstr (none, ==, "");
}

static PairKind
judge (const char *a, const char *b)
{
  double score = cand_question_compare (a, b);

  g_assert_cmpfloat (score, ==, cand_question_compare (b, a));
  g_assert_cmpfloat (score, >=, 0);
  g_assert_cmpfloat (score, <=, 1);
  if (score >= CAND_QUESTION_SAME)
    return PAIR_SAME;
  return score >= CAND_QUESTION_NEAR ? PAIR_NEAR : PAIR_DIFFERENT;
}

/* Of the pairs that the measure calls that, or that a person does, how many. */
typedef struct
{
  guint said;
  guint meant;
  guint both;
} Tally;

static void
tally (Tally *self, gboolean said, gboolean meant)
{
  self->said += said ? 1 : 0;
  self->meant += meant ? 1 : 0;
  self->both += said && meant ? 1 : 0;
}

typedef struct
{
  Tally same;
  Tally useful; /* the same or near */
  guint wrong;
} Score;

static void
judge_pair (Score *score, const Pair *pair)
{
  PairKind said = judge (pair->a, pair->b);

  tally (&score->same, said == PAIR_SAME, pair->kind == PAIR_SAME);
  tally (&score->useful, said != PAIR_DIFFERENT, pair->kind != PAIR_DIFFERENT);
  if (said == pair->kind)
    return;
  score->wrong++;
  g_test_message ("%.3f “%s” / “%s”", cand_question_compare (pair->a, pair->b), pair->a, pair->b);
}

static void
assert_tally (const char *what, const Tally *self, guint said, guint meant, guint both)
{
  g_test_message ("%s: precision %.2f, recall %.2f", what, (double) self->both / self->said,
                  (double) self->both / self->meant);
  g_assert_cmpuint (self->said, ==, said);
  g_assert_cmpuint (self->meant, ==, meant);
  g_assert_cmpuint (self->both, ==, both);
}

static void
test_known (void)
{
  Score score = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (known_pairs); i++)
    judge_pair (&score, &known_pairs[i]);
  assert_tally ("same", &score.same, 15, 15, 15);
  assert_tally ("useful", &score.useful, 23, 23, 23);
  g_assert_cmpuint (score.wrong, ==, 0);
}

/* What the measure is worth on pairs that it was not made for. A change that makes it better or
 * worse changes these figures. */
static void
test_other (void)
{
  Score score = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (other_pairs); i++)
    judge_pair (&score, &other_pairs[i]);
  assert_tally ("same", &score.same, 9, 12, 8);
  assert_tally ("useful", &score.useful, 19, 19, 18);
  g_assert_cmpuint (score.wrong, ==, 6);
}

static void
test_turned_around (void)
{
  g_autoptr (GString) text = g_string_new ("I understand that the employer ");
  g_autofree char *denied = NULL;
  g_autofree char *dated = NULL;
  g_autofree char *worded = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (text, "keeps and reads what I say, in the manner that the law provides, ");
  denied = g_strconcat (text->str, "and does not pass it on within 12 months.", NULL);
  dated = g_strconcat (text->str, "and does pass it on within 24 months.", NULL);
  worded = g_strconcat (text->str, "and does hand it on within 12 months.", NULL);
  g_string_append (text, "and does pass it on within 12 months.");
  g_assert_cmpint (judge (text->str, denied), ==, PAIR_DIFFERENT);
  g_assert_cmpint (judge (text->str, dated), ==, PAIR_NEAR);
  g_assert_cmpint (judge (text->str, worded), ==, PAIR_SAME);
  g_assert_cmpfloat (cand_question_compare (text->str, worded), <, 1);
  g_assert_cmpint (judge ("Remote? (yes/no)", "Remote?"), ==, PAIR_SAME);
}

static void
test_edges (void)
{
  g_autoptr (CandQuestion) question = cand_question_new ("2. Why?");

  g_assert_cmpstr (cand_question_get_normal (question), ==, "why");
  g_assert_cmpfloat (cand_question_match (question, question), ==, 1);
  g_assert_cmpfloat (cand_question_compare ("", NULL), ==, 1);
  g_assert_cmpfloat (cand_question_compare ("", "Why?"), ==, 0);
  g_assert_cmpfloat (cand_question_compare ("a", "b"), <, CAND_QUESTION_NEAR);
  g_assert_cmpfloat (
      cand_question_compare ("志望動機を教えてください", "志望動機をお聞かせください"), >, 0.5);
  g_assert_cmpfloat (cand_question_compare ("Почему вы хотите у нас работать?", "Why us?"), ==, 0);
}

/* A text of megabytes ends before the test's patience does, which it would not in quadratic time.
 */
static void
test_linear (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *other = NULL;

  for (guint i = 0; i < 80000; i++)
    g_string_append_printf (text, "(%u) - word%u [ ", i, i);
  other = g_strconcat (text->str, "and more", NULL);
  g_assert_cmpfloat (cand_question_compare (text->str, other), >, 0.9);
}

static void
collect_labels (JsonNode *node, GPtrArray *labels)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      collect_labels (json_array_get_element (json_node_get_array (node), i), labels);
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *value;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &name, &value))
        if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_STRING &&
            g_strv_contains ((const char *const[]) { "label", "body", "title", NULL }, name))
          g_ptr_array_add (labels, json_node_dup_string (value));
        else
          collect_labels (value, labels);
    }
}

/* (element-type utf8) (nullable) */
static GPtrArray *
read_labels (void)
{
  static const char *const files[] = {
    "workable/form-all-question-types.json",
    "workable/form-huggingface-RECONSTRUCTED.json",
    "workable/form-tenant-a.json",
    "workable/form-tenant-b.json",
    "workable/form-tenant-c.json",
    "greenhouse/official-job-questions.json",
    "greenhouse/job-board-greenhouse_questions.json",
    "greenhouse/official-demographic.json",
    "ashby/graphql-form.json",
    "ashby/graphql-consent-untitled.json",
    "recruitee/careerkit.json",
  };
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = cand_test_read_sample (files[i]);
      g_autoptr (JsonParser) parser = json_parser_new ();

      if (bytes == NULL)
        return NULL;
      g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                                 (gssize) g_bytes_get_size (bytes), NULL));
      collect_labels (json_parser_get_root (parser), labels);
    }
  return g_steal_pointer (&labels);
}

static gboolean
has_label (GPtrArray *labels, const char *label)
{
  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (g_strstrip (g_ptr_array_index (labels, i)), label))
      return TRUE;
  return FALSE;
}

static void
test_recorded_pairs (void)
{
  g_autoptr (GPtrArray) labels = read_labels ();
  Score score = { 0 };

  if (labels == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (recorded_pairs); i++)
    {
      g_assert_true (has_label (labels, recorded_pairs[i].pair.a));
      g_assert_true (!recorded_pairs[i].recorded || has_label (labels, recorded_pairs[i].pair.b));
      judge_pair (&score, &recorded_pairs[i].pair);
    }
  assert_tally ("same", &score.same, 7, 7, 7);
  assert_tally ("useful", &score.useful, 10, 10, 9);
  g_assert_cmpuint (score.wrong, ==, 2);
}

/* (element-type utf8 utf8): each label once, by its normal form. */
static GHashTable *
list_normals (GPtrArray *labels)
{
  GHashTable *normals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < labels->len; i++)
    {
      const char *label = g_ptr_array_index (labels, i);

      g_assert_cmpfloat (cand_question_compare (label, label), ==, 1);
      g_hash_table_insert (normals, cand_question_normalise (label), (gpointer) label);
    }
  return normals;
}

static gboolean
is_meant (const char *a, const char *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (same_labels); i++)
    if ((g_str_equal (same_labels[i][0], a) && g_str_equal (same_labels[i][1], b)) ||
        (g_str_equal (same_labels[i][0], b) && g_str_equal (same_labels[i][1], a)))
      return TRUE;
  return FALSE;
}

/* Of all questions in all recorded forms, each against each other, only these are the same. */
static void
test_recorded_all (void)
{
  g_autoptr (GPtrArray) labels = read_labels ();
  g_autoptr (GHashTable) normals = NULL;
  g_autofree gpointer *keys = NULL;
  guint n, n_near = 0, n_same = 0;

  if (labels == NULL)
    return;
  normals = list_normals (labels);
  keys = g_hash_table_get_keys_as_array (normals, &n);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        PairKind said = judge (keys[i], keys[j]);

        n_near += said == PAIR_NEAR ? 1 : 0;
        n_same += said == PAIR_SAME ? 1 : 0;
        if (said != PAIR_DIFFERENT)
          g_test_message ("%s: “%s” / “%s”", said == PAIR_SAME ? "same" : "near", (char *) keys[i],
                          (char *) keys[j]);
        g_assert_true (said != PAIR_SAME || is_meant (keys[i], keys[j]));
      }
  g_test_message ("%u questions, %u pairs: %u near", n, n * (n - 1) / 2, n_near);
  g_assert_cmpuint (n_same, ==, G_N_ELEMENTS (same_labels));
  g_assert_cmpuint (n_near, <=, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/question/normal", test_normal);
  g_test_add_func ("/question/key", test_key);
  g_test_add_func ("/question/known", test_known);
  g_test_add_func ("/question/other", test_other);
  g_test_add_func ("/question/turned-around", test_turned_around);
  g_test_add_func ("/question/edges", test_edges);
  g_test_add_func ("/question/linear", test_linear);
  g_test_add_func ("/question/recorded-pairs", test_recorded_pairs);
  g_test_add_func ("/question/recorded-all", test_recorded_all);
  return g_test_run ();
}
