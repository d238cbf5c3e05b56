/* cand-store-error.h: what can go wrong on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CAND_STORE_ERROR (cand_store_error_quark ())
/**
 * CandStoreError:
 * @CAND_STORE_ERROR_FULL: no room on the disk
 * @CAND_STORE_ERROR_READ_ONLY: the data folder or file cannot be written
 * @CAND_STORE_ERROR_IO: the disk failed
 * @CAND_STORE_ERROR_BUSY: another program holds the file
 * @CAND_STORE_ERROR_CORRUPT: the file is damaged or is no database
 * @CAND_STORE_ERROR_TOO_NEW: written by a newer Candidacy; left untouched
 * @CAND_STORE_ERROR_FAILED: anything else
 */
typedef enum
{
  CAND_STORE_ERROR_FULL,
  CAND_STORE_ERROR_READ_ONLY,
  CAND_STORE_ERROR_IO,
  CAND_STORE_ERROR_BUSY,
  CAND_STORE_ERROR_CORRUPT,
  CAND_STORE_ERROR_TOO_NEW,
  CAND_STORE_ERROR_FAILED,
} CandStoreError;
#define CAND_STORE_N_ERRORS (CAND_STORE_ERROR_FAILED + 1)
GQuark cand_store_error_quark (void);

G_END_DECLS
