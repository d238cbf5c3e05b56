/* cand-files-group.h: the files of the profile: added, labelled, removed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

#define CAND_TYPE_FILES_GROUP (cand_files_group_get_type ())
G_DECLARE_FINAL_TYPE (CandFilesGroup, cand_files_group, CAND, FILES_GROUP, AdwPreferencesGroup)

GtkWidget *cand_files_group_new (CandLibrary *library);

/* Keeps a copy of @file and lists it; what keeps that from being done is said. */
void cand_files_group_add (CandFilesGroup *self, GFile *file);

G_END_DECLS
