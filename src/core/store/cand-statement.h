/* cand-statement.h: one prepared statement: bound in order, stepped, read
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-connection.h"

G_BEGIN_DECLS

/* Prepared once for each connection and kept by it; giving it back (autoptr) resets it. */
typedef struct _CandStatement CandStatement;

CandStatement *cand_statement_new (CandConnection *connection, const char *sql, GError **error);
void cand_statement_release (CandStatement *self);
/* For the connection, at its end. */
void cand_statement_destroy (CandStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandStatement, cand_statement_release)

/* Each binds the next parameter. Text is copied; NULL is NULL. A failure shows when it is stepped.
 */
void cand_statement_add_int64 (CandStatement *self, gint64 value);
void cand_statement_add_text (CandStatement *self, const char *text);
void cand_statement_add_null (CandStatement *self);
/* NAN is NULL. */
void cand_statement_add_double (CandStatement *self, double value);

/* TRUE while there is a row; FALSE at the end, and with @error set on failure. */
gboolean cand_statement_step (CandStatement *self, GError **error);
/* Steps to the end, and resets so that it can be bound again. */
gboolean cand_statement_run (CandStatement *self, GError **error);
/* All of it, for a statement about one row. */
gboolean
cand_statement_run_for_id (CandConnection *connection, const char *sql, gint64 id, GError **error);
/* The same with two parameters. */
gboolean cand_statement_run_for_two (
    CandConnection *connection, const char *sql, gint64 first, gint64 second, GError **error);
/* As cand_statement_run() for "INSERT … RETURNING id": the id; 0 on failure. */
gint64 cand_statement_fetch_id (CandStatement *self, GError **error);

gint64 cand_statement_get_int64 (CandStatement *self, int column);
/* NAN for NULL. */
double cand_statement_get_double (CandStatement *self, int column);
/* Valid until the next step; "" for NULL. */
const char *cand_statement_get_text (CandStatement *self, int column);
/* The same; NULL for NULL. */
const char *cand_statement_get_nullable (CandStatement *self, int column);

G_END_DECLS
