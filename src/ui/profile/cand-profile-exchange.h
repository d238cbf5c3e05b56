/* cand-profile-exchange.h: the profile as JSON Resume, through files that the person chooses
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* @widget is where it is asked for: its window gets the dialogs, and the toasts. */
void cand_profile_exchange_import (GtkWidget *widget, CandLibrary *library);
void cand_profile_exchange_export (GtkWidget *widget, CandLibrary *library);

/* Takes @file in: fills what is empty, and asks about what differs. */
void cand_profile_exchange_take (GtkWidget *widget, CandLibrary *library, GFile *file);

/* Says what a résumé brought, and asks about what differs. @report: (transfer full). @before
 * (nullable): the profile as it was, for Undo. */
void cand_profile_exchange_tell (GtkWidget *widget,
                                 CandLibrary *library,
                                 CandResumeReport *report,
                                 CandProfile *before);

G_END_DECLS
