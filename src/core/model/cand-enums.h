/* cand-enums.h: the closed sets of words that the model uses
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CandPositionState:
 * @CAND_POSITION_STATE_OPEN: the board's last good answer, or one of the last two, lists it
 * @CAND_POSITION_STATE_CLOSED: the board listed it once and lists it no longer
 * @CAND_POSITION_STATE_ANNOUNCED: a programme introduces it; its board never listed it
 */
typedef enum
{
  CAND_POSITION_STATE_OPEN,
  CAND_POSITION_STATE_CLOSED,
  CAND_POSITION_STATE_ANNOUNCED,
} CandPositionState;

typedef enum
{
  CAND_WORKPLACE_UNKNOWN,
  CAND_WORKPLACE_ON_SITE,
  CAND_WORKPLACE_HYBRID,
  CAND_WORKPLACE_REMOTE,
} CandWorkplace;

typedef enum
{
  CAND_EMPLOYMENT_UNKNOWN,
  CAND_EMPLOYMENT_INTERNSHIP,
  CAND_EMPLOYMENT_FULL_TIME,
  CAND_EMPLOYMENT_PART_TIME,
  CAND_EMPLOYMENT_CONTRACT,
  CAND_EMPLOYMENT_TEMPORARY,
  CAND_EMPLOYMENT_VOLUNTEER,
  CAND_EMPLOYMENT_OTHER,
} CandEmployment;

typedef enum
{
  CAND_PAY_PERIOD_UNKNOWN,
  CAND_PAY_PERIOD_HOUR,
  CAND_PAY_PERIOD_DAY,
  CAND_PAY_PERIOD_WEEK,
  CAND_PAY_PERIOD_MONTH,
  CAND_PAY_PERIOD_YEAR,
  CAND_PAY_PERIOD_ONCE,
} CandPayPeriod;

/**
 * CandBoardState:
 * @CAND_BOARD_STATE_UNREAD: never asked
 * @CAND_BOARD_STATE_READ: the last answer was good
 * @CAND_BOARD_STATE_SUSPECT: the last answer lacked so much that it is asked again before believed
 * @CAND_BOARD_STATE_FAILED: the last attempt brought no good answer; the reason says why
 */
typedef enum
{
  CAND_BOARD_STATE_UNREAD,
  CAND_BOARD_STATE_READ,
  CAND_BOARD_STATE_SUSPECT,
  CAND_BOARD_STATE_FAILED,
} CandBoardState;

/**
 * CandFieldType: what a field of a form takes. A type that the board names and we do not know
 * is %CAND_FIELD_TYPE_TEXT; the board's own word stays in #CandField:type-name.
 */
typedef enum
{
  CAND_FIELD_TYPE_TEXT,
  CAND_FIELD_TYPE_EMAIL,
  CAND_FIELD_TYPE_PHONE,
  CAND_FIELD_TYPE_PARAGRAPH,
  CAND_FIELD_TYPE_DATE,
  CAND_FIELD_TYPE_NUMBER,
  CAND_FIELD_TYPE_BOOLEAN,
  CAND_FIELD_TYPE_DROPDOWN,
  CAND_FIELD_TYPE_MULTIPLE,
  CAND_FIELD_TYPE_FILE,
  CAND_FIELD_TYPE_GROUP,
} CandFieldType;

/**
 * CandFormSource:
 * @CAND_FORM_SOURCE_BOARD: the employer's own form, as the board gave it
 * @CAND_FORM_SOURCE_STANDARD: the system's usual fields, because the board gave none
 */
typedef enum
{
  CAND_FORM_SOURCE_BOARD,
  CAND_FORM_SOURCE_STANDARD,
} CandFormSource;

typedef enum
{
  CAND_APPLICATION_STATUS_DRAFTING,
  CAND_APPLICATION_STATUS_READY,
  CAND_APPLICATION_STATUS_HANDED_OFF,
  CAND_APPLICATION_STATUS_CONFIRMED,
  CAND_APPLICATION_STATUS_INTERVIEW,
  CAND_APPLICATION_STATUS_OFFER,
  CAND_APPLICATION_STATUS_REJECTED,
  CAND_APPLICATION_STATUS_NO_REPLY,
  CAND_APPLICATION_STATUS_WITHDRAWN,
  CAND_APPLICATION_STATUS_NOT_FOR_ME,
} CandApplicationStatus;

/**
 * CandSaveState:
 * @CAND_SAVE_STATE_SAVED: what is shown is what is on disk
 * @CAND_SAVE_STATE_SAVING: typed, and on its way to disk
 * @CAND_SAVE_STATE_FAILED: the disk refused; the text is in memory and saving is retried
 */
typedef enum
{
  CAND_SAVE_STATE_SAVED,
  CAND_SAVE_STATE_SAVING,
  CAND_SAVE_STATE_FAILED,
} CandSaveState;

/**
 * CandScope: which positions a list shows.
 */
typedef enum
{
  CAND_SCOPE_ALL,
  CAND_SCOPE_NEW,
  CAND_SCOPE_STARRED,
} CandScope;

G_END_DECLS
