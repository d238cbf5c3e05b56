/* model-test.h: properties and notifications, for the tests of this folder
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

static inline void
model_test_increment (guint *count)
{
  *count += 1;
}

/* Counts "notify::PROPERTY" of @object in *@count, from 0. */
static inline void
model_test_count (gpointer object, const char *property, guint *count)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  *count = 0;
  g_signal_connect_swapped (object, signal, G_CALLBACK (model_test_increment), count);
}

static inline void
model_test_assert_string (gpointer object, const char *property, const char *expected)
{
  g_autofree char *value = NULL;

  g_object_get (object, property, &value, NULL);
  g_assert_cmpstr (value, ==, expected);
}

/* Sets it, sets it again: one notification, and it reads back. */
static inline void
model_test_string (gpointer object, const char *property, const char *text)
{
  guint count;

  model_test_count (object, property, &count);
  g_object_set (object, property, text, NULL);
  g_assert_cmpuint (count, ==, 1);
  g_object_set (object, property, text, NULL);
  g_assert_cmpuint (count, ==, 1);
  model_test_assert_string (object, property, text);
  g_signal_handlers_disconnect_by_data (object, &count);
}

static inline void
model_test_int64 (gpointer object, const char *property, gint64 number)
{
  gint64 value;
  guint count;

  model_test_count (object, property, &count);
  g_object_set (object, property, number, NULL);
  g_assert_cmpuint (count, ==, 1);
  g_object_set (object, property, number, NULL);
  g_assert_cmpuint (count, ==, 1);
  g_object_get (object, property, &value, NULL);
  g_assert_cmpint (value, ==, number);
  g_signal_handlers_disconnect_by_data (object, &count);
}

static inline void
model_test_boolean (gpointer object, const char *property)
{
  gboolean value;
  guint count;

  model_test_count (object, property, &count);
  g_object_get (object, property, &value, NULL);
  g_assert_false (value);
  g_object_set (object, property, TRUE, NULL);
  g_object_set (object, property, TRUE, NULL);
  g_assert_cmpuint (count, ==, 1);
  g_object_get (object, property, &value, NULL);
  g_assert_true (value);
  g_object_set (object, property, FALSE, NULL);
  g_assert_cmpuint (count, ==, 2);
  g_signal_handlers_disconnect_by_data (object, &count);
}
