/* cand-shortcuts.c: the list of keyboard shortcuts
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-shortcuts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  const char *group;
  const char *title;
  const char *keys;
} Shortcut;

static const Shortcut shortcuts[] = {
  { N_ ("Positions"), N_ ("Search"), "<Control>f" },
  { N_ ("Positions"), N_ ("Refresh"), "<Control>r" },
  { N_ ("Positions"), N_ ("Follow a board"), "<Control>n" },
  { N_ ("Positions"), N_ ("All positions"), "<Alt>1" },
  { N_ ("Positions"), N_ ("New positions"), "<Alt>2" },
  { N_ ("Positions"), N_ ("Starred positions"), "<Alt>3" },
  { N_ ("Positions"), N_ ("Applications"), "<Alt>4" },
  { N_ ("Applications"), N_ ("Your profile"), "<Control><Shift>p" },
  { N_ ("Applications"), N_ ("Show the posting beside the draft"), "F8" },
  { N_ ("General"), N_ ("Main menu"), "F10" },
  { N_ ("General"), N_ ("Show or focus the sidebar"), "F9" },
  { N_ ("General"), N_ ("Go back"), "<Alt>Left" },
  { N_ ("General"), N_ ("Preferences"), "<Control>comma" },
  { N_ ("General"), N_ ("Keyboard shortcuts"), "<Control>question" },
  { N_ ("General"), N_ ("Close window"), "<Control>w" },
  { N_ ("General"), N_ ("Quit"), "<Control>q" },
};

static GtkWidget *
make_row (const Shortcut *shortcut)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ (shortcut->title), NULL);
  guint key;
  GdkModifierType modifiers;
  g_autofree char *words = NULL;
  GtkWidget *label;

  gtk_accelerator_parse (shortcut->keys, &key, &modifiers);
  words = gtk_accelerator_get_label (key, modifiers);
  label = gtk_label_new (words);
  gtk_widget_add_css_class (label, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

/* GtkShortcutsWindow is deprecated at our floor and its successor in libadwaita is younger than the
 * floor, so the list is shown with the rows that every other dialog has. */
void
cand_shortcuts_present (GtkWindow *parent)
{
  AdwDialog *dialog = adw_preferences_dialog_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = NULL;
  const char *name = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (g_strcmp0 (name, shortcuts[i].group) != 0)
        {
          name = shortcuts[i].group;
          group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _ (name), NULL);
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (&shortcuts[i]));
    }
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), ADW_PREFERENCES_PAGE (page));
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  adw_dialog_present (dialog, GTK_WIDGET (parent));
}
