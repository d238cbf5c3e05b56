/* cand-field-rows.c: the row for each type of field
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-field-rows.h"

#include "cand-boolean-row.h"
#include "cand-date-row.h"
#include "cand-dropdown-row.h"
#include "cand-file-row.h"
#include "cand-group-row.h"
#include "cand-multiple-row.h"
#include "cand-paragraph-row.h"
#include "cand-text-row.h"

static GType
row_type (CandFieldType type)
{
  switch (type)
    {
    case CAND_FIELD_TYPE_TEXT:
    case CAND_FIELD_TYPE_EMAIL:
    case CAND_FIELD_TYPE_PHONE:
    case CAND_FIELD_TYPE_NUMBER:
      return CAND_TYPE_TEXT_ROW;
    case CAND_FIELD_TYPE_PARAGRAPH:
      return CAND_TYPE_PARAGRAPH_ROW;
    case CAND_FIELD_TYPE_DATE:
      return CAND_TYPE_DATE_ROW;
    case CAND_FIELD_TYPE_BOOLEAN:
      return CAND_TYPE_BOOLEAN_ROW;
    case CAND_FIELD_TYPE_DROPDOWN:
      return CAND_TYPE_DROPDOWN_ROW;
    case CAND_FIELD_TYPE_MULTIPLE:
      return CAND_TYPE_MULTIPLE_ROW;
    case CAND_FIELD_TYPE_FILE:
      return CAND_TYPE_FILE_ROW;
    case CAND_FIELD_TYPE_GROUP:
      return CAND_TYPE_GROUP_ROW;
    }
  return CAND_TYPE_TEXT_ROW;
}

CandFieldRow *
cand_field_row_new (CandLibrary *library, CandApplication *application, CandAnswer *answer)
{
  g_return_val_if_fail (CAND_IS_ANSWER (answer), NULL);

  return g_object_new (row_type (cand_field_get_field_type (cand_answer_get_field (answer))),
                       "library", library, "application", application, "answer", answer, NULL);
}
