/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-background.h"

#include <math.h>
#include <string.h>

#include "engine/plx-data-file.h"

#define BACKGROUND_FILE "models/frequencies.en.tsv"

/* The table: "#units N" on the first line, then a line "stem<tab>count" a stem, sorted by the bytes of the stem. */
typedef struct
{
  GMappedFile *file;
  const char *lines;
  const char *end;
  double units;
} Background;

static gpointer
load_background (gpointer data)
{
  Background *background = g_new0 (Background, 1);
  g_autoptr (GError) error = NULL;
  const char *text;

  (void)data;
  background->file = plx_data_file_map (BACKGROUND_FILE, &error);
  background->units = 1;
  if (background->file == NULL)
    {
      g_message ("No word frequencies, every word weighs the same: %s", error->message);
      return background;
    }

  text = g_mapped_file_get_contents (background->file);
  background->end = text + g_mapped_file_get_length (background->file);
  background->lines = background->end > text ? memchr (text, '\n', background->end - text) : NULL;
  if (background->lines != NULL && g_str_has_prefix (text, "#units "))
    {
      background->lines++;
      background->units = MAX (g_ascii_strtoull (text + strlen ("#units "), NULL, 10), 1);
    }
  else
    background->lines = background->end;

  return background;
}

/* How many background units hold the stem: binary search over the bytes of the mapped file. */
static guint64
count_of (const Background *background, const char *stem)
{
  const char *low = background->lines, *high = background->end;
  gsize length = strlen (stem);

  while (low < high)
    {
      const char *line = low + (high - low) / 2;
      const char *tab, *next;
      int order;

      while (line > low && line[-1] != '\n')
        line--;
      tab = memchr (line, '\t', high - line);
      next = memchr (line, '\n', high - line);
      if (tab == NULL || next == NULL || next < tab)
        return 0;
      order = memcmp (stem, line, MIN (length, (gsize)(tab - line)));
      if (order == 0)
        order = length < (gsize)(tab - line) ? -1 : length > (gsize)(tab - line);
      if (order == 0)
        return g_ascii_strtoull (tab + 1, NULL, 10);
      if (order < 0)
        high = line;
      else
        low = next + 1;
    }
  return 0;
}

/**
 * plx_background_get_idf:
 * @stem: a folded word's stem, as plx_stemmer_stem() gives it for English
 *
 * How rare a word is in news at large: the inverse document frequency (Spärck Jones 1972) ln((N+1)/(n+1)), where n of
 * the table's N sentences hold the stem. A stem the table does not have is the rarest. Safe from any thread.
 *
 * Returns: the weight, about 0 for "the" up to about 10
 */
double
plx_background_get_idf (const char *stem)
{
  static GOnce once = G_ONCE_INIT;
  const Background *background = g_once (&once, load_background, NULL);

  return log ((background->units + 1) / (count_of (background, stem) + 1.0));
}
