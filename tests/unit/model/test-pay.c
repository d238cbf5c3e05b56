/* test-pay.c: pay in figures
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "core/model/cand-pay.h"

static void
test_set (void)
{
  CandPay pay = { 1, 1, "JPY", CAND_PAY_PERIOD_DAY };

  g_assert_false (cand_pay_set (&pay, 0, 0, "EUR", CAND_PAY_PERIOD_YEAR));
  g_assert_false (cand_pay_set (&pay, NAN, -4, "EUR", CAND_PAY_PERIOD_YEAR));
  g_assert_false (cand_pay_set (&pay, 20, 10, "EUR", CAND_PAY_PERIOD_YEAR));
  g_assert_false (cand_pay_set (&pay, INFINITY, NAN, "EUR", CAND_PAY_PERIOD_YEAR));
  g_assert_cmpstr (pay.currency, ==, "JPY");

  g_assert_true (cand_pay_set (&pay, 0, 60000, "eur", CAND_PAY_PERIOD_YEAR));
  g_assert_true (isnan (pay.minimum));
  g_assert_cmpfloat (pay.maximum, ==, 60000);
  g_assert_cmpstr (pay.currency, ==, "EUR");
  g_assert_true (cand_pay_set (&pay, 5, 5, "dollars", CAND_PAY_PERIOD_HOUR));
  g_assert_cmpstr (pay.currency, ==, "");
  g_assert_true (cand_pay_set (&pay, 5, 5, "E1R", CAND_PAY_PERIOD_HOUR));
  g_assert_cmpstr (pay.currency, ==, "");
  g_assert_true (cand_pay_set (&pay, 5, 5, NULL, CAND_PAY_PERIOD_HOUR));
  g_assert_cmpstr (pay.currency, ==, "");
}

static void
test_equal (void)
{
  CandPay a = { 1, NAN, "EUR", CAND_PAY_PERIOD_DAY };
  CandPay b = a;

  g_assert_true (cand_pay_equal (&a, &b));
  g_assert_true (cand_pay_equal (NULL, NULL));
  g_assert_false (cand_pay_equal (&a, NULL));
  b.period = CAND_PAY_PERIOD_HOUR;
  g_assert_false (cand_pay_equal (&a, &b));
  b = a;
  b.maximum = 3;
  g_assert_false (cand_pay_equal (&a, &b));
}

static void
test_extend (void)
{
  CandPay pay = { 50, 70, "USD", CAND_PAY_PERIOD_YEAR };
  CandPay other = { 40, 60, "USD", CAND_PAY_PERIOD_YEAR };

  g_assert_true (cand_pay_extend (&pay, &other));
  g_assert_cmpfloat (pay.minimum, ==, 40);
  g_assert_cmpfloat (pay.maximum, ==, 70);
  other.maximum = NAN;
  g_assert_true (cand_pay_extend (&pay, &other));
  g_assert_true (isnan (pay.maximum));
  other = (CandPay) { NAN, 60, "USD", CAND_PAY_PERIOD_YEAR };
  g_assert_false (cand_pay_extend (&pay, &other));
  g_assert_cmpfloat (pay.minimum, ==, 40);
  other = (CandPay) { 40, 60, "EUR", CAND_PAY_PERIOD_YEAR };
  g_assert_false (cand_pay_extend (&pay, &other));
  other = (CandPay) { 40, 60, "USD", CAND_PAY_PERIOD_MONTH };
  g_assert_false (cand_pay_extend (&pay, &other));
}

static void
test_period (void)
{
  static const struct
  {
    const char *text;
    CandPayPeriod period;
  } cases[] = {
    { "1 YEAR", CAND_PAY_PERIOD_YEAR },       { "per-year-salary", CAND_PAY_PERIOD_YEAR },
    { "annual", CAND_PAY_PERIOD_YEAR },       { "yearly", CAND_PAY_PERIOD_YEAR },
    { "HOUR", CAND_PAY_PERIOD_HOUR },         { "per-hour-wage", CAND_PAY_PERIOD_HOUR },
    { "month", CAND_PAY_PERIOD_MONTH },       { "WEEK", CAND_PAY_PERIOD_WEEK },
    { "daily", CAND_PAY_PERIOD_DAY },         { "one-time", CAND_PAY_PERIOD_ONCE },
    { "something", CAND_PAY_PERIOD_UNKNOWN }, { "", CAND_PAY_PERIOD_UNKNOWN },
    { NULL, CAND_PAY_PERIOD_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (cand_pay_period_from_text (cases[i].text), ==, cases[i].period);
}

static void
test_words (void)
{
  static const struct
  {
    CandPay pay;
    const char *string;
    const char *label;
  } cases[] = {
    { { 900, 1200, "EUR", CAND_PAY_PERIOD_MONTH }, "900-1200 EUR month", "900 – 1200 EUR a month" },
    { { 19.5, NAN, "USD", CAND_PAY_PERIOD_HOUR }, "19.5- USD hour", "From 19.50 USD an hour" },
    { { NAN, 500, "", CAND_PAY_PERIOD_WEEK }, "-500  week", "Up to 500 a week" },
    { { 300, 300, "GBP", CAND_PAY_PERIOD_DAY }, "300-300 GBP day", "300 GBP a day" },
    { { 300, 300, "GBP", CAND_PAY_PERIOD_ONCE }, "300-300 GBP once", "300 GBP once" },
    { { 1, 2, "GBP", CAND_PAY_PERIOD_YEAR }, "1-2 GBP year", "1 – 2 GBP a year" },
    { { 1, 2, "GBP", CAND_PAY_PERIOD_UNKNOWN }, "1-2 GBP ", "1 – 2 GBP" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *string = cand_pay_to_string (&cases[i].pay);
      g_autofree char *label = cand_pay_dup_label (&cases[i].pay);

      g_assert_cmpstr (string, ==, cases[i].string);
      g_assert_cmpstr (label, ==, cases[i].label);
    }
  g_assert_null (cand_pay_to_string (NULL));
}

/* Whether the employer's words give the range already. */
static void
test_said (void)
{
  static const struct
  {
    CandPay pay;
    const char *text;
    gboolean said;
  } cases[] = {
    { { 120000, 160000, "USD", CAND_PAY_PERIOD_YEAR }, "$120K – $160K • Offers Equity", TRUE },
    { { 120000, 160000, "USD", CAND_PAY_PERIOD_YEAR }, "$120–160k", TRUE },
    { { 120000, 160000, "USD", CAND_PAY_PERIOD_YEAR }, "Pay: 120,000 to 160,000 USD", TRUE },
    { { 120000, 160000, "EUR", CAND_PAY_PERIOD_YEAR }, "120.000,00 € bis 160.000,00 €", TRUE },
    { { 120000, 160000, "EUR", CAND_PAY_PERIOD_YEAR }, "120\u202f000 – 160\u00a0000 €", TRUE },
    { { 102800, 137000, "CAD", CAND_PAY_PERIOD_YEAR }, "CA$102.8K – CA$137K", TRUE },
    { { 19.5, NAN, "USD", CAND_PAY_PERIOD_HOUR }, "from $19.50 an hour", TRUE },
    { { 120000, 160000, "USD", CAND_PAY_PERIOD_YEAR }, "$120K", FALSE },
    { { 120000, 160000, "USD", CAND_PAY_PERIOD_YEAR }, "120 to 160", FALSE },
    { { 120000, 160000, "USD", CAND_PAY_PERIOD_YEAR }, "$120K – $180K", FALSE },
    { { 120000, 160000, "USD", CAND_PAY_PERIOD_YEAR }, "Competitive", FALSE },
    { { 120000, 160000, "USD", CAND_PAY_PERIOD_YEAR }, "", FALSE },
    { { 120000, 160000, "USD", CAND_PAY_PERIOD_YEAR }, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (cand_pay_is_said_by (&cases[i].pay, cases[i].text), ==, cases[i].said);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pay/set", test_set);
  g_test_add_func ("/pay/equal", test_equal);
  g_test_add_func ("/pay/extend", test_extend);
  g_test_add_func ("/pay/period", test_period);
  g_test_add_func ("/pay/words", test_words);
  g_test_add_func ("/pay/said", test_said);
  return g_test_run ();
}
