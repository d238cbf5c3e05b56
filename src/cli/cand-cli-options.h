/* cand-cli-options.h: what the arguments ask for
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CAND_CLI_ERROR (cand_cli_error_quark ())
/**
 * CandCliError:
 * @CAND_CLI_ERROR_USAGE: the arguments make no sense
 * @CAND_CLI_ERROR_FAILED: they do, but it cannot be done; messages of both are translated
 */
typedef enum
{
  CAND_CLI_ERROR_USAGE,
  CAND_CLI_ERROR_FAILED,
} CandCliError;
GQuark cand_cli_error_quark (void);

/**
 * CandCliAction:
 * @CAND_CLI_ACTION_NONE: nothing of the command line's: the window is wanted
 */
typedef enum
{
  CAND_CLI_ACTION_NONE,
  CAND_CLI_ACTION_HELP,
  CAND_CLI_ACTION_VERSION,
  CAND_CLI_ACTION_LIST,
  CAND_CLI_ACTION_REFRESH,
  CAND_CLI_ACTION_SHOW,
  CAND_CLI_ACTION_FOLLOW,
  CAND_CLI_ACTION_UNFOLLOW,
  CAND_CLI_ACTION_BOARDS,
  CAND_CLI_ACTION_IMPORT,
  CAND_CLI_ACTION_EXPORT,
  CAND_CLI_ACTION_PROGRAMME,
  CAND_CLI_ACTION_DRAFT,
  CAND_CLI_ACTION_APPLICATIONS,
  CAND_CLI_ACTION_PROFILE,
} CandCliAction;
#define CAND_CLI_N_ACTIONS (CAND_CLI_ACTION_PROFILE + 1)

/* FIELD=VALUE, split at the first "=". */
typedef struct
{
  char *field; /* UTF-8 */
  char *value; /* --set: UTF-8; --attach: a file name as the system spells it */
} CandCliAssignment;

typedef struct
{
  CandCliAction action;
  gboolean json;
  gboolean with_sensitive; /* --draft prints also what was answered to sensitive questions */
  char *subject;           /* (nullable) what the action is about: a key, an address; UTF-8, but for
                              --import, --export and --programme, which take a file name as the system
                              spells it */
  char *search;            /* (nullable) */
  GPtrArray *sets;         /* (element-type CandCliAssignment) in the order given */
  GPtrArray *attaches;     /* (element-type CandCliAssignment) */
} CandCliOptions;

/* Reads the arguments without changing @argv. NULL with CAND_CLI_ERROR_USAGE. */
CandCliOptions *cand_cli_options_new (int argc, char **argv, GError **error);
void cand_cli_options_free (CandCliOptions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandCliOptions, cand_cli_options_free)

/* Whether the file @name ends in @suffix (".json"), in any case, with something before it. */
gboolean cand_cli_has_suffix (const char *name, const char *suffix);

/* The whole of --help, translated. (transfer full) */
char *cand_cli_options_dup_help (void);

G_END_DECLS
