/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-comparison.h"

#include "engine/compare/plx-align.h"
#include "engine/text/plx-word-diff.h"

/* The statement of each sentence of an article. */
typedef struct
{
  guint n_paragraphs;
  /* For each paragraph, the title's first, where its sentences begin in @statements; one more at the end. */
  guint *first;
  int *statements;
} SentenceIndex;

struct _PlxComparison
{
  GObject parent_instance;

  GPtrArray *annotations;
  PlxEntities *entities;
  GPtrArray *pairs;
  GPtrArray *statements;
  GArray *indexes;
};

G_DEFINE_FINAL_TYPE (PlxComparison, plx_comparison, G_TYPE_OBJECT)

static void
sentence_index_clear (SentenceIndex *index)
{
  g_free (index->first);
  g_free (index->statements);
}

static void
build_indexes (PlxComparison *self)
{
  for (guint a = 0; a < self->annotations->len; a++)
    {
      PlxArticle *article = plx_comparison_get_article (self, a);
      SentenceIndex index = { plx_article_get_n_paragraphs (article), NULL, NULL };
      guint n = 0;

      index.first = g_new (guint, index.n_paragraphs + 2);
      for (guint p = 0; p <= index.n_paragraphs; p++)
        {
          index.first[p] = n;
          n += plx_article_get_paragraph (article, p)->sentences->len;
        }
      index.first[index.n_paragraphs + 1] = n;
      index.statements = g_new (int, n + 1);
      for (guint i = 0; i < n; i++)
        index.statements[i] = -1;
      g_array_append_val (self->indexes, index);
    }

  for (guint i = 0; i < self->statements->len; i++)
    {
      const PlxStatement *statement = g_ptr_array_index (self->statements, i);

      for (guint c = 0; c < statement->cells->len; c++)
        {
          const PlxCell *cell = g_ptr_array_index (statement->cells, c);
          SentenceIndex *index = &g_array_index (self->indexes, SentenceIndex, cell->article);

          for (guint s = 0; s < cell->sentences->len; s++)
            {
              PlxSentenceRef ref = g_array_index (cell->sentences, PlxSentenceRef, s);

              index->statements[index->first[ref.paragraph] + ref.sentence - 1] = i;
            }
        }
    }
}

static void
plx_comparison_finalize (GObject *object)
{
  PlxComparison *self = PLX_COMPARISON (object);

  g_clear_pointer (&self->annotations, g_ptr_array_unref);
  g_clear_pointer (&self->entities, plx_entities_unref);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_clear_pointer (&self->indexes, g_array_unref);

  G_OBJECT_CLASS (plx_comparison_parent_class)->finalize (object);
}

static void
plx_comparison_class_init (PlxComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_comparison_finalize;
}

static void
plx_comparison_init (PlxComparison *self)
{
  self->pairs = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_pair_free);
  self->indexes = g_array_new (FALSE, FALSE, sizeof (SentenceIndex));
  g_array_set_clear_func (self->indexes, (GDestroyNotify)sentence_index_clear);
}

/* More threads than this hardly help, and leave less of the machine to others. */
#define MAX_THREADS 8

/* The pairs of articles to align; each worker takes the next one. */
typedef struct
{
  const PlxAligner *aligner;
  GCancellable *cancellable;
  /* The pairs in their order; %NULL until aligned. */
  PlxPair **pairs;
  guint (*articles)[2];
  guint n_pairs;
  guint next;
} AlignJob;

static void
align_in_worker (gpointer data, gpointer user_data)
{
  AlignJob *job = user_data;
  guint i;

  (void)data;
  while ((i = g_atomic_int_add (&job->next, 1)) < job->n_pairs && !g_cancellable_is_cancelled (job->cancellable))
    job->pairs[i] = plx_aligner_align (job->aligner, job->articles[i][0], job->articles[i][1], job->cancellable, NULL);
}

/* Aligns every two articles, several pairs at a time. The result does not depend on which thread did what. */
static gboolean
align_pairs (PlxComparison *self, GCancellable *cancellable, GError **error)
{
  guint n = self->annotations->len, n_pairs = n > 1 ? n * (n - 1) / 2 : 0, i = 0;
  guint n_threads = MIN (MIN (g_get_num_processors (), n_pairs), MAX_THREADS);
  g_autoptr (PlxAligner) aligner = plx_aligner_new (self->annotations, self->entities);
  g_autofree PlxPair **pairs = g_new0 (PlxPair *, n_pairs + 1);
  g_autofree guint (*articles)[2] = g_malloc_n (n_pairs + 1, sizeof *articles);
  AlignJob job = { aligner, cancellable, pairs, articles, n_pairs, 0 };
  GThreadPool *pool = NULL;
  gboolean complete = TRUE;

  for (guint left = 0; left < n; left++)
    for (guint right = left + 1; right < n; right++, i++)
      {
        articles[i][0] = left;
        articles[i][1] = right;
      }
  if (n_threads > 1)
    pool = g_thread_pool_new (align_in_worker, &job, n_threads - 1, FALSE, NULL);
  for (guint k = 1; pool != NULL && k < n_threads; k++)
    g_thread_pool_push (pool, &job, NULL);
  align_in_worker (NULL, &job);
  if (pool != NULL)
    g_thread_pool_free (pool, FALSE, TRUE);

  for (i = 0; i < n_pairs; i++)
    if (pairs[i] != NULL)
      g_ptr_array_add (self->pairs, pairs[i]);
    else
      complete = FALSE;
  if (!complete)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Comparing was stopped.");
  return complete;
}

/**
 * plx_comparison_new:
 * @annotations: (element-type PlxAnnotation): the annotated articles to compare; the order gives them their indices
 * @cancellable: (nullable): to stop early
 * @error: set to %G_IO_ERROR_CANCELLED when stopped
 *
 * Compares articles: joins their entities, aligns every pair and builds the statements. May take long; see
 * plx_comparison_new_async() for the main loop.
 *
 * Returns: (transfer full) (nullable): an immutable comparison
 */
PlxComparison *
plx_comparison_new (GPtrArray *annotations, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlxComparison) self = g_object_new (PLX_TYPE_COMPARISON, NULL);

  self->annotations = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_annotation_unref);
  for (guint i = 0; i < annotations->len; i++)
    g_ptr_array_add (self->annotations, plx_annotation_ref (g_ptr_array_index (annotations, i)));

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self->entities = plx_entities_join (self->annotations);

  if (!align_pairs (self, cancellable, error))
    return NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self->statements = plx_statements_build (self->annotations, self->pairs);
  build_indexes (self);

  return g_steal_pointer (&self);
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GPtrArray *articles = data;
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_annotation_unref);
  GError *error = NULL;

  (void)source;
  for (guint i = 0; i < articles->len; i++)
    {
      if (g_task_return_error_if_cancelled (task))
        return;
      g_ptr_array_add (annotations, plx_annotation_for_article (g_ptr_array_index (articles, i)));
    }

  PlxComparison *comparison = plx_comparison_new (annotations, cancellable, &error);

  if (comparison != NULL)
    g_task_return_pointer (task, comparison, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * plx_comparison_new_async:
 * @articles: (element-type PlxArticle): frozen articles
 * @cancellable: (nullable): to stop early
 * @callback: called when done
 * @user_data: for @callback
 *
 * Annotates and compares articles in a thread. An article that is annotated already, because another comparison or the
 * library holds its annotation, is not annotated again.
 */
void
plx_comparison_new_async (GPtrArray *articles, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  g_task_set_source_tag (task, plx_comparison_new_async);
  for (guint i = 0; i < articles->len; i++)
    g_ptr_array_add (copy, g_object_ref (g_ptr_array_index (articles, i)));
  g_task_set_task_data (task, copy, (GDestroyNotify)g_ptr_array_unref);
  g_task_run_in_thread (task, compare_in_thread);
}

/**
 * plx_comparison_new_finish:
 * @result: what the callback got
 * @error: set when it failed or was cancelled
 *
 * Returns: (transfer full) (nullable): the comparison
 */
PlxComparison *
plx_comparison_new_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
plx_comparison_get_n_articles (PlxComparison *self)
{
  g_return_val_if_fail (PLX_IS_COMPARISON (self), 0);
  return self->annotations->len;
}

PlxArticle *
plx_comparison_get_article (PlxComparison *self, guint article)
{
  return plx_annotation_get_article (plx_comparison_get_annotation (self, article));
}

PlxAnnotation *
plx_comparison_get_annotation (PlxComparison *self, guint article)
{
  g_return_val_if_fail (PLX_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (article < self->annotations->len, NULL);
  return g_ptr_array_index (self->annotations, article);
}

PlxEntities *
plx_comparison_get_entities (PlxComparison *self)
{
  g_return_val_if_fail (PLX_IS_COMPARISON (self), NULL);
  return self->entities;
}

/**
 * plx_comparison_get_pairs:
 * @self: a comparison
 *
 * Returns: (transfer none) (element-type PlxPair): every pair of articles, left before right
 */
GPtrArray *
plx_comparison_get_pairs (PlxComparison *self)
{
  g_return_val_if_fail (PLX_IS_COMPARISON (self), NULL);
  return self->pairs;
}

/**
 * plx_comparison_get_pair:
 * @self: a comparison
 * @left: index of an article
 * @right: index of another, greater than @left
 *
 * Returns: (transfer none): their links
 */
const PlxPair *
plx_comparison_get_pair (PlxComparison *self, guint left, guint right)
{
  g_return_val_if_fail (PLX_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (left < right && right < self->annotations->len, NULL);

  /* Pairs stand in the order (0,1), (0,2), …, (1,2), … */
  guint n = self->annotations->len;

  return g_ptr_array_index (self->pairs, left * n - left * (left + 1) / 2 + right - left - 1);
}

/**
 * plx_comparison_get_statements:
 * @self: a comparison
 *
 * Returns: (transfer none) (element-type PlxStatement): the statements
 */
GPtrArray *
plx_comparison_get_statements (PlxComparison *self)
{
  g_return_val_if_fail (PLX_IS_COMPARISON (self), NULL);
  return self->statements;
}

/**
 * plx_comparison_find_statement:
 * @self: a comparison
 * @article: index of an article
 * @paragraph: number of a paragraph
 * @sentence: number of a sentence, from 1
 *
 * Returns: the id of the statement the sentence belongs to, or -1 when it is not part of one
 */
int
plx_comparison_find_statement (PlxComparison *self, guint article, guint paragraph, guint sentence)
{
  const SentenceIndex *index;

  g_return_val_if_fail (PLX_IS_COMPARISON (self), -1);
  g_return_val_if_fail (article < self->annotations->len, -1);

  index = &g_array_index (self->indexes, SentenceIndex, article);
  if (paragraph > index->n_paragraphs || sentence == 0
      || sentence > index->first[paragraph + 1] - index->first[paragraph])
    return -1;
  return index->statements[index->first[paragraph] + sentence - 1];
}

/**
 * plx_comparison_dup_names:
 * @self: a comparison
 * @article: index of an article
 * @paragraph: number of a paragraph
 * @span: a stretch of its text
 *
 * Returns: (transfer full) (element-type PlxNameSpan): the names wholly inside @span, in order, as offsets into the
 *   paragraph's text (not into @span)
 */
GArray *
plx_comparison_dup_names (PlxComparison *self, guint article, guint paragraph, PlxSpan span)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (PlxNameSpan));
  PlxAnnotation *annotation = plx_comparison_get_annotation (self, article);
  const GArray *mentions = plx_annotation_get_mentions (annotation);
  guint first, n;

  plx_annotation_find_mentions (annotation, paragraph, &first, &n);
  for (guint i = first; i < first + n; i++)
    {
      const PlxMention *mention = &g_array_index (mentions, PlxMention, i);
      PlxNameSpan name = { mention->span, plx_entities_of_mention (self->entities, article, i) };

      if (mention->span.start >= span.start && mention->span.end <= span.end)
        g_array_append_val (names, name);
    }

  return names;
}
