/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-link-reasons.h"

#include <math.h>
#include <string.h>

#include "engine/text/plx-normalize.h"

/* So many reasons are given. */
#define MOST_REASONS 6

/* So many names and figures of a sentence are looked at: enough for any sentence, and a bound for endless lists. */
#define MOST_EXAMINED 32

/* A word must be at least as rare as this to be a reason: a few in a thousand sentences have it. */
#define LEAST_WEIGHT 3.0

/* What a name counts that the two articles spell differently, so that no shared word gives its weight. */
#define NAME_WEIGHT 5.0

/* What a figure counts. */
#define FIGURE_WEIGHT 6.0

/* A quotation is a reason when the other sentence has this part of its weight. */
#define LEAST_QUOTED_PART 0.6

typedef struct
{
  char *text;
  double weight;
} Reason;

static void
reason_clear (Reason *reason)
{
  g_free (reason->text);
}

static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  const Reason *x = a, *y = b;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  return strcmp (x->text, y->text);
}

static void
add_reason (GArray *reasons, char *text, double weight)
{
  Reason reason = { text, weight };

  g_array_append_val (reasons, reason);
}

static PlxSpan
span_of (const PlxReasonContext *context, guint article, PlxSentenceRef ref)
{
  PlxArticle *source = plx_annotation_get_article (g_ptr_array_index (context->annotations, article));

  return g_array_index (plx_article_get_paragraph (source, ref.paragraph)->sentences, PlxSpan, ref.sentence - 1);
}

/* The entities that a sentence names, but for dates and quantities, which are looked at as words and figures. */
static GHashTable *
names_of (const PlxReasonContext *context, guint article, PlxSentenceRef ref)
{
  PlxAnnotation *annotation = g_ptr_array_index (context->annotations, article);
  const GArray *mentions = plx_annotation_get_mentions (annotation);
  PlxSpan span = span_of (context, article, ref);
  GHashTable *names = g_hash_table_new (NULL, NULL);
  guint first, n;

  plx_annotation_find_mentions (annotation, ref.paragraph, &first, &n);
  for (guint i = first; i < first + n; i++)
    {
      const PlxMention *mention = &g_array_index (mentions, PlxMention, i);

      if (mention->type < PLX_ENTITY_DATE && plx_span_overlaps (mention->span, span))
        g_hash_table_add (names, GUINT_TO_POINTER (plx_entities_of_mention (context->entities, article, i)));
    }

  return names;
}

static gboolean
has_figure (const PlxReasonContext *context, guint article, PlxSentenceRef ref, double value)
{
  const GArray *figures = plx_annotation_get_figures (g_ptr_array_index (context->annotations, article));
  PlxSpan span = span_of (context, article, ref);

  for (guint i = 0; i < figures->len; i++)
    {
      const PlxFigure *figure = &g_array_index (figures, PlxFigure, i);

      if (figure->paragraph > ref.paragraph)
        break;
      if (figure->paragraph == ref.paragraph && plx_span_overlaps (figure->span, span) && figure->value == value)
        return TRUE;
    }
  return FALSE;
}

static void
add_figures (const PlxReasonContext *context, PlxSentenceRef left, PlxSentenceRef right, GArray *reasons)
{
  const GArray *figures = plx_annotation_get_figures (g_ptr_array_index (context->annotations, context->left));
  PlxSpan span = span_of (context, context->left, left);
  guint examined = 0;

  for (guint i = 0; i < figures->len && examined < MOST_EXAMINED; i++)
    {
      const PlxFigure *figure = &g_array_index (figures, PlxFigure, i);
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      if (figure->paragraph > left.paragraph)
        break;
      if (figure->paragraph != left.paragraph || !plx_span_overlaps (figure->span, span))
        continue;
      examined++;
      if (!isfinite (figure->value) || !has_figure (context, context->right, right, figure->value))
        continue;
      g_ascii_formatd (number, sizeof number, "%.10g", figure->value);
      add_reason (reasons, g_strconcat ("figure:", number, NULL), FIGURE_WEIGHT);
    }
}

/* The name that the word is part of, of those both sentences have; or -1. */
static int
find_name (const GArray *names, const char *word)
{
  gsize length = strlen (word);

  for (guint i = 0; i < names->len; i++)
    for (const char *found = strstr (g_array_index (names, Reason, i).text, word); found != NULL;
         found = strstr (found + 1, word))
      {
        const char *text = g_array_index (names, Reason, i).text;
        gboolean starts = found == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (found)));

        if (starts && !g_unichar_isalnum (g_utf8_get_char (found + length)))
          return i;
      }
  return -1;
}

/* Names both sentences have, as reasons with the folded name for text; @shown gets the names as they are shown. */
static GArray *
shared_names (const PlxReasonContext *context, PlxSentenceRef left, PlxSentenceRef right, GPtrArray *shown)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Reason));
  g_autoptr (GHashTable) in_left = names_of (context, context->left, left);
  g_autoptr (GHashTable) in_right = names_of (context, context->right, right);
  GHashTableIter iterator;
  gpointer id;

  g_array_set_clear_func (names, (GDestroyNotify)reason_clear);
  g_hash_table_iter_init (&iterator, in_left);
  while (names->len < MOST_EXAMINED && g_hash_table_iter_next (&iterator, &id, NULL))
    if (g_hash_table_contains (in_right, id))
      {
        const PlxEntity *entity = plx_entities_get (context->entities, GPOINTER_TO_UINT (id));

        add_reason (names, plx_normalize_fold (entity->name, -1), 0);
        g_ptr_array_add (shown, entity->name);
      }

  return names;
}

/* Whether a word is a number that was given as a figure already; a year is not one. */
static gboolean
is_figure (const GArray *reasons, const char *word)
{
  if (!g_ascii_isdigit (*word))
    return FALSE;
  for (guint i = 0; i < reasons->len; i++)
    {
      const char *text = g_array_index (reasons, Reason, i).text;

      if (g_str_has_prefix (text, "figure:") && g_str_equal (text + strlen ("figure:"), word))
        return TRUE;
    }
  return FALSE;
}

/* Gives shared words that are part of a shared name to the name and makes the others reasons of their own. */
static void
add_words (const PlxReasonContext *context, const PlxUnit *x, const PlxUnit *y, GArray *names, GArray *reasons)
{
  const PlxArticleUnits *left = plx_units_get_article (context->units, context->left);
  const PlxArticleUnits *right = plx_units_get_article (context->units, context->right);
  guint i = 0, j = 0;

  while (i < x->n_terms && j < y->n_terms)
    {
      guint s = g_array_index (left->terms, PlxTerm, x->terms[i]).id;
      guint t = g_array_index (right->terms, PlxTerm, y->terms[j]).id;

      if (s == t)
        {
          const char *word = plx_units_get_word (context->units, s);
          double weight = plx_units_get_idf (context->units, s);
          int name = find_name (names, word);

          if (name >= 0)
            g_array_index (names, Reason, name).weight = MAX (g_array_index (names, Reason, name).weight, weight);
          else if (weight >= LEAST_WEIGHT && !is_figure (reasons, word))
            add_reason (reasons, g_strconcat ("words:", word, NULL), weight);
        }
      i += s <= t;
      j += t <= s;
    }
}

/**
 * plx_link_reasons_find:
 * @context: the articles
 * @similarity: two linked sentences of them
 *
 * Looks for what people would point at to show that two sentences say the same thing.
 *
 * Returns: (transfer full) (array zero-terminated=1): "quotation", "name:…", "figure:…", "words:…", strongest first
 */
GStrv
plx_link_reasons_find (const PlxReasonContext *context, const PlxSimilarity *similarity)
{
  const PlxUnit *x =
      &g_array_index (plx_units_get_article (context->units, context->left)->units, PlxUnit, similarity->left);
  const PlxUnit *y =
      &g_array_index (plx_units_get_article (context->units, context->right)->units, PlxUnit, similarity->right);
  g_autoptr (GArray) reasons = g_array_new (FALSE, FALSE, sizeof (Reason));
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (GArray) names = shared_names (context, x->ref, y->ref, shown);
  GPtrArray *texts = g_ptr_array_new ();

  g_array_set_clear_func (reasons, (GDestroyNotify)reason_clear);
  if (similarity->features[PLX_FEATURE_QUOTED_PART] >= LEAST_QUOTED_PART)
    add_reason (reasons, g_strdup ("quotation"), expm1 (similarity->features[PLX_FEATURE_QUOTED]));
  add_figures (context, x->ref, y->ref, reasons);
  add_words (context, x, y, names, reasons);
  for (guint i = 0; i < names->len; i++)
    {
      double weight = g_array_index (names, Reason, i).weight;

      add_reason (reasons, g_strconcat ("name:", g_ptr_array_index (shown, i), NULL),
                  weight > 0 ? weight : NAME_WEIGHT);
    }

  g_array_sort (reasons, compare_reasons);
  for (guint i = 0; i < reasons->len && texts->len < MOST_REASONS; i++)
    if (i == 0 || strcmp (g_array_index (reasons, Reason, i).text, g_array_index (reasons, Reason, i - 1).text) != 0)
      g_ptr_array_add (texts, g_strdup (g_array_index (reasons, Reason, i).text));
  g_ptr_array_add (texts, NULL);

  return (GStrv)g_ptr_array_free (texts, FALSE);
}
