/* cand-workable.c: Workable's addresses
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-workable.h"

#include <string.h>

#include "cand-workable-private.h"

/* Workable answers 429 to a client that asks for more than about one thing a second; these two are
 * what it has been seen to put up with. */
#define SPACING 2000
#define SPACING_AFTER_REFUSAL 5000

#define DOMAIN_SUFFIX ".workable.com"
#define MAX_ACCOUNT 100

gboolean
cand_workable_is_word (const char *text, gsize max_length)
{
  gsize length = strlen (text);

  if (length > max_length || !g_ascii_isalnum (*text))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && text[i] != '-' && text[i] != '_')
      return FALSE;
  return TRUE;
}

static gboolean
is_one_of (const char *text, const char *const *words)
{
  return g_strv_contains (words, text);
}

/* NULL when @account is none, or when neither it nor @code says anything. Each has one spelling
 * here, so that a board is not followed twice. */
static CandAddress *
address_new (const char *account, const char *code)
{
  CandAddress *address;

  if (account != NULL && !cand_workable_is_word (account, MAX_ACCOUNT))
    return NULL;
  if (code != NULL && !cand_workable_is_word (code, CAND_WORKABLE_MAX_CODE))
    code = NULL;
  if (account == NULL && code == NULL)
    return NULL;

  address = g_new0 (CandAddress, 1);
  address->system = cand_workable.id;
  address->account = account != NULL ? g_ascii_strdown (account, -1) : NULL;
  address->code = code != NULL ? g_ascii_strup (code, -1) : NULL;
  return address;
}

/* The path's parts without the empty ones. */
static GStrv
split_path (GUri *uri)
{
  g_auto (GStrv) parts = g_strsplit (g_uri_get_path (uri), "/", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);
  return g_strv_builder_end (builder);
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
  g_autofree char *host = g_ascii_strdown (g_uri_get_host (uri), -1);
  g_auto (GStrv) parts = split_path (uri);
  g_autofree char *account = NULL;
  g_autofree char *code = NULL;

  if (g_str_has_suffix (host, "."))
    host[strlen (host) - 1] = '\0';
  if (!g_str_has_suffix (host, DOMAIN_SUFFIX))
    return NULL;

  account = g_strndup (host, strlen (host) - strlen (DOMAIN_SUFFIX));
  if (g_str_equal (account, "apply"))
    return recognise_apply (parts);
  if (g_str_equal (account, "www") && g_strcmp0 (parts[0], "api") == 0)
    return recognise_api (parts + 1);
  if (is_one_of (account, not_accounts))
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

char *
cand_workable_position_url (const char *account, const char *code)
{
  g_autofree char *board = NULL;
  g_autofree char *escaped = g_uri_escape_string (code, NULL, FALSE);

  /* Workable leads from the address without an account to the one with it. */
  if (account == NULL)
    return g_strdup_printf ("https://apply.workable.com/j/%s/", escaped);
  board = workable_board_url (account);
  return g_strdup_printf ("%sj/%s/", board, escaped);
}

char *
cand_workable_application_url (const char *account, const char *code)
{
  g_autofree char *position = cand_workable_position_url (account, code);

  return g_strconcat (position, "apply/", NULL);
}

CandRequest *
cand_workable_request (const char *url)
{
  CandRequest *request = cand_request_new ("GET", url);

  cand_request_set_accept (request, "application/json");
  cand_request_set_spacing (request, SPACING, SPACING_AFTER_REFUSAL);
  return request;
}

/* The answer for career pages, "widget": the one public list that needs neither key nor paging.
 * Workable's developer documentation gives it as www.workable.com/api/accounts/ACCOUNT, which
 * redirects here. */
static CandRequest *
workable_list_request (const char *account)
{
  g_autofree char *escaped = g_uri_escape_string (account, NULL, FALSE);

  g_autofree char *url = g_strdup_printf (
      "https://apply.workable.com/api/v1/widget/accounts/%s?details=true", escaped);

  return cand_workable_request (url);
}

const CandBoardSystem cand_workable = {
  .id = "workable",
  .name = "Workable",
  .recognise = workable_recognise,
  .board_url = workable_board_url,
  .position_url = cand_workable_position_url,
  .application_url = cand_workable_application_url,
  .list_request = workable_list_request,
  .parse_list = cand_workable_parse_list,
  .form_request = cand_workable_form_request,
  .parse_form = cand_workable_parse_form,
  .standard_form = cand_workable_standard_form,
};
