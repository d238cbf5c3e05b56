/* test-error-text.c: every error has words of its own
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <locale.h>

#include "core/library/cand-library-errors.h"
#include "ui/cand-error-text.h"
#include "ui/cand-following.h"

static const struct
{
  GQuark (*domain) (void);
  int n_codes;
} domains[] = {
  { cand_net_error_quark, CAND_NET_N_ERRORS },
  { cand_store_error_quark, CAND_STORE_N_ERRORS },
  { cand_board_error_quark, CAND_BOARD_N_ERRORS },
  { cand_model_error_quark, CAND_MODEL_ERROR_MALFORMED + 1 },
  { cand_library_error_quark, CAND_LIBRARY_ERROR_OTHER_FILE + 1 },
};

static void
test_every_code (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
    for (int code = 0; code < domains[i].n_codes; code++)
      {
        g_autoptr (GError) error =
            g_error_new_literal (domains[i].domain (), code, "for the log only");

        g_test_message ("%s %d", g_quark_to_string (error->domain), code);
        g_assert_true (cand_error_text_knows (error->domain, code));
        g_assert_cmpstr (cand_error_text_get_title (error), !=, "");
        g_assert_cmpstr (cand_error_text_get_body (error), !=, "");
        /* What is wrong with which file only the message tells, translated. */
        g_assert_cmpint (strstr (cand_error_text_get_body (error), "for the log only") != NULL, ==,
                         g_error_matches (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_BAD_FILE));
      }
}

static void
test_unknown_code (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "x");

  g_assert_false (cand_error_text_knows (error->domain, error->code));
  g_assert_cmpstr (cand_error_text_get_title (error), ==, "Something went wrong");
}

static void
test_board_line (void)
{
  g_autoptr (GError) error = g_error_new_literal (CAND_NET_ERROR, CAND_NET_ERROR_TIMEOUT, "x");
  g_autofree char *line = cand_error_text_dup_board_line ("A & B", error);

  g_assert_cmpstr (line, ==, "A & B: No answer in time");
}

/* A board that was empty from its first answer on has not lost anything. */
static void
test_empty_note (void)
{
  g_autoptr (CandBoard) board = cand_board_new ("greenhouse:acme");
  g_autoptr (GError) error =
      g_error_new_literal (CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_SUSPECT, "x");
  g_autofree char *empty = NULL;
  g_autofree char *fallen = NULL;

  cand_board_set_state (board, CAND_BOARD_STATE_SUSPECT, "x", error);
  empty = cand_following_dup_note (board);
  g_assert_cmpstr (empty, ==, "Nothing open; asked again soon");
  cand_board_set_counts (board, 12, 0);
  fallen = cand_following_dup_note (board);
  g_assert_cmpstr (fallen, ==, "Suddenly almost empty");
}

static void
check_sentence (GQuark domain, int code, const char *expected)
{
  g_autoptr (GError) error = g_error_new_literal (domain, code, "for the log only");
  g_autofree char *sentence = cand_error_text_dup_find_sentence (error);

  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_find_sentences (void)
{
  check_sentence (CAND_NET_ERROR, CAND_NET_ERROR_UNREACHABLE,
                  "No connection: check the network and the address, then try again.");
  check_sentence (CAND_NET_ERROR, CAND_NET_ERROR_NOT_FOUND, "There is nothing at this address.");
  check_sentence (CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOT_A_BOARD,
                  "This is not the address of a board, a position or an announcement.");
  check_sentence (CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOTHING_FOUND,
                  "This text introduces no positions that can be told apart.");
  /* The library's own sentence, which names what there is not. */
  check_sentence (CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NOT_FOUND, "for the log only.");
  check_sentence (CAND_STORE_ERROR, CAND_STORE_ERROR_FULL, "The disk is full.");
  check_sentence (G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "The file could not be read.");
}

/* Whatever a look can come to has a sentence that was written for it. */
static void
test_every_find_sentence (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      GQuark domain = domains[i].domain ();

      if (domain != CAND_NET_ERROR && domain != CAND_BOARD_ERROR)
        continue;
      for (int code = 0; code < domains[i].n_codes; code++)
        {
          g_autoptr (GError) error = g_error_new_literal (domain, code, "for the log only");
          g_autofree char *title = g_strconcat (cand_error_text_get_title (error), ".", NULL);
          g_autofree char *sentence = cand_error_text_dup_find_sentence (error);

          g_test_message ("%s %d: %s", g_quark_to_string (domain), code, sentence);
          g_assert_true (g_str_has_suffix (sentence, "."));
          g_assert_cmpstr (sentence, !=, title);
        }
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error-text/every-code", test_every_code);
  g_test_add_func ("/error-text/unknown-code", test_unknown_code);
  g_test_add_func ("/error-text/board-line", test_board_line);
  g_test_add_func ("/error-text/empty-note", test_empty_note);
  g_test_add_func ("/error-text/find-sentences", test_find_sentences);
  g_test_add_func ("/error-text/every-find-sentence", test_every_find_sentence);
  return g_test_run ();
}
