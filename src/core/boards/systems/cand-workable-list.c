/* cand-workable-list.c: Workable's list of an account's positions, and what all its answers share
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-workable-private.h"

#include "core/boards/cand-board-values.h"
#include "core/boards/cand-json.h"
#include "core/model/cand-model-text.h"

/* An identity is taken as it is, or not at all. */
static char *
dup_code (JsonObject *job)
{
  g_autofree char *code = cand_text_dup_trimmed (cand_json_get_string (job, "shortcode"));

  if (code == NULL || !cand_address_is_word (code, NULL, CAND_WORKABLE_MAX_CODE))
    return NULL;
  return g_ascii_strup (code, -1);
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

static void
add_place (CandPosition *position, JsonObject *object, const char *region)
{
  g_autofree char *place =
      cand_place_join (cand_json_get_string (object, "city"), cand_json_get_string (object, region),
                       cand_json_get_string (object, "country"));

  if (place != NULL)
    cand_position_add_location (position, place);
}

/* An entry's own place, flat or as one "location", is said of a hidden one too: it counts only
 * where there is no list of locations. */
static void
add_locations (CandPosition *position, JsonObject *job)
{
  JsonArray *locations = cand_json_get_array (job, "locations");
  guint n_locations = locations != NULL ? json_array_get_length (locations) : 0;
  JsonObject *alone = cand_json_get_object (job, "location");
  gboolean listed = FALSE;

  for (guint i = 0; i < n_locations; i++)
    {
      JsonObject *location = cand_json_get_object_element (locations, i);

      if (location == NULL)
        continue;
      listed = TRUE;
      if (!is_hidden (location))
        add_place (position, location, "region");
    }
  if (listed)
    return;
  if (alone == NULL)
    add_place (position, job, "state");
  else if (!is_hidden (alone))
    add_place (position, alone, "region");
}

/* One string usually; a list from the outermost department inwards in other answers. */
static char *
dup_department (JsonObject *job)
{
  JsonArray *levels = cand_json_get_array (job, "department");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  if (levels == NULL)
    return cand_json_dup_line (job, "department");

  cand_json_add_lines (builder, levels);
  names = g_strv_builder_end (builder);
  return *names != NULL ? g_strjoinv (" / ", names) : NULL;
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

CandPosition *
cand_workable_read_job (const char *account, const char *organisation, JsonObject *job)
{
  g_autofree char *code = dup_code (job);
  g_autofree char *title = cand_json_dup_line (job, "title");
  g_autofree char *department = dup_department (job);
  g_autofree char *description = dup_description (job);
  CandPosition *position;

  /* "full_title" belongs to the interface for account owners, whose "state" means another thing:
   * https://workable.readme.io/reference/jobs */
  if (code == NULL || title == NULL || json_object_has_member (job, "full_title"))
    return NULL;

  position = cand_board_system_new_position (&cand_workable, account, code, title);
  cand_position_set_organisation (position, organisation != NULL ? organisation : account);
  cand_position_set_place_in_house (position, department);
  cand_position_set_description (position, description);
  add_locations (position, job);
  cand_board_system_set_urls (&cand_workable, position, account, cand_json_get_string (job, "url"),
                              cand_json_get_string (job, "application_url"));
  return position;
}

/* What only this list says. */
static void
read_facts (CandPosition *position, JsonObject *job)
{
  g_autofree char *employment = cand_json_dup_line (job, "employment_type");
  g_autofree char *published = cand_date_from_text (cand_json_get_string (job, "published_on"));
  g_autofree char *education = cand_json_dup_line (job, "education");
  g_autofree char *experience = cand_json_dup_line (job, "experience");
  g_autofree char *function = cand_json_dup_line (job, "function");

  if (employment != NULL)
    cand_position_set_employment (position, cand_employment_from_text (employment), employment);
  cand_position_set_published (position, published);
  cand_position_set_education (position, education);
  cand_position_set_experience (position, experience);
  cand_position_set_function (position, function);
  /* FALSE says only "not entirely remote". */
  if (cand_json_get_boolean (job, "telecommuting"))
    cand_position_set_workplace (position, CAND_WORKPLACE_REMOTE, "");
}

static gboolean
take_job (CandListing *listing, const char *account, JsonObject *job)
{
  CandPosition *position = cand_workable_read_job (account, listing->name, job);

  if (position == NULL)
    return FALSE;
  read_facts (position, job);
  cand_listing_add (listing, position);
  return TRUE;
}

/**
 * cand_workable_parse_list:
 * @account: whose list it is
 * @page: (nullable): a page of the other list, which cand_workable_parse_page() reads
 * @body: the answer: an object with "name" and "jobs"
 * @error: CAND_BOARD_ERROR_MALFORMED
 *
 * A position open in several places is listed once for each of them, under one shortcode.
 *
 * Returns: (transfer full) (nullable): the positions
 */
CandListing *
cand_workable_parse_list (const char *account, const char *page, GBytes *body, GError **error)
{
  g_autoptr (JsonObject) top = NULL;
  g_autoptr (CandListing) listing = NULL;
  JsonArray *jobs;

  if (page != NULL)
    return cand_workable_parse_page (account, page, body, error);
  top = cand_json_parse_object (body, "Workable's list", error);
  if (top == NULL)
    return NULL;
  jobs = cand_json_expect_array_member (top, "jobs", "Workable's list", error);
  if (jobs == NULL)
    return NULL;

  listing = cand_listing_new ();
  listing->name = cand_json_dup_line (top, "name");
  cand_listing_take_entries (listing, account, jobs, take_job);
  if (!cand_listing_check (listing, cand_workable.name, error))
    return NULL;
  return g_steal_pointer (&listing);
}
