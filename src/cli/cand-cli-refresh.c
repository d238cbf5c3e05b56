/* cand-cli-refresh.c: --refresh
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "cand-cli-json.h"
#include "cand-cli-output.h"

static void
print_json (CandCliSession *session, GPtrArray *reports, GPtrArray *programmes)
{
  GListModel *blogs = cand_library_get_blogs (session->library);
  GListModel *offers = cand_library_get_offers (session->library);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "boards");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reports->len; i++)
    cand_cli_json_add_report (builder, g_ptr_array_index (reports, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "programmes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < programmes->len; i++)
    cand_cli_json_add_programme_report (builder, g_ptr_array_index (programmes, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "blogs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (blogs); i++)
    {
      g_autoptr (CandBlog) blog = g_list_model_get_item (blogs, i);

      cand_cli_json_add_blog (builder, blog, offers);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cand_cli_json_print (builder);
}

/* One kind of change; a title that cannot be read any more leaves its key alone on the line. */
static void
print_keys (CandCliSession *session, const char *heading, GStrv keys)
{
  if (keys == NULL || keys[0] == NULL)
    return;
  cand_cli_print ("  %s\n", heading);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (CandPosition) position = cand_cli_session_load (session, keys[i], NULL);
      g_autofree char *title =
          cand_cli_dup_line (position != NULL ? cand_position_get_title (position) : "", 0);

      if (!cand_cli_print ("    %s  %s\n", keys[i], title))
        return;
    }
}

static gboolean
is_empty (GStrv keys)
{
  return keys == NULL || keys[0] == NULL;
}

static void
print_report (CandCliSession *session, const CandBoardReport *report)
{
  g_autofree char *name = cand_cli_dup_line (report->name != NULL ? report->name : "", 0);

  cand_cli_print ("%s (%s)\n", name[0] != '\0' ? name : report->board, report->board);
  if (report->error != NULL)
    cand_cli_print ("  %s\n", _ ("Not read; what was known stays"));
  else if (is_empty (report->new_keys) && is_empty (report->changed_keys) &&
           is_empty (report->gone_keys))
    cand_cli_print ("  %s\n", _ ("Nothing changed"));
  print_keys (session, C_ ("positions", "New"), report->new_keys);
  print_keys (session, C_ ("positions", "Changed"), report->changed_keys);
  print_keys (session, C_ ("positions", "Gone"), report->gone_keys);
  if (report->skipped > 0)
    {
      g_autofree char *sentence = g_strdup_printf (
          ngettext ("%u entry could not be read", "%u entries could not be read", report->skipped),
          report->skipped);

      cand_cli_print ("  %s\n", sentence);
    }
}

static void
complain_of_board (const CandBoardReport *report)
{
  g_autofree char *sentence =
      report->state == CAND_BOARD_STATE_SUSPECT
          /* Translators: the key of a board (workable:huggingface), and the reason. */
          ? g_strdup_printf (_ ("%s is not believed yet: %s"), report->board,
                             report->error->message)
          : g_strdup_printf (_ ("%s could not be read: %s"), report->board, report->error->message);

  cand_cli_complain (sentence);
}

/* The announcement by its title, else by its name. (transfer full) */
static char *
dup_programme_name (const CandProgrammeReport *report)
{
  g_autofree char *title = cand_cli_dup_line (report->title != NULL ? report->title : "", 0);

  return title[0] != '\0' ? g_steal_pointer (&title) : g_strdup (report->name);
}

static void
print_titles (const char *heading, GStrv titles)
{
  if (is_empty (titles))
    return;
  cand_cli_print ("  %s\n", heading);
  for (guint i = 0; titles[i] != NULL; i++)
    {
      g_autofree char *title = cand_cli_dup_line (titles[i], 0);

      cand_cli_print ("    %s\n", title);
    }
}

static void
print_renamed (const CandProgrammeChanges *changes)
{
  if (is_empty (changes->renamed))
    return;
  cand_cli_print ("  %s\n", C_ ("positions", "Renamed"));
  for (guint i = 0; changes->renamed[i] != NULL; i++)
    {
      const char *before = cand_programme_changes_get_earlier (changes, i);
      g_autofree char *title = cand_cli_dup_line (changes->renamed[i], 0);
      g_autofree char *earlier = cand_cli_dup_line (before != NULL ? before : "", 0);
      /* Translators: %s is what an announcement called a position before. */
      g_autofree char *was = g_strdup_printf (_ ("was “%s”"), earlier);

      if (before != NULL)
        cand_cli_print ("    %s (%s)\n", title, was);
      else
        cand_cli_print ("    %s\n", title);
    }
}

static void
print_programme (const CandProgrammeReport *report)
{
  g_autofree char *name = dup_programme_name (report);
  g_autofree char *summary = NULL;

  if (report->error != NULL)
    {
      summary = g_strdup_printf (_ ("Not read; what was known stays: %s"), report->error->message);
      cand_cli_print ("%s\n  %s\n", name, summary);
      return;
    }
  if (report->changes != NULL)
    summary = cand_programme_changes_dup_summary (report->changes);
  /* Translators: the title of an announcement, and what changed in it. */
  cand_cli_print (_ ("%s: %s\n"), name, summary != NULL ? summary : _ ("nothing changed"));
  if (report->changes != NULL)
    {
      print_titles (C_ ("positions", "Withdrawn"), report->changes->withdrawn);
      print_titles (C_ ("positions", "Added"), report->changes->added);
      print_renamed (report->changes);
    }
}

/* Of a blog that could be read only what it offers is told. */
static void
print_failed_blogs (GListModel *blogs)
{
  for (guint i = 0; i < g_list_model_get_n_items (blogs); i++)
    {
      g_autoptr (CandBlog) blog = g_list_model_get_item (blogs, i);
      const GError *failure = cand_blog_get_error (blog);
      g_autofree char *title = cand_cli_dup_line (cand_blog_get_title (blog), 0);
      g_autofree char *sentence = NULL;

      if (failure == NULL)
        continue;
      sentence = g_strdup_printf (_ ("Not read; what was known stays: %s"), failure->message);
      cand_cli_print ("%s (%s)\n  %s\n", title, cand_blog_get_url (blog), sentence);
    }
}

/* Posts of followed blogs that wait for the person to follow or dismiss them. */
static void
print_offers (GListModel *offers)
{
  for (guint i = 0; i < g_list_model_get_n_items (offers); i++)
    {
      g_autoptr (CandOffer) offer = g_list_model_get_item (offers, i);
      g_autofree char *title = cand_cli_dup_line (cand_offer_get_title (offer), 0);
      guint n = cand_offer_get_n_positions (offer);
      g_autofree char *sentence = g_strdup_printf (
          /* Translators: the title of a blog's post, and how many positions it introduces. */
          ngettext ("“%s” introduces %u position; it is not followed",
                    "“%s” introduces %u positions; it is not followed", n),
          title, n);

      cand_cli_print ("%s\n  %s\n", sentence, cand_offer_get_url (offer));
    }
}

/* A board that failed is told on standard error, whatever is printed. An announcement that cannot
 * be read any more is not: posts go, and what they said is kept. */
static void
complain_of_boards (CandCliSession *session, GPtrArray *reports)
{
  for (guint i = 0; i < reports->len; i++)
    {
      const CandBoardReport *report = g_ptr_array_index (reports, i);

      if (report->error == NULL)
        continue;
      complain_of_board (report);
      session->failed = TRUE;
    }
}

gboolean
cand_cli_refresh (CandCliSession *session, const CandCliOptions *options, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GPtrArray) programmes = NULL;

  cand_library_refresh_async (session->library, NULL, TRUE, session->cancellable,
                              cand_cli_keep_result, &result);
  cand_cli_await (&result);
  reports = cand_library_refresh_finish (session->library, result, error);
  if (reports == NULL)
    return FALSE;
  programmes = cand_library_refresh_get_programmes (session->library, result);

  if (options->json)
    print_json (session, reports, programmes);
  else
    {
      for (guint i = 0; i < reports->len; i++)
        print_report (session, g_ptr_array_index (reports, i));
      for (guint i = 0; i < programmes->len; i++)
        print_programme (g_ptr_array_index (programmes, i));
      print_failed_blogs (cand_library_get_blogs (session->library));
      print_offers (cand_library_get_offers (session->library));
    }
  complain_of_boards (session, reports);
  return TRUE;
}
