/* cand-draft-rebase.c: another form laid over a draft, in the store
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-draft-rebase.h"

#include <string.h>

#include "core/boards/cand-board-system.h"
#include "core/boards/cand-standard-form.h"
#include "core/store/cand-store-answers.h"
#include "core/store/cand-store-applications.h"
#include "core/store/cand-store-aside.h"
#include "core/store/cand-store-earlier.h"

/* --- the form as it is now --- */

static gboolean
is_submission (CandForm *form, guint section)
{
  return g_str_equal (cand_form_get_section_id (form, section), CAND_SHORT_SUBMISSION);
}

static void
copy_section (CandForm *into, CandForm *form, guint section)
{
  guint copy = cand_form_add_section (into, cand_form_get_section_id (form, section),
                                      cand_form_get_section_name (form, section));

  for (guint i = 0; i < cand_form_get_n_fields (form, section); i++)
    cand_form_add_field (into, copy, cand_form_get_field (form, section, i));
}

/* What the board asks, or the short submission. */
static void
copy_part (CandForm *into, CandForm *form, gboolean submission)
{
  for (guint i = 0; i < cand_form_get_n_sections (form); i++)
    if (is_submission (form, i) == submission)
      copy_section (into, form, i);
}

static CandForm *
make_standard_form (const CandDraftLoad *load)
{
  g_autofree char *id = g_strndup (load->board_key, strcspn (load->board_key, ":"));
  const CandBoardSystem *system = cand_board_system_find (id);
  CandForm *form =
      system != NULL && system->standard_form != NULL ? system->standard_form () : NULL;

  return form != NULL ? form : cand_standard_form_new ();
}

CandForm *
cand_draft_compose_form (const CandDraftLoad *load, CandForm *fetched)
{
  CandForm *own = fetched != NULL ? fetched : load->kept != NULL ? load->kept : load->form;
  g_autoptr (CandForm) base = own != NULL ? g_object_ref (own) : make_standard_form (load);
  CandForm *form = cand_form_new (cand_form_get_source (base));

  cand_form_set_fetched (form, cand_form_get_fetched (base));
  copy_part (form, base, FALSE);
  /* Its words are our own and translated: what is drafted on stays, in whatever language it was
   * begun. */
  if (load->short_submission && load->form != NULL)
    copy_part (form, load->form, TRUE);
  if (load->short_submission)
    cand_form_add_short_submission (form);
  return form;
}

/* --- the answers --- */

static void
add_answer (GArray *answers, const CandStoredAnswer *stored)
{
  CandRebaseAnswer answer = { stored->field, stored->text, stored->file_sha256 != NULL };

  g_array_append_val (answers, answer);
}

static void
add_answers_to (GArray *answers, const CandDraftLoad *load, const char *field)
{
  for (guint i = 0; i < load->answers->len; i++)
    {
      const CandStoredAnswer *stored = g_ptr_array_index (load->answers, i);

      if (g_str_equal (stored->field, field))
        add_answer (answers, stored);
    }
}

/* What becomes of the answers is told in the order of the form they were written on. */
CandRebase *
cand_draft_lay (const CandDraftLoad *load, CandForm *present)
{
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (CandRebaseAnswer));

  for (guint i = 0; i < cand_form_get_n_sections (load->form); i++)
    for (guint j = 0; j < cand_form_get_n_fields (load->form, i); j++)
      add_answers_to (answers, load, cand_field_get_id (cand_form_get_field (load->form, i, j)));
  for (guint i = 0; i < load->answers->len; i++)
    {
      const CandStoredAnswer *stored = g_ptr_array_index (load->answers, i);

      if (cand_form_find_field (load->form, stored->field) == NULL)
        add_answer (answers, stored);
    }
  return cand_rebase_new (load->form, present, (const CandRebaseAnswer *) answers->data,
                          answers->len);
}

static gboolean
is_kept (const CandRebase *rebase, const char *field)
{
  for (guint i = 0; i < rebase->kept->len; i++)
    if (g_str_equal (((const CandRebaseKept *) g_ptr_array_index (rebase->kept, i))->from, field))
      return TRUE;
  return FALSE;
}

/* An answer of which a part is kept goes on with what it said before; else that is set aside too.
 */
static gboolean
set_aside (CandConnection *connection,
           gint64 application,
           const CandRebaseAside *aside,
           gboolean kept,
           gint64 now,
           GError **error)
{
  gint64 id = cand_store_aside_insert (connection, application, aside, now, error);

  return id != 0 &&
         (kept || cand_store_aside_take_answer (connection, application, aside->field, id, error));
}

/* As an application that is open counts them. */
static void
count_answers (const CandDraftLoad *load,
               CandForm *present,
               const CandRebase *rebase,
               CandApplicationFacts *facts)
{
  g_autoptr (CandApplication) counted = cand_application_new (0, "");
  g_autoptr (CandAttachment) file = cand_attachment_new ("", "", 0, "", 0);

  cand_application_open (counted, present);
  for (guint i = 0; i < rebase->kept->len; i++)
    {
      const CandRebaseKept *kept = g_ptr_array_index (rebase->kept, i);
      CandAnswer *answer = cand_application_find_answer (counted, kept->to);

      cand_answer_set_text (answer, kept->text);
      if (kept->has_file)
        cand_answer_set_attachment (answer, file);
    }
  facts->status = cand_application_get_status (load->row);
  facts->missing = cand_application_get_missing (counted);
  facts->answered = cand_application_get_answered (counted);
  facts->total = cand_application_get_total (counted);
}

/* What an answer said in the old form's terms is never thinned away. */
static gboolean
pin_changed (CandConnection *connection,
             const CandDraftLoad *load,
             const CandRebase *rebase,
             gint64 now,
             GError **error)
{
  gint64 application = cand_application_get_id (load->row);

  for (guint i = 0; i < rebase->kept->len; i++)
    {
      const CandRebaseKept *kept = g_ptr_array_index (rebase->kept, i);

      for (guint j = 0; j < load->answers->len; j++)
        {
          const CandStoredAnswer *stored = g_ptr_array_index (load->answers, j);

          if (g_str_equal (stored->field, kept->from) && !g_str_equal (stored->text, kept->text) &&
              !cand_store_earlier_pin (connection, application, kept->from, now, error))
            return FALSE;
        }
    }
  return TRUE;
}

gboolean
cand_draft_rebase (CandConnection *connection,
                   const CandDraftLoad *load,
                   CandForm *present,
                   const CandRebase *rebase,
                   gint64 now,
                   GError **error)
{
  gint64 application = cand_application_get_id (load->row);
  CandApplicationFacts facts;

  for (guint i = 0; i < rebase->aside->len; i++)
    {
      const CandRebaseAside *aside = g_ptr_array_index (rebase->aside, i);

      if (!set_aside (connection, application, aside, is_kept (rebase, aside->field), now, error))
        return FALSE;
    }
  count_answers (load, present, rebase, &facts);
  return pin_changed (connection, load, rebase, now, error) &&
         cand_store_aside_move_answers (connection, application, rebase->kept, error) &&
         cand_store_applications_set_form (connection, application, present, error) &&
         cand_store_applications_write (connection, application, &facts, now, error);
}

/* --- strays --- */

static gboolean
is_stray (const CandDraftLoad *load, const CandStoredAnswer *stored)
{
  g_autofree char *text = g_strstrip (g_strdup (stored->text));

  return (*text != '\0' || stored->file_sha256 != NULL) && load->form != NULL &&
         cand_form_find_field (load->form, stored->field) == NULL;
}

gboolean
cand_draft_has_strays (const CandDraftLoad *load)
{
  for (guint i = 0; load->answers != NULL && i < load->answers->len; i++)
    if (is_stray (load, g_ptr_array_index (load->answers, i)))
      return TRUE;
  return FALSE;
}

/* Mostly it was an answer to one of the usual questions, before the employer's own came. */
static gboolean
set_stray_aside (CandConnection *connection,
                 const CandDraftLoad *load,
                 const CandStoredAnswer *stored,
                 CandForm *standard,
                 gint64 now,
                 GError **error)
{
  CandField *field = cand_form_find_field (standard, stored->field);
  gboolean has_file = stored->file_sha256 != NULL;
  CandRebaseAside aside = {
    .field = stored->field,
    .label = (char *) (field != NULL ? cand_field_get_label (field) : ""),
    .type = has_file ? CAND_FIELD_TYPE_FILE : CAND_FIELD_TYPE_PARAGRAPH,
    .reason = CAND_ASIDE_REMOVED,
    .sensitive = field != NULL && cand_field_has_sensitive (field),
    .text = stored->text,
    .words = stored->text,
    .has_file = has_file,
  };

  return set_aside (connection, cand_application_get_id (load->row), &aside, FALSE, now, error);
}

gboolean
cand_draft_set_strays_aside (CandConnection *connection,
                             CandDraftLoad *load,
                             gint64 now,
                             GError **error)
{
  g_autoptr (CandForm) standard = make_standard_form (load);

  for (guint i = load->answers->len; i > 0; i--)
    {
      const CandStoredAnswer *stored = g_ptr_array_index (load->answers, i - 1);

      if (!is_stray (load, stored))
        continue;
      if (!set_stray_aside (connection, load, stored, standard, now, error))
        return FALSE;
      g_ptr_array_remove_index (load->answers, i - 1);
    }
  return TRUE;
}
