/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-annotation.h"

#include "engine/annotate/plx-defects.h"
#include "engine/annotate/plx-figures.h"
#include "engine/annotate/plx-quotations.h"
#include "engine/annotate/plx-recognizer.h"

struct _PlxAnnotation
{
  gatomicrefcount references;
  PlxArticle *article;
  GPtrArray *tokens;
  GArray *mentions;
  GArray *quotations;
  GArray *figures;
  GArray *defects;
};

/* Article -> its annotation, for plx_annotation_for_article(); holds no reference, an annotation leaves when it goes.
 */
static GHashTable *known;
G_LOCK_DEFINE_STATIC (known);

/**
 * plx_annotation_new:
 * @article: a frozen article
 *
 * Finds names, quotations, figures and defects in an article.
 *
 * Returns: (transfer full): a new annotation
 */
PlxAnnotation *
plx_annotation_new (PlxArticle *article)
{
  PlxAnnotation *self = g_new0 (PlxAnnotation, 1);
  guint n = plx_article_get_n_paragraphs (article);

  g_atomic_ref_count_init (&self->references);
  self->article = g_object_ref (article);
  self->tokens = g_ptr_array_new_full (n + 1, (GDestroyNotify)g_array_unref);
  for (guint i = 0; i <= n; i++)
    g_ptr_array_add (self->tokens, plx_tokens_split (plx_article_get_paragraph (article, i)->text));

  self->mentions = plx_recognizer_find_mentions (article, self->tokens);
  self->quotations = plx_quotations_find (article, self->tokens, self->mentions);
  self->figures = plx_figures_find (article, self->tokens, self->mentions);
  self->defects = plx_defects_find (article);

  return self;
}

PlxAnnotation *
plx_annotation_ref (PlxAnnotation *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
plx_annotation_unref (PlxAnnotation *self)
{
  gboolean last;

  G_LOCK (known);
  last = g_atomic_ref_count_dec (&self->references);
  if (last && known != NULL && g_hash_table_lookup (known, self->article) == self)
    g_hash_table_remove (known, self->article);
  G_UNLOCK (known);
  if (!last)
    return;

  g_object_unref (self->article);
  g_ptr_array_unref (self->tokens);
  g_array_unref (self->mentions);
  g_array_unref (self->quotations);
  g_array_unref (self->figures);
  g_array_unref (self->defects);
  g_free (self);
}

/**
 * plx_annotation_for_article:
 * @article: a frozen article
 *
 * Returns the annotation of an article that somebody still holds, or makes one. May be called from any thread.
 *
 * Returns: (transfer full): the annotation
 */
PlxAnnotation *
plx_annotation_for_article (PlxArticle *article)
{
  g_autoptr (PlxAnnotation) made = NULL;
  PlxAnnotation *self;

  G_LOCK (known);
  self = known != NULL ? g_hash_table_lookup (known, article) : NULL;
  if (self != NULL)
    plx_annotation_ref (self);
  G_UNLOCK (known);
  if (self != NULL)
    return self;

  made = plx_annotation_new (article);
  G_LOCK (known);
  if (known == NULL)
    known = g_hash_table_new (NULL, NULL);
  /* Another thread may have been faster. */
  self = g_hash_table_lookup (known, article);
  if (self != NULL)
    plx_annotation_ref (self);
  else
    {
      self = g_steal_pointer (&made);
      g_hash_table_insert (known, article, self);
    }
  G_UNLOCK (known);

  return self;
}

/**
 * plx_annotation_get_article:
 * @self: an annotation
 *
 * Returns: (transfer none): the article it describes
 */
PlxArticle *
plx_annotation_get_article (const PlxAnnotation *self)
{
  return self->article;
}

/**
 * plx_annotation_get_tokens:
 * @self: an annotation
 * @paragraph: number of a paragraph, 0 for the title
 *
 * Returns: (transfer none) (element-type PlxToken): the paragraph's tokens in order
 */
const GArray *
plx_annotation_get_tokens (const PlxAnnotation *self, guint paragraph)
{
  return g_ptr_array_index (self->tokens, paragraph);
}

/**
 * plx_annotation_get_mentions:
 * @self: an annotation
 *
 * Returns: (transfer none) (element-type PlxMention): mentions sorted by paragraph and start; they do not overlap
 */
const GArray *
plx_annotation_get_mentions (const PlxAnnotation *self)
{
  return self->mentions;
}

/**
 * plx_annotation_get_quotations:
 * @self: an annotation
 *
 * Returns: (transfer none) (element-type PlxQuotation): quotations in order
 */
const GArray *
plx_annotation_get_quotations (const PlxAnnotation *self)
{
  return self->quotations;
}

/**
 * plx_annotation_get_figures:
 * @self: an annotation
 *
 * Returns: (transfer none) (element-type PlxFigure): figures in order
 */
const GArray *
plx_annotation_get_figures (const PlxAnnotation *self)
{
  return self->figures;
}

/**
 * plx_annotation_get_defects:
 * @self: an annotation
 *
 * Returns: (transfer none) (element-type PlxDefect): damage found, in order
 */
const GArray *
plx_annotation_get_defects (const PlxAnnotation *self)
{
  return self->defects;
}

/**
 * plx_annotation_find_mentions:
 * @self: an annotation
 * @paragraph: number of a paragraph, 0 for the title
 * @first: (out): index of its first mention
 * @n_mentions: (out): how many it has
 *
 * Finds the mentions of a paragraph by binary search.
 */
void
plx_annotation_find_mentions (const PlxAnnotation *self, guint paragraph, guint *first, guint *n_mentions)
{
  guint low = 0, high = self->mentions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->mentions, PlxMention, middle).paragraph < paragraph)
        low = middle + 1;
      else
        high = middle;
    }

  *first = low;
  while (high < self->mentions->len && g_array_index (self->mentions, PlxMention, high).paragraph == paragraph)
    high++;
  *n_mentions = high - low;
}

const char *
plx_entity_type_to_string (PlxEntityType type)
{
  static const char *const names[] = { "person", "org", "place", "group", "event", "date", "quantity" };

  g_return_val_if_fail ((guint)type < G_N_ELEMENTS (names), "event");
  return names[type];
}

/* The name in the JSON, or NULL for PLX_QUANTITY_NONE. */
const char *
plx_quantity_kind_to_string (PlxQuantityKind kind)
{
  static const char *const names[] = { NULL, "money", "percent", "number", "time" };

  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (names), NULL);
  return names[kind];
}

const char *
plx_defect_kind_to_string (PlxDefectKind kind)
{
  static const char *const names[] = { "cut", "spliced", "unclosed-quote", "repeated", "encoding", "foreign" };

  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (names), "foreign");
  return names[kind];
}
