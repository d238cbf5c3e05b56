/* cand-draft-keeper.h: keeps what is typed into one application
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "core/library/cand-library.h"
#include "core/model/cand-application.h"

G_BEGIN_DECLS

/* Hears every edit of an opened application, writes it, and sets the application's save state. What
 * could not be written stays dirty, and is tried again. */
#define CAND_TYPE_DRAFT_KEEPER (cand_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (CandDraftKeeper, cand_draft_keeper, CAND, DRAFT_KEEPER, GObject)

/* @library is not owned: it owns the keeper. */
CandDraftKeeper *cand_draft_keeper_new (CandLibrary *library, CandApplication *application);

/* Writes what is dirty without waiting for the pause. */
void cand_draft_keeper_flush (CandDraftKeeper *self);
/* Flushes; @task (transfer full) returns TRUE when everything typed until now is durable. */
void cand_draft_keeper_flush_for (CandDraftKeeper *self, GTask *task);
/* Writes everything that is not known to be durable, and waits. */
gboolean cand_draft_keeper_write_now (CandDraftKeeper *self, GError **error);

/* What the store has of a field, when it was read from there. */
void cand_draft_keeper_set_known (CandDraftKeeper *self, const char *field, const char *text);
/* Whether the field's value is not known to be durable yet. */
gboolean cand_draft_keeper_is_unsaved (CandDraftKeeper *self, const char *field);
/* Before the application is laid out anew: values whose fields may go are held on to. */
void cand_draft_keeper_hold (CandDraftKeeper *self);
/* In between: where the answers were moved to, (element-type utf8 utf8) by field ids; what is not
 * among them stays. */
void cand_draft_keeper_move_held (CandDraftKeeper *self, GHashTable *places);
/* After it: values held for fields that are there go into their answers. */
void cand_draft_keeper_restore_held (CandDraftKeeper *self);

G_END_DECLS
