/* cand-answer-typed.c: what is said of an e-mail address, telephone number, number or date as typed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-answer-typed.h"

#include "cand-model-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Digits of the shortest and the longest telephone number that makes sense to an employer: E.164
 * (ITU-T) allows 15, and shorter ones than these are for emergencies and for one house. */
#define SHORTEST_PHONE 5
#define LONGEST_PHONE 15

/* Each sentence tells one thing to mend; the order is that in which a person would. Only what no
 * server would take is said: nothing here knows whether an address exists. */

gboolean
cand_answer_is_typed_by_rule (CandFieldType type)
{
  return type == CAND_FIELD_TYPE_EMAIL || type == CAND_FIELD_TYPE_PHONE ||
         type == CAND_FIELD_TYPE_NUMBER || type == CAND_FIELD_TYPE_DATE;
}

static gboolean
has_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)) || g_ascii_iscntrl (*p))
      return TRUE;
  return FALSE;
}

static const char *
find_email_fault (const char *address)
{
  const char *at = strchr (address, '@');
  const char *dot;

  if (has_blank (address))
    return _ ("An e-mail address has no spaces.");
  if (at == NULL)
    return _ ("An e-mail address has an “@”, as in name@example.org.");
  if (strchr (at + 1, '@') != NULL)
    return _ ("An e-mail address has only one “@”.");
  if (at == address)
    return _ ("The name before the “@” is missing.");
  dot = strchr (at + 1, '.');
  if (dot == NULL || dot == at + 1 || g_str_has_suffix (at, ".") || strstr (at, "..") != NULL)
    return _ ("After the “@” there is a name with a dot inside, as in example.org.");
  return NULL;
}

/* The digits at the beginning of a telephone number, up to a letter, which may begin an extension;
 * puts there where that is. */
static guint
count_phone_digits (const char *number, const char **rest)
{
  const char *p = number;
  guint n = 0;

  for (; *p != '\0' && !g_unichar_isalpha (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    n += g_unichar_isdigit (g_utf8_get_char (p)) ? 1 : 0;
  *rest = p;
  return n;
}

static const char *
find_phone_fault (const char *number)
{
  const char *rest;
  guint n_digits = count_phone_digits (number, &rest);

  if (strchr (number, '@') != NULL)
    return _ ("This looks like an e-mail address. A phone number is asked for.");
  if (*rest != '\0' && n_digits < SHORTEST_PHONE)
    return _ ("A phone number is written in digits.");
  if (n_digits < SHORTEST_PHONE)
    return _ ("This is too short for a phone number.");
  if (n_digits > LONGEST_PHONE)
    return _ ("This is too long for a phone number: none has more than 15 digits.");
  return NULL;
}

/* strtod takes hexadecimal, infinities and exponents too; a number field does not. */
static const char *
find_number_fault (const char *number, double *value)
{
  char *end = NULL;

  if (strpbrk (number, ",") != NULL && strspn (number, "+-.,0123456789") == strlen (number))
    return _ ("A number is written without commas here, and with a point before the decimals: "
              "1234.5.");
  if (strspn (number, "+-.0123456789") != strlen (number))
    return _ ("A number is written in digits only.");
  *value = g_ascii_strtod (number, &end);
  return end == number || *end != '\0' ? _ ("This is not a number.") : NULL;
}

static char *
check_number (CandField *field, const char *number)
{
  double maximum = cand_field_get_maximum (field);
  double value = 0;
  const char *fault = find_number_fault (number, &value);

  if (fault != NULL)
    return g_strdup (fault);
  if (value > maximum)
    return g_strdup_printf (_ ("The largest number taken is %.15g."), maximum);
  return NULL;
}

/* Whether @date is as far as it goes written as 2026-09-01. */
static gboolean
is_date_begun (const char *date)
{
  gsize length = strlen (date);

  for (gsize i = 0; i < length; i++)
    if (i >= 10 || (i == 4 || i == 7 ? date[i] != '-' : !g_ascii_isdigit (date[i])))
      return FALSE;
  return TRUE;
}

/* @rough is for the entries of a group: of a school or a post people know the year or the month,
 * and no board states that its form takes days there. */
static const char *
find_date_fault (const char *date, gboolean rough)
{
  gsize length = strlen (date);

  if (rough && (length == 4 || length == 7) && is_date_begun (date))
    return length == 7 && !g_date_valid_month (atoi (date + 5))
               ? _ ("There is no such month: a date is written as 2026-09, year and month.")
               : NULL;
  if (rough && (length != 10 || !is_date_begun (date)))
    return _ ("This is not a date: write it as 2026, 2026-09 or 2026-09-01.");
  if (length != 10 || !is_date_begun (date))
    return _ ("This is not a date: write it as 2026-09-01.");
  if (!g_date_valid_dmy (atoi (date + 8), atoi (date + 5), atoi (date)))
    return _ ("There is no such day: a date is written as 2026-09-01, year, month and day.");
  return NULL;
}

char *
cand_answer_check_typed (CandField *field, const char *text)
{
  g_autofree char *typed = cand_text_dup_trimmed (text);

  g_return_val_if_fail (CAND_IS_FIELD (field), NULL);
  if (typed == NULL)
    return NULL;
  switch (cand_field_get_field_type (field))
    {
    case CAND_FIELD_TYPE_EMAIL:
      return g_strdup (find_email_fault (typed));
    case CAND_FIELD_TYPE_PHONE:
      return g_strdup (find_phone_fault (typed));
    case CAND_FIELD_TYPE_NUMBER:
      return check_number (field, typed);
    case CAND_FIELD_TYPE_DATE:
      return g_strdup (find_date_fault (typed, cand_field_get_in_group (field)));
    case CAND_FIELD_TYPE_TEXT:
    case CAND_FIELD_TYPE_PARAGRAPH:
    case CAND_FIELD_TYPE_BOOLEAN:
    case CAND_FIELD_TYPE_DROPDOWN:
    case CAND_FIELD_TYPE_MULTIPLE:
    case CAND_FIELD_TYPE_FILE:
    case CAND_FIELD_TYPE_GROUP:
      break;
    }
  return NULL;
}

static gboolean
is_email_beyond_typing (const char *address)
{
  const char *at = strchr (address, '@');

  return has_blank (address) || at == address || (at != NULL && strchr (at + 1, '@') != NULL);
}

static gboolean
is_phone_beyond_typing (const char *number)
{
  const char *rest;
  guint n_digits = count_phone_digits (number, &rest);

  return strchr (number, '@') != NULL || n_digits > LONGEST_PHONE ||
         (*rest != '\0' && n_digits < SHORTEST_PHONE);
}

static gboolean
is_number_beyond_typing (const char *number)
{
  const char *point = strchr (number, '.');

  return strspn (number, "+-.0123456789") != strlen (number) ||
         strcspn (number + 1, "+-") != strlen (number + 1) ||
         (point != NULL && strchr (point + 1, '.') != NULL);
}

/* Only of what is written as a date is to be: other ways to write one are understood on leaving. */
static gboolean
is_date_beyond_typing (const char *date, gboolean rough)
{
  gsize length = strlen (date);
  int month;

  if (!is_date_begun (date) || length < 7)
    return FALSE;
  month = atoi (date + 5);
  return month < 1 || month > 12 || (length == 10 && find_date_fault (date, rough) != NULL);
}

gboolean
cand_answer_is_beyond_typing (CandField *field, const char *text)
{
  g_autofree char *typed = cand_text_dup_trimmed (text);

  g_return_val_if_fail (CAND_IS_FIELD (field), FALSE);
  if (typed == NULL)
    return FALSE;
  switch (cand_field_get_field_type (field))
    {
    case CAND_FIELD_TYPE_EMAIL:
      return is_email_beyond_typing (typed);
    case CAND_FIELD_TYPE_PHONE:
      return is_phone_beyond_typing (typed);
    case CAND_FIELD_TYPE_NUMBER:
      return is_number_beyond_typing (typed);
    case CAND_FIELD_TYPE_DATE:
      return is_date_beyond_typing (typed, cand_field_get_in_group (field));
    case CAND_FIELD_TYPE_TEXT:
    case CAND_FIELD_TYPE_PARAGRAPH:
    case CAND_FIELD_TYPE_BOOLEAN:
    case CAND_FIELD_TYPE_DROPDOWN:
    case CAND_FIELD_TYPE_MULTIPLE:
    case CAND_FIELD_TYPE_FILE:
    case CAND_FIELD_TYPE_GROUP:
      break;
    }
  return FALSE;
}
