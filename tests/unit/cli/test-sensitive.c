/* test-sensitive.c: what of an answer is printed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/cand-cli-json.h"
#include "cli/cand-cli-sensitive.h"

static void
check (CandAnswer *answer, gboolean with_sensitive, const char *text, gboolean left_out)
{
  gboolean left = !left_out;
  g_autofree char *shown = cand_cli_dup_answer (answer, with_sensitive, &left);

  g_assert_cmpstr (shown, ==, text);
  g_assert_cmpint (left, ==, left_out);
}

static void
test_plain (void)
{
  g_autoptr (CandField) field = cand_field_new ("why", CAND_FIELD_TYPE_PARAGRAPH, "Why us?");
  g_autoptr (CandAnswer) answer = cand_answer_new (field);

  check (answer, FALSE, "", FALSE);
  cand_answer_set_text (answer, "Because");
  check (answer, FALSE, "Because", FALSE);
  check (answer, TRUE, "Because", FALSE);
}

static void
test_sensitive (void)
{
  g_autoptr (CandField) field =
      cand_field_new ("QA_1", CAND_FIELD_TYPE_TEXT, "What are your salary expectations?");
  g_autoptr (CandAnswer) answer = cand_answer_new (field);

  /* Nothing is left out where there is nothing. */
  check (answer, FALSE, "", FALSE);
  cand_answer_set_text (answer, "50000");
  check (answer, FALSE, "", TRUE);
  check (answer, TRUE, "50000", FALSE);
}

static void
test_file (void)
{
  g_autoptr (CandField) field = cand_field_new ("visa", CAND_FIELD_TYPE_FILE, "Copy of your visa");
  g_autoptr (CandAnswer) answer = cand_answer_new (field);
  g_autoptr (CandAttachment) file = cand_attachment_new ("visa.pdf", "/nowhere", 5, "abcd", 1000);

  cand_answer_set_attachment (answer, file);
  check (answer, FALSE, "", TRUE);
  check (answer, TRUE, "", FALSE);
}

static void
test_group (void)
{
  g_autoptr (CandField) group = cand_field_new ("work", CAND_FIELD_TYPE_GROUP, "Experience");
  g_autoptr (CandField) title = cand_field_new ("title", CAND_FIELD_TYPE_TEXT, "Title");
  g_autoptr (CandField) pay = cand_field_new ("last", CAND_FIELD_TYPE_TEXT, "Last salary");
  g_autoptr (CandAnswer) answer = NULL;

  cand_field_add_field (group, title);
  cand_field_add_field (group, pay);
  answer = cand_answer_new (group);
  cand_answer_set_text (answer, "[{\"title\":\"Welder\"}]");
  check (answer, FALSE, "[{\"title\":\"Welder\"}]", FALSE);
  cand_answer_set_text (answer, "[{\"title\":\"Welder\",\"last\":\"9\"},{\"title\":\"Smith\"}]");
  check (answer, FALSE, "[{\"title\":\"Welder\"},{\"title\":\"Smith\"}]", TRUE);
  check (answer, TRUE, "[{\"title\":\"Welder\",\"last\":\"9\"},{\"title\":\"Smith\"}]", FALSE);
  /* What cannot be taken apart. */
  cand_answer_set_text (answer, "Welder, 9");
  check (answer, FALSE, "", TRUE);
}

static void
test_aside (void)
{
  g_autoptr (CandAside) pay = cand_aside_new (1, "QA_1", "Expected salary", CAND_FIELD_TYPE_TEXT,
                                              CAND_ASIDE_REMOVED, "9", "9", NULL);
  g_autoptr (CandAside) why = cand_aside_new (2, "QA_2", "Why us?", CAND_FIELD_TYPE_TEXT,
                                              CAND_ASIDE_REMOVED, "9", "9", NULL);

  g_assert_true (cand_aside_get_sensitive (pay));
  g_assert_false (cand_aside_get_sensitive (why));
  /* Whatever its words are. */
  cand_aside_set_sensitive (why, TRUE);
  g_assert_true (cand_aside_get_sensitive (why));
}

/* "answer/left_out" of the one field. */
static char *
describe (CandApplication *application, gboolean with_sensitive)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  JsonObject *field;

  cand_cli_json_add_application (builder, application, TRUE, with_sensitive);
  root = json_builder_get_root (builder);
  field = json_array_get_object_element (
      json_object_get_array_member (json_node_get_object (root), "fields"), 0);
  return g_strdup_printf ("%s/%d", json_object_get_string_member (field, "answer"),
                          json_object_get_boolean_member (field, "left_out"));
}

static void
test_json (void)
{
  g_autoptr (CandApplication) application = cand_application_new (1, "workable:acme:A1");
  g_autoptr (CandForm) form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  g_autoptr (CandField) field = cand_field_new ("gdpr", CAND_FIELD_TYPE_BOOLEAN, "Consent");
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  cand_form_add_section (form, "s", "Section");
  cand_form_add_field (form, 0, field);
  cand_application_open (application, form);
  cand_answer_set_text (cand_application_find_answer (application, "gdpr"), "true");
  without = describe (application, FALSE);
  with = describe (application, TRUE);
  g_assert_cmpstr (without, ==, "/1");
  g_assert_cmpstr (with, ==, "true/0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sensitive/plain", test_plain);
  g_test_add_func ("/sensitive/sensitive", test_sensitive);
  g_test_add_func ("/sensitive/file", test_file);
  g_test_add_func ("/sensitive/group", test_group);
  g_test_add_func ("/sensitive/aside", test_aside);
  g_test_add_func ("/sensitive/json", test_json);
  return g_test_run ();
}
