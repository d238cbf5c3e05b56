/* test-sidebar.c: the views of the sidebar follow what is followed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-test-follow.h"
#include "ui/cand-sidebar-row.h"
#include "ui/cand-sidebar.h"

static CandSidebar *
show_sidebar (FollowTest *self)
{
  CandSidebar *sidebar = g_object_new (CAND_TYPE_SIDEBAR, NULL);

  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (sidebar));
  cand_sidebar_set_library (sidebar, self->base.library);
  cand_test_settle ();
  return sidebar;
}

/* The names of the views, in their order. */
static char *
list_views (CandSidebar *sidebar)
{
  GtkListBox *list = cand_test_find (sidebar, GTK_TYPE_LIST_BOX);
  GString *views = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    g_string_append_printf (views, "%s%s", i > 0 ? " " : "",
                            cand_sidebar_row_get_view (CAND_SIDEBAR_ROW (row)));
  return g_string_free (views, FALSE);
}

static void
check_views (CandSidebar *sidebar, const char *expected)
{
  g_autofree char *views = list_views (sidebar);

  g_assert_cmpstr (views, ==, expected);
}

static void
set_followed (FollowTest *self, const char *key, gboolean followed)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cand_library_set_followed_async (self->base.library, key, followed, NULL, cand_test_keep_result,
                                   &result);
  cand_library_set_followed_finish (self->base.library, cand_test_wait_result (&result), &error);
  g_assert_no_error (error);
  library_test_drain (&self->base);
}

static void
follow (FollowTest *self, const char *address)
{
  g_autoptr (GAsyncResult) found_result = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CandFound) found = NULL;

  cand_library_find_async (self->base.library, address, NULL, cand_test_keep_result, &found_result);
  found =
      cand_library_find_finish (self->base.library, cand_test_wait_result (&found_result), &error);
  g_assert_no_error (error);
  cand_library_follow_async (self->base.library, found, NULL, cand_test_keep_result, &result);
  cand_library_follow_finish (self->base.library, cand_test_wait_result (&result), &error);
  g_assert_no_error (error);
  library_test_drain (&self->base);
}

static void
test_rows (FollowTest *self, gconstpointer data)
{
  CandSidebar *sidebar = show_sidebar (self);

  check_views (sidebar, "all new starred applications board:workable:huggingface "
                        "programme:huggingface-interns-2023");
  follow_test_answer (self, "acme", "A000000001 A000000002");
  follow (self, "https://apply.workable.com/acme/");
  g_assert_true (cand_sidebar_select (sidebar, "board:workable:acme"));
  g_assert_cmpstr (cand_sidebar_get_selected_title (sidebar), ==, "Hugging Face");
  g_assert_true (cand_test_says (sidebar, "2"));

  set_followed (self, "workable:huggingface", FALSE);
  check_views (sidebar, "all new starred applications board:workable:acme "
                        "programme:huggingface-interns-2023");
  g_assert_cmpstr (cand_sidebar_get_selected (sidebar), ==, "board:workable:acme");
  set_followed (self, "huggingface-interns-2023", FALSE);
  check_views (sidebar, "all new starred applications board:workable:acme");
  set_followed (self, "huggingface-interns-2023", TRUE);
  check_views (sidebar, "all new starred applications board:workable:acme "
                        "programme:huggingface-interns-2023");
}

/* A view that goes while it is shown leaves the person with all positions. */
static void
test_selected_goes (FollowTest *self, gconstpointer data)
{
  CandSidebar *sidebar = show_sidebar (self);

  g_assert_true (cand_sidebar_select (sidebar, "board:workable:huggingface"));
  set_followed (self, "workable:huggingface", FALSE);
  g_assert_cmpstr (cand_sidebar_get_selected (sidebar), ==, "all");
}

/* What is wrong with a board is said beside it, also without seeing. */
static void
test_note (FollowTest *self, gconstpointer data)
{
  CandSidebar *sidebar = show_sidebar (self);
  g_autoptr (CandBoard) board =
      g_list_model_get_item (cand_library_get_boards (self->base.library), 0);
  g_autoptr (GError) error = g_error_new_literal (CAND_NET_ERROR, CAND_NET_ERROR_TIMEOUT, "x");
  GtkListBox *list = cand_test_find (sidebar, GTK_TYPE_LIST_BOX);
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 4));
  g_autofree char *note = NULL;
  g_autofree char *none = NULL;

  cand_board_set_state (board, CAND_BOARD_STATE_FAILED, "too slow", error);
  g_object_get (row, "note", &note, NULL);
  g_assert_cmpstr (note, ==, "No answer in time");
  cand_board_set_state (board, CAND_BOARD_STATE_READ, "", NULL);
  g_object_get (row, "note", &none, NULL);
  g_assert_null (none);
}

static void
keep_offer_cb (CandOffer **kept, CandOffer *offer)
{
  g_set_object (kept, offer);
}

/* An offer comes last, and choosing it leaves the view that is selected. */
static void
test_offer (FollowTest *self, gconstpointer data)
{
  GListModel *offers = cand_library_get_offers (self->base.library);
  g_autoptr (CandOffer) offer = cand_offer_new (7, "Internships 2027", "https://example.org/2027",
                                                "2026-11-20", "Acme Blog", 3);
  g_autoptr (CandOffer) chosen = NULL;
  CandSidebar *sidebar;
  GtkListBox *list;
  GtkListBoxRow *row;

  sidebar = show_sidebar (self);
  cand_sidebar_select (sidebar, "new");
  g_signal_connect_swapped (sidebar, "offer-chosen", G_CALLBACK (keep_offer_cb), &chosen);
  g_list_store_append (G_LIST_STORE (offers), offer);
  check_views (sidebar, "all new starred applications board:workable:huggingface "
                        "programme:huggingface-interns-2023 offer:7");
  list = cand_test_find (sidebar, GTK_TYPE_LIST_BOX);
  row = gtk_list_box_get_row_at_index (list, 6);
  g_assert_false (gtk_list_box_row_get_selectable (row));
  g_signal_emit_by_name (list, "row-activated", row);
  g_assert_true (chosen == offer);
  g_assert_cmpstr (cand_sidebar_get_selected (sidebar), ==, "new");
  g_list_store_remove_all (G_LIST_STORE (offers));
  check_views (sidebar, "all new starred applications board:workable:huggingface "
                        "programme:huggingface-interns-2023");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  FOLLOW_TEST_ADD ("/sidebar/rows", test_rows);
  FOLLOW_TEST_ADD ("/sidebar/selected-goes", test_selected_goes);
  FOLLOW_TEST_ADD ("/sidebar/note", test_note);
  FOLLOW_TEST_ADD ("/sidebar/offer", test_offer);
  return g_test_run ();
}
