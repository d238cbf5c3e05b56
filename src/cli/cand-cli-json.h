/* cand-cli-json.h: positions, applications and reports as JSON
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* The README documents the keys; whoever reads them counts on them, so they are only ever added to.
 * Times are ISO 8601 in UTC, dates as the source writes them, both null where unknown; other texts
 * are "". */

/* One object with everything about a position, its text as plain text, and with @form (nullable)
 * also what it asks. */
void cand_cli_json_add_position (JsonBuilder *builder, CandPosition *position, CandForm *form);

/* One object about an application; with @fields also its steps and every field with its answer, for
 * which it must be opened. Answers to sensitive questions are left out unless @with_sensitive. */
void cand_cli_json_add_application (JsonBuilder *builder,
                                    CandApplication *application,
                                    gboolean fields,
                                    gboolean with_sensitive);

/* One object about the refresh of a board. */
void cand_cli_json_add_report (JsonBuilder *builder, const CandBoardReport *report);

/* One object about an announcement that was read again. */
void cand_cli_json_add_programme_report (JsonBuilder *builder, const CandProgrammeReport *report);

/* One object about a followed blog, as it is known, with those of @offers (element-type CandOffer)
 * that are its own. */
void cand_cli_json_add_blog (JsonBuilder *builder, CandBlog *blog, GListModel *offers);

/* One object about what an address led to. */
void cand_cli_json_add_found (JsonBuilder *builder, CandFound *found);

/* One object about what a file brought: @resume is NULL for a list of boards. */
void cand_cli_json_add_import (JsonBuilder *builder,
                               const CandImportReport *report,
                               const CandResumeReport *resume);

/* Prints the whole on standard output, indented. */
void cand_cli_json_print (JsonBuilder *builder);

/* The whole, on one line or indented, without a line break at the end. (transfer full) */
char *cand_cli_json_to_text (JsonBuilder *builder, gboolean indented);

G_END_DECLS
