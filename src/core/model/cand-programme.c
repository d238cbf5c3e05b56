/* cand-programme.c: an announcement that introduces several positions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-programme.h"

#include "cand-model-json.h"
#include "cand-model-text.h"

/* What was read never changes by itself: an announcement read anew is another object, and the
 * living one is patched with it. What the store keeps beside it has setters. */

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
  gboolean partial;
  GPtrArray *entries; /* (owned) (element-type CandProgrammeEntry) */

  gint64 checked;
  GError *error;                 /* (owned) (nullable) */
  CandProgrammeChanges *changes; /* (owned) (nullable) */
  gint64 changed;
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
  PROP_CHECKED,
  PROP_REASON,
  PROP_CHANGED,
} CandProgrammeProperty;

static GParamSpec *properties[PROP_CHANGED + 1];

static void
notify (CandProgramme *self, CandProgrammeProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
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
    case PROP_CHECKED:
      g_value_set_int64 (value, self->checked);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->error != NULL ? self->error->message : "");
      break;
    case PROP_CHANGED:
      g_value_set_int64 (value, self->changed);
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
    case PROP_CHECKED:
      cand_programme_set_checked (self, g_value_get_int64 (value));
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
    case PROP_REASON:
    case PROP_CHANGED:
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
  g_clear_error (&self->error);
  g_clear_pointer (&self->changes, cand_programme_changes_free);

  G_OBJECT_CLASS (cand_programme_parent_class)->finalize (object);
}

static void
cand_programme_class_init (CandProgrammeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cand_programme_get_property;
  object_class->set_property = cand_programme_set_property;
  object_class->finalize = cand_programme_finalize;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (text_names[i]), "_", '-');

      /* The name is a copy: GObject takes another one. */
      properties[PROP_NAME + i] =
          g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY);
    }
  properties[PROP_ID] =
      g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, readable | G_PARAM_WRITABLE);
  properties[PROP_AUTHORS] = g_param_spec_boxed ("authors", NULL, NULL, G_TYPE_STRV, readable);
  properties[PROP_CHECKLIST] = g_param_spec_boxed ("checklist", NULL, NULL, G_TYPE_STRV, readable);
  properties[PROP_SHORT_SUBMISSION] =
      g_param_spec_boolean ("short-submission", NULL, NULL, FALSE, readable);
  properties[PROP_N_ENTRIES] =
      g_param_spec_uint ("n-entries", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_CHECKED] =
      g_param_spec_int64 ("checked", NULL, NULL, 0, G_MAXINT64, 0, readable | G_PARAM_WRITABLE);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, "", readable);
  properties[PROP_CHANGED] = g_param_spec_int64 ("changed", NULL, NULL, 0, G_MAXINT64, 0, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cand_programme_init (CandProgramme *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) cand_programme_entry_free);
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

CandProgrammeEntry *
cand_programme_entry_new (
    const char *title, const char *team, const char *summary, const char *url, const char *key)
{
  CandProgrammeEntry *self = g_new0 (CandProgrammeEntry, 1);

  self->title = dup_member (title);
  self->team = dup_member (team);
  self->summary = dup_member (summary);
  self->url = dup_member (url);
  self->key = dup_member (key);
  return self;
}

void
cand_programme_entry_free (CandProgrammeEntry *self)
{
  g_free (self->title);
  g_free (self->team);
  g_free (self->summary);
  g_free (self->url);
  g_free (self->key);
  g_free (self);
}

CandProgramme *
cand_programme_new (const CandProgrammeContent *content)
{
  const char *const texts[N_TEXTS] = {
    [TEXT_NAME] = content->name,
    [TEXT_TITLE] = content->title,
    [TEXT_DATE] = content->date != NULL && is_date (content->date) ? content->date : NULL,
    [TEXT_URL] = content->url,
    [TEXT_PORTAL_URL] = content->portal_url,
    [TEXT_ORGANISATION] = content->organisation,
    [TEXT_INTRODUCTION] = content->introduction,
    [TEXT_LOCATIONS] = content->locations,
    [TEXT_HOW_TO_APPLY] = content->how_to_apply,
    [TEXT_STATEMENT] = content->statement,
  };
  CandProgramme *self = g_object_new (CAND_TYPE_PROGRAMME, NULL);

  for (guint i = 0; i < N_TEXTS; i++)
    self->texts[i] = cand_text_dup_trimmed (texts[i]);
  self->authors = g_strdupv ((char **) content->authors);
  self->checklist = g_strdupv ((char **) content->checklist);
  self->short_submission = content->short_submission;
  self->partial = content->partial;
  for (guint i = 0; content->entries != NULL && i < content->entries->len; i++)
    {
      const CandProgrammeEntry *entry = g_ptr_array_index (content->entries, i);

      g_ptr_array_add (self->entries,
                       cand_programme_entry_new (entry->title, entry->team, entry->summary,
                                                 entry->url, entry->key));
    }
  return self;
}

static gboolean
read_entry (CandProgramme *self, JsonObject *object, GError **error)
{
  const char *title;
  const char *team;
  const char *summary;
  const char *url;
  const char *key;

  if (!cand_model_json_name (object, "title", &title, error) ||
      !cand_model_json_string (object, "team", &team, error) ||
      !cand_model_json_string (object, "summary", &summary, error) ||
      !cand_model_json_string (object, "url", &url, error) ||
      !cand_model_json_string (object, "key", &key, error))
    return FALSE;
  g_ptr_array_add (self->entries, cand_programme_entry_new (title, team, summary, url, key));
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
      !cand_model_json_boolean (object, "partial", &self->partial, error) ||
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
  json_builder_set_member_name (builder, "partial");
  json_builder_add_boolean_value (builder, self->partial);
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
  notify (self, PROP_ID);
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

gboolean
cand_programme_get_partial (CandProgramme *self)
{
  g_return_val_if_fail (CAND_IS_PROGRAMME (self), FALSE);
  return self->partial;
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

/* --- kept beside it by the store --- */

gint64
cand_programme_get_checked (CandProgramme *self)
{
  g_return_val_if_fail (CAND_IS_PROGRAMME (self), 0);
  return self->checked;
}

void
cand_programme_set_checked (CandProgramme *self, gint64 when)
{
  g_return_if_fail (CAND_IS_PROGRAMME (self));
  if (self->checked == when)
    return;
  self->checked = when;
  notify (self, PROP_CHECKED);
}

const GError *
cand_programme_get_error (CandProgramme *self)
{
  g_return_val_if_fail (CAND_IS_PROGRAMME (self), NULL);
  return self->error;
}

void
cand_programme_set_error (CandProgramme *self, const GError *error)
{
  g_return_if_fail (CAND_IS_PROGRAMME (self));
  if (cand_error_equal (self->error, error))
    return;
  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  notify (self, PROP_REASON);
}

const CandProgrammeChanges *
cand_programme_get_changes (CandProgramme *self)
{
  g_return_val_if_fail (CAND_IS_PROGRAMME (self), NULL);
  return self->changes;
}

gint64
cand_programme_get_changed (CandProgramme *self)
{
  g_return_val_if_fail (CAND_IS_PROGRAMME (self), 0);
  return self->changed;
}

/**
 * cand_programme_set_changes:
 * @self: a programme
 * @changes: (transfer full) (nullable): what the last reading that differed changed
 * @when: when that was, in seconds since the epoch
 */
void
cand_programme_set_changes (CandProgramme *self, CandProgrammeChanges *changes, gint64 when)
{
  g_return_if_fail (CAND_IS_PROGRAMME (self));
  g_clear_pointer (&self->changes, cand_programme_changes_free);
  self->changes = changes;
  if (self->changed == when)
    return;
  self->changed = when;
  notify (self, PROP_CHANGED);
}

static gboolean
same_entries (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const CandProgrammeEntry *one = g_ptr_array_index (a, i);
      const CandProgrammeEntry *other = g_ptr_array_index (b, i);

      if (!g_str_equal (one->title, other->title) || !g_str_equal (one->team, other->team) ||
          !g_str_equal (one->summary, other->summary) || !g_str_equal (one->url, other->url) ||
          !g_str_equal (one->key, other->key))
        return FALSE;
    }
  return TRUE;
}

static void
patch_strings (CandProgramme *self, char ***slot, char ***from, CandProgrammeProperty property)
{
  gboolean same = cand_strv_equal (*slot, *from);

  g_strfreev (*slot);
  *slot = g_steal_pointer (from);
  if (!same)
    notify (self, property);
}

/**
 * cand_programme_patch:
 * @self: the living programme
 * @from: a later state of it, of no use afterwards
 */
void
cand_programme_patch (CandProgramme *self, CandProgramme *from)
{
  g_return_if_fail (CAND_IS_PROGRAMME (self));
  g_return_if_fail (CAND_IS_PROGRAMME (from));
  /* Whoever is told of one change sees all of them. */
  g_object_freeze_notify (G_OBJECT (self));
  cand_programme_set_id (self, from->id);
  self->partial = from->partial;
  for (guint i = 0; i < N_TEXTS; i++)
    if (cand_text_set (&self->texts[i], from->texts[i]))
      notify (self, PROP_NAME + i);
  patch_strings (self, &self->authors, &from->authors, PROP_AUTHORS);
  patch_strings (self, &self->checklist, &from->checklist, PROP_CHECKLIST);
  if (self->short_submission != from->short_submission)
    {
      self->short_submission = from->short_submission;
      notify (self, PROP_SHORT_SUBMISSION);
    }
  if (!same_entries (self->entries, from->entries))
    {
      g_ptr_array_unref (self->entries);
      self->entries = g_ptr_array_ref (from->entries);
      notify (self, PROP_N_ENTRIES);
    }
  cand_programme_set_checked (self, from->checked);
  cand_programme_set_error (self, from->error);
  cand_programme_set_changes (self, g_steal_pointer (&from->changes), from->changed);
  g_object_thaw_notify (G_OBJECT (self));
}
