/* cand-request.h: one HTTP request that a board system wants sent, and its answer
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Plain data: what to ask, how it wants to be asked, what came back. */
#define CAND_TYPE_REQUEST (cand_request_get_type ())
G_DECLARE_FINAL_TYPE (CandRequest, cand_request, CAND, REQUEST, GObject)

/* @method "GET" or "POST"; @url is absolute https. */
CandRequest *cand_request_new (const char *method, const char *url);
const char *cand_request_get_method (CandRequest *self);
const char *cand_request_get_url (CandRequest *self);

const char *cand_request_get_accept (CandRequest *self);
void cand_request_set_accept (CandRequest *self, const char *media_type);
GBytes *cand_request_get_body (CandRequest *self);
const char *cand_request_get_body_type (CandRequest *self);
void cand_request_set_body (CandRequest *self, const char *media_type, GBytes *body);

/* Milliseconds between two requests to the host, usually and after a 429. */
guint cand_request_get_spacing (CandRequest *self);
guint cand_request_get_spacing_after_refusal (CandRequest *self);
void cand_request_set_spacing (CandRequest *self, guint usual, guint after_refusal);

/* Validators of an earlier answer; NULL for an unconditional request. */
const char *cand_request_get_etag (CandRequest *self);
const char *cand_request_get_last_modified (CandRequest *self);
void cand_request_set_validators (CandRequest *self, const char *etag, const char *last_modified);

/* Whether a redirect is followed (the default) or is the answer. */
gboolean cand_request_get_follow (CandRequest *self);
void cand_request_set_follow (CandRequest *self, gboolean follow);
/* Whether a redirect leads to what was looked for: then it is the answer, and @address is not
 * asked. To be answered at once; NULL (the default): never. */
typedef gboolean (*CandRequestGoalFunc) (const char *address);
CandRequestGoalFunc cand_request_get_goal (CandRequest *self);
void cand_request_set_goal (CandRequest *self, CandRequestGoalFunc is_goal);

#define CAND_TYPE_RESPONSE (cand_response_get_type ())
G_DECLARE_FINAL_TYPE (CandResponse, cand_response, CAND, RESPONSE, GObject)

/* @status is 200 or 304, or 3xx where the request did not follow; @body is the complete body, empty
 * for all but 200. */
CandResponse *cand_response_new (guint status, GBytes *body);
guint cand_response_get_status (CandResponse *self);
GBytes *cand_response_get_body (CandResponse *self);
const char *cand_response_get_etag (CandResponse *self);
const char *cand_response_get_last_modified (CandResponse *self);
void cand_response_set_validators (CandResponse *self, const char *etag, const char *last_modified);
/* "text/html" without parameters; "" where not said. */
const char *cand_response_get_media_type (CandResponse *self);
void cand_response_set_media_type (CandResponse *self, const char *media_type);
/* The parameter of the media type, as it stands there; NULL where not said. */
const char *cand_response_get_charset (CandResponse *self);
void cand_response_set_charset (CandResponse *self, const char *charset);
/* When the first host's turn to be asked came, in monotonic microseconds; 0 where not known. */
gint64 cand_response_get_asked (CandResponse *self);
void cand_response_set_asked (CandResponse *self, gint64 when);
/* Where the answer came from after redirects, or the Location of one not followed. */
const char *cand_response_get_location (CandResponse *self);
void cand_response_set_location (CandResponse *self, const char *location);

G_END_DECLS
