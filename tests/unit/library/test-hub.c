/* test-hub.c: whether something is on the Hub, asked of a server that plays it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/cand-hub.h"
#include "library-test.h"

typedef struct
{
  char *directory;
  CandTestServer *server;
  CandLibrary *library;
} HubTest;

static void
set_up (HubTest *self, gconstpointer data)
{
  g_autofree char *hosts = NULL;
  g_autoptr (GError) error = NULL;

  self->directory = cand_test_make_directory ();
  self->server = cand_test_server_new ();
  hosts = cand_test_server_dup_hosts (self->server, "huggingface.co", NULL);
  self->library = cand_library_new (self->directory, hosts, &error);
  g_assert_no_error (error);
  cand_net_set_haste (self->library->net, 1000);
}

static void
tear_down (HubTest *self, gconstpointer data)
{
  cand_library_close (self->library, NULL);
  library_test_settle ();
  g_assert_finalize_object (self->library);
  cand_test_server_free (self->server);
  cand_test_remove_tree (self->directory);
  g_free (self->directory);
}

static gboolean
check (HubTest *self,
       CandHubKind kind,
       const char *asked,
       CandHubAnswer *answer,
       char **name,
       GError **error)
{
  g_autoptr (CandHubLink) link = cand_hub_link_new (kind, asked);
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_check_hub_async (self->library, link, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  return cand_library_check_hub_finish (self->library, result, answer, name, error);
}

static void
assert_answer (HubTest *self, CandHubKind kind, const char *asked, const char *expected)
{
  CandHubAnswer answer;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (check (self, kind, asked, &answer, &name, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, expected);
  g_assert_cmpint (answer, ==, expected != NULL ? CAND_HUB_EXISTS : CAND_HUB_MISSING);
}

static void
test_exists (HubTest *self, gconstpointer data)
{
  const char *json = "application/json";

  cand_test_server_add (self->server, "/api/users/ada/overview", 200, json,
                        "{\"user\": \"Ada\", \"fullname\": \"Ada Lovelace\"}");
  cand_test_server_add (self->server, "/api/organizations/acme/overview", 200, json,
                        "{\"name\": \"acme\", \"fullname\": \"Acme\"}");
  cand_test_server_add (self->server, "/api/models/old", 200, json, "{\"id\": \"new/old\"}");
  cand_test_server_add (self->server, "/api/models/ada/engine", 200, json,
                        "{\"_id\": \"1\", \"id\": \"ada/engine\"}");
  cand_test_server_add (self->server, "/api/datasets/ada/notes", 200, json,
                        "{\"id\": \"ada/notes\"}");
  cand_test_server_add (self->server, "/api/spaces/ada/show", 200, json, "{\"id\": \"ada/show\"}");

  assert_answer (self, CAND_HUB_USER, "ada", "Ada");
  assert_answer (self, CAND_HUB_ACCOUNT, "ada", "Ada");
  assert_answer (self, CAND_HUB_ACCOUNT, "acme", "acme");
  assert_answer (self, CAND_HUB_ACCOUNT, "old", "new/old");
  assert_answer (self, CAND_HUB_MODEL, "ada/engine", "ada/engine");
  assert_answer (self, CAND_HUB_DATASET, "ada/notes", "ada/notes");
  assert_answer (self, CAND_HUB_SPACE, "ada/show", "ada/show");
  /* An organisation is no user. */
  assert_answer (self, CAND_HUB_USER, "acme", NULL);
}

/* 401 is how the Hub tells who is not known to it that a repository is missing or private. */
static void
test_missing (HubTest *self, gconstpointer data)
{
  cand_test_server_add (self->server, "/api/models/ada/secret", 401, "application/json",
                        "{\"error\": \"Invalid username or password.\"}");
  assert_answer (self, CAND_HUB_MODEL, "ada/secret", NULL);
  assert_answer (self, CAND_HUB_SPACE, "ada/none", NULL);
  assert_answer (self, CAND_HUB_ACCOUNT, "nobody", NULL);
  g_assert_cmpuint (cand_test_server_count (self->server, "/api/models/nobody"), ==, 1);
}

static void
assert_unknown (HubTest *self, GQuark domain, int code)
{
  CandHubAnswer answer;
  g_autoptr (GError) error = NULL;

  g_assert_false (check (self, CAND_HUB_USER, "ada", &answer, NULL, &error));
  g_assert_error (error, domain, code);
}

static void
test_unknown (HubTest *self, gconstpointer data)
{
  const char *path = "/api/users/ada/overview";

  cand_test_server_add (self->server, path, 500, NULL, NULL);
  assert_unknown (self, CAND_NET_ERROR, CAND_NET_ERROR_SERVER);
  cand_test_server_remove (self->server, path);
  cand_test_server_add (self->server, path, 200, "text/html", "<html>Sign in</html>");
  assert_unknown (self, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
  cand_test_server_remove (self->server, path);
  cand_test_server_add (self->server, path, 200, "application/json", "{\"user\": null}");
  assert_unknown (self, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
  cand_test_server_remove (self->server, path);
  cand_test_server_add_raw (self->server, path, "", FALSE);
  assert_unknown (self, CAND_NET_ERROR, CAND_NET_ERROR_UNREACHABLE);
}

static void
test_cancelled (HubTest *self, gconstpointer data)
{
  g_autoptr (CandHubLink) link = cand_hub_link_new (CAND_HUB_USER, "ada");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CandHubAnswer answer;

  cand_test_server_add_raw (self->server, "/api/users/ada/overview", "HTTP/1.1 200 OK\r\n", TRUE);
  cand_library_check_hub_async (self->library, link, cancellable, cand_test_keep_result, &result);
  cand_test_server_wait (self->server, 1);
  g_cancellable_cancel (cancellable);
  cand_test_wait_result (&result);
  g_assert_false (cand_library_check_hub_finish (self->library, result, &answer, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/hub/exists", HubTest, NULL, set_up, test_exists, tear_down);
  g_test_add ("/hub/missing", HubTest, NULL, set_up, test_missing, tear_down);
  g_test_add ("/hub/unknown", HubTest, NULL, set_up, test_unknown, tear_down);
  g_test_add ("/hub/cancelled", HubTest, NULL, set_up, test_cancelled, tear_down);
  return g_test_run ();
}
