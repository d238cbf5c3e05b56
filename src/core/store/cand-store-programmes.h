/* cand-store-programmes.h: programmes on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-connection.h"
#include "core/model/cand-programme.h"

G_BEGIN_DECLS

/* What the store has of a programme that ships. */
typedef enum
{
  CAND_PROGRAMME_ABSENT,
  CAND_PROGRAMME_SAME,  /* followed or not: it was taken in once */
  CAND_PROGRAMME_OLDER, /* another text of it */
  CAND_PROGRAMME_UNREADABLE,
} CandProgrammePresence;

CandProgrammePresence cand_store_programmes_look_up (CandConnection *connection,
                                                     const char *name,
                                                     const char *json,
                                                     GError **error);
/* That @json was taken in as the text that ships. */
gboolean cand_store_programmes_set_shipped (CandConnection *connection,
                                            gint64 id,
                                            const char *json,
                                            GError **error);
/* Writes its text and gives the object its row id; a new one is followed, a known one stays as it
 * is. */
gboolean cand_store_programmes_write (CandConnection *connection,
                                      CandProgramme *programme,
                                      const char *json,
                                      GError **error);

/* What reading it again needs. */
typedef struct
{
  CandProgramme *programme; /* (owned) */
  gboolean shipped;
  gboolean followed;
  char *etag;           /* (nullable) of the last good answer */
  char *last_modified;  /* (nullable) of it */
  char *digest;         /* (nullable) of its bytes */
  gint64 confirmed;     /* when it came; 0 for never */
  gint64 suspect_since; /* the first reading that is doubted; 0 for none */
} CandStoredProgramme;
void cand_stored_programme_free (CandStoredProgramme *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandStoredProgramme, cand_stored_programme_free)

/* The one of that name, or, where @url is an address, of that; NULL with no error set when there is
 * none. */
CandStoredProgramme *cand_store_programmes_stored (CandConnection *connection,
                                                   const char *name,
                                                   const char *url,
                                                   GError **error);

/* What a good answer leaves behind. Strings nullable. */
typedef struct
{
  const char *etag;
  const char *last_modified;
  const char *digest;
} CandProgrammeReading;
gboolean cand_store_programmes_set_read (CandConnection *connection,
                                         gint64 id,
                                         const CandProgrammeReading *reading,
                                         gint64 now,
                                         GError **error);
gboolean cand_store_programmes_set_failed (
    CandConnection *connection, gint64 id, const GError *why, gint64 now, GError **error);
/* A reading is doubted since @since: like one that failed, and the next one may agree with it. */
gboolean cand_store_programmes_set_suspect (CandConnection *connection,
                                            gint64 id,
                                            gint64 since,
                                            const GError *why,
                                            gint64 now,
                                            GError **error);
/* Keeps what it says beside what is written next, once. */
gboolean cand_store_programmes_keep_earlier (CandConnection *connection, gint64 id, GError **error);
gboolean cand_store_programmes_set_changes (CandConnection *connection,
                                            gint64 id,
                                            const CandProgrammeChanges *changes,
                                            gint64 now,
                                            GError **error);

/* Follows it or not, from now on; *@found is FALSE where no programme has that name. */
gboolean cand_store_programmes_set_followed (CandConnection *connection,
                                             const char *name,
                                             gboolean followed,
                                             gint64 now,
                                             gboolean *found,
                                             GError **error);
/* (element-type CandProgramme) (transfer full): the followed ones, newest first. */
GPtrArray *cand_store_programmes_list (CandConnection *connection, GError **error);
/* The same of all that are known, those that are followed first. */
GPtrArray *cand_store_programmes_list_known (CandConnection *connection, GError **error);
/* NULL with no error set when there is none. */
CandProgramme *cand_store_programmes_load (CandConnection *connection, gint64 id, GError **error);

/* cand-store-introduced.c */

/* Row ids of what it introduces or introduced: (element-type gint64) (transfer full). */
GArray *
cand_store_programmes_list_positions (CandConnection *connection, gint64 id, GError **error);
/* Marks all of them as withdrawn; those that it does introduce are introduced once more then. */
gboolean cand_store_programmes_withdraw (CandConnection *connection, gint64 id, GError **error);
/* Entry @place of @programme, at @code of @board. A position that another followed programme
 * introduces stays that one's, unless @claim. A title follows where the board never said one. */
gboolean cand_store_programmes_introduce (CandConnection *connection,
                                          gint64 board,
                                          CandProgramme *programme,
                                          guint place,
                                          const char *code,
                                          const char *application_url,
                                          gboolean claim,
                                          gint64 now,
                                          GError **error);

/* Keys of what it introduces, or of that alone which it did once: (element-type utf8) (transfer
 * full), as a set. */
GHashTable *cand_store_programmes_list_keys (CandConnection *connection,
                                             gint64 id,
                                             gboolean withdrawn,
                                             GError **error);
/* The position of that key, which another programme introduces now, goes back to @id when that is
 * followed once more. */
gboolean cand_store_programmes_lend (
    CandConnection *connection, gint64 id, gint64 board, const char *code, GError **error);
/* The board is followed; it came with a programme unless it was followed already. */
gboolean
cand_store_programmes_bring_board (CandConnection *connection, gint64 board, GError **error);
/* Boards that came with programme @id alone go with it, or come back with it. */
gboolean cand_store_programmes_drop_boards (CandConnection *connection,
                                            gint64 id,
                                            gint64 now,
                                            GError **error);
gboolean
cand_store_programmes_restore_boards (CandConnection *connection, gint64 id, GError **error);

/* Deletes those that are not followed and introduce no position (any more), but for those that
 * ship, which would be taken in anew; what they introduced and a board lists is the board's then.
 */
gboolean cand_store_programmes_purge (CandConnection *connection, GError **error);

G_END_DECLS
