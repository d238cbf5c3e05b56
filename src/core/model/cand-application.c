/* cand-application.c: one person's application for one position
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-application.h"

#include "cand-aside.h"
#include "cand-checklist.h"
#include "cand-model-text.h"
#include "core/model/cand-enum-types.h"

/* Owned by the library, on the main thread; pages and rows share the one object. */
struct _CandApplication
{
  GObject parent_instance;

  gint64 id;
  char *position_key;    /* (owned) */
  char *title;           /* (owned) (nullable) */
  char *organisation;    /* (owned) (nullable) */
  char *application_url; /* (owned) (nullable) */
  CandApplicationStatus status;
  gint64 created;
  gint64 updated;

  guint missing;
  guint answered;
  guint total;

  CandForm *form;      /* (owned) (nullable) until opened */
  GListStore *answers; /* (owned) (element-type CandAnswer) */
  GListStore *asides;  /* (owned) (element-type CandAside) */
  GHashTable *by_id;   /* (owned) (element-type utf8 CandAnswer) both belong to the answers */
  GPtrArray *steps;    /* (owned) a checklist */
  guint restoring;     /* begin_restore without its end_restore */

  CandSaveState save_state;
  gint64 saved_at;
  GError *save_error; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CandApplication, cand_application, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_POSITION_KEY,
  PROP_TITLE,
  PROP_ORGANISATION,
  PROP_APPLICATION_URL,
  PROP_STATUS,
  PROP_STATUS_LABEL,
  PROP_CREATED,
  PROP_UPDATED,
  PROP_MISSING,
  PROP_ANSWERED,
  PROP_TOTAL,
  PROP_PROGRESS_LABEL,
  PROP_OPENED,
  PROP_SAVE_STATE,
  PROP_SAVED_AT,
} CandApplicationProperty;

static GParamSpec *properties[PROP_SAVED_AT + 1];

typedef enum
{
  SIGNAL_EDITED,
  N_SIGNALS
} CandApplicationSignal;

static guint signals[N_SIGNALS];

static void
notify (CandApplication *self, CandApplicationProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_text (CandApplication *self, char **slot, const char *text, CandApplicationProperty property)
{
  if (cand_text_take (slot, cand_text_dup_line (text)))
    notify (self, property);
}

static void
set_time (CandApplication *self, gint64 *slot, gint64 when, CandApplicationProperty property)
{
  if (*slot == when)
    return;
  *slot = when;
  notify (self, property);
}

static void
set_count (CandApplication *self, guint *slot, guint count, CandApplicationProperty property)
{
  if (*slot == count)
    return;
  *slot = count;
  notify (self, property);
}

static void
take_counts (CandApplication *self, guint missing, guint answered, guint total)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->missing != missing)
    notify (self, PROP_PROGRESS_LABEL);
  set_count (self, &self->missing, missing, PROP_MISSING);
  set_count (self, &self->answered, answered, PROP_ANSWERED);
  set_count (self, &self->total, total, PROP_TOTAL);
  g_object_thaw_notify (G_OBJECT (self));
}

/* A question that can be answered in another way too is one question. */
static void
count_answers (CandApplication *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->answers));
  guint missing = 0;
  guint answered = 0;
  guint total = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CandAnswer) answer = g_list_model_get_item (G_LIST_MODEL (self->answers), i);

      if (cand_answer_get_stands_for (answer) != NULL)
        continue;
      total++;
      missing += cand_answer_get_missing (answer) ? 1 : 0;
      answered += cand_answer_get_either_answered (answer) ? 1 : 0;
    }
  take_counts (self, missing, answered, total);
}

static void
emit_edited (CandApplication *self, CandAnswer *answer)
{
  if (self->restoring == 0)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0, answer);
}

/* An answer tells of its value last, so that a handler of "edited" finds the counts right. */
static void
answer_value_cb (CandAnswer *answer, GParamSpec *pspec, CandApplication *self)
{
  emit_edited (self, answer);
}

static CandAnswer *
add_answer (CandApplication *self, CandField *field)
{
  static const char *const counted[] = { "notify::answered", "notify::missing" };
  static const char *const edited[] = { "notify::text", "notify::attachment" };
  CandAnswer *answer = cand_answer_new (field);

  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    g_signal_connect_object (answer, counted[i], G_CALLBACK (count_answers), self,
                             G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (edited); i++)
    g_signal_connect_object (answer, edited[i], G_CALLBACK (answer_value_cb), self,
                             G_CONNECT_DEFAULT);
  g_hash_table_insert (self->by_id, (char *) cand_field_get_id (field), answer);
  return answer;
}

static void
forget_answers (CandApplication *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->answers));

  /* Somebody else may still hold one of them. */
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CandAnswer) answer = g_list_model_get_item (G_LIST_MODEL (self->answers), i);

      g_signal_handlers_disconnect_by_data (answer, self);
    }
  g_hash_table_remove_all (self->by_id);
}

static void
cand_application_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CandApplication *self = CAND_APPLICATION (object);

  switch ((CandApplicationProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_POSITION_KEY:
      g_value_set_string (value, self->position_key);
      break;
    case PROP_TITLE:
      g_value_set_string (value, cand_application_get_title (self));
      break;
    case PROP_ORGANISATION:
      g_value_set_string (value, cand_application_get_organisation (self));
      break;
    case PROP_APPLICATION_URL:
      g_value_set_string (value, cand_application_get_application_url (self));
      break;
    case PROP_STATUS:
      g_value_set_enum (value, self->status);
      break;
    case PROP_STATUS_LABEL:
      g_value_set_string (value, cand_application_status_get_label (self->status));
      break;
    case PROP_CREATED:
      g_value_set_int64 (value, self->created);
      break;
    case PROP_UPDATED:
      g_value_set_int64 (value, self->updated);
      break;
    case PROP_MISSING:
      g_value_set_uint (value, self->missing);
      break;
    case PROP_ANSWERED:
      g_value_set_uint (value, self->answered);
      break;
    case PROP_TOTAL:
      g_value_set_uint (value, self->total);
      break;
    case PROP_PROGRESS_LABEL:
      g_value_take_string (value, cand_application_dup_progress_label (self));
      break;
    case PROP_OPENED:
      g_value_set_boolean (value, cand_application_get_opened (self));
      break;
    case PROP_SAVE_STATE:
      g_value_set_enum (value, self->save_state);
      break;
    case PROP_SAVED_AT:
      g_value_set_int64 (value, self->saved_at);
      break;
    }
}

static void
cand_application_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  CandApplication *self = CAND_APPLICATION (object);

  switch ((CandApplicationProperty) prop_id)
    {
    case PROP_ID:
      self->id = g_value_get_int64 (value);
      break;
    case PROP_POSITION_KEY:
      self->position_key = g_strdup (cand_text_or_empty (g_value_get_string (value)));
      break;
    case PROP_TITLE:
      cand_application_set_title (self, g_value_get_string (value));
      break;
    case PROP_ORGANISATION:
      cand_application_set_organisation (self, g_value_get_string (value));
      break;
    case PROP_APPLICATION_URL:
      cand_application_set_application_url (self, g_value_get_string (value));
      break;
    case PROP_STATUS:
      cand_application_set_status (self, g_value_get_enum (value));
      break;
    case PROP_CREATED:
      cand_application_set_created (self, g_value_get_int64 (value));
      break;
    case PROP_UPDATED:
      cand_application_set_updated (self, g_value_get_int64 (value));
      break;
    case PROP_STATUS_LABEL:
    case PROP_MISSING:
    case PROP_ANSWERED:
    case PROP_TOTAL:
    case PROP_PROGRESS_LABEL:
    case PROP_OPENED:
    case PROP_SAVE_STATE:
    case PROP_SAVED_AT:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
cand_application_dispose (GObject *object)
{
  CandApplication *self = CAND_APPLICATION (object);

  if (self->answers != NULL)
    forget_answers (self);

  G_OBJECT_CLASS (cand_application_parent_class)->dispose (object);
}

static void
cand_application_finalize (GObject *object)
{
  CandApplication *self = CAND_APPLICATION (object);

  g_clear_pointer (&self->position_key, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->organisation, g_free);
  g_clear_pointer (&self->application_url, g_free);
  g_clear_object (&self->form);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_object (&self->answers);
  g_clear_object (&self->asides);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_error (&self->save_error);

  G_OBJECT_CLASS (cand_application_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags identity = readable | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, identity);
  properties[PROP_POSITION_KEY] = g_param_spec_string ("position-key", NULL, NULL, "", identity);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", writable);
  properties[PROP_ORGANISATION] = g_param_spec_string ("organisation", NULL, NULL, "", writable);
  properties[PROP_APPLICATION_URL] =
      g_param_spec_string ("application-url", NULL, NULL, "", writable);
  properties[PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, CAND_TYPE_APPLICATION_STATUS,
                                               CAND_APPLICATION_STATUS_DRAFTING, writable);
  properties[PROP_STATUS_LABEL] = g_param_spec_string ("status-label", NULL, NULL, NULL, readable);
  properties[PROP_CREATED] = g_param_spec_int64 ("created", NULL, NULL, 0, G_MAXINT64, 0, writable);
  properties[PROP_UPDATED] = g_param_spec_int64 ("updated", NULL, NULL, 0, G_MAXINT64, 0, writable);
  properties[PROP_MISSING] = g_param_spec_uint ("missing", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_ANSWERED] = g_param_spec_uint ("answered", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_PROGRESS_LABEL] =
      g_param_spec_string ("progress-label", NULL, NULL, NULL, readable);
  properties[PROP_OPENED] = g_param_spec_boolean ("opened", NULL, NULL, FALSE, readable);
  properties[PROP_SAVE_STATE] = g_param_spec_enum ("save-state", NULL, NULL, CAND_TYPE_SAVE_STATE,
                                                   CAND_SAVE_STATE_SAVED, readable);
  properties[PROP_SAVED_AT] =
      g_param_spec_int64 ("saved-at", NULL, NULL, 0, G_MAXINT64, 0, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cand_application_class_init (CandApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cand_application_get_property;
  object_class->set_property = cand_application_set_property;
  object_class->dispose = cand_application_dispose;
  object_class->finalize = cand_application_finalize;
  install_properties (object_class);

  /* CandApplication::edited: (answer nullable): see the header. */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", CAND_TYPE_APPLICATION, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, CAND_TYPE_ANSWER);
}

static void
cand_application_init (CandApplication *self)
{
  self->answers = g_list_store_new (CAND_TYPE_ANSWER);
  self->asides = g_list_store_new (CAND_TYPE_ASIDE);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->steps = cand_checklist_new ();
}

CandApplication *
cand_application_new (gint64 id, const char *position_key)
{
  return g_object_new (CAND_TYPE_APPLICATION, "id", id, "position-key", position_key, NULL);
}

gint64
cand_application_get_id (CandApplication *self)
{
  g_return_val_if_fail (CAND_IS_APPLICATION (self), 0);
  return self->id;
}

const char *
cand_application_get_position_key (CandApplication *self)
{
  g_return_val_if_fail (CAND_IS_APPLICATION (self), "");
  return self->position_key;
}

const char *
cand_application_get_title (CandApplication *self)
{
  g_return_val_if_fail (CAND_IS_APPLICATION (self), "");
  return cand_text_or_empty (self->title);
}

void
cand_application_set_title (CandApplication *self, const char *title)
{
  g_return_if_fail (CAND_IS_APPLICATION (self));
  set_text (self, &self->title, title, PROP_TITLE);
}

const char *
cand_application_get_organisation (CandApplication *self)
{
  g_return_val_if_fail (CAND_IS_APPLICATION (self), "");
  return cand_text_or_empty (self->organisation);
}

void
cand_application_set_organisation (CandApplication *self, const char *organisation)
{
  g_return_if_fail (CAND_IS_APPLICATION (self));
  set_text (self, &self->organisation, organisation, PROP_ORGANISATION);
}

const char *
cand_application_get_application_url (CandApplication *self)
{
  g_return_val_if_fail (CAND_IS_APPLICATION (self), "");
  return cand_text_or_empty (self->application_url);
}

void
cand_application_set_application_url (CandApplication *self, const char *url)
{
  g_return_if_fail (CAND_IS_APPLICATION (self));
  set_text (self, &self->application_url, url, PROP_APPLICATION_URL);
}

CandApplicationStatus
cand_application_get_status (CandApplication *self)
{
  g_return_val_if_fail (CAND_IS_APPLICATION (self), CAND_APPLICATION_STATUS_DRAFTING);
  return self->status;
}

void
cand_application_set_status (CandApplication *self, CandApplicationStatus status)
{
  g_return_if_fail (CAND_IS_APPLICATION (self));
  if (self->status == status)
    return;
  self->status = status;
  notify (self, PROP_STATUS);
  notify (self, PROP_STATUS_LABEL);
}

gint64
cand_application_get_created (CandApplication *self)
{
  g_return_val_if_fail (CAND_IS_APPLICATION (self), 0);
  return self->created;
}

void
cand_application_set_created (CandApplication *self, gint64 when)
{
  g_return_if_fail (CAND_IS_APPLICATION (self));
  set_time (self, &self->created, when, PROP_CREATED);
}

gint64
cand_application_get_updated (CandApplication *self)
{
  g_return_val_if_fail (CAND_IS_APPLICATION (self), 0);
  return self->updated;
}

void
cand_application_set_updated (CandApplication *self, gint64 when)
{
  g_return_if_fail (CAND_IS_APPLICATION (self));
  set_time (self, &self->updated, when, PROP_UPDATED);
}

guint
cand_application_get_missing (CandApplication *self)
{
  g_return_val_if_fail (CAND_IS_APPLICATION (self), 0);
  return self->missing;
}

guint
cand_application_get_answered (CandApplication *self)
{
  g_return_val_if_fail (CAND_IS_APPLICATION (self), 0);
  return self->answered;
}

guint
cand_application_get_total (CandApplication *self)
{
  g_return_val_if_fail (CAND_IS_APPLICATION (self), 0);
  return self->total;
}

/* Of an opened one the answers are counted, and this changes nothing. */
void
cand_application_set_counts (CandApplication *self, guint missing, guint answered, guint total)
{
  g_return_if_fail (CAND_IS_APPLICATION (self));
  if (self->form == NULL)
    take_counts (self, missing, answered, total);
}

/**
 * cand_application_open:
 * @form: what is asked
 *
 * Opening an application again lays the other form out: its answers are new and empty, the old
 * ones are no longer part of the application.
 */
void
cand_application_open (CandApplication *self, CandForm *form)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean was_open;

  g_return_if_fail (CAND_IS_APPLICATION (self));
  g_return_if_fail (CAND_IS_FORM (form));
  g_object_freeze_notify (G_OBJECT (self));
  forget_answers (self);
  was_open = self->form != NULL;
  g_set_object (&self->form, form);
  for (guint i = 0; i < cand_form_get_n_sections (form); i++)
    for (guint j = 0; j < cand_form_get_n_fields (form, i); j++)
      g_ptr_array_add (answers, add_answer (self, cand_form_get_field (form, i, j)));
  cand_answer_join_alternatives (answers);
  g_list_store_splice (self->answers, 0, g_list_model_get_n_items (G_LIST_MODEL (self->answers)),
                       answers->pdata, answers->len);
  count_answers (self);
  if (!was_open)
    notify (self, PROP_OPENED);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
cand_application_get_opened (CandApplication *self)
{
  g_return_val_if_fail (CAND_IS_APPLICATION (self), FALSE);
  return self->form != NULL;
}

/* (transfer none) (nullable) */
CandForm *
cand_application_get_form (CandApplication *self)
{
  g_return_val_if_fail (CAND_IS_APPLICATION (self), NULL);
  return self->form;
}

GListModel *
cand_application_get_answers (CandApplication *self)
{
  g_return_val_if_fail (CAND_IS_APPLICATION (self), NULL);
  return G_LIST_MODEL (self->answers);
}

/* (transfer none) (nullable) */
CandAnswer *
cand_application_find_answer (CandApplication *self, const char *field_id)
{
  g_return_val_if_fail (CAND_IS_APPLICATION (self), NULL);
  return g_hash_table_lookup (self->by_id, cand_text_or_empty (field_id));
}

GListStore *
cand_application_get_asides (CandApplication *self)
{
  g_return_val_if_fail (CAND_IS_APPLICATION (self), NULL);
  return self->asides;
}

void
cand_application_begin_restore (CandApplication *self)
{
  g_return_if_fail (CAND_IS_APPLICATION (self));
  self->restoring++;
}

void
cand_application_end_restore (CandApplication *self)
{
  g_return_if_fail (CAND_IS_APPLICATION (self));
  g_return_if_fail (self->restoring > 0);
  self->restoring--;
}

guint
cand_application_get_n_steps (CandApplication *self)
{
  g_return_val_if_fail (CAND_IS_APPLICATION (self), 0);
  return self->steps->len;
}

/* @done may be NULL. */
const char *
cand_application_get_step (CandApplication *self, guint index, gboolean *done)
{
  g_return_val_if_fail (index < cand_application_get_n_steps (self), "");
  return cand_checklist_get (self->steps, index, done);
}

void
cand_application_add_step (CandApplication *self, const char *text, gboolean done)
{
  g_return_if_fail (CAND_IS_APPLICATION (self));
  cand_checklist_add (self->steps, text, done);
}

void
cand_application_set_step_done (CandApplication *self, guint index, gboolean done)
{
  g_return_if_fail (index < cand_application_get_n_steps (self));
  if (cand_checklist_set_done (self->steps, index, done))
    emit_edited (self, NULL);
}

CandSaveState
cand_application_get_save_state (CandApplication *self)
{
  g_return_val_if_fail (CAND_IS_APPLICATION (self), CAND_SAVE_STATE_SAVED);
  return self->save_state;
}

gint64
cand_application_get_saved_at (CandApplication *self)
{
  g_return_val_if_fail (CAND_IS_APPLICATION (self), 0);
  return self->saved_at;
}

const GError *
cand_application_get_save_error (CandApplication *self)
{
  g_return_val_if_fail (CAND_IS_APPLICATION (self), NULL);
  return self->save_error;
}

/**
 * cand_application_set_save_state:
 * @error: (nullable) (transfer none): copied
 *
 * "save-state" is also notified when only the error is another one.
 */
void
cand_application_set_save_state (CandApplication *self,
                                 CandSaveState state,
                                 gint64 saved_at,
                                 const GError *error)
{
  gboolean changed;

  g_return_if_fail (CAND_IS_APPLICATION (self));
  g_object_freeze_notify (G_OBJECT (self));
  changed = self->save_state != state || !cand_error_equal (self->save_error, error);
  if (changed)
    {
      GError *copy = error != NULL ? g_error_copy (error) : NULL;

      g_clear_error (&self->save_error);
      self->save_error = copy;
      self->save_state = state;
      notify (self, PROP_SAVE_STATE);
    }
  set_time (self, &self->saved_at, saved_at, PROP_SAVED_AT);
  g_object_thaw_notify (G_OBJECT (self));
}
