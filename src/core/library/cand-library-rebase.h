/* cand-library-rebase.h: drafts whose form changed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-library.h"
#include "core/model/cand-aside.h"
#include "core/model/cand-rebase.h"

G_BEGIN_DECLS

/* A draft stays on the form it was begun on until the person says otherwise. This is what would
 * become of it on the form as it is now. */
typedef struct
{
  CandForm *drafted;  /* (owned) */
  CandForm *present;  /* (owned) */
  CandRebase *rebase; /* (owned) of the answers that are on disk */
} CandFormChange;
void cand_form_change_free (CandFormChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandFormChange, cand_form_change_free)
/* How many questions were not asked before. */
guint cand_form_change_count_new (const CandFormChange *self);

/**
 * CandFormCheck:
 * @CAND_FORM_CHECK_KEPT: the board is not asked
 * @CAND_FORM_CHECK_OLD: the board is asked where what it gave last is older than a day; when it
 *   does not answer, that stands
 * @CAND_FORM_CHECK_NOW: the board is asked
 */
typedef enum
{
  CAND_FORM_CHECK_KEPT,
  CAND_FORM_CHECK_OLD,
  CAND_FORM_CHECK_NOW,
} CandFormCheck;

/* Compares the form of @application, an opened one, with what its board asks now and whether its
 * programme wants a short submission. Never touches the application; what is typed is flushed
 * first. (transfer full): NULL with no error set where nothing changed. Errors: CAND_STORE_ERROR_*,
 * G_IO_ERROR_CANCELLED; of CHECK_NOW also what cand_ask_form_finish gives. */
void cand_library_check_form_async (CandLibrary *self,
                                    CandApplication *application,
                                    CandFormCheck check,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
CandFormChange *
cand_library_check_form_finish (CandLibrary *self, GAsyncResult *result, GError **error);

/* Puts the application on @present, with everything typed until now: what has a place there is
 * moved, with its earlier values, and the rest is set aside, in one transaction. The living
 * application is laid out anew before this returns: widgets that show its answers have to be made
 * again. Errors: CAND_STORE_ERROR_*, and nothing has changed then. It cannot be cancelled. */
void cand_library_use_form_async (CandLibrary *self,
                                  CandApplication *application,
                                  CandForm *present,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean cand_library_use_form_finish (CandLibrary *self, GAsyncResult *result, GError **error);

/* Makes @aside the answer of the question that cand_aside_find_place names, and marks it placed;
 * it stays. (transfer none): the answer; NULL where there is no place. */
CandAnswer *
cand_library_place_aside (CandLibrary *self, CandApplication *application, CandAside *aside);
/* Undoes that: @answer is empty again, unless it says something else than @text by now: FALSE
 * then. */
gboolean cand_library_take_aside_back (CandLibrary *self,
                                       CandApplication *application,
                                       CandAside *aside,
                                       CandAnswer *answer,
                                       const char *text);

G_END_DECLS
