/* cand-store-error.c: what SQLite says, in our own words
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-error.h"

#include <errno.h>
#include <sqlite3.h>

#include "cand-store-error-private.h"

G_DEFINE_QUARK (cand - store - error - quark, cand_store_error)

/* What the system said behind a failed open, read or write. */
static CandStoreError
code_from_errno (int system_error)
{
  switch (system_error)
    {
    case ENOSPC:
    case EDQUOT:
      return CAND_STORE_ERROR_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
      return CAND_STORE_ERROR_READ_ONLY;
    default:
      return CAND_STORE_ERROR_IO;
    }
}

CandStoreError
cand_store_error_from_sqlite (int result, int system_error)
{
  switch (result & 0xff)
    {
    case SQLITE_FULL:
      return CAND_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return CAND_STORE_ERROR_READ_ONLY;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return code_from_errno (system_error);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return CAND_STORE_ERROR_BUSY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return CAND_STORE_ERROR_CORRUPT;
    default:
      return CAND_STORE_ERROR_FAILED;
    }
}

void
cand_store_set_error_from_errno (GError **error, int system_error, const char *doing)
{
  g_set_error (error, CAND_STORE_ERROR, code_from_errno (system_error), "%s: %s", doing,
               g_strerror (system_error));
}
