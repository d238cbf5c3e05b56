/* cand-profile.h: what the person types once and reuses
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "cand-enums.h"

G_BEGIN_DECLS

/**
 * CandProfilePart: what a profile consists of; each is a property of the same name ("first-name"),
 * texts first
 * @CAND_PROFILE_ADDRESS: street and house, one or more lines
 * @CAND_PROFILE_COUNTRY: its name
 * @CAND_PROFILE_HUGGING_FACE: the user name on the Hub
 * @CAND_PROFILE_RESUME: what a JSON Resume said beside the parts of a profile, as JSON
 * @CAND_PROFILE_LINKS: (element-type CandProfileLink)
 * @CAND_PROFILE_EDUCATION: (element-type CandEducation), in the person's order
 * @CAND_PROFILE_EXPERIENCE: (element-type CandExperience), likewise
 * @CAND_PROFILE_FILES: (element-type CandProfileFile)
 */
typedef enum
{
  CAND_PROFILE_FIRST_NAME,
  CAND_PROFILE_LAST_NAME,
  CAND_PROFILE_EMAIL,
  CAND_PROFILE_PHONE,
  CAND_PROFILE_ADDRESS,
  CAND_PROFILE_CITY,
  CAND_PROFILE_REGION,
  CAND_PROFILE_POSTCODE,
  CAND_PROFILE_COUNTRY,
  CAND_PROFILE_HEADLINE,
  CAND_PROFILE_SUMMARY,
  CAND_PROFILE_HUGGING_FACE,
  CAND_PROFILE_RESUME,
  CAND_PROFILE_LINKS,
  CAND_PROFILE_EDUCATION,
  CAND_PROFILE_EXPERIENCE,
  CAND_PROFILE_FILES,
} CandProfilePart;
#define CAND_PROFILE_N_TEXTS (CAND_PROFILE_RESUME + 1)
#define CAND_PROFILE_N_PARTS (CAND_PROFILE_FILES + 1)
#define CAND_PROFILE_ALL_PARTS ((1u << CAND_PROFILE_N_PARTS) - 1)

/* Entries of the lists. Those a profile gives out have no NULL texts; in those it is given, NULL is
 * "". "besides" is what a JSON Resume said of the entry that has no place here, as a JSON object:
 * an entry that is edited keeps it. */
typedef struct
{
  char *label;   /* "GitHub" */
  char *address; /* "https://github.com/ada" */
  char *besides;
} CandProfileLink;

/* Dates are "2021", "2021-05" or "2021-05-03". */
typedef struct
{
  char *school;
  char *field_of_study;
  char *degree;
  char *start;
  char *end;
  char *besides;
} CandEducation;

typedef struct
{
  char *title;
  char *company;
  char *industry;
  char *summary;
  char *start;
  char *end;
  gboolean current;
  char *besides;
} CandExperience;

/* The kept copy of a file: see CandAttachment. */
typedef struct
{
  char *label; /* "CV" */
  char *name;  /* as the person's file was called */
  char *sha256;
  gint64 size;
  gint64 added;
} CandProfileFile;

CandProfileLink *cand_profile_link_copy (const CandProfileLink *self);
void cand_profile_link_free (CandProfileLink *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandProfileLink, cand_profile_link_free)
CandEducation *cand_education_copy (const CandEducation *self);
void cand_education_free (CandEducation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandEducation, cand_education_free)
CandExperience *cand_experience_copy (const CandExperience *self);
void cand_experience_free (CandExperience *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandExperience, cand_experience_free)
CandProfileFile *cand_profile_file_copy (const CandProfileFile *self);
void cand_profile_file_free (CandProfileFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandProfileFile, cand_profile_file_free)

/* The signal "edited" (CandProfilePart) tells that a part changed and wants keeping; while it is
 * restored, nothing does. Properties "save-state" and "saved-at" are set by whoever keeps it. */
#define CAND_TYPE_PROFILE (cand_profile_get_type ())
G_DECLARE_FINAL_TYPE (CandProfile, cand_profile, CAND, PROFILE, GObject)

CandProfile *cand_profile_new (void);
/* (transfer full) */
CandProfile *cand_profile_copy (CandProfile *self);
/* Makes @parts (bits of 1 << CandProfilePart) what they are in @from. */
void cand_profile_patch (CandProfile *self, CandProfile *from, guint parts);

/* The name of the property; the translated words for it. */
const char *cand_profile_part_get_name (CandProfilePart part);
const char *cand_profile_part_get_label (CandProfilePart part);

/* The parts that are texts, as typed; never NULL. */
const char *cand_profile_get_text (CandProfile *self, CandProfilePart part);
void cand_profile_set_text (CandProfile *self, CandProfilePart part, const char *text);
/* The parts that are lists: (transfer none); @list is copied. What was given out stays as it is
 * when another list is set. */
GPtrArray *cand_profile_get_list (CandProfile *self, CandProfilePart part);
void cand_profile_set_list (CandProfile *self, CandProfilePart part, GPtrArray *list);
/* What an entry of @part says, on one line: "Engineer · Acme · 2021". (transfer full) */
char *cand_profile_dup_entry_label (CandProfilePart part, gconstpointer entry);
/* Nothing in it, or only blanks. */
gboolean cand_profile_part_is_empty (CandProfile *self, CandProfilePart part);
/* First and last name; (transfer full) (nullable). */
char *cand_profile_dup_full_name (CandProfile *self);

/* Between these two, changes are not edits. */
void cand_profile_begin_restore (CandProfile *self);
void cand_profile_end_restore (CandProfile *self);

CandSaveState cand_profile_get_save_state (CandProfile *self);
/* Seconds since the epoch; 0 while never. */
gint64 cand_profile_get_saved_at (CandProfile *self);
/* Why it is not saved, or NULL. */
const GError *cand_profile_get_save_error (CandProfile *self);
void cand_profile_set_save_state (CandProfile *self,
                                  CandSaveState state,
                                  gint64 saved_at,
                                  const GError *error);

/* In our own notation, for keeping. Members that are not known are left out. (transfer full).
 * Errors: CAND_MODEL_ERROR_MALFORMED. */
char *cand_profile_to_json (CandProfile *self);
CandProfile *cand_profile_new_from_json (const char *json, GError **error);

G_END_DECLS
