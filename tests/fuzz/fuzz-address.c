/* fuzz-address.c: what a person pastes as an address
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/cand-board-system.h"
#include "fuzz.h"

static void
check_request (CandRequest *request)
{
  FUZZ_CHECK (request == NULL || g_str_has_prefix (cand_request_get_url (request), "https://"));
  g_clear_object (&request);
}

static void
check_address (const CandAddress *address)
{
  const CandBoardSystem *system = cand_board_system_find (address->system);
  const char *account = address->account;
  const char *code = address->code;

  FUZZ_CHECK (account != NULL || code != NULL);
  FUZZ_CHECK (account == NULL || (*account != '\0' && strchr (account, ':') == NULL));
  FUZZ_CHECK (code == NULL || (*code != '\0' && strchr (code, ':') == NULL));
  if (account == NULL)
    {
      FUZZ_CHECK (system->account_request != NULL);
      check_request (system->account_request (code));
      return;
    }
  check_request (system->list_request (account, NULL));
  if (system->name_request != NULL)
    check_request (system->name_request (account));
  if (code != NULL && system->position_request != NULL)
    check_request (system->position_request (account, code));
  if (code != NULL && system->form_request != NULL)
    check_request (system->form_request (account, code));
}

/* The board's own address leads to the board again. */
static void
check_home (const CandAddress *address)
{
  const CandBoardSystem *system = cand_board_system_find (address->system);
  g_autofree char *url = address->account != NULL && system->board_url != NULL
                             ? system->board_url (address->account)
                             : NULL;
  g_autoptr (CandAddress) again = url != NULL ? cand_address_parse (url, NULL) : NULL;

  FUZZ_CHECK (url == NULL || again != NULL);
  FUZZ_CHECK (again == NULL || (again->system == address->system &&
                                g_strcmp0 (again->account, address->account) == 0));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandAddress) address = cand_address_parse (text, &error);
  g_autofree char *stripped = cand_address_strip_tracking (text);

  FUZZ_CHECK_RESULT (address, error);
  if (stripped != NULL)
    {
      g_autoptr (GUri) uri = cand_address_to_uri (stripped);

      FUZZ_CHECK (uri != NULL);
    }
  if (address != NULL)
    {
      check_address (address);
      check_home (address);
    }
  return 0;
}
