/* cand-siblings.c: links to positions on the employer's own pages
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "cand-announced.h"
#include "cand-mentions.h"
#include "cand-programme-name.h"
#include "cand-words.h"

/* No announcement has more of them. */
#define MAX_SIBLINGS 1000
#define MAX_ACCOUNTS 8
/* A shorter account may start anybody's name. */
#define MIN_ACCOUNT_START 4

/* What a link that leads to no board may lead to. */
typedef enum
{
  LINK_OTHER,  /* another site, or all positions at once */
  LINK_OWN,    /* the employer's site */
  LINK_JOB,    /* by its address a position */
  LINK_DENIED, /* by its address no position */
} LinkKind;

/* Links of one shape that stand together. */
typedef struct
{
  char *site; /* (owned) (nullable) the one that all of them are on */
  gboolean known;
  gboolean spoilt; /* the list is no list of positions alone */
} Group;

typedef struct
{
  Group *group;     /* (unowned) */
  const char *link; /* (unowned) */
  char *use;        /* (owned) the group and the link */
  LinkKind kind;
} Sibling;

typedef struct
{
  CandAnnouncement *announcement; /* (unowned) */
  CandTargets *targets;           /* (unowned) */
  GUri *address;                  /* (owned) (nullable) */
  char *site;                     /* (owned) (nullable) whose the announcement's page is */
  GPtrArray *accounts;            /* (owned) (element-type utf8) */
  GHashTable *groups;             /* (owned) (element-type utf8 Group) */
  GHashTable *uses;               /* (owned) (element-type utf8 guint) how often a link is there */
  GArray *siblings;               /* (owned) (element-type Sibling) */
  guint run;                      /* the list or table that is read */
  guint lead;                     /* the paragraph before it, or CAND_NO_PASSAGE */
} Reader;

static void
group_free (Group *group)
{
  g_free (group->site);
  g_free (group);
}

static void
sibling_clear (Sibling *sibling)
{
  g_free (sibling->use);
}

static gboolean
is_one_of (const char *word, const char *list)
{
  g_autofree char *between = g_strdup_printf (" %s ", word);

  return strstr (list, between) != NULL;
}

/* Where everybody may write, but the employer's positions are not. */
static gboolean
is_denied_host (const char *host, const char *site)
{
  static const char sites[] =
      " linkedin twitter x facebook fb instagram youtube youtu tiktok reddit discord slack "
      "telegram t "
      "mastodon bsky threads whatsapp medium substack github gitlab wikipedia arxiv google goo bit "
      "vimeo twitch pinterest glassdoor crunchbase spotify apple flickr maps ";
  static const char starts[] = " docs doc wiki help support blog blogs news press status forum "
                               "community shop store developer developers learn events ";
  g_autofree char *label = g_strndup (host, strcspn (host, "."));

  return is_one_of (site, sites) || is_one_of (label, starts);
}

static gboolean
is_job_host (const char *host)
{
  g_autofree char *label = g_strndup (host, strcspn (host, "."));

  return is_one_of (label, " jobs job careers career karriere recruiting apply stellen emploi "
                           "empleo vacancies hiring ");
}

static gboolean
is_job_part (const char *part)
{
  return is_one_of (
      part, " job jobs career careers position positions vacancy vacancies opening openings "
            "role roles internship internships opportunity opportunities fellowship "
            "fellowships residency residencies stelle stellen karriere emploi emplois offre "
            "offres stage stages empleo empleos oferta ofertas hiring open-positions "
            "open-roles job-openings work-with-us join-us ");
}

static gboolean
is_denied_part (const char *part)
{
  return is_one_of (
      part, " blog blogs news press post posts article articles story stories doc docs "
            "documentation wiki help support faq about about-us team teams our-team people person "
            "staff member members author authors user users profile contact privacy terms legal "
            "login signin signup register event events tag tags category categories search podcast "
            "podcasts video videos product products pricing paper papers publication publications "
            "models datasets spaces learn course courses handbook company culture benefits values "
            "life home alumni mentors ");
}

/* What the path says, when the host says nothing. */
static LinkKind
find_path_kind (GUri *uri)
{
  g_auto (GStrv) parts = cand_address_split_path (uri);
  gboolean query = g_uri_get_query (uri) != NULL;
  gboolean job = FALSE;
  gboolean denied = FALSE;
  gboolean bare = FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = g_ascii_strdown (parts[i], -1);

      bare = is_job_part (part);
      denied = bare ? FALSE : denied || is_denied_part (part);
      job = job || bare;
    }
  if (denied || (parts[0] == NULL && !query))
    return LINK_DENIED;
  if (bare && !query)
    return LINK_OTHER;
  return job || (parts[0] != NULL && is_job_host (g_uri_get_host (uri))) ? LINK_JOB : LINK_OWN;
}

static gboolean
is_employers (Reader *self, const char *site)
{
  if (g_strcmp0 (self->site, site) == 0)
    return TRUE;
  for (guint i = 0; i < self->accounts->len; i++)
    {
      const char *account = g_ptr_array_index (self->accounts, i);

      if (cand_programme_is_organisation (site, account) &&
          (strlen (account) >= MIN_ACCOUNT_START || g_ascii_strcasecmp (site, account) == 0))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_same_page (GUri *a, GUri *b)
{
  return g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0 &&
         g_str_equal (g_uri_get_path (a), g_uri_get_path (b)) &&
         g_strcmp0 (g_uri_get_query (a), g_uri_get_query (b)) == 0;
}

static gboolean
starts_with_http (const char *link)
{
  return g_ascii_strncasecmp (link, "http", strlen ("http")) == 0;
}

/* @site (transfer full) (nullable) is whose it leads to. */
static LinkKind
find_kind (Reader *self, const char *link, char **site)
{
  g_autoptr (GUri) uri = starts_with_http (link) ? cand_address_to_uri (link) : NULL;
  g_autofree char *host = uri != NULL ? cand_address_dup_host (uri) : NULL;
  LinkKind kind;

  *site = NULL;
  if (uri == NULL || (self->address != NULL && is_same_page (uri, self->address)))
    return LINK_DENIED;
  *site = cand_programme_dup_host_name (uri);
  if (is_denied_host (host, *site))
    return LINK_DENIED;
  kind = find_path_kind (uri);
  if (kind != LINK_OWN || is_employers (self, *site))
    return kind;
  /* Of a text without an address, and without accounts, nobody knows whose it is. */
  return self->site == NULL && self->accounts->len == 0 ? LINK_OWN : LINK_OTHER;
}

/* "Our values", "Read more", "Your mentors are:": what is under it are no positions. */
static gboolean
denies (const char *words)
{
  static const char *const phrases[] = {
    " mentor ",    " mentors ", " people ",        " meet ",      " read ",     " reading ",
    " related ",   " posts ",   " articles ",      " resources ", " links ",    " docs ",
    " about ",     " alumni ",  " former ",        " past ",      " previous ", " last ",
    " authors ",   " press ",   " news ",          " faq ",       " benefits ", " learn ",
    " blog ",      " closed ",  " filled ",        " follow ",    " wrote ",    " values ",
    " questions ", " not ",     " documentation ", " contact ",   " company ",  " stories ",
    NULL,
  };

  return cand_words_have (words, phrases);
}

/* "The following internships are available:" */
static gboolean
leads_to_positions (const char *words)
{
  static const char *const nouns[] = {
    " positions ", " roles ",       " jobs ",        " openings ", " internships ",
    " vacancies ", " residencies ", " fellowships ", NULL,
  };
  static const char *const verbs[] = {
    " following ", " open ",    " available ", " hiring ", " offer ",
    " current ",   " looking ", " vacant ",    " these ",  NULL,
  };

  return cand_words_list_positions (words) ||
         (cand_words_have (words, nouns) && cand_words_have (words, verbs));
}

/* Whether what is above the passage plainly says that it lists positions. */
static gboolean
is_under_positions (Reader *self, const CandPassage *passage)
{
  CandAnnouncement *announcement = self->announcement;
  const CandPassage *lead =
      self->lead != CAND_NO_PASSAGE ? cand_announcement_get (announcement, self->lead) : NULL;
  guint above = passage->above;

  if (lead != NULL && g_str_has_suffix (lead->text, ":"))
    {
      if (denies (lead->words))
        return FALSE;
      if (leads_to_positions (lead->words))
        return TRUE;
    }
  if (above == CAND_NO_PASSAGE)
    return announcement->title != CAND_NO_PASSAGE &&
           cand_words_list_positions (
               cand_announcement_get (announcement, announcement->title)->words);
  for (; above != CAND_NO_PASSAGE; above = cand_announcement_get (announcement, above)->above)
    {
      const CandPassage *heading = cand_announcement_get (announcement, above);

      if (denies (heading->words))
        return FALSE;
      if (cand_words_list_positions (heading->words))
        return TRUE;
    }
  return FALSE;
}

/* The link of a passage that may lead to a position, and where it is in it. */
typedef struct
{
  const char *link; /* (unowned) */
  GString *text;
  GString *before;
  const CandTarget *target; /* (nullable) */
  gboolean titled;          /* it says so itself, or what it stands with does */
} Place;

/* The first link to a position that we know, else the first of all; FALSE for none. */
static gboolean
find_place (Reader *self, const CandBlock *block, Place *place)
{
  guint first = block->runs->len;

  for (guint i = 0; i < block->runs->len; i++)
    {
      const CandRun *run = g_ptr_array_index (block->runs, i);
      const CandTarget *target =
          run->link != NULL ? cand_targets_find (self->targets, run->link) : NULL;

      if ((run->flags & CAND_RUN_STRIKE) != 0)
        continue;
      if (target != NULL && target->is_code)
        {
          place->target = target;
          first = i;
          break;
        }
      if (run->link != NULL && first == block->runs->len)
        {
          place->target = target;
          first = i;
        }
    }
  if (first == block->runs->len)
    return FALSE;
  place->link = ((const CandRun *) g_ptr_array_index (block->runs, first))->link;
  for (guint i = 0; i < block->runs->len; i++)
    {
      const CandRun *run = g_ptr_array_index (block->runs, i);

      if (i < first)
        g_string_append (place->before, run->text);
      else if (g_strcmp0 (run->link, place->link) == 0)
        g_string_append (place->text, run->text);
      else
        break;
    }
  return TRUE;
}

/* Links with the same key have the same shape, and stand together. NULL for one that stands where
 * no position would be named. (transfer full) */
static char *
dup_key (Reader *self, const CandPassage *passage, Place *place)
{
  g_autofree char *words = cand_words_dup (place->text->str);
  gboolean invites = cand_words_are_invitation (words) && !cand_words_are_numbered (words);
  gboolean names = cand_mention_names_position (place->text->str);
  gboolean leads = place->before->str[strspn (place->before->str, " \n")] == '\0';
  guint cells = 0;

  place->titled = names || invites;
  if (passage->heading > 0)
    return names && leads ? g_strdup_printf ("heading %u %u", passage->above, passage->heading)
                          : NULL;
  switch (passage->block->type)
    {
    case CAND_BLOCK_ITEM:
      if (!leads && !invites)
        return NULL;
      place->titled = leads ? names : invites;
      return g_strdup_printf ("item %u %u %d %d", self->run, passage->block->level,
                              passage->block->continues, leads);
    case CAND_BLOCK_TABLE_ROW:
      for (const char *p = place->before->str; (p = strstr (p, " · ")) != NULL; p += strlen (" · "))
        cells++;
      return g_strdup_printf ("row %u %u", self->run, cells);
    case CAND_BLOCK_PARAGRAPH:
      if (passage->above != CAND_NO_PASSAGE && invites)
        {
          const CandPassage *heading = cand_announcement_get (self->announcement, passage->above);

          if (cand_mention_names_position (heading->text))
            return g_strdup_printf ("section %u %u", heading->above, heading->heading);
        }
      return NULL;
    case CAND_BLOCK_HEADING:
    case CAND_BLOCK_QUOTE:
    case CAND_BLOCK_PREFORMATTED:
    case CAND_BLOCK_RULE:
      return NULL;
    }
  return NULL;
}

static Group *
ensure_group (Reader *self, const char *key)
{
  Group *group = g_hash_table_lookup (self->groups, key);

  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      g_hash_table_insert (self->groups, g_strdup (key), group);
    }
  return group;
}

static void
add_sibling (Reader *self, guint index, const char *key, const Place *place)
{
  const CandPassage *passage = cand_announcement_get (self->announcement, index);
  Group *group = ensure_group (self, key);
  g_autofree char *site = NULL;
  Sibling sibling = { .group = group, .link = place->link };
  guint uses;

  if (place->target != NULL)
    {
      group->known = group->known || place->target->is_code;
      return;
    }
  sibling.kind = find_kind (self, place->link, &site);
  if (sibling.kind == LINK_DENIED || !is_under_positions (self, passage) ||
      (place->titled && group->site != NULL && g_strcmp0 (group->site, site) != 0))
    group->spoilt = TRUE;
  if (!place->titled)
    return;
  if (group->site == NULL)
    group->site = g_steal_pointer (&site);
  if ((sibling.kind != LINK_OWN && sibling.kind != LINK_JOB) || self->siblings->len >= MAX_SIBLINGS)
    return;
  sibling.use = g_strconcat (key, " ", place->link, NULL);
  uses = GPOINTER_TO_UINT (g_hash_table_lookup (self->uses, sibling.use));
  g_hash_table_insert (self->uses, g_strdup (sibling.use), GUINT_TO_POINTER (uses + 1));
  g_array_append_val (self->siblings, sibling);
}

static void
read_passage (Reader *self, guint index)
{
  const CandPassage *passage = cand_announcement_get (self->announcement, index);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) before = g_string_new (NULL);
  Place place = { .text = text, .before = before };
  g_autofree char *key = NULL;

  if (passage->block->aside || passage->part == CAND_PART_HOW_TO_APPLY ||
      passage->part == CAND_PART_LOCATIONS || passage->part == CAND_PART_STATEMENT ||
      (self->announcement->title != CAND_NO_PASSAGE && index <= self->announcement->title) ||
      !find_place (self, passage->block, &place))
    return;
  key = dup_key (self, passage, &place);
  if (key != NULL)
    add_sibling (self, index, key, &place);
}

/* What the passage at @index is to the ones after it. */
static void
follow_context (Reader *self, guint index)
{
  const CandPassage *passage = cand_announcement_get (self->announcement, index);

  if (index > 0 &&
      passage->block->type != cand_announcement_get (self->announcement, index - 1)->block->type)
    self->run++;
  if (passage->heading > 0)
    self->lead = CAND_NO_PASSAGE;
  else if (passage->block->type == CAND_BLOCK_PARAGRAPH)
    self->lead = index;
}

static void
read_accounts (Reader *self)
{
  for (guint i = 0; i < cand_announcement_get_length (self->announcement); i++)
    {
      const CandBlock *block = cand_announcement_get (self->announcement, i)->block;

      for (guint j = 0; j < block->runs->len && self->accounts->len < MAX_ACCOUNTS; j++)
        {
          const char *link = ((const CandRun *) g_ptr_array_index (block->runs, j))->link;
          const CandTarget *target = link != NULL ? cand_targets_find (self->targets, link) : NULL;

          if (target != NULL && target->account != NULL &&
              !g_ptr_array_find_with_equal_func (self->accounts, target->account, g_str_equal,
                                                 NULL))
            g_ptr_array_add (self->accounts, g_strdup (target->account));
        }
    }
}

void
cand_siblings_read (CandAnnouncement *announcement, CandTargets *targets, const char *address)
{
  g_autoptr (GUri) uri = address != NULL ? cand_address_to_uri (address) : NULL;
  g_autofree char *site = uri != NULL ? cand_programme_dup_host_name (uri) : NULL;
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) group_free);
  g_autoptr (GHashTable) uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) siblings = g_array_new (FALSE, FALSE, sizeof (Sibling));
  Reader reader = { .announcement = announcement,
                    .targets = targets,
                    .address = uri,
                    .site = site,
                    .accounts = accounts,
                    .groups = groups,
                    .uses = uses,
                    .siblings = siblings,
                    .lead = CAND_NO_PASSAGE };

  g_array_set_clear_func (siblings, (GDestroyNotify) sibling_clear);
  read_accounts (&reader);
  for (guint i = 0; i < cand_announcement_get_length (announcement); i++)
    {
      follow_context (&reader, i);
      read_passage (&reader, i);
    }
  for (guint i = 0; i < siblings->len; i++)
    {
      const Sibling *sibling = &g_array_index (siblings, Sibling, i);

      /* One address for several is where all of them are applied for. */
      if ((sibling->group->known || !sibling->group->spoilt) &&
          GPOINTER_TO_UINT (g_hash_table_lookup (uses, sibling->use)) == 1)
        cand_targets_add_position (targets, sibling->link);
    }
}
