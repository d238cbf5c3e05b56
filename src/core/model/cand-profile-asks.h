/* cand-profile-asks.h: what a field of a form asks a person for
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field.h"

G_BEGIN_DECLS

/* What a form may ask for. Not all of it is one part of a profile. */
typedef enum
{
  CAND_ASKS_NOTHING,
  CAND_ASKS_FIRST_NAME,
  CAND_ASKS_LAST_NAME,
  CAND_ASKS_FULL_NAME,
  CAND_ASKS_EMAIL,
  CAND_ASKS_PHONE,
  CAND_ASKS_STREET,
  CAND_ASKS_ADDRESS, /* all of it */
  CAND_ASKS_PLACE,   /* city, region, country */
  CAND_ASKS_CITY,
  CAND_ASKS_REGION,
  CAND_ASKS_POSTCODE,
  CAND_ASKS_COUNTRY,
  CAND_ASKS_HEADLINE,
  CAND_ASKS_SUMMARY,
  CAND_ASKS_HUB_NAME,
  CAND_ASKS_HUB_LINK,
  CAND_ASKS_GITHUB,
  CAND_ASKS_LINKEDIN,
  CAND_ASKS_WEBSITE,
  CAND_ASKS_PORTFOLIO,
  CAND_ASKS_SCHOLAR,
  CAND_ASKS_EDUCATION,
  CAND_ASKS_EXPERIENCE,
  CAND_N_ASKS,
} CandAsks;

/* CAND_ASKS_NOTHING for whatever a profile has no value for, and for a sensitive field. */
CandAsks cand_asks_tell (CandField *field);

/* What is left of a field's id that is spelled in many ways: "_systemfield_First-Name" is
 * "firstname". (transfer full) */
char *cand_asks_dup_bare_id (const char *id);

G_END_DECLS
