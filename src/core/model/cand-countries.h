/* cand-countries.h: the names of countries and their codes
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The English name of an ISO 3166-1 code, the code of a name; NULL where it is none. */
const char *cand_country_get_name (const char *code);
const char *cand_country_get_code (const char *name);

G_END_DECLS
