/* cand-exchange.c: the list of what is followed as a file, out and in
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-exchange.h"

#include <string.h>

#include "cand-board-system.h"
#include "cand-json.h"
#include "cand-xml.h"
#include "core/model/cand-blog.h"
#include "core/model/cand-model-text.h"
#include "core/model/cand-programme.h"

/* The attribute that says which board an outline is, where its address alone does not (a board
 * under the organisation's own host). Other readers pass it over. */
#define KEY_ATTRIBUTE "candidacy:board"
#define ANNOUNCEMENT_ATTRIBUTE "candidacy:announcement"
#define KEY_NAMESPACE "https://candidacy.invalid/opml"
#define MAX_ACCOUNT 512
#define MAX_URL 4096

void
cand_exchange_board_free (CandExchangeBoard *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->name);
  g_free (self->url);
  g_free (self);
}

/* --- in --- */

/* Nothing that could not stand in an address. */
static gboolean
is_account (const char *account)
{
  gsize length = strlen (account);

  if (length == 0 || length > MAX_ACCOUNT)
    return FALSE;
  for (const char *c = account; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr ("-._~/%?=&+,@!$'()*;", *c) == NULL)
      return FALSE;
  return TRUE;
}

/* Nobody's file has a say in what is asked in the caller's own network: no address by number, and
 * no name that only a local network knows. */
static gboolean
is_public_host (const char *host)
{
  static const char *const suffixes[] = { ".localhost", ".localdomain", ".local", ".internal",
                                          ".home.arpa" };
  const char *last_dot = host != NULL ? strrchr (host, '.') : NULL;

  if (last_dot == NULL || !g_ascii_isalpha (last_dot[1]) || g_hostname_is_ip_address (host))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (host, suffixes[i]))
      return FALSE;
  return TRUE;
}

/* A public page's address over https, as it would be asked. */
static char *
check_page (const char *url)
{
  g_autoptr (GUri) uri = url != NULL && strlen (url) <= MAX_URL ? cand_address_to_uri (url) : NULL;
  g_autofree char *host = uri != NULL ? cand_address_dup_host (uri) : NULL;
  int port = uri != NULL ? g_uri_get_port (uri) : -1;

  if (!is_public_host (host) || g_uri_get_userinfo (uri) != NULL)
    return NULL;
  return g_uri_join (G_URI_FLAGS_ENCODED, "https", NULL, host,
                     port == 80 || port == 443 ? -1 : port, g_uri_get_path (uri),
                     g_uri_get_query (uri), NULL);
}

/* The board that an address names, by the address alone. */
static char *
key_of_address (const char *url)
{
  g_autoptr (CandAddress) address = url != NULL ? cand_address_parse (url, NULL) : NULL;

  if (address == NULL || address->account == NULL)
    return NULL;
  return g_strconcat (address->system, ":", address->account, NULL);
}

/* A key is taken at its word only where no address could tell: for a system whose boards also run
 * under the organisation's own host, which is the account then, or for one that knows no addresses
 * at all, whose accounts are pages. Its account is spelled as the system spells it. */
static char *
check_key (const char *key)
{
  const char *colon = key != NULL ? strchr (key, ':') : NULL;
  g_autofree char *id = colon != NULL ? g_strndup (key, colon - key) : NULL;
  const CandBoardSystem *system = id != NULL ? cand_board_system_find (id) : NULL;
  g_autoptr (CandAddress) address = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autofree char *url = NULL;
  g_autofree char *host = NULL;

  if (system == NULL || system->board_url == NULL || !is_account (colon + 1))
    return NULL;
  url = system->board_url (colon + 1);
  address = url != NULL ? cand_address_parse (url, NULL) : NULL;
  if (address != NULL && address->account != NULL)
    return g_str_equal (address->system, id) ? g_strconcat (id, ":", address->account, NULL) : NULL;
  uri = system->claim_page != NULL ? cand_address_to_uri (url) : NULL;
  host = uri != NULL ? cand_address_dup_host (uri) : NULL;
  if (!is_public_host (host) || !g_str_has_prefix (colon + 1, host) ||
      strstr (colon, "/.") != NULL || (system->recognise != NULL && strchr (colon, '/') != NULL))
    return NULL;
  return g_strdup (key);
}

typedef struct
{
  GPtrArray *boards;
  GHashTable *known; /* (element-type utf8) keys, which belong to the boards */
  guint refused;
} Collection;

/* Takes @key (nullable); FALSE where there is none. */
static gboolean
add (Collection *self, CandExchangeKind kind, char *key, const char *name, const char *url)
{
  g_autofree char *taken = key;
  CandExchangeBoard *board;

  if (key == NULL)
    return FALSE;
  if (g_hash_table_contains (self->known, key))
    return TRUE;
  board = g_new0 (CandExchangeBoard, 1);
  board->kind = kind;
  board->key = g_steal_pointer (&taken);
  board->name = cand_text_dup_line (name);
  board->url = cand_text_dup_trimmed (url);
  g_ptr_array_add (self->boards, board);
  g_hash_table_add (self->known, board->key);
  return TRUE;
}

/* A page that our own list calls an announcement. */
static gboolean
collect_announcement (Collection *self, const char *page, const char *name)
{
  guint n = self->boards->len;

  if (!add (self, CAND_EXCHANGE_PAGE, check_page (page), name, page))
    return FALSE;
  if (self->boards->len > n)
    ((CandExchangeBoard *) g_ptr_array_index (self->boards, n))->announces = TRUE;
  return TRUE;
}

/* A board; else the @feed (nullable); else a page. Each of the @n addresses may be NULL. */
static gboolean
collect (Collection *self,
         const char *key,
         const char *feed,
         const char *name,
         const char *const *addresses,
         guint n)
{
  g_autofree char *board = check_key (key);
  g_autoptr (CandAddress) position = NULL;
  const char *given = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (board == NULL)
        board = key_of_address (addresses[i]);
      if (given == NULL && addresses[i] != NULL)
        given = addresses[i];
    }
  if (add (self, CAND_EXCHANGE_BOARD, g_steal_pointer (&board), name, given))
    return TRUE;
  if (add (self, CAND_EXCHANGE_FEED, check_page (feed), name, feed))
    return TRUE;
  /* A position does not say whose it is without the network. */
  position = given != NULL ? cand_address_parse (given, NULL) : NULL;
  return position == NULL && add (self, CAND_EXCHANGE_PAGE, check_page (given), name, given);
}

/* The rest of a list that is too long is not looked at. */
static gboolean
is_full (const Collection *self)
{
  return self->boards->len > CAND_EXCHANGE_MAX_BOARDS;
}

static void
collect_outline (Collection *self, CandXml *outline)
{
  const char *addresses[] = { cand_xml_get_attribute (outline, "htmlUrl"),
                              cand_xml_get_attribute (outline, "url"),
                              cand_xml_get_attribute (outline, "xmlUrl") };
  const char *key = cand_xml_get_attribute (outline, KEY_ATTRIBUTE);
  const char *feed = cand_xml_get_attribute (outline, "xmlUrl");
  const char *name = cand_xml_get_attribute (outline, "text");
  const char *announcement = cand_xml_get_attribute (outline, ANNOUNCEMENT_ATTRIBUTE);
  gboolean says = key != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    says |= addresses[i] != NULL;
  if (name == NULL || *name == '\0')
    name = cand_xml_get_attribute (outline, "title");
  if (announcement != NULL && collect_announcement (self, announcement, name))
    return;
  /* An outline that only holds others is a folder. */
  if (!collect (self, key, feed, name, addresses, G_N_ELEMENTS (addresses)) &&
      (says || outline->children == NULL || outline->children->len == 0))
    self->refused++;
}

/* As deep as cand_xml_parse goes. */
static void
collect_outlines (Collection *self, CandXml *parent)
{
  for (guint i = 0; parent->children != NULL && i < parent->children->len && !is_full (self); i++)
    {
      CandXml *child = g_ptr_array_index (parent->children, i);

      if (g_ascii_strcasecmp (child->name, "outline") != 0)
        continue;
      collect_outline (self, child);
      collect_outlines (self, child);
    }
}

static gboolean
read_opml (Collection *self, GBytes *file, GError **error)
{
  g_autoptr (CandXml) root = cand_xml_parse (file, error);
  CandXml *body;

  if (root == NULL)
    return FALSE;
  body = cand_xml_get_child (root, "body");
  if (body == NULL)
    {
      g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                           "The outline has no body");
      return FALSE;
    }
  collect_outlines (self, body);
  return TRUE;
}

static gboolean
read_json (Collection *self, GBytes *file, GError **error)
{
  g_autoptr (JsonNode) root = cand_json_parse (file, error);
  JsonArray *array =
      root != NULL ? cand_json_expect_array (root, "The list of boards", error) : NULL;

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array) && !is_full (self); i++)
    {
      JsonObject *object = cand_json_get_object_element (array, i);
      const char *announcement;
      const char *url;

      if (object == NULL)
        {
          self->refused++;
          continue;
        }
      url = cand_json_get_string (object, "url");
      announcement = cand_json_get_string (object, "announcement");
      if (announcement != NULL &&
          collect_announcement (self, announcement, cand_json_get_string (object, "name")))
        continue;
      if (!collect (self, cand_json_get_string (object, "board"),
                    cand_json_get_string (object, "feed"), cand_json_get_string (object, "name"),
                    &url, 1))
        self->refused++;
    }
  return TRUE;
}

/**
 * cand_exchange_read_boards:
 * @file: OPML or our JSON
 * @refused: (out) (optional): how many outlines or objects named nothing
 * @error: CAND_BOARD_ERROR_MALFORMED
 *
 * Returns: (transfer full) (nullable) (element-type CandExchangeBoard): what it names, each once,
 * in the file's order
 */
GPtrArray *
cand_exchange_read_boards (GBytes *file, guint *refused, GError **error)
{
  g_autoptr (GPtrArray) boards =
      g_ptr_array_new_with_free_func ((GDestroyNotify) cand_exchange_board_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  Collection collection = { boards, known, 0 };
  gboolean is_opml = cand_exchange_tell (file) == CAND_FILE_OPML;

  if (!(is_opml ? read_opml : read_json) (&collection, file, error))
    return NULL;
  if (is_full (&collection))
    {
      g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                   "The list names more than %u boards", CAND_EXCHANGE_MAX_BOARDS);
      return NULL;
    }
  if (refused != NULL)
    *refused = collection.refused;
  return g_steal_pointer (&boards);
}

/* --- out --- */

static void
append_attribute (GString *xml, const char *name, const char *value)
{
  g_autofree char *line = cand_text_dup_line (value);
  g_autofree char *escaped = NULL;

  if (line == NULL)
    return;
  escaped = g_markup_escape_text (line, -1);
  g_string_append_printf (xml, " %s=\"%s\"", name, escaped);
}

static void
append_links (GString *xml, GListModel *programmes)
{
  for (guint i = 0; i < g_list_model_get_n_items (programmes); i++)
    {
      g_autoptr (CandProgramme) programme = g_list_model_get_item (programmes, i);

      if (*cand_programme_get_url (programme) == '\0')
        continue;
      g_string_append (xml, "    <outline");
      append_attribute (xml, "text", cand_programme_get_title (programme));
      append_attribute (xml, "type", "link");
      append_attribute (xml, "url", cand_programme_get_url (programme));
      append_attribute (xml, "htmlUrl", cand_programme_get_url (programme));
      append_attribute (xml, ANNOUNCEMENT_ATTRIBUTE, cand_programme_get_url (programme));
      g_string_append (xml, "/>\n");
    }
}

static void
append_feeds (GString *xml, GListModel *blogs)
{
  for (guint i = 0; i < g_list_model_get_n_items (blogs); i++)
    {
      g_autoptr (CandBlog) blog = g_list_model_get_item (blogs, i);

      g_string_append (xml, "    <outline");
      append_attribute (xml, "text", cand_blog_get_title (blog));
      append_attribute (xml, "type", "rss");
      append_attribute (xml, "xmlUrl", cand_blog_get_url (blog));
      g_string_append (xml, "/>\n");
    }
}

/**
 * cand_exchange_write_opml:
 * @boards: (element-type CandBoard): what is followed
 * @programmes: (nullable) (element-type CandProgramme): too
 * @blogs: (nullable) (element-type CandBlog): too
 *
 * OPML 2.0 (opml.org/spec2.opml): each board and announcement is a link, so that any outliner opens
 * its page, and each blog a subscription.
 *
 * Returns: (transfer full): the document
 */
char *
cand_exchange_write_opml (GListModel *boards, GListModel *programmes, GListModel *blogs)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<opml version=\"2.0\" xmlns:candidacy=\"" KEY_NAMESPACE "\">\n"
                               "  <head>\n"
                               "    <title>Candidacy</title>\n"
                               "  </head>\n"
                               "  <body>\n");

  for (guint i = 0; i < g_list_model_get_n_items (boards); i++)
    {
      g_autoptr (CandBoard) board = g_list_model_get_item (boards, i);

      g_string_append (xml, "    <outline");
      append_attribute (xml, "text", cand_board_get_name (board));
      append_attribute (xml, "type", "link");
      append_attribute (xml, "url", cand_board_get_url (board));
      append_attribute (xml, "htmlUrl", cand_board_get_url (board));
      append_attribute (xml, KEY_ATTRIBUTE, cand_board_get_key (board));
      g_string_append (xml, "/>\n");
    }
  if (programmes != NULL)
    append_links (xml, programmes);
  if (blogs != NULL)
    append_feeds (xml, blogs);
  g_string_append (xml, "  </body>\n"
                        "</opml>\n");
  return g_string_free (xml, FALSE);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

/* In whole seconds, UTC. */
static void
add_time (JsonBuilder *builder, const char *name, gint64 when)
{
  g_autoptr (GDateTime) time = when > 0 ? g_date_time_new_from_unix_utc (when) : NULL;
  g_autofree char *text = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  add_text (builder, name, text);
}

static void
add_board (JsonBuilder *builder, CandBoard *board)
{
  json_builder_begin_object (builder);
  add_text (builder, "board", cand_board_get_key (board));
  add_text (builder, "name", cand_board_get_name (board));
  add_text (builder, "system", cand_board_get_system (board));
  add_text (builder, "url", cand_board_get_url (board));
  add_text (builder, "state", cand_board_state_to_string (cand_board_get_state (board)));
  add_text (builder, "reason", cand_board_get_reason (board));
  add_time (builder, "checked", cand_board_get_checked (board));
  json_builder_set_member_name (builder, "open");
  json_builder_add_int_value (builder, cand_board_get_n_open (board));
  json_builder_end_object (builder);
}

static void
add_programmes (JsonBuilder *builder, GListModel *programmes)
{
  for (guint i = 0; i < g_list_model_get_n_items (programmes); i++)
    {
      g_autoptr (CandProgramme) programme = g_list_model_get_item (programmes, i);

      if (*cand_programme_get_url (programme) == '\0')
        continue;
      json_builder_begin_object (builder);
      add_text (builder, "announcement", cand_programme_get_url (programme));
      add_text (builder, "name", cand_programme_get_title (programme));
      json_builder_end_object (builder);
    }
}

static void
add_blogs (JsonBuilder *builder, GListModel *blogs)
{
  for (guint i = 0; i < g_list_model_get_n_items (blogs); i++)
    {
      g_autoptr (CandBlog) blog = g_list_model_get_item (blogs, i);

      json_builder_begin_object (builder);
      add_text (builder, "feed", cand_blog_get_url (blog));
      add_text (builder, "name", cand_blog_get_title (blog));
      json_builder_end_object (builder);
    }
}

/**
 * cand_exchange_write_json:
 * @boards: (element-type CandBoard): what is followed
 * @programmes: (nullable) (element-type CandProgramme): too
 * @blogs: (nullable) (element-type CandBlog): too
 *
 * Returns: (transfer full): the document, a line break at its end
 */
char *
cand_exchange_write_json (GListModel *boards, GListModel *programmes, GListModel *blogs)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (boards); i++)
    {
      g_autoptr (CandBoard) board = g_list_model_get_item (boards, i);

      add_board (builder, board);
    }
  if (programmes != NULL)
    add_programmes (builder, programmes);
  if (blogs != NULL)
    add_blogs (builder, blogs);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json = json_generator_to_data (generator, NULL);
  return g_strconcat (json, "\n", NULL);
}
