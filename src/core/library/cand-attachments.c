/* cand-attachments.c: the copies of files that answer questions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-attachments.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cand-library.h"
#include "core/store/cand-store-answers.h"
#include "core/store/cand-store-error-private.h"
#include "core/store/cand-store-profile.h"

#define FOLDER "attachments"
#define BLOCK (64 * 1024)

/* A copy being written: a file of no name that anyone looks for, until it is whole. */
typedef struct
{
  char *path; /* (owned) */
  int descriptor;
} Temporary;

static void
temporary_clear (Temporary *self)
{
  if (self->descriptor >= 0)
    g_close (self->descriptor, NULL);
  if (self->path != NULL)
    g_unlink (self->path);
  g_free (self->path);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Temporary, temporary_clear)

/**
 * cand_attachments_dup_path:
 * @directory: the data folder
 * @sha256: of the copy, in hexadecimal
 *
 * Returns: (transfer full): its path
 */
char *
cand_attachments_dup_path (const char *directory, const char *sha256)
{
  char folder[3] = "";

  g_strlcpy (folder, sha256, sizeof folder);
  return g_build_filename (directory, FOLDER, folder, sha256, NULL);
}

gint64
cand_attachments_get_modified (GFileInfo *info)
{
  g_autoptr (GDateTime) when = g_file_info_get_modification_date_time (info);

  if (when == NULL)
    return 0;
  return g_date_time_to_unix (when) * G_USEC_PER_SEC + g_date_time_get_microsecond (when);
}

static gint64
largest (CandField *field)
{
  gint64 limit = cand_field_get_max_file_size (field);

  return limit > 0 ? limit : CAND_ATTACHMENTS_MAX_BYTES;
}

static void
set_too_large (GError **error, const char *name, gint64 limit)
{
  g_autofree char *size = g_format_size (limit);

  /* Translators: the file's name, and a size such as "12 MB". */
  g_set_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_BAD_FILE,
               _ ("“%s” is larger than the %s that are taken here."), name, size);
}

static gboolean
check_type (CandField *field, const char *name, GError **error)
{
  g_autofree char *joined = NULL;

  if (cand_field_takes_file (field, name))
    return TRUE;
  joined = g_strjoinv (", ", (char **) cand_field_get_file_types (field));
  /* Translators: the file's name, and a list such as ".pdf, .doc, .odt". */
  g_set_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_BAD_FILE,
               _ ("“%s” is not of a type that is taken here: %s."), name, joined);
  return FALSE;
}

/* What can be known before reading it. */
static gboolean
check_file (GFile *file,
            CandField *field,
            char **name,
            gint64 *modified,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GFileInfo) info =
      g_file_query_info (file,
                         G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME
                                                        "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                                        "," CAND_ATTACHMENTS_MODIFIED,
                         G_FILE_QUERY_INFO_NONE, cancellable, &failure);

  if (info == NULL)
    {
      if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        g_set_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_BAD_FILE,
                     _ ("The file could not be read: %s"), failure->message);
      return FALSE;
    }
  *name = g_strdup (g_file_info_get_display_name (info));
  *modified = cand_attachments_get_modified (info);
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_BAD_FILE,
                   _ ("“%s” is not a file."), *name);
      return FALSE;
    }
  if (!check_type (field, *name, error))
    return FALSE;
  if (g_file_info_get_size (info) > largest (field))
    {
      set_too_large (error, *name, largest (field));
      return FALSE;
    }
  return TRUE;
}

static gboolean
write_all (int descriptor, const guint8 *block, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize written = write (descriptor, block, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        {
          cand_store_set_error_from_errno (error, errno, "Copying a file");
          return FALSE;
        }
      block += written;
      length -= written;
    }
  return TRUE;
}

/* The file may have grown since it was asked for its size, or lied about it. */
static gboolean
copy_bytes (GInputStream *input,
            Temporary *copy,
            CandField *field,
            const char *name,
            GChecksum *checksum,
            gint64 *size,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK);

  while (TRUE)
    {
      g_autoptr (GError) failure = NULL;
      gssize length = g_input_stream_read (input, block, BLOCK, cancellable, &failure);

      if (length == 0)
        return TRUE;
      if (length < 0)
        {
          if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
            g_propagate_error (error, g_steal_pointer (&failure));
          else
            g_set_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_BAD_FILE,
                         _ ("“%s” could not be read: %s"), name, failure->message);
          return FALSE;
        }
      *size += length;
      if (*size > largest (field))
        {
          set_too_large (error, name, largest (field));
          return FALSE;
        }
      g_checksum_update (checksum, block, length);
      if (!write_all (copy->descriptor, block, length, error))
        return FALSE;
    }
}

static void
sync_folder (const char *path)
{
  int descriptor = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (descriptor < 0)
    return;
  fsync (descriptor);
  g_close (descriptor, NULL);
}

/* Makes the copy durable under its name. */
static gboolean
settle (Temporary *copy, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *parent = g_path_get_dirname (folder);

  if (fsync (copy->descriptor) != 0 || g_mkdir_with_parents (folder, 0700) != 0 ||
      g_rename (copy->path, path) != 0)
    {
      cand_store_set_error_from_errno (error, errno, path);
      return FALSE;
    }
  g_clear_pointer (&copy->path, g_free);
  sync_folder (folder);
  sync_folder (parent);
  return TRUE;
}

static gboolean
make_temporary (const char *directory, Temporary *copy, GError **error)
{
  g_autofree char *folder = g_build_filename (directory, FOLDER, NULL);
  g_autofree char *pattern = g_build_filename (folder, "copy-XXXXXX", NULL);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    copy->descriptor = g_mkstemp_full (pattern, O_RDWR | O_CLOEXEC, 0600);
  if (copy->descriptor < 0)
    {
      cand_store_set_error_from_errno (error, errno, folder);
      return FALSE;
    }
  copy->path = g_steal_pointer (&pattern);
  return TRUE;
}

/**
 * cand_attachments_copy:
 * @directory: the data folder
 * @file: the person's file
 * @field: what it answers
 * @now: seconds since the epoch
 * @cancellable: (nullable): stops it
 * @error: CAND_LIBRARY_ERROR_BAD_FILE, CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the kept copy, durable
 */
CandAttachment *
cand_attachments_copy (const char *directory,
                       GFile *file,
                       CandField *field,
                       gint64 now,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (Temporary) copy = { NULL, -1 };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GFileInputStream) input = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *name = NULL;
  g_autoptr (CandAttachment) kept = NULL;
  g_autofree char *path = NULL;
  g_autofree char *uri = NULL;
  gint64 modified = 0;
  gint64 size = 0;

  if (!check_file (file, field, &name, &modified, cancellable, error))
    return NULL;
  input = g_file_read (file, cancellable, &failure);
  if (input == NULL)
    {
      g_set_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_BAD_FILE,
                   _ ("“%s” could not be read: %s"), name, failure->message);
      return NULL;
    }
  if (!make_temporary (directory, &copy, error) ||
      !copy_bytes (G_INPUT_STREAM (input), &copy, field, name, checksum, &size, cancellable, error))
    return NULL;
  if (size == 0)
    {
      g_set_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_BAD_FILE, _ ("“%s” is empty."),
                   name);
      return NULL;
    }
  path = cand_attachments_dup_path (directory, g_checksum_get_string (checksum));
  if (!settle (&copy, path, error))
    return NULL;
  kept = cand_attachment_new (name, path, size, g_checksum_get_string (checksum), now);
  uri = g_file_get_uri (file);
  return cand_attachment_new_from (kept, uri, modified);
}

static void
sweep_folder (const char *path, GHashTable *kept)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (!g_hash_table_contains (kept, name))
        g_unlink (child);
    }
}

/**
 * cand_attachments_sweep:
 * @directory: the data folder
 * @connection: the store
 * @error: CAND_STORE_ERROR_*
 *
 * Only where nobody has the folder open, not even this process: they may be copying.
 *
 * Returns: FALSE when the store could not tell what is needed; then nothing is removed
 */
gboolean
cand_attachments_sweep (const char *directory, CandConnection *connection, GError **error)
{
  g_autofree char *path = g_build_filename (directory, FOLDER, NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GHashTable) kept = NULL;
  const char *name;

  if (folder == NULL)
    return TRUE;
  kept = cand_store_answers_list_files (connection, error);
  if (kept == NULL || !cand_store_profile_list_files (connection, kept, error))
    return FALSE;
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        sweep_folder (child, kept);
      else
        g_unlink (child);
    }
  return TRUE;
}
