/* cand-board-values.c: what boards write, as we understand it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-board-values.h"

#include <gio/gio.h>
#include <string.h>

#include "core/model/cand-model-text.h"
#include "core/text/cand-blocks.h"

/* No word of a source is longer; what is says something else. */
#define MAX_WORD 64

typedef struct
{
  const char *word;
  int value;
} Word;

/* Letters and digits alone, in lower case: "Full-time" and "FULL_TIME" are one word. NULL for what
 * is too long. */
static char *
fold_word (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  if (text == NULL || strlen (text) > MAX_WORD)
    return NULL;
  for (; *text != '\0'; text++)
    if (g_ascii_isalnum (*text))
      g_string_append_c (folded, g_ascii_tolower (*text));
    else if ((guchar) *text >= 0x80)
      g_string_append_c (folded, *text);
  return g_string_free_and_steal (g_steal_pointer (&folded));
}

static int
look_up (const char *text, const Word *words, gsize n_words)
{
  g_autofree char *folded = fold_word (text);

  for (gsize i = 0; folded != NULL && i < n_words; i++)
    if (g_str_equal (folded, words[i].word))
      return words[i].value;
  return 0;
}

CandEmployment
cand_employment_from_text (const char *text)
{
  static const Word words[] = {
    { "fulltime", CAND_EMPLOYMENT_FULL_TIME },
    { "full", CAND_EMPLOYMENT_FULL_TIME },
    { "fulltimepermanent", CAND_EMPLOYMENT_FULL_TIME },
    { "permanentfulltime", CAND_EMPLOYMENT_FULL_TIME },
    { "fulltimefixedterm", CAND_EMPLOYMENT_FULL_TIME },
    { "fulltimeemployee", CAND_EMPLOYMENT_FULL_TIME },
    { "regularfulltime", CAND_EMPLOYMENT_FULL_TIME },
    { "fulltimeregular", CAND_EMPLOYMENT_FULL_TIME },
    { "parttime", CAND_EMPLOYMENT_PART_TIME },
    { "part", CAND_EMPLOYMENT_PART_TIME },
    { "parttimepermanent", CAND_EMPLOYMENT_PART_TIME },
    { "permanentparttime", CAND_EMPLOYMENT_PART_TIME },
    { "parttimefixedterm", CAND_EMPLOYMENT_PART_TIME },
    { "parttimeemployee", CAND_EMPLOYMENT_PART_TIME },
    { "regularparttime", CAND_EMPLOYMENT_PART_TIME },
    { "contract", CAND_EMPLOYMENT_CONTRACT },
    { "contractor", CAND_EMPLOYMENT_CONTRACT },
    { "freelance", CAND_EMPLOYMENT_CONTRACT },
    { "freelancer", CAND_EMPLOYMENT_CONTRACT },
    { "fulltimecontract", CAND_EMPLOYMENT_CONTRACT },
    { "parttimecontract", CAND_EMPLOYMENT_CONTRACT },
    { "intern", CAND_EMPLOYMENT_INTERNSHIP },
    { "interns", CAND_EMPLOYMENT_INTERNSHIP },
    { "internship", CAND_EMPLOYMENT_INTERNSHIP },
    { "internships", CAND_EMPLOYMENT_INTERNSHIP },
    { "temporary", CAND_EMPLOYMENT_TEMPORARY },
    { "temp", CAND_EMPLOYMENT_TEMPORARY },
    { "fulltimetemporary", CAND_EMPLOYMENT_TEMPORARY },
    { "parttimetemporary", CAND_EMPLOYMENT_TEMPORARY },
    { "seasonal", CAND_EMPLOYMENT_TEMPORARY },
    { "volunteer", CAND_EMPLOYMENT_VOLUNTEER },
    { "volunteering", CAND_EMPLOYMENT_VOLUNTEER },
    { "other", CAND_EMPLOYMENT_OTHER },
    { "perdiem", CAND_EMPLOYMENT_OTHER },
    { "trainee", CAND_EMPLOYMENT_OTHER },
    { "apprenticeship", CAND_EMPLOYMENT_OTHER },
  };

  return look_up (text, words, G_N_ELEMENTS (words));
}

static const char *
find_employment_words (const char *code)
{
  static const struct
  {
    const char *code;
    const char *words;
  } known[] = {
    { "FULL_TIME", "Full-time" }, { "PART_TIME", "Part-time" }, { "CONTRACTOR", "Contractor" },
    { "TEMPORARY", "Temporary" }, { "INTERN", "Intern" },       { "VOLUNTEER", "Volunteer" },
    { "PER_DIEM", "Per diem" },   { "OTHER", "Other" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (code, known[i].code))
      return known[i].words;
  return NULL;
}

char *
cand_employment_dup_words (const char *text)
{
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, ",", -1) : NULL;

  if (parts == NULL)
    return NULL;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *code = g_strstrip (g_strdup (parts[i]));
      const char *words = find_employment_words (code);

      if (words != NULL)
        {
          g_free (parts[i]);
          parts[i] = g_strconcat (i > 0 ? " " : "", words, NULL);
        }
    }
  return g_strjoinv (",", parts);
}

CandWorkplace
cand_workplace_from_text (const char *text)
{
  static const Word words[] = {
    { "onsite", CAND_WORKPLACE_ON_SITE },     { "inoffice", CAND_WORKPLACE_ON_SITE },
    { "office", CAND_WORKPLACE_ON_SITE },     { "inperson", CAND_WORKPLACE_ON_SITE },
    { "hybrid", CAND_WORKPLACE_HYBRID },      { "hybridremote", CAND_WORKPLACE_HYBRID },
    { "remote", CAND_WORKPLACE_REMOTE },      { "fullyremote", CAND_WORKPLACE_REMOTE },
    { "fully", CAND_WORKPLACE_REMOTE },       { "remoteonly", CAND_WORKPLACE_REMOTE },
    { "telecommute", CAND_WORKPLACE_REMOTE }, { "100remote", CAND_WORKPLACE_REMOTE },
  };

  return look_up (text, words, G_N_ELEMENTS (words));
}

/* --- dates --- */

/* "2026-07-30"; NULL for a day that does not exist. */
static char *
dup_day (int year, int month, int day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 ||
      !g_date_valid_dmy (day, month, year))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

static int
read_digits (const char *text, guint n)
{
  int number = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + (text[i] - '0');
    }
  return number;
}

/* The day that a text begins with, and what is after it. */
static char *
take_iso_day (const char *text, const char **rest)
{
  int year, month, day;

  if (strlen (text) < 10 || text[4] != '-' || text[7] != '-')
    return NULL;
  year = read_digits (text, 4);
  month = read_digits (text + 5, 2);
  day = read_digits (text + 8, 2);
  *rest = text + 10;
  return dup_day (year, month, day);
}

/* "10:10:39 UTC" and "10:10:39 +0200" as ISO 8601 has it. NULL when there is no zone: then only the
 * day is sure. */
static char *
complete_time (const char *text)
{
  g_autofree char *time = g_strstrip (g_strdup (text));
  gsize clock = strspn (time, "0123456789:.,");
  const char *zone = time + clock + strspn (time + clock, " ");

  if (clock < 5 || *zone == '\0')
    return NULL;
  if (g_str_equal (zone, "Z") || g_str_equal (zone, "z") || g_str_equal (zone, "UTC") ||
      g_str_equal (zone, "GMT"))
    return g_strdup_printf ("%.*sZ", (int) clock, time);
  if ((*zone == '+' || *zone == '-') && strspn (zone + 1, "0123456789:") == strlen (zone + 1))
    return g_strdup_printf ("%.*s%s", (int) clock, time, zone);
  return NULL;
}

char *
cand_date_from_text (const char *text)
{
  g_autofree char *trimmed = cand_text_dup_trimmed (text);
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *whole = NULL;
  g_autoptr (GDateTime) moment = NULL;
  const char *rest;

  if (trimmed == NULL || strlen (trimmed) > MAX_WORD)
    return NULL;
  day = take_iso_day (trimmed, &rest);
  if (day == NULL || *rest == '\0')
    return g_steal_pointer (&day);
  if (*rest != 'T' && *rest != 't' && *rest != ' ')
    return NULL;
  time = complete_time (rest + 1);
  if (time == NULL)
    return g_steal_pointer (&day);
  whole = g_strconcat (day, "T", time, NULL);
  moment = g_date_time_new_from_iso8601 (whole, NULL);
  return moment != NULL ? g_steal_pointer (&whole) : g_steal_pointer (&day);
}

char *
cand_date_from_milliseconds (gint64 milliseconds)
{
  g_autoptr (GDateTime) moment = NULL;

  if (milliseconds <= 0)
    return NULL;
  moment = g_date_time_new_from_unix_utc (milliseconds / 1000);
  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

/* 1 to 12; 0 for what is no month. Names are English, whole or of three letters. */
static int
find_month (const char *name)
{
  static const char *const months[] = { "january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december" };
  g_autofree char *lower = g_ascii_strdown (name, -1);
  gsize length = strlen (lower);

  if (length > 0 && lower[length - 1] == '.')
    lower[--length] = '\0';
  if (g_str_equal (lower, "sept"))
    return 9;
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_equal (lower, months[i]) || (length == 3 && strncmp (lower, months[i], 3) == 0))
      return i + 1;
  return 0;
}

/* "29", "29th" and "1st"; -1 for another word. */
static int
find_number (const char *word)
{
  gsize digits = strspn (word, "0123456789");
  const char *rest = word + digits;

  if (digits == 0 || digits > 4 ||
      !(*rest == '\0' || g_ascii_strcasecmp (rest, "st") == 0 ||
        g_ascii_strcasecmp (rest, "nd") == 0 || g_ascii_strcasecmp (rest, "rd") == 0 ||
        g_ascii_strcasecmp (rest, "th") == 0))
    return -1;
  return read_digits (word, digits);
}

char *
cand_date_from_words (const char *text)
{
  g_autofree char *iso = cand_date_from_text (text);
  g_autofree char *trimmed = cand_text_dup_line (text);
  g_auto (GStrv) split = NULL;
  const char *words[3];
  guint n_words = 0;

  if (iso != NULL || trimmed == NULL || strlen (trimmed) > MAX_WORD)
    return g_steal_pointer (&iso);
  split = g_strsplit_set (trimmed, " ,", -1);
  for (guint i = 0; split[i] != NULL; i++)
    {
      if (*split[i] == '\0')
        continue;
      if (n_words == G_N_ELEMENTS (words))
        return NULL;
      words[n_words++] = split[i];
    }
  if (n_words == 3 && find_month (words[0]) != 0)
    return dup_day (find_number (words[2]), find_month (words[0]), find_number (words[1]));
  if (n_words == 3)
    return dup_day (find_number (words[2]), find_month (words[1]), find_number (words[0]));
  if (n_words == 2 && find_month (words[0]) != 0 && find_number (words[1]) >= 1000)
    return g_strdup_printf ("%04d-%02d", find_number (words[1]), find_month (words[0]));
  return NULL;
}

/* Minutes east of UTC; G_MAXINT for a zone that RFC 5322 does not know. */
static int
find_zone (const char *zone)
{
  static const struct
  {
    const char *name;
    int hours;
  } names[] = { { "GMT", 0 },  { "UT", 0 },   { "UTC", 0 },  { "Z", 0 },
                { "EST", -5 }, { "EDT", -4 }, { "CST", -6 }, { "CDT", -5 },
                { "MST", -7 }, { "MDT", -6 }, { "PST", -8 }, { "PDT", -7 } };
  int number;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (zone, names[i].name) == 0)
      return names[i].hours * 60;
  if ((*zone != '+' && *zone != '-') || strlen (zone) != 5)
    return G_MAXINT;
  number = read_digits (zone + 1, 4);
  if (number < 0 || number > 1400 || number % 100 > 59)
    return G_MAXINT;
  return (number / 100 * 60 + number % 100) * (*zone == '-' ? -1 : 1);
}

/* "[Tue, ]29 Nov 2022[ 10:00[:05][ +0100]]". */
char *
cand_date_from_mail (const char *text)
{
  g_autofree char *line = cand_text_dup_line (text);
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *whole = NULL;
  g_autoptr (GDateTime) moment = NULL;
  g_auto (GStrv) parts = NULL;
  const char *start;
  int zone;

  if (line == NULL || strlen (line) > MAX_WORD)
    return NULL;
  start = strchr (line, ',');
  start = start != NULL ? start + 1 : line;
  parts = g_strsplit (start + strspn (start, " "), " ", -1);
  if (g_strv_length (parts) < 3)
    return NULL;
  day = dup_day (find_number (parts[2]), find_month (parts[1]), find_number (parts[0]));
  if (day == NULL || parts[3] == NULL || parts[4] == NULL)
    return g_steal_pointer (&day);
  zone = find_zone (parts[4]);
  if (zone == G_MAXINT)
    return g_steal_pointer (&day);
  time = zone == 0 ? g_strdup ("Z")
                   : g_strdup_printf ("%c%02d:%02d", zone < 0 ? '-' : '+', ABS (zone) / 60,
                                      ABS (zone) % 60);
  whole = g_strconcat (day, "T", parts[3], strlen (parts[3]) == 5 ? ":00" : "", time, NULL);
  moment = g_date_time_new_from_iso8601 (whole, NULL);
  return moment != NULL ? g_steal_pointer (&whole) : g_steal_pointer (&day);
}

/* --- places and addresses --- */

char *
cand_place_join (const char *city, const char *region, const char *country)
{
  const char *const given[] = { city, region, country };
  g_autoptr (GString) place = g_string_new (NULL);
  g_autofree char *previous = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      g_autofree char *part = cand_text_dup_line (given[i]);

      if (part == NULL || g_strcmp0 (part, previous) == 0)
        continue;
      if (place->len > 0)
        g_string_append (place, ", ");
      g_string_append (place, part);
      g_free (previous);
      previous = g_steal_pointer (&part);
    }
  return place->len > 0 ? g_string_free_and_steal (g_steal_pointer (&place)) : NULL;
}

char *
cand_url_dup_checked (const char *text)
{
  g_autofree char *url = cand_text_dup_line (text);
  g_autoptr (GUri) uri = NULL;

  /* What the window would not open is no address here either. */
  if (!cand_link_is_safe (url))
    return NULL;
  uri = g_uri_parse (url, G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  if (uri == NULL || !g_str_equal (g_uri_get_scheme (uri), "https") ||
      g_uri_get_userinfo (uri) != NULL)
    return NULL;
  /* "HTTPS:" is as good, but not for everyone who compares. */
  memcpy (url, "https", strlen ("https"));
  return g_steal_pointer (&url);
}

/* --- descriptions --- */

/* The character that "&…;" at @text stands for, and what is after it; 0 for another "&". Only what
 * escaping HTML once makes. */
static gunichar
take_reference (const char *text, const char **rest)
{
  static const struct
  {
    const char *name;
    char character;
  } names[] = {
    { "&lt;", '<' }, { "&gt;", '>' }, { "&amp;", '&' }, { "&quot;", '"' }, { "&apos;", '\'' },
  };
  gboolean hexadecimal;
  guint64 number;
  char *end;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    /* g_str_has_prefix() would measure the whole text each time. */
    if (strncmp (text, names[i].name, strlen (names[i].name)) == 0)
      {
        *rest = text + strlen (names[i].name);
        return names[i].character;
      }
  if (text[1] != '#')
    return 0;
  hexadecimal = text[2] == 'x' || text[2] == 'X';
  text += hexadecimal ? 3 : 2;
  if (!(hexadecimal ? g_ascii_isxdigit (*text) : g_ascii_isdigit (*text)))
    return 0;
  number = g_ascii_strtoull (text, &end, hexadecimal ? 16 : 10);
  if (*end != ';' || number == 0 || number > 0x10ffff || !g_unichar_validate (number))
    return 0;
  *rest = end + 1;
  return number;
}

char *
cand_html_dup_unescaped (const char *text)
{
  g_autoptr (GString) html = NULL;

  if (text == NULL)
    return NULL;
  html = g_string_sized_new (strlen (text));
  while (*text != '\0')
    {
      gunichar character = *text == '&' ? take_reference (text, &text) : 0;

      if (character != 0)
        g_string_append_unichar (html, character);
      else
        g_string_append_c (html, *text++);
    }
  return g_string_free_and_steal (g_steal_pointer (&html));
}

char *
cand_html_dup_from_plain (const char *text)
{
  g_autofree char *lines = cand_text_dup_lines (text);
  g_auto (GStrv) paragraphs = NULL;
  g_autoptr (GString) html = g_string_new (NULL);

  if (lines == NULL)
    return NULL;
  paragraphs = g_strsplit (lines, "\n\n", -1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autofree char *escaped = NULL;
      g_autoptr (GString) paragraph = NULL;

      g_strstrip (paragraphs[i]);
      if (*paragraphs[i] == '\0')
        continue;
      escaped = g_markup_escape_text (paragraphs[i], -1);
      paragraph = g_string_new (escaped);
      g_string_replace (paragraph, "\n", "<br>", 0);
      g_string_append_printf (html, "<p>%s</p>", paragraph->str);
    }
  return html->len > 0 ? g_string_free_and_steal (g_steal_pointer (&html)) : NULL;
}

void
cand_html_append_part (GString *description, const char *heading, const char *html)
{
  if (html == NULL || *html == '\0')
    return;
  if (heading != NULL && *heading != '\0')
    {
      g_autofree char *escaped = g_markup_escape_text (heading, -1);

      g_string_append_printf (description, "<h3>%s</h3>", escaped);
    }
  g_string_append (description, html);
}

void
cand_position_set_place_in_house (CandPosition *position, const char *department)
{
  cand_position_set_department (position, department != NULL ? department : "");
  cand_position_set_team (position, department != NULL ? department : "");
}

void
cand_position_set_team_in_house (CandPosition *position, const char *department, const char *team)
{
  g_autofree char *both = NULL;

  if (department != NULL && team != NULL && !g_str_equal (department, team))
    both = g_strconcat (department, " / ", team, NULL);
  else
    both = g_strdup (department != NULL ? department : team);
  cand_position_set_place_in_house (position, both);
}
