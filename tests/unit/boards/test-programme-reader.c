/* test-programme-reader.c: announcements in many shapes
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme-reading.h"

#include "core/boards/cand-board-system.h"
#include "lib/cand-test.h"
#include "programme-cases.h"

#define ADDRESS "https://huggingface.co/blog/interns-2023"
#define POSITION "https://apply.workable.com/acme/j/ABCDEF0123/"
/* Under a sanitizer on a loaded machine; alone the longest takes a tenth of it. */
#define MAX_SECONDS 10

static void
assert_list (const char *const *list, const char *lines)
{
  g_autofree char *joined = g_strjoinv ("\n", (char **) list);

  g_assert_cmpstr (joined, ==, lines);
}

static void
assert_entry (CandProgramme *programme, guint index, const Entry *expected)
{
  const CandProgrammeEntry *entry = cand_programme_get_entry (programme, index);

  g_assert_cmpstr (entry->title, ==, expected->title);
  g_assert_cmpstr (entry->team, ==, expected->team);
  g_assert_cmpstr (entry->summary, ==, expected->summary);
  g_assert_cmpstr (entry->url, ==, expected->url);
  g_assert_cmpstr (entry->key, ==, expected->key);
}

static void
test_shape (gconstpointer data)
{
  const Case *expected = data;
  g_autofree char *name = g_strconcat ("programme/", expected->file, NULL);
  g_autofree char *address = g_strconcat ("https://www.host.example/blog/", expected->file, NULL);
  g_autoptr (GBytes) text = cand_test_read_fixture (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandProgramme) programme = cand_programme_read (text, NULL, address, &error);
  g_autoptr (CandProgramme) again = cand_programme_read (text, NULL, address, NULL);
  g_autofree char *json = NULL;
  g_autofree char *json_again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (cand_programme_get_title (programme), ==, expected->title);
  assert_list (cand_programme_get_authors (programme), expected->authors);
  g_assert_cmpstr (cand_programme_get_date (programme), ==, expected->date);
  g_assert_cmpstr (cand_programme_get_url (programme), ==, address);
  g_assert_cmpstr (cand_programme_get_portal_url (programme), ==, expected->portal_url);
  g_assert_cmpstr (cand_programme_get_organisation (programme), ==, expected->organisation);
  g_assert_cmpstr (cand_programme_get_introduction (programme), ==, expected->introduction);
  g_assert_cmpstr (cand_programme_get_locations (programme), ==, expected->locations);
  g_assert_cmpstr (cand_programme_get_how_to_apply (programme), ==, expected->how_to_apply);
  g_assert_cmpstr (cand_programme_get_statement (programme), ==, expected->statement);
  assert_list (cand_programme_get_checklist (programme), expected->checklist);
  g_assert_cmpint (cand_programme_get_short_submission (programme), ==, expected->short_submission);
  for (guint i = 0; i < MIN (expected->n_entries, cand_programme_get_n_entries (programme)); i++)
    assert_entry (programme, i, &expected->entries[i]);
  g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, expected->n_entries);

  json = cand_programme_to_json (programme);
  json_again = cand_programme_to_json (again);
  g_assert_cmpstr (json, ==, json_again);
  g_assert_null (cand_programme_compare (programme, again));
}

static void
test_nothing (void)
{
  g_autoptr (GBytes) text = cand_test_read_fixture ("programme/nothing.md");
  g_autoptr (GError) error = NULL;

  g_assert_null (cand_programme_read (text, NULL, NULL, &error));
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOTHING_FOUND);
  g_assert_cmpstr (error->message, ==,
                   "The text links to no position on a job board that Candidacy knows");
}

static void
test_no_text (void)
{
  static const struct
  {
    const char *text;
    gsize length;
  } texts[] = { { "", 0 }, { " \n\t\r\n", 5 }, { "\0\0\0", 3 }, { "\xef\xbb\xbf", 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i].text, texts[i].length);
      g_autoptr (GError) error = NULL;

      g_assert_null (cand_programme_read (bytes, NULL, NULL, &error));
      g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
    }
}

static void
test_media_types (void)
{
  static const char html[] =
      "<p>Read</p>\n\n    <p>[x](y) <a href=\"" POSITION "\">Painter</a></p>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));
  g_autoptr (CandProgramme) page = cand_programme_read (bytes, "text/html", NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (page);
  g_assert_cmpstr (cand_programme_get_entry (page, 0)->title, ==, "Painter");
  /* As Markdown what is indented is code. */
  g_assert_null (cand_programme_read (bytes, "text/markdown", NULL, &error));
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOTHING_FOUND);
}

static void
test_names (void)
{
  static const struct
  {
    const char *address;
    const char *name;
    const char *url;
  } names[] = {
    { "https://huggingface.co/blog/interns-2023", "huggingface-interns-2023",
      "https://huggingface.co/blog/interns-2023" },
    { "https://huggingface.co/blog/interns-2023/?utm_source=mail", "huggingface-interns-2023",
      "https://huggingface.co/blog/interns-2023" },
    { "https://huggingface.co/blog/interns-2023?x=1#positions", "huggingface-interns-2023",
      "https://huggingface.co/blog/interns-2023" },
    { "http://www.huggingface.co/blog/interns-2023", "huggingface-interns-2023",
      "https://huggingface.co/blog/interns-2023" },
    { "https://acme.example/join?id=3&utm_source=mail#team", "acme-join",
      "https://acme.example/join?id=3" },
    { "huggingface.co/blog/interns-2023", "huggingface-interns-2023",
      "https://huggingface.co/blog/interns-2023" },
    { "https://www.acme.co.uk/jobs/Summer_2026.html", "acme-summer-2026",
      "https://www.acme.co.uk/jobs/Summer_2026.html" },
    { "https://acme.github.io/hiring.md", "acme-hiring", "https://acme.github.io/hiring.md" },
    { "https://acme.example/", "acme", "https://acme.example/" },
    { "file:///home/ada/post.md", "acme-join-us", "" },
    { NULL, "acme-join-us", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CandProgramme) programme =
          read_text ("# Join us!\n\n- [Painter](" POSITION ")\n", names[i].address);

      g_assert_cmpstr (cand_programme_get_name (programme), ==, names[i].name);
      g_assert_cmpstr (cand_programme_get_url (programme), ==, names[i].url);
    }
}

static void
test_name_without_letters (void)
{
  static const char text[] = "# 採用\n\n- [Painter](https://apply.workable.com/j/ABCDEF0123)\n";
  g_autoptr (CandProgramme) programme = read_text (text, NULL);

  g_assert_cmpstr (cand_programme_get_title (programme), ==, "採用");
  g_assert_cmpstr (cand_programme_get_name (programme), ==, "programme-623287ee");
}

/* What stands between a title and its invitation may be the heading of a part. */
static void
test_headed_invitations (void)
{
  g_autoptr (CandProgramme) programme =
      read_text ("# We need two hands\n\n## Rocket\n\n### How to apply\n\n"
                 "[Apply now](https://apply.workable.com/acme/j/ABCDEF0123/)\n\n"
                 "## Stone\n\n### Apply\n\n"
                 "[Apply now](https://apply.workable.com/acme/j/ABCDEF0124/)\n",
                 NULL);

  g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, 2);
  g_assert_cmpstr (cand_programme_get_entry (programme, 0)->title, ==, "Rocket");
  g_assert_cmpstr (cand_programme_get_entry (programme, 1)->title, ==, "Stone");
}

static void
test_links (void)
{
  g_autoptr (CandProgramme) programme =
      read_text ("- [Relative](//apply.workable.com/acme/j/ABCDEF0123)\n"
                 "- [Again](https://apply.workable.com/ACME/j/abcdef0123/apply?utm_medium=x)\n"
                 "- [Trap](javascript:alert)\n"
                 "- [Data](data:text/html,x)\n"
                 "- [Same host](/acme/j/ABCDEF0124/)\n",
                 "https://apply.workable.com/acme/");

  g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, 2);
  g_assert_cmpstr (cand_programme_get_entry (programme, 0)->title, ==, "Relative");
  g_assert_cmpstr (cand_programme_get_entry (programme, 0)->url, ==,
                   "https://apply.workable.com/acme/j/ABCDEF0123");
  g_assert_cmpstr (cand_programme_get_entry (programme, 1)->url, ==,
                   "https://apply.workable.com/acme/j/ABCDEF0124/");
}

static void
test_dates (void)
{
  static const struct
  {
    const char *line;
    const char *date;
  } dates[] = {
    { "Published November 29, 2022.", "2022-11-29" },
    { "<small>Published November 29, 2022.</small> [Update](https://x.example/)", "2022-11-29" },
    { "Published on Nov 3, 2022", "2022-11-03" },
    { "Posted on 3 May 2024 by the team", "2024-05-03" },
    { "2024-05-03", "2024-05-03" },
    { "By Ada Lovelace on 3 May 2024", "2024-05-03" },
    { "February 03, 2023", "2023-02-03" },
    { "Published in March, 2020", NULL },
    { "Published on February 30, 2020", NULL },
    { "Applications close on 3 May 2024.", NULL },
    { "3 May 2024 was the day on which we found out that nobody reads our announcements.", NULL },
    { "We published our first book on 3 May 2024.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("# Join us\n\n%s\n\n- [Painter](" POSITION ")\n", dates[i].line);
      g_autoptr (CandProgramme) programme = read_text (text, NULL);

      g_test_message ("%s", dates[i].line);
      g_assert_cmpstr (cand_programme_get_date (programme), ==, dates[i].date);
    }
}

static void
test_front_matter (void)
{
  g_autoptr (CandProgramme) programme =
      read_text ("\xef\xbb\xbf---\r\ntitle: \"Say \\\"hi\\\"\" # yes\r\n"
                 "authors:\r\n  - name: Ada\r\n    role: x: y\r\n"
                 "  - Grace\r\ndate: 2026-02-03T10:00:00Z\r\n---\r\n"
                 "[Painter](" POSITION ")\r\n",
                 NULL);
  /* Without an end there is none. */
  g_autoptr (CandProgramme) open = read_text ("---\ntitle: No\n\n[Painter](" POSITION ")", NULL);

  g_assert_cmpstr (cand_programme_get_title (programme), ==, "Say \"hi\"");
  assert_list (cand_programme_get_authors (programme), "Ada\nGrace");
  g_assert_cmpstr (cand_programme_get_date (programme), ==, "2026-02-03");
  g_assert_cmpstr (cand_programme_get_title (open), ==, "title: No");
}

static void
test_short_submission (void)
{
  static const struct
  {
    const char *sentence;
    gboolean asked;
  } sentences[] = {
    { "Please complete the short submission at the end of the form.", TRUE },
    { "Don't forget the *short\nsubmission*!", TRUE },
    { "There is no short submission.", FALSE },
    { "A short submission is not required.", FALSE },
    { "Keep your submission short.", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "- [Painter](" POSITION ")\n\n# How to apply\n\n%s\n", sentences[i].sentence);
      g_autoptr (CandProgramme) programme = read_text (text, NULL);

      g_assert_cmpint (cand_programme_get_short_submission (programme), ==, sentences[i].asked);
    }
}

static void
assert_request (CandRequest *request, const char *url, const char *accept)
{
  g_assert_nonnull (request);
  g_assert_cmpstr (cand_request_get_method (request), ==, "GET");
  g_assert_cmpstr (cand_request_get_url (request), ==, url);
  g_assert_cmpstr (cand_request_get_accept (request), ==, accept);
  g_assert_cmpuint (cand_request_get_spacing (request), ==, 1000);
  g_assert_cmpuint (cand_request_get_spacing_after_refusal (request), ==, 5000);
}

#define PAGE_TYPES "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9"

static void
test_requests (void)
{
  static const char *const pages[][2] = {
    { "https://huggingface.co/blog/ibm-research/altk-evolve",
      "https://huggingface.co/blog/ibm-research/altk-evolve" },
    { "https://huggingface.co/blog", "https://huggingface.co/blog" },
    { "https://huggingface.co/blog/feed.xml", "https://huggingface.co/blog/feed.xml" },
    { "https://huggingface.co/blog/..%2Fetc", "https://huggingface.co/blog/..%2Fetc" },
    { "acme.example/join#positions", "https://acme.example/join" },
    { "http://acme.example:80/join?id=3", "https://acme.example/join?id=3" },
  };
  g_autoptr (CandRequest) markdown = cand_programme_request (ADDRESS "/?utm_source=x");
  g_autoptr (CandRequest) page = cand_programme_other_request (ADDRESS);

  assert_request (markdown,
                  "https://raw.githubusercontent.com/huggingface/blog/main/interns-2023.md",
                  "text/markdown, text/plain;q=0.9");
  assert_request (page, ADDRESS, PAGE_TYPES);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (CandRequest) request = cand_programme_request (pages[i][0]);

      assert_request (request, pages[i][1], PAGE_TYPES);
      g_assert_null (cand_programme_other_request (pages[i][0]));
    }
  g_assert_null (cand_programme_request ("mailto:ada@acme.example"));
  g_assert_null (cand_programme_request (""));
  g_assert_null (cand_programme_other_request ("ftp://acme.example/"));
}

/* @before once, @part so often, @after once. */
static GBytes *
repeat (const char *before, const char *part, guint n, const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, after);
  return g_string_free_to_bytes (text);
}

static void
test_hostile (void)
{
  static const struct
  {
    const char *before;
    const char *part;
    guint n;
    const char *after;
  } texts[] = {
    { "", "<ul><li>", 100000, "[Painter](" POSITION ")" },
    { "", "> ", 100000, "[Painter](" POSITION ")" },
    { "", "- ", 100000, "[Painter](" POSITION ")" },
    { "[Painter](" POSITION ")", "a", 1 << 20, "" },
    { "# How to apply\n\n[Painter](" POSITION ") ", "Send us it. ", 80000, "" },
    { "# A\n\n", "[Painter](" POSITION ") ", 1000000, "" },
    { "# A\n\n", "- [Painter](" POSITION ")\n", 1000000, "" },
    { "# A\n\n", "[a](" POSITION ")**b**", 1000000, "" },
    { "", "## Painter\n[Apply](" POSITION ")\n", 200000, "" },
    { "", "<a href=https://acme.example/>x</a>", 1000000, "" },
    { "[Painter](" POSITION ")\n\n", "By Ada, ", 200000, "" },
    { "|a|b|\n|-|-|\n", "|[Painter](" POSITION ")|c|\n", 200000, "" },
    { "---\n", "authors: x\n", 200000, "---\n[Painter](" POSITION ")" },
    { "---\n", "- - -\n", 200000, "" },
    { "[a]: " POSITION "x", "x", 100000, "\n\n[a][a][a]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes =
          repeat (texts[i].before, texts[i].part, texts[i].n, texts[i].after);
      g_autoptr (GTimer) timer = g_timer_new ();
      g_autoptr (CandProgramme) programme = cand_programme_read (bytes, NULL, NULL, NULL);

      g_test_message ("%s: %.2f s", texts[i].part, g_timer_elapsed (timer, NULL));
      g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, MAX_SECONDS);
      if (programme != NULL)
        g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, 1);
    }
}

static void
test_many_positions (void)
{
  g_autoptr (GString) text = g_string_new ("# A\n\n");
  g_autoptr (GTimer) timer = NULL;
  g_autoptr (CandProgramme) programme = NULL;

  for (guint i = 0; i < 9000; i++)
    g_string_append_printf (text, "- [P%u](https://apply.workable.com/acme/j/%010X/)\n", i, i);
  timer = g_timer_new ();
  programme = read_text (text->str, NULL);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, MAX_SECONDS);
  g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, 1000);
  g_assert_cmpstr (cand_programme_get_entry (programme, 999)->key, ==, "workable:acme:00000003E7");
}

/* Cut anywhere, and with bytes that are no text in it, it is still read or refused. */
static void
assert_read_or_refused (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CandProgramme) programme = cand_programme_read (bytes, "text/html", NULL, &error);
  g_autofree char *json = NULL;

  if (programme == NULL)
    {
      g_assert_nonnull (error);
      return;
    }
  json = cand_programme_to_json (programme);
  g_assert_true (g_utf8_validate (json, -1, NULL));
  g_assert_cmpuint (cand_programme_get_n_entries (programme), >, 0);
  g_assert_cmpuint (cand_programme_get_n_entries (programme), <=, 3);
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) whole = cand_test_read_fixture ("programme/page.html");
  gsize length;
  const char *data = g_bytes_get_data (whole, &length);

  for (gsize i = 0; i < length; i += 5)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, i);
      char *spoilt = g_memdup2 (data, length);
      g_autoptr (GBytes) bytes = NULL;

      spoilt[i] = "\0\xff\xc3"[i % 3];
      bytes = g_bytes_new_take (spoilt, length);
      assert_read_or_refused (cut);
      assert_read_or_refused (bytes);
    }
}

/* The announcement of the first programme, as it was first, later, and as it ships. */
static const struct
{
  const char *title;
  const char *team;
  const char *code;
  const char *summary; /* how it starts */
  gsize length;        /* of it */
  const char *in;      /* "f", "l" and "s": the versions that introduce it */
} interns[] = {
  { "Accelerate Internship", "Open Source team", "9B5436D6FA", "to lead the", 66, "fls" },
  { "Skops Internship", "Open Source team", "6E9686A620", "working at the", 111, "fl" },
  { "Diffusers Internship", "Open Source team", "A298F8F991", "helping on distilling", 59, "fl" },
  { "Evaluate Internship", "Open Source team", "CB14259605", "helping on the", 126, "f" },
  { "Speech internship", "Open Source team", "93CDE47063", "working on efficient", 51, "fl" },
  { "Code Generation Internship", "Science team", "2D46459B82", "working with the", 77, "fl" },
  { "Model Forgetting Internship", "Science team", "66E1B763D5", "investigating model forgetting",
    79, "f" },
  { "Multimodal AI Internship", "Science team", "C6B723A526", "working at the", 130, "f" },
  { "OCR Internship", "Science team", "CFDB7592D8", "incorporating textual information", 66, "f" },
  { "Video Pretraining Internship", "Science team", "16CC3BDDC9", "exploring pretraining for", 45,
    "f" },
  { "Retrieval Augmentation Internship", "Science team", "785DC30840",
    "investigating “semiparametric” retrieval", 142, "f" },
  { "Text to Speech Internship", "Open Source team", "93CDE47063", "working on text-to-speech", 39,
    "s" },
  { "Embodied AI Internship", "Science team", "B3CDE6C150", "working with the", 74, "fls" },
  { "Distribution Shift Internship", "Science team", "B2E24DAAF1", "developing a toolkit", 80,
    "f" },
  { "Fast Distributed Training Framework Internship", "Science team", "BEBD24C4C4",
    "creating a framework", 80, "ls" },
  { "Datasets for LLMs Internship", "Science team", "4A6EA3243C", "building datasets to", 95, "l" },
  { "Datasets for LLMs Internship", "Science team", "4A6EA3243C", "building datasets to", 96, "s" },
  { "Social Impact Evaluation Internship", "Other positions", "648A916AAB",
    "developing a technical", 97, "fls" },
  { "Gradio Internship", "Other positions", "52828853BD", "working with the", 56, "fl" },
  { "Benchmarking Transformers Internship", "Other positions", "3E921EDD1D",
    "deploying and benchmarking", 78, "fl" },
  { "AI Art Tooling Internship", "Other positions", "BCCB4CAF82", "bridging the AI", 70, "fls" },
};

static CandProgramme *
read_interns (char version)
{
  const char *file = version == 'f'   ? "hf-blog/interns-2023.2022-11.md"
                     : version == 'l' ? "hf-blog/interns-2023.later.md"
                                      : "../seed/interns-2023.md";
  g_autoptr (GBytes) bytes = cand_test_read_sample (file);
  g_autoptr (GError) error = NULL;
  CandProgramme *programme = NULL;

  if (bytes == NULL)
    return NULL;
  programme = cand_programme_read (bytes, NULL, ADDRESS, &error);
  g_assert_no_error (error);
  return programme;
}

static void
assert_interns (CandProgramme *programme, char version)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (interns); i++)
    {
      const CandProgrammeEntry *entry;
      g_autofree char *key = g_strconcat ("workable:huggingface:", interns[i].code, NULL);
      /* The first link has no slash at its end. */
      g_autofree char *url = g_strconcat ("https://apply.workable.com/huggingface/j/",
                                          interns[i].code, i > 0 ? "/" : NULL, NULL);

      if (strchr (interns[i].in, version) == NULL)
        continue;
      entry = cand_programme_get_entry (programme, n++);
      g_assert_cmpstr (entry->title, ==, interns[i].title);
      g_assert_cmpstr (entry->team, ==, interns[i].team);
      g_assert_cmpstr (entry->key, ==, key);
      g_assert_cmpstr (entry->url, ==, url);
      g_assert_true (g_str_has_prefix (entry->summary, interns[i].summary));
      g_assert_cmpuint (strlen (entry->summary), ==, interns[i].length);
    }
  g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, n);
}

static void
assert_ends (const char *text, const char *start, const char *end, gsize length)
{
  g_assert_true (g_str_has_prefix (text, start));
  g_assert_true (g_str_has_suffix (text, end));
  g_assert_cmpuint (strlen (text), ==, length);
}

static void
test_interns (void)
{
  static const struct
  {
    char version;
    guint n;
    const char *date;
  } versions[] = { { 'f', 17, "2022-11-29" }, { 'l', 12, "2022-11-29" }, { 's', 7, NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autoptr (CandProgramme) programme = read_interns (versions[i].version);

      if (programme == NULL)
        return;
      g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, versions[i].n);
      assert_interns (programme, versions[i].version);
      g_assert_cmpstr (cand_programme_get_name (programme), ==, "huggingface-interns-2023");
      g_assert_cmpstr (cand_programme_get_title (programme), ==, "We are hiring interns!");
      assert_list (cand_programme_get_authors (programme), "lysandre\ndouwekiela");
      g_assert_cmpstr (cand_programme_get_date (programme), ==, versions[i].date);
      g_assert_cmpstr (cand_programme_get_url (programme), ==, ADDRESS);
      g_assert_cmpstr (cand_programme_get_portal_url (programme), ==,
                       "https://huggingface.workable.com/");
      g_assert_cmpstr (cand_programme_get_organisation (programme), ==, "Hugging Face");
      assert_ends (cand_programme_get_introduction (programme), "Want to help build",
                   "machine learning.", 271);
      assert_ends (cand_programme_get_statement (programme), "Applicants from all backgrounds",
                   "disability status.", 1115);
      assert_list (
          cand_programme_get_checklist (programme),
          "Apply directly for each position through our job portal\n"
          "Complete the short submission at the end of the application form when applying\n"
          "Create a Hugging Face account for that");
      g_assert_true (cand_programme_get_short_submission (programme));
    }
}

static void
test_interns_changes (void)
{
  static const struct
  {
    char earlier;
    char later;
    const char *withdrawn;
    const char *added;
    const char *renamed;
    const char *summary;
  } pairs[] = {
    { 'f', 'l',
      "Evaluate Internship\nModel Forgetting Internship\nMultimodal AI Internship\nOCR Internship\n"
      "Video Pretraining Internship\nRetrieval Augmentation Internship\n"
      "Distribution Shift Internship",
      "Fast Distributed Training Framework Internship\nDatasets for LLMs Internship", "",
      "7 withdrawn, 2 added; the date line did not change" },
    { 'l', 's',
      "Skops Internship\nDiffusers Internship\nCode Generation Internship\nGradio Internship\n"
      "Benchmarking Transformers Internship",
      "", "Text to Speech Internship", "5 withdrawn, 1 renamed; the date line changed" },
    { 'l', 'f', "Fast Distributed Training Framework Internship\nDatasets for LLMs Internship",
      "Evaluate Internship\nModel Forgetting Internship\nMultimodal AI Internship\nOCR Internship\n"
      "Video Pretraining Internship\nRetrieval Augmentation Internship\n"
      "Distribution Shift Internship",
      "", "2 withdrawn, 7 added; the date line did not change" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (CandProgramme) earlier = read_interns (pairs[i].earlier);
      g_autoptr (CandProgramme) later = read_interns (pairs[i].later);
      g_autoptr (CandProgrammeChanges) changes = NULL;
      g_autofree char *summary = NULL;

      if (earlier == NULL || later == NULL)
        return;
      changes = cand_programme_compare (earlier, later);
      g_assert_nonnull (changes);
      assert_list ((const char *const *) changes->withdrawn, pairs[i].withdrawn);
      assert_list ((const char *const *) changes->added, pairs[i].added);
      assert_list ((const char *const *) changes->renamed, pairs[i].renamed);
      summary = cand_programme_changes_dup_summary (changes);
      g_assert_cmpstr (summary, ==, pairs[i].summary);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/programme-reader/shape/", cases[i].file, NULL);

      g_test_add_data_func (path, &cases[i], test_shape);
    }
  g_test_add_func ("/programme-reader/nothing", test_nothing);
  g_test_add_func ("/programme-reader/no-text", test_no_text);
  g_test_add_func ("/programme-reader/media-types", test_media_types);
  g_test_add_func ("/programme-reader/names", test_names);
  g_test_add_func ("/programme-reader/name-without-letters", test_name_without_letters);
  g_test_add_func ("/programme-reader/headed-invitations", test_headed_invitations);
  g_test_add_func ("/programme-reader/links", test_links);
  g_test_add_func ("/programme-reader/dates", test_dates);
  g_test_add_func ("/programme-reader/front-matter", test_front_matter);
  g_test_add_func ("/programme-reader/short-submission", test_short_submission);
  g_test_add_func ("/programme-reader/requests", test_requests);
  g_test_add_func ("/programme-reader/hostile", test_hostile);
  g_test_add_func ("/programme-reader/many-positions", test_many_positions);
  g_test_add_func ("/programme-reader/damaged", test_damaged);
  g_test_add_func ("/programme-reader/interns", test_interns);
  g_test_add_func ("/programme-reader/interns-changes", test_interns_changes);
  return g_test_run ();
}
