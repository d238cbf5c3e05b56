/* cand-aside-section.c: what was set aside, at the end of the form
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-aside-section.h"

#include <glib/gi18n-lib.h>

#include "cand-aside-row.h"

struct _CandAsideSection
{
  AdwPreferencesGroup parent_instance;

  CandLibrary *library;         /* (owned) */
  CandApplication *application; /* (owned) */
  GPtrArray *rows;              /* (owned) (element-type CandAsideRow) */
};

G_DEFINE_FINAL_TYPE (CandAsideSection, cand_aside_section, ADW_TYPE_PREFERENCES_GROUP)

static void
show_asides (CandAsideSection *self)
{
  GListModel *asides = G_LIST_MODEL (cand_application_get_asides (self->application));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < g_list_model_get_n_items (asides); i++)
    {
      g_autoptr (CandAside) aside = g_list_model_get_item (asides, i);
      CandAsideRow *row = cand_aside_row_new (self->library, self->application, aside);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
cand_aside_section_finalize (GObject *object)
{
  CandAsideSection *self = CAND_ASIDE_SECTION (object);

  g_clear_object (&self->library);
  g_clear_object (&self->application);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (cand_aside_section_parent_class)->finalize (object);
}

static void
cand_aside_section_class_init (CandAsideSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cand_aside_section_finalize;
}

static void
cand_aside_section_init (CandAsideSection *self)
{
  self->rows = g_ptr_array_new ();
  /* Translators: a heading above answers that were set aside. */
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Set Aside"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      _ ("Answers that have no place in the present form. They are kept with this draft, and are "
         "not part of what you hand in."));
}

GtkWidget *
cand_aside_section_new (CandLibrary *library, CandApplication *application)
{
  CandAsideSection *self = g_object_new (CAND_TYPE_ASIDE_SECTION, NULL);

  self->library = g_object_ref (library);
  self->application = g_object_ref (application);
  show_asides (self);
  g_signal_connect_object (cand_application_get_asides (application), "items-changed",
                           G_CALLBACK (show_asides), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
