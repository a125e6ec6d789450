/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "parallax-cli"

#include "config.h"

#include "cli/plx-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "engine/compare/plx-grouping.h"
#include "engine/report/plx-report-explain.h"
#include "engine/report/plx-report-json.h"
#include "engine/report/plx-report-text.h"
#include "engine/text/plx-normalize.h"

/* More than this on standard input is not an article. */
#define MAX_STDIN (256u << 20)

static void
report_failure (const char *name, const char *reason)
{
  g_autofree char *shown = plx_normalize_printable (name);

  g_printerr ("parallax-cli: %s: %s\n", shown, reason);
}

static GBytes *
read_standard_input (GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[1 << 16];
  gsize n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    {
      g_byte_array_append (bytes, buffer, n);
      if (bytes->len > MAX_STDIN)
        {
          g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE, _ ("It is too large."));
          return NULL;
        }
    }
  if (ferror (stdin))
    {
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNREADABLE, g_strerror (errno));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GPtrArray *
read_input (const PlxCliOptions *options, const char *name, gboolean *failed)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func (g_object_unref);

  if (strcmp (name, "-") == 0)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = read_standard_input (&error);
      g_autoptr (GPtrArray) read =
          bytes != NULL ? plx_import_bytes (bytes, _ ("Standard input"), options->flags, &error) : NULL;

      if (read != NULL)
        g_ptr_array_extend_and_steal (articles, g_steal_pointer (&read));
      else
        {
          report_failure ("-", error->message);
          *failed = TRUE;
        }
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
      g_autoptr (GPtrArray) files = g_ptr_array_new ();
      g_autoptr (PlxImportResult) result = NULL;
      g_autofree char *full_name = g_file_get_parse_name (file);

      g_ptr_array_add (files, file);
      result = plx_import_files (files, options->flags, NULL, NULL, NULL);
      for (guint i = 0; i < result->failures->len; i++)
        {
          const PlxImportFailure *failure = g_ptr_array_index (result->failures, i);

          report_failure (strcmp (failure->name, full_name) == 0 ? name : failure->name, failure->error->message);
          *failed = TRUE;
        }
      if (result->failures->len == 0 && result->articles->len == 0)
        {
          report_failure (name, _ ("There is no article in it."));
          *failed = TRUE;
        }
      for (guint i = 0; i < result->articles->len; i++)
        g_ptr_array_add (articles, g_object_ref (g_ptr_array_index (result->articles, i)));
    }

  return articles;
}

/**
 * plx_cli_read:
 * @options: what the command line asks for
 * @failed: (out): set to whether an input failed; each that did is reported
 *
 * Reads the articles of all inputs.
 *
 * Returns: (transfer full) (element-type PlxArticle): frozen articles, in the order of the inputs
 */
GPtrArray *
plx_cli_read (const PlxCliOptions *options, gboolean *failed)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func (g_object_unref);

  *failed = FALSE;
  for (guint i = 0; options->inputs[i] != NULL; i++)
    g_ptr_array_extend_and_steal (articles, read_input (options, options->inputs[i], failed));

  return articles;
}

/**
 * plx_cli_print:
 * @text: UTF-8
 *
 * Writes to standard output: as it is, but to a terminal in the terminal's character set. What cannot be written is
 * reported.
 *
 * Returns: whether all was written
 */
gboolean
plx_cli_print (const char *text)
{
  gboolean written;

  if (isatty (STDOUT_FILENO) && !g_get_charset (NULL))
    {
      g_print ("%s", text);
      return TRUE;
    }
  written = fputs (text, stdout) != EOF;
  written = fflush (stdout) == 0 && written;
  if (!written)
    report_failure (_ ("standard output"), g_strerror (errno));
  return written;
}

static GPtrArray *
annotate (GPtrArray *articles)
{
  GPtrArray *annotations = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_annotation_unref);

  for (guint i = 0; i < articles->len; i++)
    g_ptr_array_add (annotations, plx_annotation_new (g_ptr_array_index (articles, i)));
  return annotations;
}

static char *
compare (const PlxCliOptions *options, GPtrArray *articles, const PlxTextStyle *style)
{
  g_autoptr (GPtrArray) annotations = annotate (articles);
  g_autoptr (PlxComparison) comparison = plx_comparison_new (annotations, NULL, NULL);
  g_autofree guint *columns = g_new (guint, articles->len + 1);
  g_autoptr (PlxRows) rows = NULL;

  if (options->format == PLX_CLI_JSON)
    return plx_report_to_json (comparison);
  for (guint i = 0; i < articles->len; i++)
    columns[i] = i;
  rows = plx_rows_new (comparison, columns, articles->len, options->reference - 1);
  return plx_report_rows_to_text (rows, style);
}

/* Returns NULL, and reports why, when a sentence does not exist. */
static char *
explain (const PlxCliOptions *options, GPtrArray *articles, const PlxTextStyle *style)
{
  g_autoptr (GPtrArray) annotations = annotate (articles);
  g_autoptr (PlxEntities) entities = plx_entities_join (annotations);
  g_autoptr (GError) error = NULL;
  char *text = plx_report_explanation_to_text (annotations, entities, options->explained[0], options->explained[1],
                                               style, &error);

  if (text == NULL)
    g_printerr ("parallax-cli: %s\n", error->message);
  return text;
}

static char *
report (const PlxCliOptions *options, GPtrArray *articles)
{
  PlxTextStyle style = { options->width, options->color };
  g_autoptr (GPtrArray) annotations = NULL;
  g_autoptr (PlxEntities) entities = NULL;
  g_autoptr (GArray) stories = NULL;
  gboolean json = options->format == PLX_CLI_JSON;

  switch (options->verb)
    {
    case PLX_CLI_EXTRACT:
      return json ? plx_report_articles_to_json (articles) : plx_report_articles_to_text (articles, &style);
    case PLX_CLI_ANNOTATE:
      annotations = annotate (articles);
      entities = plx_entities_join (annotations);
      return json ? plx_report_annotations_to_json (annotations, entities)
                  : plx_report_annotations_to_text (annotations, entities, &style);
    case PLX_CLI_GROUP:
      annotations = annotate (articles);
      stories = plx_grouping_group (annotations);
      return json ? plx_report_stories_to_json (annotations, stories)
                  : plx_report_stories_to_text (annotations, stories, &style);
    case PLX_CLI_COMPARE:
      return options->explain ? explain (options, articles, &style) : compare (options, articles, &style);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * plx_cli_run:
 * @options: what the command line asks for
 *
 * Reads the inputs, does what is asked and prints it.
 *
 * Returns: the exit status
 */
int
plx_cli_run (const PlxCliOptions *options)
{
  gboolean failed = FALSE;
  g_autoptr (GPtrArray) articles = plx_cli_read (options, &failed);
  g_autofree char *text = NULL;

  if (options->verb == PLX_CLI_COMPARE && articles->len < 2)
    {
      g_printerr (ngettext ("parallax-cli: two articles or more are needed to compare, there is %u\n",
                            "parallax-cli: two articles or more are needed to compare, there are %u\n", articles->len),
                  articles->len);
      if (!failed)
        return PLX_CLI_USAGE;
      if (options->format == PLX_CLI_TEXT)
        return PLX_CLI_FAILED;
    }
  else if (options->verb == PLX_CLI_COMPARE && options->reference > articles->len)
    {
      g_printerr (_ ("parallax-cli: there is no article %u, there are %u\n"), options->reference, articles->len);
      return failed ? PLX_CLI_FAILED : PLX_CLI_USAGE;
    }

  text = report (options, articles);
  if (text == NULL)
    return PLX_CLI_USAGE;
  if (!plx_cli_print (text))
    failed = TRUE;

  return failed ? PLX_CLI_FAILED : PLX_CLI_DONE;
}
