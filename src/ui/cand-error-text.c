/* cand-error-text.c: errors in a person's words
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-error-text.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#include "cand-status-text.h"
#include "core/library/cand-library-errors.h"

typedef struct
{
  GQuark (*domain) (void);
  int code;
  const char *title;
  const char *body;
} ErrorText;

static const ErrorText texts[] = {
  { cand_net_error_quark, CAND_NET_ERROR_UNREACHABLE, N_ ("No connection"),
    N_ ("Candidacy shows what it read last. Check the network, then try again.") },
  { cand_net_error_quark, CAND_NET_ERROR_TIMEOUT, N_ ("No answer in time"),
    N_ ("The board took too long to answer. Try again later.") },
  { cand_net_error_quark, CAND_NET_ERROR_TLS, N_ ("The connection is not safe"),
    N_ ("The board could not prove who it is, so nothing was read from it.") },
  { cand_net_error_quark, CAND_NET_ERROR_NOT_FOUND, N_ ("Not found"),
    N_ ("There is nothing at this address any more. What was read before is kept.") },
  { cand_net_error_quark, CAND_NET_ERROR_FORBIDDEN, N_ ("The board refused to answer"),
    N_ ("It does not let programs read it at the moment. Open it in the browser instead.") },
  { cand_net_error_quark, CAND_NET_ERROR_TOO_MANY, N_ ("Asked too often"),
    N_ ("The board wants to be left alone for a while. Try again later.") },
  { cand_net_error_quark, CAND_NET_ERROR_SERVER, N_ ("The board is out of order"),
    N_ ("It answered with an error of its own. Try again later.") },
  { cand_net_error_quark, CAND_NET_ERROR_STATUS, N_ ("An unexpected answer"),
    N_ ("The board answered with something that is not a list of positions.") },
  { cand_net_error_quark, CAND_NET_ERROR_TOO_LARGE, N_ ("The answer is too large"),
    N_ ("It was cut off for safety, and nothing was changed.") },
  { cand_net_error_quark, CAND_NET_ERROR_TRUNCATED, N_ ("The answer was cut short"),
    N_ ("Nothing was changed. Try again.") },
  { cand_net_error_quark, CAND_NET_ERROR_REDIRECT, N_ ("The board has moved"),
    N_ ("It points to an address that is not safe to follow, so nothing was read.") },
  { cand_net_error_quark, CAND_NET_ERROR_BAD_HOST, N_ ("A wrong test address"),
    N_ ("CANDIDACY_HOSTS may only name addresses of this computer.") },
  { cand_board_error_quark, CAND_BOARD_ERROR_MALFORMED, N_ ("The answer could not be read"),
    N_ ("The board answered in an unknown shape. Nothing was changed.") },
  { cand_board_error_quark, CAND_BOARD_ERROR_NOT_A_BOARD, N_ ("Not the address of a board"),
    N_ ("Paste the address of a position or of a job board.") },
  { cand_board_error_quark, CAND_BOARD_ERROR_UNSUPPORTED, N_ ("Not possible with this board"),
    N_ ("The system behind this board does not offer that.") },
  { cand_board_error_quark, CAND_BOARD_ERROR_NO_POSITION, N_ ("No longer on the board"),
    N_ ("The board says that there is no such position. What was read before is kept.") },
  { cand_board_error_quark, CAND_BOARD_ERROR_NOTHING_FOUND, N_ ("No positions found"),
    N_ ("The text introduces no positions that can be told apart.") },
  { cand_model_error_quark, CAND_MODEL_ERROR_MALFORMED, N_ ("The file could not be read"),
    N_ ("It is damaged or of another kind.") },
  { cand_library_error_quark, CAND_LIBRARY_ERROR_NO_SUCH_POSITION, N_ ("No such position"),
    N_ ("None of the boards that are followed has it.") },
  { cand_library_error_quark, CAND_LIBRARY_ERROR_NO_SUCH_FIELD, N_ ("No such question"),
    N_ ("The form does not ask this any more.") },
  { cand_library_error_quark, CAND_LIBRARY_ERROR_BAD_ANSWER, N_ ("Not a possible answer"),
    N_ ("The question does not take this. The earlier answer is kept.") },
  { cand_library_error_quark, CAND_LIBRARY_ERROR_BAD_FILE, N_ ("The file was not attached"), NULL },
  { cand_library_error_quark, CAND_LIBRARY_ERROR_SUSPECT, N_ ("Suddenly almost empty"),
    N_ ("The board lists far fewer positions than before. They are kept until a second answer "
        "agrees.") },
  { cand_library_error_quark, CAND_LIBRARY_ERROR_NO_SUCH_BOARD, N_ ("Not followed"),
    N_ ("Nothing that is followed has this name.") },
  { cand_library_error_quark, CAND_LIBRARY_ERROR_NOT_FOUND, N_ ("Nothing to follow there"),
    N_ ("The address leads to no board, announcement or blog.") },
  { cand_library_error_quark, CAND_LIBRARY_ERROR_UNKNOWN_FILE, N_ ("Not a file to take in"),
    N_ ("It is of a kind that Candidacy does not read.") },
  { cand_library_error_quark, CAND_LIBRARY_ERROR_OTHER_FILE, N_ ("Not an announcement"),
    N_ ("It is a list of boards or a résumé: import it from the main menu.") },
  { cand_store_error_quark, CAND_STORE_ERROR_FULL, N_ ("The disk is full"),
    N_ ("The text stays here and saving is tried again. Make some room.") },
  { cand_store_error_quark, CAND_STORE_ERROR_READ_ONLY, N_ ("The disk cannot be written"),
    N_ ("The text stays here and saving is tried again.") },
  { cand_store_error_quark, CAND_STORE_ERROR_IO, N_ ("The disk failed"),
    N_ ("The text stays here and saving is tried again. Copy it somewhere safe.") },
  { cand_store_error_quark, CAND_STORE_ERROR_BUSY, N_ ("Another program is writing"),
    N_ ("The text stays here and saving is tried again.") },
  { cand_store_error_quark, CAND_STORE_ERROR_CORRUPT, N_ ("The data is damaged"),
    N_ ("The file candidacy.db in the data folder is not a database that can be read. Candidacy "
        "left it as it is.") },
  { cand_store_error_quark, CAND_STORE_ERROR_TOO_NEW, N_ ("Written by a newer Candidacy"),
    N_ ("The data was left untouched. Install the newer version to open it.") },
  { cand_store_error_quark, CAND_STORE_ERROR_FAILED, N_ ("The data could not be used"),
    N_ ("Something unexpected went wrong with the data folder.") },
};

/* One sentence each, for looking at an address or a text: nothing was read before and nothing is
 * followed yet. */
static const struct
{
  GQuark (*domain) (void);
  int code;
  const char *sentence;
} find_sentences[] = {
  { cand_net_error_quark, CAND_NET_ERROR_UNREACHABLE,
    N_ ("No connection: check the network and the address, then try again.") },
  { cand_net_error_quark, CAND_NET_ERROR_TIMEOUT, N_ ("No answer came in time.") },
  { cand_net_error_quark, CAND_NET_ERROR_TLS,
    N_ ("The host could not prove who it is, so nothing was read from it.") },
  { cand_net_error_quark, CAND_NET_ERROR_NOT_FOUND, N_ ("There is nothing at this address.") },
  { cand_net_error_quark, CAND_NET_ERROR_FORBIDDEN,
    N_ ("The host does not let programs read this address at the moment.") },
  { cand_net_error_quark, CAND_NET_ERROR_TOO_MANY,
    N_ ("The host was asked too often and wants to be left alone for a while.") },
  { cand_net_error_quark, CAND_NET_ERROR_SERVER,
    N_ ("The host answered with an error of its own.") },
  { cand_net_error_quark, CAND_NET_ERROR_STATUS,
    N_ ("The host answered with something unexpected.") },
  { cand_net_error_quark, CAND_NET_ERROR_TOO_LARGE,
    N_ ("The answer was too large and was cut off for safety.") },
  { cand_net_error_quark, CAND_NET_ERROR_TRUNCATED, N_ ("The answer was cut short on its way.") },
  { cand_net_error_quark, CAND_NET_ERROR_REDIRECT,
    N_ ("The address leads on to another one that is not safe to follow.") },
  { cand_net_error_quark, CAND_NET_ERROR_BAD_HOST,
    N_ ("CANDIDACY_HOSTS may only name addresses of this computer.") },
  { cand_board_error_quark, CAND_BOARD_ERROR_MALFORMED,
    N_ ("What came back is of an unknown shape.") },
  { cand_board_error_quark, CAND_BOARD_ERROR_NOT_A_BOARD,
    N_ ("This is not the address of a board, a position or an announcement.") },
  { cand_board_error_quark, CAND_BOARD_ERROR_UNSUPPORTED,
    N_ ("The system behind this address cannot be read by programs.") },
  { cand_board_error_quark, CAND_BOARD_ERROR_NO_POSITION,
    N_ ("The board says that there is no such position any more.") },
  { cand_board_error_quark, CAND_BOARD_ERROR_NOTHING_FOUND,
    N_ ("This text introduces no positions that can be told apart.") },
};

static const ErrorText *
find_text (GQuark domain, int code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].domain () == domain && texts[i].code == code)
      return &texts[i];
  return NULL;
}

const char *
cand_error_text_get_title (const GError *error)
{
  const ErrorText *text = find_text (error->domain, error->code);

  return text != NULL ? _ (text->title) : _ ("Something went wrong");
}

const char *
cand_error_text_get_body (const GError *error)
{
  const ErrorText *text = find_text (error->domain, error->code);

  if (g_error_matches (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_BAD_FILE))
    return error->message;
  return text != NULL ? _ (text->body) : _ ("Nothing was changed. Try again.");
}

const char *
cand_error_text_get_open_body (const GError *error)
{
  /* These say by themselves that the file was left alone. */
  if (g_error_matches (error, CAND_STORE_ERROR, CAND_STORE_ERROR_CORRUPT) ||
      g_error_matches (error, CAND_STORE_ERROR, CAND_STORE_ERROR_TOO_NEW))
    return cand_error_text_get_body (error);
  return _ ("Candidacy keeps everything in its data folder and could not open it. Nothing was "
            "changed. Make the folder writable, make some room, and start again.");
}

char *
cand_error_text_dup_board_line (const char *name, const GError *error)
{
  gint64 until = cand_net_error_get_until (error);

  if (until > 0)
    {
      g_autofree char *time = cand_status_dup_time (until);

      /* Translators: the name of an organisation, and a time: "Hugging Face: asked too often; not
       * before 14:02". */
      return g_strdup_printf (_ ("%s: asked too often; not before %s"), name, time);
    }
  /* Translators: the name of an organisation, and what happened: "Hugging Face: no answer in time".
   */
  return g_strdup_printf (_ ("%s: %s"), name, cand_error_text_get_title (error));
}

char *
cand_error_text_dup_find_sentence (const GError *error)
{
  gint64 until = cand_net_error_get_until (error);

  if (until > 0)
    {
      g_autofree char *time = cand_status_dup_time (until);

      /* Translators: %s is a time: "14:02". */
      return g_strdup_printf (
          _ ("The host was asked too often and wants to be left alone until %s."), time);
    }
  /* These say what there is, or is not, in the person's language. */
  if (g_error_matches (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NOT_FOUND) ||
      g_error_matches (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_OTHER_FILE) ||
      g_error_matches (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_UNKNOWN_FILE))
    /* Translators: %s is a sentence without a full stop. */
    return g_strdup_printf (_ ("%s."), error->message);
  for (gsize i = 0; i < G_N_ELEMENTS (find_sentences); i++)
    if (find_sentences[i].domain () == error->domain && find_sentences[i].code == error->code)
      return g_strdup (_ (find_sentences[i].sentence));
  if (error->domain == G_IO_ERROR)
    return g_strdup (_ ("The file could not be read."));
  /* Translators: %s is what went wrong, without a full stop. */
  return g_strdup_printf (_ ("%s."), cand_error_text_get_title (error));
}

gboolean
cand_error_text_knows (GQuark domain, int code)
{
  return find_text (domain, code) != NULL;
}

gboolean
cand_error_text_is_dismissed (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
         g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED);
}
