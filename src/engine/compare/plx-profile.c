/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-profile.h"

#include <stdio.h>

#include "engine/text/plx-normalize.h"
#include "engine/text/plx-stemmer.h"

/* How much a word counts where it stands. */
#define TITLE_WEIGHT 3.0
#define LEAD_WEIGHT  2.0
#define NAME_WEIGHT  1.5
/* Only so much of a text is read: what an article is about stands in its first part. */
#define MAX_TOKENS  1500
#define LEAD_TOKENS 80

struct _PlxProfile
{
  gatomicrefcount references;
  /* Of PlxProfileTerm, by term. */
  GArray *terms;
  int day;
};

/* FNV-1a (Fowler, Noll, Vo), 64 bits: two of a million words share a hash with a probability of 10^-8. */
static guint64
hash_term (const char *term)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (const char *p = term; *p != '\0'; p++)
    hash = (hash ^ (guchar)*p) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

static int
compare_terms (gconstpointer a, gconstpointer b)
{
  const PlxProfileTerm *x = a, *y = b;

  return x->term < y->term ? -1 : x->term > y->term;
}

/* Puts equal terms together: their counts add up. */
static void
sum_terms (GArray *terms)
{
  guint kept = 0;

  if (terms->len == 0)
    return;
  g_array_sort (terms, compare_terms);
  for (guint i = 1; i < terms->len; i++)
    {
      PlxProfileTerm *last = &g_array_index (terms, PlxProfileTerm, kept);
      PlxProfileTerm term = g_array_index (terms, PlxProfileTerm, i);

      if (term.term == last->term)
        last->count += term.count;
      else
        g_array_index (terms, PlxProfileTerm, ++kept) = term;
    }
  g_array_set_size (terms, kept + 1);
}

/* Days since year 1 of the date a text begins with, or 0. */
static int
read_day (const char *published)
{
  GDate date;
  int year, month, day;

  if (published == NULL || sscanf (published, "%4d-%2d-%2d", &year, &month, &day) != 3
      || !g_date_valid_dmy (day, month, year))
    return 0;
  g_date_set_dmy (&date, day, month, year);
  return g_date_get_julian (&date);
}

/**
 * plx_profile_new:
 * @annotation: an annotated article
 *
 * Reads what an article is about: the stems of its words, those of its title, its lead and its names with more weight.
 *
 * Returns: (transfer full): a new profile
 */
PlxProfile *
plx_profile_new (PlxAnnotation *annotation)
{
  PlxProfile *self = g_new0 (PlxProfile, 1);
  PlxArticle *article = plx_annotation_get_article (annotation);
  const GArray *mentions = plx_annotation_get_mentions (annotation);
  g_autoptr (PlxStemmer) stemmer = plx_stemmer_new (plx_article_get_language (article));
  guint n_read = 0, m = 0;

  g_atomic_ref_count_init (&self->references);
  self->terms = g_array_new (FALSE, FALSE, sizeof (PlxProfileTerm));
  self->day = read_day (plx_article_get_published (article));

  for (guint p = 0; p <= plx_article_get_n_paragraphs (article) && n_read < MAX_TOKENS; p++)
    {
      const PlxParagraph *paragraph = plx_article_get_paragraph (article, p);
      const GArray *tokens = plx_annotation_get_tokens (annotation, p);

      for (guint t = 0; t < tokens->len && n_read < MAX_TOKENS; t++)
        {
          const PlxToken *token = &g_array_index (tokens, PlxToken, t);
          g_autofree char *word = NULL;
          PlxProfileTerm term;

          if (token->kind == PLX_TOKEN_PUNCTUATION)
            continue;
          word = plx_normalize_fold (paragraph->text + token->byte_start, token->byte_end - token->byte_start);
          term.term = hash_term (plx_stemmer_stem (stemmer, word));
          term.count = p == 0 ? TITLE_WEIGHT : n_read < LEAD_TOKENS ? LEAD_WEIGHT : 1;
          if (p > 0)
            n_read++;
          while (m < mentions->len
                 && (g_array_index (mentions, PlxMention, m).paragraph < p
                     || (g_array_index (mentions, PlxMention, m).paragraph == p
                         && g_array_index (mentions, PlxMention, m).span.end <= token->span.start)))
            m++;
          if (m < mentions->len && g_array_index (mentions, PlxMention, m).paragraph == p
              && plx_span_overlaps (g_array_index (mentions, PlxMention, m).span, token->span))
            term.count *= NAME_WEIGHT;
          g_array_append_val (self->terms, term);
        }
    }
  sum_terms (self->terms);

  return self;
}

PlxProfile *
plx_profile_ref (PlxProfile *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
plx_profile_unref (PlxProfile *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_array_unref (self->terms);
  g_free (self);
}

/**
 * plx_profile_get_terms:
 * @self: a profile
 *
 * Returns: (transfer none) (element-type PlxProfileTerm): its terms in ascending order, each once
 */
const GArray *
plx_profile_get_terms (const PlxProfile *self)
{
  return self->terms;
}

/**
 * plx_profile_get_day:
 * @self: a profile
 *
 * Returns: the day the article was published, as a Julian day, or 0 when it is not known
 */
int
plx_profile_get_day (const PlxProfile *self)
{
  return self->day;
}
