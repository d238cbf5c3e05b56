/* library-test.h: a library in a temporary folder, and a server that plays Workable
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/boards/cand-board-system.h"
#include "core/library/cand-library-private.h"
#include "core/store/cand-statement.h"
#include "lib/cand-test-server.h"
#include "lib/cand-test.h"

#define BOARD "workable:huggingface"
#define LIST_PATH "/api/v1/widget/accounts/huggingface?details=true"
#define FORM_PATH(code) "/api/v1/jobs/" code "/form"
/* Of the programme that ships. */
#define ACCELERATE "workable:huggingface:9B5436D6FA"
#define ACCELERATE_CODE "9B5436D6FA"

typedef struct
{
  char *directory;
  CandTestServer *server;
  CandLibrary *library;
} LibraryTest;

static inline CandLibrary *
library_test_new (LibraryTest *self)
{
  g_autofree char *hosts = cand_test_server_dup_hosts (
      self->server, "apply.workable.com", "api.smartrecruiters.com", "boards-api.greenhouse.io",
      "boards.greenhouse.io", "acme.recruitee.com", "www.acme.example", NULL);
  g_autoptr (GError) error = NULL;
  CandLibrary *library = cand_library_new (self->directory, hosts, &error);

  g_assert_no_error (error);
  cand_net_set_haste (library->net, 1000);
  return library;
}

static inline gboolean
library_test_open (CandLibrary *library, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_open_async (library, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  return cand_library_open_finish (library, result, error);
}

static inline void
library_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static inline gpointer
library_test_nothing_job (CandWorker *worker,
                          CandConnection *connection,
                          gpointer data,
                          GError **error)
{
  return CAND_DONE;
}

/* Until everything that was asked of the database has been answered, and what follows from that. */
static inline void
library_test_drain (LibraryTest *self)
{
  for (guint i = 0; i < 3; i++)
    {
      cand_worker_run_and_wait (self->library->worker, library_test_nothing_job, NULL, NULL);
      library_test_settle ();
    }
}

static inline void
library_test_reopen (LibraryTest *self)
{
  g_autoptr (GError) error = NULL;

  if (self->library != NULL)
    {
      g_assert_true (cand_library_close (self->library, &error));
      g_assert_no_error (error);
      library_test_settle ();
      g_assert_finalize_object (g_steal_pointer (&self->library));
    }
  self->library = library_test_new (self);
  library_test_open (self->library, &error);
  g_assert_no_error (error);
  library_test_drain (self);
}

static inline void
library_test_set_up (LibraryTest *self, gconstpointer data)
{
  self->directory = cand_test_make_directory ();
  self->server = cand_test_server_new ();
  library_test_reopen (self);
}

static inline void
library_test_tear_down (LibraryTest *self, gconstpointer data)
{
  if (self->library != NULL)
    {
      cand_library_close (self->library, NULL);
      library_test_settle ();
      g_assert_finalize_object (self->library);
    }
  cand_test_server_free (self->server);
  cand_test_remove_tree (self->directory);
  g_free (self->directory);
}

/* --- the store, from outside --- */

static inline CandConnection *
library_test_peek (LibraryTest *self)
{
  g_autofree char *path = g_build_filename (self->directory, "candidacy.db", NULL);
  g_autoptr (GError) error = NULL;
  CandConnection *connection = cand_connection_open (path, CAND_CONNECTION_READ_WRITE, &error);

  g_assert_no_error (error);
  return connection;
}

static inline char *
library_test_get_text (LibraryTest *self, const char *sql)
{
  g_autoptr (CandConnection) connection = library_test_peek (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandStatement) statement = cand_statement_new (connection, sql, &error);

  g_assert_no_error (error);
  if (!cand_statement_step (statement, &error))
    {
      g_assert_no_error (error);
      return NULL;
    }
  return g_strdup (cand_statement_get_nullable (statement, 0));
}

static inline void
library_test_assert_text (LibraryTest *self, const char *sql, const char *expected)
{
  g_autofree char *text = library_test_get_text (self, sql);

  g_assert_cmpstr (text, ==, expected);
}

static inline void
library_test_execute (LibraryTest *self, const char *sql)
{
  g_autoptr (CandConnection) connection = library_test_peek (self);
  g_autoptr (GError) error = NULL;

  cand_connection_execute (connection, sql, &error);
  g_assert_no_error (error);
}

/* --- what the board answers --- */

/* @codes: "A B C"; each title is @prefix and the code. */
static inline char *
library_test_list (const char *codes, const char *prefix)
{
  g_auto (GStrv) each = g_strsplit (codes, " ", -1);
  GString *json = g_string_new ("{\"name\": \"Hugging Face\", \"description\": null, \"jobs\": [");

  for (guint i = 0; each[i] != NULL && *each[i] != '\0'; i++)
    g_string_append_printf (
        json,
        "%s{\"title\": \"%s%s \", \"shortcode\": \"%s\", \"code\": \"\", "
        "\"employment_type\": \"Internship\", \"telecommuting\": false, \"department\": "
        "\"Science\","
        "\"url\": \"https://apply.workable.com/j/%s\", "
        "\"application_url\": \"https://apply.workable.com/j/%s/apply\", "
        "\"published_on\": \"2026-07-30\", \"created_at\": \"2026-07-01\", \"country\": "
        "\"France\", "
        "\"city\": \"Paris\", \"state\": \"\", \"education\": \"\", \"experience\": \"\", "
        "\"function\": \"\", \"industry\": \"\", \"locations\": [], "
        "\"description\": \"<p>About <strong>%s</strong></p>\"}",
        i > 0 ? ", " : "", prefix, each[i], each[i], each[i], each[i], each[i]);
  g_string_append (json, "]}");
  return g_string_free (json, FALSE);
}

/* The answer from now on. */
static inline void
library_test_answer (LibraryTest *self, const char *codes, const char *prefix)
{
  g_autofree char *json = library_test_list (codes, prefix);

  cand_test_server_remove (self->server, LIST_PATH);
  cand_test_server_add (self->server, LIST_PATH, 200, "application/json", json);
}

static inline CandBoardReport *
library_test_refresh (LibraryTest *self, gboolean by_hand)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GError) error = NULL;
  CandBoardReport *report;

  cand_library_refresh_async (self->library, NULL, by_hand, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  reports = cand_library_refresh_finish (self->library, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reports->len, ==, 1);
  library_test_drain (self);
  report = g_ptr_array_steal_index (reports, 0);
  g_assert_cmpstr (report->board, ==, BOARD);
  return report;
}

/* "new: A B; gone: C", with what is empty left out; then the state where it is not read. */
static inline char *
library_test_describe (const CandBoardReport *report)
{
  GString *text = g_string_new (NULL);
  const struct
  {
    const char *word;
    GStrv keys;
  } parts[] = { { "new", report->new_keys },
                { "changed", report->changed_keys },
                { "gone", report->gone_keys },
                { "missing", report->missing_keys } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (*parts[i].keys == NULL)
        continue;
      g_string_append_printf (text, "%s%s:", text->len > 0 ? "; " : "", parts[i].word);
      for (char **key = parts[i].keys; *key != NULL; key++)
        {
          g_assert_true (g_str_has_prefix (*key, BOARD ":"));
          g_string_append_printf (text, " %s", *key + strlen (BOARD ":"));
        }
    }
  if (report->same)
    g_string_append (text, text->len > 0 ? "; same" : "same");
  if (report->state != CAND_BOARD_STATE_READ)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "",
                            cand_board_state_to_string (report->state));
  return g_string_free (text, FALSE);
}

static inline void
library_test_check_refresh (LibraryTest *self, gboolean by_hand, const char *expected)
{
  CandBoardReport *report = library_test_refresh (self, by_hand);
  g_autofree char *text = library_test_describe (report);

  g_assert_cmpstr (text, ==, expected);
  cand_board_report_free (report);
}

/* --- drafts --- */

static inline CandApplication *
library_test_draft (LibraryTest *self, const char *key, gboolean ask_board, GError **form_error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CandApplication *application;

  cand_library_draft_async (self->library, key, ask_board, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  application = cand_library_draft_finish (self->library, result, form_error, &error);
  g_assert_no_error (error);
  g_assert_nonnull (application);
  return application;
}

static inline void
library_test_type (CandApplication *application, const char *field, const char *text)
{
  CandAnswer *answer = cand_application_find_answer (application, field);

  g_assert_nonnull (answer);
  cand_answer_set_text (answer, text);
}

static inline void
library_test_assert_answer (CandApplication *application, const char *field, const char *text)
{
  CandAnswer *answer = cand_application_find_answer (application, field);

  g_assert_nonnull (answer);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, text);
}

static inline gboolean
library_test_save (LibraryTest *self, CandApplication *application, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_save_async (self->library, application, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  return cand_library_save_finish (self->library, result, error);
}

/* --- boards of other systems --- */

/* As if the person had followed it, and it had never been read. */
static inline void
library_test_add_board (LibraryTest *self, const char *key, const char *account)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO board (key, name, url, followed) VALUES ('%s', '%s', '', 1)", key, account);

  library_test_execute (self, sql);
  library_test_reopen (self);
}

/* One board's report; NULL when it was not asked. */
static inline CandBoardReport *
library_test_refresh_board (LibraryTest *self, const char *key, gboolean by_hand)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GError) error = NULL;

  cand_library_refresh_async (self->library, key, by_hand, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  reports = cand_library_refresh_finish (self->library, result, &error);
  g_assert_no_error (error);
  library_test_drain (self);
  return reports->len > 0 ? g_ptr_array_steal_index (reports, 0) : NULL;
}

/* The answer for @path from now on. */
static inline void
library_test_serve (LibraryTest *self, const char *path, const char *json)
{
  cand_test_server_remove (self->server, path);
  cand_test_server_add (self->server, path, 200, "application/json", json);
}

static inline CandPosition *
library_test_load (LibraryTest *self, const char *key)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CandPosition *position;

  cand_library_load_position_async (self->library, key, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  position = cand_library_load_position_finish (self->library, result, &error);
  g_assert_no_error (error);
  return position;
}

static inline CandFound *
library_test_find (LibraryTest *self, const char *address, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_find_async (self->library, address, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  return cand_library_find_finish (self->library, result, error);
}

#define LIBRARY_TEST_ADD(path, func)                                                               \
  g_test_add (path, LibraryTest, NULL, library_test_set_up, func, library_test_tear_down)
