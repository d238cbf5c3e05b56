/* cand-board.c: one organisation's page on a job-board system
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-board.h"

#include "cand-model-text.h"
#include "core/model/cand-enum-types.h"

#include <string.h>

/* Owned by the library, which alone changes it; everything else follows its properties. */
struct _CandBoard
{
  GObject parent_instance;

  char *key;           /* (owned) "system:account" */
  char *system;        /* (owned) */
  const char *account; /* (unowned) into key */
  gint64 id;
  char *name;    /* (owned) (nullable) until the board said it */
  char *url;     /* (owned) (nullable) */
  char *reason;  /* (owned) (nullable) */
  GError *error; /* (owned) (nullable) */
  CandBoardState state;
  gint64 checked;
  gint64 confirmed;
  guint n_open;
  guint n_new;
  char *etag;          /* (owned) (nullable) */
  char *last_modified; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CandBoard, cand_board, G_TYPE_OBJECT)

typedef enum
{
  PROP_KEY = 1,
  PROP_SYSTEM,
  PROP_ACCOUNT,
  PROP_ID,
  PROP_NAME,
  PROP_URL,
  PROP_STATE,
  PROP_REASON,
  PROP_CHECKED,
  PROP_CONFIRMED,
  PROP_N_OPEN,
  PROP_N_NEW,
} CandBoardProperty;

static GParamSpec *properties[PROP_N_NEW + 1];

static void
notify (CandBoard *self, CandBoardProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_number (CandBoard *self, gint64 *slot, gint64 value, CandBoardProperty property)
{
  if (*slot == value)
    return;
  *slot = value;
  notify (self, property);
}

static void
set_count (CandBoard *self, guint *slot, guint count, CandBoardProperty property)
{
  if (*slot == count)
    return;
  *slot = count;
  notify (self, property);
}

static void
take_key (CandBoard *self, const char *key)
{
  const char *colon;

  self->key = g_strdup (cand_text_or_empty (key));
  colon = strchr (self->key, ':');
  self->system = colon != NULL ? g_strndup (self->key, colon - self->key) : g_strdup ("");
  self->account = colon != NULL ? colon + 1 : self->key;
}

static void
cand_board_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CandBoard *self = CAND_BOARD (object);

  switch ((CandBoardProperty) prop_id)
    {
    case PROP_KEY:
      g_value_set_string (value, self->key);
      break;
    case PROP_SYSTEM:
      g_value_set_string (value, self->system);
      break;
    case PROP_ACCOUNT:
      g_value_set_string (value, self->account);
      break;
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, cand_board_get_name (self));
      break;
    case PROP_URL:
      g_value_set_string (value, cand_board_get_url (self));
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_REASON:
      g_value_set_string (value, cand_board_get_reason (self));
      break;
    case PROP_CHECKED:
      g_value_set_int64 (value, self->checked);
      break;
    case PROP_CONFIRMED:
      g_value_set_int64 (value, self->confirmed);
      break;
    case PROP_N_OPEN:
      g_value_set_uint (value, self->n_open);
      break;
    case PROP_N_NEW:
      g_value_set_uint (value, self->n_new);
      break;
    }
}

static void
cand_board_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CandBoard *self = CAND_BOARD (object);

  switch ((CandBoardProperty) prop_id)
    {
    case PROP_KEY:
      take_key (self, g_value_get_string (value));
      break;
    case PROP_ID:
      cand_board_set_id (self, g_value_get_int64 (value));
      break;
    case PROP_NAME:
      cand_board_set_name (self, g_value_get_string (value));
      break;
    case PROP_URL:
      cand_board_set_url (self, g_value_get_string (value));
      break;
    case PROP_CHECKED:
      cand_board_set_checked (self, g_value_get_int64 (value));
      break;
    case PROP_CONFIRMED:
      cand_board_set_confirmed (self, g_value_get_int64 (value));
      break;
    case PROP_SYSTEM:
    case PROP_ACCOUNT:
    case PROP_STATE:
    case PROP_REASON:
    case PROP_N_OPEN:
    case PROP_N_NEW:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
cand_board_finalize (GObject *object)
{
  CandBoard *self = CAND_BOARD (object);

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->system, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_error (&self->error);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->last_modified, g_free);

  G_OBJECT_CLASS (cand_board_parent_class)->finalize (object);
}

static void
cand_board_class_init (CandBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags identity = readable | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY;

  object_class->get_property = cand_board_get_property;
  object_class->set_property = cand_board_set_property;
  object_class->finalize = cand_board_finalize;

  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, "", identity);
  properties[PROP_SYSTEM] = g_param_spec_string ("system", NULL, NULL, "", readable);
  properties[PROP_ACCOUNT] = g_param_spec_string ("account", NULL, NULL, "", readable);
  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, writable);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", writable);
  properties[PROP_URL] = g_param_spec_string ("url", NULL, NULL, "", writable);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, CAND_TYPE_BOARD_STATE,
                                              CAND_BOARD_STATE_UNREAD, readable);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, "", readable);
  properties[PROP_CHECKED] = g_param_spec_int64 ("checked", NULL, NULL, 0, G_MAXINT64, 0, writable);
  properties[PROP_CONFIRMED] =
      g_param_spec_int64 ("confirmed", NULL, NULL, 0, G_MAXINT64, 0, writable);
  properties[PROP_N_OPEN] = g_param_spec_uint ("n-open", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_N_NEW] = g_param_spec_uint ("n-new", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cand_board_init (CandBoard *self)
{
}

CandBoard *
cand_board_new (const char *key)
{
  return g_object_new (CAND_TYPE_BOARD, "key", key, NULL);
}

const char *
cand_board_get_key (CandBoard *self)
{
  g_return_val_if_fail (CAND_IS_BOARD (self), "");
  return self->key;
}

const char *
cand_board_get_system (CandBoard *self)
{
  g_return_val_if_fail (CAND_IS_BOARD (self), "");
  return self->system;
}

const char *
cand_board_get_account (CandBoard *self)
{
  g_return_val_if_fail (CAND_IS_BOARD (self), "");
  return self->account;
}

gint64
cand_board_get_id (CandBoard *self)
{
  g_return_val_if_fail (CAND_IS_BOARD (self), 0);
  return self->id;
}

void
cand_board_set_id (CandBoard *self, gint64 id)
{
  g_return_if_fail (CAND_IS_BOARD (self));
  set_number (self, &self->id, id, PROP_ID);
}

const char *
cand_board_get_name (CandBoard *self)
{
  g_return_val_if_fail (CAND_IS_BOARD (self), "");
  return self->name != NULL ? self->name : self->account;
}

void
cand_board_set_name (CandBoard *self, const char *name)
{
  g_return_if_fail (CAND_IS_BOARD (self));
  if (cand_text_take (&self->name, cand_text_dup_line (name)))
    notify (self, PROP_NAME);
}

const char *
cand_board_get_url (CandBoard *self)
{
  g_return_val_if_fail (CAND_IS_BOARD (self), "");
  return cand_text_or_empty (self->url);
}

void
cand_board_set_url (CandBoard *self, const char *url)
{
  g_return_if_fail (CAND_IS_BOARD (self));
  if (cand_text_take (&self->url, cand_text_dup_line (url)))
    notify (self, PROP_URL);
}

CandBoardState
cand_board_get_state (CandBoard *self)
{
  g_return_val_if_fail (CAND_IS_BOARD (self), CAND_BOARD_STATE_UNREAD);
  return self->state;
}

const char *
cand_board_get_reason (CandBoard *self)
{
  g_return_val_if_fail (CAND_IS_BOARD (self), "");
  return cand_text_or_empty (self->reason);
}

const GError *
cand_board_get_error (CandBoard *self)
{
  g_return_val_if_fail (CAND_IS_BOARD (self), NULL);
  return self->error;
}

/**
 * cand_board_set_state:
 * @reason: (nullable): English, for logs and details
 * @error: (nullable) (transfer none): copied
 *
 * "state" is also notified when only the error is another one.
 */
void
cand_board_set_state (CandBoard *self,
                      CandBoardState state,
                      const char *reason,
                      const GError *error)
{
  g_return_if_fail (CAND_IS_BOARD (self));
  g_object_freeze_notify (G_OBJECT (self));
  if (self->state != state || !cand_error_equal (self->error, error))
    {
      GError *copy = error != NULL ? g_error_copy (error) : NULL;

      g_clear_error (&self->error);
      self->error = copy;
      self->state = state;
      notify (self, PROP_STATE);
    }
  if (cand_text_take (&self->reason, cand_text_dup_line (reason)))
    notify (self, PROP_REASON);
  g_object_thaw_notify (G_OBJECT (self));
}

const char *
cand_board_state_to_string (CandBoardState state)
{
  switch (state)
    {
    case CAND_BOARD_STATE_UNREAD:
      return "unread";
    case CAND_BOARD_STATE_READ:
      return "read";
    case CAND_BOARD_STATE_SUSPECT:
      return "suspect";
    case CAND_BOARD_STATE_FAILED:
      return "failed";
    }
  return "";
}

gint64
cand_board_get_checked (CandBoard *self)
{
  g_return_val_if_fail (CAND_IS_BOARD (self), 0);
  return self->checked;
}

void
cand_board_set_checked (CandBoard *self, gint64 when)
{
  g_return_if_fail (CAND_IS_BOARD (self));
  set_number (self, &self->checked, when, PROP_CHECKED);
}

gint64
cand_board_get_confirmed (CandBoard *self)
{
  g_return_val_if_fail (CAND_IS_BOARD (self), 0);
  return self->confirmed;
}

void
cand_board_set_confirmed (CandBoard *self, gint64 when)
{
  g_return_if_fail (CAND_IS_BOARD (self));
  set_number (self, &self->confirmed, when, PROP_CONFIRMED);
}

guint
cand_board_get_n_open (CandBoard *self)
{
  g_return_val_if_fail (CAND_IS_BOARD (self), 0);
  return self->n_open;
}

guint
cand_board_get_n_new (CandBoard *self)
{
  g_return_val_if_fail (CAND_IS_BOARD (self), 0);
  return self->n_new;
}

void
cand_board_set_counts (CandBoard *self, guint n_open, guint n_new)
{
  g_return_if_fail (CAND_IS_BOARD (self));
  g_object_freeze_notify (G_OBJECT (self));
  set_count (self, &self->n_open, n_open, PROP_N_OPEN);
  set_count (self, &self->n_new, n_new, PROP_N_NEW);
  g_object_thaw_notify (G_OBJECT (self));
}

const char *
cand_board_get_etag (CandBoard *self)
{
  g_return_val_if_fail (CAND_IS_BOARD (self), NULL);
  return self->etag;
}

const char *
cand_board_get_last_modified (CandBoard *self)
{
  g_return_val_if_fail (CAND_IS_BOARD (self), NULL);
  return self->last_modified;
}

void
cand_board_set_validators (CandBoard *self, const char *etag, const char *last_modified)
{
  g_return_if_fail (CAND_IS_BOARD (self));
  g_set_str (&self->etag, etag);
  g_set_str (&self->last_modified, last_modified);
}

/**
 * cand_board_patch:
 * @from: what is known now of the same board
 *
 * Takes over everything of @from, notifying what differs; a row id of 0 is not taken over.
 */
void
cand_board_patch (CandBoard *self, CandBoard *from)
{
  g_return_if_fail (CAND_IS_BOARD (self));
  g_return_if_fail (CAND_IS_BOARD (from));
  g_return_if_fail (g_str_equal (self->key, from->key));

  if (self == from)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  if (from->id != 0)
    cand_board_set_id (self, from->id);
  cand_board_set_name (self, from->name);
  cand_board_set_url (self, from->url);
  cand_board_set_state (self, from->state, from->reason, from->error);
  cand_board_set_checked (self, from->checked);
  cand_board_set_confirmed (self, from->confirmed);
  cand_board_set_counts (self, from->n_open, from->n_new);
  cand_board_set_validators (self, from->etag, from->last_modified);
  g_object_thaw_notify (G_OBJECT (self));
}
