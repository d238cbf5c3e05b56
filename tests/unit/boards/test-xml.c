/* test-xml.c: reading XML that nobody vouches for
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/cand-board-system.h"
#include "core/boards/cand-xml.h"

#define DECLARED(encoding) "<?xml version='1.0' encoding='" encoding "'?>"

static CandXml *
parse_length (const char *text, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return cand_xml_parse (bytes, error);
}

static CandXml *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  CandXml *root = parse_length (text, strlen (text), &error);

  g_assert_no_error (error);
  return root;
}

static void
assert_refused_length (const char *text, gsize length, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CandXml) root = parse_length (text, length, &error);

  g_assert_null (root);
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
  if (!g_str_has_prefix (error->message, message))
    g_error ("“%s” does not begin with “%s”", error->message, message);
}

static void
assert_refused (const char *text, const char *message)
{
  assert_refused_length (text, strlen (text), message);
}

static void
test_tree (void)
{
  g_autoptr (CandXml) root =
      parse ("\xef\xbb\xbf\n<?xml version='1.0'?><!DOCTYPE list><!-- a <comment> -->\n"
             "<list version=\"2\" note='&lt;x&gt;'>before<item>One</item>\n<tt:city/>"
             "<item>Two &amp; <![CDATA[<b>three</b> &amp;]]> &#233;</item>after</list>\n");
  CandXml *second;

  g_assert_cmpstr (root->name, ==, "list");
  g_assert_cmpstr (root->text, ==, "before\nafter");
  g_assert_cmpuint (root->children->len, ==, 3);
  g_assert_cmpstr (cand_xml_get_child_text (root, "item"), ==, "One");
  g_assert_cmpstr (cand_xml_get_child_text (root, "tt:city"), ==, "");
  g_assert_null (cand_xml_get_child_text (root, "city"));
  g_assert_cmpstr (cand_xml_get_attribute (root, "version"), ==, "2");
  g_assert_cmpstr (cand_xml_get_attribute (root, "note"), ==, "<x>");
  g_assert_null (cand_xml_get_attribute (root, "none"));

  second = g_ptr_array_index (root->children, 2);
  g_assert_cmpstr (second->text, ==, "Two & <b>three</b> &amp; é");
  g_assert_null (second->children);
  g_assert_null (second->attributes);
  g_assert_null (cand_xml_get_child (second, "item"));
  g_assert_null (cand_xml_get_attribute (second, "version"));
  g_assert_null (cand_xml_get_child (NULL, "item"));
  g_assert_null (cand_xml_get_child_text (NULL, "item"));
  g_assert_null (cand_xml_get_attribute (NULL, "item"));
}

static void
test_encodings (void)
{
  static const char little[] = "\xff\xfe<\0a\0>\0\xe9\0<\0/\0a\0>\0";
  static const char big[] = "\0<\0a\0>\0\xe9\0<\0/\0a\0>";
  static const char *const texts[] = {
    "<a>\xc3\xa9</a>",
    DECLARED ("UTF-8") "<a>\xc3\xa9</a>",
    DECLARED ("ISO-8859-1") "<a>\xe9</a>",
    "<?xml version=\"1.0\" encoding = \"Windows-1252\" ?><a>\xe9</a>",
    DECLARED ("iso-8859-15") "<a>\xe9</a>",
    /* What it declares is not what it is. */
    DECLARED ("UTF-16") "<a>\xc3\xa9</a>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CandXml) root = parse (texts[i]);

      g_assert_cmpstr (root->text, ==, "é");
    }
  {
    g_autoptr (CandXml) from_little = parse_length (little, sizeof little - 1, NULL);
    g_autoptr (CandXml) from_big = parse_length (big, sizeof big - 1, NULL);

    g_assert_cmpstr (from_little->text, ==, "é");
    g_assert_cmpstr (from_big->text, ==, "é");
  }
}

static void
test_refused (void)
{
  const char *nothing = "XML was expected and nothing came that is text";
  const char *other = "XML was expected and something else came";

  assert_refused ("", nothing);
  assert_refused (" \n", other);
  assert_refused ("Not Found", other);
  assert_refused ("{\"jobs\": []}", other);
  assert_refused ("<!DOCTYPE html><html><br></html>", "XML was expected and an HTML page came");
  assert_refused ("<html lang=en>", "XML was expected and an HTML page came");
  assert_refused ("<a>", other);
  assert_refused ("<a></b>", other);
  assert_refused ("<a>&nbsp;</a>", other);
  assert_refused ("<a>&#0;</a>", other);
  assert_refused ("<a>1 & 2</a>", other);
  assert_refused ("<?xml version='1.0'?>", other);
  assert_refused ("<a/><b/>", "The XML has more than one root");
  assert_refused ("<a>\xff</a>", nothing);
  assert_refused (DECLARED ("ISO-2022-JP") "<a>\xe9</a>", nothing);
  assert_refused_length ("<a>\0</a>", 8, nothing);
  assert_refused_length ("\xff\xfe<\0a", 5, nothing);
}

/* No entity of the document's own, so that none can grow. */
static void
test_entities (void)
{
  assert_refused ("<!DOCTYPE a [<!ENTITY b \"boom\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>",
                  "XML was expected");
  assert_refused ("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                  "XML was expected");
}

static char *
nest (guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, "<a>");
  for (guint i = 0; i < depth; i++)
    g_string_append (text, "</a>");
  return g_string_free_and_steal (text);
}

static void
test_depth (void)
{
  g_autofree char *deepest = nest (CAND_XML_MAX_DEPTH);
  g_autofree char *too_deep = nest (CAND_XML_MAX_DEPTH + 1);
  g_autofree char *endless = nest (100000);
  g_autoptr (CandXml) root = parse (deepest);

  g_assert_cmpstr (root->name, ==, "a");
  assert_refused (too_deep, "The XML is nested deeper than 64 levels");
  assert_refused (endless, "The XML is nested deeper than 64 levels");
}

static void
test_cut (void)
{
  const char *whole = DECLARED ("UTF-8") "<!DOCTYPE a><a b='c'><!-- d --><e>&amp;</e>"
                                         "<f><![CDATA[<g>]]></f></a>";
  g_autoptr (CandXml) root = parse (whole);

  g_assert_cmpuint (root->children->len, ==, 2);
  for (gsize cut = 0; cut < strlen (whole); cut++)
    assert_refused_length (whole, cut, "XML was expected");
}

/* Large, not slow. */
static void
test_large (void)
{
  g_autoptr (GString) text = g_string_new ("<list>");
  g_autoptr (GString) attributes = g_string_new ("<list");
  g_autoptr (CandXml) root = NULL;

  for (guint i = 0; i < 100000; i++)
    {
      g_string_append (text, "<item>x</item> y");
      g_string_append_printf (attributes, " a%u='x'", i);
    }
  g_string_append (text, "</list>");
  g_string_append (attributes, "/>");
  root = parse (text->str);
  g_assert_cmpuint (root->children->len, ==, 100000);
  g_assert_cmpuint (strlen (root->text), ==, 200000);
  assert_refused (attributes->str, "XML was expected");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/boards/xml/tree", test_tree);
  g_test_add_func ("/boards/xml/encodings", test_encodings);
  g_test_add_func ("/boards/xml/refused", test_refused);
  g_test_add_func ("/boards/xml/entities", test_entities);
  g_test_add_func ("/boards/xml/depth", test_depth);
  g_test_add_func ("/boards/xml/cut", test_cut);
  g_test_add_func ("/boards/xml/large", test_large);
  return g_test_run ();
}
