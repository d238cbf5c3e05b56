/* cand-cli-show.c: --show
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-commands.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cand-cli-json.h"
#include "cand-cli-output.h"
#include "core/library/cand-library-form.h"
#include "core/model/cand-form-summary.h"
#include "core/text/cand-blocks.h"

typedef struct
{
  GPtrArray *rows; /* (element-type GStrv) a name and a value each */
  guint widths[2];
} Facts;

/* Takes @value over; "" is left out, as nothing is said about it. */
static void
add_fact (Facts *self, const char *name, char *value)
{
  g_autofree char *text = value;
  g_autofree char *line = cand_cli_dup_line (text, 0);
  char **row;

  if (line[0] == '\0')
    return;
  row = g_new0 (char *, 3);
  row[0] = g_strdup (name);
  row[1] = g_steal_pointer (&line);
  cand_cli_measure (self->widths, (const char *const *) row);
  g_ptr_array_add (self->rows, row);
}

static void
add_dates (Facts *facts, CandPosition *position)
{
  add_fact (facts, _ ("Published"), g_strdup (cand_position_get_published (position) ?: ""));
  add_fact (facts, _ ("Updated"), g_strdup (cand_position_get_updated (position) ?: ""));
  add_fact (facts, _ ("Apply by"), g_strdup (cand_position_get_closing (position) ?: ""));
  add_fact (facts, _ ("First seen"), cand_cli_dup_local (cand_position_get_first_seen (position)));
  add_fact (facts, _ ("Last confirmed"),
            cand_cli_dup_local (cand_position_get_last_confirmed (position)));
  if (cand_position_get_revisions (position) > 1)
    add_fact (facts, _ ("Changed"), cand_cli_dup_local (cand_position_get_changed (position)));
}

/* "" where nothing is said about it. (transfer full) */
static char *
dup_place (CandPosition *position)
{
  if (cand_position_get_locations (position)[0] == NULL &&
      cand_position_get_workplace (position) == CAND_WORKPLACE_UNKNOWN)
    return g_strdup ("");
  return cand_position_dup_place (position);
}

/* The range in figures, and the employer's words; those alone where they give it. (transfer full)
 */
static char *
dup_pay (CandPosition *position)
{
  const CandPay *pay = cand_position_get_pay (position);
  const char *words = cand_position_get_pay_text (position);
  g_autofree char *label = NULL;

  if (pay == NULL)
    return g_strdup (words);
  label = cand_pay_dup_label (pay);
  if (words[0] == '\0')
    return g_steal_pointer (&label);
  if (cand_pay_is_said_by (pay, words))
    return g_strdup (words);
  /* Translators: a range of pay, and the employer's words for it. */
  return g_strdup_printf (_ ("%s (%s)"), label, words);
}

/* "" where its form is not known. (transfer full) */
static char *
dup_asks (CandForm *form)
{
  g_autoptr (CandFormSummary) summary = NULL;
  g_autofree char *label = NULL;

  if (form == NULL)
    return g_strdup ("");
  summary = cand_form_summary_new (form);
  label = cand_form_summary_dup_label (summary);
  if (cand_form_get_source (form) == CAND_FORM_SOURCE_BOARD)
    return g_steal_pointer (&label);
  /* Translators: %s is "14 questions, 9 required": those that nearly every form has, as the
   * employer's own form is not known. */
  return g_strdup_printf (_ ("%s (the usual questions)"), label);
}

static void
print_facts (CandPosition *position, CandForm *form)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  Facts facts = { .rows = rows };
  const char *workplace = cand_position_get_workplace_words (position);

  add_fact (&facts, _ ("State"), g_strdup (cand_position_get_state_label (position)));
  add_fact (&facts, _ ("Team"), g_strdup (cand_position_get_team (position)));
  add_fact (&facts, _ ("Place"), dup_place (position));
  /* Ours is beside the place. */
  if (!g_str_equal (workplace, cand_position_get_workplace_label (position)))
    add_fact (&facts, _ ("Workplace"), g_strdup (workplace));
  add_fact (&facts, _ ("Type"), g_strdup (cand_position_get_employment_text (position)));
  add_fact (&facts, _ ("Pay"), dup_pay (position));
  add_fact (&facts, _ ("Education"), g_strdup (cand_position_get_education (position)));
  add_fact (&facts, _ ("Experience"), g_strdup (cand_position_get_experience (position)));
  add_fact (&facts, _ ("Function"), g_strdup (cand_position_get_function (position)));
  add_dates (&facts, position);
  /* Translators: what a form asks: "Asks  14 questions, 9 required". */
  add_fact (&facts, _ ("Asks"), dup_asks (form));
  add_fact (&facts, _ ("Address"), g_strdup (cand_position_get_url (position)));
  add_fact (&facts, _ ("Apply at"), g_strdup (cand_position_get_application_url (position)));
  add_fact (&facts, _ ("Key"), g_strdup (cand_position_get_key (position)));

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *row = cand_cli_dup_row (facts.widths, g_ptr_array_index (rows, i));

      cand_cli_print ("  %s\n", row);
    }
}

static void
print_words (CandPosition *position, CandForm *form)
{
  g_autofree char *title = cand_cli_dup_line (cand_position_get_title (position), 0);
  g_autofree char *organisation = cand_cli_dup_line (cand_position_get_organisation (position), 0);
  const char *html = cand_position_get_description (position);

  cand_cli_print ("%s\n%s\n\n", title, organisation);
  print_facts (position, form);
  if (cand_position_get_summary (position)[0] != '\0')
    cand_cli_print ("\n%s\n", cand_position_get_summary (position));
  if (html != NULL && html[0] != '\0')
    {
      g_autoptr (GPtrArray) blocks = cand_blocks_new_from_html (html, -1, NULL);
      g_autofree char *text = cand_blocks_to_text (blocks);

      cand_cli_print ("\n%s\n", g_strchomp (text));
    }
}

/* What the board's list lacks is asked for now; where that fails, what is known is shown. FALSE
 * when it was interrupted. */
static gboolean
complete (CandCliSession *session, CandPosition *position, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_read_position_async (session->library, position, session->cancellable,
                                    cand_cli_keep_result, &result);
  cand_cli_await (&result);
  cand_library_read_position_finish (session->library, result, NULL);
  return !g_cancellable_set_error_if_cancelled (session->cancellable, error);
}

/* What it asks as far as that is known; no board is asked for it. (transfer full) (nullable) */
static CandForm *
load_form (CandCliSession *session, CandPosition *position)
{
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_load_form_async (session->library, cand_position_get_key (position), FALSE,
                                session->cancellable, cand_cli_keep_result, &result);
  cand_cli_await (&result);
  return cand_library_load_form_finish (session->library, result, NULL, NULL);
}

gboolean
cand_cli_show (CandCliSession *session, const CandCliOptions *options, GError **error)
{
  g_autofree char *key = cand_cli_session_find (session, options->subject, error);
  g_autoptr (CandPosition) position = NULL;
  g_autoptr (CandForm) form = NULL;

  if (key == NULL)
    return FALSE;
  position = cand_cli_session_load (session, key, error);
  if (position == NULL || !complete (session, position, error))
    return FALSE;
  form = load_form (session, position);
  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      cand_cli_json_add_position (builder, position, form);
      cand_cli_json_print (builder);
    }
  else
    print_words (position, form);
  return TRUE;
}
