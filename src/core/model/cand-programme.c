/* cand-programme.c: an announcement that introduces several positions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-programme.h"

#include "cand-model-json.h"
#include "cand-model-text.h"

/* Never changes but for its row id: an announcement read anew is another object. */

typedef enum
{
  TEXT_NAME,
  TEXT_TITLE,
  TEXT_DATE,
  TEXT_URL,
  TEXT_PORTAL_URL,
  TEXT_ORGANISATION,
  TEXT_INTRODUCTION,
  TEXT_LOCATIONS,
  TEXT_HOW_TO_APPLY,
  TEXT_STATEMENT,
  N_TEXTS
} Text;

/* The notation's names; the properties have hyphens for the underscores. */
static const char *const text_names[N_TEXTS] = {
  [TEXT_NAME] = "name",
  [TEXT_TITLE] = "title",
  [TEXT_DATE] = "date",
  [TEXT_URL] = "url",
  [TEXT_PORTAL_URL] = "portal_url",
  [TEXT_ORGANISATION] = "organisation",
  [TEXT_INTRODUCTION] = "introduction",
  [TEXT_LOCATIONS] = "locations",
  [TEXT_HOW_TO_APPLY] = "how_to_apply",
  [TEXT_STATEMENT] = "statement",
};

struct _CandProgramme
{
  GObject parent_instance;

  gint64 id;
  char *texts[N_TEXTS]; /* (owned) (nullable) */
  GStrv authors;        /* (owned) */
  GStrv checklist;      /* (owned) */
  gboolean short_submission;
  GPtrArray *entries; /* (owned) (element-type CandProgrammeEntry) */
};

G_DEFINE_FINAL_TYPE (CandProgramme, cand_programme, G_TYPE_OBJECT)

typedef enum
{
  PROP_NAME = 1,
  PROP_TITLE,
  PROP_DATE,
  PROP_URL,
  PROP_PORTAL_URL,
  PROP_ORGANISATION,
  PROP_INTRODUCTION,
  PROP_LOCATIONS,
  PROP_HOW_TO_APPLY,
  PROP_STATEMENT,
  PROP_ID,
  PROP_AUTHORS,
  PROP_CHECKLIST,
  PROP_SHORT_SUBMISSION,
  PROP_N_ENTRIES,
} CandProgrammeProperty;

static GParamSpec *properties[PROP_N_ENTRIES + 1];

static void
entry_free (CandProgrammeEntry *entry)
{
  g_free (entry->title);
  g_free (entry->team);
  g_free (entry->summary);
  g_free (entry->url);
  g_free (entry->key);
  g_free (entry);
}

static const char *
get_text (CandProgramme *self, Text text)
{
  g_return_val_if_fail (CAND_IS_PROGRAMME (self), "");
  return cand_text_or_empty (self->texts[text]);
}

static void
cand_programme_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CandProgramme *self = CAND_PROGRAMME (object);

  switch ((CandProgrammeProperty) prop_id)
    {
    case PROP_DATE:
      g_value_set_string (value, self->texts[TEXT_DATE]);
      break;
    case PROP_NAME:
    case PROP_TITLE:
    case PROP_URL:
    case PROP_PORTAL_URL:
    case PROP_ORGANISATION:
    case PROP_INTRODUCTION:
    case PROP_LOCATIONS:
    case PROP_HOW_TO_APPLY:
    case PROP_STATEMENT:
      g_value_set_string (value, get_text (self, prop_id - PROP_NAME));
      break;
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_AUTHORS:
      g_value_set_boxed (value, cand_programme_get_authors (self));
      break;
    case PROP_CHECKLIST:
      g_value_set_boxed (value, cand_programme_get_checklist (self));
      break;
    case PROP_SHORT_SUBMISSION:
      g_value_set_boolean (value, self->short_submission);
      break;
    case PROP_N_ENTRIES:
      g_value_set_uint (value, self->entries->len);
      break;
    }
}

static void
cand_programme_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CandProgramme *self = CAND_PROGRAMME (object);

  switch ((CandProgrammeProperty) prop_id)
    {
    case PROP_ID:
      cand_programme_set_id (self, g_value_get_int64 (value));
      break;
    case PROP_NAME:
    case PROP_TITLE:
    case PROP_DATE:
    case PROP_URL:
    case PROP_PORTAL_URL:
    case PROP_ORGANISATION:
    case PROP_INTRODUCTION:
    case PROP_LOCATIONS:
    case PROP_HOW_TO_APPLY:
    case PROP_STATEMENT:
    case PROP_AUTHORS:
    case PROP_CHECKLIST:
    case PROP_SHORT_SUBMISSION:
    case PROP_N_ENTRIES:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
cand_programme_finalize (GObject *object)
{
  CandProgramme *self = CAND_PROGRAMME (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  g_clear_pointer (&self->authors, g_strfreev);
  g_clear_pointer (&self->checklist, g_strfreev);
  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (cand_programme_parent_class)->finalize (object);
}

static void
cand_programme_class_init (CandProgrammeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cand_programme_get_property;
  object_class->set_property = cand_programme_set_property;
  object_class->finalize = cand_programme_finalize;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (text_names[i]), "_", '-');

      /* The name is a copy: GObject takes another one. */
      properties[PROP_NAME + i] = g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE);
    }
  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                                            readable | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_AUTHORS] = g_param_spec_boxed ("authors", NULL, NULL, G_TYPE_STRV, readable);
  properties[PROP_CHECKLIST] = g_param_spec_boxed ("checklist", NULL, NULL, G_TYPE_STRV, readable);
  properties[PROP_SHORT_SUBMISSION] =
      g_param_spec_boolean ("short-submission", NULL, NULL, FALSE, readable);
  properties[PROP_N_ENTRIES] =
      g_param_spec_uint ("n-entries", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cand_programme_init (CandProgramme *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
}

static gboolean
is_date (const char *text)
{
  g_autoptr (GDateTime) midnight = NULL;
  g_autofree char *time = g_strconcat (text, "T00:00:00Z", NULL);

  midnight = g_date_time_new_from_iso8601 (time, NULL);
  return midnight != NULL && strlen (text) == strlen ("2022-11-29");
}

static gboolean
read_texts (CandProgramme *self, JsonObject *object, GError **error)
{
  for (guint i = 0; i < N_TEXTS; i++)
    {
      const char *text;
      gboolean needed = i == TEXT_NAME || i == TEXT_TITLE;

      if (needed ? !cand_model_json_name (object, text_names[i], &text, error)
                 : !cand_model_json_string (object, text_names[i], &text, error))
        return FALSE;
      self->texts[i] = cand_text_dup_trimmed (text);
    }
  if (self->texts[TEXT_DATE] != NULL && !is_date (self->texts[TEXT_DATE]))
    {
      g_set_error (error, CAND_MODEL_ERROR, CAND_MODEL_ERROR_MALFORMED,
                   "“date” is not a date like 2022-11-29: “%s”", self->texts[TEXT_DATE]);
      return FALSE;
    }
  return TRUE;
}

static char *
dup_member (const char *text)
{
  char *trimmed = cand_text_dup_trimmed (text);

  return trimmed != NULL ? trimmed : g_strdup ("");
}

static gboolean
read_entry (CandProgramme *self, JsonObject *object, GError **error)
{
  const char *title;
  const char *team;
  const char *summary;
  const char *url;
  const char *key;
  CandProgrammeEntry *entry;

  if (!cand_model_json_name (object, "title", &title, error) ||
      !cand_model_json_string (object, "team", &team, error) ||
      !cand_model_json_string (object, "summary", &summary, error) ||
      !cand_model_json_string (object, "url", &url, error) ||
      !cand_model_json_string (object, "key", &key, error))
    return FALSE;
  entry = g_new0 (CandProgrammeEntry, 1);
  entry->title = dup_member (title);
  entry->team = dup_member (team);
  entry->summary = dup_member (summary);
  entry->url = dup_member (url);
  entry->key = dup_member (key);
  g_ptr_array_add (self->entries, entry);
  return TRUE;
}

CandProgramme *
cand_programme_new_from_json (GBytes *json, GError **error)
{
  g_autoptr (CandProgramme) self = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;
  JsonArray *positions;
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (json != NULL, NULL);
  data = g_bytes_get_data (json, &size);
  root = cand_model_json_parse (size > 0 ? data : "", size, error);
  if (root == NULL)
    return NULL;
  object = json_node_get_object (root);
  self = g_object_new (CAND_TYPE_PROGRAMME, NULL);
  if (!read_texts (self, object, error) ||
      !cand_model_json_strings (object, "authors", &self->authors, error) ||
      !cand_model_json_strings (object, "checklist", &self->checklist, error) ||
      !cand_model_json_boolean (object, "short_submission", &self->short_submission, error) ||
      !cand_model_json_array (object, "positions", &positions, error))
    return NULL;
  for (guint i = 0; positions != NULL && i < json_array_get_length (positions); i++)
    {
      JsonObject *position = cand_model_json_element (positions, i, "positions", error);

      if (position == NULL || !read_entry (self, position, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

static void
add_entry (JsonBuilder *builder, const CandProgrammeEntry *entry)
{
  const struct
  {
    const char *name;
    const char *value;
  } members[] = {
    { "title", entry->title }, { "team", entry->team }, { "summary", entry->summary },
    { "url", entry->url },     { "key", entry->key },
  };

  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      json_builder_set_member_name (builder, members[i].name);
      json_builder_add_string_value (builder, members[i].value);
    }
  json_builder_end_object (builder);
}

char *
cand_programme_to_json (CandProgramme *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (CAND_IS_PROGRAMME (self), NULL);
  json_builder_begin_object (builder);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      json_builder_set_member_name (builder, text_names[i]);
      if (i == TEXT_DATE && self->texts[i] == NULL)
        json_builder_add_null_value (builder);
      else
        json_builder_add_string_value (builder, get_text (self, i));
      if (i == TEXT_TITLE)
        cand_model_json_add_strings (builder, "authors", cand_programme_get_authors (self));
    }
  cand_model_json_add_strings (builder, "checklist", cand_programme_get_checklist (self));
  json_builder_set_member_name (builder, "short_submission");
  json_builder_add_boolean_value (builder, self->short_submission);
  json_builder_set_member_name (builder, "positions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->entries->len; i++)
    add_entry (builder, g_ptr_array_index (self->entries, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return cand_model_json_finish (builder, TRUE);
}

gint64
cand_programme_get_id (CandProgramme *self)
{
  g_return_val_if_fail (CAND_IS_PROGRAMME (self), 0);
  return self->id;
}

void
cand_programme_set_id (CandProgramme *self, gint64 id)
{
  g_return_if_fail (CAND_IS_PROGRAMME (self));
  if (self->id == id)
    return;
  self->id = id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
}

const char *
cand_programme_get_name (CandProgramme *self)
{
  return get_text (self, TEXT_NAME);
}

const char *
cand_programme_get_title (CandProgramme *self)
{
  return get_text (self, TEXT_TITLE);
}

const char *const *
cand_programme_get_authors (CandProgramme *self)
{
  g_return_val_if_fail (CAND_IS_PROGRAMME (self), cand_strv_or_empty (NULL));
  return cand_strv_or_empty (self->authors);
}

const char *
cand_programme_get_date (CandProgramme *self)
{
  g_return_val_if_fail (CAND_IS_PROGRAMME (self), NULL);
  return self->texts[TEXT_DATE];
}

const char *
cand_programme_get_url (CandProgramme *self)
{
  return get_text (self, TEXT_URL);
}

const char *
cand_programme_get_portal_url (CandProgramme *self)
{
  return get_text (self, TEXT_PORTAL_URL);
}

const char *
cand_programme_get_organisation (CandProgramme *self)
{
  return get_text (self, TEXT_ORGANISATION);
}

const char *
cand_programme_get_introduction (CandProgramme *self)
{
  return get_text (self, TEXT_INTRODUCTION);
}

const char *
cand_programme_get_locations (CandProgramme *self)
{
  return get_text (self, TEXT_LOCATIONS);
}

const char *
cand_programme_get_how_to_apply (CandProgramme *self)
{
  return get_text (self, TEXT_HOW_TO_APPLY);
}

const char *
cand_programme_get_statement (CandProgramme *self)
{
  return get_text (self, TEXT_STATEMENT);
}

const char *const *
cand_programme_get_checklist (CandProgramme *self)
{
  g_return_val_if_fail (CAND_IS_PROGRAMME (self), cand_strv_or_empty (NULL));
  return cand_strv_or_empty (self->checklist);
}

gboolean
cand_programme_get_short_submission (CandProgramme *self)
{
  g_return_val_if_fail (CAND_IS_PROGRAMME (self), FALSE);
  return self->short_submission;
}

guint
cand_programme_get_n_entries (CandProgramme *self)
{
  g_return_val_if_fail (CAND_IS_PROGRAMME (self), 0);
  return self->entries->len;
}

const CandProgrammeEntry *
cand_programme_get_entry (CandProgramme *self, guint index)
{
  g_return_val_if_fail (index < cand_programme_get_n_entries (self), NULL);
  return g_ptr_array_index (self->entries, index);
}
