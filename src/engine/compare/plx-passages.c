/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-passages.h"

/* In code points. A paragraph that founds rows is cut only when it is longer than this, neighbours share a row only up
 * to this together … */
#define LARGE_PARAGRAPH 700
/* … and the pieces it is cut into have at least this much. */
#define SMALL_PIECE 200
/* In a paragraph of more than this, a stretch of more than that which no row has yet is a passage of its own. */
#define HUGE_PARAGRAPH 1200
#define LONG_STRETCH   400
/* So many neighbours at most share a row. */
#define MANY_PARAGRAPHS 4
/* A run of sentences with less than this share of the weight of the paragraph's heaviest does not cut it. */
#define SMALL_SHARE 0.25

#define NO_BLOCK    G_MAXUINT

/* How much a sentence counts by how its counterparts say it: a partial link is weak evidence for a place. */
static const double relation_weights[] = { 1, 0.8, 0.4, 0 };

#define NO_RELATION 3

typedef struct
{
  guint paragraph;
  guint number;
  PlxSpan span;
  /* The statement it belongs to, or -1; whether another column has it; and the closest relation to one that does. */
  int statement;
  gboolean shared;
  guint relation;
  /* The sentences of other columns it is linked with: where they begin among all targets, and how many. */
  guint first_target;
  guint n_targets;
  guint block;
} Sentence;

/* A sentence of another column, and the weight of the link to it. */
typedef struct
{
  guint column;
  guint sentence;
  double weight;
} Target;

typedef struct
{
  GArray *sentences;
  /* For each paragraph the index of its first sentence; one more at the end. */
  guint *first;
  guint n_paragraphs;
  /* Where its paragraphs begin in a numbering of the paragraphs of all columns. */
  guint base;
} Column;

typedef struct
{
  PlxComparison *comparison;
  const guint *articles;
  guint n_columns;
  Column *columns;
  /* For each article of the comparison its column, or -1. */
  int *column_of;
  guint *block_of_statement;
  GArray *targets;
  /* For the vote on joining neighbours: the weight of each paragraph of all columns on either side. */
  double *weights[2];
  GArray *touched[2];
  PlxPassages *out;
} Cutter;

static double
sentence_weight (const Sentence *sentence)
{
  return (sentence->span.end - sentence->span.start + 1) * relation_weights[sentence->relation];
}

static GArray *
sentences_of (const Cutter *cutter, guint c)
{
  return cutter->columns[c].sentences;
}

static Sentence *
find_sentence (Cutter *cutter, guint column, PlxSentenceRef ref)
{
  Column *self = &cutter->columns[column];

  g_return_val_if_fail (ref.paragraph <= self->n_paragraphs, NULL);
  g_return_val_if_fail (
      ref.sentence >= 1 && ref.sentence <= self->first[ref.paragraph + 1] - self->first[ref.paragraph], NULL);
  return &g_array_index (self->sentences, Sentence, self->first[ref.paragraph] + ref.sentence - 1);
}

static void
read_column (Cutter *cutter, guint c, guint base)
{
  Column *self = &cutter->columns[c];
  PlxArticle *article = plx_comparison_get_article (cutter->comparison, cutter->articles[c]);

  self->n_paragraphs = plx_article_get_n_paragraphs (article);
  self->base = base;
  self->first = g_new0 (guint, self->n_paragraphs + 2);
  self->sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));
  for (guint p = 1; p <= self->n_paragraphs; p++)
    {
      const PlxParagraph *paragraph = plx_article_get_paragraph (article, p);

      self->first[p] = self->sentences->len;
      for (guint s = 1; s <= paragraph->sentences->len; s++)
        {
          Sentence sentence = { p,
                                s,
                                g_array_index (paragraph->sentences, PlxSpan, s - 1),
                                plx_comparison_find_statement (cutter->comparison, cutter->articles[c], p, s),
                                FALSE,
                                NO_RELATION,
                                0,
                                0,
                                NO_BLOCK };

          g_array_append_val (self->sentences, sentence);
        }
    }
  self->first[self->n_paragraphs + 1] = self->sentences->len;
}

/* Marks the sentences of statements that two columns or more have. */
static void
find_shared (Cutter *cutter)
{
  GPtrArray *statements = plx_comparison_get_statements (cutter->comparison);

  for (guint i = 0; i < statements->len; i++)
    {
      const PlxStatement *statement = g_ptr_array_index (statements, i);
      guint n_cells = 0;

      for (guint k = 0; k < statement->cells->len; k++)
        if (cutter->column_of[((const PlxCell *)g_ptr_array_index (statement->cells, k))->article] >= 0)
          n_cells++;
      for (guint k = 0; n_cells > 1 && k < statement->cells->len; k++)
        {
          const PlxCell *cell = g_ptr_array_index (statement->cells, k);
          int column = cutter->column_of[cell->article];

          for (guint s = 0; column >= 0 && s < cell->sentences->len; s++)
            {
              Sentence *sentence = find_sentence (cutter, column, g_array_index (cell->sentences, PlxSentenceRef, s));

              if (sentence != NULL)
                sentence->shared = TRUE;
            }
        }
    }
}

/* A link between two sentences of one statement. */
typedef struct
{
  guint columns[2];
  guint sentences[2];
  PlxRelation relation;
  double weight;
} SentenceLink;

static GArray *
list_links (Cutter *cutter)
{
  GPtrArray *pairs = plx_comparison_get_pairs (cutter->comparison);
  GArray *links = g_array_new (FALSE, FALSE, sizeof (SentenceLink));

  for (guint i = 0; i < pairs->len; i++)
    {
      const PlxPair *pair = g_ptr_array_index (pairs, i);
      SentenceLink found = { { cutter->column_of[pair->left], cutter->column_of[pair->right] } };

      if (cutter->column_of[pair->left] < 0 || cutter->column_of[pair->right] < 0)
        continue;
      for (guint l = 0; l < pair->links->len; l++)
        {
          const PlxLink *link = g_ptr_array_index (pair->links, l);

          for (guint s = 0; s < link->sentences->len; s++)
            {
              const PlxSentencePair *linked = &g_array_index (link->sentences, PlxSentencePair, s);
              const Sentence *left = find_sentence (cutter, found.columns[0], linked->left);
              const Sentence *right = find_sentence (cutter, found.columns[1], linked->right);

              if (left == NULL || right == NULL || left->statement < 0 || left->statement != right->statement)
                continue;
              found.sentences[0] = left - (const Sentence *)(gpointer)sentences_of (cutter, found.columns[0])->data;
              found.sentences[1] = right - (const Sentence *)(gpointer)sentences_of (cutter, found.columns[1])->data;
              found.relation = linked->relation;
              found.weight = linked->score * relation_weights[linked->relation];
              g_array_append_val (links, found);
            }
        }
    }

  return links;
}

/*
 * Finds what each shared sentence is linked with, and its closest relation. A sentence that shares its statement only
 * by way of a third has the relation of its statement's cell.
 */
static void
find_targets (Cutter *cutter)
{
  g_autoptr (GArray) links = list_links (cutter);
  guint n_targets = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const SentenceLink *link = &g_array_index (links, SentenceLink, i);

      for (guint side = 0; side < 2; side++)
        {
          Sentence *sentence =
              &g_array_index (sentences_of (cutter, link->columns[side]), Sentence, link->sentences[side]);

          sentence->relation = MIN (sentence->relation, (guint)link->relation);
          sentence->n_targets++;
        }
    }
  for (guint c = 0; c < cutter->n_columns; c++)
    for (guint i = 0; i < sentences_of (cutter, c)->len; i++)
      {
        Sentence *sentence = &g_array_index (sentences_of (cutter, c), Sentence, i);

        if (sentence->shared && sentence->relation == NO_RELATION)
          {
            const PlxStatement *statement =
                g_ptr_array_index (plx_comparison_get_statements (cutter->comparison), sentence->statement);

            sentence->relation = plx_statement_get_cell (statement, cutter->articles[c])->relation;
          }
        sentence->first_target = n_targets;
        n_targets += sentence->n_targets;
        sentence->n_targets = 0;
      }

  g_array_set_size (cutter->targets, n_targets);
  for (guint i = 0; i < links->len; i++)
    {
      const SentenceLink *link = &g_array_index (links, SentenceLink, i);

      for (guint side = 0; side < 2; side++)
        {
          Sentence *sentence =
              &g_array_index (sentences_of (cutter, link->columns[side]), Sentence, link->sentences[side]);

          g_array_index (cutter->targets, Target, sentence->first_target + sentence->n_targets++) =
              (Target){ link->columns[!side], link->sentences[!side], link->weight };
        }
    }
}

/* Adds what the sentences [first, end) of a column weigh to each paragraph of other columns that is linked to them. */
static void
add_targets (Cutter *cutter, guint c, guint first, guint end, guint side)
{
  for (guint i = first; i < end; i++)
    {
      const Sentence *sentence = &g_array_index (sentences_of (cutter, c), Sentence, i);

      for (guint t = 0; t < sentence->n_targets; t++)
        {
          const Target *target = &g_array_index (cutter->targets, Target, sentence->first_target + t);
          const Sentence *other = &g_array_index (sentences_of (cutter, target->column), Sentence, target->sentence);
          guint paragraph = cutter->columns[target->column].base + other->paragraph;

          if (cutter->weights[side][paragraph] == 0)
            g_array_append_val (cutter->touched[side], paragraph);
          cutter->weights[side][paragraph] += target->weight * (other->span.end - other->span.start + 1);
        }
    }
}

/* The row of earlier columns that a sentence belongs to: that of its closest link, else that of its statement. */
static guint
find_block (Cutter *cutter, guint c, const Sentence *sentence)
{
  guint block = NO_BLOCK;
  double best = 0;

  for (guint t = 0; t < sentence->n_targets; t++)
    {
      const Target *target = &g_array_index (cutter->targets, Target, sentence->first_target + t);
      guint other = g_array_index (sentences_of (cutter, target->column), Sentence, target->sentence).block;

      if (other != NO_BLOCK && (target->weight > best || (target->weight == best && other < block)))
        {
          best = target->weight;
          block = other;
        }
    }
  if (block == NO_BLOCK && sentence->shared)
    {
      block = cutter->block_of_statement[sentence->statement];
      /* A row that this column founded keeps to its place in the column. */
      if (block != NO_BLOCK && g_array_index (cutter->out->founders, guint, block) == c)
        block = NO_BLOCK;
    }

  return block;
}

static void
clear_targets (Cutter *cutter, guint side)
{
  for (guint i = 0; i < cutter->touched[side]->len; i++)
    cutter->weights[side][g_array_index (cutter->touched[side], guint, i)] = 0;
  g_array_set_size (cutter->touched[side], 0);
}

static guint
column_of_paragraph (const Cutter *cutter, guint paragraph, guint *number)
{
  guint low = 0, high = cutter->n_columns;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (cutter->columns[middle].base <= paragraph)
        low = middle;
      else
        high = middle;
    }
  *number = paragraph - cutter->columns[low].base;
  return low;
}

static guint
paragraph_length (const Cutter *cutter, guint column, guint number)
{
  PlxArticle *article = plx_comparison_get_article (cutter->comparison, cutter->articles[column]);

  return plx_article_get_paragraph (article, number)->n_chars;
}

/*
 * Whether two neighbouring stretches of a column should share a row: more columns have one paragraph for both than
 * have a paragraph for each.
 */
static gboolean
vote_to_join (Cutter *cutter, guint c, guint first, guint middle, guint end)
{
  enum
  {
    LEFT = 1 << 0,
    RIGHT = 1 << 1,
    BOTH = 1 << 2,
  };
  g_autofree guint *has = g_new0 (guint, cutter->n_columns);
  int sum = 0;

  add_targets (cutter, c, first, middle, 0);
  add_targets (cutter, c, middle, end, 1);
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < cutter->touched[side]->len; i++)
      {
        guint paragraph = g_array_index (cutter->touched[side], guint, i);
        double here = cutter->weights[side][paragraph], there = cutter->weights[!side][paragraph];
        guint number;
        guint column = column_of_paragraph (cutter, paragraph, &number);

        has[column] |= side == 0 ? LEFT : RIGHT;
        if (MIN (here, there) >= SMALL_SHARE * MAX (here, there)
            && paragraph_length (cutter, column, number) <= LARGE_PARAGRAPH)
          has[column] |= BOTH;
      }
  clear_targets (cutter, 0);
  clear_targets (cutter, 1);

  for (guint i = 0; i < cutter->n_columns; i++)
    if ((has[i] & BOTH) != 0)
      sum++;
    else if (has[i] == (LEFT | RIGHT))
      sum--;
  return sum > 0;
}

static guint
new_block (Cutter *cutter, guint column)
{
  guint none = 0;

  g_array_append_val (cutter->out->founders, column);
  g_array_append_val (cutter->out->sizes, none);
  return cutter->out->founders->len - 1;
}

static PlxPassageState
state_of (const Cutter *cutter, guint c, guint first, guint end)
{
  guint lengths[4] = { 0, 0, 0, 0 };
  guint all = 0;

  for (guint i = first; i < end; i++)
    {
      const Sentence *sentence = &g_array_index (sentences_of (cutter, c), Sentence, i);

      lengths[sentence->relation] += sentence->span.end - sentence->span.start;
      all += sentence->span.end - sentence->span.start;
    }
  if (lengths[NO_RELATION] == all)
    return PLX_PASSAGE_ONLY_HERE;
  if (5 * lengths[PLX_RELATION_SAME] >= 4 * all)
    return PLX_PASSAGE_SHARED;
  if (2 * (lengths[PLX_RELATION_SAME] + lengths[PLX_RELATION_REWORDED]) >= all)
    return PLX_PASSAGE_REWORDED;
  return PLX_PASSAGE_PARTIAL;
}

/* The statement of the passage that weighs most; of those that are nowhere else the longest. */
static int
main_statement (const Cutter *cutter, guint c, guint first, guint end)
{
  int statement = -1;
  double best = -1;

  for (guint i = first; i < end; i++)
    {
      const Sentence *sentence = &g_array_index (sentences_of (cutter, c), Sentence, i);
      double weight = sentence_weight (sentence) + (sentence->span.end - sentence->span.start) * 1e-6;

      if (sentence->statement >= 0 && weight > best)
        {
          best = weight;
          statement = sentence->statement;
        }
    }
  return statement;
}

static int
find_defect (const Cutter *cutter, guint c, guint paragraph, PlxSpan span)
{
  const GArray *defects =
      plx_annotation_get_defects (plx_comparison_get_annotation (cutter->comparison, cutter->articles[c]));

  for (guint i = 0; i < defects->len; i++)
    {
      const PlxDefect *defect = &g_array_index (defects, PlxDefect, i);

      if (defect->paragraph == paragraph
          && (plx_span_overlaps (defect->span, span)
              || (defect->span.start == defect->span.end && defect->span.start >= span.start
                  && defect->span.start <= span.end)))
        return i;
    }
  return -1;
}

/* Makes the sentences [first, end) of a paragraph a passage; all of them make the whole paragraph one. */
static void
add_passage (Cutter *cutter, guint c, guint number, guint first, guint end, guint block)
{
  const Column *column = &cutter->columns[c];
  PlxArticle *article = plx_comparison_get_article (cutter->comparison, cutter->articles[c]);
  const PlxParagraph *paragraph = plx_article_get_paragraph (article, number);
  gboolean neutral = paragraph->kind == PLX_PARAGRAPH_HEADING || paragraph->kind == PLX_PARAGRAPH_CAPTION;
  PlxCutPassage cut = { { number,
                          paragraph->kind,
                          { 0, paragraph->n_chars },
                          first - column->first[number] + 1,
                          end - first,
                          -1,
                          PLX_PASSAGE_NEUTRAL,
                          FALSE,
                          -1 },
                        block,
                        1 };

  if (first > column->first[number])
    cut.passage.span.start = g_array_index (column->sentences, Sentence, first).span.start;
  if (end < column->first[number + 1])
    cut.passage.span.end = g_array_index (column->sentences, Sentence, end - 1).span.end;
  cut.weight += cut.passage.span.end - cut.passage.span.start;
  cut.passage.defect = find_defect (cutter, c, number, cut.passage.span);
  if (!neutral)
    {
      cut.passage.statement = main_statement (cutter, c, first, end);
      cut.passage.state = state_of (cutter, c, first, end);
    }
  g_array_append_val ((GArray *)g_ptr_array_index (cutter->out->columns, c), cut);
  g_array_index (cutter->out->sizes, guint, block)++;

  for (guint i = first; i < end; i++)
    {
      Sentence *sentence = &g_array_index (column->sentences, Sentence, i);

      sentence->block = block;
      if (sentence->shared && cutter->block_of_statement[sentence->statement] == NO_BLOCK)
        cutter->block_of_statement[sentence->statement] = block;
    }
}

/* Whether the counterparts of sentence @i part from those of the sentences before it, whose targets are on side 0. */
static gboolean
parts_at (Cutter *cutter, guint c, guint i)
{
  g_autofree gboolean *left = g_new0 (gboolean, cutter->n_columns);
  g_autofree gboolean *right = g_new0 (gboolean, cutter->n_columns);
  g_autofree gboolean *both = g_new0 (gboolean, cutter->n_columns);
  gboolean parts = FALSE;
  guint number;

  add_targets (cutter, c, i, i + 1, 1);
  for (guint k = 0; k < cutter->touched[0]->len; k++)
    left[column_of_paragraph (cutter, g_array_index (cutter->touched[0], guint, k), &number)] = TRUE;
  for (guint k = 0; k < cutter->touched[1]->len; k++)
    {
      guint paragraph = g_array_index (cutter->touched[1], guint, k);
      guint column = column_of_paragraph (cutter, paragraph, &number);

      right[column] = TRUE;
      both[column] |= cutter->weights[0][paragraph] > 0;
    }
  clear_targets (cutter, 1);

  for (guint d = 0; d < cutter->n_columns; d++)
    parts |= left[d] && right[d] && !both[d];
  return parts;
}

/* A stretch of a paragraph's sentences that one row is to have. */
typedef struct
{
  guint first;
  guint end;
  guint block;
  double weight;
} Run;

static guint
run_length (const Cutter *cutter, guint c, const Run *run)
{
  return g_array_index (sentences_of (cutter, c), Sentence, run->end - 1).span.end
         - g_array_index (sentences_of (cutter, c), Sentence, run->first).span.start;
}

/* Joins runs that lie next to each other and belong to the same row. */
static void
join_runs (GArray *runs)
{
  guint kept = 0;

  for (guint i = 1; i < runs->len; i++)
    {
      Run *last = &g_array_index (runs, Run, kept), *run = &g_array_index (runs, Run, i);

      if (run->block == last->block)
        {
          last->end = run->end;
          last->weight += run->weight;
        }
      else
        g_array_index (runs, Run, ++kept) = *run;
    }
  if (runs->len > 0)
    g_array_set_size (runs, kept + 1);
}

/* The rows that the sentences of a paragraph belong to, by the statements that earlier columns have placed. */
static GArray *
runs_of (Cutter *cutter, guint c, guint number)
{
  const Column *column = &cutter->columns[c];
  gboolean huge = paragraph_length (cutter, c, number) > HUGE_PARAGRAPH;
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));
  double heaviest = 0;

  for (guint i = column->first[number]; i < column->first[number + 1]; i++)
    {
      const Sentence *sentence = &g_array_index (column->sentences, Sentence, i);
      Run run = { i, i + 1, NO_BLOCK, sentence_weight (sentence) };

      run.block = find_block (cutter, c, sentence);
      if (run.block == NO_BLOCK)
        run.weight = 0;
      g_array_append_val (runs, run);
    }
  join_runs (runs);

  /* Sentences without a row go with those before them, the first ones with those after. */
  for (guint i = 0; i < runs->len; i++)
    {
      Run *run = &g_array_index (runs, Run, i);

      if (run->block == NO_BLOCK && !(huge && run_length (cutter, c, run) > LONG_STRETCH))
        {
          if (i > 0)
            run->block = g_array_index (runs, Run, i - 1).block;
          else if (runs->len > 1)
            run->block = g_array_index (runs, Run, 1).block;
        }
    }
  join_runs (runs);

  /* A run that weighs little beside the heaviest stays with its neighbour: the paragraph is better whole. */
  for (guint i = 0; i < runs->len; i++)
    heaviest = MAX (heaviest, g_array_index (runs, Run, i).weight);
  for (guint i = 0; i < runs->len; i++)
    {
      Run *run = &g_array_index (runs, Run, i);
      guint neighbour = i > 0 ? i - 1 : 1;

      if (run->block == NO_BLOCK || run->weight >= SMALL_SHARE * heaviest)
        continue;
      while (i == 0 && g_array_index (runs, Run, neighbour).weight < SMALL_SHARE * heaviest)
        neighbour++;
      run->block = g_array_index (runs, Run, neighbour).block;
    }
  join_runs (runs);

  return runs;
}

/* Cuts a column into passages and deals them to rows, new ones where earlier columns have none for them. */
static void
cut_column (Cutter *cutter, guint c)
{
  const Column *column = &cutter->columns[c];
  PlxArticle *article = plx_comparison_get_article (cutter->comparison, cutter->articles[c]);
  /* The sentences of the open row, which the next paragraph may join. */
  Run open = { 0, 0, NO_BLOCK, 0 };
  guint n_open = 0, length_open = 0;

  for (guint p = 1; p <= column->n_paragraphs; p++)
    {
      const PlxParagraph *paragraph = plx_article_get_paragraph (article, p);
      guint first = column->first[p], end = column->first[p + 1];
      g_autoptr (GArray) runs = NULL;

      if (paragraph->kind == PLX_PARAGRAPH_HEADING || paragraph->kind == PLX_PARAGRAPH_CAPTION || first == end)
        {
          add_passage (cutter, c, p, first, end, new_block (cutter, c));
          open.block = NO_BLOCK;
          continue;
        }

      runs = runs_of (cutter, c, p);
      for (guint i = 0; i < runs->len; i++)
        {
          const Run *run = &g_array_index (runs, Run, i);
          guint from = run->first;

          if (run->block != NO_BLOCK)
            {
              add_passage (cutter, c, p, run->first, run->end, run->block);
              open.block = NO_BLOCK;
              continue;
            }
          if (open.block != NO_BLOCK && runs->len == 1 && paragraph->n_chars + length_open <= LARGE_PARAGRAPH
              && n_open < MANY_PARAGRAPHS && vote_to_join (cutter, c, open.first, first, end))
            {
              add_passage (cutter, c, p, first, end, open.block);
              open.end = end;
              n_open++;
              length_open += paragraph->n_chars;
              continue;
            }
          for (guint s = run->first + 1; run_length (cutter, c, run) > LARGE_PARAGRAPH && s < run->end; s++)
            {
              add_targets (cutter, c, s - 1, s, 0);
              if (g_array_index (column->sentences, Sentence, s).span.start
                          - g_array_index (column->sentences, Sentence, from).span.start
                      >= SMALL_PIECE
                  && parts_at (cutter, c, s))
                {
                  add_passage (cutter, c, p, from, s, new_block (cutter, c));
                  clear_targets (cutter, 0);
                  from = s;
                }
            }
          clear_targets (cutter, 0);
          open = (Run){ from, run->end, new_block (cutter, c), 0 };
          add_passage (cutter, c, p, from, run->end, open.block);
          n_open = 1;
          length_open = run_length (cutter, c, &open);
        }
    }
}

/**
 * plx_passages_cut:
 * @comparison: a comparison
 * @articles: (array length=n_articles): indices of the articles to show, in the order of the columns
 * @n_articles: how many columns
 * @reference: column whose order the rows are to follow
 *
 * Cuts articles into passages and deals the passages to rows, column by column, the reference first. A passage goes to
 * the row in which an earlier column has its statements, else it founds a row. Paragraphs stay whole where that is
 * possible: a paragraph whose sentences have their counterparts in different rows is cut between them, unless one
 * part outweighs the others by far; short neighbouring paragraphs that another article has in one share a row; a long
 * paragraph that founds rows is cut where its counterparts part.
 *
 * Returns: (transfer full): the passages
 */
PlxPassages *
plx_passages_cut (PlxComparison *comparison, const guint *articles, guint n_articles, guint reference)
{
  guint n_statements = plx_comparison_get_statements (comparison)->len;
  guint n_compared = plx_comparison_get_n_articles (comparison);
  PlxPassages *out = g_new0 (PlxPassages, 1);
  Cutter cutter = { comparison, articles, n_articles, NULL, NULL, NULL, NULL, { NULL, NULL }, { NULL, NULL }, out };
  guint base = 0;

  out->columns = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  out->founders = g_array_new (FALSE, FALSE, sizeof (guint));
  out->sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  out->order = g_array_new (FALSE, FALSE, sizeof (guint));
  cutter.columns = g_new0 (Column, n_articles);
  cutter.column_of = g_new (int, n_compared);
  for (guint i = 0; i < n_compared; i++)
    cutter.column_of[i] = -1;
  for (guint c = 0; c < n_articles; c++)
    {
      guint column = c == 0 ? reference : c <= reference ? c - 1 : c;

      g_array_append_val (out->order, column);
      g_ptr_array_add (out->columns, g_array_new (FALSE, FALSE, sizeof (PlxCutPassage)));
      cutter.column_of[articles[c]] = c;
      read_column (&cutter, c, base);
      base += cutter.columns[c].n_paragraphs + 1;
    }
  cutter.block_of_statement = g_new (guint, n_statements + 1);
  for (guint i = 0; i < n_statements; i++)
    cutter.block_of_statement[i] = NO_BLOCK;
  for (guint side = 0; side < 2; side++)
    {
      cutter.weights[side] = g_new0 (double, base + 1);
      cutter.touched[side] = g_array_new (FALSE, FALSE, sizeof (guint));
    }
  find_shared (&cutter);
  cutter.targets = g_array_new (FALSE, FALSE, sizeof (Target));
  find_targets (&cutter);

  for (guint k = 0; k < n_articles; k++)
    cut_column (&cutter, g_array_index (out->order, guint, k));

  for (guint c = 0; c < n_articles; c++)
    {
      g_array_unref (cutter.columns[c].sentences);
      g_free (cutter.columns[c].first);
    }
  for (guint side = 0; side < 2; side++)
    {
      g_free (cutter.weights[side]);
      g_array_unref (cutter.touched[side]);
    }
  g_array_unref (cutter.targets);
  g_free (cutter.block_of_statement);
  g_free (cutter.column_of);
  g_free (cutter.columns);

  return out;
}

void
plx_passages_free (PlxPassages *passages)
{
  g_ptr_array_unref (passages->columns);
  g_array_unref (passages->founders);
  g_array_unref (passages->sizes);
  g_array_unref (passages->order);
  g_free (passages);
}
