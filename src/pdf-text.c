/* pdf-text.c: the text of a PDF, in a process of its own
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poppler.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Standard input is the file, standard output the text, and after it one NUL where all of it could
 * be read. Nobody knows what is in a PDF: whoever takes this process over has no network, starts no
 * other program, writes no file, and gets neither much memory nor much time. */

#define MAX_BYTES (1024 * 1024)
#define MAX_PAGES 200
#define MAX_MEMORY ((rlim_t) 1024 * 1024 * 1024)
#define MAX_SECONDS 10

#if defined(__SANITIZE_ADDRESS__)
#define IS_SANITIZED TRUE
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_SANITIZED TRUE
#endif
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED FALSE
#endif

static void
limit (int resource, rlim_t most)
{
  const struct rlimit both = { most, most };

  if (setrlimit (resource, &both) != 0)
    exit (EXIT_FAILURE);
}

static void
limit_resources (void)
{
  /* The sanitizer reserves terabytes of addresses. */
  if (!IS_SANITIZED)
    limit (RLIMIT_AS, MAX_MEMORY);
  limit (RLIMIT_CPU, MAX_SECONDS);
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_FSIZE, 0);
  signal (SIGXFSZ, SIG_IGN);
}

#define REFUSE(call)                                                                               \
  BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1),                                              \
      BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)

/* The numbers are those of the architecture. x86-64 would take those of two others, too. */
#define X32_CALLS 0x40000000U
static void
refuse_network_and_programs (void)
{
  struct sock_filter filter[] = {
#ifdef __x86_64__
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, arch)),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, AUDIT_ARCH_X86_64, 1, 0),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
#endif
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr)),
#ifdef __x86_64__
    BPF_JUMP (BPF_JMP | BPF_JGE | BPF_K, X32_CALLS, 0, 1),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
#endif
    REFUSE (SYS_socket),
    REFUSE (SYS_socketpair),
    REFUSE (SYS_connect),
    REFUSE (SYS_execve),
    REFUSE (SYS_execveat),
    REFUSE (SYS_ptrace),
    REFUSE (SYS_kill),
    REFUSE (SYS_io_uring_setup),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const struct sock_fprog program = { G_N_ELEMENTS (filter), filter };

  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
      prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
    exit (EXIT_FAILURE);
}

/* Not every version of the library has automatic cleanup for its types. */
static char *
dup_page_text (PopplerDocument *document, int index)
{
  PopplerPage *page = poppler_document_get_page (document, index);
  char *text = page != NULL ? poppler_page_get_text (page) : NULL;

  g_clear_object (&page);
  return text;
}

static gboolean
write_pages (PopplerDocument *document)
{
  int n = MIN (poppler_document_get_n_pages (document), MAX_PAGES);
  gsize left = MAX_BYTES;

  for (int i = 0; i < n && left > 0; i++)
    {
      g_autofree char *text = dup_page_text (document, i);
      gsize length = text != NULL ? MIN (strlen (text), left) : 0;

      if (text == NULL || fwrite (text, 1, length, stdout) < length || putchar ('\n') == EOF)
        return FALSE;
      left -= length;
    }
  return n > 0 && putchar ('\0') != EOF && fflush (stdout) == 0;
}

int
main (void)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  PopplerDocument *document;
  int status;

  limit_resources ();
  refuse_network_and_programs ();
  file = g_mapped_file_new_from_fd (STDIN_FILENO, FALSE, NULL);
  if (file == NULL)
    return EXIT_FAILURE;
  bytes = g_mapped_file_get_bytes (file);
  document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  status = document != NULL && write_pages (document) ? EXIT_SUCCESS : EXIT_FAILURE;
  g_clear_object (&document);
  return status;
}
