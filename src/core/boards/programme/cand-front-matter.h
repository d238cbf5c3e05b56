/* cand-front-matter.h: what stands before the text of a Markdown file
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Plain data; NULL where it does not say. */
typedef struct
{
  char *title;
  char *date;         /* as written */
  char *organisation; /* the organisation's or company's name */
  GPtrArray *authors; /* (element-type utf8), never NULL */
  gsize length;       /* bytes that it takes of the text; 0 when there is none */
} CandFrontMatter;
void cand_front_matter_free (CandFrontMatter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandFrontMatter, cand_front_matter_free)

/* Reads what is between two lines of "---" at the start of @markdown (UTF-8): the few members
 * above, in the plain YAML that people write there. Never fails: what is written otherwise is
 * passed over. (transfer full) */
CandFrontMatter *cand_front_matter_read (const char *markdown);

G_END_DECLS
