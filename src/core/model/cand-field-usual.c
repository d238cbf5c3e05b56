/* cand-field-usual.c: the questions that nearly every form has, and answers that are yes or no
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-field-usual.h"

#include "cand-form.h"
#include "cand-model-text.h"
#include "cand-question.h"

/* As Workable, Greenhouse, Ashby, Recruitee, BambooHR and our own plain form spell them. */
static const char *const usual_ids[] = {
  "_systemfield_email",
  "_systemfield_location",
  "_systemfield_name",
  "_systemfield_phone",
  "_systemfield_resume",
  "address",
  "avatar",
  "city",
  "countryId",
  "coverLetterFileId",
  "cover_letter",
  "cover_letter_text",
  "cv",
  "education",
  "email",
  "experience",
  "firstName",
  "first_name",
  "firstname",
  "github",
  "headline",
  "lastName",
  "last_name",
  "lastname",
  "linkedin",
  "linkedinUrl",
  "location",
  "name",
  "phone",
  "photo",
  "resume",
  "resumeFileId",
  "resume_text",
  "salutation",
  "state",
  "streetAddress",
  "summary",
  "title",
  "website",
  "websiteUrl",
  "zip",
  CAND_SHORT_SUBMISSION_USER,
};

/* Normal forms of questions, in English, French, German and Spanish. */
static const char *const plain_questions[] = {
  "address",
  "adresse",
  "apellidos",
  "blog",
  "city",
  "country",
  "current company",
  "current location",
  "direccion",
  "email",
  "email address",
  "family name",
  "first name",
  "full name",
  "github",
  "github link",
  "github profile",
  "github url",
  "given name",
  "google scholar",
  "headline",
  "hugging face user name",
  "hugging face username",
  "last name",
  "legal first name",
  "legal last name",
  "legal name",
  "linkedin",
  "linkedin link",
  "linkedin profile",
  "linkedin profile url",
  "linkedin url",
  "location",
  "middle name",
  "mobile",
  "mobile number",
  "mobile phone",
  "nachname",
  "name",
  "nom",
  "nombre",
  "other links",
  "other website",
  "personal website",
  "phone",
  "phone number",
  "portfolio",
  "portfolio link",
  "portfolio url",
  "portfolio website",
  "postal code",
  "preferred first name",
  "preferred name",
  "prenom",
  "surname",
  "telefon",
  "telefono",
  "telephone",
  "twitter",
  "twitter url",
  "url",
  "vorname",
  "website",
  "zip code",
};

static const struct
{
  const char *word;
  CandTruth truth;
} truths[] = {
  { "yes", CAND_TRUTH_YES },  { "no", CAND_TRUTH_NO },   { "true", CAND_TRUTH_YES },
  { "false", CAND_TRUTH_NO }, { "oui", CAND_TRUTH_YES }, { "non", CAND_TRUTH_NO },
  { "ja", CAND_TRUTH_YES },   { "nein", CAND_TRUTH_NO }, { "si", CAND_TRUTH_YES },
  { "nee", CAND_TRUTH_NO },   { "sim", CAND_TRUTH_YES }, { "nao", CAND_TRUTH_NO },
  { "tak", CAND_TRUTH_YES },  { "nie", CAND_TRUTH_NO },  { "ano", CAND_TRUTH_YES },
  { "ne", CAND_TRUTH_NO },    { "nej", CAND_TRUTH_NO },  { "да", CAND_TRUTH_YES },
  { "нет", CAND_TRUTH_NO },   { "是", CAND_TRUTH_YES },  { "否", CAND_TRUTH_NO },
};

gboolean
cand_field_id_is_usual (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (usual_ids); i++)
    if (g_strcmp0 (usual_ids[i], id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
asks_plain (CandField *field)
{
  g_autofree char *question = cand_question_normalise (cand_field_get_label (field));

  for (guint i = 0; i < G_N_ELEMENTS (plain_questions); i++)
    if (g_str_equal (plain_questions[i], question))
      return TRUE;
  return FALSE;
}

gboolean
cand_field_is_plain (CandField *field)
{
  switch (cand_field_get_field_type (field))
    {
    case CAND_FIELD_TYPE_EMAIL:
    case CAND_FIELD_TYPE_PHONE:
      return TRUE;
    case CAND_FIELD_TYPE_TEXT:
      return cand_field_id_is_usual (cand_field_get_id (field)) || asks_plain (field);
    case CAND_FIELD_TYPE_PARAGRAPH:
      /* Some boards give links a whole paragraph; of the usual ones "cover_letter" is written. */
      return asks_plain (field);
    case CAND_FIELD_TYPE_DATE:
    case CAND_FIELD_TYPE_NUMBER:
    case CAND_FIELD_TYPE_BOOLEAN:
    case CAND_FIELD_TYPE_DROPDOWN:
    case CAND_FIELD_TYPE_MULTIPLE:
    case CAND_FIELD_TYPE_FILE:
    case CAND_FIELD_TYPE_GROUP:
      return FALSE;
    }
  return FALSE;
}

CandTruth
cand_text_get_truth (const char *text)
{
  g_autofree char *word = cand_question_normalise (text);

  for (guint i = 0; i < G_N_ELEMENTS (truths); i++)
    if (g_str_equal (truths[i].word, word))
      return truths[i].truth;
  return CAND_TRUTH_OTHER;
}

gboolean
cand_field_is_yes_no (CandField *field)
{
  guint n = cand_field_get_n_options (field);

  if (cand_field_get_field_type (field) == CAND_FIELD_TYPE_BOOLEAN)
    return TRUE;
  if (!cand_field_get_single_option (field) || n == 0)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (cand_text_get_truth (cand_field_get_option_label (field, i)) == CAND_TRUTH_OTHER)
      return FALSE;
  return TRUE;
}
