/* cand-profile.c: what the person types once and reuses
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-profile.h"

#include <glib/gi18n-lib.h>

#include "cand-model-text.h"
#include "cand-profile-entry.h"
#include "core/model/cand-enum-types.h"

/* One for each person, owned by the library, on the main thread; copies of it go to other threads.
 * What is typed is kept as it is typed, blanks included: a row that is bound to a text must not
 * find another one in it. */
struct _CandProfile
{
  GObject parent_instance;

  char *texts[CAND_PROFILE_N_TEXTS];                             /* (owned) (nullable) */
  GPtrArray *lists[CAND_PROFILE_N_PARTS - CAND_PROFILE_N_TEXTS]; /* (owned) */
  guint restoring;

  CandSaveState save_state;
  gint64 saved_at;
  GError *save_error; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CandProfile, cand_profile, G_TYPE_OBJECT)

/* The parts come first: part + 1. */
typedef enum
{
  PROP_SAVE_STATE = CAND_PROFILE_N_PARTS + 1,
  PROP_SAVED_AT,
} CandProfileProperty;

static GParamSpec *properties[PROP_SAVED_AT + 1];

typedef enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
} CandProfileSignal;

static guint signals[N_SIGNALS];

static const struct
{
  const char *name;
  const char *label;
} parts[CAND_PROFILE_N_PARTS] = {
  [CAND_PROFILE_FIRST_NAME] = { "first-name", N_ ("First name") },
  [CAND_PROFILE_LAST_NAME] = { "last-name", N_ ("Last name") },
  [CAND_PROFILE_EMAIL] = { "email", N_ ("E-mail") },
  [CAND_PROFILE_PHONE] = { "phone", N_ ("Phone") },
  [CAND_PROFILE_ADDRESS] = { "address", N_ ("Address") },
  [CAND_PROFILE_CITY] = { "city", N_ ("City") },
  [CAND_PROFILE_REGION] = { "region", N_ ("Region") },
  [CAND_PROFILE_POSTCODE] = { "postcode", N_ ("Postcode") },
  [CAND_PROFILE_COUNTRY] = { "country", N_ ("Country") },
  /* Translators: the one line that a person puts below the name, like "Compiler engineer". */
  [CAND_PROFILE_HEADLINE] = { "headline", N_ ("Headline") },
  [CAND_PROFILE_SUMMARY] = { "summary", N_ ("Summary") },
  [CAND_PROFILE_HUGGING_FACE] = { "hugging-face", N_ ("Hugging Face user name") },
  /* Translators: what a résumé file said that the profile has no field for. */
  [CAND_PROFILE_RESUME] = { "resume", N_ ("Other parts of the résumé") },
  [CAND_PROFILE_LINKS] = { "links", N_ ("Links") },
  [CAND_PROFILE_EDUCATION] = { "education", N_ ("Education") },
  [CAND_PROFILE_EXPERIENCE] = { "experience", N_ ("Experience") },
  [CAND_PROFILE_FILES] = { "files", N_ ("Files") },
};

static void
note_change (CandProfile *self, CandProfilePart part)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[part + 1]);
  if (self->restoring == 0)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0, part);
}

static GPtrArray **
list_slot (CandProfile *self, CandProfilePart part)
{
  return &self->lists[part - CAND_PROFILE_N_TEXTS];
}

static void
cand_profile_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CandProfile *self = CAND_PROFILE (object);
  CandProfilePart part = prop_id - 1;

  if (prop_id == PROP_SAVE_STATE)
    g_value_set_enum (value, self->save_state);
  else if (prop_id == PROP_SAVED_AT)
    g_value_set_int64 (value, self->saved_at);
  else if (part < CAND_PROFILE_N_TEXTS)
    g_value_set_string (value, cand_profile_get_text (self, part));
  else
    g_value_set_boxed (value, *list_slot (self, part));
}

static void
cand_profile_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CandProfile *self = CAND_PROFILE (object);
  CandProfilePart part = prop_id - 1;

  if (part < CAND_PROFILE_N_TEXTS)
    cand_profile_set_text (self, part, g_value_get_string (value));
  else if (part < CAND_PROFILE_N_PARTS)
    cand_profile_set_list (self, part, g_value_get_boxed (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
cand_profile_finalize (GObject *object)
{
  CandProfile *self = CAND_PROFILE (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    g_ptr_array_unref (self->lists[i]);
  g_clear_error (&self->save_error);

  G_OBJECT_CLASS (cand_profile_parent_class)->finalize (object);
}

static void
cand_profile_class_init (CandProfileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->get_property = cand_profile_get_property;
  object_class->set_property = cand_profile_set_property;
  object_class->finalize = cand_profile_finalize;

  for (guint i = 0; i < CAND_PROFILE_N_PARTS; i++)
    properties[i + 1] =
        i < CAND_PROFILE_N_TEXTS
            ? g_param_spec_string (parts[i].name, NULL, NULL, "", writable)
            : g_param_spec_boxed (parts[i].name, NULL, NULL, G_TYPE_PTR_ARRAY, writable);
  properties[PROP_SAVE_STATE] = g_param_spec_enum ("save-state", NULL, NULL, CAND_TYPE_SAVE_STATE,
                                                   CAND_SAVE_STATE_SAVED, readable);
  properties[PROP_SAVED_AT] =
      g_param_spec_int64 ("saved-at", NULL, NULL, 0, G_MAXINT64, 0, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_EDITED] = g_signal_new ("edited", CAND_TYPE_PROFILE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
cand_profile_init (CandProfile *self)
{
  for (CandProfilePart part = CAND_PROFILE_LINKS; part < CAND_PROFILE_N_PARTS; part++)
    *list_slot (self, part) = cand_entries_new (cand_entry_kind_of (part));
}

CandProfile *
cand_profile_new (void)
{
  return g_object_new (CAND_TYPE_PROFILE, NULL);
}

CandProfile *
cand_profile_copy (CandProfile *self)
{
  CandProfile *copy;

  g_return_val_if_fail (CAND_IS_PROFILE (self), NULL);
  copy = cand_profile_new ();
  cand_profile_patch (copy, self, CAND_PROFILE_ALL_PARTS);
  return copy;
}

void
cand_profile_patch (CandProfile *self, CandProfile *from, guint mask)
{
  g_return_if_fail (CAND_IS_PROFILE (self));
  g_return_if_fail (CAND_IS_PROFILE (from));
  for (CandProfilePart part = 0; part < CAND_PROFILE_N_PARTS; part++)
    if ((mask & (1u << part)) == 0)
      continue;
    else if (part < CAND_PROFILE_N_TEXTS)
      cand_profile_set_text (self, part, from->texts[part]);
    else
      cand_profile_set_list (self, part, *list_slot (from, part));
}

const char *
cand_profile_part_get_name (CandProfilePart part)
{
  g_return_val_if_fail (part < CAND_PROFILE_N_PARTS, "");
  return parts[part].name;
}

const char *
cand_profile_part_get_label (CandProfilePart part)
{
  g_return_val_if_fail (part < CAND_PROFILE_N_PARTS, "");
  return _ (parts[part].label);
}

const char *
cand_profile_get_text (CandProfile *self, CandProfilePart part)
{
  g_return_val_if_fail (CAND_IS_PROFILE (self), "");
  g_return_val_if_fail (part < CAND_PROFILE_N_TEXTS, "");
  return cand_text_or_empty (self->texts[part]);
}

/**
 * cand_profile_set_text:
 * @part: one that is a text
 * @text: (nullable)
 */
void
cand_profile_set_text (CandProfile *self, CandProfilePart part, const char *text)
{
  g_return_if_fail (CAND_IS_PROFILE (self));
  g_return_if_fail (part < CAND_PROFILE_N_TEXTS);
  if (cand_text_set (&self->texts[part], text))
    note_change (self, part);
}

GPtrArray *
cand_profile_get_list (CandProfile *self, CandProfilePart part)
{
  g_return_val_if_fail (CAND_IS_PROFILE (self), NULL);
  g_return_val_if_fail (part >= CAND_PROFILE_N_TEXTS && part < CAND_PROFILE_N_PARTS, NULL);
  return *list_slot (self, part);
}

/**
 * cand_profile_set_list:
 * @part: one that is a list
 * @list: (nullable): entries of its kind; NULL for none
 */
void
cand_profile_set_list (CandProfile *self, CandProfilePart part, GPtrArray *list)
{
  const CandEntryKind *kind;
  g_autoptr (GPtrArray) copy = NULL;

  g_return_if_fail (CAND_IS_PROFILE (self));
  g_return_if_fail (part >= CAND_PROFILE_N_TEXTS && part < CAND_PROFILE_N_PARTS);
  kind = cand_entry_kind_of (part);
  copy = cand_entries_copy (kind, list);
  if (cand_entries_equal (kind, *list_slot (self, part), copy))
    return;
  g_ptr_array_unref (*list_slot (self, part));
  *list_slot (self, part) = g_steal_pointer (&copy);
  note_change (self, part);
}

gboolean
cand_profile_part_is_empty (CandProfile *self, CandProfilePart part)
{
  g_autofree char *trimmed = NULL;

  g_return_val_if_fail (CAND_IS_PROFILE (self), TRUE);
  if (part >= CAND_PROFILE_N_TEXTS)
    return cand_profile_get_list (self, part)->len == 0;
  trimmed = cand_text_dup_trimmed (self->texts[part]);
  return trimmed == NULL;
}

char *
cand_profile_dup_full_name (CandProfile *self)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (CAND_IS_PROFILE (self), NULL);
  first = cand_text_dup_trimmed (self->texts[CAND_PROFILE_FIRST_NAME]);
  last = cand_text_dup_trimmed (self->texts[CAND_PROFILE_LAST_NAME]);
  if (first == NULL || last == NULL)
    return g_strdup (first != NULL ? first : last);
  return g_strconcat (first, " ", last, NULL);
}

void
cand_profile_begin_restore (CandProfile *self)
{
  g_return_if_fail (CAND_IS_PROFILE (self));
  self->restoring++;
}

void
cand_profile_end_restore (CandProfile *self)
{
  g_return_if_fail (CAND_IS_PROFILE (self));
  g_return_if_fail (self->restoring > 0);
  self->restoring--;
}

CandSaveState
cand_profile_get_save_state (CandProfile *self)
{
  g_return_val_if_fail (CAND_IS_PROFILE (self), CAND_SAVE_STATE_SAVED);
  return self->save_state;
}

gint64
cand_profile_get_saved_at (CandProfile *self)
{
  g_return_val_if_fail (CAND_IS_PROFILE (self), 0);
  return self->saved_at;
}

const GError *
cand_profile_get_save_error (CandProfile *self)
{
  g_return_val_if_fail (CAND_IS_PROFILE (self), NULL);
  return self->save_error;
}

/**
 * cand_profile_set_save_state:
 * @error: (nullable) (transfer none): copied
 *
 * "save-state" is also notified when only the error is another one.
 */
void
cand_profile_set_save_state (CandProfile *self,
                             CandSaveState state,
                             gint64 saved_at,
                             const GError *error)
{
  g_return_if_fail (CAND_IS_PROFILE (self));
  g_object_freeze_notify (G_OBJECT (self));
  if (self->save_state != state || !cand_error_equal (self->save_error, error))
    {
      GError *copy = error != NULL ? g_error_copy (error) : NULL;

      g_clear_error (&self->save_error);
      self->save_error = copy;
      self->save_state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVE_STATE]);
    }
  if (self->saved_at != saved_at)
    {
      self->saved_at = saved_at;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED_AT]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}
