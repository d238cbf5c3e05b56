/* cand-listing.c: the positions that a board's answer lists
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-listing.h"

#include "cand-board-system.h"
#include "cand-json.h"
#include "core/model/cand-model-text.h"

/* As many may be taken down between one page and the next. */
#define GONE_PER_PAGE 2

CandListing *
cand_listing_new (void)
{
  CandListing *self = g_new0 (CandListing, 1);

  self->positions = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
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
  g_free (self->next);
  g_hash_table_unref (self->by_code);
  g_clear_pointer (&self->aliases, g_hash_table_unref);
  g_ptr_array_unref (self->positions);
  g_free (self);
}

CandPosition *
cand_listing_find (CandListing *self, const char *code)
{
  return g_hash_table_lookup (self->by_code, code);
}

static void
merge_workplace (CandPosition *into, CandPosition *from)
{
  gboolean remote = cand_position_get_workplace (from) == CAND_WORKPLACE_REMOTE &&
                    cand_position_get_workplace (into) != CAND_WORKPLACE_REMOTE;
  gboolean silent = cand_position_get_workplace (into) == CAND_WORKPLACE_UNKNOWN &&
                    *cand_position_get_workplace_text (into) == '\0';

  if (remote || silent)
    cand_position_set_workplace (into, cand_position_get_workplace (from),
                                 cand_position_get_workplace_text (from));
}

/* What only the second entry says. */
static void
merge_facts (CandPosition *into, CandPosition *from)
{
  if (*cand_position_get_employment_text (into) == '\0' &&
      cand_position_get_employment (into) == CAND_EMPLOYMENT_UNKNOWN)
    cand_position_set_employment (into, cand_position_get_employment (from),
                                  cand_position_get_employment_text (from));
  if (cand_position_get_pay (into) == NULL && *cand_position_get_pay_text (into) == '\0')
    cand_position_set_pay (into, cand_position_get_pay (from), cand_position_get_pay_text (from));
  if (cand_position_get_published (into) == NULL)
    cand_position_set_published (into, cand_position_get_published (from));
  if (cand_position_get_updated (into) == NULL)
    cand_position_set_updated (into, cand_position_get_updated (from));
  if (cand_position_get_closing (into) == NULL)
    cand_position_set_closing (into, cand_position_get_closing (from));
  if (cand_position_get_description (into) == NULL)
    cand_position_set_description (into, cand_position_get_description (from));
}

static void
merge_places (CandPosition *into, CandPosition *from)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) places = NULL;

  /* A full one takes none any more, and copying it for each of a million entries takes hours. */
  if (*cand_position_get_locations (from) == NULL ||
      g_strv_length ((char **) cand_position_get_locations (into)) >= CAND_POSITION_MAX_LOCATIONS)
    return;
  g_strv_builder_addv (builder, (const char **) cand_position_get_locations (into));
  g_strv_builder_addv (builder, (const char **) cand_position_get_locations (from));
  places = g_strv_builder_end (builder);
  cand_position_set_locations (into, (const char *const *) places);
}

/**
 * cand_listing_add:
 * @self: an answer
 * @position: (transfer full): one of its entries
 */
void
cand_listing_add (CandListing *self, CandPosition *position)
{
  g_autoptr (CandPosition) taken = position;
  CandPosition *known = cand_listing_find (self, cand_position_get_code (position));

  if (known == NULL)
    {
      g_hash_table_insert (self->by_code, (char *) cand_position_get_code (position), position);
      g_ptr_array_add (self->positions, g_steal_pointer (&taken));
      return;
    }
  merge_places (known, position);
  merge_workplace (known, position);
  merge_facts (known, position);
}

void
cand_listing_add_alias (CandListing *self, const char *alias, const char *code)
{
  g_hash_table_insert (self->aliases, g_strdup (alias), g_strdup (code));
}

void
cand_listing_take_entries (CandListing *self,
                           const char *account,
                           JsonArray *entries,
                           CandListingTakeFunc take)
{
  guint n_entries = json_array_get_length (entries);

  for (guint i = 0; i < n_entries; i++)
    {
      JsonObject *entry = cand_json_get_object_element (entries, i);

      if (entry == NULL || !take (self, account, entry))
        self->skipped++;
    }
}

/**
 * cand_listing_append:
 * @self: the pages so far
 * @page: (transfer full): the one that follows
 */
void
cand_listing_append (CandListing *self, CandListing *page)
{
  g_autoptr (CandListing) taken = page;
  GHashTableIter aliases;
  gpointer alias, code;

  g_hash_table_iter_init (&aliases, page->aliases);
  while (g_hash_table_iter_next (&aliases, &alias, &code))
    cand_listing_add_alias (self, alias, code);
  for (guint i = 0; i < page->positions->len; i++)
    cand_listing_add (self, g_object_ref (g_ptr_array_index (page->positions, i)));
  self->skipped += page->skipped;
  self->n_entries += page->n_entries;
  self->total = MAX (self->total, page->total);
  self->n_pages++;
  if (self->name == NULL)
    self->name = cand_text_dup_fact (page->name);
  g_free (self->next);
  self->next = g_steal_pointer (&page->next);
}

gboolean
cand_listing_check (CandListing *self, const char *system, GError **error)
{
  if (self->positions->len > 0 || self->skipped == 0)
    return TRUE;
  g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
               "%s: none of the %u entries of the list can be read", system, self->skipped);
  return FALSE;
}

gboolean
cand_listing_check_whole (CandListing *self, const char *system, GError **error)
{
  gint64 gone = self->n_pages > 1 ? (gint64) GONE_PER_PAGE * (self->n_pages - 1) : 0;

  if (self->n_entries >= self->total - gone)
    return TRUE;
  g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
               "%s: the list says that it has %" G_GINT64_FORMAT " entries, and %u came", system,
               self->total, self->n_entries);
  return FALSE;
}
