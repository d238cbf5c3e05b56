/* cand-cli.c: the command line
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli.h"

#include <signal.h>
#include <stdlib.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "cand-cli-commands.h"
#include "cand-cli-output.h"

#define STATUS_USAGE 2
#define STATUS_SIGNAL 128

static CandCliCommand
get_command (CandCliAction action)
{
  switch (action)
    {
    case CAND_CLI_ACTION_LIST:
      return cand_cli_list;
    case CAND_CLI_ACTION_REFRESH:
      return cand_cli_refresh;
    case CAND_CLI_ACTION_SHOW:
      return cand_cli_show;
    case CAND_CLI_ACTION_FOLLOW:
      return cand_cli_follow;
    case CAND_CLI_ACTION_UNFOLLOW:
      return cand_cli_unfollow;
    case CAND_CLI_ACTION_BOARDS:
      return cand_cli_boards;
    case CAND_CLI_ACTION_IMPORT:
      return cand_cli_import;
    case CAND_CLI_ACTION_EXPORT:
      return cand_cli_export;
    case CAND_CLI_ACTION_PROGRAMME:
      return cand_cli_programme;
    case CAND_CLI_ACTION_DRAFT:
      return cand_cli_draft;
    case CAND_CLI_ACTION_APPLICATIONS:
      return cand_cli_applications;
    case CAND_CLI_ACTION_PROFILE:
      return cand_cli_profile;
    case CAND_CLI_ACTION_NONE:
    case CAND_CLI_ACTION_HELP:
    case CAND_CLI_ACTION_VERSION:
      break;
    }
  return NULL;
}

/* What the library notes along the way, a retry, say, is no business of the person's: the command
 * itself tells how it ended. The rest goes to standard error, so that it does not mix with what is
 * printed. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  if (level & G_LOG_LEVEL_MESSAGE)
    return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, NULL);
}

/* What a signal stopped says nothing: the person knows. */
static void
complain_of (const GError *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cand_cli_complain (error->message);
}

static int
run_command (const CandCliOptions *options)
{
  g_autoptr (CandCliSession) session = cand_cli_session_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) output_error = NULL;
  g_autoptr (GError) close_error = NULL;
  gboolean done;

  done = cand_cli_session_open (session, &error) &&
         get_command (options->action) (session, options, &error);
  complain_of (error);
  if (!cand_cli_finish_output (&output_error))
    complain_of (output_error);
  /* What could not be saved before cannot now: once is enough. */
  if (!cand_cli_session_close (session, &close_error) &&
      (error == NULL || !g_error_matches (close_error, error->domain, error->code)))
    complain_of (close_error);

  if (session->signal != 0)
    return STATUS_SIGNAL + session->signal;
  return done && !session->failed && output_error == NULL && close_error == NULL ? EXIT_SUCCESS
                                                                                 : EXIT_FAILURE;
}

static int
print_and_finish (const char *text)
{
  g_autoptr (GError) error = NULL;

  cand_cli_print ("%s", text);
  if (cand_cli_finish_output (&error))
    return EXIT_SUCCESS;
  complain_of (error);
  return EXIT_FAILURE;
}

static int
refuse_usage (const GError *error)
{
  g_autofree char *sentence =
      /* Translators: %s is a sentence that says what is wrong with the arguments. */
      g_strdup_printf (_ ("%s (“candidacy --help” shows what there is)"), error->message);

  cand_cli_complain (sentence);
  return STATUS_USAGE;
}

gboolean
cand_cli_run (int argc, char **argv, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CandCliOptions) options = cand_cli_options_new (argc, argv, &error);
  g_autofree char *help = NULL;

  if (options == NULL)
    {
      *status = refuse_usage (error);
      return TRUE;
    }
  if (options->action == CAND_CLI_ACTION_NONE)
    return FALSE;

  g_log_writer_default_set_use_stderr (TRUE);
  g_log_set_writer_func (write_log, NULL, NULL);
  /* A reader who leaves is no accident. */
  signal (SIGPIPE, SIG_IGN);
  if (options->action == CAND_CLI_ACTION_HELP)
    {
      help = cand_cli_options_dup_help ();
      *status = print_and_finish (help);
    }
  else if (options->action == CAND_CLI_ACTION_VERSION)
    *status = print_and_finish ("Candidacy " CAND_VERSION "\n");
  else
    *status = run_command (options);
  return TRUE;
}
