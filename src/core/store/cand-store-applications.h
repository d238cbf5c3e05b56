/* cand-store-applications.h: applications on disk: their rows, forms and steps
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-connection.h"
#include "core/model/cand-application.h"

G_BEGIN_DECLS

/* What is written of an application besides its answers. */
typedef struct
{
  CandApplicationStatus status;
  guint missing;
  guint answered;
  guint total;
} CandApplicationFacts;

typedef struct
{
  char *text;
  gboolean done;
} CandStep;

/* (element-type CandApplication) (transfer full): the living ones, newest edit first. */
GPtrArray *cand_store_applications_list (CandConnection *connection, GError **error);
/* NULL with no error set when there is none. */
CandApplication *
cand_store_applications_load (CandConnection *connection, gint64 id, GError **error);
/* The living one for a position, the last edited if there are several; 0 with no error set when
 * there is none. */
gint64 cand_store_applications_find (CandConnection *connection, gint64 position, GError **error);

/* A new one on @form, with the steps; its row id, 0 on failure. */
gint64 cand_store_applications_insert (CandConnection *connection,
                                       gint64 position,
                                       CandForm *form,
                                       const char *const *steps,
                                       gint64 now,
                                       GError **error);
/* The form it is drafted on. Answers are not touched: cand-store-aside.h moves them. */
gboolean cand_store_applications_set_form (CandConnection *connection,
                                           gint64 id,
                                           CandForm *form,
                                           GError **error);
/* NULL with no error set when there is none that can be read. */
CandForm *cand_store_applications_load_form (CandConnection *connection, gint64 id, GError **error);

gboolean cand_store_applications_write (CandConnection *connection,
                                        gint64 id,
                                        const CandApplicationFacts *facts,
                                        gint64 now,
                                        GError **error);

/* (element-type CandStep) (transfer full) */
GArray *cand_store_applications_load_steps (CandConnection *connection, gint64 id, GError **error);
gboolean cand_store_applications_write_step (
    CandConnection *connection, gint64 id, guint place, gboolean done, GError **error);

/* Takes it out of the list (@when) or puts it back (0). */
gboolean cand_store_applications_set_deleted (CandConnection *connection,
                                              gint64 id,
                                              gint64 when,
                                              GError **error);
/* Really deletes what was taken out, in a transaction of its own where there is any. */
gboolean cand_store_applications_purge (CandConnection *connection, GError **error);

G_END_DECLS
