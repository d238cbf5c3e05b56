/* cand-store-earlier.c: what answers said before, on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-earlier.h"

#include "cand-statement.h"

#define HOUR G_GINT64_CONSTANT (3600)
#define DAY (24 * HOUR)

/* Whatever the clock says now: it may have been set forward by years. */
#define LAST_KEPT "5"

#define NOT_THINNED G_GINT64_CONSTANT (-1)

/* Numbers that differ for values of different periods, whatever the periods' lengths. */
static gint64
period_of (gint64 written, gint64 now)
{
  gint64 age = now - written;

  /* Also what the clock has not reached yet. */
  if (age < HOUR)
    return NOT_THINNED;
  if (age < DAY)
    return written / HOUR;
  if (age < 30 * DAY)
    return (G_GINT64_CONSTANT (1) << 40) + written / DAY;
  return (G_GINT64_CONSTANT (1) << 50) + written / (7 * DAY);
}

static gint64
find_longest (const CandEarlierAge *values, guint n)
{
  const CandEarlierAge *longest = NULL;

  for (guint i = 0; i < n; i++)
    if (longest == NULL || values[i].length > longest->length)
      longest = &values[i];
  return longest != NULL ? longest->id : 0;
}

GArray *
cand_store_earlier_choose (const CandEarlierAge *values, guint n, gint64 now)
{
  GArray *dropped = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 longest = find_longest (values, n);
  gint64 period = NOT_THINNED;
  const CandEarlierAge *best = NULL; /* of the period */

  for (guint i = 0; i < n; i++)
    {
      const CandEarlierAge *value = &values[i];
      gint64 own = period_of (value->written, now);

      if (value->pinned || own == NOT_THINNED)
        continue;
      if (best == NULL || own != period)
        best = value;
      else if (value->length > best->length)
        {
          if (best->id != longest)
            g_array_append_val (dropped, best->id);
          best = value;
        }
      else if (value->id != longest)
        g_array_append_val (dropped, value->id);
      period = own;
    }
  return dropped;
}

static GArray *
load_ages (CandConnection *connection, gint64 answer, GError **error)
{
  /* octet_length() is in the row's header: the texts stay where they are. The last ones count as
   * pinned. */
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection,
                          "SELECT id, written, octet_length (text), pinned OR id IN (SELECT id "
                          "FROM earlier WHERE answer = ?1 ORDER BY id DESC LIMIT " LAST_KEPT ") "
                          "FROM earlier WHERE answer = ?1 ORDER BY written DESC, id DESC",
                          error);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (CandEarlierAge));
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  cand_statement_add_int64 (statement, answer);
  while (cand_statement_step (statement, &failure))
    {
      CandEarlierAge value = { .id = cand_statement_get_int64 (statement, 0),
                               .written = cand_statement_get_int64 (statement, 1),
                               .length = cand_statement_get_int64 (statement, 2),
                               .pinned = cand_statement_get_int64 (statement, 3) != 0 };

      g_array_append_val (values, value);
    }
  if (failure == NULL)
    return g_steal_pointer (&values);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
thin (CandConnection *connection, gint64 answer, gint64 now, GError **error)
{
  g_autoptr (GArray) values = load_ages (connection, answer, error);
  g_autoptr (GArray) dropped = NULL;
  g_autoptr (CandStatement) removal = NULL;

  if (values == NULL)
    return FALSE;
  dropped = cand_store_earlier_choose ((const CandEarlierAge *) values->data, values->len, now);
  if (dropped->len == 0)
    return TRUE;
  removal = cand_statement_new (connection, "DELETE FROM earlier WHERE id = ?", error);
  if (removal == NULL)
    return FALSE;
  for (guint i = 0; i < dropped->len; i++)
    {
      cand_statement_add_int64 (removal, g_array_index (dropped, gint64, i));
      if (!cand_statement_run (removal, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * cand_store_earlier_keep:
 * @connection: a connection, inside a transaction
 * @answer: row id
 * @text: what it says
 * @written: since when, seconds since the epoch
 * @pinned: whether it is never to be thinned
 * @now: seconds since the epoch
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_earlier_keep (CandConnection *connection,
                         gint64 answer,
                         const char *text,
                         gint64 written,
                         gboolean pinned,
                         gint64 now,
                         GError **error)
{
  /* A pinned one may be there already. */
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "INSERT INTO earlier (answer, text, written, pinned) SELECT ?1, ?2, ?3, ?4 "
      "WHERE ?2 IS NOT (SELECT text FROM earlier WHERE answer = ?1 "
      "ORDER BY written DESC, id DESC LIMIT 1)",
      error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, answer);
  cand_statement_add_text (statement, text);
  cand_statement_add_int64 (statement, written);
  cand_statement_add_int64 (statement, pinned);
  return cand_statement_run (statement, error) && thin (connection, answer, now, error);
}

/* The present value, and the id of the newest earlier one that is the same; 0 for none. */
typedef struct
{
  gint64 id; /* 0 for no answer, or an empty one */
  char *text;
  gint64 written;
  gint64 same;
} Present;

static void
present_clear (Present *self)
{
  g_free (self->text);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Present, present_clear)

static gboolean
read_present (CandConnection *connection,
              gint64 application,
              const char *field,
              Present *present,
              GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "SELECT a.id, a.text, a.written, (SELECT CASE WHEN e.text = a.text THEN e.id END "
      "FROM earlier e WHERE e.answer = a.id ORDER BY e.written DESC, e.id DESC LIMIT 1) "
      "FROM answer a WHERE a.application = ? AND a.field = ? AND a.text <> ''",
      error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, application);
  cand_statement_add_text (statement, field);
  if (cand_statement_step (statement, &failure))
    {
      present->id = cand_statement_get_int64 (statement, 0);
      present->text = g_strdup (cand_statement_get_text (statement, 1));
      present->written = cand_statement_get_int64 (statement, 2);
      present->same = cand_statement_get_int64 (statement, 3);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * cand_store_earlier_pin:
 * @connection: a connection, inside a transaction
 * @application: row id
 * @field: the field's id
 * @now: seconds since the epoch
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_earlier_pin (
    CandConnection *connection, gint64 application, const char *field, gint64 now, GError **error)
{
  g_auto (Present) present = { 0 };

  if (!read_present (connection, application, field, &present, error))
    return FALSE;
  if (present.id == 0)
    return TRUE;
  if (present.same != 0)
    return cand_statement_run_for_two (connection, "UPDATE earlier SET pinned = ? WHERE id = ?", 1,
                                       present.same, error);
  return cand_store_earlier_keep (connection, present.id, present.text, present.written, TRUE, now,
                                  error) &&
         cand_statement_run_for_two (connection, "UPDATE answer SET kept = ? WHERE id = ?", now,
                                     present.id, error);
}

gint64
cand_store_earlier_count (CandConnection *connection,
                          gint64 application,
                          const char *field,
                          GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection,
                          "SELECT count (*) FROM earlier e JOIN answer a ON a.id = e.answer "
                          "WHERE a.application = ? AND a.field = ?",
                          error);

  if (statement == NULL)
    return -1;
  cand_statement_add_int64 (statement, application);
  cand_statement_add_text (statement, field);
  return cand_statement_step (statement, error) ? cand_statement_get_int64 (statement, 0) : -1;
}
