/* test-earlier.c: which earlier values stay, and those that are pinned
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/store/cand-store-answers.h"
#include "core/store/cand-store-applications.h"
#include "core/store/cand-store-earlier.h"
#include "store-test.h"

/* 15 July 2026, 12:30:00 UTC, a Wednesday. */
#define NOW G_GINT64_CONSTANT (1784118600)

/* Newest first; "+" before the length for one that is pinned. */
static const struct
{
  const char *name;
  gint64 written[8];
  int lengths[8];
  gboolean pinned[8];
  const char *dropped; /* as indices */
} tables[] = {
  { "none", { 0 }, { 0 }, { 0 }, "" },
  /* 12:29, 12:24, 12:19, 12:14, and 11:30:01, the last second of the hour. */
  { "last hour",
    { 1784118540, 1784118240, 1784117940, 1784117640, 1784115001 },
    { 1, 2, 3, 4, 5 },
    { 0 },
    "" },
  /* 11:30, 11:10, 11:00 are of one hour; 10:59 and 10:01 of another. */
  { "hourly",
    { 1784115000, 1784113800, 1784113200, 1784113140, 1784109660 },
    { 10, 30, 20, 7, 6 },
    { 0 },
    "0 2 4" },
  /* Two of one hour yesterday before 12:30 are of one day: 14 July 12:29, 03:00, and 13 July. */
  { "daily", { 1784032140, 1783998000, 1783911600 }, { 5, 9, 1 }, { 0 }, "0" },
  /* 15 June 12:30 is 30 days ago. It and 12 June are of the week from 11 June; 10 June is not. */
  { "weekly", { 1781526600, 1781265600, 1781092800 }, { 5, 4, 3 }, { 0 }, "1" },
  /* 15 June, one second younger, is a day of its own. */
  { "not yet weekly", { 1781526601, 1781265600 }, { 5, 4 }, { 0 }, "" },
  /* The pinned ones stay beside the one that stands for their hour. */
  { "pinned",
    { 1784115000, 1784113800, 1784113200, 1784113100 },
    { 10, 30, 20, 1 },
    { TRUE, FALSE, FALSE, TRUE },
    "2" },
  /* Equally long: the newest stays. */
  { "equal", { 1784115000, 1784113800, 1784113200 }, { 8, 8, 8 }, { 0 }, "1 2" },
  /* The clock went back: what it has not reached yet stays. */
  { "ahead", { 1784999999, 1784888888, 1784777777 }, { 1, 1, 1 }, { 0 }, "" },
};

static void
test_tables (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree CandEarlierAge *values = g_new0 (CandEarlierAge, 8);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) dropped = NULL;
      guint n = 0;

      for (; n < 8 && tables[i].written[n] != 0; n++)
        values[n] = (CandEarlierAge) { .id = n,
                                       .written = tables[i].written[n],
                                       .length = tables[i].lengths[n],
                                       .pinned = tables[i].pinned[n] };
      dropped = cand_store_earlier_choose (values, n, NOW);
      for (guint j = 0; j < dropped->len; j++)
        g_string_append_printf (text, "%s%" G_GINT64_FORMAT, j > 0 ? " " : "",
                                g_array_index (dropped, gint64, j));
      g_test_message ("%s", tables[i].name);
      g_assert_cmpstr (text->str, ==, tables[i].dropped);
    }
}

/* Whatever is thinned when, the longest is there in the end, and there are not many. */
static void
test_longest (void)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (CandEarlierAge));
  gboolean found = FALSE;

  /* A year, one every six hours, newest first. */
  for (gint64 i = 0; i < 4 * 365; i++)
    {
      CandEarlierAge value = { .id = i,
                               .written = NOW - (4 * 365 - i) * 21600,
                               .length = i == 1001 ? 100 : 50 };
      g_autoptr (GArray) dropped = NULL;

      g_array_prepend_val (values, value);
      dropped = cand_store_earlier_choose ((const CandEarlierAge *) values->data, values->len,
                                           value.written + 300);
      for (guint j = 0; j < dropped->len; j++)
        for (guint k = 0; k < values->len; k++)
          if (g_array_index (values, CandEarlierAge, k).id == g_array_index (dropped, gint64, j))
            {
              g_array_remove_index (values, k);
              break;
            }
    }
  for (guint i = 0; i < values->len; i++)
    found |= g_array_index (values, CandEarlierAge, i).id == 1001;
  g_assert_true (found);
  /* Four of today, some 30 days, some 48 weeks. */
  g_assert_cmpuint (values->len, >, 75);
  g_assert_cmpuint (values->len, <, 90);
}

/* --- on disk --- */

static gint64
begin (StoreTest *self)
{
  gint64 position = store_test_insert (self, store_test_list ("A1", "One", "", NULL));
  g_autoptr (CandForm) form = cand_form_new (CAND_FORM_SOURCE_STANDARD);
  g_autoptr (GError) error = NULL;
  gint64 id = cand_store_applications_insert (self->connection, position, form, NULL, 1000, &error);

  g_assert_no_error (error);
  return id;
}

static void
put (StoreTest *self, gint64 application, const char *text, gint64 now)
{
  const CandStoredAnswer answer = { .field = (char *) "essay", .text = (char *) text };
  g_autoptr (GError) error = NULL;

  cand_store_answers_write (self->connection, application, &answer, now, &error);
  g_assert_no_error (error);
}

static void
pin (StoreTest *self, gint64 application, gint64 now)
{
  g_autoptr (GError) error = NULL;

  cand_store_earlier_pin (self->connection, application, "essay", now, &error);
  g_assert_no_error (error);
}

static void
check (StoreTest *self, const char *expected)
{
  g_autofree char *text = store_test_get_text (
      self, "SELECT coalesce (group_concat (text || '@' || written || CASE pinned WHEN 1 THEN '!' "
            "ELSE '' END, ' '), '') FROM (SELECT * FROM earlier ORDER BY written, id)");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_pin (StoreTest *self, gconstpointer data)
{
  gint64 id = begin (self);
  g_autoptr (GError) error = NULL;

  /* Nothing to pin. */
  pin (self, id, 9000);
  put (self, id, "", 9001);
  pin (self, id, 9002);
  check (self, "");

  /* Whatever its age. */
  put (self, id, "a", 10000);
  pin (self, id, 10001);
  check (self, "a@10000!");
  put (self, id, "b", 10002);
  check (self, "a@10000!");
  /* The same again is not kept twice. */
  put (self, id, "a", 10003);
  pin (self, id, 10004);
  check (self, "a@10000!");
  put (self, id, "c", 10400);
  check (self, "a@10000!");
  put (self, id, "d", 10701);
  check (self, "a@10000! c@10400");
  put (self, id, "c", 10702);
  pin (self, id, 10703);
  check (self, "a@10000! c@10400!");
  g_assert_cmpint (cand_store_earlier_count (self->connection, id, "essay", &error), ==, 2);
  g_assert_cmpint (cand_store_earlier_count (self->connection, id, "other", &error), ==, 0);
  g_assert_no_error (error);
}

static gint64
put_hour (StoreTest *self)
{
  gint64 id = begin (self);

  put (self, id, "one", NOW);
  put (self, id, "two and more", NOW + 300);
  put (self, id, "three", NOW + 600);
  pin (self, id, NOW + 601);
  put (self, id, "four", NOW + 901);
  put (self, id, "five", NOW + 1201);
  check (self, "one@1784118600 two and more@1784118900 three@1784119200! four@1784119501");
  return id;
}

/* Months later, of what was written in one hour the longest is there, what was pinned, and the last
 * ones of all. */
static void
test_thinned (StoreTest *self, gconstpointer data)
{
  gint64 id = put_hour (self);

  put (self, id, "six", NOW + 100 * 86400);
  check (self, "one@1784118600 two and more@1784118900 three@1784119200! four@1784119501 "
               "five@1784119801");
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *text = g_strdup_printf ("%c", 'A' + i);

      put (self, id, text, NOW + (101 + i) * 86400);
    }
  check (self, "two and more@1784118900 three@1784119200! six@1792758600 A@1792845000 B@1792931400 "
               "C@1793017800 D@1793104200");
}

/* The clock goes years ahead, and back: what came last is there at any time. */
static void
test_clock (StoreTest *self, gconstpointer data)
{
  const gint64 year = 365 * 86400;
  const gint64 clocks[] = { NOW + 1501, NOW + 2 * year, NOW + 2 * year + 301, NOW + 1801,
                            NOW - year };
  gint64 id = put_hour (self);
  g_autofree char *before = g_strdup ("five");

  for (gsize i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      g_autofree char *text = g_strdup_printf ("time %" G_GSIZE_FORMAT, i);
      g_autofree char *query =
          g_strdup_printf ("SELECT count (*) FROM earlier WHERE text = '%s'", before);
      g_autofree char *found = NULL;

      put (self, id, text, clocks[i]);
      found = store_test_get_text (self, query);
      g_test_message ("%s", before);
      g_assert_cmpstr (found, ==, "1");
      g_free (before);
      before = g_steal_pointer (&text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/earlier/tables", test_tables);
  g_test_add_func ("/earlier/longest", test_longest);
  STORE_TEST_ADD ("/earlier/pin", test_pin);
  STORE_TEST_ADD ("/earlier/thinned", test_thinned);
  STORE_TEST_ADD ("/earlier/clock", test_clock);
  return g_test_run ();
}
