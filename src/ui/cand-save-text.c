/* cand-save-text.c: how far saving is, in words
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-save-text.h"

#include <glib/gi18n-lib.h>

#include "cand-error-text.h"
#include "cand-status-text.h"

char *
cand_save_dup_text (CandSaveState state, gint64 saved_at)
{
  g_autofree char *when = NULL;

  switch (state)
    {
    case CAND_SAVE_STATE_SAVING:
      return g_strdup (_ ("Saving…"));
    case CAND_SAVE_STATE_FAILED:
      return g_strdup (_ ("Not Saved"));
    case CAND_SAVE_STATE_SAVED:
      break;
    }
  if (saved_at == 0)
    return g_strdup ("");
  when = cand_status_dup_time (saved_at);
  /* Translators: %s is a time, as in "Saved 14:02". */
  return g_strdup_printf (_ ("Saved %s"), when);
}

void
cand_save_show_failure (AdwBanner *banner,
                        GtkWidget *label,
                        CandSaveState state,
                        const GError *error)
{
  gboolean failed = state == CAND_SAVE_STATE_FAILED;
  g_autofree char *reason = NULL;

  if (failed && error != NULL)
    /* Translators: two sentences: what happened, and what that means. */
    reason = g_strdup_printf (_ ("Not saved. %s. %s"), cand_error_text_get_title (error),
                              cand_error_text_get_body (error));
  if (failed)
    adw_banner_set_title (banner, reason != NULL ? reason : _ ("Not saved"));
  gtk_widget_remove_css_class (label, failed ? "dimmed" : "error");
  gtk_widget_add_css_class (label, failed ? "error" : "dimmed");
  if (failed && !adw_banner_get_revealed (banner))
    gtk_accessible_announce (GTK_ACCESSIBLE (banner), adw_banner_get_title (banner),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  if (state != CAND_SAVE_STATE_SAVING)
    adw_banner_set_revealed (banner, failed);
}
