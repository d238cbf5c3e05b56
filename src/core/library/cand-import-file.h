/* cand-import-file.h: a file that a person takes in, read
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "core/boards/cand-exchange.h"
#include "core/model/cand-profile.h"
#include "core/model/cand-programme.h"

G_BEGIN_DECLS

/* One of the three. */
typedef struct
{
  GPtrArray *boards;        /* (owned) (nullable) (element-type CandExchangeBoard) */
  guint n_refused;          /* lines of that list which name nothing */
  CandProgramme *programme; /* (owned) (nullable) */
  CandProfile *resume;      /* (owned) (nullable) what a JSON Resume says */
  guint n_odd;              /* of it */
} CandImportFile;
void cand_import_file_free (CandImportFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandImportFile, cand_import_file_free)

/* Blocks: for a thread of its own. */
CandImportFile *cand_import_file_read (GFile *file,
                                       gboolean only_resume,
                                       GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
