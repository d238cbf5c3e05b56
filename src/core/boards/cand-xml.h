/* cand-xml.h: reading XML that nobody vouches for
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CAND_XML_MAX_DEPTH 64

/* An element with what is in it. Belongs to its document. Names keep their prefix ("tt:city"). */
typedef struct _CandXml CandXml;
struct _CandXml
{
  char *name;
  char *text;             /* all of its own text and CDATA, not that of its children; never NULL */
  GHashTable *attributes; /* (nullable) (element-type utf8 utf8) */
  GPtrArray *children;    /* (nullable) (element-type CandXml) in their order */
};
void cand_xml_free (CandXml *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandXml, cand_xml_free)

/* One whole document, UTF-8 (a byte order mark is skipped; another declared encoding is converted),
 * returned as its root element. No entity but XML's own five and numbers; a document type is passed
 * over unread. Errors: CAND_BOARD_ERROR_MALFORMED. */
CandXml *cand_xml_parse (GBytes *body, GError **error);

/* The first child of that name; NULL when there is none, or @self is NULL. */
CandXml *cand_xml_get_child (CandXml *self, const char *name);
/* The text of that child; NULL when there is none. Belongs to @self. */
const char *cand_xml_get_child_text (CandXml *self, const char *name);
const char *cand_xml_get_attribute (CandXml *self, const char *name);

G_END_DECLS
