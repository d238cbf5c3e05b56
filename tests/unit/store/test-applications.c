/* test-applications.c: applications, their forms and steps
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/store/cand-store-answers.h"
#include "core/store/cand-store-applications.h"
#include "core/store/cand-store-forms.h"
#include "store-test.h"

static CandForm *
make_form (const char *id)
{
  CandForm *form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  guint section = cand_form_add_section (form, "s", "Section");
  g_autoptr (CandField) field = cand_field_new (id, CAND_FIELD_TYPE_TEXT, "Label");
  g_autoptr (CandField) optional = cand_field_new ("optional", CAND_FIELD_TYPE_TEXT, "Label");

  cand_field_set_required (field, TRUE);
  g_assert_true (cand_form_add_field (form, section, field));
  g_assert_true (cand_form_add_field (form, section, optional));
  return form;
}

static gint64
insert (StoreTest *self, gint64 position, gint64 now)
{
  const char *const steps[] = { "Read", "Write", NULL };
  g_autoptr (CandForm) form = make_form ("name");
  g_autoptr (GError) error = NULL;
  gint64 id = cand_store_applications_insert (self->connection, position, form, steps, now, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static void
test_insert (StoreTest *self, gconstpointer data)
{
  gint64 position = store_test_insert (self, store_test_list ("A1", "One", "", NULL));
  gint64 id = insert (self, position, 1000);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandApplication) row = cand_store_applications_load (self->connection, id, &error);
  g_autoptr (CandForm) form = cand_store_applications_load_form (self->connection, id, &error);
  g_autoptr (GArray) steps = cand_store_applications_load_steps (self->connection, id, &error);
  g_autoptr (CandPosition) drafted =
      cand_store_positions_load_row (self->connection, position, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (cand_application_get_position_key (row), ==, "workable:acme:A1");
  g_assert_cmpstr (cand_application_get_title (row), ==, "One");
  g_assert_cmpstr (cand_application_get_organisation (row), ==, "acme");
  g_assert_cmpint (cand_application_get_created (row), ==, 1000);
  g_assert_cmpint (cand_application_get_updated (row), ==, 1000);
  g_assert_cmpuint (cand_application_get_missing (row), ==, 1);
  g_assert_cmpuint (cand_application_get_answered (row), ==, 0);
  g_assert_cmpuint (cand_application_get_total (row), ==, 2);
  g_assert_nonnull (cand_form_find_field (form, "name"));
  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_cmpstr (g_array_index (steps, CandStep, 1).text, ==, "Write");
  g_assert_false (g_array_index (steps, CandStep, 1).done);
  g_assert_true (cand_position_get_drafted (drafted));
}

static void
test_write (StoreTest *self, gconstpointer data)
{
  const CandApplicationFacts facts = { CAND_APPLICATION_STATUS_READY, 0, 2, 2 };
  gint64 position = store_test_insert (self, store_test_list ("A1", "One", "", NULL));
  gint64 first = insert (self, position, 1000);
  gint64 second = insert (self, position, 2000);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GArray) steps = NULL;

  g_assert_cmpint (cand_store_applications_find (self->connection, position, &error), ==, second);
  g_assert_true (cand_store_applications_write (self->connection, first, &facts, 3000, &error));
  g_assert_true (cand_store_applications_write_step (self->connection, first, 1, TRUE, &error));
  g_assert_cmpint (cand_store_applications_find (self->connection, position, &error), ==, first);
  rows = cand_store_applications_list (self->connection, &error);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpint (cand_application_get_id (g_ptr_array_index (rows, 0)), ==, first);
  g_assert_cmpint (cand_application_get_status (g_ptr_array_index (rows, 0)), ==,
                   CAND_APPLICATION_STATUS_READY);
  g_assert_cmpuint (cand_application_get_missing (g_ptr_array_index (rows, 0)), ==, 0);
  g_assert_cmpint (cand_application_get_updated (g_ptr_array_index (rows, 0)), ==, 3000);
  steps = cand_store_applications_load_steps (self->connection, first, &error);
  g_assert_false (g_array_index (steps, CandStep, 0).done);
  g_assert_true (g_array_index (steps, CandStep, 1).done);
}

static void
test_delete (StoreTest *self, gconstpointer data)
{
  const CandStoredAnswer answer = { .field = (char *) "name", .text = (char *) "Ada" };
  gint64 position = store_test_insert (self, store_test_list ("A1", "One", "", NULL));
  gint64 id = insert (self, position, 1000);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_true (cand_store_answers_write (self->connection, id, &answer, 1000, &error));
  g_assert_true (cand_store_applications_set_deleted (self->connection, id, 2000, &error));
  g_assert_cmpint (cand_store_applications_find (self->connection, position, &error), ==, 0);
  rows = cand_store_applications_list (self->connection, &error);
  g_assert_cmpuint (rows->len, ==, 0);

  g_assert_true (cand_store_applications_set_deleted (self->connection, id, 0, &error));
  g_assert_true (cand_store_applications_purge (self->connection, &error));
  g_assert_cmpint (cand_store_applications_find (self->connection, position, &error), ==, id);

  g_assert_true (cand_store_applications_set_deleted (self->connection, id, 2000, &error));
  g_assert_true (cand_store_applications_purge (self->connection, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_test_get_int64 (self, "SELECT count(*) FROM application"), ==, 0);
  g_assert_cmpint (store_test_get_int64 (self, "SELECT count(*) FROM answer"), ==, 0);
  g_assert_cmpint (store_test_get_int64 (self, "SELECT count(*) FROM step"), ==, 0);
  g_assert_cmpint (store_test_get_int64 (self, "SELECT count(*) FROM application_form"), ==, 0);
}

/* One row for each distinct form; the one read last is the one that counts. */
static void
test_forms (StoreTest *self, gconstpointer data)
{
  gint64 position = store_test_insert (self, store_test_list ("A1", "One", "", NULL));
  g_autoptr (CandForm) first = make_form ("first");
  g_autoptr (CandForm) second = make_form ("second");
  g_autoptr (CandForm) loaded = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (cand_store_forms_load (self->connection, position, &error));
  g_assert_no_error (error);
  cand_form_set_fetched (first, 1000);
  g_assert_true (cand_store_forms_keep (self->connection, position, first, &error));
  cand_form_set_fetched (second, 2000);
  g_assert_true (cand_store_forms_keep (self->connection, position, second, &error));
  loaded = cand_store_forms_load (self->connection, position, &error);
  g_assert_nonnull (cand_form_find_field (loaded, "second"));
  g_clear_object (&loaded);

  cand_form_set_fetched (first, 3000);
  g_assert_true (cand_store_forms_keep (self->connection, position, first, &error));
  loaded = cand_store_forms_load (self->connection, position, &error);
  g_assert_nonnull (cand_form_find_field (loaded, "first"));
  g_assert_cmpint (cand_form_get_fetched (loaded), ==, 3000);
  g_assert_cmpint (store_test_get_int64 (self, "SELECT count(*) FROM form"), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST_ADD ("/applications/insert", test_insert);
  STORE_TEST_ADD ("/applications/write", test_write);
  STORE_TEST_ADD ("/applications/delete", test_delete);
  STORE_TEST_ADD ("/applications/forms", test_forms);
  return g_test_run ();
}
