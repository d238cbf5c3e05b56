/* cand-pay.c: what a position pays, in figures
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-pay.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
is_amount (double amount)
{
  return isfinite (amount) && amount > 0;
}

static void
set_currency (CandPay *pay, const char *currency)
{
  memset (pay->currency, 0, sizeof pay->currency);
  if (currency == NULL || strlen (currency) != 3)
    return;
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_isalpha (currency[i]))
      return;
  for (guint i = 0; i < 3; i++)
    pay->currency[i] = g_ascii_toupper (currency[i]);
}

gboolean
cand_pay_set (
    CandPay *pay, double minimum, double maximum, const char *currency, CandPayPeriod period)
{
  gboolean from = is_amount (minimum);
  gboolean to = is_amount (maximum);

  if ((!from && !to) || (from && to && maximum < minimum))
    return FALSE;
  pay->minimum = from ? minimum : NAN;
  pay->maximum = to ? maximum : NAN;
  pay->period = period;
  set_currency (pay, currency);
  return TRUE;
}

static gboolean
same_amount (double a, double b)
{
  return isnan (a) ? isnan (b) : a == b;
}

gboolean
cand_pay_equal (const CandPay *a, const CandPay *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return same_amount (a->minimum, b->minimum) && same_amount (a->maximum, b->maximum) &&
         a->period == b->period && strcmp (a->currency, b->currency) == 0;
}

gboolean
cand_pay_extend (CandPay *pay, const CandPay *other)
{
  double minimum, maximum;

  if (pay->period != other->period || strcmp (pay->currency, other->currency) != 0)
    return FALSE;
  /* An end that one of them leaves open is open; with both open nothing is left to say. */
  minimum =
      isnan (pay->minimum) || isnan (other->minimum) ? NAN : fmin (pay->minimum, other->minimum);
  maximum =
      isnan (pay->maximum) || isnan (other->maximum) ? NAN : fmax (pay->maximum, other->maximum);
  if (isnan (minimum) && isnan (maximum))
    return FALSE;
  pay->minimum = minimum;
  pay->maximum = maximum;
  return TRUE;
}

CandPayPeriod
cand_pay_period_from_text (const char *text)
{
  static const struct
  {
    const char *word;
    CandPayPeriod period;
  } words[] = {
    { "hour", CAND_PAY_PERIOD_HOUR },     { "day", CAND_PAY_PERIOD_DAY },
    { "daily", CAND_PAY_PERIOD_DAY },     { "week", CAND_PAY_PERIOD_WEEK },
    { "month", CAND_PAY_PERIOD_MONTH },   { "year", CAND_PAY_PERIOD_YEAR },
    { "annual", CAND_PAY_PERIOD_YEAR },   { "annum", CAND_PAY_PERIOD_YEAR },
    { "one-time", CAND_PAY_PERIOD_ONCE },
  };
  g_autofree char *lower = text != NULL ? g_ascii_strdown (text, -1) : NULL;

  for (guint i = 0; lower != NULL && i < G_N_ELEMENTS (words); i++)
    if (strstr (lower, words[i].word) != NULL)
      return words[i].period;
  return CAND_PAY_PERIOD_UNKNOWN;
}

static void
append_amount (GString *string, double amount)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isnan (amount))
    g_string_append (string, g_ascii_formatd (buffer, sizeof buffer, "%.15g", amount));
}

char *
cand_pay_to_string (const CandPay *self)
{
  static const char *const periods[] = {
    [CAND_PAY_PERIOD_UNKNOWN] = "",    [CAND_PAY_PERIOD_HOUR] = "hour",
    [CAND_PAY_PERIOD_DAY] = "day",     [CAND_PAY_PERIOD_WEEK] = "week",
    [CAND_PAY_PERIOD_MONTH] = "month", [CAND_PAY_PERIOD_YEAR] = "year",
    [CAND_PAY_PERIOD_ONCE] = "once",
  };
  g_autoptr (GString) string = g_string_new (NULL);

  if (self == NULL)
    return NULL;
  append_amount (string, self->minimum);
  g_string_append_c (string, '-');
  append_amount (string, self->maximum);
  g_string_append_printf (string, " %s %s", self->currency, periods[self->period]);
  return g_string_free_and_steal (g_steal_pointer (&string));
}

/* --- in other words --- */

/* What stands between thousands or before cents. */
static gsize
separator_length (const char *text)
{
  static const char *const separators[] = { ",", ".", "'", "’", " ", "\u00a0", "\u202f", "\u2009" };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (text, separators[i]))
      return strlen (separators[i]);
  return 0;
}

static gsize
n_digits (const char *text)
{
  return strspn (text, "0123456789");
}

/* The number at *@text, "120,000", "120.5" or "42,50", which is moved behind it. Three digits after
 * a mark are thousands; one or two after a point or comma are parts. */
static double
take_number (const char **text)
{
  g_autoptr (GString) digits = g_string_new_len (*text, n_digits (*text));
  const char *at = *text + digits->len;
  char follows;

  for (gsize length = separator_length (at); length > 0 && n_digits (at + length) == 3;
       length = separator_length (at))
    {
      g_string_append_len (digits, at + length, 3);
      at += length + 3;
    }
  follows = *at;
  if ((follows == '.' || follows == ',') && n_digits (at + 1) >= 1 && n_digits (at + 1) <= 2)
    {
      g_string_append_c (digits, '.');
      g_string_append_len (digits, at + 1, n_digits (at + 1));
      at += 1 + n_digits (at + 1);
    }
  *text = at;
  return g_ascii_strtod (digits->str, NULL);
}

/* In thousands where a "K" comes after it, or anywhere after it in the text: "90–120K". */
static gboolean
says_amount (const char *text, double amount)
{
  while (*(text += strcspn (text, "0123456789")) != '\0')
    {
      double number = take_number (&text);
      const char *thousands = strpbrk (text, "kK");

      if (number == amount || (thousands != NULL && fabs (number * 1000 - amount) < 0.5))
        return TRUE;
    }
  return FALSE;
}

gboolean
cand_pay_is_said_by (const CandPay *self, const char *text)
{
  return text != NULL && (isnan (self->minimum) || says_amount (text, self->minimum)) &&
         (isnan (self->maximum) || says_amount (text, self->maximum));
}

/* --- for people --- */

/* With the locale's marks between thousands; cents only where there are any. */
static char *
dup_amount (double amount)
{
  return g_strdup_printf (amount == floor (amount) ? "%\'.0f" : "%\'.2f", amount);
}

static char *
dup_range (const CandPay *self)
{
  g_autofree char *minimum = isnan (self->minimum) ? NULL : dup_amount (self->minimum);
  g_autofree char *maximum = isnan (self->maximum) ? NULL : dup_amount (self->maximum);

  if (maximum == NULL)
    /* Translators: pay; %s is an amount: "From 60,000". */
    return g_strdup_printf (_ ("From %s"), minimum);
  if (minimum == NULL)
    /* Translators: pay; %s is an amount: "Up to 60,000". */
    return g_strdup_printf (_ ("Up to %s"), maximum);
  if (self->minimum == self->maximum)
    return g_steal_pointer (&minimum);
  return g_strconcat (minimum, " – ", maximum, NULL);
}

char *
cand_pay_dup_label (const CandPay *self)
{
  g_autofree char *range = dup_range (self);
  g_autofree char *amount =
      *self->currency != '\0' ? g_strconcat (range, " ", self->currency, NULL) : g_strdup (range);

  switch (self->period)
    {
    case CAND_PAY_PERIOD_HOUR:
      /* Translators: pay: "20 – 25 EUR an hour". The same in the messages that follow. */
      return g_strdup_printf (_ ("%s an hour"), amount);
    case CAND_PAY_PERIOD_DAY:
      return g_strdup_printf (_ ("%s a day"), amount);
    case CAND_PAY_PERIOD_WEEK:
      return g_strdup_printf (_ ("%s a week"), amount);
    case CAND_PAY_PERIOD_MONTH:
      return g_strdup_printf (_ ("%s a month"), amount);
    case CAND_PAY_PERIOD_YEAR:
      return g_strdup_printf (_ ("%s a year"), amount);
    case CAND_PAY_PERIOD_ONCE:
      return g_strdup_printf (_ ("%s once"), amount);
    case CAND_PAY_PERIOD_UNKNOWN:
      break;
    }
  return g_steal_pointer (&amount);
}
