/* cand-file-text.c: what a file that was attached says, as far as it is text
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-file-text.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A PDF is read by a program of our own, in another process that can do nothing else: what is in it
 * comes from anywhere, and may end that process but never this one. */

#define MAX_BYTES (2 * 1024 * 1024)
#define MAX_SECONDS 15
/* A PDF may begin with something else, as far as most readers look. */
#define HEAD_BYTES 1024

static const char *program = CAND_PDF_TEXT;

void
cand_file_text_set_program (const char *path)
{
  program = path;
}

/* At most @most bytes; FALSE when there are more, or it does not read. */
static gboolean
read_descriptor (
    int descriptor, gsize most, gint64 deadline, GCancellable *cancellable, GByteArray *bytes)
{
  GPollFD polled[2] = { { descriptor, G_IO_IN, 0 } };
  guint n_polled = 1;
  gboolean whole = FALSE;

  if (g_cancellable_make_pollfd (cancellable, &polled[1]))
    n_polled++;
  while (bytes->len <= most && !g_cancellable_is_cancelled (cancellable))
    {
      gint64 left = (deadline - g_get_monotonic_time ()) / 1000;
      guint8 block[16 * 1024];
      gssize length;

      if (left <= 0 || (g_poll (polled, n_polled, (gint) left) < 0 && errno != EINTR))
        break;
      if (polled[0].revents == 0)
        continue;
      length = read (descriptor, block, sizeof block);
      if (length < 0 && (errno == EINTR || errno == EAGAIN))
        continue;
      whole = length == 0;
      if (length <= 0)
        break;
      g_byte_array_append (bytes, block, length);
    }
  if (n_polled > 1)
    g_cancellable_release_fd (cancellable);
  return whole && bytes->len <= most;
}

static gboolean
is_blank (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)) && !g_unichar_iscntrl (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

/* Takes @descriptor. */
static CandFileText
read_pdf (int descriptor, GCancellable *cancellable, char **text)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const gint64 deadline = g_get_monotonic_time () + MAX_SECONDS * G_USEC_PER_SEC;
  g_autofree char *read = NULL;
  GInputStream *output;
  gboolean whole;

  g_subprocess_launcher_take_stdin_fd (launcher, descriptor);
  process = g_subprocess_launcher_spawn (launcher, NULL, program, NULL);
  if (process == NULL)
    return CAND_FILE_TEXT_UNKNOWN;
  output = g_subprocess_get_stdout_pipe (process);
  whole = read_descriptor (g_unix_input_stream_get_fd (G_UNIX_INPUT_STREAM (output)), MAX_BYTES,
                           deadline, cancellable, bytes);
  /* It said everything that it has to say. */
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  /* The last byte says that it came to the end. */
  if (!whole || bytes->len == 0 || bytes->data[bytes->len - 1] != '\0')
    return CAND_FILE_TEXT_UNREADABLE;
  read = g_utf8_make_valid ((const char *) bytes->data, bytes->len - 1);
  if (is_blank (read))
    return CAND_FILE_TEXT_NONE;
  *text = g_steal_pointer (&read);
  return CAND_FILE_TEXT_SOME;
}

static gboolean
is_pdf (int descriptor)
{
  char head[HEAD_BYTES];
  gssize length = pread (descriptor, head, sizeof head, 0);

  return length > 0 && memmem (head, length, "%PDF-", strlen ("%PDF-")) != NULL;
}

CandFileText
cand_file_text_read (GFile *file, GCancellable *cancellable, char **text)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofd int descriptor = -1;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const gint64 deadline = g_get_monotonic_time () + MAX_SECONDS * G_USEC_PER_SEC;
  GStatBuf status;

  *text = NULL;
  /* Not waiting, or a pipe of that name would be waited for. */
  if (path != NULL)
    descriptor = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (descriptor < 0 || fstat (descriptor, &status) != 0 || !S_ISREG (status.st_mode))
    return CAND_FILE_TEXT_UNKNOWN;
  if (is_pdf (descriptor))
    return read_pdf (g_steal_fd (&descriptor), cancellable, text);
  if (!read_descriptor (descriptor, MAX_BYTES, deadline, cancellable, bytes) ||
      !g_utf8_validate_len ((const char *) bytes->data, bytes->len, NULL))
    return CAND_FILE_TEXT_OTHER;
  *text = g_strndup ((const char *) bytes->data, bytes->len);
  return CAND_FILE_TEXT_PLAIN;
}
