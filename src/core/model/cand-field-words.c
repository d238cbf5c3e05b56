/* cand-field-words.c: what a question takes, in words
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-field-words.h"

#include <glib/gi18n-lib.h>

/* Of more options than this, the rest is counted. */
#define MAX_OPTIONS 12
/* A larger one is none that anybody meant: 9999999999999 has been seen. */
#define MAX_NUMBER 1e9

static const char *
get_type_word (CandFieldType type)
{
  switch (type)
    {
    case CAND_FIELD_TYPE_TEXT:
      return _ ("One line");
    case CAND_FIELD_TYPE_EMAIL:
      return _ ("E-mail address");
    case CAND_FIELD_TYPE_PHONE:
      return _ ("Phone number");
    case CAND_FIELD_TYPE_PARAGRAPH:
      return _ ("Paragraph");
    case CAND_FIELD_TYPE_DATE:
      return _ ("Date");
    case CAND_FIELD_TYPE_NUMBER:
      return _ ("Number");
    case CAND_FIELD_TYPE_BOOLEAN:
      return _ ("Yes or no");
    case CAND_FIELD_TYPE_DROPDOWN:
      return _ ("One of several");
    case CAND_FIELD_TYPE_MULTIPLE:
      return _ ("Any of several");
    case CAND_FIELD_TYPE_FILE:
      return _ ("File");
    case CAND_FIELD_TYPE_GROUP:
      return _ ("List of entries");
    }
  return "";
}

/* Of paragraphs alone it is worth knowing that nobody says how long they may be. */
static void
add_length (CandField *self, GStrvBuilder *parts)
{
  gint64 length = cand_field_get_max_length (self);
  CandFieldType type = cand_field_get_field_type (self);

  if (type != CAND_FIELD_TYPE_TEXT && type != CAND_FIELD_TYPE_PARAGRAPH)
    return;
  if (length >= 0 && length <= G_MAXUINT)
    g_strv_builder_take (parts,
                         g_strdup_printf (ngettext ("at most %u character", "at most %u characters",
                                                    (gulong) length),
                                          (guint) length));
  else if (type == CAND_FIELD_TYPE_PARAGRAPH)
    /* Translators: of how long a text may be. */
    g_strv_builder_add (parts, _ ("limit unknown"));
}

static void
add_maximum (CandField *self, GStrvBuilder *parts)
{
  double maximum = cand_field_get_maximum (self);

  if (cand_field_get_field_type (self) == CAND_FIELD_TYPE_NUMBER && maximum < MAX_NUMBER)
    /* Translators: of a number that is asked for. */
    g_strv_builder_take (parts, g_strdup_printf (_ ("at most %.15g"), maximum));
}

static void
add_file (CandField *self, GStrvBuilder *parts)
{
  const char *const *types = cand_field_get_file_types (self);
  gint64 bytes = cand_field_get_max_file_size (self);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; types[i] != NULL; i++)
    {
      g_autofree char *upper = g_utf8_strup (types[i] + (types[i][0] == '.'), -1);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", upper);
    }
  if (list->len > 0)
    g_strv_builder_add (parts, list->str);
  if (bytes >= 0)
    {
      g_autofree char *size = g_format_size ((guint64) bytes);

      /* Translators: %s is the size of a file: "12 MB". */
      g_strv_builder_take (parts, g_strdup_printf (_ ("up to %s"), size));
    }
}

/* (transfer full) */
static char *
dup_options (CandField *self)
{
  guint n = cand_field_get_n_options (self);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, MAX_OPTIONS); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", cand_field_get_option_label (self, i));
  if (n > MAX_OPTIONS)
    {
      guint n_more = n - MAX_OPTIONS;
      g_autofree char *more =
          /* Translators: of the options of a question, those that are not listed. */
          g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more);

      g_string_append_printf (list, ", … (%s)", more);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* What one entry is asked. (transfer full) */
static char *
dup_inner_labels (CandField *self)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < cand_field_get_n_fields (self); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            cand_field_get_label (cand_field_get_field (self, i)));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* The type itself, with what there is to choose from or to fill in. (transfer full) */
static char *
dup_type (CandField *self)
{
  CandFieldType type = cand_field_get_field_type (self);
  g_autofree char *list = NULL;

  if (type == CAND_FIELD_TYPE_GROUP && cand_field_get_n_fields (self) > 0)
    {
      list = dup_inner_labels (self);
      /* Translators: %s is what is asked of each entry: "School, Degree, Start date". */
      return g_strdup_printf (_ ("List of entries: %s"), list);
    }
  if (cand_field_get_n_options (self) == 0)
    return g_strdup (get_type_word (type));
  list = dup_options (self);
  if (cand_field_get_single_option (self))
    /* Translators: %s are the options of a question. */
    return g_strdup_printf (_ ("One of: %s"), list);
  /* Translators: %s are the options of a question. */
  return g_strdup_printf (_ ("Any of: %s"), list);
}

/**
 * cand_field_dup_type_label:
 * @self: a question
 *
 * Returns: (transfer full): what it takes, and its limits
 */
char *
cand_field_dup_type_label (CandField *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  g_return_val_if_fail (CAND_IS_FIELD (self), NULL);
  g_strv_builder_take (parts, dup_type (self));
  add_length (self, parts);
  add_maximum (self, parts);
  add_file (self, parts);
  strings = g_strv_builder_end (parts);
  return g_strjoinv (" · ", strings);
}
