/* test-programmes.c: programmes, and the positions they announce
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/store/cand-store-programmes.h"
#include "store-test.h"

#include <string.h>

#define PROGRAMME(name, date, summary)                                                             \
  "{\"name\": \"" name "\", \"title\": \"Interns\", \"authors\": [\"ada\"], \"date\": \"" date     \
  "\", \"url\": \"https://example.org/\", \"portal_url\": \"\", \"organisation\": \"Acme\","       \
  " \"introduction\": \"\", \"locations\": \"\", \"how_to_apply\": \"\", \"statement\": \"\","     \
  " \"checklist\": [\"Read\"], \"short_submission\": true, \"positions\": ["                       \
  " {\"title\": \"Announced title\", \"team\": \"The group\", \"summary\": \"" summary "\","       \
  "  \"url\": \"https://apply.workable.com/acme/j/A1\", \"key\": \"workable:acme:A1\"}]}"

static CandProgramme *
parse (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  CandProgramme *programme = cand_programme_new_from_json (bytes, &error);

  g_assert_no_error (error);
  return programme;
}

static CandProgramme *
put (StoreTest *self, const char *json)
{
  g_autoptr (GError) error = NULL;
  CandProgramme *programme = parse (json);

  cand_store_programmes_write (self->connection, programme, json, &error);
  g_assert_no_error (error);
  cand_store_positions_announce (self->connection, self->board, programme, 0, "A1",
                                 "https://apply.workable.com/acme/j/A1/apply", 1000, &error);
  g_assert_no_error (error);
  return programme;
}

static CandPosition *
load (StoreTest *self)
{
  g_autoptr (GError) error = NULL;
  gint64 id = cand_store_positions_find (self->connection, "workable:acme:A1", &error);
  CandPosition *position = cand_store_positions_load (self->connection, id, &error);

  g_assert_no_error (error);
  return position;
}

static void
test_presence (StoreTest *self, gconstpointer data)
{
  const char *first = PROGRAMME ("interns", "2022-11-29", "One line");
  const char *second = PROGRAMME ("interns", "2022-11-29", "Another line");
  g_autoptr (GError) error = NULL;
  g_autoptr (CandProgramme) programme = NULL;
  g_autoptr (CandProgramme) again = NULL;
  g_autoptr (GPtrArray) all = NULL;

  g_assert_cmpint (cand_store_programmes_look_up (self->connection, "interns", first, &error), ==,
                   CAND_PROGRAMME_ABSENT);
  programme = put (self, first);
  g_assert_cmpint (cand_store_programmes_look_up (self->connection, "interns", first, &error), ==,
                   CAND_PROGRAMME_SAME);
  g_assert_cmpint (cand_store_programmes_look_up (self->connection, "interns", second, &error), ==,
                   CAND_PROGRAMME_OLDER);

  /* Unfollowed, it stays so when its text changes. */
  cand_connection_execute (self->connection, "UPDATE programme SET followed = 0", &error);
  again = put (self, second);
  g_assert_cmpint (cand_programme_get_id (again), ==, cand_programme_get_id (programme));
  all = cand_store_programmes_list (self->connection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 0);
}

static void
test_list (StoreTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) old = put (self, PROGRAMME ("old", "2020-01-01", ""));
  g_autoptr (CandProgramme) young = put (self, PROGRAMME ("young", "2024-01-01", ""));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = cand_store_programmes_list (self->connection, &error);
  g_autoptr (CandProgramme) loaded =
      cand_store_programmes_load (self->connection, cand_programme_get_id (old), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (cand_programme_get_name (g_ptr_array_index (all, 0)), ==, "young");
  g_assert_cmpint (cand_programme_get_id (g_ptr_array_index (all, 0)), ==,
                   cand_programme_get_id (young));
  g_assert_cmpstr (cand_programme_get_name (loaded), ==, "old");
  g_assert_null (cand_store_programmes_load (self->connection, 99, &error));
  g_assert_no_error (error);
}

/* The announcement introduces; once the board lists it, the board has the say on its content, and
 * the programme keeps the group and the one line. */
static void
test_announced (StoreTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = put (self, PROGRAMME ("interns", "2022-11-29", "Line"));
  g_autoptr (CandPosition) position = load (self);
  CandListed *listed = store_test_list ("A1", "Board's title ", "Science", "text");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cand_position_get_state (position), ==, CAND_POSITION_STATE_ANNOUNCED);
  g_assert_cmpstr (cand_position_get_title (position), ==, "Announced title");
  g_assert_cmpstr (cand_position_get_team (position), ==, "The group");
  g_assert_cmpstr (cand_position_get_summary (position), ==, "Line");
  g_assert_cmpstr (cand_position_get_url (position), ==, "https://apply.workable.com/acme/j/A1");
  g_assert_cmpstr (cand_position_get_application_url (position), ==,
                   "https://apply.workable.com/acme/j/A1/apply");
  g_assert_cmpint (cand_position_get_programme (position), ==, cand_programme_get_id (programme));
  g_assert_cmpint (cand_position_get_last_confirmed (position), ==, 0);
  g_assert_false (cand_position_get_is_new (position));
  g_clear_object (&position);

  cand_store_positions_update (self->connection,
                               store_test_get_int64 (self, "SELECT id FROM position"), listed, 2000,
                               &error);
  g_assert_no_error (error);
  cand_listed_free (listed);
  position = load (self);
  g_assert_cmpint (cand_position_get_state (position), ==, CAND_POSITION_STATE_OPEN);
  g_assert_cmpstr (cand_position_get_title (position), ==, "Board's title");
  g_assert_cmpstr (cand_position_get_team (position), ==, "The group");
  g_assert_cmpstr (cand_position_get_department (position), ==, "Science");
  g_assert_cmpstr (cand_position_get_summary (position), ==, "Line");
  /* The board's first word on it is not a change. */
  g_assert_cmpint (cand_position_get_changed (position), ==, 0);
  g_assert_cmpuint (cand_position_get_revisions (position), ==, 1);
}

/* A programme may introduce what the board lists already. */
static void
test_listed_before (StoreTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = NULL;
  g_autoptr (CandPosition) position = NULL;

  store_test_insert (self, store_test_list ("A1", "Board's title", "Science", "text"));
  programme = put (self, PROGRAMME ("interns", "2022-11-29", "Line"));
  position = load (self);
  g_assert_cmpint (cand_position_get_state (position), ==, CAND_POSITION_STATE_OPEN);
  g_assert_cmpstr (cand_position_get_title (position), ==, "Board's title");
  g_assert_cmpstr (cand_position_get_team (position), ==, "The group");
  g_assert_cmpstr (cand_position_get_summary (position), ==, "Line");
}

/* --- read again --- */

static void
test_shipped (StoreTest *self, gconstpointer data)
{
  const char *json = PROGRAMME ("interns", "2022-11-29", "Line");
  g_autoptr (CandProgramme) programme = put (self, json);
  g_autoptr (GError) error = NULL;
  gint64 id = cand_programme_get_id (programme);

  cand_store_programmes_set_shipped (self->connection, id, json, &error);
  g_assert_no_error (error);
  /* What its page says makes it no older text. */
  cand_connection_execute (self->connection, "UPDATE programme SET json = '{}'", &error);
  g_assert_no_error (error);
  g_assert_cmpint (cand_store_programmes_look_up (self->connection, "interns", json, &error), ==,
                   CAND_PROGRAMME_SAME);
  g_assert_cmpint (
      cand_store_programmes_look_up (self->connection, "interns",
                                     PROGRAMME ("interns", "2022-11-29", "Another line"), &error),
      ==, CAND_PROGRAMME_OLDER);
}

static void
test_reading (StoreTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = put (self, PROGRAMME ("interns", "2022-11-29", "Line"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) why = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "No answer");
  const CandProgrammeReading reading = { "\"e\"", "yesterday", "d1" };
  char *titles[] = { (char *) "A \"quoted\"", NULL };
  char *none[] = { NULL };
  const CandProgrammeChanges changes = { none, titles, none, TRUE, FALSE };
  gint64 id = cand_programme_get_id (programme);
  g_autoptr (CandStoredProgramme) stored = NULL;
  g_autoptr (CandStoredProgramme) doubted = NULL;
  g_autoptr (CandStoredProgramme) by_url = NULL;
  g_autoptr (CandProgramme) failed = NULL;

  g_assert_true (cand_store_programmes_set_read (self->connection, id, &reading, 2000, &error));
  g_assert_true (cand_store_programmes_set_changes (self->connection, id, &changes, 2000, &error));
  stored = cand_store_programmes_stored (self->connection, "interns", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (stored->shipped);
  g_assert_true (stored->followed);
  g_assert_cmpstr (stored->etag, ==, "\"e\"");
  g_assert_cmpstr (stored->last_modified, ==, "yesterday");
  g_assert_cmpstr (stored->digest, ==, "d1");
  g_assert_cmpint (stored->confirmed, ==, 2000);
  g_assert_cmpint (cand_programme_get_checked (stored->programme), ==, 2000);
  g_assert_cmpint (cand_programme_get_changed (stored->programme), ==, 2000);
  g_assert_cmpstr (cand_programme_get_changes (stored->programme)->added[0], ==, "A \"quoted\"");
  g_assert_null (cand_programme_get_changes (stored->programme)->withdrawn[0]);
  g_assert_true (cand_programme_get_changes (stored->programme)->date_changed);

  g_assert_true (cand_store_programmes_set_failed (self->connection, id, why, 3000, &error));
  failed = cand_store_programmes_load (self->connection, id, &error);
  g_assert_true (
      g_error_matches (cand_programme_get_error (failed), G_IO_ERROR, G_IO_ERROR_FAILED));
  g_assert_cmpint (cand_programme_get_checked (failed), ==, 3000);
  g_assert_cmpint (cand_programme_get_changed (failed), ==, 2000);

  /* A reading that is doubted, until there is a good one. */
  g_assert_true (cand_store_programmes_set_suspect (self->connection, id, 3500, why, 4000, &error));
  doubted = cand_store_programmes_stored (self->connection, "interns", NULL, &error);
  g_assert_cmpint (doubted->suspect_since, ==, 3500);
  g_assert_cmpint (doubted->confirmed, ==, 2000);
  g_assert_cmpstr (doubted->digest, ==, "d1");
  g_assert_cmpint (cand_programme_get_checked (doubted->programme), ==, 4000);
  g_assert_nonnull (cand_programme_get_error (doubted->programme));
  g_assert_true (cand_store_programmes_set_read (self->connection, id, &reading, 5000, &error));
  g_assert_cmpint (store_test_get_int64 (self, "SELECT suspect_since FROM programme"), ==, 0);
  g_assert_true (cand_store_programmes_keep_earlier (self->connection, id, &error));
  g_assert_cmpint (store_test_get_int64 (self, "SELECT earlier = json FROM programme"), ==, 1);

  /* By its address, where the name is another one; an empty address is none. */
  by_url = cand_store_programmes_stored (self->connection, "x", "https://example.org/", &error);
  g_assert_cmpstr (cand_programme_get_name (by_url->programme), ==, "interns");
  cand_connection_execute (self->connection, "UPDATE programme SET url = ''", &error);
  g_assert_null (cand_store_programmes_stored (self->connection, "x", "", &error));
  g_assert_no_error (error);
}

static void
test_introduced (StoreTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = put (self, PROGRAMME ("interns", "2022-11-29", "Line"));
  g_autoptr (CandProgramme) other = put (self, PROGRAMME ("other", "2024-11-29", "Its line"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 id = cand_programme_get_id (other);

  /* The one that came last has it. */
  ids = cand_store_programmes_list_positions (self->connection, id, &error);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_true (cand_store_programmes_withdraw (self->connection, id, &error));
  g_assert_cmpint (store_test_get_int64 (self, "SELECT withdrawn FROM position"), ==, 1);
  cand_connection_execute (self->connection, "UPDATE position SET withdrawn = 0", &error);
  g_assert_true (cand_store_programmes_introduce (self->connection, self->board, programme, 0, "A1",
                                                  "", FALSE, 3000, &error));
  g_assert_cmpint (store_test_get_int64 (self, "SELECT programme FROM position"), ==, id);
  g_assert_true (cand_store_programmes_introduce (self->connection, self->board, programme, 0, "A1",
                                                  "", TRUE, 3000, &error));
  g_assert_cmpint (store_test_get_int64 (self, "SELECT programme FROM position"), ==,
                   cand_programme_get_id (programme));
  /* Withdrawn by one, it is the other's to introduce. */
  g_assert_true (
      cand_store_programmes_withdraw (self->connection, cand_programme_get_id (programme), &error));
  g_assert_true (cand_store_programmes_introduce (self->connection, self->board, other, 0, "A1", "",
                                                  FALSE, 3000, &error));
  g_assert_cmpint (store_test_get_int64 (self, "SELECT programme FROM position"), ==, id);
  g_assert_cmpint (store_test_get_int64 (self, "SELECT withdrawn FROM position"), ==, 0);
}

/* What is lent to another one goes back to the one that is followed once more, not before. */
static void
test_lent (StoreTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = put (self, PROGRAMME ("interns", "2022-11-29", "Line"));
  g_autoptr (CandProgramme) other = parse (PROGRAMME ("other", "2024-11-29", "Its line"));
  gint64 id = cand_programme_get_id (programme);
  g_autoptr (GHashTable) keys = NULL;
  g_autoptr (GHashTable) none = NULL;
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found;

  keys = cand_store_programmes_list_keys (self->connection, id, FALSE, &error);
  g_assert_cmpuint (g_hash_table_size (keys), ==, 1);
  g_assert_true (g_hash_table_contains (keys, "workable:acme:A1"));
  none = cand_store_programmes_list_keys (self->connection, id, TRUE, &error);
  g_assert_cmpuint (g_hash_table_size (none), ==, 0);

  cand_store_programmes_set_followed (self->connection, "interns", FALSE, 2000, &found, &error);
  cand_store_programmes_write (self->connection, other, "{}", &error);
  known = cand_store_programmes_list_known (self->connection, &error);
  /* The one that cannot be read is left out. */
  g_assert_cmpuint (known->len, ==, 1);
  g_assert_cmpstr (cand_programme_get_name (g_ptr_array_index (known, 0)), ==, "interns");
  cand_store_programmes_introduce (self->connection, self->board, other, 0, "A1", "", TRUE, 3000,
                                   &error);
  g_assert_true (cand_store_programmes_lend (self->connection, id, self->board, "A1", &error));
  cand_store_programmes_introduce (self->connection, self->board, programme, 0, "A1", "", FALSE,
                                   3000, &error);
  g_assert_cmpint (store_test_get_int64 (self, "SELECT programme FROM position"), ==,
                   cand_programme_get_id (other));
  cand_store_programmes_set_followed (self->connection, "interns", TRUE, 2000, &found, &error);
  cand_store_programmes_introduce (self->connection, self->board, programme, 0, "A1", "", FALSE,
                                   3000, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_test_get_int64 (self, "SELECT programme FROM position"), ==, id);
  g_assert_cmpint (store_test_get_int64 (self, "SELECT lent IS NULL FROM position"), ==, 1);
}

/* "1:2": whether the board is followed, and how it came to that. */
static void
assert_board (StoreTest *self, const char *expected)
{
  g_autofree char *text =
      store_test_get_text (self, "SELECT followed || ':' || brought FROM board");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_boards (StoreTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = put (self, PROGRAMME ("interns", "2022-11-29", "Line"));
  gint64 id = cand_programme_get_id (programme);
  g_autoptr (GError) error = NULL;
  gboolean found;

  /* Followed for itself, it comes and goes with nothing. */
  assert_board (self, "1:0");
  g_assert_true (cand_store_programmes_bring_board (self->connection, self->board, &error));
  g_assert_true (cand_store_programmes_drop_boards (self->connection, id, 2000, &error));
  assert_board (self, "1:0");

  cand_connection_execute (self->connection, "UPDATE board SET followed = 0", &error);
  g_assert_true (cand_store_programmes_bring_board (self->connection, self->board, &error));
  assert_board (self, "1:1");
  g_assert_true (cand_store_programmes_drop_boards (self->connection, id, 2000, &error));
  assert_board (self, "0:2");
  g_assert_cmpint (store_test_get_int64 (self, "SELECT unfollowed FROM board"), ==, 2000);
  g_assert_true (cand_store_programmes_restore_boards (self->connection, id, &error));
  assert_board (self, "1:1");

  /* While another followed one names it. */
  cand_connection_execute (self->connection,
                           "INSERT INTO programme (name, followed, json) SELECT 'other', 1, json "
                           "FROM programme; INSERT INTO programme (name, followed, json) VALUES "
                           "('broken', 1, 'no JSON')",
                           &error);
  g_assert_true (cand_store_programmes_drop_boards (self->connection, id, 2000, &error));
  assert_board (self, "1:1");
  cand_connection_execute (self->connection, "UPDATE programme SET followed = 0", &error);

  /* Unfollowed by the person, it does not come back with the programme. */
  cand_store_boards_set_followed (self->connection, "workable:acme", FALSE, 3000, &found, &error);
  g_assert_true (cand_store_programmes_restore_boards (self->connection, id, &error));
  assert_board (self, "0:1");
  /* Followed for itself from now on. */
  cand_store_boards_ensure (self->connection, "workable:acme", "", "", TRUE, &error);
  g_assert_true (cand_store_programmes_drop_boards (self->connection, id, 2000, &error));
  g_assert_no_error (error);
  assert_board (self, "1:0");
}

static void
test_purge (StoreTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = put (self, PROGRAMME ("interns", "2022-11-29", "Line"));
  g_autoptr (GError) error = NULL;
  g_autofree char *team = NULL;
  CandListed *listed = store_test_list ("A1", "Title", "Science", "text");
  gboolean found;

  cand_store_positions_update (self->connection,
                               store_test_get_int64 (self, "SELECT id FROM position"), listed, 2000,
                               &error);
  cand_listed_free (listed);
  g_assert_true (cand_store_programmes_purge (self->connection, &error));
  g_assert_cmpint (store_test_get_int64 (self, "SELECT count(*) FROM programme"), ==, 1);
  g_assert_true (cand_store_programmes_set_followed (self->connection, "interns", FALSE, 2000,
                                                     &found, &error));
  g_assert_true (found);
  g_assert_cmpint (store_test_get_int64 (self, "SELECT unfollowed FROM programme"), ==, 2000);
  g_assert_true (cand_store_programmes_purge (self->connection, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_test_get_int64 (self, "SELECT count(*) FROM programme"), ==, 0);
  team = store_test_get_text (
      self, "SELECT t.name FROM position p JOIN team t ON t.id = p.team WHERE p.programme IS NULL");
  g_assert_cmpstr (team, ==, "Science");
  g_assert_cmpint (store_test_get_int64 (self, "SELECT count(*) FROM team WHERE programme > 0"), ==,
                   0);
  g_assert_true (
      cand_store_programmes_set_followed (self->connection, "interns", TRUE, 2000, &found, &error));
  g_assert_false (found);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST_ADD ("/programmes/presence", test_presence);
  STORE_TEST_ADD ("/programmes/list", test_list);
  STORE_TEST_ADD ("/programmes/announced", test_announced);
  STORE_TEST_ADD ("/programmes/listed-before", test_listed_before);
  STORE_TEST_ADD ("/programmes/shipped", test_shipped);
  STORE_TEST_ADD ("/programmes/reading", test_reading);
  STORE_TEST_ADD ("/programmes/introduced", test_introduced);
  STORE_TEST_ADD ("/programmes/lent", test_lent);
  STORE_TEST_ADD ("/programmes/boards", test_boards);
  STORE_TEST_ADD ("/programmes/purge", test_purge);
  return g_test_run ();
}
