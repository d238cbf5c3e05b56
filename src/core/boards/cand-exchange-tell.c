/* cand-exchange-tell.c: what a file is, told by its content
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-exchange.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cand-json.h"

/* How far into a file its root element is looked for. */
#define MAX_PROLOGUE 4096

/* Without a byte order mark and blanks before it. */
static const char *
skip_blanks (const char *data, gsize *size)
{
  gsize start = 0;

  if (*size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    start = 3;
  while (start < *size && g_ascii_isspace (data[start]))
    start++;
  *size -= start;
  return data + start;
}

static gboolean
starts_with (const char *data, gsize size, const char *magic, gsize length)
{
  return size >= length && memcmp (data, magic, length) == 0;
}

/* What begins like XML in UTF-16, as far as its root: as UTF-8. (transfer full) (nullable) */
static char *
dup_wide_prologue (const char *data, gsize size)
{
  gsize even = MIN (size, 2 * MAX_PROLOGUE) & ~(gsize) 1;
  const char *encoding = NULL;
  g_autofree char *text = NULL;

  if (starts_with (data, size, "\xff\xfe", 2) || starts_with (data, size, "<\0", 2))
    encoding = "UTF-16LE";
  else if (starts_with (data, size, "\xfe\xff", 2) || starts_with (data, size, "\0<", 2))
    encoding = "UTF-16BE";
  if (encoding != NULL)
    text = g_convert (data, even, "UTF-8", encoding, NULL, NULL, NULL);
  return g_steal_pointer (&text);
}

/* The name of the first element, in lower case; NULL where the text is no markup. */
static char *
dup_root (const char *data, gsize size)
{
  g_autofree char *start = g_strndup (data, MIN (size, MAX_PROLOGUE));
  const char *c = start;

  while (*c == '<')
    {
      const char *end;

      if (g_str_has_prefix (c, "<!--"))
        end = strstr (c, "-->");
      else if (c[1] == '?' || (c[1] == '!' && g_ascii_strncasecmp (c, "<!doctype html", 14) != 0))
        end = strchr (c, '>');
      else if (c[1] == '!')
        return g_strdup ("html");
      else
        {
          char *name = g_strndup (c + 1, strcspn (c + 1, " \t\r\n/>"));

          for (char *letter = name; *letter != '\0'; letter++)
            *letter = g_ascii_tolower (*letter);
          return name;
        }
      if (end == NULL)
        return NULL;
      c = strchr (end, '>') + 1;
      c += strspn (c, " \t\r\n");
    }
  return NULL;
}

static gboolean
looks_like_resume (JsonObject *object)
{
  const char *schema = cand_json_get_string (object, "$schema");

  if (schema != NULL &&
      (strstr (schema, "jsonresume") != NULL || strstr (schema, "resume-schema") != NULL))
    return TRUE;
  return cand_json_get_object (object, "basics") != NULL ||
         cand_json_get_array (object, "work") != NULL ||
         cand_json_get_array (object, "education") != NULL;
}

static gboolean
looks_like_programme (JsonObject *object)
{
  return cand_json_get_string (object, "name") != NULL &&
         cand_json_get_string (object, "title") != NULL &&
         cand_json_get_array (object, "positions") != NULL;
}

/* A list of nothing is a list. */
static gboolean
looks_like_boards (JsonArray *array)
{
  JsonObject *first;

  if (json_array_get_length (array) == 0)
    return TRUE;
  first = cand_json_get_object_element (array, 0);
  return first != NULL && (cand_json_get_string (first, "board") != NULL ||
                           cand_json_get_string (first, "url") != NULL ||
                           cand_json_get_string (first, "announcement") != NULL ||
                           cand_json_get_string (first, "feed") != NULL);
}

static CandFileKind
tell_json (GBytes *file)
{
  g_autoptr (JsonNode) root = cand_json_parse (file, NULL);

  if (root == NULL)
    return CAND_FILE_UNKNOWN;
  if (JSON_NODE_HOLDS_ARRAY (root))
    return looks_like_boards (json_node_get_array (root)) ? CAND_FILE_BOARDS : CAND_FILE_UNKNOWN;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    return CAND_FILE_UNKNOWN;
  if (looks_like_resume (json_node_get_object (root)))
    return CAND_FILE_RESUME;
  return looks_like_programme (json_node_get_object (root)) ? CAND_FILE_PROGRAMME
                                                            : CAND_FILE_UNKNOWN;
}

/**
 * cand_exchange_tell:
 * @file: its content
 *
 * Returns: what it is
 */
CandFileKind
cand_exchange_tell (GBytes *file)
{
  gsize size;
  const char *data = g_bytes_get_data (file, &size);
  g_autofree char *prologue = NULL;

  if (size == 0)
    return CAND_FILE_UNKNOWN;
  prologue = dup_wide_prologue (data, size);
  if (prologue != NULL)
    {
      data = prologue;
      size = strlen (prologue);
    }
  data = skip_blanks (data, &size);
  if (size > 0 && *data == '<')
    {
      g_autofree char *root = dup_root (data, size);

      return g_strcmp0 (root, "opml") == 0 ? CAND_FILE_OPML : CAND_FILE_UNKNOWN;
    }
  if (size > 0 && (*data == '{' || *data == '['))
    return tell_json (file);
  return CAND_FILE_UNKNOWN;
}

static const char *
describe_markup (const char *data, gsize size)
{
  g_autofree char *root = dup_root (data, size);

  if (g_strcmp0 (root, "html") == 0 || g_strcmp0 (root, "head") == 0 ||
      g_strcmp0 (root, "body") == 0)
    return _ ("an HTML page");
  if (g_strcmp0 (root, "rss") == 0 || g_strcmp0 (root, "feed") == 0)
    return _ ("the feed of a blog");
  return _ ("an XML document");
}

static const char *
describe_unknown (const char *data, gsize size)
{
  const char *text = data;
  gsize length = size;

  if (size == 0)
    return _ ("an empty file");
  if (starts_with (data, size, "%PDF-", 5))
    return _ ("a PDF document");
  if (starts_with (data, size, "PK\3\4", 4) || starts_with (data, size, "PK\5\6", 4))
    return _ ("a ZIP archive");
  if (starts_with (data, size, "\x1f\x8b", 2))
    return _ ("a gzip archive");
  if (!g_utf8_validate_len (data, size, NULL))
    return _ ("a file of a kind that is not known here");
  text = skip_blanks (text, &length);
  if (length > 0 && *text == '<')
    return describe_markup (text, length);
  if (length > 0 && (*text == '{' || *text == '['))
    return _ ("a JSON document of another kind");
  return _ ("a text");
}

/**
 * cand_exchange_describe:
 * @file: its content
 *
 * Returns: (transfer none): what to call it, translated, for "This is …"
 */
const char *
cand_exchange_describe (GBytes *file)
{
  gsize size;
  const char *data = g_bytes_get_data (file, &size);

  switch (cand_exchange_tell (file))
    {
    case CAND_FILE_OPML:
      /* Translators: completes the sentence “This is %s”, like those that follow. */
      return _ ("an OPML outline");
    case CAND_FILE_BOARDS:
      return _ ("a list of boards");
    case CAND_FILE_PROGRAMME:
      return _ ("a programme");
    case CAND_FILE_RESUME:
      return _ ("a JSON Resume");
    case CAND_FILE_ARCHIVE:
      return _ ("an archive of Candidacy");
    case CAND_FILE_UNKNOWN:
      break;
    }
  return describe_unknown (data, size);
}

/* A page may begin with any element; XML says that it is. */
static gboolean
is_other_xml (const char *data, gsize size)
{
  g_autofree char *root = dup_root (data, size);

  if (g_strcmp0 (root, "rss") == 0 || g_strcmp0 (root, "feed") == 0)
    return TRUE;
  return starts_with (data, size, "<?xml", 5) && g_strcmp0 (root, "html") != 0;
}

gboolean
cand_exchange_is_prose (GBytes *file)
{
  gsize size;
  const char *data = g_bytes_get_data (file, &size);
  gboolean wide;

  if (size == 0)
    return FALSE;
  if (starts_with (data, size, "%PDF-", 5) || starts_with (data, size, "PK\3\4", 4) ||
      starts_with (data, size, "PK\5\6", 4) || starts_with (data, size, "\x1f\x8b", 2))
    return FALSE;
  wide = starts_with (data, size, "\xff\xfe", 2) || starts_with (data, size, "\xfe\xff", 2);
  if (memchr (data, '\0', size) != NULL)
    return wide;
  data = skip_blanks (data, &size);
  if (size > 0 && *data == '<')
    return !is_other_xml (data, size);
  /* A text may begin with a bracket. */
  if (size > 0 && (*data == '{' || *data == '['))
    {
      g_autoptr (JsonNode) root = cand_json_parse (file, NULL);

      return root == NULL;
    }
  return TRUE;
}
