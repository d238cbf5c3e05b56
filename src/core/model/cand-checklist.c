/* cand-checklist.c: what is to be done for an application
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-checklist.h"

#include "cand-model-text.h"

typedef struct
{
  char *text; /* (owned) (nullable) */
  gboolean done;
} Step;

static void
step_free (Step *step)
{
  g_free (step->text);
  g_free (step);
}

GPtrArray *
cand_checklist_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
}

void
cand_checklist_add (GPtrArray *self, const char *text, gboolean done)
{
  Step *step = g_new0 (Step, 1);

  step->text = cand_text_dup_trimmed (text);
  step->done = !!done;
  g_ptr_array_add (self, step);
}

const char *
cand_checklist_get (GPtrArray *self, guint index, gboolean *done)
{
  Step *step = g_ptr_array_index (self, index);

  if (done != NULL)
    *done = step->done;
  return cand_text_or_empty (step->text);
}

gboolean
cand_checklist_set_done (GPtrArray *self, guint index, gboolean done)
{
  Step *step = g_ptr_array_index (self, index);
  gboolean changed = step->done != !!done;

  step->done = !!done;
  return changed;
}
