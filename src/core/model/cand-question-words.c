/* cand-question-words.c: how much the words of questions say
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-question-private.h"

#include <string.h>

/* Words that only hold a sentence together; that are in every other question of every form; and
 * that say something, though many questions have them. */
#define FILLER 8
#define WEAK 25
#define HALF 55
#define FULL CAND_WORD_WEIGHT
/* Little: figures that differ lower the whole already. */
#define FIGURE 25

/* Words in normal form, blanks between them; a later row overrules an earlier one. What is not here
 * says as much as a word can. */
static const struct
{
  const char *words;
  CandWord word;
} rows[] = {
  /* What holds sentences together: English, French, German, Spanish. */
  { "a an the of to in on at for with and or your you yourself do does did is are am be been being "
    "was were will would can could should shall may might must please i me my we us our it its "
    "this "
    "that these those as by from if so any all have has had there here about into than then they "
    "them their s t m re ve ll d etc e g also just both either",
    { FILLER } },
  { "le la les un une des de du et ou a au aux est sont vous votre vos nous notre l d qu que qui "
    "dans "
    "pour sur ce cette il elle etes avez quel quelle",
    { FILLER } },
  { "der die das den dem ein eine einen einer und oder zu im ist sind sie ihr ihre ihren ihrer wir "
    "uns "
    "haben hast hat du dein deine mit von fur auf bei",
    { FILLER } },
  { "el los las una y o en su sus con por para es usted tu tus te como lo se", { FILLER } },
  /* What nearly every question has. */
  { "what which how tell describe share provide list explain enter give specify indicate state "
    "select "
    "choose link url profile information info detail details following apply applying candidate "
    "applicant application know like want wish interested brief briefly short sentence sentences "
    "words paragraph limit answer question yes check write add let see feel free way number other "
    "additional one whether +",
    { WEAK } },
  { "job role position opportunity", { WEAK, .stem = "job" } },
  { "company organization organisation employer", { WEAK, .stem = "company" } },
  { "name time", { HALF } },
  { "work working join joining", { HALF, .stem = "work" } },
  { "need needing require required requires", { HALF, .stem = "need" } },
  { "experience experiences experienced", { WEAK, .stem = "experience" } },
  { "have holding hold possess", { FILLER, .stem = "have" } },
  /* Other words for the same. */
  { "cv resume", { FULL, .stem = "resume" } },
  { "phone telephone mobile cell cellphone", { FULL, .stem = "phone" } },
  { "email mail", { FULL, .stem = "email" } },
  { "authorized authorised entitled permitted", { FULL, .stem = "authorized" } },
  { "salary wage remuneration compensation pay", { FULL, .stem = "salary" } },
  { "expected expectation expectations desired", { FULL, .stem = "expected" } },
  { "fluent fluently fluency", { FULL, .stem = "fluent" } },
  { "hear learn find", { FULL, .stem = "hear" } },
  { "relocate relocating relocation", { FULL, .stem = "relocate" } },
  { "sponsor sponsorship", { FULL, .stem = "sponsorship" } },
  { "soon earliest", { FULL, .stem = "soon" } },
  { "license licence", { FULL, .stem = "license" } },
  { "program programme", { FULL, .stem = "program" } },
  { "legally legal", { HALF, .stem = "legally" } },
  /* What denies. */
  { "not no nor never none without neither cannot cant dont doesnt didnt isnt arent wasnt werent "
    "wont "
    "wouldnt couldnt shouldnt havent hasnt hadnt non pas sans jamais aucun aucune nicht kein keine "
    "keinen keiner ohne nie sin nunca ningun ninguna senza niente geen niet zonder 不 没 無 无 非",
    { HALF, TRUE, .stem = "not" } },
  /* Figures in words. */
  { "two second", { FIGURE, .stem = "2" } },
  { "three third", { FIGURE, .stem = "3" } },
  { "four", { FIGURE, .stem = "4" } },
  { "five", { FIGURE, .stem = "5" } },
  { "six", { FIGURE, .stem = "6" } },
  { "seven", { FIGURE, .stem = "7" } },
  { "eight", { FIGURE, .stem = "8" } },
  { "nine", { FIGURE, .stem = "9" } },
  { "ten", { FIGURE, .stem = "10" } },
  { "twelve", { FIGURE, .stem = "12" } },
  /* Opposites. */
  { "why", { FULL, FALSE, CAND_OPPOSITE_ASKED, 1 } },
  { "when", { FULL, FALSE, CAND_OPPOSITE_ASKED, 2 } },
  { "where", { FULL, FALSE, CAND_OPPOSITE_ASKED, 4 } },
  { "who whom whose", { FULL, FALSE, CAND_OPPOSITE_ASKED, 8, "who" } },
  { "many much", { HALF, FALSE, CAND_OPPOSITE_ASKED, 16, "many" } },
  { "first given", { FULL, FALSE, CAND_OPPOSITE_NAME, 1, "first" } },
  { "last family surname", { FULL, FALSE, CAND_OPPOSITE_NAME, 2, "last" } },
  { "middle", { FULL, FALSE, CAND_OPPOSITE_NAME, 4 } },
  { "current currently present presently", { HALF, FALSE, CAND_OPPOSITE_TIME, 1, "current" } },
  { "previous previously former formerly past prior",
    { HALF, FALSE, CAND_OPPOSITE_TIME, 2, "previous" } },
  { "future", { HALF, FALSE, CAND_OPPOSITE_TIME, 4 } },
  { "before", { HALF, FALSE, CAND_OPPOSITE_AFTER, 1 } },
  { "after", { HALF, FALSE, CAND_OPPOSITE_AFTER, 2 } },
  { "start starting begin beginning", { FULL, FALSE, CAND_OPPOSITE_END, 1, "start" } },
  { "end ending finish", { FULL, FALSE, CAND_OPPOSITE_END, 2, "end" } },
  { "minimum min lowest least less fewer below",
    { HALF, FALSE, CAND_OPPOSITE_MOST, 1, "minimum" } },
  { "< ≤", { HALF, FALSE, CAND_OPPOSITE_MOST, 1 } },
  { "> ≥", { HALF, FALSE, CAND_OPPOSITE_MOST, 2 } },
  { "maximum max highest most more above", { HALF, FALSE, CAND_OPPOSITE_MOST, 2, "maximum" } },
  { "hour hours hourly", { HALF, FALSE, CAND_OPPOSITE_PERIOD, 1, "hour" } },
  { "day days daily", { HALF, FALSE, CAND_OPPOSITE_PERIOD, 2, "day" } },
  { "week weeks weekly", { HALF, FALSE, CAND_OPPOSITE_PERIOD, 4, "week" } },
  { "month months monthly", { HALF, FALSE, CAND_OPPOSITE_PERIOD, 8, "month" } },
  { "year years yearly annual annually annum", { WEAK, FALSE, CAND_OPPOSITE_PERIOD, 16, "year" } },
  { "agree accept consent", { FULL, FALSE, CAND_OPPOSITE_CONSENT, 1, "agree" } },
  { "disagree decline refuse object", { FULL, FALSE, CAND_OPPOSITE_CONSENT, 2, "refuse" } },
  { "able", { HALF, FALSE, CAND_OPPOSITE_ABLE, 1 } },
  { "willing", { HALF, FALSE, CAND_OPPOSITE_ABLE, 1 } },
  { "eligible", { FULL, FALSE, CAND_OPPOSITE_ABLE, 1, "authorized" } },
  { "unable unwilling ineligible", { FULL, FALSE, CAND_OPPOSITE_ABLE, 2 } },
  { "remote remotely", { FULL, FALSE, CAND_OPPOSITE_PLACE, 1, "remote" } },
  { "onsite office", { FULL, FALSE, CAND_OPPOSITE_PLACE, 2 } },
  { "strength strengths", { FULL, FALSE, CAND_OPPOSITE_WORTH, 1, "strength" } },
  { "best success successes", { FULL, FALSE, CAND_OPPOSITE_WORTH, 1 } },
  { "weakness weaknesses worst failure failures", { FULL, FALSE, CAND_OPPOSITE_WORTH, 2 } },
  { "gross", { FULL, FALSE, CAND_OPPOSITE_NET, 1 } },
  { "net", { FULL, FALSE, CAND_OPPOSITE_NET, 2 } },
  { "full", { FULL, FALSE, CAND_OPPOSITE_WHOLE, 1 } },
  { "part", { FULL, FALSE, CAND_OPPOSITE_WHOLE, 2 } },
  { "include including", { WEAK, FALSE, CAND_OPPOSITE_INCLUDED, 1, "include" } },
  { "exclude excluding except", { HALF, FALSE, CAND_OPPOSITE_INCLUDED, 2, "exclude" } },
  { "internal", { FULL, FALSE, CAND_OPPOSITE_INSIDE, 1 } },
  { "external", { FULL, FALSE, CAND_OPPOSITE_INSIDE, 2 } },
  { "paid", { FULL, FALSE, CAND_OPPOSITE_PAID, 1 } },
  { "unpaid", { FULL, FALSE, CAND_OPPOSITE_PAID, 2 } },
};

/* (element-type utf8 CandWord), of all rows; made once, and kept. */
static GHashTable *
get_words (void)
{
  static GHashTable *words;

  if (g_once_init_enter_pointer (&words))
    {
      GHashTable *made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          g_auto (GStrv) list = g_strsplit (rows[i].words, " ", -1);

          for (char **word = list; *word != NULL; word++)
            g_hash_table_insert (made, g_strdup (*word), (gpointer) &rows[i].word);
        }
      g_once_init_leave_pointer (&words, made);
    }
  return words;
}

/* The plural of English, French and Spanish, roughly: both questions are treated alike. */
static void
shorten (char *word)
{
  gsize length = strlen (word);

  if (length > 4 && g_str_has_suffix (word, "ies"))
    strcpy (word + length - 3, "y");
  else if (length > 3 && word[length - 1] == 's' && strchr ("sui", word[length - 2]) == NULL)
    word[length - 1] = '\0';
}

CandWord
cand_word_look_up (char *word)
{
  static const CandWord unknown = { FULL, FALSE, CAND_OPPOSITE_NONE, 0, NULL };
  static const CandWord figure = { FIGURE, FALSE, CAND_OPPOSITE_NONE, 0, NULL };
  const CandWord *found = g_hash_table_lookup (get_words (), word);

  if (found != NULL)
    return *found;
  if (g_ascii_isdigit (*word))
    return figure;
  shorten (word);
  found = g_hash_table_lookup (get_words (), word);
  return found != NULL ? *found : unknown;
}
