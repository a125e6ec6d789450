/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/import/plx-html-entities.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* The longest name in libxml2's table of HTML 4 entities is 8 letters; those below are no longer. */
#define MAX_NAME 8

/* Entities that HTML 5 added and pages use. */
static const struct
{
  char name[MAX_NAME + 1];
  gunichar c;
} added[] = {
  { "NewLine", '\n' }, { "Tab", '\t' },    { "apos", '\'' },  { "ast", '*' },       { "bsol", '\\' },
  { "check", 0x2713 }, { "colon", ':' },   { "comma", ',' },  { "commat", '@' },    { "dollar", '$' },
  { "equals", '=' },   { "excl", '!' },    { "grave", '`' },  { "horbar", 0x2015 }, { "hyphen", 0x2010 },
  { "lbrack", '[' },   { "lcub", '{' },    { "lowbar", '_' }, { "lpar", '(' },      { "mldr", 0x2026 },
  { "num", '#' },      { "percnt", '%' },  { "period", '.' }, { "phone", 0x260E },  { "plus", '+' },
  { "quest", '?' },    { "rbrack", ']' },  { "rcub", '}' },   { "rpar", ')' },      { "semi", ';' },
  { "sol", '/' },      { "star", 0x2606 }, { "verbar", '|' }, { "vert", '|' },
};

/* What the numbers 128 to 159 mean, which name control characters: authors mean Windows-1252. */
static const gunichar windows_1252[32] = {
  0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
};

static const char *
append_number (GString *text, const char *reference, const char *end)
{
  const char *position = reference + 2;
  gboolean hexadecimal = position < end && (*position == 'x' || *position == 'X');
  const char *digits = hexadecimal ? position + 1 : position;
  gunichar c = 0;

  for (position = digits; position < end; position++)
    {
      int digit = hexadecimal ? g_ascii_xdigit_value (*position) : g_ascii_digit_value (*position);

      if (digit < 0)
        break;
      c = MIN (c * (hexadecimal ? 16 : 10) + digit, 0x110000);
    }
  if (position == digits)
    {
      g_string_append_c (text, '&');
      return reference + 1;
    }
  if (c >= 0x80 && c < 0xA0)
    c = windows_1252[c - 0x80];
  if (c == 0 || !g_unichar_validate (c))
    c = 0xFFFD;
  g_string_append_unichar (text, c);

  return position < end && *position == ';' ? position + 1 : position;
}

static gunichar
find_named (const char *name)
{
  const htmlEntityDesc *entity = htmlEntityLookup ((const xmlChar *)name);

  if (entity != NULL)
    return entity->value;
  for (guint i = 0; i < G_N_ELEMENTS (added); i++)
    if (strcmp (name, added[i].name) == 0)
      return added[i].c;
  return 0;
}

/**
 * plx_html_append_reference:
 * @text: where to append the character
 * @reference: an ampersand
 * @end: end of the text it stands in
 * @in_attribute: whether that is an attribute, where addresses hold ampersands that begin no reference
 *
 * Resolves a character reference. One that means nothing is left as it is.
 *
 * Returns: where to read on, beyond @reference
 */
const char *
plx_html_append_reference (GString *text, const char *reference, const char *end, gboolean in_attribute)
{
  const char *position = reference + 1;
  char name[MAX_NAME + 1];
  gsize length = 0;
  gunichar c;
  gboolean ended;

  if (position < end && *position == '#')
    return append_number (text, reference, end);
  while (position < end && length < MAX_NAME && g_ascii_isalnum (*position))
    name[length++] = *position++;
  name[length] = '\0';
  ended = position < end && *position == ';';

  /* Without a semicolon only the entities of Latin 1 count. */
  c = length > 1 && (ended || !in_attribute) ? find_named (name) : 0;
  if (c == 0 || (!ended && c > 0xFF))
    {
      g_string_append_c (text, '&');
      return reference + 1;
    }
  g_string_append_unichar (text, c);

  return ended ? position + 1 : position;
}
