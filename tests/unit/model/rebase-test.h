/* rebase-test.h: forms put together by hand, and what became of their answers
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/model/cand-rebase.h"

static inline CandForm *
make_form (void)
{
  CandForm *form = cand_form_new (CAND_FORM_SOURCE_BOARD);

  cand_form_add_section (form, "s", "Section");
  return form;
}

static inline CandField *
add (CandForm *form, const char *id, CandFieldType type, const char *label)
{
  g_autoptr (CandField) field = cand_field_new (id, type, label);

  g_assert_true (cand_form_add_field (form, 0, field));
  return cand_form_find_field (form, id);
}

static inline void
add_options (CandField *field, const char *const *options)
{
  for (; *options != NULL; options += 2)
    cand_field_add_option (field, options[0], options[1]);
}

#define OPTIONS(field, ...) add_options (field, (const char *const[]) { __VA_ARGS__, NULL })

static inline void
add_inner (CandField *group, const char *id, CandFieldType type, const char *label)
{
  g_autoptr (CandField) field = cand_field_new (id, type, label);

  cand_field_add_field (group, field);
}

static inline const CandRebaseKept *
get_kept (CandRebase *rebase, guint index)
{
  g_assert_cmpuint (index, <, rebase->kept->len);
  return g_ptr_array_index (rebase->kept, index);
}

static inline const CandRebaseAside *
get_aside (CandRebase *rebase, guint index)
{
  g_assert_cmpuint (index, <, rebase->aside->len);
  return g_ptr_array_index (rebase->aside, index);
}

static inline void
assert_sizes (CandRebase *rebase, guint kept, guint fresh, guint aside)
{
  g_assert_cmpuint (rebase->kept->len, ==, kept);
  g_assert_cmpuint (rebase->fresh->len, ==, fresh);
  g_assert_cmpuint (rebase->aside->len, ==, aside);
}
