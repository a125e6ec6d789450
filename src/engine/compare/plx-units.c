/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-units.h"

#include <string.h>

#include "engine/compare/plx-background.h"
#include "engine/text/plx-normalize.h"
#include "engine/text/plx-stemmer.h"

#define SHORTEST_GRAM 3
#define LONGEST_GRAM  5

#define RADIX_BITS    11
#define RADIX_MASK    ((1u << RADIX_BITS) - 1)

struct _PlxUnits
{
  GPtrArray *articles;
  GHashTable *ids;
  GPtrArray *stems;
  /* For each stem the word it is shown as. */
  GPtrArray *words;
  GArray *idf;
};

/* One n-gram of one unit, before they are gathered. */
typedef struct
{
  guint32 hash;
  guint unit;
} Occurrence;

/* A paragraph on the way through its tokens, and the article's quotations. */
typedef struct
{
  const char *text;
  guint number;
  const GArray *tokens;
  guint next_token;
  const GArray *quotations;
  guint next_quotation;
  const GArray *mentions;
  guint next_mention;
  guint article;
  PlxEntities *entities;
} Paragraph;

static int
compare_guint (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;

  return (x > y) - (x < y);
}

/* Radix sort by the hash, eleven bits a pass. It is stable and the units come in order, so that they stay in order for
 * each n-gram. */
static void
sort_occurrences (GArray *occurrences)
{
  g_autofree Occurrence *spare = g_new (Occurrence, occurrences->len);
  g_autofree guint *starts = g_new (guint, 1 << RADIX_BITS);
  Occurrence *from = (Occurrence *)(gpointer)occurrences->data, *to = spare;

  for (guint shift = 0; shift < 32; shift += RADIX_BITS)
    {
      guint sum = 0;

      memset (starts, 0, sizeof *starts << RADIX_BITS);
      for (guint i = 0; i < occurrences->len; i++)
        starts[from[i].hash >> shift & RADIX_MASK]++;
      for (guint i = 0; i <= RADIX_MASK; i++)
        {
          guint n = starts[i];

          starts[i] = sum;
          sum += n;
        }
      for (guint i = 0; i < occurrences->len; i++)
        to[starts[from[i].hash >> shift & RADIX_MASK]++] = from[i];
      Occurrence *sorted = to;

      to = from;
      from = sorted;
    }
  /* An odd number of passes leaves the result in the spare array. */
  if (from == spare && occurrences->len > 0)
    memcpy (occurrences->data, spare, occurrences->len * sizeof *spare);
}

static void
article_units_free (PlxArticleUnits *article)
{
  g_array_unref (article->units);
  g_array_unref (article->terms);
  g_array_unref (article->grams);
  g_array_unref (article->postings);
  g_array_unref (article->unit_terms);
  g_array_unref (article->unit_quoted);
  g_free (article);
}

/* Tokens are asked for in order, so the quotations are walked through once. */
static gboolean
is_quoted (Paragraph *paragraph, PlxSpan span)
{
  for (; paragraph->next_quotation < paragraph->quotations->len; paragraph->next_quotation++)
    {
      const PlxQuotation *quotation = &g_array_index (paragraph->quotations, PlxQuotation, paragraph->next_quotation);

      if (quotation->paragraph > paragraph->number
          || (quotation->paragraph == paragraph->number && quotation->span.end > span.start))
        return quotation->paragraph == paragraph->number && plx_span_overlaps (quotation->span, span);
    }
  return FALSE;
}

/* The mention that ends with a token; tokens are asked for in order. -1 when there is none. */
static int
find_mention (Paragraph *paragraph, PlxSpan span)
{
  for (; paragraph->next_mention < paragraph->mentions->len; paragraph->next_mention++)
    {
      const PlxMention *mention = &g_array_index (paragraph->mentions, PlxMention, paragraph->next_mention);

      if (mention->paragraph > paragraph->number
          || (mention->paragraph == paragraph->number && mention->span.end >= span.end))
        return mention->paragraph == paragraph->number && mention->span.end == span.end
                       && mention->type < PLX_ENTITY_DATE
                   ? (int)paragraph->next_mention
                   : -1;
    }
  return -1;
}

/* Articles spell a name in several ways, "Kiev" and "Kyiv". The last word of a mention, when the entity's name does not
 * have it, is taken for the last word of the name. Returns NULL when it needs no other spelling. */
static char *
usual_spelling (Paragraph *paragraph, PlxSpan span, const char *folded)
{
  int mention = find_mention (paragraph, span);
  g_autofree char *name = NULL;
  g_auto (GStrv) words = NULL;
  guint id, n;

  if (mention < 0)
    return NULL;
  id = plx_entities_of_mention (paragraph->entities, paragraph->article, mention);
  name = plx_normalize_fold (plx_entities_get (paragraph->entities, id)->name, -1);
  words = g_strsplit (name, " ", -1);
  n = g_strv_length (words);

  return n > 0 && !g_strv_contains ((const char *const *)words, folded) ? g_strdup (words[n - 1]) : NULL;
}

static guint
intern_stem (PlxUnits *self, const char *stem, const char *word)
{
  gpointer known = g_hash_table_lookup (self->ids, stem);
  double idf;
  char **shown;

  if (known == NULL)
    {
      idf = plx_background_get_idf (stem);
      g_ptr_array_add (self->stems, g_strdup (stem));
      g_ptr_array_add (self->words, g_strdup (word));
      g_array_append_val (self->idf, idf);
      known = GUINT_TO_POINTER (self->stems->len);
      g_hash_table_insert (self->ids, g_ptr_array_index (self->stems, self->stems->len - 1), known);
    }

  /* Of the forms of a word the shortest, and of these the first by letters: the same in whatever order they come. */
  shown = (char **)&g_ptr_array_index (self->words, GPOINTER_TO_UINT (known) - 1);
  if (strlen (word) < strlen (*shown) || (strlen (word) == strlen (*shown) && strcmp (word, *shown) < 0))
    {
      g_free (*shown);
      *shown = g_strdup (word);
    }

  return GPOINTER_TO_UINT (known) - 1;
}

static void
push_char (GArray *occurrences, gunichar *window, guint *n_chars, gunichar c, guint unit)
{
  memmove (window, window + 1, (LONGEST_GRAM - 1) * sizeof *window);
  window[LONGEST_GRAM - 1] = c;
  (*n_chars)++;
  for (guint length = SHORTEST_GRAM; length <= MIN (LONGEST_GRAM, *n_chars); length++)
    {
      /* FNV-1a over the code points, by Fowler, Noll and Vo. */
      Occurrence occurrence = { 2166136261u, unit };

      for (guint i = LONGEST_GRAM - length; i < LONGEST_GRAM; i++)
        occurrence.hash = (occurrence.hash ^ window[i]) * 16777619u;
      g_array_append_val (occurrences, occurrence);
    }
}

/* Runs of letters and digits; whatever stands between two words counts as one space. */
static void
add_grams (GArray *occurrences, const char *folded, guint unit)
{
  gunichar window[LONGEST_GRAM] = { 0 };
  gboolean between = FALSE;
  guint n_chars = 0;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c))
        {
          between = n_chars > 0;
          continue;
        }
      if (between)
        push_char (occurrences, window, &n_chars, ' ', unit);
      between = FALSE;
      push_char (occurrences, window, &n_chars, c, unit);
    }
}

static void
gather_grams (PlxArticleUnits *article, GArray *occurrences)
{
  sort_occurrences (occurrences);
  for (guint i = 0; i < occurrences->len; i++)
    {
      const Occurrence *occurrence = &g_array_index (occurrences, Occurrence, i);
      const Occurrence *before = i > 0 ? occurrence - 1 : NULL;

      if (before == NULL || before->hash != occurrence->hash)
        {
          PlxGram gram = { occurrence->hash, article->postings->len, 0 };

          g_array_append_val (article->grams, gram);
        }
      if (before == NULL || before->hash != occurrence->hash || before->unit != occurrence->unit)
        {
          PlxPosting posting = { occurrence->unit, 0 };

          g_array_append_val (article->postings, posting);
          g_array_index (article->grams, PlxGram, article->grams->len - 1).n_units++;
          g_array_index (article->units, PlxUnit, occurrence->unit).n_grams++;
        }
      g_array_index (article->postings, PlxPosting, article->postings->len - 1).count++;
    }
}

/* Replaces ids of stems by indices into the article's terms. */
static void
index_terms (const GArray *terms, guint *ids, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      guint found;

      /* PlxTerm begins with its id, which is all the comparison reads. */
      if (g_array_binary_search ((GArray *)terms, &ids[i], compare_guint, &found))
        ids[i] = found;
    }
}

/* Counts in how many units each stem stands and gives the units their stems as indices into the counts. */
static void
gather_terms (PlxArticleUnits *article)
{
  g_autoptr (GArray) ids = g_array_copy (article->unit_terms);
  guint *terms = (guint *)(gpointer)article->unit_terms->data;
  guint *quoted = (guint *)(gpointer)article->unit_quoted->data;

  g_array_sort (ids, compare_guint);
  for (guint i = 0; i < ids->len; i++)
    {
      PlxTerm term = { g_array_index (ids, guint, i), 0 };

      if (i == 0 || g_array_index (ids, guint, i - 1) != term.id)
        g_array_append_val (article->terms, term);
      g_array_index (article->terms, PlxTerm, article->terms->len - 1).n_units++;
    }
  index_terms (article->terms, terms, article->unit_terms->len);
  index_terms (article->terms, quoted, article->unit_quoted->len);

  for (guint u = 0; u < article->units->len; u++)
    {
      PlxUnit *unit = &g_array_index (article->units, PlxUnit, u);

      unit->terms = terms;
      unit->quoted = quoted;
      terms += unit->n_terms;
      quoted += unit->n_quoted;
    }
}

/* Sorts what stands in the array from @first on and leaves each value once; returns how many. */
static guint
sort_unique (GArray *values, guint first)
{
  guint kept = first;

  if (values->len > first)
    qsort (&g_array_index (values, guint, first), values->len - first, sizeof (guint), compare_guint);
  for (guint i = first; i < values->len; i++)
    if (i == first || g_array_index (values, guint, i) != g_array_index (values, guint, i - 1))
      g_array_index (values, guint, kept++) = g_array_index (values, guint, i);
  g_array_set_size (values, kept);

  return kept - first;
}

static void
add_sentence (PlxUnits *self, PlxArticleUnits *article, Paragraph *paragraph, PlxSpan span, PlxSentenceRef ref,
              PlxStemmer *stemmer, GArray *occurrences)
{
  PlxUnit unit = { .ref = ref };
  guint first = article->unit_terms->len, first_quoted = article->unit_quoted->len;
  const char *start = NULL, *end = NULL;

  while (paragraph->next_token < paragraph->tokens->len
         && g_array_index (paragraph->tokens, PlxToken, paragraph->next_token).span.start < span.end)
    {
      const PlxToken *token = &g_array_index (paragraph->tokens, PlxToken, paragraph->next_token++);
      g_autofree char *folded = NULL;
      g_autofree char *spelling = NULL;
      const char *word;
      guint id;

      start = start != NULL ? start : paragraph->text + token->byte_start;
      end = paragraph->text + token->byte_end;
      if (token->kind == PLX_TOKEN_PUNCTUATION)
        continue;
      folded = plx_normalize_fold (paragraph->text + token->byte_start, token->byte_end - token->byte_start);
      spelling = usual_spelling (paragraph, token->span, folded);
      word = spelling != NULL ? spelling : folded;
      id = intern_stem (self, plx_stemmer_stem (stemmer, word), word);
      g_array_append_val (article->unit_terms, id);
      if (is_quoted (paragraph, token->span))
        g_array_append_val (article->unit_quoted, id);
      unit.n_words++;
    }
  unit.n_terms = sort_unique (article->unit_terms, first);
  unit.n_quoted = sort_unique (article->unit_quoted, first_quoted);

  if (start != NULL)
    {
      g_autofree char *sentence = plx_normalize_fold (start, end - start);

      add_grams (occurrences, sentence, article->units->len);
    }
  g_array_append_val (article->units, unit);
}

static PlxArticleUnits *
article_units_new (PlxUnits *self, PlxAnnotation *annotation, guint index, PlxEntities *entities)
{
  PlxArticle *source = plx_annotation_get_article (annotation);
  PlxArticleUnits *article = g_new0 (PlxArticleUnits, 1);
  g_autoptr (PlxStemmer) stemmer = plx_stemmer_new (plx_article_get_language (source));
  g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (Occurrence));
  Paragraph walk = { .quotations = plx_annotation_get_quotations (annotation),
                     .mentions = plx_annotation_get_mentions (annotation),
                     .article = index,
                     .entities = entities };

  article->units = g_array_new (FALSE, FALSE, sizeof (PlxUnit));
  article->terms = g_array_new (FALSE, FALSE, sizeof (PlxTerm));
  article->grams = g_array_new (FALSE, FALSE, sizeof (PlxGram));
  article->postings = g_array_new (FALSE, FALSE, sizeof (PlxPosting));
  article->unit_terms = g_array_new (FALSE, FALSE, sizeof (guint));
  article->unit_quoted = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint p = 1; p <= plx_article_get_n_paragraphs (source); p++)
    {
      const PlxParagraph *paragraph = plx_article_get_paragraph (source, p);

      if (paragraph->kind == PLX_PARAGRAPH_HEADING || paragraph->kind == PLX_PARAGRAPH_CAPTION)
        continue;
      walk.text = paragraph->text;
      walk.number = p;
      walk.tokens = plx_annotation_get_tokens (annotation, p);
      walk.next_token = 0;
      for (guint s = 0; s < paragraph->sentences->len; s++)
        add_sentence (self, article, &walk, g_array_index (paragraph->sentences, PlxSpan, s),
                      (PlxSentenceRef){ p, s + 1 }, stemmer, occurrences);
    }
  gather_terms (article);
  gather_grams (article, occurrences);

  return article;
}

/**
 * plx_units_new:
 * @annotations: (element-type PlxAnnotation): the articles of the comparison
 *
 * Cuts the articles into sentences and indexes them by stems and by character n-grams. Takes time and memory linear
 * in the text (but for sorting).
 *
 * Returns: (transfer full): the units
 */
PlxUnits *
plx_units_new (GPtrArray *annotations, PlxEntities *entities)
{
  PlxUnits *self = g_new0 (PlxUnits, 1);

  self->articles = g_ptr_array_new_with_free_func ((GDestroyNotify)article_units_free);
  self->stems = g_ptr_array_new_with_free_func (g_free);
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->idf = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < annotations->len; i++)
    g_ptr_array_add (self->articles, article_units_new (self, g_ptr_array_index (annotations, i), i, entities));

  return self;
}

void
plx_units_free (PlxUnits *self)
{
  g_ptr_array_unref (self->articles);
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->stems);
  g_ptr_array_unref (self->words);
  g_array_unref (self->idf);
  g_free (self);
}

/**
 * plx_units_get_article:
 * @self: units
 * @article: index of an article
 *
 * Returns: (transfer none): the sentences of the article
 */
const PlxArticleUnits *
plx_units_get_article (const PlxUnits *self, guint article)
{
  g_return_val_if_fail (article < self->articles->len, NULL);
  return g_ptr_array_index (self->articles, article);
}

/**
 * plx_units_get_stem:
 * @self: units
 * @id: number of a stem
 *
 * Returns: (transfer none): the stem
 */
const char *
plx_units_get_stem (const PlxUnits *self, guint id)
{
  g_return_val_if_fail (id < self->stems->len, NULL);
  return g_ptr_array_index (self->stems, id);
}

/**
 * plx_units_get_word:
 * @self: units
 * @id: number of a stem
 *
 * Returns: (transfer none): the shortest word with this stem, folded, to show it to people
 */
const char *
plx_units_get_word (const PlxUnits *self, guint id)
{
  g_return_val_if_fail (id < self->words->len, NULL);
  return g_ptr_array_index (self->words, id);
}

/**
 * plx_units_get_idf:
 * @self: units
 * @id: number of a stem
 *
 * Returns: how rare the stem is in news at large, as plx_background_get_idf() gives it
 */
double
plx_units_get_idf (const PlxUnits *self, guint id)
{
  g_return_val_if_fail (id < self->idf->len, 0);
  return g_array_index (self->idf, double, id);
}
