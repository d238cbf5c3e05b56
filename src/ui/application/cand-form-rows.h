/* cand-form-rows.h: the questions of a form, one after the other
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* Makes the sections of a form with a row for each question: at once as many as a window can show,
 * the others little by little behind the first frame, so that a long form is there as soon as a
 * short one. */
typedef struct _CandFormRows CandFormRows;

/* @box gets the sections, below @below; nobody else removes them. */
CandFormRows *cand_form_rows_new (CandLibrary *library,
                                  CandApplication *application,
                                  GtkBox *box,
                                  GtkWidget *below);
/* Before @box goes. */
void cand_form_rows_free (CandFormRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandFormRows, cand_form_rows_free)

/* Makes them anew, from the form that the application is on now. */
void cand_form_rows_show (CandFormRows *self);
/* Makes those that are still missing. */
void cand_form_rows_complete (CandFormRows *self);

/* Those made so far, (element-type CandFieldRow) in the form's order, always the same array. */
GPtrArray *cand_form_rows_get (CandFormRows *self);
gboolean cand_form_rows_is_complete (CandFormRows *self);

G_END_DECLS
