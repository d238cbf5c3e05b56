/* test-lists.c: which positions a list shows, in which order, in which sections
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/store/cand-store-lists.h"
#include "core/store/cand-store-programmes.h"
#include "store-test.h"

#include <string.h>

static const char programme_json[] =
    "{\"name\": \"interns\", \"title\": \"Interns\", \"authors\": [], \"date\": \"2022-11-29\","
    " \"url\": \"https://example.org/\", \"portal_url\": \"\", \"organisation\": \"Acme\","
    " \"introduction\": \"\", \"locations\": \"\", \"how_to_apply\": \"\", \"statement\": \"\","
    " \"checklist\": [], \"short_submission\": false, \"positions\": ["
    " {\"title\": \"Zebra\", \"team\": \"Second by name\", \"summary\": \"\","
    "  \"url\": \"https://apply.workable.com/acme/j/P1\", \"key\": \"workable:acme:P1\"},"
    " {\"title\": \"Yak\", \"team\": \"Second by name\", \"summary\": \"\","
    "  \"url\": \"https://apply.workable.com/acme/j/P2\", \"key\": \"workable:acme:P2\"},"
    " {\"title\": \"Ape\", \"team\": \"First by name\", \"summary\": \"Climbs\","
    "  \"url\": \"https://apply.workable.com/acme/j/P3\", \"key\": \"workable:acme:P3\"}]}";

static gint64
insert (StoreTest *self,
        const char *code,
        const char *title,
        const char *department,
        const char *published)
{
  CandListed *listed = store_test_list (code, title, department, NULL);

  cand_position_set_published (listed->position, published);
  return store_test_insert (self, listed);
}

static gint64
announce (StoreTest *self)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (programme_json, strlen (programme_json));
  g_autoptr (GError) error = NULL;
  g_autoptr (CandProgramme) programme = cand_programme_new_from_json (bytes, &error);

  g_assert_no_error (error);
  g_assert_true (cand_store_programmes_write (self->connection, programme, programme_json, &error));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *code = g_strdup_printf ("P%u", i + 1);

      cand_store_positions_announce (self->connection, self->board, programme, i, code, "", 1000,
                                     &error);
      g_assert_no_error (error);
    }
  return cand_programme_get_id (programme);
}

/* "team: title title | team: …", as a person would read the list. */
static char *
describe (StoreTest *self, const CandStoreQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CandRows) rows = cand_store_lists_query (self->connection, query, &error);
  GString *text = g_string_new (NULL);
  guint section = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < rows->n; i++)
    {
      g_autoptr (CandPosition) position =
          cand_store_positions_load_row (self->connection, rows->ids[i], &error);

      g_assert_no_error (error);
      if (section < rows->n_sections && rows->sections[section] == i)
        {
          section++;
          g_string_append_printf (text, "%s%s:", i > 0 ? " | " : "",
                                  cand_position_get_team (position));
        }
      g_string_append_printf (text, " %s", cand_position_get_title (position));
    }
  g_assert_cmpuint (section, ==, rows->n_sections);
  return g_string_free (text, FALSE);
}

static void
check (StoreTest *self, const CandStoreQuery *query, const char *expected)
{
  g_autofree char *text = describe (self, query);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_empty (StoreTest *self, gconstpointer data)
{
  check (self, &(CandStoreQuery) { 0 }, "");
}

static void
test_order (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 closed;

  insert (self, "A", "undated-b", "sales", NULL);
  insert (self, "B", "Undated-a", "sales", NULL);
  insert (self, "C", "old", "sales", "2024-01-01");
  insert (self, "D", "young", "sales", "2026-07-30");
  insert (self, "E", "younger", "sales", "2026-07-30T10:00:00.000Z");
  closed = insert (self, "F", "closed", "sales", "2026-08-01");
  insert (self, "G", "nowhere", "", NULL);
  insert (self, "H", "engineer", "Engineering", NULL);
  insert (self, "I", "legal", "Legal", NULL);
  g_assert_true (cand_store_positions_close (self->connection, closed, &error));
  announce (self);
  check (self, &(CandStoreQuery) { 0 },
         "Second by name: Zebra Yak | First by name: Ape | Engineering: engineer | Legal: legal | "
         "sales: younger young old Undated-a undated-b closed | : nowhere");
}

static void
test_collation (StoreTest *self, gconstpointer data)
{
  insert (self, "A", "1", "design", NULL);
  insert (self, "B", "2", "Data", NULL);
  /* One letter, written in two ways, is one word and two teams next to each other. */
  insert (self, "C", "3", "E\u0301quipe", NULL);
  insert (self, "D", "4", "\u00c9quipe", NULL);
  insert (self, "E", "5", "Zoo", NULL);
  check (self, &(CandStoreQuery) { 0 },
         "Data: 2 | design: 1 | Zoo: 5 | E\u0301quipe: 3 | \u00c9quipe: 4");
}

static void
test_filters (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 programme = announce (self);
  gint64 a = insert (self, "A", "alpha", "Sales", NULL);
  gint64 b = insert (self, "B", "beta", "Sales", NULL);
  gint64 other =
      cand_store_boards_ensure (self->connection, "workable:other", "Other", "", TRUE, &error);
  CandListed *listed = store_test_list ("A", "gamma", "Sales", NULL);
  gint64 c = cand_store_positions_insert (self->connection, other, listed, 1000, FALSE, &error);

  cand_listed_free (listed);
  g_assert_true (cand_store_search_index_position (self->connection, c, &error));
  g_assert_true (cand_store_positions_set_seen (self->connection, a, &error));
  g_assert_true (cand_store_positions_set_starred (self->connection, b, TRUE, &error));

  check (self, &(CandStoreQuery) { .scope = CAND_SCOPE_NEW }, "Sales: beta");
  check (self, &(CandStoreQuery) { .scope = CAND_SCOPE_STARRED }, "Sales: beta");
  check (self, &(CandStoreQuery) { .board = "workable:other" }, "Sales: gamma");
  check (self, &(CandStoreQuery) { .board = "workable:nobody" }, "");
  check (self, &(CandStoreQuery) { .programme = programme },
         "Second by name: Zebra Yak | First by name: Ape");
  check (self, &(CandStoreQuery) { .search = "sal" }, "Sales: alpha beta gamma");
  check (self, &(CandStoreQuery) { .search = "climbs" }, "First by name: Ape");
  check (
      self,
      &(CandStoreQuery) { .search = "sal", .board = "workable:acme", .scope = CAND_SCOPE_STARRED },
      "Sales: beta");
}

static void
test_counts (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 a = insert (self, "A", "alpha", "Sales", NULL);
  CandCounts counts;

  insert (self, "B", "beta", "Sales", NULL);
  announce (self);
  g_assert_true (cand_store_positions_set_seen (self->connection, a, &error));
  g_assert_true (cand_store_positions_set_starred (self->connection, a, TRUE, &error));
  g_assert_true (cand_store_lists_count (self->connection, &counts, &error));
  g_assert_cmpuint (counts.n_positions, ==, 5);
  g_assert_cmpuint (counts.n_new, ==, 1);
  g_assert_cmpuint (counts.n_starred, ==, 1);
  g_assert_cmpuint (counts.n_applications, ==, 0);
}

static void
unfollow (StoreTest *self, const char *key)
{
  g_autoptr (GError) error = NULL;
  gboolean found;

  g_assert_true (
      cand_store_boards_set_followed (self->connection, key, FALSE, 5000, &found, &error));
  g_assert_true (found);
}

static void
check_counts (StoreTest *self, guint n_positions, guint n_new)
{
  g_autoptr (GError) error = NULL;
  CandCounts counts;

  g_assert_true (cand_store_lists_count (self->connection, &counts, &error));
  g_assert_cmpuint (counts.n_positions, ==, n_positions);
  g_assert_cmpuint (counts.n_new, ==, n_new);
}

/* What is not followed any more is in no list, but for what the person has to do with, and what
 * comes with something else. */
static void
test_hidden (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 b;

  announce (self);
  insert (self, "A", "alpha", "Sales", NULL);
  b = insert (self, "B", "beta", "Sales", NULL);
  insert (self, "C", "gamma", "Sales", NULL);
  insert (self, "D", "delta", "Sales", NULL);
  g_assert_true (cand_store_positions_set_starred (self->connection, b, TRUE, &error));
  g_assert_true (
      cand_connection_execute (self->connection,
                               "INSERT INTO application (position, created, updated) "
                               "SELECT id, 1, 1 FROM position WHERE code = 'C'; "
                               "INSERT INTO application (position, created, updated, deleted) "
                               "SELECT id, 1, 1, 1 FROM position WHERE code = 'D'",
                               &error));
  check_counts (self, 7, 4);
  unfollow (self, "workable:acme");
  check (self, &(CandStoreQuery) { 0 },
         "Second by name: Zebra Yak | First by name: Ape | Sales: beta gamma");
  check (self, &(CandStoreQuery) { .search = "sal" }, "Sales: beta gamma");
  check_counts (self, 5, 2);

  /* The programme as well. */
  g_assert_true (cand_connection_execute (
      self->connection, "UPDATE programme SET followed = 0, unfollowed = 1", &error));
  check (self, &(CandStoreQuery) { 0 }, "Sales: beta gamma");
  check_counts (self, 2, 2);

  /* What only an unfollowed programme introduces is not the followed board's. */
  cand_store_boards_ensure (self->connection, "workable:acme", "", "", TRUE, &error);
  check (self, &(CandStoreQuery) { 0 }, "Sales: alpha beta delta gamma");
  check_counts (self, 4, 4);
  g_assert_no_error (error);
}

static void
test_purge (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const CandBoardReading reading = { .etag = "e", .digest = "d" };
  g_autoptr (CandPosition) kept = NULL;
  gint64 b;

  insert (self, "A", "alpha", "Sales", NULL);
  b = insert (self, "B", "beta", "Sales", NULL);
  cand_store_boards_set_read (self->connection, self->board, &reading, 4000, &error);
  g_assert_true (cand_store_positions_set_starred (self->connection, b, TRUE, &error));
  /* Nothing is hidden. */
  g_assert_true (cand_store_lists_purge (self->connection, &error));
  check_counts (self, 2, 2);
  unfollow (self, "workable:acme");
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (cand_store_lists_purge (self->connection, &error));
      g_assert_no_error (error);
      check_counts (self, 1, 1);
      g_assert_cmpint (store_test_get_int64 (self, "SELECT count(*) FROM position"), ==, 1);
    }
  g_assert_cmpint (store_test_get_int64 (self, "SELECT count(*) FROM revision"), ==, 1);
  g_assert_cmpint (store_test_get_int64 (self, "SELECT n_positions FROM board"), ==, 1);
  /* Nothing of the last answer holds for what is gone. */
  g_assert_cmpint (store_test_get_int64 (self, "SELECT count(*) FROM board WHERE digest IS NULL "
                                               "AND etag IS NULL AND confirmed = 0"),
                   ==, 1);
  kept = cand_store_positions_load (self->connection, b, &error);
  g_assert_cmpint (cand_position_get_last_confirmed (kept), ==, 4000);
}

/* The list is read from its index alone, without sorting: that is what makes 100,000 rows quick. */
static void
test_plan (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CandStatement) statement = cand_statement_new (
      self->connection,
      "EXPLAIN QUERY PLAN SELECT team, id FROM position INDEXED BY position_list "
      "WHERE is_new = 1 AND board = 1 AND programme = 1 "
      "ORDER BY team, closed, place, published_key DESC, title_key, id",
      &error);

  g_assert_no_error (error);
  g_assert_true (cand_statement_step (statement, &error));
  g_assert_cmpstr (cand_statement_get_text (statement, 3), ==,
                   "SCAN position USING COVERING INDEX position_list");
  g_assert_false (cand_statement_step (statement, &error));
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST_ADD ("/lists/empty", test_empty);
  STORE_TEST_ADD ("/lists/order", test_order);
  STORE_TEST_ADD ("/lists/collation", test_collation);
  STORE_TEST_ADD ("/lists/filters", test_filters);
  STORE_TEST_ADD ("/lists/counts", test_counts);
  STORE_TEST_ADD ("/lists/hidden", test_hidden);
  STORE_TEST_ADD ("/lists/purge", test_purge);
  STORE_TEST_ADD ("/lists/plan", test_plan);
  return g_test_run ();
}
