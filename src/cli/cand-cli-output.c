/* cand-cli-output.c: words and columns on the terminal, bytes on a pipe
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-output.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "cand-cli-options.h"

/* Blanks between two columns. */
#define GAP 2

/* Why standard output took no more; 0 while it does. One process, one standard output. */
static int write_errno;

static void
write_bytes (FILE *stream, const char *bytes)
{
  gsize length = strlen (bytes);

  if (fwrite (bytes, 1, length, stream) < length && stream == stdout && write_errno == 0)
    write_errno = errno != 0 ? errno : EIO;
}

gboolean
cand_cli_write (const char *utf8)
{
  if (write_errno == 0)
    write_bytes (stdout, utf8);
  return write_errno == 0;
}

/* Nothing in it that a terminal would obey: line breaks stay, every other control character goes.
 */
static char *
dup_harmless (const char *utf8)
{
  GString *out = g_string_sized_new (strlen (utf8));
  g_autofree char *valid = g_utf8_make_valid (utf8, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || !g_unichar_iscntrl (c))
        g_string_append_unichar (out, c);
      else if (c == '\t')
        g_string_append_c (out, ' ');
    }
  return g_string_free_and_steal (out);
}

static void
print_text (FILE *stream, const char *utf8)
{
  g_autofree char *harmless = dup_harmless (utf8);
  const char *charset;

  if (g_get_charset (&charset))
    write_bytes (stream, harmless);
  else
    {
      g_autofree char *local =
          g_convert_with_fallback (harmless, -1, charset, "UTF-8", "?", NULL, NULL, NULL);

      write_bytes (stream, local != NULL ? local : harmless);
    }
}

gboolean
cand_cli_print (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  if (write_errno != 0)
    return FALSE;
  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  print_text (stdout, text);
  return write_errno == 0;
}

void
cand_cli_complain (const char *message)
{
  g_autofree char *sentence = g_strdelimit (g_strdup (message), "\r\n", ' ');
  g_autofree char *line = g_strdup_printf ("%s: %s\n", g_get_prgname (), sentence);

  /* What was printed before stays before it where both go to one place. */
  fflush (stdout);
  print_text (stderr, line);
}

gboolean
cand_cli_finish_output (GError **error)
{
  if (fflush (stdout) != 0 && write_errno == 0)
    write_errno = errno;
  if (write_errno == 0 || write_errno == EPIPE)
    return TRUE;
  g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED,
               _ ("Standard output cannot be written: %s"), g_strerror (write_errno));
  return FALSE;
}

static guint
count_columns (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

guint
cand_cli_get_columns (const char *text)
{
  guint columns = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    columns += count_columns (g_utf8_get_char (p));
  return columns;
}

/* Takes characters off the end of @line, which fills @used columns, until the mark fits into
 * @columns. */
static void
cut (GString *line, guint used, guint columns)
{
  while (line->len > 0 && (used + 1 > columns || line->str[line->len - 1] == ' '))
    {
      const char *last = g_utf8_find_prev_char (line->str, line->str + line->len);

      used -= count_columns (g_utf8_get_char (last));
      g_string_truncate (line, (gsize) (last - line->str));
    }
  g_string_append (line, "…");
}

char *
cand_cli_dup_line (const char *text, guint columns)
{
  GString *line = g_string_new (NULL);
  guint used = 0;
  gboolean blank = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      guint wanted = count_columns (c) + (blank ? 1 : 0);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          blank = line->len > 0;
          continue;
        }
      if (columns > 0 && used + wanted > columns)
        {
          cut (line, used, columns);
          break;
        }
      if (blank)
        g_string_append_c (line, ' ');
      g_string_append_unichar (line, c);
      used += wanted;
      blank = FALSE;
    }
  return g_string_free_and_steal (line);
}

void
cand_cli_measure (guint *widths, const char *const *cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    widths[i] = MAX (widths[i], cand_cli_get_columns (cells[i]));
}

char *
cand_cli_dup_row (const guint *widths, const char *const *cells)
{
  GString *row = g_string_new (NULL);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      guint columns = cand_cli_get_columns (cells[i]);
      guint filling = GAP + (widths[i] > columns ? widths[i] - columns : 0);

      g_string_append (row, cells[i]);
      if (cells[i + 1] != NULL)
        g_string_append_printf (row, "%*s", (int) filling, "");
    }
  while (row->len > 0 && row->str[row->len - 1] == ' ')
    g_string_truncate (row, row->len - 1);
  return g_string_free_and_steal (row);
}

char *
cand_cli_dup_utc (gint64 when)
{
  g_autoptr (GDateTime) time = when != 0 ? g_date_time_new_from_unix_utc (when) : NULL;

  return time != NULL ? g_date_time_format_iso8601 (time) : NULL;
}

char *
cand_cli_dup_local (gint64 when)
{
  g_autoptr (GDateTime) time = when != 0 ? g_date_time_new_from_unix_local (when) : NULL;

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup ("");
}
