/* cand-profile-entry.c: the entries of a profile's lists, whatever they are
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-profile-entry.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "cand-model-text.h"

/* One row for each member of a struct, so that copying, comparing, keeping, exchanging and merging
 * are written once. JSON Resume is that of the schema 1.0.0; "industry" and "current" are members
 * of our own, which it allows. */
static const CandEntryMember link_members[] = {
  { "label", "network", G_STRUCT_OFFSET (CandProfileLink, label), CAND_MEMBER_TEXT, TRUE },
  { "address", "url", G_STRUCT_OFFSET (CandProfileLink, address), CAND_MEMBER_TEXT, FALSE },
  { "besides", NULL, G_STRUCT_OFFSET (CandProfileLink, besides), CAND_MEMBER_BESIDES, FALSE },
};

static const CandEntryMember education_members[] = {
  { "school", "institution", G_STRUCT_OFFSET (CandEducation, school), CAND_MEMBER_TEXT, TRUE },
  { "field_of_study", "area", G_STRUCT_OFFSET (CandEducation, field_of_study), CAND_MEMBER_TEXT,
    FALSE },
  { "degree", "studyType", G_STRUCT_OFFSET (CandEducation, degree), CAND_MEMBER_TEXT, TRUE },
  { "start", "startDate", G_STRUCT_OFFSET (CandEducation, start), CAND_MEMBER_DATE, FALSE },
  { "end", "endDate", G_STRUCT_OFFSET (CandEducation, end), CAND_MEMBER_DATE, FALSE },
  { "besides", NULL, G_STRUCT_OFFSET (CandEducation, besides), CAND_MEMBER_BESIDES, FALSE },
};

static const CandEntryMember experience_members[] = {
  { "title", "position", G_STRUCT_OFFSET (CandExperience, title), CAND_MEMBER_TEXT, TRUE },
  { "company", "name", G_STRUCT_OFFSET (CandExperience, company), CAND_MEMBER_TEXT, TRUE },
  { "industry", "industry", G_STRUCT_OFFSET (CandExperience, industry), CAND_MEMBER_TEXT, FALSE },
  { "summary", "summary", G_STRUCT_OFFSET (CandExperience, summary), CAND_MEMBER_TEXT, FALSE },
  { "start", "startDate", G_STRUCT_OFFSET (CandExperience, start), CAND_MEMBER_DATE, FALSE },
  { "end", "endDate", G_STRUCT_OFFSET (CandExperience, end), CAND_MEMBER_DATE, FALSE },
  { "current", "current", G_STRUCT_OFFSET (CandExperience, current), CAND_MEMBER_FLAG, FALSE },
  { "besides", NULL, G_STRUCT_OFFSET (CandExperience, besides), CAND_MEMBER_BESIDES, FALSE },
};

static const CandEntryMember file_members[] = {
  { "label", NULL, G_STRUCT_OFFSET (CandProfileFile, label), CAND_MEMBER_TEXT, FALSE },
  { "name", NULL, G_STRUCT_OFFSET (CandProfileFile, name), CAND_MEMBER_TEXT, FALSE },
  { "sha256", NULL, G_STRUCT_OFFSET (CandProfileFile, sha256), CAND_MEMBER_TEXT, TRUE },
  { "size", NULL, G_STRUCT_OFFSET (CandProfileFile, size), CAND_MEMBER_NUMBER, FALSE },
  { "added", NULL, G_STRUCT_OFFSET (CandProfileFile, added), CAND_MEMBER_NUMBER, FALSE },
};

static const CandEntryKind kinds[] = {
  { sizeof (CandProfileLink), (GDestroyNotify) cand_profile_link_free, link_members,
    G_N_ELEMENTS (link_members) },
  { sizeof (CandEducation), (GDestroyNotify) cand_education_free, education_members,
    G_N_ELEMENTS (education_members) },
  { sizeof (CandExperience), (GDestroyNotify) cand_experience_free, experience_members,
    G_N_ELEMENTS (experience_members) },
  { sizeof (CandProfileFile), (GDestroyNotify) cand_profile_file_free, file_members,
    G_N_ELEMENTS (file_members) },
};

const CandEntryKind *
cand_entry_kind_of (CandProfilePart part)
{
  g_return_val_if_fail (part >= CAND_PROFILE_LINKS && part <= CAND_PROFILE_FILES, NULL);
  return &kinds[part - CAND_PROFILE_LINKS];
}

gboolean
cand_entry_member_is_text (const CandEntryMember *member)
{
  return member->type == CAND_MEMBER_TEXT || member->type == CAND_MEMBER_DATE ||
         member->type == CAND_MEMBER_BESIDES;
}

char **
cand_entry_text (const CandEntryMember *member, gpointer entry)
{
  return G_STRUCT_MEMBER_P (entry, member->offset);
}

gboolean *
cand_entry_flag (const CandEntryMember *member, gpointer entry)
{
  return G_STRUCT_MEMBER_P (entry, member->offset);
}

gpointer
cand_entry_new (const CandEntryKind *kind)
{
  gpointer entry = g_malloc0 (kind->size);

  for (guint i = 0; i < kind->n_members; i++)
    if (cand_entry_member_is_text (&kind->members[i]))
      *cand_entry_text (&kind->members[i], entry) = g_strdup ("");
  return entry;
}

gpointer
cand_entry_copy (const CandEntryKind *kind, gconstpointer entry)
{
  gpointer copy = g_memdup2 (entry, kind->size);

  for (guint i = 0; i < kind->n_members; i++)
    if (cand_entry_member_is_text (&kind->members[i]))
      {
        char **text = cand_entry_text (&kind->members[i], copy);

        *text = g_utf8_make_valid (cand_text_or_empty (*text), -1);
      }
  return copy;
}

void
cand_entry_free (const CandEntryKind *kind, gpointer entry)
{
  if (entry == NULL)
    return;
  for (guint i = 0; i < kind->n_members; i++)
    if (cand_entry_member_is_text (&kind->members[i]))
      g_free (*cand_entry_text (&kind->members[i], entry));
  g_free (entry);
}

static gboolean
member_equal (const CandEntryMember *member, gpointer a, gpointer b)
{
  switch (member->type)
    {
    case CAND_MEMBER_TEXT:
    case CAND_MEMBER_DATE:
    case CAND_MEMBER_BESIDES:
      return g_str_equal (cand_text_or_empty (*cand_entry_text (member, a)),
                          cand_text_or_empty (*cand_entry_text (member, b)));
    case CAND_MEMBER_FLAG:
      return !*cand_entry_flag (member, a) == !*cand_entry_flag (member, b);
    case CAND_MEMBER_NUMBER:
      return G_STRUCT_MEMBER (gint64, a, member->offset) ==
             G_STRUCT_MEMBER (gint64, b, member->offset);
    }
  return FALSE;
}

gboolean
cand_entry_equal (const CandEntryKind *kind, gconstpointer a, gconstpointer b)
{
  for (guint i = 0; i < kind->n_members; i++)
    if (!member_equal (&kind->members[i], (gpointer) a, (gpointer) b))
      return FALSE;
  return TRUE;
}

GPtrArray *
cand_entries_new (const CandEntryKind *kind)
{
  return g_ptr_array_new_with_free_func (kind->free_entry);
}

GPtrArray *
cand_entries_copy (const CandEntryKind *kind, GPtrArray *entries)
{
  GPtrArray *copy = cand_entries_new (kind);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    g_ptr_array_add (copy, cand_entry_copy (kind, g_ptr_array_index (entries, i)));
  return copy;
}

gboolean
cand_entries_equal (const CandEntryKind *kind, GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!cand_entry_equal (kind, g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

char *
cand_profile_dup_entry_label (CandProfilePart part, gconstpointer entry)
{
  const CandEntryKind *kind = cand_entry_kind_of (part);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < kind->n_members; i++)
    {
      const CandEntryMember *member = &kind->members[i];

      if (member->type == CAND_MEMBER_FLAG && *cand_entry_flag (member, (gpointer) entry))
        /* Translators: of a position that somebody has now. */
        g_ptr_array_add (words, (char *) _ ("to the present"));
      else if ((member->type == CAND_MEMBER_TEXT || member->type == CAND_MEMBER_DATE) &&
               !(part == CAND_PROFILE_FILES && member->identity) &&
               **cand_entry_text (member, (gpointer) entry) != '\0')
        g_ptr_array_add (words, *cand_entry_text (member, (gpointer) entry));
    }
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" · ", (char **) words->pdata);
}

/**
 * cand_profile_date_is_valid:
 * @date: a text
 *
 * The three forms that JSON Resume has ("iso8601" of its schema).
 */
gboolean
cand_profile_date_is_valid (const char *date)
{
  gsize length = strlen (date);
  int month, day;

  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (i == 4 || i == 7 ? date[i] != '-' : !g_ascii_isdigit (date[i]))
      return FALSE;
  month = length > 4 ? atoi (date + 5) : 1;
  day = length > 7 ? atoi (date + 8) : 1;
  return g_date_valid_dmy (day, month, atoi (date));
}

CandProfileLink *
cand_profile_link_copy (const CandProfileLink *self)
{
  return cand_entry_copy (cand_entry_kind_of (CAND_PROFILE_LINKS), self);
}

void
cand_profile_link_free (CandProfileLink *self)
{
  cand_entry_free (cand_entry_kind_of (CAND_PROFILE_LINKS), self);
}

CandEducation *
cand_education_copy (const CandEducation *self)
{
  return cand_entry_copy (cand_entry_kind_of (CAND_PROFILE_EDUCATION), self);
}

void
cand_education_free (CandEducation *self)
{
  cand_entry_free (cand_entry_kind_of (CAND_PROFILE_EDUCATION), self);
}

CandExperience *
cand_experience_copy (const CandExperience *self)
{
  return cand_entry_copy (cand_entry_kind_of (CAND_PROFILE_EXPERIENCE), self);
}

void
cand_experience_free (CandExperience *self)
{
  cand_entry_free (cand_entry_kind_of (CAND_PROFILE_EXPERIENCE), self);
}

CandProfileFile *
cand_profile_file_copy (const CandProfileFile *self)
{
  return cand_entry_copy (cand_entry_kind_of (CAND_PROFILE_FILES), self);
}

void
cand_profile_file_free (CandProfileFile *self)
{
  cand_entry_free (cand_entry_kind_of (CAND_PROFILE_FILES), self);
}
