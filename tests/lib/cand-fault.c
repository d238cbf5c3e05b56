/* cand-fault.c: a disk that fails when it is told to, under a program that does not know
 *
 * A library for LD_PRELOAD. While the file that CAND_FAULT_CONTROL names holds the name of an error
 * (ENOSPC, EIO, EROFS), every call that writes to a file below CAND_FAULT_FOLDER, makes one there
 * or brings one to the disk fails with it. Everything else goes through.
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Both spellings of each call are wanted, not one standing for the other. */
#undef _FILE_OFFSET_BITS

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* 0 while the disk is to work. */
static int
read_fault (void)
{
  static const struct
  {
    const char *name;
    int number;
  } faults[] = { { "ENOSPC", ENOSPC }, { "EIO", EIO }, { "EROFS", EROFS } };
  const char *control = getenv ("CAND_FAULT_CONTROL");
  char name[16] = "";
  /* Past the functions below. */
  int fd =
      control != NULL ? (int) syscall (SYS_openat, AT_FDCWD, control, O_RDONLY | O_CLOEXEC) : -1;

  if (fd < 0)
    return 0;
  if (read (fd, name, sizeof name - 1) < 0)
    name[0] = '\0';
  close (fd);
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
    if (strncmp (name, faults[i].name, strlen (faults[i].name)) == 0)
      return faults[i].number;
  return 0;
}

static int
is_below (const char *path)
{
  const char *folder = getenv ("CAND_FAULT_FOLDER");

  return folder != NULL && path != NULL && strncmp (path, folder, strlen (folder)) == 0;
}

static int
fails_at (const char *path)
{
  int kept = errno;
  int fault = is_below (path) ? read_fault () : 0;

  errno = fault != 0 ? fault : kept;
  return fault != 0;
}

static int
fails (int fd)
{
  int kept = errno;
  char link[32], path[PATH_MAX];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  errno = kept;
  if (length < 0)
    return 0;
  path[length] = '\0';
  return fails_at (path);
}

static int
is_writing (int flags)
{
  return (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT) != 0;
}

#define NEXT(name)                                                                                 \
  static __typeof__ (name) *next;                                                                  \
  if (next == NULL)                                                                                \
  next = (__typeof__ (name) *) dlsym (RTLD_NEXT, #name)

ssize_t
write (int fd, const void *data, size_t size)
{
  NEXT (write);
  return fails (fd) ? -1 : next (fd, data, size);
}

ssize_t
pwrite (int fd, const void *data, size_t size, off_t offset)
{
  NEXT (pwrite);
  return fails (fd) ? -1 : next (fd, data, size, offset);
}

ssize_t
pwrite64 (int fd, const void *data, size_t size, off64_t offset)
{
  NEXT (pwrite64);
  return fails (fd) ? -1 : next (fd, data, size, offset);
}

int
fsync (int fd)
{
  NEXT (fsync);
  return fails (fd) ? -1 : next (fd);
}

int
fdatasync (int fd)
{
  NEXT (fdatasync);
  return fails (fd) ? -1 : next (fd);
}

int
ftruncate64 (int fd, off64_t size)
{
  NEXT (ftruncate64);
  return fails (fd) ? -1 : next (fd, size);
}

int
open64 (const char *path, int flags, ...)
{
  va_list rest;
  mode_t mode;

  NEXT (open64);
  va_start (rest, flags);
  mode = (flags & O_CREAT) != 0 ? va_arg (rest, mode_t) : 0;
  va_end (rest);
  return is_writing (flags) && (flags & O_CREAT) != 0 && access (path, F_OK) != 0 && fails_at (path)
             ? -1
             : next (path, flags, mode);
}

int
open (const char *path, int flags, ...)
{
  va_list rest;
  mode_t mode;

  NEXT (open);
  va_start (rest, flags);
  mode = (flags & O_CREAT) != 0 ? va_arg (rest, mode_t) : 0;
  va_end (rest);
  return is_writing (flags) && (flags & O_CREAT) != 0 && access (path, F_OK) != 0 && fails_at (path)
             ? -1
             : next (path, flags, mode);
}
