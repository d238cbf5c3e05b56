/* cand-blog.c: a blog whose feed is followed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-blog.h"

#include "cand-model-text.h"

/* Owned by the library, which alone changes it; everything else follows its properties. */
struct _CandBlog
{
  GObject parent_instance;

  char *url; /* (owned) the feed's */
  gint64 id;
  char *title; /* (owned) (nullable) until the feed said it */
  gint64 checked;
  GError *error; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CandBlog, cand_blog, G_TYPE_OBJECT)

typedef enum
{
  PROP_URL = 1,
  PROP_TITLE,
  PROP_CHECKED,
  PROP_REASON,
} CandBlogProperty;

static GParamSpec *properties[PROP_REASON + 1];

static void
notify (CandBlog *self, CandBlogProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
cand_blog_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CandBlog *self = CAND_BLOG (object);

  switch ((CandBlogProperty) prop_id)
    {
    case PROP_URL:
      g_value_set_string (value, self->url);
      break;
    case PROP_TITLE:
      g_value_set_string (value, cand_blog_get_title (self));
      break;
    case PROP_CHECKED:
      g_value_set_int64 (value, self->checked);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->error != NULL ? self->error->message : "");
      break;
    }
}

static void
cand_blog_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CandBlog *self = CAND_BLOG (object);

  switch ((CandBlogProperty) prop_id)
    {
    case PROP_URL:
      self->url = g_utf8_make_valid (cand_text_or_empty (g_value_get_string (value)), -1);
      break;
    case PROP_TITLE:
      cand_blog_set_title (self, g_value_get_string (value));
      break;
    case PROP_CHECKED:
      cand_blog_set_checked (self, g_value_get_int64 (value));
      break;
    case PROP_REASON:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
cand_blog_finalize (GObject *object)
{
  CandBlog *self = CAND_BLOG (object);

  g_free (self->url);
  g_free (self->title);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (cand_blog_parent_class)->finalize (object);
}

static void
cand_blog_class_init (CandBlogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->get_property = cand_blog_get_property;
  object_class->set_property = cand_blog_set_property;
  object_class->finalize = cand_blog_finalize;

  properties[PROP_URL] =
      g_param_spec_string ("url", NULL, NULL, NULL, writable | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, writable);
  properties[PROP_CHECKED] = g_param_spec_int64 ("checked", NULL, NULL, 0, G_MAXINT64, 0, writable);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, "", readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cand_blog_init (CandBlog *self)
{
}

/**
 * cand_blog_new:
 * @url: the feed's address
 *
 * Returns: (transfer full): the blog, never read yet
 */
CandBlog *
cand_blog_new (const char *url)
{
  g_return_val_if_fail (url != NULL, NULL);
  return g_object_new (CAND_TYPE_BLOG, "url", url, NULL);
}

const char *
cand_blog_get_url (CandBlog *self)
{
  g_return_val_if_fail (CAND_IS_BLOG (self), "");
  return self->url;
}

gint64
cand_blog_get_id (CandBlog *self)
{
  g_return_val_if_fail (CAND_IS_BLOG (self), 0);
  return self->id;
}

void
cand_blog_set_id (CandBlog *self, gint64 id)
{
  g_return_if_fail (CAND_IS_BLOG (self));
  self->id = id;
}

/**
 * cand_blog_get_title:
 * @self: a blog
 *
 * Returns: (transfer none): what the feed calls it; its address where it says nothing
 */
const char *
cand_blog_get_title (CandBlog *self)
{
  g_return_val_if_fail (CAND_IS_BLOG (self), "");
  return self->title != NULL ? self->title : self->url;
}

void
cand_blog_set_title (CandBlog *self, const char *title)
{
  g_return_if_fail (CAND_IS_BLOG (self));
  if (cand_text_take (&self->title, cand_text_dup_line (title)))
    notify (self, PROP_TITLE);
}

gint64
cand_blog_get_checked (CandBlog *self)
{
  g_return_val_if_fail (CAND_IS_BLOG (self), 0);
  return self->checked;
}

void
cand_blog_set_checked (CandBlog *self, gint64 when)
{
  g_return_if_fail (CAND_IS_BLOG (self));
  if (self->checked == when)
    return;
  self->checked = when;
  notify (self, PROP_CHECKED);
}

const GError *
cand_blog_get_error (CandBlog *self)
{
  g_return_val_if_fail (CAND_IS_BLOG (self), NULL);
  return self->error;
}

void
cand_blog_set_error (CandBlog *self, const GError *error)
{
  g_return_if_fail (CAND_IS_BLOG (self));
  if (cand_error_equal (self->error, error))
    return;
  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  notify (self, PROP_REASON);
}
