/* cand-attachment.c: the kept copy of a file that answers a question
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-attachment.h"

#include "cand-model-text.h"

/* Never changes: another file is another attachment. */
struct _CandAttachment
{
  GObject parent_instance;

  char *name;   /* (owned) */
  char *path;   /* (owned) in the file system's encoding */
  char *sha256; /* (owned) */
  gint64 size;
  gint64 added;
  char *source_uri; /* (owned) (nullable) */
  gint64 source_modified;
};

G_DEFINE_FINAL_TYPE (CandAttachment, cand_attachment, G_TYPE_OBJECT)

typedef enum
{
  PROP_NAME = 1,
  PROP_PATH,
  PROP_SHA256,
  PROP_SIZE,
  PROP_ADDED,
  PROP_SOURCE_URI,
  PROP_SOURCE_MODIFIED,
} CandAttachmentProperty;

static GParamSpec *properties[PROP_SOURCE_MODIFIED + 1];

static void
cand_attachment_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CandAttachment *self = CAND_ATTACHMENT (object);

  switch ((CandAttachmentProperty) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_SHA256:
      g_value_set_string (value, self->sha256);
      break;
    case PROP_SIZE:
      g_value_set_int64 (value, self->size);
      break;
    case PROP_ADDED:
      g_value_set_int64 (value, self->added);
      break;
    case PROP_SOURCE_URI:
      g_value_set_string (value, self->source_uri);
      break;
    case PROP_SOURCE_MODIFIED:
      g_value_set_int64 (value, self->source_modified);
      break;
    }
}

static void
cand_attachment_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  CandAttachment *self = CAND_ATTACHMENT (object);

  switch ((CandAttachmentProperty) prop_id)
    {
    case PROP_NAME:
      self->name = cand_text_dup (g_value_get_string (value));
      break;
    case PROP_PATH:
      self->path = g_value_dup_string (value);
      break;
    case PROP_SHA256:
      self->sha256 = g_value_dup_string (value);
      break;
    case PROP_SIZE:
      self->size = g_value_get_int64 (value);
      break;
    case PROP_ADDED:
      self->added = g_value_get_int64 (value);
      break;
    case PROP_SOURCE_URI:
      self->source_uri = g_value_dup_string (value);
      break;
    case PROP_SOURCE_MODIFIED:
      self->source_modified = g_value_get_int64 (value);
      break;
    }
}

static void
cand_attachment_finalize (GObject *object)
{
  CandAttachment *self = CAND_ATTACHMENT (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->sha256, g_free);
  g_clear_pointer (&self->source_uri, g_free);

  G_OBJECT_CLASS (cand_attachment_parent_class)->finalize (object);
}

static void
cand_attachment_class_init (CandAttachmentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags identity = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cand_attachment_get_property;
  object_class->set_property = cand_attachment_set_property;
  object_class->finalize = cand_attachment_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", identity);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, "", identity);
  properties[PROP_SHA256] = g_param_spec_string ("sha256", NULL, NULL, "", identity);
  properties[PROP_SIZE] = g_param_spec_int64 ("size", NULL, NULL, 0, G_MAXINT64, 0, identity);
  properties[PROP_ADDED] = g_param_spec_int64 ("added", NULL, NULL, 0, G_MAXINT64, 0, identity);
  properties[PROP_SOURCE_URI] = g_param_spec_string ("source-uri", NULL, NULL, NULL, identity);
  properties[PROP_SOURCE_MODIFIED] =
      g_param_spec_int64 ("source-modified", NULL, NULL, G_MININT64, G_MAXINT64, 0, identity);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cand_attachment_init (CandAttachment *self)
{
}

CandAttachment *
cand_attachment_new (
    const char *name, const char *path, gint64 size, const char *sha256, gint64 added)
{
  return g_object_new (CAND_TYPE_ATTACHMENT, "name", name, "path", path, "size", size, "sha256",
                       sha256, "added", added, NULL);
}

CandAttachment *
cand_attachment_new_from (CandAttachment *copy, const char *source_uri, gint64 source_modified)
{
  g_return_val_if_fail (CAND_IS_ATTACHMENT (copy), NULL);
  return g_object_new (CAND_TYPE_ATTACHMENT, "name", copy->name, "path", copy->path, "size",
                       copy->size, "sha256", copy->sha256, "added", copy->added, "source-uri",
                       source_uri, "source-modified", source_modified, NULL);
}

const char *
cand_attachment_get_name (CandAttachment *self)
{
  g_return_val_if_fail (CAND_IS_ATTACHMENT (self), "");
  return cand_text_or_empty (self->name);
}

const char *
cand_attachment_get_path (CandAttachment *self)
{
  g_return_val_if_fail (CAND_IS_ATTACHMENT (self), "");
  return cand_text_or_empty (self->path);
}

gint64
cand_attachment_get_size (CandAttachment *self)
{
  g_return_val_if_fail (CAND_IS_ATTACHMENT (self), 0);
  return self->size;
}

const char *
cand_attachment_get_sha256 (CandAttachment *self)
{
  g_return_val_if_fail (CAND_IS_ATTACHMENT (self), "");
  return cand_text_or_empty (self->sha256);
}

gint64
cand_attachment_get_added (CandAttachment *self)
{
  g_return_val_if_fail (CAND_IS_ATTACHMENT (self), 0);
  return self->added;
}

const char *
cand_attachment_get_source_uri (CandAttachment *self)
{
  g_return_val_if_fail (CAND_IS_ATTACHMENT (self), NULL);
  return self->source_uri;
}

gint64
cand_attachment_get_source_modified (CandAttachment *self)
{
  g_return_val_if_fail (CAND_IS_ATTACHMENT (self), 0);
  return self->source_modified;
}
