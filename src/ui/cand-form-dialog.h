/* cand-form-dialog.h: all questions of a form, to read
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/model/cand-form.h"

G_BEGIN_DECLS

/* The questions by their sections, with what each of them takes. */
#define CAND_TYPE_FORM_DIALOG (cand_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CandFormDialog, cand_form_dialog, CAND, FORM_DIALOG, AdwDialog)

AdwDialog *cand_form_dialog_new (CandForm *form);

G_END_DECLS
