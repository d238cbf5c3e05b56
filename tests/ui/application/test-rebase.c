/* test-rebase.c: a form that changed: the banner, the three piles, and what was set aside
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "cand-test-rows.h"
#include "core/library/cand-library-rebase.h"
#include "core/store/cand-store-forms.h"
#include "core/store/cand-store-positions.h"
#include "lib/cand-test.h"
#include "ui/application/cand-application-page.h"
#include "ui/application/cand-aside-row.h"
#include "ui/application/cand-aside-section.h"
#include "ui/application/cand-rebase-banner.h"
#include "ui/application/cand-rebase-dialog.h"

typedef struct
{
  CandTestDraft *draft;
  GtkWidget *window;
  CandApplicationPage *page;
} Fixture;

/* What the board gave, as another process would keep it. Labels by ids, NULL-terminated. */
static void
keep_form (Fixture *fixture, gint64 when, const char *const *questions)
{
  g_autofree char *path = g_build_filename (fixture->draft->directory, "candidacy.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandConnection) connection =
      cand_connection_open (path, CAND_CONNECTION_READ_WRITE, &error);
  g_autoptr (CandForm) form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  const char *key = cand_application_get_position_key (fixture->draft->application);

  g_assert_no_error (error);
  cand_form_set_fetched (form, when);
  cand_form_add_section (form, "details", "Details");
  for (; *questions != NULL; questions += 2)
    {
      g_autoptr (CandField) field =
          cand_field_new (questions[0], CAND_FIELD_TYPE_PARAGRAPH, questions[1]);

      cand_form_add_field (form, 0, field);
    }
  cand_store_forms_keep (connection, cand_store_positions_find (connection, key, &error), form,
                         &error);
  g_assert_no_error (error);
}

static void
continue_draft (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CandApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  cand_library_draft_async (fixture->draft->library,
                            cand_application_get_position_key (fixture->draft->application), FALSE,
                            NULL, cand_test_keep_result, &result);
  application = cand_library_draft_finish (fixture->draft->library, cand_test_wait_result (&result),
                                           NULL, &error);
  g_assert_no_error (error);
  g_assert_true (application == fixture->draft->application);
}

static CandAnswer *
get_answer (Fixture *fixture, const char *field)
{
  CandAnswer *answer = cand_application_find_answer (fixture->draft->application, field);

  g_assert_nonnull (answer);
  return answer;
}

static const char *const first[] = { "QA_1", "Why do you want to work with us?", "QA_2",
                                     "Tell us about a compiler you wrote", NULL };
static const char *const second[] = { "QA_9", "Why do you want to work with us?",
                                      "QA_8", "Tell us about the largest compiler you wrote",
                                      "QA_7", "When can you start?",
                                      NULL };

static void
show_page (Fixture *fixture)
{
  GtkWidget *toasts = adw_toast_overlay_new ();

  fixture->page = cand_application_page_new (fixture->draft->library, fixture->draft->application);
  fixture->window = adw_window_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), GTK_WIDGET (fixture->page));
  adw_window_set_content (ADW_WINDOW (fixture->window), toasts);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  fixture->draft = cand_test_draft_new ();
  keep_form (fixture, now - 60, first);
  continue_draft (fixture);
  cand_answer_set_text (get_answer (fixture, "QA_1"), "Because");
  cand_answer_set_text (get_answer (fixture, "QA_2"), "A small one");
  keep_form (fixture, now, second);
  show_page (fixture);
}

/* The usual questions were drafted on, and now there are the employer's own. */
static void
set_up_standard (Fixture *fixture, gconstpointer data)
{
  fixture->draft = cand_test_draft_new ();
  cand_answer_set_text (get_answer (fixture, "headline"), "Mathematician");
  keep_form (fixture, g_get_real_time () / G_USEC_PER_SEC, first);
  continue_draft (fixture);
  show_page (fixture);
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

static AdwBanner *
wait_for_banner (Fixture *fixture)
{
  CandRebaseBanner *banner = cand_test_find (fixture->page, CAND_TYPE_REBASE_BANNER);

  while (!cand_rebase_banner_get_found (banner))
    g_main_context_iteration (NULL, TRUE);
  return cand_test_find (banner, ADW_TYPE_BANNER);
}

static CandRebaseDialog *
review (Fixture *fixture)
{
  AdwBanner *banner = wait_for_banner (fixture);
  AdwDialog *dialog;

  g_signal_emit_by_name (banner, "button-clicked");
  while ((dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))) == NULL)
    g_main_context_iteration (NULL, TRUE);
  while (!cand_test_says (dialog, "1 Answer Set Aside"))
    g_main_context_iteration (NULL, TRUE);
  return CAND_REBASE_DIALOG (dialog);
}

static void
use (Fixture *fixture)
{
  CandRebaseDialog *dialog = review (fixture);

  g_signal_emit_by_name (cand_test_find_with_text (dialog, GTK_TYPE_BUTTON, "Use New Form"),
                         "clicked");
  while (cand_application_find_answer (fixture->draft->application, "QA_9") == NULL)
    g_main_context_iteration (NULL, TRUE);
  cand_test_settle ();
}

static void
test_banner (Fixture *fixture, gconstpointer data)
{
  AdwBanner *banner = wait_for_banner (fixture);
  CandForm *form = cand_application_get_form (fixture->draft->application);

  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_cmpstr (adw_banner_get_title (banner), ==,
                   "The form has changed: 1 kept, 2 new, 1 set aside");
  /* Nothing else has happened. */
  g_assert_nonnull (cand_form_find_field (form, "QA_2"));
  g_assert_cmpstr (cand_answer_get_text (get_answer (fixture, "QA_2")), ==, "A small one");
  g_assert_false (gtk_widget_get_visible (cand_test_find (fixture->page, CAND_TYPE_ASIDE_SECTION)));
}

static void
test_standard (Fixture *fixture, gconstpointer data)
{
  AdwBanner *banner = wait_for_banner (fixture);

  g_assert_cmpstr (adw_banner_get_title (banner), ==,
                   "The form can be read now: 0 kept, 2 new, 1 set aside");
  /* One banner about the form is enough: the other one folds. */
  while (cand_test_says (fixture->page, "The employer’s own form could not be read; these are the "
                                        "usual questions"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (cand_answer_get_text (get_answer (fixture, "headline")), ==, "Mathematician");
}

static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  CandRebaseDialog *dialog = NULL;

  wait_for_banner (fixture);
  /* Typed after the banner came. */
  cand_answer_set_text (get_answer (fixture, "QA_2"), "Two small ones");
  dialog = review (fixture);
  g_assert_true (cand_test_says (dialog, "1 Answer Kept"));
  g_assert_true (cand_test_says (dialog, "2 New Questions"));
  g_assert_true (cand_test_says (dialog, "When can you start?"));
  g_assert_true (cand_test_says (dialog, "Tell us about a compiler you wrote"));
  g_assert_true (cand_test_says (dialog, "The form no longer asks this"));
  g_assert_true (cand_test_says (dialog, "Two small ones"));
  g_assert_true (cand_test_says (
      dialog, "The nearest new question is “Tell us about the largest compiler you wrote”"));
  g_assert_false (adw_expander_row_get_expanded (cand_test_find (dialog, ADW_TYPE_EXPANDER_ROW)));

  /* Closed, it changed nothing. */
  adw_dialog_force_close (ADW_DIALOG (dialog));
  cand_test_settle ();
  g_assert_cmpstr (cand_answer_get_text (get_answer (fixture, "QA_2")), ==, "Two small ones");
}

static void
test_use (Fixture *fixture, gconstpointer data)
{
  GtkWidget *section;

  use (fixture);
  g_assert_false (
      cand_rebase_banner_get_found (cand_test_find (fixture->page, CAND_TYPE_REBASE_BANNER)));
  g_assert_cmpstr (cand_answer_get_text (get_answer (fixture, "QA_9")), ==, "Because");
  section = cand_test_find (fixture->page, CAND_TYPE_ASIDE_SECTION);
  g_assert_true (gtk_widget_get_visible (section));
  g_assert_true (cand_test_says (fixture->page, "When can you start?"));
  g_assert_true (cand_test_says (section, "Set Aside"));
  g_assert_true (cand_test_says (section, "Tell us about a compiler you wrote"));
  g_assert_true (cand_test_says (section, "Set aside when the form no longer asked this"));
  g_assert_false (gtk_widget_get_visible (cand_test_find_button (section, "_Open")));
  g_assert_true (cand_test_says (section, "A small one"));
  g_assert_true (
      cand_test_says (section, "Put Into “Tell us about the largest compiler you wrote”"));
}

static GtkWidget *
get_put_button (Fixture *fixture)
{
  return cand_test_find_button (cand_test_find (fixture->page, CAND_TYPE_ASIDE_ROW),
                                "Put Into “Tell us about the largest compiler you wrote”");
}

static void
test_put (Fixture *fixture, gconstpointer data)
{
  CandAsideRow *row;
  GtkWidget *put, *undo;
  CandAnswer *answer;

  use (fixture);
  row = cand_test_find (fixture->page, CAND_TYPE_ASIDE_ROW);
  answer = get_answer (fixture, "QA_8");
  put = get_put_button (fixture);
  undo = cand_test_find_button (row, "_Undo");
  g_assert_false (gtk_widget_get_visible (undo));

  g_signal_emit_by_name (put, "clicked");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "A small one");
  g_assert_false (gtk_widget_get_visible (put));
  g_assert_true (gtk_widget_get_visible (undo));
  g_assert_true (cand_test_says (row, "A small one"));

  g_signal_emit_by_name (undo, "clicked");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "");
  g_assert_true (gtk_widget_get_visible (put));
  g_assert_false (gtk_widget_get_visible (undo));

  /* Once the question is answered otherwise, there is no place. */
  cand_answer_set_text (answer, "Mine");
  g_assert_false (gtk_widget_get_visible (put));
  cand_answer_set_text (answer, "");
  g_assert_true (gtk_widget_get_visible (put));
}

/* What was written over it stays, and that is said. */
static void
test_put_changed (Fixture *fixture, gconstpointer data)
{
  CandAsideRow *row;
  CandAnswer *answer;

  use (fixture);
  row = cand_test_find (fixture->page, CAND_TYPE_ASIDE_ROW);
  answer = get_answer (fixture, "QA_8");
  g_signal_emit_by_name (get_put_button (fixture), "clicked");
  cand_answer_set_text (answer, "A small one, in C");
  g_assert_false (cand_test_says (fixture->window, "The answer was changed since, and stays"));
  g_signal_emit_by_name (cand_test_find_button (row, "_Undo"), "clicked");
  while (!cand_test_says (fixture->window, "The answer was changed since, and stays"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "A small one, in C");
}

static CandForm *
create_form (const char *id, CandFieldType type, const char *question)
{
  g_autoptr (CandForm) form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  g_autoptr (CandField) field = cand_field_new (id, type, question);

  cand_form_add_section (form, "details", "Details");
  cand_form_add_field (form, 0, field);
  return g_steal_pointer (&form);
}

/* A file is called by its name, before and after, and can be looked at. */
static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CandAttachment) file = cand_attachment_new ("cv.pdf", "/none/cv.pdf", 9, "00", 1);
  g_autoptr (CandAside) aside =
      cand_aside_new (1, "resume", "CV", CAND_FIELD_TYPE_FILE, CAND_ASIDE_REMOVED, "", "", file);
  const CandRebaseAnswer answer = { "resume", NULL, TRUE };
  CandFormChange *change = g_new0 (CandFormChange, 1);
  AdwDialog *dialog;
  CandAsideRow *row;

  cand_answer_set_attachment (get_answer (fixture, "resume"), file);
  change->drafted = create_form ("resume", CAND_FIELD_TYPE_FILE, "CV");
  change->present = create_form ("QA_1", CAND_FIELD_TYPE_BOOLEAN, "Will you move?");
  change->rebase = cand_rebase_new (change->drafted, change->present, &answer, 1);
  dialog = ADW_DIALOG (
      cand_rebase_dialog_new (fixture->draft->library, fixture->draft->application, change));
  adw_dialog_present (dialog, fixture->window);
  while (!cand_test_says (dialog, "1 Answer Set Aside"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (cand_test_says (dialog, "cv.pdf"));
  gtk_test_accessible_assert_property (
      cand_test_find_with_text (dialog, ADW_TYPE_PREFERENCES_ROW, "cv.pdf"),
      GTK_ACCESSIBLE_PROPERTY_LABEL, "CV");
  adw_dialog_force_close (dialog);

  row = cand_aside_row_new (fixture->draft->library, fixture->draft->application, aside);
  g_object_ref_sink (row);
  g_assert_true (gtk_widget_get_visible (cand_test_find_button (row, "_Open")));
  g_assert_false (gtk_widget_get_visible (cand_test_find_button (row, "_Copy")));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "CV");
  g_object_unref (row);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->window);
  g_autofree char *text = NULL;

  use (fixture);
  g_signal_emit_by_name (
      cand_test_find_button (cand_test_find (fixture->page, CAND_TYPE_ASIDE_ROW), "_Copy"),
      "clicked");
  gdk_clipboard_read_text_async (clipboard, NULL, copied_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, "A small one");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/rebase/banner", test_banner);
  ADD ("/rebase/dialog", test_dialog);
  ADD ("/rebase/use", test_use);
  ADD ("/rebase/put", test_put);
  ADD ("/rebase/put-changed", test_put_changed);
  ADD ("/rebase/copy", test_copy);
  g_test_add ("/rebase/file", Fixture, NULL, set_up_standard, test_file, tear_down);
  g_test_add ("/rebase/standard", Fixture, NULL, set_up_standard, test_standard, tear_down);
#undef ADD
  return g_test_run ();
}
