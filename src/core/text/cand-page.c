/* cand-page.c: what is around the text of a web page
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-page.h"

#include <gumbo.h>
#include <string.h>

#include "cand-html-arena.h"
#include "cand-html-guard.h"

/* Names of people that one page gives. */
#define MAX_AUTHORS 100

#define URI_FLAGS (G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE)

/* A <base> may come after what it changes, so that addresses are made whole in the end. */
typedef struct
{
  CandPage *page;           /* (unowned) */
  CandHtmlArena *arena;     /* (owned) */
  GPtrArray *authors;       /* (owned) (element-type utf8) */
  char *base;               /* (owned) (nullable) what the first <base href> says */
  gboolean published_plain; /* a <meta> said when, which counts more than a <time> does */
} Reader;

static void
link_free (CandPageLink *link)
{
  g_free (link->address);
  g_free (link->text);
  g_free (link);
}

static gboolean
is_left_out (gunichar c)
{
  return g_unichar_iscntrl (c) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* On one line, without control characters and those that turn the direction of writing around;
 * blanks are collapsed the way a browser does. Never NULL. */
static char *
dup_line (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        blank = TRUE;
      else if (!is_left_out (c))
        {
          if (blank && line->len > 0)
            g_string_append_c (line, ' ');
          blank = FALSE;
          g_string_append_unichar (line, c);
        }
    }
  return g_string_free_and_steal (g_steal_pointer (&line));
}

/* Keeps what the page says first. */
static void
set_once (char **slot, const char *text)
{
  g_autofree char *line = dup_line (text);

  if (*slot == NULL && *line != '\0')
    *slot = g_steal_pointer (&line);
}

/* "" where there is none. */
static const char *
get_attribute (const GumboNode *node, const char *name)
{
  GumboAttribute *attribute = gumbo_get_attribute (&node->v.element.attributes, name);

  return attribute != NULL ? attribute->value : "";
}

static gboolean
is_text (const GumboNode *node)
{
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
         node->type == GUMBO_NODE_CDATA;
}

/* The words right in an element; those of a script or a title in a link are not the link's. */
static char *
dup_text (const GumboNode *node)
{
  GString *text = g_string_new (NULL);
  const GumboVector *children = &node->v.element.children;

  for (guint i = 0; i < children->length; i++)
    {
      const GumboNode *child = children->data[i];

      if (is_text (child))
        g_string_append (text, child->v.text.text);
    }
  return g_string_free_and_steal (text);
}

static void
add_link (Reader *self, const GumboNode *node)
{
  const char *href = get_attribute (node, "href");
  g_autofree char *text = NULL;
  CandPageLink *link;

  if (*href == '\0' || self->page->links->len >= CAND_PAGE_MAX_LINKS)
    return;
  text = dup_text (node);
  link = g_new0 (CandPageLink, 1);
  link->address = g_strdup (href);
  link->text = dup_line (text);
  g_ptr_array_add (self->page->links, link);
}

static void
add_source (Reader *self, const char *address)
{
  if (*address != '\0' && self->page->sources->len < CAND_PAGE_MAX_LINKS)
    g_ptr_array_add (self->page->sources, g_strdup (address));
}

static void
add_author (Reader *self, const char *name)
{
  g_autofree char *line = dup_line (name);

  /* article:author is the address of a profile more often than a name. */
  if (*line == '\0' || strstr (line, "://") != NULL || self->authors->len >= MAX_AUTHORS ||
      g_ptr_array_find_with_equal_func (self->authors, line, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->authors, g_steal_pointer (&line));
}

static void
read_published (Reader *self, const char *when, gboolean plain)
{
  if (plain && !self->published_plain)
    g_clear_pointer (&self->page->published, g_free);
  set_once (&self->page->published, when);
  self->published_plain = self->published_plain || (plain && self->page->published != NULL);
}

/* The Open Graph protocol (ogp.me) names its own by "property", schema.org by "itemprop", HTML by
 * "name"; pages mix them up. */
static void
read_meta (Reader *self, const GumboNode *node)
{
  const char *content = get_attribute (node, "content");
  const char *names[] = { get_attribute (node, "property"), get_attribute (node, "name"),
                          get_attribute (node, "itemprop") };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (names[i], "og:site_name") == 0)
      set_once (&self->page->site, content);
    else if (g_ascii_strcasecmp (names[i], "article:published_time") == 0 ||
             g_ascii_strcasecmp (names[i], "datePublished") == 0)
      read_published (self, content, TRUE);
    else if (g_ascii_strcasecmp (names[i], "author") == 0 ||
             g_ascii_strcasecmp (names[i], "article:author") == 0)
      add_author (self, content);
}

static void
read_script (Reader *self, const GumboNode *node)
{
  g_autofree char *text = dup_text (node);

  add_source (self, get_attribute (node, "src"));
  /* The guard leaves only data in. */
  if (*text != '\0' && self->page->data->len < CAND_PAGE_MAX_DATA)
    g_ptr_array_add (self->page->data, g_steal_pointer (&text));
}

/* "rel" holds words: "canonical", "shortlink canonical". */
static void
read_relation (Reader *self, const GumboNode *node)
{
  g_auto (GStrv) relations = g_strsplit_set (get_attribute (node, "rel"), " \t\r\n\f", -1);

  for (guint i = 0; relations[i] != NULL; i++)
    if (g_ascii_strcasecmp (relations[i], "canonical") == 0)
      set_once (&self->page->canonical, get_attribute (node, "href"));
  add_source (self, get_attribute (node, "href"));
}

static void
read_element (Reader *self, const GumboNode *node)
{
  g_autofree char *text = NULL;

  if (node->v.element.tag == GUMBO_TAG_A)
    add_link (self, node);
  else if (node->v.element.tag == GUMBO_TAG_TITLE)
    {
      text = dup_text (node);
      set_once (&self->page->title, text);
    }
  else if (node->v.element.tag == GUMBO_TAG_BASE)
    set_once (&self->base, get_attribute (node, "href"));
  else if (node->v.element.tag == GUMBO_TAG_META)
    read_meta (self, node);
  else if (node->v.element.tag == GUMBO_TAG_SCRIPT)
    read_script (self, node);
  else if (node->v.element.tag == GUMBO_TAG_IFRAME)
    add_source (self, get_attribute (node, "src"));
  else if (node->v.element.tag == GUMBO_TAG_LINK)
    read_relation (self, node);
  else if (node->v.element.tag == GUMBO_TAG_TIME)
    read_published (self, get_attribute (node, "datetime"), FALSE);
}

/* The one after @node in the text's order, NULL after the last. What is in a <template> is not
 * there for whoever looks at the page. */
static const GumboNode *
get_next (const GumboNode *node)
{
  if (node->type == GUMBO_NODE_ELEMENT && node->v.element.children.length > 0)
    return node->v.element.children.data[0];
  while (node->parent != NULL && node->parent->type == GUMBO_NODE_ELEMENT)
    {
      const GumboVector *siblings = &node->parent->v.element.children;

      if (node->index_within_parent + 1 < siblings->length)
        return siblings->data[node->index_within_parent + 1];
      node = node->parent;
    }
  return NULL;
}

static void
read_piece (Reader *self, const GString *piece)
{
  const GumboNode *root = cand_html_arena_parse (self->arena, piece->str, piece->len);

  for (const GumboNode *node = root; node != NULL; node = get_next (node))
    if (node->type == GUMBO_NODE_ELEMENT)
      read_element (self, node);
}

/* As UTF-8 without NUL. (transfer full) */
static char *
repair (const char *html, gsize length)
{
  g_autofree char *copy = g_malloc (length + 1);
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    if (html[i] != '\0')
      copy[n++] = html[i];
  copy[n] = '\0';
  return g_utf8_make_valid (copy, n);
}

/* NULL for what is no address of the web. (transfer full) */
static char *
dup_whole (const char *address, GUri *base)
{
  g_autoptr (GUri) uri = base != NULL ? g_uri_parse_relative (base, address, URI_FLAGS, NULL)
                                      : g_uri_parse (address, URI_FLAGS, NULL);

  /* GLib gives "https:jobs" a host and a path that it would not join again. */
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' ||
      (*g_uri_get_path (uri) != '\0' && *g_uri_get_path (uri) != '/') ||
      (!g_str_equal (g_uri_get_scheme (uri), "https") &&
       !g_str_equal (g_uri_get_scheme (uri), "http")))
    return NULL;
  return g_uri_to_string (uri);
}

static void
make_links_whole (GPtrArray *links, GUri *base)
{
  guint n = 0;

  for (guint i = 0; i < links->len; i++)
    {
      CandPageLink *link = g_ptr_array_index (links, i);
      char *whole = dup_whole (link->address, base);

      if (whole == NULL)
        continue;
      g_free (link->address);
      link->address = whole;
      links->pdata[i] = links->pdata[n];
      links->pdata[n++] = link;
    }
  g_ptr_array_set_size (links, n);
}

static void
make_sources_whole (GPtrArray *sources, GUri *base)
{
  guint n = 0;

  for (guint i = 0; i < sources->len; i++)
    {
      char *whole = dup_whole (g_ptr_array_index (sources, i), base);

      if (whole == NULL)
        continue;
      g_free (sources->pdata[i]);
      sources->pdata[i] = sources->pdata[n];
      sources->pdata[n++] = whole;
    }
  g_ptr_array_set_size (sources, n);
}

static void
make_whole (Reader *self, const char *address)
{
  g_autoptr (GUri) base = address != NULL ? g_uri_parse (address, URI_FLAGS, NULL) : NULL;
  g_autofree char *said = self->base != NULL ? dup_whole (self->base, base) : NULL;

  if (said != NULL)
    {
      g_clear_pointer (&base, g_uri_unref);
      base = g_uri_parse (said, URI_FLAGS, NULL);
    }
  make_links_whole (self->page->links, base);
  make_sources_whole (self->page->sources, base);
  if (self->page->canonical != NULL)
    {
      g_autofree char *canonical = g_steal_pointer (&self->page->canonical);

      self->page->canonical = dup_whole (canonical, base);
    }
}

/**
 * cand_page_free:
 * @self: (transfer full) (nullable): what a page says
 */
void
cand_page_free (CandPage *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->site);
  g_free (self->canonical);
  g_free (self->published);
  g_strfreev (self->authors);
  g_ptr_array_unref (self->data);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->sources);
  g_free (self);
}

CandPage *
cand_page_new_from_html (const char *html, gssize length, const char *base)
{
  CandPage *self = g_new0 (CandPage, 1);
  g_autoptr (GPtrArray) authors = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *repaired = repair (html, length < 0 ? strlen (html) : (gsize) length);
  g_autoptr (CandHtmlGuard) guard = cand_html_guard_new_for_page (repaired, strlen (repaired));
  g_autoptr (GString) piece = g_string_new (NULL);
  g_autoptr (CandHtmlArena) arena = cand_html_arena_new ();
  Reader reader = { .page = self, .arena = arena, .authors = authors };

  self->data = g_ptr_array_new_with_free_func (g_free);
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) link_free);
  self->sources = g_ptr_array_new_with_free_func (g_free);
  while (cand_html_guard_next (guard, piece))
    read_piece (&reader, piece);
  make_whole (&reader, base);
  g_free (reader.base);
  g_ptr_array_add (authors, NULL);
  self->authors = (GStrv) g_ptr_array_steal (authors, NULL);
  return self;
}
