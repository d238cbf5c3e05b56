/* test-hub-link.c: what is on the Hub, by its address
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-hub-link.h"

static void
assert_links (const char *text, const char *expected)
{
  g_autoptr (GPtrArray) links = cand_hub_find_links (text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const CandHubLink *link = g_ptr_array_index (links, i);
      g_autofree char *path = cand_hub_link_dup_path (link);

      g_string_append_printf (found, "%s%d %s", i > 0 ? ", " : "", link->kind, path);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_links (void)
{
  assert_links ("", "");
  assert_links ("No link, huggingface.co, hf.co/ and huggingface.co/", "");
  assert_links ("https://huggingface.co/ada", "1 ada");
  assert_links ("See https://huggingface.co/ada/engine.", "2 ada/engine");
  assert_links ("(http://www.huggingface.co/datasets/ada/notes)", "3 datasets/ada/notes");
  assert_links ("hf.co/spaces/ada/show?x=1, HF.co/ada", "4 spaces/ada/show, 1 ada");
  assert_links ("huggingface.co/ada/engine/blob/main/README.md huggingface.co/Ada/Engine/",
                "2 ada/engine");
  assert_links ("https://huggingface.co/ada/engine-1.0\nhttps://huggingface.co/ada/engine_2",
                "2 ada/engine-1.0, 2 ada/engine_2");
}

/* Pages of the site itself, other hosts, and what can be no name. */
static void
test_no_links (void)
{
  assert_links ("huggingface.co/blog/interns-2023 huggingface.co/docs huggingface.co/join", "");
  assert_links ("huggingface.co/datasets huggingface.co/datasets/ada huggingface.co/spaces/", "");
  assert_links ("https://discuss.huggingface.co/ada nothuggingface.co/ada ada@hf.co/x", "");
  assert_links ("huggingface.co/../etc huggingface.co/-a huggingface.co/a--b huggingface.co//", "");
  assert_links ("huggingface.co/é", "");
}

static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) links = NULL;

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (text, "https://hf.co/ada/engine%u ", i);
  links = cand_hub_find_links (text->str);
  g_assert_cmpuint (links->len, ==, 20);
}

static void
assert_typed (const char *text, const char *expected)
{
  g_autoptr (CandHubLink) link = cand_hub_link_new_typed (text);

  g_assert_cmpstr (link != NULL ? link->name : NULL, ==, expected);
  g_assert_true (link == NULL || link->kind == CAND_HUB_USER);
}

static void
test_typed (void)
{
  assert_typed ("ada", "ada");
  assert_typed (" @Ada-L ", "Ada-L");
  assert_typed ("https://huggingface.co/ada", "ada");
  assert_typed ("huggingface.co/ada/engine", NULL);
  assert_typed ("Ada Lovelace", NULL);
  assert_typed ("ada/engine", NULL);
  assert_typed ("", NULL);
  assert_typed ("a?b", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hub-link/links", test_links);
  g_test_add_func ("/hub-link/no-links", test_no_links);
  g_test_add_func ("/hub-link/many", test_many);
  g_test_add_func ("/hub-link/typed", test_typed);
  return g_test_run ();
}
