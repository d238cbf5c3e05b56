/* cand-test-rows.c: what the tests of the form share: fields, answers, widgets inside widgets
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-test-rows.h"

#include "lib/cand-test.h"

CandAnswer *
cand_test_answer_new (CandFieldType type, gboolean required)
{
  g_autoptr (CandField) field = cand_field_new ("question", type, "Question");

  cand_field_set_required (field, required);
  if (type == CAND_FIELD_TYPE_DROPDOWN || type == CAND_FIELD_TYPE_MULTIPLE)
    {
      cand_field_add_option (field, "1", "One");
      cand_field_add_option (field, "2", "Two");
      cand_field_add_option (field, "3", "Three");
    }
  return cand_answer_new (field);
}

CandFieldRow *
cand_test_show_row (CandAnswer *answer)
{
  CandFieldRow *row = cand_field_row_new (NULL, NULL, answer);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *window = adw_window_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
  adw_window_set_content (ADW_WINDOW (window), group);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return row;
}

void
cand_test_close (gpointer row)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (row)));
}

typedef gboolean (*Matches) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *root, Matches matches, gconstpointer data)
{
  if (matches (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) data);
}

static gboolean
is_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) &&
         (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), data) == 0 ||
          g_strcmp0 (gtk_widget_get_tooltip_text (widget), data) == 0);
}

static gboolean
is_label (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), data) == 0;
}

gpointer
cand_test_find (gpointer root, GType type)
{
  GtkWidget *found = find (root, is_of_type, &type);

  g_assert_nonnull (found);
  return found;
}

gpointer
cand_test_find_button (gpointer root, const char *label)
{
  GtkWidget *found = find (root, is_button, label);

  g_assert_nonnull (found);
  return found;
}

static gboolean
is_row (GtkWidget *widget, gconstpointer data)
{
  return CAND_IS_FIELD_ROW (widget) &&
         g_str_equal (cand_field_get_id (cand_field_row_get_field (CAND_FIELD_ROW (widget))), data);
}

CandFieldRow *
cand_test_find_row (gpointer root, const char *id)
{
  GtkWidget *found = find (root, is_row, id);

  g_assert_nonnull (found);
  return CAND_FIELD_ROW (found);
}

gpointer
cand_test_find_with_text (gpointer root, GType type, const char *text)
{
  GtkWidget *label = find (root, is_label, text);

  return label != NULL ? gtk_widget_get_ancestor (label, type) : NULL;
}

gboolean
cand_test_says (gpointer root, const char *text)
{
  return find (root, is_label, text) != NULL;
}

void
cand_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
cand_test_count (guint *count)
{
  *count += 1;
}

static char *
find_first_position (CandLibrary *library)
{
  CandQuery query = { .scope = CAND_SCOPE_ALL };
  g_autoptr (CandPositionList) list = cand_library_list_positions (library, &query);
  g_autoptr (CandPosition) position = NULL;

  while (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    g_main_context_iteration (NULL, TRUE);
  position = g_list_model_get_item (G_LIST_MODEL (list), 0);
  return g_strdup (cand_position_get_key (position));
}

CandTestDraft *
cand_test_draft_new (void)
{
  CandTestDraft *draft = g_new0 (CandTestDraft, 1);
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) drafted = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;

  draft->directory = cand_test_make_directory ();
  draft->library = cand_library_new (draft->directory, "tests.invalid=http://127.0.0.1:9", &error);
  g_assert_no_error (error);
  cand_library_open_async (draft->library, NULL, cand_test_keep_result, &opened);
  cand_library_open_finish (draft->library, cand_test_wait_result (&opened), &error);
  g_assert_no_error (error);

  key = find_first_position (draft->library);
  cand_library_draft_async (draft->library, key, FALSE, NULL, cand_test_keep_result, &drafted);
  draft->application =
      cand_library_draft_finish (draft->library, cand_test_wait_result (&drafted), NULL, &error);
  g_assert_no_error (error);
  return draft;
}

void
cand_test_draft_free (CandTestDraft *draft)
{
  g_clear_object (&draft->application);
  cand_library_close (draft->library, NULL);
  g_clear_object (&draft->library);
  cand_test_remove_tree (draft->directory);
  g_free (draft->directory);
  g_free (draft);
}
