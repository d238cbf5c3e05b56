/* cand-profile-entry.h: the entries of a profile's lists, whatever they are
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "cand-profile.h"

G_BEGIN_DECLS

typedef enum
{
  CAND_MEMBER_TEXT,
  CAND_MEMBER_DATE,    /* a text too */
  CAND_MEMBER_BESIDES, /* a text too: what is kept for JSON Resume */
  CAND_MEMBER_FLAG,    /* gboolean */
  CAND_MEMBER_NUMBER,  /* gint64 */
} CandMemberType;

typedef struct
{
  const char *name;   /* in our notation */
  const char *resume; /* in JSON Resume; NULL where that has no such thing */
  gsize offset;
  CandMemberType type;
  gboolean identity; /* two entries that agree in all of these are about the same thing */
} CandEntryMember;

/* An entry is one of the structs of cand-profile.h, seen through this. */
typedef struct
{
  gsize size;
  GDestroyNotify free_entry;
  const CandEntryMember *members;
  guint n_members;
} CandEntryKind;

const CandEntryKind *cand_entry_kind_of (CandProfilePart part);

gboolean cand_entry_member_is_text (const CandEntryMember *member);
/* The place of a text in @entry. */
char **cand_entry_text (const CandEntryMember *member, gpointer entry);
gboolean *cand_entry_flag (const CandEntryMember *member, gpointer entry);

/* All texts "". */
gpointer cand_entry_new (const CandEntryKind *kind);
gpointer cand_entry_copy (const CandEntryKind *kind, gconstpointer entry);
void cand_entry_free (const CandEntryKind *kind, gpointer entry);
gboolean cand_entry_equal (const CandEntryKind *kind, gconstpointer a, gconstpointer b);

/* (element-type entry) */
GPtrArray *cand_entries_new (const CandEntryKind *kind);
GPtrArray *cand_entries_copy (const CandEntryKind *kind, GPtrArray *entries);
gboolean cand_entries_equal (const CandEntryKind *kind, GPtrArray *a, GPtrArray *b);

/* "2021", "2021-05" or "2021-05-03", of a day that there is. */
gboolean cand_profile_date_is_valid (const char *date);

G_END_DECLS
