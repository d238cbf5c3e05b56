/* cand-library-aside.c: what was set aside, put into the form that there is now
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-attachments.h"
#include "cand-library-private.h"
#include "cand-library-rebase-private.h"

CandAside *
cand_library_make_aside (CandLibrary *self, const CandStoredAside *stored)
{
  g_autofree char *path = NULL;
  g_autoptr (CandAttachment) copy = NULL;
  g_autoptr (CandAttachment) file = NULL;
  CandAside *aside;

  if (stored->file_sha256 != NULL)
    {
      path = cand_attachments_dup_path (self->directory, stored->file_sha256);
      copy = cand_attachment_new (stored->file_name, path, stored->file_size, stored->file_sha256,
                                  stored->file_added);
      file = cand_attachment_new_from (copy, stored->file_uri, stored->file_modified);
    }
  aside = cand_aside_new (stored->id, stored->field, stored->label, stored->type, stored->reason,
                          stored->text, stored->words, file);
  cand_aside_set_sensitive (aside, stored->sensitive);
  cand_aside_set_placed (aside, stored->placed);
  return aside;
}

/* --- the mark --- */

typedef struct
{
  CandAside *aside; /* (owned) */
  char *field;      /* (owned) (nullable) what it was put into */
  gint64 id;
  gint64 before;
  gint64 when;
} Mark;

static void
mark_free (Mark *self)
{
  g_object_unref (self->aside);
  g_free (self->field);
  g_free (self);
}

static gboolean
write_mark (CandConnection *connection, gpointer data, GError **error)
{
  const Mark *mark = data;

  return cand_store_aside_set_placed (connection, mark->id, mark->when, error) &&
         (mark->field == NULL ||
          cand_store_aside_lend_earlier (connection, mark->id, mark->field, error));
}

static gpointer
mark_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  return cand_connection_transact (connection, CAND_DURABILITY_DRAFT, write_mark, data, error)
             ? CAND_DONE
             : NULL;
}

/* The text itself is kept like any other that is typed; only the mark may be missing. */
static void
mark_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  const Mark *mark = g_task_get_task_data (G_TASK (result));

  if (g_task_propagate_pointer (G_TASK (result), &error) != NULL)
    return;
  g_message ("What was set aside could not be marked: %s", error->message);
  if (cand_aside_get_placed (mark->aside) == mark->when)
    cand_aside_set_placed (mark->aside, mark->before);
}

static void
set_placed (CandLibrary *self, CandAside *aside, gint64 when, CandAnswer *answer)
{
  Mark *mark = g_new0 (Mark, 1);

  mark->aside = g_object_ref (aside);
  if (answer != NULL)
    mark->field = g_strdup (cand_field_get_id (cand_answer_get_field (answer)));
  mark->id = cand_aside_get_id (aside);
  mark->before = cand_aside_get_placed (aside);
  mark->when = when;
  cand_aside_set_placed (aside, when);
  cand_library_run_job (self, mark_job, mark, (GDestroyNotify) mark_free, NULL, mark_cb, NULL);
}

/**
 * cand_library_place_aside:
 * @self: a library
 * @application: an opened application
 * @aside: what was set aside of it
 *
 * Returns: (transfer none) (nullable): the answer that it is now
 */
CandAnswer *
cand_library_place_aside (CandLibrary *self, CandApplication *application, CandAside *aside)
{
  g_autofree char *text = NULL;
  CandAnswer *answer;

  g_return_val_if_fail (CAND_IS_LIBRARY (self), NULL);
  answer = cand_aside_find_place (aside, application, &text);
  if (answer == NULL)
    return NULL;
  if (cand_aside_get_attachment (aside) != NULL)
    cand_answer_set_attachment (answer, cand_aside_get_attachment (aside));
  else
    cand_answer_set_text (answer, text);
  cand_library_flush (self, application);
  set_placed (self, aside, cand_library_now (), answer);
  return answer;
}

static gboolean
is_same_file (CandAttachment *a, CandAttachment *b)
{
  return a != NULL && b != NULL &&
         g_str_equal (cand_attachment_get_sha256 (a), cand_attachment_get_sha256 (b));
}

/**
 * cand_library_take_aside_back:
 * @self: a library
 * @application: an opened application
 * @aside: what was put into an answer of it
 * @answer: that answer
 * @text: what the answer said then
 *
 * Returns: whether the answer is empty again; FALSE where it was changed since, and stays
 */
gboolean
cand_library_take_aside_back (CandLibrary *self,
                              CandApplication *application,
                              CandAside *aside,
                              CandAnswer *answer,
                              const char *text)
{
  CandAttachment *file;

  g_return_val_if_fail (CAND_IS_LIBRARY (self), FALSE);
  file = cand_aside_get_attachment (aside);
  if (file != NULL && is_same_file (cand_answer_get_attachment (answer), file))
    cand_answer_set_attachment (answer, NULL);
  else if (file == NULL && g_strcmp0 (cand_answer_get_text (answer), text) == 0)
    cand_answer_set_text (answer, "");
  cand_library_flush (self, application);
  set_placed (self, aside, 0, NULL);
  return !cand_answer_get_answered (answer);
}
