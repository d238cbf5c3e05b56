/* cand-window-private.h: what the files of the window share
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-applications-page.h"
#include "cand-positions-page.h"
#include "cand-sidebar.h"
#include "cand-window.h"

G_BEGIN_DECLS

struct _CandWindow
{
  AdwApplicationWindow parent_instance;

  CandLibrary *library;               /* (owned) */
  GSettings *settings;                /* (owned) */
  CandApplicationsPage *applications; /* (owned) */
  CandPositionsPage *positions;       /* (owned) */
  GCancellable *drafting;             /* (owned) (nullable): of the draft being opened */
  AdwToast *report_toast;             /* (unowned) (nullable): what the last refresh brought */
  guint n_offers;                     /* announcements offered when that was last told */
  guint followed_source; /* looks whether what is shown is still followed; 0 for none */
  gboolean metered;
  gboolean leaving;   /* the person wants to close whatever is saved */
  gboolean restoring; /* what is shown comes from the settings: nothing to remember */

  AdwNavigationView *content_view;     /* (unowned): template children from here */
  AdwNavigationSplitView *inner_split; /* (unowned) */
  AdwNavigationSplitView *outer_split; /* (unowned) */
  CandSidebar *sidebar;                /* (unowned) */
  AdwToastOverlay *toasts;             /* (unowned) */
  GtkDropTarget *drop_target;          /* (unowned) */
  AdwBanner *unsaved_banner;           /* (unowned) */
};

/* Installs the actions and their keys. */
void cand_window_class_install_actions (GtkWidgetClass *widget_class);
void cand_window_class_install_exchange_actions (GtkWidgetClass *widget_class);
void cand_window_class_install_follow_actions (GtkWidgetClass *widget_class);
void cand_window_class_install_profile_actions (GtkWidgetClass *widget_class);

/* (transfer full) (nullable): the programme of that name. */
CandProgramme *cand_window_find_programme (CandWindow *self, const char *name);
/* The content becomes what it is before anything is chosen, also for the next start. */
void cand_window_show_nothing (CandWindow *self);
/* From now on the page of an announcement goes with it, whoever stops following it. */
void cand_window_watch_followed (CandWindow *self);
/* Takes in a list of boards or a JSON Resume, and says what came of it. */
void cand_window_import (CandWindow *self, GFile *file);

/* The content becomes @pages, from the bottom. With @open a narrow window goes there. */
void
cand_window_set_content (CandWindow *self, AdwNavigationPage **pages, guint n_pages, gboolean open);

/* Signals of the window's widgets. */
GdkDragAction cand_window_drop_motion_cb (CandWindow *self, double x, double y);
gboolean cand_window_dropped_cb (CandWindow *self, const GValue *value, double x, double y);
void cand_window_offer_chosen_cb (CandWindow *self, CandOffer *offer);

/* Shows the profile, over what is shown, and goes to @part there. */
void cand_window_show_profile (CandWindow *self, CandProfilePart part);

/* Says so, wherever the person is, while something typed could not be saved. */
void cand_window_update_unsaved (CandWindow *self);
/* Closes the window once everything is saved, or the person says so. */
gboolean cand_window_close_when_saved (CandWindow *self);

/* Opens the application for the position and pushes its page. */
void cand_window_open_draft (CandWindow *self, const char *key);

G_END_DECLS
