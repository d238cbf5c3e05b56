/* test-position-view.c: what is said of a position
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "application/cand-test-rows.h"
#include "core/library/cand-library-errors.h"
#include "ui/cand-position-view.h"
#include "ui/cand-status-text.h"

static CandPosition *
make_position (void)
{
  CandPosition *position = cand_position_new ("greenhouse:acme", "1");
  const char *places[] = { "Lyon, France", NULL };

  cand_position_set_title (position, "Kettle Engineer");
  cand_position_set_organisation (position, "Acme");
  cand_position_set_locations (position, places);
  cand_position_set_published (position, "2026-07-01");
  cand_position_set_updated (position, "2026-07-02T10:00:00Z");
  return position;
}

static CandPositionView *
show (CandPosition *position)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view = cand_position_view_new ();

  adw_window_set_content (ADW_WINDOW (window), view);
  cand_position_view_set_position (CAND_POSITION_VIEW (view), position);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return CAND_POSITION_VIEW (view);
}

static void
test_facts (void)
{
  g_autoptr (CandPosition) position = make_position ();
  CandPay pay;
  CandPositionView *view;

  g_assert_true (cand_pay_set (&pay, 40000, 50000, "eur", CAND_PAY_PERIOD_YEAR));
  cand_position_set_pay (position, &pay, "from 40k, depending on experience");
  cand_position_set_closing (position, "2999-07-30");
  view = show (position);
  g_assert_true (cand_test_says (view, "Lyon, France"));
  g_assert_true (cand_test_says (view, "from 40k, depending on experience"));
  g_assert_true (cand_test_says (view, "40,000 – 50,000 EUR a year"));
  g_assert_true (cand_test_says (view, "Published 1 July 2026"));
  g_assert_true (cand_test_says (view, "Updated 2 July 2026"));
  g_assert_true (cand_test_says (view, "Applications until 30 July 2999"));
  cand_test_close (view);
}

static void
test_closing_past (void)
{
  g_autoptr (CandPosition) position = make_position ();
  CandPositionView *view;

  cand_position_set_closing (position, "2020-07-30");
  view = show (position);
  g_assert_true (cand_test_says (view, "Applications until 30 July 2020"));
  g_assert_true (cand_test_says (view,
                                 "Applications were taken until 30 July 2020. The board still "
                                 "lists this position."));
  cand_test_close (view);
}

static void
test_withdrawn (void)
{
  g_autoptr (CandPosition) position = make_position ();
  CandPositionView *view;

  cand_position_set_state (position, CAND_POSITION_STATE_ANNOUNCED);
  cand_position_set_board_read (position, 1700000000);
  view = show (position);
  g_assert_true (cand_test_says (view, "This position was announced, but it is not on the board. "
                                       "Its page may still tell more."));
  g_assert_true (cand_test_says (view, "Not on the board"));
  cand_position_set_withdrawn (position, TRUE);
  cand_test_settle ();
  g_assert_false (cand_test_says (view, "Not on the board"));
  g_assert_true (cand_test_says (view, "Withdrawn from the announcement"));
  g_assert_true (cand_test_says (view, "This position was announced, but the announcement names it "
                                       "no longer, and it is not on the board."));
  cand_test_close (view);
}

/* The living object is what the view follows, without being told. */
static void
test_follows (void)
{
  g_autoptr (CandPosition) position = make_position ();
  CandPositionView *view = show (position);

  cand_position_set_closing (position, "2999-01-02");
  cand_test_settle ();
  g_assert_true (cand_test_says (view, "Applications until 2 January 2999"));
  cand_test_close (view);
}

static void
await (CandPositionView *view, const char *text, gboolean there)
{
  gint64 deadline = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (cand_test_says (view, text) != there && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (cand_test_says (view, text) == there);
}

static void
test_reading (void)
{
  const char *reading = "Reading the text of this position";
  const char *failure = "The page of this position could not be read. No answer came in time.";
  g_autoptr (CandPosition) position = make_position ();
  g_autoptr (GError) error = g_error_new_literal (CAND_NET_ERROR, CAND_NET_ERROR_TIMEOUT, "x");
  CandPositionView *view = show (position);

  cand_position_view_set_reading (view, TRUE);
  g_assert_false (cand_test_says (view, reading));
  await (view, reading, TRUE);
  cand_position_view_set_reading (view, FALSE);
  cand_position_view_set_read_error (view, error);
  cand_test_settle ();
  g_assert_false (cand_test_says (view, reading));
  await (view, failure, TRUE);

  cand_position_view_set_reading (view, TRUE);
  cand_position_set_description (position, "<p>It came.</p>");
  await (view, "It came.", TRUE);
  g_assert_false (cand_test_says (view, reading));
  g_assert_false (cand_test_says (view, failure));
  cand_test_close (view);
}

static void
test_is_past (void)
{
  g_assert_true (cand_status_is_past ("2020-01-01"));
  g_assert_true (cand_status_is_past ("2020-01-01T10:00:00Z"));
  g_assert_true (cand_status_is_past ("2020-01-01T10:00:00+02:00"));
  g_assert_false (cand_status_is_past ("2999-01-01"));
  g_assert_false (cand_status_is_past ("2999-01-01T10:00:00Z"));
  g_assert_false (cand_status_is_past ("soon"));
  g_assert_false (cand_status_is_past ("open until filled"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  g_test_add_func ("/position-view/facts", test_facts);
  g_test_add_func ("/position-view/closing-past", test_closing_past);
  g_test_add_func ("/position-view/withdrawn", test_withdrawn);
  g_test_add_func ("/position-view/follows", test_follows);
  g_test_add_func ("/position-view/reading", test_reading);
  g_test_add_func ("/position-view/is-past", test_is_past);
  return g_test_run ();
}
