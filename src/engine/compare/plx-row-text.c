/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-rows.h"

#include "engine/text/plx-word-diff.h"

/* A statement of which more than this share is worded differently has too little in common to mark word by word. */
#define TOO_DIFFERENT 0.75

/* A stretch of a cell's text: whole sentences of one statement that follow each other. */
typedef struct
{
  int statement;
  guint paragraph;
  PlxSpan span;
  guint last_sentence;
  /* Where it begins in the cell's text, and in the text of its statement that is compared. */
  guint in_cell;
  guint in_text;
} Piece;

static const PlxParagraph *
paragraph_of (const PlxRows *self, guint column, guint number)
{
  PlxArticle *article =
      plx_comparison_get_article (plx_rows_get_comparison (self), plx_rows_get_article (self, column));

  return plx_article_get_paragraph (article, number);
}

/**
 * plx_rows_dup_cell_text:
 * @self: rows
 * @row: a row
 * @column: a column
 * @starts: (out) (optional) (transfer full) (element-type guint): for each passage of the cell the code point at which
 *   it begins in the text
 *
 * The text of a cell: its passages joined by one character, a line separator (U+2028), or a space where a passage goes
 * on in the same paragraph.
 *
 * Returns: (transfer full): UTF-8, empty for an empty cell
 */
char *
plx_rows_dup_cell_text (const PlxRows *self, guint row, guint column, GArray **starts)
{
  const GArray *cell = plx_rows_get_cell (self, row, column);
  GString *text = g_string_new (NULL);
  guint at = 0;

  if (starts != NULL)
    *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < cell->len; i++)
    {
      const PlxPassage *passage = &g_array_index (cell, PlxPassage, i);
      const PlxPassage *last = i > 0 ? &g_array_index (cell, PlxPassage, i - 1) : NULL;
      g_autofree char *part = plx_paragraph_dup_text (paragraph_of (self, column, passage->paragraph), passage->span);

      if (last != NULL)
        {
          gboolean goes_on = last->paragraph == passage->paragraph
                             && last->first_sentence + last->n_sentences == passage->first_sentence;

          g_string_append_unichar (text, goes_on ? ' ' : 0x2028);
          at++;
        }
      if (starts != NULL)
        g_array_append_val (*starts, at);
      g_string_append (text, part);
      at += passage->span.end - passage->span.start;
    }

  return g_string_free (text, FALSE);
}

/**
 * plx_rows_dup_cell_mentions:
 * @self: rows
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer full) (element-type PlxCellMention): the names in a cell, in order; offsets count code points of
 *   the cell's text
 */
GArray *
plx_rows_dup_cell_mentions (const PlxRows *self, guint row, guint column)
{
  const GArray *cell = plx_rows_get_cell (self, row, column);
  PlxComparison *comparison = plx_rows_get_comparison (self);
  guint article = plx_rows_get_article (self, column);
  PlxAnnotation *annotation = plx_comparison_get_annotation (comparison, article);
  const GArray *mentions = plx_annotation_get_mentions (annotation);
  GArray *out = g_array_new (FALSE, FALSE, sizeof (PlxCellMention));
  guint at = 0;

  for (guint i = 0; i < cell->len; i++)
    {
      const PlxPassage *passage = &g_array_index (cell, PlxPassage, i);
      guint first, n;

      plx_annotation_find_mentions (annotation, passage->paragraph, &first, &n);
      for (guint m = first; m < first + n; m++)
        {
          const PlxMention *mention = &g_array_index (mentions, PlxMention, m);
          PlxCellMention found = { { mention->span.start - passage->span.start + at,
                                     mention->span.end - passage->span.start + at },
                                   plx_entities_of_mention (plx_comparison_get_entities (comparison), article, m),
                                   mention->type,
                                   mention->quantity };

          if (mention->span.start >= passage->span.start && mention->span.end <= passage->span.end)
            g_array_append_val (out, found);
        }
      at += passage->span.end - passage->span.start + 1;
    }

  return out;
}

/* Cuts a cell into pieces, each of one statement, in the order of the cell. */
static GArray *
pieces_of (const PlxRows *self, guint row, guint column)
{
  const GArray *cell = plx_rows_get_cell (self, row, column);
  PlxComparison *comparison = plx_rows_get_comparison (self);
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  guint at = 0;

  for (guint i = 0; i < cell->len; i++)
    {
      const PlxPassage *passage = &g_array_index (cell, PlxPassage, i);
      const PlxParagraph *paragraph = paragraph_of (self, column, passage->paragraph);

      for (guint s = 0; s < passage->n_sentences; s++)
        {
          guint sentence = passage->first_sentence + s;
          PlxSpan span = g_array_index (paragraph->sentences, PlxSpan, sentence - 1);
          int statement = plx_comparison_find_statement (comparison, plx_rows_get_article (self, column),
                                                         passage->paragraph, sentence);
          Piece piece = { statement, passage->paragraph, span, sentence, at + span.start - passage->span.start, 0 };
          Piece *last = pieces->len > 0 ? &g_array_index (pieces, Piece, pieces->len - 1) : NULL;

          if (last != NULL && s > 0 && last->statement == statement)
            {
              last->span.end = span.end;
              last->last_sentence = sentence;
            }
          else
            g_array_append_val (pieces, piece);
        }
      at += passage->span.end - passage->span.start + 1;
    }

  return pieces;
}

/**
 * plx_rows_dup_only_here:
 * @self: rows
 * @row: a row
 * @column: a column
 *
 * Finds the sentences of a cell that no other shown article says, in this row or elsewhere; in a passage whose state is
 * partial they are what the others leave out. Headings and captions are not looked at.
 *
 * Returns: (transfer full) (element-type PlxSpan): stretches of the cell's text, in order
 */
GArray *
plx_rows_dup_only_here (const PlxRows *self, guint row, guint column)
{
  GPtrArray *statements = plx_comparison_get_statements (plx_rows_get_comparison (self));
  g_autoptr (GArray) pieces = pieces_of (self, row, column);
  GArray *out = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  guint last_paragraph = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      PlxSpan span = { piece->in_cell, piece->in_cell + piece->span.end - piece->span.start };
      PlxSpan *last = out->len > 0 ? &g_array_index (out, PlxSpan, out->len - 1) : NULL;
      gboolean elsewhere = FALSE;

      for (guint c = 0; piece->statement >= 0 && c < plx_rows_get_n_columns (self); c++)
        elsewhere |=
            c != column
            && plx_statement_get_cell (g_ptr_array_index (statements, piece->statement), plx_rows_get_article (self, c))
                   != NULL;
      if (elsewhere || piece->statement < 0)
        continue;
      if (last != NULL && last_paragraph == piece->paragraph && span.start <= last->end + 1)
        last->end = span.end;
      else
        g_array_append_val (out, span);
      last_paragraph = piece->paragraph;
    }

  return out;
}

/* The text of one statement in a cell, its pieces joined by a space, and the names in it. */
static char *
dup_statement_text (const PlxRows *self, guint column, GArray *pieces, int statement, GArray *names)
{
  PlxComparison *comparison = plx_rows_get_comparison (self);
  GString *text = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);
      g_autofree char *part = NULL;
      g_autoptr (GArray) inside = NULL;

      if (piece->statement != statement)
        continue;
      if (at > 0)
        {
          g_string_append_c (text, ' ');
          at++;
        }
      piece->in_text = at;
      part = plx_paragraph_dup_text (paragraph_of (self, column, piece->paragraph), piece->span);
      inside =
          plx_comparison_dup_names (comparison, plx_rows_get_article (self, column), piece->paragraph, piece->span);
      for (guint k = 0; k < inside->len; k++)
        {
          PlxNameSpan name = g_array_index (inside, PlxNameSpan, k);

          name.span.start += at - piece->span.start;
          name.span.end += at - piece->span.start;
          g_array_append_val (names, name);
        }
      g_string_append (text, part);
      at += piece->span.end - piece->span.start;
    }

  return g_string_free (text, FALSE);
}

/*
 * A span of a statement's text as spans of the cell's text: one, or several when the pieces of the statement do not
 * stand together in the cell. An empty span stays empty.
 */
static GArray *
map_span (const GArray *pieces, int statement, PlxSpan span)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  guint place = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      guint length = piece->span.end - piece->span.start;
      PlxSpan inside = { MAX (span.start, piece->in_text), MIN (span.end, piece->in_text + length) };

      if (piece->statement != statement)
        continue;
      if (span.start >= piece->in_text)
        place = piece->in_cell + MIN (span.start - piece->in_text, length);
      if (inside.start < inside.end)
        {
          PlxSpan mapped = { piece->in_cell + inside.start - piece->in_text,
                             piece->in_cell + inside.end - piece->in_text };

          g_array_append_val (out, mapped);
        }
    }
  if (out->len == 0)
    {
      PlxSpan empty = { place, place };

      g_array_append_val (out, empty);
    }

  return out;
}

/* Whether differences in wording take up most of the longer of two texts. */
static gboolean
differ_mostly (const GArray *differences, guint left_length, guint right_length)
{
  guint left = 0, right = 0;

  for (guint i = 0; i < differences->len; i++)
    {
      const PlxDifference *difference = &g_array_index (differences, PlxDifference, i);

      if (difference->kind != PLX_DIFFERENCE_WORDING)
        continue;
      left += difference->left.end - difference->left.start;
      right += difference->right.end - difference->right.start;
    }
  return left > TOO_DIFFERENT * left_length || right > TOO_DIFFERENT * right_length;
}

static int
compare_differences (gconstpointer a, gconstpointer b)
{
  const PlxDifference *x = a, *y = b;

  if (x->left.start != y->left.start)
    return x->left.start < y->left.start ? -1 : 1;
  if (x->left.end != y->left.end)
    return x->left.end < y->left.end ? -1 : 1;
  return x->right.start < y->right.start ? -1 : x->right.start > y->right.start;
}

static void
add_statement_differences (const PlxRows *self, guint column, guint other_column, GArray *left, GArray *right,
                           int statement, GArray *out)
{
  g_autoptr (GArray) left_names = g_array_new (FALSE, FALSE, sizeof (PlxNameSpan));
  g_autoptr (GArray) right_names = g_array_new (FALSE, FALSE, sizeof (PlxNameSpan));
  g_autofree char *left_text = dup_statement_text (self, column, left, statement, left_names);
  g_autofree char *right_text = dup_statement_text (self, other_column, right, statement, right_names);
  g_autoptr (GArray) differences = NULL;

  if (*left_text == '\0' || *right_text == '\0')
    return;
  differences = plx_word_diff (left_text, right_text, left_names, right_names);
  if (differ_mostly (differences, g_utf8_strlen (left_text, -1), g_utf8_strlen (right_text, -1)))
    return;

  for (guint i = 0; i < differences->len; i++)
    {
      const PlxDifference *difference = &g_array_index (differences, PlxDifference, i);
      g_autoptr (GArray) left_spans = map_span (left, statement, difference->left);
      g_autoptr (GArray) right_spans = map_span (right, statement, difference->right);

      for (guint k = 0; k < MAX (left_spans->len, right_spans->len); k++)
        {
          PlxDifference mapped = { difference->kind, g_array_index (left_spans, PlxSpan, MIN (k, left_spans->len - 1)),
                                   g_array_index (right_spans, PlxSpan, MIN (k, right_spans->len - 1)),
                                   difference->minor };

          if (k >= left_spans->len)
            mapped.left.start = mapped.left.end;
          if (k >= right_spans->len)
            mapped.right.start = mapped.right.end;
          g_array_append_val (out, mapped);
        }
    }
}

/**
 * plx_rows_dup_differences:
 * @self: rows
 * @row: a row
 * @column: the column whose wording is asked for
 * @other_column: the column it is compared with, as plx_rows_get_counterpart() gives it
 *
 * Finds what differs in @column's cell from @other_column's, statement by statement: sentences are compared with those
 * of the other cell that say the same thing. A sentence without a counterpart in the other cell is not a difference in
 * wording (see plx_rows_dup_only_here()), nor is a statement of which hardly a word is the same: so a large paragraph
 * that shares one sentence with the other cell has marks in that sentence alone. The span "left" of each difference
 * counts code points of @column's cell text, "right" those of the other cell's.
 *
 * Returns: (transfer full) (element-type PlxDifference): the differences, in the order of @column's cell
 */
GArray *
plx_rows_dup_differences (const PlxRows *self, guint row, guint column, guint other_column)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (PlxDifference));
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) in_other = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) left = NULL;
  g_autoptr (GArray) right = NULL;

  g_return_val_if_fail (column != other_column, out);

  left = pieces_of (self, row, column);
  right = pieces_of (self, row, other_column);
  for (guint i = 0; i < right->len; i++)
    g_hash_table_add (in_other, GINT_TO_POINTER (g_array_index (right, Piece, i).statement));
  for (guint i = 0; i < left->len; i++)
    {
      int statement = g_array_index (left, Piece, i).statement;

      if (statement >= 0 && g_hash_table_contains (in_other, GINT_TO_POINTER (statement))
          && g_hash_table_add (done, GINT_TO_POINTER (statement)))
        add_statement_differences (self, column, other_column, left, right, statement, out);
    }
  g_array_sort (out, compare_differences);

  return out;
}
