/* cand-position-private.h: the slots of a position, for the files that make up the class
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-position.h"

G_BEGIN_DECLS

typedef enum
{
  TEXT_TITLE,
  TEXT_TEAM,
  TEXT_DEPARTMENT,
  TEXT_SUMMARY,
  TEXT_ORGANISATION,
  TEXT_URL,
  TEXT_APPLICATION_URL,
  TEXT_PUBLISHED,
  TEXT_UPDATED,
  TEXT_CLOSING,
  TEXT_EDUCATION,
  TEXT_EXPERIENCE,
  TEXT_FUNCTION,
  TEXT_DESCRIPTION,
  TEXT_WORKPLACE,
  TEXT_EMPLOYMENT,
  TEXT_PAY,
  N_TEXTS
} CandPositionText;

typedef enum
{
  NUMBER_ID,
  NUMBER_PROGRAMME,
  NUMBER_FIRST_SEEN,
  NUMBER_LAST_CONFIRMED,
  NUMBER_CHANGED,
  NUMBER_BOARD_READ,
  N_NUMBERS
} CandPositionNumber;

typedef enum
{
  MARK_IS_NEW,
  MARK_STARRED,
  MARK_DRAFTED,
  MARK_WITHDRAWN,
  N_MARKS
} CandPositionMark;

/* Each setter notifies when the slot changed. */
const char *cand_position_get_text (CandPosition *self, CandPositionText text);
void cand_position_set_text (CandPosition *self, CandPositionText text, const char *value);
gint64 cand_position_get_number (CandPosition *self, CandPositionNumber number);
void cand_position_set_number (CandPosition *self, CandPositionNumber number, gint64 value);
gboolean cand_position_get_mark (CandPosition *self, CandPositionMark mark);
void cand_position_set_mark (CandPosition *self, CandPositionMark mark, gboolean value);

G_END_DECLS
