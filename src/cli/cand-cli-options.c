/* cand-cli-options.c: what the arguments ask for
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-options.h"

#include <glib/gi18n-lib.h>

/* The option that asks for an action, and whether it has anything to print as JSON. */
static const struct
{
  const char *name;
  gboolean has_json;
} actions[CAND_CLI_N_ACTIONS] = {
  [CAND_CLI_ACTION_HELP] = { "--help", FALSE },
  [CAND_CLI_ACTION_VERSION] = { "--version", FALSE },
  [CAND_CLI_ACTION_LIST] = { "--list", TRUE },
  [CAND_CLI_ACTION_REFRESH] = { "--refresh", TRUE },
  [CAND_CLI_ACTION_SHOW] = { "--show", TRUE },
  [CAND_CLI_ACTION_FOLLOW] = { "--follow", TRUE },
  [CAND_CLI_ACTION_UNFOLLOW] = { "--unfollow", FALSE },
  [CAND_CLI_ACTION_BOARDS] = { "--boards", TRUE },
  [CAND_CLI_ACTION_IMPORT] = { "--import", TRUE },
  [CAND_CLI_ACTION_EXPORT] = { "--export", FALSE },
  [CAND_CLI_ACTION_PROGRAMME] = { "--programme", TRUE },
  [CAND_CLI_ACTION_DRAFT] = { "--draft", TRUE },
  [CAND_CLI_ACTION_APPLICATIONS] = { "--applications", TRUE },
  [CAND_CLI_ACTION_PROFILE] = { "--profile", TRUE },
};

/* The arguments as GOption leaves them. Texts are taken as file names, byte for byte: GOption would
 * refuse every word beyond ASCII in the C locale, while UTF-8 is what people have there too. What
 * can be given only once is taken as often as it comes, so that the rest is not dropped silently.
 */
typedef struct
{
  gboolean flags[CAND_CLI_N_ACTIONS];
  char **subjects[CAND_CLI_N_ACTIONS];
  gboolean json;
  gboolean with_sensitive;
  char **searches;
  char **sets;
  char **attaches;
  char **rest;
} RawOptions;

G_DEFINE_QUARK (cand - cli - error - quark, cand_cli_error)

static void
raw_options_clear (RawOptions *self)
{
  for (gsize i = 0; i < CAND_CLI_N_ACTIONS; i++)
    g_clear_pointer (&self->subjects[i], g_strfreev);
  g_clear_pointer (&self->searches, g_strfreev);
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
#define FLAG(action) 0, G_OPTION_ARG_NONE, &raw->flags[CAND_CLI_ACTION_##action]
#define SUBJECT(action) 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->subjects[CAND_CLI_ACTION_##action]
  const GOptionEntry entries[] = {
    { "help", 'h', FLAG (HELP), N_ ("Show this help"), NULL },
    { "version", 0, FLAG (VERSION), N_ ("Show the version"), NULL },
    { "list", 0, FLAG (LIST), N_ ("List the positions, grouped by team"), NULL },
    { "search", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->searches,
      N_ ("With --list: only those that have these words"), N_ ("TEXT") },
    { "show", 0, SUBJECT (SHOW), N_ ("Show one position with its text"), N_ ("KEY") },
    { "refresh", 0, FLAG (REFRESH), N_ ("Ask the boards, and tell what is new, changed or gone"),
      NULL },
    { "follow", 0, SUBJECT (FOLLOW),
      N_ ("Follow the board, announcement or blog that an address leads to"), N_ ("ADDRESS") },
    { "unfollow", 0, SUBJECT (UNFOLLOW), N_ ("Follow it no longer"), N_ ("BOARD") },
    { "boards", 0, FLAG (BOARDS), N_ ("List what is followed"), NULL },
    { "import", 0, SUBJECT (IMPORT),
      N_ ("Take in a list of boards (OPML or JSON), or a JSON Resume"), N_ ("FILE") },
    { "export", 0, SUBJECT (EXPORT), N_ ("Write the list of boards (.opml or .json)"),
      N_ ("FILE") },
    { "programme", 0, FLAG (PROGRAMME),
      N_ ("Show the announcement that ships, or the one that follows"), NULL },
    { "draft", 0, SUBJECT (DRAFT), N_ ("Begin or continue the application for a position"),
      N_ ("KEY") },
    { "set", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->sets,
      N_ ("With --draft: answer a field; may be repeated"), N_ ("FIELD=TEXT") },
    { "attach", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->attaches,
      N_ ("With --draft: keep a copy of a file as the answer; may be repeated"),
      N_ ("FIELD=FILE") },
    { "applications", 0, FLAG (APPLICATIONS), N_ ("List the applications"), NULL },
    { "profile", 0, FLAG (PROFILE), N_ ("Show your profile; with --json, as JSON Resume"), NULL },
    { "with-sensitive", 0, 0, G_OPTION_ARG_NONE, &raw->with_sensitive,
      N_ ("With --draft: print answers about pay, consent and the like, too"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &raw->json, N_ ("Print JSON, and nothing else"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->rest, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
#undef FLAG
#undef SUBJECT
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
         "address; BOARD is what --boards shows (workable:huggingface), or a web address.\n"
         "--programme takes a name that --boards shows, a file, or a web address.\n"
         "FIELD is the id of a question as --draft KEY shows it. TEXT is, for a\n"
         "  choice        an option’s id or exact label; several one a line or parted by “;”\n"
         "  yes/no        yes, no, true or false\n"
         "  date          2026-09-01\n"
         "  group         a JSON array of objects from inner id to text\n"
         "Nothing after “=” takes the answer or the file away.\n\n"
         "Exit status: 0 when done, 1 when something failed (standard error says what), 2 when\n"
         "the options make no sense."));
  return g_option_context_get_help (context, TRUE, NULL);
}

gboolean
cand_cli_has_suffix (const char *name, const char *suffix)
{
  gsize length = strlen (name);
  gsize tail = strlen (suffix);

  return length > tail && g_ascii_strcasecmp (name + length - tail, suffix) == 0;
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

/* Whether @argument is @option with "=" and a value. */
static gboolean
has_value (const char *argument, const char *option)
{
  return g_str_has_prefix (argument, option) && argument[strlen (option)] == '=';
}

/* GOption drops the value that a flag is given, and the person would not know. */
static gboolean
check_flags (int argc, char **argv, GError **error)
{
  const char *flags[] = { "--help",           "--version",   "--list",         "--refresh",
                          "--boards",         "--programme", "--applications", "--profile",
                          "--with-sensitive", "--json" };

  for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (flags); j++)
      if (has_value (argv[i], flags[j]))
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

static gboolean
check_once (char **given, const char *option, GError **error)
{
  if (given == NULL || given[0] == NULL || given[1] == NULL)
    return TRUE;
  g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_USAGE, _ ("%s can be given only once"),
               option);
  return FALSE;
}

/* The one action there is. More than one is an error; the window's business is none. */
static gboolean
find_action (const RawOptions *raw, CandCliAction *action, GError **error)
{
  *action = CAND_CLI_ACTION_NONE;
  for (CandCliAction i = CAND_CLI_ACTION_LIST; i < CAND_CLI_N_ACTIONS; i++)
    {
      if (!raw->flags[i] && raw->subjects[i] == NULL)
        continue;
      if (*action != CAND_CLI_ACTION_NONE)
        {
          g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_USAGE,
                       /* Translators: two options, --list and --refresh. */
                       _ ("%s and %s cannot be done at the same time"), actions[*action].name,
                       actions[i].name);
          return FALSE;
        }
      *action = i;
    }
  if (raw->flags[CAND_CLI_ACTION_VERSION])
    *action = CAND_CLI_ACTION_VERSION;
  if (raw->flags[CAND_CLI_ACTION_HELP])
    *action = CAND_CLI_ACTION_HELP;
  return TRUE;
}

static void
refuse_json (CandCliAction action, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *list = NULL;

  if (action != CAND_CLI_ACTION_NONE)
    {
      g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_USAGE,
                   /* Translators: %s is an option, --export. */
                   _ ("%s has nothing to print as JSON"), actions[action].name);
      return;
    }
  for (gsize i = 0; i < CAND_CLI_N_ACTIONS; i++)
    if (actions[i].has_json)
      g_strv_builder_add (builder, actions[i].name);
  names = g_strv_builder_end (builder);
  list = g_strjoinv (", ", names);
  g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_USAGE,
               /* Translators: %s is a list of options. */
               _ ("--json needs something to print, one of %s"), list);
}

/* Refuses what the action has no use for: a mistyped command must not do half of what was meant. */
static gboolean
check_companions (const RawOptions *raw, CandCliAction action, GError **error)
{
  guint n_rest = raw->rest != NULL ? g_strv_length (raw->rest) : 0;
  guint n_taken = action == CAND_CLI_ACTION_NONE || action == CAND_CLI_ACTION_PROGRAMME ? 1 : 0;

  if (!check_once (raw->subjects[action], actions[action].name, error) ||
      !check_once (raw->searches, "--search", error))
    return FALSE;
  if (raw->searches != NULL && action != CAND_CLI_ACTION_LIST)
    set_usage_error (error, _ ("--search belongs to --list"));
  else if (raw->sets != NULL && action != CAND_CLI_ACTION_DRAFT)
    set_usage_error (error, _ ("--set belongs to --draft"));
  else if (raw->attaches != NULL && action != CAND_CLI_ACTION_DRAFT)
    set_usage_error (error, _ ("--attach belongs to --draft"));
  else if (raw->with_sensitive && action != CAND_CLI_ACTION_DRAFT)
    set_usage_error (error, _ ("--with-sensitive belongs to --draft"));
  else if (raw->json && !actions[action].has_json)
    refuse_json (action, error);
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

/* The format goes by the name, and nobody wants to find out from the content. */
static gboolean
check_export (const char *name, GError **error)
{
  g_autofree char *shown = NULL;

  if (cand_cli_has_suffix (name, ".opml") || cand_cli_has_suffix (name, ".json"))
    return TRUE;
  shown = g_utf8_make_valid (name, -1);
  g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_USAGE,
               _ ("--export writes a file whose name ends in .opml or .json, not “%s”"), shown);
  return FALSE;
}

/* What the action is about. */
static gboolean
copy_subject (CandCliOptions *self, const RawOptions *raw, GError **error)
{
  const char *subject = NULL;

  if (self->action == CAND_CLI_ACTION_PROGRAMME)
    subject = raw->rest != NULL ? raw->rest[0] : NULL;
  else if (raw->subjects[self->action] != NULL)
    subject = raw->subjects[self->action][0];
  if (subject == NULL)
    return TRUE;

  if (self->action == CAND_CLI_ACTION_PROGRAMME || self->action == CAND_CLI_ACTION_IMPORT ||
      self->action == CAND_CLI_ACTION_EXPORT)
    self->subject = g_strdup (subject);
  else
    self->subject = dup_utf8 (subject, strlen (subject), actions[self->action].name, error);
  return self->subject != NULL &&
         (self->action != CAND_CLI_ACTION_EXPORT || check_export (self->subject, error));
}

static gboolean
copy_texts (CandCliOptions *self, const RawOptions *raw, GError **error)
{
  if (!copy_subject (self, raw, error))
    return FALSE;
  if (raw->searches != NULL &&
      (self->search = dup_utf8 (raw->searches[0], strlen (raw->searches[0]), "--search", error)) ==
          NULL)
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
  self->with_sensitive = raw.with_sensitive;
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
