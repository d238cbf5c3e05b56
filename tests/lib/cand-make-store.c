/* cand-make-store.c: fills a store with plausible positions, for benchmarks
 *
 * cand-make-store DIRECTORY N makes DIRECTORY/candidacy.db with N positions on a number of boards,
 * the same ones each time, through the store's own code.
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "core/store/cand-migrations.h"
#include "core/store/cand-store-boards.h"
#include "core/store/cand-store-positions.h"
#include "core/store/cand-store-search.h"

#define SEED 20231129
#define PER_BOARD 2000
#define PER_TRANSACTION 5000

static const char *const departments[] = {
  "Engineering", "Design",         "Product",      "Sales",      "Marketing", "Finance",
  "Legal",       "People",         "Support",      "Operations", "Research",  "Data",
  "Security",    "Infrastructure", "Platform",     "Mobile",     "Hardware",  "Robotics",
  "Policy",      "Communications", "Partnerships", "Quality",    "Science",   "",
};
static const char *const levels[] = { "Junior", "Senior", "Principal", "Lead", "Staff", "Interim" };
static const char *const roles[] = {
  "Engineer", "Designer",   "Manager",    "Analyst",   "Scientist",
  "Writer",   "Researcher", "Advocate",   "Architect", "Intern",
  "Counsel",  "Recruiter",  "Consultant", "Developer", "Technician",
};
static const char *const subjects[] = {
  "Machine Learning", "Accessibility", "Payments",
  "Search",           "Compilers",     "Databases",
  "Networks",         "Typography",    "Reinforcement Learning",
  "Localisation",     "Energy",        "Astronomy",
  "Health",           "Education",     "Climate",
  "Logistics",        "Audio",         "Graphics",
  "Kernels",          "Documentation",
};
static const char *const places[] = {
  "Paris, France",     "Berlin, Germany", "Zürich, Switzerland",
  "Lisbon, Portugal",  "Kraków, Poland",  "New York, United States",
  "São Paulo, Brazil", "Nairobi, Kenya",  "Bengaluru, India",
  "Tōkyō, Japan",      "Toronto, Canada", "Reykjavík, Iceland",
};
static const char *const words[] = {
  "the",        "team",        "builds",      "tools",      "for",         "people",    "who",
  "care",       "about",       "quality",     "and",        "speed",       "you",       "will",
  "work",       "with",        "maintainers", "of",         "open",        "source",    "libraries",
  "design",     "experiments", "write",       "clearly",    "review",      "changes",   "measure",
  "what",       "matters",     "learn",       "teach",      "travel",      "sometimes", "remote",
  "friendly",   "curious",     "careful",     "systems",    "distributed", "training",  "datasets",
  "evaluation", "community",   "research",    "production",
};

typedef struct
{
  CandConnection *connection;
  GRand *rand;
  gint64 board;
  char *board_key;
  guint from;
  guint to;
} Maker;

#define PICK(maker, array) (array)[g_rand_int_range ((maker)->rand, 0, G_N_ELEMENTS (array))]

static void
append_paragraph (Maker *self, GString *html, GString *plain)
{
  guint n = g_rand_int_range (self->rand, 20, 60);

  g_string_append (html, "<p>");
  for (guint i = 0; i < n; i++)
    {
      const char *word = PICK (self, words);

      g_string_append_printf (html, i % 17 == 5 ? "<strong>%s</strong> " : "%s ", word);
      g_string_append_printf (plain, "%s ", word);
    }
  g_string_append (html, "</p>");
  g_string_append_c (plain, '\n');
}

static CandListed *
make_position (Maker *self, guint number)
{
  g_autofree char *code = g_strdup_printf ("%010X", number * 2654435761u);
  g_autofree char *title =
      g_strdup_printf ("%s %s, %s", PICK (self, levels), PICK (self, roles), PICK (self, subjects));
  g_autofree char *url = g_strconcat ("https://apply.workable.com/j/", code, NULL);
  g_autofree char *application_url = g_strconcat (url, "/apply", NULL);
  g_autofree char *published =
      g_strdup_printf ("20%02d-%02d-%02d", g_rand_int_range (self->rand, 20, 27),
                       g_rand_int_range (self->rand, 1, 13), g_rand_int_range (self->rand, 1, 29));
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GString) plain = g_string_new (NULL);
  CandListed *listed = g_new0 (CandListed, 1);
  CandPosition *position = cand_position_new (self->board_key, code);

  for (int i = g_rand_int_range (self->rand, 2, 6); i > 0; i--)
    append_paragraph (self, html, plain);
  cand_position_set_title (position, title);
  cand_position_set_department (position, PICK (self, departments));
  cand_position_set_url (position, url);
  cand_position_set_application_url (position, application_url);
  cand_position_set_published (position, published);
  cand_position_add_location (position, PICK (self, places));
  if (g_rand_int_range (self->rand, 0, 4) == 0)
    cand_position_set_workplace (position, CAND_WORKPLACE_REMOTE, "remote");
  cand_position_set_employment (position, CAND_EMPLOYMENT_FULL_TIME, "Full-time");
  cand_position_set_description (position, html->str);
  listed->position = position;
  listed->digest = cand_position_dup_digest (position);
  listed->plain = g_string_free (g_steal_pointer (&plain), FALSE);
  return listed;
}

static gboolean
begin_board (Maker *self, guint number, GError **error)
{
  g_autofree char *account = g_strdup_printf ("company%u", number / PER_BOARD);
  g_autofree char *name = g_strdup_printf ("Company %u", number / PER_BOARD);
  g_autofree char *url = g_strdup_printf ("https://apply.workable.com/%s/", account);
  const CandBoardReading reading = { .name = name, .digest = "made" };

  g_free (self->board_key);
  self->board_key = g_strconcat ("workable:", account, NULL);
  self->board =
      cand_store_boards_ensure (self->connection, self->board_key, name, url, TRUE, error);
  return self->board != 0 &&
         cand_store_boards_set_read (self->connection, self->board, &reading, 1700000000, error);
}

static gboolean
insert_batch (CandConnection *connection, gpointer data, GError **error)
{
  Maker *self = data;
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = self->from; i < self->to; i++)
    {
      CandListed *listed;
      gint64 id;

      if (i % PER_BOARD == 0 && !begin_board (self, i, error))
        return FALSE;
      listed = make_position (self, i);
      id = cand_store_positions_insert (connection, self->board, listed, 1700000000 + i,
                                        i % 50 == 0, error);
      cand_listed_free (listed);
      if (id == 0)
        return FALSE;
      g_array_append_val (made, id);
    }
  return cand_store_search_index_positions (connection, made, error);
}

static gboolean
fill (const char *path, guint n, GError **error)
{
  g_autoptr (CandConnection) connection =
      cand_connection_open (path, CAND_CONNECTION_READ_WRITE, error);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  Maker maker = { .connection = connection, .rand = rand };
  gboolean filled;

  if (connection == NULL || !cand_migrations_run (connection, path, error))
    return FALSE;
  do
    {
      maker.from = maker.to;
      maker.to = MIN (n, maker.from + PER_TRANSACTION);
      filled =
          cand_connection_transact (connection, CAND_DURABILITY_CACHE, insert_batch, &maker, error);
    }
  while (filled && maker.to < n);
  g_free (maker.board_key);
  return filled;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  guint64 n;

  if (argc != 3 || !g_ascii_string_to_unsigned (argv[2], 10, 1, 10000000, &n, NULL))
    {
      g_printerr ("Usage: %s DIRECTORY N\n", argv[0]);
      return 2;
    }
  if (g_mkdir_with_parents (argv[1], 0700) != 0)
    {
      g_printerr ("%s: %s\n", argv[1], g_strerror (errno));
      return 1;
    }
  path = g_build_filename (argv[1], "candidacy.db", NULL);
  if (!fill (path, n, &error))
    {
      g_printerr ("%s: %s\n", path, error->message);
      return 1;
    }
  return 0;
}
