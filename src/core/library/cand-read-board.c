/* cand-read-board.c: a whole board, read from the network
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-read-board.h"

#include <string.h>

#include "cand-prepare-listed.h"
#include "cand-thread.h"
#include "core/text/cand-decode.h"

/* So many pages in a row that bring no position not seen before: the list goes in a circle. */
#define MAX_IDLE_PAGES 3

/* How long a list may take without getting on, in parts of what a single answer may take: 50
 * seconds make 55. A page that brings so many positions not seen before gets it on; a list that
 * comes one by one, as long as its host likes, does not. */
#define LIST_PATIENCE(total) ((total) + (total) / 10)
#define LIVELY_PAGE 5

/* Goes from the library's thread (requests) to a worker (bytes) and back, one after the other, so
 * that nothing in it is locked. */
typedef struct
{
  const CandBoardSystem *system;
  char *account;
  char *known_digest;        /* (nullable) */
  char *known_etag;          /* (nullable) */
  char *known_last_modified; /* (nullable) */
  gboolean names;
  CandReadBoardFunc progress;
  gpointer progress_data;
  GCancellable *cancellable; /* (owned) (nullable) the caller's */
  gulong cancelled_id;       /* of that one */
  GCancellable *stop;        /* (owned) follows it, and the clock */
  GSource *clock;            /* (owned) (nullable) until the first page has come; see LIVELY_PAGE */
  gboolean late;             /* the clock has run out */

  char *page;          /* (nullable) the one that is asked for; NULL for the first */
  GHashTable *asked;   /* (element-type utf8) */
  gboolean other;      /* the other list is read */
  GError *first_error; /* (nullable) why the usual one is not */
  GBytes *body;        /* (nullable) of the page */
  gboolean is_html;    /* so that it may be of any encoding */
  char *charset;       /* (nullable) that its head names */
  guint n_pages;
  guint n_idle;
  gboolean lively; /* the last page got the list on */
  gsize n_bytes;
  GChecksum *checksum;  /* of everything so far */
  CandListing *listing; /* everything so far */
  CandBoardAnswer *answer;
} Reading;

void
cand_board_answer_free (CandBoardAnswer *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  g_clear_pointer (&self->aliases, g_hash_table_unref);
  g_free (self->name);
  g_free (self->digest);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self);
}

static void
reading_free (Reading *self)
{
  g_free (self->account);
  g_free (self->known_digest);
  g_free (self->known_etag);
  g_free (self->known_last_modified);
  if (self->clock != NULL)
    g_source_destroy (self->clock);
  g_clear_pointer (&self->clock, g_source_unref);
  g_cancellable_disconnect (self->cancellable, self->cancelled_id);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->stop);
  g_free (self->page);
  g_hash_table_unref (self->asked);
  g_clear_error (&self->first_error);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->charset);
  g_checksum_free (self->checksum);
  cand_listing_free (self->listing);
  cand_board_answer_free (self->answer);
  g_free (self);
}

static void
run_in_thread (GTask *task, GTaskThreadFunc func, GAsyncReadyCallback callback)
{
  cand_thread_run (func, g_task_get_task_data (task), NULL, NULL, callback, g_object_ref (task));
}

static void
set_malformed (GError **error, const Reading *self, const char *what)
{
  g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED, "%s: the list %s",
               self->system->name, what);
}

/* --- the clock --- */

static gboolean
clock_cb (gpointer user_data)
{
  Reading *self = user_data;

  self->late = TRUE;
  g_cancellable_cancel (self->stop);
  return G_SOURCE_REMOVE;
}

static void
set_clock (Reading *self, CandNet *net, gint64 from)
{
  guint total = cand_net_get_total_timeout (net);

  g_source_set_ready_time (self->clock, from + LIST_PATIENCE (total) * G_GINT64_CONSTANT (1000));
}

/* Runs from when the host was asked first; waiting for one's turn is nobody's fault. */
static void
start_clock (Reading *self, CandNet *net, gint64 asked)
{
  if (self->clock != NULL)
    return;
  self->clock = g_timeout_source_new (0);
  set_clock (self, net, asked);
  g_source_set_callback (self->clock, clock_cb, self, NULL);
  g_source_attach (self->clock, g_main_context_get_thread_default ());
}

/* A large board is read whole, however long the pauses between its pages make that. */
static void
restart_clock (Reading *self, CandNet *net)
{
  if (self->lively && !self->late && self->clock != NULL)
    set_clock (self, net, g_get_monotonic_time ());
}

static GError *
late_error_new (const Reading *self)
{
  return g_error_new (CAND_NET_ERROR, CAND_NET_ERROR_TIMEOUT,
                      "%s: the list did not come to an end in time", self->system->name);
}

/* --- the organisation's name --- */

static void
finish (GTask *task)
{
  Reading *self = g_task_get_task_data (task);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&self->answer),
                           (GDestroyNotify) cand_board_answer_free);
}

static void
name_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *self = data;
  g_autoptr (GError) error = NULL;

  self->answer->name = self->system->parse_name (self->body, &error);
  if (self->answer->name == NULL)
    g_debug ("No name of %s:%s: %s", self->system->id, self->account, error->message);
  g_task_return_boolean (task, TRUE);
}

static void
name_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);

  finish (task);
}

static void
name_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Reading *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandResponse) response = cand_net_send_finish (CAND_NET (source), result, &error);

  /* The list is good without it. */
  if (response == NULL)
    {
      g_debug ("No name of %s:%s: %s", self->system->id, self->account, error->message);
      finish (task);
      return;
    }
  g_clear_pointer (&self->body, g_bytes_unref);
  self->body = g_bytes_ref (cand_response_get_body (response));
  run_in_thread (task, name_thread, name_read_cb);
}

static void
ask_name (GTask *task)
{
  Reading *self = g_task_get_task_data (task);
  g_autoptr (CandRequest) request = NULL;

  if (self->answer->name == NULL && !self->names && !self->late &&
      self->system->name_request != NULL && self->system->parse_name != NULL)
    request = self->system->name_request (self->account);
  if (request == NULL)
    finish (task);
  else
    cand_net_send_async (g_task_get_source_object (task), request, self->stop, name_sent_cb,
                         g_object_ref (task));
}

/* --- the bytes, in a thread --- */

static gboolean
prepare_listed (Reading *self, GError **error)
{
  self->answer->listed =
      cand_prepare_listed (self->listing->positions, self->other, self->cancellable);
  return self->answer->listed != NULL ||
         !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* The digest so far, or TRUE when it is the known one. An answer of one page has that of its bytes.
 */
static gboolean
compare_digest (Reading *self)
{
  g_autoptr (GChecksum) copy = g_checksum_copy (self->checksum);

  g_set_str (&self->answer->digest, g_checksum_get_string (copy));
  return g_strcmp0 (self->answer->digest, self->known_digest) == 0;
}

static void
add_to_checksum (Reading *self)
{
  gsize length;
  const guchar *bytes = g_bytes_get_data (self->body, &length);

  if (self->page != NULL)
    g_checksum_update (self->checksum, (const guchar *) self->page, strlen (self->page) + 1);
  g_checksum_update (self->checksum, bytes, length);
}

/* The parsers of pages expect UTF-8. */
static GBytes *
ref_text (const Reading *self)
{
  char *text;

  if (!self->is_html)
    return g_bytes_ref (self->body);
  text = cand_decode_text (self->body, self->charset);
  return g_bytes_new_take (text, strlen (text));
}

static gboolean
append_page (Reading *self, GError **error)
{
  g_autoptr (GBytes) text = ref_text (self);
  CandListing *page = self->system->parse_list (self->account, self->page, text, error);
  guint before = self->listing->positions->len;

  if (page == NULL)
    return FALSE;
  cand_listing_append (self->listing, page);
  self->n_idle = self->listing->positions->len == before ? self->n_idle + 1 : 0;
  self->lively = self->listing->positions->len - before >= LIVELY_PAGE;
  if (self->listing->positions->len > CAND_READ_BOARD_MAX_POSITIONS)
    set_malformed (error, self, "has more positions than any board");
  else if (self->listing->next == NULL)
    return cand_listing_check_whole (self->listing, self->system->name, error);
  else if (self->n_pages == CAND_READ_BOARD_MAX_PAGES)
    set_malformed (error, self, "has more pages than any board");
  else if (self->n_idle == MAX_IDLE_PAGES)
    set_malformed (error, self, "goes on without bringing anything");
  else if (g_strcmp0 (self->listing->next, self->page) == 0 ||
           g_hash_table_contains (self->asked, self->listing->next))
    set_malformed (error, self, "leads back to a page that was read");
  else
    return TRUE;
  return FALSE;
}

static void
page_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *self = data;
  GError *error = NULL;

  add_to_checksum (self);
  /* Not parsed again; of several pages each has to be, to know where the next one is. */
  self->answer->same = self->n_pages == 1 && compare_digest (self);
  if (!self->answer->same)
    {
      if (!append_page (self, &error))
        {
          g_task_return_error (task, error);
          return;
        }
      if (self->listing->next == NULL)
        self->answer->same = compare_digest (self);
      if (self->listing->next == NULL && !self->answer->same && !prepare_listed (self, &error))
        {
          g_task_return_error (task, error);
          return;
        }
    }
  g_task_return_boolean (task, TRUE);
}

/* --- the pages --- */

static void ask_page (GTask *task);

/* Once, and never where the host said that it is asked too often (TOO_MANY). */
static gboolean
may_ask_other (const Reading *self, const GError *error)
{
  if (self->other || self->n_pages > 1 || self->system->other_list == NULL)
    return FALSE;
  return g_error_matches (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED) ||
         g_error_matches (error, CAND_NET_ERROR, CAND_NET_ERROR_NOT_FOUND) ||
         g_error_matches (error, CAND_NET_ERROR, CAND_NET_ERROR_FORBIDDEN) ||
         g_error_matches (error, CAND_NET_ERROR, CAND_NET_ERROR_SERVER) ||
         g_error_matches (error, CAND_NET_ERROR, CAND_NET_ERROR_STATUS);
}

/* Takes @error. Where both lists fail, the usual one's reason tells more. */
static void
fail (GTask *task, GError *error)
{
  Reading *self = g_task_get_task_data (task);
  g_autoptr (GError) taken = error;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (may_ask_other (self, error))
    {
      self->first_error = g_steal_pointer (&taken);
      self->other = TRUE;
      self->n_pages = 0;
      self->n_idle = 0;
      g_checksum_reset (self->checksum);
      g_clear_pointer (&self->listing, cand_listing_free);
      self->listing = cand_listing_new ();
      g_set_str (&self->page, self->system->other_list);
      ask_page (task);
      return;
    }
  g_task_return_error (task, self->first_error != NULL ? g_steal_pointer (&self->first_error)
                                                       : g_steal_pointer (&taken));
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Reading *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      fail (task, error);
      return;
    }
  if (self->progress != NULL && !g_cancellable_is_cancelled (self->cancellable))
    self->progress (self->n_pages, self->progress_data);
  if (!self->answer->same && self->listing->next != NULL)
    {
      if (self->late)
        {
          fail (task, late_error_new (self));
          return;
        }
      restart_clock (self, g_task_get_source_object (task));
      g_free (self->page);
      self->page = g_steal_pointer (&self->listing->next);
      ask_page (task);
      return;
    }
  if (self->n_pages > 1 || self->other)
    {
      g_clear_pointer (&self->answer->etag, g_free);
      g_clear_pointer (&self->answer->last_modified, g_free);
    }
  self->answer->name = g_steal_pointer (&self->listing->name);
  self->answer->aliases = g_steal_pointer (&self->listing->aliases);
  self->answer->skipped = self->listing->skipped;
  ask_name (task);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Reading *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (CandResponse) response = cand_net_send_finish (CAND_NET (source), result, &error);

  self->n_pages++;
  if (response == NULL && self->late)
    {
      g_clear_error (&error);
      error = late_error_new (self);
    }
  if (response == NULL)
    {
      fail (task, error);
      return;
    }
  start_clock (self, CAND_NET (source), cand_response_get_asked (response));
  g_set_str (&self->answer->etag, cand_response_get_etag (response));
  g_set_str (&self->answer->last_modified, cand_response_get_last_modified (response));
  if (cand_response_get_status (response) == 304)
    {
      self->answer->same = TRUE;
      g_set_str (&self->answer->digest, self->known_digest);
      ask_name (task);
      return;
    }
  g_clear_pointer (&self->body, g_bytes_unref);
  self->body = g_bytes_ref (cand_response_get_body (response));
  self->is_html = g_str_has_suffix (cand_response_get_media_type (response), "html");
  g_set_str (&self->charset, cand_response_get_charset (response));
  self->n_bytes += g_bytes_get_size (self->body);
  if (self->n_bytes > CAND_READ_BOARD_MAX_BYTES)
    {
      set_malformed (&error, self, "is larger than any board");
      fail (task, error);
      return;
    }
  run_in_thread (task, page_thread, page_read_cb);
}

/* Conditional on the last good answer, where that was this one page. */
static void
ask_page (GTask *task)
{
  Reading *self = g_task_get_task_data (task);
  g_autoptr (CandRequest) request = self->system->list_request (self->account, self->page);

  if (request == NULL)
    {
      fail (task, g_error_new (CAND_BOARD_ERROR, CAND_BOARD_ERROR_UNSUPPORTED,
                               "%s cannot be asked for its positions", self->account));
      return;
    }
  if (self->page != NULL)
    g_hash_table_add (self->asked, g_strdup (self->page));
  else if (self->known_digest != NULL)
    cand_request_set_validators (request, self->known_etag, self->known_last_modified);
  cand_net_send_async (g_task_get_source_object (task), request, self->stop, sent_cb,
                       g_object_ref (task));
}

static void
cancelled_cb (GCancellable *cancellable, GCancellable *stop)
{
  g_cancellable_cancel (stop);
}

/**
 * cand_read_board_async:
 * @net: the session
 * @system: whose board it is
 * @account: which one
 * @basis: what was known before
 * @progress: (nullable): called after each page
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @callback: called with the answer
 * @user_data: for @callback
 */
void
cand_read_board_async (CandNet *net,
                       const CandBoardSystem *system,
                       const char *account,
                       const CandBoardBasis *basis,
                       CandReadBoardFunc progress,
                       gpointer progress_data,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (net, cancellable, callback, user_data);
  Reading *self = g_new0 (Reading, 1);

  self->system = system;
  self->account = g_strdup (account);
  self->known_digest = g_strdup (basis->digest);
  self->known_etag = g_strdup (basis->etag);
  self->known_last_modified = g_strdup (basis->last_modified);
  self->names = basis->names;
  self->progress = progress;
  self->progress_data = progress_data;
  g_set_object (&self->cancellable, cancellable);
  self->stop = g_cancellable_new ();
  if (cancellable != NULL)
    self->cancelled_id =
        g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), self->stop, NULL);
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->listing = cand_listing_new ();
  self->answer = g_new0 (CandBoardAnswer, 1);
  g_task_set_source_tag (task, cand_read_board_async);
  g_task_set_task_data (task, self, (GDestroyNotify) reading_free);
  if (system->list_request != NULL && system->parse_list != NULL)
    ask_page (task);
  else
    g_task_return_new_error (task, CAND_BOARD_ERROR, CAND_BOARD_ERROR_UNSUPPORTED,
                             "%s cannot be asked for its positions", system->name);
}

/**
 * cand_read_board_finish:
 * @net: the session
 * @result: what the callback got
 * @error: CAND_NET_ERROR_*, CAND_BOARD_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the answer
 */
CandBoardAnswer *
cand_read_board_finish (CandNet *net, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, net), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
