/* cand-jsonld-posting.c: one JobPosting, https://schema.org/JobPosting, as pages write it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-jsonld-private.h"

#include <math.h>
#include <string.h>

#include "core/boards/cand-board-values.h"
#include "core/boards/cand-json.h"
#include "core/model/cand-model-text.h"
#include "core/text/cand-blocks.h"

#define MAX_CODE 64
/* Of a SHA-256: enough that two positions of one page never share a code. */
#define HASH_CODE 16

/* --- identity --- */

/* A PropertyValue's value, or a plain text or number. */
static char *
dup_identifier (JsonNode *node)
{
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      node = json_array_get_length (array) > 0 ? json_array_get_element (array, 0) : NULL;
    }
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return cand_jsonld_dup_member (json_node_get_object (node), "value");
  return cand_jsonld_dup_plain (node);
}

/* The identifier without what a code must not hold; NULL when nothing to tell it by is left. */
static char *
dup_clean_identifier (JsonObject *posting)
{
  g_autofree char *identifier = dup_identifier (json_object_get_member (posting, "identifier"));
  g_autoptr (GString) code = g_string_new (NULL);
  gboolean tells = FALSE;

  for (const char *p = identifier; p != NULL && *p != '\0' && code->len < MAX_CODE; p++)
    if (g_ascii_isalnum (*p) || strchr ("._-", *p) != NULL)
      {
        g_string_append_c (code, *p);
        tells = tells || g_ascii_isalnum (*p);
      }
  return tells ? g_string_free_and_steal (g_steal_pointer (&code)) : NULL;
}

static char *
dup_hash (const char *text)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strndup (sum, HASH_CODE);
}

static gboolean
is_free (CandListing *taken, const char *code, const char *title)
{
  CandPosition *other = cand_listing_find (taken, code);

  return other == NULL || g_str_equal (cand_position_get_title (other), title);
}

/* Whether both may be one: what only one of them says is no difference. */
static gboolean
agree (const char *a, const char *b)
{
  return a == NULL || b == NULL || *a == '\0' || *b == '\0' || g_str_equal (a, b);
}

static char *
dup_places (CandPosition *position)
{
  return g_strjoinv ("\n", (char **) cand_position_get_locations (position));
}

/* Free for @position too where the one that has it may be the same. */
static gboolean
is_free_for (CandListing *taken, const char *code, CandPosition *position)
{
  CandPosition *other = cand_listing_find (taken, code);
  g_autofree char *places = dup_places (position);
  g_autofree char *other_places = other != NULL ? dup_places (other) : NULL;

  return is_free (taken, code, cand_position_get_title (position)) &&
         agree (places, other_places) &&
         (other == NULL ||
          agree (cand_position_get_published (position), cand_position_get_published (other)));
}

/* What is told by nothing but its places and its date. */
static char *
dup_code_of_facts (CandPosition *position, const char *url)
{
  g_autofree char *places = dup_places (position);
  g_autofree char *facts =
      g_strjoin ("\n", cand_position_get_title (position), cand_text_or_empty (url), places,
                 cand_text_or_empty (cand_position_get_published (position)), NULL);

  return dup_hash (facts);
}

/* Some pages give all their postings the identifier of the organisation, or the address of the
 * page: what has another title is another position. Without an identifier, so is what has the same
 * title and is elsewhere, or of another day. @position has the facts, and no code yet. */
static char *
dup_code (CandListing *taken, JsonObject *posting, CandPosition *position)
{
  const char *title = cand_position_get_title (position);
  const char *url = cand_json_get_string (posting, "url");
  g_autofree char *stripped = url != NULL ? cand_address_strip_tracking (url) : NULL;
  g_autofree char *code = dup_clean_identifier (posting);

  if (code != NULL && is_free (taken, code, title))
    return g_steal_pointer (&code);
  g_free (code);
  code = dup_hash (stripped != NULL ? stripped : title);
  if (is_free_for (taken, code, position))
    return g_steal_pointer (&code);
  g_free (code);
  code = dup_hash (title);
  return is_free_for (taken, code, position) ? g_steal_pointer (&code)
                                             : dup_code_of_facts (position, stripped);
}

/* The posting's own address where it is one for a browser, else the page's. */
static char *
dup_url (JsonObject *posting, const char *page)
{
  const char *given = cand_json_get_string (posting, "url");
  g_autofree char *whole = given != NULL && *given == '/'
                               ? g_uri_resolve_relative (page, given, G_URI_FLAGS_ENCODED, NULL)
                               : g_strdup (given);
  char *url = cand_url_dup_checked (whole);

  return url != NULL ? url : g_strdup (page);
}

/* --- text --- */

static gboolean
has_tags (const char *text)
{
  const char *end = strrchr (text, '>');

  for (const char *p = strchr (text, '<'); p != NULL && end != NULL && p < end;
       p = strchr (p + 1, '<'))
    if (g_ascii_isalpha (p[1]) || p[1] == '/' || p[1] == '!')
      return TRUE;
  return FALSE;
}

/* A blank that does not break, in UTF-8. */
#define NO_BREAK "\xc2\xa0"

static gboolean
ends_blank (const char *text, gsize length)
{
  return length == 0 || strchr (" \n>", text[length - 1]) != NULL ||
         (length >= 2 && memcmp (text + length - 2, NO_BREAK, 2) == 0);
}

static gboolean
begins_blank (const char *text)
{
  return *text == '\0' || strchr (" \n<\\", *text) != NULL || strncmp (text, NO_BREAK, 2) == 0;
}

/* "\n" in letters, where the page escaped line breaks once too often: only between blanks and tags,
 * so that no word of a text goes. */
static void
drop_escaped_breaks (GString *html)
{
  gsize n = 0;

  for (gsize i = 0; i < html->len; i++)
    {
      const char *p = html->str + i;

      if (p[0] == '\\' && p[1] == 'n' && ends_blank (html->str, n) && begins_blank (p + 2))
        {
          html->str[n++] = '\n';
          i++;
        }
      else
        html->str[n++] = *p;
    }
  g_string_truncate (html, n);
}

/* HTML, HTML that was escaped once more (or twice), or plain text, as HTML. NULL for NULL and "".
 */
static char *
dup_html (const char *text)
{
  g_autofree char *html = g_strdup (text != NULL ? text : "");
  g_autoptr (GString) tidy = NULL;

  for (guint i = 0; i < 2 && !has_tags (html); i++)
    {
      char *unescaped = cand_html_dup_unescaped (html);

      g_free (html);
      html = unescaped;
    }
  if (!has_tags (html))
    return cand_html_dup_from_plain (html);
  tidy = g_string_new (html);
  drop_escaped_breaks (tidy);
  return g_string_free_and_steal (g_steal_pointer (&tidy));
}

/* A member that is a text, several, or an object that has one. */
static char *
dup_html_member (JsonObject *object, const char *name)
{
  JsonArray *array = cand_json_get_array (object, name);
  JsonObject *inner = cand_json_get_object (object, name);
  g_autoptr (GString) list = g_string_new (NULL);

  if (inner != NULL)
    {
      const char *text = cand_json_get_string (inner, "description");

      return dup_html (text != NULL ? text : cand_json_get_string (inner, "name"));
    }
  if (array == NULL)
    return dup_html (cand_json_get_string (object, name));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *item = dup_html (cand_json_get_string_element (array, i));

      if (item != NULL)
        g_string_append_printf (list, "<li>%s</li>", item);
    }
  return list->len > 0 ? g_strconcat ("<ul>", list->str, "</ul>", NULL) : NULL;
}

/* Letters and digits alone, to tell whether one text holds another however it is laid out. */
static char *
dup_essence (const char *html)
{
  g_autoptr (GPtrArray) blocks = cand_blocks_new_from_html (html, -1, NULL);
  g_autofree char *text = cand_blocks_to_text (blocks);
  GString *essence = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (essence, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free_and_steal (essence);
}

/* Some pages split the text over several members, others repeat its parts in them. */
static char *
dup_description (JsonObject *posting)
{
  static const struct
  {
    const char *name;
    const char *heading;
  } parts[] = {
    { "responsibilities", "Responsibilities" },
    { "qualifications", "Qualifications" },
    { "skills", "Skills" },
    { "experienceRequirements", "Experience" },
  };
  g_autofree char *description = dup_html_member (posting, "description");
  g_autoptr (GString) html = g_string_new (description);
  g_autofree char *said = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = dup_html_member (posting, parts[i].name);
      g_autofree char *essence = part != NULL ? dup_essence (part) : NULL;

      if (essence == NULL || *essence == '\0')
        continue;
      if (said == NULL)
        said = dup_essence (html->str);
      if (strstr (said, essence) == NULL)
        cand_html_append_part (html, parts[i].heading, part);
    }
  return html->len > 0 ? g_string_free_and_steal (g_steal_pointer (&html)) : NULL;
}

/* --- places --- */

static void
add_place (CandPosition *position, JsonNode *node)
{
  JsonObject *place =
      node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObject *address = place != NULL ? cand_json_get_object (place, "address") : NULL;
  g_autofree char *city = NULL;
  g_autofree char *region = NULL;
  g_autofree char *country = NULL;
  g_autofree char *text = NULL;

  /* Some leave the address out from between. */
  if (address == NULL)
    address = place;
  if (address != NULL)
    {
      city = cand_jsonld_dup_member (address, "addressLocality");
      region = cand_jsonld_dup_member (address, "addressRegion");
      country = cand_jsonld_dup_member (address, "addressCountry");
      text = cand_place_join (city, region, country);
    }
  if (text == NULL && place != NULL)
    text = cand_jsonld_dup_member (place, "address");
  if (text == NULL)
    text = cand_jsonld_dup_plain (node);
  if (text != NULL)
    cand_position_add_location (position, text);
}

static void
add_places (CandPosition *position, JsonNode *node)
{
  JsonArray *places =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (places == NULL)
    add_place (position, node);
  else
    for (guint i = 0; i < json_array_get_length (places); i++)
      add_place (position, json_array_get_element (places, i));
}

/* From where one may apply says where the position is only when nothing else does. */
static void
read_places (CandPosition *position, JsonObject *posting)
{
  g_autofree char *type = cand_jsonld_dup_member (posting, "jobLocationType");

  add_places (position, json_object_get_member (posting, "jobLocation"));
  if (*cand_position_get_locations (position) == NULL)
    add_places (position, json_object_get_member (posting, "applicantLocationRequirements"));
  if (type != NULL)
    cand_position_set_workplace (position, cand_workplace_from_text (type), type);
}

/* --- employment --- */

static gboolean
is_hours (CandEmployment employment)
{
  return employment == CAND_EMPLOYMENT_FULL_TIME || employment == CAND_EMPLOYMENT_PART_TIME;
}

/* The two together: "full-time" beside "internship" is an internship; two that exclude each other
 * say nothing plainly. */
static CandEmployment
join_employment (CandEmployment a, CandEmployment b)
{
  if (a == b || b == CAND_EMPLOYMENT_UNKNOWN)
    return a;
  if (a == CAND_EMPLOYMENT_UNKNOWN || (is_hours (a) && !is_hours (b)))
    return b;
  return is_hours (b) && !is_hours (a) ? a : CAND_EMPLOYMENT_UNKNOWN;
}

static void
read_employment (CandPosition *position, JsonObject *posting)
{
  JsonArray *array = cand_json_get_array (posting, "employmentType");
  g_autoptr (GString) words = g_string_new (NULL);
  g_auto (GStrv) parts = NULL;
  g_autofree char *text = NULL;
  CandEmployment employment = CAND_EMPLOYMENT_UNKNOWN;

  if (array == NULL)
    {
      g_autofree char *word = cand_jsonld_dup_member (posting, "employmentType");

      g_string_append (words, word != NULL ? word : "");
    }
  else
    for (guint i = 0; i < json_array_get_length (array); i++)
      {
        g_autofree char *word = cand_jsonld_dup_plain (json_array_get_element (array, i));

        if (word != NULL)
          g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", word);
      }
  parts = g_strsplit (words->str, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    employment = join_employment (employment, cand_employment_from_text (parts[i]));
  text = cand_employment_dup_words (words->str);
  if (*text != '\0')
    cand_position_set_employment (position, employment, text);
}

/* --- pay --- */

/* A number, also one that is written as a text. */
static double
get_amount (JsonObject *object, const char *name)
{
  const char *text = cand_json_get_string (object, name);
  double amount;
  char *end;

  if (cand_json_get_number (object, name, &amount))
    return amount;
  if (text == NULL || !g_ascii_isdigit (*text))
    return NAN;
  amount = g_ascii_strtod (text, &end);
  return *end == '\0' ? amount : NAN;
}

/* A MonetaryAmount, whose value is a number or a QuantitativeValue. */
static gboolean
read_amount (JsonObject *salary, CandPay *pay)
{
  JsonObject *value = cand_json_get_object (salary, "value");
  const char *currency = cand_json_get_string (salary, "currency");
  const char *unit;
  double alone;

  if (value == NULL)
    value = salary;
  unit = cand_json_get_string (value, "unitText");
  if (unit == NULL)
    unit = cand_json_get_string (salary, "unitText");
  if (currency == NULL)
    currency = cand_json_get_string (value, "currency");
  if (cand_pay_set (pay, get_amount (value, "minValue"), get_amount (value, "maxValue"), currency,
                    cand_pay_period_from_text (unit)))
    return TRUE;
  alone = get_amount (value, "value");
  return cand_pay_set (pay, alone, alone, currency, cand_pay_period_from_text (unit));
}

/* The source's own words are there only where it is a text, and more than the amount. */
static void
read_pay (CandPosition *position, JsonObject *posting)
{
  JsonObject *salary = cand_json_get_object (posting, "baseSalary");
  JsonArray *array = cand_json_get_array (posting, "baseSalary");
  const char *words = cand_json_get_string (posting, "baseSalary");
  double amount = get_amount (posting, "baseSalary");
  const char *currency = cand_json_get_string (posting, "salaryCurrency");
  CandPay pay;

  /* Several of them are no single range. */
  if (array != NULL && json_array_get_length (array) == 1)
    salary = cand_json_get_object_element (array, 0);
  if (salary != NULL ? read_amount (salary, &pay)
                     : cand_pay_set (&pay, amount, amount, currency, CAND_PAY_PERIOD_UNKNOWN))
    cand_position_set_pay (position, &pay, words != NULL && isnan (amount) ? words : "");
  else if (words != NULL)
    cand_position_set_pay (position, NULL, words);
}

/* --- the posting --- */

char *
cand_jsonld_dup_organisation (JsonObject *posting)
{
  return cand_jsonld_dup_member (posting, "hiringOrganization");
}

/* A day lasts until it is over everywhere. */
gboolean
cand_jsonld_is_over (JsonObject *posting)
{
  g_autofree char *until = cand_date_from_text (cand_json_get_string (posting, "validThrough"));
  g_autofree char *last = NULL;
  g_autoptr (GDateTime) moment = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  if (until == NULL)
    return FALSE;
  last = strchr (until, 'T') != NULL ? g_strdup (until) : g_strconcat (until, "T23:59:59-12", NULL);
  moment = g_date_time_new_from_iso8601 (last, NULL);
  return moment != NULL && g_date_time_compare (moment, now) < 0;
}

/* What tells it from others of the same title. */
static CandPosition *
read_facts (const char *account, const char *title, const char *published, JsonObject *posting)
{
  CandPosition *facts = cand_board_system_new_position (&cand_jsonld, account, "facts", title);

  cand_position_set_published (facts, published);
  read_places (facts, posting);
  return facts;
}

CandPosition *
cand_jsonld_read_posting (const char *account,
                          const char *page,
                          const char *organisation,
                          CandListing *taken,
                          JsonObject *posting)
{
  g_autofree char *title = cand_jsonld_dup_member (posting, "title");
  g_autofree char *employer = cand_jsonld_dup_organisation (posting);
  g_autofree char *url = dup_url (posting, page);
  g_autofree char *published = cand_date_from_text (cand_json_get_string (posting, "datePosted"));
  g_autofree char *closing = cand_date_from_text (cand_json_get_string (posting, "validThrough"));
  g_autofree char *description = dup_description (posting);
  g_autoptr (CandPosition) facts = NULL;
  g_autofree char *code = NULL;
  CandPosition *position;

  if (title == NULL)
    title = cand_jsonld_dup_member (posting, "name");
  if (title == NULL)
    return NULL;
  facts = read_facts (account, title, published, posting);
  code = dup_code (taken, posting, facts);
  position = cand_board_system_new_position (&cand_jsonld, account, code, title);
  cand_position_set_organisation (position, employer != NULL ? employer : organisation);
  cand_position_set_url (position, url);
  cand_position_set_application_url (position, url);
  cand_position_set_published (position, published);
  cand_position_set_closing (position, closing);
  cand_position_set_description (position, description);
  read_places (position, posting);
  read_employment (position, posting);
  read_pay (position, posting);
  return position;
}
