/* cand-store-positions.c: positions on disk: written
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-positions.h"

#include <string.h>

#include "cand-statement.h"
#include "cand-store-revisions.h"
#include "cand-store-search.h"
#include "cand-store-teams.h"

/* Where two titles first differ after this many characters, their order matters to nobody; shorter
 * keys make the list's index shorter. */
#define TITLE_KEY_LENGTH 24

/* The numbers are on disk. */
G_STATIC_ASSERT (CAND_POSITION_STATE_OPEN == 0 && CAND_POSITION_STATE_CLOSED == 1 &&
                 CAND_POSITION_STATE_ANNOUNCED == 2);
G_STATIC_ASSERT (CAND_WORKPLACE_REMOTE == 3 && CAND_EMPLOYMENT_OTHER == 7);

void
cand_listed_free (CandListed *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->position);
  g_free (self->digest);
  g_free (self->plain);
  g_free (self);
}

static void
stored_position_clear (CandStoredPosition *self)
{
  g_free (self->code);
  g_free (self->digest);
}

static char *
title_key (const char *title)
{
  g_autofree char *normal = g_utf8_normalize (title, -1, G_NORMALIZE_NFC);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");

  if (g_utf8_strlen (folded, -1) <= TITLE_KEY_LENGTH)
    return g_steal_pointer (&folded);
  return g_utf8_substring (folded, 0, TITLE_KEY_LENGTH);
}

/* A day or an instant, in seconds; 0 where the source says nothing that can be ordered. */
static gint64
published_key (const char *published)
{
  g_autoptr (GDateTime) when = NULL;
  g_autofree char *instant = NULL;

  if (published == NULL)
    return 0;
  instant = strchr (published, 'T') != NULL ? g_strdup (published)
                                            : g_strconcat (published, "T00:00:00", NULL);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  when = g_date_time_new_from_iso8601 (instant, utc);
  return when != NULL ? MAX (g_date_time_to_unix (when), 0) : 0;
}

/* One a line; a line break inside one is a blank. */
static char *
join_locations (CandPosition *position)
{
  const char *const *locations = cand_position_get_locations (position);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; locations[i] != NULL; i++)
    {
      g_autofree char *line = g_strdelimit (g_strdup (locations[i]), "\n\r", ' ');

      if (i > 0)
        g_string_append_c (joined, '\n');
      g_string_append (joined, line);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static gboolean
run_for_id (CandConnection *connection, const char *sql, gint64 id, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, id);
  return cand_statement_run (statement, error);
}

static gboolean
write_text (CandConnection *connection, gint64 id, const CandListed *listed, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "INSERT OR REPLACE INTO position_text "
      "(position, education, experience, function, html, plain) VALUES (?, ?, ?, ?, ?, ?)",
      error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, id);
  cand_statement_add_text (statement, cand_position_get_education (listed->position));
  cand_statement_add_text (statement, cand_position_get_experience (listed->position));
  cand_statement_add_text (statement, cand_position_get_function (listed->position));
  cand_statement_add_text (statement, cand_position_get_description (listed->position));
  cand_statement_add_text (statement, listed->plain != NULL ? listed->plain : "");
  return cand_statement_run (statement, error);
}

/* What insert and update write alike, in the order of their columns. */
static void
bind_content (CandStatement *statement, const CandListed *listed)
{
  CandPosition *position = listed->position;
  g_autofree char *key = title_key (cand_position_get_title (position));
  g_autofree char *locations = join_locations (position);

  cand_statement_add_text (statement, cand_position_get_title (position));
  cand_statement_add_text (statement, key);
  cand_statement_add_text (statement, cand_position_get_department (position));
  cand_statement_add_text (statement, cand_position_get_url (position));
  cand_statement_add_text (statement, cand_position_get_application_url (position));
  cand_statement_add_text (statement, locations);
  cand_statement_add_int64 (statement, cand_position_get_workplace (position));
  cand_statement_add_text (statement, cand_position_get_workplace_text (position));
  cand_statement_add_int64 (statement, cand_position_get_employment (position));
  cand_statement_add_text (statement, cand_position_get_employment_text (position));
  cand_statement_add_text (statement, cand_position_get_published (position));
  cand_statement_add_int64 (statement, published_key (cand_position_get_published (position)));
  cand_statement_add_text (statement, listed->digest);
}

/**
 * cand_store_positions_stored:
 * @connection: a connection
 * @board: row id
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable) (element-type CandStoredPosition): all of the board's
 * positions
 */
GArray *
cand_store_positions_stored (CandConnection *connection, gint64 board, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "SELECT id, code, digest, state, missing_since, last_confirmed FROM position "
      "WHERE board = ?",
      error);
  g_autoptr (GArray) stored = g_array_new (FALSE, FALSE, sizeof (CandStoredPosition));
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  g_array_set_clear_func (stored, (GDestroyNotify) stored_position_clear);
  cand_statement_add_int64 (statement, board);
  while (cand_statement_step (statement, &failure))
    {
      CandStoredPosition position = {
        .id = cand_statement_get_int64 (statement, 0),
        .code = g_strdup (cand_statement_get_text (statement, 1)),
        .digest = g_strdup (cand_statement_get_text (statement, 2)),
        .state = cand_statement_get_int64 (statement, 3),
        .missing_since = cand_statement_get_int64 (statement, 4),
        .absent = cand_statement_get_int64 (statement, 5) != 0,
      };

      g_array_append_val (stored, position);
    }
  if (failure == NULL)
    return g_steal_pointer (&stored);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * cand_store_positions_insert:
 * @connection: a connection, inside a transaction
 * @board: row id
 * @listed: the position
 * @now: seconds since the epoch
 * @is_new: whether the person is told
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: its row id; 0 on failure
 */
gint64
cand_store_positions_insert (CandConnection *connection,
                             gint64 board,
                             const CandListed *listed,
                             gint64 now,
                             gboolean is_new,
                             GError **error)
{
  gint64 team = cand_store_teams_ensure (connection, 0, 0,
                                         cand_position_get_department (listed->position), error);
  g_autoptr (CandStatement) statement = NULL;
  gint64 id;

  if (team == 0)
    return 0;
  statement = cand_statement_new (
      connection,
      "INSERT INTO position (title, title_key, department, url, application_url, locations, "
      "workplace, workplace_text, employment, employment_text, published, published_key, digest, "
      "board, code, team, place, state, first_seen, is_new) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      error);
  if (statement == NULL)
    return 0;
  bind_content (statement, listed);
  cand_statement_add_int64 (statement, board);
  cand_statement_add_text (statement, cand_position_get_code (listed->position));
  cand_statement_add_int64 (statement, team);
  cand_statement_add_int64 (statement, CAND_STORE_NO_PLACE);
  cand_statement_add_int64 (statement, CAND_POSITION_STATE_OPEN);
  cand_statement_add_int64 (statement, now);
  cand_statement_add_int64 (statement, is_new);
  if (!cand_statement_run (statement, error))
    return 0;
  id = cand_connection_get_last_id (connection);
  if (!write_text (connection, id, listed, error) ||
      cand_store_revisions_turn (connection, id, listed->digest, now, error) == 0 ||
      !cand_store_search_index_position (connection, id, error))
    return 0;
  return id;
}

/**
 * cand_store_positions_update:
 * @connection: a connection, inside a transaction
 * @id: row id
 * @listed: the position
 * @now: seconds since the epoch
 * @error: CAND_STORE_ERROR_*
 *
 * The board's first word on an announced position is not a change of its content.
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_positions_update (
    CandConnection *connection, gint64 id, const CandListed *listed, gint64 now, GError **error)
{
  guint revisions = cand_store_revisions_turn (connection, id, listed->digest, now, error);
  gint64 team = revisions == 0
                    ? 0
                    : cand_store_teams_ensure (
                          connection, 0, 0, cand_position_get_department (listed->position), error);
  g_autoptr (CandStatement) statement = NULL;

  if (team == 0)
    return FALSE;
  statement = cand_statement_new (
      connection,
      "UPDATE position SET title = ?, title_key = ?, department = ?, url = ?, "
      "application_url = ?, locations = ?, workplace = ?, workplace_text = ?, employment = ?, "
      "employment_text = ?, published = ?, published_key = ?, "
      "changed = CASE digest WHEN '' THEN changed ELSE ?14 END, digest = ?13, "
      "team = CASE WHEN programme IS NULL THEN ?15 ELSE team END, "
      "revisions = ?16, state = ?17, closed = 0, missing_since = 0, last_confirmed = 0 WHERE id = "
      "?18",
      error);
  if (statement == NULL)
    return FALSE;
  bind_content (statement, listed);
  cand_statement_add_int64 (statement, now);
  cand_statement_add_int64 (statement, team);
  cand_statement_add_int64 (statement, revisions);
  cand_statement_add_int64 (statement, CAND_POSITION_STATE_OPEN);
  cand_statement_add_int64 (statement, id);
  return cand_statement_run (statement, error) && write_text (connection, id, listed, error) &&
         cand_store_search_index_position (connection, id, error);
}

gboolean
cand_store_positions_reopen (CandConnection *connection, gint64 id, GError **error)
{
  return run_for_id (connection,
                     "UPDATE position SET state = 0, closed = 0, missing_since = 0, last_confirmed "
                     "= 0 WHERE id = ?",
                     id, error);
}

gboolean
cand_store_positions_set_missing (
    CandConnection *connection, gint64 id, gint64 since, gint64 confirmed, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "UPDATE position SET missing_since = ?, "
      "last_confirmed = CASE last_confirmed WHEN 0 THEN ? ELSE last_confirmed END WHERE id = ?",
      error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, since);
  cand_statement_add_int64 (statement, confirmed);
  cand_statement_add_int64 (statement, id);
  return cand_statement_run (statement, error);
}

gboolean
cand_store_positions_close (CandConnection *connection, gint64 id, GError **error)
{
  return run_for_id (connection, "UPDATE position SET state = 1, closed = 1 WHERE id = ?", id,
                     error);
}

/* The position of a board, when there is one: 0 with no error set otherwise. */
static gint64
find_on_board (CandConnection *connection, gint64 board, const char *code, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "SELECT id FROM position WHERE board = ? AND code = ?", error);

  if (statement == NULL)
    return 0;
  cand_statement_add_int64 (statement, board);
  cand_statement_add_text (statement, code);
  return cand_statement_step (statement, error) ? cand_statement_get_int64 (statement, 0) : 0;
}

static gboolean
insert_announced (CandConnection *connection,
                  gint64 board,
                  const CandProgrammeEntry *entry,
                  const char *code,
                  const char *application_url,
                  gint64 team,
                  gint64 now,
                  GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "INSERT INTO position (board, code, team, place, state, title, title_key, url, "
      "application_url, first_seen) VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?)",
      error);
  g_autofree char *key = title_key (entry->title);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, board);
  cand_statement_add_text (statement, code);
  cand_statement_add_int64 (statement, team);
  cand_statement_add_int64 (statement, CAND_POSITION_STATE_ANNOUNCED);
  cand_statement_add_text (statement, entry->title);
  cand_statement_add_text (statement, key);
  cand_statement_add_text (statement, entry->url);
  cand_statement_add_text (statement, application_url);
  cand_statement_add_int64 (statement, now);
  return cand_statement_run (statement, error);
}

/**
 * cand_store_positions_announce:
 * @connection: a connection, inside a transaction
 * @board: row id
 * @programme: a stored programme
 * @place: which of its entries
 * @code: the system's own key in the entry's address
 * @application_url: where one applies
 * @now: seconds since the epoch
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_positions_announce (CandConnection *connection,
                               gint64 board,
                               CandProgramme *programme,
                               guint place,
                               const char *code,
                               const char *application_url,
                               gint64 now,
                               GError **error)
{
  const CandProgrammeEntry *entry = cand_programme_get_entry (programme, place);
  gint64 team = cand_store_teams_ensure (connection, cand_programme_get_id (programme), place,
                                         entry->team, error);
  g_autoptr (CandStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 id;

  if (team == 0)
    return FALSE;
  id = find_on_board (connection, board, code, &failure);
  if (id == 0 && failure == NULL)
    {
      insert_announced (connection, board, entry, code, application_url, team, now, &failure);
      id = cand_connection_get_last_id (connection);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  statement = cand_statement_new (
      connection,
      "UPDATE position SET programme = ?, team = ?, place = ?, summary = ? WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, cand_programme_get_id (programme));
  cand_statement_add_int64 (statement, team);
  cand_statement_add_int64 (statement, MIN (place, CAND_STORE_NO_PLACE - 1));
  cand_statement_add_text (statement, entry->summary);
  cand_statement_add_int64 (statement, id);
  return cand_statement_run (statement, error) &&
         cand_store_search_index_position (connection, id, error);
}

gboolean
cand_store_positions_set_seen (CandConnection *connection, gint64 id, GError **error)
{
  return run_for_id (connection, "UPDATE position SET is_new = 0 WHERE id = ? AND is_new = 1", id,
                     error);
}

gboolean
cand_store_positions_set_starred (CandConnection *connection,
                                  gint64 id,
                                  gboolean starred,
                                  GError **error)
{
  return run_for_id (connection,
                     starred ? "UPDATE position SET starred = 1 WHERE id = ? AND starred = 0"
                             : "UPDATE position SET starred = 0 WHERE id = ? AND starred = 1",
                     id, error);
}
