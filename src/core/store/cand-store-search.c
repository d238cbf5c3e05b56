/* cand-store-search.c: the full-text index of positions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-search.h"

#include <string.h>

#include "cand-statement.h"
#include "cand-store-strays.h"

/* More words than anyone types, fewer than SQLite's expression depth. */
#define MAX_WORDS 32

/* The index keeps no text of its own, so whatever it is made from is read from the tables. */
#define INDEX_FROM                                                                                 \
  "INSERT OR REPLACE INTO position_search "                                                        \
  "(rowid, title, team, organisation, locations, summary, text) "                                  \
  "SELECT p.id, p.title, t.name || ' ' || p.department, " CAND_STORE_ORGANISATION                  \
  ", p.locations, p.summary, "                                                                     \
  "coalesce (x.plain, '') "                                                                        \
  "FROM position p JOIN team t ON t.id = p.team JOIN board b ON b.id = p.board "                   \
  "LEFT JOIN position_text x ON x.position = p.id "

static gboolean
has_word (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

static gboolean
belongs_to_word (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

/* Whether more of the word may follow, after what stands behind it is taken off: "embod*", "embod,"
 * and "embod" ask the same. But "c++" and "c#" are whole words, although the index sees a mere "c"
 * in them. */
static gboolean
open_end (char *word)
{
  char *end = word + strlen (word);
  char *last;

  while ((last = g_utf8_find_prev_char (word, end)) != NULL && *last != '+' && *last != '#' &&
         !belongs_to_word (g_utf8_get_char (last)))
    end = last;
  if (last == NULL || *last == '+' || *last == '#')
    return FALSE;
  *end = '\0';
  return TRUE;
}

static void
append_quoted (GString *expression, const char *word)
{
  g_string_append_c (expression, '"');
  for (const char *c = word; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (expression, '"');
      g_string_append_c (expression, *c);
    }
  g_string_append_c (expression, '"');
}

/* The words, taken apart at every kind of blank, without those that the index would see nothing in.
 */
static GPtrArray *
split_words (const char *typed)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *c = typed; words->len < MAX_WORDS; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character != 0 && !g_unichar_isspace (character))
        {
          g_string_append_unichar (word, character);
          continue;
        }
      if (has_word (word->str))
        g_ptr_array_add (words, g_strdup (word->str));
      g_string_truncate (word, 0);
      if (character == 0)
        break;
    }
  return g_steal_pointer (&words);
}

/**
 * cand_store_search_expression:
 * @typed: (nullable): what the person typed
 *
 * Returns: (transfer full) (nullable): the expression; NULL when nothing is searched for
 */
char *
cand_store_search_expression (const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed != NULL ? typed : "", -1);
  g_autoptr (GPtrArray) words = split_words (valid);
  g_autoptr (GString) expression = g_string_new (NULL);
  gboolean open;

  if (words->len == 0)
    return NULL;
  open = open_end (g_ptr_array_index (words, words->len - 1));
  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        g_string_append (expression, " AND ");
      append_quoted (expression, g_ptr_array_index (words, i));
    }
  if (open)
    g_string_append_c (expression, '*');
  return g_string_free (g_steal_pointer (&expression), FALSE);
}

gboolean
cand_store_search_index_position (CandConnection *connection, gint64 position, GError **error)
{
  return cand_statement_run_for_id (connection, INDEX_FROM "WHERE p.id = ?", position, error);
}

gboolean
cand_store_search_index_positions (CandConnection *connection, GArray *positions, GError **error)
{
  g_autoptr (CandStatement) statement = NULL;
  g_autoptr (GString) ids = g_string_new ("[");

  if (positions->len == 0)
    return TRUE;
  statement = cand_statement_new (
      connection, INDEX_FROM "WHERE p.id IN (SELECT value FROM json_each (?))", error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < positions->len; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (positions, gint64, i));
  g_string_append_c (ids, ']');
  cand_statement_add_text (statement, ids->str);
  return cand_statement_run (statement, error);
}

gboolean
cand_store_search_index_board (CandConnection *connection, gint64 board, GError **error)
{
  return cand_statement_run_for_id (connection, INDEX_FROM "WHERE p.board = ?", board, error);
}
