/* cand-profile-merge.c: takes what another profile says into one, replacing nothing
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-profile-merge.h"

#include <string.h>

#include "cand-model-json.h"
#include "cand-model-text.h"
#include "cand-profile-entry.h"
#include "cand-resume.h"

typedef struct
{
  CandProfile *profile;
  CandProfile *other;
  GPtrArray *differences;
  guint filled;
} Merging;

void
cand_profile_difference_free (CandProfileDifference *self)
{
  if (self == NULL)
    return;
  g_free (self->present);
  g_free (self->offered);
  g_clear_object (&self->other);
  g_free (self);
}

static CandProfileDifference *
add_difference (Merging *self, CandProfilePart part, const char *present, const char *offered)
{
  CandProfileDifference *difference = g_new0 (CandProfileDifference, 1);

  difference->part = part;
  difference->index = G_MAXUINT;
  difference->present = g_strdup (present);
  difference->offered = g_strdup (offered);
  difference->other = g_object_ref (self->other);
  g_ptr_array_add (self->differences, difference);
  return difference;
}

/* --- texts --- */

static gboolean
same_text (const char *a, const char *b)
{
  g_autofree char *first = cand_text_dup_trimmed (a);
  g_autofree char *second = cand_text_dup_trimmed (b);

  return g_strcmp0 (first, second) == 0;
}

static gboolean
same_folded (const char *a, const char *b)
{
  g_autofree char *first = g_utf8_casefold (a, -1);
  g_autofree char *second = g_utf8_casefold (b, -1);

  return same_text (first, second);
}

static void
merge_text (Merging *self, CandProfilePart part)
{
  const char *present = cand_profile_get_text (self->profile, part);
  const char *offered = cand_profile_get_text (self->other, part);

  if (cand_profile_part_is_empty (self->other, part) || same_text (present, offered))
    return;
  if (!cand_profile_part_is_empty (self->profile, part))
    {
      add_difference (self, part, present, offered);
      return;
    }
  cand_profile_set_text (self->profile, part, offered);
  self->filled |= 1u << part;
}

/* --- what is kept of a résumé --- */

/* Members that @object lacks are added; of the others, where @take they are replaced, and their
 * names go to @names (nullable) where not. */
static void
merge_objects (
    JsonObject *object, JsonObject *other, gboolean take, GPtrArray *names, gboolean *changed)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, other);
  while (json_object_iter_next (&iter, &name, &node))
    {
      JsonNode *present = json_object_get_member (object, name);

      if (present != NULL && json_node_equal (present, node))
        continue;
      if (present != NULL && JSON_NODE_HOLDS_OBJECT (present) && JSON_NODE_HOLDS_OBJECT (node))
        merge_objects (json_node_get_object (present), json_node_get_object (node), take, names,
                       changed);
      else if (present == NULL || take)
        {
          json_object_set_member (object, name, json_node_copy (node));
          *changed = TRUE;
        }
      else
        g_ptr_array_add (names, g_strdup (name));
    }
}

/* Returns the names of what differs, NULL for nothing. */
static char *
merge_resume (CandProfile *profile, CandProfile *other, gboolean take, gboolean *changed)
{
  const char *present = cand_profile_get_text (profile, CAND_PROFILE_RESUME);
  const char *offered = cand_profile_get_text (other, CAND_PROFILE_RESUME);
  g_autoptr (JsonNode) into = cand_model_json_parse_mutable (present, -1, NULL);
  g_autoptr (JsonNode) from = cand_model_json_parse_mutable (offered, -1, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *json = NULL;

  *changed = FALSE;
  if (from == NULL)
    return NULL;
  if (into == NULL)
    *changed = TRUE;
  else
    merge_objects (json_node_get_object (into), json_node_get_object (from), take, names, changed);
  json = json_to_string (into != NULL ? into : from, FALSE);
  if (*changed)
    cand_profile_set_text (profile, CAND_PROFILE_RESUME, json);
  g_ptr_array_add (names, NULL);
  return names->len > 1 ? g_strjoinv (", ", (char **) names->pdata) : NULL;
}

/* Whether @other says beside its parts what @profile says anyway once it is written: which schema
 * it is of, and the like. */
static gboolean
says_same_besides (CandProfile *profile, CandProfile *other)
{
  g_autofree char *written = cand_resume_write (profile);
  g_autoptr (CandProfile) own = cand_resume_read (written, -1, NULL, NULL);
  g_autoptr (JsonNode) said = NULL;
  g_autoptr (JsonNode) offered = NULL;

  if (own == NULL)
    return FALSE;
  said = cand_model_json_parse (cand_profile_get_text (own, CAND_PROFILE_RESUME), -1, NULL);
  offered = cand_model_json_parse (cand_profile_get_text (other, CAND_PROFILE_RESUME), -1, NULL);
  return said != NULL && offered != NULL && json_node_equal (said, offered);
}

/* After all else, so that what both say can be told. */
static void
merge_besides (Merging *self)
{
  gboolean changed;
  g_autofree char *names = NULL;

  if (says_same_besides (self->profile, self->other))
    return;
  names = merge_resume (self->profile, self->other, FALSE, &changed);
  if (changed)
    self->filled |= 1u << CAND_PROFILE_RESUME;
  if (names != NULL)
    add_difference (self, CAND_PROFILE_RESUME, names, names);
}

/* --- lists --- */

/* "2021" is about the same day as "2021-05". */
static gboolean
may_be_same_date (const char *a, const char *b)
{
  return g_str_has_prefix (a, b) || g_str_has_prefix (b, a);
}

static gboolean
is_same_thing (const CandEntryKind *kind, gpointer a, gpointer b)
{
  gboolean any = FALSE;

  for (guint i = 0; i < kind->n_members; i++)
    {
      const CandEntryMember *member = &kind->members[i];

      if (member->identity)
        {
          const char *text = *cand_entry_text (member, a);

          if (!same_folded (text, *cand_entry_text (member, b)))
            return FALSE;
          any |= *text != '\0';
        }
      else if (member->type == CAND_MEMBER_DATE &&
               !may_be_same_date (*cand_entry_text (member, a), *cand_entry_text (member, b)))
        return FALSE;
    }
  return any;
}

/* Fills the empty texts of @entry; TRUE where something of @other is said otherwise. */
static gboolean
merge_entry (const CandEntryKind *kind, gpointer entry, gpointer other, gboolean *changed)
{
  gboolean differs = FALSE;

  for (guint i = 0; i < kind->n_members; i++)
    {
      const CandEntryMember *member = &kind->members[i];
      char **present, **offered;

      if (!cand_entry_member_is_text (member))
        continue;
      present = cand_entry_text (member, entry);
      offered = cand_entry_text (member, other);
      if (**offered == '\0' || same_text (*present, *offered))
        continue;
      if (**present == '\0')
        *changed |= g_set_str (present, *offered);
      else
        differs |= !member->identity;
    }
  return differs;
}

static void
offer_entry (Merging *self,
             CandProfilePart part,
             GPtrArray *list,
             guint index,
             gpointer offered,
             guint other_index)
{
  g_autofree char *present =
      index < list->len ? cand_profile_dup_entry_label (part, g_ptr_array_index (list, index))
                        : g_strdup ("");
  g_autofree char *words = cand_profile_dup_entry_label (part, offered);
  CandProfileDifference *difference = add_difference (self, part, present, words);

  difference->index = index < list->len ? index : G_MAXUINT;
  difference->other_index = other_index;
}

static guint
find_same (const CandEntryKind *kind, GPtrArray *list, guint n, gpointer entry)
{
  for (guint i = 0; i < n; i++)
    if (is_same_thing (kind, g_ptr_array_index (list, i), entry))
      return i;
  return G_MAXUINT;
}

static void
merge_list (Merging *self, CandProfilePart part)
{
  const CandEntryKind *kind = cand_entry_kind_of (part);
  g_autoptr (GPtrArray) list =
      cand_entries_copy (kind, cand_profile_get_list (self->profile, part));
  GPtrArray *other = cand_profile_get_list (self->other, part);
  guint n = list->len;
  gboolean changed = FALSE;

  for (guint i = 0; i < other->len; i++)
    {
      gpointer offered = g_ptr_array_index (other, i);
      guint index = find_same (kind, list, n, offered);

      if (n == 0)
        {
          g_ptr_array_add (list, cand_entry_copy (kind, offered));
          changed = TRUE;
        }
      else if (index == G_MAXUINT ||
               merge_entry (kind, g_ptr_array_index (list, index), offered, &changed))
        offer_entry (self, part, list, index, offered, i);
    }
  if (!changed)
    return;
  cand_profile_set_list (self->profile, part, list);
  self->filled |= 1u << part;
}

/**
 * cand_profile_merge:
 * @self: the person's profile
 * @other: what was read; not to be changed afterwards
 * @filled: (out) (optional): which parts got something
 *
 * Files are left alone: their copies belong to whoever has them.
 *
 * Returns: (transfer full) (element-type CandProfileDifference): what @other says otherwise
 */
GPtrArray *
cand_profile_merge (CandProfile *self, CandProfile *other, guint *filled)
{
  Merging merging = { self, other, NULL, 0 };

  g_return_val_if_fail (CAND_IS_PROFILE (self), NULL);
  g_return_val_if_fail (CAND_IS_PROFILE (other), NULL);
  merging.differences =
      g_ptr_array_new_with_free_func ((GDestroyNotify) cand_profile_difference_free);
  for (CandProfilePart part = 0; part < CAND_PROFILE_RESUME; part++)
    merge_text (&merging, part);
  for (CandProfilePart part = CAND_PROFILE_LINKS; part < CAND_PROFILE_FILES; part++)
    merge_list (&merging, part);
  merge_besides (&merging);
  if (filled != NULL)
    *filled = merging.filled;
  return merging.differences;
}

/* The empty texts of what is offered stay what they are now. */
static void
apply_entry (CandProfile *self, const CandProfileDifference *difference)
{
  const CandEntryKind *kind = cand_entry_kind_of (difference->part);
  g_autoptr (GPtrArray) list =
      cand_entries_copy (kind, cand_profile_get_list (self, difference->part));
  GPtrArray *other = cand_profile_get_list (difference->other, difference->part);
  gpointer entry = cand_entry_copy (kind, g_ptr_array_index (other, difference->other_index));
  gboolean changed = FALSE;

  if (difference->index >= list->len)
    g_ptr_array_add (list, entry);
  else
    {
      merge_entry (kind, entry, g_ptr_array_index (list, difference->index), &changed);
      kind->free_entry (g_ptr_array_index (list, difference->index));
      g_ptr_array_index (list, difference->index) = entry;
    }
  cand_profile_set_list (self, difference->part, list);
}

void
cand_profile_apply_difference (CandProfile *self, const CandProfileDifference *difference)
{
  gboolean changed;

  g_return_if_fail (CAND_IS_PROFILE (self));
  if (difference->part == CAND_PROFILE_RESUME)
    g_free (merge_resume (self, difference->other, TRUE, &changed));
  else if (difference->part < CAND_PROFILE_N_TEXTS)
    cand_profile_set_text (self, difference->part,
                           cand_profile_get_text (difference->other, difference->part));
  else
    apply_entry (self, difference);
}
