/* store-test.h: a store in a temporary folder, and things to put into it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/store/cand-migrations.h"
#include "core/store/cand-statement.h"
#include "core/store/cand-store-boards.h"
#include "core/store/cand-store-positions.h"
#include "core/store/cand-store-search.h"
#include "lib/cand-test.h"

typedef struct
{
  char *directory;
  char *path;
  CandConnection *connection;
  gint64 board; /* "workable:acme" */
} StoreTest;

static inline void
store_test_set_up (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->directory = cand_test_make_directory ();
  self->path = g_build_filename (self->directory, "candidacy.db", NULL);
  self->connection = cand_connection_open (self->path, CAND_CONNECTION_READ_WRITE, &error);
  g_assert_no_error (error);
  cand_migrations_run (self->connection, self->path, &error);
  g_assert_no_error (error);
  self->board = cand_store_boards_ensure (self->connection, "workable:acme", "acme",
                                          "https://apply.workable.com/acme/", TRUE, &error);
  g_assert_no_error (error);
}

static inline void
store_test_tear_down (StoreTest *self, gconstpointer data)
{
  g_clear_pointer (&self->connection, cand_connection_close);
  cand_test_remove_tree (self->directory);
  g_free (self->directory);
  g_free (self->path);
}

static inline CandListed *
store_test_list (const char *code, const char *title, const char *department, const char *html)
{
  CandListed *listed = g_new0 (CandListed, 1);

  listed->position = cand_position_new ("workable:acme", code);
  cand_position_set_title (listed->position, title);
  cand_position_set_department (listed->position, department);
  cand_position_set_description (listed->position, html);
  listed->digest = cand_position_dup_digest (listed->position);
  listed->plain = g_strdup (html != NULL ? html : "");
  return listed;
}

static inline gint64
store_test_insert (StoreTest *self, CandListed *listed)
{
  g_autoptr (GError) error = NULL;
  gint64 id =
      cand_store_positions_insert (self->connection, self->board, listed, 1000, TRUE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  cand_store_search_index_position (self->connection, id, &error);
  g_assert_no_error (error);
  cand_listed_free (listed);
  return id;
}

static inline gint64
store_test_get_int64 (StoreTest *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  cand_connection_get_int64 (self->connection, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static inline char *
store_test_get_text (StoreTest *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CandStatement) statement = cand_statement_new (self->connection, sql, &error);

  g_assert_no_error (error);
  if (!cand_statement_step (statement, &error))
    {
      g_assert_no_error (error);
      return NULL;
    }
  return g_strdup (cand_statement_get_nullable (statement, 0));
}

#define STORE_TEST_ADD(path, func)                                                                 \
  g_test_add (path, StoreTest, NULL, store_test_set_up, func, store_test_tear_down)
