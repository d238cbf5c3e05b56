/* test-programme-siblings.c: which links of an announcement are positions, and what they are called
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/programme/cand-programme-reader.h"

#include <string.h>

#include "core/boards/cand-board-system.h"
#include "lib/cand-test.h"

#define A "https://apply.workable.com/acme/j/AAAAAAAA01"
#define B "https://apply.workable.com/acme/j/AAAAAAAA02"
#define KEY_A "workable:acme:AAAAAAAA01"
#define KEY_B "workable:acme:AAAAAAAA02"
#define OWN "https://acme.example"
#define ADDRESS "https://www.acme.example/blog/hiring"

/* One line an entry: title, team, brief, address and key. "" for no position at all. */
typedef struct
{
  const char *name;
  const char *address;
  const char *text;
  const char *entries;
} Case;

static const Case cases[] = {
  /* Beside positions that we know. */
  { "list", NULL,
    "# Roles\n\n## Positions\n\n- [Rocket](" A "), flies\n- [Sled](" OWN
    "/jobs/2?utm_source=x), slides\n"
    "- [Wizard](https://jobs.bigcorp.example/wizard)\n",
    "Rocket||flies|" A "|" KEY_A "\nSled||slides|" OWN "/jobs/2|\n"
    "Wizard|||https://jobs.bigcorp.example/wizard|\n" },
  { "list-of-any-heading", ADDRESS,
    "# We grow\n\n## Science\n\n- [Rocket](" A ")\n- [Sled](/sled)\n",
    "Rocket|Science||" A "|" KEY_A "\nSled|Science||https://www.acme.example/sled|\n" },
  { "table", NULL,
    "# Roles\n\n|Role|Team|Apply|\n|-|-|-|\n|Rocket|Sky|[Apply](" A ")|\n|Sled|Snow|[Apply](" OWN
    "/jobs/2)|\n",
    "Rocket|Sky||" A "|" KEY_A "\nSled|Snow||" OWN "/jobs/2|\n" },
  { "headings", NULL,
    "# Join\n\n## [Rocket](" A ")\n\nIt flies.\n\n## [Sled](" OWN "/jobs/2)\n\nIt slides.\n",
    "Rocket||It flies.|" A "|" KEY_A "\nSled||It slides.|" OWN "/jobs/2|\n" },
  { "sections", NULL,
    "# Join\n\n## Rocket\n\nIt flies.\n\n[Apply now](" A ")\n\n## Sled\n\nIt slides.\n\n"
    "[Apply now](" OWN "/jobs/2)\n",
    "Rocket||It flies.|" A "|" KEY_A "\nSled||It slides.|" OWN "/jobs/2|\n" },
  { "other-shape", NULL,
    "# Join\n\n- [Rocket](" A ") with [the science team](" OWN "/science)\n"
    "- Read [our jobs](" OWN "/jobs/why)\n\n[Sled](" OWN "/jobs/2)\n",
    "Rocket||with the science team|" A "|" KEY_A "\n" },
  { "no-positions-beside", ADDRESS,
    "# Join\n\n- [Rocket](" A ")\n- [Last year](/blog/hiring-2022)\n- [The team](/team)\n"
    "- [Ada Lovelace](/people/ada)\n- [LinkedIn](https://www.linkedin.com/jobs/view/1)\n"
    "- [Code](https://github.com/acme/jobs)\n- [Handbook](https://docs.acme.example/jobs/x)\n"
    "- [Mail](mailto:jobs@acme.example)\n- [Elsewhere](https://other.example/x)\n"
    "- [All of them](" OWN "/careers)\n- [Life](/careers/life)\n- [Top](#top)\n"
    "- [Start](/)\n- [Apply here](/jobs/3)\n",
    "Rocket|||" A "|" KEY_A "\n" },
  /* With nothing else. */
  { "own", NULL,
    "# Roles\n\n## Positions\n\n- [Rocket](" OWN "/jobs/1?utm_source=z&id=3), flies\n- [Sled](" OWN
    "/jobs/2)\n",
    "Rocket||flies|" OWN "/jobs/1?id=3|\nSled|||" OWN "/jobs/2|\n" },
  { "own-under-team", ADDRESS,
    "# We hire\n\n## Open roles\n\n### Science team\n\n- [Rocket](/r/1)\n",
    "Rocket|Science team||https://www.acme.example/r/1|\n" },
  { "own-after-lead", ADDRESS,
    "# News\n\nThe following internships are available:\n\n- [Rocket](/r/1)\n- [Sled](/r/2)\n",
    "Rocket|||https://www.acme.example/r/1|\nSled|||https://www.acme.example/r/2|\n" },
  { "own-table", ADDRESS,
    "# Vacancies\n\n|Job|Apply|\n|-|-|\n|Rocket|[Apply](/r/1)|\n|Sled|[Apply](/r/2)|\n",
    "Rocket|||https://www.acme.example/r/1|\nSled|||https://www.acme.example/r/2|\n" },
  { "own-without-heading", ADDRESS,
    "# We are hiring\n\n## Science\n\n- [Rocket](/jobs/1)\n- [Sled](/jobs/2)\n", "" },
  { "own-navigation", ADDRESS,
    "# News\n\n## Jobs\n\n- [Students](/jobs/students)\n- [About us](/about)\n", "" },
  { "own-people", ADDRESS,
    "# Internships\n\n## Positions\n\nYour mentors are:\n\n- [Ada](/ada)\n- [Grace](/grace)\n",
    "" },
  { "own-posts", ADDRESS,
    "# Internships\n\n- [The summer of Ada](/blog/ada)\n- [The rocket](/stories/rocket)\n", "" },
  { "own-related", ADDRESS,
    "# Internships\n\n## Positions\n\nNone.\n\n### Related posts\n\n- [Rockets](/rockets)\n", "" },
  { "own-docs", NULL, "# Roles\n\n- [Admin](https://docs.acme.example/roles/admin)\n", "" },
  { "own-several-sites", NULL,
    "# Jobs\n\n- [Rocket](https://acme.example/1)\n- [Sled](https://other.example/2)\n", "" },
  { "own-social", NULL, "# Jobs\n\n- [Rocket](https://x.com/acme)\n", "" },
  { "own-one-form", ADDRESS,
    "# Jobs\n\n- Rocket ([apply](/jobs/form))\n- Sled ([apply](/jobs/form))\n", "" },
  { "own-in-navigation", ADDRESS,
    "<h1>We moved</h1><nav><h2>Jobs</h2><ul><li><a href=/jobs/1>Rocket</a></ul></nav>"
    "<p>Far away.</p><footer><h2>Open positions</h2><ul><li><a href=/jobs/2>Sled</a></ul></footer>",
    "" },
  { "own-how-to-apply", ADDRESS,
    "# Roles\n\n## How to apply for jobs\n\n- [Our form](/jobs/form)\n", "" },
  /* What they are called, and what is said of them. */
  { "card", NULL,
    "<h1>Roles</h1><div><h3>Rocket</h3><span>Paris</span><a href=" A ">Apply now</a></div>"
    "<div><h3>Sled</h3><a href=" B ">Learn more</a></div>",
    "Rocket||Paris|" A "|" KEY_A "\nSled|||" B "|" KEY_B "\n" },
  { "card-of-paragraphs", NULL,
    "<h1>Roles</h1><h3>Rocket</h3><p>Paris</p><p>Full-time</p><p><a href=" A ">Apply now</a></p>"
    "<h3>Sled</h3><p>Oslo</p><p>It slides down the hill.</p><a href=" B ">Apply now</a>",
    "Rocket||Paris|" A "|" KEY_A "\nSled||It slides down the hill.|" B "|" KEY_B "\n" },
  { "card-under-team", NULL,
    "<h1>Roles</h1><h2>Science</h2><h3>Rocket</h3><p>Paris – full-time <a href=" A ">Apply</a></p>",
    "Rocket|Science|Paris – full-time|" A "|" KEY_A "\n" },
  { "card-of-one-link", NULL,
    "<h1>Roles</h1><a href=" A "><h3>Rocket</h3><p>Paris</p></a><a href=" B
    "><h3>Sled</h3><p>It slides down the hill.</p></a>",
    "Rocket||Paris|" A "|" KEY_A "\nSled||It slides down the hill.|" B "|" KEY_B "\n" },
  { "card-in-item", NULL,
    "<h1>Roles</h1><ul><li><a href=" A "><h3>Rocket</h3><p>It flies to the moon.</p></a></ul>",
    "Rocket||It flies to the moon.|" A "|" KEY_A "\n" },
  { "one-under-each-heading", NULL,
    "# Roles\n\n## Science\n\nRocket Engineer [Apply](" A
    ")\n\n## Design\n\nSled Designer [Apply](" B ")\n",
    "Rocket Engineer|Science||" A "|" KEY_A "\nSled Designer|Design||" B "|" KEY_B "\n" },
  { "several-under-heading", NULL,
    "# Roles\n\n## Science\n\nRocket [Apply](" A ")\n\nSled [Apply](" B ")\n",
    "Rocket|Science||" A "|" KEY_A "\nSled|Science||" B "|" KEY_B "\n" },
  { "definitions", NULL,
    "<h1>Roles</h1><dl><dt><a href=" A ">Rocket</a></dt><dd>flies</dd><dt><a href=" B
    ">Sled</a></dt><dd>slides</dd></dl><p>We all work on site, in a house by the sea.</p>",
    "Rocket||flies|" A "|" KEY_A "\nSled||slides|" B "|" KEY_B "\n" },
  { "second-link", NULL,
    "# Roles\n\n- [Rocket](" A ")\n- [Rocket again](" A ")\n\n[Rocket at Acme](" A ")\n",
    "Rocket|||" A "|" KEY_A "\n" },
  { "second-link-in-row", NULL,
    "# Roles\n\n|Role|Where|More|\n|-|-|-|\n|[Rocket](" A ")|Paris|[Rocket at Acme](" A ")|\n",
    "Rocket||Paris|" A "|" KEY_A "\n" },
  { "generic", NULL, "# Roles\n\n- [Job 0](" A ")\n- [Job 1](" B ")\n",
    "Job 0|||" A "|" KEY_A "\nJob 1|||" B "|" KEY_B "\n" },
  { "generic-without-number", NULL, "# We grow\n\n- [Internship](" A ")\n- [Job](" B ")\n",
    "Internship|||" A "|" KEY_A "\nJob|||" B "|" KEY_B "\n" },
};

static void
test_case (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (expected->text, strlen (expected->text));
  g_autoptr (GError) error = NULL;
  g_autoptr (CandProgramme) programme =
      cand_programme_read (bytes, NULL, expected->address, &error);
  g_autoptr (GString) lines = g_string_new (NULL);

  if (*expected->entries == '\0')
    {
      g_assert_null (programme);
      g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOTHING_FOUND);
      return;
    }
  g_assert_no_error (error);
  for (guint i = 0; i < cand_programme_get_n_entries (programme); i++)
    {
      const CandProgrammeEntry *entry = cand_programme_get_entry (programme, i);

      g_string_append_printf (lines, "%s|%s|%s|%s|%s\n", entry->title, entry->team, entry->summary,
                              entry->url, entry->key);
    }
  g_assert_cmpstr (lines->str, ==, expected->entries);
  /* No position is a step, or says how to apply. */
  g_assert_cmpstr (cand_programme_get_how_to_apply (programme), ==, "");
  g_assert_cmpuint (g_strv_length ((GStrv) cand_programme_get_checklist (programme)), ==, 0);
}

/* As many as there may be, read in time. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("# Jobs\n\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GTimer) timer = NULL;
  g_autoptr (CandProgramme) programme = NULL;

  for (guint i = 0; i < 9000; i++)
    g_string_append_printf (text, "- [P%u](%s/jobs/%u)\n", i, OWN, i);
  bytes = g_bytes_new (text->str, text->len);
  timer = g_timer_new ();
  programme = cand_programme_read (bytes, NULL, NULL, NULL);
  /* Under a sanitizer on a loaded machine; alone it takes a tenth of it. */
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 10);
  g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, 1000);
  g_assert_cmpstr (cand_programme_get_entry (programme, 999)->url, ==, OWN "/jobs/999");
}

static void
assert_language (const char *dated, const char *heading, const char *date)
{
  g_autofree char *text =
      g_strdup_printf ("# Acme\n\n%s\n\n- [Rocket](" A ")\n\n## %s\n\n- CV\n", dated, heading);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CandProgramme) programme = cand_programme_read (bytes, NULL, NULL, NULL);

  g_test_message ("%s, %s", dated, heading);
  g_assert_nonnull (programme);
  g_assert_cmpstr (cand_programme_get_date (programme), ==, date);
  g_assert_cmpstr (cand_programme_get_how_to_apply (programme), ==, "• CV");
  g_assert_cmpstr (cand_programme_get_checklist (programme)[0], ==, "CV");
}

static void
test_languages (void)
{
  assert_language ("Publié le 3 mai 2026", "Comment postuler ?", "2026-05-03");
  assert_language ("1er août 2026", "Postuler", "2026-08-01");
  assert_language ("29 févr. 2028", "Modalités de candidature", "2028-02-29");
  assert_language ("Veröffentlicht am 3. März 2026", "Bewerbung", "2026-03-03");
  assert_language ("Am 24. Dezember 2026", "So bewirbst du dich", "2026-12-24");
  assert_language ("Publicado el 3 de mayo de 2026", "Cómo postular", "2026-05-03");
  assert_language ("15 de septiembre de 2026", "Presentar tu solicitud", "2026-09-15");
  assert_language ("31 février 2026", "How to apply", NULL);
}

/* The bytes may be of any encoding. */
static void
test_encodings (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *media_type;
  } texts[] = {
#define TEXT(bytes) bytes, sizeof (bytes) - 1
    { TEXT ("- [Fus\xc3\xa9"
            "e](" A ")"),
      NULL },
    { TEXT ("- [Fus\xe9"
            "e](" A ")"),
      NULL },
    { TEXT ("<meta charset=iso-8859-1><h1>R</h1><li><a href=" A ">Fus\xe9"
            "e</a>"),
      "text/html" },
    { TEXT ("- [Fus\xc3\xa9"
            "e](" A ")"),
      "text/markdown; charset=\"utf-8\"" },
    { TEXT ("- [Fus\x8e"
            "e](" A ")"),
      "text/markdown;charset=macintosh" },
#undef TEXT
  };
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *utf16 = g_convert ("\xef\xbb\xbf- [Fus\xc3\xa9"
                                      "e](" A ")",
                                      -1, "UTF-16LE", "UTF-8", NULL, &length, &error);
  g_autoptr (GBytes) wide = g_bytes_new (utf16, length);
  g_autoptr (CandProgramme) of_wide = cand_programme_read (wide, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (cand_programme_get_entry (of_wide, 0)->title, ==, "Fusée");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i].bytes, texts[i].length);
      g_autoptr (CandProgramme) programme =
          cand_programme_read (bytes, texts[i].media_type, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (cand_programme_get_entry (programme, 0)->title, ==, "Fusée");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/programme-siblings/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/programme-siblings/many", test_many);
  g_test_add_func ("/programme-siblings/languages", test_languages);
  g_test_add_func ("/programme-siblings/encodings", test_encodings);
  return g_test_run ();
}
