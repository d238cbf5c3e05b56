/* cand-offer.c: a post of a followed blog that introduces positions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-blog.h"

#include "cand-model-text.h"

/* Does not change once it is handed out. */
struct _CandOffer
{
  GObject parent_instance;

  gint64 id;
  gint64 blog;
  char *title;      /* (owned) (nullable) */
  char *url;        /* (owned) (nullable) */
  char *published;  /* (owned) (nullable) */
  char *blog_title; /* (owned) (nullable) */
  guint n_positions;
};

G_DEFINE_FINAL_TYPE (CandOffer, cand_offer, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_URL,
  PROP_PUBLISHED,
  PROP_BLOG_TITLE,
  PROP_N_POSITIONS,
} CandOfferProperty;

static GParamSpec *properties[PROP_N_POSITIONS + 1];

static void
cand_offer_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CandOffer *self = CAND_OFFER (object);

  switch ((CandOfferProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, cand_offer_get_title (self));
      break;
    case PROP_URL:
      g_value_set_string (value, cand_offer_get_url (self));
      break;
    case PROP_PUBLISHED:
      g_value_set_string (value, self->published);
      break;
    case PROP_BLOG_TITLE:
      g_value_set_string (value, cand_offer_get_blog_title (self));
      break;
    case PROP_N_POSITIONS:
      g_value_set_uint (value, self->n_positions);
      break;
    }
}

static void
cand_offer_finalize (GObject *object)
{
  CandOffer *self = CAND_OFFER (object);

  g_free (self->title);
  g_free (self->url);
  g_free (self->published);
  g_free (self->blog_title);

  G_OBJECT_CLASS (cand_offer_parent_class)->finalize (object);
}

static void
cand_offer_class_init (CandOfferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cand_offer_get_property;
  object_class->finalize = cand_offer_finalize;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", readable);
  properties[PROP_URL] = g_param_spec_string ("url", NULL, NULL, "", readable);
  properties[PROP_PUBLISHED] = g_param_spec_string ("published", NULL, NULL, NULL, readable);
  properties[PROP_BLOG_TITLE] = g_param_spec_string ("blog-title", NULL, NULL, "", readable);
  properties[PROP_N_POSITIONS] =
      g_param_spec_uint ("n-positions", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cand_offer_init (CandOffer *self)
{
}

/**
 * cand_offer_new:
 * @id: row id of the post
 * @title: (nullable): the post's
 * @url: (nullable): of its page
 * @published: (nullable): ISO 8601
 * @blog_title: (nullable): the blog's
 * @n_positions: how many it introduces
 *
 * Returns: (transfer full): the offer
 */
CandOffer *
cand_offer_new (gint64 id,
                const char *title,
                const char *url,
                const char *published,
                const char *blog_title,
                guint n_positions)
{
  CandOffer *self = g_object_new (CAND_TYPE_OFFER, NULL);

  self->id = id;
  self->title = cand_text_dup_line (title);
  self->url = cand_text_dup (url);
  self->published = cand_text_dup (published);
  self->blog_title = cand_text_dup_line (blog_title);
  self->n_positions = n_positions;
  return self;
}

gint64
cand_offer_get_id (CandOffer *self)
{
  g_return_val_if_fail (CAND_IS_OFFER (self), 0);
  return self->id;
}

/**
 * cand_offer_get_title:
 * @self: an offer
 *
 * Returns: (transfer none): the post's title; its address where it has none
 */
const char *
cand_offer_get_title (CandOffer *self)
{
  g_return_val_if_fail (CAND_IS_OFFER (self), "");
  return self->title != NULL ? self->title : cand_text_or_empty (self->url);
}

const char *
cand_offer_get_url (CandOffer *self)
{
  g_return_val_if_fail (CAND_IS_OFFER (self), "");
  return cand_text_or_empty (self->url);
}

const char *
cand_offer_get_published (CandOffer *self)
{
  g_return_val_if_fail (CAND_IS_OFFER (self), NULL);
  return self->published;
}

const char *
cand_offer_get_blog_title (CandOffer *self)
{
  g_return_val_if_fail (CAND_IS_OFFER (self), "");
  return cand_text_or_empty (self->blog_title);
}

guint
cand_offer_get_n_positions (CandOffer *self)
{
  g_return_val_if_fail (CAND_IS_OFFER (self), 0);
  return self->n_positions;
}

gint64
cand_offer_get_blog (CandOffer *self)
{
  g_return_val_if_fail (CAND_IS_OFFER (self), 0);
  return self->blog;
}

void
cand_offer_set_blog (CandOffer *self, gint64 blog)
{
  g_return_if_fail (CAND_IS_OFFER (self));
  self->blog = blog;
}
