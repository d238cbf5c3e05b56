/* cand-store-positions-private.h: what the files about positions on disk share
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-statement.h"
#include "cand-store-positions.h"

G_BEGIN_DECLS

/* Facts that a position's own page may say where its board's list does not. The bits are on disk.
 */
typedef enum
{
  CAND_PAGE_FACT_APPLICATION_URL = 1 << 0,
  CAND_PAGE_FACT_LOCATIONS = 1 << 1,
  CAND_PAGE_FACT_WORKPLACE = 1 << 2,
  CAND_PAGE_FACT_EMPLOYMENT = 1 << 3,
  CAND_PAGE_FACT_PUBLISHED = 1 << 4,
  CAND_PAGE_FACT_UPDATED = 1 << 5,
  CAND_PAGE_FACT_CLOSING = 1 << 6,
  CAND_PAGE_FACT_PAY = 1 << 7,
  CAND_PAGE_FACT_EDUCATION = 1 << 8,
  CAND_PAGE_FACT_EXPERIENCE = 1 << 9,
  CAND_PAGE_FACT_FUNCTION = 1 << 10,
  CAND_PAGE_FACT_DESCRIPTION = 1 << 11,
} CandPageFact;

/* What a row has of a position's content: everything that is said of it, wherever. */
typedef struct
{
  CandPosition *position; /* (unowned) */
  const char *plain;      /* (nullable) words of the description; NULL: as they are */
  const char *digest;     /* of what the list says */
} CandContent;

/* The twenty columns that cand_store_positions_bind_content binds, for INSERT and for UPDATE. */
#define CAND_CONTENT_COLUMNS                                                                       \
  "title, title_key, department, url, application_url, locations, workplace, workplace_text, "     \
  "employment, employment_text, published, published_key, updated, closing, pay_text, "            \
  "pay_minimum, pay_maximum, pay_currency, pay_period, digest"
#define CAND_CONTENT_UPDATES                                                                       \
  "title = ?, title_key = ?, department = ?, url = ?, application_url = ?, locations = ?, "        \
  "workplace = ?, workplace_text = ?, employment = ?, employment_text = ?, published = ?, "        \
  "published_key = ?, updated = ?, closing = ?, pay_text = ?, pay_minimum = ?, pay_maximum = ?, "  \
  "pay_currency = ?, pay_period = ?, digest = ?"
void cand_store_positions_bind_content (CandStatement *statement, const CandContent *content);
gboolean cand_store_positions_write_text (CandConnection *connection,
                                          gint64 id,
                                          const CandContent *content,
                                          GError **error);

/* What titles are ordered by. (transfer full) */
char *cand_store_positions_dup_title_key (const char *title);

/* cand-store-positions-page.c */

/* A known position as @listed says it, with what only its own page said, which is left in *@facts.
 * (transfer full) */
CandPosition *
cand_store_positions_keep_page (CandPosition *known, CandPosition *listed, guint *facts);

G_END_DECLS
