/* test-board-system.c: the systems known, and what addresses name
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/cand-board-system.h"

/* In the order in which they are asked about an address; only a page of any kind has no address of
 * its own. */
static void
test_registry (void)
{
  static const char *const ids[] = { "workable",        "greenhouse", "lever",      "ashby",
                                     "smartrecruiters", "recruitee",  "teamtailor", "personio",
                                     "bamboohr",        "jsonld" };
  const CandBoardSystem *const *systems = cand_board_systems ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_nonnull (systems[i]);
      g_test_message ("%s", systems[i]->id);
      g_assert_cmpstr (systems[i]->id, ==, ids[i]);
      g_assert_true (cand_board_system_find (ids[i]) == systems[i]);
      g_assert_cmpstr (systems[i]->name, !=, "");
      g_assert_true (systems[i]->recognise != NULL || systems[i]->claim_page != NULL);
      g_assert_nonnull (systems[i]->board_url);
      g_assert_nonnull (systems[i]->list_request);
      g_assert_nonnull (systems[i]->parse_list);
      g_assert_true ((systems[i]->position_request == NULL) ==
                     (systems[i]->parse_position == NULL));
      g_assert_true ((systems[i]->form_request == NULL) == (systems[i]->parse_form == NULL));
      g_assert_true ((systems[i]->name_request == NULL) == (systems[i]->parse_name == NULL));
      if (systems[i]->traits & CAND_BOARD_LIST_LACKS_TEXT)
        g_assert_nonnull (systems[i]->position_request);
    }
  g_assert_null (systems[G_N_ELEMENTS (ids)]);
  g_assert_null (cand_board_system_find ("Workable"));
  g_assert_null (cand_board_system_find (""));
  g_assert_null (cand_board_system_find (NULL));
}

/* What a board goes by until its organisation says its name: never the mark of a region. */
static void
test_account_names (void)
{
  static const struct
  {
    const char *key;
    const char *name;
  } cases[] = {
    { "lever:acme", "acme" },
    { "lever:eu.acme", "acme" },
    { "greenhouse:eu.acme", "acme" },
    { "greenhouse:acme", "acme" },
    { "recruitee:eu.acme.example", "eu.acme.example" },
    { "jsonld:acme.example/careers", "acme.example/careers" },
    { "nobody:eu.acme", "eu.acme" },
    { "acme", "acme" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (cand_board_system_get_account_name (cases[i].key), ==, cases[i].name);
}

/* Every request is polite, over https, and goes where the account says. */
static void
test_requests (void)
{
  const CandBoardSystem *const *systems = cand_board_systems ();

  for (guint i = 0; systems[i] != NULL; i++)
    {
      g_autoptr (CandRequest) request = systems[i]->list_request ("acme", NULL);

      g_test_message ("%s", systems[i]->id);
      g_assert_true (g_str_has_prefix (cand_request_get_url (request), "https://"));
      g_assert_nonnull (strstr (cand_request_get_url (request), "acme"));
      g_assert_cmpuint (cand_request_get_spacing (request), >=, 1000);
      g_assert_cmpuint (cand_request_get_spacing_after_refusal (request), >=, 5000);
    }
}

static void
assert_names (const char *address, const char *account, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CandAddress) found = cand_address_parse (address, &error);

  if (found == NULL)
    g_error ("“%s”: %s", address, error->message);
  g_assert_no_error (error);
  g_assert_cmpstr (found->system, ==, "workable");
  g_assert_cmpstr (found->account, ==, account);
  g_assert_cmpstr (found->code, ==, code);
}

/* What people paste is not always whole. */
static void
test_spellings (void)
{
  assert_names ("https://apply.workable.com/huggingface/", "huggingface", NULL);
  assert_names ("http://apply.workable.com/huggingface/", "huggingface", NULL);
  assert_names ("HTTPS://APPLY.WORKABLE.COM/huggingface/", "huggingface", NULL);
  assert_names ("apply.workable.com/huggingface", "huggingface", NULL);
  assert_names ("apply.workable.com:443/huggingface", "huggingface", NULL);
  assert_names ("//apply.workable.com/huggingface", "huggingface", NULL);
  assert_names ("  apply.workable.com/huggingface/\n", "huggingface", NULL);
  assert_names ("huggingface.workable.com", "huggingface", NULL);
  assert_names ("apply.workable.com/huggingface?next=https://example.org/", "huggingface", NULL);
  assert_names ("apply.workable.com./huggingface", "huggingface", NULL);
}

static void
test_not_boards (void)
{
  g_autofree char *endless = g_strnfill (100000, 'a');
  const char *const addresses[] = {
    "",
    " ",
    "huggingface",
    "ftp://apply.workable.com/huggingface",
    "mailto:jobs@workable.com",
    "https://example.org/huggingface/",
    "https://apply.workable.com.example.org/huggingface/",
    "https://notworkable.com/huggingface/",
    "https://j.workable.com/",
    "https://api.workable.com/jobs/1",
    "https://apply.workable.com@example.org/huggingface/",
    "https://example.org@apply.workable.com/huggingface/",
    "https://",
    "https:///huggingface",
    "javascript:alert(1)",
    "https://apply.workable.com/%zz/",
    "https://apply.workable.com/\xff\xfe/",
    "https://[::1/",
    "workable:huggingface:AAAAAAAAAA",
    endless,
    NULL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CandAddress) found = cand_address_parse (addresses[i], &error);

      if (found != NULL)
        g_error ("“%s” is no board", addresses[i]);
      g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOT_A_BOARD);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpuint (strlen (error->message), <, 1000);
    }
}

static void
test_message (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cand_address_parse ("https://example.org/", &error));
  g_assert_cmpstr (error->message, ==,
                   "“https://example.org/” is not an address of a job board that Candidacy knows");
}

static void
test_new_position (void)
{
  g_autoptr (CandPosition) position = cand_board_system_new_position (
      cand_board_system_find ("lever"), "eu.acme", "A1", "Kite Tester");

  g_assert_cmpstr (cand_position_get_key (position), ==, "lever:eu.acme:A1");
  g_assert_cmpstr (cand_position_get_code (position), ==, "A1");
  g_assert_cmpstr (cand_position_get_title (position), ==, "Kite Tester");
  g_assert_cmpint (cand_position_get_state (position), ==, CAND_POSITION_STATE_OPEN);
}

/* What the source says, unless no browser should open it. */
static void
test_set_urls (void)
{
  static const struct
  {
    const char *url;
    const char *application_url;
    const char *expected_url;
    const char *expected_application_url;
  } cases[] = {
    { "https://acme.example/kites", "https://acme.example/kites/apply",
      "https://acme.example/kites", "https://acme.example/kites/apply" },
    { NULL, NULL, "https://jobs.eu.lever.co/acme/A1", "https://jobs.eu.lever.co/acme/A1/apply" },
    { "javascript:alert(1)", "https://acme.example/kites/apply", "https://jobs.eu.lever.co/acme/A1",
      "https://acme.example/kites/apply" },
    { "https://acme.example/kites", "http://acme.example/apply", "https://acme.example/kites",
      "https://jobs.eu.lever.co/acme/A1/apply" },
  };
  const CandBoardSystem *lever = cand_board_system_find ("lever");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CandPosition) position =
          cand_board_system_new_position (lever, "eu.acme", "A1", "Kite Tester");

      cand_board_system_set_urls (lever, position, "eu.acme", cases[i].url,
                                  cases[i].application_url);
      g_assert_cmpstr (cand_position_get_url (position), ==, cases[i].expected_url);
      g_assert_cmpstr (cand_position_get_application_url (position), ==,
                       cases[i].expected_application_url);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/boards/board-system/registry", test_registry);
  g_test_add_func ("/boards/board-system/account-names", test_account_names);
  g_test_add_func ("/boards/board-system/requests", test_requests);
  g_test_add_func ("/boards/board-system/spellings", test_spellings);
  g_test_add_func ("/boards/board-system/not-boards", test_not_boards);
  g_test_add_func ("/boards/board-system/message", test_message);
  g_test_add_func ("/boards/board-system/new-position", test_new_position);
  g_test_add_func ("/boards/board-system/set-urls", test_set_urls);
  return g_test_run ();
}
