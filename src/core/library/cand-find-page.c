/* cand-find-page.c: what a web page leads to
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-find-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cand-library-private.h"
#include "cand-thread.h"
#include "core/boards/cand-page-boards.h"
#include "core/boards/programme/cand-programme-reader.h"
#include "core/text/cand-decode.h"

/* Of hosts that nobody said anything about. */
#define SPACING 1000
#define SPACING_AFTER_REFUSAL 5000
/* How far into a document the name of its first element is looked for. */
#define MAX_PROLOGUE 1024
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* What is asked, in turn: the texts that an announcement's page is made from, where there are such,
 * and the page itself. The first that says something ends it. */
typedef struct
{
  char *address;
  CandAddress *named; /* (nullable) a position whose board the page is to say */
  GPtrArray *texts;   /* (element-type CandRequest) still to be asked */
  gboolean whole;     /* the page itself is asked, not a text */
  CandResponse *response;
  CandPageFinding *finding;
} Search;

void
cand_page_finding_free (CandPageFinding *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->found);
  g_clear_pointer (&self->board, cand_address_free);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_free (self->address);
  g_free (self);
}

static void
search_free (Search *self)
{
  g_free (self->address);
  cand_address_free (self->named);
  g_ptr_array_unref (self->texts);
  g_clear_object (&self->response);
  cand_page_finding_free (self->finding);
  g_free (self);
}

/* --- reading, in a thread --- */

static gboolean
is_feed (const char *media_type, const char *text, gsize length)
{
  const char *end = text + MIN (length, MAX_PROLOGUE);
  const char *element = text;

  if (g_str_equal (media_type, "application/rss+xml") ||
      g_str_equal (media_type, "application/atom+xml"))
    return TRUE;
  /* The first element that is no declaration or comment. */
  while ((element = memchr (element, '<', end - element)) != NULL && element + 6 < end &&
         (element[1] == '?' || element[1] == '!'))
    element++;
  return element != NULL && element + 6 < end &&
         (g_ascii_strncasecmp (element, "<rss", 4) == 0 ||
          g_ascii_strncasecmp (element, "<feed", 5) == 0);
}

static gboolean
read_feed (Search *self, GError **error)
{
  CandFeed *feed =
      cand_feed_parse (cand_response_get_body (self->response), self->finding->address, error);

  if (feed == NULL)
    return FALSE;
  self->finding->found = cand_found_new_blog (self->finding->address, feed, self->response);
  return TRUE;
}

/* The answer's body, which says its own encoding where only its head said it. */
static GBytes *
ref_body (CandResponse *response)
{
  GBytes *body = cand_response_get_body (response);
  const char *charset = cand_response_get_charset (response);
  g_autofree char *text = NULL;
  char *marked;

  if (charset == NULL || !g_str_has_suffix (cand_response_get_media_type (response), "html"))
    return g_bytes_ref (body);
  text = cand_decode_text (body, charset);
  marked = g_strconcat (BYTE_ORDER_MARK, text, NULL);
  return g_bytes_new_take (marked, strlen (marked));
}

static gboolean
read_programme (Search *self, GError **error)
{
  g_autoptr (GBytes) body = ref_body (self->response);
  g_autoptr (CandProgramme) programme = cand_programme_read (
      body, cand_response_get_media_type (self->response), self->finding->address, error);

  if (programme == NULL)
    return FALSE;
  if (cand_programme_get_n_entries (programme) > 0)
    self->finding->found = cand_found_new_programme (programme, self->response);
  else
    g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOTHING_FOUND,
                         "The text introduces no positions");
  return self->finding->found != NULL;
}

/* The boards that the page names: the one it is about first. Of an announcement those are followed
 * that its positions are on, and no others. */
static void
take_linked (Search *self, GPtrArray *boards)
{
  CandPageFinding *finding = self->finding;

  for (guint i = 0; i < boards->len; i++)
    {
      const CandAddress *address = g_ptr_array_index (boards, i);

      if (finding->found != NULL && address->account != NULL &&
          cand_found_get_kind (finding->found) != CAND_FOUND_PROGRAMME)
        cand_found_add_board (finding->found, address->system, address->account);
    }
  if (finding->found != NULL || boards->len == 0)
    return;
  finding->board = g_ptr_array_steal_index (boards, 0);
  finding->others = g_ptr_array_ref (boards);
}

/* Of the boards that the page names, the one that a position's code alone is to be looked for on.
 */
static gboolean
take_named (Search *self, GPtrArray *boards)
{
  for (guint i = 0; self->named != NULL && i < boards->len; i++)
    {
      CandAddress *address = g_ptr_array_index (boards, i);

      if (address->account == NULL || !g_str_equal (address->system, self->named->system))
        continue;
      g_set_str (&address->code, self->named->code);
      self->finding->board = g_ptr_array_steal_index (boards, i);
      self->finding->others = g_ptr_array_ref (boards);
      return TRUE;
    }
  return FALSE;
}

static gboolean
examine_page (Search *self, GError **error)
{
  CandPageFinding *finding = self->finding;
  g_autoptr (GUri) uri = cand_address_to_uri (finding->address);
  gsize length;
  const char *body = g_bytes_get_data (cand_response_get_body (self->response), &length);
  g_autofree char *html = NULL;
  g_autoptr (CandPage) page = NULL;
  g_autoptr (GPtrArray) boards = NULL;

  if (body == NULL)
    body = "";
  if (is_feed (cand_response_get_media_type (self->response), body, length))
    return read_feed (self, error);

  html = cand_decode_text (cand_response_get_body (self->response),
                           cand_response_get_charset (self->response));
  page = cand_page_new_from_html (html, -1, finding->address);
  boards = cand_page_find_boards (page);
  if (take_named (self, boards))
    return TRUE;
  if (uri != NULL)
    finding->board = cand_page_claim (uri, html);
  if (finding->board != NULL)
    return TRUE;
  read_programme (self, NULL);
  take_linked (self, boards);
  if (finding->found != NULL || finding->board != NULL)
    return TRUE;
  g_set_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NOT_FOUND,
               /* Translators: %s is a web address. */
               _ ("“%s” leads to no job board, announcement or blog that can be followed"),
               self->address);
  return FALSE;
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *self = data;
  GError *error = NULL;

  if (self->whole ? examine_page (self, &error) : read_programme (self, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- asking --- */

static void ask_next (GTask *task);

/* Takes @error. What the page is made from may be missing; the page may not. */
static void
fail (GTask *task, GError *error)
{
  const Search *self = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    g_error_free (error);
  else if (self->whole)
    g_task_return_error (task, error);
  else
    {
      g_debug ("%s: %s", self->address, error->message);
      g_error_free (error);
      ask_next (task);
    }
}

static void
succeed (GTask *task)
{
  Search *self = g_task_get_task_data (task);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&self->finding),
                           (GDestroyNotify) cand_page_finding_free);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    succeed (task);
  else
    fail (task, error);
}

static gboolean
names_board_or_position (const char *address)
{
  g_autoptr (CandAddress) found = cand_address_parse (address, NULL);

  return found != NULL;
}

static gboolean
names_board (const char *address)
{
  g_autoptr (CandAddress) found = cand_address_parse (address, NULL);

  return found != NULL && found->account != NULL;
}

/* Where the page really is, which may be on a board. */
static gboolean
take_location (Search *self)
{
  CandPageFinding *finding = self->finding;
  g_autoptr (CandAddress) found = NULL;

  g_set_str (&finding->address, cand_response_get_location (self->response));
  found = cand_address_parse (finding->address, NULL);
  /* That it names a position and not whose was known before. */
  if (found != NULL && (found->account != NULL || self->named == NULL))
    finding->board = g_steal_pointer (&found);
  return finding->board != NULL;
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Search *self = g_task_get_task_data (task);
  GError *error = NULL;

  g_clear_object (&self->response);
  self->response = cand_net_send_finish (CAND_NET (source), result, &error);
  if (self->response == NULL)
    {
      fail (task, error);
      return;
    }
  if (self->whole && take_location (self))
    {
      succeed (task);
      return;
    }
  cand_thread_run (read_thread, self, NULL, NULL, read_cb, g_object_ref (task));
}

static CandRequest *
page_request (const Search *self)
{
  CandRequest *request = cand_request_new ("GET", self->address);

  cand_request_set_accept (request, "text/html, application/xhtml+xml;q=0.9, */*;q=0.5");
  cand_request_set_spacing (request, SPACING, SPACING_AFTER_REFUSAL);
  /* A redirect to a board is enough: whether a browser would see something there is another matter.
   */
  cand_request_set_goal (request, self->named != NULL ? names_board : names_board_or_position);
  return request;
}

static void
ask_next (GTask *task)
{
  CandLibrary *library = g_task_get_source_object (task);
  Search *self = g_task_get_task_data (task);
  g_autoptr (CandRequest) request = NULL;

  if (self->texts->len > 0)
    request = g_ptr_array_steal_index (self->texts, 0);
  else
    {
      self->whole = TRUE;
      request = page_request (self);
    }
  cand_net_send_async (library->net, request, g_task_get_cancellable (task), sent_cb,
                       g_object_ref (task));
}

/* The address itself is asked at the end anyway. */
static void
add_text (Search *self, CandRequest *request)
{
  g_autoptr (CandRequest) taken = request;

  if (request != NULL && !cand_library_same_page (cand_request_get_url (request), self->address))
    g_ptr_array_add (self->texts, g_steal_pointer (&taken));
}

/**
 * cand_find_page_async:
 * @library: the library
 * @address: where the page is
 * @named: (nullable): the position whose board the page is to say
 * @cancellable: (nullable): stops it
 * @callback: called with what was found
 * @user_data: for @callback
 */
void
cand_find_page_async (CandLibrary *library,
                      const char *address,
                      const CandAddress *named,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, user_data);
  Search *self = g_new0 (Search, 1);

  self->address = g_strdup (address);
  if (named != NULL)
    {
      self->named = g_new0 (CandAddress, 1);
      self->named->system = named->system;
      self->named->code = g_strdup (named->code);
    }
  self->texts = g_ptr_array_new_with_free_func (g_object_unref);
  self->finding = g_new0 (CandPageFinding, 1);
  self->finding->address = g_strdup (address);
  g_task_set_source_tag (task, cand_find_page_async);
  g_task_set_task_data (task, self, (GDestroyNotify) search_free);
  add_text (self, cand_programme_request (address));
  add_text (self, cand_programme_other_request (address));
  ask_next (task);
}

CandPageFinding *
cand_find_page_finish (CandLibrary *library, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
