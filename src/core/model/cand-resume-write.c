/* cand-resume-write.c: writes JSON Resume
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-resume.h"

#include <string.h>

#include "cand-countries.h"
#include "cand-model-json.h"
#include "cand-model-text.h"
#include "cand-profile-entry.h"
#include "cand-resume-private.h"

#define SCHEMA "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

/* What was kept, to be changed; an empty object where nothing was. */
static JsonNode *
parse_kept (const char *json)
{
  JsonNode *node = *json != '\0' ? cand_model_json_parse_mutable (json, -1, NULL) : NULL;

  if (node != NULL)
    return node;
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, json_object_new ());
  return node;
}

/* Without a value, what was kept of that name stays. */
static void
put_text (JsonObject *object, const char *name, const char *text)
{
  g_autofree char *trimmed = cand_text_dup_trimmed (text);

  if (trimmed != NULL)
    json_object_set_string_member (object, name, trimmed);
}

/* (transfer none) The object of that name, made where there is none. */
static JsonObject *
ensure_object (JsonObject *parent, const char *name)
{
  JsonObject *object = cand_resume_get_object (parent, name);

  if (object != NULL)
    return object;
  object = json_object_new ();
  json_object_set_object_member (parent, name, object);
  return object;
}

/* The members that people look for come first, in this order. */
static void
put_first (JsonObject *object, const char *const *names)
{
  g_autoptr (GList) members = json_object_get_members (object);
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (g_free);

  for (const char *const *name = names; *name != NULL; name++)
    if (json_object_has_member (object, *name))
      g_ptr_array_add (order, g_strdup (*name));
  for (GList *link = members; link != NULL; link = link->next)
    if (!g_strv_contains (names, link->data))
      g_ptr_array_add (order, g_strdup (link->data));
  for (guint i = 0; i < order->len; i++)
    {
      const char *name = g_ptr_array_index (order, i);
      JsonNode *node = json_object_dup_member (object, name);

      json_object_remove_member (object, name);
      json_object_set_member (object, name, node);
    }
}

/* --- entries --- */

/* What follows from the dates need not be said. */
static void
put_flag (JsonObject *object, gpointer entry, const CandEntryMember *member)
{
  gboolean flag = *cand_entry_flag (member, entry);

  if (!flag != !cand_resume_tells_current (object))
    json_object_set_boolean_member (object, member->resume, flag);
}

static JsonNode *
make_entry (const CandEntryKind *kind, gpointer entry)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  JsonNode *node = NULL;
  JsonObject *object;

  for (guint i = 0; i < kind->n_members; i++)
    if (kind->members[i].type == CAND_MEMBER_BESIDES)
      node = parse_kept (*cand_entry_text (&kind->members[i], entry));
  object = json_node_get_object (node);
  for (guint i = 0; i < kind->n_members; i++)
    if (kind->members[i].resume != NULL && cand_entry_member_is_text (&kind->members[i]))
      put_text (object, kind->members[i].resume, *cand_entry_text (&kind->members[i], entry));
  for (guint i = 0; i < kind->n_members; i++)
    if (kind->members[i].type == CAND_MEMBER_FLAG)
      put_flag (object, entry, &kind->members[i]);
  for (guint i = 0; i < kind->n_members; i++)
    if (kind->members[i].resume != NULL)
      g_ptr_array_add (names, (char *) kind->members[i].resume);
  g_ptr_array_add (names, NULL);
  put_first (object, (const char *const *) names->pdata);
  return node;
}

/* A user name that the address no longer has is somebody else's. */
static JsonNode *
make_link (const CandProfileLink *link)
{
  JsonNode *node = make_entry (cand_entry_kind_of (CAND_PROFILE_LINKS), (gpointer) link);
  JsonObject *object = json_node_get_object (node);
  const char *name = cand_resume_get_text (object, "username");

  if (name != NULL && *link->address != '\0' && strstr (link->address, name) == NULL)
    json_object_remove_member (object, "username");
  return node;
}

/* Puts @nodes where entries were taken out of the array, and the rest behind. */
static void
put_entries (JsonObject *parent, const char *name, GPtrArray *nodes)
{
  JsonArray *kept = cand_resume_get_array (parent, name);
  g_autoptr (JsonArray) array = json_array_new ();
  guint next = 0;

  for (guint i = 0; kept != NULL && i < json_array_get_length (kept); i++)
    {
      JsonNode *node = json_array_get_element (kept, i);

      if (!JSON_NODE_HOLDS_NULL (node))
        json_array_add_element (array, json_node_copy (node));
      else if (next < nodes->len)
        json_array_add_element (array, json_node_ref (g_ptr_array_index (nodes, next++)));
    }
  while (next < nodes->len)
    json_array_add_element (array, json_node_ref (g_ptr_array_index (nodes, next++)));
  if (json_array_get_length (array) > 0 || kept != NULL)
    json_object_set_array_member (parent, name, g_steal_pointer (&array));
}

static void
put_list (JsonObject *parent, const char *name, CandProfile *profile, CandProfilePart part)
{
  GPtrArray *list = cand_profile_get_list (profile, part);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (nodes, make_entry (cand_entry_kind_of (part), g_ptr_array_index (list, i)));
  put_entries (parent, name, nodes);
}

/* --- links --- */

/* The place of the Hub among the profiles that were kept; -1 for none. */
static int
find_hub (JsonArray *profiles)
{
  for (guint i = 0; profiles != NULL && i < json_array_get_length (profiles); i++)
    {
      JsonNode *node = json_array_get_element (profiles, i);

      if (JSON_NODE_HOLDS_OBJECT (node) && cand_resume_is_hub (json_node_get_object (node)))
        return i;
    }
  return -1;
}

/* Into the entry that was kept; else (transfer full) a new one for the end of the links. */
static JsonNode *
put_hub (JsonObject *basics, CandProfile *profile)
{
  g_autofree char *name =
      cand_text_dup_trimmed (cand_profile_get_text (profile, CAND_PROFILE_HUGGING_FACE));
  g_autofree char *escaped = name != NULL ? g_uri_escape_string (name, NULL, TRUE) : NULL;
  g_autofree char *url = name != NULL ? g_strconcat (CAND_RESUME_HUB, escaped, NULL) : NULL;
  JsonArray *profiles = cand_resume_get_array (basics, "profiles");
  int place = find_hub (profiles);
  JsonNode *node = NULL;
  JsonObject *hub;

  if (name == NULL)
    {
      if (place >= 0)
        json_array_remove_element (profiles, place);
      return NULL;
    }
  if (place < 0)
    node = parse_kept ("");
  hub = place < 0 ? json_node_get_object (node) : json_array_get_object_element (profiles, place);
  if (place < 0)
    json_object_set_string_member (hub, "network", "Hugging Face");
  json_object_set_string_member (hub, "username", name);
  if (!json_object_has_member (hub, "url"))
    json_object_set_string_member (hub, "url", url);
  return node;
}

static void
put_links (JsonObject *basics, CandProfile *profile)
{
  GPtrArray *links = cand_profile_get_list (profile, CAND_PROFILE_LINKS);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  JsonNode *hub = put_hub (basics, profile);
  gboolean has_website = FALSE;

  for (guint i = 0; i < links->len; i++)
    {
      const CandProfileLink *link = g_ptr_array_index (links, i);

      if (has_website || !cand_resume_is_website (link))
        {
          g_ptr_array_add (nodes, make_link (link));
          continue;
        }
      has_website = TRUE;
      put_text (basics, "url", link->address);
    }
  if (hub != NULL)
    g_ptr_array_add (nodes, hub);
  put_entries (basics, "profiles", nodes);
}

/* --- the parts of a person --- */

/* The schema has one name; how it parts is said beside it where it would be read otherwise. */
static void
put_name (JsonObject *basics, CandProfile *profile)
{
  const char *given = cand_profile_get_text (profile, CAND_PROFILE_FIRST_NAME);
  const char *family = cand_profile_get_text (profile, CAND_PROFILE_LAST_NAME);
  g_autofree char *name = cand_profile_dup_full_name (profile);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (name == NULL)
    return;
  put_text (basics, "name", name);
  cand_resume_part_name (name, &first, &last);
  if (cand_profile_part_is_empty (profile, CAND_PROFILE_FIRST_NAME) ||
      cand_profile_part_is_empty (profile, CAND_PROFILE_LAST_NAME) ||
      (g_str_equal (first, given) && g_strcmp0 (last, family) == 0))
    return;
  put_text (basics, "firstName", given);
  put_text (basics, "lastName", family);
}

static void
put_texts (JsonObject *object, CandProfile *profile, const CandResumeText *texts, guint n)
{
  for (guint i = 0; i < n; i++)
    put_text (object, texts[i].name, cand_profile_get_text (profile, texts[i].part));
}

static gboolean
has_location (CandProfile *profile)
{
  for (guint i = 0; i < G_N_ELEMENTS (cand_resume_location); i++)
    if (!cand_profile_part_is_empty (profile, cand_resume_location[i].part))
      return TRUE;
  return !cand_profile_part_is_empty (profile, CAND_PROFILE_COUNTRY);
}

static void
put_location (JsonObject *basics, CandProfile *profile)
{
  const char *country = cand_profile_get_text (profile, CAND_PROFILE_COUNTRY);
  const char *code = cand_country_get_code (country);
  JsonObject *location;

  if (!has_location (profile))
    return;
  location = ensure_object (basics, "location");
  put_texts (location, profile, cand_resume_location, G_N_ELEMENTS (cand_resume_location));
  put_text (location, code != NULL ? "countryCode" : "country", code != NULL ? code : country);
}

/**
 * cand_resume_write:
 * @profile: a profile
 *
 * Returns: (transfer full): JSON Resume, with all that one said which was read into the profile
 */
char *
cand_resume_write (CandProfile *profile)
{
  static const char *const sections[] = { "$schema", "basics", "work", "education", NULL };
  static const char *const person[] = { "name",     "firstName", "lastName", "label",
                                        "email",    "phone",     "url",      "summary",
                                        "location", "profiles",  NULL };
  g_autoptr (JsonNode) root = NULL;
  JsonObject *document, *basics;

  g_return_val_if_fail (CAND_IS_PROFILE (profile), NULL);
  root = parse_kept (cand_profile_get_text (profile, CAND_PROFILE_RESUME));
  document = json_node_get_object (root);
  if (!json_object_has_member (document, "$schema"))
    json_object_set_string_member (document, "$schema", SCHEMA);
  basics = ensure_object (document, "basics");
  put_name (basics, profile);
  put_texts (basics, profile, cand_resume_basics, G_N_ELEMENTS (cand_resume_basics));
  put_location (basics, profile);
  put_links (basics, profile);
  put_list (document, "work", profile, CAND_PROFILE_EXPERIENCE);
  put_list (document, "education", profile, CAND_PROFILE_EDUCATION);
  put_first (basics, person);
  put_first (document, sections);
  return json_to_string (root, TRUE);
}
