/* cand-clock.c: a clock that is set while a program runs that does not know
 *
 * A library for LD_PRELOAD. The time of day is off by as many seconds as the file says that
 * CAND_CLOCK_CONTROL names; clocks that only measure how long something takes are not touched.
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long long
read_offset (void)
{
  const char *control = getenv ("CAND_CLOCK_CONTROL");
  char text[32] = "";
  int kept = errno;
  int fd = control != NULL ? open (control, O_RDONLY | O_CLOEXEC) : -1;

  if (fd >= 0)
    {
      if (read (fd, text, sizeof text - 1) < 0)
        text[0] = '\0';
      close (fd);
    }
  errno = kept;
  return atoll (text);
}

int
clock_gettime (clockid_t clock, struct timespec *now)
{
  static int (*next) (clockid_t, struct timespec *);
  int result;

  if (next == NULL)
    next = (int (*) (clockid_t, struct timespec *)) dlsym (RTLD_NEXT, "clock_gettime");
  result = next (clock, now);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
    now->tv_sec += read_offset ();
  return result;
}

int
gettimeofday (struct timeval *restrict now, void *restrict zone)
{
  struct timespec exact;

  if (clock_gettime (CLOCK_REALTIME, &exact) != 0)
    return -1;
  now->tv_sec = exact.tv_sec;
  now->tv_usec = exact.tv_nsec / 1000;
  return 0;
}

time_t
time (time_t *now)
{
  struct timespec exact;

  if (clock_gettime (CLOCK_REALTIME, &exact) != 0)
    return (time_t) -1;
  if (now != NULL)
    *now = exact.tv_sec;
  return exact.tv_sec;
}
