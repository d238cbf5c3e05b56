/* cand-personio.c: Personio: the XML feed of an organisation's positions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/cand-board-system.h"

#include <string.h>

#include "core/boards/cand-board-request.h"
#include "core/boards/cand-board-values.h"
#include "core/boards/cand-xml.h"
#include "core/model/cand-model-text.h"

#define SUFFIX ".jobs.personio.de"
#define OTHER_SUFFIX ".jobs.personio.com"
#define MAX_LABEL 63

extern const CandBoardSystem cand_personio;

/* --- addresses --- */

/* An account is the label alone for a host under personio.de, "acme", and with ".com" for one under
 * personio.com, "acme.com": the two may belong to different organisations. */
static char *
dup_account (GUri *uri)
{
  g_autofree char *host = cand_address_dup_host (uri);
  g_autofree char *label = cand_address_dup_label (host, SUFFIX);
  gboolean other = label == NULL;

  if (other)
    label = cand_address_dup_label (host, OTHER_SUFFIX);
  if (label == NULL || !cand_address_is_word (label, NULL, MAX_LABEL))
    return NULL;
  return g_strconcat (label, other ? ".com" : "", NULL);
}

/* "job/1834171" */
static CandAddress *
personio_recognise (GUri *uri)
{
  g_autofree char *account = dup_account (uri);
  g_auto (GStrv) parts = cand_address_split_path (uri);
  CandAddress *address;

  if (account == NULL)
    return NULL;
  address = g_new0 (CandAddress, 1);
  address->system = cand_personio.id;
  address->account = g_steal_pointer (&account);
  if (g_strcmp0 (parts[0], "job") == 0 && cand_address_is_number (parts[1]))
    address->code = g_strdup (parts[1]);
  return address;
}

static char *
personio_board_url (const char *account)
{
  gboolean other = g_str_has_suffix (account, ".com");
  g_autofree char *label = g_strndup (account, strcspn (account, "."));
  g_autofree char *escaped = g_uri_escape_string (label, NULL, FALSE);

  return g_strconcat ("https://", escaped, other ? OTHER_SUFFIX : SUFFIX, "/", NULL);
}

static char *
personio_position_url (const char *account, const char *code)
{
  g_autofree char *board = personio_board_url (account);
  g_autofree char *escaped = g_uri_escape_string (code, NULL, FALSE);

  return g_strconcat (board, "job/", escaped, NULL);
}

static CandRequest *
personio_list_request (const char *account, const char *page)
{
  g_autofree char *board = personio_board_url (account);
  g_autofree char *url = g_strconcat (board, "xml?language=en", NULL);

  return cand_board_request_new ("GET", url, "application/xml");
}

/* --- the feed --- */

static char *
dup_text (CandXml *element, const char *name)
{
  return cand_text_dup_line (cand_xml_get_child_text (element, name));
}

/* "permanent · full-time" */
static char *
join_words (const char *first, const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);
  return g_strconcat (first, " · ", second, NULL);
}

/* An internship is one whatever its hours; of any other type the schedule says more. */
static void
read_employment (CandPosition *position, CandXml *entry)
{
  g_autofree char *type = dup_text (entry, "employmentType");
  g_autofree char *schedule = dup_text (entry, "schedule");
  g_autofree char *both = join_words (type, schedule);
  CandEmployment employment = cand_employment_from_text (type);

  if (employment != CAND_EMPLOYMENT_INTERNSHIP &&
      cand_employment_from_text (schedule) != CAND_EMPLOYMENT_UNKNOWN)
    employment = cand_employment_from_text (schedule);
  if (both != NULL)
    cand_position_set_employment (position, employment, both);
}

/* Some name an office "Remote", which is no place. */
static void
add_office (CandPosition *position, const char *name)
{
  g_autofree char *office = cand_text_dup_line (name);
  CandWorkplace workplace = cand_workplace_from_text (office);

  if (office == NULL)
    return;
  if (workplace == CAND_WORKPLACE_REMOTE)
    cand_position_set_workplace (position, workplace, office);
  else
    cand_position_add_location (position, office);
}

static void
read_offices (CandPosition *position, CandXml *entry)
{
  CandXml *more = cand_xml_get_child (entry, "additionalOffices");

  add_office (position, cand_xml_get_child_text (entry, "office"));
  for (guint i = 0; more != NULL && more->children != NULL && i < more->children->len; i++)
    {
      CandXml *child = g_ptr_array_index (more->children, i);

      if (g_str_equal (child->name, "office"))
        add_office (position, child->text);
    }
}

/* Parts with a name each. NULL when there are none. */
static char *
dup_description (CandXml *entry)
{
  CandXml *parts = cand_xml_get_child (entry, "jobDescriptions");
  g_autoptr (GString) html = g_string_new (NULL);

  for (guint i = 0; parts != NULL && parts->children != NULL && i < parts->children->len; i++)
    {
      CandXml *part = g_ptr_array_index (parts->children, i);
      g_autofree char *heading = dup_text (part, "name");
      g_autofree char *value = cand_text_dup_trimmed (cand_xml_get_child_text (part, "value"));

      cand_html_append_part (html, heading, value);
    }
  return html->len > 0 ? g_string_free_and_steal (g_steal_pointer (&html)) : NULL;
}

/* NULL when it has no number or no name. */
static CandPosition *
read_position (const char *account, CandXml *entry)
{
  g_autofree char *code = cand_text_dup_trimmed (cand_xml_get_child_text (entry, "id"));
  g_autofree char *title = dup_text (entry, "name");
  g_autofree char *organisation = dup_text (entry, "subcompany");
  g_autofree char *department = dup_text (entry, "department");
  g_autofree char *category = dup_text (entry, "recruitingCategory");
  g_autofree char *seniority = dup_text (entry, "seniority");
  g_autofree char *years = dup_text (entry, "yearsOfExperience");
  g_autofree char *experience = join_words (seniority, years);
  g_autofree char *created = cand_date_from_text (cand_xml_get_child_text (entry, "createdAt"));
  g_autofree char *description = dup_description (entry);
  CandPosition *position;

  if (!cand_address_is_number (code) || title == NULL)
    return NULL;

  position = cand_board_system_new_position (&cand_personio, account, code, title);
  cand_position_set_organisation (position, organisation != NULL ? organisation : account);
  cand_position_set_place_in_house (position, department);
  cand_position_set_function (position, category);
  cand_position_set_experience (position, experience);
  cand_position_set_published (position, created);
  cand_position_set_description (position, description);
  cand_board_system_set_urls (&cand_personio, position, account, NULL, NULL);
  read_offices (position, entry);
  read_employment (position, entry);
  return position;
}

/* The feed names no organisation, only the company of a group that employs: where that is one for
 * all positions, it is the name. */
static char *
dup_common_name (const char *account, GPtrArray *positions)
{
  const char *name = NULL;

  for (guint i = 0; i < positions->len; i++)
    {
      const char *organisation = cand_position_get_organisation (g_ptr_array_index (positions, i));

      if (g_str_equal (organisation, account) ||
          (name != NULL && !g_str_equal (name, organisation)))
        return NULL;
      name = organisation;
    }
  return g_strdup (name);
}

/**
 * personio_parse_list:
 * @account: whose feed
 * @page: (nullable): the feed has one page
 * @body: XML: <workzag-jobs> with a <position> each
 * @error: CAND_BOARD_ERROR_MALFORMED
 *
 * Returns: (transfer full) (nullable): the positions
 */
static CandListing *
personio_parse_list (const char *account, const char *page, GBytes *body, GError **error)
{
  g_autoptr (CandXml) root = cand_xml_parse (body, error);
  g_autoptr (CandListing) listing = NULL;

  if (root == NULL)
    return NULL;
  if (!g_str_equal (root->name, "workzag-jobs"))
    {
      g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                           "Personio’s feed is not a list of positions");
      return NULL;
    }

  listing = cand_listing_new ();
  for (guint i = 0; root->children != NULL && i < root->children->len; i++)
    {
      CandXml *entry = g_ptr_array_index (root->children, i);
      CandPosition *position =
          g_str_equal (entry->name, "position") ? read_position (account, entry) : NULL;

      if (position != NULL)
        cand_listing_add (listing, position);
      else
        listing->skipped++;
    }
  if (!cand_listing_check (listing, cand_personio.name, error))
    return NULL;
  listing->name = dup_common_name (account, listing->positions);
  return g_steal_pointer (&listing);
}

const CandBoardSystem cand_personio = {
  .id = "personio",
  .name = "Personio",
  .recognise = personio_recognise,
  .board_url = personio_board_url,
  .position_url = personio_position_url,
  /* The form is on the position's page. */
  .application_url = personio_position_url,
  .list_request = personio_list_request,
  .parse_list = personio_parse_list,
};
