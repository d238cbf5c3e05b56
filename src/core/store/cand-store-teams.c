/* cand-store-teams.c: what the list of positions is divided by
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-teams.h"

#include <string.h>

#include "cand-statement.h"

typedef struct
{
  gint64 id;
  gint64 programme; /* 0 for a department */
  gint64 place;
  char *date; /* the programme's */
  char *key;  /* collation key; "" for the unknown department */
} Team;

static void
team_clear (Team *self)
{
  g_free (self->date);
  g_free (self->key);
}

static char *
name_key (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : NULL;

  if (folded == NULL || *folded == '\0')
    return g_strdup ("");
  return g_utf8_collate_key (folded, -1);
}

static int
compare (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_teams (gconstpointer a, gconstpointer b)
{
  const Team *first = a, *second = b;
  int order = compare (first->programme == 0, second->programme == 0);

  if (order == 0 && first->programme != 0)
    {
      order = strcmp (second->date, first->date);
      if (order == 0)
        order = compare (first->programme, second->programme);
      if (order == 0)
        order = compare (first->place, second->place);
    }
  else if (order == 0)
    {
      order = compare (*first->key == '\0', *second->key == '\0');
      if (order == 0)
        order = strcmp (first->key, second->key);
    }
  return order != 0 ? order : compare (first->id, second->id);
}

/* The usual case by far, and looking takes a twentieth of what writing it once more does. 0 with no
 * error set when it is not there just so. */
static gint64
find_team (
    CandConnection *connection, gint64 programme, gint64 place, const char *name, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "SELECT id FROM team WHERE programme = ? AND name = ? AND place = ?", error);

  if (statement == NULL)
    return 0;
  cand_statement_add_int64 (statement, programme);
  cand_statement_add_text (statement, name);
  cand_statement_add_int64 (statement, place);
  return cand_statement_step (statement, error) ? cand_statement_get_int64 (statement, 0) : 0;
}

/**
 * cand_store_teams_ensure:
 * @connection: a connection, inside a transaction
 * @programme: row id of the programme whose group it is, or 0
 * @place: where the group stands in the programme
 * @name: as the source writes it
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: the team's row id; 0 on failure
 */
gint64
cand_store_teams_ensure (
    CandConnection *connection, gint64 programme, gint64 place, const char *name, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 id = find_team (connection, programme, place, name, &failure);
  g_autoptr (CandStatement) statement = NULL;

  if (id != 0)
    return id;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return 0;
    }
  statement = cand_statement_new (
      connection,
      "INSERT INTO team (programme, place, name) VALUES (?, ?, ?) "
      "ON CONFLICT (programme, name) DO UPDATE SET place = excluded.place RETURNING id",
      error);
  if (statement == NULL)
    return 0;
  cand_statement_add_int64 (statement, programme);
  cand_statement_add_int64 (statement, place);
  cand_statement_add_text (statement, name);
  return cand_statement_fetch_id (statement, error);
}

/**
 * cand_store_teams_list:
 * @connection: a connection
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the teams' ids in the list's order
 */
GArray *
cand_store_teams_list (CandConnection *connection, GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection,
                          "SELECT team.id, team.programme, team.place, programme.date, team.name "
                          "FROM team LEFT JOIN programme ON programme.id = team.programme",
                          error);
  g_autoptr (GArray) teams = g_array_new (FALSE, FALSE, sizeof (Team));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  g_array_set_clear_func (teams, (GDestroyNotify) team_clear);
  while (cand_statement_step (statement, &failure))
    {
      Team team = {
        .id = cand_statement_get_int64 (statement, 0),
        .programme = cand_statement_get_int64 (statement, 1),
        .place = cand_statement_get_int64 (statement, 2),
        .date = g_strdup (cand_statement_get_text (statement, 3)),
        .key = name_key (cand_statement_get_text (statement, 4)),
      };

      g_array_append_val (teams, team);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  g_array_sort (teams, compare_teams);
  for (guint i = 0; i < teams->len; i++)
    g_array_append_val (ids, g_array_index (teams, Team, i).id);
  return g_steal_pointer (&ids);
}
