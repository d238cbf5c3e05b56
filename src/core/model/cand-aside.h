/* cand-aside.h: an answer that has no place in the form its application is drafted on now
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-application.h"
#include "cand-rebase.h"

G_BEGIN_DECLS

/* Kept as long as its application is. Property "placed": when the person put it into another
 * question, seconds since the epoch; 0 while not. */
#define CAND_TYPE_ASIDE (cand_aside_get_type ())
G_DECLARE_FINAL_TYPE (CandAside, cand_aside, CAND, ASIDE, GObject)

/* @field, @label and @type are the earlier question's; @text is as the answer was kept, @words the
 * same for people; @attachment is nullable. */
CandAside *cand_aside_new (gint64 id,
                           const char *field,
                           const char *label,
                           CandFieldType type,
                           CandAsideReason reason,
                           const char *text,
                           const char *words,
                           CandAttachment *attachment);

gint64 cand_aside_get_id (CandAside *self);
const char *cand_aside_get_field (CandAside *self);
/* "" where the earlier question is not known. */
const char *cand_aside_get_label (CandAside *self);
CandAsideReason cand_aside_get_reason (CandAside *self);
const char *cand_aside_get_text (CandAside *self);
const char *cand_aside_get_words (CandAside *self);
CandAttachment *cand_aside_get_attachment (CandAside *self);
/* Whether the earlier question was one that is never answered for the person; of a group, whether
 * one that it asked of each entry was. Also where it was not set, when its words say so. */
gboolean cand_aside_get_sensitive (CandAside *self);
void cand_aside_set_sensitive (CandAside *self, gboolean sensitive);
gint64 cand_aside_get_placed (CandAside *self);
void cand_aside_set_placed (CandAside *self, gint64 when);

/* Sentences, translated: why it has no place, as long as the present form is the one that is looked
 * at; and why it was set aside once, whatever later forms ask. */
const char *cand_aside_reason_get_sentence (CandAsideReason reason);
const char *cand_aside_reason_get_past_sentence (CandAsideReason reason);

/* The question of @application that nothing answers, asks the same or nearly so, and could take
 * this: (transfer none), NULL for none. Nothing is suggested for what is asked of a person as a
 * person, unless the question is the same to the word. @text: (out) (transfer full): what would
 * go there, "" for a file. */
CandAnswer *cand_aside_find_place (CandAside *self, CandApplication *application, char **text);

G_END_DECLS
