/* test-exchange.c: lists of boards go out and come in, without any network
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "announcement-test.h"

#include <string.h>

static gboolean
import_bytes (
    LibraryTest *self, const char *content, gssize length, CandImportReport *report, GError **error)
{
  g_autofree char *path = g_build_filename (self->directory, "import", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) failure = NULL;

  g_file_set_contents (path, content, length, &failure);
  g_assert_no_error (failure);
  cand_library_import_async (self->library, file, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  return cand_library_import_finish (self->library, result, report, error);
}

static void
check_import (
    LibraryTest *self, const char *content, guint n_followed, guint n_known, guint n_refused)
{
  CandImportReport report = { 99, 99, 99 };
  g_autoptr (GError) error = NULL;
  gboolean imported = import_bytes (self, content, -1, &report, &error);

  g_assert_no_error (error);
  g_assert_true (imported);
  g_assert_cmpuint (report.n_followed, ==, n_followed);
  g_assert_cmpuint (report.n_known, ==, n_known);
  g_assert_cmpuint (report.n_refused, ==, n_refused);
}

/* Keys and names, in the model's order. */
static void
assert_boards (LibraryTest *self, const char *expected)
{
  GListModel *boards = cand_library_get_boards (self->library);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (boards); i++)
    {
      g_autoptr (CandBoard) board = g_list_model_get_item (boards, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "|" : "", cand_board_get_key (board),
                              cand_board_get_name (board));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_opml (LibraryTest *self, gconstpointer data)
{
  check_import (self,
                "<opml version=\"2.0\"><body><outline text=\"Jobs\">"
                "<outline text=\"Acme\" htmlUrl=\"https://boards.greenhouse.io/acme\"/>"
                "<outline text=\"HF\" htmlUrl=\"https://apply.workable.com/huggingface/\"/>"
                "<outline text=\"News\" htmlUrl=\"https://news.example.org/\"/>"
                "</outline></body></opml>",
                1, 1, 1);
  assert_boards (self, "workable:huggingface Hugging Face|greenhouse:acme Acme");
  library_test_assert_text (self, "SELECT followed || ':' || state FROM board WHERE name = 'Acme'",
                            "1:0");
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, 0);
}

/* A feed is followed as it stands, and what is there already is offered at no time; a page that is
 * no board's only where our own list calls it an announcement, or it was before. */
static void
test_feeds (LibraryTest *self, gconstpointer data)
{
  static const char *const programme =
      "{\"name\": \"acme-2026\", \"title\": \"Acme\", \"url\": \"https://acme.example/2026\", "
      "\"positions\": [{\"title\": \"Alpha\", \"url\": "
      "\"https://apply.workable.com/acme/j/AAAAAAAAA1/\"}]}";
  static const char *const list =
      "[{\"feed\": \"https://www.acme.example/feed.xml\", \"name\": \"Acme Blog\"}, "
      "{\"url\": \"https://acme.example/2026\", \"name\": \"Acme\"}]";
  CandImportReport report = { 0 };
  g_autoptr (CandBlog) blog = NULL;
  g_autoptr (GBytes) opml = NULL;
  g_autoptr (GBytes) json = NULL;
  g_autofree char *boards = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (import_bytes (self, list, -1, &report, &error));
  g_assert_cmpuint (report.n_followed, ==, 1);
  g_assert_cmpuint (report.n_blogs, ==, 1);
  g_assert_cmpuint (report.n_announcements, ==, 0);
  g_assert_cmpuint (report.n_refused, ==, 1);
  blog = g_list_model_get_item (cand_library_get_blogs (self->library), 0);
  g_assert_cmpstr (cand_blog_get_url (blog), ==, "https://www.acme.example/feed.xml");
  g_assert_cmpstr (cand_blog_get_title (blog), ==, "Acme Blog");

  g_assert_true (import_bytes (self, programme, -1, &report, &error));
  g_assert_cmpuint (report.n_followed, ==, 1);
  g_assert_cmpuint (report.n_announcements, ==, 1);
  g_assert_cmpuint (report.n_blogs, ==, 0);
  check_import (self, list, 0, 2, 0);

  /* The program's own lists have nothing that it would refuse. */
  opml = cand_library_export_boards (self->library, TRUE);
  json = cand_library_export_boards (self->library, FALSE);
  boards = cand_library_dup_boards_json (self->library);
  g_assert_nonnull (strstr (g_bytes_get_data (json, NULL), "https://www.acme.example/feed.xml"));
  g_assert_null (strstr (boards, "feed.xml"));
  g_assert_true (
      import_bytes (self, g_bytes_get_data (opml, NULL), g_bytes_get_size (opml), &report, &error));
  g_assert_cmpuint (report.n_followed, ==, 0);
  g_assert_cmpuint (report.n_refused, ==, 0);
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, 0);
}

/* What goes out comes in elsewhere: followed by its address and title, until its page is read. */
static void
test_announcement (LibraryTest *self, gconstpointer data)
{
  g_autofree char *page = announcement_test_page ("1 Alpha|2 Beta");
  g_autoptr (CandFound) found = announcement_test_read (page, PAGE);
  gboolean opml = GPOINTER_TO_INT (data);
  CandImportReport report = { 0 };
  g_autoptr (CandProgramme) programme = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GBytes) list = NULL;
  g_autoptr (GError) error = NULL;
  guint n_asked;

  announcement_test_follow (self, found);
  list = cand_library_export_boards (self->library, opml);
  library_test_execute (self, "DELETE FROM position WHERE programme > 1; "
                              "DELETE FROM programme WHERE id > 1; "
                              "UPDATE board SET followed = 0 WHERE key = 'workable:acme'");
  announcement_test_reopen (self);
  g_assert_null (announcement_test_find (self, cand_found_get_key (found)));
  n_asked = cand_test_server_get_n_requests (self->server);

  g_assert_true (
      import_bytes (self, g_bytes_get_data (list, NULL), g_bytes_get_size (list), &report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report.n_followed, ==, 2);
  g_assert_cmpuint (report.n_announcements, ==, 1);
  g_assert_cmpuint (report.n_refused, ==, 0);
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, n_asked);
  library_test_assert_text (self,
                            "SELECT json_extract (json, '$.title') || ' ' || url || ' ' || "
                            "json_array_length (json, '$.positions') FROM programme WHERE id > 1",
                            "Acme is hiring " PAGE " 0");
  announcement_test_answer (self, PAGE_PATH, page);
  reports = announcement_test_refresh (self);
  g_assert_cmpuint (reports->len, ==, 2);
  library_test_assert_text (self,
                            "SELECT group_concat (title) FROM position WHERE programme > 1 "
                            "AND withdrawn = 0",
                            "Alpha,Beta");
  /* Once more: nothing is new. */
  g_assert_true (
      import_bytes (self, g_bytes_get_data (list, NULL), g_bytes_get_size (list), &report, &error));
  g_assert_cmpuint (report.n_followed, ==, 0);
  g_assert_cmpuint (report.n_known, ==, 4);
}

/* Its boards come with it where the list does not name them. */
static void
test_announcement_alone (LibraryTest *self, gconstpointer data)
{
  g_autofree char *page = announcement_test_page ("1 Alpha");
  g_autoptr (GPtrArray) reports = NULL;

  announcement_test_answer (self, PAGE_PATH, page);
  check_import (self, "[{\"announcement\": \"" PAGE "\", \"name\": \"Acme\"}]", 1, 0, 0);
  reports = announcement_test_refresh (self);
  g_assert_cmpuint (reports->len, ==, 2);
  library_test_assert_text (self,
                            "SELECT board.followed || ' ' || title FROM position "
                            "JOIN board ON board.id = board WHERE key = 'workable:acme'",
                            "1 Alpha");
  /* It goes as it came. */
  check_import (self, "[{\"announcement\": \"" PAGE "\"}]", 0, 1, 0);
}

static void
test_json (LibraryTest *self, gconstpointer data)
{
  check_import (self,
                "[{\"board\": \"lever:acme\", \"name\": \"Acme\", \"url\": "
                "\"https://jobs.lever.co/acme\"}, {\"board\": \"nothing:acme\"}, 3]",
                1, 0, 2);
  check_import (self, "[{\"board\": \"lever:acme\"}]", 0, 1, 0);
  assert_boards (self, "workable:huggingface Hugging Face|lever:acme Acme");
  check_import (self, "[]", 0, 0, 0);
}

static void
test_round_trip (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GBytes) opml = NULL;
  g_autoptr (GBytes) json = NULL;
  g_autoptr (GError) error = NULL;

  check_import (self,
                "[{\"board\": \"lever:acme\", \"name\": \"A & <B> \\\"C\\\"\"},"
                " {\"board\": \"ashby:Acme\", \"name\": \"Æcme\"}]",
                2, 0, 0);
  opml = cand_library_export_boards (self->library, TRUE);
  json = cand_library_export_boards (self->library, FALSE);
  g_assert_true (announcement_test_set_followed (self, "lever:acme", FALSE, &error));
  g_assert_true (announcement_test_set_followed (self, "ashby:Acme", FALSE, &error));
  assert_boards (self, "workable:huggingface Hugging Face");
  g_assert_true (
      import_bytes (self, g_bytes_get_data (opml, NULL), g_bytes_get_size (opml), NULL, &error));
  assert_boards (self,
                 "workable:huggingface Hugging Face|lever:acme A & <B> \"C\"|ashby:Acme Æcme");
  g_assert_true (announcement_test_set_followed (self, "lever:acme", FALSE, &error));
  g_assert_true (
      import_bytes (self, g_bytes_get_data (json, NULL), g_bytes_get_size (json), NULL, &error));
  assert_boards (self,
                 "workable:huggingface Hugging Face|lever:acme A & <B> \"C\"|ashby:Acme Æcme");
}

/* A programme in our notation: its positions are known by their addresses alone. */
static void
test_programme (LibraryTest *self, gconstpointer data)
{
  static const char *const json =
      "{\"name\": \"acme-2026\", \"title\": \"Acme\", \"url\": \"javascript:alert(1)\", "
      "\"portal_url\": \"file:///etc/passwd\", \"positions\": ["
      "{\"title\": \"Alpha\", \"url\": \"https://apply.workable.com/acme/j/AAAAAAAAA1/\", "
      "\"key\": \"workable:other/../x:1\"}, {\"title\": \"Beta\", \"url\": \"ftp://x\", "
      "\"key\": \"workable:acme:AAAAAAAAA2\"}]}";
  g_autoptr (CandProgramme) programme = NULL;

  check_import (self, json, 1, 0, 0);
  programme = announcement_test_find (self, "acme-2026");
  g_assert_cmpstr (cand_programme_get_url (programme), ==, "");
  g_assert_cmpstr (cand_programme_get_portal_url (programme), ==, "");
  g_assert_cmpstr (cand_programme_get_entry (programme, 0)->key, ==, "workable:acme:AAAAAAAAA1");
  g_assert_cmpstr (cand_programme_get_entry (programme, 1)->key, ==, "");
  g_assert_cmpstr (cand_programme_get_entry (programme, 1)->url, ==, "");
  library_test_assert_text (self, "SELECT group_concat (title) FROM position WHERE programme > 1",
                            "Alpha");
  check_import (self, json, 0, 1, 0);
}

/* What cannot be taken in is named, and nothing changes. */
static void
test_refused (LibraryTest *self, gconstpointer data)
{
  static const struct
  {
    const char *content;
    gssize length;
    const char *message;
  } files[] = {
    { "%PDF-1.7\n", -1,
      "This is a PDF document; Candidacy takes in lists of boards, as OPML or JSON, "
      "and JSON Resume" },
    { "PK\3\4\0\0", 6,
      "This is a ZIP archive; Candidacy takes in lists of boards, as OPML or JSON, "
      "and JSON Resume" },
    { "", 0,
      "This is an empty file; Candidacy takes in lists of boards, as OPML or JSON, "
      "and JSON Resume" },
    { "Hello", -1,
      "This is a text; Candidacy takes in lists of boards, as OPML or JSON, "
      "and JSON Resume" },
    { "<!DOCTYPE html><html></html>", -1,
      "This is an HTML page; Candidacy takes in lists of boards, as OPML or JSON, "
      "and JSON Resume" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (import_bytes (self, files[i].content, files[i].length, NULL, &error));
      g_assert_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_UNKNOWN_FILE);
      g_assert_cmpstr (error->message, ==, files[i].message);
    }
  assert_boards (self, "workable:huggingface Hugging Face");
}

static void
test_malformed (LibraryTest *self, gconstpointer data)
{
  g_autofree char *large = g_strnfill (CAND_NET_MAX_BYTES + 1, ' ');
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent/list.opml");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (import_bytes (self, "<opml><body><outline></body>", -1, NULL, &error));
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
  g_clear_error (&error);
  g_assert_false (import_bytes (self, "{\"name\": \"a\", \"title\": \"A\", \"positions\": [1]}", -1,
                                NULL, &error));
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
  g_clear_error (&error);
  g_assert_false (import_bytes (self, large, -1, NULL, &error));
  g_assert_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_UNKNOWN_FILE);
  g_clear_error (&error);
  cand_library_import_async (self->library, missing, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  g_assert_false (cand_library_import_finish (self->library, result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  LIBRARY_TEST_ADD ("/library-exchange/opml", test_opml);
  LIBRARY_TEST_ADD ("/library-exchange/feeds", test_feeds);
  g_test_add ("/library-exchange/announcement-opml", LibraryTest, GINT_TO_POINTER (TRUE),
              announcement_test_set_up, test_announcement, library_test_tear_down);
  g_test_add ("/library-exchange/announcement-json", LibraryTest, GINT_TO_POINTER (FALSE),
              announcement_test_set_up, test_announcement, library_test_tear_down);
  ANNOUNCEMENT_TEST_ADD ("/library-exchange/announcement-alone", test_announcement_alone);
  LIBRARY_TEST_ADD ("/library-exchange/json", test_json);
  LIBRARY_TEST_ADD ("/library-exchange/round-trip", test_round_trip);
  LIBRARY_TEST_ADD ("/library-exchange/programme", test_programme);
  LIBRARY_TEST_ADD ("/library-exchange/refused", test_refused);
  LIBRARY_TEST_ADD ("/library-exchange/malformed", test_malformed);
  return g_test_run ();
}
