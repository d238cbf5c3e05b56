/* cand-workable.c: Workable's addresses and requests
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-workable-private.h"

#include "core/boards/cand-board-request.h"

#include <string.h>

/* Workable answers 429 to a client that asks for more than about one thing a second; these two are
 * what it has been seen to put up with. */
#define SPACING 2000
#define SPACING_AFTER_REFUSAL 5000

#define DOMAIN_SUFFIX ".workable.com"
#define MAX_ACCOUNT 100

/* NULL when @account is none, or when neither it nor @code says anything. Each has one spelling
 * here, so that a board is not followed twice. */
static CandAddress *
address_new (const char *account, const char *code)
{
  /* What its addresses have in an account's place. */
  static const char *const reserved[] = { "api", "j", "oops" };
  CandAddress *address;

  for (guint i = 0; account != NULL && i < G_N_ELEMENTS (reserved); i++)
    if (g_ascii_strcasecmp (account, reserved[i]) == 0)
      return NULL;
  if (account != NULL && !cand_address_is_word (account, NULL, MAX_ACCOUNT))
    return NULL;
  if (code != NULL && !cand_address_is_word (code, NULL, CAND_WORKABLE_MAX_CODE))
    code = NULL;
  if (account == NULL && code == NULL)
    return NULL;

  address = g_new0 (CandAddress, 1);
  address->system = cand_workable.id;
  address->account = account != NULL ? g_ascii_strdown (account, -1) : NULL;
  address->code = code != NULL ? g_ascii_strup (code, -1) : NULL;
  return address;
}

/* "j/CODE…" and "jobs/view/CODE.md" (the copy for text readers), after the account. Anything else
 * names no code: "jobs/1234" is an old number that has no shortcode. */
static char *
find_code (char **parts)
{
  const char *code;

  if (parts[0] == NULL || parts[1] == NULL)
    return NULL;
  if (g_str_equal (parts[0], "j"))
    return g_strdup (parts[1]);
  if (!g_str_equal (parts[0], "jobs") || !g_str_equal (parts[1], "view") || parts[2] == NULL)
    return NULL;
  code = parts[2];
  return g_str_has_suffix (code, ".md") ? g_strndup (code, strlen (code) - strlen (".md"))
                                        : g_strdup (code);
}

/* "api/v1/widget/accounts/ACCOUNT", "api/v3/accounts/ACCOUNT/jobs/CODE", "api/v1/jobs/CODE/form".
 */
static CandAddress *
recognise_api (char **parts)
{
  const char *account = NULL;
  const char *code = NULL;

  for (guint i = 0; parts[i] != NULL && parts[i + 1] != NULL; i++)
    if (g_str_equal (parts[i], "accounts") && account == NULL)
      account = parts[++i];
    else if (g_str_equal (parts[i], "jobs") && code == NULL)
      code = parts[++i];

  return address_new (account, code);
}

static CandAddress *
recognise_apply (char **parts)
{
  g_autofree char *code = NULL;

  if (parts[0] == NULL || g_str_equal (parts[0], "oops"))
    return NULL;
  if (g_str_equal (parts[0], "api"))
    return recognise_api (parts + 1);
  if (g_str_equal (parts[0], "j"))
    return address_new (NULL, parts[1]);

  code = find_code (parts + 1);
  return address_new (parts[0], code);
}

static CandAddress *
workable_recognise (GUri *uri)
{
  static const char *const not_accounts[] = { "www", "apply", "jobs", "help", "resources", NULL };
  g_autofree char *host = cand_address_dup_host (uri);
  g_autofree char *account = cand_address_dup_label (host, DOMAIN_SUFFIX);
  g_auto (GStrv) parts = cand_address_split_path (uri);
  g_autofree char *code = NULL;

  if (account == NULL)
    return NULL;
  if (g_str_equal (account, "apply"))
    return recognise_apply (parts);
  if (g_str_equal (account, "www") && g_strcmp0 (parts[0], "api") == 0)
    return recognise_api (parts + 1);
  if (g_strv_contains (not_accounts, account))
    return NULL;

  code = find_code (parts);
  return address_new (account, code);
}

static char *
workable_board_url (const char *account)
{
  g_autofree char *escaped = g_uri_escape_string (account, NULL, FALSE);

  return g_strdup_printf ("https://apply.workable.com/%s/", escaped);
}

/* @account may be NULL. */
static char *
workable_position_url (const char *account, const char *code)
{
  g_autofree char *board = NULL;
  g_autofree char *escaped = g_uri_escape_string (code, NULL, FALSE);

  /* Workable leads from the address without an account to the one with it. */
  if (account == NULL)
    return g_strdup_printf ("https://apply.workable.com/j/%s/", escaped);
  board = workable_board_url (account);
  return g_strdup_printf ("%sj/%s/", board, escaped);
}

static char *
workable_application_url (const char *account, const char *code)
{
  g_autofree char *position = workable_position_url (account, code);

  return g_strconcat (position, "apply/", NULL);
}

CandRequest *
cand_workable_request (const char *method, const char *url)
{
  CandRequest *request = cand_board_request_new (method, url, "application/json");

  cand_request_set_spacing (request, SPACING, SPACING_AFTER_REFUSAL);
  return request;
}

/* Only the redirect tells whose position it is. */
static CandRequest *
workable_account_request (const char *code)
{
  g_autofree char *escaped = g_uri_escape_string (code, NULL, FALSE);
  g_autofree char *url = g_strdup_printf ("https://apply.workable.com/j/%s", escaped);
  CandRequest *request = cand_workable_request ("GET", url);

  cand_request_set_accept (request, "text/html");
  cand_request_set_follow (request, FALSE);
  return request;
}

/* The answer for career pages, "widget": the one public list that needs neither key nor paging.
 * Workable's developer documentation gives it as www.workable.com/api/accounts/ACCOUNT, which
 * redirects here. */
static CandRequest *
workable_list_request (const char *account, const char *page)
{
  g_autofree char *escaped = NULL;
  g_autofree char *url = NULL;

  if (page != NULL)
    return cand_workable_page_request (account, page);
  escaped = g_uri_escape_string (account, NULL, FALSE);
  url = g_strdup_printf ("https://apply.workable.com/api/v1/widget/accounts/%s?details=true",
                         escaped);
  return cand_workable_request ("GET", url);
}

const CandBoardSystem cand_workable = {
  .id = "workable",
  .name = "Workable",
  .traits = CAND_BOARD_EMPTY_IS_VAGUE,
  .recognise = workable_recognise,
  .account_request = workable_account_request,
  .board_url = workable_board_url,
  .position_url = workable_position_url,
  .application_url = workable_application_url,
  .list_request = workable_list_request,
  .parse_list = cand_workable_parse_list,
  .other_list = CAND_WORKABLE_OTHER_LIST,
  .name_request = cand_workable_name_request,
  .parse_name = cand_workable_parse_name,
  .position_request = cand_workable_position_request,
  .parse_position = cand_workable_parse_position,
  .form_request = cand_workable_form_request,
  .parse_form = cand_workable_parse_form,
  .standard_form = cand_workable_standard_form,
};
