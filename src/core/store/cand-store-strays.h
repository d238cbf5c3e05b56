/* cand-store-strays.h: positions that are announced by their code alone
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-connection.h"

G_BEGIN_DECLS

/* What an organisation is called in "p" and "b" of a query: as the board says it, or, of a stray,
 * the announcement. */
#define CAND_STORE_ORGANISATION                                                                    \
  "CASE b.name WHEN '' THEN coalesce ((SELECT CASE WHEN json_valid (o.json) "                      \
  "THEN json_extract (o.json, '$.organisation') END FROM programme o WHERE o.id = p.programme), "  \
  "'') ELSE b.name END"

/* A position whose address names a code and no account is kept at the account
 * CAND_POSITION_NO_ACCOUNT of its system, until a board turns up that has it. */

/* (element-type utf8) (transfer full), as a set: the codes of the strays that the board @key may
 * have. */
GHashTable *cand_store_strays_list (CandConnection *connection, const char *key, GError **error);
/* The stray of that @code, where there is one, is the board's from now on, with all that the person
 * has to do with it. *@id is its row id, 0 where there was none. */
gboolean cand_store_strays_adopt (CandConnection *connection,
                                  gint64 board,
                                  const char *key,
                                  const char *code,
                                  gint64 *id,
                                  GError **error);

G_END_DECLS
