/* cand-decode.c: text of whatever encoding as UTF-8
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-decode.h"

#include <string.h>

/* How far into a page a <meta> that names its encoding may be, by the HTML standard. */
#define MAX_PRESCAN 1024
/* In bytes: no name of an encoding is longer. */
#define MAX_LABEL 32
/* So many bytes are converted in one go. */
#define CHUNK 16384
#define REPLACEMENT "\xef\xbf\xbd"

#define UTF_8 "UTF-8"
#define WINDOWS_1252 "WINDOWS-1252"

/* The labels of an encoding, in lower case between blanks (Encoding standard, 4.2, "Names and
 * labels"), and what iconv calls it. */
typedef struct
{
  const char *name;
  const char *labels;
} Encoding;

static const Encoding encodings[] = {
  { UTF_8, " unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8 " },
  { WINDOWS_1252,
    " ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 "
    "iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 " },
  { "WINDOWS-1250", " cp1250 windows-1250 x-cp1250 " },
  { "WINDOWS-1251", " cp1251 windows-1251 x-cp1251 " },
  { "WINDOWS-1253", " cp1253 windows-1253 x-cp1253 " },
  { "WINDOWS-1254",
    " cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 "
    "latin5 l5 windows-1254 x-cp1254 " },
  { "WINDOWS-1255", " cp1255 windows-1255 x-cp1255 " },
  { "WINDOWS-1256", " cp1256 windows-1256 x-cp1256 " },
  { "WINDOWS-1257", " cp1257 windows-1257 x-cp1257 " },
  { "WINDOWS-1258", " cp1258 windows-1258 x-cp1258 " },
  { "IBM866", " 866 cp866 csibm866 ibm866 " },
  { "ISO-8859-2",
    " csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2 " },
  { "ISO-8859-3",
    " csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3 " },
  { "ISO-8859-4",
    " csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4 " },
  { "ISO-8859-5",
    " csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 "
    "iso_8859-5:1988 " },
  { "ISO-8859-6",
    " arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e "
    "iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 " },
  { "ISO-8859-7",
    " csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 "
    "iso_8859-7 iso_8859-7:1987 sun_eu_greek " },
  /* In the order in which it is written, whatever the label says of it. */
  { "ISO-8859-8",
    " csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 "
    "iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical " },
  { "ISO-8859-10", " csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6 " },
  { "ISO-8859-13", " iso-8859-13 iso8859-13 iso885913 " },
  { "ISO-8859-14", " iso-8859-14 iso8859-14 iso885914 " },
  { "ISO-8859-15", " csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 " },
  { "ISO-8859-16", " iso-8859-16 " },
  { "KOI8-R", " cskoi8r koi koi8 koi8-r koi8_r " },
  { "KOI8-U", " koi8-ru koi8-u " },
  { "MACINTOSH", " csmacintosh mac macintosh x-mac-roman " },
  /* Windows-874. */
  { "CP874", " dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874 " },
  /* What reads GB18030 reads GBK, by the standard. */
  { "GB18030",
    " chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030 " },
  { "BIG5-HKSCS", " big5 big5-hkscs cn-big5 csbig5 x-x-big5 " },
  { "EUC-JP", " cseucpkdfmtjapanese euc-jp x-euc-jp " },
  { "ISO-2022-JP", " csiso2022jp iso-2022-jp " },
  /* Shift_JIS with the characters that Windows added to it. */
  { "CP932", " csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis " },
  /* EUC-KR with those. */
  { "CP949",
    " cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 "
    "ksc_5601 windows-949 " },
  { "UTF-16BE", " unicodefffe utf-16be " },
  { "UTF-16LE", " csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le " },
};

/* What iconv calls the encoding with this label; NULL for none. */
static const char *
find_encoding (const char *label, gsize length)
{
  g_autofree char *copy = NULL;
  g_autofree char *between = NULL;

  if (length > MAX_LABEL)
    return NULL;
  copy = g_ascii_strdown (label, length);
  g_strstrip (copy);
  if (*copy == '\0' || strchr (copy, ' ') != NULL)
    return NULL;
  between = g_strdup_printf (" %s ", copy);
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (strstr (encodings[i].labels, between) != NULL)
      return encodings[i].name;
  return NULL;
}

static const char *
find_mark (const char *data, gsize length, gsize *mark)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *name;
  } marks[] = { { "\xef\xbb\xbf", 3, UTF_8 },
                { "\xff\xfe", 2, "UTF-16LE" },
                { "\xfe\xff", 2, "UTF-16BE" } };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (data, marks[i].bytes, marks[i].length) == 0)
      {
        *mark = marks[i].length;
        return marks[i].name;
      }
  *mark = 0;
  return NULL;
}

/* What the attributes of a <meta>, in lower case, say in "charset=…" of either notation; NULL for
 * another <meta>. */
static const char *
read_meta (const char *attributes)
{
  const char *found = strstr (attributes, "charset");
  const char *content = strstr (attributes, "content");
  const char *value;

  /* The words of a description are no name. */
  if (found == NULL ||
      (content != NULL && content < found && strstr (attributes, "http-equiv") == NULL))
    return NULL;
  value = found + strlen ("charset");
  value += strspn (value, " \t\n\r");
  if (*value++ != '=')
    return NULL;
  value += strspn (value, " \t\n\r\"'");
  return find_encoding (value, strcspn (value, " \t\n\r\"';/"));
}

/* The encoding that the start of a page names, as a prescan by the HTML standard would find it. */
static const char *
find_meta (const char *data, gsize length)
{
  g_autofree char *start = g_ascii_strdown (data, MIN (length, MAX_PRESCAN));
  const char *name = NULL;
  char *p = start;

  while (name == NULL && (p = strchr (p, '<')) != NULL)
    {
      gboolean comment = g_str_has_prefix (p, "<!--");
      char *end = strstr (p, comment ? "-->" : ">");

      if (end == NULL)
        return NULL;
      if (g_str_has_prefix (p, "<meta") && strchr (" \t\n\r/", p[5]) != NULL)
        {
          *end = '\0';
          name = read_meta (p + strlen ("<meta"));
        }
      /* Of another "<" nobody knows where it ends. */
      p = comment || name != NULL || *end == '\0' ? end + 1 : p + 1;
    }
  /* It was read as ASCII: it cannot be of two bytes each. */
  return name != NULL && g_str_has_prefix (name, "UTF-16") ? UTF_8 : name;
}

static gboolean
is_utf16 (const char *name)
{
  return name != NULL && g_str_has_prefix (name, "UTF-16");
}

/* NULL where nothing names it. *@mark is how long the byte order mark is. */
static const char *
find_named (const char *data, gsize length, const char *charset, gsize *mark)
{
  const char *name = charset != NULL ? find_encoding (charset, strlen (charset)) : NULL;
  const char *marked = find_mark (data, length, mark);

  /* "utf-16" leaves it to the mark which of the two it is (RFC 2781). */
  if (name == NULL || (is_utf16 (name) && is_utf16 (marked)))
    name = marked != NULL ? marked : find_meta (data, length);
  /* The mark of another encoding is some of the text. */
  if (name != marked)
    *mark = 0;
  return name;
}

/* (transfer full) */
static GString *
without_nul (const char *data, gsize length)
{
  GString *text = g_string_sized_new (length);

  while (length > 0)
    {
      const char *nul = memchr (data, '\0', length);
      gsize n = nul != NULL ? (gsize) (nul - data) : length;

      g_string_append_len (text, data, n);
      n += nul != NULL;
      data += n;
      length -= n;
    }
  return text;
}

/* Whether it is UTF-8, also where its last character was cut; of ASCII before one byte more nobody
 * knows. */
static gboolean
is_utf8 (const GString *text)
{
  const char *end;

  if (g_utf8_validate_len (text->str, text->len, &end))
    return TRUE;
  return g_utf8_get_char_validated (end, text->str + text->len - end) == (gunichar) -2 &&
         g_utf8_strlen (text->str, end - text->str) < end - text->str;
}

/* (transfer full) */
static char *
dup_valid (const GString *text)
{
  return g_utf8_make_valid (text->str, text->len);
}

/* What cannot be converted is U+FFFD, one byte at a time, two of UTF-16. (transfer full) */
static char *
convert (GIConv converter, const char *data, gsize length, gsize unit)
{
  g_autoptr (GString) text = g_string_sized_new (length);
  g_autoptr (GString) kept = NULL;
  g_autofree char *buffer = g_malloc (CHUNK);
  char *in = (char *) data;
  gsize left = length;
  gboolean ended = FALSE;

  while (!ended)
    {
      char *out = buffer;
      gsize room = CHUNK;
      gsize part = MIN (left, CHUNK);
      gsize rest = part;
      /* After the last byte it may still hold a character that it was to combine with others. */
      gsize result =
          g_iconv (converter, part > 0 ? &in : NULL, part > 0 ? &rest : NULL, &out, &room);

      g_string_append_len (text, buffer, CHUNK - room);
      ended = part == 0;
      left -= part - rest;
      if (ended || result != (gsize) -1 || room < CHUNK || rest < part)
        continue;
      g_string_append (text, REPLACEMENT);
      in += MIN (unit, left);
      left -= MIN (unit, left);
    }
  kept = without_nul (text->str, text->len);
  return dup_valid (kept);
}

/**
 * cand_decode_text:
 * @bytes: a text of the web, or of a file; untrusted
 * @charset: (nullable): what the answer's media type says that its encoding is
 *
 * Takes time in proportion to the text's length. May be called in any thread.
 *
 * Returns: (transfer full): the text
 */
char *
cand_decode_text (GBytes *bytes, const char *charset)
{
  gsize length;
  gsize mark;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *name;
  g_autoptr (GString) plain = NULL;
  GIConv converter = (GIConv) -1;
  char *text;

  if (length == 0)
    return g_strdup ("");
  name = find_named (data, length, charset, &mark);
  data += mark;
  length -= mark;
  if (name == NULL || g_str_equal (name, UTF_8))
    plain = without_nul (data, length);
  if (name == NULL && !is_utf8 (plain))
    name = WINDOWS_1252;
  if (name != NULL && !g_str_equal (name, UTF_8))
    converter = g_iconv_open (UTF_8, name);
  /* Where iconv does not know it, most of most pages is still ASCII. */
  if (converter == (GIConv) -1)
    {
      if (plain == NULL)
        plain = without_nul (data, length);
      return dup_valid (plain);
    }
  text = convert (converter, data, length, is_utf16 (name) ? 2 : 1);
  g_iconv_close (converter);
  return text;
}
