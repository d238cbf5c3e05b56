/* cand-library-offers.c: programmes, blogs and what they offer, as models
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-library-private.h"

#include "core/store/cand-store-blogs.h"
#include "core/store/cand-store-programmes.h"

#include <string.h>

void
cand_notices_free (CandNotices *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->programmes, g_ptr_array_unref);
  g_clear_pointer (&self->blogs, g_ptr_array_unref);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_free (self);
}

CandNotices *
cand_notices_read (CandConnection *connection, GError **error)
{
  g_autoptr (CandNotices) notices = g_new0 (CandNotices, 1);

  notices->programmes = cand_store_programmes_list (connection, error);
  if (notices->programmes == NULL)
    return NULL;
  notices->blogs = cand_store_blogs_list (connection, error);
  if (notices->blogs == NULL)
    return NULL;
  notices->offers = cand_store_blogs_offers (connection, error);
  return notices->offers != NULL ? g_steal_pointer (&notices) : NULL;
}

static gboolean
same_programme (gpointer a, gpointer b)
{
  return g_str_equal (cand_programme_get_name (a), cand_programme_get_name (b));
}

static void
patch_programme (gpointer into, gpointer from)
{
  cand_programme_patch (into, from);
}

static gboolean
same_blog (gpointer a, gpointer b)
{
  return g_str_equal (cand_blog_get_url (a), cand_blog_get_url (b));
}

static void
patch_blog (gpointer into, gpointer from)
{
  cand_blog_set_id (into, cand_blog_get_id (from));
  cand_blog_set_title (into, cand_blog_get_title (from));
  cand_blog_set_checked (into, cand_blog_get_checked (from));
  cand_blog_set_error (into, cand_blog_get_error (from));
}

/* What it says never changes, but for the blog's own title. */
static gboolean
same_offer (gpointer a, gpointer b)
{
  return cand_offer_get_id (a) == cand_offer_get_id (b) &&
         g_str_equal (cand_offer_get_blog_title (a), cand_offer_get_blog_title (b));
}

static void
patch_offer (gpointer into, gpointer from)
{
}

void
cand_library_merge_notices (CandLibrary *self, const CandNotices *notices)
{
  cand_library_merge_model (self->programmes, notices->programmes, same_programme, patch_programme);
  cand_library_merge_model (self->blogs, notices->blogs, same_blog, patch_blog);
  cand_library_merge_model (self->offers, notices->offers, same_offer, patch_offer);
}

static gpointer
notices_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  return cand_notices_read (connection, error);
}

static void
notices_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CandNotices) notices = g_task_propagate_pointer (G_TASK (result), &error);

  if (notices != NULL)
    cand_library_merge_notices (CAND_LIBRARY (source), notices);
  else
    g_message ("Programmes and blogs could not be read: %s", error->message);
}

void
cand_library_follow_notices (CandLibrary *self)
{
  cand_library_run_job (self, notices_job, NULL, NULL, (GDestroyNotify) cand_notices_free,
                        notices_cb, NULL);
}

/* "acme-is-hiring-2" is the second one that would be called "acme-is-hiring". */
static gboolean
has_name (CandProgramme *known, const char *name)
{
  const char *own = cand_programme_get_name (known);
  const char *rest;

  if (!g_str_has_prefix (own, name))
    return FALSE;
  rest = own + strlen (name);
  return *rest == '\0' ||
         (*rest == '-' && rest[1] != '\0' && rest[1 + strspn (rest + 1, "0123456789")] == '\0');
}

/* By their addresses where both have one: names are made of the ends of those. A text without an
 * address is named after its title, which many have: it is the same where it introduces some of the
 * same. */
gboolean
cand_library_same_announcement (CandProgramme *known, CandProgramme *reading)
{
  const char *one = cand_programme_get_url (known);
  const char *other = cand_programme_get_url (reading);

  if (*one != '\0' && *other != '\0')
    return cand_library_same_page (one, other);
  return has_name (known, cand_programme_get_name (reading)) &&
         cand_programme_count_kept (known, reading) > 0;
}

CandProgramme *
cand_library_find_programme (CandLibrary *self, CandProgramme *programme)
{
  GListModel *programmes = G_LIST_MODEL (self->programmes);

  for (guint i = 0; i < g_list_model_get_n_items (programmes); i++)
    {
      g_autoptr (CandProgramme) known = g_list_model_get_item (programmes, i);

      /* The model holds it. */
      if (cand_library_same_announcement (known, programme))
        return known;
    }
  return NULL;
}

CandBlog *
cand_library_find_blog (CandLibrary *self, const char *url)
{
  GListModel *blogs = G_LIST_MODEL (self->blogs);

  for (guint i = 0; i < g_list_model_get_n_items (blogs); i++)
    {
      g_autoptr (CandBlog) blog = g_list_model_get_item (blogs, i);

      if (cand_library_same_page (cand_blog_get_url (blog), url))
        return blog;
    }
  return NULL;
}

gboolean
cand_library_follows_page (CandLibrary *self, const char *url)
{
  GListModel *programmes = G_LIST_MODEL (self->programmes);

  for (guint i = 0; i < g_list_model_get_n_items (programmes); i++)
    {
      g_autoptr (CandProgramme) programme = g_list_model_get_item (programmes, i);

      if (cand_library_same_page (cand_programme_get_url (programme), url))
        return TRUE;
    }
  return FALSE;
}

/**
 * cand_library_get_blogs:
 * @self: a library
 *
 * Returns: (transfer none): the followed blogs
 */
GListModel *
cand_library_get_blogs (CandLibrary *self)
{
  g_return_val_if_fail (CAND_IS_LIBRARY (self), NULL);
  return G_LIST_MODEL (self->blogs);
}

/**
 * cand_library_get_offers:
 * @self: a library
 *
 * Returns: (transfer none): posts of them that introduce positions, newest first
 */
GListModel *
cand_library_get_offers (CandLibrary *self)
{
  g_return_val_if_fail (CAND_IS_LIBRARY (self), NULL);
  return G_LIST_MODEL (self->offers);
}

/* --- dismissed --- */

typedef struct
{
  gint64 post;
  gboolean dismissed;
} Dismissal;

static gpointer
dismiss_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Dismissal *dismissal = data;

  if (!cand_store_blogs_dismiss (connection, dismissal->post, dismissal->dismissed, error))
    return NULL;
  return cand_notices_read (connection, error);
}

/**
 * cand_library_dismiss_offer:
 * @self: a library
 * @offer: one that it gave out
 * @dismissed: whether it is not to be offered again, or is after all
 */
void
cand_library_dismiss_offer (CandLibrary *self, CandOffer *offer, gboolean dismissed)
{
  Dismissal *dismissal;
  guint position;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (CAND_IS_OFFER (offer));
  /* At once for the eye; where it cannot be kept it comes back. */
  if (dismissed && g_list_store_find (self->offers, offer, &position))
    g_list_store_remove (self->offers, position);
  dismissal = g_new0 (Dismissal, 1);
  dismissal->post = cand_offer_get_id (offer);
  dismissal->dismissed = dismissed;
  cand_library_run_job (self, dismiss_job, dismissal, g_free, (GDestroyNotify) cand_notices_free,
                        notices_cb, NULL);
}
