/* cand-form-rows.c: the questions of a form, one after the other
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-form-rows.h"

#include <glib/gi18n-lib.h>

#include "cand-alternative.h"
#include "cand-earlier-offer.h"
#include "cand-field-rows.h"
#include "cand-hub-offer.h"
#include "cand-profile-offer.h"
#include "cand-reuse-offer.h"
#include "cand-submission-row.h"
#include "core/model/cand-submission.h"
#include "ui/cand-wrap.h"

/* A row is at least 50 pixels high: more than a high screen shows. */
#define AT_ONCE 24
/* Of the others: each time that some are added the whole page is laid out again. Right behind the
 * first frame, before a text view goes on with the layout of a long text. */
#define AT_A_TIME 100
#define PRIORITY (GDK_PRIORITY_REDRAW + 1)

struct _CandFormRows
{
  CandLibrary *library;         /* (owned) */
  CandApplication *application; /* (owned) */
  GtkBox *box;                  /* (unowned) */
  GtkWidget *below;             /* (unowned) */
  GPtrArray *sections;          /* (element-type AdwPreferencesGroup) in the box */
  GPtrArray *rows;              /* (element-type CandFieldRow) in the sections */
  guint source;                 /* makes the rows that are missing */
  guint field;                  /* the next one of the section that is being made, */
  guint section;                /* the index of that one */
};

static CandFieldRow *
create_row (CandFormRows *self, CandAnswer *answer)
{
  CandFieldRow *row = cand_field_row_new (self->library, self->application, answer);

  cand_profile_offer_attach (row, self->library);
  cand_reuse_offer_attach (row, self->library);
  cand_earlier_offer_attach (row, self->library);
  cand_hub_offer_attach (row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static AdwPreferencesGroup *
create_section (CandFormRows *self, CandForm *form, guint section)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *name = cand_wrap_dup_beginning (cand_form_get_section_name (form, section));
  g_autofree char *title = g_markup_escape_text (name, -1);

  adw_preferences_group_set_title (group, title);
  if (g_str_equal (cand_form_get_section_id (form, section), CAND_SHORT_SUBMISSION))
    {
      adw_preferences_group_set_description (
          group, _ ("A separate short text that this programme asks for at the end of the form. It "
                    "belongs to a Hugging Face account, which is free to make."));
      if (cand_submission_is_asked (self->application))
        adw_preferences_group_add (group, cand_submission_row_new (self->application));
    }
  return group;
}

static AdwPreferencesGroup *
begin_section (CandFormRows *self, CandForm *form)
{
  AdwPreferencesGroup *group = create_section (self, form, self->section);
  GtkWidget *last = self->sections->len > 0
                        ? g_ptr_array_index (self->sections, self->sections->len - 1)
                        : self->below;

  gtk_box_insert_child_after (self->box, GTK_WIDGET (group), last);
  g_ptr_array_add (self->sections, group);
  return group;
}

static void
add_field (CandFormRows *self, AdwPreferencesGroup *group, CandField *field)
{
  CandAnswer *answer = cand_application_find_answer (self->application, cand_field_get_id (field));
  CandAnswer *alternative;
  CandFieldRow *row;

  if (answer == NULL || cand_alternative_is_one (self->application, answer))
    return;
  row = create_row (self, answer);
  alternative = cand_answer_get_alternative (answer);
  adw_preferences_group_add (group, GTK_WIDGET (row));
  if (alternative != NULL)
    cand_alternative_attach (row, create_row (self, alternative));
}

/* At most @n fields more; FALSE when there are no more. */
static gboolean
make (CandFormRows *self, guint n)
{
  CandForm *form = cand_application_get_form (self->application);

  for (; !cand_form_rows_is_complete (self); self->section++, self->field = 0)
    {
      guint n_fields = cand_form_get_n_fields (form, self->section);
      AdwPreferencesGroup *group = self->sections->len > self->section
                                       ? g_ptr_array_index (self->sections, self->section)
                                       : begin_section (self, form);

      for (; self->field < n_fields && n > 0; self->field++, n--)
        add_field (self, group, cand_form_get_field (form, self->section, self->field));
      if (self->field < n_fields)
        return TRUE;
    }
  return FALSE;
}

static gboolean
make_cb (gpointer user_data)
{
  CandFormRows *self = user_data;

  if (make (self, AT_A_TIME))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

CandFormRows *
cand_form_rows_new (CandLibrary *library,
                    CandApplication *application,
                    GtkBox *box,
                    GtkWidget *below)
{
  CandFormRows *self = g_new0 (CandFormRows, 1);

  self->library = g_object_ref (library);
  self->application = g_object_ref (application);
  self->box = box;
  self->below = below;
  self->sections = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  return self;
}

void
cand_form_rows_free (CandFormRows *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->rows);
  g_object_unref (self->library);
  g_object_unref (self->application);
  g_free (self);
}

void
cand_form_rows_show (CandFormRows *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  for (guint i = 0; i < self->sections->len; i++)
    gtk_box_remove (self->box, g_ptr_array_index (self->sections, i));
  g_ptr_array_set_size (self->sections, 0);
  g_ptr_array_set_size (self->rows, 0);
  self->section = 0;
  self->field = 0;
  if (make (self, AT_ONCE))
    self->source = g_idle_add_full (PRIORITY, make_cb, self, NULL);
}

void
cand_form_rows_complete (CandFormRows *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  make (self, G_MAXUINT);
}

GPtrArray *
cand_form_rows_get (CandFormRows *self)
{
  return self->rows;
}

gboolean
cand_form_rows_is_complete (CandFormRows *self)
{
  CandForm *form = cand_application_get_form (self->application);

  return form == NULL || self->section >= cand_form_get_n_sections (form);
}
