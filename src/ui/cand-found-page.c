/* cand-found-page.c: what an address or a text turned out to be, to follow it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-found-page.h"

#include <glib/gi18n-lib.h>

#include "cand-error-text.h"
#include "cand-note.h"
#include "cand-plain-row.h"
#include "cand-status-text.h"
#include "cand-wrap.h"

/* Positions of a board that are shown before it is followed. */
#define SAMPLE_SIZE 5
/* Characters of an organisation's name in a sentence. */
#define LONGEST_NAME 60

struct _CandFoundPage
{
  AdwNavigationPage parent_instance;

  CandLibrary *library;      /* (owned) */
  CandFound *found;          /* (owned) */
  GCancellable *cancellable; /* (owned): of following, and of looking further */
  AdwActionRow *asked;       /* (unowned) (nullable): the other board being looked at */
  AdwSpinner *spinner;       /* (unowned) (nullable): in that row */

  GtkLabel *byline;         /* (unowned): template children from here */
  GtkLabel *failure;        /* (unowned) */
  GtkButton *follow_button; /* (unowned) */
  GtkBox *groups;           /* (unowned) */
  GtkLabel *name;           /* (unowned) */
  GtkBox *notes;            /* (unowned) */
};

G_DEFINE_FINAL_TYPE (CandFoundPage, cand_found_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
add_note (CandFoundPage *self, const char *icon_name, const char *text)
{
  gtk_box_append (self->notes, cand_note_new (icon_name, text));
}

/* (transfer none): a group below the others; @title (plain) may be NULL. */
static AdwPreferencesGroup *
add_group (CandFoundPage *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    {
      g_autofree char *markup = g_markup_escape_text (title, -1);

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), markup);
    }
  gtk_box_append (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  g_autofree char *beginning = cand_wrap_dup_beginning (title);
  GtkWidget *row = cand_plain_row_new (beginning, subtitle);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_preferences_group_add (group, row);
  return row;
}

static void
add_rest (CandFoundPage *self, guint n)
{
  /* Translators: under a few positions of a board: how many more it has. */
  g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (self->groups, label);
}

/* --- a board --- */

/* (transfer full) (nullable): the position that the address named, where the board lists it. */
static CandPosition *
find_named (CandFoundPage *self)
{
  GListModel *positions = cand_found_get_positions (self->found);
  const char *key = cand_found_get_position_key (self->found);

  for (guint i = 0; key != NULL && i < g_list_model_get_n_items (positions); i++)
    {
      g_autoptr (CandPosition) position = g_list_model_get_item (positions, i);

      if (g_str_equal (cand_position_get_key (position), key))
        return g_steal_pointer (&position);
    }
  return NULL;
}

static void
add_position (AdwPreferencesGroup *group, CandPosition *position)
{
  g_autofree char *place = cand_position_dup_place (position);

  add_row (group, cand_position_get_title (position), place);
}

/* The position that was named comes first, then the board's first ones. */
static void
fill_sample (CandFoundPage *self)
{
  GListModel *positions = cand_found_get_positions (self->found);
  guint n = g_list_model_get_n_items (positions);
  g_autoptr (CandPosition) named = find_named (self);
  AdwPreferencesGroup *group;
  guint shown = 0;

  if (n == 0)
    return;
  group = add_group (self, NULL);
  if (named != NULL)
    {
      add_position (group, named);
      shown++;
    }
  for (guint i = 0; i < n && shown < SAMPLE_SIZE; i++)
    {
      g_autoptr (CandPosition) position = g_list_model_get_item (positions, i);

      if (position == named)
        continue;
      add_position (group, position);
      shown++;
    }
  if (n > shown)
    add_rest (self, n - shown);
}

/* Within a sentence, a name of any length. */
static char *
dup_short_name (CandFound *found)
{
  const char *name = cand_found_get_name (found);
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (name, -1) <= LONGEST_NAME)
    return g_strdup (name);
  beginning = g_utf8_substring (name, 0, LONGEST_NAME - 1);
  return g_strconcat (g_strchomp (beginning), "…", NULL);
}

static void
fill_named_note (CandFoundPage *self)
{
  g_autofree char *name = dup_short_name (self->found);
  g_autofree char *text = NULL;

  if (cand_found_get_position_key (self->found) == NULL)
    return;
  if (!cand_found_get_position_listed (self->found))
    /* Translators: %s is the name of an organisation. */
    text = g_strdup_printf (_ ("This address is one position of %s. Its board does not list that "
                               "position now."),
                            name);
  else if (cand_found_get_followed (self->found))
    /* Translators: %s is the name of an organisation. */
    text = g_strdup_printf (_ ("This address is one position of %s."), name);
  else
    /* Translators: %s is the name of an organisation. */
    text = g_strdup_printf (_ ("This address is one position of %s. Following its board also opens "
                               "it."),
                            name);
  add_note (self, "mark-location-symbolic", text);
}

static void
fill_board_notes (CandFoundPage *self)
{
  const char *system = cand_found_get_system_name (self->found);
  guint skipped = cand_found_get_skipped (self->found);

  fill_named_note (self);
  if (cand_found_get_vague (self->found))
    {
      g_autofree char *text =
          /* Translators: %s is the name of a job-board system. */
          g_strdup_printf (_ ("Nothing is open now. %s answers the same for an account that does "
                              "not exist, so check the name."),
                           system);

      add_note (self, "dialog-question-symbolic", text);
    }
  if (cand_found_get_only_when_asked (self->found))
    {
      /* Translators: %s is the name of a job-board system. */
      g_autofree char *text = g_strdup_printf (_ ("%s asks programs to stay away, so this board is "
                                                  "read only when you ask."),
                                               system);

      add_note (self, "notifications-disabled-symbolic", text);
    }
  if (skipped > 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("%u entry could not be read.", "%u entries could not be read.", skipped),
          skipped);

      add_note (self, "dialog-warning-symbolic", text);
    }
}

static void
fill_board (CandFoundPage *self)
{
  guint n = g_list_model_get_n_items (cand_found_get_positions (self->found));
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u open position", "%u open positions", n), n);
  g_autofree char *line =
      /* Translators: a job-board system and a number: "Greenhouse · 24 open positions". */
      g_strdup_printf (_ ("%s · %s"), cand_found_get_system_name (self->found), count);

  gtk_label_set_label (self->byline, line);
  fill_board_notes (self);
  fill_sample (self);
}

/* --- an announcement --- */

static void
fill_entries (CandFoundPage *self, CandProgramme *programme)
{
  AdwPreferencesGroup *group = NULL;
  const char *team = NULL;

  for (guint i = 0; i < cand_programme_get_n_entries (programme); i++)
    {
      const CandProgrammeEntry *entry = cand_programme_get_entry (programme, i);

      if (group == NULL || g_strcmp0 (team, entry->team) != 0)
        {
          team = entry->team;
          group = add_group (self, *team != '\0' ? team : NULL);
        }
      add_row (group, entry->title, entry->summary);
    }
}

static void
fill_programme (CandFoundPage *self)
{
  CandProgramme *programme = cand_found_get_programme (self->found);
  guint n = cand_programme_get_n_entries (programme);
  const char *const *authors = cand_programme_get_authors (programme);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  g_autofree char *line = NULL;
  g_autofree char *partial = NULL;

  g_strv_builder_take (
      parts, g_strdup_printf (
                 ngettext ("Announcement of %u position", "Announcement of %u positions", n), n));
  if (authors[0] != NULL)
    g_strv_builder_take (parts, g_strjoinv (_ (", "), (char **) authors));
  if (cand_programme_get_date (programme) != NULL)
    g_strv_builder_take (parts, cand_status_dup_iso_day (cand_programme_get_date (programme)));
  strings = g_strv_builder_end (parts);
  line = g_strjoinv (" · ", strings);
  gtk_label_set_label (self->byline, line);
  add_note (self,
            *cand_programme_get_url (programme) != '\0' ? "view-refresh-symbolic"
                                                        : "dialog-information-symbolic",
            cand_programme_get_reading_note (programme));
  partial = cand_programme_dup_partial_note (programme);
  if (partial != NULL)
    add_note (self, "dialog-warning-symbolic", partial);
  fill_entries (self, programme);
}

static void
fill_blog (CandFoundPage *self)
{
  gtk_label_set_label (self->byline, _ ("Feed of a blog"));
  add_note (
      self, "dialog-information-symbolic",
      _ ("A new post that introduces positions is offered in the sidebar. Nothing is followed "
         "by itself."));
}

/* --- other boards that the page leads to --- */

static void
end_look (CandFoundPage *self)
{
  if (self->asked == NULL)
    return;
  adw_action_row_remove (self->asked, GTK_WIDGET (self->spinner));
  self->spinner = NULL;
  self->asked = NULL;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandFoundPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CandFound) found = cand_library_find_finish (CAND_LIBRARY (source), result, &error);
  AdwActionRow *row = self->asked;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_cancellable_is_cancelled (self->cancellable))
    return;
  end_look (self);
  if (found != NULL)
    g_signal_emit (self, signals[SIGNAL_FOUND], 0, found);
  else
    {
      g_autofree char *sentence = cand_error_text_dup_find_sentence (error);

      adw_action_row_set_subtitle (row, sentence);
      gtk_accessible_announce (GTK_ACCESSIBLE (row), sentence,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
}

static void
other_activated_cb (CandFoundPage *self, AdwActionRow *row)
{
  if (self->asked != NULL)
    return;
  self->asked = row;
  self->spinner = ADW_SPINNER (adw_spinner_new ());
  adw_action_row_set_subtitle (row, "");
  adw_action_row_add_suffix (row, GTK_WIDGET (self->spinner));
  cand_library_find_async (self->library, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                           self->cancellable, looked_cb, g_object_ref (self));
}

static void
fill_others (CandFoundPage *self)
{
  const char *const *boards = cand_found_get_boards (self->found);
  AdwPreferencesGroup *group;

  if (boards[0] == NULL)
    return;
  if (cand_found_get_kind (self->found) == CAND_FOUND_PROGRAMME)
    {
      group = add_group (self, _ ("Boards of These Positions"));
      adw_preferences_group_set_description (group, _ ("Followed together with the announcement"));
    }
  else
    group = add_group (self, _ ("The Page Also Leads To"));
  for (guint i = 0; boards[i] != NULL; i++)
    {
      GtkWidget *row = add_row (group, boards[i], NULL);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                               "go-next-symbolic", NULL));
      g_signal_connect_object (row, "activated", G_CALLBACK (other_activated_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
fill (CandFoundPage *self)
{
  gboolean followed = cand_found_get_followed (self->found);

  cand_wrap_set_label (self->name, cand_found_get_name (self->found));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), cand_found_get_name (self->found));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), cand_found_get_name (self->found));
  if (followed)
    add_note (self, "object-select-symbolic", _ ("Followed already"));
  switch (cand_found_get_kind (self->found))
    {
    case CAND_FOUND_BOARD:
      fill_board (self);
      break;
    case CAND_FOUND_PROGRAMME:
      fill_programme (self);
      break;
    case CAND_FOUND_BLOG:
      fill_blog (self);
      break;
    }
  fill_others (self);
  gtk_widget_set_visible (GTK_WIDGET (self->notes),
                          gtk_widget_get_first_child (GTK_WIDGET (self->notes)) != NULL);
  gtk_button_set_label (self->follow_button, followed ? _ ("_Open") : _ ("_Follow"));
}

/* --- following --- */

static void
followed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandFoundPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean followed = cand_library_follow_finish (CAND_LIBRARY (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->follow_button), TRUE);
  if (followed)
    {
      g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->found);
      return;
    }
  gtk_label_set_label (self->failure, cand_error_text_get_title (error));
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
  gtk_button_set_label (self->follow_button, _ ("_Try Again"));
  gtk_accessible_announce (GTK_ACCESSIBLE (self->failure), gtk_label_get_label (self->failure),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
follow_clicked_cb (CandFoundPage *self)
{
  if (cand_found_get_followed (self->found))
    {
      g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->found);
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->follow_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
  cand_library_follow_async (self->library, self->found, NULL, followed_cb, g_object_ref (self));
}

/* Left: what is being looked at further is not wanted any more. */
static void
cand_found_page_hidden (AdwNavigationPage *page)
{
  CandFoundPage *self = CAND_FOUND_PAGE (page);

  if (self->asked != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      g_object_unref (self->cancellable);
      self->cancellable = g_cancellable_new ();
      end_look (self);
    }
  ADW_NAVIGATION_PAGE_CLASS (cand_found_page_parent_class)->hidden (page);
}

static void
cand_found_page_shown (AdwNavigationPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (CAND_FOUND_PAGE (page)->follow_button));
  ADW_NAVIGATION_PAGE_CLASS (cand_found_page_parent_class)->shown (page);
}

static void
cand_found_page_dispose (GObject *object)
{
  CandFoundPage *self = CAND_FOUND_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  self->asked = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), CAND_TYPE_FOUND_PAGE);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (cand_found_page_parent_class)->dispose (object);
}

static void
cand_found_page_finalize (GObject *object)
{
  CandFoundPage *self = CAND_FOUND_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->found);

  G_OBJECT_CLASS (cand_found_page_parent_class)->finalize (object);
}

static void
cand_found_page_class_init (CandFoundPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cand_found_page_dispose;
  object_class->finalize = cand_found_page_finalize;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hidden = cand_found_page_hidden;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = cand_found_page_shown;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", CAND_TYPE_FOUND_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, CAND_TYPE_FOUND);
  signals[SIGNAL_FOUND] = g_signal_new ("found", CAND_TYPE_FOUND_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, CAND_TYPE_FOUND);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/cand-found-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CandFoundPage, byline);
  gtk_widget_class_bind_template_child (widget_class, CandFoundPage, failure);
  gtk_widget_class_bind_template_child (widget_class, CandFoundPage, follow_button);
  gtk_widget_class_bind_template_child (widget_class, CandFoundPage, groups);
  gtk_widget_class_bind_template_child (widget_class, CandFoundPage, name);
  gtk_widget_class_bind_template_child (widget_class, CandFoundPage, notes);
  gtk_widget_class_bind_template_callback (widget_class, follow_clicked_cb);
}

static void
cand_found_page_init (CandFoundPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

CandFoundPage *
cand_found_page_new (CandLibrary *library, CandFound *found)
{
  CandFoundPage *self = g_object_new (CAND_TYPE_FOUND_PAGE, NULL);

  self->library = g_object_ref (library);
  self->found = g_object_ref (found);
  fill (self);
  return self;
}
