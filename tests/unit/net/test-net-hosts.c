/* test-net-hosts.c: what CANDIDACY_HOSTS may say, and what it does
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/net/cand-net-hosts.h"
#include "core/net/cand-net.h"

static void
assert_substituted (CandNetHosts *hosts, const char *url, const char *expected)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) target = cand_net_hosts_substitute (hosts, uri, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_uri_to_string (target);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_substitute (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CandNetHosts) hosts =
      cand_net_hosts_new ("  a.example=http://127.0.0.1:8080\tB.Example=https://localhost:8443/\n"
                          "c.example=http://[::1]:81 d.example=http://127.9.9.9 "
                          "a.example=http://127.0.0.1:9090 ",
                          &error);

  g_assert_no_error (error);
  assert_substituted (hosts, "https://a.example/x%20y?q=%26", "http://127.0.0.1:9090/x%20y?q=%26");
  assert_substituted (hosts, "https://A.EXAMPLE:444/", "http://127.0.0.1:9090/");
  assert_substituted (hosts, "https://b.example/x", "https://localhost:8443/x");
  assert_substituted (hosts, "https://c.example", "http://[::1]:81/");
  assert_substituted (hosts, "https://d.example/x", "http://127.9.9.9/x");
}

static void
test_unnamed (void)
{
  g_autoptr (CandNetHosts) hosts = cand_net_hosts_new ("a.example=http://127.0.0.1:1", NULL);
  g_autoptr (GUri) uri = g_uri_parse ("https://sub.a.example/", G_URI_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (cand_net_hosts_substitute (hosts, uri, &error));
  g_assert_error (error, CAND_NET_ERROR, CAND_NET_ERROR_UNREACHABLE);
  g_assert_cmpstr (error->message, ==,
                   "sub.a.example cannot be reached: CANDIDACY_HOSTS is set and does not name it");
}

static void
assert_restored (CandNetHosts *hosts, const char *url, const char *preferred, const char *expected)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);
  g_autoptr (GUri) public = cand_net_hosts_restore (hosts, uri, preferred);
  g_autofree char *text = public != NULL ? g_uri_to_string (public) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

static void
test_restore (void)
{
  g_autoptr (CandNetHosts) hosts = cand_net_hosts_new (
      "a.example=http://127.0.0.1:80 b.example=http://127.0.0.1 c.example=https://127.0.0.1:2",
      NULL);

  assert_restored (hosts, "http://127.0.0.1/x?y", "a.example", "https://a.example/x?y");
  assert_restored (hosts, "http://127.0.0.1:80/x?y", "b.example", "https://b.example/x?y");
  assert_restored (hosts, "https://127.0.0.1:2", "a.example", "https://c.example/");
  assert_restored (hosts, "http://127.0.0.1:2/", "a.example", NULL);
  assert_restored (hosts, "http://127.0.0.2/", "a.example", NULL);
}

static void
test_bad (void)
{
  static const struct
  {
    const char *hosts;
    const char *message;
  } cases[] = {
    { "a.example", "The entry “a.example” of CANDIDACY_HOSTS is not HOST=http://127.0.0.1:PORT" },
    { "=http://127.0.0.1", "The entry “=http://127.0.0.1” of CANDIDACY_HOSTS is not HOST=" },
    { "a.example=", "The entry “a.example=” of CANDIDACY_HOSTS is not HOST=" },
    { "a.example=127.0.0.1:80", "The entry “a.example=127.0.0.1:80” of CANDIDACY_HOSTS is " },
    { "a.example=ftp://127.0.0.1", "The entry “a.example=ftp://127.0.0.1” of CANDIDACY_HOSTS is "
                                   "neither http nor https" },
    { "ok.example=http://127.0.0.1:1 a.example=http://192.168.0.1:80",
      "The entry “a.example=http://192.168.0.1:80” of CANDIDACY_HOSTS does not lead to this "
      "machine" },
    { "a.example=http://evil.example", "The entry “a.example=http://evil.example” of "
                                       "CANDIDACY_HOSTS does not lead to this machine" },
    { "a.example=http://localhost.evil.example",
      "The entry “a.example=http://localhost.evil.example” of CANDIDACY_HOSTS does not lead" },
    { "a.example=http://127.0.0.1.evil.example:80",
      "The entry “a.example=http://127.0.0.1.evil.example:80” of CANDIDACY_HOSTS does not lead" },
    { "a.example=http://0.0.0.0:80",
      "The entry “a.example=http://0.0.0.0:80” of CANDIDACY_HOSTS does not lead" },
    { "a.example=http://127.0.0.1:80/x",
      "The entry “a.example=http://127.0.0.1:80/x” of CANDIDACY_HOSTS has more than a host" },
    { "a.example=http://u@127.0.0.1:80",
      "The entry “a.example=http://u@127.0.0.1:80” of CANDIDACY_HOSTS has more than a host" },
    { "https://a.example=http://127.0.0.1:80",
      "The entry “https://a.example=http://127.0.0.1:80” of CANDIDACY_HOSTS has more before" },
    { " \t\n", "CANDIDACY_HOSTS is set to nothing but blanks" },
    { "a.example=http://127.0.0.1:99999", "The entry “a.example=http://127.0.0.1:99999” of" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      CandNet *net = cand_net_new (cases[i].hosts, &error);

      g_assert_null (net);
      g_assert_error (error, CAND_NET_ERROR, CAND_NET_ERROR_BAD_HOST);
      if (!g_str_has_prefix (error->message, cases[i].message))
        g_error ("“%s” does not begin with “%s”", error->message, cases[i].message);
    }
}

static void
test_none (void)
{
  static const char *const values[] = { NULL, "" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GError) error = NULL;
      CandNet *net = cand_net_new (values[i], &error);

      g_assert_no_error (error);
      g_assert_finalize_object (net);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/hosts/substitute", test_substitute);
  g_test_add_func ("/net/hosts/unnamed", test_unnamed);
  g_test_add_func ("/net/hosts/restore", test_restore);
  g_test_add_func ("/net/hosts/bad", test_bad);
  g_test_add_func ("/net/hosts/none", test_none);
  return g_test_run ();
}
