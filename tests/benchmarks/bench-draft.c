/* bench-draft.c: what a key costs in a large draft, how soon it is on the disk, and how soon a
 * draft is open
 *
 * "bench-draft DIRECTORY" makes a draft of 100 fields and 200 kB there and prints figures in
 * microseconds, several times the same name where there are several samples:
 *
 * key: a character typed into the longest answer, without the layout that GTK does later
 * bare-key: the same, with our handlers held back: what GTK does at once
 * durable: from a key to its being on the disk
 * open: from asking for the draft to the frame that shows it
 * whole: from asking for the draft to its last question, far below, being made as well
 * bare-open: from making an AdwPreferencesPage of 100 entry rows to the frame that shows it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/store/cand-store-forms.h"
#include "ui/application/cand-application-page.h"
#include "ui/application/cand-field-row.h"

#define POSITION "workable:huggingface:9B5436D6FA"
#define CODE "9B5436D6FA"
#define N_FIELDS 100
#define PARAGRAPH_EVERY 5
#define LONGEST 150000
#define OTHERS 2600

#define N_KEYS 2000
#define N_DURABLE 60
#define N_OPEN 15

static GMainLoop *loop;
static CandLibrary *library;
static CandApplication *application;
static GtkWindow *window;
static gint64 began;
static gboolean painted;

static void
print_figure (const char *name, gint64 microseconds)
{
  printf ("%s %" G_GINT64_FORMAT "\n", name, microseconds);
}

/* --- the draft --- */

static CandForm *
create_form (void)
{
  static const CandFieldType types[PARAGRAPH_EVERY] = {
    CAND_FIELD_TYPE_PARAGRAPH, CAND_FIELD_TYPE_TEXT,     CAND_FIELD_TYPE_EMAIL,
    CAND_FIELD_TYPE_BOOLEAN,   CAND_FIELD_TYPE_DROPDOWN,
  };
  CandForm *form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  guint section = cand_form_add_section (form, "all", "Questions");

  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *id = g_strdup_printf ("f%u", i);
      g_autofree char *label = g_strdup_printf ("Question %u", i + 1);
      g_autoptr (CandField) field = cand_field_new (id, types[i % G_N_ELEMENTS (types)], label);

      for (guint j = 0; j < 6 && cand_field_get_field_type (field) == CAND_FIELD_TYPE_DROPDOWN; j++)
        {
          g_autofree char *option = g_strdup_printf ("%u", j);

          cand_field_add_option (field, option, option);
        }
      cand_form_add_field (form, section, field);
    }
  return form;
}

static void
keep_form (const char *directory)
{
  g_autofree char *path = g_build_filename (directory, "candidacy.db", NULL);
  g_autoptr (CandConnection) connection =
      cand_connection_open (path, CAND_CONNECTION_READ_WRITE, NULL);
  g_autoptr (CandForm) form = create_form ();
  g_autoptr (GError) error = NULL;
  gint64 position;

  if (!cand_connection_get_int64 (connection, "SELECT id FROM position WHERE code = '" CODE "'",
                                  &position, &error) ||
      !cand_store_forms_keep (connection, position, form, &error))
    g_error ("%s", error->message);
}

static void
fill_draft (void)
{
  for (guint i = 0; i < N_FIELDS; i += PARAGRAPH_EVERY)
    {
      g_autofree char *id = g_strdup_printf ("f%u", i);
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < (i == 0 ? LONGEST : OTHERS))
        g_string_append (text, text->len % 10 == 0
                                   ? "Words that say little, but there are many of them.\n\n"
                                   : "Words that say little, but there are many of them. ");
      cand_answer_set_text (cand_application_find_answer (application, id), text->str);
    }
}

static void
drafted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&application);
  application = cand_library_draft_finish (library, result, NULL, &error);
  if (application == NULL)
    g_error ("%s", error->message);
  g_main_loop_quit (loop);
}

static void
open_draft (void)
{
  cand_library_draft_async (library, POSITION, FALSE, NULL, drafted_cb, NULL);
  g_main_loop_run (loop);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!cand_library_save_finish (library, result, &error))
    g_error ("%s", error->message);
  g_main_loop_quit (loop);
}

static void
save_draft (void)
{
  cand_library_save_async (library, application, NULL, saved_cb, NULL);
  g_main_loop_run (loop);
}

/* --- keys --- */

static GtkTextView *
find_text_view (GtkWidget *widget)
{
  GtkTextView *found = NULL;

  if (GTK_IS_TEXT_VIEW (widget))
    return GTK_TEXT_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text_view (child);
  return found;
}

/* In the middle, where people revise. */
static gint64
press_key (GtkTextBuffer *buffer)
{
  GtkTextIter iter;
  gint64 start;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, gtk_text_buffer_get_char_count (buffer) / 2);
  gtk_text_buffer_place_cursor (buffer, &iter);
  start = g_get_monotonic_time ();
  gtk_text_buffer_insert_interactive_at_cursor (buffer, "x", 1, TRUE);
  return g_get_monotonic_time () - start;
}

static void
press_keys (GtkTextBuffer *buffer, const char *name)
{
  for (guint i = 0; i < N_KEYS; i++)
    {
      print_figure (name, press_key (buffer));
      /* Whatever is due comes between keys, as it does for a person. */
      while (i % 50 == 0 && g_main_context_pending (NULL))
        g_main_context_iteration (NULL, FALSE);
    }
}

static void
measure_keys (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (view), CAND_TYPE_FIELD_ROW);

  /* The row takes the whole text once, when it does not know what was there before. */
  press_key (buffer);
  press_keys (buffer, "key");
  if (g_signal_handlers_block_matched (buffer, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, row) == 0)
    g_error ("The row does not listen");
  press_keys (buffer, "bare-key");
  g_signal_handlers_unblock_matched (buffer, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, row);
}

static void
save_state_cb (CandApplication *changed)
{
  if (cand_application_get_save_state (changed) == CAND_SAVE_STATE_SAVED)
    g_main_loop_quit (loop);
}

static void
measure_durable (GtkTextBuffer *buffer)
{
  gulong handler =
      g_signal_connect (application, "notify::save-state", G_CALLBACK (save_state_cb), NULL);

  for (guint i = 0; i < N_DURABLE; i++)
    {
      gint64 start = g_get_monotonic_time ();

      press_key (buffer);
      g_main_loop_run (loop);
      print_figure ("durable", g_get_monotonic_time () - start);
    }
  g_signal_handler_disconnect (application, handler);
}

/* --- opening --- */

static void
after_paint_cb (GdkFrameClock *clock)
{
  if (painted || began == 0)
    return;
  painted = TRUE;
  g_main_loop_quit (loop);
}

/* The time from @began to the frame that has @content. */
static gint64
present (GtkWidget *content)
{
  painted = FALSE;
  adw_window_set_content (ADW_WINDOW (window), content);
  g_main_loop_run (loop);
  return g_get_monotonic_time () - began;
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = CAND_IS_FIELD_ROW (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

static gint64
wait_for_rows (void)
{
  while (count_rows (adw_window_get_content (ADW_WINDOW (window))) < N_FIELDS)
    g_main_context_iteration (NULL, TRUE);
  return g_get_monotonic_time () - began;
}

static void
rest (void)
{
  began = 0;
  adw_window_set_content (ADW_WINDOW (window), gtk_label_new ("Between"));
  for (gint64 end = g_get_monotonic_time () + 200000; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
}

static GtkWidget *
create_bare_page (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, "Questions");
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *label = g_strdup_printf ("Question %u", i + 1);
      GtkWidget *row = adw_entry_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
      adw_preferences_group_add (group, row);
    }
  return page;
}

static void
measure_open (void)
{
  for (guint i = 0; i < N_OPEN; i++)
    {
      rest ();
      began = g_get_monotonic_time ();
      print_figure ("bare-open", present (create_bare_page ()));
      rest ();
      began = g_get_monotonic_time ();
      open_draft ();
      print_figure ("open",
                    present (GTK_WIDGET (cand_application_page_new (library, application))));
      print_figure ("whole", wait_for_rows ());
    }
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!cand_library_open_finish (library, result, &error))
    g_error ("%s", error->message);
  g_main_loop_quit (loop);
}

static void
realize_cb (GtkWidget *widget)
{
  g_signal_connect (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (after_paint_cb),
                    NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  GtkTextView *view;

  if (argc != 2)
    return 2;
  adw_init ();
  loop = g_main_loop_new (NULL, FALSE);
  library = cand_library_new (argv[1], g_getenv ("CANDIDACY_HOSTS"), &error);
  if (library == NULL)
    g_error ("%s", error->message);
  cand_library_open_async (library, NULL, opened_cb, NULL);
  g_main_loop_run (loop);
  keep_form (argv[1]);
  open_draft ();
  fill_draft ();
  save_draft ();

  window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (window, 900, 700);
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
  gtk_window_present (window);
  measure_open ();
  view = find_text_view (adw_window_get_content (ADW_WINDOW (window)));
  measure_keys (view);
  measure_durable (gtk_text_view_get_buffer (view));
  fflush (stdout);
  _exit (0);
}
