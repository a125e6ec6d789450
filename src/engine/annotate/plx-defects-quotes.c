/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-defects-private.h"

/* A text that leaves more quotations open than one in so many does not use the marks in pairs. */
#define OPEN_MIN   3u
#define OPEN_SHARE 6u
/* A quotation is not open over more paragraphs. */
#define CARRY_MAX 6u

typedef enum
{
  MARK_NONE,
  MARK_OPEN,
  MARK_CLOSE,
  /* Straight marks, and marks used for both ends, as ” is in Swedish. */
  MARK_EITHER,
} Mark;

/* A quotation that is open: where it was opened, or opened anew. */
typedef struct
{
  gboolean open;
  guint text;
  guint at;
} Open;

/* How a text uses its marks: „…“ makes “ a closing mark, and where there is no opening mark at all ” is either. */
typedef struct
{
  gboolean low;
  gboolean no_opening;
  gboolean inward;
} Usage;

static gboolean
is_gap (const PlxDefectText *text, int i)
{
  return i < 0 || i >= (int)text->n || g_unichar_isspace (text->chars[i]);
}

/* A mark used for both ends, by what it touches: it opens before a word after a space, and closes the other way round.
 */
static Mark
classify_either (const PlxDefectText *text, guint i)
{
  gboolean gap_before = is_gap (text, (int)i - 1);
  gboolean gap_after = is_gap (text, (int)i + 1);

  if (gap_before && !gap_after)
    return MARK_OPEN;

  return gap_after && !gap_before ? MARK_CLOSE : MARK_EITHER;
}

static Mark
classify (const PlxDefectText *text, guint i, const Usage *usage)
{
  switch (text->chars[i])
    {
    case 0x201c: /* “ */
      return usage->low ? MARK_CLOSE : MARK_OPEN;
    case 0x201d: /* ” */
      if (!usage->low && (usage->no_opening || classify_either (text, i) == MARK_OPEN))
        return classify_either (text, i);
      return MARK_CLOSE;
    case 0x201e: /* „ */
      return MARK_OPEN;
    case 0x00ab: /* « */
      return usage->inward ? MARK_CLOSE : MARK_OPEN;
    case 0x00bb: /* » */
      return usage->inward ? MARK_OPEN : MARK_CLOSE;
    case '"':
      return classify_either (text, i);
    default:
      return MARK_NONE;
    }
}

static Usage
find_usage (const PlxDefectText *texts, guint n)
{
  Usage usage = { FALSE, TRUE, FALSE };
  guint inward = 0, outward = 0;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < texts[i].n; k++)
      {
        gunichar c = texts[i].chars[k];
        gboolean before_letter = k + 1 < texts[i].n && g_unichar_isalnum (texts[i].chars[k + 1]);

        usage.low = usage.low || c == 0x201e;
        usage.no_opening = usage.no_opening && c != 0x201c;
        outward += c == 0x00ab && before_letter;
        inward += c == 0x00bb && before_letter;
      }
  usage.inward = inward > outward;

  return usage;
}

/* The mark with the word it stands at. */
static void
add (GArray *defects, const PlxDefectText *text, guint at, gboolean opening)
{
  guint start = at, end = at + 1;

  if (opening)
    while (end < text->n && !g_unichar_isspace (text->chars[end]))
      end++;
  else
    while (start > 0 && !g_unichar_isspace (text->chars[start - 1]))
      start--;
  plx_defects_add (defects, PLX_DEFECT_UNCLOSED_QUOTE, text->paragraph->number, start, end, 0);
}

/* Follows the marks of paragraph @i. Returns how many it has. */
static guint
follow (const PlxDefectText *texts, guint i, const Usage *usage, Open *open, gboolean may_reopen, GArray *found)
{
  const PlxDefectText *text = &texts[i];
  guint n = 0;

  for (guint k = 0; k < text->n; k++)
    {
      Mark mark = classify (text, k, usage);
      gboolean after_digit = k > 0 && g_unichar_isdigit (text->chars[k - 1]);

      /* Inches, and an arrow that leads a line. */
      if (mark == MARK_NONE || (after_digit && !open->open) || (mark == MARK_CLOSE && k == 0))
        continue;
      n++;
      if (open->open && open->text != i && mark != MARK_CLOSE)
        {
          gboolean first = k == 0 && may_reopen;

          if (mark == MARK_OPEN && !first)
            add (found, &texts[open->text], open->at, TRUE);
          open->open = mark == MARK_OPEN || first;
        }
      else if (mark == MARK_CLOSE || (mark == MARK_EITHER && open->open))
        {
          if (!open->open)
            add (found, text, k, FALSE);
          open->open = FALSE;
        }
      else
        open->open = TRUE;
      if (open->open)
        {
          open->text = i;
          open->at = k;
        }
    }

  return n;
}

/**
 * plx_defects_find_quotes:
 * @texts: the paragraphs
 * @n: how many
 * @defects: has the broken sentences; takes the quotations that are opened and not closed, or closed and not opened
 *
 * A quotation over several paragraphs is opened anew in each and closed in the last, or, where sentences stand on lines
 * of their own, only closed in the last. Either is sound.
 */
void
plx_defects_find_quotes (const PlxDefectText *texts, guint n, GArray *defects)
{
  const Usage usage = find_usage (texts, n);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (PlxDefect));
  Open open = { FALSE, 0, 0 };
  g_autofree gboolean *broken = g_new0 (gboolean, n + 1);
  guint with_marks = 0, before = 0;

  for (guint i = 0; i < defects->len; i++)
    {
      const PlxDefect *defect = &g_array_index (defects, PlxDefect, i);

      /* A quotation does not go on after the place where its sentence was broken off. */
      if (defect->kind == PLX_DEFECT_SPLICED)
        broken[defect->paragraph - 1] = TRUE;
    }
  for (guint i = 0; i < n; i++)
    {
      if (open.open && (i - open.text > CARRY_MAX || broken[open.text]))
        {
          add (found, &texts[open.text], open.at, TRUE);
          open.open = FALSE;
        }
      with_marks += follow (texts, i, &usage, &open, open.text == before, found) > 0;
      /* A heading or a picture may stand between the parts of a quotation. */
      if (texts[i].paragraph->kind != PLX_PARAGRAPH_HEADING && texts[i].paragraph->kind != PLX_PARAGRAPH_CAPTION)
        before = i;
    }
  if (open.open)
    add (found, &texts[open.text], open.at, TRUE);
  if (found->len < OPEN_MIN || found->len * OPEN_SHARE <= with_marks)
    g_array_append_vals (defects, found->data, found->len);
}
