/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "engine/compare/plx-rows.h"
#include "engine/import/plx-import.h"

/* Sentences of an invented story that have hardly a word in common; an article below is a string of their letters. */
static const char *const sentences[] = {
  "The harbour bridge at Ostermouth collapsed shortly before dawn.",
  "Mayor Helga Brandt ordered every school closed for two days.",
  "Divers recovered eleven sunken bicycles near the third pillar.",
  "An engineer warned about rusting cables nine years ago.",
  "Trains towards Kellerfurt will stop running until Christmas.",
  "Fishermen offered free passage across the estuary on their trawlers.",
  "Insurance firms expect claims worth forty million crowns.",
  "Opposition leader Piet Varga demanded that parliament investigate.",
  "Residents gathered with candles outside Saint Brigid's church.",
  "A replacement ferry from Norwick should arrive next Wednesday.",
  "Wind gusts above ninety knots had battered coastal villages overnight.",
  "Bakery owner Ilse Moor handed hot rolls to rescue crews.",
  "Architects proposed slender steel arches already in 1987.",
  "Police detained a contractor suspected of falsifying inspection papers.",
  "Twenty pigeons nesting beneath the roadway survived unharmed.",
  "Scientists lowered sonar probes into murky tidal channels.",
};

/*
 * Builds an article: a letter is a sentence, a space begins a paragraph, "#" makes a heading and "_" a caption of the
 * paragraph it begins.
 */
static PlxArticle *
article_of (const char *letters)
{
  PlxArticle *article = plx_article_new ();
  g_auto (GStrv) paragraphs = g_strsplit (letters, " ", -1);

  for (guint p = 0; paragraphs[p] != NULL; p++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      PlxParagraphKind kind = paragraphs[p][0] == '#'   ? PLX_PARAGRAPH_HEADING
                              : paragraphs[p][0] == '_' ? PLX_PARAGRAPH_CAPTION
                                                        : PLX_PARAGRAPH_TEXT;

      for (const char *c = paragraphs[p]; *c != '\0'; c++)
        if (*c >= 'a' && *c < 'a' + (int)G_N_ELEMENTS (sentences))
          g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentences[*c - 'a']);
      plx_article_add_paragraph (article, kind, text->len > 0 ? text->str : "What we know");
    }
  plx_article_freeze (article);

  return article;
}

static PlxComparison *
compare (const char *const *articles)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_annotation_unref);
  g_autoptr (GError) error = NULL;
  PlxComparison *comparison;

  for (guint i = 0; articles[i] != NULL; i++)
    {
      g_autoptr (PlxArticle) article = article_of (articles[i]);

      g_ptr_array_add (annotations, plx_annotation_new (article));
    }
  comparison = plx_comparison_new (annotations, NULL, &error);
  g_assert_no_error (error);

  return comparison;
}

/*
 * Rows as text: rows are parted by a space, columns by "|", passages by "+"; a passage is its paragraph's number, with
 * ".first-last" sentence when it is not the whole, and "m" when it is moved.
 */
static char *
describe (const PlxRows *rows)
{
  GString *out = g_string_new (NULL);
  PlxComparison *comparison = plx_rows_get_comparison (rows);

  for (guint r = 0; r < plx_rows_get_n_rows (rows); r++)
    for (guint c = 0; c < plx_rows_get_n_columns (rows); c++)
      {
        const GArray *cell = plx_rows_get_cell (rows, r, c);

        g_string_append (out, c > 0 ? "|" : r > 0 ? " " : "");
        for (guint i = 0; i < cell->len; i++)
          {
            const PlxPassage *passage = &g_array_index (cell, PlxPassage, i);
            const PlxParagraph *paragraph = plx_article_get_paragraph (
                plx_comparison_get_article (comparison, plx_rows_get_article (rows, c)), passage->paragraph);

            g_string_append_printf (out, "%s%u", i > 0 ? "+" : "", passage->paragraph);
            if (passage->n_sentences < paragraph->sentences->len)
              g_string_append_printf (out, ".%u-%u", passage->first_sentence,
                                      passage->first_sentence + passage->n_sentences - 1);
            if (passage->moved)
              g_string_append_c (out, 'm');
          }
      }

  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *name;
  const char *articles[4];
  guint reference;
  const char *expected;
} LayoutCase;

static const LayoutCase layout_cases[] = {
  { "alone", { "a b #c d" }, 0, "1 2 3 4" },
  { "level", { "a b c", "a b c" }, 0, "1|1 2|2 3|3" },
  { "nothing-alike", { "a b", "c d" }, 0, "1| 2| |1 |2" },
  { "only-there-stays-after-its-predecessor", { "a b c", "a d b c" }, 0, "1|1 |2 2|3 3|4" },
  { "beginning-only-there", { "a b c", "d e b c" }, 0, "1| |1 |2 2|3 3|4" },
  { "end-only-there", { "a b", "a b c d" }, 0, "1|1 2|2 |3 |4" },
  { "moved-up", { "a b c d", "b c d a" }, 0, "1|4m 2|1 3|2 4|3" },
  { "moved-does-not-pull-its-follower", { "a b c d", "b c d a e" }, 0, "1|4m 2|1 3|2 4|3 |5" },
  { "two-for-one", { "a b c", "ab c" }, 0, "1+2|1 3|2" },
  { "one-for-two", { "ab c", "a b c" }, 0, "1|1+2 2|3" },
  { "one-for-two-far-apart", { "ab c d", "a c d b" }, 0, "1|1+4m 2|2 3|3" },
  { "cut-when-the-places-differ", { "a b c d", "ad b c" }, 0, "1|1.1-1 2|2 3|3 4|1.2-2m" },
  { "unmatched-sentence-stays-with-its-paragraph", { "a b", "ae fb" }, 0, "1|1 2|2" },
  { "cell-stays-in-one-piece", { "ab c", "a e b c" }, 0, "1|1+2+3 2|4" },
  { "heading-above-what-it-heads", { "a b", "a #x b" }, 0, "1|1 |2 2|3" },
  { "heading-of-the-reference", { "a #x b", "a b" }, 0, "1|1 2| 3|2" },
  { "heading-in-a-cell", { "ab c", "a #x b c" }, 0, "1|1+2+3 2|4" },
  { "caption-below", { "a b", "a _x b" }, 0, "1|1 |2 2|3" },
  { "headings-share-a-row", { "a #x b", "a #x b" }, 0, "1|1 2|2 3|3" },
  { "headings-and-captions-make-no-stairs", { "_x a b", "_x #x a b" }, 0, "|1 1|2 2|3 3|4" },
  { "two-others-level", { "a b", "a c b", "a c b" }, 0, "1|1|1 |2|2 2|3|3" },
  { "others-one-below-the-other", { "a b", "a c b", "a d b" }, 0, "1|1|1 |2| ||2 2|3|3" },
  { "other-reference", { "a b c d", "b c d a" }, 1, "2|1 3|2 4|3 1m|4" },
  { "third-through-the-second", { "a b", "ac b", "c b" }, 0, "1|1|1 2|2|2" },
};

static void
test_layout (gconstpointer data)
{
  const LayoutCase *layout = data;
  g_autoptr (PlxComparison) comparison = compare (layout->articles);
  guint articles[4] = { 0, 1, 2, 3 };
  guint n = g_strv_length ((GStrv)layout->articles);
  g_autoptr (PlxRows) rows = plx_rows_new (comparison, articles, n, layout->reference);
  g_autofree char *found = describe (rows);

  g_assert_cmpstr (found, ==, layout->expected);
}

/* What must hold for any rows. */
static void
check_rows (const PlxRows *rows)
{
  PlxComparison *comparison = plx_rows_get_comparison (rows);
  guint n_rows = plx_rows_get_n_rows (rows);

  for (guint c = 0; c < plx_rows_get_n_columns (rows); c++)
    {
      PlxArticle *article = plx_comparison_get_article (comparison, plx_rows_get_article (rows, c));
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      guint n_sentences = 0, n_expected = 0, n_passages = 0, n_counted = 0, last_paragraph = 0, last_sentence = 0;
      guint counts[5];

      for (guint p = 1; p <= plx_article_get_n_paragraphs (article); p++)
        n_expected += plx_article_get_paragraph (article, p)->sentences->len;

      for (guint r = 0; r < n_rows; r++)
        {
          const GArray *cell = plx_rows_get_cell (rows, r, c);
          g_autoptr (GArray) starts = NULL;
          g_autofree char *text = plx_rows_dup_cell_text (rows, r, c, &starts);
          g_autoptr (GArray) mentions = plx_rows_dup_cell_mentions (rows, r, c);
          guint paragraph_in_cell = 0, sentence_in_cell = 0;

          g_assert_cmpuint (starts->len, ==, cell->len);
          for (guint i = 0; i < cell->len; i++)
            {
              const PlxPassage *passage = &g_array_index (cell, PlxPassage, i);
              g_autofree char *expected =
                  plx_paragraph_dup_text (plx_article_get_paragraph (article, passage->paragraph), passage->span);
              guint start = g_array_index (starts, guint, i), row, offset;
              g_autofree char *part = g_utf8_substring (text, start, start + passage->span.end - passage->span.start);

              n_passages++;
              g_assert_cmpstr (part, ==, expected);
              g_assert_cmpint (plx_rows_find (rows, c, passage->paragraph, passage->span.start), ==, r);
              g_assert_true (plx_rows_find_offset (rows, c, passage->paragraph, passage->span.start, &row, &offset));
              g_assert_cmpuint (row, ==, r);
              g_assert_cmpuint (offset, ==, start);
              for (guint s = 0; s < passage->n_sentences; s++, n_sentences++)
                g_assert_true (g_hash_table_add (
                    seen, GUINT_TO_POINTER (passage->paragraph * 1000 + passage->first_sentence + s)));
              g_assert_true (
                  passage->paragraph > paragraph_in_cell
                  || (passage->paragraph == paragraph_in_cell && passage->first_sentence > sentence_in_cell));
              paragraph_in_cell = passage->paragraph;
              sentence_in_cell = passage->first_sentence;
              if (c == plx_rows_get_reference (rows))
                g_assert_false (passage->moved);
              if (!passage->moved)
                {
                  g_assert_true (passage->paragraph > last_paragraph
                                 || (passage->paragraph == last_paragraph && passage->first_sentence > last_sentence));
                  last_paragraph = passage->paragraph;
                  last_sentence = passage->first_sentence;
                }
            }
          for (guint m = 0; m < mentions->len; m++)
            g_assert_cmpuint (g_array_index (mentions, PlxCellMention, m).span.end, <=, g_utf8_strlen (text, -1));

          int counterpart = plx_rows_get_counterpart (rows, r, c);

          if (counterpart >= 0)
            {
              g_autoptr (GArray) differences = plx_rows_dup_differences (rows, r, c, counterpart);
              g_autofree char *other = plx_rows_dup_cell_text (rows, r, counterpart, NULL);

              g_assert_cmpint (counterpart, !=, c);
              g_assert_cmpuint (plx_rows_get_cell (rows, r, counterpart)->len, >, 0);
              for (guint i = 0; i < differences->len; i++)
                {
                  const PlxDifference *difference = &g_array_index (differences, PlxDifference, i);

                  g_assert_cmpuint (difference->left.start, <=, difference->left.end);
                  g_assert_cmpuint (difference->left.end, <=, g_utf8_strlen (text, -1));
                  g_assert_cmpuint (difference->right.start, <=, difference->right.end);
                  g_assert_cmpuint (difference->right.end, <=, g_utf8_strlen (other, -1));
                }

              g_autoptr (GArray) wording = plx_rows_dup_wording (rows, r, c, counterpart);
              guint end = 0;

              for (guint i = 0; i < wording->len; i++)
                {
                  PlxSpan span = g_array_index (wording, PlxSpan, i);

                  g_assert_cmpuint (span.start, >=, end);
                  g_assert_cmpuint (span.start, <, span.end);
                  end = span.end;
                }
              g_assert_cmpuint (end, <=, g_utf8_strlen (text, -1));
            }
        }
      g_assert_cmpuint (n_sentences, ==, n_expected);

      plx_rows_count_states (rows, c, counts);
      for (guint i = 0; i < 5; i++)
        n_counted += counts[i];
      g_assert_cmpuint (n_counted, ==, n_passages);
    }

  for (guint r = 0; r < n_rows; r++)
    {
      guint n = 0;

      for (guint c = 0; c < plx_rows_get_n_columns (rows); c++)
        n += plx_rows_get_cell (rows, r, c)->len;
      g_assert_cmpuint (n, >, 0);
    }
}

/* An article of random sentences, mostly in the order of the alphabet, in random paragraphs. */
static char *
random_article (GRand *random)
{
  GString *out = g_string_new (NULL);
  guint n = g_rand_int_range (random, 0, 14);
  char letter = 'a';

  for (guint i = 0; i < n; i++)
    {
      if (g_rand_int_range (random, 0, 5) == 0)
        letter = 'a' + g_rand_int_range (random, 0, G_N_ELEMENTS (sentences));
      g_string_append_c (out, letter);
      letter = 'a' + (letter - 'a' + 1) % G_N_ELEMENTS (sentences);
      if (i + 1 < n && g_rand_int_range (random, 0, 2) == 0)
        g_string_append (out, g_rand_int_range (random, 0, 6) == 0 ? " #x " : " ");
    }

  return g_string_free (out, FALSE);
}

static void
test_properties (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20250424);

  for (guint round = 0; round < 150; round++)
    {
      guint n = g_rand_int_range (random, 1, 6);
      g_auto (GStrv) texts = g_new0 (char *, n + 1);
      guint columns[6], shown;

      for (guint i = 0; i < n; i++)
        texts[i] = random_article (random);

      g_autoptr (PlxComparison) comparison = compare ((const char *const *)texts);

      for (guint i = 0; i < n; i++)
        columns[i] = (i + round) % n;
      shown = g_rand_int_range (random, 1, n + 1);
      for (guint reference = 0; reference < shown; reference++)
        {
          g_autoptr (PlxRows) rows = plx_rows_new (comparison, columns, shown, reference);
          g_autoptr (PlxRows) again = plx_rows_new (comparison, columns, shown, reference);
          g_autofree char *first = describe (rows);
          g_autofree char *second = describe (again);

          check_rows (rows);
          g_assert_cmpstr (first, ==, second);
        }
    }
}

static void
test_states (void)
{
  const char *const texts[] = { "a b #x", "a c", "b c", NULL };
  g_autoptr (PlxComparison) comparison = compare (texts);
  const guint all[] = { 0, 1, 2 }, two[] = { 0, 1 };
  g_autoptr (PlxRows) rows = plx_rows_new (comparison, all, 3, 0);
  g_autoptr (PlxRows) fewer = plx_rows_new (comparison, two, 2, 0);
  guint counts[5];

  plx_rows_count_states (rows, 0, counts);
  g_assert_cmpuint (counts[PLX_PASSAGE_SHARED], ==, 2);
  g_assert_cmpuint (counts[PLX_PASSAGE_NEUTRAL], ==, 1);

  /* Only what is shown counts: "b" and "c" stand in the third article. */
  plx_rows_count_states (fewer, 0, counts);
  g_assert_cmpuint (counts[PLX_PASSAGE_SHARED], ==, 1);
  g_assert_cmpuint (counts[PLX_PASSAGE_ONLY_HERE], ==, 1);
  plx_rows_count_states (fewer, 1, counts);
  g_assert_cmpuint (counts[PLX_PASSAGE_ONLY_HERE], ==, 1);
}

static void
test_partial (void)
{
  const char *const texts[] = { "a b", "acdef b", NULL };
  g_autoptr (PlxComparison) comparison = compare (texts);
  const guint all[] = { 0, 1 };
  g_autoptr (PlxRows) rows = plx_rows_new (comparison, all, 2, 0);
  const PlxPassage *passage = &g_array_index (plx_rows_get_cell (rows, 0, 1), PlxPassage, 0);
  g_autoptr (GArray) differences = plx_rows_dup_differences (rows, 0, 1, 0);
  g_autoptr (GArray) only_here = plx_rows_dup_only_here (rows, 0, 1);
  g_autofree char *text = plx_rows_dup_cell_text (rows, 0, 1, NULL);

  g_assert_cmpint (passage->state, ==, PLX_PASSAGE_PARTIAL);
  g_assert_cmpuint (differences->len, ==, 0);
  g_assert_cmpuint (only_here->len, ==, 1);
  g_assert_cmpuint (g_array_index (only_here, PlxSpan, 0).start, ==, strlen (sentences[0]) + 1);
  g_assert_cmpuint (g_array_index (only_here, PlxSpan, 0).end, ==, strlen (text));
}

typedef struct
{
  const char *left;
  const char *right;
  const char *expected;
} WordingCase;

static const WordingCase wording_cases[] = {
  { "The Ostermouth bridge fell on Thursday before dawn, and nobody was hurt.",
    "The Ostermouth bridge fell Thursday before dawn, and nobody had been hurt.", "" },
  { "The Ostermouth bridge fell shortly before dawn, and nobody was hurt.",
    "The Ostermouth bridge fell long before dawn, and nobody was badly hurt.", "shortly" },
  { "The Ostermouth bridge over the wide estuary of the Kell fell before dawn on Thursday.",
    "The Ostermouth bridge over the broad mouth of the Kell fell before dawn on Thursday.", "wide estuary" },
  { "Engineers found rusty bolts in the northern pillar of the bridge last year.",
    "Engineers found loose bolts in the southern pillar of the bridge last year.", "rusty; northern" },
  { "Engineers found rusty and bent bolts below the pillars of the bridge last year.",
    "Engineers found loose and worn bolts below the pillars of the bridge last year.", "rusty and bent" },
  { "Mayor Helga Brandt ordered schools in Kellerfurt closed after the bridge had fallen.",
    "Mayor Helga Brandt ordered schools in the town of Kellerfurt closed after the bridge had fallen.", "" },
};

/* What a reader is shown of the differences in wording. */
static void
test_wording (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wording_cases); i++)
    {
      const char *const texts[] = { wording_cases[i].left, wording_cases[i].right };
      const guint all[] = { 0, 1 };
      g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_annotation_unref);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
        {
          g_autoptr (PlxArticle) article = plx_article_new ();

          plx_article_add_paragraph (article, PLX_PARAGRAPH_TEXT, texts[k]);
          plx_article_freeze (article);
          g_ptr_array_add (annotations, plx_annotation_new (article));
        }

      g_autoptr (PlxComparison) comparison = plx_comparison_new (annotations, NULL, NULL);
      g_autoptr (PlxRows) rows = plx_rows_new (comparison, all, 2, 0);

      g_assert_cmpint (plx_rows_get_counterpart (rows, 0, 0), ==, 1);

      g_autofree char *text = plx_rows_dup_cell_text (rows, 0, 0, NULL);
      g_autoptr (GArray) wording = plx_rows_dup_wording (rows, 0, 0, 1);

      for (guint k = 0; k < wording->len; k++)
        {
          PlxSpan span = g_array_index (wording, PlxSpan, k);
          g_autofree char *phrase = g_utf8_substring (text, span.start, span.end);

          g_string_append_printf (found, "%s%s", k > 0 ? "; " : "", phrase);
        }
      g_assert_cmpstr (found->str, ==, wording_cases[i].expected);
    }
}

static void
test_elsewhere (void)
{
  const char *const texts[] = { "a b c", "c a", "d", NULL };
  g_autoptr (PlxComparison) comparison = compare (texts);
  const guint all[] = { 0, 1, 2 };
  g_autoptr (PlxRows) rows = plx_rows_new (comparison, all, 3, 0);
  int statement = plx_comparison_find_statement (comparison, 1, 1, 1);

  g_assert_cmpint (plx_rows_get_elsewhere (rows, 1, 1), ==, -1);
  g_assert_cmpint (plx_rows_get_elsewhere (rows, 0, 2), ==, -1);
  g_assert_cmpint (plx_rows_get_counterpart (rows, 0, 1), ==, 0);
  g_assert_cmpint (plx_rows_get_counterpart (rows, 0, 0), ==, 1);
  g_assert_cmpint (plx_rows_get_counterpart (rows, 1, 0), ==, -1);
  g_assert_cmpint (statement, >=, 0);
  g_assert_cmpint (plx_rows_find_statement (rows, statement), ==, 2);
  g_assert_cmpint (plx_comparison_find_statement (comparison, 1, 9, 1), ==, -1);
  g_assert_cmpint (plx_comparison_find_statement (comparison, 1, 1, 2), ==, -1);
  g_assert_cmpint (plx_rows_find (rows, 1, 9, 0), ==, -1);
}

/* An article whose one paragraph is the whole story is cut along the others' paragraphs. */
static void
test_no_paragraphs (void)
{
  const char *const texts[] = { "abcdefghijklmnop", "a b c d e f g h i j k l m n o p", NULL };
  g_autoptr (PlxComparison) comparison = compare (texts);
  const guint all[] = { 0, 1 };

  for (guint reference = 0; reference < 2; reference++)
    {
      g_autoptr (PlxRows) rows = plx_rows_new (comparison, all, 2, reference);

      check_rows (rows);
      g_assert_cmpuint (plx_rows_get_n_rows (rows), >=, reference == 0 ? 4 : 16);
      for (guint r = 0; r < plx_rows_get_n_rows (rows); r++)
        for (guint c = 0; c < 2; c++)
          g_assert_cmpuint (plx_rows_get_cell (rows, r, c)->len, >, 0);
    }
}

/* Real articles, when they are here. */
static void
test_seeds (void)
{
  const char *shared = g_getenv ("PLX_TEST_SHARED");
  g_autofree char *path = g_build_filename (shared != NULL ? shared : "", "corpus", "seeds", NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_annotation_unref);
  g_autoptr (PlxImportResult) result = NULL;
  g_autoptr (PlxComparison) comparison = NULL;
  guint columns[32], n;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("the real articles are not here");
      return;
    }
  g_ptr_array_add (files, g_file_new_for_path (path));
  result = plx_import_files (files, PLX_IMPORT_NONE, NULL, NULL, NULL);
  n = MIN (result->articles->len, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n; i++)
    {
      columns[i] = i;
      g_ptr_array_add (annotations, plx_annotation_new (g_ptr_array_index (result->articles, i)));
    }
  comparison = plx_comparison_new (annotations, NULL, NULL);
  for (guint reference = 0; reference < n; reference++)
    {
      g_autoptr (PlxRows) rows = plx_rows_new (comparison, columns, n, reference);

      check_rows (rows);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (layout_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rows/layout/", layout_cases[i].name, NULL);

      g_test_add_data_func (path, &layout_cases[i], test_layout);
    }
  g_test_add_func ("/rows/properties", test_properties);
  g_test_add_func ("/rows/states", test_states);
  g_test_add_func ("/rows/partial", test_partial);
  g_test_add_func ("/rows/wording", test_wording);
  g_test_add_func ("/rows/elsewhere", test_elsewhere);
  g_test_add_func ("/rows/no-paragraphs", test_no_paragraphs);
  g_test_add_func ("/rows/seeds", test_seeds);

  return g_test_run ();
}
