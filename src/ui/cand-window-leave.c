/* cand-window-leave.c: nothing typed is left behind unsaved without a word
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-window-private.h"

#include <glib/gi18n-lib.h>

#include "application/cand-application-page.h"
#include "cand-error-text.h"
#include "core/library/cand-library-unsaved.h"
#include "profile/cand-profile-page.h"

#define RESPONSE_KEEP "keep"
#define RESPONSE_QUIT "quit"

static void
response_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandWindow) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  self->leaving = g_str_equal (response, RESPONSE_QUIT);
  if (self->leaving)
    gtk_window_close (GTK_WINDOW (self));
}

/* The one question that is asked: whether to lose what could not be saved. */
static void
ask_whether_to_leave (CandWindow *self, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Not Everything Is Saved"), NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_format_body (
      alert, _ ("%s. What was typed last is only in this window, and would be lost."),
      cand_error_text_get_title (error));
  adw_alert_dialog_add_responses (alert, RESPONSE_KEEP, _ ("_Keep Open"), RESPONSE_QUIT,
                                  _ ("_Quit Anyway"), NULL);
  adw_alert_dialog_set_response_appearance (alert, RESPONSE_QUIT, ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, RESPONSE_KEEP);
  adw_alert_dialog_set_close_response (alert, RESPONSE_KEEP);
  adw_alert_dialog_choose (alert, GTK_WIDGET (self), NULL, response_cb, g_object_ref (self));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (cand_library_save_all_finish (CAND_LIBRARY (source), result, &error))
    {
      self->leaving = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
  else
    ask_whether_to_leave (self, error);
}

gboolean
cand_window_close_when_saved (CandWindow *self)
{
  if (self->leaving || !cand_library_has_unsaved (self->library))
    return FALSE;
  cand_library_save_all_async (self->library, NULL, saved_cb, g_object_ref (self));
  return TRUE;
}

/* Its own page says it itself. */
static gboolean
tell_of_profile (CandWindow *self)
{
  CandProfile *profile = cand_library_get_profile (self->library);

  if (cand_profile_get_save_state (profile) != CAND_SAVE_STATE_FAILED ||
      CAND_IS_PROFILE_PAGE (adw_navigation_view_get_visible_page (self->content_view)))
    return FALSE;
  adw_banner_set_title (self->unsaved_banner, _ ("Your profile is not saved"));
  adw_banner_set_button_label (self->unsaved_banner, _ ("_Show Profile"));
  adw_banner_set_revealed (self->unsaved_banner, TRUE);
  return TRUE;
}

void
cand_window_update_unsaved (CandWindow *self)
{
  g_autoptr (GPtrArray) unsaved = cand_library_list_unsaved (self->library);
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->content_view);
  CandApplication *failed = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < unsaved->len && failed == NULL; i++)
    if (cand_application_get_save_state (g_ptr_array_index (unsaved, i)) == CAND_SAVE_STATE_FAILED)
      failed = g_ptr_array_index (unsaved, i);
  if (failed == NULL && tell_of_profile (self))
    return;
  /* The draft's own page says it itself. */
  if (failed == NULL ||
      (CAND_IS_APPLICATION_PAGE (page) &&
       cand_application_page_get_application (CAND_APPLICATION_PAGE (page)) == failed))
    {
      adw_banner_set_revealed (self->unsaved_banner, FALSE);
      return;
    }
  /* Translators: %s is the title of a position. */
  text =
      g_strdup_printf (_ ("The draft for “%s” is not saved"), cand_application_get_title (failed));
  adw_banner_set_title (self->unsaved_banner, text);
  adw_banner_set_button_label (self->unsaved_banner, _ ("_Show Draft"));
  adw_banner_set_revealed (self->unsaved_banner, TRUE);
}
