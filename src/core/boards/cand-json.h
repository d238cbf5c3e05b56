/* cand-json.h: reading JSON that nobody vouches for
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Deepest nesting of arrays and objects taken. */
#define CAND_JSON_MAX_DEPTH 64

/* Parses one whole JSON document (RFC 8259), which must be UTF-8; a byte order mark is skipped. The
 * message says what was found where it is no JSON: an HTML page, nothing, other text.
 * (transfer full). Errors: CAND_BOARD_ERROR_MALFORMED. */
JsonNode *cand_json_parse (GBytes *body, GError **error);
/* The same of a document that has to be an object; @what names it in the message. */
JsonObject *cand_json_parse_object (GBytes *body, const char *what, GError **error);

/* @node as what it has to be; @what names it in the message. (transfer none), NULL on error.
 * Errors: CAND_BOARD_ERROR_MALFORMED. */
JsonObject *cand_json_expect_object (JsonNode *node, const char *what, GError **error);
JsonArray *cand_json_expect_array (JsonNode *node, const char *what, GError **error);
JsonArray *cand_json_expect_array_member (JsonObject *object,
                                          const char *name,
                                          const char *what,
                                          GError **error);

/* Members by type: NULL, FALSE or nothing where the member is missing, null or of another type.
 * What is returned belongs to @object. */
const char *cand_json_get_string (JsonObject *object, const char *name);
/* A string on one line, without blanks around it; NULL also when there is nothing to read, or
 * @object is NULL. (transfer full) */
char *cand_json_dup_line (JsonObject *object, const char *name);
JsonObject *cand_json_get_object (JsonObject *object, const char *name);
JsonArray *cand_json_get_array (JsonObject *object, const char *name);
gboolean cand_json_get_boolean (JsonObject *object, const char *name);
/* A whole number, also one written "12.0". */
gboolean cand_json_get_int (JsonObject *object, const char *name, gint64 *value);
/* Any finite number. */
gboolean cand_json_get_number (JsonObject *object, const char *name, double *value);
/* One that may be written as a text, of digits and a point ("75000.50"); NAN for none. */
double cand_json_get_amount (JsonObject *object, const char *name);

/* Elements by type; NULL where the element is of another one. @index is below the length. */
const char *cand_json_get_string_element (JsonArray *array, guint index);
JsonObject *cand_json_get_object_element (JsonArray *array, guint index);
/* Adds each element that is a text, on one line; what has nothing to read is left out. @array may
 * be NULL. */
void cand_json_add_lines (GStrvBuilder *builder, JsonArray *array);

G_END_DECLS
