/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Fits the weights of the extraction of articles from pages, and tells how well they do.
 *
 *   fit-html [--half=0|1] DIR[=WEIGHT]... > src/engine/import/plx-html-weights.h
 *
 * Each DIR holds pages, ID.html, and gold.json: an object of objects, by ID, with the text of the article as
 * "main_content". A line of a page belongs to the article when its words stand in that text. Every page counts the
 * same, or WEIGHT times as much. With --half only the pages of one half, told by the checksum of their IDs, are fitted
 * to.
 */
#include "config.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "engine/import/plx-html-decode.h"
#include "engine/import/plx-html-metadata.h"
#include "engine/import/plx-html-score.h"

#define SHINGLE        4
#define KEEP           0.42
#define LINE_ROUNDS    500
#define LINE_DECAY     0.0003
#define CONTEXT_ROUNDS 1000
#define CONTEXT_DECAY  0.001

typedef struct
{
  guint half;
  double weight;
  PlxHtmlDocument *document;
  GArray *blocks;
  GArray *candidates;
  PlxHtmlMetadata *metadata;
  PlxHtmlPage page;
  PlxHtmlFeatureTable *table;
  float *contexts;
  float *labels;
  float *weights;
  GPtrArray *gold;
} Sample;

static const char *const line_names[] = {
#define FEATURE(name) #name,
  PLX_HTML_FEATURES (FEATURE)
#undef FEATURE
};

static const char *const context_names[] = {
#define CONTEXT(name) #name,
  PLX_HTML_CONTEXTS (CONTEXT)
#undef CONTEXT
};

static GPtrArray *
words_of (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autofree char *lower = g_utf8_strdown (normal, -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = NULL;

  for (const char *p = lower;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean letter = c == '_' || g_unichar_isalnum (c);

      if (letter && start == NULL)
        start = p;
      if (!letter && start != NULL)
        {
          g_ptr_array_add (words, g_strndup (start, p - start));
          start = NULL;
        }
      if (c == '\0')
        return words;
    }
}

/* The words from @first on, @n of them, with a space before and after each. */
static char *
join (GPtrArray *words, guint first, guint n)
{
  GString *joined = g_string_new (" ");

  for (guint i = first; i < first + n; i++)
    g_string_append_printf (joined, "%s ", (const char *)g_ptr_array_index (words, i));
  return g_string_free (joined, FALSE);
}

static void
count (GHashTable *counts, char *key, int n)
{
  g_hash_table_insert (counts, key, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, key)) + n));
}

static guint
count_in (const char *text, const char *part)
{
  guint n = 0;

  /* Neighbours share the space between them. */
  for (const char *p = text; (p = strstr (p, part)) != NULL; p += strlen (part) - 1)
    n++;
  return n;
}

static gboolean
mostly_in (GPtrArray *words, GHashTable *shingles)
{
  guint n = 0;

  for (guint i = 0; i + SHINGLE <= words->len; i++)
    {
      g_autofree char *shingle = join (words, i, SHINGLE);

      n += g_hash_table_contains (shingles, shingle);
    }
  return n > 0 && n * 10 >= (words->len - SHINGLE + 1) * 6;
}

/* Of lines with the same words those are taken for the article's that are shown and are no links. */
static void
label (Sample *sample, const char *content)
{
  g_autofree char *gold = join (sample->gold, 0, sample->gold->len);
  g_autoptr (GHashTable) shingles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) gold_lines = g_strsplit (content, "\n", -1);
  double outside = 0;

  for (guint i = 0; i + SHINGLE <= sample->gold->len; i++)
    g_hash_table_add (shingles, join (sample->gold, i, SHINGLE));
  for (guint i = 0; gold_lines[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) words = words_of (gold_lines[i] + strspn (gold_lines[i], "-*0123456789.) "));

      count (lines, join (words, 0, words->len), 1);
    }
  for (guint pass = 0; pass < 4; pass++)
    for (guint i = 0; i < sample->blocks->len; i++)
      {
        const PlxHtmlBlock *block = &g_array_index (sample->blocks, PlxHtmlBlock, i);
        g_autoptr (GPtrArray) words = words_of (block->text);
        g_autofree char *key = join (words, 0, words->len);
        gboolean linked = block->n_link_chars * 2 > block->n_chars;
        guint n_gold;

        sample->weights[i] = (words->len + 1.5) / MAX (sample->gold->len, 30);
        if (pass != (block->hidden ? 2u : 0u) + (linked ? 1u : 0u) || words->len == 0)
          continue;
        if (words->len < SHINGLE)
          n_gold = GPOINTER_TO_INT (g_hash_table_lookup (lines, key));
        else
          n_gold = MAX (count_in (gold, key), mostly_in (words, shingles) ? 1u : 0u);
        if (GPOINTER_TO_UINT (g_hash_table_lookup (used, key)) >= n_gold)
          continue;
        count (used, g_strdup (key), 1);
        sample->labels[i] = 1;
      }
  for (guint i = 0; i < sample->blocks->len; i++)
    outside += sample->labels[i] > 0 ? 0 : sample->weights[i];
  for (guint i = 0; i < sample->blocks->len; i++)
    {
      /* Pages with much around the article count little more than others. */
      if (sample->labels[i] == 0 && outside > 2)
        sample->weights[i] *= pow (2 / outside, 0.7);
      if (g_array_index (sample->blocks, PlxHtmlBlock, i).hidden)
        sample->weights[i] *= 0.2f;
      sample->weights[i] *= sample->weight;
    }
}

static void
read_page (GPtrArray *samples, const char *folder, const char *id, const char *content, double weight)
{
  g_autofree char *name = g_strconcat (id, ".html", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_MD5, id, -1);
  g_autofree char *html = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize length;
  Sample *sample;

  if (*content == '\0' || !g_file_get_contents (path, &data, &length, NULL))
    return;
  bytes = g_bytes_new_take (data, length);
  html = plx_html_decode (bytes, &length);
  sample = g_new0 (Sample, 1);
  sample->half = g_ascii_xdigit_value (checksum[31]) % 2;
  sample->weight = weight;
  sample->document = plx_html_document_new (html, length, NULL);
  sample->blocks = plx_html_blocks_new (sample->document);
  sample->candidates = plx_html_candidates_new (sample->document, sample->blocks);
  sample->metadata = plx_html_metadata_new (sample->candidates, sample->blocks);
  sample->page = (PlxHtmlPage){ sample->document, sample->blocks, sample->metadata->title, sample->metadata->byline,
                                sample->metadata->body };
  sample->table = plx_html_feature_table_new (&sample->page);
  sample->labels = g_new0 (float, sample->blocks->len + 1);
  sample->weights = g_new0 (float, sample->blocks->len + 1);
  sample->gold = words_of (content);
  label (sample, content);
  g_ptr_array_add (samples, sample);
}

static void
read_folder (GPtrArray *samples, const char *argument)
{
  g_auto (GStrv) parts = g_strsplit (argument, "=", 2);
  g_autofree char *path = g_build_filename (parts[0], "gold.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GList) ids = NULL;
  JsonObject *gold;

  if (!json_parser_load_from_file (parser, path, &error))
    g_error ("%s", error->message);
  gold = json_node_get_object (json_parser_get_root (parser));
  ids = json_object_get_members (gold);
  for (GList *id = ids; id != NULL; id = id->next)
    read_page (samples, parts[0], id->data,
               json_object_get_string_member (json_object_get_object_member (gold, id->data), "main_content"),
               parts[1] != NULL ? g_ascii_strtod (parts[1], NULL) : 1);
}

static double
evidence (const double *theta, const float *values, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += theta[i] * values[i];
  return sum;
}

/* Logistic regression with weight decay, by Adam (D. Kingma and J. Ba, 2015) over all lines at once. */
static double *
fit (GPtrArray *samples, int half, gboolean contexts, guint n, guint rounds, double decay)
{
  double *theta = g_new0 (double, n);
  g_autofree double *gradient = g_new0 (double, n);
  g_autofree double *mean = g_new0 (double, n);
  g_autofree double *square = g_new0 (double, n);

  for (guint round = 1; round <= rounds; round++)
    {
      double total = 0;

      memset (gradient, 0, n * sizeof *gradient);
      for (guint s = 0; s < samples->len; s++)
        {
          const Sample *sample = g_ptr_array_index (samples, s);

          for (guint i = 0; i < sample->blocks->len && (half < 0 || (int)sample->half == half); i++)
            {
              const float *values = (contexts ? sample->contexts : sample->table->values) + (gsize)i * n;
              double p = 1 / (1 + exp (-evidence (theta, values, n)));
              double error = (p - sample->labels[i]) * sample->weights[i];

              total += sample->weights[i];
              for (guint j = 0; j < n; j++)
                gradient[j] += error * values[j];
            }
        }
      for (guint j = 0; j < n; j++)
        {
          double g = gradient[j] / total + (j > 0 ? decay * theta[j] : 0);

          mean[j] = 0.9 * mean[j] + 0.1 * g;
          square[j] = 0.999 * square[j] + 0.001 * g * g;
          theta[j] -= 0.1 * (1 - 0.95 * round / rounds) * (mean[j] / (1 - pow (0.9, round)))
                      / (sqrt (square[j] / (1 - pow (0.999, round))) + 1e-8);
        }
    }
  return theta;
}

static double
word_f1 (const Sample *sample, const double *theta)
{
  g_autoptr (GHashTable) gold = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_kept = 0;
  guint n_right = 0;

  for (guint i = 0; i < sample->gold->len; i++)
    count (gold, g_ptr_array_index (sample->gold, i), 1);
  for (guint i = 0; i < sample->blocks->len; i++)
    {
      const PlxHtmlBlock *block = &g_array_index (sample->blocks, PlxHtmlBlock, i);
      const float *values = sample->contexts + (gsize)i * PLX_HTML_N_CONTEXTS;
      g_autoptr (GPtrArray) words = NULL;

      if (block->hidden || 1 / (1 + exp (-evidence (theta, values, PLX_HTML_N_CONTEXTS))) < KEEP)
        continue;
      words = words_of (block->text);
      n_kept += words->len;
      for (guint j = 0; j < words->len; j++)
        {
          char *key;
          gpointer n;

          if (g_hash_table_lookup_extended (gold, g_ptr_array_index (words, j), (gpointer *)&key, &n)
              && GPOINTER_TO_INT (n) > 0)
            {
              n_right++;
              count (gold, key, -1);
            }
        }
    }
  return n_kept + sample->gold->len > 0 ? 2.0 * n_right / (n_kept + sample->gold->len) : 0;
}

static void
score_lines (Sample *sample, const double *theta)
{
  g_autofree float *scores = g_new (float, sample->blocks->len + 1);

  for (guint i = 0; i < sample->blocks->len; i++)
    scores[i] =
        1 / (1 + exp (-evidence (theta, sample->table->values + (gsize)i * PLX_HTML_N_FEATURES, PLX_HTML_N_FEATURES)));
  sample->contexts = plx_html_score_contexts (&sample->page, sample->table, scores);
}

static void
print_weights (const double *lines, const double *contexts)
{
  g_print ("/* SPDX-License-Identifier: GPL-3.0-or-later */\n#pragma once\n\n"
           "#include \"engine/import/plx-html-score.h\"\n\n"
           "/* Written by tests/bench/fit-html; tests/bench/extract.md tells what to and how well they do. */\n"
           "static const float line_weights[PLX_HTML_N_FEATURES] = {\n");
  for (guint i = 0; i < G_N_ELEMENTS (line_names); i++)
    g_print ("  [PLX_HTML_FEATURE_%s] = %.3ff,\n", line_names[i], lines[i]);
  for (guint i = 0; i < 2 * PLX_HTML_N_ROLES; i++)
    g_print ("  [PLX_HTML_FEATURE_%s_ROLES + %u] = %.3ff,\n", i < PLX_HTML_N_ROLES ? "NEAR" : "FAR",
             i % PLX_HTML_N_ROLES, lines[G_N_ELEMENTS (line_names) + i]);
  g_print ("};\n\nstatic const float context_weights[PLX_HTML_N_CONTEXTS] = {\n");
  for (guint i = 0; i < G_N_ELEMENTS (context_names); i++)
    g_print ("  [PLX_HTML_CONTEXT_%s] = %.3ff,\n", context_names[i], contexts[i]);
  g_print ("};\n");
}

int
main (int argc, char **argv)
{
  int half = -1;
  const GOptionEntry entries[] = {
    { "half", 0, 0, G_OPTION_ARG_INT, &half, "Fit to one half of the pages only", "0|1" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("DIR[=WEIGHT]…");
  g_autoptr (GError) error = NULL;
  g_autofree double *lines = NULL;
  g_autofree double *contexts = NULL;
  g_autoptr (GPtrArray) samples = g_ptr_array_new ();

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc < 2)
    {
      g_printerr ("fit-html: %s\n", error != NULL ? error->message : "a folder is needed");
      return 2;
    }
  for (int i = 1; i < argc; i++)
    read_folder (samples, argv[i]);

  lines = fit (samples, half, FALSE, PLX_HTML_N_FEATURES, LINE_ROUNDS, LINE_DECAY);
  for (guint i = 0; i < samples->len; i++)
    score_lines (g_ptr_array_index (samples, i), lines);
  contexts = fit (samples, half, TRUE, PLX_HTML_N_CONTEXTS, CONTEXT_ROUNDS, CONTEXT_DECAY);

  for (guint h = 0; h < 2; h++)
    {
      double sum[2] = { 0 };
      guint n[2] = { 0 };

      for (guint i = 0; i < samples->len; i++)
        {
          const Sample *sample = g_ptr_array_index (samples, i);
          guint folder = sample->weight != 1;

          if (sample->half != h)
            continue;
          sum[folder] += word_f1 (sample, contexts);
          n[folder]++;
        }
      for (guint i = 0; i < 2; i++)
        if (n[i] > 0)
          g_printerr ("half %u, %s: word F1 %.4f over %u pages\n", h, i == 0 ? "full weight" : "other weights",
                      sum[i] / n[i], n[i]);
    }
  print_weights (lines, contexts);

  return 0;
}
