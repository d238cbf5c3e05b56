/* cand-board.h: one organisation's page on a job-board system
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "cand-enums.h"

G_BEGIN_DECLS

#define CAND_TYPE_BOARD (cand_board_get_type ())
G_DECLARE_FINAL_TYPE (CandBoard, cand_board, CAND, BOARD, GObject)

/* @key is "system:account" ("workable:huggingface"). */
CandBoard *cand_board_new (const char *key);
const char *cand_board_get_key (CandBoard *self);
const char *cand_board_get_system (CandBoard *self);
const char *cand_board_get_account (CandBoard *self);

gint64 cand_board_get_id (CandBoard *self);
void cand_board_set_id (CandBoard *self, gint64 id);
/* The organisation's name; the account until the board said it. */
const char *cand_board_get_name (CandBoard *self);
void cand_board_set_name (CandBoard *self, const char *name);
const char *cand_board_get_url (CandBoard *self);
void cand_board_set_url (CandBoard *self, const char *url);

CandBoardState cand_board_get_state (CandBoard *self);
/* English, for logs, the command line and details; "" while all is well. */
const char *cand_board_get_reason (CandBoard *self);
/* Why the last attempt failed, for cand-error-text; NULL while all is well. */
const GError *cand_board_get_error (CandBoard *self);
void cand_board_set_state (CandBoard *self,
                           CandBoardState state,
                           const char *reason,
                           const GError *error);
/* "unread", "read", "suspect", "failed". */
const char *cand_board_state_to_string (CandBoardState state);

/* Seconds since the epoch, 0 for never: last attempt, last good answer. */
gint64 cand_board_get_checked (CandBoard *self);
void cand_board_set_checked (CandBoard *self, gint64 when);
gint64 cand_board_get_confirmed (CandBoard *self);
void cand_board_set_confirmed (CandBoard *self, gint64 when);

/* Open positions, and those the person has not looked at. */
guint cand_board_get_n_open (CandBoard *self);
guint cand_board_get_n_new (CandBoard *self);
void cand_board_set_counts (CandBoard *self, guint n_open, guint n_new);

/* An answer's validators, kept for the next conditional request; NULL where it had none. */
const char *cand_board_get_etag (CandBoard *self);
const char *cand_board_get_last_modified (CandBoard *self);
void cand_board_set_validators (CandBoard *self, const char *etag, const char *last_modified);

void cand_board_patch (CandBoard *self, CandBoard *from);

G_END_DECLS
