/* cand-store-positions-page.c: what a position's own page says beside its board's list
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-positions-private.h"
#include "cand-store-revisions.h"
#include "cand-store-search.h"

/* A row holds what both say, and which facts only the page said (page_facts). The list's word comes
 * first: what it says is never taken from the page. So the list can be read again without wiping
 * what only the page says, and the page without the list's facts, which stand in the same row; and
 * each is compared with itself: the list by the position's digest, the whole by its revision's. */

static gboolean
says_workplace (CandPosition *position)
{
  return cand_position_get_workplace (position) != CAND_WORKPLACE_UNKNOWN ||
         *cand_position_get_workplace_text (position) != '\0';
}

static gboolean
says_employment (CandPosition *position)
{
  return cand_position_get_employment (position) != CAND_EMPLOYMENT_UNKNOWN ||
         *cand_position_get_employment_text (position) != '\0';
}

static gboolean
says_pay (CandPosition *position)
{
  return cand_position_get_pay (position) != NULL || *cand_position_get_pay_text (position) != '\0';
}

/* A list without a word on where one applies leaves the position's own address there. */
static gboolean
says_application_url (CandPosition *position)
{
  const char *url = cand_position_get_application_url (position);

  return *url != '\0' && !g_str_equal (url, cand_position_get_url (position));
}

/* Which of the facts @position says. */
static guint
find_facts (CandPosition *position)
{
  const char *description = cand_position_get_description (position);
  const struct
  {
    CandPageFact fact;
    gboolean said;
  } facts[] = {
    { CAND_PAGE_FACT_APPLICATION_URL, says_application_url (position) },
    { CAND_PAGE_FACT_LOCATIONS, *cand_position_get_locations (position) != NULL },
    { CAND_PAGE_FACT_WORKPLACE, says_workplace (position) },
    { CAND_PAGE_FACT_EMPLOYMENT, says_employment (position) },
    { CAND_PAGE_FACT_PUBLISHED, cand_position_get_published (position) != NULL },
    { CAND_PAGE_FACT_UPDATED, cand_position_get_updated (position) != NULL },
    { CAND_PAGE_FACT_CLOSING, cand_position_get_closing (position) != NULL },
    { CAND_PAGE_FACT_PAY, says_pay (position) },
    { CAND_PAGE_FACT_EDUCATION, *cand_position_get_education (position) != '\0' },
    { CAND_PAGE_FACT_EXPERIENCE, *cand_position_get_experience (position) != '\0' },
    { CAND_PAGE_FACT_FUNCTION, *cand_position_get_function (position) != '\0' },
    { CAND_PAGE_FACT_DESCRIPTION, description != NULL && *description != '\0' },
  };
  guint said = 0;

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i].said)
      said |= facts[i].fact;
  return said;
}

/* Makes @into say of @facts what @from says. */
static void
copy_facts (CandPosition *into, CandPosition *from, guint facts)
{
  if (facts & CAND_PAGE_FACT_APPLICATION_URL)
    cand_position_set_application_url (into, cand_position_get_application_url (from));
  if (facts & CAND_PAGE_FACT_LOCATIONS)
    cand_position_set_locations (into, cand_position_get_locations (from));
  if (facts & CAND_PAGE_FACT_WORKPLACE)
    cand_position_set_workplace (into, cand_position_get_workplace (from),
                                 cand_position_get_workplace_text (from));
  if (facts & CAND_PAGE_FACT_EMPLOYMENT)
    cand_position_set_employment (into, cand_position_get_employment (from),
                                  cand_position_get_employment_text (from));
  if (facts & CAND_PAGE_FACT_PUBLISHED)
    cand_position_set_published (into, cand_position_get_published (from));
  if (facts & CAND_PAGE_FACT_UPDATED)
    cand_position_set_updated (into, cand_position_get_updated (from));
  if (facts & CAND_PAGE_FACT_CLOSING)
    cand_position_set_closing (into, cand_position_get_closing (from));
  if (facts & CAND_PAGE_FACT_PAY)
    cand_position_set_pay (into, cand_position_get_pay (from), cand_position_get_pay_text (from));
  if (facts & CAND_PAGE_FACT_EDUCATION)
    cand_position_set_education (into, cand_position_get_education (from));
  if (facts & CAND_PAGE_FACT_EXPERIENCE)
    cand_position_set_experience (into, cand_position_get_experience (from));
  if (facts & CAND_PAGE_FACT_FUNCTION)
    cand_position_set_function (into, cand_position_get_function (from));
  if (facts & CAND_PAGE_FACT_DESCRIPTION)
    cand_position_set_description (into, cand_position_get_description (from));
}

CandPosition *
cand_store_positions_keep_page (CandPosition *known, CandPosition *listed, guint *facts)
{
  CandPosition *whole =
      cand_position_new (cand_position_get_board_key (known), cand_position_get_code (known));

  cand_position_set_title (whole, cand_position_get_title (listed));
  cand_position_set_department (whole, cand_position_get_department (listed));
  cand_position_set_url (whole, cand_position_get_url (listed));
  copy_facts (whole, listed, G_MAXUINT);
  *facts &= ~find_facts (listed);
  copy_facts (whole, known, *facts);
  return whole;
}

/* --- the page was read --- */

typedef struct
{
  gint64 id;
  CandPosition *page;
  const char *plain;
  gint64 now;
} PageReading;

/* What is known of a position's page: when it was read before, and what only it says. */
static gboolean
load_state (CandConnection *connection, gint64 id, gint64 *detailed, guint *facts, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "SELECT detailed, page_facts FROM position WHERE id = ?", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, id);
  if (cand_statement_step (statement, &failure))
    {
      *detailed = cand_statement_get_int64 (statement, 0);
      *facts = cand_statement_get_int64 (statement, 1);
      return TRUE;
    }
  if (failure == NULL)
    g_set_error_literal (&failure, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED,
                         "The position is gone");
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The first reading completes what is there; a later one that differs is another content. */
static gboolean
turn_revision (CandConnection *connection,
               const PageReading *reading,
               const char *digest,
               gboolean first,
               guint *revisions,
               GError **error)
{
  g_autofree char *present = cand_store_revisions_get_present (connection, reading->id, error);

  *revisions = 0;
  if (present == NULL)
    return FALSE;
  if (first || *present == '\0' || g_str_equal (present, digest))
    return cand_store_revisions_complete (connection, reading->id, digest, error);
  *revisions = cand_store_revisions_turn (connection, reading->id, digest, reading->now, error);
  return *revisions != 0;
}

static gboolean
write_whole (CandConnection *connection,
             const PageReading *reading,
             CandPosition *whole,
             guint facts,
             guint revisions,
             GError **error)
{
  /* Its digest, last of the content, is the list's, which is not read again here. */
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "UPDATE position SET " CAND_CONTENT_UPDATES " || digest, detailed = ?21, page_facts = ?22, "
      "changed = CASE ?23 WHEN 0 THEN changed ELSE ?21 END, "
      "revisions = CASE ?23 WHEN 0 THEN revisions ELSE ?23 END WHERE id = ?24",
      error);
  const char *plain = facts & CAND_PAGE_FACT_DESCRIPTION ? reading->plain : NULL;
  const CandContent content = { whole, cand_position_get_description (whole) != NULL ? plain : "",
                                "" };

  if (statement == NULL)
    return FALSE;
  cand_store_positions_bind_content (statement, &content);
  cand_statement_add_int64 (statement, reading->now);
  cand_statement_add_int64 (statement, facts);
  cand_statement_add_int64 (statement, revisions);
  cand_statement_add_int64 (statement, reading->id);
  return cand_statement_run (statement, error) &&
         cand_store_positions_write_text (connection, reading->id, &content, error) &&
         cand_store_search_index_position (connection, reading->id, error);
}

static gboolean
write_page (CandConnection *connection, gpointer data, GError **error)
{
  const PageReading *reading = data;
  g_autoptr (CandPosition) whole = NULL;
  g_autofree char *digest = NULL;
  gint64 detailed;
  guint facts, open, revisions;

  if (!load_state (connection, reading->id, &detailed, &facts, error))
    return FALSE;
  whole = cand_store_positions_load (connection, reading->id, error);
  if (whole == NULL)
    return FALSE;
  /* Everything that the list leaves open is the page's to say, or to say no longer. */
  open = facts | ~find_facts (whole);
  copy_facts (whole, reading->page, open);
  facts = open & find_facts (reading->page);
  digest = cand_position_dup_digest (whole);
  return turn_revision (connection, reading, digest, detailed == 0, &revisions, error) &&
         write_whole (connection, reading, whole, facts, revisions, error);
}

/**
 * cand_store_positions_set_page:
 * @connection: a connection that may write
 * @id: row id
 * @page: the position as its own page says it
 * @plain: (nullable): the words of its description
 * @now: seconds since the epoch
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_positions_set_page (CandConnection *connection,
                               gint64 id,
                               CandPosition *page,
                               const char *plain,
                               gint64 now,
                               GError **error)
{
  PageReading reading = { id, page, plain != NULL ? plain : "", now };

  return cand_connection_transact (connection, CAND_DURABILITY_CACHE, write_page, &reading, error);
}

/**
 * cand_store_positions_look_up_page:
 * @connection: a connection
 * @key: "system:account:code"
 * @state: (out): what is known of its page
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: FALSE on failure; with an id of 0 in @state where there is no such position
 */
gboolean
cand_store_positions_look_up_page (CandConnection *connection,
                                   const char *key,
                                   CandPageState *state,
                                   GError **error)
{
  g_autoptr (CandStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  *state = (CandPageState) { 0 };
  state->id = cand_store_positions_find (connection, key, &failure);
  if (failure == NULL && state->id != 0)
    statement = cand_statement_new (
        connection,
        "SELECT p.state, p.detailed, b.confirmed, coalesce (x.html, '') <> '' FROM position p "
        "JOIN board b ON b.id = p.board LEFT JOIN position_text x ON x.position = p.id "
        "WHERE p.id = ?",
        &failure);
  if (statement != NULL)
    {
      cand_statement_add_int64 (statement, state->id);
      if (cand_statement_step (statement, &failure))
        {
          state->state = cand_statement_get_int64 (statement, 0);
          state->read = cand_statement_get_int64 (statement, 1);
          state->board_read = cand_statement_get_int64 (statement, 2);
          state->has_text = cand_statement_get_int64 (statement, 3) != 0;
        }
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
