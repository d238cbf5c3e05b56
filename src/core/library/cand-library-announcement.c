/* cand-library-announcement.c: announcements and blogs, read and followed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-found-private.h"
#include "cand-intake.h"
#include "cand-library-private.h"
#include "cand-thread.h"
#include "core/boards/cand-board-system.h"
#include "core/boards/cand-exchange.h"
#include "core/boards/programme/cand-programme-reader.h"
#include "core/store/cand-store-blogs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- a text --- */

typedef struct
{
  GBytes *bytes;
  char *media_type; /* (nullable) */
} Text;

static void
text_free (Text *self)
{
  g_bytes_unref (self->bytes);
  g_free (self->media_type);
  g_free (self);
}

/* What is taken in by other ways, and what nobody wrote for people to read, is named. */
static gboolean
check_kind (GBytes *bytes, GError **error)
{
  switch (cand_exchange_tell (bytes))
    {
    case CAND_FILE_OPML:
    case CAND_FILE_BOARDS:
    case CAND_FILE_PROGRAMME:
    case CAND_FILE_RESUME:
      g_set_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_OTHER_FILE,
                   /* Translators: %s is a noun with its article, like “an OPML outline”. */
                   _ ("This is %s, not an announcement; as a file it can be imported"),
                   cand_exchange_describe (bytes));
      return FALSE;
    case CAND_FILE_ARCHIVE:
    case CAND_FILE_UNKNOWN:
      break;
    }
  if (cand_exchange_is_prose (bytes))
    return TRUE;
  g_set_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_UNKNOWN_FILE,
               /* Translators: %s is a noun with its article, like “a PDF document”. */
               _ ("This is %s; an announcement is a text, Markdown or an HTML page, and a list of "
                  "boards is OPML or JSON"),
               cand_exchange_describe (bytes));
  return FALSE;
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Text *text = data;
  GError *error = NULL;
  CandProgramme *programme = NULL;

  if (check_kind (text->bytes, &error))
    programme = cand_programme_read (text->bytes, text->media_type, NULL, &error);
  if (programme != NULL)
    g_task_return_pointer (task, programme, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CandLibrary *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (CandProgramme) programme = g_task_propagate_pointer (G_TASK (result), &error);
  CandFound *found;

  if (programme == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  found = cand_found_new_programme (programme, NULL);
  cand_found_set_followed (found, cand_library_find_programme (self, programme) != NULL);
  g_task_return_pointer (task, found, g_object_unref);
}

/**
 * cand_library_read_announcement_async:
 * @self: a library
 * @text: what was pasted, opened or dropped
 * @media_type: (nullable): what it is said to be
 * @cancellable: (nullable): stops the waiting
 * @callback: called with what was found
 * @user_data: for @callback
 */
void
cand_library_read_announcement_async (CandLibrary *self,
                                      GBytes *text,
                                      const char *media_type,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GTask *task;
  Text *data;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (text != NULL);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_read_announcement_async);
  data = g_new0 (Text, 1);
  data->bytes = g_bytes_ref (text);
  data->media_type = g_strdup (media_type);
  cand_thread_run (read_thread, data, (GDestroyNotify) text_free, cancellable, read_cb, task);
}

/**
 * cand_library_read_announcement_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_BOARD_ERROR_NOTHING_FOUND, CAND_BOARD_ERROR_MALFORMED, G_IO_ERROR_CANCELLED;
 *   CAND_LIBRARY_ERROR_OTHER_FILE for what can be imported, CAND_LIBRARY_ERROR_UNKNOWN_FILE for
 * what nobody can read (both name what it is, translated)
 *
 * Returns: (transfer full) (nullable): a programme that may be followed
 */
CandFound *
cand_library_read_announcement_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- following --- */

/* What is to be written, in a form that the database thread may read: what was found belongs to the
 * library's. */
typedef struct
{
  char *json;       /* of a programme; NULL for a blog */
  char *known;      /* (nullable) name of the followed programme that it is another reading of */
  char *url;        /* of a blog: the feed's address */
  char *title;      /* of a blog */
  CandFound *found; /* keeps the feed, which never changes */
  const CandFeed *feed;
  GBytes *body;        /* (nullable) what it was read from */
  char *etag;          /* (nullable) */
  char *last_modified; /* (nullable) */
} Following;

static void
following_free (Following *self)
{
  g_free (self->json);
  g_free (self->known);
  g_free (self->url);
  g_free (self->title);
  g_clear_object (&self->found);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self);
}

gboolean
cand_library_write_posts (CandConnection *connection,
                          gint64 blog,
                          const CandFeed *feed,
                          gboolean first,
                          gint64 now,
                          GError **error)
{
  for (guint i = 0; i < feed->items->len; i++)
    {
      const CandFeedItem *item = g_ptr_array_index (feed->items, i);

      if (!cand_store_blogs_list_post (connection, blog, item->id, item->url, item->title,
                                       item->published, first ? CAND_POST_OLD : CAND_POST_NEW, now,
                                       error))
        return FALSE;
    }
  return cand_store_blogs_forget_posts (connection, blog, now, error);
}

/* Its post, in whatever spelling a followed blog gives the address, is not offered any more. */
static gboolean
settle_offers (CandConnection *connection, const char *url, GError **error)
{
  g_autoptr (GPtrArray) offers = NULL;

  if (!cand_store_blogs_set_url_followed (connection, url, error))
    return FALSE;
  offers = cand_store_blogs_offers (connection, error);
  for (guint i = 0; offers != NULL && i < offers->len; i++)
    {
      CandOffer *offer = g_ptr_array_index (offers, i);

      if (cand_library_same_page (cand_offer_get_url (offer), url) &&
          !cand_store_blogs_set_post (connection, cand_offer_get_id (offer), CAND_POST_FOLLOWED,
                                      cand_offer_get_n_positions (offer), error))
        return FALSE;
    }
  return offers != NULL;
}

static gboolean
follow_programme (CandConnection *connection, const Following *following, GError **error)
{
  g_autoptr (GBytes) json = g_bytes_new (following->json, strlen (following->json));
  g_autoptr (CandProgramme) programme = cand_programme_new_from_json (json, error);
  g_autofree char *digest = NULL;
  CandProgrammeReading reading = { following->etag, following->last_modified, NULL };
  gint64 now = cand_library_now ();
  const char *url;
  gint64 id;

  if (programme == NULL)
    return FALSE;
  id = cand_intake_follow (connection, following->known, programme, now, error);
  if (id == 0)
    return FALSE;
  url = cand_programme_get_url (programme);
  if (*url != '\0' && !settle_offers (connection, url, error))
    return FALSE;
  if (following->body == NULL)
    return TRUE;
  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, following->body);
  reading.digest = digest;
  return cand_store_programmes_set_read (connection, id, &reading, now, error);
}

static gboolean
follow_blog (CandConnection *connection, const Following *following, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CandStoredBlog) stored =
      cand_store_blogs_stored (connection, following->url, &failure);
  g_autofree char *digest = NULL;
  CandBlogReading reading = { following->title, following->etag, following->last_modified, NULL };
  gint64 now = cand_library_now ();
  gint64 id;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  /* Followed already: what is new there is still to be looked at. */
  if (stored != NULL && stored->confirmed != 0)
    return TRUE;
  id = cand_store_blogs_follow (connection, following->url, following->title, error);
  if (id == 0 || following->feed == NULL || following->body == NULL)
    return id != 0;
  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, following->body);
  reading.digest = digest;
  return cand_library_write_posts (connection, id, following->feed, TRUE, now, error) &&
         cand_store_blogs_set_read (connection, id, &reading, now, error);
}

static gboolean
write_following (CandConnection *connection, gpointer data, GError **error)
{
  const Following *following = data;

  return following->json != NULL ? follow_programme (connection, following, error)
                                 : follow_blog (connection, following, error);
}

static gpointer
follow_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  return cand_connection_transact (connection, CAND_DURABILITY_CACHE, write_following, data, error)
             ? CAND_DONE
             : NULL;
}

/* Keys of the boards that @programme (nullable) names, each once. */
static GStrv
list_boards (CandProgramme *programme)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) boards = g_strv_builder_new ();
  guint n = programme != NULL ? cand_programme_get_n_entries (programme) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *system = NULL;
      g_autofree char *account = NULL;
      g_autofree char *board = NULL;

      if (!cand_position_split_key (cand_programme_get_entry (programme, i)->key, &system, &account,
                                    NULL) ||
          cand_board_system_find (system) == NULL)
        continue;
      board = g_strconcat (system, ":", account, NULL);
      if (g_hash_table_add (known, g_strdup (board)))
        g_strv_builder_take (boards, g_steal_pointer (&board));
    }
  return g_strv_builder_end (boards);
}

/* Another announcement may have had the name that it was found with. */
static void
take_name (CandLibrary *self, CandFound *found)
{
  CandProgramme *programme = cand_found_get_programme (found);
  CandProgramme *known = programme != NULL ? cand_library_find_programme (self, programme) : NULL;

  if (known != NULL)
    cand_found_set_key (found, cand_programme_get_name (known));
}

/* Its boards are in the model by now. They are read in the background: what the announcement calls
 * open may be closed, and only a board knows its organisation's name. */
static void
followed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  CandFound *found = g_task_get_task_data (task);
  g_auto (GStrv) boards = list_boards (cand_found_get_programme (found));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  take_name (self, found);
  for (guint i = 0; boards[i] != NULL; i++)
    cand_library_refresh_async (self, boards[i], TRUE, NULL, NULL, NULL);
  g_task_return_boolean (task, TRUE);
}

/* Validators hold for the place that is asked first. */
static void
take_response (Following *following, CandResponse *response, const char *asked)
{
  if (response == NULL)
    return;
  following->body = g_bytes_ref (cand_response_get_body (response));
  if (g_strcmp0 (cand_response_get_location (response), asked) != 0)
    return;
  following->etag = g_strdup (cand_response_get_etag (response));
  following->last_modified = g_strdup (cand_response_get_last_modified (response));
}

static Following *
following_new (CandLibrary *self, CandFound *found)
{
  Following *following = g_new0 (Following, 1);
  CandProgramme *programme = cand_found_get_programme (found);

  following->found = g_object_ref (found);
  if (programme != NULL)
    {
      const char *url = cand_programme_get_url (programme);
      g_autoptr (CandRequest) request = *url != '\0' ? cand_programme_request (url) : NULL;
      CandProgramme *known = cand_library_find_programme (self, programme);

      following->json = cand_programme_to_json (programme);
      following->known = known != NULL ? g_strdup (cand_programme_get_name (known)) : NULL;
      take_response (following, cand_found_get_response (found),
                     request != NULL ? cand_request_get_url (request) : NULL);
      return following;
    }
  following->url = g_strdup (cand_found_get_key (found));
  following->title = g_strdup (cand_found_get_name (found));
  following->feed = cand_found_get_feed (found);
  take_response (following, cand_found_get_response (found), following->url);
  return following;
}

void
cand_library_follow_announcement_async (CandLibrary *self,
                                        CandFound *found,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  GTask *written = g_task_new (self, NULL, followed_cb, task);

  g_task_set_source_tag (task, cand_library_follow_announcement_async);
  g_task_set_task_data (task, g_object_ref (found), g_object_unref);
  g_task_set_source_tag (written, cand_library_follow_announcement_async);
  cand_library_run_job (self, follow_job, following_new (self, found),
                        (GDestroyNotify) following_free, NULL, cand_library_followed_cb, written);
}

gboolean
cand_library_follow_announcement_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- followed or not --- */

typedef struct
{
  char *key;
  gboolean followed;
} Wish;

static void
wish_free (Wish *self)
{
  g_free (self->key);
  g_free (self);
}

static gboolean
write_wish (CandConnection *connection, gpointer data, GError **error)
{
  const Wish *wish = data;
  gint64 now = cand_library_now ();
  gboolean found;

  if (!cand_intake_set_followed (connection, wish->key, wish->followed, now, &found, error))
    return FALSE;
  if (!found &&
      !cand_store_blogs_set_followed (connection, wish->key, wish->followed, now, &found, error))
    return FALSE;
  if (!found)
    g_set_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NO_SUCH_BOARD,
                 "Nothing that is followed is called “%s”", wish->key);
  return found;
}

static gpointer
wish_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  return cand_connection_transact (connection, CAND_DURABILITY_CACHE, write_wish, data, error)
             ? CAND_DONE
             : NULL;
}

void
cand_library_set_announcement_followed_async (CandLibrary *self,
                                              const char *key,
                                              gboolean followed,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Wish *wish = g_new0 (Wish, 1);

  wish->key = g_utf8_make_valid (key, -1);
  wish->followed = followed;
  g_task_set_source_tag (task, cand_library_set_announcement_followed_async);
  cand_library_run_job (self, wish_job, wish, (GDestroyNotify) wish_free, NULL,
                        cand_library_followed_cb, task);
}

gboolean
cand_library_set_announcement_followed_finish (CandLibrary *self,
                                               GAsyncResult *result,
                                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
