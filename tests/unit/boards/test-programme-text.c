/* test-programme-text.c: what an announcement's words and links say
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/programme/cand-programme-reader.h"

#include <string.h>

#include "lib/cand-test.h"

static CandProgramme *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CandProgramme *programme = cand_programme_read (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return programme;
}

static void
assert_list (const char *const *list, const char *lines)
{
  g_autofree char *joined = g_strjoinv ("\n", (char **) list);

  g_assert_cmpstr (joined, ==, lines);
}

/* The positions of @text as "title | summary | key" on lines. */
static char *
dup_positions (const char *text)
{
  g_autoptr (CandProgramme) programme = read_text (text);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < cand_programme_get_n_entries (programme); i++)
    {
      const CandProgrammeEntry *entry = cand_programme_get_entry (programme, i);

      g_string_append_printf (lines, "%s%s | %s | %s", i > 0 ? "\n" : "", entry->title,
                              entry->summary, entry->key);
    }
  return g_string_free (lines, FALSE);
}

#define WORKABLE "apply.workable.com/acme/j/AAAAAAAAA"
#define FIRST "(https://" WORKABLE "1/)"
#define SECOND "(https://" WORKABLE "2/)"
#define THIRD "(https://" WORKABLE "3/)"
#define KEY "workable:acme:AAAAAAAAA"

static void
test_positions (void)
{
  static const struct
  {
    const char *text;
    const char *positions;
  } texts[] = {
    /* Schemes in capitals, and none. */
    { "# Jobs\n\n- [Compiler Intern](HTTPS://" WORKABLE
      "1/): builds\n- [Docs Intern](Http://" WORKABLE "2/): writes",
      "Compiler Intern | builds | " KEY "1\nDocs Intern | writes | " KEY "2" },
    { "- [Compiler Intern](" WORKABLE "1/): builds\n- [Docs](docs/index.html)\n"
      "- [Docs Intern](" WORKABLE "2/): writes",
      "Compiler Intern | builds | " KEY "1\nDocs Intern | writes | " KEY "2" },
    /* The words of a link are left as they are. */
    { "# Postdocs\n\n- [Postdoc A]" FIRST ": builds\n- [Analyst, Hepatitis A]" SECOND
      ": writes\n- [Work in progress, the]" THIRD ": reads",
      "Postdoc A | builds | " KEY "1\nAnalyst, Hepatitis A | writes | " KEY
      "2\nWork in progress, the | reads | " KEY "3" },
    { "- **Postdoc A**: builds. [Apply]" FIRST "\n- A [Painter]" SECOND " and a [Writer]" THIRD,
      "Postdoc A | builds. | " KEY "1\nPainter |  | " KEY "2\nWriter |  | " KEY "3" },
    { "| Position | Place |\n|-|-|\n| [Postdoc A]" FIRST " | Oslo |\n| [Postdoc B]" SECOND
      " | Rome |",
      "Postdoc A | Oslo | " KEY "1\nPostdoc B | Rome | " KEY "2" },
    { "# Fellows\n\n- [A]" FIRST ": paints\n- [B]" SECOND ": writes",
      "A | paints | " KEY "1\nB | writes | " KEY "2" },
    /* Sentences that say who is looked for. */
    { "# Hiring\n\nWe hire a Rust engineer to do Rust ([link]" FIRST
      "), a Go engineer ([link]" SECOND ") and a Zig engineer ([link]" THIRD ").",
      "Rust engineer |  | " KEY "1\nGo engineer |  | " KEY "2\nZig engineer |  | " KEY "3" },
    { "# We hire\n\nWe are looking for a Rust engineer. If that is you, [apply here]" FIRST
      ".\n\nWe are also looking for a Go engineer. If that is you, [apply here]" SECOND ".",
      "Rust engineer |  | " KEY "1\nGo engineer |  | " KEY "2" },
    { "## Rust Wrangler\n\nWe are looking for an engineer who is patient. [Apply]" FIRST,
      "Rust Wrangler | We are looking for an engineer who is patient. | " KEY "1" },
    /* Nothing names them: never several by the name of the announcement, which one may have. */
    { "# We hire\n\nIf you like colours, [come and paint!]" FIRST
      "\n\nIf you like words, [come and write!]" SECOND,
      "come and paint! |  | " KEY "1\ncome and write! |  | " KEY "2" },
    { "# Painter wanted\n\nIf this is for you, [apply here]" FIRST ".",
      "Painter wanted |  | " KEY "1" },
    /* Other places of one position. */
    { "* [Rust Engineer]" FIRST " (also in [Oslo]" SECOND ")\n* [Go Engineer]" THIRD ": goes",
      "Rust Engineer | (also in Oslo) | " KEY "1\nGo Engineer | goes | " KEY "3" },
    { "* Rust Engineer (also in [Oslo]" FIRST ")\n* [Go Engineer]" SECOND ": goes",
      "Rust Engineer |  | " KEY "1\nGo Engineer | goes | " KEY "2" },
    /* What is struck through is closed. */
    { "* ~~[Go Engineer]" FIRST "~~ (filled)\n* [Zig Engineer]" SECOND ": zags",
      "Zig Engineer | zags | " KEY "2" },
    { "## Open positions\n\n- [Painter](HTTPS://acme.example/jobs/painter): paints\n"
      "- ~~[Cook](https://acme.example/jobs/cook): cooks~~\n- [Docs Intern]" SECOND ": writes",
      "Painter | paints | \nDocs Intern | writes | " KEY "2" },
    /* Words of buttons are no part of a brief. */
    { "- **Backend Engineer** — builds. [Details](https://acme.example/b) · [Apply]" FIRST
      "\n- Security Fellow - apply [here]" SECOND "\n- [Fellow]" THIRD ": helps people apply",
      "Backend Engineer | builds. | " KEY "1\nSecurity Fellow |  | " KEY
      "2\nFellow | helps people apply | " KEY "3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *positions = dup_positions (texts[i].text);

      g_assert_cmpstr (positions, ==, texts[i].positions);
    }
}

static void
test_steps (void)
{
  static const char roles[] = "# Jobs\n\n## Roles\n\n- [Compiler Intern]" FIRST
                              ": builds\n- [Docs Intern]" SECOND ": writes\n\n";
  static const struct
  {
    const char *text;
    const char *how_to_apply;
    const char *checklist;
  } texts[] = {
    { "To apply:\n\n- Read the posting\n- Send a mail to jobs@acme.example",
      "To apply:\n\n• Read the posting\n• Send a mail to jobs@acme.example",
      "Read the posting\nSend a mail to jobs@acme.example" },
    { "To apply, please send us:\n\n1. A letter\n2. A drawing\n\nWe like drawings.",
      "To apply, please send us:\n\n1. A letter\n2. A drawing", "A letter\nA drawing" },
    { "To apply:\n\n- [Rust Engineer]" THIRD ": rusts", "", "" },
    { "## Applying\n\nYou must include a letter. You must not use AI. You should never apply "
      "twice.",
      "You must include a letter. You must not use AI. You should never apply twice.",
      "Include a letter\nYou must not use AI\nYou should never apply twice" },
    { "## How to apply\n\n1. Complete the form.\n2. Attach:\n   - CV\n   - Letter",
      "1. Complete the form.\n2. Attach:\n• CV\n• Letter", "Complete the form\nCV\nLetter" },
    { "## Next steps\n\n1. Read the posting\n2. Send a mail\n\n## Interview process\n\n1. Phone",
      "1. Read the posting\n2. Send a mail", "Read the posting\nSend a mail" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = g_strconcat (roles, texts[i].text, NULL);
      g_autoptr (CandProgramme) programme = read_text (text);

      g_assert_cmpstr (cand_programme_get_how_to_apply (programme), ==, texts[i].how_to_apply);
      assert_list (cand_programme_get_checklist (programme), texts[i].checklist);
    }
}

static void
test_bylines (void)
{
  static const struct
  {
    const char *line;
    const char *date;
    const char *authors;
  } lines[] = {
    { "Posted on 2031-02-28 by Ada Lovelace and Grace Hopper", "2031-02-28",
      "Ada Lovelace\nGrace Hopper" },
    { "*Posted: 2031/02/03*", "2031-02-03", "" },
    { "*Posted: 2031/02/03*  \n*Authors: Ada Lovelace, Grace Hopper & Alan Turing*", "2031-02-03",
      "Ada Lovelace\nGrace Hopper\nAlan Turing" },
    { "Published on 3 March 2031 by Ada Lovelace", "2031-03-03", "Ada Lovelace" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *text =
          g_strconcat ("# Jobs\n\n", lines[i].line, "\n\n- [Painter]" FIRST ": paints", NULL);
      g_autoptr (CandProgramme) programme = read_text (text);

      g_assert_cmpstr (cand_programme_get_date (programme), ==, lines[i].date);
      assert_list (cand_programme_get_authors (programme), lines[i].authors);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/programme-text/positions", test_positions);
  g_test_add_func ("/programme-text/steps", test_steps);
  g_test_add_func ("/programme-text/bylines", test_bylines);
  return g_test_run ();
}
