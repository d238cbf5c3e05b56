/* cand-feed.c: reads the feed of a blog that announces programmes
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-feed.h"

#include "core/boards/cand-board-system.h"
#include "core/boards/cand-board-values.h"
#include "core/boards/cand-xml.h"
#include "core/model/cand-model-text.h"

/* A feed has the latest posts; of one that has more, the first. */
#define MAX_ITEMS 5000

static void
item_free (CandFeedItem *item)
{
  g_free (item->id);
  g_free (item->title);
  g_free (item->url);
  g_free (item->published);
  g_free (item);
}

void
cand_feed_free (CandFeed *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/* @link as an absolute https address; NULL when it is none. (transfer full) */
static char *
dup_url (GUri *base, const char *link)
{
  g_autofree char *trimmed = cand_text_dup_trimmed (link);
  g_autoptr (GUri) uri = NULL;
  g_autofree char *absolute = NULL;

  if (trimmed == NULL)
    return NULL;
  uri = g_uri_parse_relative (base, trimmed, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE,
                              NULL);
  if (uri == NULL)
    return NULL;
  absolute = g_uri_to_string (uri);
  return cand_url_dup_checked (absolute);
}

/* Atom has links of several kinds; the page is the one that says "alternate", or nothing. */
static const char *
find_link (CandXml *entry)
{
  for (guint i = 0; entry->children != NULL && i < entry->children->len; i++)
    {
      CandXml *child = g_ptr_array_index (entry->children, i);
      const char *rel;

      if (!g_str_equal (child->name, "link"))
        continue;
      rel = cand_xml_get_attribute (child, "rel");
      if (rel == NULL || g_str_equal (rel, "alternate"))
        return cand_xml_get_attribute (child, "href");
    }
  return NULL;
}

/* NULL when it has no title, or leads nowhere. */
static CandFeedItem *
read_item (CandXml *element, GUri *base, gboolean atom)
{
  g_autofree char *title = cand_text_dup_line (cand_xml_get_child_text (element, "title"));
  const char *id = cand_xml_get_child_text (element, atom ? "id" : "guid");
  const char *link = atom ? find_link (element) : cand_xml_get_child_text (element, "link");
  const char *published = cand_xml_get_child_text (element, atom ? "published" : "pubDate");
  g_autofree char *url = dup_url (base, link);
  CandFeedItem *item;

  /* A guid of RSS is an address unless it says otherwise. */
  if (url == NULL && !atom &&
      g_strcmp0 (cand_xml_get_attribute (cand_xml_get_child (element, "guid"), "isPermaLink"),
                 "false") != 0)
    url = dup_url (base, id);
  if (title == NULL || url == NULL)
    return NULL;
  if (atom && published == NULL)
    published = cand_xml_get_child_text (element, "updated");
  item = g_new0 (CandFeedItem, 1);
  item->id = cand_text_dup_line (id);
  if (item->id == NULL)
    item->id = g_strdup (url);
  item->title = g_steal_pointer (&title);
  item->url = g_steal_pointer (&url);
  if (published != NULL)
    item->published = atom ? cand_date_from_text (published) : cand_date_from_mail (published);
  if (item->published == NULL && published != NULL)
    item->published = cand_date_from_text (published);
  return item;
}

static void
read_items (CandFeed *self, CandXml *parent, GUri *base, gboolean atom)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; parent->children != NULL && i < parent->children->len; i++)
    {
      CandXml *child = g_ptr_array_index (parent->children, i);
      CandFeedItem *item;

      if (!g_str_equal (child->name, atom ? "entry" : "item"))
        continue;
      item = self->items->len < MAX_ITEMS ? read_item (child, base, atom) : NULL;
      if (item == NULL)
        self->skipped++;
      else if (g_hash_table_contains (ids, item->id))
        item_free (item);
      else
        {
          g_hash_table_add (ids, item->id);
          g_ptr_array_add (self->items, item);
        }
    }
}

CandFeed *
cand_feed_parse (GBytes *body, const char *address, GError **error)
{
  g_autoptr (CandXml) root = cand_xml_parse (body, error);
  g_autoptr (CandFeed) feed = NULL;
  g_autoptr (GUri) base = NULL;
  CandXml *parent;
  gboolean atom;

  if (root == NULL)
    return NULL;
  atom = g_str_equal (root->name, "feed");
  parent = atom ? root : cand_xml_get_child (root, "channel");
  if (parent == NULL || (!atom && !g_str_equal (root->name, "rss")))
    {
      g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                   "The document is no feed: it is <%s>", root->name);
      return NULL;
    }
  if (address != NULL)
    base = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  feed = g_new0 (CandFeed, 1);
  feed->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  feed->title = cand_text_dup_line (cand_xml_get_child_text (parent, "title"));
  read_items (feed, parent, base, atom);
  return g_steal_pointer (&feed);
}
