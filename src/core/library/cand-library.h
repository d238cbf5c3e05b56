/* cand-library.h: the one owner of state
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "cand-found.h"
#include "core/model/cand-application.h"
#include "core/model/cand-blog.h"
#include "core/model/cand-board.h"
#include "core/model/cand-hub-link.h"
#include "core/model/cand-position-list.h"
#include "core/model/cand-position.h"
#include "core/model/cand-profile-merge.h"
#include "core/model/cand-programme.h"

G_BEGIN_DECLS

#define CAND_LIBRARY_ERROR (cand_library_error_quark ())
/**
 * CandLibraryError:
 * @CAND_LIBRARY_ERROR_NO_SUCH_POSITION: no position has that key
 * @CAND_LIBRARY_ERROR_NO_SUCH_FIELD: the form has no such field
 * @CAND_LIBRARY_ERROR_BAD_ANSWER: the field does not take that value
 * @CAND_LIBRARY_ERROR_BAD_FILE: the file cannot be attached (type, size, unreadable)
 * @CAND_LIBRARY_ERROR_SUSPECT: the board's answer lacked so much that it is not believed yet
 * @CAND_LIBRARY_ERROR_NO_SUCH_BOARD: nothing that is followed has that key
 * @CAND_LIBRARY_ERROR_NOT_FOUND: the address leads to nothing that can be followed
 * @CAND_LIBRARY_ERROR_UNKNOWN_FILE: a file of a kind that cannot be taken in
 * @CAND_LIBRARY_ERROR_OTHER_FILE: what is no announcement, and can be imported
 */
typedef enum
{
  CAND_LIBRARY_ERROR_NO_SUCH_POSITION,
  CAND_LIBRARY_ERROR_NO_SUCH_FIELD,
  CAND_LIBRARY_ERROR_BAD_ANSWER,
  CAND_LIBRARY_ERROR_BAD_FILE,
  CAND_LIBRARY_ERROR_SUSPECT,
  CAND_LIBRARY_ERROR_NO_SUCH_BOARD,
  CAND_LIBRARY_ERROR_NOT_FOUND,
  CAND_LIBRARY_ERROR_UNKNOWN_FILE,
  CAND_LIBRARY_ERROR_OTHER_FILE,
} CandLibraryError;
GQuark cand_library_error_quark (void);

/* What the refresh of one board brought. Keys are position keys. */
typedef struct
{
  char *board;          /* "workable:huggingface" */
  char *name;           /* the organisation's */
  CandBoardState state; /* after the refresh */
  GError *error;        /* (nullable) why it could not be read or is not believed */
  GStrv new_keys;
  GStrv changed_keys;
  GStrv gone_keys;
  gboolean same;      /* the answer was the one already known */
  guint skipped;      /* entries of the answer that could not be read */
  GStrv missing_keys; /* lacking for the first time: not closed unless the next answer lacks them
                         too */
} CandBoardReport;
void cand_board_report_free (CandBoardReport *self);

/* What reading an announcement again brought. */
typedef struct
{
  char *name;                    /* the programme's */
  char *title;                   /* as it is now */
  GError *error;                 /* (nullable) why it could not be read, or is not believed yet
                                    (CAND_LIBRARY_ERROR_SUSPECT) */
  CandProgrammeChanges *changes; /* (nullable) what differs from the reading before */
} CandProgrammeReport;
void cand_programme_report_free (CandProgrammeReport *self);

/* What a list shows. Copied by the library; all members optional. */
typedef struct
{
  CandScope scope;
  const char *search; /* words as typed; NULL or "" for all */
  const char *board;  /* only this board's key */
  gint64 programme;   /* only positions that this programme introduces */
} CandQuery;

/* Owns the store, the network session and every living application. All of it on the thread it was
 * made on; work on disk and bytes happens in threads of its own.
 *
 * Properties: "refreshing" (gboolean), "refresh-progress" (double, 0 to 1), "n-positions", "n-new",
 * "n-starred", "n-applications" (guint).
 * Signals: "positions-changed" (the lists it gave out have already followed), "application-removed"
 * (CandApplication *). */
#define CAND_TYPE_LIBRARY (cand_library_get_type ())
G_DECLARE_FINAL_TYPE (CandLibrary, cand_library, CAND, LIBRARY, GObject)

/* @directory holds everything and is made when missing ("$XDG_DATA_HOME/candidacy"). @hosts is the
 * value of CANDIDACY_HOSTS or NULL. Errors: CAND_NET_ERROR_BAD_HOST. */
CandLibrary *cand_library_new (const char *directory, const char *hosts, GError **error);

/* Opens the store, migrates it, and takes in the programme that ships. The first list of @query is
 * asked for along the way, so that it is ready when the window is. Errors: CAND_STORE_ERROR_*. */
void cand_library_open_async (CandLibrary *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean cand_library_open_finish (CandLibrary *self, GAsyncResult *result, GError **error);

/* Writes what is dirty, waits for it, closes the store. The only call that waits: for the end of
 * the program and SIGTERM. FALSE when something could not be written. */
gboolean cand_library_close (CandLibrary *self, GError **error);

/* (element-type CandBoard), (element-type CandProgramme), (element-type CandApplication, newest
 * edit first): the same model each time, alive and following. */
GListModel *cand_library_get_boards (CandLibrary *self);
/* As they are now: (element-type CandBoard) (transfer full). */
GPtrArray *cand_library_list_boards (CandLibrary *self);
GListModel *cand_library_get_programmes (CandLibrary *self);
GListModel *cand_library_get_applications (CandLibrary *self);
/* (element-type CandBlog) and (element-type CandOffer, newest first), likewise. */
GListModel *cand_library_get_blogs (CandLibrary *self);
GListModel *cand_library_get_offers (CandLibrary *self);

/* A list for @query, (transfer full), filled when the query has run ("pending") and following every
 * change. set_query gives it another question; the latest one asked wins. */
CandPositionList *cand_library_list_positions (CandLibrary *self, const CandQuery *query);
void cand_library_set_query (CandLibrary *self, CandPositionList *list, const CandQuery *query);

/* The position with everything, its description too. Errors: NO_SUCH_POSITION, CAND_STORE_ERROR_*.
 */
void cand_library_load_position_async (CandLibrary *self,
                                       const char *key,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
CandPosition *
cand_library_load_position_finish (CandLibrary *self, GAsyncResult *result, GError **error);

/* The key of the position that an address or a key names, among those known. NULL with
 * NO_SUCH_POSITION or CAND_BOARD_ERROR_NOT_A_BOARD. */
void cand_library_find_position_async (CandLibrary *self,
                                       const char *address,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
char *cand_library_find_position_finish (CandLibrary *self, GAsyncResult *result, GError **error);

/* The person's marks; kept in the background, lists and objects follow. */
void cand_library_mark_seen (CandLibrary *self, CandPosition *position);
void cand_library_set_starred (CandLibrary *self, CandPosition *position, gboolean starred);

/* Asks the boards (@board NULL: all that are followed). @by_hand: the person asked, so an answer
 * counts as agreeing without the hour. One refresh at a time: a second call joins the one under
 * way. (element-type CandBoardReport) (transfer full). A board that fails is a report, not an
 * error. Errors: CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED. */
void cand_library_refresh_async (CandLibrary *self,
                                 const char *board,
                                 gboolean by_hand,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *cand_library_refresh_finish (CandLibrary *self, GAsyncResult *result, GError **error);
/* Of the same result, after refresh_finish: (element-type CandProgrammeReport) (transfer
 * container), one for each programme that was read again; empty when only one board was asked for.
 */
GPtrArray *cand_library_refresh_get_programmes (CandLibrary *self, GAsyncResult *result);

/* What an address leads to: a board (by its address, a position's, or any page that carries or
 * names one), an announcement or a blog's feed. Asks the network for what it takes; stores nothing.
 * (transfer full). Errors: CAND_LIBRARY_ERROR_NOT_FOUND, CAND_BOARD_ERROR_*, CAND_NET_ERROR_*,
 * G_IO_ERROR_CANCELLED. */
void cand_library_find_async (CandLibrary *self,
                              const char *address,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
CandFound *cand_library_find_finish (CandLibrary *self, GAsyncResult *result, GError **error);
/* So many pages of a board's list were read. */
typedef void (*CandFindFunc) (guint n_pages, gpointer user_data);
/* The same, told about along the way, until the callback is called or it is cancelled; @user_data
 * is for both. */
void cand_library_find_and_tell_async (CandLibrary *self,
                                       const char *address,
                                       CandFindFunc progress,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/* Reads an announcement that was pasted, opened or dropped, without any network. @media_type may be
 * NULL. Errors: CAND_BOARD_ERROR_NOTHING_FOUND, CAND_BOARD_ERROR_MALFORMED. */
void cand_library_read_announcement_async (CandLibrary *self,
                                           GBytes *text,
                                           const char *media_type,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
CandFound *
cand_library_read_announcement_finish (CandLibrary *self, GAsyncResult *result, GError **error);

/* Follows what was found, with what was read already; the models have it when this returns. TRUE
 * also for what is followed already. An announcement's boards are followed with it, and a refresh
 * of just those, as if asked for by hand, is under way then. Errors: CAND_STORE_ERROR_*. */
void cand_library_follow_async (CandLibrary *self,
                                CandFound *found,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean cand_library_follow_finish (CandLibrary *self, GAsyncResult *result, GError **error);

/* Stops following a board ("system:account"), a programme (its name) or a blog (the feed's
 * address), or, with @followed, follows it once more as it was: for Undo. With a programme go the
 * boards that came with it alone, and that nobody followed otherwise; a position that another
 * followed one introduces too goes there. What it brought leaves the lists, but for what is starred
 * or has an application; it is really deleted, but for those, when the program next starts. Errors:
 * CAND_LIBRARY_ERROR_NO_SUCH_BOARD, CAND_STORE_ERROR_*. */
void cand_library_set_followed_async (CandLibrary *self,
                                      const char *key,
                                      gboolean followed,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean cand_library_set_followed_finish (CandLibrary *self, GAsyncResult *result, GError **error);

/* An offered announcement is not offered again (or, not @dismissed, is: for Undo). */
void cand_library_dismiss_offer (CandLibrary *self, CandOffer *offer, gboolean dismissed);

/* What a JSON Resume brought into the profile. */
typedef struct
{
  guint filled;           /* bits of 1 << CandProfilePart: what was empty and got something */
  GPtrArray *differences; /* (owned) (element-type CandProfileDifference): what was left as it is */
  guint n_odd;            /* parts that could only be kept for the next export */
} CandResumeReport;
void cand_resume_report_free (CandResumeReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandResumeReport, cand_resume_report_free)

/* Takes in a list of boards (OPML or our JSON) without asking the network: they are followed, and
 * read at the next refresh. A JSON Resume goes into the profile. */
typedef struct
{
  guint n_followed;      /* were not followed before */
  guint n_announcements; /* among these */
  guint n_blogs;         /* among these */
  guint n_known;         /* were */
  guint n_refused;       /* named no board */
} CandImportReport;
/* Errors: CAND_LIBRARY_ERROR_UNKNOWN_FILE (the message names what the file is, translated),
 * CAND_BOARD_ERROR_MALFORMED, CAND_STORE_ERROR_*, G_IO_ERROR_* of reading it. */
void cand_library_import_async (CandLibrary *self,
                                GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean cand_library_import_finish (CandLibrary *self,
                                     GAsyncResult *result,
                                     CandImportReport *report,
                                     GError **error);
/* Of the same result, after import_finish: (transfer full) (nullable), once. */
CandResumeReport *cand_library_import_get_resume (CandLibrary *self, GAsyncResult *result);
/* The list of followed boards as a file: @opml or our JSON. (transfer full) */
GBytes *cand_library_export_boards (CandLibrary *self, gboolean opml);
/* The boards alone, as our JSON. (transfer full) */
char *cand_library_dup_boards_json (CandLibrary *self);

/* The person's profile: (transfer none), always the same object, whole once the library is open. It
 * is saved by itself like a draft, each part for itself, and follows what another process wrote;
 * its "save-state" tells when the disk refuses. */
CandProfile *cand_library_get_profile (CandLibrary *self);
/* TRUE when everything typed into it until now is durable. Errors: CAND_STORE_ERROR_*. */
void cand_library_save_profile_async (CandLibrary *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean cand_library_save_profile_finish (CandLibrary *self, GAsyncResult *result, GError **error);
/* Copies @file into the data folder and adds it to the profile's files. Errors: BAD_FILE,
 * CAND_STORE_ERROR_*. */
void cand_library_add_profile_file_async (CandLibrary *self,
                                          const char *label,
                                          GFile *file,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean
cand_library_add_profile_file_finish (CandLibrary *self, GAsyncResult *result, GError **error);
/* One of its files as the answer of a question: (transfer full). */
CandAttachment *cand_library_dup_profile_attachment (CandLibrary *self,
                                                     const CandProfileFile *file);

/* Takes a JSON Resume into the profile, without replacing anything there: (transfer full), durable.
 * cand_profile_apply_difference takes what differed, for whoever was asked. Errors: as import, and
 * UNKNOWN_FILE for everything else. */
void cand_library_import_resume_async (CandLibrary *self,
                                       GFile *file,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
CandResumeReport *
cand_library_import_resume_finish (CandLibrary *self, GAsyncResult *result, GError **error);
/* Writes the profile as JSON Resume, over a file that exists. Errors: G_IO_ERROR_*. */
void cand_library_export_resume_async (CandLibrary *self,
                                       GFile *file,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean
cand_library_export_resume_finish (CandLibrary *self, GAsyncResult *result, GError **error);

/* Reads the position's own page where its board's list lacks the text (or the pay) and it was not
 * read since the board was; the objects follow. TRUE also where there was nothing to do. To be
 * called when a position is opened. Errors: CAND_NET_ERROR_*, CAND_BOARD_ERROR_*. */
void cand_library_read_position_async (CandLibrary *self,
                                       CandPosition *position,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean
cand_library_read_position_finish (CandLibrary *self, GAsyncResult *result, GError **error);

/* Follows what another process wrote (the command line beside the window): lists, boards, rows of
 * applications; what is open stays as it is. To be called when the window gets the focus; a refresh
 * does it by itself. Costs next to nothing where nothing changed. */
void cand_library_check_outside_changes (CandLibrary *self);
/* The same by itself, as soon as it is written. */
void cand_library_watch_outside_changes (CandLibrary *self);

/* Begins the application for a position, or continues the one there is: (transfer full), opened,
 * with its form and every kept answer. The position's own form is asked from the board where it was
 * never read and @ask_board; any failure there falls back to the kept or the standard form
 * (cand_form_get_source tells) and is reported in @form_error of the finish call, never as an
 * error. Errors: NO_SUCH_POSITION, CAND_STORE_ERROR_*. */
void cand_library_draft_async (CandLibrary *self,
                               const char *position_key,
                               gboolean ask_board,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
CandApplication *cand_library_draft_finish (CandLibrary *self,
                                            GAsyncResult *result,
                                            GError **form_error,
                                            GError **error);

/* Every edit of a living application is kept by itself (250 ms after the last key, at most 1.5 s
 * after the first unsaved one). flush asks for it now: on leaving a field or a page. */
void cand_library_flush (CandLibrary *self, CandApplication *application);
/* Flushes, and returns when it is durable or failed. Errors: CAND_STORE_ERROR_*. */
void cand_library_save_async (CandLibrary *self,
                              CandApplication *application,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean cand_library_save_finish (CandLibrary *self, GAsyncResult *result, GError **error);

/* Copies @file into the data folder and makes it the field's answer. Errors: BAD_FILE,
 * NO_SUCH_FIELD, CAND_STORE_ERROR_*. */
void cand_library_attach_async (CandLibrary *self,
                                CandApplication *application,
                                const char *field_id,
                                GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean cand_library_attach_finish (CandLibrary *self, GAsyncResult *result, GError **error);
void cand_library_detach (CandLibrary *self, CandApplication *application, const char *field_id);
/* The copy stays the answer, and the person knows that its source was changed at @modified,
 * microseconds since the epoch: told again when that changes once more. */
void cand_library_keep_copy (CandLibrary *self,
                             CandApplication *application,
                             const char *field_id,
                             gint64 modified);

/* What became of the file that an attachment was copied from: looked at in a thread. */
typedef struct
{
  gboolean changed; /* it says something else than the copy */
  gint64 modified;  /* when it was last changed, in microseconds since the epoch */
  gint64 size;      /* in bytes */
  char *sha256;     /* (nullable) in hexadecimal, where it was read */
} CandSourceState;
void cand_source_state_free (CandSourceState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandSourceState, cand_source_state_free)
/* Errors: G_IO_ERROR_CANCELLED. */
void cand_source_look_async (CandAttachment *attachment,
                             const CandSourceState *before,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
CandSourceState *cand_source_look_finish (GAsyncResult *result, GError **error);

/* The text of a PDF or a plain text, read where nothing that is in it does harm. */
typedef enum
{
  CAND_FILE_TEXT_UNKNOWN,    /* the file could not be read, or there is nothing that reads PDFs */
  CAND_FILE_TEXT_UNREADABLE, /* a PDF that is damaged, locked or too large */
  CAND_FILE_TEXT_NONE,       /* a PDF that has none: a scan */
  CAND_FILE_TEXT_SOME,       /* a PDF with text */
  CAND_FILE_TEXT_PLAIN,      /* no PDF, but all of it is text */
  CAND_FILE_TEXT_OTHER,      /* neither of the two */
} CandFileText;
/* Errors: G_IO_ERROR_CANCELLED. */
void cand_file_text_async (GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
CandFileText cand_file_text_finish (GAsyncResult *result, char **text, GError **error);

/* Whether something is on the Hugging Face Hub. Asked only when the person asks. */
typedef enum
{
  CAND_HUB_EXISTS,
  CAND_HUB_MISSING, /* or private */
} CandHubAnswer;
/* Errors, when it could not be asked: CAND_NET_ERROR_*, CAND_BOARD_ERROR_MALFORMED. */
void cand_library_check_hub_async (CandLibrary *self,
                                   const CandHubLink *link,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean cand_library_check_hub_finish (
    CandLibrary *self, GAsyncResult *result, CandHubAnswer *answer, char **name, GError **error);

/* Earlier values of one answer, newest first: (element-type CandEarlierValue) (transfer full). */
typedef struct
{
  char *text;
  gint64 written; /* seconds since the epoch */
} CandEarlierValue;
void cand_earlier_value_free (CandEarlierValue *self);
void cand_library_load_earlier_async (CandLibrary *self,
                                      CandApplication *application,
                                      const char *field_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *
cand_library_load_earlier_finish (CandLibrary *self, GAsyncResult *result, GError **error);

/* Takes the application out of the list; restore brings it back whole. It is really deleted when
 * the program next starts. Errors: CAND_STORE_ERROR_*. */
void cand_library_delete_application_async (CandLibrary *self,
                                            CandApplication *application,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
gboolean
cand_library_delete_application_finish (CandLibrary *self, GAsyncResult *result, GError **error);
void cand_library_restore_application_async (CandLibrary *self,
                                             CandApplication *application,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
gboolean
cand_library_restore_application_finish (CandLibrary *self, GAsyncResult *result, GError **error);

G_END_DECLS
