/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-report"

#include "config.h"

#include "engine/report/plx-report-json.h"

#include <json-glib/json-glib.h>
#include <math.h>

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_integer (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  if (isnan (value))
    json_builder_add_null_value (builder);
  else if (value == floor (value) && fabs (value) < 1e15)
    json_builder_add_int_value (builder, (gint64)value);
  else
    json_builder_add_double_value (builder, value);
}

static void
begin_array (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
add_paragraphs (JsonBuilder *builder, PlxArticle *article)
{
  begin_array (builder, "paragraphs");
  for (guint p = 1; p <= plx_article_get_n_paragraphs (article); p++)
    {
      const PlxParagraph *paragraph = plx_article_get_paragraph (article, p);

      json_builder_begin_object (builder);
      add_integer (builder, "n", p);
      add_string (builder, "kind", plx_paragraph_kind_to_string (paragraph->kind));
      add_string (builder, "text", paragraph->text);
      begin_array (builder, "sentences");
      for (guint s = 0; s < paragraph->sentences->len; s++)
        {
          PlxSpan span = g_array_index (paragraph->sentences, PlxSpan, s);

          json_builder_begin_array (builder);
          json_builder_add_int_value (builder, span.start);
          json_builder_add_int_value (builder, span.end);
          json_builder_end_array (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  begin_array (builder, "removed");
  for (guint i = 0; i < plx_article_get_removed (article)->len; i++)
    {
      const PlxRemovedLine *line = g_ptr_array_index (plx_article_get_removed (article), i);

      json_builder_begin_object (builder);
      add_integer (builder, "line", line->line);
      add_string (builder, "reason", plx_removal_reason_to_string (line->reason));
      add_string (builder, "text", line->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_defects (JsonBuilder *builder, PlxAnnotation *annotation)
{
  const GArray *defects = plx_annotation_get_defects (annotation);

  begin_array (builder, "defects");
  for (guint i = 0; i < defects->len; i++)
    {
      const PlxDefect *defect = &g_array_index (defects, PlxDefect, i);

      json_builder_begin_object (builder);
      add_string (builder, "kind", plx_defect_kind_to_string (defect->kind));
      add_integer (builder, "paragraph", defect->paragraph);
      add_integer (builder, "start", defect->span.start);
      add_integer (builder, "end", defect->span.end);
      add_number (builder, "other", defect->other > 0 ? defect->other : NAN);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_annotation (JsonBuilder *builder, PlxComparison *comparison, guint article)
{
  PlxAnnotation *annotation = plx_comparison_get_annotation (comparison, article);
  PlxEntities *entities = plx_comparison_get_entities (comparison);
  const GArray *mentions = plx_annotation_get_mentions (annotation);
  const GArray *quotations = plx_annotation_get_quotations (annotation);
  const GArray *figures = plx_annotation_get_figures (annotation);

  begin_array (builder, "mentions");
  for (guint i = 0; i < mentions->len; i++)
    {
      const PlxMention *mention = &g_array_index (mentions, PlxMention, i);

      json_builder_begin_object (builder);
      add_integer (builder, "entity", plx_entities_of_mention (entities, article, i));
      add_integer (builder, "paragraph", mention->paragraph);
      add_integer (builder, "start", mention->span.start);
      add_integer (builder, "end", mention->span.end);
      add_string (builder, "type", plx_entity_type_to_string (mention->type));
      if (mention->quantity != PLX_QUANTITY_NONE)
        add_string (builder, "kind", plx_quantity_kind_to_string (mention->quantity));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  begin_array (builder, "quotations");
  for (guint i = 0; i < quotations->len; i++)
    {
      const PlxQuotation *quotation = &g_array_index (quotations, PlxQuotation, i);
      double speaker = quotation->speaker >= 0 ? plx_entities_of_mention (entities, article, quotation->speaker) : NAN;
      double venue = quotation->venue >= 0 ? plx_entities_of_mention (entities, article, quotation->venue) : NAN;

      json_builder_begin_object (builder);
      add_integer (builder, "id", i);
      add_integer (builder, "group", quotation->group);
      add_integer (builder, "paragraph", quotation->paragraph);
      add_integer (builder, "start", quotation->span.start);
      add_integer (builder, "end", quotation->span.end);
      add_number (builder, "speaker", speaker);
      add_string (builder, "cue", quotation->cue);
      add_number (builder, "venue", venue);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  begin_array (builder, "figures");
  for (guint i = 0; i < figures->len; i++)
    {
      const PlxFigure *figure = &g_array_index (figures, PlxFigure, i);

      json_builder_begin_object (builder);
      add_integer (builder, "paragraph", figure->paragraph);
      add_integer (builder, "start", figure->span.start);
      add_integer (builder, "end", figure->span.end);
      add_number (builder, "value", figure->value);
      add_number (builder, "low", figure->low);
      add_number (builder, "high", figure->high);
      add_string (builder, "hedge", figure->hedge);
      add_string (builder, "unit", figure->unit);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_articles (JsonBuilder *builder, PlxComparison *comparison, PlxReportDetail detail)
{
  begin_array (builder, "articles");
  for (guint a = 0; a < plx_comparison_get_n_articles (comparison); a++)
    {
      PlxArticle *article = plx_comparison_get_article (comparison, a);

      json_builder_begin_object (builder);
      add_integer (builder, "id", a);
      add_string (builder, "file", plx_article_get_file (article));
      add_string (builder, "title", plx_article_get_title (article));
      add_string (builder, "source", plx_article_get_source (article));
      add_string (builder, "agency", plx_article_get_agency (article));
      add_string (builder, "byline", plx_article_get_byline (article));
      add_string (builder, "dateline", plx_article_get_dateline (article));
      add_string (builder, "published", plx_article_get_published (article));
      add_string (builder, "url", plx_article_get_url (article));
      add_string (builder, "language", plx_article_get_language (article));
      add_paragraphs (builder, article);
      add_defects (builder, plx_comparison_get_annotation (comparison, a));
      if (detail >= PLX_REPORT_ANNOTATE)
        add_annotation (builder, comparison, a);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_entities (JsonBuilder *builder, PlxEntities *entities)
{
  begin_array (builder, "entities");
  for (guint i = 0; i < plx_entities_get_n (entities); i++)
    {
      const PlxEntity *entity = plx_entities_get (entities, i);

      json_builder_begin_object (builder);
      add_integer (builder, "id", i);
      add_string (builder, "type", plx_entity_type_to_string (entity->type));
      add_string (builder, "name", entity->name);
      begin_array (builder, "variants");
      for (guint v = 0; v < entity->variants->len; v++)
        {
          const PlxVariant *variant = &g_array_index (entity->variants, PlxVariant, v);

          json_builder_begin_object (builder);
          add_string (builder, "text", variant->text);
          add_integer (builder, "article", variant->article);
          add_integer (builder, "count", variant->count);
          if (variant->reason != NULL)
            add_string (builder, "reason", variant->reason);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_sentence (JsonBuilder *builder, PlxSentenceRef ref)
{
  g_autofree char *name = g_strdup_printf ("%u.%u", ref.paragraph, ref.sentence);

  json_builder_add_string_value (builder, name);
}

static void
add_numbers (JsonBuilder *builder, const char *name, const GArray *numbers)
{
  begin_array (builder, name);
  for (guint i = 0; i < numbers->len; i++)
    json_builder_add_int_value (builder, g_array_index (numbers, guint, i));
  json_builder_end_array (builder);
}

static void
add_link (JsonBuilder *builder, const PlxLink *link)
{
  json_builder_begin_object (builder);
  add_numbers (builder, "left", link->left);
  add_numbers (builder, "right", link->right);
  add_string (builder, "relation", plx_relation_to_string (link->relation));
  json_builder_set_member_name (builder, "score");
  json_builder_add_double_value (builder, round (link->score * 1000) / 1000);
  json_builder_set_member_name (builder, "moved");
  json_builder_add_boolean_value (builder, link->moved);
  begin_array (builder, "sentences");
  for (guint s = 0; s < link->sentences->len; s++)
    {
      const PlxSentencePair *pair = &g_array_index (link->sentences, PlxSentencePair, s);

      json_builder_begin_array (builder);
      add_sentence (builder, pair->left);
      add_sentence (builder, pair->right);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  begin_array (builder, "why");
  for (guint w = 0; link->why[w] != NULL; w++)
    json_builder_add_string_value (builder, link->why[w]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_pairs (JsonBuilder *builder, GPtrArray *pairs)
{
  begin_array (builder, "pairs");
  for (guint i = 0; i < pairs->len; i++)
    {
      const PlxPair *pair = g_ptr_array_index (pairs, i);

      json_builder_begin_object (builder);
      add_integer (builder, "left", pair->left);
      add_integer (builder, "right", pair->right);
      begin_array (builder, "links");
      for (guint l = 0; l < pair->links->len; l++)
        add_link (builder, g_ptr_array_index (pair->links, l));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_statements (JsonBuilder *builder, GPtrArray *statements)
{
  begin_array (builder, "statements");
  for (guint i = 0; i < statements->len; i++)
    {
      const PlxStatement *statement = g_ptr_array_index (statements, i);

      json_builder_begin_object (builder);
      add_integer (builder, "id", statement->id);
      begin_array (builder, "cells");
      for (guint c = 0; c < statement->cells->len; c++)
        {
          const PlxCell *cell = g_ptr_array_index (statement->cells, c);
          guint last = 0;

          json_builder_begin_object (builder);
          add_integer (builder, "article", cell->article);
          begin_array (builder, "paragraphs");
          for (guint s = 0; s < cell->sentences->len; s++)
            {
              guint paragraph = g_array_index (cell->sentences, PlxSentenceRef, s).paragraph;

              if (paragraph != last)
                json_builder_add_int_value (builder, paragraph);
              last = paragraph;
            }
          json_builder_end_array (builder);
          begin_array (builder, "sentences");
          for (guint s = 0; s < cell->sentences->len; s++)
            add_sentence (builder, g_array_index (cell->sentences, PlxSentenceRef, s));
          json_builder_end_array (builder);
          add_string (builder, "relation", plx_relation_to_string (cell->relation));
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * plx_report_to_json:
 * @comparison: a comparison
 * @detail: how much to write
 *
 * Writes a comparison as the JSON object, version 1, that the command line prints. The same comparison always gives
 * the same bytes.
 *
 * Returns: (transfer full): UTF-8, ending in a line break
 */
char *
plx_report_to_json (PlxComparison *comparison, PlxReportDetail detail)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  add_integer (builder, "parallax", 1);
  add_articles (builder, comparison, detail);
  if (detail >= PLX_REPORT_ANNOTATE)
    add_entities (builder, plx_comparison_get_entities (comparison));
  if (detail >= PLX_REPORT_COMPARE)
    {
      add_pairs (builder, plx_comparison_get_pairs (comparison));
      add_statements (builder, plx_comparison_get_statements (comparison));
    }
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 1);
  text = json_generator_to_data (generator, NULL);

  return g_strconcat (text, "\n", NULL);
}
