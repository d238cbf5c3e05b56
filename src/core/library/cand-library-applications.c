/* cand-library-applications.c: applications: kept, given files, deleted and brought back
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cand-attachments.h"
#include "cand-library-private.h"
#include "core/store/cand-store-applications.h"
#include "core/store/cand-store-error.h"

/* --- the model --- */

static gboolean
same_application (gpointer a, gpointer b)
{
  return cand_application_get_id (a) == cand_application_get_id (b);
}

static gboolean
same_board (gpointer a, gpointer b)
{
  return g_str_equal (cand_board_get_key (a), cand_board_get_key (b));
}

static void
patch_board (gpointer into, gpointer from)
{
  cand_board_patch (into, from);
}

/* What a row shows. Of an opened one the answers know better, and its keeper the rest. */
static void
patch_application (gpointer into, gpointer from)
{
  cand_application_set_title (into, cand_application_get_title (from));
  cand_application_set_organisation (into, cand_application_get_organisation (from));
  cand_application_set_application_url (into, cand_application_get_application_url (from));
  if (cand_application_get_opened (into))
    return;
  cand_application_set_status (into, cand_application_get_status (from));
  cand_application_set_updated (into, cand_application_get_updated (from));
  cand_application_set_counts (into, cand_application_get_missing (from),
                               cand_application_get_answered (from),
                               cand_application_get_total (from));
}

void
cand_library_merge_boards (CandLibrary *self, GPtrArray *boards)
{
  cand_library_merge_model (self->boards, boards, same_board, patch_board);
}

void
cand_library_merge_applications (CandLibrary *self, GPtrArray *applications)
{
  cand_library_merge_model (self->applications, applications, same_application, patch_application);
}

/* G_MAXUINT when it is not in the list. */
static guint
find_application (CandLibrary *self, gint64 id)
{
  GListModel *model = G_LIST_MODEL (self->applications);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (CandApplication) candidate = g_list_model_get_item (model, i);

      if (cand_application_get_id (candidate) == id)
        return i;
    }
  return G_MAXUINT;
}

static void
insert_application (CandLibrary *self, CandApplication *application)
{
  GListModel *model = G_LIST_MODEL (self->applications);
  guint position = 0;

  while (position < g_list_model_get_n_items (model))
    {
      g_autoptr (CandApplication) candidate = g_list_model_get_item (model, position);

      if (cand_application_get_updated (candidate) <= cand_application_get_updated (application))
        break;
      position++;
    }
  g_list_store_insert (self->applications, position, application);
}

/**
 * cand_library_adopt_application:
 * @self: a library
 * @row: as it was read
 *
 * Returns: (transfer none): the object that stands for it, in the list
 */
CandApplication *
cand_library_adopt_application (CandLibrary *self, CandApplication *row)
{
  guint position = find_application (self, cand_application_get_id (row));
  g_autoptr (CandApplication) living = NULL;

  if (position == G_MAXUINT)
    {
      insert_application (self, row);
      return row;
    }
  living = g_list_model_get_item (G_LIST_MODEL (self->applications), position);
  patch_application (living, row);
  /* The list holds it. */
  return living;
}

CandDraftKeeper *
cand_library_find_keeper (CandLibrary *self, CandApplication *application)
{
  return g_hash_table_lookup (self->keepers, application);
}

void
cand_library_application_saved (CandLibrary *self, CandApplication *application)
{
  guint position = find_application (self, cand_application_get_id (application));
  g_autoptr (CandApplication) first = NULL;

  if (position == G_MAXUINT || position == 0)
    return;
  first = g_list_model_get_item (G_LIST_MODEL (self->applications), 0);
  if (cand_application_get_updated (first) > cand_application_get_updated (application))
    return;
  g_object_ref (application);
  g_list_store_remove (self->applications, position);
  insert_application (self, application);
  g_object_unref (application);
}

/* --- saving --- */

/**
 * cand_library_flush:
 * @self: a library
 * @application: one of its applications
 */
void
cand_library_flush (CandLibrary *self, CandApplication *application)
{
  CandDraftKeeper *keeper;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  keeper = cand_library_find_keeper (self, application);
  if (keeper != NULL)
    cand_draft_keeper_flush (keeper);
}

/**
 * cand_library_save_async:
 * @self: a library
 * @application: one of its applications
 * @cancellable: (nullable): stops the waiting, not the saving
 * @callback: called when everything typed until now is durable, or failed
 * @user_data: for @callback
 */
void
cand_library_save_async (CandLibrary *self,
                         CandApplication *application,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  CandDraftKeeper *keeper;
  GTask *task;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_save_async);
  keeper = cand_library_find_keeper (self, application);
  if (keeper != NULL)
    {
      cand_draft_keeper_flush_for (keeper, task);
      return;
    }
  /* Never opened, so nothing can have been typed. */
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/**
 * cand_library_save_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: TRUE when it is on the disk
 */
gboolean
cand_library_save_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- files --- */

void
cand_library_restore_attachment (CandLibrary *self,
                                 CandAnswer *answer,
                                 const CandStoredAnswer *stored)
{
  CandAttachment *present = cand_answer_get_attachment (answer);
  g_autoptr (CandAttachment) copy = NULL;
  g_autoptr (CandAttachment) attachment = NULL;
  g_autofree char *path = NULL;

  if (stored->file_sha256 == NULL)
    {
      cand_answer_set_attachment (answer, NULL);
      return;
    }
  if (present != NULL && g_str_equal (cand_attachment_get_sha256 (present), stored->file_sha256) &&
      g_strcmp0 (cand_attachment_get_name (present), stored->file_name) == 0)
    return;
  path = cand_attachments_dup_path (self->directory, stored->file_sha256);
  copy = cand_attachment_new (stored->file_name, path, stored->file_size, stored->file_sha256,
                              stored->file_added);
  attachment = cand_attachment_new_from (copy, stored->file_uri, stored->file_modified);
  cand_answer_set_attachment (answer, attachment);
}

/* What the copying thread needs: nothing of the library, which must not die there. */
typedef struct
{
  char *directory;
  GFile *file;
  CandField *field;
} Copying;

static void
copying_free (Copying *self)
{
  g_free (self->directory);
  g_object_unref (self->file);
  g_object_unref (self->field);
  g_free (self);
}

static void
copy_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Copying *copying = data;
  GError *error = NULL;
  CandAttachment *attachment = cand_attachments_copy (
      copying->directory, copying->file, copying->field, cand_library_now (), cancellable, &error);

  if (attachment != NULL)
    g_task_return_pointer (task, attachment, g_object_unref);
  else
    g_task_return_error (task, error);
}

typedef struct
{
  CandApplication *application; /* (owned) */
  char *field;                  /* (owned) */
} Attaching;

static void
attaching_free (Attaching *self)
{
  g_object_unref (self->application);
  g_free (self->field);
  g_free (self);
}

static void
set_no_such_field (GTask *task, const char *field)
{
  g_autofree char *valid = g_utf8_make_valid (field, -1);

  g_task_return_new_error (task, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NO_SUCH_FIELD,
                           "The form has no question “%s” that takes a file", valid);
}

static void
copy_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CandLibrary *self = g_task_get_source_object (task);
  const Attaching *attaching = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandAttachment) attachment = g_task_propagate_pointer (G_TASK (result), &error);
  CandDraftKeeper *keeper = cand_library_find_keeper (self, attaching->application);
  CandAnswer *answer = cand_application_find_answer (attaching->application, attaching->field);

  if (attachment == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  /* The form may have changed while the file was copied. */
  if (answer == NULL || keeper == NULL)
    {
      set_no_such_field (task, attaching->field);
      return;
    }
  cand_answer_set_attachment (answer, attachment);
  cand_draft_keeper_flush_for (keeper, g_steal_pointer (&task));
}

static CandField *
find_file_field (CandApplication *application, const char *field_id)
{
  CandAnswer *answer = cand_application_get_opened (application)
                           ? cand_application_find_answer (application, field_id)
                           : NULL;
  CandField *field = answer != NULL ? cand_answer_get_field (answer) : NULL;

  return field != NULL && cand_field_get_field_type (field) == CAND_FIELD_TYPE_FILE ? field : NULL;
}

/**
 * cand_library_attach_async:
 * @self: a library
 * @application: an opened application
 * @field_id: a question that takes a file
 * @file: what the person chose
 * @cancellable: (nullable): stops the copying
 * @callback: called when the copy and the answer are durable
 * @user_data: for @callback
 */
void
cand_library_attach_async (CandLibrary *self,
                           CandApplication *application,
                           const char *field_id,
                           GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) thread = NULL;
  CandField *field;
  Attaching *attaching;
  Copying *copying;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (CAND_IS_APPLICATION (application));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_attach_async);
  field = find_file_field (application, field_id);
  if (field == NULL)
    {
      set_no_such_field (task, field_id);
      return;
    }
  attaching = g_new0 (Attaching, 1);
  attaching->application = g_object_ref (application);
  attaching->field = g_strdup (field_id);
  g_task_set_task_data (task, attaching, (GDestroyNotify) attaching_free);

  copying = g_new0 (Copying, 1);
  copying->directory = g_strdup (self->directory);
  copying->file = g_object_ref (file);
  copying->field = g_object_ref (field);
  thread = g_task_new (NULL, cancellable, copy_cb, g_steal_pointer (&task));
  g_task_set_source_tag (thread, cand_library_attach_async);
  g_task_set_task_data (thread, copying, (GDestroyNotify) copying_free);
  g_task_run_in_thread (thread, copy_thread);
}

/**
 * cand_library_attach_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_LIBRARY_ERROR_BAD_FILE with a translated sentence, CAND_LIBRARY_ERROR_NO_SUCH_FIELD,
 *   CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: TRUE when it is on the disk
 */
gboolean
cand_library_attach_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * cand_library_detach:
 * @self: a library
 * @application: an opened application
 * @field_id: a question that takes a file
 */
void
cand_library_detach (CandLibrary *self, CandApplication *application, const char *field_id)
{
  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (CAND_IS_APPLICATION (application));
  if (find_file_field (application, field_id) == NULL)
    return;
  cand_answer_set_attachment (cand_application_find_answer (application, field_id), NULL);
  cand_library_flush (self, application);
}

/**
 * cand_library_keep_copy:
 * @self: a library
 * @application: an opened application
 * @field_id: a question that a file answers
 * @modified: when the file it was copied from was changed, in microseconds since the epoch
 */
void
cand_library_keep_copy (CandLibrary *self,
                        CandApplication *application,
                        const char *field_id,
                        gint64 modified)
{
  g_autoptr (CandAttachment) kept = NULL;
  CandAttachment *present;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (CAND_IS_APPLICATION (application));
  if (find_file_field (application, field_id) == NULL)
    return;
  present = cand_answer_get_attachment (cand_application_find_answer (application, field_id));
  if (present == NULL)
    return;
  kept = cand_attachment_new_from (present, cand_attachment_get_source_uri (present), modified);
  cand_answer_set_attachment (cand_application_find_answer (application, field_id), kept);
  cand_library_flush (self, application);
}
