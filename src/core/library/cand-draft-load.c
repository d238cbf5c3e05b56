/* cand-draft-load.c: what drafting an application reads and writes in the store
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-draft-load.h"

#include "cand-draft-rebase.h"
#include "cand-library.h"
#include "core/model/cand-submission.h"
#include "core/store/cand-store-answers.h"
#include "core/store/cand-store-applications.h"
#include "core/store/cand-store-aside.h"
#include "core/store/cand-store-forms.h"
#include "core/store/cand-store-positions.h"
#include "core/store/cand-store-programmes.h"

void
cand_draft_load_free (CandDraftLoad *self)
{
  if (self == NULL)
    return;
  g_free (self->board_key);
  g_free (self->code);
  g_strfreev (self->checklist);
  g_clear_object (&self->kept);
  g_clear_object (&self->row);
  g_clear_object (&self->form);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->asides, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_array_unref);
  g_free (self);
}

/* A short submission is on it, for the person to say that it is done. */
static GStrv
dup_checklist (CandProgramme *programme)
{
  const char *const *steps = cand_programme_get_checklist (programme);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean lacking = cand_programme_get_short_submission (programme);

  for (guint i = 0; steps[i] != NULL; i++)
    {
      g_strv_builder_add (builder, steps[i]);
      lacking = lacking && !cand_submission_is_step (steps[i]);
    }
  if (lacking)
    g_strv_builder_add (builder, cand_submission_get_step_text ());
  return g_strv_builder_end (builder);
}

static gboolean
load_position (CandDraftLoad *self, CandConnection *connection, const char *key, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CandPosition) position = NULL;
  g_autoptr (CandProgramme) programme = NULL;

  self->position = cand_store_positions_find (connection, key, &failure);
  if (self->position != 0)
    position = cand_store_positions_load_row (connection, self->position, &failure);
  if (position != NULL && cand_position_get_programme (position) != 0)
    programme =
        cand_store_programmes_load (connection, cand_position_get_programme (position), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (position == NULL)
    {
      g_set_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NO_SUCH_POSITION,
                   "No position is known as “%s”", key);
      return FALSE;
    }
  self->board_key = g_strdup (cand_position_get_board_key (position));
  self->code = g_strdup (cand_position_get_code (position));
  if (programme != NULL)
    {
      self->short_submission = cand_programme_get_short_submission (programme);
      self->checklist = dup_checklist (programme);
    }
  return TRUE;
}

static gboolean
load_application (CandDraftLoad *self, CandConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GError) failure = NULL;

  self->has_application = TRUE;
  self->row = cand_store_applications_load (connection, id, &failure);
  if (failure == NULL)
    self->form = cand_store_applications_load_form (connection, id, &failure);
  if (failure == NULL)
    self->answers = cand_store_answers_load (connection, id, &failure);
  if (failure == NULL)
    self->asides = cand_store_aside_load (connection, id, &failure);
  if (failure == NULL)
    self->steps = cand_store_applications_load_steps (connection, id, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * cand_draft_load:
 * @connection: the store
 * @position_key: "system:account:code"
 * @error: CAND_LIBRARY_ERROR_NO_SUCH_POSITION, CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable): what there is
 */
CandDraftLoad *
cand_draft_load (CandConnection *connection, const char *position_key, GError **error)
{
  g_autoptr (CandDraftLoad) self = g_new0 (CandDraftLoad, 1);
  g_autoptr (GError) failure = NULL;
  gint64 application;

  if (!load_position (self, connection, position_key, error))
    return NULL;
  self->kept = cand_store_forms_load (connection, self->position, &failure);
  application =
      failure == NULL ? cand_store_applications_find (connection, self->position, &failure) : 0;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (application != 0 && !load_application (self, connection, application, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Whether the usual questions were drafted on, and the board's own are known. */
static gboolean
can_move (const CandDraftLoad *self, CandForm *fetched)
{
  return cand_form_get_source (self->form) == CAND_FORM_SOURCE_STANDARD &&
         (fetched != NULL || self->kept != NULL);
}

gboolean
cand_draft_needs_preparing (const CandDraftLoad *load, CandForm *fetched)
{
  return fetched != NULL || !load->has_application || load->form == NULL || can_move (load, NULL) ||
         cand_draft_has_strays (load);
}

typedef struct
{
  const char *position_key;
  CandForm *fetched;
  gint64 now;
} Preparation;

static gboolean
begin_application (CandConnection *connection,
                   const CandDraftLoad *load,
                   const Preparation *preparation,
                   GError **error)
{
  g_autoptr (CandForm) form = cand_draft_compose_form (load, preparation->fetched);

  if (!load->has_application)
    return cand_store_applications_insert (connection, load->position, form,
                                           (const char *const *) load->checklist, preparation->now,
                                           error) != 0;
  return cand_store_applications_set_form (connection, cand_application_get_id (load->row), form,
                                           error);
}

/* From the usual questions to the board's own, unless something would be set aside: the person is
 * asked about that first. */
static gboolean
move_application (CandConnection *connection,
                  const CandDraftLoad *load,
                  const Preparation *preparation,
                  GError **error)
{
  g_autoptr (CandForm) form = cand_draft_compose_form (load, preparation->fetched);
  g_autoptr (CandRebase) rebase = cand_draft_lay (load, form);

  return rebase->aside->len > 0 ||
         cand_draft_rebase (connection, load, form, rebase, preparation->now, error);
}

/* A draft on the employer's own form stays on it: another revision is not laid under what was
 * written already. */
static gboolean
prepare (CandConnection *connection, gpointer data, GError **error)
{
  const Preparation *preparation = data;
  CandForm *fetched = preparation->fetched;
  g_autoptr (CandDraftLoad) load = cand_draft_load (connection, preparation->position_key, error);

  if (load == NULL ||
      (fetched != NULL && !cand_store_forms_keep (connection, load->position, fetched, error)))
    return FALSE;
  if (!load->has_application || load->form == NULL)
    return begin_application (connection, load, preparation, error);
  if (!cand_draft_set_strays_aside (connection, load, preparation->now, error))
    return FALSE;
  return !can_move (load, fetched) || move_application (connection, load, preparation, error);
}

gboolean
cand_draft_prepare (CandConnection *connection,
                    const char *position_key,
                    CandForm *fetched,
                    gint64 now,
                    GError **error)
{
  Preparation preparation = { position_key, fetched, now };

  return cand_connection_transact (connection, CAND_DURABILITY_DRAFT, prepare, &preparation, error);
}
