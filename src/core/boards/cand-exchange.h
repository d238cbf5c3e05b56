/* cand-exchange.h: the list of what is followed as a file, out and in
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "core/model/cand-board.h"

G_BEGIN_DECLS

/**
 * CandFileKind: what a file is, told by its content
 * @CAND_FILE_UNKNOWN: none of those below
 * @CAND_FILE_OPML: an outline of boards (OPML 2.0)
 * @CAND_FILE_BOARDS: our JSON array of boards, as --boards --json prints it
 * @CAND_FILE_PROGRAMME: our JSON of one programme
 * @CAND_FILE_RESUME: JSON Resume
 * @CAND_FILE_ARCHIVE: the program's own archive
 */
typedef enum
{
  CAND_FILE_UNKNOWN,
  CAND_FILE_OPML,
  CAND_FILE_BOARDS,
  CAND_FILE_PROGRAMME,
  CAND_FILE_RESUME,
  CAND_FILE_ARCHIVE,
} CandFileKind;

CandFileKind cand_exchange_tell (GBytes *file);
/* For the sentence that refuses it: "a JSON Resume", "a PDF document", "a ZIP archive", "an HTML
 * page", "a text"; translated, static. */
const char *cand_exchange_describe (GBytes *file);
/* Whether it is written for people, a text or a page, as far as its beginning says. */
gboolean cand_exchange_is_prose (GBytes *file);

/* What one line of a list names: a board, the feed of a blog, or another page, which may be an
 * announcement. */
typedef enum
{
  CAND_EXCHANGE_BOARD,
  CAND_EXCHANGE_FEED,
  CAND_EXCHANGE_PAGE,
} CandExchangeKind;

/* One line of a list of boards. */
typedef struct
{
  CandExchangeKind kind;
  char *key;  /* "workable:huggingface"; of the others the address, public and https */
  char *name; /* (nullable), like the next: where the file does not say */
  char *url;
  gboolean announces; /* of a page: that it is an announcement is said by a list of our own */
} CandExchangeBoard;
void cand_exchange_board_free (CandExchangeBoard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandExchangeBoard, cand_exchange_board_free)

/* More than this many are no list that a person keeps. */
#define CAND_EXCHANGE_MAX_BOARDS 10000

/* (element-type CandExchangeBoard) (transfer full): boards, where a system knows the address or the
 * key, feeds and pages, each once; *@refused (nullable) is how many outlines or objects named none
 * of these. Other people's OPML is read too: xmlUrl, htmlUrl and url are tried. Errors:
 * CAND_BOARD_ERROR_MALFORMED, also for more than CAND_EXCHANGE_MAX_BOARDS. */
GPtrArray *cand_exchange_read_boards (GBytes *file, guint *refused, GError **error);

/* @boards: CandBoard; @programmes (nullable): CandProgramme, of which those with an address go out;
 * @blogs (nullable): CandBlog. (transfer full) */
char *cand_exchange_write_opml (GListModel *boards, GListModel *programmes, GListModel *blogs);
char *cand_exchange_write_json (GListModel *boards, GListModel *programmes, GListModel *blogs);

G_END_DECLS
