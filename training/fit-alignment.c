/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "fit-alignment"

#include "config.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "engine/compare/plx-similarity.h"
#include "engine/import/plx-import.h"

/* Fits the weights of PlxFeature to labelled pairs of articles.
 *
 *   fit-alignment [-o src/engine/compare/plx-similarity-weights.h] DIR…
 *
 * Each folder has left.txt and right.txt, a unit a line, and align.json with links and optional links between lines.
 * Logistic regression with a penalty on the squares of the weights, by Newton's method. First each story (the "triple"
 * in meta.json; the folders without one are one story) is left out in turn and scored by weights and a threshold fitted
 * to the others; that gives the figures printed. Then the weights are fitted to all. */

#define N_FEATURES PLX_N_FEATURES
#define N_WEIGHTS  (N_FEATURES + 1)
#define PENALTY    1.0

/* Two lines that are linked, or not, with the sentences of them that are most alike. */
typedef struct
{
  guint pair;
  double x[N_WEIGHTS];
  gboolean linked;
  double probability;
} Instance;

typedef struct
{
  char *folder;
  char *story;
  GHashTable *links;
  GHashTable *optional;
  GArray *similarities;
  PlxUnits *units;
} Pair;

typedef struct
{
  guint right;
  guint found;
  guint linked;
} Counts;

static gpointer
cell_key (guint left, guint right)
{
  return GSIZE_TO_POINTER ((gsize)left << 32 | right);
}

static GHashTable *
read_cells (JsonObject *object, const char *member)
{
  GHashTable *cells = g_hash_table_new (NULL, NULL);
  JsonArray *links = json_object_has_member (object, member) ? json_object_get_array_member (object, member) : NULL;

  for (guint l = 0; links != NULL && l < json_array_get_length (links); l++)
    {
      JsonObject *link = json_array_get_object_element (links, l);
      JsonArray *left = json_object_get_array_member (link, "left");
      JsonArray *right = json_object_get_array_member (link, "right");

      for (guint i = 0; i < json_array_get_length (left); i++)
        for (guint j = 0; j < json_array_get_length (right); j++)
          g_hash_table_add (cells,
                            cell_key (json_array_get_int_element (left, i), json_array_get_int_element (right, j)));
    }

  return cells;
}

static JsonParser *
parse_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  JsonParser *parser = json_parser_new ();

  if (!json_parser_load_from_file (parser, path, NULL))
    g_clear_object (&parser);
  return parser;
}

static Pair *
read_pair (const char *folder)
{
  g_autoptr (JsonParser) labels = parse_file (folder, "align.json");
  g_autoptr (JsonParser) meta = parse_file (folder, "meta.json");
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_annotation_unref);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PlxImportResult) result = NULL;
  g_autoptr (PlxEntities) entities = NULL;
  JsonObject *object;
  Pair *pair;

  if (labels == NULL)
    return NULL;
  g_ptr_array_add (files, g_file_new_build_filename (folder, "left.txt", NULL));
  g_ptr_array_add (files, g_file_new_build_filename (folder, "right.txt", NULL));
  result = plx_import_files (files, PLX_IMPORT_AS_LINES, NULL, NULL, NULL);
  if (result->articles->len != 2)
    return NULL;
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (annotations, plx_annotation_new (g_ptr_array_index (result->articles, i)));

  pair = g_new0 (Pair, 1);
  pair->folder = g_path_get_basename (folder);
  pair->story = g_strdup ("");
  if (meta != NULL && json_object_has_member (json_node_get_object (json_parser_get_root (meta)), "triple"))
    {
      g_free (pair->story);
      pair->story =
          g_strdup (json_object_get_string_member (json_node_get_object (json_parser_get_root (meta)), "triple"));
    }
  object = json_node_get_object (json_parser_get_root (labels));
  pair->links = read_cells (object, "links");
  pair->optional = read_cells (object, "optional");
  entities = plx_entities_join (annotations);
  pair->units = plx_units_new (annotations, entities);
  pair->similarities = plx_similarity_of_articles (pair->units, 0, 1, NULL, NULL);

  return pair;
}

static void
pair_free (Pair *pair)
{
  g_free (pair->folder);
  g_free (pair->story);
  g_hash_table_unref (pair->links);
  g_hash_table_unref (pair->optional);
  g_array_unref (pair->similarities);
  plx_units_free (pair->units);
  g_free (pair);
}

static double
log_odds (const double *weights, const double *x)
{
  double z = 0;

  for (guint i = 0; i < N_WEIGHTS; i++)
    z += weights[i] * x[i];
  return z;
}

/* Adds an instance for every two lines: the sentences of them that @weights scores highest. */
static void
add_instances (GArray *instances, const Pair *pair, guint index, const double *weights)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  const PlxArticleUnits *left = plx_units_get_article (pair->units, 0);
  const PlxArticleUnits *right = plx_units_get_article (pair->units, 1);

  for (guint i = 0; i < pair->similarities->len; i++)
    {
      const PlxSimilarity *similarity = &g_array_index (pair->similarities, PlxSimilarity, i);
      gpointer key = cell_key (g_array_index (left->units, PlxUnit, similarity->left).ref.paragraph,
                               g_array_index (right->units, PlxUnit, similarity->right).ref.paragraph);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));
      Instance instance = { .pair = index, .linked = g_hash_table_contains (pair->links, key) };

      if (!instance.linked && g_hash_table_contains (pair->optional, key))
        continue;
      for (guint f = 0; f < N_FEATURES; f++)
        instance.x[f] = similarity->features[f];
      instance.x[N_FEATURES] = 1;
      if (place == 0)
        {
          g_array_append_val (instances, instance);
          g_hash_table_insert (places, key, GUINT_TO_POINTER (instances->len));
        }
      else if (log_odds (weights, instance.x) > log_odds (weights, g_array_index (instances, Instance, place - 1).x))
        g_array_index (instances, Instance, place - 1) = instance;
    }
}

/* Solves a·x = b for a symmetric positive definite a by Gaussian elimination; x replaces b. */
static void
solve (double a[N_WEIGHTS][N_WEIGHTS], double *b)
{
  for (guint k = 0; k < N_WEIGHTS; k++)
    for (guint i = k + 1; i < N_WEIGHTS; i++)
      {
        double factor = a[i][k] / a[k][k];

        for (guint j = k; j < N_WEIGHTS; j++)
          a[i][j] -= factor * a[k][j];
        b[i] -= factor * b[k];
      }
  for (guint k = N_WEIGHTS; k-- > 0;)
    {
      for (guint j = k + 1; j < N_WEIGHTS; j++)
        b[k] -= a[k][j] * b[j];
      b[k] /= a[k][k];
    }
}

/* Fits weights to the instances of all pairs but those whose flag in @held_out is set. */
static void
fit (const GArray *instances, const gboolean *held_out, double *weights)
{
  double mean[N_FEATURES] = { 0 }, deviation[N_FEATURES] = { 0 }, n = 0;

  for (guint i = 0; i < instances->len; i++)
    {
      const Instance *instance = &g_array_index (instances, Instance, i);

      if (held_out[instance->pair])
        continue;
      n++;
      for (guint f = 0; f < N_FEATURES; f++)
        {
          mean[f] += instance->x[f];
          deviation[f] += instance->x[f] * instance->x[f];
        }
    }
  for (guint f = 0; f < N_FEATURES; f++)
    {
      mean[f] /= n;
      deviation[f] = sqrt (MAX (deviation[f] / n - mean[f] * mean[f], 1e-12));
    }

  memset (weights, 0, N_WEIGHTS * sizeof *weights);
  for (guint round = 0; round < 12; round++)
    {
      double gradient[N_WEIGHTS] = { 0 }, hessian[N_WEIGHTS][N_WEIGHTS] = { { 0 } };

      for (guint i = 0; i < instances->len; i++)
        {
          const Instance *instance = &g_array_index (instances, Instance, i);
          double x[N_WEIGHTS], p;

          if (held_out[instance->pair])
            continue;
          for (guint f = 0; f < N_FEATURES; f++)
            x[f] = (instance->x[f] - mean[f]) / deviation[f];
          x[N_FEATURES] = 1;
          p = 1 / (1 + exp (-log_odds (weights, x)));
          for (guint f = 0; f < N_WEIGHTS; f++)
            {
              gradient[f] += (p - instance->linked) * x[f];
              for (guint g = 0; g < N_WEIGHTS; g++)
                hessian[f][g] += p * (1 - p) * x[f] * x[g];
            }
        }
      for (guint f = 0; f < N_WEIGHTS; f++)
        {
          gradient[f] += f < N_FEATURES ? PENALTY * weights[f] : 0;
          hessian[f][f] += f < N_FEATURES ? PENALTY : 1e-6;
        }
      solve (hessian, gradient);
      for (guint f = 0; f < N_WEIGHTS; f++)
        weights[f] -= gradient[f];
    }

  for (guint f = 0; f < N_FEATURES; f++)
    {
      weights[f] /= deviation[f];
      weights[N_FEATURES] -= weights[f] * mean[f];
    }
}

static Counts
count (const GArray *instances, const gboolean *of_pairs, gboolean wanted, double threshold)
{
  Counts counts = { 0 };

  for (guint i = 0; i < instances->len; i++)
    {
      const Instance *instance = &g_array_index (instances, Instance, i);

      if (of_pairs[instance->pair] != wanted)
        continue;
      counts.found += instance->probability >= threshold;
      counts.linked += instance->linked;
      counts.right += instance->linked && instance->probability >= threshold;
    }
  return counts;
}

static double
f1 (Counts counts)
{
  return counts.found + counts.linked > 0 ? 2.0 * counts.right / (counts.found + counts.linked) : 0;
}

static void
score_instances (GArray *instances, const double *weights)
{
  for (guint i = 0; i < instances->len; i++)
    {
      Instance *instance = &g_array_index (instances, Instance, i);

      instance->probability = 1 / (1 + exp (-log_odds (weights, instance->x)));
    }
}

/* The best threshold by F1 over the pairs not held out; neighbouring thresholds count too, so that a chance peak does
 * not win. */
static double
best_threshold (const GArray *instances, const gboolean *held_out)
{
  double best = 0.3, best_f1 = 0;

  for (double t = 0.20; t < 0.56; t += 0.02)
    {
      double mean = f1 (count (instances, held_out, FALSE, t - 0.02)) + f1 (count (instances, held_out, FALSE, t))
                    + f1 (count (instances, held_out, FALSE, t + 0.02));

      if (mean > best_f1)
        {
          best = t;
          best_f1 = mean;
        }
    }
  return best;
}

static void
print_calibration (const GArray *instances)
{
  for (guint bin = 0; bin < 10; bin++)
    {
      double sum = 0;
      guint n = 0, linked = 0;

      for (guint i = 0; i < instances->len; i++)
        {
          const Instance *instance = &g_array_index (instances, Instance, i);

          if (MIN ((guint)(instance->probability * 10), 9) != bin)
            continue;
          n++;
          linked += instance->linked;
          sum += instance->probability;
        }
      if (n > 0)
        g_printerr ("scored %.2f on average: %u pairs, %.2f right\n", sum / n, n, (double)linked / n);
    }
}

static void
cross_validate (GPtrArray *pairs, const GArray *instances)
{
  g_autofree gboolean *held_out = g_new0 (gboolean, pairs->len);
  g_autofree gboolean *alone = g_new0 (gboolean, pairs->len);
  g_autofree gboolean *done = g_new0 (gboolean, pairs->len);
  g_autoptr (GArray) scored = g_array_new (FALSE, FALSE, sizeof (Instance));
  Counts all = { 0 };
  double loss = 0;

  for (guint k = 0; k < pairs->len; k++)
    {
      g_autoptr (GArray) copy = g_array_copy ((GArray *)instances);
      const Pair *out = g_ptr_array_index (pairs, k);
      double weights[N_WEIGHTS], threshold;

      if (done[k])
        continue;
      for (guint p = 0; p < pairs->len; p++)
        {
          held_out[p] = g_str_equal (((Pair *)g_ptr_array_index (pairs, p))->story, out->story);
          done[p] |= held_out[p];
        }
      fit (copy, held_out, weights);
      score_instances (copy, weights);
      threshold = best_threshold (copy, held_out);
      for (guint p = 0; p < pairs->len; p++)
        if (held_out[p])
          {
            const Pair *pair = g_ptr_array_index (pairs, p);
            Counts counts;

            memset (alone, 0, pairs->len * sizeof *alone);
            alone[p] = TRUE;
            counts = count (copy, alone, TRUE, threshold);
            counts.linked = g_hash_table_size (pair->links);
            g_printerr ("%-16s threshold %.2f F1 %.3f\n", pair->folder, threshold, f1 (counts));
            all.right += counts.right;
            all.found += counts.found;
            all.linked += counts.linked;
          }
      for (guint i = 0; i < copy->len; i++)
        {
          const Instance *instance = &g_array_index (copy, Instance, i);

          if (held_out[instance->pair])
            {
              loss -= log (MAX (instance->linked ? instance->probability : 1 - instance->probability, 1e-9));
              g_array_append_val (scored, *instance);
            }
        }
    }
  print_calibration (scored);
  g_printerr ("left out in turn: P %.3f R %.3f F1 %.4f, log loss %.1f\n", (double)all.right / MAX (all.found, 1),
              (double)all.right / MAX (all.linked, 1), f1 (all), loss);
}

static gboolean
write_weights (const char *path, const double *weights, double threshold, GError **error)
{
  g_autoptr (GString) out = g_string_new ("/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
                                          "/* Made by training/fit-alignment; do not edit. */\n"
                                          "#pragma once\n\n");

  g_string_append_printf (out,
                          "/* Two sentences are linked from this score on: where the F1 of links is highest. */\n"
                          "#define PLX_LINK_THRESHOLD %.2f\n\n",
                          threshold);
  g_string_append (out, "/* By PlxFeature, then the constant. */\n"
                        "static const double plx_similarity_weights[] = {\n");
  for (guint f = 0; f < N_WEIGHTS; f++)
    g_string_append_printf (out, "  %.6g, /* %s */\n", weights[f],
                            f < N_FEATURES ? plx_feature_to_string (f) : "constant");
  g_string_append (out, "};\n");

  return g_file_set_contents (path, out->str, out->len, error);
}

int
main (int argc, char **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Write the weights to this header", "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("DIR…");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify)pair_free);
  g_autofree gboolean *none = NULL;
  g_autoptr (GArray) instances = g_array_new (FALSE, FALSE, sizeof (Instance));
  double weights[N_WEIGHTS] = { 0 }, threshold;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  for (int i = 1; i < argc; i++)
    {
      Pair *pair = read_pair (argv[i]);

      if (pair == NULL)
        {
          g_printerr ("%s: no labelled pair\n", argv[i]);
          return 1;
        }
      g_ptr_array_add (pairs, pair);
    }
  none = g_new0 (gboolean, pairs->len);

  /* Which sentences stand for their lines depends on the weights, so a second fit follows the first. */
  weights[PLX_FEATURE_COSINE] = 1;
  for (guint round = 0; round < 3; round++)
    {
      g_array_set_size (instances, 0);
      for (guint p = 0; p < pairs->len; p++)
        add_instances (instances, g_ptr_array_index (pairs, p), p, weights);
      if (round == 2)
        cross_validate (pairs, instances);
      fit (instances, none, weights);
    }

  score_instances (instances, weights);
  threshold = best_threshold (instances, none);
  g_printerr ("all: threshold %.2f F1 %.4f\n", threshold, f1 (count (instances, none, FALSE, threshold)));
  for (guint f = 0; f < N_WEIGHTS; f++)
    g_printerr ("%-14s %8.4f\n", f < N_FEATURES ? plx_feature_to_string (f) : "constant", weights[f]);

  if (output != NULL && !write_weights (output, weights, threshold, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}
