/* cand-answer-replace.c: puts something else than typing into an answer
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-answer-replace.h"

#include "core/library/cand-library-reuse.h"
#include "ui/cand-error-text.h"
#include "ui/cand-undo-toast.h"

typedef struct
{
  CandLibrary *library;         /* (owned) */
  CandApplication *application; /* (owned) */
  CandAnswer *answer;           /* (owned) */
  char *text;                   /* (owned) what it is to be */
  char *done;                   /* (owned) (nullable) NULL: nothing is said */
  GtkWidget *place;             /* (owned) also when its page is gone: then nothing is said */
} Replacement;

static Replacement *
replacement_new (CandLibrary *library,
                 CandApplication *application,
                 CandAnswer *answer,
                 const char *text,
                 const char *done,
                 GtkWidget *place)
{
  Replacement *self = g_new0 (Replacement, 1);

  self->library = g_object_ref (library);
  self->application = g_object_ref (application);
  self->answer = g_object_ref (answer);
  self->text = g_strdup (text);
  self->done = g_strdup (done);
  self->place = g_object_ref (place);
  return self;
}

static void
replacement_free (Replacement *self)
{
  g_object_unref (self->library);
  g_object_unref (self->application);
  g_object_unref (self->answer);
  g_free (self->text);
  g_free (self->done);
  g_object_unref (self->place);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Replacement, replacement_free)

static void
undo_cb (AdwToast *toast, gpointer data)
{
  Replacement *self = data;
  cand_answer_replace (self->library, self->application, self->answer, self->text, NULL,
                       self->place);
}

static void
pin_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Replacement) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = g_strdup (cand_answer_get_text (self->answer));

  if (!cand_library_pin_earlier_finish (CAND_LIBRARY (source), result, &error))
    {
      AdwToast *toast = adw_toast_new (cand_error_text_get_title (error));

      adw_toast_set_use_markup (toast, FALSE);
      cand_toast_show (self->place, toast);
      return;
    }
  cand_answer_set_text (self->answer, self->text);
  cand_library_flush (self->library, self->application);
  if (self->done != NULL)
    cand_toast_show (self->place,
                     cand_undo_toast_new (self->done, undo_cb,
                                          replacement_new (self->library, self->application,
                                                           self->answer, before, NULL, self->place),
                                          (GDestroyNotify) replacement_free));
}

void
cand_answer_replace (CandLibrary *library,
                     CandApplication *application,
                     CandAnswer *answer,
                     const char *text,
                     const char *done,
                     GtkWidget *place)
{
  cand_library_pin_earlier_async (
      library, application, cand_field_get_id (cand_answer_get_field (answer)), NULL, pin_cb,
      replacement_new (library, application, answer, text, done, place));
}
