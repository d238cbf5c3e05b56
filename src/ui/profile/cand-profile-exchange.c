/* cand-profile-exchange.c: the profile as JSON Resume, through files that the person chooses
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-profile-exchange.h"

#include <glib/gi18n-lib.h>

#include "cand-resume-dialog.h"
#include "ui/cand-error-text.h"
#include "ui/cand-undo-toast.h"

/* A file that is being asked for, read or written. */
typedef struct
{
  GtkWidget *widget;    /* (owned) */
  CandLibrary *library; /* (owned) */
  CandProfile *before;  /* (owned) (nullable) */
} Errand;

static Errand *
errand_new (GtkWidget *widget, CandLibrary *library)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->widget = g_object_ref (widget);
  errand->library = g_object_ref (library);
  return errand;
}

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->widget);
  g_object_unref (errand->library);
  g_clear_object (&errand->before);
  g_free (errand);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
say (GtkWidget *widget, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  cand_toast_show (widget, toast);
}

static void
say_dialog_error (GtkWidget *widget, const GError *error, const char *text)
{
  if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    say (widget, text);
}

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static GtkFileDialog *
create_dialog (const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("JSON Resume"));
  gtk_file_filter_add_suffix (filter, "json");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, title);
  return dialog;
}

/* --- in --- */

/* "3 parts of the profile filled in · 1 differs" */
static char *
dup_summary (const CandResumeReport *report)
{
  guint n_filled = 0;
  guint n_differing = report->differences->len;
  g_autofree char *filled = NULL;
  g_autofree char *differing = NULL;

  for (guint bits = report->filled; bits != 0; bits &= bits - 1)
    n_filled++;
  filled = g_strdup_printf (
      ngettext ("%u part of the profile filled in", "%u parts of the profile filled in", n_filled),
      n_filled);
  if (n_differing == 0)
    return g_steal_pointer (&filled);
  /* Translators: so many parts of the profile, of which the imported file says something else. */
  differing = g_strdup_printf (ngettext ("%u differs", "%u differ", n_differing), n_differing);
  return g_strjoin (" · ", filled, differing, NULL);
}

static void
undo (AdwToast *toast, gpointer user_data)
{
  const Errand *errand = user_data;

  cand_profile_patch (cand_library_get_profile (errand->library), errand->before,
                      CAND_PROFILE_ALL_PARTS);
}

void
cand_profile_exchange_tell (GtkWidget *widget,
                            CandLibrary *library,
                            CandResumeReport *report,
                            CandProfile *before)
{
  g_autofree char *summary = dup_summary (report);

  if (before != NULL && report->filled != 0)
    {
      Errand *errand = errand_new (widget, library);

      errand->before = g_object_ref (before);
      cand_toast_show (widget,
                       cand_undo_toast_new (summary, undo, errand, (GDestroyNotify) errand_free));
    }
  else
    say (widget, summary);
  if (report->differences->len > 0 && gtk_widget_get_root (widget) != NULL)
    adw_dialog_present (cand_resume_dialog_new (library, report->differences), widget);
  cand_resume_report_free (report);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  CandResumeReport *report =
      cand_library_import_resume_finish (CAND_LIBRARY (source), result, &error);

  if (report != NULL)
    cand_profile_exchange_tell (errand->widget, errand->library, report, errand->before);
  /* The message of this one names what the file is, in the person's language. */
  else if (g_error_matches (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_UNKNOWN_FILE))
    say (errand->widget, error->message);
  else if (error->domain == G_IO_ERROR)
    say (errand->widget, _ ("The file could not be read"));
  else
    say (errand->widget, cand_error_text_get_title (error));
}

void
cand_profile_exchange_take (GtkWidget *widget, CandLibrary *library, GFile *file)
{
  Errand *errand = errand_new (widget, library);

  errand->before = cand_profile_copy (cand_library_get_profile (library));
  cand_library_import_resume_async (library, file, NULL, imported_cb, errand);
}

static void
import_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    cand_profile_exchange_take (errand->widget, errand->library, file);
  else
    say_dialog_error (errand->widget, error, _ ("The file could not be read"));
}

void
cand_profile_exchange_import (GtkWidget *widget, CandLibrary *library)
{
  g_autoptr (GtkFileDialog) dialog = create_dialog (_ ("Import JSON Resume"));

  gtk_file_dialog_open (dialog, get_window (widget), NULL, import_chosen_cb,
                        errand_new (widget, library));
}

/* --- out --- */

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;

  if (cand_library_export_resume_finish (CAND_LIBRARY (source), result, &error))
    say (errand->widget, _ ("Profile exported, without its files"));
  else
    say (errand->widget, _ ("The file could not be written"));
}

static void
export_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  CandLibrary *library = errand->library;

  if (file != NULL)
    cand_library_export_resume_async (library, file, NULL, exported_cb, g_steal_pointer (&errand));
  else
    say_dialog_error (errand->widget, error, _ ("The file could not be written"));
}

void
cand_profile_exchange_export (GtkWidget *widget, CandLibrary *library)
{
  g_autoptr (GtkFileDialog) dialog = create_dialog (_ ("Export JSON Resume"));

  gtk_file_dialog_set_initial_name (dialog, "resume.json");
  gtk_file_dialog_save (dialog, get_window (widget), NULL, export_chosen_cb,
                        errand_new (widget, library));
}
