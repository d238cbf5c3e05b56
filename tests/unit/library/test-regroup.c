/* test-regroup.c: what is shown follows when an announcement puts positions under other headings
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme-test.h"

#define ACME "workable:acme"
#define ACME_PATH "/api/v1/widget/accounts/acme?details=true"

/* A list as a view shows it: it looks at once when something is told, and keeps what it showed. */
typedef struct
{
  CandPositionList *list; /* (owned) */
  GPtrArray *items;       /* (owned) (element-type CandPosition) */
  char *headings;         /* (owned) */
} View;

static void
look_cb (View *self)
{
  GString *headings = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint start, end;

  for (guint i = 0; i < n; i = end)
    {
      g_autoptr (CandPosition) first = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      cand_position_list_get_section (self->list, i, &start, &end);
      g_string_append_printf (headings, "%s%s %u", i > 0 ? "|" : "", cand_position_get_team (first),
                              end - start);
    }
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->items, g_list_model_get_item (G_LIST_MODEL (self->list), i));
  g_free (self->headings);
  self->headings = g_string_free (headings, FALSE);
}

static View *
view_new (LibraryTest *self)
{
  View *view = g_new0 (View, 1);

  view->list = cand_library_list_positions (self->library, &(CandQuery) { .board = ACME });
  view->items = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_swapped (view->list, "items-changed", G_CALLBACK (look_cb), view);
  g_signal_connect_swapped (view->list, "sections-changed", G_CALLBACK (look_cb), view);
  library_test_drain (self);
  return view;
}

static void
view_free (View *self)
{
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_object_unref (self->list);
  g_ptr_array_unref (self->items);
  g_free (self->headings);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (View, view_free)

/* Its own board lists two positions of its "Science" department. */
static void
follow_board (LibraryTest *self)
{
  g_autofree char *list = library_test_list ("AAAAAAAAA1 AAAAAAAAA2", "Board's ");
  CandBoardReport *report;

  library_test_execute (self, "INSERT INTO board (key, name, url, followed) "
                              "VALUES ('" ACME "', 'Acme', '', 1)");
  announcement_test_reopen (self);
  library_test_serve (self, ACME_PATH, list);
  report = library_test_refresh_board (self, ACME, TRUE);
  g_assert_cmpuint (g_strv_length (report->new_keys), ==, 2);
  cand_board_report_free (report);
}

static void
count_cb (CandPosition *position, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_followed (LibraryTest *self, gconstpointer data)
{
  g_autoptr (View) view = NULL;
  g_autoptr (CandPosition) whole = NULL;
  g_autoptr (CandPosition) row = NULL;
  g_autoptr (CandProgramme) programme = NULL;
  guint n_whole = 0, n_row = 0;

  follow_board (self);
  view = view_new (self);
  whole = library_test_load (self, ACME ":AAAAAAAAA2");
  row = g_list_model_get_item (G_LIST_MODEL (view->list), 1);
  g_assert_cmpstr (view->headings, ==, "Science 2");
  g_signal_connect (whole, "notify::team", G_CALLBACK (count_cb), &n_whole);
  g_signal_connect (row, "notify::team", G_CALLBACK (count_cb), &n_row);

  programme = programme_test_follow (self, "2 Beta");
  g_assert_cmpstr (cand_position_get_team (whole), ==, "Research team");
  g_assert_cmpstr (cand_position_get_team (row), ==, "Research team");
  g_assert_cmpuint (n_whole, ==, 1);
  g_assert_cmpuint (n_row, ==, 1);
  g_assert_cmpstr (view->headings, ==, "Research team 1|Science 1");
}

/* The same positions in the same order: only the heading is another one. */
static void
test_renamed (LibraryTest *self, gconstpointer data)
{
  g_autofree char *page = announcement_test_page ("1 Alpha|2 Beta");
  g_auto (GStrv) parts = g_strsplit (page, "Research team", -1);
  g_autofree char *renamed = g_strjoinv ("Design team", parts);
  g_autoptr (CandProgramme) programme = programme_test_follow (self, "1 Alpha|2 Beta");
  g_autoptr (View) view = view_new (self);
  g_autoptr (CandPosition) whole = library_test_load (self, ACME ":AAAAAAAAA1");
  g_autoptr (CandPosition) row = g_list_model_get_item (G_LIST_MODEL (view->list), 0);
  guint n_row = 0;

  g_assert_cmpstr (view->headings, ==, "Research team 2");
  g_signal_connect (row, "notify::team", G_CALLBACK (count_cb), &n_row);
  announcement_test_answer (self, PAGE_PATH, renamed);
  g_free (programme_test_refresh (self, programme));
  g_assert_cmpstr (cand_position_get_team (whole), ==, "Design team");
  g_assert_cmpstr (cand_position_get_team (row), ==, "Design team");
  g_assert_cmpuint (n_row, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ANNOUNCEMENT_TEST_ADD ("/regroup/followed", test_followed);
  ANNOUNCEMENT_TEST_ADD ("/regroup/renamed", test_renamed);
  return g_test_run ();
}
