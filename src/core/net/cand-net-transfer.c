/* cand-net-transfer.c: one request under way: its turns, redirects and waits, and its answer
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-net-transfer.h"

#include "cand-net-address.h"
#include "cand-net-body.h"
#include "cand-net-clock.h"
#include "cand-net-error.h"
#include "cand-net-headers.h"
#include "cand-net-uri.h"

#define MAX_REDIRECTS 5
/* Seconds of Retry-After that are waited out. */
#define MAX_RETRY_AFTER 30

/* From its start it is in one of three places, and belongs to itself: in line (@turn has not come
 * yet), pausing (@pause), or with an operation of libsoup's or GIO's (@busy). Only the last cannot
 * be left at once: there @failure is set, the operation cancelled, and its callback ends the
 * transfer. */
struct _CandNetTransfer
{
  CandNetShared *shared; /* (unowned) */
  GTask *task;           /* (owned) */
  CandRequest *request;  /* (owned) */
  GSource *cancelled;    /* (owned) (nullable): the caller's cancellable */

  GUri *uri;    /* (owned): what is asked now, as the world calls it */
  GUri *target; /* (owned): where that really is */
  gboolean get; /* a redirect made a POST a GET */
  guint n_redirects;
  gboolean retried;
  CandNetClock *clock; /* (owned): runs while the host is asked */
  gint64 first_asked;  /* monotonic microseconds; 0 before */

  CandNetTurn *turn; /* (owned) (nullable) */
  gboolean asked;    /* the host of @turn was */
  gboolean refused;  /* it answered that it is asked too often */
  GSource *pause;    /* (owned) (nullable): Retry-After */

  SoupMessage *message;      /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the operation under way */
  gboolean busy;
  GInputStream *stream; /* (owned) (nullable) */
  GError *failure;      /* (owned) (nullable): why the operation was cancelled */
};

static void send_message (CandNetTransfer *self);
static void join_queue (CandNetTransfer *self);

static const char *
get_host (CandNetTransfer *self)
{
  return g_uri_get_host (self->uri);
}

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/* Lets go of the exchange with a host: an answer that was not read to its end is dropped with its
 * connection. */
static void
drop_exchange (CandNetTransfer *self)
{
  cand_net_clock_stop (self->clock);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->message != NULL)
    g_signal_handlers_disconnect_by_data (self->message, self);
  g_clear_object (&self->stream);
  g_clear_object (&self->message);
  g_clear_object (&self->cancellable);
}

static void
leave_queue (CandNetTransfer *self)
{
  guint pause = self->refused ? cand_request_get_spacing_after_refusal (self->request)
                              : cand_request_get_spacing (self->request);

  if (self->turn != NULL)
    cand_net_queue_leave (self->shared->queue, g_steal_pointer (&self->turn), self->asked, pause);
  self->asked = FALSE;
  self->refused = FALSE;
}

/* Ends the transfer with one of the two, which it takes. */
static void
finish (CandNetTransfer *self, CandResponse *response, GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  drop_exchange (self);
  leave_queue (self);
  clear_source (&self->cancelled);
  clear_source (&self->pause);
  g_hash_table_remove (self->shared->transfers, self);
  g_clear_pointer (&self->uri, g_uri_unref);
  g_clear_pointer (&self->target, g_uri_unref);
  g_clear_pointer (&self->clock, cand_net_clock_free);
  g_clear_error (&self->failure);
  g_clear_object (&self->request);
  g_free (self);

  if (response != NULL)
    g_task_return_pointer (task, response, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Ends the transfer as soon as that can be. Takes @error; the first one counts. */
static void
fail (CandNetTransfer *self, GError *error)
{
  if (!self->busy)
    {
      finish (self, NULL, error);
      return;
    }
  if (self->failure == NULL)
    self->failure = error;
  else
    g_error_free (error);
  g_cancellable_cancel (self->cancellable);
}

static void
timed_out_cb (gboolean idle, gpointer user_data)
{
  CandNetTransfer *self = user_data;

  fail (self, g_error_new (CAND_NET_ERROR, CAND_NET_ERROR_TIMEOUT,
                           idle ? "%s has sent nothing for too long"
                                : "%s takes too long over its answer",
                           get_host (self)));
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  cand_net_transfer_cancel (user_data);
  return G_SOURCE_REMOVE;
}

/* Ends the transfer with what came. */
static void
respond (CandNetTransfer *self, GBytes *body, GUri *location)
{
  CandResponse *response = cand_net_create_response (self->request, self->message, body, location);

  cand_response_set_asked (response, self->first_asked);
  finish (self, response, NULL);
}

static void
respond_without_body (CandNetTransfer *self, GUri *location)
{
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);

  respond (self, empty, location);
}

static void
body_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandNetTransfer *self = user_data;
  GError *error = NULL;
  g_autoptr (GBytes) body = cand_net_body_read_finish (result, &error);

  self->busy = FALSE;
  if (self->failure != NULL)
    {
      g_clear_error (&error);
      finish (self, NULL, g_steal_pointer (&self->failure));
    }
  else if (body == NULL)
    finish (self, NULL, error);
  else
    respond (self, body, self->uri);
}

static void
read_body (CandNetTransfer *self)
{
  self->busy = TRUE;
  cand_net_body_read_async (self->message, self->stream, get_host (self), self->clock,
                            self->cancellable, body_cb, self);
}

/* Whether the caller wants to know of a redirect to @next, and does not want it followed. */
static gboolean
is_answer (CandNetTransfer *self, GUri *next)
{
  CandRequestGoalFunc is_goal = cand_request_get_goal (self->request);
  g_autofree char *address = is_goal != NULL ? g_uri_to_string (next) : NULL;

  return !cand_request_get_follow (self->request) || (is_goal != NULL && is_goal (address));
}

static void
redirect (CandNetTransfer *self, guint status)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  const char *location = soup_message_headers_get_one (headers, "Location");
  g_autoptr (GUri) next = NULL;
  GError *error = NULL;

  if (cand_request_get_follow (self->request) && self->n_redirects++ == MAX_REDIRECTS)
    {
      finish (self, NULL,
              g_error_new (CAND_NET_ERROR, CAND_NET_ERROR_REDIRECT,
                           "%s sends elsewhere for the %dth time", get_host (self),
                           MAX_REDIRECTS + 1));
      return;
    }
  next = cand_net_uri_follow (self->uri, location, self->shared->hosts, &error);
  if (next == NULL)
    {
      finish (self, NULL, error);
      return;
    }
  if (is_answer (self, next))
    {
      respond_without_body (self, next);
      return;
    }

  /* 307 and 308 keep the method (RFC 9110, 15.4). */
  if (status != SOUP_STATUS_TEMPORARY_REDIRECT && status != SOUP_STATUS_PERMANENT_REDIRECT)
    self->get = TRUE;
  drop_exchange (self);
  leave_queue (self);
  g_clear_pointer (&self->uri, g_uri_unref);
  self->uri = g_steal_pointer (&next);
  join_queue (self);
}

static gboolean
pause_cb (gpointer user_data)
{
  CandNetTransfer *self = user_data;

  clear_source (&self->pause);
  send_message (self);
  return G_SOURCE_REMOVE;
}

/* Asked too often: a short wait is waited out once, in the host's turn, so that nobody else asks
 * meanwhile. */
static void
wait_or_give_up (CandNetTransfer *self)
{
  CandNetQueue *queue = self->shared->queue;
  gint64 seconds = cand_net_get_retry_after (soup_message_get_response_headers (self->message));
  g_autoptr (GDateTime) until = NULL;

  self->refused = TRUE;
  if (seconds >= 0 && seconds <= MAX_RETRY_AFTER && !self->retried)
    {
      gint64 wait = MAX (seconds * 1000, cand_request_get_spacing_after_refusal (self->request));

      self->retried = TRUE;
      drop_exchange (self);
      self->pause = g_timeout_source_new (wait / cand_net_queue_get_haste (queue));
      g_source_set_callback (self->pause, pause_cb, self, NULL);
      g_source_attach (self->pause, self->shared->context);
      return;
    }

  if (seconds > 0)
    until = cand_net_queue_close_host (queue, get_host (self), seconds);
  finish (self, NULL, cand_net_error_refused (get_host (self), until));
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandNetTransfer *self = user_data;
  g_autoptr (GError) error = NULL;
  guint status;

  self->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  self->busy = FALSE;
  if (self->failure != NULL)
    {
      finish (self, NULL, g_steal_pointer (&self->failure));
      return;
    }
  if (self->stream == NULL)
    {
      finish (self, NULL, cand_net_error_from_cause (get_host (self), error, FALSE));
      return;
    }
  cand_net_clock_note_life (self->clock);

  status = soup_message_get_status (self->message);
  if (status == SOUP_STATUS_OK)
    read_body (self);
  else if (status == SOUP_STATUS_NOT_MODIFIED && cand_net_is_conditional (self->request))
    respond_without_body (self, self->uri);
  else if (SOUP_STATUS_IS_REDIRECTION (status) && status != SOUP_STATUS_NOT_MODIFIED)
    redirect (self, status);
  else if (cand_net_is_refusal (status, soup_message_get_response_headers (self->message)))
    wait_or_give_up (self);
  else
    finish (self, NULL, cand_net_error_from_status (self->uri, status));
}

/* Only a stand-in on this machine is asked with this: any certificate will do there. */
static gboolean
accept_certificate_cb (SoupMessage *message,
                       GTlsCertificate *certificate,
                       GTlsCertificateFlags errors,
                       gpointer user_data)
{
  return TRUE;
}

/* A redirect may name a public host whose name leads into the caller's own network. */
static void
network_event_cb (SoupMessage *message,
                  GSocketClientEvent event,
                  GIOStream *connection,
                  CandNetTransfer *self)
{
  g_autoptr (GSocketAddress) remote = NULL;

  if (event != G_SOCKET_CLIENT_CONNECTING || !G_IS_SOCKET_CONNECTION (connection))
    return;
  remote = g_socket_connection_get_remote_address (G_SOCKET_CONNECTION (connection), NULL);
  /* A proxy may well be on that network. */
  if (!G_IS_INET_SOCKET_ADDRESS (remote) || G_IS_PROXY_ADDRESS (remote) ||
      !cand_net_address_is_local (
          g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (remote))))
    return;
  fail (self, g_error_new (CAND_NET_ERROR, CAND_NET_ERROR_REDIRECT,
                           "A redirect leads to %s, which is on this machine or its own network",
                           get_host (self)));
}

/* With the host's turn: asks. */
static void
send_message (CandNetTransfer *self)
{
  self->message = cand_net_create_message (self->request, self->target, self->get);
  if (self->shared->hosts != NULL)
    {
      soup_message_headers_replace (soup_message_get_request_headers (self->message), "Host",
                                    get_host (self));
      g_signal_connect (self->message, "accept-certificate", G_CALLBACK (accept_certificate_cb),
                        NULL);
    }
  else if (self->n_redirects > 0)
    g_signal_connect (self->message, "network-event", G_CALLBACK (network_event_cb), self);

  self->cancellable = g_cancellable_new ();
  self->asked = TRUE;
  self->refused = FALSE;
  self->busy = TRUE;
  if (self->first_asked == 0)
    self->first_asked = g_get_monotonic_time ();
  cand_net_clock_start (self->clock);
  soup_session_send_async (self->shared->session, self->message, G_PRIORITY_DEFAULT,
                           self->cancellable, sent_cb, self);
}

/* Ends the transfer when the host wants to be left alone still. */
static gboolean
check_open (CandNetTransfer *self)
{
  g_autoptr (GDateTime) until =
      cand_net_queue_dup_closed_until (self->shared->queue, get_host (self));

  if (until != NULL)
    finish (self, NULL, cand_net_error_refused (get_host (self), until));
  return until == NULL;
}

static void
turn_cb (gpointer user_data)
{
  CandNetTransfer *self = user_data;

  if (check_open (self))
    send_message (self);
}

/* Gets in line for self->uri. */
static void
join_queue (CandNetTransfer *self)
{
  GError *error = NULL;

  g_clear_pointer (&self->target, g_uri_unref);
  self->target = self->shared->hosts != NULL
                     ? cand_net_hosts_substitute (self->shared->hosts, self->uri, &error)
                     : g_uri_ref (self->uri);
  if (self->target == NULL)
    {
      finish (self, NULL, error);
      return;
    }
  if (!check_open (self))
    return;
  self->turn = cand_net_queue_wait (self->shared->queue, get_host (self),
                                    cand_request_get_spacing (self->request), self->n_redirects > 0,
                                    turn_cb, self);
}

void
cand_net_transfer_start (CandNetShared *shared, CandRequest *request, GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  CandNetTransfer *self = g_new0 (CandNetTransfer, 1);
  GError *error = NULL;

  self->shared = shared;
  self->task = task;
  self->request = g_object_ref (request);
  self->clock = cand_net_clock_new (shared->context, shared->idle_timeout, shared->total_timeout,
                                    timed_out_cb, self);
  g_hash_table_add (shared->transfers, self);
  if (cancellable != NULL)
    {
      self->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (self->cancelled, G_SOURCE_FUNC (cancelled_cb), self, NULL);
      g_source_attach (self->cancelled, shared->context);
    }

  self->uri = cand_net_uri_parse (cand_request_get_url (request), &error);
  if (self->uri != NULL)
    join_queue (self);
  else
    finish (self, NULL, error);
}

void
cand_net_transfer_cancel (CandNetTransfer *self)
{
  fail (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "The request was cancelled"));
}
