/* cand-position-list.c: positions by row id, in sections, built when asked for
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-position-list.h"

/* Enough for the rows on a tall screen and the ones a scroll brings next. */
#define CACHE_SIZE 256

/* More changes than this are told as one: scrolled far or sorted anew, the view starts over anyway.
 */
#define MAX_HUNKS 32

/* A row is its id and whether a section starts at it, in one number: 100,000 of them are 800 kB. */
typedef gint64 Row;

/* On the main thread. The library gives it rows; views read it. */
struct _CandPositionList
{
  GObject parent_instance;

  CandPositionLoader loader;
  gpointer loader_data;
  GDestroyNotify loader_destroy;

  GArray *rows;   /* (owned) (element-type Row) */
  GArray *starts; /* (owned) (element-type guint) where sections start, ascending */
  gboolean starts_stale;

  GQueue cache;       /* (element-type CandPosition) (owned) the latest asked for, newest first */
  GHashTable *living; /* (owned) (element-type gint64 CandPosition) every one given out and alive,
                         (unowned): a weak reference takes it out */
  gboolean pending;
};

static void cand_position_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CandPositionList,
                               cand_position_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      cand_position_list_list_model_init))

typedef enum
{
  PROP_ITEM_TYPE = 1,
  PROP_N_ITEMS,
  PROP_PENDING,
} CandPositionListProperty;

static GParamSpec *properties[PROP_PENDING + 1];

typedef enum
{
  SIGNAL_SECTIONS_CHANGED,
  N_SIGNALS
} CandPositionListSignal;

static guint signals[N_SIGNALS];

/* One place where the rows differ: old rows [position, position + removed) become the new rows
 * [new_position, new_position + added). */
typedef struct
{
  guint position;
  guint removed;
  guint new_position;
  guint added;
} Hunk;

static inline Row
make_row (gint64 id, gboolean starts)
{
  return id * 2 + (starts ? 1 : 0);
}

static inline gint64
row_id (Row row)
{
  return row >> 1;
}

static inline gboolean
row_starts (Row row)
{
  return row & 1;
}

static inline Row
get_row (GArray *rows, guint position)
{
  return g_array_index (rows, Row, position);
}

/* Where sections start, worked out again when somebody asks after a change. */
static GArray *
get_starts (CandPositionList *self)
{
  if (!self->starts_stale)
    return self->starts;
  g_array_set_size (self->starts, 0);
  for (guint i = 0; i < self->rows->len; i++)
    if (i == 0 || row_starts (get_row (self->rows, i)))
      g_array_append_val (self->starts, i);
  self->starts_stale = FALSE;
  return self->starts;
}

static void
position_finalized_cb (gpointer user_data, GObject *position)
{
  CandPositionList *self = user_data;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->living);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == (gpointer) position)
      {
        g_hash_table_iter_remove (&iter);
        return;
      }
}

static void
forget_living (CandPositionList *self, gint64 id)
{
  CandPosition *position = g_hash_table_lookup (self->living, &id);

  if (position == NULL)
    return;
  g_object_weak_unref (G_OBJECT (position), position_finalized_cb, self);
  g_hash_table_remove (self->living, &id);
}

static void
remember (CandPositionList *self, gint64 id, CandPosition *position)
{
  gint64 *key = g_memdup2 (&id, sizeof id);

  forget_living (self, id);
  g_object_weak_ref (G_OBJECT (position), position_finalized_cb, self);
  g_hash_table_insert (self->living, key, position);
  g_queue_push_head (&self->cache, g_object_ref (position));
  while (self->cache.length > CACHE_SIZE)
    g_object_unref (g_queue_pop_tail (&self->cache));
}

/* A list may not have holes: for a row that has gone, until the next query leaves it out, there is
 * an empty position. */
static CandPosition *
load (CandPositionList *self, gint64 id)
{
  CandPosition *position = self->loader (id, self->loader_data);

  if (position == NULL)
    {
      position = cand_position_new ("", "");
      cand_position_set_id (position, id);
      cand_position_set_state (position, CAND_POSITION_STATE_CLOSED);
    }
  return position;
}

/* The only place where rows change. */
static void
apply_hunk (CandPositionList *self, const Hunk *hunk, GArray *new_rows)
{
  if (hunk->removed > 0)
    g_array_remove_range (self->rows, hunk->position, hunk->removed);
  if (hunk->added > 0)
    g_array_insert_vals (self->rows, hunk->position,
                         &g_array_index (new_rows, Row, hunk->new_position), hunk->added);
  self->starts_stale = TRUE;
  g_list_model_items_changed (G_LIST_MODEL (self), hunk->position, hunk->removed, hunk->added);
}

/* What is left of two lists when what they have in common at both ends is taken off. */
static gboolean
find_difference (GArray *old_rows, GArray *new_rows, Hunk *hunk)
{
  guint shorter = MIN (old_rows->len, new_rows->len);
  guint prefix = 0;
  guint suffix = 0;

  while (prefix < shorter &&
         row_id (get_row (old_rows, prefix)) == row_id (get_row (new_rows, prefix)))
    prefix++;
  while (suffix < shorter - prefix && row_id (get_row (old_rows, old_rows->len - 1 - suffix)) ==
                                          row_id (get_row (new_rows, new_rows->len - 1 - suffix)))
    suffix++;
  *hunk = (Hunk) {
    .position = prefix,
    .removed = old_rows->len - prefix - suffix,
    .new_position = prefix,
    .added = new_rows->len - prefix - suffix,
  };
  return hunk->removed > 0 || hunk->added > 0;
}

static GHashTable *
collect_ids (GArray *rows, guint start, guint n)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = start; i < start + n; i++)
    {
      gint64 id = row_id (get_row (rows, i));

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  return ids;
}

static gboolean
contains_row (GHashTable *ids, Row row)
{
  gint64 id = row_id (row);

  return g_hash_table_contains (ids, &id);
}

/* The one difference @all as several small ones, when what stays has stayed in its order, as it has
 * when a refresh brought some positions and took others. NULL when that is not so, or not worth it.
 */
static GArray *
split_difference (GArray *old_rows, GArray *new_rows, const Hunk *all)
{
  g_autoptr (GHashTable) old_ids = collect_ids (old_rows, all->position, all->removed);
  g_autoptr (GHashTable) new_ids = collect_ids (new_rows, all->new_position, all->added);
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (Hunk));
  guint old_end = all->position + all->removed;
  guint new_end = all->new_position + all->added;
  guint i = all->position;
  guint j = all->new_position;

  while (i < old_end || j < new_end)
    {
      Hunk hunk = { .position = i, .new_position = j };

      while (i < old_end && !contains_row (new_ids, get_row (old_rows, i)))
        i++;
      while (j < new_end && !contains_row (old_ids, get_row (new_rows, j)))
        j++;
      hunk.removed = i - hunk.position;
      hunk.added = j - hunk.new_position;
      if (hunk.removed > 0 || hunk.added > 0)
        g_array_append_val (hunks, hunk);
      if (hunks->len > MAX_HUNKS)
        return NULL;
      if (i < old_end && j < new_end)
        {
          if (row_id (get_row (old_rows, i)) != row_id (get_row (new_rows, j)))
            return NULL;
          i++;
          j++;
        }
      else if (i < old_end || j < new_end)
        return NULL;
    }
  return g_steal_pointer (&hunks);
}

/* From the last to the first, so that the positions of those to come stay what they were. */
static void
apply_difference (CandPositionList *self, GArray *new_rows, const Hunk *all)
{
  g_autoptr (GArray) hunks = NULL;

  if (all->removed > 0 && all->added > 0)
    hunks = split_difference (self->rows, new_rows, all);
  if (hunks == NULL)
    {
      apply_hunk (self, all, new_rows);
      return;
    }
  for (guint i = hunks->len; i > 0; i--)
    apply_hunk (self, &g_array_index (hunks, Hunk, i - 1), new_rows);
}

/* The ids are the new ones already; tells of the sections whose rows are others now. */
static void
apply_sections (CandPositionList *self, GArray *new_rows)
{
  guint first = G_MAXUINT;
  guint last = 0;
  guint start;
  guint end;
  guint unused;

  g_assert (self->rows->len == new_rows->len);
  for (guint i = 0; i < new_rows->len; i++)
    if (get_row (self->rows, i) != get_row (new_rows, i))
      {
        g_array_index (self->rows, Row, i) = get_row (new_rows, i);
        first = MIN (first, i);
        last = i;
      }
  if (first == G_MAXUINT)
    return;
  self->starts_stale = TRUE;
  cand_position_list_get_section (self, first > 0 ? first - 1 : 0, &start, &unused);
  cand_position_list_get_section (self, last, &unused, &end);
  g_signal_emit (self, signals[SIGNAL_SECTIONS_CHANGED], 0, start, end - start);
}

static GType
cand_position_list_get_item_type (GListModel *model)
{
  return CAND_TYPE_POSITION;
}

static guint
cand_position_list_get_n_items (GListModel *model)
{
  return CAND_POSITION_LIST (model)->rows->len;
}

static gpointer
cand_position_list_get_item (GListModel *model, guint position)
{
  CandPositionList *self = CAND_POSITION_LIST (model);
  CandPosition *item;
  gint64 id;

  if (position >= self->rows->len)
    return NULL;
  id = row_id (get_row (self->rows, position));
  item = g_hash_table_lookup (self->living, &id);
  if (item != NULL)
    return g_object_ref (item);
  item = load (self, id);
  remember (self, id, item);
  return item;
}

static void
cand_position_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = cand_position_list_get_item_type;
  iface->get_n_items = cand_position_list_get_n_items;
  iface->get_item = cand_position_list_get_item;
}

static void
cand_position_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CandPositionList *self = CAND_POSITION_LIST (object);

  switch ((CandPositionListProperty) prop_id)
    {
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, CAND_TYPE_POSITION);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->rows->len);
      break;
    case PROP_PENDING:
      g_value_set_boolean (value, self->pending);
      break;
    }
}

static void
cand_position_list_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  CandPositionList *self = CAND_POSITION_LIST (object);

  switch ((CandPositionListProperty) prop_id)
    {
    case PROP_PENDING:
      cand_position_list_set_pending (self, g_value_get_boolean (value));
      break;
    case PROP_ITEM_TYPE:
    case PROP_N_ITEMS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
cand_position_list_dispose (GObject *object)
{
  CandPositionList *self = CAND_POSITION_LIST (object);
  GHashTableIter iter;
  gpointer position;

  g_hash_table_iter_init (&iter, self->living);
  while (g_hash_table_iter_next (&iter, NULL, &position))
    g_object_weak_unref (position, position_finalized_cb, self);
  g_hash_table_remove_all (self->living);
  g_queue_clear_full (&self->cache, g_object_unref);

  G_OBJECT_CLASS (cand_position_list_parent_class)->dispose (object);
}

static void
cand_position_list_finalize (GObject *object)
{
  CandPositionList *self = CAND_POSITION_LIST (object);

  if (self->loader_destroy != NULL)
    self->loader_destroy (self->loader_data);
  g_clear_pointer (&self->living, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->starts, g_array_unref);

  G_OBJECT_CLASS (cand_position_list_parent_class)->finalize (object);
}

static void
cand_position_list_class_init (CandPositionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cand_position_list_get_property;
  object_class->set_property = cand_position_list_set_property;
  object_class->dispose = cand_position_list_dispose;
  object_class->finalize = cand_position_list_finalize;

  properties[PROP_ITEM_TYPE] =
      g_param_spec_gtype ("item-type", NULL, NULL, CAND_TYPE_POSITION, readable);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_PENDING] = g_param_spec_boolean (
      "pending", NULL, NULL, FALSE, readable | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /* CandPositionList::sections-changed: (position, n_items): see the header. */
  signals[SIGNAL_SECTIONS_CHANGED] =
      g_signal_new ("sections-changed", CAND_TYPE_POSITION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
cand_position_list_init (CandPositionList *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->living = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_queue_init (&self->cache);
}

CandPositionList *
cand_position_list_new (CandPositionLoader loader, gpointer user_data, GDestroyNotify destroy)
{
  CandPositionList *self;

  g_return_val_if_fail (loader != NULL, NULL);
  self = g_object_new (CAND_TYPE_POSITION_LIST, NULL);
  self->loader = loader;
  self->loader_data = user_data;
  self->loader_destroy = destroy;
  return self;
}

/**
 * cand_position_list_set_rows:
 *
 * While several changes are told one after the other, the list is complete and in sections at each
 * of them. Rows must not be set from a handler of what this emits.
 */
void
cand_position_list_set_rows (
    CandPositionList *self, const gint64 *ids, guint n, const guint *sections, guint n_sections)
{
  g_autoptr (GArray) new_rows = NULL;
  guint old_n;
  Hunk difference;

  g_return_if_fail (CAND_IS_POSITION_LIST (self));
  g_return_if_fail (ids != NULL || n == 0);
  g_return_if_fail (sections != NULL || n_sections == 0);

  new_rows = g_array_sized_new (FALSE, FALSE, sizeof (Row), n);
  for (guint i = 0; i < n; i++)
    {
      Row row = make_row (ids[i], FALSE);

      g_array_append_val (new_rows, row);
    }
  for (guint i = 0; i < n_sections; i++)
    if (sections[i] < n)
      g_array_index (new_rows, Row, sections[i]) |= 1;

  old_n = self->rows->len;
  if (find_difference (self->rows, new_rows, &difference))
    apply_difference (self, new_rows, &difference);
  apply_sections (self, new_rows);
  if (old_n != n)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

void
cand_position_list_reload (CandPositionList *self, const gint64 *ids, guint n)
{
  g_return_if_fail (CAND_IS_POSITION_LIST (self));
  g_return_if_fail (ids != NULL || n == 0);

  for (guint i = 0; i < n; i++)
    {
      CandPosition *known = g_hash_table_lookup (self->living, &ids[i]);
      g_autoptr (CandPosition) living = known != NULL ? g_object_ref (known) : NULL;
      g_autoptr (CandPosition) loaded = NULL;
      guint position;

      if (living == NULL)
        continue;
      loaded = load (self, ids[i]);
      if (g_str_equal (cand_position_get_key (living), cand_position_get_key (loaded)))
        {
          cand_position_patch (living, loaded);
          continue;
        }
      /* The row has gone or has come back: it is another object now. */
      remember (self, ids[i], loaded);
      if (cand_position_list_find (self, ids[i], &position))
        g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
    }
}

/* 0 beyond the end. */
gint64
cand_position_list_get_id (CandPositionList *self, guint position)
{
  g_return_val_if_fail (CAND_IS_POSITION_LIST (self), 0);
  return position < self->rows->len ? row_id (get_row (self->rows, position)) : 0;
}

void
cand_position_list_get_section (CandPositionList *self, guint position, guint *start, guint *end)
{
  GArray *starts;
  guint low = 0;
  guint high;

  g_return_if_fail (CAND_IS_POSITION_LIST (self));
  g_return_if_fail (start != NULL && end != NULL);
  if (position >= self->rows->len)
    {
      *start = self->rows->len;
      *end = G_MAXUINT;
      return;
    }
  /* The last start that is not after @position. */
  starts = get_starts (self);
  high = starts->len;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (starts, guint, middle) <= position)
        low = middle;
      else
        high = middle;
    }
  *start = g_array_index (starts, guint, low);
  *end = low + 1 < starts->len ? g_array_index (starts, guint, low + 1) : self->rows->len;
}

gboolean
cand_position_list_find (CandPositionList *self, gint64 id, guint *position)
{
  g_return_val_if_fail (CAND_IS_POSITION_LIST (self), FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    if (row_id (get_row (self->rows, i)) == id)
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
cand_position_list_get_pending (CandPositionList *self)
{
  g_return_val_if_fail (CAND_IS_POSITION_LIST (self), FALSE);
  return self->pending;
}

void
cand_position_list_set_pending (CandPositionList *self, gboolean pending)
{
  g_return_if_fail (CAND_IS_POSITION_LIST (self));
  if (self->pending == !!pending)
    return;
  self->pending = !!pending;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
}
