/* cand-net.c: the one HTTP session: polite, bounded, and told apart when it fails
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-net.h"

#include <libsoup/soup.h>
#include <string.h>

#include "cand-net-transfer.h"

/* An honest name, and where to find out who asks (RFC 9110, 10.1.5). */
#define USER_AGENT "Candidacy/" CAND_VERSION " (+https://github.com/candidacy/candidacy)"

#define IDLE_TIMEOUT (30 * 1000)
/* With the pauses before it, less than a minute. */
#define TOTAL_TIMEOUT (50 * 1000)

/* Owned by whoever asks; lives, with its session, on the thread that made it. Every request under
 * way holds a reference through its task. */
struct _CandNet
{
  GObject parent_instance;

  CandNetShared shared;
};

G_DEFINE_FINAL_TYPE (CandNet, cand_net, G_TYPE_OBJECT)

/* No cookies: a session has no jar unless given one. No passwords: what asks for one is refused.
 * The times are our own, because libsoup's know no whole. */
static SoupSession *
create_session (gboolean local)
{
  SoupSession *session =
      soup_session_new_with_options ("user-agent", USER_AGENT, "timeout", 0, NULL);

  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);
  /* What stands in for a host on this machine is not behind a proxy. */
  if (local)
    soup_session_set_proxy_resolver (session, NULL);
  return session;
}

static void
cand_net_dispose (GObject *object)
{
  CandNet *self = CAND_NET (object);
  g_autoptr (GPtrArray) transfers = g_hash_table_get_keys_as_ptr_array (self->shared.transfers);

  for (guint i = 0; i < transfers->len; i++)
    if (g_hash_table_contains (self->shared.transfers, g_ptr_array_index (transfers, i)))
      cand_net_transfer_cancel (g_ptr_array_index (transfers, i));

  G_OBJECT_CLASS (cand_net_parent_class)->dispose (object);
}

static void
cand_net_finalize (GObject *object)
{
  CandNet *self = CAND_NET (object);

  g_clear_pointer (&self->shared.transfers, g_hash_table_unref);
  g_clear_pointer (&self->shared.queue, cand_net_queue_free);
  g_clear_pointer (&self->shared.hosts, cand_net_hosts_free);
  g_clear_object (&self->shared.session);
  g_clear_pointer (&self->shared.context, g_main_context_unref);

  G_OBJECT_CLASS (cand_net_parent_class)->finalize (object);
}

static void
cand_net_class_init (CandNetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cand_net_dispose;
  object_class->finalize = cand_net_finalize;
}

static void
cand_net_init (CandNet *self)
{
  self->shared.context = g_main_context_ref_thread_default ();
  self->shared.queue = cand_net_queue_new ();
  self->shared.transfers = g_hash_table_new (NULL, NULL);
  self->shared.idle_timeout = IDLE_TIMEOUT;
  self->shared.total_timeout = TOTAL_TIMEOUT;
}

/**
 * cand_net_new:
 * @hosts: (nullable): the value of CANDIDACY_HOSTS
 * @error: CAND_NET_ERROR_BAD_HOST
 *
 * Returns: (transfer full) (nullable): a session for the calling thread
 */
CandNet *
cand_net_new (const char *hosts, GError **error)
{
  g_autoptr (CandNet) self = g_object_new (CAND_TYPE_NET, NULL);

  if (hosts != NULL && *hosts != '\0')
    {
      self->shared.hosts = cand_net_hosts_new (hosts, error);
      if (self->shared.hosts == NULL)
        return NULL;
    }
  self->shared.session = create_session (self->shared.hosts != NULL);
  return g_steal_pointer (&self);
}

/**
 * cand_net_send_async:
 * @self: the session
 * @request: what to ask
 * @cancellable: (nullable): stops the wait for the turn, the request and the answer alike
 * @callback: called when the answer is complete or will not come
 * @user_data: for @callback
 *
 * Asks when the host's turn has come. Redirects are followed, five at most, to public https
 * addresses only.
 */
void
cand_net_send_async (CandNet *self,
                     CandRequest *request,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, cand_net_send_async);
  cand_net_transfer_start (&self->shared, request, task);
}

/**
 * cand_net_send_finish:
 * @self: the session
 * @result: what the callback was given
 * @error: CAND_NET_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the whole answer
 */
CandResponse *
cand_net_send_finish (CandNet *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, cand_net_send_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cand_net_set_haste:
 * @self: the session
 * @divisor: what every spacing and wait is divided by
 */
void
cand_net_set_haste (CandNet *self, guint divisor)
{
  cand_net_queue_set_haste (self->shared.queue, divisor);
}

/**
 * cand_net_set_timeouts:
 * @self: the session
 * @idle: milliseconds without a sign of life
 * @total: milliseconds for a whole answer
 *
 * Holds for requests sent from now on.
 */
void
cand_net_set_timeouts (CandNet *self, guint idle, guint total)
{
  self->shared.idle_timeout = idle;
  self->shared.total_timeout = total;
}

guint
cand_net_get_total_timeout (CandNet *self)
{
  return self->shared.total_timeout;
}
