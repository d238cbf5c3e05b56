/* test-net-address.c: what is on the caller's own machine or network
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/net/cand-net-address.h"

static void
test_local (void)
{
  static const char *const hosts[] = {
    "localhost",
    "LOCALHOST",
    "localhost.",
    "www.localhost",
    "printer",
    "nas.local",
    "db.internal",
    "box.home.arpa",
    "a.localdomain",
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fc00::1",
    "fdff::1",
    "fec0::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::10.0.0.1",
    "::127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "1.2.3.4.5",
    "",
    ".",
    "a..",
  };

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    if (!cand_net_host_is_local (hosts[i]))
      g_error ("“%s” is local", hosts[i]);
}

static void
test_public (void)
{
  static const char *const hosts[] = {
    "apply.workable.com", "Apply.Workable.Com.",   "localhost.example",
    "127.0.0.1.example",  "xn--bcher-kva.example", "1.1.1.1",
    "100.63.255.255",     "100.128.0.1",           "172.15.0.1",
    "172.32.0.1",         "192.167.1.1",           "2606:4700::1111",
    "::ffff:1.1.1.1",     "64:ff9b::1.1.1.1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    if (cand_net_host_is_local (hosts[i]))
      g_error ("“%s” is public", hosts[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/address/local", test_local);
  g_test_add_func ("/net/address/public", test_public);
  return g_test_run ();
}
