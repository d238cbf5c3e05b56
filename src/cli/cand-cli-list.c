/* cand-cli-list.c: --list
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "cand-cli-json.h"
#include "cand-cli-output.h"

/* Positions asked for ahead of the one being printed, so that the database is never idle; few
 * enough for the memory of a list of any length to stay the same. */
#define AHEAD 64
/* Rows that the columns are measured by. */
#define MEASURED 500
#define MAX_TITLE_COLUMNS 56
#define MAX_PLACE_COLUMNS 40

/* The reading ahead: a ring of answers, of which the one for position i is at i % AHEAD. */
typedef struct
{
  CandCliSession *session; /* (unowned) */
  GListModel *positions;   /* (unowned) */
  GAsyncResult *results[AHEAD];
  gboolean asked[AHEAD];
  guint next; /* the first that was not asked for */
} Reader;

static void
ask_next (Reader *self)
{
  g_autoptr (CandPosition) row = g_list_model_get_item (self->positions, self->next);
  guint slot = self->next++ % AHEAD;

  self->asked[slot] = row != NULL;
  if (row != NULL)
    cand_library_load_position_async (self->session->library, cand_position_get_key (row),
                                      self->session->cancellable, cand_cli_keep_result,
                                      &self->results[slot]);
}

/* The position at @index with its text, in turn; NULL without @error for one that went away
 * meanwhile. */
static CandPosition *
read_position (Reader *self, guint index, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) failure = NULL;
  guint slot = index % AHEAD;
  CandPosition *position;

  while (self->next < g_list_model_get_n_items (self->positions) && self->next < index + AHEAD)
    ask_next (self);
  if (!self->asked[slot])
    return NULL;
  cand_cli_await (&self->results[slot]);
  self->asked[slot] = FALSE;
  result = g_steal_pointer (&self->results[slot]);
  position = cand_library_load_position_finish (self->session->library, result, &failure);
  if (position == NULL &&
      !g_error_matches (failure, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NO_SUCH_POSITION))
    g_propagate_error (error, g_steal_pointer (&failure));
  return position;
}

/* Waits for the answers under way, as they are written into the reader. */
static void
reader_clear (Reader *self)
{
  for (guint slot = 0; slot < AHEAD; slot++)
    if (self->asked[slot])
      {
        cand_cli_await (&self->results[slot]);
        g_clear_object (&self->results[slot]);
      }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* An array with one position a line, each printed before the next is read. A list that breaks off
 * stays without its end, so that nobody takes it for the whole. */
static gboolean
print_json (CandCliSession *session, GListModel *positions, GError **error)
{
  g_auto (Reader) reader = { .session = session, .positions = positions };
  guint n = g_list_model_get_n_items (positions);
  const char *separator = "[\n";
  gboolean going = TRUE;

  for (guint i = 0; going && i < n; i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (CandPosition) position = read_position (&reader, i, &failure);
      g_autoptr (JsonBuilder) builder = NULL;
      g_autofree char *text = NULL;

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (position == NULL)
        continue;
      builder = json_builder_new_immutable ();
      cand_cli_json_add_position (builder, position, NULL);
      text = cand_cli_json_to_text (builder, FALSE);
      going = cand_cli_write (separator) && cand_cli_write (text);
      separator = ",\n";
    }
  cand_cli_write (separator[0] == '[' ? "[]\n" : "\n]\n");
  return TRUE;
}

/* What makes a position stand out: "New, Closed". */
static char *
dup_marks (CandPosition *position)
{
  const char *marks[5] = { NULL };
  guint n = 0;
  const char *state = cand_position_get_state_label (position);

  if (cand_position_get_is_new (position))
    marks[n++] = _ ("New");
  if (state[0] != '\0')
    marks[n++] = state;
  if (cand_position_get_starred (position))
    marks[n++] = _ ("Starred");
  if (cand_position_get_drafted (position))
    marks[n++] = _ ("Drafted");
  return g_strjoinv (", ", (char **) marks);
}

static GStrv
make_cells (CandPosition *position)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autofree char *place = cand_position_dup_place (position);

  g_strv_builder_take (cells,
                       cand_cli_dup_line (cand_position_get_title (position), MAX_TITLE_COLUMNS));
  g_strv_builder_take (cells, cand_cli_dup_line (place, MAX_PLACE_COLUMNS));
  g_strv_builder_add (cells, cand_position_get_key (position));
  g_strv_builder_take (cells, dup_marks (position));
  return g_strv_builder_end (cells);
}

static void
measure (GListModel *positions, guint *widths)
{
  guint n = MIN (g_list_model_get_n_items (positions), MEASURED);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CandPosition) position = g_list_model_get_item (positions, i);
      g_auto (GStrv) cells = position != NULL ? make_cells (position) : NULL;

      if (cells != NULL)
        cand_cli_measure (widths, (const char *const *) cells);
    }
}

static void
print_heading (const char *team, gboolean first)
{
  g_autofree char *line = cand_cli_dup_line (team, 0);

  cand_cli_print ("%s%s\n", first ? "" : "\n", line[0] != '\0' ? line : _ ("Team not stated"));
}

static void
print_words (GListModel *positions)
{
  guint widths[4] = { 0 };
  guint n = g_list_model_get_n_items (positions);
  g_autofree char *team = NULL;
  gboolean going = TRUE;

  measure (positions, widths);
  for (guint i = 0; going && i < n; i++)
    {
      g_autoptr (CandPosition) position = g_list_model_get_item (positions, i);
      g_auto (GStrv) cells = NULL;
      g_autofree char *row = NULL;

      if (position == NULL)
        continue;
      if (g_strcmp0 (team, cand_position_get_team (position)) != 0)
        {
          print_heading (cand_position_get_team (position), team == NULL);
          g_set_str (&team, cand_position_get_team (position));
        }
      cells = make_cells (position);
      row = cand_cli_dup_row (widths, (const char *const *) cells);
      going = cand_cli_print ("  %s\n", row);
    }
}

static void
await_list (CandPositionList *list)
{
  while (cand_position_list_get_pending (list))
    g_main_context_iteration (NULL, TRUE);
}

gboolean
cand_cli_list (CandCliSession *session, const CandCliOptions *options, GError **error)
{
  const CandQuery query = { .scope = CAND_SCOPE_ALL, .search = options->search };
  g_autoptr (CandPositionList) list = cand_library_list_positions (session->library, &query);

  await_list (list);
  if (options->json)
    return print_json (session, G_LIST_MODEL (list), error);
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) > 0)
    print_words (G_LIST_MODEL (list));
  else if (options->search != NULL && options->search[0] != '\0')
    cand_cli_print (_ ("No position has the words “%s”.\n"), options->search);
  else
    cand_cli_print ("%s\n", _ ("There are no positions yet."));
  return TRUE;
}
