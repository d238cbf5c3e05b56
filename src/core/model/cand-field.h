/* cand-field.h: one question of a form
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "cand-enums.h"

G_BEGIN_DECLS

/* A field never changes once it is part of a form. Texts are trimmed and never NULL. */
#define CAND_TYPE_FIELD (cand_field_get_type ())
G_DECLARE_FINAL_TYPE (CandField, cand_field, CAND, FIELD, GObject)

/* The value that a limit has when the board does not state one. */
#define CAND_LIMIT_UNKNOWN G_GINT64_CONSTANT (-1)
/* For what goes to nobody, as in the profile. */
#define CAND_LIMIT_NONE G_MAXINT64

CandField *cand_field_new (const char *id, CandFieldType type, const char *label);

const char *cand_field_get_id (CandField *self);
CandFieldType cand_field_get_field_type (CandField *self);
/* The board's own word for the type, also where we do not know it. */
const char *cand_field_get_type_name (CandField *self);
void cand_field_set_type_name (CandField *self, const char *type_name);
/* The employer's question; where the board sends none, a plain one for the id. */
const char *cand_field_get_label (CandField *self);
const char *cand_field_get_helper (CandField *self);
void cand_field_set_helper (CandField *self, const char *helper);
gboolean cand_field_get_required (CandField *self);
void cand_field_set_required (CandField *self, gboolean required);

/* The id of the field that this one is another way to answer, such as a text for a file: one of the
 * two is enough. "" for none. */
const char *cand_field_get_alternative (CandField *self);
void cand_field_set_alternative (CandField *self, const char *id);

/* In characters; CAND_LIMIT_UNKNOWN where not stated. */
gint64 cand_field_get_max_length (CandField *self);
void cand_field_set_max_length (CandField *self, gint64 max_length);
/* Largest number taken; G_MAXDOUBLE where not stated (9999999999999 has been seen). */
double cand_field_get_maximum (CandField *self);
void cand_field_set_maximum (CandField *self, double maximum);

/* dropdown, multiple: n options, each an id the board uses and a label a person reads. */
guint cand_field_get_n_options (CandField *self);
const char *cand_field_get_option_id (CandField *self, guint index);
const char *cand_field_get_option_label (CandField *self, guint index);
/* -1 when there is no such option. */
int cand_field_find_option (CandField *self, const char *option_id);
void cand_field_add_option (CandField *self, const char *option_id, const char *label);
/* multiple: whether only one may be chosen. Always TRUE for a dropdown. */
gboolean cand_field_get_single_option (CandField *self);
void cand_field_set_single_option (CandField *self, gboolean single);

/* file: suffixes with their dot (".pdf"), never NULL, empty where not stated; bytes. */
const char *const *cand_field_get_file_types (CandField *self);
void cand_field_set_file_types (CandField *self, const char *const *suffixes);
/* Whether a file of that name is of a type that is taken, as far as it is stated. */
gboolean cand_field_takes_file (CandField *self, const char *name);
gint64 cand_field_get_max_file_size (CandField *self);
void cand_field_set_max_file_size (CandField *self, gint64 bytes);

/* group: the fields of one entry. */
guint cand_field_get_n_fields (CandField *self);
CandField *cand_field_get_field (CandField *self, guint index);
void cand_field_add_field (CandField *self, CandField *field);
/* Whether it is asked of each entry of a group. */
gboolean cand_field_get_in_group (CandField *self);

/* Demographic, consent and pay questions: never pre-filled. True for "gdpr" and for ids and
 * labels that ask for such things. */
gboolean cand_field_get_sensitive (CandField *self);
/* Itself, or one of those that a group asks of each entry. */
gboolean cand_field_has_sensitive (CandField *self);
void cand_field_set_sensitive (CandField *self, gboolean sensitive);

G_END_DECLS
