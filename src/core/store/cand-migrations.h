/* cand-migrations.h: brings a database file to the form this program knows
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-connection.h"

G_BEGIN_DECLS

/* Number and SQL of one step; PRAGMA user_version is the number of the last one that ran. */
typedef struct
{
  const char *sql;
} CandMigration;

/* Steps 1 to @n; @backup (nullable) is where a file that has something in it is copied before. */
gboolean cand_migrations_apply (CandConnection *connection,
                                const CandMigration *migrations,
                                guint n,
                                const char *backup,
                                GError **error);
/* The store's own steps, on the file @path that @connection has open. */
gboolean cand_migrations_run (CandConnection *connection, const char *path, GError **error);
/* The number of the last of them. */
guint cand_migrations_get_latest (void);

G_END_DECLS
