/* cand-draft-load.c: what drafting an application reads and writes in the store
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-draft-load.h"

#include <string.h>

#include "cand-library.h"
#include "core/boards/cand-board-system.h"
#include "core/boards/cand-standard-form.h"
#include "core/store/cand-store-answers.h"
#include "core/store/cand-store-applications.h"
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
  g_clear_pointer (&self->steps, g_array_unref);
  g_free (self);
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
      self->checklist = g_strdupv ((char **) cand_programme_get_checklist (programme));
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

/* The form to draft on: the board's own where there is one, else what its system usually asks. */
static CandForm *
choose_form (const CandDraftLoad *self, CandForm *fetched)
{
  g_autofree char *system_id = g_strndup (self->board_key, strcspn (self->board_key, ":"));
  const CandBoardSystem *system = cand_board_system_find (system_id);
  CandForm *own = fetched != NULL ? fetched : self->kept;
  g_autoptr (CandForm) form = NULL;

  /* The programme's section goes into a copy: the kept form is the board's alone. */
  if (own != NULL)
    {
      g_autofree char *json = cand_form_to_json (own);

      form = cand_form_new_from_json (json, NULL);
    }
  if (form == NULL && system != NULL && system->standard_form != NULL)
    form = system->standard_form ();
  if (form == NULL)
    form = cand_standard_form_new ();
  if (self->short_submission)
    cand_form_add_short_submission (form);
  return g_steal_pointer (&form);
}

gboolean
cand_draft_needs_preparing (const CandDraftLoad *load, CandForm *fetched)
{
  if (fetched != NULL || !load->has_application || load->form == NULL)
    return TRUE;
  return load->kept != NULL && cand_form_get_source (load->form) == CAND_FORM_SOURCE_STANDARD;
}

typedef struct
{
  const char *position_key;
  CandForm *fetched;
  gint64 now;
} Preparation;

static gboolean
prepare (CandConnection *connection, gpointer data, GError **error)
{
  const Preparation *preparation = data;
  CandForm *fetched = preparation->fetched;
  g_autoptr (CandDraftLoad) load = cand_draft_load (connection, preparation->position_key, error);
  g_autoptr (CandForm) form = NULL;

  if (load == NULL ||
      (fetched != NULL && !cand_store_forms_keep (connection, load->position, fetched, error)))
    return FALSE;
  form = choose_form (load, fetched);
  if (!load->has_application)
    return cand_store_applications_insert (connection, load->position, form,
                                           (const char *const *) load->checklist, preparation->now,
                                           error) != 0;
  /* A draft on the employer's own form stays on it: another revision is not laid under what was
   * written already. */
  if (load->form != NULL && cand_form_get_source (load->form) == CAND_FORM_SOURCE_BOARD)
    return TRUE;
  return cand_store_applications_set_form (connection, cand_application_get_id (load->row), form,
                                           error);
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
