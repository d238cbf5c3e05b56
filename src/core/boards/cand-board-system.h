/* cand-board-system.h: what Candidacy knows of one job-board system
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "cand-address.h"
#include "cand-listing.h"
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
 * @CAND_BOARD_ERROR_NO_POSITION: a good answer that says: there is no such position (any more)
 * @CAND_BOARD_ERROR_NOTHING_FOUND: a text that introduces no positions
 */
typedef enum
{
  CAND_BOARD_ERROR_MALFORMED,
  CAND_BOARD_ERROR_NOT_A_BOARD,
  CAND_BOARD_ERROR_UNSUPPORTED,
  CAND_BOARD_ERROR_NO_POSITION,
  CAND_BOARD_ERROR_NOTHING_FOUND,
} CandBoardError;
#define CAND_BOARD_N_ERRORS (CAND_BOARD_ERROR_NOTHING_FOUND + 1)
GQuark cand_board_error_quark (void);

/**
 * CandBoardTraits:
 * @CAND_BOARD_ONLY_WHEN_ASKED: its host asks robots to stay away: read when the person asks, never
 *   in the background
 * @CAND_BOARD_EMPTY_IS_VAGUE: an account that does not exist is answered like one with nothing open
 * @CAND_BOARD_LIST_LACKS_TEXT: descriptions come with single positions only
 * @CAND_BOARD_LIST_LACKS_PAY: the pay comes with single positions only
 */
typedef enum
{
  CAND_BOARD_ONLY_WHEN_ASKED = 1 << 0,
  CAND_BOARD_EMPTY_IS_VAGUE = 1 << 1,
  CAND_BOARD_LIST_LACKS_TEXT = 1 << 2,
  CAND_BOARD_LIST_LACKS_PAY = 1 << 3,
} CandBoardTraits;

/* One job-board system. Pure: addresses in, requests out, bytes in, objects out; every function may
 * run in any thread, and gets only accounts and codes that recognise, claim_page or a parser gave.
 * A member may be NULL where the system has no such thing.
 *
 * Accounts and codes never contain ":"; a key is "id:account:code". An account is spelled in one
 * way, so that a board is not followed twice. Requests carry the system's politeness
 * (cand_request_set_spacing). Parsers skip and count an entry that they cannot read, and return
 * CAND_BOARD_ERROR_MALFORMED for a document of another shape. */
typedef struct
{
  const char *id;   /* "workable" */
  const char *name; /* "Workable" */
  CandBoardTraits traits;

  /* NULL when the address is not one of this system. @uri was parsed from what a person pasted. */
  CandAddress *(*recognise) (GUri *uri);
  /* The account when the page at @uri is a board of this system under the organisation's own host,
   * or carries what this system reads; NULL otherwise. @html is untrusted, NUL-terminated UTF-8. */
  char *(*claim_page) (GUri *uri, const char *html);
  /* The code of the position that such a page is about; NULL for none. */
  char *(*claim_code) (GUri *uri);
  /* For an address that names a code and no account: a request that is not followed, whose Location
   * names both. */
  CandRequest *(*account_request) (const char *code);

  /* What the organisation is called until it says its name: a part of @account. NULL where that is
   * the whole account. */
  const char *(*account_name) (const char *account);

  /* For the browser. */
  char *(*board_url) (const char *account);
  char *(*position_url) (const char *account, const char *code);
  char *(*application_url) (const char *account, const char *code);

  /* The list. @page is NULL for the first page, then what CandListing.next said, until that is
   * NULL. */
  CandRequest *(*list_request) (const char *account, const char *page);
  CandListing *(*parse_list) (const char *account, const char *page, GBytes *body, GError **error);
  /* A page to begin with once more where the first answer is of another shape or is refused; NULL
   * for none. */
  const char *other_list;

  /* The organisation's name, where the list does not say it. */
  CandRequest *(*name_request) (const char *account);
  char *(*parse_name) (GBytes *body, GError **error);

  /* One position, with what the list lacks. NO_POSITION where the answer says so. */
  CandRequest *(*position_request) (const char *account, const char *code);
  CandPosition *(*parse_position) (const char *account,
                                   const char *code,
                                   GBytes *body,
                                   GError **error);

  /* Its form. NO_POSITION where the answer says so. */
  CandRequest *(*form_request) (const char *account, const char *code);
  CandForm *(*parse_form) (GBytes *body, GError **error);
  /* What the system usually asks, for a position whose own form could not be read; NULL: the plain
   * one of cand-standard-form.h. */
  CandForm *(*standard_form) (void);
} CandBoardSystem;

/* NULL-terminated, static. */
const CandBoardSystem *const *cand_board_systems (void);
/* NULL when unknown. */
const CandBoardSystem *cand_board_system_find (const char *id);
/* What the organisation of the board @key ("lever:eu.acme") is called until it says its name
 * ("acme"); never NULL. Belongs to @key. */
const char *cand_board_system_get_account_name (const char *key);

/* An open position of the board that @account is. (transfer full) */
CandPosition *cand_board_system_new_position (const CandBoardSystem *self,
                                              const char *account,
                                              const char *code,
                                              const char *title);
/* Where the position and its form are: at what the source says, or where the system has them when
 * it says nothing (NULL), or nothing that a browser should open. */
void cand_board_system_set_urls (const CandBoardSystem *self,
                                 CandPosition *position,
                                 const char *account,
                                 const char *url,
                                 const char *application_url);

G_END_DECLS
