/* test-exchange.c: the list of boards as a file, out and in
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/cand-board-system.h"
#include "core/boards/cand-exchange.h"
#include "core/model/cand-blog.h"
#include "core/model/cand-programme.h"

#include <string.h>

static GBytes *
bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
assert_kind (const char *text, CandFileKind kind, const char *description)
{
  g_autoptr (GBytes) file = bytes (text);

  if (cand_exchange_tell (file) != kind)
    g_error ("“%s” is told to be %d", text, cand_exchange_tell (file));
  g_assert_cmpstr (cand_exchange_describe (file), ==, description);
}

static void
test_tell (void)
{
  assert_kind ("<?xml version=\"1.0\"?>\n<!-- a > b -->\n<opml version='2.0'/>", CAND_FILE_OPML,
               "an OPML outline");
  assert_kind ("\xef\xbb\xbf \n<OPML>", CAND_FILE_OPML, "an OPML outline");
  assert_kind ("<!DOCTYPE opml><opml></opml>", CAND_FILE_OPML, "an OPML outline");
  assert_kind ("[]", CAND_FILE_BOARDS, "a list of boards");
  assert_kind ("[{\"board\": \"lever:acme\"}]", CAND_FILE_BOARDS, "a list of boards");
  assert_kind ("[{\"url\": \"https://jobs.lever.co/acme\"}]", CAND_FILE_BOARDS, "a list of boards");
  assert_kind ("{\"name\": \"a\", \"title\": \"A\", \"positions\": []}", CAND_FILE_PROGRAMME,
               "a programme");
  assert_kind ("[{\"feed\": \"https://acme.example/feed.xml\"}]", CAND_FILE_BOARDS,
               "a list of boards");
  assert_kind ("{\"basics\": {}}", CAND_FILE_RESUME, "a JSON Resume");
  assert_kind ("{\"work\": [{\"name\": \"Acme\"}]}", CAND_FILE_RESUME, "a JSON Resume");
  assert_kind ("{\"education\": []}", CAND_FILE_RESUME, "a JSON Resume");
  assert_kind ("{\"$schema\": \"https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/"
               "schema.json\"}",
               CAND_FILE_RESUME, "a JSON Resume");

  assert_kind ("", CAND_FILE_UNKNOWN, "an empty file");
  assert_kind (" \n", CAND_FILE_UNKNOWN, "a text");
  assert_kind ("%PDF-1.4", CAND_FILE_UNKNOWN, "a PDF document");
  assert_kind ("PK\3\4", CAND_FILE_UNKNOWN, "a ZIP archive");
  assert_kind ("\x1f\x8b\x08", CAND_FILE_UNKNOWN, "a gzip archive");
  assert_kind ("<!doctype HTML><p>", CAND_FILE_UNKNOWN, "an HTML page");
  assert_kind ("<html lang='en'>", CAND_FILE_UNKNOWN, "an HTML page");
  assert_kind ("<rss version='2.0'>", CAND_FILE_UNKNOWN, "the feed of a blog");
  assert_kind ("<svg/>", CAND_FILE_UNKNOWN, "an XML document");
  assert_kind ("<", CAND_FILE_UNKNOWN, "an XML document");
  assert_kind ("<!--", CAND_FILE_UNKNOWN, "an XML document");
  assert_kind ("<?xml", CAND_FILE_UNKNOWN, "an XML document");
  assert_kind ("{\"work\": \"hard\"}", CAND_FILE_UNKNOWN, "a JSON document of another kind");
  assert_kind ("{\"a\": 1}", CAND_FILE_UNKNOWN, "a JSON document of another kind");
  assert_kind ("[1]", CAND_FILE_UNKNOWN, "a JSON document of another kind");
  assert_kind ("{\"basics\": ", CAND_FILE_UNKNOWN, "a JSON document of another kind");
  assert_kind ("# Notes", CAND_FILE_UNKNOWN, "a text");
  assert_kind ("\xff\xfe", CAND_FILE_UNKNOWN, "a file of a kind that is not known here");
}

static const char *
get_prefix (CandExchangeKind kind)
{
  switch (kind)
    {
    case CAND_EXCHANGE_BOARD:
      return "";
    case CAND_EXCHANGE_FEED:
      return "feed ";
    case CAND_EXCHANGE_PAGE:
      return "page ";
    }
  g_assert_not_reached ();
}

/* "lever:acme Acme|feed https://…" */
static char *
read_file (GBytes *file, guint expected_refused)
{
  g_autoptr (GError) error = NULL;
  guint refused = 99;
  g_autoptr (GPtrArray) boards = cand_exchange_read_boards (file, &refused, &error);
  GString *lines = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (refused, ==, expected_refused);
  for (guint i = 0; i < boards->len; i++)
    {
      const CandExchangeBoard *board = g_ptr_array_index (boards, i);

      g_string_append_printf (lines, "%s%s%s %s", i > 0 ? "|" : "", get_prefix (board->kind),
                              board->key, board->name != NULL ? board->name : "-");
    }
  return g_string_free (lines, FALSE);
}

static char *
read_boards (const char *text, guint expected_refused)
{
  g_autoptr (GBytes) file = bytes (text);

  return read_file (file, expected_refused);
}

static void
test_opml (void)
{
  g_autofree char *boards = read_boards (
      "<opml version=\"1.0\"><head><title>x</title></head><body>"
      "<outline text=\"Folder\" title=\"Folder\"><outline><outline title=\"  Acme\nInc \" "
      "text=\"\" type=\"rss\" xmlUrl=\"https://acme.recruitee.com/\"/></outline></outline>"
      "<outline text=\"L\" type=\"link\" url=\"http://jobs.lever.co/acme/?lever-source=x\"/>"
      "<outline text=\"again\" htmlUrl=\"jobs.lever.co/acme\"/>"
      "<outline text=\"no html\" htmlUrl=\"https://acme.example.org\" "
      "xmlUrl=\"https://boards.greenhouse.io/acme\"/>"
      "<outline htmlUrl=\"https://apply.workable.com/acme/j/AAAAAAAAA1/\"/>"
      "<outline text=\"Feed\" xmlUrl=\"https://example.org/feed\" htmlUrl=\"javascript:alert(1)\"/>"
      "<outline text=\"A leaf\"/><other/>"
      "<outline text=\"No account\" url=\"https://apply.workable.com/j/AAAAAAAAA1\"/>"
      "</body></opml>",
      2);

  g_assert_cmpstr (boards, ==,
                   "recruitee:acme Acme Inc|lever:acme L|greenhouse:acme no html|workable:acme -|"
                   "feed https://example.org/feed Feed");
}

/* Feeds, and pages that may be announcements. */
static void
test_feeds_and_pages (void)
{
  g_autofree char *outline = read_boards (
      "<opml version=\"2.0\"><body>"
      "<outline text=\"Blog\" type=\"rss\" xmlUrl=\"http://ACME.example/feed.xml?a=1#x\" "
      "htmlUrl=\"https://acme.example/\"/>"
      "<outline text=\"again\" type=\"rss\" xmlUrl=\"https://acme.example/feed.xml?a=1\"/>"
      "<outline text=\"Careers\" type=\"link\" url=\"https://acme.example/careers\"/>"
      "<outline text=\"Home\" type=\"rss\" xmlUrl=\"https://192.168.1.1/feed\"/>"
      "<outline text=\"Loop\" type=\"rss\" xmlUrl=\"https://localhost/feed\"/>"
      "<outline text=\"File\" type=\"rss\" xmlUrl=\"file:///etc/passwd\"/>"
      "<outline text=\"User\" url=\"https://a:b@acme.example/\"/>"
      "</body></opml>",
      4);
  g_autofree char *json =
      read_boards ("[{\"feed\": \"https://acme.example/feed.xml\", \"name\": \"Blog\"},"
                   " {\"announcement\": \"https://acme.example/2026\"},"
                   " {\"feed\": \"https://[::1]/feed\"}, {\"url\": \"https://10.0.0.1/\"}]",
                   2);

  g_assert_cmpstr (outline, ==,
                   "feed https://acme.example/feed.xml?a=1 Blog|page https://acme.example/careers "
                   "Careers");
  g_assert_cmpstr (json, ==,
                   "feed https://acme.example/feed.xml Blog|page https://acme.example/2026 -");
}

/* No list has a say in what is asked on this machine or its network. */
static void
test_private (void)
{
  g_autofree char *none =
      read_boards ("[{\"board\": \"jsonld:127.0.0.1/jobs\"},"
                   " {\"board\": \"jsonld:192.168.1.1/jobs\"},"
                   " {\"board\": \"jsonld:10.1/jobs\"},"
                   " {\"board\": \"jsonld:printer.local/jobs\"},"
                   " {\"board\": \"teamtailor:10.0.0.1\"},"
                   " {\"board\": \"teamtailor:jobs.localhost\"},"
                   " {\"board\": \"jsonld:acme.example/jobs\", \"url\": \"https://10.0.0.1/\"}]",
                   6);

  g_assert_cmpstr (none, ==, "jsonld:acme.example/jobs -");
}

static GBytes *
convert (const char *text, const char *encoding)
{
  gsize length;
  g_autoptr (GError) error = NULL;
  char *converted = g_convert (text, -1, encoding, "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);
  return g_bytes_new_take (converted, length);
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *encoding;
    const char *prologue;
  } cases[] = {
    { "UTF-16", "" },
    { "UTF-16LE", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" },
    { "UTF-16BE", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n" },
    { "ISO-8859-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].prologue,
                                           "<opml version=\"2.0\"><body><outline text=\"Café\" "
                                           "htmlUrl=\"https://jobs.lever.co/acme\"/></body></opml>",
                                           NULL);
      g_autoptr (GBytes) file = convert (text, cases[i].encoding);
      g_autofree char *boards = NULL;

      g_test_message ("%s", cases[i].encoding);
      g_assert_cmpint (cand_exchange_tell (file), ==, CAND_FILE_OPML);
      boards = read_file (file, 0);
      g_assert_cmpstr (boards, ==, "lever:acme Café");
    }
}

/* A key is believed where no address could tell, and only then. */
static void
test_keys (void)
{
  g_autofree char *boards = read_boards (
      "[{\"board\": \"workable:acme\", \"name\": \"Acme\", \"url\": null},"
      " {\"board\": \"teamtailor:careers.acme.example\", \"name\": \"Own host\"},"
      " {\"board\": \"jsonld:acme.example/jobs?page=1\"},"
      " {\"board\": \"nothing:acme\", \"url\": \"https://jobs.lever.co/acme\", \"name\": 3},"
      " {\"board\": 1, \"url\": \"https://jobs.eu.lever.co/acme\"}]",
      0);
  g_autofree char *none = read_boards ("[{\"board\": \"workable\"}, {\"board\": \":\"},"
                                       " {\"board\": \"workable:\"}, {\"board\": \"workable:a b\"},"
                                       " {\"board\": \"workable:a:b\"},"
                                       " {\"board\": \"teamtailor:UPPER.example\"},"
                                       " {\"board\": \"teamtailor:evil.example/../x\"},"
                                       " {\"board\": \"jsonld:localhost/x\"},"
                                       " {\"board\": \"jsonld:a.example/../x\"},"
                                       " {\"board\": \"workable:../../etc\"},"
                                       " {\"board\": \"workable:a\\u0000b\"},"
                                       " {}, null, 1, [], \"workable:acme\"]",
                                       16);

  g_assert_true (g_str_has_prefix (boards, "workable:acme Acme|teamtailor:careers.acme.example "
                                           "Own host|jsonld:acme.example/jobs?page=1 -|"
                                           "lever:acme -|lever:"));
  g_assert_cmpstr (none, ==, "");
}

static void
assert_malformed (const char *text)
{
  g_autoptr (GBytes) file = bytes (text);
  g_autoptr (GError) error = NULL;

  g_assert_null (cand_exchange_read_boards (file, NULL, &error));
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
}

static void
test_malformed (void)
{
  assert_malformed ("");
  assert_malformed ("{}");
  assert_malformed ("[");
  assert_malformed ("hello");
  assert_malformed ("<opml>");
  assert_malformed ("<opml></opml>");
  assert_malformed ("<opml><body><outline text=\"\xff\"/></body></opml>");
  assert_malformed ("<html><body></body></html>");
}

static void
test_hostile (void)
{
  GString *nested = g_string_new ("<opml><body>");
  GString *same = g_string_new ("<opml><body>");
  GString *many = g_string_new ("<opml><body>");
  g_autofree char *nested_text = NULL;
  g_autofree char *same_text = NULL;
  g_autofree char *many_text = NULL;
  g_autofree char *once = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 100000; i++)
    g_string_append (nested, "<outline text='a'>");
  nested_text = g_string_free (nested, FALSE);
  assert_malformed (nested_text);

  for (guint i = 0; i < 300000; i++)
    {
      g_string_append (same, "<outline text='a' url='https://jobs.lever.co/acme'/>");
      g_string_append_printf (many, "<outline url='https://jobs.lever.co/acme%u'/>", i);
    }
  g_string_append (same, "</body></opml>");
  g_string_append (many, "</body></opml>");
  same_text = g_string_free (same, FALSE);
  many_text = g_string_free (many, FALSE);
  once = read_boards (same_text, 0);
  g_assert_cmpstr (once, ==, "lever:acme a");
  /* More than anybody follows. */
  assert_malformed (many_text);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_TIME_SPAN_SECOND);
}

/* --- out --- */

static GListModel *
make_boards (void)
{
  GListStore *boards = g_list_store_new (CAND_TYPE_BOARD);
  g_autoptr (CandBoard) first = cand_board_new ("workable:huggingface");
  g_autoptr (CandBoard) second = cand_board_new ("lever:acme");
  g_autoptr (GError) error =
      g_error_new_literal (CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED, "It is no list");

  cand_board_set_name (first, "Hugging Face");
  cand_board_set_url (first, "https://apply.workable.com/huggingface/");
  cand_board_set_state (first, CAND_BOARD_STATE_READ, NULL, NULL);
  cand_board_set_checked (first, 1764000000);
  cand_board_set_counts (first, 7, 1);
  cand_board_set_name (second, "A & <b>\"C\"</b>");
  cand_board_set_url (second, "https://jobs.lever.co/acme?a=1&b=2");
  cand_board_set_state (second, CAND_BOARD_STATE_FAILED, "It is no list", error);
  g_list_store_append (boards, first);
  g_list_store_append (boards, second);
  return G_LIST_MODEL (boards);
}

static GListModel *
make_programmes (void)
{
  GListStore *programmes = g_list_store_new (CAND_TYPE_PROGRAMME);
  static const char *const texts[] = {
    "{\"name\": \"a\", \"title\": \"Acme & sons\", \"url\": \"https://acme.example/2026\", "
    "\"positions\": []}",
    "{\"name\": \"b\", \"title\": \"Without an address\", \"positions\": []}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) text = bytes (texts[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (CandProgramme) programme = cand_programme_new_from_json (text, &error);

      g_assert_no_error (error);
      g_list_store_append (programmes, programme);
    }
  return G_LIST_MODEL (programmes);
}

static GListModel *
make_blogs (void)
{
  GListStore *blogs = g_list_store_new (CAND_TYPE_BLOG);
  g_autoptr (CandBlog) named = cand_blog_new ("https://acme.example/feed.xml");
  g_autoptr (CandBlog) nameless = cand_blog_new ("https://b.example/rss");

  cand_blog_set_title (named, "Acme Blog");
  g_list_store_append (blogs, named);
  g_list_store_append (blogs, nameless);
  return G_LIST_MODEL (blogs);
}

/* Blogs and announcements go with the boards, and come back. */
static void
test_write_all (void)
{
  g_autoptr (GListModel) boards = make_boards ();
  g_autoptr (GListModel) programmes = make_programmes ();
  g_autoptr (GListModel) blogs = make_blogs ();
  g_autofree char *opml = cand_exchange_write_opml (boards, programmes, blogs);
  g_autofree char *json = cand_exchange_write_json (boards, programmes, blogs);
  g_autofree char *from_opml = read_boards (opml, 0);
  g_autofree char *from_json = read_boards (json, 0);

  g_assert_nonnull (strstr (opml, "<outline text=\"Acme Blog\" type=\"rss\" "
                                  "xmlUrl=\"https://acme.example/feed.xml\"/>"));
  g_assert_nonnull (strstr (opml, "<outline text=\"Acme &amp; sons\" type=\"link\" "
                                  "url=\"https://acme.example/2026\" "
                                  "htmlUrl=\"https://acme.example/2026\" "
                                  "candidacy:announcement=\"https://acme.example/2026\"/>"));
  g_assert_null (strstr (opml, "Without an address"));
  g_assert_cmpstr (from_opml, ==,
                   "workable:huggingface Hugging Face|lever:acme A & <b>\"C\"</b>|"
                   "page https://acme.example/2026 Acme & sons|"
                   "feed https://acme.example/feed.xml Acme Blog|"
                   "feed https://b.example/rss https://b.example/rss");
  g_assert_cmpstr (from_json, ==,
                   "workable:huggingface Hugging Face|lever:acme A & <b>\"C\"</b>|"
                   "page https://acme.example/2026 Acme & sons|"
                   "feed https://acme.example/feed.xml Acme Blog|feed https://b.example/rss "
                   "https://b.example/rss");
}

static void
test_write_opml (void)
{
  g_autoptr (GListModel) boards = make_boards ();
  g_autofree char *opml = cand_exchange_write_opml (boards, NULL, NULL);
  g_autofree char *again = NULL;

  g_assert_nonnull (strstr (opml, "<outline text=\"Hugging Face\" type=\"link\" "
                                  "url=\"https://apply.workable.com/huggingface/\" "
                                  "htmlUrl=\"https://apply.workable.com/huggingface/\" "
                                  "candidacy:board=\"workable:huggingface\"/>"));
  g_assert_nonnull (strstr (opml, "<opml version=\"2.0\""));
  again = read_boards (opml, 0);
  g_assert_cmpstr (again, ==, "workable:huggingface Hugging Face|lever:acme A & <b>\"C\"</b>");
}

static void
test_write_json (void)
{
  g_autoptr (GListModel) boards = make_boards ();
  g_autoptr (GListStore) none = g_list_store_new (CAND_TYPE_BOARD);
  g_autofree char *json = cand_exchange_write_json (boards, NULL, NULL);
  g_autofree char *empty = cand_exchange_write_json (G_LIST_MODEL (none), NULL, NULL);
  g_autofree char *again = read_boards (json, 0);

  g_assert_cmpstr (json, ==,
                   "[\n"
                   "  {\n"
                   "    \"board\" : \"workable:huggingface\",\n"
                   "    \"name\" : \"Hugging Face\",\n"
                   "    \"system\" : \"workable\",\n"
                   "    \"url\" : \"https://apply.workable.com/huggingface/\",\n"
                   "    \"state\" : \"read\",\n"
                   "    \"reason\" : \"\",\n"
                   "    \"checked\" : \"2025-11-24T16:00:00Z\",\n"
                   "    \"open\" : 7\n"
                   "  },\n"
                   "  {\n"
                   "    \"board\" : \"lever:acme\",\n"
                   "    \"name\" : \"A & <b>\\\"C\\\"</b>\",\n"
                   "    \"system\" : \"lever\",\n"
                   "    \"url\" : \"https://jobs.lever.co/acme?a=1&b=2\",\n"
                   "    \"state\" : \"failed\",\n"
                   "    \"reason\" : \"It is no list\",\n"
                   "    \"checked\" : null,\n"
                   "    \"open\" : 0\n"
                   "  }\n"
                   "]\n");
  g_assert_cmpstr (empty, ==, "[]\n");
  g_assert_cmpstr (again, ==, "workable:huggingface Hugging Face|lever:acme A & <b>\"C\"</b>");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/boards/exchange/tell", test_tell);
  g_test_add_func ("/boards/exchange/opml", test_opml);
  g_test_add_func ("/boards/exchange/feeds-and-pages", test_feeds_and_pages);
  g_test_add_func ("/boards/exchange/private", test_private);
  g_test_add_func ("/boards/exchange/encodings", test_encodings);
  g_test_add_func ("/boards/exchange/keys", test_keys);
  g_test_add_func ("/boards/exchange/malformed", test_malformed);
  g_test_add_func ("/boards/exchange/hostile", test_hostile);
  g_test_add_func ("/boards/exchange/write-all", test_write_all);
  g_test_add_func ("/boards/exchange/write-opml", test_write_opml);
  g_test_add_func ("/boards/exchange/write-json", test_write_json);
  return g_test_run ();
}
