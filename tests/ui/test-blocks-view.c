/* test-blocks-view.c: text of the network as plain widgets
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "lib/cand-test.h"
#include "ui/cand-blocks-view.h"

static GtkWidget *
nth_block (CandBlocksView *view, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (adw_bin_get_child (ADW_BIN (view)));

  while (n-- > 0 && child != NULL)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
wait_for_block (CandBlocksView *view, guint n)
{
  gint64 deadline = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (nth_block (view, n) == NULL && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (nth_block (view, n));
}

static void
test_roles (void)
{
  g_autoptr (CandBlocksView) view = g_object_ref_sink (CAND_BLOCKS_VIEW (cand_blocks_view_new ()));

  cand_blocks_view_set_html (view, "<h2>What</h2><p>Words &lt;b&gt;</p><ul><li>one</ul>");
  wait_for_block (view, 2);
  gtk_test_accessible_assert_role (nth_block (view, 0), GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_role (nth_block (view, 1), GTK_ACCESSIBLE_ROLE_PARAGRAPH);
  gtk_test_accessible_assert_role (nth_block (view, 2), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (nth_block (view, 1))), ==, "Words <b>");
  g_assert_true (gtk_label_get_selectable (GTK_LABEL (nth_block (view, 1))));
}

/* Every block fits into a narrow window. */
static void
test_narrow (void)
{
  g_autoptr (CandBlocksView) view = g_object_ref_sink (CAND_BLOCKS_VIEW (cand_blocks_view_new ()));
  int minimum;

  cand_blocks_view_set_html (view, "<h2>A heading that goes on and on and on and on</h2>"
                                   "<p>Words and words and words and words and words.</p>"
                                   "<ul><li>An item of many, many, many, many words</ul>"
                                   "<blockquote>Words that somebody else said before</blockquote>");
  wait_for_block (view, 3);
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <, 200);
}

static void
test_later_text_wins (void)
{
  g_autoptr (CandBlocksView) view = g_object_ref_sink (CAND_BLOCKS_VIEW (cand_blocks_view_new ()));

  cand_blocks_view_set_html (view, "<p>first</p><p>second</p>");
  cand_blocks_view_set_html (view, "<p>third</p>");
  wait_for_block (view, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (nth_block (view, 0))), ==, "third");
  g_assert_null (nth_block (view, 1));
}

static void
disposed_cb (gpointer data, GObject *view)
{
  *(gboolean *) data = TRUE;
}

static void
test_disposed_while_reading (void)
{
  CandBlocksView *view = g_object_ref_sink (CAND_BLOCKS_VIEW (cand_blocks_view_new ()));
  gboolean disposed = FALSE;

  g_object_weak_ref (G_OBJECT (view), disposed_cb, &disposed);
  cand_blocks_view_set_html (view, "<p>words</p>");
  g_object_run_dispose (G_OBJECT (view));
  g_object_unref (view);
  cand_test_wait (&disposed, 30);
  /* The reader's answer comes to nobody. */
  for (guint i = 0; i < 50; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
test_plain_text (void)
{
  g_autoptr (CandBlocksView) view = g_object_ref_sink (CAND_BLOCKS_VIEW (cand_blocks_view_new ()));

  cand_blocks_view_set_text (view, "One & <i>.\n\n\n\nTwo.");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (nth_block (view, 0))), ==, "One & <i>.");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (nth_block (view, 1))), ==, "Two.");
  g_assert_null (nth_block (view, 2));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/blocks-view/roles", test_roles);
  g_test_add_func ("/blocks-view/narrow", test_narrow);
  g_test_add_func ("/blocks-view/later-text-wins", test_later_text_wins);
  g_test_add_func ("/blocks-view/disposed-while-reading", test_disposed_while_reading);
  g_test_add_func ("/blocks-view/plain-text", test_plain_text);
  return g_test_run ();
}
