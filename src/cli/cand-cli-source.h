/* cand-cli-source.h: the file or the address that a person named
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-cli-session.h"

G_BEGIN_DECLS

/* A path, or a "file:" address. Never a file of another machine, however it is spelled. (transfer
 * full) */
GFile *cand_cli_source_get_file (const char *typed);

/* "text/markdown" or "text/html" where the name says so, else NULL. */
const char *cand_cli_source_get_media_type (const char *typed);

/* Whether it says itself that it is an address on the web: "https://huggingface.co/blog". */
gboolean cand_cli_source_is_address (const char *typed);
/* Whether it can be one without its scheme, where there is no file of that name:
 * "huggingface.co/blog", but neither "interns.md" nor "./huggingface.co". */
gboolean cand_cli_source_may_be_address (const char *typed);
/* Whether it can only have been meant as a file: "interns.md", "posts/interns". */
gboolean cand_cli_source_names_file (const char *typed);

/* The whole content of a file, a pipe too, up to 32 MiB. (transfer full) Errors: G_IO_ERROR_*, with
 * a translated sentence; G_IO_ERROR_NOT_FOUND where there is no such file. */
GBytes *cand_cli_source_load (CandCliSession *session, const char *typed, GError **error);

/* What an address leads to. (transfer full) Errors: CAND_CLI_ERROR_FAILED with a translated
 * sentence, G_IO_ERROR_CANCELLED. */
CandFound *cand_cli_source_find (CandCliSession *session, const char *typed, GError **error);

/* @typed as it can stand in a sentence: one line, valid UTF-8, cut where it is long. (transfer
 * full)
 */
char *cand_cli_source_dup_shown (const char *typed);

G_END_DECLS
