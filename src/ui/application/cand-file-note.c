/* cand-file-note.c: what there is to know about an attached file
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-file-note.h"

#include <glib/gi18n-lib.h>

#include "cand-file-compare-dialog.h"
#include "ui/cand-wrap.h"

struct _CandFileNote
{
  AdwBin parent_instance;

  GtkWidget *doubt;
  GtkLabel *doubted;
  GtkWidget *changed;
  GtkWidget *compare;
  GtkLabel *sentence;

  CandAttachment *attachment; /* (owned) (nullable) */
  CandSourceState *state;     /* (owned) (nullable) as last looked at */
  GCancellable *cancellable;  /* (owned) of what is asked about the attachment */
  gboolean looking;
};

G_DEFINE_FINAL_TYPE (CandFileNote, cand_file_note, ADW_TYPE_BIN)

enum
{
  SIGNAL_KEEP,
  SIGNAL_REPLACE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GFile *
new_source (CandFileNote *self)
{
  return g_file_new_for_uri (cand_attachment_get_source_uri (self->attachment));
}

/* A note without anything to tell takes no room in its box. */
static void
update_visible (CandFileNote *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->attachment != NULL);
  gtk_widget_set_visible (adw_bin_get_child (ADW_BIN (self)),
                          gtk_widget_get_visible (self->doubt) ||
                              gtk_widget_get_visible (self->changed));
}

static void
show_changed (CandFileNote *self, gboolean changed)
{
  gboolean before = gtk_widget_get_visible (self->changed);
  g_autofree char *sentence = NULL;

  gtk_widget_set_visible (self->changed, changed);
  update_visible (self);
  if (!changed || before)
    return;
  /* Translators: %s is the name of a file. */
  sentence = g_strdup_printf (_ ("%s has changed on disk since you attached it"),
                              cand_attachment_get_name (self->attachment));
  cand_wrap_set_label (self->sentence, sentence);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandFileNote) self = user_data;
  g_autoptr (CandSourceState) state = cand_source_look_finish (result, NULL);

  /* Cancelled: it was about another attachment. */
  if (state == NULL)
    return;
  self->looking = FALSE;
  g_clear_pointer (&self->state, cand_source_state_free);
  self->state = g_steal_pointer (&state);
  show_changed (self, self->state->changed);
}

/* What to say of a file that calls itself a PDF; NULL for nothing. */
static const char *
get_doubt (CandFileText kind)
{
  switch (kind)
    {
    case CAND_FILE_TEXT_NONE:
      return _ ("This PDF contains no text; some employers’ systems read CVs as text");
    case CAND_FILE_TEXT_UNREADABLE:
      return _ ("This PDF cannot be read: it may be damaged, or locked with a password");
    case CAND_FILE_TEXT_PLAIN:
    case CAND_FILE_TEXT_OTHER:
      return _ ("This is not a PDF, whatever its name says");
    case CAND_FILE_TEXT_UNKNOWN:
    case CAND_FILE_TEXT_SOME:
      break;
    }
  return NULL;
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandFileNote) self = user_data;
  g_autoptr (GError) error = NULL;
  CandFileText kind = cand_file_text_finish (result, NULL, &error);
  const char *doubt;

  if (error != NULL)
    return;
  doubt = get_doubt (kind);
  gtk_widget_set_visible (self->doubt, doubt != NULL);
  if (doubt != NULL)
    gtk_label_set_label (self->doubted, doubt);
  update_visible (self);
}

static void
look_for_text (CandFileNote *self)
{
  g_autofree char *lower = g_utf8_strdown (cand_attachment_get_name (self->attachment), -1);
  g_autoptr (GFile) copy = NULL;

  if (!g_str_has_suffix (lower, ".pdf"))
    return;
  copy = g_file_new_for_path (cand_attachment_get_path (self->attachment));
  cand_file_text_async (copy, self->cancellable, text_cb, g_object_ref (self));
}

static void
active_cb (GtkWindow *window, GParamSpec *pspec, CandFileNote *self)
{
  if (gtk_window_is_active (window) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    cand_file_note_look (self);
}

static void
compare_clicked_cb (CandFileNote *self)
{
  g_autoptr (GFile) file = new_source (self);

  adw_dialog_present (
      ADW_DIALOG (cand_file_compare_dialog_new (self->attachment, file, self->state)),
      GTK_WIDGET (self));
}

static void
keep_clicked_cb (CandFileNote *self)
{
  g_signal_emit (self, signals[SIGNAL_KEEP], 0, self->state->modified);
}

static void
replace_clicked_cb (CandFileNote *self)
{
  g_autoptr (GFile) file = new_source (self);

  g_signal_emit (self, signals[SIGNAL_REPLACE], 0, file);
}

static void
cand_file_note_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cand_file_note_parent_class)->map (widget);
  cand_file_note_look (CAND_FILE_NOTE (widget));
}

static void
cand_file_note_root (GtkWidget *widget)
{
  GtkRoot *root;

  GTK_WIDGET_CLASS (cand_file_note_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root))
    g_signal_connect_object (root, "notify::is-active", G_CALLBACK (active_cb), widget, 0);
}

static void
cand_file_note_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), active_cb, widget);
  GTK_WIDGET_CLASS (cand_file_note_parent_class)->unroot (widget);
}

static void
cand_file_note_dispose (GObject *object)
{
  CandFileNote *self = CAND_FILE_NOTE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_FILE_NOTE);
  G_OBJECT_CLASS (cand_file_note_parent_class)->dispose (object);
}

static void
cand_file_note_finalize (GObject *object)
{
  CandFileNote *self = CAND_FILE_NOTE (object);

  g_clear_object (&self->attachment);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->state, cand_source_state_free);
  G_OBJECT_CLASS (cand_file_note_parent_class)->finalize (object);
}

static void
cand_file_note_class_init (CandFileNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cand_file_note_dispose;
  object_class->finalize = cand_file_note_finalize;
  widget_class->map = cand_file_note_map;
  widget_class->root = cand_file_note_root;
  widget_class->unroot = cand_file_note_unroot;

  signals[SIGNAL_KEEP] = g_signal_new ("keep", CAND_TYPE_FILE_NOTE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_REPLACE] = g_signal_new ("replace", CAND_TYPE_FILE_NOTE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/application/cand-file-note.ui");
  gtk_widget_class_bind_template_child (widget_class, CandFileNote, doubt);
  gtk_widget_class_bind_template_child (widget_class, CandFileNote, doubted);
  gtk_widget_class_bind_template_child (widget_class, CandFileNote, changed);
  gtk_widget_class_bind_template_child (widget_class, CandFileNote, compare);
  gtk_widget_class_bind_template_child (widget_class, CandFileNote, sentence);
  gtk_widget_class_bind_template_callback (widget_class, compare_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_clicked_cb);
}

static void
cand_file_note_init (CandFileNote *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update_visible (self);
}

void
cand_file_note_set_attachment (CandFileNote *self, CandAttachment *attachment)
{
  g_return_if_fail (CAND_IS_FILE_NOTE (self));
  g_return_if_fail (attachment == NULL || CAND_IS_ATTACHMENT (attachment));

  if (!g_set_object (&self->attachment, attachment))
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->state, cand_source_state_free);
  self->looking = FALSE;
  gtk_widget_set_visible (self->doubt, FALSE);
  show_changed (self, FALSE);
  if (attachment == NULL)
    return;
  look_for_text (self);
  cand_file_note_look (self);
}

void
cand_file_note_look (CandFileNote *self)
{
  g_return_if_fail (CAND_IS_FILE_NOTE (self));

  if (self->looking || self->attachment == NULL ||
      cand_attachment_get_source_uri (self->attachment) == NULL)
    return;
  self->looking = TRUE;
  cand_source_look_async (self->attachment, self->state, self->cancellable, looked_cb,
                          g_object_ref (self));
}
