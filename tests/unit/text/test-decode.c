/* test-decode.c: text of whatever encoding as UTF-8
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/text/cand-decode.h"

#include <string.h>

/* Under a sanitizer on a loaded machine; alone it takes a tenth of a second. */
#define MAX_SECONDS 10

#define BYTES(text) text, sizeof (text) - 1

static const struct
{
  const char *name;
  const char *data;
  gsize length;
  const char *charset;
  const char *text;
} cases[] = {
  { "empty", BYTES (""), NULL, "" },
  { "utf-8",
    BYTES ("Fus\xc3\xa9"
           "e"),
    NULL, "Fusée" },
  { "no-utf-8",
    BYTES ("Fus\xe9"
           "e \x80 10"),
    NULL, "Fusée € 10" },
  { "cut",
    BYTES ("Fus\xc3\xa9"
           "e \xe2\x82"),
    NULL, "Fusée \xef\xbf\xbd\xef\xbf\xbd" },
  { "nul",
    BYTES ("F\0us\xc3\xa9\0"
           "e\0"),
    NULL, "Fusée" },
  { "latin1",
    BYTES ("\x93"
           "Fus\xe9"
           "e\x94"),
    "latin1", "“Fusée”" },
  { "label", BYTES ("\xa4"), " ISO-8859-15\t", "€" },
  { "unknown-label",
    BYTES ("Fus\xc3\xa9"
           "e"),
    "klingon", "Fusée" },
  { "two-labels",
    BYTES ("Fus\xc3\xa9"
           "e"),
    "latin1 latin2", "Fusée" },
  { "empty-label",
    BYTES ("Fus\xe9"
           "e"),
    "", "Fusée" },
  { "named-and-wrong",
    BYTES ("Fus\xe9"
           "e"),
    "utf-8",
    "Fus\xef\xbf\xbd"
    "e" },
  { "greek", BYTES ("\xe8\xdd\xf3\xe7"), "iso-8859-7", "θέση" },
  { "cyrillic", BYTES ("\xd0\xe0\xe1\xee\xf2\xe0"), "cp1251", "Работа" },
  { "koi8", BYTES ("\xf2\xc1\xc2\xcf\xd4\xc1"), "KOI8-R", "Работа" },
  { "shift_jis", BYTES ("\x8d\xcc\x97\x70 \x87\x40"), "shift_jis", "採用 ①" },
  { "euc-jp", BYTES ("\xba\xce\xcd\xd1"), "x-euc-jp", "採用" },
  { "iso-2022-jp", BYTES ("\x1b$B:NMQ\x1b(B!"), "iso-2022-jp", "採用!" },
  { "gb2312", BYTES ("\xd5\xd0\xc6\xb8 \xe9\x46"), "gb2312", "招聘 镕" },
  { "big5", BYTES ("\xa9\xdb\xb8\x75"), "big5", "招聘" },
  { "euc-kr", BYTES ("\xc3\xa4\xbf\xeb"), "ks_c_5601-1987", "채용" },
  { "vietnamese", BYTES ("vi\xea\xf2"), "windows-1258", "việ" },
  { "utf-16le", BYTES ("\xff\xfeR\0\xf4\0l\0e\0"), NULL, "Rôle" },
  { "utf-16be", BYTES ("\xfe\xff\0R\0\xf4\0l\0e"), NULL, "Rôle" },
  { "utf-16-and-mark", BYTES ("\xfe\xff\0R\0\xf4"), "utf-16", "Rô" },
  { "utf-16-named", BYTES ("R\0\xf4\0"), "utf-16le", "Rô" },
  { "utf-16-half", BYTES ("\xff\xfeR\0\xf4"), NULL, "R\xef\xbf\xbd" },
  { "utf-16-lone", BYTES ("\xff\xfe\x00\xdcR\0"), NULL, "\xef\xbf\xbdR" },
  { "utf-16-nul", BYTES ("\xff\xfeR\0\0\0S\0"), NULL, "RS" },
  { "utf-8-mark", BYTES ("\xef\xbb\xbfR\xc3\xb4"), NULL, "Rô" },
  { "utf-8-mark-named", BYTES ("\xef\xbb\xbfR\xc3\xb4"), "UTF8", "Rô" },
  { "named-before-mark", BYTES ("\xff\xfeR"), "windows-1252", "ÿþR" },
  { "mark-before-meta", BYTES ("\xef\xbb\xbf<meta charset=latin1>\xc3\xb4"), NULL,
    "<meta charset=latin1>ô" },
  { "named-before-meta", BYTES ("<meta charset=utf-8>\xf4"), "latin1", "<meta charset=utf-8>ô" },
  { "meta", BYTES ("<html><META CharSet = 'ISO-8859-2' >\xb1"), NULL,
    "<html><META CharSet = 'ISO-8859-2' >ą" },
  { "meta-http-equiv",
    BYTES ("<meta http-equiv=Content-Type content=\"text/html; charset=euc-kr\">\xc3\xa4"), NULL,
    "<meta http-equiv=Content-Type content=\"text/html; charset=euc-kr\">채" },
  { "meta-of-words", BYTES ("<meta name=description content='what charset=koi8-r is'>\xe9"), NULL,
    "<meta name=description content='what charset=koi8-r is'>é" },
  { "meta-in-comment", BYTES ("<!-- <meta charset=koi8-r> -->\xe9"), NULL,
    "<!-- <meta charset=koi8-r> -->é" },
  { "meta-open", BYTES ("<meta charset=koi8-r \xe9"), NULL, "<meta charset=koi8-r é" },
  { "meta-utf-16", BYTES ("<meta charset=utf-16>\xc3\xa9"), NULL, "<meta charset=utf-16>é" },
  { "meta-unknown", BYTES ("<meta charset=klingon>\xe9"), NULL, "<meta charset=klingon>é" },
  { "no-meta", BYTES ("<metal charset=koi8-r>\xe9"), NULL, "<metal charset=koi8-r>é" },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].data, cases[i].length);
  g_autofree char *text = cand_decode_text (bytes, cases[i].charset);

  g_assert_cmpstr (text, ==, cases[i].text);
}

/* What is further in than a browser looks names nothing. */
static void
test_late_meta (void)
{
  g_autoptr (GString) page = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 1024; i++)
    g_string_append_c (page, ' ');
  g_string_append (page, "<meta charset=koi8-r>\xe9");
  bytes = g_bytes_new (page->str, page->len);
  text = cand_decode_text (bytes, NULL);
  g_assert_true (g_str_has_suffix (text, ">é"));
}

static void
test_hostile (void)
{
  static const struct
  {
    const char *part;
    const char *charset;
  } texts[] = {
    { "\xff", NULL },         { "\xff", "shift_jis" },
    { "\x80\xff", "gb2312" }, { "\xe9", "latin1" },
    { "\xdc", "utf-16le" },   { "\x1b", "iso-2022-jp" },
    { "<meta ", NULL },       { "<!--", NULL },
    { "\xc3", "utf-8" },      { "\xea\xf2", "windows-1258" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) part = g_string_new (NULL);
      g_autoptr (GTimer) timer = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;

      for (guint j = 0; j < 1 << 20; j++)
        g_string_append (part, texts[i].part);
      bytes = g_bytes_new (part->str, part->len);
      timer = g_timer_new ();
      text = cand_decode_text (bytes, texts[i].charset);
      g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, MAX_SECONDS);
      g_assert_cmpuint (strlen (text), >, 0);
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/decode/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/decode/late-meta", test_late_meta);
  g_test_add_func ("/decode/hostile", test_hostile);
  return g_test_run ();
}
