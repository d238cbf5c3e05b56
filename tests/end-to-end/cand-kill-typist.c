/* cand-kill-typist.c: types into a draft without a display, and writes down what it typed, until it
 * is killed
 *
 * cand-kill-typist DIRECTORY SEED opens the library in DIRECTORY, begins or continues a draft, and
 * types random text into several answers at random moments. After every change it appends a line to
 * DIRECTORY/journal: the monotonic time in microseconds, the field, the length in bytes and SHA-256
 * of the answer as it then is. The first line of a run says "start", and the answers it found.
 * Whoever kills it compares the two.
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "core/library/cand-library.h"

#define POSITION "workable:huggingface:9B5436D6FA"

static const char *const fields[] = { "firstname", "summary", "cover_letter",
                                      "short_submission.answer" };
static const char *const syllables[] = { "a",  "be", "çi", "do ", "élan ", "ß",  "大",
                                         "\n", "lo", "mi", "nu ", "o'",    "\"", "🙂" };

typedef struct
{
  CandLibrary *library;
  CandApplication *application;
  GRand *rand;
  int journal;
} Typist;

/* One write, no buffer: what is on this side of it survives the process. */
static void
write_down (Typist *self, const char *field)
{
  CandAnswer *answer = cand_application_find_answer (self->application, field);
  const char *text = cand_answer_get_text (answer);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT " %s %" G_GSIZE_FORMAT " %s\n",
                                           g_get_monotonic_time (), field, strlen (text), hash);

  if (write (self->journal, line, strlen (line)) != (gssize) strlen (line))
    g_error ("The journal cannot be written");
}

/* Mostly a few characters more, sometimes some fewer, seldom all of it gone. */
static void
type (Typist *self)
{
  const char *field = fields[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (fields))];
  CandAnswer *answer = cand_application_find_answer (self->application, field);
  g_autoptr (GString) text = g_string_new (cand_answer_get_text (answer));
  int chance = g_rand_int_range (self->rand, 0, 100);

  if (chance == 0 || text->len > 20000)
    g_string_truncate (text, 0);
  else if (chance < 10 && text->len > 0)
    g_string_truncate (text, g_utf8_find_prev_char (text->str, text->str + text->len) - text->str);
  else
    g_string_append (text, syllables[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (syllables))]);
  cand_answer_set_text (answer, text->str);
  write_down (self, field);
}

static gboolean
type_cb (gpointer user_data)
{
  Typist *self = user_data;
  int chance = g_rand_int_range (self->rand, 0, 100);
  guint pause;

  type (self);
  if (chance < 3)
    cand_library_flush (self->library, self->application);
  /* Bursts, with pauses to think. */
  pause =
      chance < 90 ? g_rand_int_range (self->rand, 1, 60) : g_rand_int_range (self->rand, 200, 600);
  g_timeout_add (pause, type_cb, self);
  return G_SOURCE_REMOVE;
}

static void
draft_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Typist *self = user_data;
  g_autoptr (GError) error = NULL;

  self->application = cand_library_draft_finish (self->library, result, NULL, &error);
  if (self->application == NULL)
    g_error ("Drafting: %s", error->message);
  if (write (self->journal, "start\n", strlen ("start\n")) < 0)
    g_error ("The journal cannot be written");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    write_down (self, fields[i]);
  type_cb (self);
}

static void
open_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Typist *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!cand_library_open_finish (self->library, result, &error))
    g_error ("Opening: %s", error->message);
  cand_library_draft_async (self->library, POSITION, FALSE, NULL, draft_cb, self);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GError) error = NULL;
  g_autofree char *journal = NULL;
  Typist typist = { NULL };

  if (argc != 3)
    {
      g_printerr ("Usage: %s DIRECTORY SEED\n", argv[0]);
      return 2;
    }
  journal = g_build_filename (argv[1], "journal", NULL);
  typist.journal = g_open (journal, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  typist.rand = g_rand_new_with_seed (g_ascii_strtoull (argv[2], NULL, 10));
  typist.library = cand_library_new (argv[1], g_getenv ("CANDIDACY_HOSTS"), &error);
  if (typist.journal < 0 || typist.library == NULL)
    g_error ("Starting: %s", error != NULL ? error->message : "no journal");
  cand_library_open_async (typist.library, NULL, open_cb, &typist);
  g_main_loop_run (loop);
  return 1;
}
