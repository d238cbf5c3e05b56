/* cand-programme-reader.c: reads announcements that introduce positions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-programme-reader.h"

#include <string.h>

#include "cand-announced.h"
#include "cand-byline.h"
#include "cand-checklist.h"
#include "cand-front-matter.h"
#include "cand-programme-name.h"
#include "cand-words.h"
#include "core/boards/cand-board-system.h"
#include "core/boards/cand-board-values.h"
#include "core/model/cand-model-text.h"
#include "core/text/cand-decode.h"
#include "core/text/cand-markdown.h"
#include "core/text/cand-page.h"

/* As much of a page is read as the readers of its parts take. */
#define MAX_TEXT (8 * 1024 * 1024)
#define MAX_TITLE 200

/* All that is known of one announcement while it is read. */
typedef struct
{
  const char *address;            /* (unowned) (nullable) */
  char *canonical;                /* (owned) (nullable) what the page calls its own address */
  gboolean partial;               /* the text is longer than is read */
  CandFrontMatter *front;         /* (owned) (nullable) of Markdown */
  CandPage *page;                 /* (owned) */
  CandAnnouncement *announcement; /* (owned) */
  CandAnnounced *announced;       /* (owned) */
  CandTargets *targets;           /* (owned) */
  GPtrArray *byline_authors;      /* (owned) */
  char *title;                    /* (owned) */
  char *byline_date;              /* (owned) (nullable) */
  gboolean has_how_to_apply;      /* there is a part for it */
  guint introduction_end;         /* the passage before which it ends */
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->canonical, g_free);
  g_clear_pointer (&self->front, cand_front_matter_free);
  g_clear_pointer (&self->page, cand_page_free);
  g_clear_pointer (&self->announcement, cand_announcement_free);
  g_clear_pointer (&self->announced, cand_announced_free);
  g_clear_pointer (&self->targets, cand_targets_free);
  g_clear_pointer (&self->byline_authors, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->byline_date, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* The parameter "charset" of a media type; NULL for none. (transfer full) */
static char *
dup_charset (const char *media_type)
{
  g_auto (GStrv) parts = g_strsplit (media_type != NULL ? media_type : "", ";", 8);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (g_ascii_strncasecmp (part, "charset=", strlen ("charset=")) == 0)
        return g_strdup (g_strdelimit (parts[i] + strlen ("charset="), "\"'", ' '));
    }
  return NULL;
}

/* The text as UTF-8 without NUL and byte order mark, lines ending in "\n". NULL when there is
 * nothing in it. (transfer full) */
static char *
dup_text (GBytes *bytes, const char *media_type)
{
  g_autoptr (GBytes) start =
      g_bytes_new_from_bytes (bytes, 0, MIN (g_bytes_get_size (bytes), MAX_TEXT));
  g_autofree char *charset = dup_charset (media_type);
  g_autofree char *text = cand_decode_text (start, charset);
  gsize n = 0;

  for (const char *p = text; *p != '\0'; p++)
    if (*p != '\r')
      text[n++] = *p;
    else if (p[1] != '\n')
      text[n++] = '\n';
  text[n] = '\0';
  return text[strspn (text, " \t\n")] != '\0' ? g_steal_pointer (&text) : NULL;
}

/* Whether @media_type is @type, whatever its parameters. */
static gboolean
is_type (const char *media_type, const char *type)
{
  gsize length = media_type != NULL ? strcspn (media_type, "; ") : 0;

  return length == strlen (type) && g_ascii_strncasecmp (media_type, type, length) == 0;
}

static gboolean
starts_with (const char *text, const char *start)
{
  return g_ascii_strncasecmp (text, start, strlen (start)) == 0;
}

/* A page starts with its own elements; HTML without them has links of HTML and none of Markdown. */
static gboolean
is_html (const char *text, const char *media_type)
{
  static const char *const starts[] = { "<!doctype html", "<html", "<head", "<body", "<?xml" };
  const char *start = text + strspn (text, " \t\n");

  if (is_type (media_type, "text/markdown"))
    return FALSE;
  if (is_type (media_type, "text/html") || is_type (media_type, "application/xhtml+xml"))
    return TRUE;
  while (g_str_has_prefix (start, "<!--") && strstr (start, "-->") != NULL)
    {
      start = strstr (start, "-->") + strlen ("-->");
      start += strspn (start, " \t\n");
    }
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (starts_with (start, starts[i]))
      return TRUE;
  return *start == '<' && strstr (start, "href=") != NULL && strstr (start, "](") == NULL;
}

/* "We are hiring! | Acme" without the name of the site. (transfer full) */
static char *
dup_page_title (CandPage *page)
{
  static const char *const separators[] = { " | ", " — ", " – ", " · ", " - " };

  if (page->title == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *found = g_strrstr (page->title, separators[i]);
      const char *site = found != NULL ? found + strlen (separators[i]) : NULL;

      if (found != NULL && found > page->title &&
          (page->site != NULL ? g_str_has_prefix (site, page->site) : i == 0))
        return g_strndup (page->title, found - page->title);
    }
  return g_strdup (page->title);
}

static void
read_title (Reading *self, const char *page_title)
{
  CandAnnouncement *announcement = self->announcement;
  g_autofree char *line = NULL;

  if (self->front != NULL && self->front->title != NULL)
    line = g_strdup (self->front->title);
  else if (announcement->title != CAND_NO_PASSAGE)
    line = g_strdup (cand_announcement_get (announcement, announcement->title)->text);
  else if (page_title != NULL)
    line = g_strdup (page_title);
  else if (cand_announcement_get_length (announcement) > 0)
    {
      const CandPassage *first = cand_announcement_get (announcement, 0);
      g_auto (GStrv) sentences = cand_text_split_sentences (first->text);

      /* A text without any title is called by how it begins. */
      line = g_strdup (first->heading > 0 || sentences[0] == NULL ? first->text : sentences[0]);
    }
  if (line != NULL && strlen (line) > MAX_TITLE)
    *g_utf8_find_prev_char (line, line + MAX_TITLE) = '\0';
  self->title = cand_text_dup_line (line);
}

/* People write links without a scheme as well; what a system knows at once is no page beside the
 * announcement. @html is of Markdown: no quotation mark of the text is left in it.
 * (transfer full) */
static char *
complete_links (const char *html)
{
  static const char start[] = "href=\"";
  GString *complete = g_string_new (NULL);
  const char *found;

  while ((found = strstr (html, start)) != NULL)
    {
      const char *link = found + strlen (start);
      gsize host = strcspn (link, "/?#:\"");
      g_autofree char *address = g_strndup (link, strcspn (link, "\""));
      g_autoptr (CandAddress) known = NULL;

      if (link[host] == '/' && memchr (link, '.', host) != NULL && *link != '.')
        known = cand_address_parse (address, NULL);
      g_string_append_len (complete, html, link - html);
      g_string_append_printf (complete, "%s%s", known != NULL ? "https://" : "", address);
      html = link + strlen (address);
    }
  g_string_append (complete, html);
  return g_string_free (complete, FALSE);
}

/* "www." is the same site. */
static const char *
skip_www (const char *host)
{
  return g_ascii_strncasecmp (host, "www.", strlen ("www.")) == 0 ? host + strlen ("www.") : host;
}

/* Whether @canonical may be the address of the page from @address (nullable: a file). Many sites
 * give all their pages the address of their first one; and a page of another site says nothing of
 * this one. */
static gboolean
is_own_address (const char *canonical, const char *address)
{
  g_autoptr (GUri) own = cand_address_to_uri (canonical);
  g_autoptr (GUri) uri = address != NULL ? cand_address_to_uri (address) : NULL;
  g_autoptr (CandAddress) board = cand_address_parse (canonical, NULL);
  g_autofree char *host = own != NULL ? cand_address_dup_host (own) : NULL;
  g_autofree char *site = uri != NULL ? cand_address_dup_host (uri) : NULL;
  g_auto (GStrv) path = own != NULL ? cand_address_split_path (own) : NULL;

  if (host == NULL || board != NULL || path[0] == NULL)
    return FALSE;
  if (site != NULL)
    return g_ascii_strcasecmp (skip_www (host), skip_www (site)) == 0;
  return strchr (host, '.') != NULL && !g_hostname_is_ip_address (host);
}

/* A page that was saved still knows where it is from. */
static void
read_page (Reading *self, const char *text, gboolean html)
{
  self->page = cand_page_new_from_html (text, -1, self->address);
  if (!html || self->page->canonical == NULL ||
      !is_own_address (self->page->canonical, self->address))
    return;
  self->canonical = g_strdup (self->page->canonical);
  if (self->address != NULL)
    return;
  self->address = self->canonical;
  cand_page_free (self->page);
  self->page = cand_page_new_from_html (text, -1, self->address);
}

static void
read_text (Reading *self, const char *text, gboolean html)
{
  gboolean truncated;
  g_autofree char *markdown = NULL;
  g_autofree char *converted = NULL;
  g_autofree char *page_title = NULL;
  const char *title;

  if (!html)
    {
      self->front = cand_front_matter_read (text);
      self->partial |= strlen (text + self->front->length) > CAND_BLOCKS_MAX_BYTES;
      markdown = cand_markdown_to_html (text + self->front->length, -1);
      converted = complete_links (markdown);
    }
  read_page (self, html ? text : converted, html);
  page_title = dup_page_title (self->page);
  title = self->front != NULL && self->front->title != NULL ? self->front->title : page_title;
  self->announcement = cand_announcement_new (
      cand_blocks_new_from_html_at (html ? text : converted, -1, self->address, &truncated), title);
  self->partial |= truncated;
  self->byline_authors = g_ptr_array_new_with_free_func (g_free);
  cand_byline_read (self->announcement, &self->byline_date, self->byline_authors);
  read_title (self, page_title);
}

static CandPassage *
get_passage (Reading *self, guint index)
{
  return cand_announcement_get (self->announcement, index);
}

/* TRUE for what belongs to a position, or leads to some. */
static gboolean
is_own (Reading *self, guint index)
{
  return g_hash_table_contains (self->announced->own, GUINT_TO_POINTER (index));
}

/* Before the title is what is around the text, on every page of the site. */
static gboolean
is_in_text (Reading *self, guint index)
{
  return self->announcement->title == CAND_NO_PASSAGE || index > self->announcement->title;
}

/* "To apply:" and the list after it are a part without a heading of its own, unless that lists
 * positions. */
static void
mark_how_to_apply (Reading *self)
{
  guint n = cand_announcement_get_length (self->announcement);

  for (guint i = 0; i + 1 < n; i++)
    {
      CandPassage *lead = get_passage (self, i);
      gboolean steps = TRUE;
      guint end;

      if (lead->block->type != CAND_BLOCK_PARAGRAPH || lead->heading > 0 || is_own (self, i) ||
          !g_str_has_suffix (lead->text, ":") || !cand_words_lead_to_steps (lead->words))
        continue;
      for (end = i + 1; end < n && get_passage (self, end)->block->type == CAND_BLOCK_ITEM; end++)
        steps = steps && !is_own (self, end) && !get_passage (self, end)->mentions;
      for (guint j = i; steps && end > i + 1 && j < end; j++)
        get_passage (self, j)->part = CAND_PART_HOW_TO_APPLY;
    }
}

static gboolean
is_how_to_apply (CandAnnouncement *announcement, guint index, gpointer user_data)
{
  Reading *self = user_data;
  const CandPassage *passage = cand_announcement_get (announcement, index);

  if (!is_in_text (self, index) || is_own (self, index) || cand_passage_is_statement (passage))
    return FALSE;
  if (self->has_how_to_apply)
    return passage->part == CAND_PART_HOW_TO_APPLY && passage->heading == 0 && !passage->told &&
           (cand_passage_is_prose (passage) || passage->mentions ||
            passage->block->type == CAND_BLOCK_TABLE_ROW);
  return index >= self->introduction_end && passage->part != CAND_PART_LOCATIONS &&
         passage->block->type != CAND_BLOCK_TABLE_ROW && passage->heading == 0 && !passage->told &&
         (passage->mentions ||
          (cand_passage_is_prose (passage) && cand_words_tell_how_to_apply (passage->words)));
}

static gboolean
is_statement (CandAnnouncement *announcement, guint index, gpointer user_data)
{
  return is_in_text (user_data, index) && !is_own (user_data, index) &&
         cand_passage_is_prose (cand_announcement_get (announcement, index)) &&
         cand_passage_is_statement (cand_announcement_get (announcement, index));
}

static gboolean
is_locations (CandAnnouncement *announcement, guint index, gpointer user_data)
{
  return is_in_text (user_data, index) && !is_own (user_data, index) &&
         cand_passage_is_prose (cand_announcement_get (announcement, index)) &&
         !cand_passage_is_statement (cand_announcement_get (announcement, index)) &&
         cand_passage_is_locations (cand_announcement_get (announcement, index));
}

static gboolean
is_introduction (CandAnnouncement *announcement, guint index, gpointer user_data)
{
  Reading *self = user_data;

  return index < self->introduction_end && is_in_text (self, index) && !is_own (self, index) &&
         cand_passage_is_prose (cand_announcement_get (announcement, index)) &&
         !is_statement (announcement, index, self) && !is_locations (announcement, index, self) &&
         !(self->has_how_to_apply && is_how_to_apply (announcement, index, self));
}

/* What comes before the part that the first position is in; where that is the whole text, before
 * what leads to it. */
static char *
dup_introduction (Reading *self)
{
  guint first = self->announced->first;
  guint chain[CAND_BOLD_HEADING + 2] = { first };
  guint n = 1;
  char *text = NULL;

  for (guint i = get_passage (self, first)->above; i != CAND_NO_PASSAGE && n < G_N_ELEMENTS (chain);
       i = get_passage (self, i)->above)
    chain[n++] = i;
  for (; n > 0 && (text == NULL || *text == '\0'); n--)
    {
      g_free (text);
      self->introduction_end = chain[n - 1];
      text = cand_announcement_dup_text (self->announcement, is_introduction, self);
    }
  return text;
}

/* The first link to a whole board, of those passages. */
static const char *
find_board (Reading *self, gboolean how_to_apply)
{
  for (guint i = 0; i < cand_announcement_get_length (self->announcement); i++)
    {
      const CandPassage *passage = get_passage (self, i);

      if (how_to_apply && passage->part != CAND_PART_HOW_TO_APPLY)
        continue;
      for (guint j = 0; j < passage->block->runs->len; j++)
        {
          const CandRun *run = g_ptr_array_index (passage->block->runs, j);
          const CandTarget *target =
              run->link != NULL ? cand_targets_find (self->targets, run->link) : NULL;

          if (target != NULL && !target->is_code)
            return target->url;
        }
    }
  return NULL;
}

static gboolean
asks_short_submission (Reading *self)
{
  for (guint i = 0; i < cand_announcement_get_length (self->announcement); i++)
    {
      g_auto (GStrv) sentences = NULL;

      if (strstr (get_passage (self, i)->words, " short submission ") == NULL)
        continue;
      sentences = cand_text_split_sentences (get_passage (self, i)->text);
      for (guint j = 0; sentences[j] != NULL; j++)
        {
          g_autofree char *words = cand_words_dup (sentences[j]);

          if (cand_words_ask_short_submission (words))
            return TRUE;
        }
    }
  return FALSE;
}

/* (transfer full) (nullable) */
static char *
dup_organisation (Reading *self)
{
  const char *account = self->announced->account;
  char *organisation = NULL;

  if (self->front != NULL && self->front->organisation != NULL)
    return g_strdup (self->front->organisation);
  if (account != NULL &&
      (self->page->site == NULL || !cand_programme_is_organisation (self->page->site, account)))
    organisation = cand_programme_dup_organisation (self->announcement, account);
  return organisation != NULL ? organisation : g_strdup (self->page->site);
}

/* (transfer full) (nullable) */
static char *
dup_date (Reading *self)
{
  char *date = self->front != NULL ? cand_byline_dup_date (self->front->date) : NULL;

  if (date == NULL)
    date = cand_byline_dup_date (self->page->published);
  return date != NULL ? date : g_strdup (self->byline_date);
}

/* (transfer full) */
static GStrv
dup_authors (Reading *self)
{
  if (self->front != NULL && self->front->authors->len > 0)
    {
      g_ptr_array_add (self->front->authors, NULL);
      return g_strdupv ((char **) self->front->authors->pdata);
    }
  if (self->page->authors != NULL && self->page->authors[0] != NULL)
    return g_strdupv (self->page->authors);
  g_ptr_array_add (self->byline_authors, NULL);
  return g_strdupv ((char **) self->byline_authors->pdata);
}

static CandProgramme *
make_programme (Reading *self)
{
  const char *portal;
  g_autofree char *organisation = dup_organisation (self);
  const char *owner = self->announced->account != NULL ? self->announced->account : organisation;
  const char *address = self->canonical != NULL ? self->canonical : self->address;
  g_autofree char *name = cand_programme_dup_name (address, owner, self->title);
  g_autofree char *url = address != NULL ? cand_programme_dup_url (address) : NULL;
  g_autofree char *date = dup_date (self);
  g_auto (GStrv) authors = dup_authors (self);
  g_autofree char *introduction = dup_introduction (self);
  g_autofree char *locations = cand_announcement_dup_text (self->announcement, is_locations, self);
  g_autofree char *how_to_apply =
      cand_announcement_dup_text (self->announcement, is_how_to_apply, self);
  g_autofree char *statement = cand_announcement_dup_text (self->announcement, is_statement, self);
  g_auto (GStrv) checklist = cand_checklist_read (self->announcement, is_how_to_apply, self);
  CandProgrammeContent content = {
    .name = name,
    .title = self->title,
    .date = date,
    .url = url,
    .organisation = organisation,
    .introduction = introduction,
    .locations = locations,
    .how_to_apply = how_to_apply,
    .statement = statement,
    .authors = (const char *const *) authors,
    .checklist = (const char *const *) checklist,
    .short_submission = asks_short_submission (self),
    .partial = self->partial || self->announced->partial,
    .entries = self->announced->entries,
  };

  portal = find_board (self, TRUE);
  content.portal_url = portal != NULL ? portal : find_board (self, FALSE);
  return cand_programme_new (&content);
}

/**
 * cand_programme_read:
 * @bytes: an announcement, untrusted
 * @media_type: (nullable): "text/markdown" or "text/html"; the text itself decides otherwise. Its
 * parameter "charset" counts.
 * @address: (nullable): its page's
 * @error: CAND_BOARD_ERROR_MALFORMED for no text at all, CAND_BOARD_ERROR_NOTHING_FOUND for one
 * that links to no position of a system that we know
 *
 * Only what the text says; the same text is read in the same way always. Runs in any thread.
 *
 * Returns: (transfer full) (nullable): the programme
 */
CandProgramme *
cand_programme_read (GBytes *bytes, const char *media_type, const char *address, GError **error)
{
  g_auto (Reading) reading = { 0 };
  g_autofree char *text = dup_text (bytes, media_type);
  g_autoptr (GUri) uri = address != NULL ? cand_address_to_uri (address) : NULL;

  if (text == NULL)
    {
      g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                           "There is no text in the announcement");
      return NULL;
    }
  reading.address = uri != NULL ? address : NULL;
  reading.partial = g_bytes_get_size (bytes) > MAX_TEXT;
  read_text (&reading, text, is_html (text, media_type));
  reading.announced = cand_announced_read (reading.announcement, reading.title, reading.address);
  if (reading.announced->entries->len == 0)
    {
      g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOTHING_FOUND,
                           "The text links to no position on a job board that Candidacy knows");
      return NULL;
    }
  reading.targets = cand_targets_new ();
  mark_how_to_apply (&reading);
  for (guint i = 0; i < cand_announcement_get_length (reading.announcement); i++)
    if (is_in_text (&reading, i) && get_passage (&reading, i)->heading == 0)
      reading.has_how_to_apply |= get_passage (&reading, i)->part == CAND_PART_HOW_TO_APPLY;
  return make_programme (&reading);
}

/**
 * cand_programme_read_title:
 * @bytes: a text, untrusted
 * @media_type: (nullable): as of cand_programme_read
 * @address: (nullable): its page's
 *
 * Runs in any thread.
 *
 * Returns: (transfer full) (nullable): what it is called
 */
char *
cand_programme_read_title (GBytes *bytes, const char *media_type, const char *address)
{
  g_auto (Reading) reading = { 0 };
  g_autofree char *text = dup_text (bytes, media_type);
  g_autoptr (GUri) uri = address != NULL ? cand_address_to_uri (address) : NULL;

  if (text == NULL)
    return NULL;
  reading.address = uri != NULL ? address : NULL;
  read_text (&reading, text, is_html (text, media_type));
  return g_steal_pointer (&reading.title);
}
