/* test-reconcile.c: what an answer means: the cases of promise 2, with their times
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "core/library/cand-reconcile.h"

#define HOUR 3600

/* One position a word: code, "=" digest, and what it was: "o" open, "c" closed, "a" announced; a
 * number behind it is the time since when it lacks; "!" that the last answer said nothing of it. */
static GArray *
parse_stored (const char *text)
{
  GArray *stored = g_array_new (FALSE, TRUE, sizeof (CandStoredPosition));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      CandStoredPosition position = { .id = i + 1 };
      char *equals = strchr (words[i], '=');
      char *rest = equals + 2;

      position.code = g_strndup (words[i], equals - words[i]);
      position.digest = *rest == 'a' ? g_strdup ("") : g_strndup (equals + 1, 1);
      position.state = *rest == 'c'   ? CAND_POSITION_STATE_CLOSED
                       : *rest == 'a' ? CAND_POSITION_STATE_ANNOUNCED
                                      : CAND_POSITION_STATE_OPEN;
      position.missing_since = rest[1] == '!' ? 0 : g_ascii_strtoll (rest + 1, NULL, 10);
      position.absent = rest[1] != '\0';
      g_array_append_val (stored, position);
    }
  return stored;
}

static void
free_stored (GArray *stored)
{
  for (guint i = 0; i < stored->len; i++)
    {
      g_free (g_array_index (stored, CandStoredPosition, i).code);
      g_free (g_array_index (stored, CandStoredPosition, i).digest);
    }
  g_array_unref (stored);
}

/* Code, "=" digest, one a word; "+" behind it that the employer touched it. */
static GPtrArray *
parse_listed (const char *text)
{
  GPtrArray *listed = g_ptr_array_new_with_free_func ((GDestroyNotify) cand_listed_free);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      CandListed *item = g_new0 (CandListed, 1);
      char *equals = strchr (words[i], '=');
      g_autofree char *code = g_strndup (words[i], equals - words[i]);

      item->position = cand_position_new ("workable:acme", code);
      item->digest = g_strndup (equals + 1, strcspn (equals + 1, "+"));
      if (strchr (equals, '+') != NULL)
        cand_position_set_updated (item->position, "2026-08-09");
      g_ptr_array_add (listed, item);
    }
  return listed;
}

static void
append (GString *text, const char *word, GArray *indexes, GArray *stored, GPtrArray *listed)
{
  for (guint i = 0; i < indexes->len; i++)
    {
      guint index = g_array_index (indexes, guint, i);
      const char *code = listed != NULL
                             ? cand_position_get_code (
                                   ((CandListed *) g_ptr_array_index (listed, index))->position)
                             : g_array_index (stored, CandStoredPosition, index).code;

      g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", word, code);
    }
}

static char *
describe (CandReconciliation *plan, GArray *stored, GPtrArray *listed)
{
  GString *text = g_string_new (NULL);

  if (plan->suspect)
    g_string_append_printf (text, "suspect since %" G_GINT64_FORMAT, plan->suspect_since);
  if (listed != NULL)
    append (text, "new", plan->fresh, stored, listed);
  for (guint i = 0; i < plan->changed->len; i++)
    {
      const CandReconcilePair *pair = &g_array_index (plan->changed, CandReconcilePair, i);
      const CandListed *item = g_ptr_array_index (listed, pair->listed);

      g_string_append_printf (text, "%schanged %s to %s", text->len > 0 ? ", " : "",
                              g_array_index (stored, CandStoredPosition, pair->stored).code,
                              item->digest);
    }
  for (guint i = 0; i < plan->touched->len; i++)
    {
      const CandReconcilePair *pair = &g_array_index (plan->touched, CandReconcilePair, i);

      g_string_append_printf (text, "%stouched %s", text->len > 0 ? ", " : "",
                              g_array_index (stored, CandStoredPosition, pair->stored).code);
    }
  append (text, "reopened", plan->reopened, stored, NULL);
  append (text, "back", plan->back, stored, NULL);
  append (text, "missing", plan->missing, stored, NULL);
  append (text, "gone", plan->gone, stored, NULL);
  append (text, "unsaid", plan->unsaid, stored, NULL);
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  const char *stored;
  const char *listed; /* NULL for the same answer again */
  gint64 now;
  gboolean by_hand;
  const char *expected;
  gint64 suspect_since;
  const char *suspect_codes[4];
  gboolean never_read;
  guint skipped;
} Case;

#define TEN "A=1o B=1o C=1o D=1o E=1o F=1o G=1o H=1o I=1o J=1o"
#define NINE "A=1o B=1o C=1o D=1o E=1o F=1o G=1o H=1o I=1o"

static const Case cases[] = {
  { "nothing changed", "A=1o B=1o", "A=1 B=1", 50000, FALSE, "" },
  { "one new", "A=1o", "A=1 B=1", 50000, FALSE, "new B" },
  { "new ones in the answer's order", "", "C=1 A=1 B=1", 50000, FALSE, "new C, new A, new B" },
  { "the first answer ever", "", "A=1", 50000, FALSE, "new A", .never_read = TRUE },
  { "one listed twice is one", "", "A=1 A=2", 50000, FALSE, "new A" },
  { "one changed", "A=1o B=1o", "A=2 B=1", 50000, FALSE, "changed A to 2" },
  { "listed after it was announced", "A=1a", "A=1", 50000, FALSE, "changed A to 1" },
  { "announced and not listed", "A=1a B=1o", "B=1", 50000, TRUE, "" },

  { "touched without another word", "A=1o B=1o", "A=1+ B=1", 50000, FALSE, "touched A" },
  { "touched and changed", "A=1o", "A=2+", 50000, FALSE, "changed A to 2" },
  { "touched and back", "A=1o49000 B=1o", "A=1+ B=1", 50000, FALSE, "touched A, back A" },
  { "a list that says less", "A=1o B=~o", "A=~ B=~", 50000, FALSE, "" },
  { "a list that says less, and other things than before", "A=~o", "A=~2", 50000, FALSE,
    "changed A to ~2" },
  { "the usual list after one that said less", "A=~o", "A=1", 50000, FALSE, "changed A to 1" },
  { "announced, on a list that says less", "A=1a", "A=~", 50000, FALSE, "changed A to ~" },
  { "closed, on a list that says less", "A=1c40000", "A=~", 50000, FALSE, "reopened A" },

  { "lacking for the first time", "A=1o B=1o", "B=1", 50000, FALSE, "missing A" },
  { "the first time, asked by hand", "A=1o B=1o", "B=1", 50000, TRUE, "missing A" },
  { "lacking again too early", "A=1o46401 B=1o", "B=1", 50000, FALSE, "" },
  { "lacking again after an hour", "A=1o46400 B=1o", "B=1", 50000, FALSE, "gone A" },
  { "lacking again, asked by hand", "A=1o49990 B=1o", "B=1", 50000, TRUE, "gone A" },
  { "lacking since later than now", "A=1o60000 B=1o", "B=1", 50000, FALSE, "missing A" },
  { "closed and still not listed", "A=1c40000 B=1o", "B=1", 50000, TRUE, "" },
  { "back after lacking once", "A=1o49000 B=1o", "A=1 B=1", 50000, FALSE, "back A" },
  { "back with other words", "A=1o49000 B=1o", "A=2 B=1", 50000, FALSE, "changed A to 2" },
  { "listed again after it was closed", "A=1c40000 B=1o", "A=1 B=1", 50000, FALSE, "reopened A" },
  { "the last one lacking", "A=1o", "B=1", 50000, FALSE, "new B, missing A" },

  { "empty, never read", "", "", 50000, TRUE, "suspect since 50000", .never_read = TRUE },
  { "empty, only announced ones, never read", "A=1a", "", 50000, FALSE, "suspect since 50000",
    .never_read = TRUE },
  { "empty, one was open", "A=1o", "", 50000, TRUE, "suspect since 50000" },
  { "empty, none was open", "A=1c40000 B=1a", "", 50000, FALSE, "" },
  { "empty again too early", "A=1o", "", 50000, FALSE, "suspect since 46401",
    .suspect_since = 46401 },
  { "empty again after an hour", "A=1o", "", 50000, FALSE, "gone A", .suspect_since = 46400 },
  { "empty again, asked by hand", "A=1o B=1c400", "", 50000, TRUE, "gone A",
    .suspect_since = 49999 },
  { "empty again, never read", "", "", 50000, TRUE, "", .suspect_since = 49999,
    .never_read = TRUE },
  { "doubted in the future", "A=1o", "", 50000, FALSE, "suspect since 50000",
    .suspect_since = 60000 },

  { "four of ten", TEN, "A=1 B=1 C=1 D=1", 50000, TRUE, "suspect since 50000" },
  { "five of ten", TEN, "A=1 B=1 C=1 D=1 E=1", 50000, FALSE,
    "missing F, missing G, missing H, missing I, missing J" },
  { "four of nine", NINE, "A=1 B=1 C=1 D=1", 50000, FALSE,
    "missing E, missing F, missing G, missing H, missing I" },
  { "ten others in place of ten", TEN, "Q=1 R=1 S=1 T=1 U=1 V=1 W=1 X=1 Y=1 Z=1", 50000, FALSE,
    "suspect since 50000" },
  { "lacking much again: what both lacked is gone, what only this one lacks is not", TEN,
    "A=1 B=1 C=1", 50000, TRUE, "missing D, gone E, gone F, gone G, gone H, gone I, gone J",
    .suspect_since = 49000, .suspect_codes = { "B", "C", "D" } },
  { "lacking much, then complete again", TEN, "A=1 B=1 C=1 D=1 E=1 F=1 G=1 H=1 I=1 J=1", 50000,
    FALSE, "", .suspect_since = 49000 },
  { "closed ones are not open ones", "A=1o B=1c1 C=1c1 D=1c1 E=1c1 F=1c1 G=1c1 H=1c1 I=1c1 J=1c1",
    "A=1", 50000, FALSE, "" },

  { "an entry could not be read: nothing is lacking", "A=1o B=1o", "B=1", 50000, TRUE, "unsaid A",
    .skipped = 1 },
  { "unreadable again", "A=1o! B=1o", "B=1", 50000, TRUE, "", .skipped = 1 },
  { "unreadable, and lacking before", "A=1o49000 B=1o", "B=1", 50000, TRUE, "", .skipped = 1 },
  { "unreadable, with a new one", TEN, "A=1 Z=1", 50000, FALSE,
    "new Z, unsaid B, unsaid C, unsaid D, unsaid E, unsaid F, unsaid G, unsaid H, unsaid I, "
    "unsaid J",
    .skipped = 1 },
  { "four of ten entries readable, and the others may be those that were open", "A=1o B=1o",
    "B=1 W=1 X=1 Y=1", 50000, TRUE, "suspect since 50000", .skipped = 6 },
  { "five of ten entries readable", "A=1o B=1o", "B=1 W=1 X=1 Y=1 Z=1", 50000, TRUE,
    "new W, new X, new Y, new Z, unsaid A", .skipped = 5 },
  { "three of nine entries readable", "A=1o B=1o", "B=1 W=1 X=1", 50000, TRUE,
    "new W, new X, unsaid A", .skipped = 6 },
  { "mostly unreadable again: nothing is closed by that", TEN, "A=1", 50000, TRUE,
    "unsaid B, unsaid C, unsaid D, unsaid E, unsaid F, unsaid G, unsaid H, unsaid I, unsaid J",
    .suspect_since = 49000, .suspect_codes = { "A" }, .skipped = 9 },
  { "mostly unreadable as before, with another new one", "A=1o B=1o!", "A=1 Z=1", 50000, FALSE,
    "new Z", .skipped = 9 },
  { "mostly unreadable, never read", "", "A=1", 50000, FALSE, "new A", .never_read = TRUE,
    .skipped = 11 },
  { "told of again", "A=1o! B=1o", "A=1 B=1", 50000, FALSE, "back A" },

  { "the same answer", "A=1o B=1o", NULL, 50000, FALSE, "" },
  { "the same answer, lacking too early", "A=1o49000 B=1o", NULL, 50000, FALSE, "" },
  { "the same answer, lacking after an hour", "A=1o46400 B=1o", NULL, 50000, FALSE, "gone A" },
  { "the same answer, not readable whole", "A=1o49000 B=1o", NULL, 50000, TRUE, "", .skipped = 1 },
  { "the same answer by hand", "A=1o49000 B=1o C=1c10 D=1a", NULL, 50000, TRUE, "gone A" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  GArray *stored = parse_stored (c->stored);
  g_autoptr (GPtrArray) listed = c->listed != NULL ? parse_listed (c->listed) : NULL;
  const CandReconcileTerms terms = {
    .now = c->now,
    .by_hand = c->by_hand,
    .confirmed = c->never_read ? 0 : 45000,
    .suspect_since = c->suspect_since,
    .suspect_codes = c->suspect_codes,
  };
  g_autoptr (CandReconciliation) plan = listed != NULL
                                            ? cand_reconcile (stored, listed, c->skipped, &terms)
                                            : cand_reconcile_same (stored, c->skipped == 0, &terms);
  g_autofree char *text = describe (plan, stored, listed);

  g_assert_cmpstr (text, ==, c->expected);
  free_stored (stored);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/reconcile/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
