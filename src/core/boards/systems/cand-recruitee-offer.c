/* cand-recruitee-offer.c: what Recruitee says of one offer
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-recruitee-private.h"

#include <string.h>

#include "core/boards/cand-board-values.h"
#include "core/boards/cand-json.h"
#include "core/model/cand-model-text.h"

const char *
cand_recruitee_get_text (JsonObject *object, const char *name)
{
  const char *text = cand_json_get_string (object, name);
  JsonObject *translations = cand_json_get_object (object, "translations");
  JsonObjectIter iter;
  JsonNode *language;

  if ((text != NULL && *text != '\0') || translations == NULL)
    return text;
  json_object_iter_init_ordered (&iter, translations);
  while (json_object_iter_next_ordered (&iter, NULL, &language))
    {
      text = JSON_NODE_HOLDS_OBJECT (language)
                 ? cand_json_get_string (json_node_get_object (language), name)
                 : NULL;
      if (text != NULL && *text != '\0')
        return text;
    }
  return NULL;
}

char *
cand_recruitee_dup_id (JsonObject *object)
{
  gint64 id;

  if (!cand_json_get_int (object, "id", &id) || id <= 0)
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

char *
cand_recruitee_dup_code (JsonObject *offer)
{
  g_autofree char *slug = cand_text_dup_trimmed (cand_json_get_string (offer, "slug"));

  if (cand_address_is_word (slug, NULL, CAND_RECRUITEE_MAX_SLUG))
    return g_ascii_strdown (slug, -1);
  return cand_recruitee_dup_id (offer);
}

gboolean
cand_recruitee_is_published (JsonObject *offer)
{
  const char *status = cand_json_get_string (offer, "status");

  return status == NULL || g_str_equal (status, "published");
}

JsonObject *
cand_recruitee_parse_offer (GBytes *body, GError **error)
{
  g_autoptr (JsonObject) top = cand_json_parse_object (body, "Recruitee’s answer", error);
  g_autofree char *code = NULL;
  JsonObject *offer;

  if (top == NULL)
    return NULL;
  offer = cand_json_expect_object (json_object_get_member (top, "offer"),
                                   "“offer” of Recruitee’s answer", error);
  if (offer == NULL)
    return NULL;
  code = cand_recruitee_dup_code (offer);
  if (code == NULL)
    {
      g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                           "Recruitee’s offer has neither a slug nor a number");
      return NULL;
    }
  if (!cand_recruitee_is_published (offer))
    {
      g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NO_POSITION,
                           "Recruitee’s offer is not published");
      return NULL;
    }
  return json_object_ref (offer);
}

static char *
dup_location (JsonObject *location)
{
  char *place = cand_place_join (cand_json_get_string (location, "city"),
                                 cand_json_get_string (location, "state"),
                                 cand_json_get_string (location, "country"));

  return place != NULL ? place : cand_text_dup_line (cand_recruitee_get_text (location, "name"));
}

static void
read_places (CandPosition *position, JsonObject *offer)
{
  JsonArray *locations = cand_json_get_array (offer, "locations");
  guint n_locations = locations != NULL ? json_array_get_length (locations) : 0;

  for (guint i = 0; i < n_locations; i++)
    {
      JsonObject *location = cand_json_get_object_element (locations, i);
      g_autofree char *place = location != NULL ? dup_location (location) : NULL;

      if (place != NULL)
        cand_position_add_location (position, place);
    }
  if (*cand_position_get_locations (position) == NULL)
    {
      g_autofree char *place = cand_place_join (cand_json_get_string (offer, "city"),
                                                cand_json_get_string (offer, "state_name"),
                                                cand_json_get_string (offer, "country"));

      if (place != NULL)
        cand_position_add_location (position, place);
    }
}

/* Three marks, of which any number may be set: two say that the person chooses, which is neither.
 * An offer that can be done from anywhere has "Remote job" where others have their place. */
static void
read_workplace (CandPosition *position, JsonObject *offer)
{
  gboolean remote = cand_json_get_boolean (offer, "remote");
  gboolean hybrid = cand_json_get_boolean (offer, "hybrid");
  gboolean on_site = cand_json_get_boolean (offer, "on_site");
  g_autofree char *words = cand_json_dup_line (offer, "location");

  if (words == NULL || g_ascii_strncasecmp (words, "remote", strlen ("remote")) != 0)
    g_clear_pointer (&words, g_free);
  if (remote + hybrid + on_site != 1)
    cand_position_set_workplace (position, CAND_WORKPLACE_UNKNOWN, cand_text_or_empty (words));
  else if (remote)
    cand_position_set_workplace (position, CAND_WORKPLACE_REMOTE, cand_text_or_empty (words));
  else
    cand_position_set_workplace (position, hybrid ? CAND_WORKPLACE_HYBRID : CAND_WORKPLACE_ON_SITE,
                                 "");
}

static void
read_pay (CandPosition *position, JsonObject *offer)
{
  JsonObject *salary = cand_json_get_object (offer, "salary");
  CandPay pay;

  if (salary != NULL &&
      cand_pay_set (&pay, cand_json_get_amount (salary, "min"),
                    cand_json_get_amount (salary, "max"), cand_json_get_string (salary, "currency"),
                    cand_pay_period_from_text (cand_json_get_string (salary, "period"))))
    cand_position_set_pay (position, &pay, "");
}

/* "fulltime_permanent" as a person reads it; "" for nothing. */
static char *
dup_code_words (JsonObject *offer, const char *name)
{
  char *words = cand_json_dup_line (offer, name);

  return words != NULL ? g_strdelimit (words, "_", ' ') : g_strdup ("");
}

/* Many write a heading of their own, in the language of the text. */
static gboolean
begins_with_heading (const char *html)
{
  return g_ascii_strncasecmp (html, "<p><strong>", strlen ("<p><strong>")) == 0 ||
         (g_ascii_strncasecmp (html, "<h", 2) == 0 && g_ascii_isdigit (html[2]));
}

static char *
dup_description (JsonObject *offer)
{
  const char *requirements = cand_recruitee_get_text (offer, "requirements");
  g_autoptr (GString) html = g_string_new (NULL);

  cand_html_append_part (html, NULL, cand_recruitee_get_text (offer, "description"));
  if (requirements != NULL)
    cand_html_append_part (html, begins_with_heading (requirements) ? NULL : "Requirements",
                           requirements);
  return html->len > 0 ? g_string_free_and_steal (g_steal_pointer (&html)) : NULL;
}

static void
read_facts (CandPosition *position, JsonObject *offer)
{
  g_autofree char *department = cand_json_dup_line (offer, "department");
  g_autofree char *employment = dup_code_words (offer, "employment_type_code");
  g_autofree char *experience = dup_code_words (offer, "experience_code");
  g_autofree char *education = dup_code_words (offer, "education_code");
  g_autofree char *published = cand_date_from_text (cand_json_get_string (offer, "published_at"));
  g_autofree char *updated = cand_date_from_text (cand_json_get_string (offer, "updated_at"));
  g_autofree char *closing = cand_date_from_text (cand_json_get_string (offer, "close_at"));
  g_autofree char *description = dup_description (offer);

  cand_position_set_place_in_house (position, department);
  cand_position_set_employment (position, cand_employment_from_text (employment), employment);
  cand_position_set_experience (position, experience);
  cand_position_set_education (position, education);
  cand_position_set_published (position, published);
  cand_position_set_updated (position, updated);
  cand_position_set_closing (position, closing);
  cand_position_set_description (position, description);
  read_places (position, offer);
  read_workplace (position, offer);
  read_pay (position, offer);
}

char *
cand_recruitee_dup_company (JsonObject *offer)
{
  return cand_json_dup_line (offer, "company_name");
}

CandPosition *
cand_recruitee_read_offer (const char *account, JsonObject *offer)
{
  g_autofree char *code = cand_recruitee_dup_code (offer);
  g_autofree char *title = cand_text_dup_line (cand_recruitee_get_text (offer, "title"));
  g_autofree char *company = cand_recruitee_dup_company (offer);
  CandPosition *position;

  if (code == NULL || title == NULL)
    return NULL;
  position = cand_board_system_new_position (&cand_recruitee, account, code, title);
  cand_position_set_organisation (position, company != NULL ? company : account);
  read_facts (position, offer);
  cand_board_system_set_urls (&cand_recruitee, position, account,
                              cand_json_get_string (offer, "careers_url"),
                              cand_json_get_string (offer, "careers_apply_url"));
  return position;
}
