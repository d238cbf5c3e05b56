/* cand-page-boards.c: the boards that a web page leads to
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-page-boards.h"

/* More boards than any page leads to whose reader would want one of them. */
#define MAX_BOARDS 200

/* A board, and what the page names of it. An address may name a position without its account. */
typedef struct
{
  CandAddress *address; /* (owned) with the first code */
  guint n_named;
  gboolean several; /* codes */
} Found;

static void
found_free (Found *self)
{
  cand_address_free (self->address);
  g_free (self);
}

static CandAddress *
recognise (const char *address)
{
  const CandBoardSystem *const *systems = cand_board_systems ();
  g_autoptr (GUri) uri = cand_address_to_uri (address);
  CandAddress *found = NULL;

  for (guint i = 0; uri != NULL && found == NULL && systems[i] != NULL; i++)
    if (systems[i]->recognise != NULL)
      found = systems[i]->recognise (uri);
  return found;
}

static void
add_code (Found *self, const char *code)
{
  if (code == NULL || g_strcmp0 (self->address->code, code) == 0)
    return;
  if (self->address->code == NULL)
    self->address->code = g_strdup (code);
  else
    self->several = TRUE;
}

/* Takes @address. */
static void
take (GPtrArray *boards, GHashTable *by_key, CandAddress *address)
{
  g_autoptr (CandAddress) taken = address;
  g_autofree char *key =
      g_strconcat (address->system, ":", address->account != NULL ? address->account : "", NULL);
  Found *found = g_hash_table_lookup (by_key, key);

  if (found == NULL)
    {
      if (boards->len >= MAX_BOARDS)
        return;
      found = g_new0 (Found, 1);
      found->address = g_steal_pointer (&taken);
      g_ptr_array_add (boards, found);
      g_hash_table_insert (by_key, g_steal_pointer (&key), found);
    }
  else
    add_code (found, address->code);
  found->n_named++;
}

/* The one board of @system that the page names by its account; NULL when there are none, or
 * several.
 */
static Found *
find_only (GPtrArray *boards, const char *system)
{
  Found *only = NULL;

  for (guint i = 0; i < boards->len; i++)
    {
      Found *found = g_ptr_array_index (boards, i);

      if (found->address->account == NULL || !g_str_equal (found->address->system, system))
        continue;
      if (only != NULL)
        return NULL;
      only = found;
    }
  return only;
}

/* A page that lists positions without saying whose, beside the board that they are on. */
static void
join_nameless (GPtrArray *boards)
{
  for (guint i = boards->len; i > 0; i--)
    {
      Found *found = g_ptr_array_index (boards, i - 1);
      Found *board =
          found->address->account == NULL ? find_only (boards, found->address->system) : NULL;

      if (board == NULL)
        continue;
      board->n_named += found->n_named;
      board->several = board->several || found->several;
      add_code (board, found->address->code);
      g_ptr_array_remove_index (boards, i - 1);
    }
}

static int
compare_named (gconstpointer a, gconstpointer b)
{
  const Found *const *first = a;
  const Found *const *second = b;

  return ((*first)->n_named < (*second)->n_named) - ((*first)->n_named > (*second)->n_named);
}

/**
 * cand_page_find_boards:
 * @page: a page
 *
 * Returns: (transfer full) (element-type CandAddress): the boards it leads to
 */
GPtrArray *
cand_page_find_boards (CandPage *page)
{
  GPtrArray *addresses = g_ptr_array_new_with_free_func ((GDestroyNotify) cand_address_free);
  g_autoptr (GPtrArray) boards = g_ptr_array_new_with_free_func ((GDestroyNotify) found_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < page->links->len; i++)
    {
      const CandPageLink *link = g_ptr_array_index (page->links, i);
      CandAddress *address = recognise (link->address);

      if (address != NULL)
        take (boards, by_key, address);
    }
  for (guint i = 0; i < page->sources->len; i++)
    {
      CandAddress *address = recognise (g_ptr_array_index (page->sources, i));

      if (address != NULL)
        take (boards, by_key, address);
    }

  join_nameless (boards);
  /* Stable: of two that are named as often, the one named first. */
  g_ptr_array_sort (boards, compare_named);
  for (guint i = 0; i < boards->len; i++)
    {
      Found *found = g_ptr_array_index (boards, i);

      if (found->several && found->address->account != NULL)
        g_clear_pointer (&found->address->code, g_free);
      g_ptr_array_add (addresses, g_steal_pointer (&found->address));
    }
  return addresses;
}

/**
 * cand_page_claim:
 * @uri: where the page is
 * @html: the page, untrusted UTF-8
 *
 * Returns: (transfer full) (nullable): what the page itself is a board of
 */
CandAddress *
cand_page_claim (GUri *uri, const char *html)
{
  const CandBoardSystem *const *systems = cand_board_systems ();

  for (guint i = 0; systems[i] != NULL; i++)
    {
      char *account = systems[i]->claim_page != NULL ? systems[i]->claim_page (uri, html) : NULL;
      CandAddress *address;

      if (account == NULL)
        continue;
      address = g_new0 (CandAddress, 1);
      address->system = systems[i]->id;
      address->account = account;
      if (systems[i]->claim_code != NULL)
        address->code = systems[i]->claim_code (uri);
      return address;
    }
  return NULL;
}
