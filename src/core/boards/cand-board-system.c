/* cand-board-system.c: the job-board systems that Candidacy knows, and which of them an address
 * names
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-board-system.h"

#include <string.h>

#include "cand-workable.h"

/* Longer than any address that a board has; what is longer is no address. */
#define MAX_ADDRESS 2048

static const CandBoardSystem *const systems[] = {
  &cand_workable,
  NULL,
};

GQuark
cand_board_error_quark (void)
{
  return g_quark_from_static_string ("cand-board-error-quark");
}

/* The address with a scheme: people paste "apply.workable.com/huggingface" as well. */
static char *
complete_address (const char *address)
{
  gsize authority = strcspn (address, "/?#:");

  if (g_str_has_prefix (address, "//"))
    return g_strconcat ("https:", address, NULL);
  if (authority > 0 && g_str_has_prefix (address + authority, "://"))
    return g_strdup (address);
  return g_strconcat ("https://", address, NULL);
}

static GUri *
parse_uri (const char *address)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *complete = NULL;
  g_autoptr (GUri) uri = NULL;

  if (address == NULL || strlen (address) > MAX_ADDRESS || !g_utf8_validate (address, -1, NULL))
    return NULL;
  trimmed = g_strstrip (g_strdup (address));
  if (*trimmed == '\0')
    return NULL;

  complete = complete_address (trimmed);
  /* The path stays encoded: no system has a "%2F" in an account or a code. */
  uri = g_uri_parse (complete, G_URI_FLAGS_SCHEME_NORMALIZE | G_URI_FLAGS_ENCODED_PATH, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return NULL;
  if (!g_str_equal (g_uri_get_scheme (uri), "https") &&
      !g_str_equal (g_uri_get_scheme (uri), "http"))
    return NULL;
  return g_steal_pointer (&uri);
}

/**
 * cand_address_free:
 * @self: (transfer full) (nullable): what an address named
 */
void
cand_address_free (CandAddress *self)
{
  if (self == NULL)
    return;
  g_free (self->account);
  g_free (self->code);
  g_free (self);
}

/**
 * cand_listing_free:
 * @self: (transfer full) (nullable): a board's answer
 */
void
cand_listing_free (CandListing *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_clear_pointer (&self->positions, g_ptr_array_unref);
  g_free (self);
}

/**
 * cand_board_systems:
 *
 * Returns: (transfer none): every system known, NULL-terminated
 */
const CandBoardSystem *const *
cand_board_systems (void)
{
  return systems;
}

/**
 * cand_board_system_find:
 * @id: a system's id, as board keys begin with
 *
 * Returns: (transfer none) (nullable): the system; NULL when none has that id
 */
const CandBoardSystem *
cand_board_system_find (const char *id)
{
  for (guint i = 0; systems[i] != NULL; i++)
    if (g_strcmp0 (systems[i]->id, id) == 0)
      return systems[i];
  return NULL;
}

/**
 * cand_address_parse:
 * @address: what a person pasted; the scheme may be missing, blanks around it do no harm
 * @error: CAND_BOARD_ERROR_NOT_A_BOARD
 *
 * Returns: (transfer full) (nullable): the system, and what of account and code the address says
 */
CandAddress *
cand_address_parse (const char *address, GError **error)
{
  g_autoptr (GUri) uri = parse_uri (address);
  g_autofree char *valid = NULL;
  g_autofree char *printable = NULL;

  for (guint i = 0; uri != NULL && systems[i] != NULL; i++)
    {
      CandAddress *found = systems[i]->recognise != NULL ? systems[i]->recognise (uri) : NULL;

      if (found != NULL)
        return found;
    }

  valid = g_utf8_make_valid (address != NULL ? address : "", -1);
  printable = g_utf8_truncate_middle (valid, 120);
  g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOT_A_BOARD,
               "“%s” is not an address of a job board that Candidacy knows", printable);
  return NULL;
}
