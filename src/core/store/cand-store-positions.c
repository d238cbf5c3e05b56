/* cand-store-positions.c: positions on disk: written
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-positions.h"

#include <math.h>
#include <string.h>

#include "cand-store-positions-private.h"
#include "cand-store-revisions.h"
#include "cand-store-search.h"
#include "cand-store-teams.h"

/* Where two titles first differ after this many characters, their order matters to nobody; shorter
 * keys make the list's index shorter. */
#define TITLE_KEY_LENGTH 24

/* The numbers are on disk. */
G_STATIC_ASSERT (CAND_POSITION_STATE_OPEN == 0 && CAND_POSITION_STATE_CLOSED == 1 &&
                 CAND_POSITION_STATE_ANNOUNCED == 2);
G_STATIC_ASSERT (CAND_WORKPLACE_REMOTE == 3 && CAND_EMPLOYMENT_OTHER == 7 &&
                 CAND_PAY_PERIOD_ONCE == 6);

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
  g_free (self->updated);
}

char *
cand_store_positions_dup_title_key (const char *title)
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

gboolean
cand_store_positions_write_text (CandConnection *connection,
                                 gint64 id,
                                 const CandContent *content,
                                 GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "INSERT INTO position_text (position, education, experience, function, html, plain) "
      "VALUES (?, ?, ?, ?, ?, coalesce (?, '')) ON CONFLICT (position) DO UPDATE SET "
      "education = excluded.education, experience = excluded.experience, "
      "function = excluded.function, html = excluded.html, plain = coalesce (?6, plain)",
      error);
  CandPosition *position = content->position;

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, id);
  cand_statement_add_text (statement, cand_position_get_education (position));
  cand_statement_add_text (statement, cand_position_get_experience (position));
  cand_statement_add_text (statement, cand_position_get_function (position));
  cand_statement_add_text (statement, cand_position_get_description (position));
  cand_statement_add_text (statement, content->plain);
  return cand_statement_run (statement, error);
}

static void
bind_pay (CandStatement *statement, CandPosition *position)
{
  const CandPay *pay = cand_position_get_pay (position);

  cand_statement_add_text (statement, cand_position_get_pay_text (position));
  cand_statement_add_double (statement, pay != NULL ? pay->minimum : NAN);
  cand_statement_add_double (statement, pay != NULL ? pay->maximum : NAN);
  cand_statement_add_text (statement, pay != NULL ? pay->currency : "");
  cand_statement_add_int64 (statement, pay != NULL ? pay->period : CAND_PAY_PERIOD_UNKNOWN);
}

void
cand_store_positions_bind_content (CandStatement *statement, const CandContent *content)
{
  CandPosition *position = content->position;
  g_autofree char *key = cand_store_positions_dup_title_key (cand_position_get_title (position));
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
  cand_statement_add_text (statement, cand_position_get_updated (position));
  cand_statement_add_text (statement, cand_position_get_closing (position));
  bind_pay (statement, position);
  cand_statement_add_text (statement, content->digest);
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
      "SELECT id, code, digest, state, missing_since, last_confirmed, updated FROM position "
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
        .updated = g_strdup (cand_statement_get_nullable (statement, 6)),
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
  const CandContent content = { listed->position, listed->plain, listed->digest };
  gint64 team = cand_store_teams_ensure (connection, 0, 0,
                                         cand_position_get_department (listed->position), error);
  g_autoptr (CandStatement) statement = NULL;
  gint64 id;

  if (team == 0)
    return 0;
  statement = cand_statement_new (
      connection,
      "INSERT INTO position (" CAND_CONTENT_COLUMNS
      ", board, code, team, place, state, first_seen, is_new) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      error);
  if (statement == NULL)
    return 0;
  cand_store_positions_bind_content (statement, &content);
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
  if (!cand_store_positions_write_text (connection, id, &content, error) ||
      !cand_store_revisions_begin (connection, id, listed->digest, now, error))
    return 0;
  return id;
}

/* What an update needs of what is there. */
typedef struct
{
  char *digest;
  guint facts;
  guint revisions;
} Known;

static void
known_clear (Known *self)
{
  g_free (self->digest);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Known, known_clear)

static gboolean
load_known (CandConnection *connection, gint64 id, Known *known, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "SELECT digest, page_facts, revisions FROM position WHERE id = ?", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, id);
  if (cand_statement_step (statement, &failure))
    {
      known->digest = g_strdup (cand_statement_get_text (statement, 0));
      known->facts = cand_statement_get_int64 (statement, 1);
      known->revisions = cand_statement_get_int64 (statement, 2);
      return TRUE;
    }
  if (failure == NULL)
    g_set_error_literal (&failure, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED,
                         "The position is gone");
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Whether the update is an edit of the employer's, which *@edited tells and the revisions count:
 * the board's first word on an announced position is none, nor is the usual list's after the other.
 */
static gboolean
turn_revision (CandConnection *connection,
               gint64 id,
               Known *known,
               const CandListed *listed,
               const char *whole,
               gint64 now,
               gboolean *edited,
               GError **error)
{
  g_autofree char *present = NULL;
  guint n;

  *edited = FALSE;
  if (*known->digest == CAND_STORE_POOR && *listed->digest != CAND_STORE_POOR)
    return cand_store_revisions_complete (connection, id, whole, error);
  present = cand_store_revisions_get_present (connection, id, error);
  if (present == NULL)
    return FALSE;
  if (g_str_equal (present, whole))
    return TRUE;
  n = cand_store_revisions_turn (connection, id, whole, now, error);
  if (n == 0)
    return FALSE;
  known->revisions = n;
  *edited = *known->digest != '\0';
  return TRUE;
}

static gboolean
write_update (CandConnection *connection,
              gint64 id,
              const CandContent *content,
              const Known *known,
              gint64 changed,
              GError **error)
{
  gint64 team = cand_store_teams_ensure (connection, 0, 0,
                                         cand_position_get_department (content->position), error);
  g_autoptr (CandStatement) statement = NULL;

  if (team == 0)
    return FALSE;
  statement = cand_statement_new (
      connection,
      "UPDATE position SET " CAND_CONTENT_UPDATES ", "
      "changed = CASE ?21 WHEN 0 THEN changed ELSE ?21 END, "
      "team = CASE WHEN programme IS NULL THEN ?22 ELSE team END, "
      "revisions = ?23, page_facts = ?24, state = 0, closed = 0, missing_since = 0, "
      "last_confirmed = 0 WHERE id = ?25",
      error);
  if (statement == NULL)
    return FALSE;
  cand_store_positions_bind_content (statement, content);
  cand_statement_add_int64 (statement, changed);
  cand_statement_add_int64 (statement, team);
  cand_statement_add_int64 (statement, known->revisions);
  cand_statement_add_int64 (statement, known->facts);
  cand_statement_add_int64 (statement, id);
  return cand_statement_run (statement, error) &&
         cand_store_positions_write_text (connection, id, content, error);
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
  g_auto (Known) known = { 0 };
  g_autoptr (CandPosition) whole = NULL;
  g_autofree char *whole_digest = NULL;
  CandContent content = { listed->position, listed->plain != NULL ? listed->plain : "",
                          listed->digest };
  gboolean edited;

  if (!load_known (connection, id, &known, error))
    return FALSE;
  if (known.facts != 0)
    {
      g_autoptr (CandPosition) present = cand_store_positions_load (connection, id, error);

      if (present == NULL)
        return FALSE;
      whole = cand_store_positions_keep_page (present, listed->position, &known.facts);
      whole_digest = cand_position_dup_digest (whole);
      content.position = whole;
      if ((known.facts & CAND_PAGE_FACT_DESCRIPTION) != 0)
        content.plain = NULL;
    }
  return turn_revision (connection, id, &known, listed,
                        whole_digest != NULL ? whole_digest : listed->digest, now, &edited,
                        error) &&
         write_update (connection, id, &content, &known, edited ? now : 0, error);
}

gboolean
cand_store_positions_set_updated (CandConnection *connection,
                                  gint64 id,
                                  const char *updated,
                                  GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection, "UPDATE position SET updated = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_text (statement, updated);
  cand_statement_add_int64 (statement, id);
  return cand_statement_run (statement, error);
}

gboolean
cand_store_positions_reopen (CandConnection *connection, gint64 id, GError **error)
{
  return cand_statement_run_for_id (
      connection,
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
  return cand_statement_run_for_id (
      connection, "UPDATE position SET state = 1, closed = 1 WHERE id = ?", id, error);
}

gboolean
cand_store_positions_set_seen (CandConnection *connection, gint64 id, GError **error)
{
  return cand_statement_run_for_id (
      connection, "UPDATE position SET is_new = 0 WHERE id = ? AND is_new = 1", id, error);
}

gboolean
cand_store_positions_set_starred (CandConnection *connection,
                                  gint64 id,
                                  gboolean starred,
                                  GError **error)
{
  return cand_statement_run_for_id (
      connection,
      starred ? "UPDATE position SET starred = 1 WHERE id = ? AND starred = 0"
              : "UPDATE position SET starred = 0 WHERE id = ? AND starred = 1",
      id, error);
}
