/* cand-resume.c: reads JSON Resume
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-resume.h"

#include <string.h>

#include "cand-countries.h"
#include "cand-form.h"
#include "cand-model-json.h"
#include "cand-model-text.h"
#include "cand-profile-entry.h"
#include "cand-resume-private.h"

/* How "url" of "basics" is called among the links. */
#define WEBSITE "Website"

/* What is understood is taken out of the document; what is left of it is kept. An entry that is
 * taken out of an array leaves null behind where something else stays in it, so that everything
 * finds its place again. */
typedef struct
{
  CandProfile *profile;
  guint n_odd;
} Reading;

const CandResumeText cand_resume_basics[] = {
  { "label", CAND_PROFILE_HEADLINE },
  { "email", CAND_PROFILE_EMAIL },
  { "phone", CAND_PROFILE_PHONE },
  { "summary", CAND_PROFILE_SUMMARY },
};

const CandResumeText cand_resume_location[] = {
  { "address", CAND_PROFILE_ADDRESS },
  { "city", CAND_PROFILE_CITY },
  { "region", CAND_PROFILE_REGION },
  { "postalCode", CAND_PROFILE_POSTCODE },
};

/* --- what is there --- */

JsonObject *
cand_resume_get_object (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
cand_resume_get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

const char *
cand_resume_get_text (JsonObject *object, const char *name)
{
  const char *text;

  return cand_model_json_string (object, name, &text, NULL) ? text : NULL;
}

gboolean
cand_resume_is_hub (JsonObject *profile)
{
  const char *network = cand_text_or_empty (cand_resume_get_text (profile, "network"));

  return g_ascii_strcasecmp (network, "Hugging Face") == 0 ||
         g_ascii_strcasecmp (network, "HuggingFace") == 0;
}

gboolean
cand_resume_is_website (const CandProfileLink *link)
{
  return *link->besides == '\0' && g_ascii_strcasecmp (link->label, WEBSITE) == 0;
}

gboolean
cand_resume_tells_current (JsonObject *object)
{
  const char *start = cand_resume_get_text (object, "startDate");
  const char *end = cand_resume_get_text (object, "endDate");

  if (start == NULL || !cand_profile_date_is_valid (start))
    return FALSE;
  if (end == NULL)
    return !json_object_has_member (object, "endDate");
  return *end == '\0' || g_ascii_strcasecmp (end, "Present") == 0;
}

/* --- taking out --- */

/* NULL, and the member stays, where it is no text or says nothing; one of another kind is odd. */
static char *
take_text (Reading *self, JsonObject *object, const char *name)
{
  const char *text;
  char *taken;

  if (!cand_model_json_string (object, name, &text, NULL))
    {
      self->n_odd++;
      return NULL;
    }
  taken = cand_text_dup_trimmed (text);
  if (taken != NULL)
    json_object_remove_member (object, name);
  return taken;
}

static char *
take_date (Reading *self, JsonObject *object, const char *name)
{
  const char *text = cand_resume_get_text (object, name);

  if (text != NULL && *text != '\0' && !cand_profile_date_is_valid (text))
    {
      self->n_odd++;
      return NULL;
    }
  return take_text (self, object, name);
}

static gboolean
take_flag (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  gboolean flag;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return cand_resume_tells_current (object);
  flag = json_node_get_boolean (node);
  json_object_remove_member (object, name);
  return flag;
}

static void
take_member (Reading *self, JsonObject *object, const CandEntryMember *member, gpointer entry)
{
  char *text = NULL;

  if (member->resume == NULL)
    return;
  if (member->type == CAND_MEMBER_DATE)
    text = take_date (self, object, member->resume);
  else if (member->type == CAND_MEMBER_TEXT)
    text = take_text (self, object, member->resume);
  if (text == NULL)
    return;
  g_free (*cand_entry_text (member, entry));
  *cand_entry_text (member, entry) = text;
}

static void
keep_besides (JsonObject *object, char **besides)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

  g_free (*besides);
  *besides = json_object_get_size (object) > 0 ? json_to_string (node, FALSE) : g_strdup ("");
}

/* NULL where nothing of it is understood. */
static gpointer
take_entry (Reading *self, JsonObject *object, const CandEntryKind *kind)
{
  gpointer entry = cand_entry_new (kind);
  gboolean any = FALSE;

  for (guint i = 0; i < kind->n_members; i++)
    if (kind->members[i].type == CAND_MEMBER_FLAG)
      *cand_entry_flag (&kind->members[i], entry) = take_flag (object, kind->members[i].resume);
  for (guint i = 0; i < kind->n_members; i++)
    {
      take_member (self, object, &kind->members[i], entry);
      any |= kind->members[i].resume != NULL && cand_entry_member_is_text (&kind->members[i]) &&
             **cand_entry_text (&kind->members[i], entry) != '\0';
    }
  if (!any)
    {
      cand_entry_free (kind, entry);
      return NULL;
    }
  for (guint i = 0; i < kind->n_members; i++)
    if (kind->members[i].type == CAND_MEMBER_BESIDES)
      keep_besides (object, cand_entry_text (&kind->members[i], entry));
  return entry;
}

/* The address of a profile that only says who one is where. */
static void
complete_link (CandProfileLink *link)
{
  static const struct
  {
    const char *network;
    const char *prefix;
  } networks[] = {
    { "GitHub", "https://github.com/" },
    { "GitLab", "https://gitlab.com/" },
    { "LinkedIn", "https://www.linkedin.com/in/" },
  };
  g_autoptr (JsonNode) root = NULL;
  const char *name;

  if (*link->address != '\0' || *link->besides == '\0')
    return;
  root = cand_model_json_parse (link->besides, -1, NULL);
  name = root != NULL ? cand_resume_get_text (json_node_get_object (root), "username") : NULL;
  for (guint i = 0; name != NULL && *name != '\0' && i < G_N_ELEMENTS (networks); i++)
    if (g_ascii_strcasecmp (networks[i].network, link->label) == 0)
      {
        g_autofree char *escaped = g_uri_escape_string (name, NULL, TRUE);

        g_free (link->address);
        link->address = g_strconcat (networks[i].prefix, escaped, NULL);
      }
}

/* The entry of the Hub stays in its place, without what the profile says itself. FALSE where it is
 * not the one, or says no name. */
static gboolean
take_hub (Reading *self, JsonObject *object)
{
  const char *url = cand_resume_get_text (object, "url");
  g_autofree char *name = NULL;

  if (!cand_resume_is_hub (object) ||
      !cand_profile_part_is_empty (self->profile, CAND_PROFILE_HUGGING_FACE))
    return FALSE;
  name = take_text (self, object, "username");
  if (name == NULL && url != NULL && g_str_has_prefix (url, CAND_RESUME_HUB))
    name =
        g_strndup (url + strlen (CAND_RESUME_HUB), strcspn (url + strlen (CAND_RESUME_HUB), "/?#"));
  if (name == NULL || *name == '\0')
    return FALSE;
  if (url != NULL && g_str_has_prefix (url, CAND_RESUME_HUB))
    json_object_remove_member (object, "url");
  cand_profile_set_text (self->profile, CAND_PROFILE_HUGGING_FACE, name);
  return TRUE;
}

static void
take_entries (
    Reading *self, JsonObject *parent, const char *name, CandProfilePart part, GPtrArray *list)
{
  JsonArray *array = cand_resume_get_array (parent, name);
  g_autoptr (JsonArray) left = json_array_new ();
  gboolean any_left = FALSE;

  if (array == NULL)
    {
      self->n_odd +=
          json_object_has_member (parent, name) && !json_object_get_null_member (parent, name);
      return;
    }
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      gboolean hub = part == CAND_PROFILE_LINKS && object != NULL && take_hub (self, object);
      gpointer entry =
          object != NULL && !hub ? take_entry (self, object, cand_entry_kind_of (part)) : NULL;

      /* Nothing is lost with it. */
      if (JSON_NODE_HOLDS_NULL (node))
        continue;
      if (entry != NULL)
        {
          g_ptr_array_add (list, entry);
          json_array_add_null_element (left);
          continue;
        }
      any_left = TRUE;
      self->n_odd += !hub;
      json_array_add_element (left, json_node_copy (node));
    }
  if (any_left)
    json_object_set_array_member (parent, name, g_steal_pointer (&left));
  else if (json_array_get_length (left) > 0)
    json_object_remove_member (parent, name);
}

static void
take_list (Reading *self, JsonObject *parent, const char *name, CandProfilePart part)
{
  g_autoptr (GPtrArray) list = cand_entries_new (cand_entry_kind_of (part));

  take_entries (self, parent, name, part, list);
  cand_profile_set_list (self->profile, part, list);
}

/* --- the parts of a person --- */

/* Most have one last name; and what is written small, "van" or "de la", belongs to it. */
void
cand_resume_part_name (const char *name, char **first, char **last)
{
  const char *cut = strrchr (name, ' ');

  *first = g_strdup (name);
  *last = NULL;
  while (cut != NULL)
    {
      const char *word = cut;

      g_set_str (last, cut + 1);
      g_free (*first);
      *first = g_strchomp (g_strndup (name, cut - name));
      while (word > name && word[-1] != ' ')
        word--;
      cut = word > name && g_unichar_islower (g_utf8_get_char (word)) ? word - 1 : NULL;
    }
}

/* Our own members say how it parts, as long as they say the same name. */
static void
take_name (Reading *self, JsonObject *basics)
{
  g_autofree char *name = take_text (self, basics, "name");
  const char *given = cand_resume_get_text (basics, "firstName");
  const char *family = cand_resume_get_text (basics, "lastName");
  g_autofree char *joined =
      given != NULL && family != NULL ? g_strconcat (given, " ", family, NULL) : NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (name == NULL)
    return;
  if (g_strcmp0 (joined, name) == 0)
    {
      first = g_strdup (given);
      last = g_strdup (family);
      json_object_remove_member (basics, "firstName");
      json_object_remove_member (basics, "lastName");
    }
  else
    cand_resume_part_name (name, &first, &last);
  cand_profile_set_text (self->profile, CAND_PROFILE_FIRST_NAME, first);
  cand_profile_set_text (self->profile, CAND_PROFILE_LAST_NAME, last);
}

static void
take_texts (Reading *self, JsonObject *object, const CandResumeText *texts, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = take_text (self, object, texts[i].name);

      cand_profile_set_text (self->profile, texts[i].part, text);
    }
}

/* The schema has the code; "country" is a member of our own, for what has none. */
static void
take_country (Reading *self, JsonObject *location)
{
  g_autofree char *country = take_text (self, location, "country");
  g_autofree char *code = country == NULL ? take_text (self, location, "countryCode") : NULL;
  const char *name = code != NULL ? cand_country_get_name (code) : NULL;

  if (country == NULL)
    country = g_strdup (name != NULL ? name : code);
  cand_profile_set_text (self->profile, CAND_PROFILE_COUNTRY, country);
}

static void
take_location (Reading *self, JsonObject *basics)
{
  JsonObject *location = cand_resume_get_object (basics, "location");

  if (location == NULL)
    return;
  take_texts (self, location, cand_resume_location, G_N_ELEMENTS (cand_resume_location));
  take_country (self, location);
  if (json_object_get_size (location) == 0)
    json_object_remove_member (basics, "location");
}

static void
take_links (Reading *self, JsonObject *basics)
{
  const CandEntryKind *kind = cand_entry_kind_of (CAND_PROFILE_LINKS);
  g_autoptr (GPtrArray) links = cand_entries_new (kind);
  g_autofree char *website = take_text (self, basics, "url");

  if (website != NULL)
    {
      const CandProfileLink link = { (char *) WEBSITE, website, NULL };

      g_ptr_array_add (links, cand_profile_link_copy (&link));
    }
  take_entries (self, basics, "profiles", CAND_PROFILE_LINKS, links);
  for (guint i = 0; i < links->len; i++)
    complete_link (g_ptr_array_index (links, i));
  cand_profile_set_list (self->profile, CAND_PROFILE_LINKS, links);
}

static void
take_basics (Reading *self, JsonObject *document)
{
  JsonObject *basics = cand_resume_get_object (document, "basics");

  if (basics == NULL)
    {
      self->n_odd += json_object_has_member (document, "basics");
      return;
    }
  take_name (self, basics);
  take_texts (self, basics, cand_resume_basics, G_N_ELEMENTS (cand_resume_basics));
  take_location (self, basics);
  take_links (self, basics);
  if (json_object_get_size (basics) == 0)
    json_object_remove_member (document, "basics");
}

/**
 * cand_resume_read:
 * @data: the document
 * @length: its bytes; -1 where it ends with a NUL
 * @n_odd: (out) (optional): how many of its parts could only be kept
 * @error: CAND_MODEL_ERROR_MALFORMED
 *
 * Returns: (transfer full) (nullable): a profile that says what it says
 */
CandProfile *
cand_resume_read (const char *data, gssize length, guint *n_odd, GError **error)
{
  g_autoptr (CandProfile) profile = cand_profile_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *left = NULL;
  Reading reading = { profile, 0 };
  JsonObject *document;

  if ((length < 0 ? strlen (data) : (gsize) length) > CAND_RESUME_MAX_BYTES)
    {
      g_set_error_literal (error, CAND_MODEL_ERROR, CAND_MODEL_ERROR_MALFORMED,
                           "Too large for a résumé");
      return NULL;
    }
  root = cand_model_json_parse_mutable (data, length, error);
  if (root == NULL)
    return NULL;
  document = json_node_get_object (root);
  take_basics (&reading, document);
  take_list (&reading, document, "work", CAND_PROFILE_EXPERIENCE);
  take_list (&reading, document, "education", CAND_PROFILE_EDUCATION);
  left = json_object_get_size (document) > 0 ? json_to_string (root, FALSE) : NULL;
  cand_profile_set_text (profile, CAND_PROFILE_RESUME, left);
  if (n_odd != NULL)
    *n_odd = reading.n_odd;
  return g_steal_pointer (&profile);
}
