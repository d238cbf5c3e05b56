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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST_ADD ("/programmes/presence", test_presence);
  STORE_TEST_ADD ("/programmes/list", test_list);
  STORE_TEST_ADD ("/programmes/announced", test_announced);
  STORE_TEST_ADD ("/programmes/listed-before", test_listed_before);
  return g_test_run ();
}
