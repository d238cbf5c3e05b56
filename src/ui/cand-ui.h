/* cand-ui.h: the way in to the graphical program
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Runs the graphical program and returns its exit status. One argument may be the address or the
 * key of a position. Needs no GTK header, so that main can be read without it. */
int cand_ui_run (int argc, char **argv);
