/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-link.h"

#include <math.h>

#include "engine/text/plx-normalize.h"
#include "engine/text/plx-stemmer.h"

typedef struct
{
  PlxSentenceRef ref;
  GHashTable *stems;
} Unit;

static void
unit_clear (Unit *unit)
{
  g_hash_table_unref (unit->stems);
}

static GArray *
units_of (PlxAnnotation *annotation, PlxStemmer *stemmer, GHashTable *frequency)
{
  PlxArticle *article = plx_annotation_get_article (annotation);
  GArray *units = g_array_new (FALSE, FALSE, sizeof (Unit));

  g_array_set_clear_func (units, (GDestroyNotify)unit_clear);
  for (guint p = 1; p <= plx_article_get_n_paragraphs (article); p++)
    {
      const PlxParagraph *paragraph = plx_article_get_paragraph (article, p);
      const GArray *tokens = plx_annotation_get_tokens (annotation, p);

      if (paragraph->kind == PLX_PARAGRAPH_HEADING || paragraph->kind == PLX_PARAGRAPH_CAPTION)
        continue;
      for (guint s = 0; s < paragraph->sentences->len; s++)
        {
          PlxSpan span = g_array_index (paragraph->sentences, PlxSpan, s);
          Unit unit = { { p, s + 1 }, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

          for (guint t = 0; t < tokens->len; t++)
            {
              const PlxToken *token = &g_array_index (tokens, PlxToken, t);

              if (token->kind != PLX_TOKEN_PUNCTUATION && plx_span_overlaps (token->span, span))
                {
                  g_autofree char *word =
                      plx_normalize_fold (paragraph->text + token->byte_start, token->byte_end - token->byte_start);
                  const char *stem = plx_stemmer_stem (stemmer, word);

                  if (g_hash_table_add (unit.stems, g_strdup (stem)))
                    g_hash_table_insert (
                        frequency, g_strdup (stem),
                        GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (frequency, stem)) + 1));
                }
            }
          g_array_append_val (units, unit);
        }
    }

  return units;
}

static double
weight_of (GHashTable *frequency, guint n, const char *stem)
{
  return log ((n + 1.0) / GPOINTER_TO_UINT (g_hash_table_lookup (frequency, stem)));
}

static double
overlap (const Unit *a, const Unit *b, GHashTable *frequency, guint n)
{
  GHashTableIter iterator;
  gpointer stem;
  double both = 0, in_a = 0, in_b = 0;

  g_hash_table_iter_init (&iterator, a->stems);
  while (g_hash_table_iter_next (&iterator, &stem, NULL))
    {
      double weight = weight_of (frequency, n, stem);

      in_a += weight;
      if (g_hash_table_contains (b->stems, stem))
        both += weight;
    }
  g_hash_table_iter_init (&iterator, b->stems);
  while (g_hash_table_iter_next (&iterator, &stem, NULL))
    in_b += weight_of (frequency, n, stem);

  return in_a > 0 && in_b > 0 ? both / sqrt (in_a * in_b) : 0;
}

static void
link_free (PlxLink *link)
{
  g_array_unref (link->left);
  g_array_unref (link->right);
  g_array_unref (link->sentences);
  g_strfreev (link->why);
  g_free (link);
}

void
plx_pair_free (PlxPair *pair)
{
  g_ptr_array_unref (pair->links);
  g_free (pair);
}

/**
 * plx_pair_align:
 * @annotations: (element-type PlxAnnotation): all articles of the comparison
 * @entities: their entities
 * @left: index of an article
 * @right: index of another
 *
 * Finds the passages of two articles that say the same thing.
 *
 * Returns: (transfer full): the links
 */
PlxPair *
plx_pair_align (GPtrArray *annotations, PlxEntities *entities, guint left, guint right)
{
  PlxPair *pair = g_new0 (PlxPair, 1);
  g_autoptr (PlxStemmer) stemmer = plx_stemmer_new ("en");
  g_autoptr (GHashTable) frequency = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) a = units_of (g_ptr_array_index (annotations, left), stemmer, frequency);
  g_autoptr (GArray) b = units_of (g_ptr_array_index (annotations, right), stemmer, frequency);

  (void)entities;
  pair->left = left;
  pair->right = right;
  pair->links = g_ptr_array_new_with_free_func ((GDestroyNotify)link_free);

  for (guint i = 0; i < a->len; i++)
    for (guint j = 0; j < b->len; j++)
      {
        const Unit *x = &g_array_index (a, Unit, i);
        const Unit *y = &g_array_index (b, Unit, j);
        double score = overlap (x, y, frequency, a->len + b->len);
        PlxSentencePair sentences = { x->ref, y->ref,
                                      score > 0.8   ? PLX_RELATION_SAME
                                      : score > 0.4 ? PLX_RELATION_REWORDED
                                                    : PLX_RELATION_PARTIAL,
                                      score };
        PlxLink *link;

        if (score < 0.3)
          continue;
        link = g_new0 (PlxLink, 1);
        link->left = g_array_new (FALSE, FALSE, sizeof (guint));
        link->right = g_array_new (FALSE, FALSE, sizeof (guint));
        link->sentences = g_array_new (FALSE, FALSE, sizeof (PlxSentencePair));
        g_array_append_val (link->left, x->ref.paragraph);
        g_array_append_val (link->right, y->ref.paragraph);
        g_array_append_val (link->sentences, sentences);
        link->relation = sentences.relation;
        link->score = score;
        link->why = g_new0 (char *, 1);
        g_ptr_array_add (pair->links, link);
      }

  return pair;
}

const char *
plx_relation_to_string (PlxRelation relation)
{
  static const char *const names[] = { "same", "reworded", "partial" };

  g_return_val_if_fail ((guint)relation < G_N_ELEMENTS (names), "partial");
  return names[relation];
}
