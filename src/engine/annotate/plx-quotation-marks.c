/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-quotation-marks.h"

#include <string.h>

/* Marks inside marks beyond this depth are damage. */
#define MAX_DEPTH 8
/* A quotation that is never closed is one only from this many characters on. */
#define MIN_UNCLOSED 12

typedef enum
{
  SIDE_NONE,
  SIDE_OPENS,
  SIDE_CLOSES,
  SIDE_EITHER,
} Side;

typedef enum
{
  FAMILY_STRAIGHT,
  FAMILY_CURLY,
  FAMILY_ANGLE,
} Family;

typedef struct
{
  guint start;
  gunichar mark;
  Family family;
} Opening;

typedef struct
{
  GArray *stretches;
  guint next_chain;
  /* The chain of the quotation that is open where the last paragraph ended, or G_MAXUINT. */
  guint open_chain;
  Family open_family;
} Finder;

static Family
family_of (gunichar mark)
{
  switch (mark)
    {
    case '"':
    case '\'':
    case '`':
    case 0x2033:
      return FAMILY_STRAIGHT;
    case 0xab:
    case 0xbb:
    case 0x2039:
    case 0x203a:
      return FAMILY_ANGLE;
    default:
      return FAMILY_CURLY;
    }
}

static gboolean
is_double_mark (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0x201f || c == 0xab || c == 0xbb || c == 0x2033;
}

static gboolean
is_gap (gunichar c)
{
  return c == 0 || g_unichar_isspace (c);
}

static gboolean
is_opening_context (gunichar before)
{
  return is_gap (before) || before == '(' || before == '[' || before == '{' || before == '-' || before == 0x2013
         || before == 0x2014 || before == 0x2015 || before == '/' || before == ':' || before == 0x2018 || before == 0xbf
         || before == 0xa1;
}

/* What a mark may do where it stands, by the characters beside it. */
static Side
side_by_context (gunichar before, gunichar after)
{
  gboolean opens = is_opening_context (before) && !is_gap (after);
  gboolean closes = !is_gap (before) && (is_gap (after) || (g_unichar_ispunct (after) && after != '(' && after != '['));

  if (opens && !closes)
    return SIDE_OPENS;
  if (closes && !opens)
    return SIDE_CLOSES;
  return SIDE_EITHER;
}

static Side
side_of (gunichar mark, gunichar before, gunichar after, const Opening *top)
{
  Side context = side_by_context (before, after);

  switch (mark)
    {
    case 0x201c:
      /* It closes what „ has opened; in damaged text it stands in for the closing mark. */
      if (top != NULL && top->mark == 0x201e)
        return SIDE_CLOSES;
      return top != NULL && context == SIDE_CLOSES ? SIDE_CLOSES : SIDE_OPENS;
    case 0x201e:
    case 0x201f:
      return SIDE_OPENS;
    case 0x201d:
      return top == NULL && context == SIDE_OPENS ? SIDE_OPENS : SIDE_CLOSES;
    case 0xab:
      if (top != NULL && top->mark == 0xbb)
        return SIDE_CLOSES;
      return SIDE_OPENS;
    case 0xbb:
      return top == NULL ? SIDE_OPENS : SIDE_CLOSES;
    default:
      return context == SIDE_EITHER ? (top == NULL ? SIDE_OPENS : SIDE_CLOSES) : context;
    }
}

static void
add_stretch (Finder *self, const gunichar *text, guint paragraph, guint start, guint end, guint chain, gboolean closed,
             gboolean single)
{
  PlxQuotedStretch stretch = { paragraph, { start, end }, chain, closed, single };

  while (stretch.span.start < stretch.span.end && g_unichar_isspace (text[stretch.span.start]))
    stretch.span.start++;
  while (stretch.span.end > stretch.span.start && g_unichar_isspace (text[stretch.span.end - 1]))
    stretch.span.end--;
  if (stretch.span.start < stretch.span.end)
    g_array_append_val (self->stretches, stretch);
}

/* The first mark of a paragraph that is not white space, or 0. */
static gunichar
first_visible (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return g_utf8_get_char (p);
  return 0;
}

/* Whether a quotation that is open at the end of a paragraph goes on in the next: it is opened again, or closed there.
 */
static gboolean
goes_on (PlxArticle *article, guint paragraph, const Opening *opening)
{
  const char *text;
  gunichar first, before = 0;

  if (paragraph >= plx_article_get_n_paragraphs (article))
    return FALSE;
  text = plx_article_get_paragraph (article, paragraph + 1)->text;
  first = first_visible (text);
  if (is_double_mark (first) && first != 0xbb)
    return family_of (first) == opening->family || first == opening->mark;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_double_mark (c))
        return side_of (c, before, g_utf8_get_char (g_utf8_next_char (p)), opening) == SIDE_CLOSES
               && family_of (c) == opening->family;
      before = c;
    }
  return FALSE;
}

/* Takes off the openings that a closing mark closes: down to the nearest of its family, else the nearest. */
static guint
close_openings (const Opening *openings, guint depth, gunichar mark)
{
  for (guint k = depth; k-- > 0;)
    if (family_of (mark) == openings[k].family)
      return k;
  return depth - 1;
}

static void
find_double (Finder *self, PlxArticle *article, const PlxParagraph *paragraph, const gunichar *text, guint n)
{
  Opening openings[MAX_DEPTH];
  guint depth = 0;
  guint chain = G_MAXUINT;
  /* Where the second of two openings of one family stands: the first may have lost its closing mark. */
  guint reopened = G_MAXUINT;

  if (self->open_chain != G_MAXUINT)
    {
      chain = self->open_chain;
      self->open_chain = G_MAXUINT;
      if (!is_double_mark (first_visible (paragraph->text)))
        openings[depth++] = (Opening){ 0, self->open_family == FAMILY_STRAIGHT ? '"' : 0x201c, self->open_family };
    }

  for (guint i = 0; i < n; i++)
    {
      gunichar before = i > 0 ? text[i - 1] : 0, after = i + 1 < n ? text[i + 1] : 0, mark = text[i];
      Side side;

      if (!is_double_mark (mark))
        continue;
      /* HTML left in the text, inches, and the seconds of an angle. */
      if (before == '=' || (mark == '"' && depth == 0 && g_unichar_isdigit (before)))
        {
          if (before == '=')
            for (i++; i < n && text[i] != '"'; i++)
              ;
          continue;
        }

      side = side_of (mark, before, after, depth > 0 ? &openings[depth - 1] : NULL);
      if (side == SIDE_OPENS && depth < MAX_DEPTH)
        {
          if (depth > 0 && openings[depth - 1].family == family_of (mark) && reopened == G_MAXUINT)
            reopened = i;
          openings[depth++] = (Opening){ i + 1, mark, family_of (mark) };
        }
      else if (side == SIDE_CLOSES && depth > 0)
        {
          depth = close_openings (openings, depth, mark);
          if (depth == 0)
            {
              add_stretch (self, text, paragraph->number, openings[0].start, i,
                           chain != G_MAXUINT ? chain : self->next_chain++, TRUE, FALSE);
              chain = G_MAXUINT;
              reopened = G_MAXUINT;
            }
        }
    }

  if (depth == 0)
    return;
  if (goes_on (article, paragraph->number, &openings[0]))
    {
      self->open_chain = chain != G_MAXUINT ? chain : self->next_chain++;
      self->open_family = openings[0].family;
      add_stretch (self, text, paragraph->number, openings[0].start, n, self->open_chain, FALSE, FALSE);
    }
  else if (reopened != G_MAXUINT)
    {
      /* The first opening lost its closing mark: it ends where the second begins, which is read again by itself. */
      guint at = reopened + 1, end = n;

      add_stretch (self, text, paragraph->number, openings[0].start, reopened, self->next_chain++, FALSE, FALSE);
      for (guint i = at; i < n && end == n; i++)
        if (is_double_mark (text[i])
            && side_of (text[i], text[i - 1], i + 1 < n ? text[i + 1] : 0, &openings[0]) == SIDE_CLOSES)
          end = i;
      add_stretch (self, text, paragraph->number, at, end, self->next_chain++, end < n, FALSE);
    }
  else if (n - openings[0].start >= MIN_UNCLOSED)
    add_stretch (self, text, paragraph->number, openings[0].start, n, chain != G_MAXUINT ? chain : self->next_chain++,
                 FALSE, FALSE);
}

/* Words that begin with an apostrophe, which is no mark then: 'em, 'til, '90s. */
static gboolean
is_elision (const gunichar *text, guint n, guint i)
{
  static const char *const words[] = { "em", "til", "tis", "twas", "cause", "n", "bout", "round", "cos" };

  if (i + 1 < n && g_unichar_isdigit (text[i + 1]))
    return i + 3 < n && g_unichar_isdigit (text[i + 2]) && text[i + 3] == 's';
  for (gsize w = 0; w < G_N_ELEMENTS (words); w++)
    {
      gsize length = strlen (words[w]), k = 0;

      while (k < length && i + 1 + k < n && g_unichar_tolower (text[i + 1 + k]) == (gunichar)words[w][k])
        k++;
      if (k == length && (i + 1 + k >= n || !g_unichar_isalnum (text[i + 1 + k])))
        return TRUE;
    }
  return FALSE;
}

/*
 * Single marks outside double ones. A closing mark looks like an apostrophe; behind an "s" it may be a possessive, so a
 * later mark that closes beyond doubt is preferred to it.
 */
static void
find_single (Finder *self, const PlxParagraph *paragraph, const gunichar *text, guint n, const GArray *doubles,
             guint first_double, guint n_doubles)
{
  guint d = first_double;
  guint open = G_MAXUINT, weak_end = G_MAXUINT;

  for (guint i = 0; i <= n; i++)
    {
      gunichar before = i > 0 ? text[i - 1] : 0, after = i + 1 < n ? text[i + 1] : 0, c = i < n ? text[i] : 0;
      gboolean opens, closes;

      while (d < n_doubles && g_array_index (doubles, PlxQuotedStretch, d).span.end <= i)
        d++;
      if (i < n && d < n_doubles && g_array_index (doubles, PlxQuotedStretch, d).span.start <= i)
        continue;
      if (i < n && c != '\'' && c != 0x2018 && c != 0x2019 && c != 0x201a && c != 0x2039 && c != 0x203a)
        continue;

      opens = i < n && c != 0x203a && is_opening_context (before) && !is_gap (after) && !g_unichar_ispunct (after)
              && (c == 0x2018 || c == 0x201a || c == 0x2039 || !is_elision (text, n, i));
      closes = i < n && open != G_MAXUINT && !is_gap (before) && !g_unichar_isalnum (after);

      if (closes && (before != 's' || !is_gap (after)))
        {
          add_stretch (self, text, paragraph->number, open, i, self->next_chain++, TRUE, TRUE);
          open = weak_end = G_MAXUINT;
        }
      else if (closes)
        weak_end = i;
      else if (opens || i == n)
        {
          if (open != G_MAXUINT && weak_end != G_MAXUINT)
            add_stretch (self, text, paragraph->number, open, weak_end, self->next_chain++, TRUE, TRUE);
          open = i + 1;
          weak_end = G_MAXUINT;
        }
    }
}

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const PlxQuotedStretch *x = a, *y = b;

  return x->span.start < y->span.start ? -1 : x->span.start > y->span.start;
}

/**
 * plx_quotation_marks_find:
 * @article: a frozen article
 *
 * Finds what stands between quotation marks of any style in the paragraphs of an article, the outermost marks where
 * they are nested. Marks that are missing or mixed up are guessed from what stands beside them. A quotation over
 * several paragraphs, opened again at each or not, gives a stretch for each. Takes time linear in the length of the
 * article.
 *
 * Returns: (transfer full) (element-type PlxQuotedStretch): the stretches in order, none overlapping
 */
GArray *
plx_quotation_marks_find (PlxArticle *article)
{
  Finder self = { g_array_new (FALSE, FALSE, sizeof (PlxQuotedStretch)), 0, G_MAXUINT, FAMILY_STRAIGHT };

  for (guint p = 1; p <= plx_article_get_n_paragraphs (article); p++)
    {
      const PlxParagraph *paragraph = plx_article_get_paragraph (article, p);
      g_autofree gunichar *text = g_utf8_to_ucs4_fast (paragraph->text, -1, NULL);
      guint first = self.stretches->len, n_doubles;

      if (paragraph->kind == PLX_PARAGRAPH_HEADING)
        continue;
      find_double (&self, article, paragraph, text, paragraph->n_chars);
      n_doubles = self.stretches->len;
      find_single (&self, paragraph, text, paragraph->n_chars, self.stretches, first, n_doubles);
      if (self.stretches->len > n_doubles)
        qsort (&g_array_index (self.stretches, PlxQuotedStretch, first), self.stretches->len - first,
               sizeof (PlxQuotedStretch), compare_stretches);
    }

  return self.stretches;
}
