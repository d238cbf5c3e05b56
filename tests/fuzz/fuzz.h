/* fuzz.h: what the fuzz programs share
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <stdint.h>
#include <string.h>

/* libFuzzer's, https://llvm.org/docs/LibFuzzer.html: one input; 0, always. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* What is broken and no sanitizer would see. */
#define FUZZ_CHECK(condition)                                                                      \
  do                                                                                               \
    if (!(condition))                                                                              \
      fuzz_fail (__FILE__, __LINE__, #condition);                                                  \
  while (0)
G_NORETURN void fuzz_fail (const char *file, int line, const char *what);

/* A failure says so, and a success says nothing. */
#define FUZZ_CHECK_RESULT(result, error) FUZZ_CHECK (((result) != NULL) == ((error) == NULL))
