/* cand-follow-dialog.c: asks what to follow, looks there, and shows what was found
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-follow-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cand-drop.h"
#include "cand-error-text.h"
#include "cand-found-page.h"

/* A longer text is no address; a larger file no announcement. */
#define LONGEST_ADDRESS 2000
#define LARGEST_FILE (32 * 1024 * 1024)

struct _CandFollowDialog
{
  AdwDialog parent_instance;

  CandLibrary *library;      /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): of what is being looked at */
  GCancellable *closed;      /* (owned): of what the person is asked for, as long as it is open */
  char *asked;               /* (owned) (nullable): what was looked at last: an address, */
  GBytes *text;              /* (owned) (nullable): a text, */
  GFile *file;               /* (owned) (nullable): or a file */

  AdwEntryRow *address;       /* (unowned): template children from here */
  GtkWidget *announcement;    /* (unowned) */
  GtkDropTarget *drop_target; /* (unowned) */
  GtkWidget *failure;         /* (unowned) */
  GtkLabel *failure_label;    /* (unowned) */
  GtkWidget *look_button;     /* (unowned) */
  GtkWidget *looking;         /* (unowned) */
  GtkLabel *looking_label;    /* (unowned) */
  AdwNavigationView *view;    /* (unowned) */
};

G_DEFINE_FINAL_TYPE (CandFollowDialog, cand_follow_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_IMPORT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- the states of the first page --- */

static void
show_idle (CandFollowDialog *self)
{
  gtk_widget_set_visible (self->looking, FALSE);
  gtk_widget_set_visible (self->failure, FALSE);
  gtk_widget_set_visible (self->announcement, TRUE);
}

static void
show_looking (CandFollowDialog *self, const char *where)
{
  gtk_label_set_label (self->looking_label, where);
  gtk_widget_set_visible (self->looking, TRUE);
  gtk_widget_set_visible (self->failure, FALSE);
  gtk_widget_set_visible (self->announcement, FALSE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->looking_label), where,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_failure (CandFollowDialog *self, const char *sentence)
{
  show_idle (self);
  gtk_label_set_label (self->failure_label, sentence);
  gtk_widget_set_visible (self->failure, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "follow.try-again",
                                 self->asked != NULL || self->text != NULL || self->file != NULL);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->failure_label), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_error (CandFollowDialog *self, const GError *error)
{
  g_autofree char *sentence = cand_error_text_dup_find_sentence (error);

  show_failure (self, sentence);
}

/* --- looking --- */

static void
stop_looking (CandFollowDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* One look, and who looks. */
typedef struct
{
  CandFollowDialog *dialog;  /* (owned) */
  GCancellable *cancellable; /* (owned) */
} Look;

static Look *
look_new (CandFollowDialog *self)
{
  Look *look = g_new0 (Look, 1);

  look->dialog = g_object_ref (self);
  look->cancellable = g_object_ref (self->cancellable);
  return look;
}

static void
look_free (Look *look)
{
  g_clear_object (&look->dialog);
  g_clear_object (&look->cancellable);
  g_free (look);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

/* Whether that is still what the dialog waits for. */
static gboolean
is_wanted (Look *look)
{
  return look->dialog->cancellable == look->cancellable;
}

static void
chosen_cb (CandFollowDialog *self, CandFound *found)
{
  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, found);
  g_object_unref (self);
}

static void
show_found (CandFollowDialog *self, CandFound *found)
{
  CandFoundPage *page = cand_found_page_new (self->library, found);

  g_signal_connect_object (page, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "found", G_CALLBACK (show_found), self, G_CONNECT_SWAPPED);
  show_idle (self);
  adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (page));
}

/* A list of boards, say: it is taken in as from the main menu, where the file is known. */
static void
import (CandFollowDialog *self)
{
  g_autoptr (CandFollowDialog) holder = g_object_ref (self);
  g_autoptr (GFile) file = g_object_ref (self->file);

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_IMPORT], 0, file);
}

static void
finish_look (Look *look, CandFound *found, const GError *error)
{
  CandFollowDialog *self = look->dialog;

  if (!is_wanted (look))
    return;
  g_clear_object (&self->cancellable);
  if (found != NULL)
    show_found (self, found);
  else if (self->file != NULL &&
           g_error_matches (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_OTHER_FILE))
    import (self);
  else
    show_error (self, error);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Look) look = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CandFound) found = cand_library_find_finish (CAND_LIBRARY (source), result, &error);

  finish_look (look, found, error);
}

static void
announcement_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Look) look = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CandFound) found =
      cand_library_read_announcement_finish (CAND_LIBRARY (source), result, &error);

  finish_look (look, found, error);
}

static void
begin (CandFollowDialog *self, const char *where)
{
  stop_looking (self);
  adw_navigation_view_pop_to_tag (self->view, "ask");
  show_looking (self, where);
  self->cancellable = g_cancellable_new ();
}

/* A long list takes its time, with a pause before each page. */
static void
page_read_cb (guint n_pages, gpointer user_data)
{
  Look *look = user_data;
  g_autofree char *where = NULL;

  if (!is_wanted (look) || n_pages < 2)
    return;
  where = g_strdup_printf (
      /* Translators: an address, and how many pages of a long list were read so far. */
      ngettext ("Looking at %s (%u page read)", "Looking at %s (%u pages read)", n_pages),
      look->dialog->asked, n_pages);
  gtk_label_set_label (look->dialog->looking_label, where);
}

static void
look_at_address (CandFollowDialog *self)
{
  /* Translators: %s is an address. */
  g_autofree char *where = g_strdup_printf (_ ("Looking at %s"), self->asked);

  begin (self, where);
  cand_library_find_and_tell_async (self->library, self->asked, page_read_cb, self->cancellable,
                                    found_cb, look_new (self));
}

static void
read_text (CandFollowDialog *self, const char *media_type)
{
  begin (self, _ ("Reading the text"));
  cand_library_read_announcement_async (self->library, self->text, media_type, self->cancellable,
                                        announcement_read_cb, look_new (self));
}

/* --- files --- */

static const char *
guess_media_type (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = name != NULL ? g_ascii_strdown (name, -1) : g_strdup ("");

  if (g_str_has_suffix (folded, ".md") || g_str_has_suffix (folded, ".markdown"))
    return "text/markdown";
  if (g_str_has_suffix (folded, ".html") || g_str_has_suffix (folded, ".htm"))
    return "text/html";
  return NULL;
}

static void
file_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Look) look = user_data;
  g_autoptr (GError) error = NULL;
  CandFollowDialog *self = look->dialog;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (bytes == NULL)
    finish_look (look, NULL, error);
  else if (is_wanted (look))
    {
      g_clear_pointer (&self->text, g_bytes_unref);
      self->text = g_steal_pointer (&bytes);
      read_text (self, guess_media_type (self->file));
    }
}

/* Asked first: what has no end must not be loaded. */
static void
file_info_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Look) look = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "Not a regular file");
  else if (info != NULL && g_file_info_get_size (info) > LARGEST_FILE)
    g_set_error_literal (&error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_UNKNOWN_FILE,
                         _ ("This file is too large for an announcement"));
  if (error != NULL)
    finish_look (look, NULL, error);
  else if (is_wanted (look))
    g_file_load_bytes_async (G_FILE (source), look->cancellable, file_loaded_cb,
                             look_new (look->dialog));
}

/* --- what the person gives --- */

static void
forget_source (CandFollowDialog *self)
{
  g_clear_pointer (&self->asked, g_free);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_object (&self->file);
}

/* One word without blanks that has a dot or a scheme. */
static gboolean
is_address (const char *text)
{
  if (strlen (text) > LONGEST_ADDRESS || strpbrk (text, ".:") == NULL)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static void
address_changed_cb (CandFollowDialog *self)
{
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->address))));

  gtk_widget_set_sensitive (self->look_button, *text != '\0');
}

static void
look_cb (CandFollowDialog *self)
{
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->address))));

  if (*text == '\0')
    return;
  forget_source (self);
  self->asked = g_steal_pointer (&text);
  look_at_address (self);
}

static gboolean
dropped_cb (CandFollowDialog *self, const GValue *value, double x, double y)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *text = NULL;

  cand_drop_read (value, &file, &text);
  if (file != NULL)
    cand_follow_dialog_read_file (self, file);
  else if (text != NULL)
    cand_follow_dialog_read_text (self, text);
  return file != NULL || text != NULL;
}

static void
clipboard_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandFollowDialog) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (g_cancellable_is_cancelled (self->closed))
    return;
  if (text != NULL && *g_strstrip (text) != '\0')
    cand_follow_dialog_read_text (self, text);
  else
    {
      forget_source (self);
      show_failure (self, _ ("The clipboard holds no text."));
    }
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandFollowDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (g_cancellable_is_cancelled (self->closed))
    return;
  if (file != NULL)
    cand_follow_dialog_read_file (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    show_error (self, error);
}

static void
add_filter (GListStore *filters, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (; *suffixes != NULL; suffixes++)
    gtk_file_filter_add_suffix (filter, *suffixes);
  if (gtk_file_filter_get_attributes (filter)[0] == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  g_list_store_append (filters, filter);
}

static void
open_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *const suffixes[] = { "md", "markdown", "html", "htm", "txt", NULL };
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  GtkRoot *root = gtk_widget_get_root (widget);

  add_filter (filters, _ ("Texts and pages"), suffixes);
  add_filter (filters, _ ("All files"), suffixes + G_N_ELEMENTS (suffixes) - 1);
  gtk_file_dialog_set_title (dialog, _ ("Open an Announcement"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (root), CAND_FOLLOW_DIALOG (widget)->closed,
                        file_chosen_cb, g_object_ref (widget));
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget),
                                 CAND_FOLLOW_DIALOG (widget)->closed, clipboard_cb,
                                 g_object_ref (widget));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CandFollowDialog *self = CAND_FOLLOW_DIALOG (widget);

  stop_looking (self);
  show_idle (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->address));
}

static void
try_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CandFollowDialog *self = CAND_FOLLOW_DIALOG (widget);
  g_autoptr (GFile) file = self->file != NULL ? g_object_ref (self->file) : NULL;

  if (file != NULL)
    cand_follow_dialog_read_file (self, file);
  else if (self->text != NULL)
    read_text (self, NULL);
  else if (self->asked != NULL)
    look_at_address (self);
}

static void
cand_follow_dialog_closed (AdwDialog *dialog)
{
  CandFollowDialog *self = CAND_FOLLOW_DIALOG (dialog);

  g_cancellable_cancel (self->closed);
  stop_looking (self);
}

static void
cand_follow_dialog_dispose (GObject *object)
{
  CandFollowDialog *self = CAND_FOLLOW_DIALOG (object);

  stop_looking (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CAND_TYPE_FOLLOW_DIALOG);
  /* libadwaita 1.7 keeps the child of a dialog that has gone. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  forget_source (self);
  g_clear_object (&self->closed);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (cand_follow_dialog_parent_class)->dispose (object);
}

static void
cand_follow_dialog_class_init (CandFollowDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cand_follow_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = cand_follow_dialog_closed;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", CAND_TYPE_FOLLOW_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, CAND_TYPE_FOUND);
  signals[SIGNAL_IMPORT] = g_signal_new ("import", CAND_TYPE_FOLLOW_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_install_action (widget_class, "follow.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "follow.open-file", NULL, open_file_action);
  gtk_widget_class_install_action (widget_class, "follow.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "follow.try-again", NULL, try_again_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/cand-follow-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CandFollowDialog, address);
  gtk_widget_class_bind_template_child (widget_class, CandFollowDialog, announcement);
  gtk_widget_class_bind_template_child (widget_class, CandFollowDialog, drop_target);
  gtk_widget_class_bind_template_child (widget_class, CandFollowDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, CandFollowDialog, failure_label);
  gtk_widget_class_bind_template_child (widget_class, CandFollowDialog, look_button);
  gtk_widget_class_bind_template_child (widget_class, CandFollowDialog, looking);
  gtk_widget_class_bind_template_child (widget_class, CandFollowDialog, looking_label);
  gtk_widget_class_bind_template_child (widget_class, CandFollowDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, address_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cand_drop_accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_cb);
}

static void
cand_follow_dialog_init (CandFollowDialog *self)
{
  self->closed = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  cand_drop_prepare (self->drop_target);
}

CandFollowDialog *
cand_follow_dialog_new (CandLibrary *library)
{
  CandFollowDialog *self = g_object_new (CAND_TYPE_FOLLOW_DIALOG, NULL);

  self->library = g_object_ref (library);
  return self;
}

void
cand_follow_dialog_look (CandFollowDialog *self, const char *address)
{
  gtk_editable_set_text (GTK_EDITABLE (self->address), address);
  look_cb (self);
}

void
cand_follow_dialog_read_text (CandFollowDialog *self, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (is_address (stripped))
    {
      cand_follow_dialog_look (self, stripped);
      return;
    }
  forget_source (self);
  self->text = g_bytes_new (stripped, strlen (stripped));
  read_text (self, NULL);
}

void
cand_follow_dialog_read_file (CandFollowDialog *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  /* Translators: %s is the name of a file. */
  g_autofree char *where = g_strdup_printf (_ ("Reading %s"), name);

  g_object_ref (file);
  forget_source (self);
  self->file = file;
  begin (self, where);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, self->cancellable,
                           file_info_cb, look_new (self));
}
