/* cand-words.c: what the words of an announcement say of its parts
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-words.h"

#include <string.h>

/* In bytes of words: what is longer is no heading and no words on a link. */
#define MAX_LABEL 160
/* "To apply, please send us" has five. */
#define MAX_LEAD_WORDS 6

char *
cand_words_dup (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  GString *words = g_string_new (" ");
  gboolean in_word = FALSE;

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (words, c);
      else if (in_word)
        g_string_append_c (words, ' ');
      in_word = g_unichar_isalnum (c) || g_unichar_ismark (c);
    }
  if (in_word)
    g_string_append_c (words, ' ');
  return g_string_free (words, FALSE);
}

guint
cand_words_count (const char *words)
{
  guint n = 0;

  for (const char *p = words; *p != '\0'; p++)
    n += *p == ' ';
  return n - 1;
}

gboolean
cand_words_have (const char *words, const char *const *phrases)
{
  for (; *phrases != NULL; phrases++)
    if (strstr (words, *phrases) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether each word is in @known, which is itself words between blanks; numbers are. */
static gboolean
are_among (const char *words, const char *known)
{
  const char *start = words + 1;

  if (*start == '\0' || strlen (words) > MAX_LABEL)
    return FALSE;
  while (*start != '\0')
    {
      const char *end = strchr (start, ' ');
      g_autofree char *word = g_strndup (start - 1, end - start + 2);

      if (strspn (word, " 0123456789") != strlen (word) && strstr (known, word) == NULL)
        return FALSE;
      start = end + 1;
    }
  return TRUE;
}

gboolean
cand_words_head_positions (const char *words)
{
  static const char known[] =
      " position positions role roles job jobs opening openings opportunity opportunities "
      "internship "
      "internships intern interns vacancy vacancies residency residencies fellowship fellowships "
      "placement placements thesis theses career careers "
      "open current currently available the our all list of we are is re hiring now join us work "
      "with "
      "what who which for in at a an and you can to be it s here they these following below see "
      "offer offers offered offering looking have new more apply program programme programs "
      "programmes summer winter spring autumn fall fully remote get involved this year ";

  return are_among (words, known);
}

gboolean
cand_words_list_positions (const char *words)
{
  static const char *const nouns[] = {
    " positions ",     " roles ",         " jobs ",       " openings ",    " internships ",
    " vacancies ",     " residencies ",   " placements ", " fellowships ", " theses ",
    " opportunities ", " open position ", NULL,
  };

  return cand_words_head_positions (words) && cand_words_have (words, nouns);
}

gboolean
cand_words_are_numbered (const char *words)
{
  static const char nouns[] = " job position role opening internship intern vacancy fellowship "
                              "placement thesis residency ";
  const char *number = strpbrk (words, "0123456789");

  return number != NULL && number - words > 1 && are_among (words, nouns);
}

gboolean
cand_words_head_how_to_apply (const char *words)
{
  static const char known[] =
      " how to do does i you can we the our for a an and of your in with is on it this that "
      "apply applying application applications process procedure submit submission submissions "
      "candidates candidate applicants instructions steps deadline deadlines timeline now here "
      "position positions role roles job jobs internship internships interested ready what "
      "us tell get touch next program programme details send getting started "
      /* French */
      "comment postuler postulez candidater candidature candidatures pour à au aux la le les l un "
      "une et ou de du des d votre vos vous modalités envoyer déposer procédure "
      /* German */
      "bewerbung bewerbungen bewerben bewirbst bewerbungsprozess bewerbungsverfahren so wie sie du "
      "dich sich deine ihre die der das den jetzt ablauf "
      /* Spanish */
      "cómo como postular postularse postulación postulaciones solicitar solicitud solicitudes "
      "inscribirse inscripción enviar presentar tu su el los las y para proceso ";
  static const char *const needed[] = {
    " apply ",
    " applying ",
    " application ",
    " applications ",
    " submit ",
    " interested ",
    " next steps ",
    " postuler ",
    " postulez ",
    " candidater ",
    " candidature ",
    " candidatures ",
    " bewerbung ",
    " bewerbungen ",
    " bewerben ",
    " bewirbst ",
    " bewerbungsprozess ",
    " bewerbungsverfahren ",
    " postular ",
    " postularse ",
    " postulación ",
    " postulaciones ",
    " solicitar ",
    " solicitud ",
    " solicitudes ",
    " inscribirse ",
    " inscripción ",
    NULL,
  };

  return are_among (words, known) && cand_words_have (words, needed);
}

gboolean
cand_words_lead_to_steps (const char *words)
{
  return cand_words_head_how_to_apply (words) ||
         (g_str_has_prefix (words, " to apply ") && cand_words_count (words) <= MAX_LEAD_WORDS);
}

gboolean
cand_words_head_locations (const char *words)
{
  static const char known[] =
      " location locations where place places office offices will you we work "
      "is are the our and remote based be can i hybrid on site ";
  static const char *const needed[] = {
    " location ", " locations ", " where ", " offices ", " remote ", NULL,
  };

  return are_among (words, known) && cand_words_have (words, needed);
}

gboolean
cand_words_head_statement (const char *words)
{
  static const char *const phrases[] = {
    " equal opportunity ", " equal opportunities ", " diversity ",          " inclusion ", " eeo ",
    " all backgrounds ",   " who can apply ",       " non discrimination ", NULL,
  };

  return strlen (words) <= MAX_LABEL && cand_words_have (words, phrases);
}

gboolean
cand_words_are_invitation (const char *words)
{
  static const char known[] =
      " apply application applications applying form submit send your our my the this that a an to "
      "for here now today online via on at in of and or us link links page pages job jobs "
      "position positions posting postings opening openings listing listings role roles vacancy "
      "description descriptions details detail more info information learn read see view open find "
      "out click full visit check go directly website site portal board ad advert it its "
      "workable greenhouse lever ashby recruitee teamtailor personio bamboohr smartrecruiters "
      "start begin get complete entire ";

  return are_among (words, known);
}

gboolean
cand_words_are_statement (const char *words)
{
  static const char *const phrases[] = {
    " equal opportunity ",
    " equal opportunities ",
    " all backgrounds ",
    " any background ",
    " every background ",
    " diverse backgrounds ",
    " do not discriminate ",
    " does not discriminate ",
    " don t discriminate ",
    " without regard to race ",
    " regardless of race ",
    " regardless of gender ",
    " regardless of their gender ",
    " sexual orientation ",
    " underrepresented ",
    " under represented ",
    " marginalized people ",
    " diversity equity ",
    " diversity and inclusion ",
    NULL,
  };

  return cand_words_have (words, phrases);
}

gboolean
cand_words_tell_how_to_apply (const char *words)
{
  static const char *const phrases[] = {
    " to apply ",
    " apply here ",
    " apply now ",
    " apply by ",
    " apply before ",
    " apply through ",
    " apply via ",
    " apply on ",
    " apply online ",
    " apply directly ",
    " apply until ",
    " apply using ",
    " your application ",
    " your applications ",
    " application form ",
    " applications close ",
    " applications are ",
    " application deadline ",
    " submit an application ",
    " application process ",
    NULL,
  };

  return cand_words_have (words, phrases);
}

gboolean
cand_words_ask_short_submission (const char *words)
{
  static const char *const denials[] = {
    " no short submission ",
    " without a short submission ",
    " without the short submission ",
    " no longer ",
    " not required ",
    " not needed ",
    " no need ",
    " not ask for ",
    NULL,
  };

  return strstr (words, " short submission ") != NULL && !cand_words_have (words, denials);
}
