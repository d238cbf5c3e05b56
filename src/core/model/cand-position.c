/* cand-position.c: one opening, as its board or its programme describes it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-position.h"

#include "cand-model-text.h"
#include "cand-position-private.h"
#include "core/model/cand-enum-types.h"

#include <string.h>

/* A plain object: made by a board's parser or by the store in a worker thread, then handed to one
 * owner. A refresh makes a hundred thousand of them, so the texts are an array with NULL for "",
 * the board's key is shared, and the position's key is put together when somebody asks for it. */

struct _CandPosition
{
  GObject parent_instance;

  GRefString *board_key; /* (owned) shared by all positions of the board */
  char *code;            /* (owned) */
  char *key;             /* (owned) (nullable) until asked for */

  char *texts[N_TEXTS]; /* (owned) (nullable) NULL for "" */
  GStrv locations;      /* (owned) (nullable) NULL for none */
  gint64 numbers[N_NUMBERS];
  guint revisions;
  CandPositionState state;
  CandWorkplace workplace;
  CandEmployment employment;
  CandPay *pay; /* (owned) (nullable) */
  gboolean marks[N_MARKS];
};

G_DEFINE_FINAL_TYPE (CandPosition, cand_position, G_TYPE_OBJECT)

/* Texts, numbers and marks are in the order of their own enums: see the *_property helpers. */
typedef enum
{
  PROP_TITLE = 1,
  PROP_TEAM,
  PROP_DEPARTMENT,
  PROP_SUMMARY,
  PROP_ORGANISATION,
  PROP_URL,
  PROP_APPLICATION_URL,
  PROP_PUBLISHED,
  PROP_UPDATED,
  PROP_CLOSING,
  PROP_EDUCATION,
  PROP_EXPERIENCE,
  PROP_FUNCTION,
  PROP_DESCRIPTION,
  PROP_WORKPLACE_TEXT,
  PROP_EMPLOYMENT_TEXT,
  PROP_PAY_TEXT,
  PROP_ID,
  PROP_PROGRAMME,
  PROP_FIRST_SEEN,
  PROP_LAST_CONFIRMED,
  PROP_CHANGED,
  PROP_BOARD_READ,
  PROP_IS_NEW,
  PROP_STARRED,
  PROP_DRAFTED,
  PROP_WITHDRAWN,
  PROP_BOARD_KEY,
  PROP_CODE,
  PROP_KEY,
  PROP_LOCATIONS,
  PROP_WORKPLACE,
  PROP_EMPLOYMENT,
  PROP_REVISIONS,
  PROP_STATE,
  PROP_PLACE,
  PROP_FACTS_LINE,
  PROP_STATE_LABEL,
} CandPositionProperty;

static GParamSpec *properties[PROP_STATE_LABEL + 1];

static void
notify (CandPosition *self, CandPositionProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
notify_place (CandPosition *self)
{
  notify (self, PROP_PLACE);
  notify (self, PROP_FACTS_LINE);
}

const char *
cand_position_get_text (CandPosition *self, CandPositionText text)
{
  g_return_val_if_fail (CAND_IS_POSITION (self), "");
  return cand_text_or_empty (self->texts[text]);
}

static char *
dup_text (CandPositionText text, const char *value)
{
  switch (text)
    {
    case TEXT_DESCRIPTION:
      /* Markup, which is made safe where it is shown; the rest are one-line facts. */
      return cand_text_dup (value);
    case TEXT_SUMMARY:
    case TEXT_URL:
    case TEXT_APPLICATION_URL:
    case TEXT_PUBLISHED:
    case TEXT_UPDATED:
    case TEXT_CLOSING:
    case TEXT_PAY:
      /* A part of one of these would be another one. */
      return cand_text_dup_line (value);
    case TEXT_TITLE:
    case TEXT_TEAM:
    case TEXT_DEPARTMENT:
    case TEXT_ORGANISATION:
    case TEXT_EDUCATION:
    case TEXT_EXPERIENCE:
    case TEXT_FUNCTION:
    case TEXT_WORKPLACE:
    case TEXT_EMPLOYMENT:
    case N_TEXTS:
      break;
    }
  return cand_text_dup_fact (value);
}

void
cand_position_set_text (CandPosition *self, CandPositionText text, const char *value)
{
  g_return_if_fail (CAND_IS_POSITION (self));
  if (!cand_text_take (&self->texts[text], dup_text (text, value)))
    return;
  notify (self, PROP_TITLE + text);
  if (text == TEXT_WORKPLACE)
    notify_place (self);
  else if (text == TEXT_EMPLOYMENT)
    notify (self, PROP_FACTS_LINE);
}

gint64
cand_position_get_number (CandPosition *self, CandPositionNumber number)
{
  g_return_val_if_fail (CAND_IS_POSITION (self), 0);
  return self->numbers[number];
}

void
cand_position_set_number (CandPosition *self, CandPositionNumber number, gint64 value)
{
  g_return_if_fail (CAND_IS_POSITION (self));
  if (self->numbers[number] == value)
    return;
  self->numbers[number] = value;
  notify (self, PROP_ID + number);
  if (number == NUMBER_BOARD_READ)
    notify (self, PROP_STATE_LABEL);
}

gboolean
cand_position_get_mark (CandPosition *self, CandPositionMark mark)
{
  g_return_val_if_fail (CAND_IS_POSITION (self), FALSE);
  return self->marks[mark];
}

void
cand_position_set_mark (CandPosition *self, CandPositionMark mark, gboolean value)
{
  g_return_if_fail (CAND_IS_POSITION (self));
  if (self->marks[mark] == !!value)
    return;
  self->marks[mark] = !!value;
  notify (self, PROP_IS_NEW + mark);
  if (mark == MARK_WITHDRAWN)
    notify (self, PROP_STATE_LABEL);
}

static void
take_locations (CandPosition *self, GStrvBuilder *builder)
{
  g_auto (GStrv) locations = g_strv_builder_end (builder);

  if (cand_strv_equal (self->locations, locations))
    return;
  g_strfreev (self->locations);
  self->locations = *locations != NULL ? g_steal_pointer (&locations) : NULL;
  notify (self, PROP_LOCATIONS);
  notify_place (self);
}

static void
cand_position_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CandPosition *self = CAND_POSITION (object);

  switch ((CandPositionProperty) prop_id)
    {
    case PROP_ORGANISATION:
      g_value_set_string (value, cand_position_get_organisation (self));
      break;
    case PROP_PUBLISHED:
    case PROP_UPDATED:
    case PROP_CLOSING:
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->texts[prop_id - PROP_TITLE]);
      break;
    case PROP_TITLE:
    case PROP_TEAM:
    case PROP_DEPARTMENT:
    case PROP_SUMMARY:
    case PROP_URL:
    case PROP_APPLICATION_URL:
    case PROP_EDUCATION:
    case PROP_EXPERIENCE:
    case PROP_FUNCTION:
    case PROP_WORKPLACE_TEXT:
    case PROP_EMPLOYMENT_TEXT:
    case PROP_PAY_TEXT:
      g_value_set_string (value, cand_position_get_text (self, prop_id - PROP_TITLE));
      break;
    case PROP_ID:
    case PROP_PROGRAMME:
    case PROP_FIRST_SEEN:
    case PROP_LAST_CONFIRMED:
    case PROP_CHANGED:
    case PROP_BOARD_READ:
      g_value_set_int64 (value, cand_position_get_number (self, prop_id - PROP_ID));
      break;
    case PROP_IS_NEW:
    case PROP_STARRED:
    case PROP_DRAFTED:
    case PROP_WITHDRAWN:
      g_value_set_boolean (value, cand_position_get_mark (self, prop_id - PROP_IS_NEW));
      break;
    case PROP_BOARD_KEY:
      g_value_set_string (value, cand_position_get_board_key (self));
      break;
    case PROP_CODE:
      g_value_set_string (value, cand_position_get_code (self));
      break;
    case PROP_KEY:
      g_value_set_string (value, cand_position_get_key (self));
      break;
    case PROP_LOCATIONS:
      g_value_set_boxed (value, cand_position_get_locations (self));
      break;
    case PROP_WORKPLACE:
      g_value_set_enum (value, self->workplace);
      break;
    case PROP_EMPLOYMENT:
      g_value_set_enum (value, self->employment);
      break;
    case PROP_REVISIONS:
      g_value_set_uint (value, self->revisions);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_PLACE:
      g_value_take_string (value, cand_position_dup_place (self));
      break;
    case PROP_FACTS_LINE:
      g_value_take_string (value, cand_position_dup_facts_line (self));
      break;
    case PROP_STATE_LABEL:
      g_value_set_string (value, cand_position_get_state_label (self));
      break;
    }
}

static void
cand_position_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CandPosition *self = CAND_POSITION (object);

  switch ((CandPositionProperty) prop_id)
    {
    case PROP_TITLE:
    case PROP_TEAM:
    case PROP_DEPARTMENT:
    case PROP_SUMMARY:
    case PROP_ORGANISATION:
    case PROP_URL:
    case PROP_APPLICATION_URL:
    case PROP_PUBLISHED:
    case PROP_UPDATED:
    case PROP_CLOSING:
    case PROP_EDUCATION:
    case PROP_EXPERIENCE:
    case PROP_FUNCTION:
    case PROP_DESCRIPTION:
      cand_position_set_text (self, prop_id - PROP_TITLE, g_value_get_string (value));
      break;
    case PROP_ID:
    case PROP_PROGRAMME:
    case PROP_FIRST_SEEN:
    case PROP_LAST_CONFIRMED:
    case PROP_CHANGED:
    case PROP_BOARD_READ:
      cand_position_set_number (self, prop_id - PROP_ID, g_value_get_int64 (value));
      break;
    case PROP_IS_NEW:
    case PROP_STARRED:
    case PROP_DRAFTED:
    case PROP_WITHDRAWN:
      cand_position_set_mark (self, prop_id - PROP_IS_NEW, g_value_get_boolean (value));
      break;
    case PROP_BOARD_KEY:
      self->board_key = g_ref_string_new_intern (cand_text_or_empty (g_value_get_string (value)));
      break;
    case PROP_CODE:
      self->code = g_strdup (cand_text_or_empty (g_value_get_string (value)));
      break;
    case PROP_LOCATIONS:
      cand_position_set_locations (self, g_value_get_boxed (value));
      break;
    case PROP_REVISIONS:
      cand_position_set_revisions (self, g_value_get_uint (value));
      break;
    case PROP_STATE:
      cand_position_set_state (self, g_value_get_enum (value));
      break;
    case PROP_WORKPLACE_TEXT:
    case PROP_EMPLOYMENT_TEXT:
    case PROP_PAY_TEXT:
    case PROP_KEY:
    case PROP_WORKPLACE:
    case PROP_EMPLOYMENT:
    case PROP_PLACE:
    case PROP_FACTS_LINE:
    case PROP_STATE_LABEL:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
cand_position_finalize (GObject *object)
{
  CandPosition *self = CAND_POSITION (object);

  g_clear_pointer (&self->board_key, g_ref_string_release);
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->key, g_free);
  for (guint i = 0; i < N_TEXTS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  g_clear_pointer (&self->locations, g_strfreev);
  g_clear_pointer (&self->pay, g_free);

  G_OBJECT_CLASS (cand_position_parent_class)->finalize (object);
}

static void
install_texts (const GParamFlags readable, const GParamFlags writable)
{
  static const char *const names[N_TEXTS] = {
    [TEXT_TITLE] = "title",
    [TEXT_TEAM] = "team",
    [TEXT_DEPARTMENT] = "department",
    [TEXT_SUMMARY] = "summary",
    [TEXT_ORGANISATION] = "organisation",
    [TEXT_URL] = "url",
    [TEXT_APPLICATION_URL] = "application-url",
    [TEXT_PUBLISHED] = "published",
    [TEXT_UPDATED] = "updated",
    [TEXT_CLOSING] = "closing",
    [TEXT_EDUCATION] = "education",
    [TEXT_EXPERIENCE] = "experience",
    [TEXT_FUNCTION] = "function",
    [TEXT_DESCRIPTION] = "description",
    [TEXT_WORKPLACE] = "workplace-text",
    [TEXT_EMPLOYMENT] = "employment-text",
    [TEXT_PAY] = "pay-text",
  };

  for (guint i = 0; i < N_TEXTS; i++)
    {
      gboolean nullable =
          i == TEXT_PUBLISHED || i == TEXT_UPDATED || i == TEXT_CLOSING || i == TEXT_DESCRIPTION;

      /* The verbatim words are set together with what they mean. */
      properties[PROP_TITLE + i] = g_param_spec_string (names[i], NULL, NULL, nullable ? NULL : "",
                                                        i < TEXT_WORKPLACE ? writable : readable);
    }
}

static void
install_numbers (const GParamFlags writable)
{
  static const char *const names[N_NUMBERS] = {
    [NUMBER_ID] = "id",
    [NUMBER_PROGRAMME] = "programme",
    [NUMBER_FIRST_SEEN] = "first-seen",
    [NUMBER_LAST_CONFIRMED] = "last-confirmed",
    [NUMBER_CHANGED] = "changed",
    [NUMBER_BOARD_READ] = "board-read",
  };
  static const char *const marks[N_MARKS] = {
    [MARK_IS_NEW] = "is-new",
    [MARK_STARRED] = "starred",
    [MARK_DRAFTED] = "drafted",
    [MARK_WITHDRAWN] = "withdrawn",
  };

  for (guint i = 0; i < N_NUMBERS; i++)
    properties[PROP_ID + i] = g_param_spec_int64 (names[i], NULL, NULL, 0, G_MAXINT64, 0, writable);
  for (guint i = 0; i < N_MARKS; i++)
    properties[PROP_IS_NEW + i] = g_param_spec_boolean (marks[i], NULL, NULL, FALSE, writable);
}

static void
cand_position_class_init (CandPositionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags identity = readable | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY;

  object_class->get_property = cand_position_get_property;
  object_class->set_property = cand_position_set_property;
  object_class->finalize = cand_position_finalize;

  install_texts (readable, writable);
  install_numbers (writable);
  properties[PROP_BOARD_KEY] = g_param_spec_string ("board-key", NULL, NULL, "", identity);
  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, "", identity);
  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, readable);
  properties[PROP_LOCATIONS] = g_param_spec_boxed ("locations", NULL, NULL, G_TYPE_STRV, writable);
  properties[PROP_WORKPLACE] = g_param_spec_enum ("workplace", NULL, NULL, CAND_TYPE_WORKPLACE,
                                                  CAND_WORKPLACE_UNKNOWN, readable);
  properties[PROP_EMPLOYMENT] = g_param_spec_enum ("employment", NULL, NULL, CAND_TYPE_EMPLOYMENT,
                                                   CAND_EMPLOYMENT_UNKNOWN, readable);
  properties[PROP_REVISIONS] =
      g_param_spec_uint ("revisions", NULL, NULL, 0, G_MAXUINT, 1, writable);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, CAND_TYPE_POSITION_STATE,
                                              CAND_POSITION_STATE_OPEN, writable);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, readable);
  properties[PROP_FACTS_LINE] = g_param_spec_string ("facts-line", NULL, NULL, NULL, readable);
  properties[PROP_STATE_LABEL] = g_param_spec_string ("state-label", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cand_position_init (CandPosition *self)
{
  self->revisions = 1;
}

CandPosition *
cand_position_new (const char *board_key, const char *code)
{
  return g_object_new (CAND_TYPE_POSITION, "board-key", board_key, "code", code, NULL);
}

const char *
cand_position_get_board_key (CandPosition *self)
{
  g_return_val_if_fail (CAND_IS_POSITION (self), "");
  return self->board_key;
}

const char *
cand_position_get_code (CandPosition *self)
{
  g_return_val_if_fail (CAND_IS_POSITION (self), "");
  return self->code;
}

const char *
cand_position_get_key (CandPosition *self)
{
  g_return_val_if_fail (CAND_IS_POSITION (self), "");
  if (self->key == NULL)
    self->key = g_strconcat (self->board_key, ":", self->code, NULL);
  return self->key;
}

const char *
cand_position_get_organisation (CandPosition *self)
{
  const char *colon;

  g_return_val_if_fail (CAND_IS_POSITION (self), "");
  if (self->texts[TEXT_ORGANISATION] != NULL)
    return self->texts[TEXT_ORGANISATION];
  colon = strchr (self->board_key, ':');
  return colon != NULL ? colon + 1 : self->board_key;
}

CandPositionState
cand_position_get_state (CandPosition *self)
{
  g_return_val_if_fail (CAND_IS_POSITION (self), CAND_POSITION_STATE_OPEN);
  return self->state;
}

void
cand_position_set_state (CandPosition *self, CandPositionState state)
{
  g_return_if_fail (CAND_IS_POSITION (self));
  if (self->state == state)
    return;
  self->state = state;
  notify (self, PROP_STATE);
  notify (self, PROP_STATE_LABEL);
}

const char *const *
cand_position_get_locations (CandPosition *self)
{
  g_return_val_if_fail (CAND_IS_POSITION (self), cand_strv_or_empty (NULL));
  return cand_strv_or_empty (self->locations);
}

void
cand_position_set_locations (CandPosition *self, const char *const *locations)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_if_fail (CAND_IS_POSITION (self));
  for (; locations != NULL && *locations != NULL; locations++)
    {
      char *location = NULL;

      if (g_hash_table_size (known) == CAND_POSITION_MAX_LOCATIONS)
        break;
      location = cand_text_dup_fact (*locations);
      if (location != NULL && !g_hash_table_contains (known, location))
        g_strv_builder_add (builder, location);
      if (location != NULL)
        g_hash_table_add (known, location);
    }
  take_locations (self, builder);
}

void
cand_position_add_location (CandPosition *self, const char *location)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *trimmed = cand_text_dup_fact (location);
  const char *const *known;

  g_return_if_fail (CAND_IS_POSITION (self));
  known = cand_strv_or_empty (self->locations);
  if (trimmed == NULL || g_strv_length ((char **) known) >= CAND_POSITION_MAX_LOCATIONS ||
      g_strv_contains (known, trimmed))
    return;
  g_strv_builder_addv (builder, (const char **) known);
  g_strv_builder_add (builder, trimmed);
  take_locations (self, builder);
}

CandWorkplace
cand_position_get_workplace (CandPosition *self)
{
  g_return_val_if_fail (CAND_IS_POSITION (self), CAND_WORKPLACE_UNKNOWN);
  return self->workplace;
}

void
cand_position_set_workplace (CandPosition *self, CandWorkplace workplace, const char *verbatim)
{
  g_return_if_fail (CAND_IS_POSITION (self));
  g_object_freeze_notify (G_OBJECT (self));
  if (self->workplace != workplace)
    {
      self->workplace = workplace;
      notify (self, PROP_WORKPLACE);
      notify_place (self);
    }
  cand_position_set_text (self, TEXT_WORKPLACE, verbatim);
  g_object_thaw_notify (G_OBJECT (self));
}

CandEmployment
cand_position_get_employment (CandPosition *self)
{
  g_return_val_if_fail (CAND_IS_POSITION (self), CAND_EMPLOYMENT_UNKNOWN);
  return self->employment;
}

void
cand_position_set_employment (CandPosition *self, CandEmployment employment, const char *verbatim)
{
  g_return_if_fail (CAND_IS_POSITION (self));
  g_object_freeze_notify (G_OBJECT (self));
  if (self->employment != employment)
    {
      self->employment = employment;
      notify (self, PROP_EMPLOYMENT);
    }
  cand_position_set_text (self, TEXT_EMPLOYMENT, verbatim);
  g_object_thaw_notify (G_OBJECT (self));
}

const CandPay *
cand_position_get_pay (CandPosition *self)
{
  g_return_val_if_fail (CAND_IS_POSITION (self), NULL);
  return self->pay;
}

/* Nothing is bound to the figures: who shows them listens to the words, which come with them. */
void
cand_position_set_pay (CandPosition *self, const CandPay *pay, const char *verbatim)
{
  g_return_if_fail (CAND_IS_POSITION (self));
  if (!cand_pay_equal (self->pay, pay))
    {
      g_free (self->pay);
      self->pay = g_memdup2 (pay, sizeof *pay);
      notify (self, PROP_PAY_TEXT);
    }
  cand_position_set_text (self, TEXT_PAY, verbatim);
}

guint
cand_position_get_revisions (CandPosition *self)
{
  g_return_val_if_fail (CAND_IS_POSITION (self), 0);
  return self->revisions;
}

void
cand_position_set_revisions (CandPosition *self, guint revisions)
{
  g_return_if_fail (CAND_IS_POSITION (self));
  if (self->revisions == revisions)
    return;
  self->revisions = revisions;
  notify (self, PROP_REVISIONS);
}

/**
 * cand_position_patch:
 * @from: what is known now of the same position
 *
 * Takes over everything of @from, notifying what differs. What @from only lacks because nobody
 * loaded or stored it stays: the description (%NULL) and the row id (0).
 */
void
cand_position_patch (CandPosition *self, CandPosition *from)
{
  g_return_if_fail (CAND_IS_POSITION (self));
  g_return_if_fail (CAND_IS_POSITION (from));
  g_return_if_fail (g_str_equal (cand_position_get_key (self), cand_position_get_key (from)));

  if (self == from)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  for (CandPositionText i = 0; i < TEXT_WORKPLACE; i++)
    if (i != TEXT_DESCRIPTION || from->texts[i] != NULL)
      cand_position_set_text (self, i, from->texts[i]);
  for (CandPositionNumber i = 0; i < N_NUMBERS; i++)
    if (i != NUMBER_ID || from->numbers[i] != 0)
      cand_position_set_number (self, i, from->numbers[i]);
  for (CandPositionMark i = 0; i < N_MARKS; i++)
    cand_position_set_mark (self, i, from->marks[i]);
  cand_position_set_locations (self, cand_position_get_locations (from));
  cand_position_set_workplace (self, from->workplace, from->texts[TEXT_WORKPLACE]);
  cand_position_set_employment (self, from->employment, from->texts[TEXT_EMPLOYMENT]);
  cand_position_set_pay (self, from->pay, from->texts[TEXT_PAY]);
  cand_position_set_revisions (self, from->revisions);
  cand_position_set_state (self, from->state);
  g_object_thaw_notify (G_OBJECT (self));
}
