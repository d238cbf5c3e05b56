/* test-position-list.c: positions by row id, in sections
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-position-list.h"

#include "model-test.h"

#define MAX_ID 60

/* The rows there are: what the loader gives, and how often it was asked. */
typedef struct
{
  gboolean gone[MAX_ID + 1];
  const char *title;
  guint n_loads;
  guint n_destroyed;
} Store;

static CandPosition *
load (gint64 id, gpointer user_data)
{
  Store *store = user_data;
  g_autofree char *code = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  CandPosition *position;

  store->n_loads++;
  if (id <= MAX_ID && store->gone[id])
    return NULL;
  position = cand_position_new ("workable:huggingface", code);
  cand_position_set_id (position, id);
  cand_position_set_title (position, store->title);
  return position;
}

static void
destroyed (gpointer user_data)
{
  Store *store = user_data;

  store->n_destroyed++;
}

/* Fed by items-changed alone. */
typedef struct
{
  GArray *ids;
  guint n_items_changed;
  guint n_sections_changed;
  guint position;
  guint n_items;
} Mirror;

static void
assert_sections_sound (CandPositionList *list)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint position = 0;
  guint start;
  guint end;

  while (position < n)
    {
      cand_position_list_get_section (list, position, &start, &end);
      g_assert_cmpuint (start, ==, position);
      g_assert_cmpuint (end, >, start);
      g_assert_cmpuint (end, <=, n);
      cand_position_list_get_section (list, end - 1, &start, &end);
      g_assert_cmpuint (start, ==, position);
      position = end;
    }
  cand_position_list_get_section (list, n, &start, &end);
  g_assert_cmpuint (start, ==, n);
  g_assert_cmpuint (end, ==, G_MAXUINT);
}

static void
items_changed_cb (
    CandPositionList *list, guint position, guint removed, guint added, Mirror *mirror)
{
  mirror->n_items_changed++;
  g_assert_cmpuint (position + removed, <=, mirror->ids->len);
  if (removed > 0)
    g_array_remove_range (mirror->ids, position, removed);
  for (guint i = 0; i < added; i++)
    {
      gint64 id = cand_position_list_get_id (list, position + i);

      g_array_insert_val (mirror->ids, position + i, id);
    }
  /* At each of them the list is the mirror, whole. */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, mirror->ids->len);
  for (guint i = 0; i < mirror->ids->len; i++)
    g_assert_cmpint (cand_position_list_get_id (list, i), ==,
                     g_array_index (mirror->ids, gint64, i));
  assert_sections_sound (list);
}

static void
sections_changed_cb (CandPositionList *list, guint position, guint n_items, Mirror *mirror)
{
  mirror->n_sections_changed++;
  mirror->position = position;
  mirror->n_items = n_items;
}

static void
connect_mirror (CandPositionList *list, Mirror *mirror)
{
  *mirror = (Mirror) { .ids = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), mirror);
  g_signal_connect (list, "sections-changed", G_CALLBACK (sections_changed_cb), mirror);
}

static void
test_defaults (void)
{
  Store store = { .title = "T" };
  CandPositionList *list = cand_position_list_new (load, &store, destroyed);
  GType item_type;
  guint n_items;
  guint start;
  guint end;

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == CAND_TYPE_POSITION);
  g_object_get (list, "item-type", &item_type, "n-items", &n_items, NULL);
  g_assert_true (item_type == CAND_TYPE_POSITION);
  g_assert_cmpuint (n_items, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 0));
  g_assert_cmpint (cand_position_list_get_id (list, 0), ==, 0);
  g_assert_false (cand_position_list_find (list, 1, &n_items));
  cand_position_list_get_section (list, 0, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, G_MAXUINT);
  model_test_boolean (list, "pending");
  g_assert_finalize_object (list);
  g_assert_cmpuint (store.n_loads, ==, 0);
  g_assert_cmpuint (store.n_destroyed, ==, 1);
}

static void
test_rows (void)
{
  const gint64 ids[] = { 5, 3, 9, 4 };
  const guint sections[] = { 0, 2 };
  Store store = { .title = "T" };
  CandPositionList *list = cand_position_list_new (load, &store, NULL);
  Mirror mirror;
  guint count;
  guint position;
  guint start;
  guint end;

  connect_mirror (list, &mirror);
  model_test_count (list, "n-items", &count);
  cand_position_list_set_rows (list, ids, 4, sections, 2);
  cand_position_list_set_rows (list, ids, 4, sections, 2);
  g_assert_cmpuint (mirror.n_items_changed, ==, 1);
  g_assert_cmpuint (mirror.n_sections_changed, ==, 0);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpuint (mirror.ids->len, ==, 4);
  g_assert_cmpint (cand_position_list_get_id (list, 2), ==, 9);
  g_assert_true (cand_position_list_find (list, 4, &position));
  g_assert_cmpuint (position, ==, 3);
  cand_position_list_get_section (list, 1, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 2);
  cand_position_list_get_section (list, 2, &start, &end);
  g_assert_cmpuint (start, ==, 2);
  g_assert_cmpuint (end, ==, 4);
  cand_position_list_set_rows (list, NULL, 0, NULL, 0);
  g_assert_cmpuint (mirror.ids->len, ==, 0);
  g_assert_cmpuint (count, ==, 2);
  g_assert_finalize_object (list);
  g_array_unref (mirror.ids);
}

static void
test_fewest (void)
{
  const gint64 before[] = { 1, 2, 3, 4, 5, 6, 7, 8 };
  const gint64 without[] = { 1, 2, 4, 5, 6, 7, 8 };
  const gint64 apart[] = { 9, 1, 4, 5, 6, 10, 8 };
  const gint64 sorted[] = { 8, 10, 6, 5, 4, 1, 9 };
  Store store = { .title = "T" };
  CandPositionList *list = cand_position_list_new (load, &store, NULL);
  Mirror mirror;

  connect_mirror (list, &mirror);
  cand_position_list_set_rows (list, before, 8, NULL, 0);
  g_assert_cmpuint (mirror.n_items_changed, ==, 1);
  cand_position_list_set_rows (list, without, 7, NULL, 0);
  g_assert_cmpuint (mirror.n_items_changed, ==, 2);
  /* In front, without 2, and 7 became 10: what stays is not touched. */
  cand_position_list_set_rows (list, apart, 7, NULL, 0);
  g_assert_cmpuint (mirror.n_items_changed, ==, 5);
  cand_position_list_set_rows (list, sorted, 7, NULL, 0);
  g_assert_cmpuint (mirror.n_items_changed, ==, 6);
  g_assert_finalize_object (list);
  g_array_unref (mirror.ids);
}

static void
test_sections_only (void)
{
  const gint64 ids[] = { 1, 2, 3, 4, 5, 6, 7, 8 };
  const guint before[] = { 0, 2, 6 };
  const guint after[] = { 0, 2, 4, 6 };
  Store store = { .title = "T" };
  CandPositionList *list = cand_position_list_new (load, &store, NULL);
  Mirror mirror;

  connect_mirror (list, &mirror);
  cand_position_list_set_rows (list, ids, 8, before, 3);
  g_assert_cmpuint (mirror.n_sections_changed, ==, 0);
  cand_position_list_set_rows (list, ids, 8, after, 4);
  g_assert_cmpuint (mirror.n_items_changed, ==, 1);
  g_assert_cmpuint (mirror.n_sections_changed, ==, 1);
  g_assert_cmpuint (mirror.position, ==, 2);
  g_assert_cmpuint (mirror.n_items, ==, 4);
  assert_sections_sound (list);
  g_assert_finalize_object (list);
  g_array_unref (mirror.ids);
}

/* Rows as SQLite could give them: each once, in any order or in that of the ids. */
static guint
random_rows (gint64 *ids, guint *sections, guint *n_sections)
{
  gboolean shuffled = g_test_rand_int_range (0, 4) == 0;
  guint n = 0;

  *n_sections = 0;
  for (gint64 id = 1; id <= MAX_ID; id++)
    if (g_test_rand_int_range (0, 8) != 0)
      ids[n++] = id;
  for (guint i = n; shuffled && i > 1; i--)
    {
      guint j = g_test_rand_int_range (0, i);
      gint64 id = ids[j];

      ids[j] = ids[i - 1];
      ids[i - 1] = id;
    }
  for (guint i = 0; i < n; i++)
    if (i == 0 || g_test_rand_int_range (0, 6) == 0)
      sections[(*n_sections)++] = i;
  return n;
}

static void
test_mirror (void)
{
  Store store = { .title = "T" };
  CandPositionList *list = cand_position_list_new (load, &store, NULL);
  Mirror mirror;

  connect_mirror (list, &mirror);
  for (guint round = 0; round < 300; round++)
    {
      gint64 ids[MAX_ID];
      guint sections[MAX_ID];
      guint n_sections;
      guint n = random_rows (ids, sections, &n_sections);

      cand_position_list_set_rows (list, ids, n, sections, n_sections);
      g_assert_cmpmem (mirror.ids->data, mirror.ids->len * sizeof (gint64), ids,
                       n * sizeof (gint64));
      for (guint i = 0; i < n_sections; i++)
        {
          guint start;
          guint end;

          cand_position_list_get_section (list, sections[i], &start, &end);
          g_assert_cmpuint (start, ==, sections[i]);
          g_assert_cmpuint (end, ==, i + 1 < n_sections ? sections[i + 1] : n);
        }
    }
  g_assert_finalize_object (list);
  g_array_unref (mirror.ids);
}

static void
test_repeated_ids (void)
{
  const gint64 before[] = { 5, 1, 1, 6 };
  const gint64 after[] = { 7, 1, 8 };
  Store store = { .title = "T" };
  CandPositionList *list = cand_position_list_new (load, &store, NULL);
  Mirror mirror;

  /* Not what a query gives, but no reason to hang. */
  connect_mirror (list, &mirror);
  cand_position_list_set_rows (list, before, 4, NULL, 0);
  cand_position_list_set_rows (list, after, 3, NULL, 0);
  g_assert_cmpmem (mirror.ids->data, mirror.ids->len * sizeof (gint64), after, sizeof after);
  g_assert_finalize_object (list);
  g_array_unref (mirror.ids);
}

static void
test_items (void)
{
  g_autofree gint64 *ids = g_new (gint64, 1000);
  Store store = { .title = "T" };
  CandPositionList *list = cand_position_list_new (load, &store, NULL);
  CandPosition *first;
  g_autoptr (CandPosition) again = NULL;

  for (guint i = 0; i < 1000; i++)
    ids[i] = 100 + i;
  cand_position_list_set_rows (list, ids, 1000, NULL, 0);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpint (cand_position_get_id (first), ==, 100);
  again = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (again == first);
  g_assert_cmpuint (store.n_loads, ==, 1);
  g_clear_object (&again);

  /* Pushed out of the cache it is the same object as long as somebody has it. */
  for (guint i = 1; i < 1000; i++)
    {
      g_autoptr (CandPosition) other = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpint (cand_position_get_id (other), ==, 100 + i);
    }
  g_assert_cmpuint (store.n_loads, ==, 1000);
  again = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (again == first);
  g_clear_object (&again);
  g_assert_finalize_object (first);
  again = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpuint (store.n_loads, ==, 1001);

  /* The list goes first. */
  g_assert_finalize_object (list);
  g_assert_cmpint (cand_position_get_id (again), ==, 100);
}

static void
test_reload (void)
{
  const gint64 ids[] = { 1, 2, 3 };
  Store store = { .title = "Old" };
  CandPositionList *list = cand_position_list_new (load, &store, NULL);
  g_autoptr (CandPosition) position = NULL;
  g_autoptr (CandPosition) gone = NULL;
  g_autoptr (CandPosition) back = NULL;
  Mirror mirror;
  guint count;

  connect_mirror (list, &mirror);
  cand_position_list_set_rows (list, ids, 3, NULL, 0);
  position = g_list_model_get_item (G_LIST_MODEL (list), 0);
  model_test_count (position, "title", &count);
  store.title = "New";
  cand_position_list_reload (list, ids, 3);
  /* The one that was asked for is asked for again, the others are not. */
  g_assert_cmpuint (store.n_loads, ==, 2);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpstr (cand_position_get_title (position), ==, "New");
  g_assert_cmpuint (mirror.n_items_changed, ==, 1);

  /* A list has no holes. */
  store.gone[2] = TRUE;
  gone = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_nonnull (gone);
  g_assert_cmpint (cand_position_get_id (gone), ==, 2);
  g_assert_cmpint (cand_position_get_state (gone), ==, CAND_POSITION_STATE_CLOSED);
  store.gone[2] = FALSE;
  cand_position_list_reload (list, ids, 3);
  g_assert_cmpuint (mirror.n_items_changed, ==, 2);
  back = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (back != gone);
  g_assert_cmpstr (cand_position_get_title (back), ==, "New");
  g_assert_finalize_object (list);
  g_array_unref (mirror.ids);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/position-list/defaults", test_defaults);
  g_test_add_func ("/model/position-list/rows", test_rows);
  g_test_add_func ("/model/position-list/fewest", test_fewest);
  g_test_add_func ("/model/position-list/sections-only", test_sections_only);
  g_test_add_func ("/model/position-list/mirror", test_mirror);
  g_test_add_func ("/model/position-list/repeated-ids", test_repeated_ids);
  g_test_add_func ("/model/position-list/items", test_items);
  g_test_add_func ("/model/position-list/reload", test_reload);
  return g_test_run ();
}
