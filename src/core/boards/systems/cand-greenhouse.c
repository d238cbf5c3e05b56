/* cand-greenhouse.c: Greenhouse's addresses
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-greenhouse-private.h"

#include "core/boards/cand-board-request.h"
#include "core/model/cand-model-text.h"

#include <string.h>

#define MAX_TOKEN 100

/* An account is the board's token in lower case, "acme". A board that Greenhouse keeps in Europe is
 * "eu.acme": the browser has to be led to other hosts, while the interface that gives the data
 * serves the tokens of both under one host. A token has no dot. */
#define EU_PREFIX "eu."

typedef enum
{
  HOST_OTHER,
  HOST_BOARDS,
  HOST_BOARDS_EU,
} Host;

const char *
cand_greenhouse_get_token (const char *account)
{
  return g_str_has_prefix (account, EU_PREFIX) ? account + strlen (EU_PREFIX) : account;
}

static Host
classify_host (const char *host)
{
  static const struct
  {
    const char *name;
    Host host;
  } hosts[] = {
    { "boards.greenhouse.io", HOST_BOARDS },
    { "job-boards.greenhouse.io", HOST_BOARDS },
    { "boards-api.greenhouse.io", HOST_BOARDS },
    { "api.greenhouse.io", HOST_BOARDS },
    { "boards.eu.greenhouse.io", HOST_BOARDS_EU },
    { "job-boards.eu.greenhouse.io", HOST_BOARDS_EU },
    { "boards-api.eu.greenhouse.io", HOST_BOARDS_EU },
  };

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    if (g_str_equal (host, hosts[i].name))
      return hosts[i].host;
  return HOST_OTHER;
}

/* Both may be NULL. NULL when @token is none, or when neither of them says anything. */
static CandAddress *
address_new (Host host, const char *token, const char *code)
{
  CandAddress *address;

  if (token != NULL && !cand_address_is_word (token, NULL, MAX_TOKEN))
    return NULL;
  if (code != NULL && !cand_address_is_number (code))
    code = NULL;
  if (token == NULL && code == NULL)
    return NULL;

  address = g_new0 (CandAddress, 1);
  address->system = cand_greenhouse.id;
  address->code = g_strdup (code);
  if (token != NULL)
    {
      g_autofree char *lower = g_ascii_strdown (token, -1);

      address->account = g_strconcat (host == HOST_BOARDS_EU ? EU_PREFIX : "", lower, NULL);
    }
  return address;
}

/* "embed/job_board?for=TOKEN", "embed/job_board/js?for=TOKEN" (the script of a company's own page),
 * "embed/job_app?for=TOKEN&token=CODE", where what comes from elsewhere may lack the board. */
static CandAddress *
recognise_embedded (GUri *uri, Host host)
{
  g_autofree char *token = cand_address_dup_parameter (uri, "for");
  g_autofree char *code = cand_address_dup_parameter (uri, "token");

  if (code == NULL)
    code = cand_address_dup_parameter (uri, "gh_jid");
  return address_new (host, token, code);
}

/* "TOKEN/jobs/CODE", or "TOKEN?gh_jid=CODE". */
static CandAddress *
recognise_board (GUri *uri, Host host, char **parts)
{
  g_autofree char *code = NULL;

  if (parts[0] == NULL)
    return NULL;
  if (parts[1] != NULL && g_str_equal (parts[1], "jobs"))
    code = g_strdup (parts[2]);
  if (code == NULL)
    code = cand_address_dup_parameter (uri, "gh_jid");
  return address_new (host, parts[0], code);
}

static CandAddress *
greenhouse_recognise (GUri *uri)
{
  g_autofree char *name = cand_address_dup_host (uri);
  g_auto (GStrv) parts = cand_address_split_path (uri);
  Host host = classify_host (name);

  /* An organisation's own page names the position, but not whose it is. */
  if (host == HOST_OTHER)
    {
      g_autofree char *code = cand_address_dup_parameter (uri, "gh_jid");

      return address_new (host, NULL, code);
    }
  if (parts[0] == NULL)
    return NULL;
  if (g_ascii_strcasecmp (parts[0], "embed") == 0)
    return recognise_embedded (uri, host);
  /* "v1/boards/TOKEN/jobs/CODE" of the interface for programs. */
  if (g_ascii_strcasecmp (parts[0], "v1") == 0)
    return g_strcmp0 (parts[1], "boards") == 0 ? recognise_board (uri, host, parts + 2) : NULL;
  return recognise_board (uri, host, parts);
}

/* Greenhouse leads from the form of a position to the same with its board: it answers 301. */
static CandRequest *
greenhouse_account_request (const char *code)
{
  g_autofree char *escaped = g_uri_escape_string (code, NULL, FALSE);
  g_autofree char *url =
      g_strconcat ("https://boards.greenhouse.io/embed/job_app?token=", escaped, NULL);
  CandRequest *request = cand_board_request_new ("GET", url, "text/html");

  cand_request_set_follow (request, FALSE);
  return request;
}

/* "https://boards.greenhouse.io/" for the @host "boards", where the account is kept. */
static char *
dup_origin (const char *account, const char *host)
{
  return g_strconcat ("https://", host, g_str_has_prefix (account, EU_PREFIX) ? ".eu" : "",
                      ".greenhouse.io/", NULL);
}

static char *
greenhouse_board_url (const char *account)
{
  g_autofree char *origin = dup_origin (account, "job-boards");
  g_autofree char *token = g_uri_escape_string (cand_greenhouse_get_token (account), NULL, FALSE);

  return g_strconcat (origin, token, NULL);
}

static char *
greenhouse_position_url (const char *account, const char *code)
{
  g_autofree char *board = greenhouse_board_url (account);
  g_autofree char *escaped = g_uri_escape_string (code, NULL, FALSE);

  return g_strconcat (board, "/jobs/", escaped, NULL);
}

/* The form alone, also where the organisation shows its positions on pages of its own. */
static char *
greenhouse_application_url (const char *account, const char *code)
{
  g_autofree char *origin = dup_origin (account, "boards");
  g_autofree char *token = g_uri_escape_string (cand_greenhouse_get_token (account), NULL, FALSE);
  g_autofree char *escaped = g_uri_escape_string (code, NULL, FALSE);

  return g_strconcat (origin, "embed/job_app?for=", token, "&token=", escaped, NULL);
}

/* The one host that answers for boards of both regions; boards-api.eu.greenhouse.io does not exist.
 */
static CandRequest *
api_request_new (const char *account, const char *rest)
{
  g_autofree char *token = g_uri_escape_string (cand_greenhouse_get_token (account), NULL, FALSE);
  g_autofree char *url =
      g_strconcat ("https://boards-api.greenhouse.io/v1/boards/", token, rest, NULL);

  return cand_board_request_new_json (url);
}

/* Everything in one answer: there are no pages.
 * https://developers.greenhouse.io/job-board.html#list-jobs */
static CandRequest *
greenhouse_list_request (const char *account, const char *page)
{
  return api_request_new (account, "/jobs?content=true");
}

static CandRequest *
greenhouse_name_request (const char *account)
{
  return api_request_new (account, "");
}

static char *
greenhouse_parse_name (GBytes *body, GError **error)
{
  g_autoptr (JsonObject) top = cand_json_parse_object (body, "Greenhouse's board", error);
  char *name;

  if (top == NULL)
    return NULL;
  name = cand_text_dup_fact (cand_json_get_string (top, "name"));
  if (name == NULL)
    g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                         "Greenhouse's board has no name");
  return name;
}

/* The position with its pay ranges, and what its form asks. */
static CandRequest *
greenhouse_position_request (const char *account, const char *code)
{
  g_autofree char *escaped = g_uri_escape_string (code, NULL, FALSE);
  g_autofree char *rest =
      g_strconcat ("/jobs/", escaped, "?questions=true&pay_transparency=true", NULL);

  return api_request_new (account, rest);
}

const CandBoardSystem cand_greenhouse = {
  .id = "greenhouse",
  .name = "Greenhouse",
  .traits = CAND_BOARD_LIST_LACKS_PAY,
  .recognise = greenhouse_recognise,
  .account_request = greenhouse_account_request,
  .account_name = cand_greenhouse_get_token,
  .board_url = greenhouse_board_url,
  .position_url = greenhouse_position_url,
  .application_url = greenhouse_application_url,
  .list_request = greenhouse_list_request,
  .parse_list = cand_greenhouse_parse_list,
  .name_request = greenhouse_name_request,
  .parse_name = greenhouse_parse_name,
  .position_request = greenhouse_position_request,
  .parse_position = cand_greenhouse_parse_position,
  .form_request = greenhouse_position_request,
  .parse_form = cand_greenhouse_parse_form,
};
