/* cand-cli-json.c: positions, applications and reports as JSON
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-json.h"

#include "cand-cli-output.h"
#include "core/model/cand-enum-types.h"
#include "core/text/cand-blocks.h"

/* NULL becomes null. */
static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_integer (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_flag (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_time (JsonBuilder *builder, const char *name, gint64 when)
{
  g_autofree char *utc = cand_cli_dup_utc (when);

  add_text (builder, name, utc);
}

/* The word that the enumeration itself has for a value: "on-site", "handed-off". */
static void
add_word (JsonBuilder *builder, const char *name, GType type, int value)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (type);
  const GEnumValue *word = g_enum_get_value (words, value);

  add_text (builder, name, word != NULL ? word->value_nick : NULL);
}

static void
add_texts (JsonBuilder *builder, const char *name, const char *const *texts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (; texts != NULL && *texts != NULL; texts++)
    json_builder_add_string_value (builder, *texts);
  json_builder_end_array (builder);
}

static void
add_description (JsonBuilder *builder, CandPosition *position)
{
  const char *html = cand_position_get_description (position);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *text = NULL;

  if (html != NULL)
    {
      blocks = cand_blocks_new_from_html (html, -1, NULL);
      text = cand_blocks_to_text (blocks);
    }
  add_text (builder, "description_text", text != NULL ? text : "");
}

/* Whether the board's last good answer listed it; null while there was none. The times are whole
 * seconds, so that the state decides where it can. */
static void
add_on_board (JsonBuilder *builder, CandPosition *position)
{
  gint64 read = cand_position_get_board_read (position);

  json_builder_set_member_name (builder, "on_board");
  if (read == 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_boolean_value (
        builder, cand_position_get_state (position) == CAND_POSITION_STATE_OPEN &&
                     cand_position_get_last_confirmed (position) >= read);
}

/* The employer's words, each beside the word it was taken for where there is one. */
static void
add_facts (JsonBuilder *builder, CandPosition *position)
{
  add_texts (builder, "locations", cand_position_get_locations (position));
  add_word (builder, "workplace", CAND_TYPE_WORKPLACE, cand_position_get_workplace (position));
  add_text (builder, "workplace_text", cand_position_get_workplace_text (position));
  add_word (builder, "employment", CAND_TYPE_EMPLOYMENT, cand_position_get_employment (position));
  add_text (builder, "employment_type", cand_position_get_employment_text (position));
  add_text (builder, "department", cand_position_get_department (position));
  add_text (builder, "education", cand_position_get_education (position));
  add_text (builder, "experience", cand_position_get_experience (position));
  add_text (builder, "function", cand_position_get_function (position));
}

void
cand_cli_json_add_position (JsonBuilder *builder, CandPosition *position)
{
  json_builder_begin_object (builder);
  add_text (builder, "key", cand_position_get_key (position));
  add_text (builder, "title", cand_position_get_title (position));
  add_text (builder, "team", cand_position_get_team (position));
  add_text (builder, "board", cand_position_get_board_key (position));
  add_text (builder, "organisation", cand_position_get_organisation (position));
  add_text (builder, "url", cand_position_get_url (position));
  add_text (builder, "application_url", cand_position_get_application_url (position));
  add_word (builder, "state", CAND_TYPE_POSITION_STATE, cand_position_get_state (position));
  add_on_board (builder, position);
  add_facts (builder, position);
  add_text (builder, "published", cand_position_get_published (position));
  add_time (builder, "first_seen", cand_position_get_first_seen (position));
  add_time (builder, "last_confirmed", cand_position_get_last_confirmed (position));
  add_time (builder, "changed", cand_position_get_changed (position));
  add_integer (builder, "revisions", cand_position_get_revisions (position));
  add_flag (builder, "new", cand_position_get_is_new (position));
  add_flag (builder, "starred", cand_position_get_starred (position));
  add_flag (builder, "drafted", cand_position_get_drafted (position));
  add_text (builder, "summary", cand_position_get_summary (position));
  add_description (builder, position);
  json_builder_end_object (builder);
}

static void
add_attachment (JsonBuilder *builder, CandAttachment *attachment)
{
  json_builder_set_member_name (builder, "attachment");
  if (attachment == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_text (builder, "name", cand_attachment_get_name (attachment));
  add_integer (builder, "size", cand_attachment_get_size (attachment));
  add_text (builder, "sha256", cand_attachment_get_sha256 (attachment));
  json_builder_end_object (builder);
}

static void
add_options (JsonBuilder *builder, CandField *field)
{
  json_builder_set_member_name (builder, "options");
  json_builder_begin_array (builder);
  for (guint i = 0; i < cand_field_get_n_options (field); i++)
    {
      json_builder_begin_object (builder);
      add_text (builder, "id", cand_field_get_option_id (field, i));
      add_text (builder, "label", cand_field_get_option_label (field, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* What one entry of a group is asked. */
static void
add_inner_fields (JsonBuilder *builder, CandField *group)
{
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < cand_field_get_n_fields (group); i++)
    {
      CandField *field = cand_field_get_field (group, i);

      json_builder_begin_object (builder);
      add_text (builder, "id", cand_field_get_id (field));
      add_text (builder, "label", cand_field_get_label (field));
      add_word (builder, "type", CAND_TYPE_FIELD_TYPE, cand_field_get_field_type (field));
      add_flag (builder, "required", cand_field_get_required (field));
      if (cand_field_get_n_options (field) > 0)
        add_options (builder, field);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_answer (JsonBuilder *builder, const char *section, CandAnswer *answer)
{
  CandField *field = cand_answer_get_field (answer);

  json_builder_begin_object (builder);
  add_text (builder, "id", cand_field_get_id (field));
  add_text (builder, "section", section);
  add_text (builder, "label", cand_field_get_label (field));
  add_word (builder, "type", CAND_TYPE_FIELD_TYPE, cand_field_get_field_type (field));
  add_flag (builder, "required", cand_field_get_required (field));
  add_text (builder, "answer", cand_answer_get_text (answer));
  add_attachment (builder, cand_answer_get_attachment (answer));
  add_flag (builder, "missing", cand_answer_get_missing (answer));
  add_text (builder, "problem", cand_answer_get_problem (answer));
  if (cand_field_get_n_options (field) > 0)
    add_options (builder, field);
  if (cand_field_get_field_type (field) == CAND_FIELD_TYPE_GROUP)
    add_inner_fields (builder, field);
  json_builder_end_object (builder);
}

static void
add_fields (JsonBuilder *builder, CandApplication *application)
{
  CandForm *form = cand_application_get_form (application);

  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint section = 0; section < cand_form_get_n_sections (form); section++)
    for (guint i = 0; i < cand_form_get_n_fields (form, section); i++)
      {
        CandField *field = cand_form_get_field (form, section, i);
        CandAnswer *answer = cand_application_find_answer (application, cand_field_get_id (field));

        if (answer != NULL)
          add_answer (builder, cand_form_get_section_name (form, section), answer);
      }
  json_builder_end_array (builder);
}

static void
add_steps (JsonBuilder *builder, CandApplication *application)
{
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < cand_application_get_n_steps (application); i++)
    {
      gboolean done;
      const char *text = cand_application_get_step (application, i, &done);

      json_builder_begin_object (builder);
      add_text (builder, "text", text);
      add_flag (builder, "done", done);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
cand_cli_json_add_application (JsonBuilder *builder, CandApplication *application, gboolean fields)
{
  json_builder_begin_object (builder);
  add_text (builder, "key", cand_application_get_position_key (application));
  add_text (builder, "title", cand_application_get_title (application));
  add_text (builder, "organisation", cand_application_get_organisation (application));
  add_text (builder, "application_url", cand_application_get_application_url (application));
  add_word (builder, "status", CAND_TYPE_APPLICATION_STATUS,
            cand_application_get_status (application));
  add_time (builder, "created", cand_application_get_created (application));
  add_time (builder, "updated", cand_application_get_updated (application));
  if (cand_application_get_opened (application))
    add_word (builder, "form_source", CAND_TYPE_FORM_SOURCE,
              cand_form_get_source (cand_application_get_form (application)));
  else
    add_text (builder, "form_source", NULL);
  add_integer (builder, "missing", cand_application_get_missing (application));
  add_integer (builder, "answered", cand_application_get_answered (application));
  add_integer (builder, "total", cand_application_get_total (application));
  if (fields)
    {
      add_steps (builder, application);
      add_fields (builder, application);
    }
  json_builder_end_object (builder);
}

void
cand_cli_json_add_report (JsonBuilder *builder, const CandBoardReport *report)
{
  json_builder_begin_object (builder);
  add_text (builder, "board", report->board);
  add_text (builder, "state", cand_board_state_to_string (report->state));
  add_text (builder, "reason", report->error != NULL ? report->error->message : "");
  add_texts (builder, "new", (const char *const *) report->new_keys);
  add_texts (builder, "changed", (const char *const *) report->changed_keys);
  add_texts (builder, "gone", (const char *const *) report->gone_keys);
  add_integer (builder, "skipped", report->skipped);
  json_builder_end_object (builder);
}

char *
cand_cli_json_to_text (JsonBuilder *builder, gboolean indented)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, indented);
}
