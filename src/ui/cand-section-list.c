/* cand-section-list.c: the positions as GTK wants them: a list model with sections
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-section-list.h"

struct _CandSectionList
{
  GObject parent_instance;

  CandPositionList *positions; /* (owned) */
  guint limit;                 /* how many items there seem to be at most */
};

static GType
get_item_type (GListModel *model)
{
  return CAND_TYPE_POSITION;
}

static guint
get_n_items (GListModel *model)
{
  CandSectionList *self = CAND_SECTION_LIST (model);

  return MIN (g_list_model_get_n_items (G_LIST_MODEL (self->positions)), self->limit);
}

static gpointer
get_item (GListModel *model, guint position)
{
  CandSectionList *self = CAND_SECTION_LIST (model);

  return position < self->limit ? g_list_model_get_item (G_LIST_MODEL (self->positions), position)
                                : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  CandSectionList *self = CAND_SECTION_LIST (model);
  guint n = get_n_items (G_LIST_MODEL (self));

  if (position < n)
    {
      cand_position_list_get_section (self->positions, position, start, end);
      *end = MIN (*end, n);
    }
  else
    {
      *start = n;
      *end = G_MAXUINT;
    }
}

static void
section_model_iface_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CandSectionList,
                               cand_section_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                          section_model_iface_init))

static void
positions_items_changed_cb (CandSectionList *self, guint position, guint removed, guint added)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->positions));
  guint n_before = n - added + removed;

  if (MAX (n, n_before) > self->limit)
    {
      /* Only for the first frame: all that seems to be there is told anew. */
      removed = MIN (n_before, self->limit);
      added = MIN (n, self->limit);
      position = 0;
    }
  if (removed + added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
positions_sections_changed_cb (CandSectionList *self, guint position, guint n_items)
{
  guint n = get_n_items (G_LIST_MODEL (self));

  if (position < n)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), position,
                                        MIN (n_items, n - position));
}

static void
cand_section_list_dispose (GObject *object)
{
  CandSectionList *self = CAND_SECTION_LIST (object);

  g_clear_object (&self->positions);

  G_OBJECT_CLASS (cand_section_list_parent_class)->dispose (object);
}

static void
cand_section_list_class_init (CandSectionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cand_section_list_dispose;
}

static void
cand_section_list_init (CandSectionList *self)
{
  self->limit = G_MAXUINT;
}

CandSectionList *
cand_section_list_new (CandPositionList *positions)
{
  CandSectionList *self = g_object_new (CAND_TYPE_SECTION_LIST, NULL);

  self->positions = g_object_ref (positions);
  g_signal_connect_object (positions, "items-changed", G_CALLBACK (positions_items_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (positions, "sections-changed",
                           G_CALLBACK (positions_sections_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
cand_section_list_set_limit (CandSectionList *self, guint limit)
{
  guint n_before = get_n_items (G_LIST_MODEL (self));
  guint n;

  self->limit = limit;
  n = get_n_items (G_LIST_MODEL (self));
  if (n > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, n - n_before);
  else if (n < n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n, n_before - n, 0);
}
