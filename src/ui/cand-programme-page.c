/* cand-programme-page.c: an announcement: what it says, and the positions it introduces
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-programme-page.h"

#include <glib/gi18n-lib.h>

#include "cand-blocks-view.h"
#include "cand-error-text.h"
#include "cand-following.h"
#include "cand-links.h"
#include "cand-plain-row.h"
#include "cand-status-text.h"

struct _CandProgrammePage
{
  AdwNavigationPage parent_instance;

  CandLibrary *library;       /* (owned) */
  CandProgramme *programme;   /* (owned) */
  CandPositionList *on_board; /* (owned): the positions that it introduces, as they are now */
  GPtrArray *rows;            /* (owned): of the checklist */
  GPtrArray *change_rows;     /* (owned): of the changes */
  GPtrArray *more_rows;       /* (owned): of what is open besides */
  char *shown_states;         /* (owned) (nullable): of the positions, so that the same ones stay */
  GSignalGroup *notes;        /* (owned): what the programme notifies */
  guint fill_source;          /* shows what changed; 0 for none */
  gboolean text_changed;      /* what the announcement says */

  GtkLabel *byline;                   /* (unowned): template children from here */
  AdwPreferencesGroup *changes_group; /* (unowned) */
  AdwExpanderRow *changes_row;        /* (unowned) */
  AdwPreferencesGroup *checklist;     /* (unowned) */
  CandBlocksView *how_to_apply;       /* (unowned) */
  GtkWidget *how_to_apply_group;      /* (unowned) */
  CandBlocksView *introduction;       /* (unowned) */
  CandBlocksView *locations;          /* (unowned) */
  GtkWidget *locations_group;         /* (unowned) */
  AdwPreferencesGroup *more_group;    /* (unowned) */
  GtkWidget *open_button;             /* (unowned) */
  GtkWidget *portal_button;           /* (unowned) */
  GtkBox *positions;                  /* (unowned) */
  CandBlocksView *statement;          /* (unowned) */
  GtkWidget *statement_group;         /* (unowned) */
  GtkLabel *status;                   /* (unowned) */
  GtkLabel *title;                    /* (unowned) */
};

G_DEFINE_FINAL_TYPE (CandProgrammePage, cand_programme_page, ADW_TYPE_NAVIGATION_PAGE)

/* --- the positions --- */

static GtkWidget *
make_icon (const char *icon_name)
{
  return g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "icon-name", icon_name, NULL);
}

/* @action with @target runs when the row is pressed. */
static void
make_active (GtkWidget *row, const char *action, const char *target, const char *icon_name)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_icon (icon_name));
}

/* A position of a board that is known leads to its page here, another one to the browser. */
static GtkWidget *
make_entry_row (const CandProgrammeEntry *entry, const char *state)
{
  GtkWidget *row = cand_plain_row_new (entry->title, entry->summary);

  if (state != NULL && *state != '\0')
    {
      GtkWidget *label =
          g_object_new (GTK_TYPE_LABEL, "label", state, "valign", GTK_ALIGN_CENTER, NULL);

      gtk_widget_add_css_class (label, "pill-label");
      gtk_widget_add_css_class (label, "caption");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  if (*entry->key != '\0')
    make_active (row, "win.show-position", entry->key, "go-next-symbolic");
  else if (*entry->url != '\0')
    make_active (row, "win.open-address", entry->url, "adw-external-link-symbolic");
  return row;
}

/* (element-type utf8 utf8): from the keys of positions to the words for their states; the words are
 * static. */
static GHashTable *
collect_states (CandProgrammePage *self)
{
  GHashTable *states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->on_board)); i++)
    {
      g_autoptr (CandPosition) position = g_list_model_get_item (G_LIST_MODEL (self->on_board), i);

      if (position != NULL)
        g_hash_table_insert (states, g_strdup (cand_position_get_key (position)),
                             (char *) cand_position_get_state_label (position));
    }
  return states;
}

static void
fill_positions (CandProgrammePage *self)
{
  g_autoptr (GHashTable) states = collect_states (self);
  g_autoptr (GString) all = g_string_new (NULL);
  GtkWidget *group = NULL;
  const char *team = NULL;

  for (guint i = 0; i < cand_programme_get_n_entries (self->programme); i++)
    {
      const char *state =
          g_hash_table_lookup (states, cand_programme_get_entry (self->programme, i)->key);

      g_string_append_printf (all, "%s,", state != NULL ? state : "");
    }
  if (!g_set_str (&self->shown_states, all->str))
    return;
  while ((group = gtk_widget_get_first_child (GTK_WIDGET (self->positions))) != NULL)
    gtk_box_remove (self->positions, group);
  for (guint i = 0; i < cand_programme_get_n_entries (self->programme); i++)
    {
      const CandProgrammeEntry *entry = cand_programme_get_entry (self->programme, i);

      if (g_strcmp0 (team, entry->team) != 0)
        {
          g_autofree char *title = g_markup_escape_text (entry->team, -1);

          team = entry->team;
          group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title, NULL);
          gtk_box_append (self->positions, group);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 make_entry_row (entry, g_hash_table_lookup (states, entry->key)));
    }
}

/* --- what is open on its boards, and not in it --- */

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static guint
count_open (CandProgrammePage *self, const char *board_key)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->on_board)); i++)
    {
      g_autoptr (CandPosition) position = g_list_model_get_item (G_LIST_MODEL (self->on_board), i);

      n += position != NULL && cand_position_get_state (position) == CAND_POSITION_STATE_OPEN &&
           g_str_equal (cand_position_get_board_key (position), board_key);
    }
  return n;
}

static void
add_more (CandProgrammePage *self, CandBoard *board)
{
  guint n_open = cand_board_get_n_open (board);
  guint announced = count_open (self, cand_board_get_key (board));
  guint n = n_open > announced ? n_open - announced : 0;
  g_autofree char *view = g_strconcat ("board:", cand_board_get_key (board), NULL);
  g_autofree char *title = NULL;
  GtkWidget *row;

  if (n == 0)
    return;
  title = g_strdup_printf (
      /* Translators: a number of positions, and the name of an organisation. */
      ngettext ("%u more open on the board of %s", "%u more open on the board of %s", n), n,
      cand_board_get_name (board));
  row = cand_plain_row_new (title, NULL);
  make_active (row, "win.show-view", view, "go-next-symbolic");
  adw_preferences_group_add (self->more_group, row);
  g_ptr_array_add (self->more_rows, row);
}

static void
fill_more (CandProgrammePage *self)
{
  GListModel *boards = cand_library_get_boards (self->library);

  clear_rows (self->more_group, self->more_rows);
  for (guint i = 0; i < g_list_model_get_n_items (boards); i++)
    {
      g_autoptr (CandBoard) board = g_list_model_get_item (boards, i);
      g_autofree char *prefix = g_strconcat (cand_board_get_key (board), ":", NULL);

      for (guint j = 0; j < cand_programme_get_n_entries (self->programme); j++)
        if (g_str_has_prefix (cand_programme_get_entry (self->programme, j)->key, prefix))
          {
            add_more (self, board);
            break;
          }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more_group), self->more_rows->len > 0);
}

/* --- what changed --- */

static void
add_change_rows (CandProgrammePage *self, const GStrv titles, const char *what)
{
  for (guint i = 0; titles != NULL && titles[i] != NULL; i++)
    {
      GtkWidget *row = cand_plain_row_new (titles[i], what);

      adw_expander_row_add_row (self->changes_row, row);
      g_ptr_array_add (self->change_rows, row);
    }
}

static void
add_renamed_rows (CandProgrammePage *self, const CandProgrammeChanges *changes)
{
  for (guint i = 0; changes->renamed != NULL && changes->renamed[i] != NULL; i++)
    {
      const char *earlier = cand_programme_changes_get_earlier (changes, i);
      g_autofree char *what = NULL;
      GtkWidget *row;

      if (earlier != NULL)
        /* Translators: %s is what an announcement called a position before. */
        what = g_strdup_printf (_ ("Renamed; was “%s”"), earlier);
      row = cand_plain_row_new (changes->renamed[i],
                                what != NULL ? what : C_ ("position", "Renamed"));
      adw_expander_row_add_row (self->changes_row, row);
      g_ptr_array_add (self->change_rows, row);
    }
}

static void
fill_changes (CandProgrammePage *self)
{
  const CandProgrammeChanges *changes = cand_programme_get_changes (self->programme);
  g_autofree char *summary = NULL;
  g_autofree char *day = NULL;
  g_autofree char *when = NULL;

  for (guint i = 0; i < self->change_rows->len; i++)
    adw_expander_row_remove (self->changes_row, g_ptr_array_index (self->change_rows, i));
  g_ptr_array_set_size (self->change_rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->changes_group), changes != NULL);
  if (changes == NULL)
    return;
  summary = cand_programme_changes_dup_summary (changes);
  day = cand_status_dup_day (cand_programme_get_changed (self->programme));
  /* Translators: %s is a day: "today", "30 July 2026". */
  when = g_strdup_printf (_ ("Changed %s"), day);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->changes_row), summary);
  adw_expander_row_set_subtitle (self->changes_row, when);
  /* Translators: what happened to a position in an announcement. */
  add_change_rows (self, changes->withdrawn, C_ ("position", "Withdrawn"));
  add_change_rows (self, changes->added, C_ ("position", "Added"));
  add_renamed_rows (self, changes);
  adw_expander_row_set_enable_expansion (self->changes_row, self->change_rows->len > 0);
}

static void
fill_status (CandProgrammePage *self)
{
  const GError *error = cand_programme_get_error (self->programme);
  gint64 checked = cand_programme_get_checked (self->programme);
  g_autofree char *day = cand_status_dup_day (checked);
  g_autofree char *text = NULL;
  g_autofree char *partial = cand_programme_dup_partial_note (self->programme);
  g_autoptr (GString) lines = g_string_new (NULL);

  if (g_error_matches (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_SUSPECT))
    /* Translators: %s is a day. */
    text = g_strdup_printf (_ ("Read again %s: the page lacks most of what it introduced. It is "
                               "read once more before that is believed."),
                            day);
  else if (error != NULL)
    {
      g_autofree char *sentence = cand_error_text_dup_find_sentence (error);

      /* Translators: a day, and a sentence that says why. */
      text = g_strdup_printf (_ ("Could not be read again %s. %s"), day, sentence);
    }
  else if (checked > 0)
    /* Translators: %s is a day: "today", "30 July 2026". */
    text = g_strdup_printf (_ ("Last read %s"), day);
  if (text != NULL)
    g_string_append_printf (lines, "%s\n", text);
  g_string_append (lines, cand_programme_get_reading_note (self->programme));
  if (partial != NULL)
    g_string_append_printf (lines, "\n%s", partial);
  gtk_label_set_label (self->status, lines->str);
}

/* --- what it says --- */

static void
fill_checklist (CandProgrammePage *self)
{
  const char *const *steps = cand_programme_get_checklist (self->programme);

  clear_rows (self->checklist, self->rows);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      GtkWidget *row = cand_plain_row_new (steps[i], NULL);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      GtkWidget *label = gtk_label_new (number);

      gtk_widget_add_css_class (label, "dimmed");
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
      adw_preferences_group_add (self->checklist, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->checklist), steps[0] != NULL);
}

static void
fill_byline (CandProgrammePage *self)
{
  const char *const *authors = cand_programme_get_authors (self->programme);
  const char *organisation = cand_programme_get_organisation (self->programme);
  const char *date = cand_programme_get_date (self->programme);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  g_autofree char *line = NULL;

  if (*organisation != '\0')
    g_strv_builder_add (parts, organisation);
  if (authors[0] != NULL)
    {
      g_autofree char *names = g_strjoinv (_ (", "), (char **) authors);

      /* Translators: the authors of an announcement. */
      g_strv_builder_take (parts, g_strdup_printf (_ ("by %s"), names));
    }
  g_strv_builder_take (parts, date != NULL ? cand_status_dup_iso_day (date)
                                           : g_strdup (_ ("date not stated")));
  strings = g_strv_builder_end (parts);
  line = g_strjoinv (" · ", strings);
  gtk_label_set_label (self->byline, line);
}

/* A text that the announcement lacks takes its heading with it. */
static void
fill_part (CandBlocksView *view, GtkWidget *group, const char *text)
{
  cand_blocks_view_set_text (view, text);
  gtk_widget_set_visible (group, *text != '\0');
}

static void
fill_text (CandProgrammePage *self)
{
  CandProgramme *programme = self->programme;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), cand_programme_get_title (programme));
  gtk_label_set_label (self->title, cand_programme_get_title (programme));
  gtk_widget_set_visible (self->portal_button, *cand_programme_get_portal_url (programme) != '\0');
  gtk_widget_set_visible (self->open_button, *cand_programme_get_url (programme) != '\0');
  fill_byline (self);
  fill_part (self->introduction, GTK_WIDGET (self->introduction),
             cand_programme_get_introduction (programme));
  fill_part (self->locations, self->locations_group, cand_programme_get_locations (programme));
  fill_part (self->how_to_apply, self->how_to_apply_group,
             cand_programme_get_how_to_apply (programme));
  fill_checklist (self);
  fill_part (self->statement, self->statement_group, cand_programme_get_statement (programme));
}

/* --- following --- */

static void
fill (CandProgrammePage *self)
{
  if (self->text_changed)
    {
      g_clear_pointer (&self->shown_states, g_free);
      fill_text (self);
    }
  self->text_changed = FALSE;
  fill_changes (self);
  fill_status (self);
  fill_positions (self);
  fill_more (self);
}

static gboolean
fill_cb (gpointer user_data)
{
  CandProgrammePage *self = user_data;

  self->fill_source = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

static void
queue_fill (CandProgrammePage *self)
{
  if (self->fill_source == 0)
    self->fill_source = g_idle_add (fill_cb, self);
}

/* That it was read again, and that this failed, changes nothing of what it says. */
static void
programme_changed_cb (CandProgrammePage *self, GParamSpec *pspec)
{
  self->text_changed |=
      !g_str_equal (pspec->name, "checked") && !g_str_equal (pspec->name, "reason");
  queue_fill (self);
}

static void
set_programme (CandProgrammePage *self, CandProgramme *programme)
{
  if (!g_set_object (&self->programme, programme))
    return;
  g_signal_group_set_target (self->notes, programme);
  self->text_changed = TRUE;
  queue_fill (self);
}

/* One that was not followed for a while comes back as another object. */
static void
programmes_changed_cb (CandProgrammePage *self)
{
  GListModel *programmes = cand_library_get_programmes (self->library);

  for (guint i = 0; i < g_list_model_get_n_items (programmes); i++)
    {
      g_autoptr (CandProgramme) programme = g_list_model_get_item (programmes, i);

      if (g_str_equal (cand_programme_get_name (programme),
                       cand_programme_get_name (self->programme)))
        set_programme (self, programme);
    }
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cand_links_open (widget, cand_programme_get_url (CAND_PROGRAMME_PAGE (widget)->programme));
}

static void
open_portal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cand_links_open (widget, cand_programme_get_portal_url (CAND_PROGRAMME_PAGE (widget)->programme));
}

static void
cand_programme_page_dispose (GObject *object)
{
  CandProgrammePage *self = CAND_PROGRAMME_PAGE (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_pointer (&self->change_rows, g_ptr_array_unref);
  g_clear_pointer (&self->more_rows, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), CAND_TYPE_PROGRAMME_PAGE);
  g_clear_object (&self->notes);
  g_clear_object (&self->on_board);
  g_clear_object (&self->programme);
  g_clear_object (&self->library);
  g_clear_pointer (&self->shown_states, g_free);

  G_OBJECT_CLASS (cand_programme_page_parent_class)->dispose (object);
}

static void
cand_programme_page_class_init (CandProgrammePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cand_programme_page_dispose;

  gtk_widget_class_install_action (widget_class, "programme.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "programme.open-portal", NULL, open_portal_action);

  g_type_ensure (CAND_TYPE_BLOCKS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/cand-programme-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, byline);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, changes_group);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, changes_row);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, checklist);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, how_to_apply);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, how_to_apply_group);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, introduction);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, locations);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, locations_group);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, more_group);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, open_button);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, portal_button);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, positions);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, statement);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, statement_group);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, status);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, title);
}

static void
cand_programme_page_init (CandProgrammePage *self)
{
  self->change_rows = g_ptr_array_new ();
  self->more_rows = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->notes = g_signal_group_new (CAND_TYPE_PROGRAMME);
  g_signal_group_connect_swapped (self->notes, "notify", G_CALLBACK (programme_changed_cb), self);
}

CandProgrammePage *
cand_programme_page_new (CandLibrary *library, CandProgramme *programme)
{
  CandProgrammePage *self = g_object_new (CAND_TYPE_PROGRAMME_PAGE, NULL);
  CandQuery query = { CAND_SCOPE_ALL, NULL, NULL, cand_programme_get_id (programme) };

  self->library = g_object_ref (library);
  self->on_board = cand_library_list_positions (library, &query);
  g_signal_connect_object (self->on_board, "items-changed", G_CALLBACK (queue_fill), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (library, "positions-changed", G_CALLBACK (queue_fill), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (cand_library_get_programmes (library), "items-changed",
                           G_CALLBACK (programmes_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  set_programme (self, programme);
  fill (self);
  return self;
}

CandProgramme *
cand_programme_page_get_programme (CandProgrammePage *self)
{
  return self->programme;
}
