/* cand-net-queue.c: whose turn it is: one request at a time to a host, spaced
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-net-queue.h"

typedef struct
{
  CandNetQueue *queue;  /* (unowned) */
  GQueue waiting;       /* of CandNetTurn, (unowned) by whoever waits */
  CandNetTurn *serving; /* (unowned) (nullable) */
  GSource *timer;       /* (owned) (nullable): until the first of waiting may go */
  gint64 left;          /* monotonic microseconds when it was last asked; 0 for never */
  guint pause;          /* milliseconds wanted after that */
  gint64 closed_until;  /* monotonic microseconds */
  GDateTime *reopens;   /* (owned) (nullable): the same, told to people */
} Host;

struct _CandNetQueue
{
  GMainContext *context; /* (owned) */
  GHashTable *hosts;     /* name -> Host */
  guint haste;
};

struct _CandNetTurn
{
  Host *host; /* (unowned) */
  guint spacing;
  CandNetTurnFunc callback;
  gpointer user_data;
};

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
host_free (gpointer data)
{
  Host *host = data;

  g_warn_if_fail (host->serving == NULL && g_queue_is_empty (&host->waiting));
  clear_source (&host->timer);
  g_clear_pointer (&host->reopens, g_date_time_unref);
  g_free (host);
}

static Host *
get_host (CandNetQueue *self, const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);
  Host *host = g_hash_table_lookup (self->hosts, key);

  if (host == NULL)
    {
      host = g_new0 (Host, 1);
      host->queue = self;
      g_queue_init (&host->waiting);
      g_hash_table_insert (self->hosts, g_steal_pointer (&key), host);
    }
  return host;
}

static gboolean
timer_cb (gpointer user_data)
{
  Host *host = user_data;
  CandNetTurn *turn = g_queue_pop_head (&host->waiting);

  clear_source (&host->timer);
  host->serving = turn;
  turn->callback (turn->user_data);
  return G_SOURCE_REMOVE;
}

/* Sets the timer to when the first of the line may go. */
static void
schedule (Host *host)
{
  CandNetTurn *next = g_queue_peek_head (&host->waiting);
  gint64 ready = 0;

  clear_source (&host->timer);
  if (host->serving != NULL || next == NULL)
    return;

  if (host->left > 0)
    ready = host->left +
            MAX (host->pause, next->spacing) * G_GINT64_CONSTANT (1000) / host->queue->haste;
  host->timer = g_timeout_source_new (0);
  g_source_set_ready_time (host->timer, ready);
  g_source_set_callback (host->timer, timer_cb, host, NULL);
  g_source_set_static_name (host->timer, "CandNetQueue turn");
  g_source_attach (host->timer, host->queue->context);
}

CandNetQueue *
cand_net_queue_new (void)
{
  CandNetQueue *self = g_new0 (CandNetQueue, 1);

  self->context = g_main_context_ref_thread_default ();
  self->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, host_free);
  self->haste = 1;
  return self;
}

void
cand_net_queue_free (CandNetQueue *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->hosts, g_hash_table_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self);
}

void
cand_net_queue_set_haste (CandNetQueue *self, guint divisor)
{
  self->haste = MAX (divisor, 1);
}

guint
cand_net_queue_get_haste (CandNetQueue *self)
{
  return self->haste;
}

CandNetTurn *
cand_net_queue_wait (CandNetQueue *self,
                     const char *host,
                     guint spacing,
                     gboolean first,
                     CandNetTurnFunc callback,
                     gpointer user_data)
{
  CandNetTurn *turn = g_new0 (CandNetTurn, 1);

  turn->host = get_host (self, host);
  turn->spacing = spacing;
  turn->callback = callback;
  turn->user_data = user_data;
  if (first)
    g_queue_push_head (&turn->host->waiting, turn);
  else
    g_queue_push_tail (&turn->host->waiting, turn);
  schedule (turn->host);
  return turn;
}

void
cand_net_queue_leave (CandNetQueue *self, CandNetTurn *turn, gboolean asked, guint pause)
{
  Host *host = turn->host;

  if (host->serving == turn)
    host->serving = NULL;
  else
    g_queue_remove (&host->waiting, turn);
  g_free (turn);

  if (asked)
    {
      host->left = g_get_monotonic_time ();
      host->pause = pause;
    }
  schedule (host);
}

GDateTime *
cand_net_queue_close_host (CandNetQueue *self, const char *host_name, gint64 seconds)
{
  Host *host = get_host (self, host_name);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  /* What asks for more than a day is not meant for a program that runs for hours. */
  gint64 wait = CLAMP (seconds, 0, 24 * 60 * 60);

  g_clear_pointer (&host->reopens, g_date_time_unref);
  host->reopens = g_date_time_add_seconds (now, wait);
  host->closed_until = g_get_monotonic_time () + wait * G_USEC_PER_SEC / self->haste;
  return g_date_time_ref (host->reopens);
}

GDateTime *
cand_net_queue_dup_closed_until (CandNetQueue *self, const char *host_name)
{
  Host *host = get_host (self, host_name);

  if (host->reopens == NULL || g_get_monotonic_time () >= host->closed_until)
    return NULL;
  return g_date_time_ref (host->reopens);
}
