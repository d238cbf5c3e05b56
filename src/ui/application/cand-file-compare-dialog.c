/* cand-file-compare-dialog.c: an attached copy beside the file it was copied from
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-file-compare-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/text/cand-word-diff.h"
#include "ui/cand-status-text.h"

/* A label holds that much with ease; who changed more opens both. */
#define MAX_BYTES (64 * 1024)
/* Of what is the same, so many characters are shown around a difference. */
#define AROUND 120

struct _CandFileCompareDialog
{
  AdwDialog parent_instance;

  AdwActionRow *copy;
  AdwActionRow *source;
  GtkStack *stack;
  GtkLabel *count;
  GtkLabel *words;

  GFile *copy_file;          /* (owned) */
  GFile *source_file;        /* (owned) */
  char *before;              /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) cancelled with the dialog */
};

G_DEFINE_FINAL_TYPE (CandFileCompareDialog, cand_file_compare_dialog, ADW_TYPE_DIALOG)

static void
launch (CandFileCompareDialog *self, GFile *file)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                            self->cancellable, NULL, NULL);
}

static void
open_copy_clicked_cb (CandFileCompareDialog *self)
{
  launch (self, self->copy_file);
}

static void
open_source_clicked_cb (CandFileCompareDialog *self)
{
  launch (self, self->source_file);
}

/* What is the same, shortened: its end where something follows, its beginning where something
 * came before. */
static void
append_same (GString *markup, const char *text, gboolean first, gboolean last)
{
  glong length = g_utf8_strlen (text, -1);
  glong start = first ? 0 : MIN (AROUND, length);
  glong end = last ? 0 : MIN (AROUND, length);
  g_autofree char *beginning = NULL;
  g_autofree char *ending = NULL;

  if (start + end + 20 >= length)
    {
      g_autofree char *escaped = g_markup_escape_text (text, -1);

      g_string_append (markup, escaped);
      return;
    }
  beginning = g_utf8_substring (text, 0, start);
  ending = g_utf8_substring (text, length - end, length);
  {
    g_autofree char *escaped = g_markup_printf_escaped ("%s … %s", beginning, ending);

    g_string_append (markup, escaped);
  }
}

/* Told apart by line and weight, for whom colours say nothing. */
static char *
dup_markup (GArray *spans, const char *before, const char *after)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const CandWordSpan *span = &g_array_index (spans, CandWordSpan, i);
      const char *from = span->change == CAND_WORD_REMOVED ? before : after;
      g_autofree char *text = g_strndup (from + span->start, span->length);
      g_autofree char *escaped = g_markup_escape_text (text, -1);

      switch (span->change)
        {
        case CAND_WORD_SAME:
          append_same (markup, text, i == 0, i + 1 == spans->len);
          break;
        case CAND_WORD_REMOVED:
          g_string_append_printf (markup, "<s>%s</s>", escaped);
          break;
        case CAND_WORD_ADDED:
          g_string_append_printf (markup, "<b><u>%s</u></b>", escaped);
          break;
        }
    }
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static char *
dup_count (GArray *spans)
{
  g_autofree char *removed = NULL;
  g_autofree char *added = NULL;
  guint n_removed, n_added;

  cand_word_diff_count (spans, &n_removed, &n_added);
  if (n_removed == 0 && n_added == 0)
    return g_strdup (_ ("The words are the same"));
  removed =
      g_strdup_printf (ngettext ("%u word removed", "%u words removed", n_removed), n_removed);
  added = g_strdup_printf (ngettext ("%u word added", "%u words added", n_added), n_added);
  /* Translators: as in "2 words removed, 3 words added". */
  return g_strdup_printf (_ ("%s, %s"), removed, added);
}

static void
show_words (CandFileCompareDialog *self, const char *after)
{
  g_autoptr (GArray) spans = cand_word_diff (self->before, after);
  g_autofree char *markup = dup_markup (spans, self->before, after);
  g_autofree char *count = dup_count (spans);

  gtk_label_set_label (self->count, count);
  gtk_label_set_markup (self->words, markup);
  gtk_stack_set_visible_child_name (self->stack, "words");
}

static void
source_text_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandFileCompareDialog) self = user_data;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  cand_file_text_finish (result, &after, &error);
  if (error != NULL)
    return;
  if (self->before != NULL && after != NULL && strlen (self->before) <= MAX_BYTES &&
      strlen (after) <= MAX_BYTES)
    show_words (self, after);
  else
    gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
copy_text_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandFileCompareDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  cand_file_text_finish (result, &self->before, &error);
  if (error == NULL)
    cand_file_text_async (self->source_file, self->cancellable, source_text_cb,
                          g_object_ref (self));
}

static void
cand_file_compare_dialog_dispose (GObject *object)
{
  g_cancellable_cancel (CAND_FILE_COMPARE_DIALOG (object)->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_FILE_COMPARE_DIALOG);
  G_OBJECT_CLASS (cand_file_compare_dialog_parent_class)->dispose (object);
}

static void
cand_file_compare_dialog_finalize (GObject *object)
{
  CandFileCompareDialog *self = CAND_FILE_COMPARE_DIALOG (object);

  g_clear_object (&self->copy_file);
  g_clear_object (&self->source_file);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->before, g_free);
  G_OBJECT_CLASS (cand_file_compare_dialog_parent_class)->finalize (object);
}

static void
cand_file_compare_dialog_class_init (CandFileCompareDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cand_file_compare_dialog_dispose;
  object_class->finalize = cand_file_compare_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, CAND_APP_PATH
                                               "/ui/application/cand-file-compare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CandFileCompareDialog, copy);
  gtk_widget_class_bind_template_child (widget_class, CandFileCompareDialog, source);
  gtk_widget_class_bind_template_child (widget_class, CandFileCompareDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CandFileCompareDialog, count);
  gtk_widget_class_bind_template_child (widget_class, CandFileCompareDialog, words);
  gtk_widget_class_bind_template_callback (widget_class, open_copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_source_clicked_cb);
}

static void
cand_file_compare_dialog_init (CandFileCompareDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cand_file_compare_dialog_new:
 * @attachment: the copy
 * @source: what it was copied from
 * @state: of @source
 *
 * Returns: (transfer floating): the dialog, reading both
 */
CandFileCompareDialog *
cand_file_compare_dialog_new (CandAttachment *attachment,
                              GFile *source,
                              const CandSourceState *state)
{
  CandFileCompareDialog *self = g_object_new (CAND_TYPE_FILE_COMPARE_DIALOG, NULL);
  g_autofree char *copy_size = g_format_size (cand_attachment_get_size (attachment));
  g_autofree char *copied = cand_status_dup_time (cand_attachment_get_added (attachment));
  g_autofree char *source_size = g_format_size (state->size);
  g_autofree char *changed = cand_status_dup_time (state->modified / G_USEC_PER_SEC);
  /* Translators: size of a file and when it was copied, as in "248 kB · copied 14:02". */
  g_autofree char *copy_text = g_strdup_printf (_ ("%s · copied %s"), copy_size, copied);
  /* Translators: size of a file and when it was changed, as in "248 kB · changed 14:02". */
  g_autofree char *source_text = g_strdup_printf (_ ("%s · changed %s"), source_size, changed);

  self->copy_file = g_file_new_for_path (cand_attachment_get_path (attachment));
  self->source_file = g_object_ref (source);
  adw_action_row_set_subtitle (self->copy, copy_text);
  adw_action_row_set_subtitle (self->source, source_text);
  cand_file_text_async (self->copy_file, self->cancellable, copy_text_cb, g_object_ref (self));
  return self;
}
