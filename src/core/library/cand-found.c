/* cand-found.c: what an address or a text turned out to be, before anything is followed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-found-private.h"

#include "core/store/cand-store-positions.h"

/* Made on the library's thread, and not changed after it was handed out, but for the key of what is
 * followed by then: the database thread reads the board's answer from it when it is followed. */
struct _CandFound
{
  GObject parent_instance;

  CandFoundKind kind;
  char *key;
  char *name;
  char *url;
  gboolean followed;
  GStrv boards; /* (owned) */

  const CandBoardSystem *system; /* (nullable) */
  CandBoardAnswer *answer;       /* (owned) (nullable) */
  GListStore *positions;         /* (owned) (nullable) (element-type CandPosition) */
  char *position_key;            /* (owned) (nullable) */
  gboolean position_listed;
  gint64 when;

  CandProgramme *programme; /* (owned) (nullable) */
  CandFeed *feed;           /* (owned) (nullable) */
  CandResponse *response;   /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CandFound, cand_found, G_TYPE_OBJECT)

static void
cand_found_finalize (GObject *object)
{
  CandFound *self = CAND_FOUND (object);

  g_free (self->key);
  g_free (self->name);
  g_free (self->url);
  g_strfreev (self->boards);
  g_clear_pointer (&self->answer, cand_board_answer_free);
  g_clear_object (&self->positions);
  g_free (self->position_key);
  g_clear_object (&self->programme);
  g_clear_pointer (&self->feed, cand_feed_free);
  g_clear_object (&self->response);

  G_OBJECT_CLASS (cand_found_parent_class)->finalize (object);
}

static void
cand_found_class_init (CandFoundClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cand_found_finalize;
}

static void
cand_found_init (CandFound *self)
{
  self->boards = g_new0 (char *, 1);
}

static CandFound *
found_new (CandFoundKind kind, const char *key, const char *name, const char *url)
{
  CandFound *self = g_object_new (CAND_TYPE_FOUND, NULL);

  self->kind = kind;
  self->key = g_strdup (key);
  self->name = g_strdup (name);
  self->url = g_strdup (url);
  return self;
}

CandFound *
cand_found_new_board (const CandBoardSystem *system,
                      const char *account,
                      CandBoardAnswer *answer,
                      gint64 when)
{
  g_autofree char *key = g_strconcat (system->id, ":", account, NULL);
  g_autofree char *url = system->board_url != NULL ? system->board_url (account) : g_strdup ("");
  const char *name = answer->name != NULL ? answer->name : cand_board_system_get_account_name (key);
  CandFound *self = found_new (CAND_FOUND_BOARD, key, name, url);

  self->system = system;
  self->answer = answer;
  self->when = when;
  self->positions = g_list_store_new (CAND_TYPE_POSITION);
  for (guint i = 0; i < answer->listed->len; i++)
    {
      const CandListed *listed = g_ptr_array_index (answer->listed, i);

      cand_position_set_organisation (listed->position, self->name);
      /* Put together when asked for, which is not to happen in two threads at once. */
      cand_position_get_key (listed->position);
      g_list_store_append (self->positions, listed->position);
    }
  return self;
}

CandFound *
cand_found_new_programme (CandProgramme *programme, CandResponse *response)
{
  CandFound *self =
      found_new (CAND_FOUND_PROGRAMME, cand_programme_get_name (programme),
                 cand_programme_get_title (programme), cand_programme_get_url (programme));

  self->programme = g_object_ref (programme);
  g_set_object (&self->response, response);
  for (guint i = 0; i < cand_programme_get_n_entries (programme); i++)
    {
      g_autofree char *system = NULL;
      g_autofree char *account = NULL;
      g_autofree char *code = NULL;

      if (cand_position_split_key (cand_programme_get_entry (programme, i)->key, &system, &account,
                                   &code))
        cand_found_add_board (self, system, account);
    }
  return self;
}

CandFound *
cand_found_new_blog (const char *url, CandFeed *feed, CandResponse *response)
{
  CandFound *self = found_new (CAND_FOUND_BLOG, url, feed->title != NULL ? feed->title : url, url);

  self->feed = feed;
  g_set_object (&self->response, response);
  return self;
}

void
cand_found_set_key (CandFound *self, const char *key)
{
  g_return_if_fail (CAND_IS_FOUND (self));
  g_set_str (&self->key, key);
}

void
cand_found_set_followed (CandFound *self, gboolean followed)
{
  g_return_if_fail (CAND_IS_FOUND (self));
  self->followed = followed;
}

void
cand_found_set_position (CandFound *self, const char *key, gboolean listed)
{
  g_return_if_fail (CAND_IS_FOUND (self));
  g_set_str (&self->position_key, key);
  self->position_listed = listed;
}

void
cand_found_add_board (CandFound *self, const char *system, const char *account)
{
  const CandBoardSystem *known = cand_board_system_find (system);
  g_autofree char *url = NULL;
  guint n;

  g_return_if_fail (CAND_IS_FOUND (self));
  if (known != NULL && known->board_url != NULL)
    url = known->board_url (account);
  if (url == NULL || g_str_equal (url, self->url) ||
      g_strv_contains ((const char *const *) self->boards, url))
    return;
  n = g_strv_length (self->boards);
  self->boards = g_renew (char *, self->boards, n + 2);
  self->boards[n] = g_steal_pointer (&url);
  self->boards[n + 1] = NULL;
}

CandFoundKind
cand_found_get_kind (CandFound *self)
{
  g_return_val_if_fail (CAND_IS_FOUND (self), CAND_FOUND_BOARD);
  return self->kind;
}

const char *
cand_found_get_key (CandFound *self)
{
  g_return_val_if_fail (CAND_IS_FOUND (self), "");
  return self->key;
}

const char *
cand_found_get_name (CandFound *self)
{
  g_return_val_if_fail (CAND_IS_FOUND (self), "");
  return self->name;
}

const char *
cand_found_get_system_name (CandFound *self)
{
  g_return_val_if_fail (CAND_IS_FOUND (self), "");
  return self->system != NULL ? self->system->name : "";
}

const char *
cand_found_get_url (CandFound *self)
{
  g_return_val_if_fail (CAND_IS_FOUND (self), "");
  return self->url;
}

gboolean
cand_found_get_followed (CandFound *self)
{
  g_return_val_if_fail (CAND_IS_FOUND (self), FALSE);
  return self->followed;
}

GListModel *
cand_found_get_positions (CandFound *self)
{
  g_return_val_if_fail (CAND_IS_FOUND (self), NULL);
  return G_LIST_MODEL (self->positions);
}

guint
cand_found_get_skipped (CandFound *self)
{
  g_return_val_if_fail (CAND_IS_FOUND (self), 0);
  return self->answer != NULL ? self->answer->skipped : 0;
}

const char *
cand_found_get_position_key (CandFound *self)
{
  g_return_val_if_fail (CAND_IS_FOUND (self), NULL);
  return self->position_key;
}

gboolean
cand_found_get_position_listed (CandFound *self)
{
  g_return_val_if_fail (CAND_IS_FOUND (self), FALSE);
  return self->position_listed;
}

gboolean
cand_found_get_vague (CandFound *self)
{
  g_return_val_if_fail (CAND_IS_FOUND (self), FALSE);
  return self->system != NULL && (self->system->traits & CAND_BOARD_EMPTY_IS_VAGUE) != 0 &&
         self->answer->listed->len == 0;
}

gboolean
cand_found_get_only_when_asked (CandFound *self)
{
  g_return_val_if_fail (CAND_IS_FOUND (self), FALSE);
  return self->system != NULL && (self->system->traits & CAND_BOARD_ONLY_WHEN_ASKED) != 0;
}

CandProgramme *
cand_found_get_programme (CandFound *self)
{
  g_return_val_if_fail (CAND_IS_FOUND (self), NULL);
  return self->programme;
}

const char *const *
cand_found_get_boards (CandFound *self)
{
  g_return_val_if_fail (CAND_IS_FOUND (self), NULL);
  return (const char *const *) self->boards;
}

const CandBoardAnswer *
cand_found_get_answer (CandFound *self)
{
  g_return_val_if_fail (CAND_IS_FOUND (self), NULL);
  return self->answer;
}

const CandFeed *
cand_found_get_feed (CandFound *self)
{
  g_return_val_if_fail (CAND_IS_FOUND (self), NULL);
  return self->feed;
}

CandResponse *
cand_found_get_response (CandFound *self)
{
  g_return_val_if_fail (CAND_IS_FOUND (self), NULL);
  return self->response;
}

gint64
cand_found_get_when (CandFound *self)
{
  g_return_val_if_fail (CAND_IS_FOUND (self), 0);
  return self->when;
}
