/* cand-workable-list.c: Workable's list of an account's positions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-workable-private.h"

#include <string.h>

#include "cand-json.h"
#include "cand-workable.h"
#include "core/model/cand-model-text.h"

/* On one line; NULL when there is nothing to read. */
static char *
dup_text (JsonObject *object, const char *name)
{
  return cand_text_dup_line (cand_json_get_string (object, name));
}

/* An identity is taken as it is, or not at all. */
static char *
dup_code (JsonObject *job)
{
  g_autofree char *code = cand_text_dup_trimmed (cand_json_get_string (job, "shortcode"));

  if (code == NULL || !cand_workable_is_word (code, CAND_WORKABLE_MAX_CODE))
    return NULL;
  return g_ascii_strup (code, -1);
}

/* "Paris, Île-de-France, France"; a city that is its own region is named once. NULL for nowhere. */
static char *
join_place (JsonObject *object, const char *region_name)
{
  g_autofree char *city = dup_text (object, "city");
  g_autofree char *region = dup_text (object, region_name);
  g_autofree char *country = dup_text (object, "country");
  const char *parts[] = { city, region, country };
  g_autoptr (GString) place = g_string_new (NULL);
  const char *previous = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] == NULL || g_strcmp0 (parts[i], previous) == 0)
        continue;
      if (place->len > 0)
        g_string_append (place, ", ");
      g_string_append (place, parts[i]);
      previous = parts[i];
    }
  return place->len > 0 ? g_string_free_and_steal (g_steal_pointer (&place)) : NULL;
}

/* The employer asked not to show it. What is not plainly "no" counts as asked. */
static gboolean
is_hidden (JsonObject *location)
{
  JsonNode *hidden = json_object_get_member (location, "hidden");

  if (hidden == NULL || JSON_NODE_HOLDS_NULL (hidden))
    return FALSE;
  return !JSON_NODE_HOLDS_VALUE (hidden) || json_node_get_value_type (hidden) != G_TYPE_BOOLEAN ||
         json_node_get_boolean (hidden);
}

/* An entry's own country, city and state say a hidden place too: they count only where there is no
 * list of locations. */
static void
add_locations (CandPosition *position, JsonObject *job)
{
  JsonArray *locations = cand_json_get_array (job, "locations");
  guint n_locations = locations != NULL ? json_array_get_length (locations) : 0;
  gboolean listed = FALSE;

  for (guint i = 0; i < n_locations; i++)
    {
      JsonObject *location = cand_json_get_object_element (locations, i);
      g_autofree char *place = NULL;

      if (location == NULL)
        continue;
      listed = TRUE;
      if (is_hidden (location))
        continue;
      place = join_place (location, "region");
      if (place != NULL)
        cand_position_add_location (position, place);
    }

  if (!listed)
    {
      g_autofree char *place = join_place (job, "state");

      if (place != NULL)
        cand_position_add_location (position, place);
    }
}

/* One string usually; a list from the outermost department inwards in other answers. */
static char *
dup_department (JsonObject *job)
{
  JsonArray *levels = cand_json_get_array (job, "department");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  if (levels == NULL)
    return dup_text (job, "department");

  for (guint i = 0; i < json_array_get_length (levels); i++)
    {
      char *level = cand_text_dup_line (cand_json_get_string_element (levels, i));

      if (level != NULL)
        g_strv_builder_take (builder, level);
    }
  names = g_strv_builder_end (builder);
  return *names != NULL ? g_strjoinv (" / ", names) : NULL;
}

static CandEmployment
employment_of (const char *text)
{
  static const struct
  {
    const char *text;
    CandEmployment employment;
  } words[] = {
    { "full-time", CAND_EMPLOYMENT_FULL_TIME }, { "part-time", CAND_EMPLOYMENT_PART_TIME },
    { "contract", CAND_EMPLOYMENT_CONTRACT },   { "internship", CAND_EMPLOYMENT_INTERNSHIP },
    { "temporary", CAND_EMPLOYMENT_TEMPORARY }, { "volunteer", CAND_EMPLOYMENT_VOLUNTEER },
    { "other", CAND_EMPLOYMENT_OTHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i].text) == 0)
      return words[i].employment;
  return CAND_EMPLOYMENT_UNKNOWN;
}

/* An address for the browser has to be a whole https one. */
static char *
dup_url (JsonObject *job, const char *name)
{
  g_autofree char *url = dup_text (job, name);
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_SCHEME_NORMALIZE, NULL) : NULL;

  if (uri == NULL || !g_str_equal (g_uri_get_scheme (uri), "https") ||
      g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return NULL;
  return g_steal_pointer (&url);
}

static gboolean
is_date (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *midnight = g_strconcat (text, "T00:00:00", NULL);
  g_autoptr (GDateTime) time =
      g_date_time_new_from_iso8601 (strlen (text) == 10 ? midnight : text, utc);

  return time != NULL;
}

/* Career-page answers carry one merged text. Where its two later parts come on their own, they are
 * put under the headings that Workable gives them. */
static char *
dup_description (JsonObject *job)
{
  static const struct
  {
    const char *name;
    const char *heading;
  } parts[] = {
    { "description", "" },
    { "requirements", "<p><strong>Requirements</strong></p>" },
    { "benefits", "<p><strong>Benefits</strong></p>" },
  };
  g_autoptr (GString) html = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *part = cand_json_get_string (job, parts[i].name);

      if (part != NULL && *part != '\0')
        {
          g_string_append (html, parts[i].heading);
          g_string_append (html, part);
        }
    }
  return html->len > 0 ? g_string_free_and_steal (g_steal_pointer (&html)) : NULL;
}

static void
set_urls (CandPosition *position, const char *account, JsonObject *job)
{
  const char *code = cand_position_get_code (position);
  g_autofree char *url = dup_url (job, "url");
  g_autofree char *application_url = dup_url (job, "application_url");

  if (url == NULL)
    url = cand_workable_position_url (account, code);
  if (application_url == NULL)
    application_url = cand_workable_application_url (account, code);
  cand_position_set_url (position, url);
  cand_position_set_application_url (position, application_url);
}

static CandPosition *
position_new (const char *account, const char *code, const char *title, JsonObject *job)
{
  g_autofree char *board_key = g_strconcat (cand_workable.id, ":", account, NULL);
  g_autofree char *department = dup_department (job);
  g_autofree char *employment = dup_text (job, "employment_type");
  g_autofree char *published = dup_text (job, "published_on");
  g_autofree char *education = dup_text (job, "education");
  g_autofree char *experience = dup_text (job, "experience");
  g_autofree char *function = dup_text (job, "function");
  g_autofree char *description = dup_description (job);
  CandPosition *position = cand_position_new (board_key, code);

  cand_position_set_title (position, title);
  cand_position_set_state (position, CAND_POSITION_STATE_OPEN);
  cand_position_set_department (position, department != NULL ? department : "");
  cand_position_set_team (position, department != NULL ? department : "");
  if (employment != NULL)
    cand_position_set_employment (position, employment_of (employment), employment);
  if (published != NULL && is_date (published))
    cand_position_set_published (position, published);
  cand_position_set_education (position, education != NULL ? education : "");
  cand_position_set_experience (position, experience != NULL ? experience : "");
  cand_position_set_function (position, function != NULL ? function : "");
  if (description != NULL)
    cand_position_set_description (position, description);
  set_urls (position, account, job);
  return position;
}

/* A position open in several places is listed once for each of them, under one shortcode. Returns
 * whether the entry could be read. */
static gboolean
take_entry (CandListing *listing, GHashTable *by_code, const char *account, JsonObject *job)
{
  g_autofree char *code = dup_code (job);
  g_autofree char *title = dup_text (job, "title");
  CandPosition *position;

  /* "full_title" belongs to the interface for account owners, whose "state" means another thing:
   * https://workable.readme.io/reference/jobs */
  if (code == NULL || title == NULL || json_object_has_member (job, "full_title"))
    return FALSE;

  position = g_hash_table_lookup (by_code, code);
  if (position == NULL)
    {
      position = position_new (account, code, title, job);
      cand_position_set_organisation (position, listing->name != NULL ? listing->name : account);
      g_ptr_array_add (listing->positions, position);
      g_hash_table_insert (by_code, g_steal_pointer (&code), position);
    }
  add_locations (position, job);
  /* FALSE says only "not entirely remote". */
  if (cand_json_get_boolean (job, "telecommuting"))
    cand_position_set_workplace (position, CAND_WORKPLACE_REMOTE, "");
  return TRUE;
}

CandListing *
cand_workable_parse_list (const char *account, GBytes *body, GError **error)
{
  g_autoptr (JsonNode) root = cand_json_parse (body, error);
  g_autoptr (CandListing) listing = NULL;
  g_autoptr (GHashTable) by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonObject *top;
  JsonArray *jobs;
  guint n_jobs;

  if (root == NULL)
    return NULL;
  top = cand_json_expect_object (root, "Workable's list", error);
  if (top == NULL)
    return NULL;
  jobs = cand_json_expect_array_member (top, "jobs", "Workable's list", error);
  if (jobs == NULL)
    return NULL;

  listing = g_new0 (CandListing, 1);
  listing->name = dup_text (top, "name");
  listing->positions = g_ptr_array_new_with_free_func (g_object_unref);
  n_jobs = json_array_get_length (jobs);
  for (guint i = 0; i < n_jobs; i++)
    {
      JsonObject *job = cand_json_get_object_element (jobs, i);

      if (job == NULL || !take_entry (listing, by_code, account, job))
        listing->skipped++;
    }

  if (n_jobs > 0 && listing->positions->len == 0)
    {
      g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                   "None of the %u entries of Workable's list has a title and a shortcode", n_jobs);
      return NULL;
    }
  return g_steal_pointer (&listing);
}
