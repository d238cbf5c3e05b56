/* cand-paragraph-row.c: a question that is answered at length
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-paragraph-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cand-buffer-edit.h"
#include "cand-earlier-dialog.h"
#include "cand-spelling.h"
#include "ui/cand-wrap.h"

/* The text grows with what is written and never scrolls by itself: the page around it does, and is
 * made to follow the caret, until the person scrolls. A long text is laid out little by little, so
 * the caret's place changes for a while after the caret was moved. */

/* Above and below the caret's line, in pixels. */
#define CARET_MARGIN 24

/* What the employer would not get: struck through, and tinted so that it is found in dark and
 * light.
 */
#define CUT_TINT ((GdkRGBA) { 0.88, 0.11, 0.14, 0.2 })

struct _CandParagraphRow
{
  CandFieldRow parent_instance;

  AdwBin *place;
  GtkWidget *earlier;
  GtkTextView *text;     /* (unowned) in the place */
  GtkTextBuffer *buffer; /* (unowned) the view's */
  CandBufferEdit edit;
  GtkTextTag *cut; /* (unowned) what is beyond the limit */
  gboolean is_cut; /* something is */

  GtkAdjustment *adjustment; /* (owned) (nullable) the page's, once the caret was moved */
  guint follow;              /* the tick callback that brings the caret into view */
  gboolean laid_out;         /* a frame has passed since the caret moved */
  gboolean following;        /* the caret was moved, and nobody has scrolled since */
  gboolean revealing;
};

G_DEFINE_FINAL_TYPE (CandParagraphRow, cand_paragraph_row, CAND_TYPE_FIELD_ROW)

static char *
dup_text (CandParagraphRow *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/* Before a layout can see the text. */
static void
update_wrap_mode (CandParagraphRow *self, const char *text)
{
  gtk_text_view_set_wrap_mode (self->text, cand_wrap_mode_for (text) == PANGO_WRAP_CHAR
                                               ? GTK_WRAP_CHAR
                                               : GTK_WRAP_WORD_CHAR);
}

static GtkWidget *
find_page (CandParagraphRow *self)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
}

static void
reveal_caret (CandParagraphRow *self)
{
  GtkWidget *page = find_page (self);
  GdkRectangle caret;
  graphene_point_t place;
  double y;

  if (page == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->text)))
    return;
  gtk_text_view_get_cursor_locations (self->text, NULL, &caret, NULL);
  gtk_text_view_buffer_to_window_coords (self->text, GTK_TEXT_WINDOW_WIDGET, caret.x, caret.y,
                                         &caret.x, &caret.y);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->text), page,
                                 &GRAPHENE_POINT_INIT (caret.x, caret.y), &place))
    return;
  y = gtk_adjustment_get_value (self->adjustment) + place.y;
  self->revealing = TRUE;
  gtk_adjustment_clamp_page (self->adjustment, y - CARET_MARGIN, y + caret.height + CARET_MARGIN);
  self->revealing = FALSE;
}

/* Ticks come before a frame's layout, so the first one after a change still sees the old heights.
 */
static gboolean
follow_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CandParagraphRow *self = CAND_PARAGRAPH_ROW (widget);

  if (!self->laid_out)
    {
      self->laid_out = TRUE;
      return G_SOURCE_CONTINUE;
    }
  self->follow = 0;
  reveal_caret (self);
  return G_SOURCE_REMOVE;
}

static void
follow_caret (CandParagraphRow *self)
{
  if (self->follow == 0)
    self->follow = gtk_widget_add_tick_callback (GTK_WIDGET (self), follow_cb, NULL, NULL);
}

static void
page_resized_cb (CandParagraphRow *self)
{
  if (self->following && gtk_widget_has_focus (GTK_WIDGET (self->text)))
    follow_caret (self);
}

static void
page_scrolled_cb (CandParagraphRow *self)
{
  if (!self->revealing)
    self->following = FALSE;
}

static void
caret_moved_cb (CandParagraphRow *self)
{
  GtkWidget *page;

  if (!gtk_widget_has_focus (GTK_WIDGET (self->text)))
    return;
  page = find_page (self);
  if (page == NULL)
    return;
  if (self->adjustment == NULL)
    {
      self->adjustment =
          g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page)));
      g_signal_connect_object (self->adjustment, "changed", G_CALLBACK (page_resized_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (page_scrolled_cb),
                               self, G_CONNECT_SWAPPED);
    }
  self->laid_out = FALSE;
  self->following = TRUE;
  follow_caret (self);
}

/* Counts from the nearer end. The buffer tells "\r\n" as two characters, as it is kept. */
static void
get_cut_iter (CandParagraphRow *self, const char *text, gsize cut, GtkTextIter *iter)
{
  gsize size = strlen (text);
  int offset = cut < size / 2 ? g_utf8_strlen (text, cut)
                              : gtk_text_buffer_get_char_count (self->buffer) -
                                    g_utf8_strlen (text + cut, size - cut);

  gtk_text_buffer_get_iter_at_offset (self->buffer, iter, offset);
}

/* What is struck through ends with the text, but for what was just written there; so only what
 * changes is touched. */
static void
strike (CandParagraphRow *self, const GtkTextIter *cut, const GtkTextIter *end)
{
  GtkTextIter first, last = *end;
  gboolean any;

  gtk_text_buffer_get_start_iter (self->buffer, &first);
  any = gtk_text_iter_starts_tag (&first, self->cut) ||
        gtk_text_iter_forward_to_tag_toggle (&first, self->cut);
  if (any && gtk_text_iter_compare (&first, cut) < 0)
    gtk_text_buffer_remove_tag (self->buffer, self->cut, &first, cut);
  if (!any || gtk_text_iter_compare (cut, &first) < 0)
    gtk_text_buffer_apply_tag (self->buffer, self->cut, cut, end);
  else if (!gtk_text_iter_ends_tag (end, self->cut) &&
           gtk_text_iter_backward_to_tag_toggle (&last, self->cut))
    gtk_text_buffer_apply_tag (self->buffer, self->cut, &last, end);
}

static void
update_cut (CandParagraphRow *self)
{
  CandAnswer *answer = cand_field_row_get_answer (CAND_FIELD_ROW (self));
  const CandTextLimit *measured = cand_answer_get_measured (answer);
  gboolean is_cut = measured->known && measured->remaining < 0;
  GtkTextIter start, end, cut;

  if (!is_cut && !self->is_cut)
    return;
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  if (is_cut)
    {
      get_cut_iter (self, cand_answer_get_text (answer), measured->cut, &cut);
      strike (self, &cut, &end);
    }
  else
    gtk_text_buffer_remove_tag (self->buffer, self->cut, &start, &end);
  self->is_cut = is_cut;
}

/* The whole text, where it is not known what changed. */
static void
take_text (CandParagraphRow *self)
{
  char *text = dup_text (self);

  cand_buffer_edit_tell (&self->edit, text);
  cand_field_row_take (CAND_FIELD_ROW (self), text);
}

/* Every key comes by here. While an answer is shown, show_answer knows what it is. */
static void
buffer_changed_cb (CandParagraphRow *self)
{
  CandFieldRow *row = CAND_FIELD_ROW (self);
  CandAnswer *answer = cand_field_row_get_answer (row);
  CandBufferSplice splice;

  if (cand_field_row_is_showing (row))
    {
      cand_buffer_edit_tell (&self->edit, NULL);
      return;
    }
  if (cand_buffer_edit_resolve (&self->edit, cand_answer_get_text (answer), &splice))
    cand_field_row_splice (row, splice.offset, splice.n_removed, splice.inserted,
                           splice.n_inserted);
  else
    take_text (self);
  update_wrap_mode (self, cand_answer_get_text (answer));
  update_cut (self);
}

static void
earlier_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (cand_earlier_dialog_new (CAND_FIELD_ROW (widget)), widget);
}

static void
cand_paragraph_row_prepare (CandFieldRow *row)
{
  CandParagraphRow *self = CAND_PARAGRAPH_ROW (row);
  gboolean kept = cand_field_row_get_library (row) != NULL && cand_field_row_is_top_level (row);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paragraph.earlier", kept);
  gtk_widget_set_visible (self->earlier, kept);
}

/* The first text is where undo begins; a later one, such as an earlier version brought back, can be
 * undone. */
static void
cand_paragraph_row_show_answer (CandFieldRow *row)
{
  CandParagraphRow *self = CAND_PARAGRAPH_ROW (row);
  const char *text = cand_answer_get_text (cand_field_row_get_answer (row));
  g_autofree char *shown = dup_text (self);
  GtkTextIter start, end;

  if (g_strcmp0 (shown, text) == 0)
    return;
  update_wrap_mode (self, text);
  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    gtk_text_buffer_set_text (self->buffer, text, -1);
  else
    {
      gtk_text_buffer_begin_user_action (self->buffer);
      gtk_text_buffer_get_bounds (self->buffer, &start, &end);
      gtk_text_buffer_delete (self->buffer, &start, &end);
      gtk_text_buffer_insert (self->buffer, &start, text, -1);
      gtk_text_buffer_end_user_action (self->buffer);
    }
  cand_buffer_edit_tell (&self->edit, text);
  update_cut (self);
}

static void
cand_paragraph_row_dispose (GObject *object)
{
  CandParagraphRow *self = CAND_PARAGRAPH_ROW (object);

  if (self->follow != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->follow);
  self->follow = 0;
  g_clear_object (&self->adjustment);
  cand_buffer_edit_clear (&self->edit);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_PARAGRAPH_ROW);
  G_OBJECT_CLASS (cand_paragraph_row_parent_class)->dispose (object);
}

static void
cand_paragraph_row_class_init (CandParagraphRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CandFieldRowClass *row_class = CAND_FIELD_ROW_CLASS (klass);

  object_class->dispose = cand_paragraph_row_dispose;
  row_class->prepare = cand_paragraph_row_prepare;
  row_class->show_answer = cand_paragraph_row_show_answer;

  gtk_widget_class_install_action (widget_class, "paragraph.earlier", NULL, earlier_action);
  gtk_widget_class_set_template_from_resource (widget_class, CAND_APP_PATH
                                               "/ui/application/cand-paragraph-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CandParagraphRow, earlier);
  gtk_widget_class_bind_template_child (widget_class, CandParagraphRow, place);
}

/* Not in the template: what the view is depends on what the program was built with. */
static void
create_view (CandParagraphRow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("_Earlier Versions…"), "paragraph.earlier");
  self->text = cand_spelling_view_new (G_MENU_MODEL (menu));
  self->buffer = gtk_text_view_get_buffer (self->text);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "paragraph");
  adw_bin_set_child (self->place, GTK_WIDGET (self->text));
  g_object_set (self, "input", self->text, NULL);
  cand_buffer_edit_init (&self->edit, self->buffer);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (buffer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (caret_moved_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
cand_paragraph_row_init (CandParagraphRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  create_view (self);
  self->cut = gtk_text_buffer_create_tag (self->buffer, NULL, "strikethrough", TRUE,
                                          "background-rgba", &CUT_TINT, NULL);
}
