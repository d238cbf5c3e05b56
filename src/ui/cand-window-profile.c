/* cand-window-profile.c: the way to the profile
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-window-private.h"

#include "profile/cand-profile-page.h"

#define PROFILE_TAG "profile"
#define NOTHING_TAG "nothing"

/* Over a draft or a position, so that going back leads there again; in place of one that is still
 * on its way, which would take the profile's place when it comes. */
static CandProfilePage *
push_page (CandWindow *self)
{
  CandProfilePage *page = cand_profile_page_new (self->library);
  AdwNavigationPage *pages[] = { ADW_NAVIGATION_PAGE (page) };
  AdwNavigationPage *shown = adw_navigation_view_get_visible_page (self->content_view);

  if (shown == NULL || self->drafting != NULL ||
      g_strcmp0 (adw_navigation_page_get_tag (shown), NOTHING_TAG) == 0)
    cand_window_set_content (self, pages, G_N_ELEMENTS (pages), FALSE);
  else
    adw_navigation_view_push (self->content_view, pages[0]);
  /* So that a click on any position leads back to it. */
  cand_positions_page_select (self->positions, 0);
  return page;
}

void
cand_window_show_profile (CandWindow *self, CandProfilePart part)
{
  AdwNavigationPage *page = adw_navigation_view_find_page (self->content_view, PROFILE_TAG);

  if (page == NULL)
    page = ADW_NAVIGATION_PAGE (push_page (self));
  else if (adw_navigation_view_get_visible_page (self->content_view) != page)
    adw_navigation_view_pop_to_page (self->content_view, page);
  adw_navigation_split_view_set_show_content (self->outer_split, TRUE);
  adw_navigation_split_view_set_show_content (self->inner_split, TRUE);
  cand_profile_page_enter (CAND_PROFILE_PAGE (page), part);
}

static void
profile_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cand_window_show_profile (CAND_WINDOW (widget), CAND_PROFILE_FIRST_NAME);
}

static void
change_profile_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *wanted = g_variant_get_string (parameter, NULL);

  for (CandProfilePart part = 0; part < CAND_PROFILE_N_PARTS; part++)
    if (g_str_equal (cand_profile_part_get_name (part), wanted))
      cand_window_show_profile (CAND_WINDOW (widget), part);
}

void
cand_window_class_install_profile_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.profile", NULL, profile_action);
  gtk_widget_class_install_action (widget_class, "win.change-profile", "s", change_profile_action);
}
