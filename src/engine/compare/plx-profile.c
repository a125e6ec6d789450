/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-profile.h"

#include <stdio.h>
#include <string.h>

#include "engine/compare/plx-background.h"
#include "engine/text/plx-normalize.h"
#include "engine/text/plx-stemmer.h"

/*
 * How much a word counts by where it stands, and a number or part of a name besides. The values were set by hand and
 * checked on one half of two collections of news at a time: all of them lie on a plateau.
 */
#define TITLE_WEIGHT  3.0
#define LEAD_WEIGHT   1.5
#define NAME_WEIGHT   3.0
#define NUMBER_WEIGHT 2.0
/* Only so many words of a text are read: what it is about stands at its beginning, and long texts become comparable. */
#define MAX_WORDS  300
#define LEAD_WORDS 80

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

static void
add_term (PlxProfile *self, const char *term, double count, double background_idf)
{
  PlxProfileTerm added = { hash_term (term), count, background_idf };

  g_array_append_val (self->terms, added);
}

static gboolean
is_name (const PlxMention *mention)
{
  return mention->type != PLX_ENTITY_DATE && mention->type != PLX_ENTITY_QUANTITY;
}

/* The mention that a token is part of, or NULL; @next is the first mention that may be it. */
static const PlxMention *
mention_at (const GArray *mentions, guint paragraph, PlxSpan span, guint *next)
{
  for (; *next < mentions->len; (*next)++)
    {
      const PlxMention *mention = &g_array_index (mentions, PlxMention, *next);

      if (mention->paragraph > paragraph || (mention->paragraph == paragraph && mention->span.end > span.start))
        return mention->paragraph == paragraph && plx_span_overlaps (mention->span, span) ? mention : NULL;
    }
  return NULL;
}

/* A name of several words is a term of its own: there are many Taras and Reids, but few Tara Reids. */
static void
add_full_name (PlxProfile *self, const PlxParagraph *paragraph, const PlxMention *mention, double weight)
{
  g_autofree char *name = plx_paragraph_dup_text (paragraph, mention->span);
  g_autofree char *folded = plx_normalize_base_letters (name, -1);

  if (strchr (folded, ' ') != NULL)
    add_term (self, folded, weight, plx_background_get_idf (folded));
}

/**
 * plx_profile_new:
 * @annotation: an annotated article
 *
 * Reads what an article is about: the stems of its words and its full names, those of its title and its lead, names and
 * numbers with more weight.
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
  guint n_read = 0, next = 0;

  g_atomic_ref_count_init (&self->references);
  self->terms = g_array_new (FALSE, FALSE, sizeof (PlxProfileTerm));
  self->day = read_day (plx_article_get_published (article));

  for (guint p = 0; p <= plx_article_get_n_paragraphs (article) && n_read < MAX_WORDS; p++)
    {
      const PlxParagraph *paragraph = plx_article_get_paragraph (article, p);
      const GArray *tokens = plx_annotation_get_tokens (annotation, p);

      for (guint t = 0; t < tokens->len && n_read < MAX_WORDS; t++)
        {
          const PlxToken *token = &g_array_index (tokens, PlxToken, t);
          double weight = p == 0 ? TITLE_WEIGHT : n_read < LEAD_WORDS ? LEAD_WEIGHT : 1;
          const PlxMention *mention;
          g_autofree char *word = NULL;
          const char *stem;

          if (token->kind == PLX_TOKEN_PUNCTUATION)
            continue;
          if (p > 0)
            n_read++;
          mention = mention_at (mentions, p, token->span, &next);
          if (mention != NULL && is_name (mention) && mention->span.start >= token->span.start)
            add_full_name (self, paragraph, mention, weight);
          if (mention != NULL && is_name (mention))
            weight *= NAME_WEIGHT;
          if (token->kind == PLX_TOKEN_NUMBER)
            weight *= NUMBER_WEIGHT;
          word = plx_normalize_fold (paragraph->text + token->byte_start, token->byte_end - token->byte_start);
          stem = plx_stemmer_stem (stemmer, word);
          add_term (self, stem, weight, plx_background_get_idf (stem));
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
