/* cand-library-errors.h: every domain of error that the library can hand on
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The interface must tell errors apart without reaching below the library: it includes this. */
#include "core/boards/cand-board-system.h"
#include "core/library/cand-library.h"
#include "core/model/cand-form.h"
#include "core/net/cand-net.h"
#include "core/store/cand-store-error.h"
