/* cand-programme-changes.c: how a later reading of an announcement differs from an earlier one
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-programme.h"

#include <glib/gi18n-lib.h>

#include "cand-model-text.h"

void
cand_programme_changes_free (CandProgrammeChanges *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->withdrawn);
  g_strfreev (self->added);
  g_strfreev (self->renamed);
  g_strfreev (self->earlier);
  g_free (self);
}

/* What it goes by where it has no key. */
static const char *
get_name (const CandProgrammeEntry *entry)
{
  return *entry->url != '\0' ? entry->url : entry->title;
}

/* (element-type utf8 CandProgrammeEntry), all of @programme's, by their keys and names. */
static GHashTable *
index_entries (CandProgramme *programme)
{
  GHashTable *entries = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = cand_programme_get_n_entries (programme); i > 0; i--)
    {
      const CandProgrammeEntry *entry = cand_programme_get_entry (programme, i - 1);

      g_hash_table_insert (entries, (gpointer) get_name (entry), (gpointer) entry);
      if (*entry->key != '\0')
        g_hash_table_insert (entries, entry->key, (gpointer) entry);
    }
  return entries;
}

/* The same position: one that is named by its code alone gets a key when it is taken in, and until
 * then goes by its address. */
static const CandProgrammeEntry *
find_entry (GHashTable *entries, const CandProgrammeEntry *entry)
{
  const CandProgrammeEntry *other = NULL;

  if (*entry->key != '\0')
    other = g_hash_table_lookup (entries, entry->key);
  if (other == NULL)
    {
      other = g_hash_table_lookup (entries, get_name (entry));
      if (other != NULL && *other->key != '\0' && *entry->key != '\0')
        other = NULL;
    }
  return other;
}

/* The titles in @programme of what is not in @others. */
static GStrv
list_missing (CandProgramme *programme, GHashTable *others)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();

  for (guint i = 0; i < cand_programme_get_n_entries (programme); i++)
    {
      const CandProgrammeEntry *entry = cand_programme_get_entry (programme, i);

      if (find_entry (others, entry) == NULL)
        g_strv_builder_add (titles, entry->title);
    }
  return g_strv_builder_end (titles);
}

static void
compare_entries (CandProgrammeChanges *self, CandProgramme *earlier, CandProgramme *later)
{
  g_autoptr (GHashTable) before = index_entries (earlier);
  g_autoptr (GHashTable) after = index_entries (later);
  g_autoptr (GStrvBuilder) renamed = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();

  self->withdrawn = list_missing (earlier, after);
  self->added = list_missing (later, before);
  for (guint i = 0; i < cand_programme_get_n_entries (later); i++)
    {
      const CandProgrammeEntry *entry = cand_programme_get_entry (later, i);
      const CandProgrammeEntry *old = find_entry (before, entry);

      if (old == NULL)
        continue;
      if (!g_str_equal (old->title, entry->title))
        {
          g_strv_builder_add (renamed, entry->title);
          g_strv_builder_add (titles, old->title);
        }
      if (!g_str_equal (old->team, entry->team) || !g_str_equal (old->summary, entry->summary))
        self->text_changed = TRUE;
    }
  self->renamed = g_strv_builder_end (renamed);
  self->earlier = g_strv_builder_end (titles);
}

static gboolean
texts_differ (CandProgramme *a, CandProgramme *b)
{
  const char *(*const getters[]) (CandProgramme *) = {
    cand_programme_get_title,        cand_programme_get_portal_url, cand_programme_get_organisation,
    cand_programme_get_introduction, cand_programme_get_locations,  cand_programme_get_how_to_apply,
    cand_programme_get_statement,
  };

  for (guint i = 0; i < G_N_ELEMENTS (getters); i++)
    if (!g_str_equal (getters[i](a), getters[i](b)))
      return TRUE;
  return cand_programme_get_short_submission (a) != cand_programme_get_short_submission (b) ||
         !g_strv_equal (cand_programme_get_authors (a), cand_programme_get_authors (b)) ||
         !g_strv_equal (cand_programme_get_checklist (a), cand_programme_get_checklist (b));
}

CandProgrammeChanges *
cand_programme_compare (CandProgramme *earlier, CandProgramme *later)
{
  g_autoptr (CandProgrammeChanges) changes = NULL;

  g_return_val_if_fail (CAND_IS_PROGRAMME (earlier), NULL);
  g_return_val_if_fail (CAND_IS_PROGRAMME (later), NULL);
  changes = g_new0 (CandProgrammeChanges, 1);
  compare_entries (changes, earlier, later);
  changes->date_changed =
      g_strcmp0 (cand_programme_get_date (earlier), cand_programme_get_date (later)) != 0;
  if (texts_differ (earlier, later))
    changes->text_changed = TRUE;
  if (changes->withdrawn[0] == NULL && changes->added[0] == NULL && changes->renamed[0] == NULL &&
      !changes->date_changed && !changes->text_changed)
    return NULL;
  return g_steal_pointer (&changes);
}

guint
cand_programme_count_kept (CandProgramme *earlier, CandProgramme *later)
{
  g_autoptr (GHashTable) entries = NULL;
  guint n = 0;

  g_return_val_if_fail (CAND_IS_PROGRAMME (earlier), 0);
  g_return_val_if_fail (CAND_IS_PROGRAMME (later), 0);
  entries = index_entries (later);
  for (guint i = 0; i < cand_programme_get_n_entries (earlier); i++)
    n += find_entry (entries, cand_programme_get_entry (earlier, i)) != NULL;
  return n;
}

const char *
cand_programme_changes_get_earlier (const CandProgrammeChanges *self, guint place)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->earlier != NULL && place < g_strv_length (self->earlier) ? self->earlier[place]
                                                                        : NULL;
}

/* Takes @count. */
static void
take_count (GString *counts, guint n, char *count)
{
  if (n > 0)
    /* Translators: between two counts: "7 withdrawn, 2 added". */
    g_string_append_printf (counts, "%s%s", counts->len > 0 ? C_ ("between counts", ", ") : "",
                            count);
  g_free (count);
}

/* "7 withdrawn, 2 added, 1 renamed", or some of these. */
static char *
dup_counts (const CandProgrammeChanges *self)
{
  GString *counts = g_string_new (NULL);
  guint n;

  n = g_strv_length (self->withdrawn);
  /* Translators: so many positions that an announcement introduced, and does not any more. */
  take_count (counts, n, g_strdup_printf (ngettext ("%u withdrawn", "%u withdrawn", n), n));
  n = g_strv_length (self->added);
  /* Translators: so many positions that an announcement introduces now, and did not before. */
  take_count (counts, n, g_strdup_printf (ngettext ("%u added", "%u added", n), n));
  n = g_strv_length (self->renamed);
  /* Translators: so many positions that an announcement calls otherwise than before. */
  take_count (counts, n, g_strdup_printf (ngettext ("%u renamed", "%u renamed", n), n));
  return g_string_free (counts, FALSE);
}

char *
cand_programme_changes_dup_summary (const CandProgrammeChanges *self)
{
  g_autofree char *counts = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  counts = dup_counts (self);
  if (*counts != '\0' && self->date_changed)
    /* Translators: %s is "7 withdrawn, 2 added, 1 renamed", or some of these. */
    return g_strdup_printf (_ ("%s; the date line changed"), counts);
  if (*counts != '\0')
    /* Translators: %s is "7 withdrawn, 2 added, 1 renamed", or some of these. */
    return g_strdup_printf (_ ("%s; the date line did not change"), counts);
  if (self->date_changed && self->text_changed)
    return g_strdup (_ ("The date line and the text changed"));
  if (self->date_changed)
    return g_strdup (_ ("The date line changed"));
  return g_strdup (_ ("The text changed; the date line did not"));
}
