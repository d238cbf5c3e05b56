/* cand-cli-options.c: what the arguments ask for
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-options.h"

#include <glib/gi18n-lib.h>

/* The arguments as GOption leaves them. Texts are taken as file names, byte for byte: GOption would
 * refuse every word beyond ASCII in the C locale, while UTF-8 is what people have there too. */
typedef struct
{
  gboolean help;
  gboolean version;
  gboolean list;
  gboolean refresh;
  gboolean programme;
  gboolean applications;
  gboolean json;
  char *show;
  char *draft;
  char *search;
  char **sets;
  char **attaches;
  char **rest;
} RawOptions;

G_DEFINE_QUARK (cand - cli - error - quark, cand_cli_error)

static void
raw_options_clear (RawOptions *self)
{
  g_clear_pointer (&self->show, g_free);
  g_clear_pointer (&self->draft, g_free);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->sets, g_strfreev);
  g_clear_pointer (&self->attaches, g_strfreev);
  g_clear_pointer (&self->rest, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RawOptions, raw_options_clear)

static void
assignment_free (gpointer data)
{
  CandCliAssignment *self = data;

  g_free (self->field);
  g_free (self->value);
  g_free (self);
}

static GOptionContext *
make_context (RawOptions *raw)
{
  const GOptionEntry entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &raw->help, N_ ("Show this help"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &raw->version, N_ ("Show the version"), NULL },
    { "list", 0, 0, G_OPTION_ARG_NONE, &raw->list, N_ ("List the positions, grouped by team"),
      NULL },
    { "search", 0, 0, G_OPTION_ARG_FILENAME, &raw->search,
      N_ ("With --list: only those that have these words"), N_ ("TEXT") },
    { "show", 0, 0, G_OPTION_ARG_FILENAME, &raw->show, N_ ("Show one position with its text"),
      N_ ("KEY") },
    { "refresh", 0, 0, G_OPTION_ARG_NONE, &raw->refresh,
      N_ ("Ask the boards, and tell what is new, changed or gone"), NULL },
    { "programme", 0, 0, G_OPTION_ARG_NONE, &raw->programme,
      N_ ("Show the programme that ships, or the one of the name that follows"), NULL },
    { "draft", 0, 0, G_OPTION_ARG_FILENAME, &raw->draft,
      N_ ("Begin or continue the application for a position"), N_ ("KEY") },
    { "set", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->sets,
      N_ ("With --draft: answer a field; may be repeated"), N_ ("FIELD=TEXT") },
    { "attach", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->attaches,
      N_ ("With --draft: keep a copy of a file as the answer; may be repeated"),
      N_ ("FIELD=FILE") },
    { "applications", 0, 0, G_OPTION_ARG_NONE, &raw->applications, N_ ("List the applications"),
      NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &raw->json, N_ ("Print JSON, and nothing else"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->rest, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_ ("[ADDRESS]"));

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

char *
cand_cli_options_dup_help (void)
{
  g_auto (RawOptions) raw = { 0 };
  g_autoptr (GOptionContext) context = make_context (&raw);

  g_option_context_set_summary (
      context, _ ("Follow job boards and draft applications.\n\n"
                  "Without options a window opens; ADDRESS, the web address or the key of a "
                  "position, shows that one in it."));
  g_option_context_set_description (
      context,
      /* Translators: shown below the options; please keep the lines short. */
      _ ("KEY is a position’s key as --list shows it (workable:huggingface:CODE), or its web\n"
         "address. FIELD is the id of a question as --draft KEY shows it. TEXT is, for a\n"
         "  choice        an option’s id or exact label; several one a line or parted by “;”\n"
         "  yes/no        yes, no, true or false\n"
         "  date          2026-09-01\n"
         "  group         a JSON array of objects from inner id to text\n"
         "Nothing after “=” takes the answer or the file away.\n\n"
         "Exit status: 0 when done, 1 when something failed (standard error says what), 2 when\n"
         "the options make no sense."));
  return g_option_context_get_help (context, TRUE, NULL);
}

static void
set_usage_error (GError **error, const char *message)
{
  g_set_error_literal (error, CAND_CLI_ERROR, CAND_CLI_ERROR_USAGE, message);
}

/* Whether they are GApplication's own, as the desktop starts a service. */
static gboolean
are_application_options (int argc, char **argv)
{
  for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++)
    if (g_str_has_prefix (argv[i], "--gapplication-") ||
        g_str_equal (argv[i], "--help-gapplication"))
      return TRUE;
  return FALSE;
}

/* GOption drops the value that such an option is given, and the person would not know. */
static gboolean
check_flags (int argc, char **argv, GError **error)
{
  const char *flags[] = { "--help",      "--version",      "--list", "--refresh",
                          "--programme", "--applications", "--json" };

  for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (flags); j++)
      if (g_str_has_prefix (argv[i], flags[j]) && argv[i][strlen (flags[j])] == '=')
        {
          g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_USAGE, _ ("%s takes no value"),
                       flags[j]);
          return FALSE;
        }
  return TRUE;
}

/* What the person typed, as UTF-8; @what names the option in the error. */
static char *
dup_utf8 (const char *bytes, gsize length, const char *what, GError **error)
{
  char *text;

  if (g_utf8_validate (bytes, (gssize) length, NULL))
    return g_strndup (bytes, length);
  text = g_locale_to_utf8 (bytes, (gssize) length, NULL, NULL, NULL);
  if (text == NULL)
    g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_USAGE,
                 _ ("The text of %s is not valid UTF-8"), what);
  return text;
}

static gboolean
add_assignments (
    GPtrArray *list, char **arguments, const char *option, gboolean is_file, GError **error)
{
  for (char **argument = arguments; argument != NULL && *argument != NULL; argument++)
    {
      const char *equals = strchr (*argument, '=');
      g_autofree char *field = NULL;
      char *value;
      CandCliAssignment *assignment;

      if (equals == NULL || equals == *argument)
        {
          g_autofree char *shown = g_utf8_make_valid (*argument, -1);

          g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_USAGE,
                       /* Translators: %s are an option (--set) and what was typed after it. */
                       _ ("%s takes a field and its value joined by “=”, not “%s”"), option, shown);
          return FALSE;
        }
      field = dup_utf8 (*argument, (gsize) (equals - *argument), option, error);
      if (field == NULL)
        return FALSE;
      value = is_file ? g_strdup (equals + 1)
                      : dup_utf8 (equals + 1, strlen (equals + 1), option, error);
      if (value == NULL)
        return FALSE;
      assignment = g_new0 (CandCliAssignment, 1);
      assignment->field = g_steal_pointer (&field);
      assignment->value = value;
      g_ptr_array_add (list, assignment);
    }
  return TRUE;
}

/* The one action there is. More than one is an error; the windows's business is none. */
static gboolean
find_action (const RawOptions *raw, CandCliAction *action, GError **error)
{
  const struct
  {
    gboolean given;
    CandCliAction action;
  } actions[] = {
    { raw->list, CAND_CLI_ACTION_LIST },
    { raw->refresh, CAND_CLI_ACTION_REFRESH },
    { raw->show != NULL, CAND_CLI_ACTION_SHOW },
    { raw->programme, CAND_CLI_ACTION_PROGRAMME },
    { raw->draft != NULL, CAND_CLI_ACTION_DRAFT },
    { raw->applications, CAND_CLI_ACTION_APPLICATIONS },
  };
  guint n_given = 0;

  *action = CAND_CLI_ACTION_NONE;
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].given)
      {
        *action = actions[i].action;
        n_given++;
      }
  if (n_given > 1)
    {
      set_usage_error (error, _ ("Only one of --list, --refresh, --show, --programme, --draft and "
                                 "--applications can be done at a time"));
      return FALSE;
    }
  if (raw->version)
    *action = CAND_CLI_ACTION_VERSION;
  if (raw->help)
    *action = CAND_CLI_ACTION_HELP;
  return TRUE;
}

/* Refuses what the action has no use for: a mistyped command must not do half of what was meant. */
static gboolean
check_companions (const RawOptions *raw, CandCliAction action, GError **error)
{
  guint n_rest = raw->rest != NULL ? g_strv_length (raw->rest) : 0;
  guint n_taken = action == CAND_CLI_ACTION_NONE || action == CAND_CLI_ACTION_PROGRAMME ? 1 : 0;

  if (raw->search != NULL && action != CAND_CLI_ACTION_LIST)
    set_usage_error (error, _ ("--search belongs to --list"));
  else if (raw->sets != NULL && action != CAND_CLI_ACTION_DRAFT)
    set_usage_error (error, _ ("--set belongs to --draft"));
  else if (raw->attaches != NULL && action != CAND_CLI_ACTION_DRAFT)
    set_usage_error (error, _ ("--attach belongs to --draft"));
  else if (raw->json && action == CAND_CLI_ACTION_NONE)
    set_usage_error (error, _ ("--json needs something to print: --list, --refresh, --show, "
                               "--programme, --draft or --applications"));
  else if (n_rest > n_taken)
    {
      g_autofree char *shown = g_utf8_make_valid (raw->rest[n_taken], -1);

      g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_USAGE, _ ("Nothing can be done with “%s”"),
                   shown);
    }
  else
    return TRUE;
  return FALSE;
}

static gboolean
copy_texts (CandCliOptions *self, const RawOptions *raw, GError **error)
{
  const char *subject = NULL;
  const char *what = NULL;

  if (self->action == CAND_CLI_ACTION_SHOW)
    {
      subject = raw->show;
      what = "--show";
    }
  else if (self->action == CAND_CLI_ACTION_DRAFT)
    {
      subject = raw->draft;
      what = "--draft";
    }
  else if (self->action == CAND_CLI_ACTION_PROGRAMME && raw->rest != NULL)
    {
      subject = raw->rest[0];
      what = "--programme";
    }
  if (subject != NULL &&
      (self->subject = dup_utf8 (subject, strlen (subject), what, error)) == NULL)
    return FALSE;
  if (raw->search != NULL &&
      (self->search = dup_utf8 (raw->search, strlen (raw->search), "--search", error)) == NULL)
    return FALSE;
  return add_assignments (self->sets, raw->sets, "--set", FALSE, error) &&
         add_assignments (self->attaches, raw->attaches, "--attach", TRUE, error);
}

CandCliOptions *
cand_cli_options_new (int argc, char **argv, GError **error)
{
  g_autoptr (CandCliOptions) self = g_new0 (CandCliOptions, 1);
  g_auto (RawOptions) raw = { 0 };
  g_autoptr (GOptionContext) context = make_context (&raw);
  g_autoptr (GError) parse_error = NULL;
  g_auto (GStrv) arguments = g_new0 (char *, (gsize) argc + 1);

  self->sets = g_ptr_array_new_with_free_func (assignment_free);
  self->attaches = g_ptr_array_new_with_free_func (assignment_free);
  if (are_application_options (argc, argv))
    return g_steal_pointer (&self);
  if (!check_flags (argc, argv, error))
    return NULL;

  for (int i = 0; i < argc; i++)
    arguments[i] = g_strdup (argv[i]);
  if (!g_option_context_parse_strv (context, &arguments, &parse_error))
    {
      set_usage_error (error, parse_error->message);
      return NULL;
    }
  if (!find_action (&raw, &self->action, error))
    return NULL;
  self->json = raw.json;
  if (self->action == CAND_CLI_ACTION_HELP || self->action == CAND_CLI_ACTION_VERSION)
    return g_steal_pointer (&self);
  if (!check_companions (&raw, self->action, error) || !copy_texts (self, &raw, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
cand_cli_options_free (CandCliOptions *self)
{
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->sets, g_ptr_array_unref);
  g_clear_pointer (&self->attaches, g_ptr_array_unref);
  g_free (self);
}
