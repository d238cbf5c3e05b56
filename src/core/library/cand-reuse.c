/* cand-reuse.c: which earlier answers may help with a question
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-reuse.h"

#include <string.h>

#include "core/model/cand-profile-asks.h"
#include "core/model/cand-question.h"
#include "core/model/cand-text-limit.h"
#include "core/store/cand-store-reuse.h"

/* A line that takes fewer characters is no text. */
#define SHORT_LINE 100

static void
place_free (CandReusePlace *self)
{
  g_free (self->question);
  g_free (self->position);
  g_free (self->title);
  g_free (self->organisation);
  g_free (self);
}

void
cand_reusable_free (CandReusable *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_ptr_array_unref (self->places);
  g_free (self);
}

double
cand_reusable_get_similarity (const CandReusable *self)
{
  const CandReusePlace *best = g_ptr_array_index (self->places, 0);

  return best->similarity;
}

gboolean
cand_reusable_is_same (const CandReusable *self)
{
  return cand_reusable_get_similarity (self) >= CAND_QUESTION_SAME;
}

static CandReusePlace *
place_new (const CandStoredReuse *answer, double similarity)
{
  CandReusePlace *place = g_new0 (CandReusePlace, 1);

  place->question = g_strdup (answer->question);
  place->position = g_strdup (answer->position);
  place->title = g_strdup (answer->title);
  place->organisation = g_strdup (answer->organisation);
  place->status = answer->status;
  place->updated = answer->updated;
  place->similarity = similarity;
  place->same_employer = answer->same_employer;
  place->read = answer->same_employer && cand_store_reuse_is_read (answer->status);
  return place;
}

/* --- which questions --- */

/* What a profile fills in; a summary, education and experience are texts all the same. */
static gboolean
is_personal (CandField *field)
{
  CandAsks asks = cand_asks_tell (field);

  return asks != CAND_ASKS_NOTHING && asks != CAND_ASKS_HEADLINE && asks != CAND_ASKS_SUMMARY &&
         asks != CAND_ASKS_EDUCATION && asks != CAND_ASKS_EXPERIENCE;
}

static gboolean
is_text (CandField *field)
{
  CandFieldType type = cand_field_get_field_type (field);

  return (type == CAND_FIELD_TYPE_PARAGRAPH || type == CAND_FIELD_TYPE_TEXT) &&
         !cand_field_get_sensitive (field) && !is_personal (field);
}

gboolean
cand_reuse_is_wanted (CandField *field)
{
  gint64 limit = cand_field_get_max_length (field);

  return is_text (field) && (cand_field_get_field_type (field) == CAND_FIELD_TYPE_PARAGRAPH ||
                             limit == CAND_LIMIT_UNKNOWN || limit >= SHORT_LINE);
}

/* A link or an e-mail address, which the question did not ask for by name. */
static gboolean
is_link (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  return strpbrk (trimmed, " \t\r\n") == NULL &&
         (strstr (trimmed, "://") != NULL || strchr (trimmed, '@') != NULL ||
          g_ascii_strncasecmp (trimmed, "www.", 4) == 0);
}

/* --- comparing --- */

/* How alike each question is to the one asked, worked out once for each. */
typedef struct
{
  CandQuestion *asked;      /* (owned) */
  GHashTable *similarities; /* (owned) (element-type utf8 double) of id and question */
} Comparison;

static void
comparison_clear (Comparison *self)
{
  g_clear_pointer (&self->asked, cand_question_free);
  g_clear_pointer (&self->similarities, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

/* 0 where its answer is never to be offered. */
static double
compare (Comparison *self, const CandStoredReuse *answer)
{
  g_autofree char *key = g_strconcat (answer->field, "\n", answer->question, NULL);
  double *known = g_hash_table_lookup (self->similarities, key);
  g_autoptr (CandQuestion) question = NULL;
  g_autoptr (CandField) field = NULL;
  double similarity;

  if (known != NULL)
    return *known;
  question = cand_question_new (answer->question);
  similarity = cand_question_match (self->asked, question);
  if (similarity >= CAND_QUESTION_NEAR)
    {
      field = cand_field_new (answer->field, answer->type, answer->question);
      if (!is_text (field))
        similarity = 0;
    }
  g_hash_table_insert (self->similarities, g_steal_pointer (&key),
                       g_memdup2 (&similarity, sizeof similarity));
  return similarity;
}

/* One blank for any, none around it. (transfer full) */
static char *
dup_collapsed (const char *text, gssize length)
{
  const char *end = length < 0 ? text + strlen (text) : text + length;
  g_autoptr (GString) collapsed = g_string_sized_new (end - text);
  gboolean blank = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          blank = collapsed->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (collapsed, ' ');
      blank = FALSE;
      g_string_append_unichar (collapsed, c);
    }
  return g_string_free_and_steal (g_steal_pointer (&collapsed));
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const CandReusePlace *one = a;
  const CandReusePlace *other = b;

  if (one->similarity != other->similarity)
    return one->similarity > other->similarity ? -1 : 1;
  if (one->updated != other->updated)
    return one->updated > other->updated ? -1 : 1;
  return 0;
}

static int
compare_reusables (gconstpointer a, gconstpointer b)
{
  const CandReusable *one = a;
  const CandReusable *other = b;
  gboolean one_fits = one->too_long == 0;
  gboolean other_fits = other->too_long == 0;

  if (one_fits != other_fits)
    return one_fits ? -1 : 1;
  /* The most alike first puts the same question before near ones too. */
  return compare_places (g_ptr_array_index (one->places, 0), g_ptr_array_index (other->places, 0));
}

static CandReusable *
reusable_new (CandField *field, const char *text)
{
  CandReusable *reusable = g_new0 (CandReusable, 1);
  CandTextLimit limit;

  cand_text_limit_measure (&limit, text, cand_field_get_max_length (field), CAND_UNITS_ASSUMED);
  reusable->text = g_strdup (text);
  reusable->length = limit.length;
  reusable->too_long = limit.known && limit.remaining < 0 ? -limit.remaining : 0;
  reusable->places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
  return reusable;
}

GPtrArray *
cand_reuse_choose (CandField *field, GPtrArray *answers)
{
  g_auto (Comparison) comparison = { 0 };
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) cand_reusable_free);

  if (!cand_reuse_is_wanted (field))
    return found;
  comparison.asked = cand_question_new (cand_field_get_label (field));
  comparison.similarities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < answers->len; i++)
    {
      const CandStoredReuse *answer = g_ptr_array_index (answers, i);
      double similarity = compare (&comparison, answer);
      g_autofree char *collapsed = NULL;
      CandReusable *reusable;

      if (similarity < CAND_QUESTION_NEAR || is_link (answer->text))
        continue;
      collapsed = dup_collapsed (answer->text, -1);
      if (*collapsed == '\0')
        continue;
      reusable = g_hash_table_lookup (known, collapsed);
      if (reusable == NULL)
        {
          reusable = reusable_new (field, answer->text);
          g_ptr_array_add (found, reusable);
          g_hash_table_insert (known, g_steal_pointer (&collapsed), reusable);
        }
      g_ptr_array_add (reusable->places, place_new (answer, similarity));
    }
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_sort_values (((CandReusable *) g_ptr_array_index (found, i))->places,
                             compare_places);
  g_ptr_array_sort_values (found, compare_reusables);
  if (found->len > CAND_REUSE_MOST)
    g_ptr_array_set_size (found, CAND_REUSE_MOST);
  return found;
}

/* --- what was read --- */

struct _CandReadTexts
{
  GHashTable *places; /* (owned) (element-type utf8 CandReusePlace) by the collapsed text */
};

void
cand_read_texts_free (CandReadTexts *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->places);
  g_free (self);
}

/* The newest stays. */
static void
add_read (CandReadTexts *self, char *collapsed, glong least, const CandStoredReuse *answer)
{
  if (g_utf8_strlen (collapsed, -1) < least || g_hash_table_contains (self->places, collapsed))
    {
      g_free (collapsed);
      return;
    }
  g_hash_table_insert (self->places, collapsed, place_new (answer, 1));
}

/* The line that begins at @p; *@length of its bytes. The next one; NULL after the last. */
static const char *
next_paragraph (const char *p, gsize *length)
{
  *length = strcspn (p, "\r\n");
  return p[*length] != '\0' ? p + *length + 1 : NULL;
}

CandReadTexts *
cand_read_texts_new (GPtrArray *answers)
{
  CandReadTexts *self = g_new0 (CandReadTexts, 1);

  self->places =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) place_free);
  for (guint i = 0; i < answers->len; i++)
    {
      const CandStoredReuse *answer = g_ptr_array_index (answers, i);
      g_autoptr (CandField) field = cand_field_new (answer->field, answer->type, answer->question);
      gsize length;

      if (!is_text (field))
        continue;
      add_read (self, dup_collapsed (answer->text, -1), CAND_READ_WHOLE, answer);
      for (const char *p = answer->text, *next; p != NULL; p = next)
        {
          next = next_paragraph (p, &length);
          add_read (self, dup_collapsed (p, (gssize) length), CAND_READ_PARAGRAPH, answer);
        }
    }
  return self;
}

const CandReusePlace *
cand_read_texts_find (const CandReadTexts *self, const char *text, gboolean *whole)
{
  g_autofree char *all = NULL;
  const CandReusePlace *place;
  gsize length;

  *whole = FALSE;
  if (g_hash_table_size (self->places) == 0)
    return NULL;
  all = dup_collapsed (text, -1);
  place = g_hash_table_lookup (self->places, all);
  *whole = place != NULL;
  for (const char *p = text, *next; place == NULL && p != NULL; p = next)
    {
      g_autofree char *paragraph = NULL;

      next = next_paragraph (p, &length);
      if (length < CAND_READ_PARAGRAPH)
        continue;
      paragraph = dup_collapsed (p, (gssize) length);
      if (g_utf8_strlen (paragraph, -1) >= CAND_READ_PARAGRAPH)
        place = g_hash_table_lookup (self->places, paragraph);
    }
  return place;
}
