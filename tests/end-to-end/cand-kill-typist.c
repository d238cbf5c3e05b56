/* cand-kill-typist.c: works on a draft without a display, and writes down what it did, until it is
 * killed
 *
 * cand-kill-typist DIRECTORY SEED [idle] opens the library in DIRECTORY, begins or continues a
 * draft, and at random moments types random text into its answers, attaches files, and lays it over
 * another form, where two questions have other ids and one is gone. After every change it appends a
 * line to DIRECTORY/journal: the monotonic time in microseconds, the name of the answer, the length
 * in bytes and SHA-256 of what it then is. The first line of a run says "start", and the answers it
 * found follow, as they do after each change of the form. A name with "~" is of what may be there
 * from now on, and has to be when the same comes without. Whoever kills it compares the two. An
 * idle one ends its work with the first of them.
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "core/library/cand-library-rebase.h"
#include "core/library/cand-library.h"

#define POSITION "workable:huggingface:9B5436D6FA"
#define MAX_FILE 40000

/* What the two forms ask; NULL for a question that a form does not have. */
static const struct
{
  const char *name;
  const char *label;
  CandFieldType type;
  const char *ids[2];
} questions[] = {
  { "first", "First name", CAND_FIELD_TYPE_TEXT, { "firstname", "given_name" } },
  { "summary", "Summary", CAND_FIELD_TYPE_PARAGRAPH, { "summary", NULL } },
  { "letter", "Cover letter", CAND_FIELD_TYPE_PARAGRAPH, { "cover_letter", "letter" } },
  { "file", "Resume", CAND_FIELD_TYPE_FILE, { "resume", "cv" } },
  { "short",
    NULL,
    CAND_FIELD_TYPE_PARAGRAPH,
    { "short_submission.answer", "short_submission.answer" } },
};
#define THE_FILE 3

static const char *const syllables[] = { "a",  "be", "çi", "do ", "élan ", "ß",  "大",
                                         "\n", "lo", "mi", "nu ", "o'",    "\"", "🙂" };

typedef struct
{
  CandLibrary *library;
  CandApplication *application;
  GRand *rand;
  const char *directory;
  int journal;
  guint form;     /* the one the draft is on; or 2, as long as it is on neither */
  gboolean busy;  /* a file is being attached, or the form changed */
  gboolean begun; /* the journal says "start" */
  gboolean idle;
} Typist;

static CandForm *
create_form (guint which)
{
  CandForm *form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  guint section = cand_form_add_section (form, "all", "Questions");

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (questions[i].label != NULL && questions[i].ids[which] != NULL)
      {
        g_autoptr (CandField) field =
            cand_field_new (questions[i].ids[which], questions[i].type, questions[i].label);

        cand_form_add_field (form, section, field);
      }
  cand_form_add_short_submission (form);
  return form;
}

/* NULL where the form does not ask for it. */
static CandAnswer *
find_answer (Typist *self, guint question)
{
  const char *id = questions[question].ids[self->form];

  return id != NULL ? cand_application_find_answer (self->application, id) : NULL;
}

/* One write, no buffer: what is on this side of it survives the process. */
static void
append (Typist *self, const char *line)
{
  if (write (self->journal, line, strlen (line)) != (gssize) strlen (line))
    g_error ("The journal cannot be written");
}

static void
write_line (Typist *self, const char *name, const char *mark, gint64 length, const char *hash)
{
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT " %s%s %" G_GINT64_FORMAT " %s\n",
                                           g_get_monotonic_time (), name, mark, length, hash);

  append (self, line);
}

static void
write_down (Typist *self, guint question)
{
  CandAnswer *answer = find_answer (self, question);
  CandAttachment *attachment;
  g_autofree char *hash = NULL;
  gint64 length;

  if (answer == NULL)
    return;
  attachment = cand_answer_get_attachment (answer);
  if (attachment != NULL)
    {
      hash = g_strdup (cand_attachment_get_sha256 (attachment));
      length = cand_attachment_get_size (attachment);
    }
  else
    {
      const char *text = cand_answer_get_text (answer);

      hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
      length = strlen (text);
    }
  write_line (self, questions[question].name, "", length, hash);
}

/* Mostly a few characters more, sometimes some fewer, seldom all of it gone. */
static void
type (Typist *self)
{
  guint question = g_rand_int_range (self->rand, 0, G_N_ELEMENTS (questions));
  CandAnswer *answer = question != THE_FILE ? find_answer (self, question) : NULL;
  g_autoptr (GString) text = NULL;
  int chance = g_rand_int_range (self->rand, 0, 100);

  if (answer == NULL)
    return;
  text = g_string_new (cand_answer_get_text (answer));
  if (chance == 0 || text->len > 20000)
    g_string_truncate (text, 0);
  else if (chance < 10 && text->len > 0)
    g_string_truncate (text, g_utf8_find_prev_char (text->str, text->str + text->len) - text->str);
  else
    g_string_append (text, syllables[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (syllables))]);
  cand_answer_set_text (answer, text->str);
  write_down (self, question);
}

static void
attached_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Typist *self = user_data;
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  if (!cand_library_attach_finish (self->library, result, &error))
    g_error ("Attaching: %s", error->message);
  write_down (self, THE_FILE);
}

static void
attach (Typist *self)
{
  g_autofree char *path = g_build_filename (self->directory, "source.pdf", NULL);
  g_autofree char *bytes = g_malloc (MAX_FILE);
  g_autofree char *hash = NULL;
  gsize size = g_rand_int_range (self->rand, 1, MAX_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (gsize i = 0; i < size; i++)
    bytes[i] = g_rand_int (self->rand);
  if (!g_file_set_contents (path, bytes, size, NULL))
    g_error ("%s cannot be written", path);
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, size);
  write_line (self, questions[THE_FILE].name, "~", size, hash);
  self->busy = TRUE;
  cand_library_attach_async (self->library, self->application, questions[THE_FILE].ids[self->form],
                             file, NULL, attached_cb, self);
}

static gboolean type_cb (gpointer user_data);

static void
used_form_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Typist *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!cand_library_use_form_finish (self->library, result, &error))
    g_error ("Using another form: %s", error->message);
  self->form = self->form == 0 ? 1 : 0;
  self->busy = FALSE;
  if (!self->begun)
    append (self, "start\n");
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    write_down (self, i);
  if (!self->begun)
    type_cb (self);
  self->begun = TRUE;
}

static void
use_other_form (Typist *self)
{
  g_autoptr (CandForm) form = create_form (self->form == 0 ? 1 : 0);

  self->busy = TRUE;
  cand_library_use_form_async (self->library, self->application, form, used_form_cb, self);
}

static gboolean
type_cb (gpointer user_data)
{
  Typist *self = user_data;
  int chance = g_rand_int_range (self->rand, 0, 100);
  guint pause;

  if (self->idle)
    return G_SOURCE_REMOVE;
  /* A page does not let anyone type while its form is changed. */
  if (!self->busy)
    type (self);
  if (chance < 3)
    cand_library_flush (self->library, self->application);
  else if (chance < 6 && !self->busy)
    attach (self);
  else if (chance < 8 && !self->busy)
    use_other_form (self);
  /* Bursts, with pauses to think. */
  pause =
      chance < 90 ? g_rand_int_range (self->rand, 1, 60) : g_rand_int_range (self->rand, 200, 600);
  g_timeout_add (pause, type_cb, self);
  return G_SOURCE_REMOVE;
}

/* Which of the two forms the draft is on: the first time, neither. */
static guint
tell_form (CandApplication *application)
{
  g_autofree char *present = cand_form_dup_digest (cand_application_get_form (application));

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CandForm) form = create_form (i);
      g_autofree char *digest = cand_form_dup_digest (form);

      if (g_str_equal (digest, present))
        return i;
    }
  return 2;
}

static void
draft_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Typist *self = user_data;
  g_autoptr (GError) error = NULL;

  self->application = cand_library_draft_finish (self->library, result, NULL, &error);
  if (self->application == NULL)
    g_error ("Drafting: %s", error->message);
  self->form = tell_form (self->application);
  if (self->form == 2)
    {
      use_other_form (self);
      return;
    }
  append (self, "start\n");
  self->begun = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    write_down (self, i);
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

  if (argc != 3 && argc != 4)
    {
      g_printerr ("Usage: %s DIRECTORY SEED [idle]\n", argv[0]);
      return 2;
    }
  typist.directory = argv[1];
  typist.idle = argc == 4;
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
