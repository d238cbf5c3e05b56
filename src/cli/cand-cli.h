/* cand-cli.h: the command line
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Does what the arguments ask of the command line and sets @status to the exit status: 0 when it
 * was done, 1 when it failed, 2 when the arguments make no sense, 128 + N when signal N ended it.
 * FALSE, with @status untouched, when they ask nothing of it, so that the window is what is wanted.
 * @argv is left as it is. Needs no display; the locale is set by the caller. */
gboolean cand_cli_run (int argc, char **argv, int *status);

G_END_DECLS
