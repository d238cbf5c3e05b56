/* fuzz-system.c: what a job-board system answers; compiled once for each
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/cand-board-system.h"
#include "core/text/cand-blocks.h"
#include "fuzz.h"

static void
check_text (const char *text)
{
  FUZZ_CHECK (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
check_url (const char *url)
{
  FUZZ_CHECK (*url == '\0' || (g_str_has_prefix (url, "https://") && cand_link_is_safe (url)));
}

static void
check_position (CandPosition *position)
{
  g_autofree char *digest = cand_position_dup_digest (position);
  g_autofree char *facts = cand_position_dup_facts_line (position);
  g_auto (GStrv) key = g_strsplit (cand_position_get_key (position), ":", -1);

  FUZZ_CHECK (g_strv_length (key) == 3 && *key[2] != '\0');
  check_text (cand_position_get_title (position));
  check_text (cand_position_get_key (position));
  check_text (cand_position_get_description (position));
  check_text (cand_position_get_published (position));
  check_text (facts);
  check_url (cand_position_get_url (position));
  check_url (cand_position_get_application_url (position));
  if (cand_position_get_pay (position) != NULL)
    {
      g_autofree char *label = cand_pay_dup_label (cand_position_get_pay (position));

      check_text (label);
    }
}

static void
try_list (const CandBoardSystem *system, const char *page, GBytes *body)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CandListing) listing = system->parse_list ("acme", page, body, &error);

  FUZZ_CHECK_RESULT (listing, error);
  for (guint i = 0; listing != NULL && i < listing->positions->len; i++)
    {
      CandPosition *position = g_ptr_array_index (listing->positions, i);

      FUZZ_CHECK (*cand_position_get_title (position) != '\0');
      check_position (position);
    }
  if (listing != NULL && listing->next != NULL)
    {
      g_autoptr (CandRequest) request = system->list_request ("acme", listing->next);

      FUZZ_CHECK (request != NULL);
    }
}

static void
try_others (const CandBoardSystem *system, GBytes *body)
{
  if (system->parse_position != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CandPosition) position = system->parse_position ("acme", "1", body, &error);

      FUZZ_CHECK_RESULT (position, error);
      if (position != NULL)
        check_position (position);
    }
  if (system->parse_form != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CandForm) form = system->parse_form (body, &error);
      g_autofree char *json = form != NULL ? cand_form_to_json (form) : NULL;
      g_autoptr (CandForm) again = json != NULL ? cand_form_new_from_json (json, NULL) : NULL;

      FUZZ_CHECK_RESULT (form, error);
      FUZZ_CHECK (form == NULL || again != NULL);
    }
  if (system->parse_name != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = system->parse_name (body, &error);

      check_text (name);
    }
}

static void
try_claim (const CandBoardSystem *system, const uint8_t *data, size_t size)
{
  g_autoptr (GUri) uri = g_uri_parse ("https://careers.example.org/jobs", G_URI_FLAGS_NONE, NULL);
  g_autofree char *html = g_utf8_make_valid ((const char *) data, size);
  g_autofree char *account = system->claim_page != NULL ? system->claim_page (uri, html) : NULL;

  FUZZ_CHECK (account == NULL || (*account != '\0' && strchr (account, ':') == NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const CandBoardSystem *system = cand_board_system_find (CAND_FUZZ_SYSTEM);
  g_autoptr (GBytes) body = g_bytes_new (data, size);

  try_list (system, NULL, body);
  if (system->other_list != NULL)
    try_list (system, system->other_list, body);
  try_others (system, body);
  try_claim (system, data, size);
  return 0;
}
