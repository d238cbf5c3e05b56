/* cand-library-profile.c: the person's profile, and JSON Resume in and out
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "cand-attachments.h"
#include "cand-library-private.h"
#include "cand-thread.h"
#include "core/boards/cand-json.h"
#include "core/model/cand-resume.h"
#include "core/store/cand-store-profile.h"

void
cand_resume_report_free (CandResumeReport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->differences);
  g_free (self);
}

/* --- the profile --- */

CandProfile *
cand_library_load_profile (CandConnection *connection, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 written;
  CandProfile *profile = cand_store_profile_load (connection, &written, &failure);

  if (profile != NULL)
    {
      cand_profile_set_save_state (profile, CAND_SAVE_STATE_SAVED, written, NULL);
      return profile;
    }
  if (!g_error_matches (failure, CAND_STORE_ERROR, CAND_STORE_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  /* The rest of the program does without; what is there is set aside when another is written. */
  profile = cand_profile_new ();
  cand_profile_set_save_state (profile, CAND_SAVE_STATE_FAILED, 0, failure);
  return profile;
}

void
cand_library_take_profile (CandLibrary *self, CandProfile *stored)
{
  if (self->profile == NULL)
    {
      self->profile = g_object_ref (stored);
      return;
    }
  cand_library_get_profile (self);
  cand_profile_keeper_follow (self->profile_keeper, stored);
}

/**
 * cand_library_get_profile:
 * @self: a library
 *
 * Returns: (transfer none): the profile, always the same; whole once the library is open
 */
CandProfile *
cand_library_get_profile (CandLibrary *self)
{
  g_return_val_if_fail (CAND_IS_LIBRARY (self), NULL);
  if (self->profile == NULL)
    self->profile = cand_profile_new ();
  if (self->profile_keeper == NULL)
    self->profile_keeper = cand_profile_keeper_new (self, self->profile);
  return self->profile;
}

void
cand_library_flush_profile (CandLibrary *self, GTask *task)
{
  cand_library_get_profile (self);
  cand_profile_keeper_flush_for (self->profile_keeper, task);
}

/**
 * cand_library_save_profile_async:
 * @self: a library
 * @cancellable: (nullable): stops the waiting
 * @callback: called when everything typed until now is durable, or cannot be
 * @user_data: for @callback
 */
void
cand_library_save_profile_async (CandLibrary *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_save_profile_async);
  cand_library_flush_profile (self, task);
}

/**
 * cand_library_save_profile_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_STORE_ERROR_*; what is not saved stays in memory, and is tried again
 *
 * Returns: TRUE when it is durable
 */
gboolean
cand_library_save_profile_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- its files --- */

typedef struct
{
  char *directory;
  char *label;
  GFile *file;
  CandField *field;           /* what a file of no question in particular may be */
  CandAttachment *attachment; /* (nullable) the copy */
} Adding;

static void
adding_free (Adding *self)
{
  g_free (self->directory);
  g_free (self->label);
  g_object_unref (self->file);
  g_object_unref (self->field);
  g_clear_object (&self->attachment);
  g_free (self);
}

static void
copy_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Adding *adding = data;
  GError *error = NULL;

  adding->attachment = cand_attachments_copy (adding->directory, adding->file, adding->field,
                                              cand_library_now (), cancellable, &error);
  if (adding->attachment != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copy_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CandLibrary *self = g_task_get_source_object (task);
  const Adding *adding = g_task_get_task_data (task);
  CandProfile *profile = cand_library_get_profile (self);
  g_autoptr (GPtrArray) files =
      g_ptr_array_copy (cand_profile_get_list (profile, CAND_PROFILE_FILES), NULL, NULL);
  CandProfileFile file = { 0 };
  GError *error = NULL;

  g_ptr_array_set_free_func (files, NULL);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  file.label = adding->label;
  file.name = (char *) cand_attachment_get_name (adding->attachment);
  file.sha256 = (char *) cand_attachment_get_sha256 (adding->attachment);
  file.size = cand_attachment_get_size (adding->attachment);
  file.added = cand_attachment_get_added (adding->attachment);
  g_ptr_array_add (files, &file);
  cand_profile_set_list (profile, CAND_PROFILE_FILES, files);
  cand_library_flush_profile (self, g_steal_pointer (&task));
}

/**
 * cand_library_add_profile_file_async:
 * @self: a library
 * @label: what the person calls it: "CV"
 * @file: the person's file
 * @cancellable: (nullable): stops the copying
 * @callback: called when its copy is among the profile's files, and durable
 * @user_data: for @callback
 */
void
cand_library_add_profile_file_async (CandLibrary *self,
                                     const char *label,
                                     GFile *file,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  Adding *adding;
  GTask *task;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (G_IS_FILE (file));
  adding = g_new0 (Adding, 1);
  adding->directory = g_strdup (self->directory);
  adding->label = g_strdup (label);
  adding->file = g_object_ref (file);
  adding->field = cand_field_new ("file", CAND_FIELD_TYPE_FILE, NULL);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_add_profile_file_async);
  g_task_set_task_data (task, adding, (GDestroyNotify) adding_free);
  cand_thread_run (copy_thread, adding, NULL, cancellable, copy_cb, task);
}

/**
 * cand_library_add_profile_file_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_LIBRARY_ERROR_BAD_FILE, CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: TRUE when it is kept
 */
gboolean
cand_library_add_profile_file_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * cand_library_dup_profile_attachment:
 * @self: a library
 * @file: one of the profile's files
 *
 * Returns: (transfer full): it, as the answer of a question
 */
CandAttachment *
cand_library_dup_profile_attachment (CandLibrary *self, const CandProfileFile *file)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (CAND_IS_LIBRARY (self), NULL);
  path = cand_attachments_dup_path (self->directory, file->sha256);
  return cand_attachment_new (file->name, path, file->size, file->sha256, file->added);
}

/* --- JSON Resume --- */

/* What nobody can tell in the file, half characters say, is replaced before it is kept. */
CandProfile *
cand_library_read_resume (GBytes *bytes, guint *n_odd, GError **error)
{
  g_autoptr (JsonNode) root = cand_json_parse (bytes, error);
  g_autofree char *text = root != NULL ? json_to_string (root, FALSE) : NULL;

  return text != NULL ? cand_resume_read (text, -1, n_odd, error) : NULL;
}

CandResumeReport *
cand_library_merge_resume (CandLibrary *self, CandProfile *resume, guint n_odd)
{
  CandResumeReport *report = g_new0 (CandResumeReport, 1);

  report->differences =
      cand_profile_merge (cand_library_get_profile (self), resume, &report->filled);
  report->n_odd = n_odd;
  return report;
}

static void
replace_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * cand_library_export_resume_async:
 * @self: a library
 * @file: where to write
 * @cancellable: (nullable): stops it
 * @callback: called when it is written
 * @user_data: for @callback
 */
void
cand_library_export_resume_async (CandLibrary *self,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GBytes) bytes = NULL;
  GTask *task;
  char *text;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (G_IS_FILE (file));
  text = cand_resume_write (cand_library_get_profile (self));
  bytes = g_bytes_new_take (text, strlen (text));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_export_resume_async);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, cancellable,
                                       replace_cb, task);
}

/**
 * cand_library_export_resume_finish:
 * @self: a library
 * @result: what the callback got
 * @error: G_IO_ERROR_*
 *
 * Returns: TRUE when it is written
 */
gboolean
cand_library_export_resume_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
