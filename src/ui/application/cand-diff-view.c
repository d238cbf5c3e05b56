/* cand-diff-view.c: two texts as one, with what differs
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-diff-view.h"

#include <glib/gi18n-lib.h>

#include "core/text/cand-word-diff.h"
#include "ui/cand-wrap.h"

/* Changes that are read aloud; and characters of one. */
#define MOST_SPOKEN 20
#define LONGEST_SPOKEN 200

struct _CandDiffView
{
  GtkWidget parent_instance;

  GtkTextView *view;         /* (owned) the only child */
  GtkTextTag *removed;       /* (unowned) */
  GtkTextTag *added;         /* (unowned) */
  GCancellable *cancellable; /* (owned) (nullable) of the comparing */
};

G_DEFINE_FINAL_TYPE (CandDiffView, cand_diff_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SHOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  char *before;
  char *after;
  GArray *spans; /* (nullable) (element-type CandWordSpan) once compared */
} Comparison;

static void
comparison_free (Comparison *self)
{
  g_free (self->before);
  g_free (self->after);
  g_clear_pointer (&self->spans, g_array_unref);
  g_free (self);
}

static void
update_colours (CandDiffView *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA colour;

  adw_accent_color_to_standalone_rgba (ADW_ACCENT_COLOR_RED, dark, &colour);
  g_object_set (self->removed, "foreground-rgba", &colour, NULL);
  adw_accent_color_to_standalone_rgba (ADW_ACCENT_COLOR_GREEN, dark, &colour);
  g_object_set (self->added, "foreground-rgba", &colour, NULL);
}

static const char *
text_of (const Comparison *comparison, const CandWordSpan *span)
{
  return (span->change == CAND_WORD_REMOVED ? comparison->before : comparison->after) + span->start;
}

static void
show_text (CandDiffView *self, const Comparison *comparison)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  gboolean endless = cand_wrap_mode_for (comparison->before) == PANGO_WRAP_CHAR ||
                     cand_wrap_mode_for (comparison->after) == PANGO_WRAP_CHAR;
  GtkTextIter end;

  gtk_text_view_set_wrap_mode (self->view, endless ? GTK_WRAP_CHAR : GTK_WRAP_WORD_CHAR);
  gtk_text_buffer_set_text (buffer, "", 0);
  gtk_text_buffer_get_end_iter (buffer, &end);
  for (guint i = 0; i < comparison->spans->len; i++)
    {
      const CandWordSpan *span = &g_array_index (comparison->spans, CandWordSpan, i);
      GtkTextTag *tag = span->change == CAND_WORD_REMOVED ? self->removed
                        : span->change == CAND_WORD_ADDED ? self->added
                                                          : NULL;

      gtk_text_buffer_insert_with_tags (buffer, &end, text_of (comparison, span),
                                        (int) span->length, tag, NULL);
    }
}

/* "Removed: brown fox. Added: red dog." */
static void
speak (CandDiffView *self, const Comparison *comparison)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < comparison->spans->len && n < MOST_SPOKEN; i++)
    {
      const CandWordSpan *span = &g_array_index (comparison->spans, CandWordSpan, i);
      g_autofree char *text = NULL;
      g_autofree char *beginning = NULL;

      if (span->change == CAND_WORD_SAME)
        continue;
      text = g_strndup (text_of (comparison, span), span->length);
      beginning = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), LONGEST_SPOKEN));
      g_string_append_printf (words,
                              span->change == CAND_WORD_REMOVED
                                  /* Translators: read aloud; words that a text lost. */
                                  ? _ ("Removed: %s. ")
                                  /* Translators: read aloud; words that a text got. */
                                  : _ ("Added: %s. "),
                              g_strstrip (beginning));
      n++;
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Comparison"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words->str,
                                  -1);
}

static void
compare_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Comparison *comparison = data;

  comparison->spans = cand_word_diff (comparison->before, comparison->after);
  g_task_return_boolean (task, TRUE);
}

static void
compare_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandDiffView) self = user_data;
  const Comparison *comparison = g_task_get_task_data (G_TASK (result));
  guint n_removed, n_added;

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  show_text (self, comparison);
  speak (self, comparison);
  cand_word_diff_count (comparison->spans, &n_removed, &n_added);
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0, n_removed, n_added);
}

static void
cand_diff_view_dispose (GObject *object)
{
  CandDiffView *self = CAND_DIFF_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer ((GtkWidget **) &self->view, gtk_widget_unparent);
  G_OBJECT_CLASS (cand_diff_view_parent_class)->dispose (object);
}

static void
cand_diff_view_finalize (GObject *object)
{
  g_clear_object (&CAND_DIFF_VIEW (object)->cancellable);
  G_OBJECT_CLASS (cand_diff_view_parent_class)->finalize (object);
}

static void
cand_diff_view_class_init (CandDiffViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cand_diff_view_dispose;
  object_class->finalize = cand_diff_view_finalize;
  signals[SIGNAL_SHOWN] = g_signal_new ("shown", CAND_TYPE_DIFF_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cand_diff_view_init (CandDiffView *self)
{
  GtkTextBuffer *buffer;

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_editable (self->view, FALSE);
  gtk_text_view_set_cursor_visible (self->view, FALSE);
  gtk_text_view_set_top_margin (self->view, 6);
  gtk_text_view_set_bottom_margin (self->view, 18);
  gtk_text_view_set_left_margin (self->view, 18);
  gtk_text_view_set_right_margin (self->view, 18);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "comparison");
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));
  buffer = gtk_text_view_get_buffer (self->view);
  self->removed = gtk_text_buffer_create_tag (buffer, NULL, "strikethrough", TRUE, NULL);
  self->added =
      gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  update_colours (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (update_colours), self, G_CONNECT_SWAPPED);
}

void
cand_diff_view_compare (CandDiffView *self, const char *before, const char *after)
{
  Comparison *comparison;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CAND_IS_DIFF_VIEW (self));
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  comparison = g_new0 (Comparison, 1);
  comparison->before = g_strdup (before);
  comparison->after = g_strdup (after);
  task = g_task_new (NULL, self->cancellable, compare_cb, g_object_ref (self));
  g_task_set_source_tag (task, cand_diff_view_compare);
  g_task_set_task_data (task, comparison, (GDestroyNotify) comparison_free);
  g_task_run_in_thread (task, compare_thread);
}
