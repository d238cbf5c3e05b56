/* cand-programme-name.h: what a programme is called, and whose it is
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-announcement.h"

G_BEGIN_DECLS

/* The name that identifies a programme: of the host and the last part of @address, so that it stays
 * when the text is edited ("huggingface-interns-2023"); without an address of @owner (nullable: the
 * account, or the organisation) and @title. (transfer full) */
char *cand_programme_dup_name (const char *address, const char *owner, const char *title);

/* Whose the host is: "huggingface" of "www.huggingface.co", "acme" of "acme.github.io".
 * (transfer full) */
char *cand_programme_dup_host_name (GUri *uri);

/* @account as the text spells it: "Hugging Face" for "huggingface". NULL where it does not name it.
 * (transfer full) */
char *cand_programme_dup_organisation (CandAnnouncement *announcement, const char *account);
/* "Pebble Games" for "pebble": whether @name is the longer way to say @account. */
gboolean cand_programme_is_organisation (const char *name, const char *account);

G_END_DECLS
