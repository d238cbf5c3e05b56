/* cand-window.h: the window: sidebar, list, content
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* Actions: win.search, win.draft (s), win.show-position (s), win.show-programme (x), win.show-view
 * (s), win.toggle-sidebar, win.follow-board, win.follow-address (s), win.stop-following (s),
 * win.refresh-board (s), win.dismiss-offer (x), win.import-boards, win.export-boards,
 * win.open-address (s), win.profile, win.change-profile (s, the name of a part). Positions go by
 * their keys, boards by theirs, and what is not to be followed any longer by the name of its view.
 */
#define CAND_TYPE_WINDOW (cand_window_get_type ())
G_DECLARE_FINAL_TYPE (CandWindow, cand_window, CAND, WINDOW, AdwApplicationWindow)

CandWindow *cand_window_new (GtkApplication *application, CandLibrary *library);

/* Goes back to what was shown last, once the library is open. */
void cand_window_restore (CandWindow *self);
/* The library could not be opened: the window says why. */
void cand_window_fail (CandWindow *self, const GError *error);

/* A toast; it belongs to the window. */
AdwToast *cand_window_say (CandWindow *self, const char *text);
/* What a refresh brought: (element-type CandBoardReport), and of announcements that were read again
 * (element-type CandProgrammeReport) (nullable). @by_hand also says that nothing was new. */
void
cand_window_report (CandWindow *self, GPtrArray *reports, GPtrArray *programmes, gboolean by_hand);
/* Automatic updates are paused on a metered network. */
void cand_window_set_metered (CandWindow *self, gboolean metered);

void cand_window_show_view (CandWindow *self, const char *view);
void cand_window_show_position (CandWindow *self, const char *key, gboolean open);
void cand_window_show_programme (CandWindow *self, CandProgramme *programme, gboolean open);

G_END_DECLS
