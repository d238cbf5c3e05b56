/* test-section-list.c: what the list view is told of positions and their sections
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gtk/gtk.h>

#include "ui/cand-section-list.h"

static CandPosition *
load (gint64 id, gpointer user_data)
{
  g_autofree char *code = g_strdup_printf ("C%d", (int) id);
  CandPosition *position = cand_position_new ("workable:x", code);

  cand_position_set_id (position, id);
  return position;
}

/* A mirror that knows nothing but what items-changed tells. */
static void
mirror_cb (GListModel *model, guint position, guint removed, guint added, GArray *mirror)
{
  g_assert_cmpuint (position + removed, <=, mirror->len);
  g_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (CandPosition) item = g_list_model_get_item (model, position + i);
      gint64 id = cand_position_get_id (item);

      g_array_insert_val (mirror, position + i, id);
    }
}

static void
check_mirror (CandSectionList *list, GArray *mirror, const char *expected)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, mirror->len);
  for (guint i = 0; i < mirror->len; i++)
    g_string_append_printf (words, "%d ", (int) g_array_index (mirror, gint64, i));
  g_assert_cmpstr (words->str, ==, expected);
}

static void
check_section (CandSectionList *list, guint position, guint start, guint end)
{
  guint found_start, found_end;

  gtk_section_model_get_section (GTK_SECTION_MODEL (list), position, &found_start, &found_end);
  g_assert_cmpuint (found_start, ==, start);
  g_assert_cmpuint (found_end, ==, end);
}

static void
test_limit (void)
{
  g_autoptr (CandPositionList) positions = cand_position_list_new (load, NULL, NULL);
  g_autoptr (CandSectionList) list = cand_section_list_new (positions);
  g_autoptr (GArray) mirror = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 ids[] = { 1, 2, 3, 4, 5, 6 };
  const gint64 others[] = { 7, 1, 2 };
  const guint sections[] = { 0, 2 };

  g_signal_connect (list, "items-changed", G_CALLBACK (mirror_cb), mirror);
  cand_section_list_set_limit (list, 4);
  cand_position_list_set_rows (positions, ids, 6, sections, 2);
  check_mirror (list, mirror, "1 2 3 4 ");
  check_section (list, 1, 0, 2);
  check_section (list, 2, 2, 4);
  check_section (list, 4, 4, G_MAXUINT);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 4));

  cand_position_list_set_rows (positions, others, 3, sections, 2);
  check_mirror (list, mirror, "7 1 2 ");
  cand_position_list_set_rows (positions, ids, 6, sections, 2);
  check_mirror (list, mirror, "1 2 3 4 ");
  cand_section_list_set_limit (list, G_MAXUINT);
  check_mirror (list, mirror, "1 2 3 4 5 6 ");
  check_section (list, 5, 2, 6);
  cand_position_list_set_rows (positions, others, 3, sections, 2);
  check_mirror (list, mirror, "7 1 2 ");
}

static void
test_finalised (void)
{
  CandPositionList *positions = cand_position_list_new (load, NULL, NULL);
  CandSectionList *list = cand_section_list_new (positions);
  const gint64 ids[] = { 1 };
  const guint sections[] = { 0 };

  g_object_add_weak_pointer (G_OBJECT (list), (gpointer *) &list);
  g_object_unref (list);
  g_assert_null (list);
  /* Nobody listens any more. */
  cand_position_list_set_rows (positions, ids, 1, sections, 1);
  g_assert_finalize_object (positions);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/section-list/limit", test_limit);
  g_test_add_func ("/section-list/finalised", test_finalised);
  return g_test_run ();
}
