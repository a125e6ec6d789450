/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-report"

#include "config.h"

#include "engine/report/plx-report-json.h"

#include <math.h>

#include "engine/annotate/plx-defects.h"
#include "engine/compare/plx-grouping.h"
#include "engine/report/plx-json-writer.h"

static void
add_paragraphs (PlxJsonWriter *writer, PlxArticle *article)
{
  plx_json_writer_begin_array (writer, "paragraphs");
  for (guint p = 1; p <= plx_article_get_n_paragraphs (article); p++)
    {
      const PlxParagraph *paragraph = plx_article_get_paragraph (article, p);

      plx_json_writer_begin_object (writer, NULL);
      plx_json_writer_integer (writer, "n", p);
      plx_json_writer_string (writer, "kind", plx_paragraph_kind_to_string (paragraph->kind));
      plx_json_writer_string (writer, "text", paragraph->text);
      plx_json_writer_begin_array (writer, "sentences");
      for (guint s = 0; s < paragraph->sentences->len; s++)
        {
          PlxSpan span = g_array_index (paragraph->sentences, PlxSpan, s);

          plx_json_writer_begin_array (writer, NULL);
          plx_json_writer_integer (writer, NULL, span.start);
          plx_json_writer_integer (writer, NULL, span.end);
          plx_json_writer_end_array (writer);
        }
      plx_json_writer_end_array (writer);
      plx_json_writer_end_object (writer);
    }
  plx_json_writer_end_array (writer);

  plx_json_writer_begin_array (writer, "removed");
  for (guint i = 0; i < plx_article_get_removed (article)->len; i++)
    {
      const PlxRemovedLine *line = g_ptr_array_index (plx_article_get_removed (article), i);

      plx_json_writer_begin_object (writer, NULL);
      plx_json_writer_integer (writer, "line", line->line);
      plx_json_writer_string (writer, "reason", plx_removal_reason_to_string (line->reason));
      plx_json_writer_string (writer, "text", line->text);
      plx_json_writer_end_object (writer);
    }
  plx_json_writer_end_array (writer);
}

static void
add_defects (PlxJsonWriter *writer, const GArray *defects)
{
  plx_json_writer_begin_array (writer, "defects");
  for (guint i = 0; i < defects->len; i++)
    {
      const PlxDefect *defect = &g_array_index (defects, PlxDefect, i);

      plx_json_writer_begin_object (writer, NULL);
      plx_json_writer_string (writer, "kind", plx_defect_kind_to_string (defect->kind));
      plx_json_writer_integer (writer, "paragraph", defect->paragraph);
      plx_json_writer_integer (writer, "start", defect->span.start);
      plx_json_writer_integer (writer, "end", defect->span.end);
      plx_json_writer_number (writer, "other", defect->other > 0 ? defect->other : NAN);
      plx_json_writer_end_object (writer);
    }
  plx_json_writer_end_array (writer);
}

static void
add_annotation (PlxJsonWriter *writer, PlxAnnotation *annotation, PlxEntities *entities, guint article)
{
  const GArray *mentions = plx_annotation_get_mentions (annotation);
  const GArray *quotations = plx_annotation_get_quotations (annotation);
  const GArray *figures = plx_annotation_get_figures (annotation);

  plx_json_writer_begin_array (writer, "mentions");
  for (guint i = 0; i < mentions->len; i++)
    {
      const PlxMention *mention = &g_array_index (mentions, PlxMention, i);

      plx_json_writer_begin_object (writer, NULL);
      plx_json_writer_integer (writer, "entity", plx_entities_of_mention (entities, article, i));
      plx_json_writer_integer (writer, "paragraph", mention->paragraph);
      plx_json_writer_integer (writer, "start", mention->span.start);
      plx_json_writer_integer (writer, "end", mention->span.end);
      plx_json_writer_string (writer, "type", plx_entity_type_to_string (mention->type));
      if (mention->quantity != PLX_QUANTITY_NONE)
        plx_json_writer_string (writer, "kind", plx_quantity_kind_to_string (mention->quantity));
      plx_json_writer_end_object (writer);
    }
  plx_json_writer_end_array (writer);

  plx_json_writer_begin_array (writer, "quotations");
  for (guint i = 0; i < quotations->len; i++)
    {
      const PlxQuotation *quotation = &g_array_index (quotations, PlxQuotation, i);
      double speaker = quotation->speaker >= 0 ? plx_entities_of_mention (entities, article, quotation->speaker) : NAN;
      double venue = quotation->venue >= 0 ? plx_entities_of_mention (entities, article, quotation->venue) : NAN;

      plx_json_writer_begin_object (writer, NULL);
      plx_json_writer_integer (writer, "id", i);
      plx_json_writer_integer (writer, "group", quotation->group);
      plx_json_writer_integer (writer, "paragraph", quotation->paragraph);
      plx_json_writer_integer (writer, "start", quotation->span.start);
      plx_json_writer_integer (writer, "end", quotation->span.end);
      plx_json_writer_number (writer, "speaker", speaker);
      plx_json_writer_string (writer, "cue", quotation->cue);
      plx_json_writer_number (writer, "venue", venue);
      plx_json_writer_end_object (writer);
    }
  plx_json_writer_end_array (writer);

  plx_json_writer_begin_array (writer, "figures");
  for (guint i = 0; i < figures->len; i++)
    {
      const PlxFigure *figure = &g_array_index (figures, PlxFigure, i);

      plx_json_writer_begin_object (writer, NULL);
      plx_json_writer_integer (writer, "paragraph", figure->paragraph);
      plx_json_writer_integer (writer, "start", figure->span.start);
      plx_json_writer_integer (writer, "end", figure->span.end);
      plx_json_writer_number (writer, "value", figure->value);
      plx_json_writer_number (writer, "low", figure->low);
      plx_json_writer_number (writer, "high", figure->high);
      plx_json_writer_string (writer, "hedge", figure->hedge);
      plx_json_writer_string (writer, "unit", figure->unit);
      plx_json_writer_end_object (writer);
    }
  plx_json_writer_end_array (writer);
}

static void
begin_article (PlxJsonWriter *writer, PlxArticle *article, guint id, const GArray *defects)
{
  plx_json_writer_begin_object (writer, NULL);
  plx_json_writer_integer (writer, "id", id);
  plx_json_writer_string (writer, "file", plx_article_get_file (article));
  plx_json_writer_string (writer, "title", plx_article_get_title (article));
  plx_json_writer_string (writer, "source", plx_article_get_source (article));
  plx_json_writer_string (writer, "agency", plx_article_get_agency (article));
  plx_json_writer_string (writer, "byline", plx_article_get_byline (article));
  plx_json_writer_string (writer, "dateline", plx_article_get_dateline (article));
  plx_json_writer_string (writer, "published", plx_article_get_published (article));
  plx_json_writer_string (writer, "url", plx_article_get_url (article));
  plx_json_writer_string (writer, "language", plx_article_get_language (article));
  add_paragraphs (writer, article);
  add_defects (writer, defects);
}

static void
add_annotated_articles (PlxJsonWriter *writer, GPtrArray *annotations, PlxEntities *entities)
{
  plx_json_writer_begin_array (writer, "articles");
  for (guint a = 0; a < annotations->len; a++)
    {
      PlxAnnotation *annotation = g_ptr_array_index (annotations, a);

      begin_article (writer, plx_annotation_get_article (annotation), a, plx_annotation_get_defects (annotation));
      add_annotation (writer, annotation, entities, a);
      plx_json_writer_end_object (writer);
    }
  plx_json_writer_end_array (writer);
}

static void
add_entities (PlxJsonWriter *writer, PlxEntities *entities)
{
  plx_json_writer_begin_array (writer, "entities");
  for (guint i = 0; i < plx_entities_get_n (entities); i++)
    {
      const PlxEntity *entity = plx_entities_get (entities, i);

      plx_json_writer_begin_object (writer, NULL);
      plx_json_writer_integer (writer, "id", i);
      plx_json_writer_string (writer, "type", plx_entity_type_to_string (entity->type));
      plx_json_writer_string (writer, "name", entity->name);
      plx_json_writer_begin_array (writer, "variants");
      for (guint v = 0; v < entity->variants->len; v++)
        {
          const PlxVariant *variant = &g_array_index (entity->variants, PlxVariant, v);

          plx_json_writer_begin_object (writer, NULL);
          plx_json_writer_string (writer, "text", variant->text);
          plx_json_writer_integer (writer, "article", variant->article);
          plx_json_writer_integer (writer, "count", variant->count);
          if (variant->reason != NULL)
            plx_json_writer_string (writer, "reason", variant->reason);
          plx_json_writer_end_object (writer);
        }
      plx_json_writer_end_array (writer);
      plx_json_writer_end_object (writer);
    }
  plx_json_writer_end_array (writer);
}

static void
add_sentence (PlxJsonWriter *writer, PlxSentenceRef ref)
{
  g_autofree char *name = g_strdup_printf ("%u.%u", ref.paragraph, ref.sentence);

  plx_json_writer_string (writer, NULL, name);
}

static void
add_numbers (PlxJsonWriter *writer, const char *name, const GArray *numbers)
{
  plx_json_writer_begin_array (writer, name);
  for (guint i = 0; i < numbers->len; i++)
    plx_json_writer_integer (writer, NULL, g_array_index (numbers, guint, i));
  plx_json_writer_end_array (writer);
}

static void
add_link (PlxJsonWriter *writer, const PlxLink *link)
{
  plx_json_writer_begin_object (writer, NULL);
  add_numbers (writer, "left", link->left);
  add_numbers (writer, "right", link->right);
  plx_json_writer_string (writer, "relation", plx_relation_to_string (link->relation));
  plx_json_writer_number (writer, "score", round (link->score * 1000) / 1000);
  plx_json_writer_boolean (writer, "moved", link->moved);
  plx_json_writer_begin_array (writer, "sentences");
  for (guint s = 0; s < link->sentences->len; s++)
    {
      const PlxSentencePair *pair = &g_array_index (link->sentences, PlxSentencePair, s);

      plx_json_writer_begin_array (writer, NULL);
      add_sentence (writer, pair->left);
      add_sentence (writer, pair->right);
      plx_json_writer_end_array (writer);
    }
  plx_json_writer_end_array (writer);
  plx_json_writer_begin_array (writer, "why");
  for (guint w = 0; link->why[w] != NULL; w++)
    plx_json_writer_string (writer, NULL, link->why[w]);
  plx_json_writer_end_array (writer);
  plx_json_writer_end_object (writer);
}

static void
add_pairs (PlxJsonWriter *writer, GPtrArray *pairs)
{
  plx_json_writer_begin_array (writer, "pairs");
  for (guint i = 0; i < pairs->len; i++)
    {
      const PlxPair *pair = g_ptr_array_index (pairs, i);

      plx_json_writer_begin_object (writer, NULL);
      plx_json_writer_integer (writer, "left", pair->left);
      plx_json_writer_integer (writer, "right", pair->right);
      plx_json_writer_begin_array (writer, "links");
      for (guint l = 0; l < pair->links->len; l++)
        add_link (writer, g_ptr_array_index (pair->links, l));
      plx_json_writer_end_array (writer);
      plx_json_writer_end_object (writer);
    }
  plx_json_writer_end_array (writer);
}

static void
add_statements (PlxJsonWriter *writer, GPtrArray *statements)
{
  plx_json_writer_begin_array (writer, "statements");
  for (guint i = 0; i < statements->len; i++)
    {
      const PlxStatement *statement = g_ptr_array_index (statements, i);

      plx_json_writer_begin_object (writer, NULL);
      plx_json_writer_integer (writer, "id", statement->id);
      plx_json_writer_begin_array (writer, "cells");
      for (guint c = 0; c < statement->cells->len; c++)
        {
          const PlxCell *cell = g_ptr_array_index (statement->cells, c);
          guint last = 0;

          plx_json_writer_begin_object (writer, NULL);
          plx_json_writer_integer (writer, "article", cell->article);
          plx_json_writer_begin_array (writer, "paragraphs");
          for (guint s = 0; s < cell->sentences->len; s++)
            {
              guint paragraph = g_array_index (cell->sentences, PlxSentenceRef, s).paragraph;

              if (paragraph != last)
                plx_json_writer_integer (writer, NULL, paragraph);
              last = paragraph;
            }
          plx_json_writer_end_array (writer);
          plx_json_writer_begin_array (writer, "sentences");
          for (guint s = 0; s < cell->sentences->len; s++)
            add_sentence (writer, g_array_index (cell->sentences, PlxSentenceRef, s));
          plx_json_writer_end_array (writer);
          plx_json_writer_string (writer, "relation", plx_relation_to_string (cell->relation));
          plx_json_writer_end_object (writer);
        }
      plx_json_writer_end_array (writer);
      plx_json_writer_end_object (writer);
    }
  plx_json_writer_end_array (writer);
}

static PlxJsonWriter *
begin_report (void)
{
  PlxJsonWriter *writer = plx_json_writer_new ();

  plx_json_writer_begin_object (writer, NULL);
  plx_json_writer_integer (writer, "parallax", 1);
  return writer;
}

static char *
end_report (PlxJsonWriter *writer)
{
  plx_json_writer_end_object (writer);
  return plx_json_writer_finish (writer);
}

/**
 * plx_report_articles_to_json:
 * @articles: (element-type PlxArticle): frozen articles
 *
 * Writes articles with their paragraphs, what was removed and their defects, as the JSON object, version 1, that the
 * command line prints for "extract".
 *
 * Returns: (transfer full): UTF-8, ending in a line break
 */
char *
plx_report_articles_to_json (GPtrArray *articles)
{
  PlxJsonWriter *writer = begin_report ();

  plx_json_writer_begin_array (writer, "articles");
  for (guint a = 0; a < articles->len; a++)
    {
      PlxArticle *article = g_ptr_array_index (articles, a);
      g_autoptr (GArray) defects = plx_defects_find (article);

      begin_article (writer, article, a, defects);
      plx_json_writer_end_object (writer);
    }
  plx_json_writer_end_array (writer);

  return end_report (writer);
}

/**
 * plx_report_annotations_to_json:
 * @annotations: (element-type PlxAnnotation): annotated articles
 * @entities: the entities joined from them
 *
 * Writes what plx_report_articles_to_json() does, and mentions, quotations, figures and entities: the object for
 * "annotate".
 *
 * Returns: (transfer full): UTF-8, ending in a line break
 */
char *
plx_report_annotations_to_json (GPtrArray *annotations, PlxEntities *entities)
{
  PlxJsonWriter *writer = begin_report ();

  add_annotated_articles (writer, annotations, entities);
  add_entities (writer, entities);

  return end_report (writer);
}

/**
 * plx_report_to_json:
 * @comparison: a comparison
 *
 * Writes a comparison: what plx_report_annotations_to_json() does, and pairs and statements: the object for "compare".
 * The same comparison always gives the same bytes.
 *
 * Returns: (transfer full): UTF-8, ending in a line break
 */
char *
plx_report_to_json (PlxComparison *comparison)
{
  PlxJsonWriter *writer = begin_report ();
  g_autoptr (GPtrArray) annotations = g_ptr_array_new ();

  for (guint a = 0; a < plx_comparison_get_n_articles (comparison); a++)
    g_ptr_array_add (annotations, plx_comparison_get_annotation (comparison, a));
  add_annotated_articles (writer, annotations, plx_comparison_get_entities (comparison));
  add_entities (writer, plx_comparison_get_entities (comparison));
  add_pairs (writer, plx_comparison_get_pairs (comparison));
  add_statements (writer, plx_comparison_get_statements (comparison));

  return end_report (writer);
}

/**
 * plx_report_stories_to_json:
 * @annotations: (element-type PlxAnnotation): annotated articles
 * @stories: (element-type guint): for each the number of its story, as plx_grouping_group() gives them
 *
 * Writes stories with their titles and the files of their articles: the object for "group".
 *
 * Returns: (transfer full): UTF-8, ending in a line break
 */
char *
plx_report_stories_to_json (GPtrArray *annotations, const GArray *stories)
{
  PlxJsonWriter *writer = begin_report ();
  g_autoptr (GPtrArray) members = plx_grouping_list_members (stories);

  plx_json_writer_begin_array (writer, "stories");
  for (guint s = 0; s < members->len; s++)
    {
      const GArray *story = g_ptr_array_index (members, s);
      g_autofree char *title = plx_grouping_dup_title (annotations, story);

      plx_json_writer_begin_object (writer, NULL);
      plx_json_writer_string (writer, "title", title);
      plx_json_writer_begin_array (writer, "articles");
      for (guint i = 0; i < story->len; i++)
        plx_json_writer_string (writer, NULL,
                                plx_article_get_file (plx_annotation_get_article (
                                    g_ptr_array_index (annotations, g_array_index (story, guint, i)))));
      plx_json_writer_end_array (writer);
      plx_json_writer_end_object (writer);
    }
  plx_json_writer_end_array (writer);

  return end_report (writer);
}
