/* test-search.c: what a person types is words, whatever it looks like
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/store/cand-store-lists.h"
#include "core/store/cand-store-search.h"
#include "store-test.h"

static void
test_expression (void)
{
  const struct
  {
    const char *typed;
    const char *expression;
  } cases[] = {
    { NULL, NULL },
    { "", NULL },
    { "  \t\n", NULL },
    { "\"", NULL },
    { "* + -", NULL },
    { "robot", "\"robot\"*" },
    { "robot learning", "\"robot\" AND \"learning\"*" },
    { "  robot \u00a0 learning  ", "\"robot\" AND \"learning\"*" },
    { "say \"hi\" now", "\"say\" AND \"\"\"hi\"\"\" AND \"now\"*" },
    { "a OR b", "\"a\" AND \"OR\" AND \"b\"*" },
    { "title:x NEAR(y)", "\"title:x\" AND \"NEAR(y\"*" },
    { "embod*", "\"embod\"*" },
    { "embod,", "\"embod\"*" },
    { "\"embod\"…", "\"\"\"embod\"*" },
    { "embod +", "\"embod\"*" },
    { "C++", "\"C++\"" },
    { "C#!", "\"C#!\"" },
    { "re\u0301", "\"re\u0301\"*" },
    { "C++ - Zürich", "\"C++\" AND \"Zürich\"*" },
    { "bad \xff bytes", "\"bad\" AND \"bytes\"*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expression = cand_store_search_expression (cases[i].typed);

      g_assert_cmpstr (expression, ==, cases[i].expression);
    }
}

static void
test_many_words (void)
{
  g_autofree char *typed = g_strnfill (4000, 'a');
  g_autofree char *expression = NULL;
  g_auto (GStrv) words = NULL;

  for (guint i = 1; i < 4000; i += 2)
    typed[i] = ' ';
  expression = cand_store_search_expression (typed);
  words = g_strsplit (expression, " AND ", -1);
  g_assert_cmpuint (g_strv_length (words), ==, 32);
}

static guint
count (StoreTest *self, const char *typed)
{
  const CandStoreQuery query = { .search = typed };
  g_autoptr (GError) error = NULL;
  g_autoptr (CandRows) rows = cand_store_lists_query (self->connection, &query, &error);

  g_assert_no_error (error);
  return rows->n;
}

static void
test_matches (StoreTest *self, gconstpointer data)
{
  const struct
  {
    const char *typed;
    guint n;
  } cases[] = {
    { "ingenieur", 1 }, /* without its accent */
    { "INGÉNIEUR", 1 }, /* in capitals */
    { "inge", 1 },      /* its beginning */
    { "inge*", 1 },     /* as other programs want it */
    { "inge,", 1 },
    { "genieur", 0 },      /* but not its end */
    { "ingenieur", 1 },    /* again */
    { "inge donnees", 0 }, /* only the last word may be a beginning */
    { "données ing", 1 },
    { "c++", 1 },
    { "\"rust\"", 1 },
    { "rust OR cooking", 0 }, /* "or" is a word like any other */
    { "research", 2 },        /* title of one, department of another */
    { "front-end", 1 },
    { "end front", 1 },
    { "*", 3 }, /* no word at all: everything */
    { "NOT", 0 },
    { "ra", 0 },
    { "wörld", 1 },
    { "world", 1 },
  };

  store_test_insert (
      self, store_test_list ("A", "Ingénieur de données", "Research", "Rust and C++ in the wörld"));
  store_test_insert (self, store_test_list ("B", "Research Scientist", "Science", "Cooking"));
  store_test_insert (self, store_test_list ("C", "Front-end Developer", "Product", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].typed);
      g_assert_cmpuint (count (self, cases[i].typed), ==, cases[i].n);
    }
}

/* The organisation's name is found, and found no longer when the board says another. */
static void
test_organisation (StoreTest *self, gconstpointer data)
{
  const CandBoardReading reading = { .name = "Écrivains Réunis" };
  g_autoptr (GError) error = NULL;

  store_test_insert (self, store_test_list ("A", "Editor", "", NULL));
  g_assert_cmpuint (count (self, "acme"), ==, 1);
  g_assert_true (
      cand_store_boards_set_read (self->connection, self->board, &reading, 1000, &error));
  g_assert_true (cand_store_search_index_board (self->connection, self->board, &error));
  g_assert_cmpuint (count (self, "acme"), ==, 0);
  g_assert_cmpuint (count (self, "ecrivains"), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/expression", test_expression);
  g_test_add_func ("/search/many-words", test_many_words);
  STORE_TEST_ADD ("/search/matches", test_matches);
  STORE_TEST_ADD ("/search/organisation", test_organisation);
  return g_test_run ();
}
