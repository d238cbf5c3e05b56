/* test-net-limits.c: answers that are too large, too short or too slow
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net-test.h"

#define URL "https://" HOST "/list"
#define MIB (1024 * 1024)

static void
assert_raw (
    Fixture *fixture, const char *raw, gboolean stays, CandNetError code, const char *message)
{
  cand_test_server_remove (fixture->server, "/list");
  cand_test_server_add_raw (fixture->server, "/list", raw, stays);
  fixture_get_error (fixture, URL, code, message);
}

/* The announcement is enough. */
static void
test_announced_too_large (Fixture *fixture, gconstpointer user_data)
{
  assert_raw (fixture, "HTTP/1.1 200 OK\r\nContent-Length: 33554433\r\n\r\nabc", TRUE,
              CAND_NET_ERROR_TOO_LARGE, "The answer of " HOST " is larger than 32 MiB");
}

static GBytes *
compress (GConverter *converter, gsize n_zeros)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) output = g_converter_output_stream_new (memory, converter);
  g_autofree char *zeros = g_malloc0 (MIB);

  for (gsize left = n_zeros; left > 0; left -= MIN (left, MIB))
    g_output_stream_write_all (output, zeros, MIN (left, MIB), NULL, NULL, NULL);
  g_output_stream_close (output, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
add_compressed (Fixture *fixture, GBytes *bytes)
{
  cand_test_server_remove (fixture->server, "/list");
  cand_test_server_add_bytes (fixture->server, "/list", 200, "application/json", bytes);
  cand_test_server_add_header (fixture->server, "Content-Encoding", "gzip");
}

static void
test_bomb (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1);
  g_autoptr (GBytes) bomb = compress (G_CONVERTER (gzip), 40 * MIB);

  g_assert_cmpuint (g_bytes_get_size (bomb), <, MIB);
  add_compressed (fixture, bomb);
  fixture_get_error (fixture, URL, CAND_NET_ERROR_TOO_LARGE,
                     "The answer of " HOST " is larger than 32 MiB");
}

static void
test_compressed (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1);
  g_autoptr (GBytes) bytes = compress (G_CONVERTER (gzip), 32 * MIB);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandResponse) response = NULL;

  add_compressed (fixture, bytes);
  response = fixture_get (fixture, URL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (cand_response_get_body (response)), ==, 32 * MIB);
}

/* The connection of an answer that was read to its end serves the next request. */
static void
test_connection_kept (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1);
  g_autoptr (GBytes) bytes = compress (G_CONVERTER (gzip), MIB);
  const CandTestRequest *first, *second, *third;
  CandResponse *response;

  add_compressed (fixture, bytes);
  cand_test_server_add (fixture->server, "/plain", 200, "text/plain", "x");
  for (guint i = 0; i < 3; i++)
    {
      response = fixture_get (fixture, i == 1 ? "https://" HOST "/plain" : URL, NULL);
      g_assert_nonnull (response);
      g_object_unref (response);
    }
  first = cand_test_server_get_request (fixture->server, 0);
  second = cand_test_server_get_request (fixture->server, 1);
  third = cand_test_server_get_request (fixture->server, 2);
  g_assert_cmpuint (second->client_port, ==, first->client_port);
  g_assert_cmpuint (third->client_port, ==, first->client_port);
}

static void
test_compressed_cut (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1);
  g_autoptr (GBytes) bytes = compress (G_CONVERTER (gzip), MIB);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) / 2);

  add_compressed (fixture, half);
  fixture_get_error (fixture, URL, CAND_NET_ERROR_TRUNCATED, HOST " broke its answer off: ");
}

static void
test_compressed_damaged (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1);
  g_autoptr (GBytes) bytes = compress (G_CONVERTER (gzip), MIB);
  g_autoptr (GBytes) damaged = NULL;
  gsize length;
  guint8 *copy = g_bytes_unref_to_data (g_bytes_ref (bytes), &length);

  memset (copy + length / 2, 0xff, length / 4);
  damaged = g_bytes_new_take (copy, length);
  add_compressed (fixture, damaged);
  fixture_get_error (fixture, URL, CAND_NET_ERROR_TRUNCATED, HOST " broke its answer off: ");
}

static void
test_packed_otherwise (Fixture *fixture, gconstpointer user_data)
{
  cand_test_server_add (fixture->server, "/list", 200, "application/json", "?");
  cand_test_server_add_header (fixture->server, "Content-Encoding", "br");
  fixture_get_error (fixture, URL, CAND_NET_ERROR_STATUS,
                     HOST " packs its answer in an unknown way");
}

static void
test_cut_short (Fixture *fixture, gconstpointer user_data)
{
  assert_raw (fixture, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":", FALSE,
              CAND_NET_ERROR_TRUNCATED, HOST " broke its answer off");
}

static void
test_chunks_cut_short (Fixture *fixture, gconstpointer user_data)
{
  const char *head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  g_autofree char *inside = g_strconcat (head, "20\r\nabc", NULL);
  g_autofree char *between = g_strconcat (head, "3\r\nabc\r\n", NULL);

  assert_raw (fixture, inside, FALSE, CAND_NET_ERROR_TRUNCATED, HOST " broke its answer off");
  assert_raw (fixture, between, FALSE, CAND_NET_ERROR_TRUNCATED, HOST " broke its answer off");
}

static void
test_chunks_whole (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CandResponse) response = NULL;

  cand_test_server_add_raw (
      fixture->server, "/list",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
      FALSE);
  response = fixture_get (fixture, URL, &error);
  g_assert_no_error (error);
  assert_body (response, "abcde");
}

/* The body of an error is not waited for. */
static void
test_endless_error (Fixture *fixture, gconstpointer user_data)
{
  assert_raw (fixture, "HTTP/1.1 404 Not Found\r\nContent-Length: 999999999\r\n\r\nabc", TRUE,
              CAND_NET_ERROR_NOT_FOUND, HOST " answered 404");
}

static void
test_silent (Fixture *fixture, gconstpointer user_data)
{
  cand_net_set_timeouts (fixture->net, 100, 60000);
  assert_raw (fixture, "", TRUE, CAND_NET_ERROR_TIMEOUT, HOST " has sent nothing for too long");
  assert_raw (fixture, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc", TRUE,
              CAND_NET_ERROR_TIMEOUT, HOST " has sent nothing for too long");
}

static void
test_endless (Fixture *fixture, gconstpointer user_data)
{
  cand_net_set_timeouts (fixture->net, 60000, 100);
  assert_raw (fixture, "", TRUE, CAND_NET_ERROR_TIMEOUT, HOST " takes too long over its answer");
  assert_raw (fixture, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc", TRUE,
              CAND_NET_ERROR_TIMEOUT, HOST " takes too long over its answer");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/net/limits/announced-too-large", test_announced_too_large);
  fixture_test ("/net/limits/bomb", test_bomb);
  fixture_test ("/net/limits/compressed", test_compressed);
  fixture_test ("/net/limits/connection-kept", test_connection_kept);
  fixture_test ("/net/limits/compressed-cut", test_compressed_cut);
  fixture_test ("/net/limits/compressed-damaged", test_compressed_damaged);
  fixture_test ("/net/limits/packed-otherwise", test_packed_otherwise);
  fixture_test ("/net/limits/cut-short", test_cut_short);
  fixture_test ("/net/limits/chunks-cut-short", test_chunks_cut_short);
  fixture_test ("/net/limits/chunks-whole", test_chunks_whole);
  fixture_test ("/net/limits/endless-error", test_endless_error);
  fixture_test ("/net/limits/silent", test_silent);
  fixture_test ("/net/limits/endless", test_endless);
  return g_test_run ();
}
