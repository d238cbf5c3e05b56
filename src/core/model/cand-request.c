/* cand-request.c: one HTTP request that a board system wants sent, and its answer
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-request.h"

#include "cand-model-text.h"

/* One request a second is polite where the system asks for nothing else. */
#define USUAL_SPACING 1000
#define SPACING_AFTER_REFUSAL 5000

struct _CandRequest
{
  GObject parent_instance;

  char *method;        /* (owned) */
  char *url;           /* (owned) */
  char *accept;        /* (owned) (nullable) */
  GBytes *body;        /* (owned) (nullable) */
  char *body_type;     /* (owned) (nullable) */
  char *etag;          /* (owned) (nullable) */
  char *last_modified; /* (owned) (nullable) */
  guint spacing;
  guint spacing_after_refusal;
  gboolean follow;
  CandRequestGoalFunc is_goal; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CandRequest, cand_request, G_TYPE_OBJECT)

struct _CandResponse
{
  GObject parent_instance;

  guint status;
  GBytes *body;        /* (owned) */
  char *etag;          /* (owned) (nullable) */
  char *last_modified; /* (owned) (nullable) */
  char *media_type;    /* (owned) (nullable) */
  char *charset;       /* (owned) (nullable) */
  char *location;      /* (owned) (nullable) */
  gint64 asked;
};

G_DEFINE_FINAL_TYPE (CandResponse, cand_response, G_TYPE_OBJECT)

static void
cand_request_finalize (GObject *object)
{
  CandRequest *self = CAND_REQUEST (object);

  g_clear_pointer (&self->method, g_free);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->accept, g_free);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->body_type, g_free);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->last_modified, g_free);

  G_OBJECT_CLASS (cand_request_parent_class)->finalize (object);
}

static void
cand_request_class_init (CandRequestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cand_request_finalize;
}

static void
cand_request_init (CandRequest *self)
{
  self->spacing = USUAL_SPACING;
  self->spacing_after_refusal = SPACING_AFTER_REFUSAL;
  self->follow = TRUE;
}

CandRequest *
cand_request_new (const char *method, const char *url)
{
  CandRequest *self;

  g_return_val_if_fail (method != NULL, NULL);
  g_return_val_if_fail (url != NULL, NULL);
  self = g_object_new (CAND_TYPE_REQUEST, NULL);
  self->method = g_strdup (method);
  self->url = g_strdup (url);
  return self;
}

const char *
cand_request_get_method (CandRequest *self)
{
  g_return_val_if_fail (CAND_IS_REQUEST (self), NULL);
  return self->method;
}

const char *
cand_request_get_url (CandRequest *self)
{
  g_return_val_if_fail (CAND_IS_REQUEST (self), NULL);
  return self->url;
}

/* NULL where anything is taken. */
const char *
cand_request_get_accept (CandRequest *self)
{
  g_return_val_if_fail (CAND_IS_REQUEST (self), NULL);
  return self->accept;
}

void
cand_request_set_accept (CandRequest *self, const char *media_type)
{
  g_return_if_fail (CAND_IS_REQUEST (self));
  g_set_str (&self->accept, media_type);
}

/* (transfer none) (nullable) */
GBytes *
cand_request_get_body (CandRequest *self)
{
  g_return_val_if_fail (CAND_IS_REQUEST (self), NULL);
  return self->body;
}

const char *
cand_request_get_body_type (CandRequest *self)
{
  g_return_val_if_fail (CAND_IS_REQUEST (self), NULL);
  return self->body_type;
}

void
cand_request_set_body (CandRequest *self, const char *media_type, GBytes *body)
{
  g_return_if_fail (CAND_IS_REQUEST (self));
  if (body != NULL)
    g_bytes_ref (body);
  g_clear_pointer (&self->body, g_bytes_unref);
  self->body = body;
  g_set_str (&self->body_type, media_type);
}

guint
cand_request_get_spacing (CandRequest *self)
{
  g_return_val_if_fail (CAND_IS_REQUEST (self), 0);
  return self->spacing;
}

guint
cand_request_get_spacing_after_refusal (CandRequest *self)
{
  g_return_val_if_fail (CAND_IS_REQUEST (self), 0);
  return self->spacing_after_refusal;
}

void
cand_request_set_spacing (CandRequest *self, guint usual, guint after_refusal)
{
  g_return_if_fail (CAND_IS_REQUEST (self));
  self->spacing = usual;
  self->spacing_after_refusal = after_refusal;
}

const char *
cand_request_get_etag (CandRequest *self)
{
  g_return_val_if_fail (CAND_IS_REQUEST (self), NULL);
  return self->etag;
}

const char *
cand_request_get_last_modified (CandRequest *self)
{
  g_return_val_if_fail (CAND_IS_REQUEST (self), NULL);
  return self->last_modified;
}

void
cand_request_set_validators (CandRequest *self, const char *etag, const char *last_modified)
{
  g_return_if_fail (CAND_IS_REQUEST (self));
  g_set_str (&self->etag, etag);
  g_set_str (&self->last_modified, last_modified);
}

gboolean
cand_request_get_follow (CandRequest *self)
{
  g_return_val_if_fail (CAND_IS_REQUEST (self), TRUE);
  return self->follow;
}

void
cand_request_set_follow (CandRequest *self, gboolean follow)
{
  g_return_if_fail (CAND_IS_REQUEST (self));
  self->follow = !!follow;
}

CandRequestGoalFunc
cand_request_get_goal (CandRequest *self)
{
  g_return_val_if_fail (CAND_IS_REQUEST (self), NULL);
  return self->is_goal;
}

void
cand_request_set_goal (CandRequest *self, CandRequestGoalFunc is_goal)
{
  g_return_if_fail (CAND_IS_REQUEST (self));
  self->is_goal = is_goal;
}

static void
cand_response_finalize (GObject *object)
{
  CandResponse *self = CAND_RESPONSE (object);

  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->last_modified, g_free);
  g_clear_pointer (&self->media_type, g_free);
  g_clear_pointer (&self->charset, g_free);
  g_clear_pointer (&self->location, g_free);

  G_OBJECT_CLASS (cand_response_parent_class)->finalize (object);
}

static void
cand_response_class_init (CandResponseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cand_response_finalize;
}

static void
cand_response_init (CandResponse *self)
{
}

/* @body NULL is an empty one. */
CandResponse *
cand_response_new (guint status, GBytes *body)
{
  CandResponse *self = g_object_new (CAND_TYPE_RESPONSE, NULL);

  self->status = status;
  self->body = body != NULL ? g_bytes_ref (body) : g_bytes_new_static ("", 0);
  return self;
}

guint
cand_response_get_status (CandResponse *self)
{
  g_return_val_if_fail (CAND_IS_RESPONSE (self), 0);
  return self->status;
}

/* (transfer none), never NULL. */
GBytes *
cand_response_get_body (CandResponse *self)
{
  g_return_val_if_fail (CAND_IS_RESPONSE (self), NULL);
  return self->body;
}

const char *
cand_response_get_etag (CandResponse *self)
{
  g_return_val_if_fail (CAND_IS_RESPONSE (self), NULL);
  return self->etag;
}

const char *
cand_response_get_last_modified (CandResponse *self)
{
  g_return_val_if_fail (CAND_IS_RESPONSE (self), NULL);
  return self->last_modified;
}

void
cand_response_set_validators (CandResponse *self, const char *etag, const char *last_modified)
{
  g_return_if_fail (CAND_IS_RESPONSE (self));
  g_set_str (&self->etag, etag);
  g_set_str (&self->last_modified, last_modified);
}

const char *
cand_response_get_media_type (CandResponse *self)
{
  g_return_val_if_fail (CAND_IS_RESPONSE (self), "");
  return cand_text_or_empty (self->media_type);
}

void
cand_response_set_media_type (CandResponse *self, const char *media_type)
{
  g_return_if_fail (CAND_IS_RESPONSE (self));
  g_set_str (&self->media_type, media_type);
}

const char *
cand_response_get_charset (CandResponse *self)
{
  g_return_val_if_fail (CAND_IS_RESPONSE (self), NULL);
  return self->charset;
}

void
cand_response_set_charset (CandResponse *self, const char *charset)
{
  g_return_if_fail (CAND_IS_RESPONSE (self));
  g_set_str (&self->charset, charset);
}

gint64
cand_response_get_asked (CandResponse *self)
{
  g_return_val_if_fail (CAND_IS_RESPONSE (self), 0);
  return self->asked;
}

void
cand_response_set_asked (CandResponse *self, gint64 when)
{
  g_return_if_fail (CAND_IS_RESPONSE (self));
  self->asked = when;
}

/* NULL where not known. */
const char *
cand_response_get_location (CandResponse *self)
{
  g_return_val_if_fail (CAND_IS_RESPONSE (self), NULL);
  return self->location;
}

void
cand_response_set_location (CandResponse *self, const char *location)
{
  g_return_if_fail (CAND_IS_RESPONSE (self));
  g_set_str (&self->location, location);
}
