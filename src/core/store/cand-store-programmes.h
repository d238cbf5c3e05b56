/* cand-store-programmes.h: programmes on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-connection.h"
#include "core/model/cand-programme.h"

G_BEGIN_DECLS

/* What the store has of a programme. */
typedef enum
{
  CAND_PROGRAMME_ABSENT,
  CAND_PROGRAMME_SAME,  /* followed or not: it was taken in once */
  CAND_PROGRAMME_OLDER, /* another text of it */
  CAND_PROGRAMME_UNREADABLE,
} CandProgrammePresence;

CandProgrammePresence cand_store_programmes_look_up (CandConnection *connection,
                                                     const char *name,
                                                     const char *json,
                                                     GError **error);
/* Writes its text and gives the object its row id; a new one is followed, a known one stays as it
 * is. */
gboolean cand_store_programmes_write (CandConnection *connection,
                                      CandProgramme *programme,
                                      const char *json,
                                      GError **error);
/* (element-type CandProgramme) (transfer full): the followed ones, newest first. */
GPtrArray *cand_store_programmes_list (CandConnection *connection, GError **error);
/* NULL with no error set when there is none. */
CandProgramme *cand_store_programmes_load (CandConnection *connection, gint64 id, GError **error);

G_END_DECLS
