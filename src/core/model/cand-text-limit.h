/* cand-text-limit.h: how much of a text a server takes, counted as the server counts
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field.h"

G_BEGIN_DECLS

/**
 * CandUnits:
 * @CAND_UNITS_UTF16: as a page counts in the browser: the HTML standard's "maxlength" is in UTF-16
 *   code units of the text with every line break as one (html.spec.whatwg.org, "The maxlength and
 *   minlength attributes", and "API value" of a text area); so an emoji is two or more
 * @CAND_UNITS_CHARACTERS: as most databases count: Unicode characters, every line break as one
 */
typedef enum
{
  CAND_UNITS_UTF16,
  CAND_UNITS_CHARACTERS,
} CandUnits;

/* What is counted where nobody says how a server counts. Of all systems only Workable ("maxLength")
 * and Recruitee ("length") state limits in their forms, and neither documents the unit. Their own
 * pages hand it on to the browser, which stops at UTF-16; and as no text has fewer UTF-16 units
 * than characters, what fits by these units fits by the others too. */
#define CAND_UNITS_ASSUMED CAND_UNITS_UTF16

/* From this part of a limit on, what remains is shown. */
#define CAND_TEXT_LIMIT_SHOWN_PERCENT 90

/* A plain value. Of a limit that is not known only @length says something. */
typedef struct
{
  gboolean known;
  gint64 length;    /* in the units asked for */
  gint64 limit;     /* CAND_LIMIT_UNKNOWN where not known */
  gint64 remaining; /* below 0 when the text is too long */
  gboolean shown;   /* whether the remaining is to be shown */
  gsize cut;        /* byte offset from where on the text would be lost; its end when it fits */
} CandTextLimit;

/* @text (nullable) is UTF-8. Linear, without allocation, and quick enough for every key. */
gint64 cand_text_count (const char *text, CandUnits units);

void cand_text_limit_measure (CandTextLimit *self, const char *text, gint64 limit, CandUnits units);

/* For a text of which only a part changes: what the first @size bytes of @text add to its length,
 * in a text that goes on behind them or ends there; and the text against its limit again, where its
 * @size in bytes and its @length are known. */
gint64 cand_text_count_part (const char *text, gsize size, CandUnits units);
void cand_text_limit_compare (CandTextLimit *self,
                              const char *text,
                              gsize size,
                              gint64 length,
                              gint64 limit,
                              CandUnits units);

G_END_DECLS
