/* cand-xml.c: reading XML that nobody vouches for
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-xml.h"

#include <string.h>

#include "cand-board-system.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
/* Where an encoding is declared, it is declared in the first line. */
#define MAX_DECLARATION 256

/* Elements open while the document is read, the innermost last. */
typedef struct
{
  CandXml *element; /* (unowned) its parent, or the reader, owns it */
  GString *text;    /* (owned) */
} Level;

typedef struct
{
  CandXml *root; /* (owned) (nullable) */
  GArray *open;  /* (owned) (element-type Level) */
} Reader;

static void
level_clear (gpointer data)
{
  Level *level = data;

  g_string_free (level->text, TRUE);
}

static void
add_attributes (CandXml *element, const char **names, const char **values)
{
  if (*names == NULL)
    return;
  element->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_insert (element->attributes, g_strdup (names[i]), g_strdup (values[i]));
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *name,
                  const char **attribute_names,
                  const char **attribute_values,
                  gpointer user_data,
                  GError **error)
{
  Reader *self = user_data;
  Level level = { NULL, NULL };
  CandXml *element;

  if (self->open->len >= CAND_XML_MAX_DEPTH)
    {
      g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                   "The XML is nested deeper than %d levels", CAND_XML_MAX_DEPTH);
      return;
    }
  /* GMarkup would take several. */
  if (self->open->len == 0 && self->root != NULL)
    {
      g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                           "The XML has more than one root");
      return;
    }

  element = g_new0 (CandXml, 1);
  element->name = g_strdup (name);
  add_attributes (element, attribute_names, attribute_values);
  if (self->open->len > 0)
    {
      CandXml *parent = g_array_index (self->open, Level, self->open->len - 1).element;

      if (parent->children == NULL)
        parent->children = g_ptr_array_new_with_free_func ((GDestroyNotify) cand_xml_free);
      g_ptr_array_add (parent->children, element);
    }
  else
    self->root = element;

  level.element = element;
  level.text = g_string_new (NULL);
  g_array_append_val (self->open, level);
}

static void
end_element_cb (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Reader *self = user_data;
  Level *level = &g_array_index (self->open, Level, self->open->len - 1);

  level->element->text = g_strndup (level->text->str, level->text->len);
  g_array_set_size (self->open, self->open->len - 1);
}

static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer user_data,
         GError **error)
{
  Reader *self = user_data;

  /* Line breaks around the root. */
  if (self->open->len > 0)
    g_string_append_len (g_array_index (self->open, Level, self->open->len - 1).text, text, length);
}

/* The encoding that the declaration names, in lower case; NULL when it names none. */
static char *
declared_encoding (const char *bytes, gsize length)
{
  g_autofree char *start = g_strndup (bytes, MIN (length, MAX_DECLARATION));
  g_autofree char *declaration = NULL;
  const char *end = strstr (start, "?>");
  const char *name;
  gsize name_length;

  if (end == NULL || !g_str_has_prefix (start, "<?xml"))
    return NULL;
  declaration = g_ascii_strdown (start, end - start);
  name = strstr (declaration, "encoding");
  if (name == NULL)
    return NULL;
  name += strlen ("encoding");
  name += strspn (name, " \t\r\n=\"'");
  name_length = strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-_.:");
  return g_strndup (name, name_length);
}

/* The encoding of a document that is not UTF-8; NULL for one that is. Of all that there are, only
 * those in use are passed to the converter. */
static const char *
find_encoding (const char *bytes, gsize length)
{
  static const char *const others[] = { "iso-8859-1", "iso-8859-15", "windows-1252" };
  g_autofree char *declared = NULL;

  if (length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "<\0", 2) == 0))
    return "UTF-16LE";
  if (length >= 2 && (memcmp (bytes, "\xfe\xff", 2) == 0 || memcmp (bytes, "\0<", 2) == 0))
    return "UTF-16BE";
  declared = declared_encoding (bytes, length);
  for (guint i = 0; declared != NULL && i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (declared, others[i]))
      return others[i];
  return NULL;
}

/* The document as UTF-8 text without a mark; NULL when it is none. */
static char *
dup_text (GBytes *body)
{
  gsize length;
  const char *bytes = g_bytes_get_data (body, &length);
  const char *encoding = length > 0 ? find_encoding (bytes, length) : NULL;
  g_autofree char *text = NULL;

  if (encoding != NULL)
    text = g_convert (bytes, length, "UTF-8", encoding, NULL, &length, NULL);
  else if (length > 0)
    text = g_strndup (bytes, length);
  /* Text without NUL, that is. */
  if (text == NULL || !g_utf8_validate_len (text, length, NULL))
    return NULL;
  return g_strdup (g_str_has_prefix (text, BYTE_ORDER_MARK) ? text + strlen (BYTE_ORDER_MARK)
                                                            : text);
}

static gboolean
looks_like_html (const char *text)
{
  return g_ascii_strncasecmp (text, "<!doctype html", strlen ("<!doctype html")) == 0 ||
         g_ascii_strncasecmp (text, "<html", strlen ("<html")) == 0;
}

/**
 * cand_xml_free:
 * @self: (transfer full) (nullable): an element, with all in it
 */
void
cand_xml_free (CandXml *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->text);
  g_clear_pointer (&self->attributes, g_hash_table_unref);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

/**
 * cand_xml_parse:
 * @body: the document
 * @error: CAND_BOARD_ERROR_MALFORMED
 *
 * Returns: (transfer full) (nullable): its root
 */
CandXml *
cand_xml_parse (GBytes *body, GError **error)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Level));
  Reader reader = { .open = open };
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reader, NULL);
  g_autoptr (CandXml) root = NULL;
  g_autofree char *text = dup_text (body);
  g_autoptr (GError) parse_error = NULL;
  const char *start;
  gboolean whole;

  g_array_set_clear_func (open, level_clear);
  if (text == NULL)
    {
      g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                           "XML was expected and nothing came that is text");
      return NULL;
    }
  start = text + strspn (text, " \t\r\n");
  whole = g_markup_parse_context_parse (context, start, -1, &parse_error) &&
          g_markup_parse_context_end_parse (context, &parse_error);
  root = g_steal_pointer (&reader.root);
  if (whole && root != NULL)
    return g_steal_pointer (&root);

  if (g_error_matches (parse_error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED))
    g_propagate_error (error, g_steal_pointer (&parse_error));
  else
    g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED, "XML was expected and %s: %s",
                 looks_like_html (start) ? "an HTML page came" : "something else came",
                 parse_error != NULL ? parse_error->message : "it has no element");
  return NULL;
}

CandXml *
cand_xml_get_child (CandXml *self, const char *name)
{
  for (guint i = 0; self != NULL && self->children != NULL && i < self->children->len; i++)
    {
      CandXml *child = g_ptr_array_index (self->children, i);

      if (g_str_equal (child->name, name))
        return child;
    }
  return NULL;
}

const char *
cand_xml_get_child_text (CandXml *self, const char *name)
{
  CandXml *child = cand_xml_get_child (self, name);

  return child != NULL ? child->text : NULL;
}

const char *
cand_xml_get_attribute (CandXml *self, const char *name)
{
  return self != NULL && self->attributes != NULL ? g_hash_table_lookup (self->attributes, name)
                                                  : NULL;
}
