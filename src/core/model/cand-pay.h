/* cand-pay.h: what a position pays, in figures
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-enums.h"

G_BEGIN_DECLS

/* A plain value, to be copied. Amounts are in whole units of the currency (dollars, not cents) for
 * one period; NAN for an end that is not stated. @currency is ISO 4217 in capitals, "" where not
 * stated. */
typedef struct
{
  double minimum;
  double maximum;
  char currency[4];
  CandPayPeriod period;
} CandPay;

/* FALSE, and @pay untouched, when neither amount is finite and above zero, or the maximum is below
 * the minimum. @currency (nullable) is taken in any case where it has three letters. */
gboolean cand_pay_set (
    CandPay *pay, double minimum, double maximum, const char *currency, CandPayPeriod period);

/* Either may be NULL. */
gboolean cand_pay_equal (const CandPay *a, const CandPay *b);

/* Makes @pay reach over @other too, "from the lowest to the highest"; FALSE, and @pay untouched,
 * where currency or period differ. */
gboolean cand_pay_extend (CandPay *pay, const CandPay *other);

/* The word of a source for a period, in any case and with what surrounds it: "YEAR", "1 YEAR",
 * "per-year-salary", "yearly", "annual", "hour", "per-hour-wage". UNKNOWN for NULL and others. */
CandPayPeriod cand_pay_period_from_text (const char *text);

/* "120000-160000 USD year", for digests and logs; NULL for NULL. (transfer full) */
char *cand_pay_to_string (const CandPay *self);

/* Whether @text (nullable) gives both ends already, however it writes them: "$120K – $160K",
 * "120.000 to 160.000". */
gboolean cand_pay_is_said_by (const CandPay *self, const char *text);

/* For people, translated: "120,000 – 160,000 USD a year". (transfer full) */
char *cand_pay_dup_label (const CandPay *self);

G_END_DECLS
