/* cand-standard-form.c: the form of a position whose own form nobody gives out
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-standard-form.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  CandFieldType type;
  const char *type_name;
  const char *label;
  gboolean required;
} StandardField;

static const StandardField personal_fields[] = {
  { "firstname", CAND_FIELD_TYPE_TEXT, "text", N_ ("First name"), TRUE },
  { "lastname", CAND_FIELD_TYPE_TEXT, "text", N_ ("Last name"), TRUE },
  { "email", CAND_FIELD_TYPE_EMAIL, "email", N_ ("Email"), TRUE },
  { "phone", CAND_FIELD_TYPE_PHONE, "phone", N_ ("Phone"), FALSE },
};

static const StandardField document_fields[] = {
  { "resume", CAND_FIELD_TYPE_FILE, "file", N_ ("Resume"), FALSE },
  { "cover_letter", CAND_FIELD_TYPE_PARAGRAPH, "paragraph", N_ ("Cover letter"), FALSE },
};

static const StandardField link_fields[] = {
  { "linkedin", CAND_FIELD_TYPE_TEXT, "text", N_ ("LinkedIn profile"), FALSE },
  { "github", CAND_FIELD_TYPE_TEXT, "text", N_ ("GitHub profile"), FALSE },
  { "website", CAND_FIELD_TYPE_TEXT, "text", N_ ("Website"), FALSE },
};

static const struct
{
  const char *id;
  const char *name;
  const StandardField *fields;
  guint n_fields;
} standard_sections[] = {
  { "personal_information", N_ ("Personal information"), personal_fields,
    G_N_ELEMENTS (personal_fields) },
  { "documents", N_ ("Documents"), document_fields, G_N_ELEMENTS (document_fields) },
  { "links", N_ ("Links"), link_fields, G_N_ELEMENTS (link_fields) },
};

/**
 * cand_standard_form_new:
 *
 * Ids are those of Workable's form where it has the same question, so that what is known of the
 * person is found for all of them alike. Nobody says what a file may be or how long a text: neither
 * is limited.
 *
 * Returns: (transfer full): what nearly every employer asks, labels translated
 */
CandForm *
cand_standard_form_new (void)
{
  CandForm *form = cand_form_new (CAND_FORM_SOURCE_STANDARD);

  for (guint i = 0; i < G_N_ELEMENTS (standard_sections); i++)
    {
      guint section =
          cand_form_add_section (form, standard_sections[i].id, _ (standard_sections[i].name));

      for (guint j = 0; j < standard_sections[i].n_fields; j++)
        {
          const StandardField *standard = &standard_sections[i].fields[j];
          g_autoptr (CandField) field =
              cand_field_new (standard->id, standard->type, _ (standard->label));

          cand_field_set_type_name (field, standard->type_name);
          cand_field_set_required (field, standard->required);
          cand_form_add_field (form, section, field);
        }
    }
  return form;
}
