/* cand-cli-json.c: positions, applications and reports as JSON
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-json.h"

#include <math.h>

#include "cand-cli-output.h"
#include "cand-cli-sensitive.h"
#include "core/model/cand-aside.h"
#include "core/model/cand-enum-types.h"
#include "core/model/cand-form-summary.h"
#include "core/text/cand-blocks.h"

/* The whole numbers up to here are exact as a double. */
#define MAX_EXACT 9007199254740992.0

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

/* A whole number where it is one; null where it is not stated. */
static void
add_amount (JsonBuilder *builder, const char *name, double amount)
{
  json_builder_set_member_name (builder, name);
  if (!isfinite (amount))
    json_builder_add_null_value (builder);
  else if (fabs (amount) < MAX_EXACT && floor (amount) == amount)
    json_builder_add_int_value (builder, (gint64) amount);
  else
    json_builder_add_double_value (builder, amount);
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

static void
add_pay (JsonBuilder *builder, CandPosition *position)
{
  const CandPay *pay = cand_position_get_pay (position);

  json_builder_set_member_name (builder, "pay");
  if (pay == NULL)
    json_builder_add_null_value (builder);
  else
    {
      json_builder_begin_object (builder);
      add_amount (builder, "minimum", pay->minimum);
      add_amount (builder, "maximum", pay->maximum);
      add_text (builder, "currency", pay->currency);
      add_word (builder, "period", CAND_TYPE_PAY_PERIOD, pay->period);
      json_builder_end_object (builder);
    }
  add_text (builder, "pay_text", cand_position_get_pay_text (position));
}

/* What a form asks, counted; the questions that decide in words. */
static void
add_asks (JsonBuilder *builder, CandForm *form)
{
  g_autoptr (CandFormSummary) summary = cand_form_summary_new (form);

  json_builder_set_member_name (builder, "asks");
  json_builder_begin_object (builder);
  add_word (builder, "form_source", CAND_TYPE_FORM_SOURCE, cand_form_get_source (form));
  add_integer (builder, "questions", summary->n_questions);
  add_integer (builder, "required", summary->n_required);
  add_integer (builder, "written", summary->n_written);
  add_integer (builder, "files", summary->n_files);
  add_integer (builder, "sensitive", summary->n_sensitive);
  json_builder_set_member_name (builder, "knock_outs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < summary->knock_outs->len; i++)
    json_builder_add_string_value (
        builder, cand_field_get_label (g_ptr_array_index (summary->knock_outs, i)));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

void
cand_cli_json_add_position (JsonBuilder *builder, CandPosition *position, CandForm *form)
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
  add_pay (builder, position);
  add_text (builder, "published", cand_position_get_published (position));
  add_text (builder, "updated", cand_position_get_updated (position));
  add_text (builder, "closing", cand_position_get_closing (position));
  add_time (builder, "first_seen", cand_position_get_first_seen (position));
  add_time (builder, "last_confirmed", cand_position_get_last_confirmed (position));
  add_time (builder, "changed", cand_position_get_changed (position));
  add_integer (builder, "revisions", cand_position_get_revisions (position));
  add_flag (builder, "new", cand_position_get_is_new (position));
  add_flag (builder, "starred", cand_position_get_starred (position));
  add_flag (builder, "drafted", cand_position_get_drafted (position));
  add_flag (builder, "withdrawn", cand_position_get_withdrawn (position));
  add_text (builder, "summary", cand_position_get_summary (position));
  add_description (builder, position);
  if (form != NULL)
    add_asks (builder, form);
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
add_answer (JsonBuilder *builder, const char *section, CandAnswer *answer, gboolean with_sensitive)
{
  CandField *field = cand_answer_get_field (answer);
  gboolean left_out;
  g_autofree char *text = cand_cli_dup_answer (answer, with_sensitive, &left_out);
  gboolean has_file = with_sensitive || !cand_field_get_sensitive (field);

  json_builder_begin_object (builder);
  add_text (builder, "id", cand_field_get_id (field));
  add_text (builder, "section", section);
  add_text (builder, "label", cand_field_get_label (field));
  add_word (builder, "type", CAND_TYPE_FIELD_TYPE, cand_field_get_field_type (field));
  add_flag (builder, "required", cand_field_get_required (field));
  add_text (builder, "answer", text);
  add_attachment (builder, has_file ? cand_answer_get_attachment (answer) : NULL);
  add_flag (builder, "left_out", left_out);
  add_flag (builder, "missing", cand_answer_get_missing (answer));
  add_text (builder, "problem", cand_answer_get_problem (answer));
  if (cand_field_get_n_options (field) > 0)
    add_options (builder, field);
  if (cand_field_get_field_type (field) == CAND_FIELD_TYPE_GROUP)
    add_inner_fields (builder, field);
  json_builder_end_object (builder);
}

static void
add_fields (JsonBuilder *builder, CandApplication *application, gboolean with_sensitive)
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
          add_answer (builder, cand_form_get_section_name (form, section), answer, with_sensitive);
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

static void
add_asides (JsonBuilder *builder, CandApplication *application, gboolean with_sensitive)
{
  GListModel *asides = G_LIST_MODEL (cand_application_get_asides (application));

  json_builder_set_member_name (builder, "set_aside");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (asides); i++)
    {
      g_autoptr (CandAside) aside = g_list_model_get_item (asides, i);
      CandAttachment *file = cand_aside_get_attachment (aside);
      gboolean left_out = !with_sensitive && cand_aside_get_sensitive (aside);

      json_builder_begin_object (builder);
      add_text (builder, "question", cand_aside_get_label (aside));
      add_text (builder, "text",
                left_out       ? ""
                : file != NULL ? cand_attachment_get_name (file)
                               : cand_aside_get_words (aside));
      add_flag (builder, "left_out", left_out);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
cand_cli_json_add_application (JsonBuilder *builder,
                               CandApplication *application,
                               gboolean fields,
                               gboolean with_sensitive)
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
      add_fields (builder, application, with_sensitive);
      add_asides (builder, application, with_sensitive);
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

void
cand_cli_json_add_programme_report (JsonBuilder *builder, const CandProgrammeReport *report)
{
  const CandProgrammeChanges *changes = report->changes;

  json_builder_begin_object (builder);
  add_text (builder, "name", report->name);
  add_text (builder, "title", report->title != NULL ? report->title : "");
  add_text (builder, "reason", report->error != NULL ? report->error->message : "");
  add_texts (builder, "withdrawn",
             changes != NULL ? (const char *const *) changes->withdrawn : NULL);
  add_texts (builder, "added", changes != NULL ? (const char *const *) changes->added : NULL);
  add_texts (builder, "renamed", changes != NULL ? (const char *const *) changes->renamed : NULL);
  add_texts (builder, "earlier", changes != NULL ? (const char *const *) changes->earlier : NULL);
  add_flag (builder, "date_changed", changes != NULL && changes->date_changed);
  add_flag (builder, "text_changed", changes != NULL && changes->text_changed);
  json_builder_end_object (builder);
}

static void
add_offers (JsonBuilder *builder, CandBlog *blog, GListModel *offers)
{
  json_builder_set_member_name (builder, "offers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (offers); i++)
    {
      g_autoptr (CandOffer) offer = g_list_model_get_item (offers, i);

      if (cand_offer_get_blog (offer) != cand_blog_get_id (blog))
        continue;
      json_builder_begin_object (builder);
      add_text (builder, "title", cand_offer_get_title (offer));
      add_text (builder, "url", cand_offer_get_url (offer));
      add_text (builder, "published", cand_offer_get_published (offer));
      add_integer (builder, "positions", cand_offer_get_n_positions (offer));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
cand_cli_json_add_blog (JsonBuilder *builder, CandBlog *blog, GListModel *offers)
{
  const GError *failure = cand_blog_get_error (blog);

  json_builder_begin_object (builder);
  add_text (builder, "url", cand_blog_get_url (blog));
  add_text (builder, "title", cand_blog_get_title (blog));
  add_text (builder, "state", failure != NULL ? "failed" : "read");
  add_text (builder, "reason", failure != NULL ? failure->message : "");
  add_offers (builder, blog, offers);
  json_builder_end_object (builder);
}

static const char *
get_kind (CandFound *found)
{
  switch (cand_found_get_kind (found))
    {
    case CAND_FOUND_BOARD:
      return "board";
    case CAND_FOUND_PROGRAMME:
      return "programme";
    case CAND_FOUND_BLOG:
      return "blog";
    }
  return NULL;
}

void
cand_cli_json_add_found (JsonBuilder *builder, CandFound *found)
{
  GListModel *positions = cand_found_get_positions (found);
  CandProgramme *programme = cand_found_get_programme (found);

  json_builder_begin_object (builder);
  add_text (builder, "kind", get_kind (found));
  add_text (builder, "key", cand_found_get_key (found));
  add_text (builder, "name", cand_found_get_name (found));
  add_text (builder, "system", cand_found_get_system_name (found));
  add_text (builder, "url", cand_found_get_url (found));
  if (positions != NULL)
    add_integer (builder, "open", g_list_model_get_n_items (positions));
  else if (programme != NULL)
    add_integer (builder, "open", cand_programme_get_n_entries (programme));
  else
    add_text (builder, "open", NULL);
  add_text (builder, "position", cand_found_get_position_key (found));
  add_flag (builder, "followed_before", cand_found_get_followed (found));
  json_builder_end_object (builder);
}

static void
add_resume (JsonBuilder *builder, const CandResumeReport *resume)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "filled");
  json_builder_begin_array (builder);
  for (CandProfilePart part = 0; part < CAND_PROFILE_N_PARTS; part++)
    if (resume->filled & (1u << part))
      json_builder_add_string_value (builder, cand_profile_part_get_name (part));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "differs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < resume->differences->len; i++)
    {
      const CandProfileDifference *difference = g_ptr_array_index (resume->differences, i);

      json_builder_begin_object (builder);
      add_text (builder, "part", cand_profile_part_get_name (difference->part));
      add_text (builder, "profile", difference->present);
      add_text (builder, "file", difference->offered);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_integer (builder, "odd", resume->n_odd);
  json_builder_end_object (builder);
}

void
cand_cli_json_add_import (JsonBuilder *builder,
                          const CandImportReport *report,
                          const CandResumeReport *resume)
{
  json_builder_begin_object (builder);
  add_integer (builder, "followed", report->n_followed);
  add_integer (builder, "known", report->n_known);
  add_integer (builder, "refused", report->n_refused);
  if (resume != NULL)
    {
      json_builder_set_member_name (builder, "profile");
      add_resume (builder, resume);
    }
  json_builder_end_object (builder);
}

void
cand_cli_json_print (JsonBuilder *builder)
{
  g_autofree char *text = cand_cli_json_to_text (builder, TRUE);

  cand_cli_write (text);
  cand_cli_write ("\n");
}

char *
cand_cli_json_to_text (JsonBuilder *builder, gboolean indented)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, indented);
}
