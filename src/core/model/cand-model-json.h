/* cand-model-json.h: reads our own JSON notations, member by member, believing nothing
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* All of them report CAND_MODEL_ERROR_MALFORMED. A member that is absent or null has the default of
 * its kind: NULL, FALSE, or the one given; one of another type is an error. */

/* (transfer full): the document's object. */
JsonNode *cand_model_json_parse (const char *data, gssize length, GError **error);
/* The same, to be changed. */
JsonNode *cand_model_json_parse_mutable (const char *data, gssize length, GError **error);

/* (transfer none) (nullable) */
gboolean
cand_model_json_string (JsonObject *object, const char *name, const char **value, GError **error);
/* The same, but it has to be there and not empty. */
gboolean
cand_model_json_name (JsonObject *object, const char *name, const char **value, GError **error);
gboolean
cand_model_json_boolean (JsonObject *object, const char *name, gboolean *value, GError **error);
/* *value is left alone where there is none. */
gboolean
cand_model_json_integer (JsonObject *object, const char *name, gint64 *value, GError **error);
gboolean
cand_model_json_double (JsonObject *object, const char *name, double *value, GError **error);
/* (transfer none) (nullable) */
gboolean
cand_model_json_array (JsonObject *object, const char *name, JsonArray **value, GError **error);
/* (transfer full), never NULL. */
gboolean
cand_model_json_strings (JsonObject *object, const char *name, GStrv *value, GError **error);
/* (transfer none); @what names the array in the message. */
JsonObject *
cand_model_json_element (JsonArray *array, guint index, const char *what, GError **error);

/* {name: "value"} where there is a value. */
void cand_model_json_add_text (JsonBuilder *builder, const char *name, const char *value);
void cand_model_json_add_strings (JsonBuilder *builder, const char *name, const char *const *value);
/* (transfer full) */
char *cand_model_json_finish (JsonBuilder *builder, gboolean pretty);

G_END_DECLS
