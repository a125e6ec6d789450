/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "parallax-cli"

#include "config.h"

#include <gio/gio.h>
#include <locale.h>

#include "engine/compare/plx-grouping.h"
#include "engine/import/plx-import.h"
#include "engine/report/plx-report-json.h"

int
main (int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *as = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, "Output format", "json" },
    { "as", 0, 0, G_OPTION_ARG_STRING, &as, "How to read the input", "lines" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("extract|annotate|compare FILE…");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_annotation_unref);
  PlxReportDetail detail;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc < 3)
    {
      g_printerr ("parallax-cli: %s\n", error != NULL ? error->message : "a verb and a file are needed");
      return 2;
    }
  detail = g_str_equal (argv[1], "extract")    ? PLX_REPORT_EXTRACT
           : g_str_equal (argv[1], "annotate") ? PLX_REPORT_ANNOTATE
                                               : PLX_REPORT_COMPARE;
  for (int i = 2; i < argc; i++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (argv[i]));

  g_autoptr (PlxImportResult) result =
      plx_import_files (files, g_strcmp0 (as, "lines") == 0 ? PLX_IMPORT_AS_LINES : PLX_IMPORT_NONE, NULL, NULL, NULL);

  for (guint i = 0; i < result->failures->len; i++)
    {
      PlxImportFailure *failure = g_ptr_array_index (result->failures, i);

      g_printerr ("%s: %s\n", failure->name, failure->error->message);
    }
  for (guint i = 0; i < result->articles->len; i++)
    g_ptr_array_add (annotations, plx_annotation_new (g_ptr_array_index (result->articles, i)));

  g_autoptr (PlxComparison) comparison = plx_comparison_new (annotations, NULL, &error);
  g_autofree char *text = plx_report_to_json (comparison, detail);

  g_print ("%s", text);
  return result->failures->len > 0 ? 1 : 0;
}
