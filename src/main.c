/* main.c: the language, then the command line or the window
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "cli/cand-cli.h"
#include "ui/cand-ui.h"

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, CAND_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("candidacy");
  g_set_application_name (_ ("Candidacy"));

  /* The command line works where there is no display, so it comes first. */
  if (cand_cli_run (argc, argv, &status))
    return status;
  return cand_ui_run (argc, argv);
}
