/* cand-net-transfer.h: one request under way: its turns, redirects and waits, and its answer
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <libsoup/soup.h>

#include "cand-net-hosts.h"
#include "cand-net-queue.h"

#include "core/model/cand-request.h"

G_BEGIN_DECLS

/* What the transfers of one CandNet share; it belongs to the CandNet, which their tasks keep alive.
 */
typedef struct
{
  GMainContext *context; /* (owned) */
  SoupSession *session;  /* (owned) */
  CandNetHosts *hosts;   /* (owned) (nullable) */
  CandNetQueue *queue;   /* (owned) */
  GHashTable *transfers; /* (owned): set of CandNetTransfer, those under way */
  guint idle_timeout;    /* milliseconds */
  guint total_timeout;   /* milliseconds */
} CandNetShared;

typedef struct _CandNetTransfer CandNetTransfer;

/* Sends @request, and in the end returns a CandResponse or an error through @task, never from in
 * here. Takes @task. */
void cand_net_transfer_start (CandNetShared *shared, CandRequest *request, GTask *task);

/* Ends it with G_IO_ERROR_CANCELLED, possibly before returning. */
void cand_net_transfer_cancel (CandNetTransfer *self);

G_END_DECLS
