/* test-narrow.c: dialogs and pages on the narrowest screen, in letters twice as large
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <libintl.h>

#include "cand-test-rows.h"
#include "lib/cand-test.h"
#include "ui/application/cand-application-page.h"
#include "ui/application/cand-application-summary.h"
#include "ui/application/cand-aside-row.h"
#include "ui/application/cand-earlier-dialog.h"
#include "ui/application/cand-file-compare-dialog.h"
#include "ui/application/cand-file-note.h"
#include "ui/application/cand-rebase-dialog.h"
#include "ui/application/cand-reuse-dialog.h"
#include "ui/application/cand-reuse-row.h"
#include "ui/cand-banner.h"
#include "ui/cand-follow-dialog.h"
#include "ui/cand-form-dialog.h"
#include "ui/cand-found-page.h"
#include "ui/cand-offer-dialog.h"
#include "ui/cand-position-page.h"
#include "ui/cand-positions-page.h"
#include "ui/cand-preferences-dialog.h"
#include "ui/cand-programme-page.h"
#include "ui/cand-sidebar.h"
#include "ui/profile/cand-profile-page.h"
#include "ui/profile/cand-resume-dialog.h"

/* Of the narrowest screen, in pixels. */
#define SCREEN 360
/* Inside a row of a card there. */
#define CARD (SCREEN - 2 * 12 - 2 * 12)

static void
assert_fits (GtkWidget *widget, const char *what)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_test_message ("%s: %s is %i wide", what, G_OBJECT_TYPE_NAME (widget), width);
  g_assert_cmpint (width, <=, SCREEN);
}

/* Also the pages that are not shown now, each with what it shows at times. */
static void
assert_pages_fit (GtkWidget *widget, const char *what)
{
  /* Before it is presented, what is in a dialog hangs on nothing. */
  if (ADW_IS_DIALOG (widget))
    widget = adw_dialog_get_child (ADW_DIALOG (widget));
  if (ADW_IS_TOOLBAR_VIEW (widget))
    assert_fits (widget, what);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_pages_fit (child, what);
}

/* What is shown at times, at once. */
static void
show_all (GtkWidget *widget)
{
  if (GTK_IS_NATIVE (widget))
    return;
  if (ADW_IS_DIALOG (widget))
    widget = adw_dialog_get_child (ADW_DIALOG (widget));
  gtk_widget_set_visible (widget, TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    show_all (child);
}

static GtkWidget *
create_window (GtkWidget *content)
{
  GtkWidget *window = adw_window_new ();

  gtk_widget_set_size_request (window, SCREEN, 294);
  gtk_window_set_default_size (GTK_WINDOW (window), SCREEN, 640);
  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  cand_test_settle ();
  return window;
}

/* Takes @dialog. What does not fit is a warning of libadwaita, too, and ends the test. */
static void
assert_dialog_fits (AdwDialog *dialog)
{
  g_autofree char *what = g_strdup (G_OBJECT_TYPE_NAME (dialog));
  GtkWidget *window = create_window (gtk_label_new (NULL));

  assert_pages_fit (GTK_WIDGET (dialog), what);
  adw_dialog_present (dialog, window);
  gtk_test_widget_wait_for_draw (window);
  cand_test_settle ();
  assert_pages_fit (GTK_WIDGET (dialog), what);
  gtk_window_destroy (GTK_WINDOW (window));
  cand_test_settle ();
}

static void
assert_page_fits (AdwNavigationPage *page)
{
  GtkWidget *window = create_window (GTK_WIDGET (page));

  assert_pages_fit (GTK_WIDGET (page), G_OBJECT_TYPE_NAME (page));
  gtk_window_destroy (GTK_WINDOW (window));
  cand_test_settle ();
}

/* As they are before they know what they show. */
static void
test_templates (void)
{
  const GType types[] = {
    CAND_TYPE_FOLLOW_DIALOG,  CAND_TYPE_OFFER_DIALOG,   CAND_TYPE_FILE_COMPARE_DIALOG,
    CAND_TYPE_EARLIER_DIALOG, CAND_TYPE_REBASE_DIALOG,  CAND_TYPE_REUSE_DIALOG,
    CAND_TYPE_RESUME_DIALOG,  CAND_TYPE_FOUND_PAGE,     CAND_TYPE_PROGRAMME_PAGE,
    CAND_TYPE_POSITION_PAGE,  CAND_TYPE_POSITIONS_PAGE, CAND_TYPE_SIDEBAR,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_ref_sink (g_object_new (types[i], NULL));

      show_all (widget);
      assert_pages_fit (widget, g_type_name (types[i]));
      g_object_unref (widget);
    }
}

/* In other languages the words on a button may be as long as this. */
static void
lengthen_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) == NULL &&
      (gtk_button_get_child (GTK_BUTTON (widget)) == NULL ||
       gtk_button_get_label (GTK_BUTTON (widget)) != NULL))
    gtk_button_set_label (GTK_BUTTON (widget), "Noch eine weitere Antwort auswählen");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    lengthen_buttons (child);
}

/* Parts of a form, inside a card. */
static void
test_rows (void)
{
  const GType types[] = { CAND_TYPE_ASIDE_ROW, CAND_TYPE_FILE_NOTE, CAND_TYPE_REUSE_ROW };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_ref_sink (g_object_new (types[i], NULL));
      int width;

      show_all (widget);
      lengthen_buttons (widget);
      gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      g_test_message ("%s is %i wide", g_type_name (types[i]), width);
      g_assert_cmpint (width, <=, CARD);
      g_object_unref (widget);
    }
}

static void
test_pages (void)
{
  g_autoptr (CandTestDraft) draft = cand_test_draft_new ();

  assert_page_fits (
      ADW_NAVIGATION_PAGE (cand_application_page_new (draft->library, draft->application)));
  assert_page_fits (ADW_NAVIGATION_PAGE (cand_profile_page_new (draft->library)));
}

static void
test_dialogs (void)
{
  g_autoptr (CandTestDraft) draft = cand_test_draft_new ();

  assert_dialog_fits (cand_preferences_dialog_new (draft->library, draft->directory));
  assert_dialog_fits (cand_form_dialog_new (cand_application_get_form (draft->application)));
  assert_dialog_fits (ADW_DIALOG (cand_follow_dialog_new (draft->library)));
}

static void
test_earlier (void)
{
  g_autoptr (CandTestDraft) draft = cand_test_draft_new ();
  CandAnswer *answer = cand_application_find_answer (draft->application, "cover_letter");
  CandFieldRow *row =
      g_object_ref_sink (cand_field_row_new (draft->library, draft->application, answer));

  assert_dialog_fits (cand_earlier_dialog_new (row));
  g_object_unref (row);
}

/* The page that a version opens: it has a button to go back. */
static void
test_compare (void)
{
  AdwDialog *dialog = g_object_new (CAND_TYPE_EARLIER_DIALOG, NULL);

  adw_navigation_view_push_by_tag (ADW_NAVIGATION_VIEW (adw_dialog_get_child (dialog)), "compare");
  assert_dialog_fits (dialog);
}

static CandForm *
create_form (const char *id, const char *question, CandFieldType type)
{
  g_autoptr (CandForm) form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  g_autoptr (CandField) field = cand_field_new (id, type, question);

  cand_form_add_section (form, "details", "Details");
  cand_field_set_required (field, TRUE);
  cand_form_add_field (form, 0, field);
  return g_steal_pointer (&form);
}

static void
test_rebase (void)
{
  g_autoptr (CandTestDraft) draft = cand_test_draft_new ();
  CandFormChange *change = g_new0 (CandFormChange, 1);
  const CandRebaseAnswer answers[] = { { "a", "A small one", FALSE }, { "b", "Gone", FALSE } };

  change->drafted = create_form ("a", "Tell us about a compiler", CAND_FIELD_TYPE_PARAGRAPH);
  change->present = create_form ("c", "Tell us about a language", CAND_FIELD_TYPE_PARAGRAPH);
  change->rebase =
      cand_rebase_new (change->drafted, change->present, answers, G_N_ELEMENTS (answers));
  assert_dialog_fits (
      ADW_DIALOG (cand_rebase_dialog_new (draft->library, draft->application, change)));
}

static gboolean
breaks_word (const char *text, int index)
{
  return index > 0 && g_unichar_isalpha (g_utf8_get_char (text + index)) &&
         g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (text + index)));
}

/* No label inside breaks a word, or ends in "…". */
static void
assert_words_whole (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    {
      PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (widget));
      const char *text = pango_layout_get_text (layout);

      g_test_message ("“%s” in %i lines", text, pango_layout_get_line_count (layout));
      g_assert_false (pango_layout_is_ellipsized (layout));
      for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
        g_assert_false (breaks_word (text, pango_layout_line_get_start_index (l->data)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_words_whole (child);
}

/* How far a draft is. */
static void
test_summary (void)
{
  g_autoptr (CandTestDraft) draft = cand_test_draft_new ();
  CandApplicationPage *page = cand_application_page_new (draft->library, draft->application);
  GtkWidget *window = create_window (GTK_WIDGET (page));

  assert_words_whole (
      cand_test_find (cand_test_find (page, CAND_TYPE_APPLICATION_SUMMARY), ADW_TYPE_ACTION_ROW));
  gtk_window_destroy (GTK_WINDOW (window));
  cand_test_settle ();
}

/* What a banner has to tell is told to the end. */
static void
test_banner (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *banner = adw_banner_new (
      "Le formulaire a changé : réponses conservées, 12 ; nouvelles questions, 3 ; réponses mises "
      "de côté, 4");
  GtkWidget *window;

  cand_banner_prepare (ADW_BANNER (banner));
  adw_banner_set_button_label (ADW_BANNER (banner), "E_xaminer…");
  adw_banner_set_revealed (ADW_BANNER (banner), TRUE);
  gtk_box_append (GTK_BOX (box), banner);
  window = create_window (box);
  assert_fits (banner, "Banner");
  assert_words_whole (banner);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("CAND_TEST_TRANSLATIONS"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  adw_init ();
  /* Twice the usual 96, in its units. */
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);

  g_test_add_func ("/narrow/templates", test_templates);
  g_test_add_func ("/narrow/rows", test_rows);
  g_test_add_func ("/narrow/pages", test_pages);
  g_test_add_func ("/narrow/dialogs", test_dialogs);
  g_test_add_func ("/narrow/earlier", test_earlier);
  g_test_add_func ("/narrow/compare", test_compare);
  g_test_add_func ("/narrow/rebase", test_rebase);
  g_test_add_func ("/narrow/summary", test_summary);
  g_test_add_func ("/narrow/banner", test_banner);
  return g_test_run ();
}
