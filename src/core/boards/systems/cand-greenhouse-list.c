/* cand-greenhouse-list.c: Greenhouse's positions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-greenhouse-private.h"

#include "core/boards/cand-board-values.h"
#include "core/model/cand-model-text.h"

#include <math.h>

static char *
dup_date (JsonObject *job, const char *name)
{
  return cand_date_from_text (cand_json_get_string (job, name));
}

/* Ids no longer fit into 32 bits. All that do not fit into 64 either are read as one. */
static char *
dup_code (JsonObject *job)
{
  gint64 id;

  if (!cand_json_get_int (job, "id", &id) || id <= 0 || id == G_MAXINT64)
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* The name of the place is free text; only where it is empty do the offices say anything of it. */
static void
set_places (CandPosition *position, JsonObject *job)
{
  JsonObject *location = cand_json_get_object (job, "location");
  JsonArray *offices = cand_json_get_array (job, "offices");
  guint n_offices = offices != NULL ? json_array_get_length (offices) : 0;
  g_autofree char *place = cand_json_dup_line (location, "name");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) places = NULL;

  if (place != NULL)
    {
      cand_position_add_location (position, place);
      return;
    }
  for (guint i = 0; i < n_offices; i++)
    {
      JsonObject *office = cand_json_get_object_element (offices, i);
      char *office_place = cand_json_dup_line (office, "location");

      if (office_place == NULL && office != NULL)
        office_place = cand_json_dup_line (office, "name");
      if (office_place != NULL)
        g_strv_builder_take (builder, office_place);
    }
  places = g_strv_builder_end (builder);
  cand_position_set_locations (position, (const char *const *) places);
}

static void
set_department (CandPosition *position, JsonObject *job)
{
  JsonArray *departments = cand_json_get_array (job, "departments");
  guint n_departments = departments != NULL ? json_array_get_length (departments) : 0;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < n_departments; i++)
    {
      JsonObject *department = cand_json_get_object_element (departments, i);
      char *name = cand_json_dup_line (department, "name");

      if (name != NULL)
        g_strv_builder_take (builder, name);
    }
  names = g_strv_builder_end (builder);
  joined = g_strjoinv (", ", names);
  cand_position_set_place_in_house (position, joined);
}

/* The value of one of the employer's own fields: a text, or a list with one text in it. */
static char *
dup_metadata (JsonObject *job, const char *name)
{
  JsonArray *metadata = cand_json_get_array (job, "metadata");
  guint n_entries = metadata != NULL ? json_array_get_length (metadata) : 0;

  for (guint i = 0; i < n_entries; i++)
    {
      JsonObject *entry = cand_json_get_object_element (metadata, i);
      g_autofree char *entry_name = cand_json_dup_line (entry, "name");
      JsonArray *values;

      if (entry_name == NULL || g_ascii_strcasecmp (entry_name, name) != 0)
        continue;
      values = cand_json_get_array (entry, "value");
      if (values != NULL && json_array_get_length (values) == 1)
        return cand_text_dup_line (cand_json_get_string_element (values, 0));
      return cand_json_dup_line (entry, "value");
    }
  return NULL;
}

/* Greenhouse has no member for either; some employers say it in a field of their own, or put one
 * word where the place would be. */
static void
set_kind (CandPosition *position, JsonObject *job)
{
  g_autofree char *employment = cand_json_dup_line (job, "employment");
  g_autofree char *workplace = dup_metadata (job, "Workplace Type");
  const char *const *places = cand_position_get_locations (position);

  if (employment == NULL)
    employment = dup_metadata (job, "Employment Type");
  if (employment != NULL)
    cand_position_set_employment (position, cand_employment_from_text (employment), employment);

  if (workplace == NULL && places[0] != NULL && places[1] == NULL &&
      cand_workplace_from_text (places[0]) != CAND_WORKPLACE_UNKNOWN)
    workplace = g_strdup (places[0]);
  if (workplace != NULL)
    cand_position_set_workplace (position, cand_workplace_from_text (workplace), workplace);
}

/* Whole units of the currency; NAN where there is no such number. */
static double
get_amount (JsonObject *range, const char *name)
{
  double cents;

  return cand_json_get_number (range, name, &cents) ? cents / 100 : NAN;
}

static void
append_amount (GString *words, double amount)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  const char *format = amount == floor (amount) ? "%.0f" : "%.2f";

  g_string_append (words, g_ascii_formatd (buffer, sizeof buffer, format, amount));
}

/* "NYC Salary Range: 50000 – 75000 USD". */
static void
append_range (GString *words, const char *title, const CandPay *pay)
{
  gboolean from = !isnan (pay->minimum);
  gboolean to = !isnan (pay->maximum);

  if (words->len > 0)
    g_string_append (words, "; ");
  if (title != NULL)
    g_string_append_printf (words, "%s: ", title);
  if (!from || !to)
    g_string_append (words, from ? "≥ " : "≤ ");
  if (from)
    append_amount (words, pay->minimum);
  if (from && to && pay->minimum != pay->maximum)
    g_string_append (words, " – ");
  if (to && pay->minimum != pay->maximum)
    append_amount (words, pay->maximum);
  if (*pay->currency != '\0')
    g_string_append_printf (words, " %s", pay->currency);
}

/* One range for each place or level. The period is not said, except by some titles. */
static void
set_pay (CandPosition *position, JsonObject *job)
{
  JsonArray *ranges = cand_json_get_array (job, "pay_input_ranges");
  guint n_ranges = ranges != NULL ? json_array_get_length (ranges) : 0;
  g_autoptr (GString) words = g_string_new (NULL);
  CandPay all;
  gboolean found = FALSE;
  gboolean single = TRUE;

  for (guint i = 0; i < n_ranges; i++)
    {
      JsonObject *range = cand_json_get_object_element (ranges, i);
      g_autofree char *title = cand_json_dup_line (range, "title");
      CandPay pay;

      if (range == NULL ||
          !cand_pay_set (&pay, get_amount (range, "min_cents"), get_amount (range, "max_cents"),
                         cand_json_get_string (range, "currency_type"),
                         cand_pay_period_from_text (title)))
        continue;
      append_range (words, title, &pay);
      if (found)
        single = single && cand_pay_extend (&all, &pay);
      else
        all = pay;
      found = TRUE;
    }
  if (found)
    cand_position_set_pay (position, single ? &all : NULL, words->str);
}

/* NULL when the entry has no id or no title. */
static CandPosition *
position_new (const char *account, JsonObject *job)
{
  g_autofree char *code = dup_code (job);
  g_autofree char *title = cand_json_dup_line (job, "title");
  g_autofree char *organisation = cand_json_dup_line (job, "company_name");
  g_autofree char *published = dup_date (job, "first_published");
  g_autofree char *updated = dup_date (job, "updated_at");
  g_autofree char *closing = dup_date (job, "application_deadline");
  /* Escaped once more for the string that it is in. */
  g_autofree char *description = cand_html_dup_unescaped (cand_json_get_string (job, "content"));
  CandPosition *position;

  if (code == NULL || title == NULL)
    return NULL;
  position = cand_board_system_new_position (&cand_greenhouse, account, code, title);
  cand_position_set_organisation (
      position, organisation != NULL ? organisation : cand_greenhouse_get_token (account));
  cand_position_set_published (position, published);
  cand_position_set_updated (position, updated);
  cand_position_set_closing (position, closing);
  if (description != NULL)
    cand_position_set_description (position, description);
  set_department (position, job);
  set_places (position, job);
  set_kind (position, job);
  set_pay (position, job);
  cand_board_system_set_urls (&cand_greenhouse, position, account,
                              cand_json_get_string (job, "absolute_url"), NULL);
  return position;
}

static gboolean
take_job (CandListing *listing, const char *account, JsonObject *job)
{
  CandPosition *position = position_new (account, job);

  if (position == NULL)
    return FALSE;
  if (listing->name == NULL)
    listing->name = cand_json_dup_line (job, "company_name");
  cand_listing_add (listing, position);
  return TRUE;
}

CandListing *
cand_greenhouse_parse_list (const char *account, const char *page, GBytes *body, GError **error)
{
  g_autoptr (JsonObject) top = cand_json_parse_object (body, "Greenhouse's list", error);
  g_autoptr (CandListing) listing = NULL;
  JsonObject *meta;
  JsonArray *jobs = NULL;

  if (top != NULL)
    jobs = cand_json_expect_array_member (top, "jobs", "Greenhouse's list", error);
  if (jobs == NULL)
    return NULL;

  listing = cand_listing_new ();
  listing->n_entries = json_array_get_length (jobs);
  meta = cand_json_get_object (top, "meta");
  if (meta != NULL)
    cand_json_get_int (meta, "total", &listing->total);
  cand_listing_take_entries (listing, account, jobs, take_job);
  if (!cand_listing_check (listing, cand_greenhouse.name, error))
    return NULL;
  return g_steal_pointer (&listing);
}

CandPosition *
cand_greenhouse_parse_position (const char *account, const char *code, GBytes *body, GError **error)
{
  g_autoptr (JsonObject) top = cand_json_parse_object (body, "Greenhouse's position", error);
  g_autoptr (CandPosition) position = NULL;

  if (top == NULL)
    return NULL;
  position = position_new (account, top);
  if (position == NULL || !g_str_equal (cand_position_get_code (position), code))
    {
      g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                   "Greenhouse's answer is not the position %s", code);
      return NULL;
    }
  return g_steal_pointer (&position);
}
