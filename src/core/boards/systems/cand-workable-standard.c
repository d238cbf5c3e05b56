/* cand-workable-standard.c: what Workable's forms usually ask
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-workable-private.h"

#include <glib/gi18n-lib.h>

/* What most of Workable's forms ask, and the plain label of a field that comes without one. Ids are
 * Workable's; limits as its forms state them. */
typedef struct
{
  const char *id;
  CandFieldType type;
  const char *label;
  gboolean required;
  gint64 max_length;
} StandardField;

#define NAME_LENGTH 127
#define LINE_LENGTH 255
#define LETTER_LENGTH 200000
#define MAX_DOCUMENT_SIZE 12000000

static const StandardField personal_fields[] = {
  { "firstname", CAND_FIELD_TYPE_TEXT, N_ ("First name"), TRUE, NAME_LENGTH },
  { "lastname", CAND_FIELD_TYPE_TEXT, N_ ("Last name"), TRUE, NAME_LENGTH },
  { "email", CAND_FIELD_TYPE_EMAIL, N_ ("Email"), TRUE, LINE_LENGTH },
  { "headline", CAND_FIELD_TYPE_TEXT, N_ ("Headline"), FALSE, LINE_LENGTH },
  { "phone", CAND_FIELD_TYPE_PHONE, N_ ("Phone"), FALSE, LINE_LENGTH },
  { "address", CAND_FIELD_TYPE_TEXT, N_ ("Address"), FALSE, CAND_LIMIT_UNKNOWN },
};

static const StandardField profile_fields[] = {
  { "education", CAND_FIELD_TYPE_GROUP, N_ ("Education"), FALSE, CAND_LIMIT_UNKNOWN },
  { "experience", CAND_FIELD_TYPE_GROUP, N_ ("Experience"), FALSE, CAND_LIMIT_UNKNOWN },
  { "summary", CAND_FIELD_TYPE_PARAGRAPH, N_ ("Summary"), FALSE, CAND_LIMIT_UNKNOWN },
  { "resume", CAND_FIELD_TYPE_FILE, N_ ("Resume"), TRUE, CAND_LIMIT_UNKNOWN },
};

static const StandardField detail_fields[] = {
  { "cover_letter", CAND_FIELD_TYPE_PARAGRAPH, N_ ("Cover letter"), FALSE, LETTER_LENGTH },
};

static const StandardField education_fields[] = {
  { "school", CAND_FIELD_TYPE_TEXT, N_ ("School"), TRUE, LINE_LENGTH },
  { "field_of_study", CAND_FIELD_TYPE_TEXT, N_ ("Field of study"), FALSE, LINE_LENGTH },
  { "degree", CAND_FIELD_TYPE_TEXT, N_ ("Degree"), FALSE, LINE_LENGTH },
  { "start_date", CAND_FIELD_TYPE_DATE, N_ ("Start date"), FALSE, CAND_LIMIT_UNKNOWN },
  { "end_date", CAND_FIELD_TYPE_DATE, N_ ("End date"), FALSE, CAND_LIMIT_UNKNOWN },
};

static const StandardField experience_fields[] = {
  { "title", CAND_FIELD_TYPE_TEXT, N_ ("Title"), TRUE, LINE_LENGTH },
  { "company", CAND_FIELD_TYPE_TEXT, N_ ("Company"), FALSE, LINE_LENGTH },
  { "industry", CAND_FIELD_TYPE_TEXT, N_ ("Industry"), FALSE, LINE_LENGTH },
  { "summary", CAND_FIELD_TYPE_PARAGRAPH, N_ ("Summary"), FALSE, CAND_LIMIT_UNKNOWN },
  { "start_date", CAND_FIELD_TYPE_DATE, N_ ("Start date"), FALSE, CAND_LIMIT_UNKNOWN },
  { "end_date", CAND_FIELD_TYPE_DATE, N_ ("End date"), FALSE, CAND_LIMIT_UNKNOWN },
  { "current", CAND_FIELD_TYPE_BOOLEAN, N_ ("I currently work here"), FALSE, CAND_LIMIT_UNKNOWN },
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
  { "profile", N_ ("Profile"), profile_fields, G_N_ELEMENTS (profile_fields) },
  { "details", N_ ("Details"), detail_fields, G_N_ELEMENTS (detail_fields) },
};

static const char *
find_label (const StandardField *fields, guint n_fields, const char *id)
{
  for (guint i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].id, id))
      return _ (fields[i].label);
  return NULL;
}

static void
add_standard_fields (
    CandForm *form, guint section, CandField *group, const StandardField *fields, guint n_fields)
{
  static const char *const documents[] = { ".pdf", ".doc", ".docx", ".odt", ".rtf", NULL };

  for (guint i = 0; i < n_fields; i++)
    {
      g_autoptr (CandField) field =
          cand_field_new (fields[i].id, fields[i].type, _ (fields[i].label));

      cand_field_set_type_name (field, cand_workable_type_name (fields[i].type));
      cand_field_set_required (field, fields[i].required);
      cand_field_set_max_length (field, fields[i].max_length);
      if (fields[i].type == CAND_FIELD_TYPE_FILE)
        {
          cand_field_set_file_types (field, documents);
          cand_field_set_max_file_size (field, MAX_DOCUMENT_SIZE);
        }
      if (g_str_equal (fields[i].id, "education"))
        add_standard_fields (NULL, 0, field, education_fields, G_N_ELEMENTS (education_fields));
      else if (g_str_equal (fields[i].id, "experience"))
        add_standard_fields (NULL, 0, field, experience_fields, G_N_ELEMENTS (experience_fields));

      if (group != NULL)
        cand_field_add_field (group, field);
      else
        cand_form_add_field (form, section, field);
    }
}

char *
cand_workable_make_label (const char *id)
{
  const char *label = NULL;

  if (g_str_equal (id, "gdpr"))
    return g_strdup (_ ("Consent to the processing of personal data"));
  for (guint i = 0; i < G_N_ELEMENTS (standard_sections) && label == NULL; i++)
    label = find_label (standard_sections[i].fields, standard_sections[i].n_fields, id);
  if (label == NULL)
    label = find_label (education_fields, G_N_ELEMENTS (education_fields), id);
  if (label == NULL)
    label = find_label (experience_fields, G_N_ELEMENTS (experience_fields), id);
  if (label != NULL)
    return g_strdup (label);
  /* Translators: stands in for the text of an employer's question that has none. %s is the
   * question's technical name, such as QA_12345. */
  return g_strdup_printf (_ ("Question %s"), id);
}

/**
 * cand_workable_standard_form:
 *
 * Returns: (transfer full): what Workable's forms usually ask, labels translated
 */
CandForm *
cand_workable_standard_form (void)
{
  CandForm *form = cand_form_new (CAND_FORM_SOURCE_STANDARD);

  for (guint i = 0; i < G_N_ELEMENTS (standard_sections); i++)
    {
      guint section =
          cand_form_add_section (form, standard_sections[i].id, _ (standard_sections[i].name));

      add_standard_fields (form, section, NULL, standard_sections[i].fields,
                           standard_sections[i].n_fields);
    }
  return form;
}
