/* cand-position-words.c: what is put together from a position's facts: place, labels, key, digest
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-position.h"

#include "cand-model-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As many places as are named one by one. */
#define MAX_PLACES 3

/* The account of a page is its address: "example.org/careers". Only "system://host:port" is no key.
 */
static gboolean
is_part (const char *text)
{
  if (*text == '\0' || *text == '/')
    return FALSE;
  for (; *text != '\0'; text++)
    if (g_ascii_iscntrl (*text))
      return FALSE;
  return TRUE;
}

static gboolean
is_system (const char *text)
{
  if (!g_ascii_islower (*text))
    return FALSE;
  for (; *text != '\0'; text++)
    if (!g_ascii_islower (*text) && !g_ascii_isdigit (*text) && *text != '-')
      return FALSE;
  return TRUE;
}

gboolean
cand_position_split_key (const char *key, char **system, char **account, char **code)
{
  g_auto (GStrv) parts = g_strsplit (cand_text_or_empty (key), ":", 3);

  if (g_strv_length (parts) != 3 || !is_system (parts[0]) || !is_part (parts[1]) ||
      !is_part (parts[2]))
    return FALSE;
  if (system != NULL)
    *system = g_strdup (parts[0]);
  if (account != NULL)
    *account = g_strdup (parts[1]);
  if (code != NULL)
    *code = g_strdup (parts[2]);
  return TRUE;
}

/* The word for it; the employer's own where we do not understand it. */
const char *
cand_position_get_workplace_label (CandPosition *self)
{
  switch (cand_position_get_workplace (self))
    {
    case CAND_WORKPLACE_ON_SITE:
      return _ ("On Site");
    case CAND_WORKPLACE_HYBRID:
      return _ ("Hybrid");
    case CAND_WORKPLACE_REMOTE:
      return _ ("Remote");
    case CAND_WORKPLACE_UNKNOWN:
      break;
    }
  return cand_position_get_workplace_text (self);
}

const char *
cand_position_get_workplace_words (CandPosition *self)
{
  static const char *const spellings[] = { "onsite", "hybrid", "remote", "telecommute" };
  const char *words = cand_position_get_workplace_text (self);

  if (*words == '\0')
    return cand_position_get_workplace_label (self);
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (cand_position_get_workplace (self) != CAND_WORKPLACE_UNKNOWN &&
        cand_text_is_spelling_of (words, spellings[i]))
      return cand_position_get_workplace_label (self);
  return words;
}

static char *
join_places (const char *const *places)
{
  guint n = g_strv_length ((char **) places);

  if (n <= MAX_PLACES)
    /* Translators: joins places, which may have commas in them: "Paris, France; New York, United
     * States". */
    return g_strjoinv (_ ("; "), (char **) places);
  /* Translators: two places, and the number of further ones. */
  return g_strdup_printf (ngettext ("%s; %s and %u more", "%s; %s and %u more", n - 2), places[0],
                          places[1], n - 2);
}

/* Whether a place already says it: some boards list "Remote" among the places. */
static gboolean
names_workplace (const char *const *places, const char *label)
{
  g_autofree char *folded = g_utf8_casefold (label, -1);

  for (; *places != NULL; places++)
    {
      g_autofree char *place = g_utf8_casefold (*places, -1);

      if (g_str_equal (place, folded))
        return TRUE;
    }
  return FALSE;
}

char *
cand_position_dup_place (CandPosition *self)
{
  const char *const *places;
  const char *label;
  g_autofree char *joined = NULL;

  g_return_val_if_fail (CAND_IS_POSITION (self), NULL);
  places = cand_position_get_locations (self);
  label = cand_position_get_workplace_label (self);
  joined = join_places (places);
  if (*label == '\0' && *joined == '\0')
    return g_strdup (_ ("Place not stated"));
  if (*label == '\0' || names_workplace (places, label))
    return g_steal_pointer (&joined);
  if (*joined == '\0')
    return g_strdup (label);
  return g_strconcat (joined, " · ", label, NULL);
}

char *
cand_position_dup_facts_line (CandPosition *self)
{
  g_autofree char *place = NULL;
  const char *employment;

  g_return_val_if_fail (CAND_IS_POSITION (self), NULL);
  place = cand_position_dup_place (self);
  employment = cand_position_get_employment_text (self);
  if (*employment == '\0')
    return g_steal_pointer (&place);
  return g_strconcat (place, " · ", employment, NULL);
}

const char *
cand_position_get_state_label (CandPosition *self)
{
  g_return_val_if_fail (CAND_IS_POSITION (self), "");
  switch (cand_position_get_state (self))
    {
    case CAND_POSITION_STATE_CLOSED:
      return _ ("Closed");
    case CAND_POSITION_STATE_ANNOUNCED:
      if (cand_position_get_withdrawn (self))
        /* Translators: of a position that its announcement names no longer. */
        return C_ ("position", "Withdrawn");
      return cand_position_get_board_read (self) != 0 ? _ ("Not on the board") : _ ("Announced");
    case CAND_POSITION_STATE_OPEN:
      break;
    }
  return "";
}

/* Each value goes in with its length, so that no two lists of values read the same. */
static void
digest_text (GChecksum *checksum, const char *text)
{
  g_autofree char *length = g_strdup_printf ("%" G_GSIZE_FORMAT ":", strlen (text));

  g_checksum_update (checksum, (const guchar *) length, -1);
  g_checksum_update (checksum, (const guchar *) text, -1);
}

/* Facts that were not read from the beginning are in it only where they are stated, so that a
 * position without them kept its digest. When the employer last touched it says nothing of what it
 * says. */
static void
digest_later_facts (GChecksum *checksum, CandPosition *position)
{
  const char *closing = cand_position_get_closing (position);
  const char *pay_text = cand_position_get_pay_text (position);
  g_autofree char *pay = cand_pay_to_string (cand_position_get_pay (position));

  if (closing != NULL)
    {
      digest_text (checksum, "closing");
      digest_text (checksum, closing);
    }
  if (pay != NULL || *pay_text != '\0')
    {
      digest_text (checksum, "pay");
      digest_text (checksum, pay_text);
      digest_text (checksum, cand_text_or_empty (pay));
    }
}

/**
 * cand_position_dup_digest:
 *
 * What a programme says (team, summary) is not in it, nor the organisation's name, which is the
 * board's: a board that is renamed did not edit its positions. Only of use with the description
 * loaded.
 *
 * Returns: (transfer full): SHA-256 in hexadecimal
 */
char *
cand_position_dup_digest (CandPosition *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *enums = NULL;

  g_return_val_if_fail (CAND_IS_POSITION (self), NULL);
  enums = g_strdup_printf ("%d,%d", cand_position_get_workplace (self),
                           cand_position_get_employment (self));
  digest_text (checksum, enums);
  digest_text (checksum, cand_position_get_title (self));
  digest_text (checksum, cand_position_get_department (self));
  digest_text (checksum, cand_position_get_url (self));
  digest_text (checksum, cand_position_get_application_url (self));
  digest_text (checksum, cand_position_get_workplace_text (self));
  digest_text (checksum, cand_position_get_employment_text (self));
  digest_text (checksum, cand_text_or_empty (cand_position_get_published (self)));
  digest_text (checksum, cand_position_get_education (self));
  digest_text (checksum, cand_position_get_experience (self));
  digest_text (checksum, cand_position_get_function (self));
  digest_text (checksum, cand_text_or_empty (cand_position_get_description (self)));
  for (const char *const *place = cand_position_get_locations (self); *place != NULL; place++)
    digest_text (checksum, *place);
  digest_later_facts (checksum, self);
  return g_strdup (g_checksum_get_string (checksum));
}
