/* cand-teamtailor-posting.c: the facts of one position in Teamtailor's feed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-teamtailor-private.h"

#include <math.h>
#include <string.h>

#include "core/boards/cand-board-values.h"
#include "core/boards/cand-json.h"
#include "core/model/cand-model-text.h"

/* A country is a code, or an object that names it. */
static const char *
get_country (JsonObject *address)
{
  JsonObject *country = cand_json_get_object (address, "addressCountry");

  return country != NULL ? cand_json_get_string (country, "name")
                         : cand_json_get_string (address, "addressCountry");
}

/* @place is {"address": {…}}, where the address may be words too. */
static void
read_place (CandPosition *position, JsonObject *place)
{
  JsonObject *address = cand_json_get_object (place, "address");
  g_autofree char *words =
      address != NULL
          ? cand_place_join (cand_json_get_string (address, "addressLocality"),
                             cand_json_get_string (address, "addressRegion"), get_country (address))
          : cand_text_dup_line (cand_json_get_string (place, "address"));

  if (words != NULL)
    cand_position_add_location (position, words);
}

static void
read_places (CandPosition *position, JsonObject *posting)
{
  JsonObject *place = cand_json_get_object (posting, "jobLocation");
  JsonArray *places = cand_json_get_array (posting, "jobLocation");
  guint n_places = places != NULL ? json_array_get_length (places) : 0;

  if (place != NULL)
    read_place (position, place);
  for (guint i = 0; i < n_places; i++)
    {
      place = cand_json_get_object_element (places, i);
      if (place != NULL)
        read_place (position, place);
    }
}

/* "FULL_TIME" as a person reads it. */
static char *
dup_words (const char *code)
{
  char *words = cand_text_dup_line (code);

  if (words == NULL || strchr (words, '_') == NULL)
    return words;
  for (char *p = words; *p != '\0'; p++)
    *p = *p == '_' ? ' ' : g_ascii_tolower (*p);
  return words;
}

/* One word, or several: then only what they are all called is kept, and none of them is picked. */
static void
read_employment (CandPosition *position, JsonObject *posting)
{
  JsonArray *types = cand_json_get_array (posting, "employmentType");
  guint n_types = types != NULL ? json_array_get_length (types) : 0;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *text = dup_words (cand_json_get_string (posting, "employmentType"));

  if (text != NULL)
    {
      cand_position_set_employment (position, cand_employment_from_text (text), text);
      return;
    }
  for (guint i = 0; i < n_types; i++)
    {
      char *word = dup_words (cand_json_get_string_element (types, i));

      if (word != NULL)
        g_strv_builder_take (builder, word);
    }
  words = g_strv_builder_end (builder);
  text = g_strjoinv (", ", words);
  cand_position_set_employment (position,
                                g_strv_length (words) == 1 ? cand_employment_from_text (words[0])
                                                           : CAND_EMPLOYMENT_UNKNOWN,
                                text);
}

/* A number, or one in a string; NAN for none. */
static double
read_amount (JsonObject *object, const char *name)
{
  g_autofree char *text = cand_text_dup_trimmed (cand_json_get_string (object, name));
  double amount;
  char *end;

  if (text == NULL)
    return cand_json_get_number (object, name, &amount) ? amount : NAN;
  if (strspn (text, "0123456789.") != strlen (text))
    return NAN;
  amount = g_ascii_strtod (text, &end);
  return *end == '\0' ? amount : NAN;
}

/* {"currency", "value": {"minValue", "maxValue" or "value", "unitText"}}; the currency may be "".
 */
static void
read_pay (CandPosition *position, JsonObject *posting)
{
  JsonObject *salary = cand_json_get_object (posting, "baseSalary");
  JsonObject *value = salary != NULL ? cand_json_get_object (salary, "value") : NULL;
  JsonObject *amounts = value != NULL ? value : salary;
  double minimum, maximum, single;
  CandPay pay;

  if (salary == NULL)
    return;
  minimum = read_amount (amounts, "minValue");
  maximum = read_amount (amounts, "maxValue");
  single = read_amount (amounts, "value");
  if (isnan (minimum) && isnan (maximum))
    minimum = maximum = single;
  if (cand_pay_set (&pay, minimum, maximum, cand_json_get_string (salary, "currency"),
                    cand_pay_period_from_text (cand_json_get_string (amounts, "unitText"))))
    cand_position_set_pay (position, &pay, "");
}

/* The text of an item whose own is missing; on single pages it is escaped once more. */
static void
read_description (CandPosition *position, JsonObject *posting)
{
  const char *description = cand_json_get_string (posting, "description");
  g_autofree char *unescaped = NULL;

  if (cand_position_get_description (position) != NULL || description == NULL)
    return;
  if (strchr (description, '<') == NULL && strstr (description, "&lt;") != NULL)
    unescaped = cand_html_dup_unescaped (description);
  cand_position_set_description (position, unescaped != NULL ? unescaped : description);
}

void
cand_teamtailor_read_posting (CandPosition *position, JsonObject *posting)
{
  const char *kind = cand_json_get_string (posting, "jobLocationType");
  g_autofree char *closing = cand_date_from_text (cand_json_get_string (posting, "validThrough"));

  if (cand_position_get_published (position) == NULL)
    {
      g_autofree char *published =
          cand_date_from_text (cand_json_get_string (posting, "datePosted"));

      cand_position_set_published (position, published);
    }
  cand_position_set_closing (position, closing);
  cand_position_set_workplace (position, cand_workplace_from_text (kind), "");
  read_places (position, posting);
  read_employment (position, posting);
  read_pay (position, posting);
  read_description (position, posting);
}

char *
cand_teamtailor_dup_organisation (JsonObject *posting)
{
  JsonObject *organisation = cand_json_get_object (posting, "hiringOrganization");

  return cand_text_dup_line (organisation != NULL
                                 ? cand_json_get_string (organisation, "name")
                                 : cand_json_get_string (posting, "hiringOrganization"));
}
