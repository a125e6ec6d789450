/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-report"

#include "config.h"

#include "engine/report/plx-report-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "engine/report/plx-report-words.h"
#include "engine/text/plx-normalize.h"

/* Columns narrower than this are hard to read: the articles are set below each other then. */
#define MIN_COLUMN 26
#define MAX_COLUMN 72
/* " │ " */
#define GAP 3

typedef struct
{
  const PlxRows *rows;
  PlxComparison *comparison;
  const PlxTextStyle *style;
  /* What each column is called, no two alike. */
  GPtrArray *labels;
  GString *out;
} Report;

static PlxArticle *
article_of (const Report *report, guint column)
{
  return plx_comparison_get_article (report->comparison, plx_rows_get_article (report->rows, column));
}

static GPtrArray *
list_labels (const Report *report)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);
  guint n = plx_rows_get_n_columns (report->rows);

  for (guint c = 0; c < n; c++)
    {
      g_autofree char *label = plx_article_dup_label (article_of (report, c));
      guint before = 0, all = 0;

      for (guint d = 0; d < n; d++)
        {
          g_autofree char *other = plx_article_dup_label (article_of (report, d));

          if (strcmp (label, other) == 0)
            {
              all++;
              before += d < c;
            }
        }
      g_ptr_array_add (labels, all > 1 ? g_strdup_printf ("%s (%u)", label, before + 1) : g_strdup (label));
    }

  return labels;
}

static guint
count_damaged_paragraphs (const GArray *defects)
{
  g_autoptr (GHashTable) paragraphs = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < defects->len; i++)
    g_hash_table_add (paragraphs, GUINT_TO_POINTER (g_array_index (defects, PlxDefect, i).paragraph));
  return g_hash_table_size (paragraphs);
}

/* "20 paragraphs · 9 same words · 7 reworded · 4 only here · 1 damaged" */
static char *
dup_counts (const Report *report, guint column)
{
  PlxArticle *article = article_of (report, column);
  const GArray *defects = plx_annotation_get_defects (
      plx_comparison_get_annotation (report->comparison, plx_rows_get_article (report->rows, column)));
  GString *out = g_string_new (NULL);
  guint n = plx_article_get_n_paragraphs (article);
  guint counts[5];

  plx_rows_count_states (report->rows, column, counts);
  g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, "%u paragraph", "%u paragraphs", n), n);
  if (counts[PLX_PASSAGE_SHARED] > 0)
    g_string_append_printf (out, _ (" · %u in the same words"), counts[PLX_PASSAGE_SHARED]);
  if (counts[PLX_PASSAGE_REWORDED] > 0)
    g_string_append_printf (out, _ (" · %u reworded"), counts[PLX_PASSAGE_REWORDED]);
  if (counts[PLX_PASSAGE_PARTIAL] > 0)
    g_string_append_printf (out, _ (" · %u in part"), counts[PLX_PASSAGE_PARTIAL]);
  if (counts[PLX_PASSAGE_ONLY_HERE] > 0)
    g_string_append_printf (out, _ (" · %u only here"), counts[PLX_PASSAGE_ONLY_HERE]);
  if (defects->len > 0)
    g_string_append_printf (out, _ (" · %u damaged"), count_damaged_paragraphs (defects));

  return g_string_free (out, FALSE);
}

static void
add_head (const Report *report, guint column, GPtrArray *lines, const PlxTextStyle *style)
{
  PlxArticle *article = article_of (report, column);
  g_autofree char *origin = plx_report_dup_origin (article);
  g_autofree char *counts = dup_counts (report, column);

  plx_text_layout_wrap (lines, g_ptr_array_index (report->labels, column), PLX_LOOK_CYAN, NULL, 0, style);
  if (plx_article_get_title (article) != NULL)
    plx_text_layout_wrap (lines, plx_article_get_title (article), PLX_LOOK_BOLD, NULL, 0, style);
  if (*origin != '\0')
    plx_text_layout_wrap (lines, origin, PLX_LOOK_DIM, NULL, 0, style);
  plx_text_layout_wrap (lines, counts, PLX_LOOK_DIM, NULL, 0, style);
}

static const char *
state_words (const PlxPassage *passage)
{
  switch (passage->state)
    {
    case PLX_PASSAGE_SHARED:
      return _ ("same words");
    case PLX_PASSAGE_REWORDED:
      return _ ("reworded");
    case PLX_PASSAGE_PARTIAL:
      return _ ("in part");
    case PLX_PASSAGE_ONLY_HERE:
      return _ ("only here");
    case PLX_PASSAGE_NEUTRAL:
    default:
      return passage->kind == PLX_PARAGRAPH_CAPTION ? _ ("caption") : _ ("heading");
    }
}

/* The line above a passage: its number, from where it was moved, its state and its damage, in words. */
static void
add_label (const Report *report, guint column, const PlxPassage *passage, guint indent, GPtrArray *lines,
           const PlxTextStyle *style)
{
  const GArray *defects = plx_annotation_get_defects (
      plx_comparison_get_annotation (report->comparison, plx_rows_get_article (report->rows, column)));
  g_autofree char *place = g_strdup_printf (passage->moved ? _ ("from ¶ %u") : _ ("¶ %u"), passage->paragraph);
  g_autofree char *label = g_strdup_printf ("%s · %s", place, state_words (passage));

  plx_text_layout_wrap (lines, label,
                        passage->state == PLX_PASSAGE_ONLY_HERE ? PLX_LOOK_YELLOW
                        : passage->moved                        ? PLX_LOOK_MAGENTA
                                                                : PLX_LOOK_DIM,
                        NULL, indent, style);
  if (passage->defect >= 0)
    {
      g_autofree char *words = plx_report_dup_defect (&g_array_index (defects, PlxDefect, passage->defect));
      g_autofree char *damage = g_strdup_printf (_ ("damaged: %s"), words);

      plx_text_layout_wrap (lines, damage, PLX_LOOK_RED, NULL, indent, style);
    }
}

/* How the characters of a cell look: names in their colours, wording that differs underlined. */
static GArray *
cell_looks (const Report *report, guint row, guint column)
{
  GArray *looks = g_array_new (FALSE, FALSE, sizeof (PlxLookSpan));
  g_autoptr (GArray) mentions = plx_rows_dup_cell_mentions (report->rows, row, column);
  int counterpart = plx_rows_get_counterpart (report->rows, row, column);

  for (guint i = 0; i < mentions->len; i++)
    {
      const PlxCellMention *mention = &g_array_index (mentions, PlxCellMention, i);
      PlxLookSpan look = { mention->span, plx_report_entity_look (mention->type) };

      g_array_append_val (looks, look);
    }
  if (counterpart >= 0)
    {
      g_autoptr (GArray) wording = plx_rows_dup_wording (report->rows, row, column, counterpart);

      for (guint i = 0; i < wording->len; i++)
        {
          PlxLookSpan look = { g_array_index (wording, PlxSpan, i), PLX_LOOK_UNDERLINE };

          g_array_append_val (looks, look);
        }
    }

  return looks;
}

/* The part of @looks that lies in a passage, counted from its start. */
static GArray *
slice_looks (const GArray *looks, guint start, guint length)
{
  GArray *slice = g_array_new (FALSE, FALSE, sizeof (PlxLookSpan));

  for (guint i = 0; i < looks->len; i++)
    {
      PlxLookSpan look = g_array_index (looks, PlxLookSpan, i);

      if (look.span.end <= start || look.span.start >= start + length)
        continue;
      look.span.start = MAX (look.span.start, start) - start;
      look.span.end = MIN (look.span.end, start + length) - start;
      g_array_append_val (slice, look);
    }
  return slice;
}

static void
add_cell (const Report *report, guint row, guint column, guint indent, GPtrArray *lines, const PlxTextStyle *style)
{
  const GArray *cell = plx_rows_get_cell (report->rows, row, column);
  g_autoptr (GArray) starts = NULL;
  g_autofree char *text = plx_rows_dup_cell_text (report->rows, row, column, &starts);
  g_autoptr (GArray) looks = report->style->color ? cell_looks (report, row, column) : NULL;

  for (guint i = 0; i < cell->len; i++)
    {
      const PlxPassage *passage = &g_array_index (cell, PlxPassage, i);
      guint start = g_array_index (starts, guint, i), length = passage->span.end - passage->span.start;
      g_autofree char *part = g_utf8_substring (text, start, start + length);
      g_autoptr (GArray) slice = looks != NULL ? slice_looks (looks, start, length) : NULL;

      add_label (report, column, passage, indent, lines, style);
      plx_text_layout_wrap (lines, part, passage->kind == PLX_PARAGRAPH_HEADING ? PLX_LOOK_BOLD : 0, slice, indent,
                            style);
    }
}

/* Whether a row has anything but headings and captions. */
static gboolean
row_is_told (const Report *report, guint row)
{
  for (guint c = 0; c < plx_rows_get_n_columns (report->rows); c++)
    {
      const GArray *cell = plx_rows_get_cell (report->rows, row, c);

      for (guint i = 0; i < cell->len; i++)
        if (g_array_index (cell, PlxPassage, i).state != PLX_PASSAGE_NEUTRAL)
          return TRUE;
    }
  return FALSE;
}

/* What to write where an article has nothing in a row. */
static char *
dup_absence (const Report *report, guint row, guint column)
{
  int elsewhere = plx_rows_get_elsewhere (report->rows, row, column);

  if (elsewhere < 0)
    return g_strdup (_ ("not found here"));
  return g_strdup_printf (_ ("told in ¶ %u"),
                          g_array_index (plx_rows_get_cell (report->rows, elsewhere, column), PlxPassage, 0).paragraph);
}

static void
print_side_by_side (Report *report, guint column_width)
{
  PlxTextStyle style = { column_width, report->style->color };
  guint n = plx_rows_get_n_columns (report->rows);

  for (guint r = 0; r <= plx_rows_get_n_rows (report->rows); r++)
    {
      g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
      gboolean told = r > 0 && row_is_told (report, r - 1);

      for (guint c = 0; c < n; c++)
        {
          GPtrArray *lines = plx_text_layout_new_lines ();

          if (r == 0)
            add_head (report, c, lines, &style);
          else if (plx_rows_get_cell (report->rows, r - 1, c)->len > 0)
            add_cell (report, r - 1, c, 0, lines, &style);
          else if (told)
            {
              g_autofree char *absence = dup_absence (report, r - 1, c);

              plx_text_layout_wrap (lines, absence, PLX_LOOK_DIM, NULL, 1, &style);
            }
          g_ptr_array_add (columns, lines);
        }
      plx_text_layout_print_columns (report->out, columns, column_width, &style);
      if (r == 0)
        plx_text_layout_print_rule (report->out, NULL, report->style);
      else
        g_string_append_c (report->out, '\n');
    }
}

static void
print_stacked (Report *report)
{
  guint n = plx_rows_get_n_columns (report->rows);

  for (guint c = 0; c < n; c++)
    {
      g_autoptr (GPtrArray) lines = plx_text_layout_new_lines ();

      add_head (report, c, lines, report->style);
      plx_text_layout_print (report->out, lines);
      g_string_append_c (report->out, '\n');
    }
  for (guint r = 0; r < plx_rows_get_n_rows (report->rows); r++)
    {
      g_autofree char *number = g_strdup_printf ("%u", r + 1);
      g_autoptr (GPtrArray) lines = plx_text_layout_new_lines ();
      g_autoptr (GString) silent = g_string_new (NULL);

      plx_text_layout_print_rule (report->out, number, report->style);
      for (guint c = 0; c < n; c++)
        {
          const char *label = g_ptr_array_index (report->labels, c);

          if (plx_rows_get_cell (report->rows, r, c)->len > 0)
            {
              plx_text_layout_wrap (lines, label, PLX_LOOK_CYAN, NULL, 0, report->style);
              add_cell (report, r, c, 2, lines, report->style);
            }
          else if (plx_rows_get_elsewhere (report->rows, r, c) >= 0)
            {
              g_autofree char *absence = dup_absence (report, r, c);
              g_autofree char *line = g_strdup_printf ("%s: %s", label, absence);

              plx_text_layout_wrap (lines, line, PLX_LOOK_DIM, NULL, 0, report->style);
            }
          else
            g_string_append_printf (silent, "%s%s", silent->len > 0 ? ", " : "", label);
        }
      if (silent->len > 0 && row_is_told (report, r))
        {
          g_autofree char *line = g_strdup_printf (_ ("Not found in: %s"), silent->str);

          plx_text_layout_wrap (lines, line, PLX_LOOK_DIM, NULL, 0, report->style);
        }
      plx_text_layout_print (report->out, lines);
      g_string_append_c (report->out, '\n');
    }
}

/* A name that the shown articles spell in more than one way. */
typedef struct
{
  const PlxEntity *entity;
  guint count;
} Naming;

static int
compare_namings (gconstpointer a, gconstpointer b)
{
  const Naming *x = a, *y = b;

  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;
  return x->entity->id < y->entity->id ? -1 : x->entity->id > y->entity->id;
}

/* "Kyiv (AFP 5, BBC 3) · Kiev (TRT World 8)" */
static char *
dup_naming (const Report *report, const PlxEntity *entity, guint *count)
{
  g_autoptr (GPtrArray) spellings = g_ptr_array_new ();
  GString *out = g_string_new (NULL);

  *count = 0;
  for (guint v = 0; v < entity->variants->len; v++)
    {
      const char *text = g_array_index (entity->variants, PlxVariant, v).text;

      if (!g_ptr_array_find_with_equal_func (spellings, text, g_str_equal, NULL))
        g_ptr_array_add (spellings, (gpointer)text);
    }
  for (guint s = 0; s < spellings->len; s++)
    {
      g_autoptr (GString) where = g_string_new (NULL);

      for (guint c = 0; c < plx_rows_get_n_columns (report->rows); c++)
        for (guint v = 0; v < entity->variants->len; v++)
          {
            const PlxVariant *variant = &g_array_index (entity->variants, PlxVariant, v);

            if (variant->article != plx_rows_get_article (report->rows, c)
                || strcmp (variant->text, g_ptr_array_index (spellings, s)) != 0)
              continue;
            g_string_append_printf (where, "%s%s %u", where->len > 0 ? ", " : "",
                                    (const char *)g_ptr_array_index (report->labels, c), variant->count);
            *count += variant->count;
          }
      if (where->len > 0)
        g_string_append_printf (out, "%s%s (%s)", out->len > 0 ? " · " : "",
                                (const char *)g_ptr_array_index (spellings, s), where->str);
    }

  return g_string_free (out, FALSE);
}

/* Whether every word of @part, but for case and a final "s", is a word of @whole: "Rutte" is in "Mark Rutte". */
static gboolean
is_part_of (const char *part, const char *whole)
{
  g_autofree char *part_folded = plx_normalize_base_letters (part, -1);
  g_autofree char *whole_folded = plx_normalize_base_letters (whole, -1);
  g_auto (GStrv) words = g_strsplit (part_folded, " ", -1);
  g_auto (GStrv) others = g_strsplit (whole_folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; others[k] != NULL && !found; k++)
        {
          gsize length = strlen (words[i]), other = strlen (others[k]), shorter = MIN (length, other);

          found = strncmp (words[i], others[k], shorter) == 0
                  && (length == other || (length == other + 1 && words[i][other] == 's')
                      || (other == length + 1 && others[k][length] == 's'));
        }
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* Whether the shown articles spell a name in ways that are not just parts of one full name. */
static gboolean
has_spellings (const Report *report, const PlxEntity *entity)
{
  const char *full = NULL;

  if (entity->type == PLX_ENTITY_DATE || entity->type == PLX_ENTITY_QUANTITY)
    return FALSE;
  for (guint round = 0; round < 2; round++)
    for (guint v = 0; v < entity->variants->len; v++)
      {
        const PlxVariant *variant = &g_array_index (entity->variants, PlxVariant, v);
        gboolean shown = FALSE;

        for (guint c = 0; c < plx_rows_get_n_columns (report->rows); c++)
          shown |= plx_rows_get_article (report->rows, c) == variant->article;
        if (!shown)
          continue;
        if (round == 0 && (full == NULL || strlen (variant->text) > strlen (full)))
          full = variant->text;
        else if (round == 1 && !is_part_of (variant->text, full))
          return TRUE;
      }
  return FALSE;
}

static void
print_names (Report *report)
{
  PlxEntities *entities = plx_comparison_get_entities (report->comparison);
  g_autoptr (GArray) namings = g_array_new (FALSE, FALSE, sizeof (Naming));

  for (guint e = 0; e < plx_entities_get_n (entities); e++)
    {
      Naming naming = { plx_entities_get (entities, e), 0 };

      if (has_spellings (report, naming.entity))
        {
          g_free (dup_naming (report, naming.entity, &naming.count));
          g_array_append_val (namings, naming);
        }
    }
  if (namings->len == 0)
    return;
  g_array_sort (namings, compare_namings);
  plx_report_print_heading (report->out, _ ("Names told differently"), report->style);
  for (guint i = 0; i < namings->len; i++)
    {
      Naming *naming = &g_array_index (namings, Naming, i);
      g_autofree char *text = dup_naming (report, naming->entity, &naming->count);
      g_autoptr (GPtrArray) lines = plx_text_layout_new_lines ();

      plx_text_layout_wrap (lines, text, PLX_LOOK_PLAIN, NULL, 2, report->style);
      plx_text_layout_print (report->out, lines);
    }
}

static void
print_article_notes (Report *report)
{
  g_autoptr (GPtrArray) damage = plx_text_layout_new_lines ();
  g_autoptr (GPtrArray) removed = plx_text_layout_new_lines ();

  for (guint c = 0; c < plx_rows_get_n_columns (report->rows); c++)
    {
      const char *label = g_ptr_array_index (report->labels, c);
      const GArray *defects = plx_annotation_get_defects (
          plx_comparison_get_annotation (report->comparison, plx_rows_get_article (report->rows, c)));
      g_autofree char *summary = plx_report_dup_removed (article_of (report, c));

      for (guint i = 0; i < defects->len; i++)
        {
          const PlxDefect *defect = &g_array_index (defects, PlxDefect, i);
          g_autofree char *words = plx_report_dup_defect (defect);
          g_autofree char *place = plx_report_dup_place (defect->paragraph);
          g_autofree char *line = g_strdup_printf ("%s, %s: %s", label, place, words);

          plx_text_layout_wrap (damage, line, PLX_LOOK_PLAIN, NULL, 2, report->style);
        }
      if (summary != NULL)
        {
          g_autofree char *line = g_strdup_printf ("%s: %s", label, summary);

          plx_text_layout_wrap (removed, line, PLX_LOOK_PLAIN, NULL, 2, report->style);
        }
    }
  if (damage->len > 0)
    {
      plx_report_print_heading (report->out, _ ("Damage"), report->style);
      plx_text_layout_print (report->out, damage);
    }
  if (removed->len > 0)
    {
      plx_report_print_heading (report->out, _ ("Taken out while cleaning"), report->style);
      plx_text_layout_print (report->out, removed);
    }
}

/**
 * plx_report_rows_to_text:
 * @rows: rows
 * @style: how to set the report
 *
 * Writes articles side by side for a terminal, or below each other when it is too narrow for that; then the names they
 * spell differently, their damage, and what was removed from them. States stand in words; with colours, names are
 * tinted by type as in the window and wording that differs from the counterpart is underlined.
 *
 * Returns: (transfer full): UTF-8
 */
char *
plx_report_rows_to_text (const PlxRows *rows, const PlxTextStyle *style)
{
  Report report = { rows, plx_rows_get_comparison (rows), style, NULL, g_string_new (NULL) };
  guint n = plx_rows_get_n_columns (rows);
  guint column_width = style->width > (n - 1) * GAP ? (style->width - (n - 1) * GAP) / n : 0;

  report.labels = list_labels (&report);
  if (column_width >= MIN_COLUMN)
    {
      PlxTextStyle narrow = { 0, style->color };

      column_width = MIN (column_width, MAX_COLUMN);
      narrow.width = n * column_width + (n - 1) * GAP;
      report.style = &narrow;
      print_side_by_side (&report, column_width);
      report.style = style;
    }
  else
    print_stacked (&report);
  print_names (&report);
  print_article_notes (&report);
  g_ptr_array_unref (report.labels);

  return g_string_free (report.out, FALSE);
}
