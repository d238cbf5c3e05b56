/* cand-refresh-blog.c: the feed of one blog is read again, and the posts that are new there
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-library-private.h"
#include "cand-read-programme.h"
#include "cand-thread.h"
#include "core/boards/cand-board-system.h"
#include "core/boards/programme/cand-feed.h"
#include "core/store/cand-store-blogs.h"

/* Milliseconds between two requests to the feed's host, usually and after it refused one. */
#define SPACING 1000
#define SPACING_AFTER_REFUSAL 5000
/* New posts that are read at one refresh; the others wait for the next. */
#define MAX_POSTS 10
#define FEED_TYPES                                                                                 \
  "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9"

/* What it carries from step to step: what is known (database) -> request -> bytes (thread) ->
 * transaction (database) -> each new post in turn: request and reading, verdict (database). */
typedef struct
{
  char *url;
  CandStoredBlog *stored; /* (owned) (nullable) */
  CandResponse *response; /* (owned) (nullable) */
  GError *failure;        /* (owned) (nullable) */
  char *digest;           /* (owned) (nullable) of the bytes */
  CandFeed *feed;         /* (owned) (nullable) NULL for the same */
  GPtrArray *posts;       /* (owned) (nullable) (element-type CandStoredPost) to be read */
  guint next;             /* of them */
} Visit;

static void
visit_free (Visit *self)
{
  g_free (self->url);
  g_clear_pointer (&self->stored, cand_stored_blog_free);
  g_clear_object (&self->response);
  g_clear_error (&self->failure);
  g_free (self->digest);
  g_clear_pointer (&self->feed, cand_feed_free);
  g_clear_pointer (&self->posts, g_ptr_array_unref);
  g_free (self);
}

static void read_next_post (GTask *task);

/* --- the end --- */

static gpointer
notices_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  return cand_notices_read (connection, error);
}

static void
notices_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandNotices) notices = g_task_propagate_pointer (G_TASK (result), &error);

  if (notices == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  cand_library_merge_notices (CAND_LIBRARY (source), notices);
  g_task_return_boolean (task, TRUE);
}

static void
finish (GTask *task)
{
  cand_library_run_job (g_task_get_source_object (task), notices_job, NULL, NULL,
                        (GDestroyNotify) cand_notices_free, notices_cb, g_object_ref (task));
}

/* --- a post --- */

typedef struct
{
  gint64 post;
  gboolean failed;
  CandPostState state;
  guint n_positions;
} Verdict;

static gpointer
verdict_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Verdict *verdict = data;
  gboolean written = verdict->failed
                         ? cand_store_blogs_set_post_failed (connection, verdict->post, error)
                         : cand_store_blogs_set_post (connection, verdict->post, verdict->state,
                                                      verdict->n_positions, error);

  return written ? CAND_DONE : NULL;
}

static void
verdict_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    g_task_return_error (task, error);
  else if (!g_task_return_error_if_cancelled (task))
    read_next_post (task);
}

/* Those of boards that are known: nothing else can be followed. */
static guint
count_positions (CandProgramme *programme)
{
  guint n = 0;

  for (guint i = 0; i < cand_programme_get_n_entries (programme); i++)
    n += *cand_programme_get_entry (programme, i)->key != '\0';
  return n;
}

static void
judge (GTask *task, CandProgramme *programme, const GError *failure)
{
  CandLibrary *self = g_task_get_source_object (task);
  const Visit *visit = g_task_get_task_data (task);
  const CandStoredPost *post = g_ptr_array_index (visit->posts, visit->next - 1);
  Verdict *verdict = g_new0 (Verdict, 1);

  verdict->post = post->id;
  verdict->state = CAND_POST_PLAIN;
  if (programme != NULL)
    {
      verdict->n_positions = count_positions (programme);
      if (cand_library_find_programme (self, programme) != NULL)
        verdict->state = CAND_POST_FOLLOWED;
      else if (verdict->n_positions > 0)
        verdict->state = CAND_POST_OFFERED;
    }
  else
    verdict->failed = failure != NULL && failure->domain != CAND_BOARD_ERROR;
  cand_library_run_job (self, verdict_job, verdict, g_free, NULL, verdict_cb, g_object_ref (task));
}

static void
post_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandProgrammeAnswer) answer =
      cand_read_programme_finish (CAND_LIBRARY (source), result, &error);

  if (g_task_return_error_if_cancelled (task))
    return;
  /* The host wants to be left alone: another time. */
  if (g_error_matches (error, CAND_NET_ERROR, CAND_NET_ERROR_TOO_MANY))
    finish (task);
  else
    judge (task, answer != NULL ? answer->programme : NULL, error);
}

static void
read_next_post (GTask *task)
{
  CandLibrary *self = g_task_get_source_object (task);
  Visit *visit = g_task_get_task_data (task);
  const CandStoredPost *post;
  Verdict *verdict;

  if (visit->next == visit->posts->len)
    {
      finish (task);
      return;
    }
  post = g_ptr_array_index (visit->posts, visit->next++);
  if (!cand_library_follows_page (self, post->url))
    {
      cand_read_programme_async (self, post->url, NULL, NULL, NULL, g_task_get_cancellable (task),
                                 post_cb, g_object_ref (task));
      return;
    }
  verdict = g_new0 (Verdict, 1);
  verdict->post = post->id;
  verdict->state = CAND_POST_FOLLOWED;
  cand_library_run_job (self, verdict_job, verdict, g_free, NULL, verdict_cb, g_object_ref (task));
}

/* --- the transaction --- */

static gboolean
write_same (CandConnection *connection, const Visit *visit, gint64 now, GError **error)
{
  const CandStoredBlog *stored = visit->stored;
  CandBlogReading reading = { NULL, cand_response_get_etag (visit->response),
                              cand_response_get_last_modified (visit->response), stored->digest };

  /* A 304 need not repeat the validators it confirms. */
  if (reading.etag == NULL && reading.last_modified == NULL)
    {
      reading.etag = stored->etag;
      reading.last_modified = stored->last_modified;
    }
  return cand_store_blogs_set_read (connection, stored->id, &reading, now, error);
}

static gboolean
write_feed (CandConnection *connection, const Visit *visit, gint64 now, GError **error)
{
  CandBlogReading reading = { visit->feed->title, cand_response_get_etag (visit->response),
                              cand_response_get_last_modified (visit->response), visit->digest };

  return cand_store_blogs_set_read (connection, visit->stored->id, &reading, now, error) &&
         cand_library_write_posts (connection, visit->stored->id, visit->feed,
                                   visit->stored->confirmed == 0, now, error);
}

static gboolean
write_visit (CandConnection *connection, gpointer data, GError **error)
{
  const Visit *visit = data;
  gint64 now = cand_library_now ();

  if (visit->failure != NULL)
    return cand_store_blogs_set_failed (connection, visit->stored->id, visit->failure, now, error);
  return visit->feed != NULL ? write_feed (connection, visit, now, error)
                             : write_same (connection, visit, now, error);
}

static gpointer
write_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  Visit *visit = data;

  if (!cand_connection_transact (connection, CAND_DURABILITY_CACHE, write_visit, visit, error))
    return NULL;
  /* A host that does not answer is not asked for its posts. */
  return cand_store_blogs_new_posts (connection, visit->stored->id,
                                     visit->failure == NULL ? MAX_POSTS : 0, error);
}

static void
write_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Visit *visit = g_task_get_task_data (task);
  GError *error = NULL;

  visit->posts = g_task_propagate_pointer (G_TASK (result), &error);
  if (visit->posts == NULL)
    g_task_return_error (task, error);
  else if (!g_task_return_error_if_cancelled (task))
    read_next_post (task);
}

static void
write_all (GTask *task)
{
  cand_library_run_job (g_task_get_source_object (task), write_job, g_task_get_task_data (task),
                        NULL, (GDestroyNotify) g_ptr_array_unref, write_cb, g_object_ref (task));
}

/* --- the bytes, in a thread of their own --- */

/* The visit is the thread's until that is over. */
static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Visit *visit = data;
  GBytes *body = cand_response_get_body (visit->response);
  GError *error = NULL;

  visit->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, body);
  if (g_strcmp0 (visit->digest, visit->stored->digest) != 0)
    visit->feed = cand_feed_parse (body, visit->url, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Visit *visit = g_task_get_task_data (task);

  g_task_propagate_boolean (G_TASK (result), &visit->failure);
  if (!g_task_return_error_if_cancelled (task))
    write_all (task);
}

/* --- the request --- */

static void
send_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Visit *visit = g_task_get_task_data (task);

  visit->response = cand_net_send_finish (CAND_NET (source), result, &visit->failure);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (visit->response != NULL && cand_response_get_status (visit->response) != 304)
    {
      cand_thread_run (read_thread, visit, NULL, NULL, read_cb, g_steal_pointer (&task));
      return;
    }
  if (visit->response != NULL && visit->stored->digest == NULL)
    visit->failure = g_error_new_literal (CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                                          "The feed says that nothing changed, but was never read");
  write_all (task);
}

static gpointer
look_up_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Visit *visit = data;
  g_autoptr (GError) failure = NULL;
  CandStoredBlog *stored = cand_store_blogs_stored (connection, visit->url, &failure);

  if (stored == NULL && failure == NULL)
    g_set_error (&failure, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NO_SUCH_BOARD,
                 "No blog at %s is followed", visit->url);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return stored;
}

static void
look_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  Visit *visit = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandRequest) request = NULL;

  visit->stored = g_task_propagate_pointer (G_TASK (result), &error);
  if (visit->stored == NULL)
    {
      /* Unfollowed since the refresh began. */
      if (g_error_matches (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NO_SUCH_BOARD))
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  request = cand_request_new ("GET", visit->url);
  cand_request_set_accept (request, FEED_TYPES);
  cand_request_set_spacing (request, SPACING, SPACING_AFTER_REFUSAL);
  if (visit->stored->digest != NULL)
    cand_request_set_validators (request, visit->stored->etag, visit->stored->last_modified);
  cand_net_send_async (self->net, request, g_task_get_cancellable (task), send_cb,
                       g_object_ref (task));
}

/**
 * cand_refresh_blog_async:
 * @library: the library
 * @url: the feed's address
 * @cancellable: stops it; posts that were read until then count as read
 * @callback: called at the end
 * @user_data: for @callback
 */
void
cand_refresh_blog_async (CandLibrary *library,
                         const char *url,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Visit *visit = g_new0 (Visit, 1);
  GTask *task = g_task_new (library, cancellable, callback, user_data);

  visit->url = g_strdup (url);
  g_task_set_source_tag (task, cand_refresh_blog_async);
  g_task_set_task_data (task, visit, (GDestroyNotify) visit_free);
  cand_library_run_job (library, look_up_job, visit, NULL, (GDestroyNotify) cand_stored_blog_free,
                        look_up_cb, task);
}

gboolean
cand_refresh_blog_finish (CandLibrary *library, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
