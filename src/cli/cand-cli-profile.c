/* cand-cli-profile.c: --profile, and what --import says of a JSON Resume
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "cand-cli-output.h"
#include "cand-cli-profile.h"
#include "core/model/cand-resume.h"

#define MAX_COLUMNS 200

static void
print_indented (const char *words)
{
  g_autofree char *line = cand_cli_dup_line (words, MAX_COLUMNS);

  cand_cli_print ("  %s\n", line);
}

static void
print_text (CandProfile *profile, CandProfilePart part)
{
  g_auto (GStrv) lines = g_strsplit (cand_profile_get_text (profile, part), "\n", -1);

  if (cand_profile_part_is_empty (profile, part))
    return;
  cand_cli_print ("%s\n", cand_profile_part_get_label (part));
  for (char **line = lines; *line != NULL; line++)
    print_indented (*line);
}

static void
print_list (CandProfile *profile, CandProfilePart part)
{
  GPtrArray *list = cand_profile_get_list (profile, part);

  if (list->len > 0)
    cand_cli_print ("%s\n", cand_profile_part_get_label (part));
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *words = cand_profile_dup_entry_label (part, g_ptr_array_index (list, i));

      print_indented (words);
    }
}

static gboolean
is_empty (CandProfile *profile)
{
  for (CandProfilePart part = 0; part < CAND_PROFILE_N_PARTS; part++)
    if (part != CAND_PROFILE_RESUME && !cand_profile_part_is_empty (profile, part))
      return FALSE;
  return TRUE;
}

gboolean
cand_cli_profile (CandCliSession *session, const CandCliOptions *options, GError **error)
{
  CandProfile *profile = cand_library_get_profile (session->library);
  const GError *failure = cand_profile_get_save_error (profile);

  if (failure != NULL)
    {
      g_propagate_error (error, g_error_copy (failure));
      return FALSE;
    }
  if (options->json)
    {
      g_autofree char *json = cand_resume_write (profile);

      cand_cli_write (json);
      cand_cli_write ("\n");
      return TRUE;
    }
  if (is_empty (profile))
    cand_cli_print ("%s\n", _ ("There is nothing in the profile yet."));
  for (CandProfilePart part = 0; part < CAND_PROFILE_RESUME; part++)
    print_text (profile, part);
  for (CandProfilePart part = CAND_PROFILE_LINKS; part < CAND_PROFILE_N_PARTS; part++)
    print_list (profile, part);
  return TRUE;
}

/* --- what a JSON Resume brought --- */

static void
print_filled (guint filled)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;
  g_autofree char *list = NULL;

  for (CandProfilePart part = 0; part < CAND_PROFILE_N_PARTS; part++)
    if (filled & (1u << part))
      g_strv_builder_add (builder, cand_profile_part_get_label (part));
  labels = g_strv_builder_end (builder);
  list = g_strjoinv (", ", labels);
  /* Translators: %s is a list of parts of the profile, like “E-mail, Phone”. */
  cand_cli_print (_ ("Filled in: %s"), list);
  cand_cli_print ("\n");
}

static void
print_difference (const CandProfileDifference *difference)
{
  const char *label = cand_profile_part_get_label (difference->part);
  g_autofree char *present = cand_cli_dup_line (difference->present, MAX_COLUMNS);
  g_autofree char *offered = cand_cli_dup_line (difference->offered, MAX_COLUMNS);

  if (difference->part == CAND_PROFILE_RESUME)
    /* Translators: a part of the profile, and the names of members of a file. */
    cand_cli_print (_ ("%s: the file says otherwise in %s"), label, offered);
  else if (*present == '\0')
    /* Translators: a part of the profile, “Education”, and an entry of it. */
    cand_cli_print (_ ("%s: the file has “%s” too"), label, offered);
  else
    /* Translators: a part of the profile, “E-mail”, and two values of it. */
    cand_cli_print (_ ("%s: it stays “%s”; the file says “%s”"), label, present, offered);
  cand_cli_print ("\n");
}

void
cand_cli_print_resume (const CandResumeReport *report)
{
  if (report->filled != 0)
    print_filled (report->filled);
  for (guint i = 0; i < report->differences->len; i++)
    print_difference (g_ptr_array_index (report->differences, i));
  if (report->filled == 0 && report->differences->len == 0)
    cand_cli_print ("%s\n", _ ("The profile says all of that already."));
  if (report->n_odd > 0)
    {
      cand_cli_print (ngettext ("%u part of the file is kept, but could not be understood",
                                "%u parts of the file are kept, but could not be understood",
                                report->n_odd),
                      report->n_odd);
      cand_cli_print ("\n");
    }
}
