/* test-profile-page.c: the profile is typed, checked, kept, and taken from a résumé
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "application/cand-test-rows.h"
#include "core/store/cand-store-error.h"
#include "lib/cand-test.h"
#include "ui/profile/cand-files-group.h"
#include "ui/profile/cand-profile-exchange.h"
#include "ui/profile/cand-profile-page.h"

typedef struct
{
  CandTestDraft *draft;
  CandProfile *profile;
  GtkWidget *window;
  CandProfilePage *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->draft = cand_test_draft_new ();
  fixture->profile = cand_library_get_profile (fixture->draft->library);
  fixture->page = cand_profile_page_new (fixture->draft->library);
  fixture->window = adw_window_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (fixture->page));
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  cand_test_settle ();
  g_assert_null (fixture->page);
  cand_test_draft_free (fixture->draft);
}

static GtkWidget *
get_input (Fixture *fixture, const char *id)
{
  return cand_field_row_get_input (cand_test_find_row (fixture->page, id));
}

static void
type (Fixture *fixture, const char *id, const char *text)
{
  gtk_widget_grab_focus (get_input (fixture, id));
  gtk_editable_set_text (GTK_EDITABLE (get_input (fixture, id)), text);
}

static void
await_saved (Fixture *fixture)
{
  while (cand_profile_get_save_state (fixture->profile) == CAND_SAVE_STATE_SAVING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (cand_profile_get_save_state (fixture->profile), ==, CAND_SAVE_STATE_SAVED);
}

/* What another opening of the same folder finds. */
static void
assert_kept (Fixture *fixture, CandProfilePart part, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CandLibrary) library =
      cand_library_new (fixture->draft->directory, "tests.invalid=http://127.0.0.1:9", &error);

  g_assert_no_error (error);
  cand_library_open_async (library, NULL, cand_test_keep_result, &result);
  cand_library_open_finish (library, cand_test_wait_result (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cand_profile_get_text (cand_library_get_profile (library), part), ==, text);
  cand_library_close (library, NULL);
}

static void
test_texts (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (cand_profile_get_save_state (fixture->profile), ==, CAND_SAVE_STATE_SAVED);
  g_assert_cmpint (gtk_text_get_input_purpose (GTK_TEXT (get_input (fixture, "email"))), ==,
                   GTK_INPUT_PURPOSE_EMAIL);
  g_assert_cmpint (gtk_text_get_input_purpose (GTK_TEXT (get_input (fixture, "phone"))), ==,
                   GTK_INPUT_PURPOSE_PHONE);
  type (fixture, "first-name", "Ada");
  g_assert_cmpstr (cand_profile_get_text (fixture->profile, CAND_PROFILE_FIRST_NAME), ==, "Ada");
  g_assert_true (cand_test_says (fixture->page, "Saving…"));
  await_saved (fixture);
  g_assert_false (cand_test_says (fixture->page, "Saving…"));
  assert_kept (fixture, CAND_PROFILE_FIRST_NAME, "Ada");

  cand_profile_set_text (fixture->profile, CAND_PROFILE_FIRST_NAME, "Grace");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_input (fixture, "first-name"))), ==,
                   "Grace");
}

static void
expire (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* Without waiting for the pause after the last key; a busy disk may take its time once. */
static void
test_leaving (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 5; i++)
    {
      gboolean expired = FALSE;
      g_autofree char *text = g_strdup_printf ("Ada %u", i);
      guint pause = g_timeout_add_once (200, expire, &expired);

      type (fixture, "first-name", text);
      g_assert_cmpint (cand_profile_get_save_state (fixture->profile), ==, CAND_SAVE_STATE_SAVING);
      if (GPOINTER_TO_INT (data))
        gtk_widget_set_visible (GTK_WIDGET (fixture->page), FALSE);
      else
        gtk_widget_grab_focus (get_input (fixture, "last-name"));
      await_saved (fixture);
      gtk_widget_set_visible (GTK_WIDGET (fixture->page), TRUE);
      if (!expired)
        {
          g_source_remove (pause);
          return;
        }
    }
  g_test_fail_printf ("Leaving waited for the pause after the last key");
}

static void
test_save_state (Fixture *fixture, gconstpointer data)
{
  AdwBanner *banner = cand_test_find (fixture->page, ADW_TYPE_BANNER);
  g_autoptr (GError) full =
      g_error_new_literal (CAND_STORE_ERROR, CAND_STORE_ERROR_FULL, "database or disk is full");

  cand_profile_set_save_state (fixture->profile, CAND_SAVE_STATE_FAILED, 0, full);
  g_assert_true (cand_test_says (fixture->page, "Not Saved"));
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_true (g_str_has_prefix (adw_banner_get_title (banner), "Not saved. The disk is full."));
  /* A retry is no success yet. */
  cand_profile_set_save_state (fixture->profile, CAND_SAVE_STATE_SAVING, 0, NULL);
  g_assert_true (adw_banner_get_revealed (banner));
  cand_profile_set_save_state (fixture->profile, CAND_SAVE_STATE_SAVED, 1, NULL);
  g_assert_false (adw_banner_get_revealed (banner));
}

/* Said once the row is left, not while it is typed into. */
static void
test_checks (Fixture *fixture, gconstpointer data)
{
  CandFieldRow *name = cand_test_find_row (fixture->page, "hugging-face");

  type (fixture, "hugging-face", "huggingface.co/ada");
  g_assert_false (cand_test_says (name, "This is more than a user name. One looks like "
                                        "ada-lovelace."));
  gtk_widget_grab_focus (get_input (fixture, "email"));
  g_assert_true (cand_test_says (name, "This is more than a user name. One looks like "
                                       "ada-lovelace."));
  type (fixture, "hugging-face", "ada");
  gtk_widget_grab_focus (get_input (fixture, "email"));
  g_assert_false (cand_test_says (name, "This is more than a user name. One looks like "
                                        "ada-lovelace."));
  /* What is odd is kept all the same. */
  type (fixture, "email", "ada at example");
  gtk_widget_grab_focus (get_input (fixture, "first-name"));
  g_assert_cmpstr (cand_profile_get_text (fixture->profile, CAND_PROFILE_EMAIL), ==,
                   "ada at example");
  g_assert_nonnull (cand_answer_get_problem (
      cand_field_row_get_answer (cand_test_find_row (fixture->page, "email"))));
}

static void
test_entries (Fixture *fixture, gconstpointer data)
{
  CandFieldRow *links = cand_test_find_row (fixture->page, "links");
  CandFieldRow *address;
  const CandProfileLink *link;
  GPtrArray *list;

  g_signal_emit_by_name (cand_test_find_button (links, "Add Entry"), "clicked");
  gtk_editable_set_text (
      GTK_EDITABLE (cand_field_row_get_input (cand_test_find_row (links, "label"))), "GitHub");
  address = cand_test_find_row (links, "address");
  gtk_widget_grab_focus (cand_field_row_get_input (address));
  g_assert_cmpint (gtk_text_get_input_purpose (GTK_TEXT (cand_field_row_get_input (address))), ==,
                   GTK_INPUT_PURPOSE_URL);
  gtk_editable_set_text (GTK_EDITABLE (cand_field_row_get_input (address)), "github");
  list = cand_profile_get_list (fixture->profile, CAND_PROFILE_LINKS);
  g_assert_cmpuint (list->len, ==, 1);
  link = g_ptr_array_index (list, 0);
  g_assert_cmpstr (link->label, ==, "GitHub");
  g_assert_cmpstr (link->address, ==, "github");
  /* The row that is typed into is still the same one. */
  g_assert_true (cand_test_find_row (links, "address") == address);
  gtk_widget_grab_focus (get_input (fixture, "email"));
  g_assert_true (cand_test_says (address, "This does not look like a web address. One looks like "
                                          "https://github.com/ada."));

  g_signal_emit_by_name (cand_test_find_button (links, "Remove Entry"), "clicked");
  g_assert_cmpuint (cand_profile_get_list (fixture->profile, CAND_PROFILE_LINKS)->len, ==, 0);
  g_signal_emit_by_name (cand_test_find_button (links, "Undo Remove"), "clicked");
  g_assert_cmpuint (cand_profile_get_list (fixture->profile, CAND_PROFILE_LINKS)->len, ==, 1);
}

static GFile *
make_file (Fixture *fixture, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (fixture->draft->directory, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return g_file_new_for_path (path);
}

static guint
count_files (Fixture *fixture)
{
  return cand_profile_get_list (fixture->profile, CAND_PROFILE_FILES)->len;
}

static void
test_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, "cv.pdf", "content");
  CandFilesGroup *group = cand_test_find (fixture->page, CAND_TYPE_FILES_GROUP);
  GtkEditable *row;

  cand_files_group_add (group, file);
  while (count_files (fixture) == 0)
    g_main_context_iteration (NULL, TRUE);
  row = cand_test_find (group, ADW_TYPE_ENTRY_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "Label of cv.pdf (7 bytes)");
  gtk_editable_set_text (row, "CV");
  g_assert_cmpstr (((CandProfileFile *) g_ptr_array_index (
                        cand_profile_get_list (fixture->profile, CAND_PROFILE_FILES), 0))
                       ->label,
                   ==, "CV");
  g_assert_true (cand_test_find (group, ADW_TYPE_ENTRY_ROW) == (gpointer) row);

  g_signal_emit_by_name (cand_test_find_button (group, "Remove File"), "clicked");
  cand_test_settle ();
  g_assert_cmpuint (count_files (fixture), ==, 0);
  g_assert_true (cand_test_says (fixture->window, "Removed cv.pdf"));
  g_signal_emit_by_name (cand_test_find_with_text (fixture->window, GTK_TYPE_BUTTON, "Undo"),
                         "clicked");
  g_assert_cmpuint (count_files (fixture), ==, 1);
  row = cand_test_find (group, ADW_TYPE_ENTRY_ROW);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "CV");
  /* Adding is done before the page goes. */
  await_saved (fixture);
}

/* What is empty is filled in, and taken back; what differs is asked about, one by one. */
static void
test_resume (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (
      fixture, "resume.json",
      "{\"basics\":{\"name\":\"Ada King\",\"email\":\"king@example.org\",\"phone\":\"+44 1\"}}");
  AdwDialog *dialog;

  cand_profile_set_text (fixture->profile, CAND_PROFILE_LAST_NAME, "Lovelace");
  cand_profile_set_text (fixture->profile, CAND_PROFILE_EMAIL, "ada@example.org");
  cand_profile_exchange_take (GTK_WIDGET (fixture->page), fixture->draft->library, file);
  while ((dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))) == NULL)
    g_main_context_iteration (NULL, TRUE);
  while (!gtk_widget_get_mapped (cand_test_find (dialog, GTK_TYPE_CHECK_BUTTON)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (cand_profile_get_text (fixture->profile, CAND_PROFILE_FIRST_NAME), ==, "Ada");
  g_assert_cmpstr (cand_profile_get_text (fixture->profile, CAND_PROFILE_PHONE), ==, "+44 1");
  g_assert_true (cand_test_says (fixture->window, "2 parts of the profile filled in · 2 differ"));
  g_assert_true (cand_test_says (dialog, "Profile: Lovelace\nFile: King"));
  g_assert_true (cand_test_says (dialog, "Profile: ada@example.org\nFile: king@example.org"));
  g_assert_false (gtk_widget_get_sensitive (cand_test_find_button (dialog, "_Take Chosen")));

  /* The first one is the name. */
  gtk_check_button_set_active (cand_test_find (dialog, GTK_TYPE_CHECK_BUTTON), TRUE);
  g_signal_emit_by_name (cand_test_find_button (dialog, "_Take Chosen"), "clicked");
  g_assert_cmpstr (cand_profile_get_text (fixture->profile, CAND_PROFILE_LAST_NAME), ==, "King");
  g_assert_cmpstr (cand_profile_get_text (fixture->profile, CAND_PROFILE_EMAIL), ==,
                   "ada@example.org");
  await_saved (fixture);
  g_signal_emit_by_name (cand_test_find_with_text (fixture->window, GTK_TYPE_BUTTON, "Undo"),
                         "clicked");
  g_assert_cmpstr (cand_profile_get_text (fixture->profile, CAND_PROFILE_FIRST_NAME), ==, "");
  g_assert_cmpstr (cand_profile_get_text (fixture->profile, CAND_PROFILE_LAST_NAME), ==,
                   "Lovelace");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

#define ADD(path, data, function) g_test_add (path, Fixture, data, set_up, function, tear_down)
  ADD ("/profile-page/texts", NULL, test_texts);
  ADD ("/profile-page/leaving/field", GINT_TO_POINTER (FALSE), test_leaving);
  ADD ("/profile-page/leaving/page", GINT_TO_POINTER (TRUE), test_leaving);
  ADD ("/profile-page/save-state", NULL, test_save_state);
  ADD ("/profile-page/checks", NULL, test_checks);
  ADD ("/profile-page/entries", NULL, test_entries);
  ADD ("/profile-page/files", NULL, test_files);
  ADD ("/profile-page/resume", NULL, test_resume);
#undef ADD
  return g_test_run ();
}
