/* cand-library-private.h: what the parts of the library share
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-draft-keeper.h"
#include "cand-library.h"
#include "cand-profile-keeper.h"
#include "cand-refresh.h"
#include "core/boards/programme/cand-feed.h"
#include "core/net/cand-net.h"
#include "core/store/cand-store-answers.h"
#include "core/store/cand-store-lists.h"
#include "core/store/cand-worker.h"

G_BEGIN_DECLS

/* A list that was given out, and what it shows. */
typedef struct
{
  CandLibrary *library; /* (unowned) */
  GWeakRef list;
  CandScope scope;
  char *search;
  char *board;
  gint64 programme;
  int asked; /* (atomic) number of the latest query; earlier ones are not run */
} CandListEntry;

/* Everything is used on the thread that made the library, except where said. */
struct _CandLibrary
{
  GObject parent_instance;

  char *directory;        /* (owned) */
  CandNet *net;           /* (owned) */
  CandWorker *worker;     /* (owned) (nullable) NULL once closed */
  CandConnection *reader; /* (owned) (nullable) NULL until opened */
  gboolean opened;

  GListStore *boards;       /* (owned) (element-type CandBoard) */
  GListStore *programmes;   /* (owned) (element-type CandProgramme) */
  GListStore *applications; /* (owned) (element-type CandApplication) */
  GListStore *blogs;        /* (owned) (element-type CandBlog) */
  GListStore *offers;       /* (owned) (element-type CandOffer) */

  GPtrArray *lists;    /* (owned) (element-type CandListEntry) */
  CandRows *rows;      /* (owned) (nullable) of all positions, read along with opening */
  GHashTable *living;  /* (owned) row id to CandPosition (unowned), those loaded whole */
  GHashTable *keepers; /* (owned) CandApplication to CandDraftKeeper */

  CandProfile *profile;              /* (owned) (nullable) until opened or asked for */
  CandProfileKeeper *profile_keeper; /* (owned) (nullable) until asked for */

  GHashTable *page_readings; /* (owned) position key to the reading of its page that is under way,
                                which belongs to itself; cand-library-read.c */
  GHashTable *form_askings;  /* (owned) the same of its form; cand-ask-form.c */

  GFileMonitor *watch; /* (owned) (nullable) of what other processes write */
  guint watch_source;  /* looks at it; 0 for none */

  CandRefresh *refresh; /* (owned) (nullable) the one under way */
  double progress;
  CandCounts counts;

  int lock;            /* (thread database) file descriptor; -1 for none */
  gboolean alone;      /* (thread database) no other process had the folder open */
  gint64 data_version; /* (thread database) of the last look at what other processes did */
};

/* cand-library.c */

/* Runs a job on the database thread; once closed, the task returns an error instead. */
void cand_library_run (CandLibrary *self, GTask *task, CandWorkerFunc func, GDestroyNotify destroy);
/* The same with an answer to @callback only, and @data for @func. */
void cand_library_run_job (CandLibrary *self,
                           CandWorkerFunc func,
                           gpointer data,
                           GDestroyNotify free_data,
                           GDestroyNotify free_result,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
void cand_library_set_refresh (CandLibrary *self, CandRefresh *refresh);
void cand_library_set_progress (CandLibrary *self, double progress);
void cand_library_set_counts (CandLibrary *self, const CandCounts *counts);
/* Makes a model hold @items, keeping the objects that @same tells to be the same and patching them.
 */
void cand_library_merge_model (GListStore *model,
                               GPtrArray *items,
                               gboolean (*same) (gpointer a, gpointer b),
                               void (*patch) (gpointer into, gpointer from));
void cand_library_merge_boards (CandLibrary *self, GPtrArray *boards);
void cand_library_merge_applications (CandLibrary *self, GPtrArray *applications);
/* Seconds since the epoch. */
gint64 cand_library_now (void);

/* cand-library-lists.c */

void cand_list_entry_free (CandListEntry *self);
/* Positions changed: the lists of @scopes (bits of 1 << CandScope) ask again, cached rows and
 * living objects of @ids (transfer full) (nullable) are read again, counts follow, and then it is
 * told. */
#define CAND_SCOPES_NONE 0
#define CAND_SCOPES_ALL (1 << CAND_SCOPE_ALL | 1 << CAND_SCOPE_NEW | 1 << CAND_SCOPE_STARRED)
void cand_library_follow (CandLibrary *self, guint scopes, GArray *ids);
/* Every row that is shown somewhere, and @more (nullable); (transfer full). */
GArray *cand_library_list_shown (CandLibrary *self, GArray *more);
/* What a list without a question shows, asked along with opening. */
CandRows *cand_library_query_all (CandConnection *connection, GError **error);

/* cand-library-watch.c */

void cand_library_stop_watching (CandLibrary *self);

/* cand-library-positions.c */

/* Reads the living objects of @ids again on the database thread: (element-type CandPosition). */
void cand_library_patch_living (CandLibrary *self, GPtrArray *positions);
GArray *cand_library_list_living (CandLibrary *self, GArray *ids);
void cand_library_forget_living (CandLibrary *self);

/* cand-library-applications.c */

/* Gives @answer the attachment that @stored names. */
void cand_library_restore_attachment (CandLibrary *self,
                                      CandAnswer *answer,
                                      const CandStoredAnswer *stored);
/* The living object of a row: the one in the model, or @row added to it. */
CandApplication *cand_library_adopt_application (CandLibrary *self, CandApplication *row);
CandDraftKeeper *cand_library_find_keeper (CandLibrary *self, CandApplication *application);
/* Moves it to its place after an edit. */
void cand_library_application_saved (CandLibrary *self, CandApplication *application);

/* cand-library-profile.c */

/* (thread database) (transfer full): one that cannot be read is empty, and says so. */
CandProfile *cand_library_load_profile (CandConnection *connection, GError **error);
/* The profile follows what the store has. */
void cand_library_take_profile (CandLibrary *self, CandProfile *stored);
/* @task (transfer full) returns TRUE when the profile is durable. */
void cand_library_flush_profile (CandLibrary *self, GTask *task);
/* For any thread: (transfer full). */
CandProfile *cand_library_read_resume (GBytes *bytes, guint *n_odd, GError **error);
/* (transfer full): what came of taking it into the profile. */
CandResumeReport *cand_library_merge_resume (CandLibrary *self, CandProfile *resume, guint n_odd);

/* boards */

/* cand-found-private.h makes what find and read_announcement answer: cand_found_new_programme,
 * cand_found_new_blog, cand_found_get_response, cand_found_get_feed. */

/* cand-library-follow.c */

/* Returns @task (transfer full), TRUE, when everything that was asked of the database until now has
 * been answered and the models and lists have followed. */
void cand_library_return_settled (CandLibrary *self, GTask *task);
/* The callback of a job that changed what is followed, whatever it was; it gives CAND_DONE, and
 * @user_data is a task (transfer full), which returns TRUE when everything has followed. */
void cand_library_followed_cb (GObject *source, GAsyncResult *result, gpointer user_data);

/* cand-library-read.c */

/* Everyone who waits for a position's page is told that it was cancelled. */
void cand_library_cancel_page_readings (CandLibrary *self);

/* cand-library-find.c */

/* Whether two addresses lead to the same page: the scheme, the case of the host, a "/" at the end,
 * a fragment and what only tells who sent the visitor make no other. */
gboolean cand_library_same_page (const char *a, const char *b);

/* programmes and blogs */

/* cand-library-offers.c (cand_library_get_blogs and _get_offers are there too) */

/* What is followed beside boards, as the store has it. */
typedef struct
{
  GPtrArray *programmes; /* (owned) (element-type CandProgramme) */
  GPtrArray *blogs;      /* (owned) (element-type CandBlog) */
  GPtrArray *offers;     /* (owned) (element-type CandOffer) */
} CandNotices;
/* (thread database) (transfer full): along with opening. Errors: CAND_STORE_ERROR_*. */
CandNotices *cand_notices_read (CandConnection *connection, GError **error);
void cand_notices_free (CandNotices *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandNotices, cand_notices_free)
/* Makes the three models say what @notices say; living objects stay. */
void cand_library_merge_notices (CandLibrary *self, const CandNotices *notices);
/* Reads them again in the background: after anything that changed them, here or in another process.
 */
void cand_library_follow_notices (CandLibrary *self);
/* For any thread: whether @reading is another one of @known: they have the same address, or, where
 * one of them has none, the same name and introduce some of the same. */
gboolean cand_library_same_announcement (CandProgramme *known, CandProgramme *reading);
/* The followed programme that @programme is another reading of; the followed blog of that feed.
 * (transfer none) (nullable) */
CandProgramme *cand_library_find_programme (CandLibrary *self, CandProgramme *programme);
CandBlog *cand_library_find_blog (CandLibrary *self, const char *url);
/* Whether a followed programme is at that address, however it is spelled. */
gboolean cand_library_follows_page (CandLibrary *self, const char *url);

/* cand-library-announcement.c (cand_library_read_announcement_async is there too) */

/* (thread database) Inside a transaction: what @feed lists. The posts that are there at @first are
 * none that could be offered. */
gboolean cand_library_write_posts (CandConnection *connection,
                                   gint64 blog,
                                   const CandFeed *feed,
                                   gboolean first,
                                   gint64 now,
                                   GError **error);
/* For cand_library_follow_async: @found is a programme or a blog; the models have it when this
 * returns. A programme's positions are announced, and the boards they are on are followed. Errors:
 * CAND_STORE_ERROR_*. */
void cand_library_follow_announcement_async (CandLibrary *self,
                                             CandFound *found,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
gboolean
cand_library_follow_announcement_finish (CandLibrary *self, GAsyncResult *result, GError **error);
/* For cand_library_set_followed_async, where @key is no board's: a programme's name or a feed's
 * address. Errors: CAND_LIBRARY_ERROR_NO_SUCH_BOARD, CAND_STORE_ERROR_*. */
void cand_library_set_announcement_followed_async (CandLibrary *self,
                                                   const char *key,
                                                   gboolean followed,
                                                   GCancellable *cancellable,
                                                   GAsyncReadyCallback callback,
                                                   gpointer user_data);
gboolean cand_library_set_announcement_followed_finish (CandLibrary *self,
                                                        GAsyncResult *result,
                                                        GError **error);

G_END_DECLS
