/* cand-connection.h: one open database file, for one thread
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "cand-store-error.h"

G_BEGIN_DECLS

/* Used by one thread at a time, which is asserted: the one that opened it, until another claims it.
 */
typedef struct _CandConnection CandConnection;

typedef enum
{
  CAND_CONNECTION_READ_WRITE, /* made when missing */
  CAND_CONNECTION_READ_ONLY,
} CandConnectionMode;

/* How far a commit has come when it returns. */
typedef enum
{
  CAND_DURABILITY_CACHE, /* survives the program's death; the last ones may be lost with the
                            machine's */
  CAND_DURABILITY_DRAFT, /* on the disk (synchronous=FULL) */
} CandDurability;

CandConnection *cand_connection_open (const char *path, CandConnectionMode mode, GError **error);
void cand_connection_close (CandConnection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandConnection, cand_connection_close)

/* From here on the calling thread uses it. */
void cand_connection_claim (CandConnection *self);

sqlite3 *cand_connection_get_handle (CandConnection *self);
GHashTable *cand_connection_get_statements (CandConnection *self);

gboolean cand_connection_execute (CandConnection *self, const char *sql, GError **error);
gboolean
cand_connection_get_int64 (CandConnection *self, const char *sql, gint64 *value, GError **error);
gint64 cand_connection_get_last_id (CandConnection *self);
guint cand_connection_get_n_changes (CandConnection *self);
void cand_connection_set_error (CandConnection *self, const char *doing, GError **error);

typedef gboolean (*CandTransactionFunc) (CandConnection *self, gpointer data, GError **error);

/* Runs @func inside one transaction: all of it is kept, or, when it or the commit fails, nothing.
 */
gboolean cand_connection_transact (CandConnection *self,
                                   CandDurability durability,
                                   CandTransactionFunc func,
                                   gpointer data,
                                   GError **error);

G_END_DECLS
