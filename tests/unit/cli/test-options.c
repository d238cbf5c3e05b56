/* test-options.c: what the arguments ask for
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/cand-cli-options.h"

/* "|" stands between two arguments; the program's own name is put before them. */
static CandCliOptions *
parse (const char *line, GError **error)
{
  g_autofree char *whole = g_strconcat ("candidacy", line[0] != '\0' ? "|" : "", line, NULL);
  g_auto (GStrv) argv = g_strsplit (whole, "|", -1);

  return cand_cli_options_new ((int) g_strv_length (argv), argv, error);
}

static void
test_actions (void)
{
  const struct
  {
    const char *line;
    CandCliAction action;
    gboolean json;
    const char *subject;
    const char *search;
  } cases[] = {
    { "--list", CAND_CLI_ACTION_LIST, FALSE, NULL, NULL },
    { "--draft|a|--with-sensitive|--json", CAND_CLI_ACTION_DRAFT, TRUE, "a", NULL },
    { "--list|--json|--search|speech", CAND_CLI_ACTION_LIST, TRUE, NULL, "speech" },
    { "--json|--search=|--list", CAND_CLI_ACTION_LIST, TRUE, NULL, "" },
    { "--refresh", CAND_CLI_ACTION_REFRESH, FALSE, NULL, NULL },
    { "--show|workable:a:B", CAND_CLI_ACTION_SHOW, FALSE, "workable:a:B", NULL },
    { "--show=Łódź", CAND_CLI_ACTION_SHOW, FALSE, "Łódź", NULL },
    { "--follow|boards.greenhouse.io/acme", CAND_CLI_ACTION_FOLLOW, FALSE,
      "boards.greenhouse.io/acme", NULL },
    { "--follow=|--json", CAND_CLI_ACTION_FOLLOW, TRUE, "", NULL },
    { "--unfollow|workable:a", CAND_CLI_ACTION_UNFOLLOW, FALSE, "workable:a", NULL },
    { "--json|--boards", CAND_CLI_ACTION_BOARDS, TRUE, NULL, NULL },
    { "--import|\xff.opml|--json", CAND_CLI_ACTION_IMPORT, TRUE, "\xff.opml", NULL },
    { "--export|\xff.opml", CAND_CLI_ACTION_EXPORT, FALSE, "\xff.opml", NULL },
    { "--export=a/Boards.JSON", CAND_CLI_ACTION_EXPORT, FALSE, "a/Boards.JSON", NULL },
    { "--programme", CAND_CLI_ACTION_PROGRAMME, FALSE, NULL, NULL },
    { "--programme|interns", CAND_CLI_ACTION_PROGRAMME, FALSE, "interns", NULL },
    { "--json|--programme|\xff.md", CAND_CLI_ACTION_PROGRAMME, TRUE, "\xff.md", NULL },
    { "--programme|--|--odd.md", CAND_CLI_ACTION_PROGRAMME, FALSE, "--odd.md", NULL },
    { "--draft|workable:a:B|--json", CAND_CLI_ACTION_DRAFT, TRUE, "workable:a:B", NULL },
    { "--applications", CAND_CLI_ACTION_APPLICATIONS, FALSE, NULL, NULL },
    { "--profile|--json", CAND_CLI_ACTION_PROFILE, TRUE, NULL, NULL },
    { "--version", CAND_CLI_ACTION_VERSION, FALSE, NULL, NULL },
    { "-h", CAND_CLI_ACTION_HELP, FALSE, NULL, NULL },
    { "--help|--list", CAND_CLI_ACTION_HELP, FALSE, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CandCliOptions) options = parse (cases[i].line, &error);

      g_assert_no_error (error);
      g_assert_cmpint (options->action, ==, cases[i].action);
      g_assert_cmpint (options->json, ==, cases[i].json);
      g_assert_cmpstr (options->subject, ==, cases[i].subject);
      g_assert_cmpstr (options->search, ==, cases[i].search);
    }
}

static void
test_window (void)
{
  const char *lines[] = {
    "",
    "https://apply.workable.com/huggingface/j/9B5436D6FA/",
    "--gapplication-service",
    "--gapplication-app-id=a.b.C|workable:a:B",
    "--help-gapplication",
    "--|--list",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CandCliOptions) options = parse (lines[i], &error);

      g_assert_no_error (error);
      g_assert_cmpint (options->action, ==, CAND_CLI_ACTION_NONE);
    }
}

static void
test_assignments (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CandCliOptions) options = parse (
      "--draft|k|--set|first=Ada|--set|note=a=b\nc|--set=last=|--attach|resume=/tmp/\xff.pdf",
      &error);
  CandCliAssignment *set;

  g_assert_no_error (error);
  g_assert_cmpuint (options->sets->len, ==, 3);
  g_assert_cmpuint (options->attaches->len, ==, 1);
  set = g_ptr_array_index (options->sets, 0);
  g_assert_cmpstr (set->field, ==, "first");
  g_assert_cmpstr (set->value, ==, "Ada");
  set = g_ptr_array_index (options->sets, 1);
  g_assert_cmpstr (set->field, ==, "note");
  g_assert_cmpstr (set->value, ==, "a=b\nc");
  set = g_ptr_array_index (options->sets, 2);
  g_assert_cmpstr (set->field, ==, "last");
  g_assert_cmpstr (set->value, ==, "");
  set = g_ptr_array_index (options->attaches, 0);
  g_assert_cmpstr (set->field, ==, "resume");
  g_assert_cmpstr (set->value, ==, "/tmp/\xff.pdf");
}

static void
test_refused (void)
{
  const struct
  {
    const char *line;
    const char *message;
  } cases[] = {
    { "--lst", "Unknown option --lst" },
    { "--list=x", "--list takes no value" },
    { "--list|--refresh", "--list and --refresh cannot be done at the same time" },
    { "--unfollow|a|--follow|b", "--follow and --unfollow cannot be done at the same time" },
    { "--boards|--import|a|--export|b.json",
      "--boards and --import cannot be done at the same time" },
    { "--follow|a|--follow|b", "--follow can be given only once" },
    { "--show|a|--show|b", "--show can be given only once" },
    { "--list|--search|a|--search|b", "--search can be given only once" },
    { "--boards=x", "--boards takes no value" },
    { "--follow", "Missing argument for --follow" },
    { "--follow|a|b", "Nothing can be done with “b”" },
    { "--boards|more", "Nothing can be done with “more”" },
    { "--follow|\xff", "The text of --follow is not valid UTF-8" },
    { "--unfollow|\xff", "The text of --unfollow is not valid UTF-8" },
    { "--list|--with-sensitive", "--with-sensitive belongs to --draft" },
    { "--draft|a|--with-sensitive=yes", "--with-sensitive takes no value" },
    { "--unfollow|a|--json", "--unfollow has nothing to print as JSON" },
    { "--export|a.json|--json", "--export has nothing to print as JSON" },
    { "--export|boards.txt",
      "--export writes a file whose name ends in .opml or .json, not “boards.txt”" },
    { "--export|.json", "--export writes a file whose name ends in .opml or .json, not “.json”" },
    { "--export=", "--export writes a file whose name ends in .opml or .json, not “”" },
    { "--search|x", "--search belongs to --list" },
    { "--show|k|--set|a=b", "--set belongs to --draft" },
    { "--list|--attach|a=b", "--attach belongs to --draft" },
    { "--json",
      "--json needs something to print, one of --list, --refresh, --show, --follow, --boards, "
      "--import, --programme, --draft, --applications, --profile" },
    { "--profile=x", "--profile takes no value" },
    { "--profile|cv.json", "Nothing can be done with “cv.json”" },
    { "--list|more", "Nothing can be done with “more”" },
    { "one|two", "Nothing can be done with “two”" },
    { "--draft|k|--set|first", "--set takes a field and its value joined by “=”, not “first”" },
    { "--draft|k|--attach|=x", "--attach takes a field and its value joined by “=”, not “=x”" },
    { "--draft|k|--set|a=\xff", "The text of --set is not valid UTF-8" },
    { "--list|--search|\xff", "The text of --search is not valid UTF-8" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CandCliOptions) options = parse (cases[i].line, &error);

      g_assert_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_USAGE);
      g_assert_cmpstr (error->message, ==, cases[i].message);
      g_assert_null (options);
    }
}

static void
test_argv_is_left_alone (void)
{
  char *argv[] = { (char *) "candidacy", (char *) "--list", (char *) "--json", NULL };
  g_autoptr (CandCliOptions) options = cand_cli_options_new (3, argv, NULL);

  g_assert_nonnull (options);
  g_assert_cmpstr (argv[1], ==, "--list");
  g_assert_cmpstr (argv[2], ==, "--json");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/options/actions", test_actions);
  g_test_add_func ("/cli/options/window", test_window);
  g_test_add_func ("/cli/options/assignments", test_assignments);
  g_test_add_func ("/cli/options/refused", test_refused);
  g_test_add_func ("/cli/options/argv-is-left-alone", test_argv_is_left_alone);
  return g_test_run ();
}
