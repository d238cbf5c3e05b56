/* cand-board-report.c: what the refresh of one board, or of one programme, brought
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-library.h"

/**
 * cand_board_report_free:
 * @self: (transfer full) (nullable): a report
 */
void
cand_board_report_free (CandBoardReport *self)
{
  if (self == NULL)
    return;
  g_free (self->board);
  g_free (self->name);
  g_clear_error (&self->error);
  g_strfreev (self->new_keys);
  g_strfreev (self->changed_keys);
  g_strfreev (self->gone_keys);
  g_strfreev (self->missing_keys);
  g_free (self);
}

/**
 * cand_programme_report_free:
 * @self: (transfer full) (nullable): a report
 */
void
cand_programme_report_free (CandProgrammeReport *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->title);
  g_clear_error (&self->error);
  g_clear_pointer (&self->changes, cand_programme_changes_free);
  g_free (self);
}
