/* cand-profile-form.c: the profile as questions, so that the rows of a form edit it too
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-profile-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cand-model-json.h"
#include "cand-model-text.h"
#include "cand-profile-asks.h"
#include "cand-profile-entry.h"

static const struct
{
  const char *id;
  const char *name;
  CandProfilePart first;
  CandProfilePart last;
} sections[] = {
  { "person", N_ ("About You"), CAND_PROFILE_FIRST_NAME, CAND_PROFILE_PHONE },
  { "place", N_ ("Address"), CAND_PROFILE_ADDRESS, CAND_PROFILE_COUNTRY },
  { "words", N_ ("In Your Words"), CAND_PROFILE_HEADLINE, CAND_PROFILE_SUMMARY },
  { "web", N_ ("On the Web"), CAND_PROFILE_HUGGING_FACE, CAND_PROFILE_LINKS },
  { "path", N_ ("Education and Experience"), CAND_PROFILE_EDUCATION, CAND_PROFILE_EXPERIENCE },
};

#define DATE_HELPER N_ ("As exactly as you like: 2021, 2021-05 or 2021-05-03")

/* The members of the entries that are typed. */
static const struct
{
  CandProfilePart part;
  const char *member;
  CandFieldType type;
  const char *label;
  const char *helper; /* (nullable) */
} inner_fields[] = {
  /* Translators: what a link leads to, as in "GitHub". */
  { CAND_PROFILE_LINKS, "label", CAND_FIELD_TYPE_TEXT, N_ ("Name"),
    N_ ("Such as GitHub, LinkedIn or Website") },
  { CAND_PROFILE_LINKS, "address", CAND_FIELD_TYPE_TEXT, N_ ("Web address"), NULL },
  { CAND_PROFILE_EDUCATION, "school", CAND_FIELD_TYPE_TEXT, N_ ("School"), NULL },
  { CAND_PROFILE_EDUCATION, "field_of_study", CAND_FIELD_TYPE_TEXT, N_ ("Field of study"), NULL },
  { CAND_PROFILE_EDUCATION, "degree", CAND_FIELD_TYPE_TEXT, N_ ("Degree"), NULL },
  /* Translators: when a school or a post began; "To" is when it ended. */
  { CAND_PROFILE_EDUCATION, "start", CAND_FIELD_TYPE_TEXT, N_ ("From"), DATE_HELPER },
  /* Translators: when a school or a post ended. */
  { CAND_PROFILE_EDUCATION, "end", CAND_FIELD_TYPE_TEXT, N_ ("To"), NULL },
  { CAND_PROFILE_EXPERIENCE, "title", CAND_FIELD_TYPE_TEXT, N_ ("Title"), NULL },
  { CAND_PROFILE_EXPERIENCE, "company", CAND_FIELD_TYPE_TEXT, N_ ("Organization"), NULL },
  { CAND_PROFILE_EXPERIENCE, "industry", CAND_FIELD_TYPE_TEXT, N_ ("Industry"), NULL },
  { CAND_PROFILE_EXPERIENCE, "summary", CAND_FIELD_TYPE_PARAGRAPH, N_ ("Summary"), NULL },
  { CAND_PROFILE_EXPERIENCE, "start", CAND_FIELD_TYPE_TEXT, N_ ("From"), DATE_HELPER },
  { CAND_PROFILE_EXPERIENCE, "end", CAND_FIELD_TYPE_TEXT, N_ ("To"), NULL },
  { CAND_PROFILE_EXPERIENCE, "current", CAND_FIELD_TYPE_BOOLEAN, N_ ("I work there now"), NULL },
};

/* --- the form --- */

static CandFieldType
part_type (CandProfilePart part)
{
  switch (part)
    {
    case CAND_PROFILE_FIRST_NAME:
    case CAND_PROFILE_LAST_NAME:
    case CAND_PROFILE_CITY:
    case CAND_PROFILE_REGION:
    case CAND_PROFILE_POSTCODE:
    case CAND_PROFILE_COUNTRY:
    case CAND_PROFILE_HEADLINE:
    case CAND_PROFILE_HUGGING_FACE:
      return CAND_FIELD_TYPE_TEXT;
    case CAND_PROFILE_EMAIL:
      return CAND_FIELD_TYPE_EMAIL;
    case CAND_PROFILE_PHONE:
      return CAND_FIELD_TYPE_PHONE;
    case CAND_PROFILE_ADDRESS:
    case CAND_PROFILE_SUMMARY:
    case CAND_PROFILE_RESUME:
      return CAND_FIELD_TYPE_PARAGRAPH;
    case CAND_PROFILE_LINKS:
    case CAND_PROFILE_EDUCATION:
    case CAND_PROFILE_EXPERIENCE:
      return CAND_FIELD_TYPE_GROUP;
    case CAND_PROFILE_FILES:
      return CAND_FIELD_TYPE_FILE;
    }
  return CAND_FIELD_TYPE_TEXT;
}

static const char *
part_helper (CandProfilePart part)
{
  if (part == CAND_PROFILE_ADDRESS)
    return _ ("Street and house");
  if (part == CAND_PROFILE_HEADLINE)
    return _ ("One line, such as “Compiler engineer”");
  return NULL;
}

static CandField *
make_field (CandProfilePart part)
{
  CandField *field = cand_field_new (cand_profile_part_get_name (part), part_type (part),
                                     cand_profile_part_get_label (part));

  cand_field_set_helper (field, part_helper (part));
  cand_field_set_max_length (field, CAND_LIMIT_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (inner_fields); i++)
    if (inner_fields[i].part == part)
      {
        g_autoptr (CandField) inner = cand_field_new (inner_fields[i].member, inner_fields[i].type,
                                                      _ (inner_fields[i].label));

        cand_field_set_max_length (inner, CAND_LIMIT_NONE);
        if (inner_fields[i].helper != NULL)
          cand_field_set_helper (inner, _ (inner_fields[i].helper));
        cand_field_add_field (field, inner);
      }
  return field;
}

CandForm *
cand_profile_form_new (void)
{
  CandForm *self = cand_form_new (CAND_FORM_SOURCE_STANDARD);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      guint section = cand_form_add_section (self, sections[i].id, _ (sections[i].name));

      for (CandProfilePart part = sections[i].first; part <= sections[i].last; part++)
        {
          g_autoptr (CandField) field = NULL;

          if (part == CAND_PROFILE_RESUME)
            continue;
          field = make_field (part);
          cand_form_add_field (self, section, field);
        }
    }
  return self;
}

CandProfilePart
cand_profile_form_get_part (CandField *field)
{
  for (CandProfilePart part = 0; part < CAND_PROFILE_N_PARTS; part++)
    if (g_str_equal (cand_field_get_id (field), cand_profile_part_get_name (part)))
      return part;
  g_return_val_if_reached (CAND_PROFILE_FIRST_NAME);
}

/* --- lists as answers --- */

static JsonObject *
make_members (const CandEntryKind *kind, gpointer entry)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < kind->n_members; i++)
    {
      const CandEntryMember *member = &kind->members[i];
      const char *text = NULL;

      if (cand_entry_member_is_text (member))
        text = *cand_entry_text (member, entry);
      else if (member->type == CAND_MEMBER_FLAG && *cand_entry_flag (member, entry))
        text = "true";
      if (text != NULL && *text != '\0')
        json_object_set_string_member (object, member->name, text);
    }
  return object;
}

static char *
dup_list_text (CandProfile *profile, CandProfilePart part)
{
  GPtrArray *list = cand_profile_get_list (profile, part);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  json_node_take_array (root, array);
  for (guint i = 0; i < list->len; i++)
    json_array_add_object_element (
        array, make_members (cand_entry_kind_of (part), g_ptr_array_index (list, i)));
  return list->len > 0 ? json_to_string (root, FALSE) : g_strdup ("");
}

static const char *
get_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : "";
}

/* (transfer full) (element-type entry) */
static GPtrArray *
read_list (const CandEntryKind *kind, const char *text)
{
  GPtrArray *list = cand_entries_new (kind);
  g_autoptr (JsonNode) root = *text != '\0' ? json_from_string (text, NULL) : NULL;
  JsonArray *array =
      root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      gpointer entry;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        continue;
      entry = cand_entry_new (kind);
      g_ptr_array_add (list, entry);
      for (guint j = 0; j < kind->n_members; j++)
        {
          const CandEntryMember *member = &kind->members[j];
          const char *value = get_member (json_node_get_object (node), member->name);

          if (cand_entry_member_is_text (member))
            g_set_str (cand_entry_text (member, entry), value);
          else if (member->type == CAND_MEMBER_FLAG)
            *cand_entry_flag (member, entry) = g_str_equal (value, "true");
        }
    }
  return list;
}

/* --- following each other --- */

/* Where both say the same, the answer's notation stays: an entry that is being typed must not be
 * built anew. */
static void
list_changed_cb (CandAnswer *answer, GParamSpec *pspec, CandProfile *profile)
{
  CandProfilePart part = cand_profile_form_get_part (cand_answer_get_field (answer));
  const CandEntryKind *kind = cand_entry_kind_of (part);
  g_autoptr (GPtrArray) shown = read_list (kind, cand_answer_get_text (answer));
  g_autofree char *text = NULL;

  if (cand_entries_equal (kind, shown, cand_profile_get_list (profile, part)))
    return;
  text = dup_list_text (profile, part);
  cand_answer_set_text (answer, text);
}

static void
list_typed_cb (CandProfile *profile, GParamSpec *pspec, CandAnswer *answer)
{
  CandProfilePart part = cand_profile_form_get_part (cand_answer_get_field (answer));
  g_autoptr (GPtrArray) list = read_list (cand_entry_kind_of (part), cand_answer_get_text (answer));

  cand_profile_set_list (profile, part, list);
}

void
cand_profile_form_bind (CandProfile *profile, CandAnswer *answer)
{
  CandProfilePart part;
  g_autofree char *signal = NULL;

  g_return_if_fail (CAND_IS_PROFILE (profile));
  g_return_if_fail (CAND_IS_ANSWER (answer));
  part = cand_profile_form_get_part (cand_answer_get_field (answer));
  if (part < CAND_PROFILE_N_TEXTS)
    {
      g_object_bind_property (profile, cand_profile_part_get_name (part), answer, "text",
                              G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
      return;
    }
  list_changed_cb (answer, NULL, profile);
  signal = g_strconcat ("notify::", cand_profile_part_get_name (part), NULL);
  g_signal_connect_object (profile, signal, G_CALLBACK (list_changed_cb), answer,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (answer, "notify::text", G_CALLBACK (list_typed_cb), profile,
                           G_CONNECT_SWAPPED);
}

/* --- what is typed --- */

/* Kindly: "github.com/ada" is one. */
static gboolean
looks_like_address (const char *text)
{
  g_autofree char *with_scheme =
      strstr (text, "://") != NULL ? g_strdup (text) : g_strconcat ("https://", text, NULL);
  g_autoptr (GUri) uri = g_uri_parse (with_scheme, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  const char *dot = host != NULL ? strchr (host, '.') : NULL;

  return dot != NULL && dot > host && dot[1] != '\0' && strpbrk (text, " \t\n") == NULL &&
         (g_str_equal (g_uri_get_scheme (uri), "https") ||
          g_str_equal (g_uri_get_scheme (uri), "http"));
}

char *
cand_profile_form_check (CandField *field, const char *text)
{
  const char *id = cand_field_get_id (field);
  g_autofree char *trimmed = cand_text_dup_trimmed (text);

  if (trimmed == NULL || cand_field_get_field_type (field) != CAND_FIELD_TYPE_TEXT)
    return NULL;
  if (g_str_equal (id, "address") && !looks_like_address (trimmed))
    return g_strdup (_ ("This does not look like a web address. One looks like "
                        "https://github.com/ada."));
  if ((g_str_equal (id, "start") || g_str_equal (id, "end")) &&
      !cand_profile_date_is_valid (trimmed))
    return g_strdup (_ ("This is not understood as a date. Forms may ask you again. A date looks "
                        "like 2021, 2021-05 or 2021-05-03."));
  if (g_str_equal (id, "hugging-face") && strpbrk (trimmed, "/ @") != NULL)
    return g_strdup (_ ("This is more than a user name. One looks like ada-lovelace."));
  return NULL;
}

/* --- what an employer asks for --- */

gboolean
cand_profile_form_find_part (CandField *field, CandProfilePart *part)
{
  static const CandProfilePart homes[CAND_N_ASKS] = {
    [CAND_ASKS_FIRST_NAME] = CAND_PROFILE_FIRST_NAME,
    [CAND_ASKS_LAST_NAME] = CAND_PROFILE_LAST_NAME,
    [CAND_ASKS_FULL_NAME] = CAND_PROFILE_FIRST_NAME,
    [CAND_ASKS_EMAIL] = CAND_PROFILE_EMAIL,
    [CAND_ASKS_PHONE] = CAND_PROFILE_PHONE,
    [CAND_ASKS_STREET] = CAND_PROFILE_ADDRESS,
    [CAND_ASKS_ADDRESS] = CAND_PROFILE_ADDRESS,
    [CAND_ASKS_PLACE] = CAND_PROFILE_CITY,
    [CAND_ASKS_CITY] = CAND_PROFILE_CITY,
    [CAND_ASKS_REGION] = CAND_PROFILE_REGION,
    [CAND_ASKS_POSTCODE] = CAND_PROFILE_POSTCODE,
    [CAND_ASKS_COUNTRY] = CAND_PROFILE_COUNTRY,
    [CAND_ASKS_HEADLINE] = CAND_PROFILE_HEADLINE,
    [CAND_ASKS_SUMMARY] = CAND_PROFILE_SUMMARY,
    [CAND_ASKS_HUB_NAME] = CAND_PROFILE_HUGGING_FACE,
    [CAND_ASKS_HUB_LINK] = CAND_PROFILE_HUGGING_FACE,
    [CAND_ASKS_GITHUB] = CAND_PROFILE_LINKS,
    [CAND_ASKS_LINKEDIN] = CAND_PROFILE_LINKS,
    [CAND_ASKS_WEBSITE] = CAND_PROFILE_LINKS,
    [CAND_ASKS_PORTFOLIO] = CAND_PROFILE_LINKS,
    [CAND_ASKS_SCHOLAR] = CAND_PROFILE_LINKS,
    [CAND_ASKS_EDUCATION] = CAND_PROFILE_EDUCATION,
    [CAND_ASKS_EXPERIENCE] = CAND_PROFILE_EXPERIENCE,
  };
  CandAsks asks = cand_asks_tell (field);

  *part = homes[asks];
  return asks != CAND_ASKS_NOTHING;
}
