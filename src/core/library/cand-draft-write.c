/* cand-draft-write.c: one transaction's worth of what is typed into an application
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-draft-write.h"

#include "cand-library-private.h"

CandDraftWrite *
cand_draft_write_new (CandApplication *application)
{
  CandDraftWrite *self = g_new0 (CandDraftWrite, 1);

  self->application = cand_application_get_id (application);
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) cand_stored_answer_free);
  self->steps = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->facts.status = cand_application_get_status (application);
  self->facts.missing = cand_application_get_missing (application);
  self->facts.answered = cand_application_get_answered (application);
  self->facts.total = cand_application_get_total (application);
  self->now = cand_library_now ();
  return self;
}

void
cand_draft_write_free (CandDraftWrite *self)
{
  g_ptr_array_unref (self->answers);
  g_array_unref (self->steps);
  g_free (self);
}

CandStoredAnswer *
cand_draft_write_copy_answer (CandAnswer *answer)
{
  CandStoredAnswer *copy = g_new0 (CandStoredAnswer, 1);
  CandAttachment *attachment = cand_answer_get_attachment (answer);

  copy->field = g_strdup (cand_field_get_id (cand_answer_get_field (answer)));
  copy->text = g_strdup (cand_answer_get_text (answer));
  if (attachment != NULL)
    {
      copy->file_name = g_strdup (cand_attachment_get_name (attachment));
      copy->file_sha256 = g_strdup (cand_attachment_get_sha256 (attachment));
      copy->file_size = cand_attachment_get_size (attachment);
      copy->file_added = cand_attachment_get_added (attachment);
      copy->file_uri = g_strdup (cand_attachment_get_source_uri (attachment));
      copy->file_modified = cand_attachment_get_source_modified (attachment);
    }
  return copy;
}

CandStoredAnswer *
cand_draft_write_copy_stored (const CandStoredAnswer *held)
{
  CandStoredAnswer *copy = g_memdup2 (held, sizeof *held);

  copy->field = g_strdup (held->field);
  copy->text = g_strdup (held->text);
  copy->known = NULL;
  copy->file_name = g_strdup (held->file_name);
  copy->file_sha256 = g_strdup (held->file_sha256);
  copy->file_uri = g_strdup (held->file_uri);
  return copy;
}

static gboolean
write_draft (CandConnection *connection, gpointer data, GError **error)
{
  const CandDraftWrite *draft = data;

  for (guint i = 0; i < draft->answers->len; i++)
    if (!cand_store_answers_write (connection, draft->application,
                                   g_ptr_array_index (draft->answers, i), draft->now, error))
      return FALSE;
  for (guint i = 0; i < draft->steps->len; i++)
    if (!cand_store_applications_write_step (connection, draft->application, i,
                                             g_array_index (draft->steps, gboolean, i), error))
      return FALSE;
  return cand_store_applications_write (connection, draft->application, &draft->facts, draft->now,
                                        error);
}

gpointer
cand_draft_write_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  if (!cand_connection_transact (connection, CAND_DURABILITY_DRAFT, write_draft, data, error))
    return NULL;
  return CAND_DONE;
}
