/* test-listing.c: the positions that an answer lists
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/cand-board-system.h"
#include "core/boards/cand-json.h"

static CandPosition *
position_new (const char *code, const char *place)
{
  CandPosition *position = cand_position_new ("test:acme", code);

  cand_position_set_title (position, code);
  if (place != NULL)
    cand_position_add_location (position, place);
  return position;
}

static void
test_same_code (void)
{
  g_autoptr (CandListing) listing = cand_listing_new ();
  CandPosition *second = position_new ("A", "Berlin");
  const CandPay pay = { 1, 2, "EUR", CAND_PAY_PERIOD_HOUR };
  CandPosition *first;

  cand_listing_add (listing, position_new ("A", "Paris"));
  cand_listing_add (listing, position_new ("B", NULL));
  cand_position_set_workplace (second, CAND_WORKPLACE_REMOTE, "");
  cand_position_set_employment (second, CAND_EMPLOYMENT_CONTRACT, "Contract");
  cand_position_set_published (second, "2026-01-02");
  cand_position_set_updated (second, "2026-01-03");
  cand_position_set_closing (second, "2026-01-04");
  cand_position_set_description (second, "<p>Text");
  cand_position_set_pay (second, &pay, "1-2 EUR");
  cand_listing_add (listing, second);
  cand_listing_add (listing, position_new ("A", "Paris"));

  g_assert_cmpuint (listing->positions->len, ==, 2);
  first = cand_listing_find (listing, "A");
  g_assert_true (first == g_ptr_array_index (listing->positions, 0));
  g_assert_cmpstrv (cand_position_get_locations (first),
                    ((const char *const[]) { "Paris", "Berlin", NULL }));
  g_assert_cmpint (cand_position_get_workplace (first), ==, CAND_WORKPLACE_REMOTE);
  g_assert_cmpint (cand_position_get_employment (first), ==, CAND_EMPLOYMENT_CONTRACT);
  g_assert_cmpstr (cand_position_get_published (first), ==, "2026-01-02");
  g_assert_cmpstr (cand_position_get_updated (first), ==, "2026-01-03");
  g_assert_cmpstr (cand_position_get_closing (first), ==, "2026-01-04");
  g_assert_cmpstr (cand_position_get_description (first), ==, "<p>Text");
  g_assert_cmpfloat (cand_position_get_pay (first)->maximum, ==, 2);
  g_assert_null (cand_listing_find (listing, "C"));
}

/* What the first says stays; but remote anywhere is remote. */
static void
test_first_word (void)
{
  g_autoptr (CandListing) listing = cand_listing_new ();
  CandPosition *first = position_new ("A", NULL);
  CandPosition *second = position_new ("A", NULL);

  cand_position_set_workplace (first, CAND_WORKPLACE_HYBRID, "Hybrid");
  cand_position_set_employment (first, CAND_EMPLOYMENT_OTHER, "Other");
  cand_position_set_published (first, "2026-01-02");
  cand_position_set_workplace (second, CAND_WORKPLACE_ON_SITE, "On-site");
  cand_position_set_employment (second, CAND_EMPLOYMENT_CONTRACT, "Contract");
  cand_position_set_published (second, "2026-01-09");
  cand_listing_add (listing, first);
  cand_listing_add (listing, second);
  g_assert_cmpint (cand_position_get_workplace (first), ==, CAND_WORKPLACE_HYBRID);
  g_assert_cmpstr (cand_position_get_employment_text (first), ==, "Other");
  g_assert_cmpstr (cand_position_get_published (first), ==, "2026-01-02");

  second = position_new ("A", NULL);
  cand_position_set_workplace (second, CAND_WORKPLACE_REMOTE, "Remote");
  cand_listing_add (listing, second);
  g_assert_cmpstr (cand_position_get_workplace_text (first), ==, "Remote");
}

static void
test_append (void)
{
  g_autoptr (CandListing) listing = cand_listing_new ();
  CandListing *page = cand_listing_new ();
  g_autofree char *long_name = g_strnfill (100000, 'n');
  g_autofree char *cut_name = g_strnfill (499, 'n');
  g_autofree char *expected = g_strconcat (cut_name, "…", NULL);

  cand_listing_add (listing, position_new ("A", "Paris"));
  listing->skipped = 1;
  listing->next = g_strdup ("2");
  cand_listing_add (page, position_new ("A", "Berlin"));
  cand_listing_add (page, position_new ("B", NULL));
  page->name = g_strdup (long_name);
  page->skipped = 2;
  cand_listing_append (listing, page);

  g_assert_cmpuint (listing->positions->len, ==, 2);
  g_assert_cmpuint (listing->skipped, ==, 3);
  g_assert_cmpstr (listing->name, ==, expected);
  g_assert_null (listing->next);
}

static void
test_check (void)
{
  g_autoptr (CandListing) listing = cand_listing_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (cand_listing_check (listing, "Acme", &error));
  g_assert_no_error (error);
  listing->skipped = 2;
  g_assert_false (cand_listing_check (listing, "Acme", &error));
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
  g_assert_cmpstr (error->message, ==, "Acme: none of the 2 entries of the list can be read");
  g_clear_error (&error);
  cand_listing_add (listing, position_new ("A", NULL));
  g_assert_true (cand_listing_check (listing, "Acme", &error));
}

static CandListing *
listing_of (guint n_entries, gint64 total)
{
  CandListing *listing = cand_listing_new ();

  listing->n_entries = n_entries;
  listing->total = total;
  return listing;
}

/* An answer of one page has all that it speaks of; while several are read, some may go. */
static void
test_check_whole (void)
{
  static const struct
  {
    guint entries[3];
    gint64 totals[3];
    const char *message;
  } cases[] = {
    { { 0 }, { 0 }, NULL },
    { { 7 }, { 0 }, NULL },
    { { 7 }, { -1 }, NULL },
    { { 7 }, { 7 }, NULL },
    { { 8 }, { 7 }, NULL },
    { { 6 }, { 7 }, "Acme: the list says that it has 7 entries, and 6 came" },
    { { 0 },
      { G_MAXINT64 },
      "Acme: the list says that it has 9223372036854775807 entries, and 0 came" },
    { { 100, 100, 48 }, { 250, 249, 248 }, NULL },
    { { 100, 100, 46 }, { 250, 248, 246 }, NULL },
    { { 100, 100, 45 },
      { 250, 248, 245 },
      "Acme: the list says that it has 250 entries, and 245 came" },
    { { 100, 0, 0 }, { 250, 0, 0 }, "Acme: the list says that it has 250 entries, and 100 came" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CandListing) listing = cand_listing_new ();
      g_autoptr (GError) error = NULL;
      guint n_pages = cases[i].totals[1] > 0 ? 3 : cases[i].totals[0] == 250 ? 2 : 1;

      g_test_message ("%u", i);
      for (guint j = 0; j < n_pages; j++)
        cand_listing_append (listing, listing_of (cases[i].entries[j], cases[i].totals[j]));
      g_assert_true (cand_listing_check_whole (listing, "Acme", &error) ==
                     (cases[i].message == NULL));
      if (cases[i].message == NULL)
        g_assert_no_error (error);
      else
        {
          g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
          g_assert_cmpstr (error->message, ==, cases[i].message);
        }
    }
}

/* One position in 200,000 places takes no time to speak of. */
static void
test_many_places (void)
{
  g_autoptr (CandListing) listing = cand_listing_new ();

  for (guint i = 0; i < 200000; i++)
    {
      g_autofree char *place = g_strdup_printf ("Place %u", i);

      cand_listing_add (listing, position_new ("A", place));
    }
  g_assert_cmpuint (
      g_strv_length ((char **) cand_position_get_locations (cand_listing_find (listing, "A"))), ==,
      CAND_POSITION_MAX_LOCATIONS);
}

/* Reads {"code"}; one without a code cannot be read, and the code "draft" does not count. */
static gboolean
take_code (CandListing *listing, const char *account, JsonObject *entry)
{
  const char *code = cand_json_get_string (entry, "code");

  g_assert_cmpstr (account, ==, "acme");
  if (code != NULL && !g_str_equal (code, "draft"))
    cand_listing_add (listing, position_new (code, NULL));
  return code != NULL;
}

static void
test_take_entries (void)
{
  static const char json[] = "[{\"code\": \"A\"}, 7, {\"code\": \"draft\"}, null, {}, "
                             "{\"code\": \"B\"}]";
  g_autoptr (GBytes) body = g_bytes_new_static (json, strlen (json));
  g_autoptr (JsonNode) root = cand_json_parse (body, NULL);
  g_autoptr (CandListing) listing = cand_listing_new ();

  cand_listing_take_entries (listing, "acme", json_node_get_array (root), take_code);
  g_assert_cmpuint (listing->positions->len, ==, 2);
  g_assert_nonnull (cand_listing_find (listing, "A"));
  g_assert_nonnull (cand_listing_find (listing, "B"));
  g_assert_cmpuint (listing->skipped, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/listing/same-code", test_same_code);
  g_test_add_func ("/listing/first-word", test_first_word);
  g_test_add_func ("/listing/take-entries", test_take_entries);
  g_test_add_func ("/listing/append", test_append);
  g_test_add_func ("/listing/check", test_check);
  g_test_add_func ("/listing/check-whole", test_check_whole);
  g_test_add_func ("/listing/many-places", test_many_places);
  return g_test_run ();
}
