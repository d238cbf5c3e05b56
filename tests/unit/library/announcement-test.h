/* announcement-test.h: announcements and blogs beside the board, for the tests of this folder
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/boards/programme/cand-feed.h"
#include "core/boards/programme/cand-programme-reader.h"
#include "core/library/cand-found-private.h"

#include "library-test.h"

/* Where the programme that ships is read from. */
#define SHIPPED "huggingface-interns-2023"
#define SHIPPED_PATH "/huggingface/blog/main/interns-2023.md"
/* A page of somebody else's. */
#define PAGE "https://blog.example.org/hiring"
#define PAGE_PATH "/hiring"
#define FEED "https://blog.example.org/feed.xml"
#define FEED_PATH "/feed.xml"

static inline void
announcement_test_reopen (LibraryTest *self)
{
  g_autofree char *hosts = NULL;
  g_autoptr (GError) error = NULL;

  if (self->library != NULL)
    {
      g_assert_true (cand_library_close (self->library, &error));
      g_assert_no_error (error);
      library_test_settle ();
      g_assert_finalize_object (g_steal_pointer (&self->library));
    }
  hosts =
      cand_test_server_dup_hosts (self->server, "apply.workable.com", "raw.githubusercontent.com",
                                  "huggingface.co", "blog.example.org", NULL);
  self->library = cand_library_new (self->directory, hosts, &error);
  g_assert_no_error (error);
  cand_net_set_haste (self->library->net, 10000);
  library_test_open (self->library, &error);
  g_assert_no_error (error);
  library_test_drain (self);
}

static inline void
announcement_test_set_up (LibraryTest *self, gconstpointer data)
{
  self->directory = cand_test_make_directory ();
  self->server = cand_test_server_new ();
  announcement_test_reopen (self);
}

#define ANNOUNCEMENT_TEST_ADD(path, func)                                                          \
  g_test_add (path, LibraryTest, NULL, announcement_test_set_up, func, library_test_tear_down)

/* "A Alpha|B Beta": codes and titles of what the page introduces, in one group. */
static inline char *
announcement_test_page (const char *entries)
{
  g_auto (GStrv) each = g_strsplit (entries, "|", -1);
  GString *page = g_string_new ("# Acme is hiring\n\nCome and work here.\n\n## Positions\n\n"
                                "The following positions are available in the Research team:\n\n");

  for (guint i = 0; each[i] != NULL && *each[i] != '\0'; i++)
    g_string_append_printf (page,
                            "* [%s](https://apply.workable.com/acme/j/AAAAAAAAA%c/), line %c.\n",
                            each[i] + 2, each[i][0], each[i][0]);
  g_string_append (page, "\n## How to Apply\n\nApply through the links above.\n");
  return g_string_free (page, FALSE);
}

/* The answer from now on. */
static inline void
announcement_test_answer (LibraryTest *self, const char *path, const char *body)
{
  cand_test_server_remove (self->server, path);
  cand_test_server_add (self->server, path, 200, "text/plain", body);
}

static inline CandFound *
announcement_test_read (const char *page, const char *address)
{
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (CandProgramme) programme =
      cand_programme_read (bytes, "text/markdown", address, &error);

  g_assert_no_error (error);
  return cand_found_new_programme (programme, NULL);
}

/* Its boards are read along with it: until that is over. */
static inline void
announcement_test_follow (LibraryTest *self, CandFound *found)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean refreshing = TRUE;

  cand_library_follow_async (self->library, found, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  g_assert_true (cand_library_follow_finish (self->library, result, &error));
  g_assert_no_error (error);
  for (;;)
    {
      g_object_get (self->library, "refreshing", &refreshing, NULL);
      if (!refreshing)
        break;
      g_main_context_iteration (NULL, TRUE);
    }
  library_test_drain (self);
}

static inline gboolean
announcement_test_set_followed (LibraryTest *self,
                                const char *key,
                                gboolean followed,
                                GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_set_followed_async (self->library, key, followed, NULL, cand_test_keep_result,
                                   &result);
  cand_test_wait_result (&result);
  return cand_library_set_followed_finish (self->library, result, error);
}

/* (element-type CandProgrammeReport) (transfer container) */
static inline GPtrArray *
announcement_test_refresh (LibraryTest *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) boards = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *programmes;

  cand_library_refresh_async (self->library, NULL, TRUE, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  boards = cand_library_refresh_finish (self->library, result, &error);
  g_assert_no_error (error);
  programmes = cand_library_refresh_get_programmes (self->library, result);
  library_test_drain (self);
  return programmes;
}

static inline CandProgrammeReport *
announcement_test_find_report (GPtrArray *reports, const char *name)
{
  for (guint i = 0; i < reports->len; i++)
    {
      CandProgrammeReport *report = g_ptr_array_index (reports, i);

      if (g_str_equal (report->name, name))
        return report;
    }
  g_error ("No report of %s", name);
}

static inline CandProgramme *
announcement_test_find (LibraryTest *self, const char *name)
{
  GListModel *programmes = cand_library_get_programmes (self->library);

  for (guint i = 0; i < g_list_model_get_n_items (programmes); i++)
    {
      g_autoptr (CandProgramme) programme = g_list_model_get_item (programmes, i);

      if (g_str_equal (cand_programme_get_name (programme), name))
        return g_steal_pointer (&programme);
    }
  return NULL;
}
