/* test-board-values.c: what boards write, as we understand it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/cand-board-values.h"

static void
test_employment (void)
{
  static const struct
  {
    const char *text;
    CandEmployment employment;
  } cases[] = {
    { "Full-time", CAND_EMPLOYMENT_FULL_TIME },
    { "FULL_TIME", CAND_EMPLOYMENT_FULL_TIME },
    { "FullTime", CAND_EMPLOYMENT_FULL_TIME },
    { "fulltime_permanent", CAND_EMPLOYMENT_FULL_TIME },
    { " Full time ", CAND_EMPLOYMENT_FULL_TIME },
    { "part-time", CAND_EMPLOYMENT_PART_TIME },
    { "Intern", CAND_EMPLOYMENT_INTERNSHIP },
    { "INTERN", CAND_EMPLOYMENT_INTERNSHIP },
    { "Internship", CAND_EMPLOYMENT_INTERNSHIP },
    { "CONTRACTOR", CAND_EMPLOYMENT_CONTRACT },
    { "Temporary", CAND_EMPLOYMENT_TEMPORARY },
    { "VOLUNTEER", CAND_EMPLOYMENT_VOLUNTEER },
    { "PER_DIEM", CAND_EMPLOYMENT_OTHER },
    { "Other", CAND_EMPLOYMENT_OTHER },
    { "Permanent", CAND_EMPLOYMENT_UNKNOWN },
    { "Internal full-time transfers", CAND_EMPLOYMENT_UNKNOWN },
    { "", CAND_EMPLOYMENT_UNKNOWN },
    { NULL, CAND_EMPLOYMENT_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (cand_employment_from_text (cases[i].text), ==, cases[i].employment);
    }
}

static void
test_workplace (void)
{
  static const struct
  {
    const char *text;
    CandWorkplace workplace;
  } cases[] = {
    { "on-site", CAND_WORKPLACE_ON_SITE },
    { "onsite", CAND_WORKPLACE_ON_SITE },
    { "on_site", CAND_WORKPLACE_ON_SITE },
    { "OnSite", CAND_WORKPLACE_ON_SITE },
    { "hybrid", CAND_WORKPLACE_HYBRID },
    { "Hybrid", CAND_WORKPLACE_HYBRID },
    { "Remote", CAND_WORKPLACE_REMOTE },
    { "TELECOMMUTE", CAND_WORKPLACE_REMOTE },
    { "Fully remote", CAND_WORKPLACE_REMOTE },
    { "unspecified", CAND_WORKPLACE_UNKNOWN },
    { "Remote - US", CAND_WORKPLACE_UNKNOWN },
    { "not remote", CAND_WORKPLACE_UNKNOWN },
    { "", CAND_WORKPLACE_UNKNOWN },
    { NULL, CAND_WORKPLACE_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (cand_workplace_from_text (cases[i].text), ==, cases[i].workplace);
    }
}

typedef struct
{
  const char *text;
  const char *result; /* NULL for none */
} Case;

static void
check (char *(*function) (const char *text), const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *result = function (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (result, ==, cases[i].result);
    }
}

static void
test_dates (void)
{
  static const Case iso[] = {
    { "2026-07-30", "2026-07-30" },
    { " 2026-07-30 ", "2026-07-30" },
    { "2026-07-30T10:00:00.000Z", "2026-07-30T10:00:00.000Z" },
    { "2026-08-05 10:10:39 UTC", "2026-08-05T10:10:39Z" },
    { "2026-08-05T10:10:39+02:00", "2026-08-05T10:10:39+02:00" },
    { "2026-08-05 10:10:39 +0200", "2026-08-05T10:10:39+0200" },
    /* Without a zone only the day is sure. */
    { "2026-08-05T23:59:59", "2026-08-05" },
    { "2026-08-05T25:99:99Z", "2026-08-05" },
    { "2026-08-05 10:10:39 Europe/Paris", "2026-08-05" },
    { "2026-02-29", NULL },
    { "2026-13-01", NULL },
    { "2026-07-30x", NULL },
    { "30.07.2026", NULL },
    { "soon", NULL },
    { "", NULL },
    { NULL, NULL },
  };
  static const Case mail[] = {
    { "Tue, 29 Nov 2022 00:00:00 GMT", "2022-11-29T00:00:00Z" },
    { "29 Nov 2022 10:30 +0530", "2022-11-29T10:30:00+05:30" },
    { "Tue, 29 Nov 2022 10:00:00 EST", "2022-11-29T10:00:00-05:00" },
    { "Tue, 29 Nov 2022", "2022-11-29" },
    { "Tue, 29 Nov 2022 10:00:00 XYZ", "2022-11-29" },
    { "Tue, 31 Nov 2022 00:00:00 GMT", NULL },
    { "yesterday", NULL },
    { NULL, NULL },
  };
  static const Case words[] = {
    { "November 29, 2022", "2022-11-29" },
    { "Nov 3, 2022", "2022-11-03" },
    { "February 03, 2023", "2023-02-03" },
    { "29 November 2022", "2022-11-29" },
    { "3rd Sept. 2022", "2022-09-03" },
    { "March, 2020", "2020-03" },
    { "2022-11-29", "2022-11-29" },
    { "February 30, 2023", NULL },
    { "November 29", NULL },
    { "Marchant 3, 2020", NULL },
    { "the November 29, 2022", NULL },
    { "", NULL },
    { NULL, NULL },
  };
  g_autofree char *moment = cand_date_from_milliseconds (1669680000123);

  check (cand_date_from_text, iso, G_N_ELEMENTS (iso));
  check (cand_date_from_mail, mail, G_N_ELEMENTS (mail));
  check (cand_date_from_words, words, G_N_ELEMENTS (words));
  g_assert_cmpstr (moment, ==, "2022-11-29T00:00:00Z");
  g_assert_null (cand_date_from_milliseconds (0));
  g_assert_null (cand_date_from_milliseconds (-1));
  g_assert_null (cand_date_from_milliseconds (G_MAXINT64));
}

static void
test_place (void)
{
  static const struct
  {
    const char *city;
    const char *region;
    const char *country;
    const char *place;
  } cases[] = {
    { "Paris", "Île-de-France", "France", "Paris, Île-de-France, France" },
    { "Singapore", "Singapore", "Singapore", "Singapore" },
    { "", NULL, "France", "France" },
    { " Paris ", NULL, NULL, "Paris" },
    { NULL, "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *place = cand_place_join (cases[i].city, cases[i].region, cases[i].country);

      g_assert_cmpstr (place, ==, cases[i].place);
    }
}

static void
test_url (void)
{
  static const Case cases[] = {
    { "https://example.org/jobs/1?a=b#c", "https://example.org/jobs/1?a=b#c" },
    { " https://example.org/ ", "https://example.org/" },
    { "httPS://example.org/A", "https://example.org/A" },
    { "http://example.org/", NULL },
    { "javascript:alert(1)", NULL },
    { "https://", NULL },
    { "https:///path", NULL },
    { "https://bank.example@evil.example/", NULL },
    { "https://example.org/a b", NULL },
    { "https://example.org/%zz", NULL },
    { "example.org", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  check (cand_url_dup_checked, cases, G_N_ELEMENTS (cases));
}

static void
test_html (void)
{
  static const Case unescaped[] = {
    { "&lt;p&gt;Fish &amp;amp; chips&amp;nbsp;&lt;/p&gt;", "<p>Fish &amp; chips&nbsp;</p>" },
    { "&quot;&#39;&#x27;&apos;", "\"'''" },
    { "&nbsp;&lt", "&nbsp;&lt" },
    { "a & b &; &#; &#x; &#0; &#1114112; &#xd800;", "a & b &; &#; &#x; &#0; &#1114112; &#xd800;" },
    { "", "" },
    { NULL, NULL },
  };
  static const Case plain[] = {
    { "One <b>\ntwo\n\nthree & four", "<p>One &lt;b&gt;<br>two</p><p>three &amp; four</p>" },
    { "", NULL },
    { NULL, NULL },
  };
  g_autoptr (GString) description = g_string_new (NULL);

  check (cand_html_dup_unescaped, unescaped, G_N_ELEMENTS (unescaped));
  check (cand_html_dup_from_plain, plain, G_N_ELEMENTS (plain));
  cand_html_append_part (description, NULL, "<p>1</p>");
  cand_html_append_part (description, "Left <out>", "");
  cand_html_append_part (description, "Left <out>", NULL);
  cand_html_append_part (description, "Kept <in>", "<p>2</p>");
  g_assert_cmpstr (description->str, ==, "<p>1</p><h3>Kept &lt;in&gt;</h3><p>2</p>");
}

static void
test_employment_words (void)
{
  static const Case cases[] = {
    { "FULL_TIME", "Full-time" },
    { "PART_TIME", "Part-time" },
    { "CONTRACTOR", "Contractor" },
    { "TEMPORARY", "Temporary" },
    { "INTERN", "Intern" },
    { "VOLUNTEER", "Volunteer" },
    { "PER_DIEM", "Per diem" },
    { "OTHER", "Other" },
    { "FULL_TIME, INTERN", "Full-time, Intern" },
    { "FULL_TIME,CONTRACTOR", "Full-time, Contractor" },
    { "Permanent, FULL_TIME", "Permanent, Full-time" },
    { "full_time", "full_time" },
    { "FULL_TIMER", "FULL_TIMER" },
    { "FULL_TIME or PART_TIME", "FULL_TIME or PART_TIME" },
    { "35 hours,flexible", "35 hours,flexible" },
    { "", "" },
    { NULL, NULL },
  };

  check (cand_employment_dup_words, cases, G_N_ELEMENTS (cases));
}

static void
test_team_in_house (void)
{
  static const struct
  {
    const char *department;
    const char *team;
    const char *expected;
  } cases[] = {
    { "Revenue", "Sales", "Revenue / Sales" },
    { "Sales", "Sales", "Sales" },
    { "Revenue", NULL, "Revenue" },
    { NULL, "Sales", "Sales" },
    { NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CandPosition) position = cand_position_new ("test:acme", "A");

      cand_position_set_team_in_house (position, cases[i].department, cases[i].team);
      g_assert_cmpstr (cand_position_get_department (position), ==, cases[i].expected);
      g_assert_cmpstr (cand_position_get_team (position), ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board-values/employment", test_employment);
  g_test_add_func ("/board-values/employment-words", test_employment_words);
  g_test_add_func ("/board-values/team-in-house", test_team_in_house);
  g_test_add_func ("/board-values/workplace", test_workplace);
  g_test_add_func ("/board-values/dates", test_dates);
  g_test_add_func ("/board-values/place", test_place);
  g_test_add_func ("/board-values/url", test_url);
  g_test_add_func ("/board-values/html", test_html);
  return g_test_run ();
}
