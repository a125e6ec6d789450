/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-report"

#include "config.h"

#include "engine/report/plx-report-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "engine/annotate/plx-defects.h"
#include "engine/compare/plx-grouping.h"
#include "engine/report/plx-report-words.h"

/* Paragraphs are set at most this wide, and behind their number. */
#define MEASURE 100
#define INDENT  6

static void
print_wrapped (GString *out, const char *text, guint look, const GArray *looks, guint indent, const PlxTextStyle *style)
{
  g_autoptr (GPtrArray) lines = plx_text_layout_new_lines ();

  plx_text_layout_wrap (lines, text, look, looks, indent, style);
  plx_text_layout_print (out, lines);
}

static void
print_head (GString *out, PlxArticle *article, const PlxTextStyle *style)
{
  g_autofree char *label = plx_article_dup_label (article);
  g_autofree char *origin = plx_report_dup_origin (article);

  if (out->len > 0)
    {
      g_string_append_c (out, '\n');
      plx_text_layout_print_rule (out, NULL, style);
      g_string_append_c (out, '\n');
    }
  print_wrapped (out, label, PLX_LOOK_CYAN, NULL, 0, style);
  if (plx_article_get_title (article) != NULL)
    print_wrapped (out, plx_article_get_title (article), PLX_LOOK_BOLD, NULL, 0, style);
  if (*origin != '\0')
    print_wrapped (out, origin, PLX_LOOK_PLAIN, NULL, 0, style);
  if (plx_article_get_url (article) != NULL)
    print_wrapped (out, plx_article_get_url (article), PLX_LOOK_DIM, NULL, 0, style);
  g_string_append_c (out, '\n');
}

static const char *
kind_word (PlxParagraphKind kind)
{
  switch (kind)
    {
    case PLX_PARAGRAPH_HEADING:
      return _ ("heading");
    case PLX_PARAGRAPH_CAPTION:
      return _ ("caption");
    case PLX_PARAGRAPH_LIST:
      return _ ("list item");
    case PLX_PARAGRAPH_QUOTE:
      return _ ("quote block");
    case PLX_PARAGRAPH_TEXT:
    case PLX_PARAGRAPH_TITLE:
    default:
      return NULL;
    }
}

/* Prints a paragraph behind its number, headings and the like with the word for them. */
static void
print_paragraph (GString *out, const PlxParagraph *paragraph, const GArray *looks, const PlxTextStyle *style)
{
  g_autoptr (GPtrArray) lines = plx_text_layout_new_lines ();
  PlxTextStyle narrow = { MIN (style->width, MEASURE), style->color };
  const char *word = kind_word (paragraph->kind);
  g_autofree char *number = g_strdup_printf ("%4u  ", paragraph->number);

  if (word != NULL)
    {
      g_autofree char *marked = g_strdup_printf ("(%s)", word);

      plx_text_layout_wrap (lines, marked, PLX_LOOK_DIM, NULL, INDENT, &narrow);
    }
  plx_text_layout_wrap (lines, paragraph->text, paragraph->kind == PLX_PARAGRAPH_HEADING ? PLX_LOOK_BOLD : 0, looks,
                        INDENT, &narrow);
  for (guint i = 0; i < lines->len; i++)
    {
      const char *text = ((PlxTextLine *)g_ptr_array_index (lines, i))->text;

      g_string_append_printf (out, "%s%s\n", i == 0 ? number : "      ", text + INDENT);
    }
}

static void
print_defects (GString *out, const GArray *defects, const PlxTextStyle *style)
{
  if (defects->len == 0)
    return;
  plx_report_print_heading (out, _ ("Damage"), style);
  for (guint i = 0; i < defects->len; i++)
    {
      const PlxDefect *defect = &g_array_index (defects, PlxDefect, i);
      g_autofree char *words = plx_report_dup_defect (defect);
      g_autofree char *place = plx_report_dup_place (defect->paragraph);
      g_autofree char *line = g_strdup_printf ("%s: %s", place, words);

      print_wrapped (out, line, PLX_LOOK_RED, NULL, 2, style);
    }
}

static void
print_removed (GString *out, PlxArticle *article, const PlxTextStyle *style)
{
  GPtrArray *removed = plx_article_get_removed (article);
  g_autofree char *summary = plx_report_dup_removed (article);

  if (summary == NULL)
    return;
  plx_report_print_heading (out, summary, style);
  for (guint i = 0; i < removed->len; i++)
    {
      const PlxRemovedLine *line = g_ptr_array_index (removed, i);
      g_autofree char *text = g_strdup_printf (_ ("line %u: %s"), line->line, line->text);

      print_wrapped (out, text, PLX_LOOK_DIM, NULL, 2, style);
    }
}

/**
 * plx_report_articles_to_text:
 * @articles: (element-type PlxArticle): frozen articles
 * @style: how to set the report
 *
 * Writes articles for a terminal: their paragraphs by number, their damage and what was removed.
 *
 * Returns: (transfer full): UTF-8
 */
char *
plx_report_articles_to_text (GPtrArray *articles, const PlxTextStyle *style)
{
  GString *out = g_string_new (NULL);

  for (guint a = 0; a < articles->len; a++)
    {
      PlxArticle *article = g_ptr_array_index (articles, a);
      g_autoptr (GArray) defects = plx_defects_find (article);

      print_head (out, article, style);
      for (guint p = 1; p <= plx_article_get_n_paragraphs (article); p++)
        print_paragraph (out, plx_article_get_paragraph (article, p), NULL, style);
      print_defects (out, defects, style);
      print_removed (out, article, style);
    }

  return g_string_free (out, FALSE);
}

static GArray *
mention_looks (PlxAnnotation *annotation, guint paragraph)
{
  const GArray *mentions = plx_annotation_get_mentions (annotation);
  GArray *looks = g_array_new (FALSE, FALSE, sizeof (PlxLookSpan));
  guint first, n;

  plx_annotation_find_mentions (annotation, paragraph, &first, &n);
  for (guint i = first; i < first + n; i++)
    {
      const PlxMention *mention = &g_array_index (mentions, PlxMention, i);
      PlxLookSpan look = { mention->span, plx_report_entity_look (mention->type) };

      g_array_append_val (looks, look);
    }
  return looks;
}

/* "Sergei Lavrov 5 (Lavrov 4, Sergey Lavrov 1)": the name, how often the article has it, and in which spellings. */
static char *
dup_entity (const PlxEntity *entity, guint article)
{
  g_autoptr (GString) spellings = g_string_new (NULL);
  guint n = 0, n_spellings = 0;

  for (guint v = 0; v < entity->variants->len; v++)
    {
      const PlxVariant *variant = &g_array_index (entity->variants, PlxVariant, v);

      if (variant->article != article)
        continue;
      n += variant->count;
      g_string_append_printf (spellings, "%s%s %u", n_spellings++ > 0 ? ", " : "", variant->text, variant->count);
    }
  if (n == 0)
    return NULL;
  return n_spellings > 1 ? g_strdup_printf ("%s %u (%s)", entity->name, n, spellings->str)
                         : g_strdup_printf ("%s %u", entity->name, n);
}

static void
print_names (GString *out, PlxEntities *entities, guint article, const PlxTextStyle *style)
{
  gboolean any = FALSE;

  for (guint type = 0; type < PLX_N_ENTITY_TYPES; type++)
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint e = 0; e < plx_entities_get_n (entities); e++)
        {
          const PlxEntity *entity = plx_entities_get (entities, e);
          g_autofree char *name = (guint)entity->type == type ? dup_entity (entity, article) : NULL;

          if (name != NULL)
            g_string_append_printf (names, "%s%s", names->len > 0 ? " · " : "", name);
        }
      if (names->len == 0)
        continue;
      if (!any)
        plx_report_print_heading (out, _ ("Names"), style);
      any = TRUE;
      print_wrapped (out, plx_report_entity_type (type), plx_report_entity_look (type), NULL, 2, style);
      print_wrapped (out, names->str, PLX_LOOK_PLAIN, NULL, 4, style);
    }
}

static void
print_quotations (GString *out, PlxAnnotation *annotation, PlxEntities *entities, guint article,
                  const PlxTextStyle *style)
{
  const GArray *quotations = plx_annotation_get_quotations (annotation);

  if (quotations->len > 0)
    plx_report_print_heading (out, _ ("Quotations"), style);
  for (guint i = 0; i < quotations->len; i++)
    {
      const PlxQuotation *quotation = &g_array_index (quotations, PlxQuotation, i);
      const PlxParagraph *paragraph =
          plx_article_get_paragraph (plx_annotation_get_article (annotation), quotation->paragraph);
      g_autofree char *words = plx_paragraph_dup_text (paragraph, quotation->span);
      g_autofree char *place = plx_report_dup_place (quotation->paragraph);
      const char *speaker =
          quotation->speaker < 0
              ? _ ("speaker not known")
              : plx_entities_get (entities, plx_entities_of_mention (entities, article, quotation->speaker))->name;
      g_autofree char *line = quotation->cue != NULL
                                  ? g_strdup_printf ("%s  “%s” · %s (%s)", place, words, speaker, quotation->cue)
                                  : g_strdup_printf ("%s  “%s” · %s", place, words, speaker);

      print_wrapped (out, line, PLX_LOOK_PLAIN, NULL, 2, style);
    }
}

static void
print_figures (GString *out, PlxAnnotation *annotation, const PlxTextStyle *style)
{
  const GArray *figures = plx_annotation_get_figures (annotation);

  if (figures->len > 0)
    plx_report_print_heading (out, _ ("Figures"), style);
  for (guint i = 0; i < figures->len;)
    {
      guint number = g_array_index (figures, PlxFigure, i).paragraph;
      const PlxParagraph *paragraph = plx_article_get_paragraph (plx_annotation_get_article (annotation), number);
      g_autofree char *place = plx_report_dup_place (number);
      g_autoptr (GString) line = g_string_new (place);

      for (guint k = 0; i < figures->len && g_array_index (figures, PlxFigure, i).paragraph == number; k++, i++)
        {
          g_autofree char *words = plx_paragraph_dup_text (paragraph, g_array_index (figures, PlxFigure, i).span);

          g_string_append_printf (line, "%s%s", k == 0 ? "  " : " · ", words);
        }
      print_wrapped (out, line->str, PLX_LOOK_PLAIN, NULL, 2, style);
    }
}

/**
 * plx_report_annotations_to_text:
 * @annotations: (element-type PlxAnnotation): annotated articles
 * @entities: the entities joined from them
 * @style: how to set the report
 *
 * Writes articles for a terminal with their names, quotations and figures.
 *
 * Returns: (transfer full): UTF-8
 */
char *
plx_report_annotations_to_text (GPtrArray *annotations, PlxEntities *entities, const PlxTextStyle *style)
{
  GString *out = g_string_new (NULL);

  for (guint a = 0; a < annotations->len; a++)
    {
      PlxAnnotation *annotation = g_ptr_array_index (annotations, a);
      PlxArticle *article = plx_annotation_get_article (annotation);

      print_head (out, article, style);
      for (guint p = 1; p <= plx_article_get_n_paragraphs (article); p++)
        {
          g_autoptr (GArray) looks = mention_looks (annotation, p);

          print_paragraph (out, plx_article_get_paragraph (article, p), looks, style);
        }
      print_names (out, entities, a, style);
      print_quotations (out, annotation, entities, a, style);
      print_figures (out, annotation, style);
      print_defects (out, plx_annotation_get_defects (annotation), style);
      print_removed (out, article, style);
    }

  return g_string_free (out, FALSE);
}

/**
 * plx_report_stories_to_text:
 * @annotations: (element-type PlxAnnotation): annotated articles
 * @stories: (element-type guint): for each the number of its story, as plx_grouping_group() gives them
 * @style: how to set the report
 *
 * Writes stories for a terminal: their titles and below each its articles; those that are alone come last, together.
 *
 * Returns: (transfer full): UTF-8
 */
char *
plx_report_stories_to_text (GPtrArray *annotations, const GArray *stories, const PlxTextStyle *style)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GPtrArray) members = plx_grouping_list_members (stories);

  for (guint alone = 0; alone < 2; alone++)
    {
      gboolean begun = FALSE;

      for (guint s = 0; s < members->len; s++)
        {
          const GArray *story = g_ptr_array_index (members, s);

          if ((story->len == 1) != alone)
            continue;
          if (!alone)
            {
              g_autofree char *title = plx_grouping_dup_title (annotations, story);
              g_autofree char *heading =
                  g_strdup_printf ("%s (%u)", *title != '\0' ? title : _ ("Untitled"), story->len);

              plx_report_print_heading (out, heading, style);
            }
          else if (!begun)
            plx_report_print_heading (out, _ ("Not in a story"), style);
          begun = TRUE;
          for (guint i = 0; i < story->len; i++)
            {
              PlxArticle *article =
                  plx_annotation_get_article (g_ptr_array_index (annotations, g_array_index (story, guint, i)));
              const char *title = plx_article_get_title (article);
              g_autofree char *label = plx_article_dup_label (article);
              g_autofree char *line = title != NULL ? g_strdup_printf ("%s · %s", label, title) : g_strdup (label);

              print_wrapped (out, line, PLX_LOOK_PLAIN, NULL, 2, style);
              if (plx_article_get_file (article) != NULL)
                print_wrapped (out, plx_article_get_file (article), PLX_LOOK_DIM, NULL, 4, style);
            }
        }
    }
  if (out->len > 0)
    g_string_erase (out, 0, 1);

  return g_string_free (out, FALSE);
}
