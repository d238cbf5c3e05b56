/* cand-position-slots.c: the getters and setters that only name a slot
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-position-private.h"

#define DEFINE_TEXT_SETTER(name, TEXT)                                                             \
  void cand_position_set_##name (CandPosition *self, const char *name)                             \
  {                                                                                                \
    cand_position_set_text (self, TEXT, name);                                                     \
  }

#define DEFINE_TEXT(name, TEXT)                                                                    \
  const char *cand_position_get_##name (CandPosition *self)                                        \
  {                                                                                                \
    return cand_position_get_text (self, TEXT);                                                    \
  }                                                                                                \
  DEFINE_TEXT_SETTER (name, TEXT)

/* NULL where the source says nothing. */
#define DEFINE_NULLABLE(name, TEXT)                                                                \
  const char *cand_position_get_##name (CandPosition *self)                                        \
  {                                                                                                \
    const char *text = cand_position_get_text (self, TEXT);                                        \
                                                                                                   \
    return *text != '\0' ? text : NULL;                                                            \
  }                                                                                                \
  DEFINE_TEXT_SETTER (name, TEXT)

#define DEFINE_NUMBER(name, NUMBER)                                                                \
  gint64 cand_position_get_##name (CandPosition *self)                                             \
  {                                                                                                \
    return cand_position_get_number (self, NUMBER);                                                \
  }                                                                                                \
  void cand_position_set_##name (CandPosition *self, gint64 name)                                  \
  {                                                                                                \
    cand_position_set_number (self, NUMBER, name);                                                 \
  }

#define DEFINE_MARK(name, MARK)                                                                    \
  gboolean cand_position_get_##name (CandPosition *self)                                           \
  {                                                                                                \
    return cand_position_get_mark (self, MARK);                                                    \
  }                                                                                                \
  void cand_position_set_##name (CandPosition *self, gboolean name)                                \
  {                                                                                                \
    cand_position_set_mark (self, MARK, name);                                                     \
  }

DEFINE_TEXT (title, TEXT_TITLE)
DEFINE_TEXT (team, TEXT_TEAM)
DEFINE_TEXT (department, TEXT_DEPARTMENT)
DEFINE_TEXT (summary, TEXT_SUMMARY)
DEFINE_TEXT (url, TEXT_URL)
DEFINE_TEXT (application_url, TEXT_APPLICATION_URL)
DEFINE_TEXT (education, TEXT_EDUCATION)
DEFINE_TEXT (experience, TEXT_EXPERIENCE)
DEFINE_TEXT (function, TEXT_FUNCTION)
DEFINE_TEXT_SETTER (organisation, TEXT_ORGANISATION)
DEFINE_NULLABLE (published, TEXT_PUBLISHED)
DEFINE_NULLABLE (updated, TEXT_UPDATED)
DEFINE_NULLABLE (closing, TEXT_CLOSING)
DEFINE_NULLABLE (description, TEXT_DESCRIPTION)
DEFINE_NUMBER (id, NUMBER_ID)
DEFINE_NUMBER (programme, NUMBER_PROGRAMME)
DEFINE_NUMBER (first_seen, NUMBER_FIRST_SEEN)
DEFINE_NUMBER (last_confirmed, NUMBER_LAST_CONFIRMED)
DEFINE_NUMBER (changed, NUMBER_CHANGED)
DEFINE_NUMBER (board_read, NUMBER_BOARD_READ)
DEFINE_MARK (is_new, MARK_IS_NEW)
DEFINE_MARK (starred, MARK_STARRED)
DEFINE_MARK (drafted, MARK_DRAFTED)
DEFINE_MARK (withdrawn, MARK_WITHDRAWN)

const char *
cand_position_get_workplace_text (CandPosition *self)
{
  return cand_position_get_text (self, TEXT_WORKPLACE);
}

const char *
cand_position_get_employment_text (CandPosition *self)
{
  return cand_position_get_text (self, TEXT_EMPLOYMENT);
}

const char *
cand_position_get_pay_text (CandPosition *self)
{
  return cand_position_get_text (self, TEXT_PAY);
}
