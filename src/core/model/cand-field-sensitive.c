/* cand-field-sensitive.c: which questions are never answered for the person
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-field-sensitive.h"

#include "cand-model-text.h"

#include <string.h>

/* Whole words, or words in a row, in lower case and without accents; English, and the French,
 * German and Spanish words that boards in those languages use. A table, because it is to be read: a
 * word that is missing means that an answer could be offered where none should be, so add freely.
 */
static const char *const sensitive_words[] = {
  /* Consent and data protection. */
  "gdpr",
  "rgpd",
  "dsgvo",
  "consent",
  "consentement",
  "einwilligung",
  "consentimiento",
  "privacy policy",
  "privacy notice",
  "data protection",
  "i agree",
  "i accept",
  "i acknowledge",
  "i certify",
  /* Demographics: what somebody is. */
  "demographic",
  "demographics",
  "eeo",
  "eeoc",
  "equal opportunity",
  "equal employment opportunity",
  "diversity",
  "gender",
  "genre",
  "geschlecht",
  "sex",
  "sexual orientation",
  "lgbt",
  "lgbtq",
  "lgbtqia",
  "transgender",
  "pronoun",
  "pronouns",
  "race",
  "racial",
  "ethnicity",
  "ethnic",
  "hispanic",
  "latino",
  "religion",
  "religious",
  "veteran",
  "military status",
  "disability",
  "disabilities",
  "disabled",
  "handicap",
  "behinderung",
  "accommodation",
  "accommodations",
  "pregnant",
  "pregnancy",
  "marital status",
  "age",
  "how old",
  "date of birth",
  "birth date",
  "birthdate",
  "birthday",
  "date de naissance",
  "geburtsdatum",
  "criminal",
  "convicted",
  "conviction",
  /* Pay. */
  "salary",
  "salaries",
  "salaire",
  "gehalt",
  "salario",
  "pay",
  "compensation",
  "remuneration",
  "pretentions",
  "wage",
  "wages",
  "day rate",
  "daily rate",
  "hourly rate",
  "stipend",
  /* The right to work. */
  "visa",
  "visas",
  "sponsor",
  "sponsorship",
  "work permit",
  "residence permit",
  "permis de travail",
  "arbeitserlaubnis",
  "work authorization",
  "work authorisation",
  "work eligibility",
  "authorized to work",
  "authorised to work",
  "legally authorized",
  "legally authorised",
  "eligible to work",
  "legally work",
  "right to work",
  "immigration",
  "citizen",
  "citizens",
  "citizenship",
  "nationality",
  "nationalite",
  "security clearance",
};

gboolean
cand_field_asks_sensitive (const char *id, const char *label)
{
  g_autofree char *id_words = cand_text_dup_words (id);
  g_autofree char *label_words = cand_text_dup_words (label);

  for (guint i = 0; i < G_N_ELEMENTS (sensitive_words); i++)
    {
      g_autofree char *word = g_strconcat (" ", sensitive_words[i], " ", NULL);

      if (strstr (id_words, word) != NULL || strstr (label_words, word) != NULL)
        return TRUE;
    }
  return FALSE;
}
