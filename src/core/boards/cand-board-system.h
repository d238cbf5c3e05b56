/* cand-board-system.h: what Candidacy knows of one job-board system
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "core/model/cand-form.h"
#include "core/model/cand-position.h"
#include "core/model/cand-request.h"

G_BEGIN_DECLS

#define CAND_BOARD_ERROR (cand_board_error_quark ())
/**
 * CandBoardError:
 * @CAND_BOARD_ERROR_MALFORMED: the answer is not of the shape that the system answers in
 * @CAND_BOARD_ERROR_NOT_A_BOARD: an address that no system recognises
 * @CAND_BOARD_ERROR_UNSUPPORTED: the system cannot be asked for this
 */
typedef enum
{
  CAND_BOARD_ERROR_MALFORMED,
  CAND_BOARD_ERROR_NOT_A_BOARD,
  CAND_BOARD_ERROR_UNSUPPORTED,
} CandBoardError;
GQuark cand_board_error_quark (void);

/* What an address names. Strings NULL where it does not say; free with cand_address_free. */
typedef struct
{
  const char *system; /* static: the system's id */
  char *account;
  char *code;
} CandAddress;
void cand_address_free (CandAddress *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandAddress, cand_address_free)

/* A board's whole answer. */
typedef struct
{
  char *name;           /* (nullable) the organisation's */
  GPtrArray *positions; /* (element-type CandPosition) one for each code, first-seen order */
  guint skipped;        /* entries that could not be read */
} CandListing;
void cand_listing_free (CandListing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandListing, cand_listing_free)

/* One job-board system. Pure: addresses in, requests out, bytes in, objects out; every function may
 * run in any thread. A member may be NULL where the system has no such thing. */
typedef struct
{
  const char *id;   /* "workable" */
  const char *name; /* "Workable" */

  /* NULL when the address is not one of this system. @uri was parsed from what a person pasted. */
  CandAddress *(*recognise) (GUri *uri);
  char *(*board_url) (const char *account);
  char *(*position_url) (const char *account, const char *code);
  char *(*application_url) (const char *account, const char *code);

  CandRequest *(*list_request) (const char *account);
  CandListing *(*parse_list) (const char *account, GBytes *body, GError **error);

  CandRequest *(*form_request) (const char *account, const char *code);
  CandForm *(*parse_form) (GBytes *body, GError **error);
  /* What the system usually asks, for a position whose own form could not be read. */
  CandForm *(*standard_form) (void);
} CandBoardSystem;

/* NULL-terminated, static. */
const CandBoardSystem *const *cand_board_systems (void);
/* NULL when unknown. */
const CandBoardSystem *cand_board_system_find (const char *id);

/* What a pasted address (scheme may be missing) names.
 * Errors: CAND_BOARD_ERROR_NOT_A_BOARD. */
CandAddress *cand_address_parse (const char *address, GError **error);

G_END_DECLS
