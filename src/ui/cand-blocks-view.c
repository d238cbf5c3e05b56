/* cand-blocks-view.c: a text of blocks, shown with plain widgets
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-blocks-view.h"

#include <glib/gi18n-lib.h>

#include "cand-links.h"
#include "cand-wrap.h"

/* How far one level of a list or a quote is set in, in pixels. */
#define INDENT 20
/* Deeper than this, a phone would have no room for words. */
#define MAX_INDENT_LEVELS 5
/* In characters: a longer one is a sentence that wants to be heard. */
#define MAX_HEADING_LENGTH 80

struct _CandBlocksView
{
  AdwBin parent_instance;

  GtkBox *column;            /* (unowned): the child */
  GCancellable *cancellable; /* (owned) (nullable): of the text being read */
};

G_DEFINE_FINAL_TYPE (CandBlocksView, cand_blocks_view, ADW_TYPE_BIN)

static gboolean
activate_link_cb (GtkLabel *label, const char *uri, gpointer user_data)
{
  cand_links_open (GTK_WIDGET (label), uri);
  return TRUE;
}

static GtkWidget *
make_label (const CandBlock *block, GtkAccessibleRole role)
{
  g_autofree char *markup = cand_block_to_markup (block);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "hexpand", TRUE,
                                   "selectable", TRUE, "wrap", TRUE, "xalign", 0.0f, NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap_mode (GTK_LABEL (label),
                           cand_wrap_mode_for (gtk_label_get_text (GTK_LABEL (label))));
  g_signal_connect (label, "activate-link", G_CALLBACK (activate_link_cb), NULL);
  return label;
}

/* Boards write their headings as paragraphs in bold. */
static gboolean
stands_for_heading (const CandBlock *block)
{
  const CandRun *run = block->runs->len == 1 ? g_ptr_array_index (block->runs, 0) : NULL;

  return block->type == CAND_BLOCK_PARAGRAPH && run != NULL && run->flags == CAND_RUN_STRONG &&
         run->link == NULL && g_utf8_strlen (run->text, -1) <= MAX_HEADING_LENGTH;
}

static GtkWidget *
make_heading (const CandBlock *block)
{
  GtkWidget *label = make_label (block, GTK_ACCESSIBLE_ROLE_HEADING);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL,
      block->type == CAND_BLOCK_HEADING ? (int) CLAMP (block->level + 1, 2, 6) : 3, -1);
  gtk_widget_add_css_class (
      label, block->type == CAND_BLOCK_HEADING && block->level <= 2 ? "title-3" : "title-4");
  gtk_widget_set_margin_top (label, 12);
  return label;
}

static GtkWidget *
make_item (const CandBlock *block)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "spacing", 8, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  g_autofree char *marker =
      block->ordinal > 0 ? g_strdup_printf ("%u.", block->ordinal) : g_strdup ("•");
  GtkWidget *bullet = gtk_label_new (block->continues ? "" : marker);
  guint level = CLAMP (block->level, 1, MAX_INDENT_LEVELS);

  gtk_label_set_xalign (GTK_LABEL (bullet), 1);
  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_widget_set_size_request (bullet, INDENT, -1);
  gtk_widget_add_css_class (bullet, "dimmed");
  gtk_widget_add_css_class (bullet, "numeric");
  gtk_widget_set_margin_start (row, (level - 1) * INDENT);
  gtk_box_append (GTK_BOX (row), bullet);
  gtk_box_append (GTK_BOX (row), make_label (block, GTK_ACCESSIBLE_ROLE_PARAGRAPH));
  return row;
}

static GtkWidget *
make_quote (const CandBlock *block)
{
  GtkWidget *label = make_label (block, GTK_ACCESSIBLE_ROLE_BLOCK_QUOTE);

  gtk_widget_add_css_class (label, "quote");
  gtk_widget_set_margin_start (label, (CLAMP (block->level, 1, MAX_INDENT_LEVELS) - 1) * INDENT);
  return label;
}

static GtkWidget *
make_preformatted (const CandBlock *block)
{
  GtkWidget *label = make_label (block, GTK_ACCESSIBLE_ROLE_PARAGRAPH);

  gtk_widget_add_css_class (label, "monospace");
  gtk_widget_add_css_class (label, "preformatted");
  return label;
}

static GtkWidget *
make_widget (const CandBlock *block)
{
  switch (block->type)
    {
    case CAND_BLOCK_PARAGRAPH:
      return stands_for_heading (block) ? make_heading (block)
                                        : make_label (block, GTK_ACCESSIBLE_ROLE_PARAGRAPH);
    case CAND_BLOCK_HEADING:
      return make_heading (block);
    case CAND_BLOCK_ITEM:
      return make_item (block);
    case CAND_BLOCK_QUOTE:
      return make_quote (block);
    case CAND_BLOCK_PREFORMATTED:
      return make_preformatted (block);
    case CAND_BLOCK_RULE:
      return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
    case CAND_BLOCK_TABLE_ROW:
      return make_label (block, GTK_ACCESSIBLE_ROLE_PARAGRAPH);
    }
  g_return_val_if_reached (gtk_label_new (NULL));
}

static void
clear (CandBlocksView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->column))) != NULL)
    gtk_box_remove (self->column, child);
}

static void
cancel (CandBlocksView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
cand_blocks_view_dispose (GObject *object)
{
  cancel (CAND_BLOCKS_VIEW (object));

  G_OBJECT_CLASS (cand_blocks_view_parent_class)->dispose (object);
}

static void
cand_blocks_view_class_init (CandBlocksViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cand_blocks_view_dispose;
}

static void
cand_blocks_view_init (CandBlocksView *self)
{
  self->column = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->column));
}

GtkWidget *
cand_blocks_view_new (void)
{
  return g_object_new (CAND_TYPE_BLOCKS_VIEW, NULL);
}

void
cand_blocks_view_set_blocks (CandBlocksView *self, CandBlocks *blocks)
{
  cancel (self);
  clear (self);
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    gtk_box_append (self->column, make_widget (g_ptr_array_index (blocks, i)));
}

static void
read_html (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, cand_blocks_new_from_html (task_data, -1, NULL),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
read_html_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GPtrArray) blocks = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled means that a later text is on its way. */
  if (blocks != NULL)
    cand_blocks_view_set_blocks (CAND_BLOCKS_VIEW (source), blocks);
}

void
cand_blocks_view_set_html (CandBlocksView *self, const char *html)
{
  g_autoptr (GTask) task = NULL;

  if (html == NULL || *html == '\0')
    {
      cand_blocks_view_set_blocks (self, NULL);
      return;
    }
  cancel (self);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, read_html_cb, NULL);
  g_task_set_source_tag (task, cand_blocks_view_set_html);
  g_task_set_task_data (task, g_strdup (html), g_free);
  g_task_run_in_thread (task, read_html);
}

void
cand_blocks_view_set_text (CandBlocksView *self, const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);

  cand_blocks_view_set_blocks (self, NULL);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      CandRun run = { g_strstrip (paragraphs[i]), CAND_RUN_PLAIN, NULL };
      g_autoptr (GPtrArray) runs = g_ptr_array_new ();
      CandBlock block = { CAND_BLOCK_PARAGRAPH, 0, 0, FALSE, runs };

      g_ptr_array_add (runs, &run);
      if (*run.text != '\0')
        gtk_box_append (self->column, make_widget (&block));
    }
}
