/* cand-programme-name.c: what a programme is called, and whose it is
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-programme-name.h"

#include <string.h>

#include "core/boards/cand-address.h"
#include "core/model/cand-model-text.h"

#define MAX_SLUG 80
/* "Massachusetts Institute of Technology" has four. */
#define MAX_NAME_WORDS 4

/* "We are hiring!" as "we-are-hiring"; of a text without Latin letters a number that is always the
 * same. (transfer full) */
static char *
dup_slug (const char *text)
{
  g_autofree char *ascii = g_str_to_ascii (text, "C");
  GString *slug = g_string_new (NULL);
  gboolean letters = FALSE;

  for (const char *p = ascii; *p != '\0' && slug->len < MAX_SLUG; p++)
    if (g_ascii_isalnum (*p))
      {
        g_string_append_c (slug, g_ascii_tolower (*p));
        letters = TRUE;
      }
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-' && *p != '\'')
      g_string_append_c (slug, '-');
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  if (!letters)
    {
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

      g_string_printf (slug, "programme-%.8s", sum);
    }
  return g_string_free (slug, FALSE);
}

static gboolean
is_one_of (const char *text, const char *list)
{
  g_autofree char *between = g_strdup_printf (" %s ", text);

  return strstr (list, between) != NULL;
}

char *
cand_programme_dup_host_name (GUri *uri)
{
  g_autofree char *host = cand_address_dup_host (uri);
  g_auto (GStrv) labels = g_strsplit (host, ".", -1);
  guint n = g_strv_length (labels);

  if (n < 2 || g_hostname_is_ip_address (host))
    return g_strdup (host);
  n--;
  /* "acme.co.uk" */
  if (n > 1 && strlen (labels[n]) == 2 && is_one_of (labels[n - 1], " co com org net ac gov edu "))
    n--;
  /* Hosts that everybody may have a page on. */
  if (n > 1 && !g_str_equal (labels[n - 2], "www") &&
      is_one_of (labels[n - 1], " github gitlab medium substack notion wordpress blogspot ghost "
                                "netlify vercel pages tumblr webflow wixsite "))
    n--;
  return g_strdup (labels[n - 1]);
}

char *
cand_programme_dup_name (const char *address, const char *owner, const char *title)
{
  g_autoptr (GUri) uri = address != NULL ? cand_address_to_uri (address) : NULL;
  g_auto (GStrv) path = NULL;
  g_autofree char *whose = NULL;
  g_autofree char *what = NULL;
  guint n;

  if (uri == NULL)
    {
      g_autofree char *whole =
          owner != NULL ? g_strconcat (owner, " ", title, NULL) : g_strdup (title);

      return dup_slug (whole);
    }
  path = cand_address_split_path (uri);
  n = g_strv_length (path);
  whose = cand_programme_dup_host_name (uri);
  if (n > 0)
    {
      char *dot = strrchr (path[n - 1], '.');

      if (dot != NULL && is_one_of (dot + 1, " md markdown html htm php aspx "))
        *dot = '\0';
    }
  what = g_strconcat (whose, " ", n > 0 ? path[n - 1] : "", NULL);
  return dup_slug (what);
}

/* Appends the letters and digits of @word in lower case; TRUE when there are any. */
static gboolean
append_letters (GString *letters, const char *word)
{
  gsize length = letters->len;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_unichar_tolower (g_utf8_get_char (p)));
  return letters->len > length;
}

/* Words from @words on that are together @wanted; NULL when they are not. */
static char *
match_words (char **words, const char *wanted)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autoptr (GString) name = g_string_new (NULL);
  const char *last;

  if (!g_unichar_isupper (g_utf8_get_char (words[0])))
    return NULL;
  for (guint i = 0; i < MAX_NAME_WORDS && words[i] != NULL; i++)
    {
      if (!append_letters (letters, words[i]) || !g_str_has_prefix (wanted, letters->str))
        return NULL;
      g_string_append_printf (name, "%s%s", i > 0 ? " " : "", words[i]);
      if (strlen (wanted) > letters->len)
        continue;
      last = name->str + name->len;
      while (!g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (last))))
        last = g_utf8_prev_char (last);
      return g_strndup (name->str, last - name->str);
    }
  return NULL;
}

char *
cand_programme_dup_organisation (CandAnnouncement *announcement, const char *account)
{
  g_autoptr (GString) wanted = g_string_new (NULL);

  if (!append_letters (wanted, account))
    return NULL;
  for (guint i = 0; i < cand_announcement_get_length (announcement); i++)
    {
      const char *text = cand_announcement_get (announcement, i)->text;
      /* "(Hugging Face's)" */
      g_auto (GStrv) words = g_strsplit_set (text, " /\"()'", -1);

      for (guint j = 0; words[j] != NULL; j++)
        {
          g_autofree char *name = *words[j] != '\0' ? match_words (words + j, wanted->str) : NULL;

          if (name != NULL)
            return g_steal_pointer (&name);
        }
    }
  return NULL;
}

gboolean
cand_programme_is_organisation (const char *name, const char *account)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autoptr (GString) wanted = g_string_new (NULL);

  return append_letters (letters, name) && append_letters (wanted, account) &&
         g_str_has_prefix (letters->str, wanted->str);
}
