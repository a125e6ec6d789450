/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-defects-private.h"

/* Stretches nearer than this are one; a paragraph has at most so many. */
#define GAP      2u
#define RUNS_MAX 20u

/* The characters that windows-1252 and windows-1251 have at 0x80–0x9f, where the two differ from U+0080–U+009F. */
static const gunichar windows_1252[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};
static const gunichar windows_1251[64] = {
  0x0402, 0x0403, 0x201a, 0x0453, 0x201e, 0x2026, 0x2020, 0x2021, 0x20ac, 0x2030, 0x0409, 0x2039, 0x040a,
  0x040c, 0x040b, 0x040f, 0x0452, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0,      0x2122,
  0x0459, 0x203a, 0x045a, 0x045c, 0x045b, 0x045f, 0x00a0, 0x040e, 0x045e, 0x0408, 0x00a4, 0x0490, 0x00a6,
  0x00a7, 0x0401, 0x00a9, 0x0404, 0x00ab, 0x00ac, 0x00ad, 0x00ae, 0x0407, 0x00b0, 0x00b1, 0x0406, 0x0456,
  0x0491, 0x00b5, 0x00b6, 0x00b7, 0x0451, 0x2116, 0x0454, 0x00bb, 0x0458, 0x0405, 0x0455, 0x0457,
};

static gboolean
is_c1 (gunichar c)
{
  return c >= 0x80 && c <= 0x9f;
}

/* Whether a character is what windows-1252 or Latin-1 makes of a continuation byte of UTF-8. */
static gboolean
is_western_continuation (gunichar c)
{
  if (c >= 0x80 && c <= 0xbf)
    return TRUE;
  if (c > 0x0100)
    for (guint i = 0; i < G_N_ELEMENTS (windows_1252); i++)
      if (windows_1252[i] == c)
        return TRUE;

  return FALSE;
}

static gboolean
is_cyrillic_continuation (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (windows_1251); i++)
    if (windows_1251[i] != 0 && windows_1251[i] == c)
      return TRUE;

  return FALSE;
}

static gboolean
continues (const PlxDefectText *text, guint i, guint length)
{
  if (i + length > text->n)
    return FALSE;
  for (guint k = 1; k < length; k++)
    if (!is_western_continuation (text->chars[i + k]))
      return FALSE;

  return TRUE;
}

/* How many pairs of a lead letter and a continuation stand in a row. */
static guint
count_pairs (const PlxDefectText *text, guint i, gunichar lead_a, gunichar lead_b, gboolean (*is_second) (gunichar))
{
  guint n = 0;

  while (i + 1 < text->n && (text->chars[i] == lead_a || text->chars[i] == lead_b) && is_second (text->chars[i + 1]))
    {
      n++;
      i += 2;
    }

  return n;
}

/*
 * How many characters from @i on are what a single-byte encoding makes of UTF-8, or 0. Letters that end words before a
 * quotation mark, "CAFÉ”", look like it too: of the two-byte leads only those are believed that no word ends with.
 */
static guint
measure_mojibake (const PlxDefectText *text, guint i)
{
  guint pairs;

  switch (text->chars[i])
    {
    case 0xfffd:
      return 1;
    case 0xc2: /* Â */
      /* Alone before a space it is a capital of French or Vietnamese. */
      return i + 1 < text->n && is_western_continuation (text->chars[i + 1]) && text->chars[i + 1] < 0x2000 ? 2 : 0;
    case 0xc3: /* Ã */
      return continues (text, i, 2) ? 2 : 0;
    case 0xe2: /* â */
    case 0xef: /* ï, of the byte order mark and of U+FFFD */
      return continues (text, i, 3) ? 3 : 0;
    case 0xf0: /* ð */
      return continues (text, i, 4) ? 4 : 0;
    case 0xd0: /* Ð, Ñ: Cyrillic */
    case 0xd1:
      pairs = count_pairs (text, i, 0xd0, 0xd1, is_western_continuation);
      return pairs >= 2 ? pairs * 2 : 0;
    case 0x0420: /* Р, С: Cyrillic as Cyrillic */
    case 0x0421:
      pairs = count_pairs (text, i, 0x0420, 0x0421, is_cyrillic_continuation);
      return pairs >= 3 ? pairs * 2 : 0;
    default:
      return is_c1 (text->chars[i]) ? 1 : 0;
    }
}

/**
 * plx_defects_find_encoding:
 * @text: a paragraph
 * @defects: takes the stretches that were decoded wrongly, or could not be decoded
 */
void
plx_defects_find_encoding (const PlxDefectText *text, GArray *defects)
{
  guint runs = 0, start = 0, end = 0;

  for (guint i = 0; i < text->n && runs < RUNS_MAX;)
    {
      guint length = measure_mojibake (text, i);

      if (length == 0)
        {
          i++;
          continue;
        }
      if (end > 0 && i <= end + GAP)
        end = i + length;
      else
        {
          if (end > 0)
            {
              plx_defects_add (defects, PLX_DEFECT_ENCODING, text->paragraph->number, start, end, 0);
              runs++;
            }
          start = i;
          end = i + length;
        }
      i += length;
    }
  if (end > 0 && runs < RUNS_MAX)
    plx_defects_add (defects, PLX_DEFECT_ENCODING, text->paragraph->number, start, end, 0);
}
