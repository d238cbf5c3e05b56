/* test-find.c: what an address leads to, before anything is followed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library-test.h"

#include <string.h>

#define GREEN_PATH "/v1/boards/acme/jobs?content=true"
#define GREEN_JOB(id, url)                                                                         \
  "{\"id\": " id ", \"title\": \"Title " id "\", \"absolute_url\": \"" url "\", "                  \
  "\"location\": {\"name\": \"Paris\"}, \"content\": \"&lt;p&gt;Text&lt;/p&gt;\"}"
#define GREEN_LIST                                                                                 \
  "{\"jobs\": [" GREEN_JOB ("7", "https://boards.greenhouse.io/acme/jobs/7") ", " GREEN_JOB (      \
      "8", "https://www.acme.example/careers/8?gh_jid=8") ", {}], \"meta\": {\"total\": 3}}"
#define PAGE "https://www.acme.example/jobs"

static CandFound *
find (LibraryTest *self, const char *address)
{
  g_autoptr (GError) error = NULL;
  CandFound *found = library_test_find (self, address, &error);

  g_assert_no_error (error);
  g_assert_nonnull (found);
  return found;
}

static void
find_nothing (LibraryTest *self, const char *address, GQuark domain, int code, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (library_test_find (self, address, &error));
  g_assert_error (error, domain, code);
  if (message != NULL)
    g_assert_cmpstr (error->message, ==, message);
}

static void
serve_board (LibraryTest *self)
{
  library_test_serve (self, GREEN_PATH, GREEN_LIST);
  library_test_serve (self, "/v1/boards/acme", "{\"name\": \"Acme Corporation\"}");
}

static void
serve_page (LibraryTest *self, const char *body)
{
  cand_test_server_remove (self->server, "/jobs");
  cand_test_server_add (self->server, "/jobs", 200, "text/html", body);
}

static void
serve_redirect (LibraryTest *self, const char *path, const char *location)
{
  cand_test_server_remove (self->server, path);
  cand_test_server_add (self->server, path, 302, "text/html", "");
  cand_test_server_add_header (self->server, "Location", location);
}

/* --- boards --- */

static void
test_board (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandFound) found = NULL;
  g_autoptr (CandPosition) position = NULL;
  GListModel *positions;

  serve_board (self);
  found = find (self, " boards.greenhouse.io/acme?utm_source=mail ");
  g_assert_cmpint (cand_found_get_kind (found), ==, CAND_FOUND_BOARD);
  g_assert_cmpstr (cand_found_get_key (found), ==, "greenhouse:acme");
  g_assert_cmpstr (cand_found_get_name (found), ==, "Acme Corporation");
  g_assert_cmpstr (cand_found_get_system_name (found), ==, "Greenhouse");
  g_assert_nonnull (strstr (cand_found_get_url (found), "greenhouse.io/acme"));
  g_assert_false (cand_found_get_followed (found));
  g_assert_false (cand_found_get_vague (found));
  g_assert_false (cand_found_get_only_when_asked (found));
  g_assert_cmpuint (cand_found_get_skipped (found), ==, 1);
  g_assert_null (cand_found_get_position_key (found));
  g_assert_null (cand_found_get_programme (found));
  g_assert_null (cand_found_get_boards (found)[0]);

  positions = cand_found_get_positions (found);
  g_assert_cmpuint (g_list_model_get_n_items (positions), ==, 2);
  position = g_list_model_get_item (positions, 0);
  g_assert_cmpstr (cand_position_get_title (position), ==, "Title 7");
  g_assert_cmpstr (cand_position_get_organisation (position), ==, "Acme Corporation");

  /* Nothing of it is kept. */
  library_test_assert_text (self, "SELECT count(*) FROM board WHERE key <> '" BOARD "'", "0");
  library_test_assert_text (self, "SELECT count(*) FROM position", "7");
}

static void
test_followed (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandFound) found = NULL;

  library_test_answer (self, "AAA1", "Title ");
  found = find (self, "https://apply.workable.com/huggingface/?lng=en#jobs");
  g_assert_cmpstr (cand_found_get_key (found), ==, BOARD);
  g_assert_true (cand_found_get_followed (found));
}

static void
test_position (LibraryTest *self, gconstpointer data)
{
  static const struct
  {
    const char *address;
    const char *key;
    gboolean listed;
  } cases[] = {
    { "https://boards.greenhouse.io/acme/jobs/7?gh_src=x", "greenhouse:acme:7", TRUE },
    { "https://job-boards.greenhouse.io/acme/jobs/9", "greenhouse:acme:9", FALSE },
    { "https://boards.greenhouse.io/acme", NULL, FALSE },
  };

  serve_board (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CandFound) found = find (self, cases[i].address);

      g_assert_cmpstr (cand_found_get_key (found), ==, "greenhouse:acme");
      g_assert_cmpstr (cand_found_get_position_key (found), ==, cases[i].key);
      g_assert_cmpint (cand_found_get_position_listed (found), ==, cases[i].listed);
    }
}

/* The address has a word where the list has a number only. */
static void
test_position_by_url (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandFound) found = NULL;

  library_test_serve (
      self, "/api/offers/",
      "{\"offers\": [{\"id\": 41, \"slug\": \"cook\", \"title\": \"Cook\", \"status\": "
      "\"published\", \"careers_url\": \"https://acme.recruitee.com/o/cook\"}, "
      "{\"id\": 42, \"title\": \"Baker\", \"status\": \"published\", "
      "\"careers_url\": \"https://acme.recruitee.com/o/baker\"}]}");
  found = find (self, "http://ACME.recruitee.com/o/baker/?utm_source=x");
  g_assert_cmpstr (cand_found_get_position_key (found), ==, "recruitee:acme:42");
  g_assert_true (cand_found_get_position_listed (found));
}

/* The address has a number where the list has a word. */
static void
test_position_by_number (LibraryTest *self, gconstpointer data)
{
  static const char offer[] =
      "{\"id\": 41, \"slug\": \"cook\", \"title\": \"Cook\", \"status\": \"published\", "
      "\"careers_url\": \"https://www.acme.example/o/cook\"}";
  static const struct
  {
    const char *address;
    const char *key;
    gboolean listed;
  } cases[] = {
    { "https://acme.recruitee.com/api/offers/41", "recruitee:acme:cook", TRUE },
    { "https://acme.recruitee.com/api/offers/43", "recruitee:acme:43", FALSE },
    { "https://www.acme.example/api/offers/41", "recruitee:www.acme.example:cook", TRUE },
  };
  g_autofree char *list = g_strdup_printf ("{\"offers\": [%s]}", offer);
  g_autofree char *one = g_strdup_printf ("{\"offer\": %s}", offer);

  library_test_serve (self, "/api/offers/", list);
  library_test_serve (self, "/api/offers/41", one);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CandFound) found = find (self, cases[i].address);

      g_test_message ("%s", cases[i].address);
      g_assert_cmpstr (cand_found_get_position_key (found), ==, cases[i].key);
      g_assert_cmpint (cand_found_get_position_listed (found), ==, cases[i].listed);
    }
}

/* Found by its address as well once it is known. */
static void
test_known_by_url (LibraryTest *self, gconstpointer data)
{
  static const struct
  {
    const char *address;
    const char *key;
  } cases[] = {
    { "https://acme.recruitee.com/o/baker?source=x", "recruitee:acme:baker" },
    { "acme.recruitee.com/o/baker/", "recruitee:acme:baker" },
    { "https://acme.recruitee.com/o/baker).", "recruitee:acme:baker" },
    { "<https://acme.recruitee.com/o/baker>,", "recruitee:acme:baker" },
    { "See acme.recruitee.com/o/baker.", "recruitee:acme:baker" },
    { "https://acme.recruitee.com/l/en/o/Baker/c/new?source=x", "recruitee:acme:baker" },
    { "https://www.acme.example/careers/8?gh_jid=8", "greenhouse:acme:8" },
    { "https://apply.workable.com/huggingface/j/" ACCELERATE_CODE "/", ACCELERATE },
    { "https://acme.recruitee.com/o/bake", NULL },
    { "https://acme.recruitee.com/", NULL },
  };

  library_test_add_board (self, "recruitee:acme", "acme");
  library_test_add_board (self, "greenhouse:acme", "acme");
  library_test_serve (
      self, "/api/offers/",
      "{\"offers\": [{\"id\": 42, \"slug\": \"baker\", \"title\": \"Baker\", \"status\": "
      "\"published\", \"careers_url\": \"https://acme.recruitee.com/o/baker\"}]}");
  serve_board (self);
  cand_board_report_free (library_test_refresh_board (self, "recruitee:acme", TRUE));
  cand_board_report_free (library_test_refresh_board (self, "greenhouse:acme", TRUE));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *key = NULL;

      cand_library_find_position_async (self->library, cases[i].address, NULL,
                                        cand_test_keep_result, &result);
      cand_test_wait_result (&result);
      key = cand_library_find_position_finish (self->library, result, &error);
      g_assert_cmpstr (key, ==, cases[i].key);
      if (key == NULL)
        g_assert_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NO_SUCH_POSITION);
    }
}

static void
test_short (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandFound) found = NULL;

  library_test_answer (self, "AAA1 AAA2", "Title ");
  serve_redirect (self, "/j/AAA2", "/huggingface/j/AAA2");
  found = find (self, "https://apply.workable.com/j/aaa2/");
  g_assert_cmpstr (cand_found_get_key (found), ==, BOARD);
  g_assert_cmpstr (cand_found_get_position_key (found), ==, BOARD ":AAA2");
  g_assert_true (cand_found_get_position_listed (found));

  serve_redirect (self, "/j/AAA3", "/oops");
  find_nothing (self, "https://apply.workable.com/j/AAA3", CAND_LIBRARY_ERROR,
                CAND_LIBRARY_ERROR_NOT_FOUND, "Workable has no position “AAA3” (any more)");
  find_nothing (self, "https://apply.workable.com/j/AAA4", CAND_LIBRARY_ERROR,
                CAND_LIBRARY_ERROR_NOT_FOUND, "Workable has no position “AAA4” (any more)");
}

static void
test_no_board (LibraryTest *self, gconstpointer data)
{
  find_nothing (self, "https://boards.greenhouse.io/nobody", CAND_LIBRARY_ERROR,
                CAND_LIBRARY_ERROR_NOT_FOUND, "Greenhouse has no board “nobody”");
  find_nothing (self, "jobs at acme.example", CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOT_A_BOARD, NULL);
  find_nothing (self, "", CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOT_A_BOARD, NULL);
  find_nothing (self, "ftp://www.acme.example/", CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOT_A_BOARD,
                NULL);
  find_nothing (self, "https://127.0.0.1/jobs", CAND_NET_ERROR, CAND_NET_ERROR_UNREACHABLE, NULL);
}

/* The mark of a region that an account carries is no part of anybody's name. */
static void
test_nameless (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandFound) found = NULL;

  library_test_serve (self, GREEN_PATH, "{\"jobs\": [], \"meta\": {\"total\": 0}}");
  found = find (self, "https://job-boards.eu.greenhouse.io/acme");
  g_assert_cmpstr (cand_found_get_key (found), ==, "greenhouse:eu.acme");
  g_assert_cmpstr (cand_found_get_name (found), ==, "acme");
}

/* A company without postings is answered like one that does not exist. */
static void
test_vague (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandFound) found = NULL;

  library_test_serve (self, "/v1/companies/Acme/postings?limit=100&offset=0",
                      "{\"totalFound\": 0, \"content\": []}");
  found = find (self, "https://careers.smartrecruiters.com/Acme");
  g_assert_true (cand_found_get_vague (found));
  g_assert_true (cand_found_get_only_when_asked (found));
  g_assert_cmpuint (g_list_model_get_n_items (cand_found_get_positions (found)), ==, 0);
}

/* --- pages --- */

static void
test_page_redirects (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandFound) found = NULL;

  serve_board (self);
  serve_redirect (self, "/jobs", "https://boards.greenhouse.io/acme");
  /* Only https is asked, whatever was pasted. */
  found = find (self, "http://www.acme.example:80/jobs#top");
  g_assert_cmpstr (cand_found_get_key (found), ==, "greenhouse:acme");
  /* What a browser would see there does not matter. */
  g_assert_cmpuint (cand_test_server_count (self->server, "/acme"), ==, 0);
}

/* A redirect on the way names the board, and what it leads to in the end does not. */
static void
test_page_redirects_on (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandFound) found = NULL;

  serve_board (self);
  serve_redirect (self, "/jobs", "https://www.acme.example/careers");
  serve_redirect (self, "/careers", "https://boards.greenhouse.io/acme/jobs/7");
  serve_redirect (self, "/acme/jobs/7", "https://www.acme.example/gone");
  found = find (self, PAGE);
  g_assert_cmpstr (cand_found_get_key (found), ==, "greenhouse:acme");
  g_assert_cmpstr (cand_found_get_position_key (found), ==, "greenhouse:acme:7");
  g_assert_cmpuint (cand_test_server_count (self->server, "/gone"), ==, 0);
}

/* Greenhouse does not say whose position it is; the organisation's page carries its board. */
static void
test_position_of_page (LibraryTest *self, gconstpointer data)
{
  static const char *const pages[] = {
    "<!doctype html><script src='https://boards.greenhouse.io/embed/job_board/js?for=acme'>"
    "</script><a href='https://boards.greenhouse.io/acme/jobs/7'>other</a>",
    "<!doctype html><iframe src='https://boards.greenhouse.io/embed/job_app?for=acme&token=8'>"
    "</iframe><script type='application/ld+json'>{\"@context\": \"https://schema.org\", "
    "\"@type\": \"JobPosting\", \"title\": \"Gardener\", \"description\": \"<p>Grow</p>\"}"
    "</script>",
  };
  static const char *const address = "https://www.acme.example/careers?gh_jid=8";

  serve_board (self);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (CandFound) found = NULL;

      cand_test_server_remove (self->server, "/careers?gh_jid=8");
      cand_test_server_add (self->server, "/careers?gh_jid=8", 200, "text/html", pages[i]);
      found = find (self, address);
      g_assert_cmpstr (cand_found_get_key (found), ==, "greenhouse:acme");
      g_assert_cmpstr (cand_found_get_position_key (found), ==, "greenhouse:acme:8");
      g_assert_true (cand_found_get_position_listed (found));
    }
  cand_test_server_remove (self->server, "/careers?gh_jid=8");
  cand_test_server_add (self->server, "/careers?gh_jid=8", 200, "text/html", "<p>Hello");
  find_nothing (self, address, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NOT_FOUND,
                "Greenhouse has no position “8” (any more)");
  cand_test_server_remove (self->server, "/careers?gh_jid=8");
  find_nothing (self, address, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NOT_FOUND,
                "Greenhouse has no position “8” (any more)");
}

/* The one address in what was pasted. */
static void
test_pasted (LibraryTest *self, gconstpointer data)
{
  static const char *const texts[] = {
    "<https://boards.greenhouse.io/acme>",
    "<boards.greenhouse.io/acme>",
    "\"https://boards.greenhouse.io/acme\"",
    "“https://boards.greenhouse.io/acme”",
    "«\u00a0https://boards.greenhouse.io/acme\u00a0»",
    "'https://boards.greenhouse.io/acme',",
    "[Acme’s jobs](https://boards.greenhouse.io/acme)",
    "[https://boards.greenhouse.io/acme](https://boards.greenhouse.io/acme/)",
    "* **[Acme](https://boards.greenhouse.io/acme)**",
    "See (https://boards.greenhouse.io/acme).",
    "We are hiring!\n\n  https://boards.greenhouse.io/acme?utm_source=mail\n-- \nAda, "
    "acme.example",
    "Apply at boards.greenhouse.io/acme, please",
    "https://boards.greenhouse.io/acme\nhttp://BOARDS.greenhouse.io/acme/",
    "boards.greenhouse.io/acme.",
    "https://boards.greenhouse.io/acme)",
    "https://boards.greenhouse.io/acme).",
    "https://boards.greenhouse.io/acme.",
    "https://boards.greenhouse.io/acme,",
    "https://boards.greenhouse.io/acme>",
    "https://boards.greenhouse.io/acme>;",
    "https://boards.greenhouse.io/acme”.",
  };

  serve_board (self);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CandFound) found = NULL;

      g_test_message ("%s", texts[i]);
      found = find (self, texts[i]);
      g_assert_cmpstr (cand_found_get_key (found), ==, "greenhouse:acme");
    }
}

static void
test_pasted_several (LibraryTest *self, gconstpointer data)
{
  static const char *const texts[] = {
    "https://boards.greenhouse.io/acme\nhttps://boards.greenhouse.io/other",
    "boards.greenhouse.io/acme and jobs.lever.co/acme",
    "[a](https://boards.greenhouse.io/acme) [b](https://www.acme.example/)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    find_nothing (self, texts[i], CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NOT_FOUND,
                  "There are several addresses in this; paste one at a time");
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, 0);
}

/* What a page says is read in its own encoding, whoever names that. */
static void
test_encodings (LibraryTest *self, gconstpointer data)
{
  static const struct
  {
    const char *type;
    const char *meta;
    const char *title;
    const char *expected;
  } pages[] = {
    { "text/html; charset=ISO-8859-1", "", "Caf\xe9", "Café" },
    { "text/html; charset=\"windows-1251\"", "<meta charset='utf-8'>", "\xca\xee\xf2", "Кот" },
    { "text/html", "<meta charset='iso-8859-2'>", "\xb9\xe6", "šć" },
    { "text/html", "", "Caf\xe9", "Café" },
    { "text/html", "", "Caf\xc3\xa9", "Café" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *body = g_strconcat (
          "<!doctype html>", pages[i].meta,
          "<title>Jobs</title><script type='application/ld+json'>{\"@context\": "
          "\"https://schema.org\", \"@type\": \"JobPosting\", \"title\": \"",
          pages[i].title, "\", \"identifier\": \"G1\", \"description\": \"Grow\"}</script>", NULL);
      g_autoptr (CandFound) found = NULL;
      g_autoptr (CandPosition) position = NULL;

      cand_test_server_remove (self->server, "/jobs");
      cand_test_server_add (self->server, "/jobs", 200, pages[i].type, body);
      found = find (self, PAGE);
      position = g_list_model_get_item (cand_found_get_positions (found), 0);
      g_assert_cmpstr (cand_position_get_title (position), ==, pages[i].expected);
    }
}

/* An announcement whose encoding is in the head of the answer alone. */
static void
test_announcement_encoding (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandFound) found = NULL;

  cand_test_server_add (
      self->server, "/jobs", 200, "text/html; charset=windows-1251",
      "<!doctype html><article><h1>\xca\xee\xf2</h1><h2>Positions</h2><ul>"
      "<li><a href='https://apply.workable.com/huggingface/j/AAAAAAAAA1/'>\xca\xee\xf2 "
      "Internship</a>, about robots.</li>"
      "<li><a href='https://apply.workable.com/huggingface/j/AAAAAAAAA2/'>Speech Internship</a>, "
      "about speech.</li></ul></article>");
  found = find (self, PAGE);
  g_assert_cmpint (cand_found_get_kind (found), ==, CAND_FOUND_PROGRAMME);
  g_assert_cmpstr (cand_programme_get_entry (cand_found_get_programme (found), 0)->title, ==,
                   "Кот Internship");
}

static void
test_page_carries (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandFound) found = NULL;
  g_autoptr (CandPosition) position = NULL;

  serve_page (self,
              "<!doctype html><title>Jobs</title><a href='https://boards.greenhouse.io/other'>"
              "x</a><script type='application/ld+json'>{\"@context\": \"https://schema.org\", "
              "\"@type\": \"JobPosting\", \"title\": \"Gardener\", \"url\": "
              "\"https://www.acme.example/jobs/1\", \"identifier\": \"G1\", "
              "\"description\": \"<p>Grow</p>\"}</script>");
  found = find (self, PAGE);
  g_assert_cmpint (cand_found_get_kind (found), ==, CAND_FOUND_BOARD);
  g_assert_true (g_str_has_prefix (cand_found_get_key (found), "jsonld:"));
  g_assert_cmpuint (g_list_model_get_n_items (cand_found_get_positions (found)), ==, 1);
  position = g_list_model_get_item (cand_found_get_positions (found), 0);
  g_assert_cmpstr (cand_position_get_title (position), ==, "Gardener");
}

static void
test_page_links (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandFound) found = NULL;

  serve_board (self);
  serve_page (self, "<!doctype html><p>We <a href='https://boards.greenhouse.io/acme'>hire</a>"
                    "<iframe src='https://boards.greenhouse.io/embed/job_board?for=acme'></iframe>"
                    "<a href='https://apply.workable.com/other/'>friends</a>");
  found = find (self, PAGE);
  g_assert_cmpstr (cand_found_get_key (found), ==, "greenhouse:acme");
  g_assert_cmpuint (g_strv_length ((char **) cand_found_get_boards (found)), ==, 1);
  g_assert_cmpstr (cand_found_get_boards (found)[0], ==, "https://apply.workable.com/other/");
}

#define ANNOUNCEMENT                                                                               \
  "<!doctype html><title>Interns</title><article><h1>Our internship programme</h1>"                \
  "<h2>Positions</h2><p>The science team has these:</p><ul>"                                       \
  "<li><a href='https://apply.workable.com/huggingface/j/AAAAAAAAA1/'>Robotics Internship</a>, "   \
  "about robots.</li>"                                                                             \
  "<li><a href='https://apply.workable.com/huggingface/j/AAAAAAAAA2/'>Speech Internship</a>, "     \
  "about speech.</li></ul><h2>How to Apply</h2><p>Fill in the form.</p>"                           \
  "<p><a href='https://apply.workable.com/other/'>Our other portal</a></p></article>"

static void
test_page_announces (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandFound) found = NULL;
  CandProgramme *programme;

  serve_page (self, ANNOUNCEMENT);
  found = find (self, PAGE);
  g_assert_cmpint (cand_found_get_kind (found), ==, CAND_FOUND_PROGRAMME);
  programme = cand_found_get_programme (found);
  g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, 2);
  g_assert_cmpstr (cand_programme_get_entry (programme, 0)->key, ==, BOARD ":AAAAAAAAA1");
  g_assert_cmpstr (cand_found_get_key (found), ==, cand_programme_get_name (programme));
  g_assert_cmpstr (cand_found_get_system_name (found), ==, "");
  g_assert_null (cand_found_get_positions (found));
  g_assert_false (cand_found_get_followed (found));
  /* Those that are followed with it: there is no position on the other one. */
  g_assert_cmpstr (cand_found_get_boards (found)[0], ==, "https://apply.workable.com/huggingface/");
  g_assert_null (cand_found_get_boards (found)[1]);
}

static void
test_feed (LibraryTest *self, gconstpointer data)
{
  static const char *const feed =
      "<?xml version=\"1.0\"?><!-- a feed --><rss version=\"2.0\"><channel><title>Acme "
      "Blog</title><item><title>Post</title><link>https://www.acme.example/blog/1</link>"
      "<pubDate>Tue, 29 Nov 2022 00:00:00 GMT</pubDate></item></channel></rss>";
  static const char *const types[] = { "application/rss+xml", "text/xml", "text/plain" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (CandFound) found = NULL;

      cand_test_server_remove (self->server, "/jobs");
      cand_test_server_add (self->server, "/jobs", 200, types[i], feed);
      found = find (self, PAGE);
      g_assert_cmpint (cand_found_get_kind (found), ==, CAND_FOUND_BLOG);
      g_assert_cmpstr (cand_found_get_key (found), ==, PAGE);
      g_assert_cmpstr (cand_found_get_name (found), ==, "Acme Blog");
    }
}

static void
test_page_nothing (LibraryTest *self, gconstpointer data)
{
  serve_page (self, "<!doctype html><title>Hello</title><p>World <a href='/more'>more</a>");
  find_nothing (self, PAGE, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NOT_FOUND,
                "“" PAGE "” leads to no job board, announcement or blog that can be followed");
  serve_page (self, "");
  find_nothing (self, PAGE, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NOT_FOUND, NULL);
  serve_page (self, "\xff\xfe\x80<rss");
  find_nothing (self, PAGE, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NOT_FOUND, NULL);
  cand_test_server_remove (self->server, "/jobs");
  find_nothing (self, PAGE, CAND_NET_ERROR, CAND_NET_ERROR_NOT_FOUND, NULL);
}

/* --- hosts that mean no good --- */

static void
test_hostile (LibraryTest *self, gconstpointer data)
{
  serve_redirect (self, "/jobs", "http://www.acme.example/other");
  find_nothing (self, PAGE, CAND_NET_ERROR, CAND_NET_ERROR_REDIRECT, NULL);
  serve_redirect (self, "/jobs", "https://10.0.0.1/");
  find_nothing (self, PAGE, CAND_NET_ERROR, CAND_NET_ERROR_REDIRECT, NULL);
  serve_redirect (self, "/jobs", PAGE);
  find_nothing (self, PAGE, CAND_NET_ERROR, CAND_NET_ERROR_REDIRECT, NULL);
  serve_redirect (self, "/j/AAA3", "javascript:alert(1)");
  find_nothing (self, "https://apply.workable.com/j/AAA3", CAND_NET_ERROR, CAND_NET_ERROR_REDIRECT,
                NULL);
  cand_net_set_timeouts (self->library->net, 300, 600);
  cand_test_server_remove (self->server, "/jobs");
  cand_test_server_add_raw (self->server, "/jobs",
                            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>", TRUE);
  find_nothing (self, PAGE, CAND_NET_ERROR, CAND_NET_ERROR_TIMEOUT, NULL);
}

static void
test_cancelled (LibraryTest *self, gconstpointer data)
{
  static const char *const addresses[] = { PAGE, "https://boards.greenhouse.io/acme",
                                           "https://apply.workable.com/j/AAA3" };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      cand_library_find_async (self->library, addresses[i], cancellable, cand_test_keep_result,
                               &result);
      g_cancellable_cancel (cancellable);
      cand_test_wait_result (&result);
      g_assert_null (cand_library_find_finish (self->library, result, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  LIBRARY_TEST_ADD ("/find/board", test_board);
  LIBRARY_TEST_ADD ("/find/followed", test_followed);
  LIBRARY_TEST_ADD ("/find/position", test_position);
  LIBRARY_TEST_ADD ("/find/position-by-url", test_position_by_url);
  LIBRARY_TEST_ADD ("/find/position-by-number", test_position_by_number);
  LIBRARY_TEST_ADD ("/find/known-by-url", test_known_by_url);
  LIBRARY_TEST_ADD ("/find/short", test_short);
  LIBRARY_TEST_ADD ("/find/no-board", test_no_board);
  LIBRARY_TEST_ADD ("/find/nameless", test_nameless);
  LIBRARY_TEST_ADD ("/find/vague", test_vague);
  LIBRARY_TEST_ADD ("/find/page-redirects", test_page_redirects);
  LIBRARY_TEST_ADD ("/find/page-redirects-on", test_page_redirects_on);
  LIBRARY_TEST_ADD ("/find/position-of-page", test_position_of_page);
  LIBRARY_TEST_ADD ("/find/pasted", test_pasted);
  LIBRARY_TEST_ADD ("/find/pasted-several", test_pasted_several);
  LIBRARY_TEST_ADD ("/find/encodings", test_encodings);
  LIBRARY_TEST_ADD ("/find/announcement-encoding", test_announcement_encoding);
  LIBRARY_TEST_ADD ("/find/page-carries", test_page_carries);
  LIBRARY_TEST_ADD ("/find/page-links", test_page_links);
  LIBRARY_TEST_ADD ("/find/page-announces", test_page_announces);
  LIBRARY_TEST_ADD ("/find/feed", test_feed);
  LIBRARY_TEST_ADD ("/find/page-nothing", test_page_nothing);
  LIBRARY_TEST_ADD ("/find/hostile", test_hostile);
  LIBRARY_TEST_ADD ("/find/cancelled", test_cancelled);
  return g_test_run ();
}
