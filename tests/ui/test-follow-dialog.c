/* test-follow-dialog.c: from an address or a text to what is followed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-test-follow.h"
#include "ui/cand-follow-dialog.h"

#define ADDRESS "https://apply.workable.com/acme/"

static const char announcement[] = "# Internships at Acme\n\n"
                                   "We open two internships this year.\n\n"
                                   "## Open Source team\n\n"
                                   "* **Kettle Internship**: build a kettle that talks. Apply "
                                   "[here](https://apply.workable.com/acme/j/AAAAAAAAAA/).\n"
                                   "* **Teapot Internship**: build a teapot that listens. Apply "
                                   "[here](https://apply.workable.com/acme/j/BBBBBBBBBB/).\n";

static void
keep_cb (CandFound **kept, CandFound *found)
{
  g_set_object (kept, found);
}

static CandFollowDialog *
open_dialog (FollowTest *self, CandFound **chosen)
{
  CandFollowDialog *dialog = cand_follow_dialog_new (self->base.library);

  g_signal_connect_swapped (dialog, "chosen", G_CALLBACK (keep_cb), chosen);
  adw_dialog_present (ADW_DIALOG (dialog), self->window);
  cand_test_settle ();
  return dialog;
}

static void
await_chosen (CandFound **chosen)
{
  while (*chosen == NULL)
    g_main_context_iteration (NULL, TRUE);
  cand_test_settle ();
}

static gboolean
is_followed (FollowTest *self, const char *key)
{
  GListModel *boards = cand_library_get_boards (self->base.library);

  for (guint i = 0; i < g_list_model_get_n_items (boards); i++)
    {
      g_autoptr (CandBoard) board = g_list_model_get_item (boards, i);

      if (g_str_equal (cand_board_get_key (board), key))
        return TRUE;
    }
  return FALSE;
}

static void
test_board (FollowTest *self, gconstpointer data)
{
  g_autoptr (CandFound) chosen = NULL;
  CandFollowDialog *dialog = open_dialog (self, &chosen);

  follow_test_answer (self, "acme",
                      "A000000001 A000000002 A000000003 A000000004 A000000005 A000000006 "
                      "A000000007");
  gtk_editable_set_text (GTK_EDITABLE (cand_test_find (dialog, ADW_TYPE_ENTRY_ROW)),
                         "  apply.workable.com/acme/?utm_source=x ");
  follow_test_press (dialog, "Look There");
  follow_test_await (dialog, "Workable · 7 open positions");
  g_assert_true (cand_test_says (dialog, "Hugging Face"));
  g_assert_true (cand_test_says (dialog, "Job A000000001"));
  g_assert_true (cand_test_says (dialog, "Job A000000005"));
  g_assert_false (cand_test_says (dialog, "Job A000000006"));
  g_assert_true (cand_test_says (dialog, "and 2 more"));
  g_assert_false (is_followed (self, "workable:acme"));

  follow_test_press (dialog, "_Follow");
  await_chosen (&chosen);
  g_assert_cmpstr (cand_found_get_key (chosen), ==, "workable:acme");
  g_assert_true (is_followed (self, "workable:acme"));
}

#define V3_PATH "/api/v3/accounts/acme/jobs"
#define V3_PAGE(code, next)                                                                        \
  "{\"total\": 3, \"results\": [{\"id\": 1, \"shortcode\": \"" code "\", \"title\": \"Job\", "     \
  "\"state\": \"published\"}], \"nextPage\": \"" next "\"}"

/* How far a long list was read is told, and it can be left. */
static void
test_long_list (FollowTest *self, gconstpointer data)
{
  CandTestServer *server = self->base.server;
  g_autoptr (CandFound) chosen = NULL;
  CandFollowDialog *dialog = open_dialog (self, &chosen);

  cand_test_server_add (server, "/api/v1/widget/accounts/acme?details=true", 500, "text/plain", "");
  cand_test_server_add (server, V3_PATH, 200, "application/json", V3_PAGE ("A000000001", "b"));
  cand_test_server_add (server, V3_PATH, 200, "application/json", V3_PAGE ("A000000002", "c"));
  cand_test_server_add_raw (server, V3_PATH,
                            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{", TRUE);
  cand_follow_dialog_look (dialog, "https://apply.workable.com/acme/");
  follow_test_await (dialog, "Looking at https://apply.workable.com/acme/ (2 pages read)");
  follow_test_close (dialog);
  g_assert_null (chosen);
}

static void
test_position (FollowTest *self, gconstpointer data)
{
  g_autoptr (CandFound) chosen = NULL;
  CandFollowDialog *dialog = open_dialog (self, &chosen);

  follow_test_answer (self, "acme", "A000000001 A000000002");
  cand_follow_dialog_look (dialog, "https://apply.workable.com/acme/j/A000000002/");
  follow_test_await (dialog, "Workable · 2 open positions");
  g_assert_true (cand_test_says (dialog, "This address is one position of Hugging Face. Following "
                                         "its board also opens it."));
  follow_test_press (dialog, "_Follow");
  await_chosen (&chosen);
  g_assert_cmpstr (cand_found_get_position_key (chosen), ==, "workable:acme:A000000002");
}

static void
test_position_not_listed (FollowTest *self, gconstpointer data)
{
  g_autoptr (CandFound) chosen = NULL;
  CandFollowDialog *dialog = open_dialog (self, &chosen);

  follow_test_answer (self, "acme", "A000000001 A000000002");
  cand_follow_dialog_look (dialog, "https://apply.workable.com/acme/j/A000000009/");
  follow_test_await (dialog,
                     "This address is one position of Hugging Face. Its board does not list "
                     "that position now.");
  follow_test_close (dialog);
}

static void
test_followed_already (FollowTest *self, gconstpointer data)
{
  g_autoptr (CandFound) chosen = NULL;
  CandFollowDialog *dialog = open_dialog (self, &chosen);

  follow_test_answer (self, "huggingface", "A000000001");
  cand_follow_dialog_look (dialog, "https://apply.workable.com/huggingface/");
  follow_test_await (dialog, "Followed already");
  g_assert_true (cand_test_says (dialog, "Workable · 1 open position"));
  follow_test_press (dialog, "_Open");
  await_chosen (&chosen);
  g_assert_true (cand_found_get_followed (chosen));
}

/* What went wrong is one sentence, and trying again goes there again. */
static void
test_failure (FollowTest *self, gconstpointer data)
{
  g_autoptr (CandFound) chosen = NULL;
  CandFollowDialog *dialog = open_dialog (self, &chosen);

  cand_follow_dialog_look (dialog, ADDRESS);
  follow_test_await (dialog, "Workable has no board “acme”.");
  follow_test_answer (self, "acme", "A000000001");
  follow_test_press (dialog, "_Try Again");
  follow_test_await (dialog, "Workable · 1 open position");
  follow_test_close (dialog);
}

static void
test_not_an_address (FollowTest *self, gconstpointer data)
{
  g_autoptr (CandFound) chosen = NULL;
  CandFollowDialog *dialog = open_dialog (self, &chosen);

  cand_follow_dialog_look (dialog, "not an address");
  follow_test_await (dialog, "This is not the address of a board, a position or an announcement.");
  g_assert_cmpuint (cand_test_server_get_n_requests (self->base.server), ==, 0);
  follow_test_close (dialog);
}

/* One address is found among words; of several none is taken. */
static void
test_words (FollowTest *self, gconstpointer data)
{
  g_autoptr (CandFound) chosen = NULL;
  CandFollowDialog *dialog = open_dialog (self, &chosen);

  cand_follow_dialog_look (dialog, ADDRESS " https://apply.workable.com/other/");
  follow_test_await (dialog, "There are several addresses in this; paste one at a time.");
  follow_test_answer (self, "acme", "A000000001");
  cand_follow_dialog_look (dialog, "[Acme](" ADDRESS ")");
  follow_test_await (dialog, "Workable · 1 open position");
  follow_test_close (dialog);
}

static void
test_accessible (FollowTest *self, gconstpointer data)
{
  g_autoptr (CandFound) chosen = NULL;
  CandFollowDialog *dialog = open_dialog (self, &chosen);

  gtk_test_accessible_assert_property (cand_test_find (dialog, ADW_TYPE_ENTRY_ROW),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Address");
  g_assert_false (gtk_widget_get_focusable (cand_test_find (dialog, GTK_TYPE_SCROLLED_WINDOW)));
  follow_test_close (dialog);
}

static void
test_cancel (FollowTest *self, gconstpointer data)
{
  g_autoptr (CandFound) chosen = NULL;
  CandFollowDialog *dialog = open_dialog (self, &chosen);

  cand_test_server_add_raw (self->base.server, "/api/v1/widget/accounts/acme?details=true",
                            "HTTP/1.1 200 OK\r\n", TRUE);
  cand_follow_dialog_look (dialog, ADDRESS);
  cand_test_server_wait (self->base.server, 1);
  follow_test_await (dialog, "Looking at " ADDRESS);
  follow_test_press (dialog, "_Cancel");
  cand_test_settle ();
  g_assert_false (cand_test_says (dialog, "Looking at " ADDRESS));
  g_assert_true (cand_test_says (dialog, "Paste Text"));
  /* Another look is not disturbed by the one that was given up. */
  follow_test_answer (self, "other", "A000000001");
  cand_follow_dialog_look (dialog, "https://apply.workable.com/other/");
  follow_test_await (dialog, "Workable · 1 open position");
  follow_test_close (dialog);
}

/* Closed while it looks: the answer comes to nobody. */
static void
test_closed_while_looking (FollowTest *self, gconstpointer data)
{
  g_autoptr (CandFound) chosen = NULL;
  CandFollowDialog *dialog = open_dialog (self, &chosen);

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  cand_test_server_add_raw (self->base.server, "/api/v1/widget/accounts/acme?details=true",
                            "HTTP/1.1 200 OK\r\n", TRUE);
  cand_follow_dialog_look (dialog, ADDRESS);
  cand_test_server_wait (self->base.server, 1);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (chosen);
}

/* Closed while the clipboard is read: its text is of no use any more. */
static void
test_closed_while_pasting (FollowTest *self, gconstpointer data)
{
  g_autoptr (CandFound) chosen = NULL;
  CandFollowDialog *dialog = open_dialog (self, &chosen);

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  follow_test_answer (self, "acme", "A000000001");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (dialog)), ADDRESS);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "follow.paste", NULL);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (cand_test_server_get_n_requests (self->base.server), ==, 0);
}

static void
test_announcement (FollowTest *self, gconstpointer data)
{
  g_autoptr (CandFound) chosen = NULL;
  CandFollowDialog *dialog = open_dialog (self, &chosen);
  GListModel *programmes = cand_library_get_programmes (self->base.library);
  guint before = g_list_model_get_n_items (programmes);

  cand_follow_dialog_read_text (dialog, announcement);
  follow_test_await (dialog, "Internships at Acme");
  g_assert_true (cand_test_says (dialog, "Announcement of 2 positions"));
  g_assert_true (cand_test_says (
      dialog, "It is a file or a text, and was read once: later changes are not noticed."));
  g_assert_true (cand_test_says (dialog, "Open Source team"));
  g_assert_true (cand_test_says (dialog, "Kettle Internship"));
  g_assert_true (cand_test_says (dialog, "Teapot Internship"));
  g_assert_cmpuint (cand_test_server_get_n_requests (self->base.server), ==, 0);
  follow_test_press (dialog, "_Follow");
  await_chosen (&chosen);
  g_assert_cmpint (cand_found_get_kind (chosen), ==, CAND_FOUND_PROGRAMME);
  g_assert_cmpuint (g_list_model_get_n_items (programmes), ==, before + 1);
}

static void
test_text_without_positions (FollowTest *self, gconstpointer data)
{
  g_autoptr (CandFound) chosen = NULL;
  CandFollowDialog *dialog = open_dialog (self, &chosen);

  cand_follow_dialog_read_text (dialog, "A recipe for soup, with carrots and with leek.");
  follow_test_await (dialog, "This text introduces no positions that can be told apart.");
  follow_test_close (dialog);
}

/* A text that is an address goes where an address is typed. */
static void
test_text_is_address (FollowTest *self, gconstpointer data)
{
  g_autoptr (CandFound) chosen = NULL;
  CandFollowDialog *dialog = open_dialog (self, &chosen);

  follow_test_answer (self, "acme", "A000000001");
  cand_follow_dialog_read_text (dialog, "\n " ADDRESS " \n");
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (cand_test_find (dialog, ADW_TYPE_ENTRY_ROW))), ==,
      ADDRESS);
  follow_test_await (dialog, "Workable · 1 open position");
  follow_test_close (dialog);
}

static void
test_file (FollowTest *self, gconstpointer data)
{
  g_autoptr (CandFound) chosen = NULL;
  CandFollowDialog *dialog = open_dialog (self, &chosen);
  g_autofree char *path = g_build_filename (self->base.directory, "acme.md", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) folder = g_file_new_for_path (self->base.directory);

  cand_follow_dialog_read_file (dialog, file);
  follow_test_await (dialog, "The file could not be read.");
  cand_follow_dialog_read_file (dialog, folder);
  cand_test_settle ();
  follow_test_await (dialog, "The file could not be read.");

  g_assert_true (g_file_set_contents (path, announcement, -1, NULL));
  cand_follow_dialog_read_file (dialog, file);
  follow_test_await (dialog, "Announcement of 2 positions");
  follow_test_close (dialog);
}

static void
import_cb (CandFollowDialog *dialog, GFile *file, char **name)
{
  *name = g_file_get_basename (file);
}

/* A list of boards is no announcement, and is given on; what nobody can read is named. */
static void
test_other_files (FollowTest *self, gconstpointer data)
{
  g_autoptr (CandFound) chosen = NULL;
  CandFollowDialog *dialog = open_dialog (self, &chosen);
  g_autofree char *path = g_build_filename (self->base.directory, "acme.opml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *imported = NULL;

  g_assert_true (
      g_file_set_contents (path, "%PDF-1.7\nhttps://apply.workable.com/acme/j/A1/", -1, NULL));
  cand_follow_dialog_read_file (dialog, file);
  follow_test_await (dialog, "This is a PDF document; an announcement is a text, Markdown or an "
                             "HTML page, and a list of boards is OPML or JSON.");
  cand_follow_dialog_read_text (dialog, "[{\"board\": \"workable:acme\"}]");
  follow_test_await (dialog, "This is a list of boards, not an announcement; as a file it can be "
                             "imported.");

  g_signal_connect (dialog, "import", G_CALLBACK (import_cb), &imported);
  g_assert_true (
      g_file_set_contents (path,
                           "<opml version=\"2.0\"><body><outline text=\"Acme\" "
                           "htmlUrl=\"https://apply.workable.com/acme/\"/></body></opml>",
                           -1, NULL));
  cand_follow_dialog_read_file (dialog, file);
  while (imported == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (imported, ==, "acme.opml");
  g_assert_null (chosen);
  cand_test_settle ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  FOLLOW_TEST_ADD ("/follow-dialog/board", test_board);
  FOLLOW_TEST_ADD ("/follow-dialog/long-list", test_long_list);
  FOLLOW_TEST_ADD ("/follow-dialog/position", test_position);
  FOLLOW_TEST_ADD ("/follow-dialog/position-not-listed", test_position_not_listed);
  FOLLOW_TEST_ADD ("/follow-dialog/followed-already", test_followed_already);
  FOLLOW_TEST_ADD ("/follow-dialog/failure", test_failure);
  FOLLOW_TEST_ADD ("/follow-dialog/not-an-address", test_not_an_address);
  FOLLOW_TEST_ADD ("/follow-dialog/words", test_words);
  FOLLOW_TEST_ADD ("/follow-dialog/accessible", test_accessible);
  FOLLOW_TEST_ADD ("/follow-dialog/cancel", test_cancel);
  FOLLOW_TEST_ADD ("/follow-dialog/closed-while-looking", test_closed_while_looking);
  FOLLOW_TEST_ADD ("/follow-dialog/closed-while-pasting", test_closed_while_pasting);
  FOLLOW_TEST_ADD ("/follow-dialog/announcement", test_announcement);
  FOLLOW_TEST_ADD ("/follow-dialog/text-without-positions", test_text_without_positions);
  FOLLOW_TEST_ADD ("/follow-dialog/text-is-address", test_text_is_address);
  FOLLOW_TEST_ADD ("/follow-dialog/file", test_file);
  FOLLOW_TEST_ADD ("/follow-dialog/other-files", test_other_files);
  return g_test_run ();
}
