/* cand-application-words.c: an application's status and progress in words
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-application.h"

#include <glib/gi18n-lib.h>

const char *
cand_application_status_get_label (CandApplicationStatus status)
{
  switch (status)
    {
    case CAND_APPLICATION_STATUS_DRAFTING:
      return _ ("Drafting");
    case CAND_APPLICATION_STATUS_READY:
      return _ ("Ready");
    case CAND_APPLICATION_STATUS_HANDED_OFF:
      return _ ("Handed Off");
    case CAND_APPLICATION_STATUS_CONFIRMED:
      return _ ("Confirmed");
    case CAND_APPLICATION_STATUS_INTERVIEW:
      return _ ("Interview");
    case CAND_APPLICATION_STATUS_OFFER:
      return _ ("Offer");
    case CAND_APPLICATION_STATUS_REJECTED:
      return _ ("Rejected");
    case CAND_APPLICATION_STATUS_NO_REPLY:
      return _ ("No Reply");
    case CAND_APPLICATION_STATUS_WITHDRAWN:
      return _ ("Withdrawn");
    case CAND_APPLICATION_STATUS_NOT_FOR_ME:
      return _ ("Not for Me");
    }
  return "";
}

char *
cand_application_dup_progress_label (CandApplication *self)
{
  guint missing;

  g_return_val_if_fail (CAND_IS_APPLICATION (self), NULL);
  missing = cand_application_get_missing (self);
  if (missing == 0)
    return g_strdup (_ ("Nothing missing"));
  return g_strdup_printf (
      ngettext ("%u required answer missing", "%u required answers missing", missing), missing);
}
