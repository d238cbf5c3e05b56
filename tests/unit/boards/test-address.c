/* test-address.c: addresses as people paste them
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/cand-address.h"

static void
test_to_uri (void)
{
  static const char *const none[] = { "",
                                      "  ",
                                      "https://",
                                      "ftp://example.org/",
                                      "javascript:alert(1)",
                                      "mailto:a@example.org",
                                      "https:///x",
                                      "\xff",
                                      "file:///etc",
                                      "z.recruit%40",
                                      "%3Aapi.ashbyhq.com",
                                      "https://example.org%2Fa",
                                      "https://example.org＠evil.example/" };
  g_autoptr (GUri) uri = cand_address_to_uri ("  Jobs.Example.org/a%2Fb?q=%20  ");
  g_autofree char *host = cand_address_dup_host (uri);
  g_autofree char *long_text = g_strnfill (3000, 'a');

  g_assert_cmpstr (g_uri_get_scheme (uri), ==, "https");
  g_assert_cmpstr (host, ==, "jobs.example.org");
  g_assert_cmpstr (g_uri_get_path (uri), ==, "/a%2Fb");
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_test_message ("%u", i);
      g_assert_null (cand_address_to_uri (none[i]));
    }
  g_assert_null (cand_address_to_uri (NULL));
  g_assert_null (cand_address_to_uri (long_text));
}

static void
test_parts (void)
{
  g_autoptr (GUri) uri = cand_address_to_uri (
      "https://example.org.//jobs//acme%20inc/%E2%82%AC/a%2Fb/c?for=acme&x=&t=1%202");
  g_auto (GStrv) path = cand_address_split_path (uri);
  g_autofree char *host = cand_address_dup_host (uri);
  g_autofree char *account = cand_address_dup_parameter (uri, "for");
  g_autofree char *token = cand_address_dup_parameter (uri, "t");
  g_autofree char *empty = cand_address_dup_parameter (uri, "x");
  g_autofree char *missing = cand_address_dup_parameter (uri, "y");

  g_assert_cmpstrv (path, ((const char *const[]) { "jobs", "acme inc", "€", NULL }));
  g_assert_cmpstr (host, ==, "example.org");
  g_assert_cmpstr (account, ==, "acme");
  g_assert_cmpstr (token, ==, "1 2");
  g_assert_null (empty);
  g_assert_null (missing);
}

static void
test_label (void)
{
  static const struct
  {
    const char *host;
    const char *label;
  } cases[] = {
    { "acme.example.com", "acme" }, { ".example.com", NULL },     { "example.com", NULL },
    { "a.b.example.com", NULL },    { "acme.example.org", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = cand_address_dup_label (cases[i].host, ".example.com");

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_words (void)
{
  g_assert_true (cand_address_is_word ("acme-inc_2", NULL, 10));
  g_assert_false (cand_address_is_word ("acme-inc_23", NULL, 10));
  g_assert_false (cand_address_is_word ("acme.inc", NULL, 10));
  g_assert_true (cand_address_is_word ("acme.inc", ".", 10));
  g_assert_false (cand_address_is_word ("-acme", NULL, 10));
  g_assert_false (cand_address_is_word ("", NULL, 10));
  g_assert_false (cand_address_is_word (NULL, NULL, 10));
  g_assert_false (cand_address_is_word ("a:b", ".", 10));
  g_assert_true (cand_address_is_uuid ("0b5e2f4a-11aa-4c1e-9F00-0123456789ab"));
  g_assert_false (cand_address_is_uuid ("0b5e2f4a-11aa-4c1e-9F00-0123456789ag"));
  g_assert_false (cand_address_is_uuid ("0b5e2f4a"));
  g_assert_false (cand_address_is_uuid (NULL));
  g_assert_true (cand_address_is_number ("8636903002"));
  g_assert_false (cand_address_is_number ("863690300200000000001"));
  g_assert_false (cand_address_is_number ("12a"));
  g_assert_false (cand_address_is_number (""));
  g_assert_false (cand_address_is_number (NULL));
}

static void
test_tracking (void)
{
  static const struct
  {
    const char *address;
    const char *stripped;
  } cases[] = {
    { "https://example.org/j/1?utm_source=x&utm_campaign=y", "https://example.org/j/1" },
    { "https://example.org/j/1?for=acme&gh_src=z&token=7",
      "https://example.org/j/1?for=acme&token=7" },
    { "https://example.org/j/1?lever-source%5B%5D=x&REF=a", "https://example.org/j/1" },
    { "example.org/j/1?a=b%20c#part", "https://example.org/j/1?a=b%20c#part" },
    { "https://example.org:8080/x?", "https://example.org:8080/x" },
    { "https://example.org/?reference=1&sources=2", "https://example.org/?reference=1&sources=2" },
    { "javascript:alert(1)", NULL },
    { "", NULL },
  };

  g_autofree char *breaks = g_strnfill (700, '\n');
  g_autofree char *grows = g_strconcat ("example.org/?", breaks, "a", NULL);
  g_autoptr (GUri) uri = cand_address_to_uri (grows);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stripped = cand_address_strip_tracking (cases[i].address);

      g_test_message ("%s", cases[i].address);
      g_assert_cmpstr (stripped, ==, cases[i].stripped);
    }
  /* Encoded it is longer than any address. */
  g_assert_nonnull (uri);
  g_assert_null (cand_address_strip_tracking (grows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/to-uri", test_to_uri);
  g_test_add_func ("/address/parts", test_parts);
  g_test_add_func ("/address/label", test_label);
  g_test_add_func ("/address/words", test_words);
  g_test_add_func ("/address/tracking", test_tracking);
  return g_test_run ();
}
