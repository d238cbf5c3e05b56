/* cand-jsonld-data.c: the JobPostings in the data scripts of a page
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-jsonld-private.h"

#include <string.h>

#include "core/boards/cand-board-values.h"
#include "core/boards/cand-json.h"
#include "core/model/cand-model-text.h"

/* As many digits fit 64 bits whatever they are. */
#define MAX_DIGITS 18

/* --- the text of a script --- */

/* g_str_has_prefix() would measure the whole text each time. */
static gboolean
begins_with (const char *text, const char *what)
{
  return strncmp (text, what, strlen (what)) == 0;
}

/* What is written around JSON to hide it from something, or after it by habit. */
static gsize
wrapping_length (const char *text)
{
  static const char *const wrappings[] = { "<!--", "-->", "<![CDATA[", "]]>", ";" };
  const char *end;

  for (guint i = 0; i < G_N_ELEMENTS (wrappings); i++)
    if (begins_with (text, wrappings[i]))
      return strlen (wrappings[i]);
  if (begins_with (text, "/*"))
    {
      end = strstr (text + 2, "*/");
      return end != NULL ? (gsize) (end + 2 - text) : strlen (text);
    }
  /* Only the wrapping itself hides behind one. */
  return begins_with (text, "//") ? 2 : 0;
}

static gboolean
ends_members (const char *comma)
{
  const char *next = comma + 1 + strspn (comma + 1, " \t\r\n");

  return *next == '}' || *next == ']';
}

/* A string, from its first quotation mark to after its last. Line breaks and tabs may be in it as
 * they are, and escapes that JSON does not have. */
static const char *
copy_string (const char *text, GString *json)
{
  g_string_append_c (json, *text++);
  for (; *text != '\0'; text++)
    if (*text == '\\' && text[1] != '\0')
      {
        if (strchr ("\"\\/bfnrtu", text[1]) != NULL)
          g_string_append_c (json, *text);
        g_string_append_c (json, *++text);
      }
    else if (g_ascii_iscntrl (*text))
      g_string_append_printf (json, "\\u%04x", (guint) *text);
    else
      {
        g_string_append_c (json, *text);
        if (*text == '"')
          return text + 1;
      }
  return text;
}

/* A number. One that is more than digits that fit 64 bits goes into quotation marks, so that it
 * stays as it is written; what is none is copied as it is. */
static const char *
copy_number (const char *text, GString *json)
{
  gsize sign = *text == '-' ? 1 : 0;
  gsize digits = strspn (text + sign, "0123456789");
  gsize length = sign + digits;
  gsize part;

  if (digits > 0 && text[length] == '.')
    {
      part = strspn (text + length + 1, "0123456789");
      length += part > 0 ? 1 + part : 0;
    }
  if (digits > 0 && (text[length] == 'e' || text[length] == 'E'))
    {
      gsize exponent = 1 + (strchr ("+-", text[length + 1]) != NULL && text[length + 1] != '\0');

      part = strspn (text + length + exponent, "0123456789");
      length += part > 0 ? exponent + part : 0;
    }
  if (digits == 0 || (length == sign + digits && digits <= MAX_DIGITS))
    {
      length = MAX (length, 1);
      g_string_append_len (json, text, length);
    }
  else
    g_string_append_printf (json, "\"%.*s\"", (int) length, text);
  return text + length;
}

/* The script as JSON proper, where it is nearly that. (transfer full) */
static char *
mend (const char *text)
{
  GString *json = g_string_sized_new (strlen (text));

  while (*text != '\0')
    {
      gsize wrapping = wrapping_length (text);

      if (wrapping > 0)
        text += wrapping;
      else if (*text == '"')
        text = copy_string (text, json);
      else if (g_ascii_isdigit (*text) || *text == '-')
        text = copy_number (text, json);
      else if (*text == ',' && ends_members (text))
        text++;
      else
        g_string_append_c (json, *text++);
    }
  return g_string_free_and_steal (json);
}

/* --- what is in it --- */

static gboolean
names_posting (const char *type)
{
  const char *name;

  if (type == NULL)
    return FALSE;
  /* "https://schema.org/JobPosting", "schema:JobPosting" */
  name = type + strlen (type);
  while (name > type && name[-1] != '/' && name[-1] != ':' && name[-1] != '#')
    name--;
  return g_str_equal (name, "JobPosting");
}

static gboolean
is_posting (JsonObject *object)
{
  JsonArray *types = cand_json_get_array (object, "@type");

  for (guint i = 0; types != NULL && i < json_array_get_length (types); i++)
    if (names_posting (cand_json_get_string_element (types, i)))
      return TRUE;
  return names_posting (cand_json_get_string (object, "@type"));
}

/* As deep as cand_json_parse() lets anything nest. */
static void
collect (GPtrArray *postings, JsonNode *node)
{
  static const char *const members[] = { "@graph", "mainEntity", "mainEntityOfPage",
                                         "itemListElement", "item" };

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        collect (postings, json_array_get_element (array, i));
    }
  else if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      if (is_posting (object))
        g_ptr_array_add (postings, json_object_ref (object));
      else
        for (guint i = 0; i < G_N_ELEMENTS (members); i++)
          collect (postings, json_object_get_member (object, members[i]));
    }
}

CandJsonldData *
cand_jsonld_data_new (CandPage *page)
{
  CandJsonldData *self = g_new0 (CandJsonldData, 1);

  self->postings = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  for (guint i = 0; i < page->data->len; i++)
    {
      const char *text = g_ptr_array_index (page->data, i);
      char *json = mend (text);
      g_autoptr (GBytes) bytes = g_bytes_new_take (json, strlen (json));
      g_autoptr (JsonNode) root = cand_json_parse (bytes, NULL);

      collect (self->postings, root);
      if (root != NULL)
        self->n_documents++;
      else if (strstr (text, "JobPosting") != NULL)
        self->n_unreadable++;
    }
  return self;
}

void
cand_jsonld_data_free (CandJsonldData *self)
{
  g_ptr_array_unref (self->postings);
  g_free (self);
}

/* --- texts --- */

/* As deep as cand_json_parse() lets anything nest. */
char *
cand_jsonld_dup_plain (JsonNode *node)
{
  g_autofree char *text = NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return cand_jsonld_dup_member (json_node_get_object (node), "name");
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      return json_array_get_length (array) > 0
                 ? cand_jsonld_dup_plain (json_array_get_element (array, 0))
                 : NULL;
    }
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  /* An escaped lone surrogate is no UTF-8; cand_text_dup_line() mends it. */
  text = cand_html_dup_unescaped (json_node_get_string (node));
  return cand_text_dup_line (text);
}

char *
cand_jsonld_dup_member (JsonObject *object, const char *name)
{
  return cand_jsonld_dup_plain (json_object_get_member (object, name));
}
