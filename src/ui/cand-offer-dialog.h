/* cand-offer-dialog.h: an announcement that a blog offers: follow it, or not
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* Signals, after which the dialog closes: "chosen" (CandFound *): it is followed now. "dismissed"
 * (CandOffer *): the person does not want it. */
#define CAND_TYPE_OFFER_DIALOG (cand_offer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CandOfferDialog, cand_offer_dialog, CAND, OFFER_DIALOG, AdwDialog)

AdwDialog *cand_offer_dialog_new (CandLibrary *library, CandOffer *offer);

G_END_DECLS
