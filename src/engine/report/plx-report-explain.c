/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-report"

#include "config.h"

#include "engine/report/plx-report-explain.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "engine/compare/plx-align.h"
#include "engine/compare/plx-similarity.h"
#include "engine/report/plx-report-words.h"

G_DEFINE_QUARK (plx - report - error - quark, plx_report_error)

/* What the features measure, by PlxFeature. */
static const char *const meanings[] = {
  N_ ("runs of letters that both have"),
  N_ ("weight of shared words, more for rare ones"),
  N_ ("shared words that either has only here"),
  N_ ("length of both sentences"),
  N_ ("number of sentences to choose from"),
  N_ ("both stand at the top"),
  N_ ("either stands early"),
  N_ ("distance of their places"),
  N_ ("likeness of the sentences around them"),
  N_ ("lead in letters over others, the smaller"),
  N_ ("lead in letters over others, the larger"),
  N_ ("lead in words over others, the smaller"),
  N_ ("lead in words over others, the larger"),
  N_ ("weight of quoted words that the other has"),
  N_ ("part of the quotation that the other has"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (meanings) == PLX_N_FEATURES);

static const char *
meaning_of (const char *feature)
{
  for (guint f = 0; f < PLX_N_FEATURES; f++)
    if (strcmp (plx_feature_to_string (f), feature) == 0)
      return _ (meanings[f]);
  g_return_val_if_reached ("");
}

static gboolean
is_compared (const PlxAligner *aligner, guint article, PlxSentenceRef ref)
{
  const GArray *units = plx_units_get_article (plx_aligner_get_units (aligner), article)->units;

  for (guint i = 0; i < units->len; i++)
    {
      PlxSentenceRef other = g_array_index (units, PlxUnit, i).ref;

      if (other.paragraph == ref.paragraph && other.sentence == ref.sentence)
        return TRUE;
    }
  return FALSE;
}

/* Prints a sentence below the article it is of; an error when there is none or it is not compared. */
static gboolean
print_sentence (GString *out, const PlxAligner *aligner, GPtrArray *annotations, guint index, PlxSentenceRef ref,
                const PlxTextStyle *style, GError **error)
{
  PlxArticle *article = plx_annotation_get_article (g_ptr_array_index (annotations, index));
  g_autofree char *label = plx_article_dup_label (article);
  g_autofree char *heading = g_strdup_printf ("%s ¶ %u.%u", label, ref.paragraph, ref.sentence);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) lines = plx_text_layout_new_lines ();
  const PlxParagraph *paragraph;

  if (!is_compared (aligner, index, ref))
    {
      g_set_error (error, PLX_REPORT_ERROR, PLX_REPORT_ERROR_NO_SENTENCE,
                   _ ("article %u has no sentence %u.%u that is compared; headings and captions are not"), index + 1,
                   ref.paragraph, ref.sentence);
      return FALSE;
    }
  paragraph = plx_article_get_paragraph (article, ref.paragraph);
  text = plx_paragraph_dup_text (paragraph, g_array_index (paragraph->sentences, PlxSpan, ref.sentence - 1));
  plx_text_layout_wrap (lines, heading, PLX_LOOK_CYAN, NULL, 0, style);
  plx_text_layout_wrap (lines, text, PLX_LOOK_PLAIN, NULL, 2, style);
  plx_text_layout_print (out, lines);
  g_string_append_c (out, '\n');

  return TRUE;
}

/* A number with two digits; what is none with them has no sign. */
static char *
dup_number (const char *format, double number)
{
  char buffer[32];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, format, fabs (number) < 0.005 ? 0 : number));
}

static void
print_feature (GString *out, const char *name, const char *value, double contribution, const char *meaning)
{
  g_autofree char *added = dup_number ("%+.2f", contribution);

  g_string_append_printf (out, "  %-14s %8s %8s  %s\n", name, value, added, meaning);
}

/**
 * plx_report_explanation_to_text:
 * @annotations: (element-type PlxAnnotation): the articles that are compared, two or more
 * @entities: the entities joined from them
 * @left: a sentence of the first article
 * @right: a sentence of the second
 * @style: how to set the report
 * @error: set to a #PlxReportError when an article has no such sentence
 *
 * Writes for a terminal why two sentences are linked or why not: the score and its threshold, and what every feature
 * adds to the log-odds of the score.
 *
 * Returns: (transfer full) (nullable): UTF-8
 */
char *
plx_report_explanation_to_text (GPtrArray *annotations, PlxEntities *entities, PlxSentenceRef left,
                                PlxSentenceRef right, const PlxTextStyle *style, GError **error)
{
  g_autoptr (PlxAligner) aligner = plx_aligner_new (annotations, entities);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GArray) explanations = NULL;
  double score, threshold = plx_similarity_get_threshold ();

  g_return_val_if_fail (annotations->len >= 2, NULL);

  if (!print_sentence (out, aligner, annotations, 0, left, style, error)
      || !print_sentence (out, aligner, annotations, 1, right, style, error))
    return NULL;

  explanations = plx_aligner_explain (aligner, 0, left, 1, right, &score);
  if (explanations->len == 0)
    {
      g_string_append (out, _ ("Not linked: they have too little in common to be compared."));
      g_string_append_c (out, '\n');
      return g_string_free (g_steal_pointer (&out), FALSE);
    }

  g_string_append_printf (out,
                          score >= threshold ? _ ("Linked: the score is %.2f, and %.2f is enough.")
                                             : _ ("Not linked: the score is %.2f, and %.2f would be enough."),
                          score, threshold);
  g_string_append (out, "\n\n");
  /* Translators: heads of columns. The middle one is a number, the last one what it adds to the score. */
  g_string_append_printf (out, "  %-14s %8s %8s\n", _ ("Feature"), _ ("Value"), _ ("Adds"));
  for (guint i = 0; i < explanations->len; i++)
    {
      const PlxExplanation *explanation = &g_array_index (explanations, PlxExplanation, i);
      g_autofree char *value = dup_number ("%.2f", explanation->value);

      print_feature (out, explanation->feature, value, explanation->contribution, meaning_of (explanation->feature));
    }
  print_feature (out, "constant", "", plx_similarity_get_constant (), _ ("the same for all sentences"));
  g_string_append_printf (out, "\n%s\n", _ ("What is added makes the logarithm of the odds of the score."));

  return g_string_free (g_steal_pointer (&out), FALSE);
}
