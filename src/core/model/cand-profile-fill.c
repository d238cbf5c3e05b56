/* cand-profile-fill.c: which part of a profile answers a field of a form
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-profile-fill.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cand-answer.h"
#include "cand-model-json.h"
#include "cand-model-text.h"
#include "cand-profile-asks.h"
#include "cand-profile-entry.h"

static const char *const sources[CAND_N_ASKS] = {
  [CAND_ASKS_FIRST_NAME] = N_ ("First name from your profile"),
  [CAND_ASKS_LAST_NAME] = N_ ("Last name from your profile"),
  [CAND_ASKS_FULL_NAME] = N_ ("Name from your profile"),
  [CAND_ASKS_EMAIL] = N_ ("E-mail from your profile"),
  [CAND_ASKS_PHONE] = N_ ("Phone from your profile"),
  [CAND_ASKS_STREET] = N_ ("Address from your profile"),
  [CAND_ASKS_ADDRESS] = N_ ("Address from your profile"),
  [CAND_ASKS_PLACE] = N_ ("City and country from your profile"),
  [CAND_ASKS_CITY] = N_ ("City from your profile"),
  [CAND_ASKS_REGION] = N_ ("Region from your profile"),
  [CAND_ASKS_POSTCODE] = N_ ("Postcode from your profile"),
  [CAND_ASKS_COUNTRY] = N_ ("Country from your profile"),
  [CAND_ASKS_HEADLINE] = N_ ("Headline from your profile"),
  [CAND_ASKS_SUMMARY] = N_ ("Summary from your profile"),
  [CAND_ASKS_HUB_NAME] = N_ ("Hugging Face user name from your profile"),
  [CAND_ASKS_HUB_LINK] = N_ ("Hugging Face page from your profile"),
  [CAND_ASKS_GITHUB] = N_ ("GitHub link from your profile"),
  [CAND_ASKS_LINKEDIN] = N_ ("LinkedIn link from your profile"),
  [CAND_ASKS_WEBSITE] = N_ ("Website from your profile"),
  [CAND_ASKS_PORTFOLIO] = N_ ("Portfolio link from your profile"),
  [CAND_ASKS_SCHOLAR] = N_ ("Google Scholar link from your profile"),
  [CAND_ASKS_EDUCATION] = N_ ("Education from your profile"),
  [CAND_ASKS_EXPERIENCE] = N_ ("Experience from your profile"),
};

/* Of each link that forms ask for: what it is called, and where it leads. */
static const struct
{
  CandAsks asks;
  const char *label;
  const char *host;
} link_names[] = {
  { CAND_ASKS_GITHUB, "github", "github.com/" },
  { CAND_ASKS_LINKEDIN, "linkedin", "linkedin.com/" },
  { CAND_ASKS_WEBSITE, "website", NULL },
  { CAND_ASKS_WEBSITE, "homepage", NULL },
  { CAND_ASKS_WEBSITE, "home page", NULL },
  { CAND_ASKS_WEBSITE, "personal website", NULL },
  { CAND_ASKS_WEBSITE, "site web", NULL },
  { CAND_ASKS_WEBSITE, "webseite", NULL },
  { CAND_ASKS_PORTFOLIO, "portfolio", NULL },
  { CAND_ASKS_SCHOLAR, "google scholar", "scholar.google." },
};

/* The fields of one entry of a group, letters and digits only, and ours. */
static const struct
{
  CandAsks asks;
  const char *id;
  const char *member;
} inner_ids[] = {
  { CAND_ASKS_EDUCATION, "school", "school" },
  { CAND_ASKS_EDUCATION, "schoolname", "school" },
  { CAND_ASKS_EDUCATION, "institution", "school" },
  { CAND_ASKS_EDUCATION, "fieldofstudy", "field_of_study" },
  { CAND_ASKS_EDUCATION, "discipline", "field_of_study" },
  { CAND_ASKS_EDUCATION, "major", "field_of_study" },
  { CAND_ASKS_EDUCATION, "degree", "degree" },
  { CAND_ASKS_EDUCATION, "startdate", "start" },
  { CAND_ASKS_EDUCATION, "enddate", "end" },
  { CAND_ASKS_EXPERIENCE, "title", "title" },
  { CAND_ASKS_EXPERIENCE, "jobtitle", "title" },
  { CAND_ASKS_EXPERIENCE, "position", "title" },
  { CAND_ASKS_EXPERIENCE, "company", "company" },
  { CAND_ASKS_EXPERIENCE, "companyname", "company" },
  { CAND_ASKS_EXPERIENCE, "employer", "company" },
  { CAND_ASKS_EXPERIENCE, "industry", "industry" },
  { CAND_ASKS_EXPERIENCE, "summary", "summary" },
  { CAND_ASKS_EXPERIENCE, "description", "summary" },
  { CAND_ASKS_EXPERIENCE, "startdate", "start" },
  { CAND_ASKS_EXPERIENCE, "enddate", "end" },
  { CAND_ASKS_EXPERIENCE, "current", "current" },
};

/* --- what there is for it --- */

/* NULL where no option has just that label. */
static char *
dup_option (CandField *field, const char *label)
{
  g_autofree char *wanted = g_utf8_casefold (label, -1);

  for (guint i = 0; i < cand_field_get_n_options (field); i++)
    {
      g_autofree char *trimmed = cand_text_dup_trimmed (cand_field_get_option_label (field, i));
      g_autofree char *folded = g_utf8_casefold (cand_text_or_empty (trimmed), -1);

      if (g_str_equal (folded, wanted))
        return g_strdup (cand_field_get_option_id (field, i));
    }
  return NULL;
}

static char *
dup_text (CandProfile *self, CandProfilePart part)
{
  return cand_text_dup_trimmed (cand_profile_get_text (self, part));
}

/* "12 Byron Road, SW1A 1AA London, United Kingdom", or "London, United Kingdom". */
static char *
dup_joined (CandProfile *self, gboolean with_street)
{
  g_autofree char *street = with_street ? dup_text (self, CAND_PROFILE_ADDRESS) : NULL;
  g_autofree char *line = NULL;
  g_autofree char *postcode = with_street ? dup_text (self, CAND_PROFILE_POSTCODE) : NULL;
  g_autofree char *city = dup_text (self, CAND_PROFILE_CITY);
  g_autofree char *town = NULL;
  g_autofree char *region = dup_text (self, CAND_PROFILE_REGION);
  g_autofree char *country = dup_text (self, CAND_PROFILE_COUNTRY);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (street != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (street, "\n", -1);

      line = g_strjoinv (", ", lines);
      g_ptr_array_add (parts, line);
    }
  town = postcode != NULL && city != NULL ? g_strconcat (postcode, " ", city, NULL)
                                          : g_strdup (postcode != NULL ? postcode : city);
  if (town != NULL)
    g_ptr_array_add (parts, town);
  if (region != NULL)
    g_ptr_array_add (parts, region);
  if (country != NULL)
    g_ptr_array_add (parts, country);
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

static char *
dup_link (CandProfile *self, CandAsks asks)
{
  GPtrArray *links = cand_profile_get_list (self, CAND_PROFILE_LINKS);

  for (guint i = 0; i < links->len; i++)
    {
      const CandProfileLink *link = g_ptr_array_index (links, i);
      g_autofree char *label = g_utf8_casefold (link->label, -1);

      for (guint j = 0; j < G_N_ELEMENTS (link_names); j++)
        if (link_names[j].asks == asks &&
            (g_str_equal (g_strstrip (label), link_names[j].label) ||
             (link_names[j].host != NULL && strstr (link->address, link_names[j].host) != NULL)))
          return cand_text_dup_trimmed (link->address);
    }
  return NULL;
}

static char *
dup_hub_link (CandProfile *self)
{
  g_autofree char *name = dup_text (self, CAND_PROFILE_HUGGING_FACE);
  g_autofree char *escaped = name != NULL ? g_uri_escape_string (name, NULL, TRUE) : NULL;

  return escaped != NULL ? g_strconcat ("https://huggingface.co/", escaped, NULL) : NULL;
}

/* --- groups --- */

static const CandEntryMember *
find_member (const CandEntryKind *kind, CandAsks asks, CandField *inner)
{
  g_autofree char *id = cand_asks_dup_bare_id (cand_field_get_id (inner));

  for (guint i = 0; i < G_N_ELEMENTS (inner_ids); i++)
    if (inner_ids[i].asks == asks && g_str_equal (inner_ids[i].id, id))
      for (guint j = 0; j < kind->n_members; j++)
        if (g_str_equal (kind->members[j].name, inner_ids[i].member))
          return &kind->members[j];
  return NULL;
}

/* A date that is not known to the day is given as it is known: nobody makes the day up. */
static char *
dup_inner (CandField *inner, const CandEntryMember *member, gpointer entry)
{
  g_autofree char *text = NULL;

  if (member->type == CAND_MEMBER_FLAG)
    return cand_field_get_field_type (inner) == CAND_FIELD_TYPE_BOOLEAN &&
                   *cand_entry_flag (member, entry)
               ? g_strdup ("true")
               : NULL;
  text = cand_text_dup_trimmed (*cand_entry_text (member, entry));
  if (text == NULL)
    return NULL;
  switch (cand_field_get_field_type (inner))
    {
    case CAND_FIELD_TYPE_TEXT:
    case CAND_FIELD_TYPE_PARAGRAPH:
      return g_steal_pointer (&text);
    case CAND_FIELD_TYPE_DATE:
      return member->type == CAND_MEMBER_DATE ? g_steal_pointer (&text) : NULL;
    case CAND_FIELD_TYPE_DROPDOWN:
      return dup_option (inner, text);
    case CAND_FIELD_TYPE_EMAIL:
    case CAND_FIELD_TYPE_PHONE:
    case CAND_FIELD_TYPE_NUMBER:
    case CAND_FIELD_TYPE_BOOLEAN:
    case CAND_FIELD_TYPE_MULTIPLE:
    case CAND_FIELD_TYPE_FILE:
    case CAND_FIELD_TYPE_GROUP:
      return NULL;
    }
  return NULL;
}

static JsonObject *
make_group_entry (CandField *field, const CandEntryKind *kind, CandAsks asks, gpointer entry)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < cand_field_get_n_fields (field); i++)
    {
      CandField *inner = cand_field_get_field (field, i);
      const CandEntryMember *member = find_member (kind, asks, inner);
      g_autofree char *value = NULL;

      if (member != NULL && !cand_field_get_sensitive (inner))
        value = dup_inner (inner, member, entry);
      if (value != NULL)
        json_object_set_string_member (object, cand_field_get_id (inner), value);
    }
  return object;
}

static char *
dup_group (CandProfile *self, CandField *field, CandAsks asks)
{
  CandProfilePart part =
      asks == CAND_ASKS_EDUCATION ? CAND_PROFILE_EDUCATION : CAND_PROFILE_EXPERIENCE;
  GPtrArray *list = cand_profile_get_list (self, part);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  json_node_take_array (root, array);
  for (guint i = 0; i < list->len; i++)
    {
      JsonObject *object =
          make_group_entry (field, cand_entry_kind_of (part), asks, g_ptr_array_index (list, i));

      if (json_object_get_size (object) > 0)
        json_array_add_object_element (array, object);
      else
        json_object_unref (object);
    }
  return json_array_get_length (array) > 0 ? json_to_string (root, FALSE) : NULL;
}

/* --- the whole --- */

static char *
dup_asked (CandProfile *self, CandField *field, CandAsks asks)
{
  switch (asks)
    {
    case CAND_ASKS_FIRST_NAME:
      return dup_text (self, CAND_PROFILE_FIRST_NAME);
    case CAND_ASKS_LAST_NAME:
      return dup_text (self, CAND_PROFILE_LAST_NAME);
    case CAND_ASKS_FULL_NAME:
      return cand_profile_dup_full_name (self);
    case CAND_ASKS_EMAIL:
      return dup_text (self, CAND_PROFILE_EMAIL);
    case CAND_ASKS_PHONE:
      return dup_text (self, CAND_PROFILE_PHONE);
    case CAND_ASKS_STREET:
      return dup_text (self, CAND_PROFILE_ADDRESS);
    case CAND_ASKS_ADDRESS:
      return dup_joined (self, TRUE);
    case CAND_ASKS_PLACE:
      return dup_joined (self, FALSE);
    case CAND_ASKS_CITY:
      return dup_text (self, CAND_PROFILE_CITY);
    case CAND_ASKS_REGION:
      return dup_text (self, CAND_PROFILE_REGION);
    case CAND_ASKS_POSTCODE:
      return dup_text (self, CAND_PROFILE_POSTCODE);
    case CAND_ASKS_COUNTRY:
      return dup_text (self, CAND_PROFILE_COUNTRY);
    case CAND_ASKS_HEADLINE:
      return dup_text (self, CAND_PROFILE_HEADLINE);
    case CAND_ASKS_SUMMARY:
      return dup_text (self, CAND_PROFILE_SUMMARY);
    case CAND_ASKS_HUB_NAME:
      return dup_text (self, CAND_PROFILE_HUGGING_FACE);
    case CAND_ASKS_HUB_LINK:
      return dup_hub_link (self);
    case CAND_ASKS_GITHUB:
    case CAND_ASKS_LINKEDIN:
    case CAND_ASKS_WEBSITE:
    case CAND_ASKS_PORTFOLIO:
    case CAND_ASKS_SCHOLAR:
      return dup_link (self, asks);
    case CAND_ASKS_EDUCATION:
    case CAND_ASKS_EXPERIENCE:
      return dup_group (self, field, asks);
    case CAND_ASKS_NOTHING:
    case CAND_N_ASKS:
      break;
    }
  return NULL;
}

/**
 * cand_profile_dup_value:
 * @self: the profile
 * @field: a question
 *
 * Returns: (transfer full) (nullable): the answer's text
 */
char *
cand_profile_dup_value (CandProfile *self, CandField *field)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (CAND_IS_PROFILE (self), NULL);
  g_return_val_if_fail (CAND_IS_FIELD (field), NULL);
  text = dup_asked (self, field, cand_asks_tell (field));
  if (text != NULL && cand_field_get_field_type (field) == CAND_FIELD_TYPE_DROPDOWN)
    return dup_option (field, text);
  return g_steal_pointer (&text);
}

const char *
cand_profile_get_source (CandField *field)
{
  CandAsks asks;

  g_return_val_if_fail (CAND_IS_FIELD (field), NULL);
  asks = cand_asks_tell (field);
  return asks != CAND_ASKS_NOTHING ? _ (sources[asks]) : NULL;
}
