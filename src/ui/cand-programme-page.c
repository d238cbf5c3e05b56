/* cand-programme-page.c: an announcement: what it says, and the positions it introduces
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-programme-page.h"

#include <glib/gi18n-lib.h>

#include "cand-blocks-view.h"
#include "cand-links.h"
#include "cand-status-text.h"

struct _CandProgrammePage
{
  AdwNavigationPage parent_instance;

  CandProgramme *programme; /* (owned) */

  GtkLabel *byline;               /* (unowned): template children from here */
  AdwPreferencesGroup *checklist; /* (unowned) */
  CandBlocksView *how_to_apply;   /* (unowned) */
  CandBlocksView *introduction;   /* (unowned) */
  CandBlocksView *locations;      /* (unowned) */
  GtkBox *positions;              /* (unowned) */
  CandBlocksView *statement;      /* (unowned) */
  GtkLabel *title;                /* (unowned) */
};

G_DEFINE_FINAL_TYPE (CandProgrammePage, cand_programme_page, ADW_TYPE_NAVIGATION_PAGE)

static GtkWidget *
make_entry_row (const CandProgrammeEntry *entry)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", entry->title, "subtitle",
                                 entry->summary, "use-markup", FALSE, NULL);

  if (*entry->key != '\0')
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-position");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", entry->key);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  return row;
}

static void
fill_positions (CandProgrammePage *self)
{
  GtkWidget *group = NULL;
  const char *team = NULL;

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
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_entry_row (entry));
    }
}

static void
fill_checklist (CandProgrammePage *self)
{
  const char *const *steps = cand_programme_get_checklist (self->programme);

  for (guint i = 0; steps[i] != NULL; i++)
    {
      GtkWidget *row =
          g_object_new (ADW_TYPE_ACTION_ROW, "title", steps[i], "use-markup", FALSE, NULL);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      GtkWidget *label = gtk_label_new (number);

      gtk_widget_add_css_class (label, "dimmed");
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
      adw_preferences_group_add (self->checklist, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->checklist), steps[0] != NULL);
}

static void
fill_byline (CandProgrammePage *self)
{
  g_autofree char *authors =
      g_strjoinv (_ (", "), (char **) cand_programme_get_authors (self->programme));
  const char *date = cand_programme_get_date (self->programme);
  g_autofree char *day =
      date != NULL ? cand_status_dup_iso_day (date) : g_strdup (_ ("date not stated"));
  g_autofree char *line
      /* Translators: organisation, authors and date of an announcement. */
      = g_strdup_printf (_ ("%1$s · by %2$s · %3$s"),
                         cand_programme_get_organisation (self->programme), authors, day);

  gtk_label_set_label (self->byline, line);
}

static void
fill (CandProgrammePage *self)
{
  CandProgramme *programme = self->programme;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), cand_programme_get_title (programme));
  gtk_label_set_label (self->title, cand_programme_get_title (programme));
  fill_byline (self);
  cand_blocks_view_set_text (self->introduction, cand_programme_get_introduction (programme));
  fill_positions (self);
  cand_blocks_view_set_text (self->locations, cand_programme_get_locations (programme));
  cand_blocks_view_set_text (self->how_to_apply, cand_programme_get_how_to_apply (programme));
  fill_checklist (self);
  cand_blocks_view_set_text (self->statement, cand_programme_get_statement (programme));
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

  gtk_widget_dispose_template (GTK_WIDGET (self), CAND_TYPE_PROGRAMME_PAGE);
  g_clear_object (&self->programme);

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
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, checklist);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, how_to_apply);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, introduction);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, locations);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, positions);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, statement);
  gtk_widget_class_bind_template_child (widget_class, CandProgrammePage, title);
}

static void
cand_programme_page_init (CandProgrammePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

CandProgrammePage *
cand_programme_page_new (CandProgramme *programme)
{
  CandProgrammePage *self = g_object_new (CAND_TYPE_PROGRAMME_PAGE, NULL);

  self->programme = g_object_ref (programme);
  fill (self);
  return self;
}
