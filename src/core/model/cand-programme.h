/* cand-programme.h: an announcement that introduces several positions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "cand-form.h"

G_BEGIN_DECLS

/* One position as the announcement words it. Strings never NULL; @key is "system:account:code", ""
 * where the address names no position of a system we know. */
typedef struct
{
  char *title;
  char *team; /* the group: "Open Source team" */
  char *summary;
  char *url;
  char *key;
} CandProgrammeEntry;

/* All are copied; NULL is "". (transfer full) */
CandProgrammeEntry *cand_programme_entry_new (
    const char *title, const char *team, const char *summary, const char *url, const char *key);
void cand_programme_entry_free (CandProgrammeEntry *self);

#define CAND_TYPE_PROGRAMME (cand_programme_get_type ())
G_DECLARE_FINAL_TYPE (CandProgramme, cand_programme, CAND, PROGRAMME, GObject)

/* What an announcement says, for whoever has read one. Strings and lists may be NULL. */
typedef struct
{
  const char *name;  /* needed */
  const char *title; /* needed */
  const char *date;  /* ISO 8601 date; anything else counts as none */
  const char *url;
  const char *portal_url;
  const char *organisation;
  const char *introduction;
  const char *locations;
  const char *how_to_apply;
  const char *statement;
  const char *const *authors;
  const char *const *checklist;
  gboolean short_submission;
  gboolean partial;   /* there is more than is read of one announcement */
  GPtrArray *entries; /* (element-type CandProgrammeEntry) */
} CandProgrammeContent;

/* Copies it all. (transfer full) */
CandProgramme *cand_programme_new (const CandProgrammeContent *content);
/* Reads the notation of data/programmes (README, "The programme file"). Texts are plain; paragraphs
 * are separated by an empty line. Errors: CAND_MODEL_ERROR_MALFORMED. */
CandProgramme *cand_programme_new_from_json (GBytes *json, GError **error);
/* The notation of new_from_json, and what --programme --json prints. */
char *cand_programme_to_json (CandProgramme *self);

gint64 cand_programme_get_id (CandProgramme *self);
void cand_programme_set_id (CandProgramme *self, gint64 id);

/* Identity: a short name, "huggingface-interns-2023". */
const char *cand_programme_get_name (CandProgramme *self);
const char *cand_programme_get_title (CandProgramme *self);
const char *const *cand_programme_get_authors (CandProgramme *self);
/* ISO 8601 date, or NULL. */
const char *cand_programme_get_date (CandProgramme *self);
const char *cand_programme_get_url (CandProgramme *self);
/* Where applications are handed in. */
const char *cand_programme_get_portal_url (CandProgramme *self);
const char *cand_programme_get_organisation (CandProgramme *self);
const char *cand_programme_get_introduction (CandProgramme *self);
const char *cand_programme_get_locations (CandProgramme *self);
const char *cand_programme_get_how_to_apply (CandProgramme *self);
const char *cand_programme_get_statement (CandProgramme *self);
const char *const *cand_programme_get_checklist (CandProgramme *self);
gboolean cand_programme_get_short_submission (CandProgramme *self);
/* Whether there is more in the announcement than is read of one. */
gboolean cand_programme_get_partial (CandProgramme *self);
/* Most positions that are read of one announcement. */
#define CAND_PROGRAMME_MAX_ENTRIES 1000
/* That, as a sentence, translated; NULL for one that was read whole. (transfer full) */
char *cand_programme_dup_partial_note (CandProgramme *self);
/* Whether it is read again, as a sentence, translated: only what has an address is. */
const char *cand_programme_get_reading_note (CandProgramme *self);

/* How a later reading of the same announcement differs from an earlier one. Entries of both are
 * told apart by their key, or by their address where they have none. */
typedef struct
{
  GStrv withdrawn; /* titles, as they were */
  GStrv added;     /* titles */
  GStrv renamed;   /* titles, as they are now */
  gboolean date_changed;
  gboolean text_changed; /* anything else: title, introduction, groups, summaries, how to apply */
  GStrv earlier;         /* what the renamed were, one each; empty where that was not kept */
} CandProgrammeChanges;
void cand_programme_changes_free (CandProgrammeChanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandProgrammeChanges, cand_programme_changes_free)

/* (transfer full); NULL where nothing differs. */
CandProgrammeChanges *cand_programme_compare (CandProgramme *earlier, CandProgramme *later);
/* How many entries of @earlier are in @later too. */
guint cand_programme_count_kept (CandProgramme *earlier, CandProgramme *later);
/* What @place of the renamed was called; NULL where that is not known. */
const char *cand_programme_changes_get_earlier (const CandProgrammeChanges *self, guint place);
/* Translated: "7 withdrawn, 2 added, 1 renamed; the date line did not change". (transfer full) */
char *cand_programme_changes_dup_summary (const CandProgrammeChanges *self);

/* Kept beside it by the store. When it was last read, in seconds since the epoch (0 for never: a
 * text without an address, one that ships); why the last attempt failed (NULL while all is well);
 * what the last reading that differed changed, and when. */
gint64 cand_programme_get_checked (CandProgramme *self);
void cand_programme_set_checked (CandProgramme *self, gint64 when);
const GError *cand_programme_get_error (CandProgramme *self);
void cand_programme_set_error (CandProgramme *self, const GError *error);
const CandProgrammeChanges *cand_programme_get_changes (CandProgramme *self);
gint64 cand_programme_get_changed (CandProgramme *self);
/* Takes @changes (nullable). */
void cand_programme_set_changes (CandProgramme *self, CandProgrammeChanges *changes, gint64 when);

/* Makes the living object say what @from says, a later state of the same programme, out of which
 * its parts are taken. Entries that were got before are gone then; "n-entries" is notified whenever
 * they differ. */
void cand_programme_patch (CandProgramme *self, CandProgramme *from);

guint cand_programme_get_n_entries (CandProgramme *self);
const CandProgrammeEntry *cand_programme_get_entry (CandProgramme *self, guint index);

G_END_DECLS
