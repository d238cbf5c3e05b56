/* cand-profile-asks.c: what a field of a form asks a person for
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-profile-asks.h"

#include <string.h>

#include "cand-model-text.h"

/* What the systems call their own fields, letters and digits only: Workable (firstname), Greenhouse
 * (first_name), Recruitee (name), Ashby (_systemfield_name), BambooHR (streetAddress). Workable's
 * "address" and Ashby's and Greenhouse's "location" are one line for all of it. */
static const struct
{
  const char *id;
  CandAsks asks;
} ids[] = {
  { "firstname", CAND_ASKS_FIRST_NAME },
  { "lastname", CAND_ASKS_LAST_NAME },
  { "name", CAND_ASKS_FULL_NAME },
  { "fullname", CAND_ASKS_FULL_NAME },
  { "email", CAND_ASKS_EMAIL },
  { "phone", CAND_ASKS_PHONE },
  { "phonenumber", CAND_ASKS_PHONE },
  { "address", CAND_ASKS_ADDRESS },
  { "streetaddress", CAND_ASKS_STREET },
  { "location", CAND_ASKS_PLACE },
  { "city", CAND_ASKS_CITY },
  { "state", CAND_ASKS_REGION },
  { "region", CAND_ASKS_REGION },
  { "zip", CAND_ASKS_POSTCODE },
  { "postcode", CAND_ASKS_POSTCODE },
  { "postalcode", CAND_ASKS_POSTCODE },
  { "country", CAND_ASKS_COUNTRY },
  { "countryid", CAND_ASKS_COUNTRY },
  { "headline", CAND_ASKS_HEADLINE },
  { "summary", CAND_ASKS_SUMMARY },
  { "education", CAND_ASKS_EDUCATION },
  { "experience", CAND_ASKS_EXPERIENCE },
  { "linkedin", CAND_ASKS_LINKEDIN },
  { "linkedinurl", CAND_ASKS_LINKEDIN },
  { "github", CAND_ASKS_GITHUB },
  { "githuburl", CAND_ASKS_GITHUB },
  { "website", CAND_ASKS_WEBSITE },
  { "websiteurl", CAND_ASKS_WEBSITE },
  { "portfolio", CAND_ASKS_PORTFOLIO },
  { "portfoliourl", CAND_ASKS_PORTFOLIO },
};

/* What employers call it in questions of their own: words in a row, as cand_text_dup_words() gives
 * them. The longer ones come first; what is found is taken out of the question, and the rest has to
 * be in the table below. So "Your GitHub profile" is known, and "What have you built on GitHub?" or
 * "Name of a referee" is not. */
static const struct
{
  const char *words;
  CandAsks asks;
} phrases[] = {
  { "hugging face user name", CAND_ASKS_HUB_NAME },
  { "hugging face username", CAND_ASKS_HUB_NAME },
  { "hugging face handle", CAND_ASKS_HUB_NAME },
  { "hugging face account", CAND_ASKS_HUB_NAME },
  { "huggingface user name", CAND_ASKS_HUB_NAME },
  { "huggingface username", CAND_ASKS_HUB_NAME },
  { "huggingface handle", CAND_ASKS_HUB_NAME },
  { "huggingface account", CAND_ASKS_HUB_NAME },
  { "hugging face", CAND_ASKS_HUB_LINK },
  { "huggingface", CAND_ASKS_HUB_LINK },
  { "google scholar", CAND_ASKS_SCHOLAR },
  { "personal website", CAND_ASKS_WEBSITE },
  { "first name", CAND_ASKS_FIRST_NAME },
  { "given name", CAND_ASKS_FIRST_NAME },
  { "last name", CAND_ASKS_LAST_NAME },
  { "family name", CAND_ASKS_LAST_NAME },
  { "surname", CAND_ASKS_LAST_NAME },
  { "full name", CAND_ASKS_FULL_NAME },
  { "email address", CAND_ASKS_EMAIL },
  { "e mail address", CAND_ASKS_EMAIL },
  { "e mail", CAND_ASKS_EMAIL },
  { "email", CAND_ASKS_EMAIL },
  { "phone number", CAND_ASKS_PHONE },
  { "telephone number", CAND_ASKS_PHONE },
  { "mobile number", CAND_ASKS_PHONE },
  { "telephone", CAND_ASKS_PHONE },
  { "phone", CAND_ASKS_PHONE },
  { "postal code", CAND_ASKS_POSTCODE },
  { "zip code", CAND_ASKS_POSTCODE },
  { "postcode", CAND_ASKS_POSTCODE },
  { "linkedin", CAND_ASKS_LINKEDIN },
  { "linked in", CAND_ASKS_LINKEDIN },
  { "github", CAND_ASKS_GITHUB },
  { "git hub", CAND_ASKS_GITHUB },
  { "website", CAND_ASKS_WEBSITE },
  { "homepage", CAND_ASKS_WEBSITE },
  { "portfolio", CAND_ASKS_PORTFOLIO },
  { "city", CAND_ASKS_CITY },
  { "country", CAND_ASKS_COUNTRY },
  { "name", CAND_ASKS_FULL_NAME },
};

/* What may stand around them, and around what is a link. */
static const char *const plain_words[] = {
  "your", "my", "the", "a",  "an", "please", "enter",    "add", "share",   "here",
  "what", "is", "s",   "to", "us", "with",   "optional", "if",  "provide", "personal",
};

static const char *const link_words[] = {
  "link", "url", "address", "page", "of", "profile", "public", "account", "any",
};

char *
cand_asks_dup_bare_id (const char *id)
{
  GString *bare = g_string_new (NULL);

  for (const char *p = id; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (bare, g_ascii_tolower (*p));
  if (g_str_has_prefix (bare->str, "systemfield"))
    g_string_erase (bare, 0, strlen ("systemfield"));
  return g_string_free (bare, FALSE);
}

static gboolean
is_among (const char *word, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (word, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
are_plain (const char *words, gboolean around_link)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);

  for (char **word = each; *word != NULL; word++)
    if (**word != '\0' && !is_among (*word, plain_words, G_N_ELEMENTS (plain_words)) &&
        !(around_link && is_among (*word, link_words, G_N_ELEMENTS (link_words))))
      return FALSE;
  return TRUE;
}

static gboolean
is_link (CandAsks asks)
{
  return asks >= CAND_ASKS_HUB_LINK && asks <= CAND_ASKS_SCHOLAR;
}

/* " your github profile " without " github " is " your profile ". */
static CandAsks
tell_words (const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      g_autofree char *phrase = g_strconcat (" ", phrases[i].words, " ", NULL);
      const char *found = strstr (words, phrase);
      gboolean link = is_link (phrases[i].asks);
      g_autofree char *before = NULL;

      if (found == NULL)
        continue;
      before = g_strndup (words, found - words);
      return are_plain (before, link) && are_plain (found + strlen (phrase), link)
                 ? phrases[i].asks
                 : CAND_ASKS_NOTHING;
    }
  return CAND_ASKS_NOTHING;
}

static CandAsks
tell_asked (CandField *field)
{
  g_autofree char *id = cand_asks_dup_bare_id (cand_field_get_id (field));
  g_autofree char *words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_str_equal (ids[i].id, id))
      return ids[i].asks;
  words = cand_text_dup_words (cand_field_get_label (field));
  return tell_words (words);
}

static gboolean
takes (CandField *field, CandAsks asks)
{
  gboolean is_list = asks == CAND_ASKS_EDUCATION || asks == CAND_ASKS_EXPERIENCE;

  if (asks == CAND_ASKS_NOTHING)
    return FALSE;
  switch (cand_field_get_field_type (field))
    {
    case CAND_FIELD_TYPE_TEXT:
    case CAND_FIELD_TYPE_PARAGRAPH:
      return !is_list;
    case CAND_FIELD_TYPE_EMAIL:
      return asks == CAND_ASKS_EMAIL;
    case CAND_FIELD_TYPE_PHONE:
      return asks == CAND_ASKS_PHONE;
    case CAND_FIELD_TYPE_DROPDOWN:
      return asks == CAND_ASKS_COUNTRY || asks == CAND_ASKS_REGION;
    case CAND_FIELD_TYPE_GROUP:
      return is_list;
    case CAND_FIELD_TYPE_DATE:
    case CAND_FIELD_TYPE_NUMBER:
    case CAND_FIELD_TYPE_BOOLEAN:
    case CAND_FIELD_TYPE_MULTIPLE:
    case CAND_FIELD_TYPE_FILE:
      return FALSE;
    }
  return FALSE;
}

CandAsks
cand_asks_tell (CandField *field)
{
  CandAsks asks = cand_field_get_sensitive (field) ? CAND_ASKS_NOTHING : tell_asked (field);

  return takes (field, asks) ? asks : CAND_ASKS_NOTHING;
}
