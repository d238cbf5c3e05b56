/* cand-find-page.h: what a web page leads to
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-found-private.h"
#include "cand-library.h"

G_BEGIN_DECLS

/* One of the two: what it is itself, or the board that it carries or names. */
typedef struct
{
  CandFound *found;   /* (nullable) */
  CandAddress *board; /* (nullable) */
  GPtrArray *others;  /* (element-type CandAddress) further boards that it names */
  char *address;      /* where the page really is */
} CandPageFinding;
void cand_page_finding_free (CandPageFinding *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandPageFinding, cand_page_finding_free)

/* @address is https. @named (nullable): the address names a position of that system without saying
 * whose: a board of it is looked for first, and is given the position's code. Errors:
 * CAND_LIBRARY_ERROR_NOT_FOUND, CAND_NET_ERROR_*, CAND_BOARD_ERROR_MALFORMED, G_IO_ERROR_CANCELLED.
 */
void cand_find_page_async (CandLibrary *library,
                           const char *address,
                           const CandAddress *named,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
CandPageFinding *cand_find_page_finish (CandLibrary *library, GAsyncResult *result, GError **error);

G_END_DECLS
