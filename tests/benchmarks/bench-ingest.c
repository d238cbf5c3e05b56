/* bench-ingest.c: 100,000 positions from bytes to stored and searchable, and the least that takes
 *
 * bench-ingest FOLDER prints "ours SECONDS", the boards' answers through our parsers and our store,
 * the next one read while one is written, as the library does it; of which "parse", "prepare" (the
 * texts) and "merge" are parts. And the floor: "json SECONDS", the same bytes through json-glib
 * alone, and "sql SECONDS", the same rows through plain SQLite and FTS5, in tables without further
 * indexes or triggers, with pages as large and as much durability. They take turns every few
 * boards, so that whatever else the machine does falls on all of them.
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>
#include <sqlite3.h>

#include "core/boards/cand-board-system.h"
#include "core/library/cand-merge.h"
#include "core/library/cand-prepare-listed.h"
#include "core/store/cand-migrations.h"
#include "core/store/cand-store-boards.h"

#define SEED 20231129
#define N_BOARDS 50
#define PER_BOARD 2000
#define PER_ROUND 10
#define N_WORDS 4000

#define PLAIN_TABLES                                                                               \
  "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"              \
  "PRAGMA wal_autocheckpoint = 256;"                                                               \
  "CREATE TABLE position (id INTEGER PRIMARY KEY, board INTEGER, code TEXT, title TEXT,"           \
  " department TEXT, url TEXT, application_url TEXT, locations TEXT, workplace INTEGER,"           \
  " employment INTEGER, employment_text TEXT, published TEXT, digest TEXT, UNIQUE (board, code));" \
  "CREATE TABLE position_text (position INTEGER PRIMARY KEY, html TEXT, plain TEXT);"              \
  "CREATE VIRTUAL TABLE position_search USING fts5 (title, team, organisation, locations,"         \
  " summary, text, content = '', contentless_delete = 1,"                                          \
  " tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"

typedef struct
{
  GRand *rand;
  char *words[N_WORDS];
  CandConnection *ours;
  sqlite3 *plain;
  double ours_seconds;
  double parse_seconds;
  double prepare_seconds;
  double merge_seconds;
  double json_seconds;
  double sql_seconds;
} Bench;

static void
fail (const char *what)
{
  g_printerr ("bench-ingest: %s\n", what);
  exit (1);
}

static double
seconds_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / (double) G_USEC_PER_SEC;
}

/* Common words come often, as in a language. */
static const char *
pick (Bench *self)
{
  double position = g_rand_double (self->rand);

  return self->words[(guint) (position * position * position * N_WORDS)];
}

static void
make_words (Bench *self)
{
  static const char *const syllables[] = { "ka",  "ri",  "to", "ne", "lu",  "sha", "mi", "do",
                                           "ven", "ter", "po", "zé", "grü", "hal", "is", "on" };

  for (guint i = 0; i < N_WORDS; i++)
    {
      GString *word = g_string_new (NULL);

      for (int n = g_rand_int_range (self->rand, 1, 5); n > 0; n--)
        g_string_append (word,
                         syllables[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (syllables))]);
      self->words[i] = g_string_free_and_steal (word);
    }
}

static void
append_description (Bench *self, GString *json)
{
  for (int paragraphs = g_rand_int_range (self->rand, 3, 8); paragraphs > 0; paragraphs--)
    {
      g_string_append (json, "<p>");
      for (int n = g_rand_int_range (self->rand, 20, 60); n > 0; n--)
        g_string_append_printf (json, n % 17 == 5 ? "<strong>%s</strong> " : "%s ", pick (self));
      g_string_append (json, "</p>\\n");
    }
}

/* As Workable's list for career pages has it. */
static GBytes *
make_answer (Bench *self, guint board)
{
  GString *json = g_string_new (NULL);

  g_string_append_printf (json, "{\"name\":\"Company %u\",\"description\":null,\"jobs\":[", board);
  for (guint i = 0; i < PER_BOARD; i++)
    {
      guint number = (board * PER_BOARD + i) * 2654435761u;

      g_string_append_printf (
          json,
          "%s{\"title\":\"%s %s %s\",\"shortcode\":\"%010X\",\"code\":\"\",\"employment_type\":"
          "\"Full-time\",\"telecommuting\":%s,\"department\":\"%s\",\"url\":"
          "\"https://apply.workable.com/j/%010X\",\"application_url\":"
          "\"https://apply.workable.com/j/%010X/apply\",\"published_on\":\"20%02d-%02d-%02d\","
          "\"country\":\"%s\",\"city\":\"%s\",\"state\":\"\",\"locations\":[{\"country\":\"%s\","
          "\"countryCode\":\"XX\",\"city\":\"%s\",\"region\":null,\"hidden\":false}],"
          "\"description\":\"",
          i > 0 ? "," : "", pick (self), pick (self), pick (self), number,
          i % 4 == 0 ? "true" : "false", self->words[i % 24], number, number,
          g_rand_int_range (self->rand, 20, 27), g_rand_int_range (self->rand, 1, 13),
          g_rand_int_range (self->rand, 1, 29), self->words[i % 40], self->words[i % 100],
          self->words[i % 40], self->words[i % 100]);
      append_description (self, json);
      g_string_append (json, "\"}");
    }
  g_string_append (json, "]}");
  return g_string_free_to_bytes (json);
}

/* --- ours: as the library does it, one thread reads a board while another writes the one before
 * --- */

typedef struct
{
  Bench *bench;
  guint board;
  GBytes *body;
  char *account;
  char *digest;
  CandListing *listing;
  GPtrArray *listed;
} Board;

static void
read_board (Board *self)
{
  gint64 start = g_get_monotonic_time ();

  self->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->body);
  self->listing =
      cand_board_system_find ("workable")->parse_list (self->account, NULL, self->body, NULL);
  if (self->listing == NULL || self->listing->positions->len != PER_BOARD)
    fail ("an answer was not read whole");
  self->bench->parse_seconds += seconds_since (start);
  start = g_get_monotonic_time ();
  self->listed = cand_prepare_listed (self->listing->positions, FALSE, NULL);
  self->bench->prepare_seconds += seconds_since (start);
}

static void
write_board (Board *self)
{
  gint64 start = g_get_monotonic_time ();
  g_autofree char *key = g_strconcat ("workable:", self->account, NULL);
  g_autofree char *url = cand_board_system_find ("workable")->board_url (self->account);
  CandMerge merge = {
    .board = key,
    .name = self->listing->name,
    .listed = self->listed,
    .digest = self->digest,
    .now = 1700000000,
    .follow = TRUE,
    .url = url,
  };
  g_autoptr (CandMergeResult) result = cand_merge (self->bench->ours, &merge, NULL);

  if (result == NULL)
    fail ("a board was not stored");
  self->bench->merge_seconds += seconds_since (start);
}

typedef struct
{
  Board *boards;
  GAsyncQueue *read;
} Round;

static gpointer
read_round (gpointer data)
{
  Round *round = data;

  for (guint i = 0; i < PER_ROUND; i++)
    {
      read_board (&round->boards[i]);
      g_async_queue_push (round->read, &round->boards[i]);
    }
  return NULL;
}

static void
ingest (Bench *self, Board *boards)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GAsyncQueue) queue = g_async_queue_new ();
  Round round = { boards, queue };
  GThread *reader = g_thread_new ("read", read_round, &round);

  for (guint i = 0; i < PER_ROUND; i++)
    write_board (g_async_queue_pop (queue));
  g_thread_join (reader);
  self->ours_seconds += seconds_since (start);
}

/* --- the floor --- */

static void
parse_json (Bench *self, GBytes *body)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (body, &length);

  if (!json_parser_load_from_data (parser, text, length, NULL))
    fail ("json-glib refuses");
  g_clear_object (&parser);
  self->json_seconds += seconds_since (start);
}

static sqlite3_stmt *
prepare (Bench *self, const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (self->plain, sql, -1, &statement, NULL) != SQLITE_OK)
    fail (sqlite3_errmsg (self->plain));
  return statement;
}

static void
run (Bench *self, sqlite3_stmt *statement)
{
  if (sqlite3_step (statement) != SQLITE_DONE)
    fail (sqlite3_errmsg (self->plain));
  sqlite3_reset (statement);
}

static void
bind (sqlite3_stmt *statement, int index, const char *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC);
}

typedef struct
{
  sqlite3_stmt *position;
  sqlite3_stmt *text;
  sqlite3_stmt *search;
} Statements;

static void
insert (Bench *self, const Statements *statements, guint board, const CandListed *listed)
{
  CandPosition *position = listed->position;
  g_autofree char *places = g_strjoinv ("\n", (char **) cand_position_get_locations (position));
  gint64 id;

  sqlite3_bind_int64 (statements->position, 1, board);
  bind (statements->position, 2, cand_position_get_code (position));
  bind (statements->position, 3, cand_position_get_title (position));
  bind (statements->position, 4, cand_position_get_department (position));
  bind (statements->position, 5, cand_position_get_url (position));
  bind (statements->position, 6, cand_position_get_application_url (position));
  bind (statements->position, 7, places);
  sqlite3_bind_int64 (statements->position, 8, cand_position_get_workplace (position));
  sqlite3_bind_int64 (statements->position, 9, cand_position_get_employment (position));
  bind (statements->position, 10, cand_position_get_employment_text (position));
  bind (statements->position, 11, cand_position_get_published (position));
  bind (statements->position, 12, listed->digest);
  run (self, statements->position);
  id = sqlite3_last_insert_rowid (self->plain);

  sqlite3_bind_int64 (statements->text, 1, id);
  bind (statements->text, 2, cand_position_get_description (position));
  bind (statements->text, 3, listed->plain);
  run (self, statements->text);

  sqlite3_bind_int64 (statements->search, 1, id);
  bind (statements->search, 2, cand_position_get_title (position));
  bind (statements->search, 3, cand_position_get_department (position));
  bind (statements->search, 4, cand_position_get_organisation (position));
  bind (statements->search, 5, places);
  bind (statements->search, 6, "");
  bind (statements->search, 7, listed->plain);
  run (self, statements->search);
}

static void
insert_rows (Bench *self, guint board, GPtrArray *listed)
{
  gint64 start = g_get_monotonic_time ();
  Statements statements = {
    prepare (self, "INSERT INTO position VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
    prepare (self, "INSERT INTO position_text VALUES (?, ?, ?)"),
    prepare (self, "INSERT INTO position_search (rowid, title, team, organisation, locations, "
                   "summary, text) VALUES (?, ?, ?, ?, ?, ?, ?)"),
  };

  sqlite3_exec (self->plain, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  for (guint i = 0; i < listed->len; i++)
    insert (self, &statements, board, g_ptr_array_index (listed, i));
  if (sqlite3_exec (self->plain, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    fail (sqlite3_errmsg (self->plain));
  sqlite3_finalize (statements.position);
  sqlite3_finalize (statements.text);
  sqlite3_finalize (statements.search);
  self->sql_seconds += seconds_since (start);
}

/* --- both --- */

static void
check (Bench *self)
{
  gint64 stored, found;

  if (!cand_connection_get_int64 (self->ours, "SELECT count(*) FROM position", &stored, NULL) ||
      !cand_connection_get_int64 (
          self->ours, "SELECT count(*) FROM position_search WHERE position_search MATCH 'full*'",
          &found, NULL) ||
      stored != N_BOARDS * PER_BOARD)
    fail ("not everything is stored");
  if (!cand_connection_get_int64 (
          self->ours, "SELECT count(*) FROM position_search WHERE position_search MATCH 'text:ka*'",
          &found, NULL) ||
      found == 0)
    fail ("nothing can be searched");
}

static void
run_round (Bench *self, guint first)
{
  Board boards[PER_ROUND];

  for (guint i = 0; i < PER_ROUND; i++)
    boards[i] = (Board) { .bench = self,
                          .board = first + i,
                          .body = make_answer (self, first + i),
                          .account = g_strdup_printf ("company%u", first + i) };
  for (guint i = 0; i < PER_ROUND; i++)
    parse_json (self, boards[i].body);
  ingest (self, boards);
  for (guint i = 0; i < PER_ROUND; i++)
    {
      insert_rows (self, boards[i].board, boards[i].listed);
      g_bytes_unref (boards[i].body);
      g_free (boards[i].account);
      g_free (boards[i].digest);
      cand_listing_free (boards[i].listing);
      g_ptr_array_unref (boards[i].listed);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *ours = NULL;
  g_autofree char *plain = NULL;
  Bench self = { .rand = g_rand_new_with_seed (SEED) };

  if (argc != 2)
    fail ("a folder is wanted");
  ours = g_build_filename (argv[1], "ours.db", NULL);
  plain = g_build_filename (argv[1], "plain.db", NULL);
  self.ours = cand_connection_open (ours, CAND_CONNECTION_READ_WRITE, NULL);
  if (self.ours == NULL || !cand_migrations_run (self.ours, ours, NULL) ||
      sqlite3_open (plain, &self.plain) != SQLITE_OK ||
      sqlite3_exec (self.plain, PLAIN_TABLES, NULL, NULL, NULL) != SQLITE_OK)
    fail ("the stores cannot be made");
  make_words (&self);
  for (guint board = 0; board < N_BOARDS; board += PER_ROUND)
    run_round (&self, board);
  check (&self);
  g_print ("ours %.3f\nparse %.3f\nprepare %.3f\nmerge %.3f\njson %.3f\nsql %.3f\n",
           self.ours_seconds, self.parse_seconds, self.prepare_seconds, self.merge_seconds,
           self.json_seconds, self.sql_seconds);
  return 0;
}
