/* test-page-boards.c: the boards that web pages lead to
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/cand-page-boards.h"
#include "lib/cand-test.h"

static CandPage *
read_fixture (const char *name, const char *address)
{
  g_autofree char *path = g_build_filename ("pages", name, NULL);
  g_autoptr (GBytes) bytes = cand_test_read_fixture (path);

  return cand_page_new_from_html (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                  address);
}

/* "system:account:code" a line, "?" for what the address does not say. */
static void
assert_boards (CandPage *page, const char *expected)
{
  g_autoptr (GPtrArray) boards = cand_page_find_boards (page);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < boards->len; i++)
    {
      const CandAddress *address = g_ptr_array_index (boards, i);

      g_string_append_printf (lines, "%s:%s:%s\n", address->system,
                              address->account != NULL ? address->account : "?",
                              address->code != NULL ? address->code : "?");
    }
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
assert_html (const char *html, const char *expected)
{
  g_autoptr (CandPage) page = cand_page_new_from_html (html, -1, "https://lantern.example/");

  assert_boards (page, expected);
}

/* The page's own links name positions, the script whose they are. */
static void
test_embedded (void)
{
  g_autoptr (CandPage) page =
      read_fixture ("greenhouse-embed.html", "https://www.lantern.example/careers");

  assert_boards (page, "greenhouse:lanternharbour:?\n");
}

static void
test_links (void)
{
  g_autoptr (CandPage) page = read_fixture ("lever-links.html", "https://www.lantern.example/jobs");

  assert_boards (page, "lever:lanternharbour:?\nworkable:lantern-interns:A1B2C3D4E5\n");
}

static void
test_order (void)
{
  assert_html (
      "<a href='https://apply.workable.com/a/'></a><a href='https://apply.workable.com/b/'>"
      "</a><a href='https://apply.workable.com/c/'></a>"
      "<a href='https://apply.workable.com/C/?x'></a>",
      "workable:c:?\nworkable:a:?\nworkable:b:?\n");
  /* One position beside its board, twice; and two of another. */
  assert_html ("<a href='https://apply.workable.com/a/j/AA/'></a>"
               "<a href='https://apply.workable.com/a/'></a>"
               "<a href='https://apply.workable.com/a/j/aa/apply'></a>"
               "<iframe src='https://apply.workable.com/b/j/BB/'></iframe>"
               "<a href='https://apply.workable.com/b/j/CC/'></a>",
               "workable:a:AA\nworkable:b:?\n");
}

static void
test_nameless (void)
{
  static const char several[] = "<a href='https://apply.workable.com/j/AA'></a>"
                                "<a href='https://apply.workable.com/j/BB'></a>"
                                "<a href='https://apply.workable.com/j/BB/apply'></a>";
  g_autofree char *with_board =
      g_strconcat (several, "<a href='https://apply.workable.com/a/'></a>", NULL);
  g_autofree char *with_two =
      g_strconcat (with_board, "<a href='https://apply.workable.com/b/'></a>", NULL);

  /* One of them is enough to ask whose it is. */
  assert_html (several, "workable:?:AA\n");
  assert_html (with_board, "workable:a:?\n");
  assert_html (with_two, "workable:?:AA\nworkable:a:?\nworkable:b:?\n");
  assert_html ("<a href='https://apply.workable.com/j/AA'></a>"
               "<a href='https://apply.workable.com/a/'></a>",
               "workable:a:AA\n");
}

static void
test_nothing (void)
{
  assert_html ("", "");
  assert_html ("<a href='/careers'>x</a><a href='https://www.workable.com/'>x</a>"
               "<a href='https://example.org/huggingface/'>x</a><script src='/x.js'></script>",
               "");
}

/* However many boards a page names, few are read. */
static void
test_many (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (CandPage) page = NULL;
  g_autoptr (GPtrArray) boards = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (html, "<a href='https://apply.workable.com/a%u/'></a>", i);
  page = cand_page_new_from_html (html->str, html->len, NULL);
  boards = cand_page_find_boards (page);
  g_assert_cmpuint (boards->len, ==, 200);
}

static void
assert_claim_of (const char *address,
                 const char *html,
                 const char *system,
                 const char *account,
                 const char *code)
{
  g_autoptr (GUri) uri = cand_address_to_uri (address);
  g_autoptr (CandAddress) found = cand_page_claim (uri, html);

  if (system == NULL)
    {
      g_assert_null (found);
      return;
    }
  g_assert_nonnull (found);
  g_assert_cmpstr (found->system, ==, system);
  g_assert_cmpstr (found->account, ==, account);
  g_assert_cmpstr (found->code, ==, code);
}

static void
assert_claim (const char *address, const char *html, const char *system, const char *account)
{
  assert_claim_of (address, html, system, account, NULL);
}

static void
test_claim (void)
{
  static const char posting[] =
      "<script type='application/ld+json'>{\"@type\":\"JobPosting\",\"title\":\"T\"}</script>";
  g_autoptr (GBytes) bytes = cand_test_read_fixture ("pages/teamtailor-own-domain.html");
  g_autofree char *html = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *both = g_strconcat (html, posting, NULL);

  assert_claim ("https://careers.lantern.example/jobs", html, "teamtailor",
                "careers.lantern.example");
  /* A system that is known goes before what any page may have. */
  assert_claim ("https://careers.lantern.example/jobs", both, "teamtailor",
                "careers.lantern.example");
  assert_claim ("https://lantern.example/jobs?utm_source=x", posting, "jsonld",
                "lantern.example/jobs");
  assert_claim_of ("https://jobs.lantern.example/l/en/o/Keeper/c/new?source=x",
                   "<script src='https://static.recruiteecdn.com/app.js'></script>", "recruitee",
                   "jobs.lantern.example", "keeper");
  assert_claim ("https://lantern.example/jobs", "<p>We hire.</p>", NULL, NULL);
  assert_claim ("https://lantern.example/jobs", "", NULL, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/boards/page-boards/embedded", test_embedded);
  g_test_add_func ("/boards/page-boards/links", test_links);
  g_test_add_func ("/boards/page-boards/order", test_order);
  g_test_add_func ("/boards/page-boards/nameless", test_nameless);
  g_test_add_func ("/boards/page-boards/nothing", test_nothing);
  g_test_add_func ("/boards/page-boards/many", test_many);
  g_test_add_func ("/boards/page-boards/claim", test_claim);
  return g_test_run ();
}
