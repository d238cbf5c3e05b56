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
          : cand_json_dup_line (place, "address");

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

/* One word, or several: then only what they are all called is kept, and none of them is picked. */
static void
read_employment (CandPosition *position, JsonObject *posting)
{
  JsonArray *types = cand_json_get_array (posting, "employmentType");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  char *alone = cand_json_dup_line (posting, "employmentType");
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;

  if (alone != NULL)
    g_strv_builder_take (builder, alone);
  cand_json_add_lines (builder, types);
  words = g_strv_builder_end (builder);
  joined = g_strjoinv (", ", words);
  text = cand_employment_dup_words (joined);
  cand_position_set_employment (position,
                                g_strv_length (words) == 1 ? cand_employment_from_text (words[0])
                                                           : CAND_EMPLOYMENT_UNKNOWN,
                                text);
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
  minimum = cand_json_get_amount (amounts, "minValue");
  maximum = cand_json_get_amount (amounts, "maxValue");
  single = cand_json_get_amount (amounts, "value");
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
