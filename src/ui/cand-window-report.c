/* cand-window-report.c: what the window says of a refresh
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-window-private.h"

#include <glib/gi18n-lib.h>

#include "cand-error-text.h"
#include "cand-status-text.h"

static void
toast_dismissed_cb (CandWindow *self)
{
  self->report_toast = NULL;
}

/* How many announcements changed; each is told by itself. */
static guint
report_programmes (CandWindow *self, GPtrArray *reports)
{
  guint n_changed = 0;

  for (guint i = 0; i < reports->len; i++)
    {
      CandProgrammeReport *report = g_ptr_array_index (reports, i);
      g_autoptr (CandProgramme) programme = cand_window_find_programme (self, report->name);
      g_autofree char *summary = NULL;
      g_autofree char *text = NULL;
      AdwToast *toast;

      if (report->changes == NULL || programme == NULL)
        continue;
      n_changed++;
      summary = cand_programme_changes_dup_summary (report->changes);
      /* Translators: the title of an announcement, and what changed in it: "Internships: 7
       * withdrawn, 2 added". */
      text = g_strdup_printf (_ ("%s: %s"), report->title, summary);
      toast = cand_window_say (self, text);
      adw_toast_set_button_label (toast, _ ("_Show"));
      adw_toast_set_action_name (toast, "win.show-programme");
      adw_toast_set_action_target (toast, "x", cand_programme_get_id (programme));
    }
  return n_changed;
}

void
cand_window_report (CandWindow *self, GPtrArray *reports, GPtrArray *programmes, gboolean by_hand)
{
  guint n_offers = g_list_model_get_n_items (cand_library_get_offers (self->library));
  guint n_new = 0, n_changed = 0, n_gone = 0;
  guint n_offered = n_offers > self->n_offers ? n_offers - self->n_offers : 0;
  guint n_told;
  g_autofree char *failure = NULL;

  for (guint i = 0; i < reports->len; i++)
    {
      CandBoardReport *report = g_ptr_array_index (reports, i);

      n_new += g_strv_length (report->new_keys);
      n_changed += g_strv_length (report->changed_keys);
      n_gone += g_strv_length (report->gone_keys);
      if (report->error != NULL && failure == NULL)
        failure = cand_error_text_dup_board_line (report->name, report->error);
    }
  self->n_offers = n_offers;
  cand_positions_page_set_banner (self->positions, failure, TRUE);
  n_told = programmes != NULL ? report_programmes (self, programmes) : 0;
  if (n_new + n_changed + n_gone + n_offered > 0 || (by_hand && failure == NULL && n_told == 0))
    {
      g_autofree char *summary = cand_status_dup_summary (n_new, n_changed, n_gone, n_offered);

      /* Only the latest refresh is news. */
      if (self->report_toast != NULL)
        adw_toast_dismiss (self->report_toast);
      self->report_toast = cand_window_say (self, summary);
      g_signal_connect_object (self->report_toast, "dismissed", G_CALLBACK (toast_dismissed_cb),
                               self, G_CONNECT_SWAPPED);
    }
}
