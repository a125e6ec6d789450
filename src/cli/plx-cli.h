/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/compare/plx-link.h"
#include "engine/import/plx-import.h"

G_BEGIN_DECLS

/* Exit statuses, part of the command line's contract. */
#define PLX_CLI_DONE   0
#define PLX_CLI_FAILED 1
#define PLX_CLI_USAGE  2

typedef enum
{
  PLX_CLI_TEXT,
  PLX_CLI_JSON,
} PlxCliFormat;

typedef enum
{
  PLX_CLI_EXTRACT,
  PLX_CLI_ANNOTATE,
  PLX_CLI_COMPARE,
  PLX_CLI_GROUP,
} PlxCliVerb;

/**
 * PlxCliOptions:
 * @verb: what to do
 * @format: what to print
 * @flags: how to read the inputs
 * @color: whether to use colours
 * @width: columns of the terminal
 * @reference: which article the rows of a comparison follow, from 1
 * @explain: whether to tell why the sentences of @explained are linked or not, in place of a comparison
 * @explained: a sentence of the first article and one of the second
 * @inputs: (array zero-terminated=1): names of files and folders, "-" for standard input
 *
 * What the command line asks for.
 */
typedef struct
{
  PlxCliVerb verb;
  PlxCliFormat format;
  PlxImportFlags flags;
  gboolean color;
  guint width;
  guint reference;
  gboolean explain;
  PlxSentenceRef explained[2];
  GStrv inputs;
} PlxCliOptions;

int plx_cli_options_parse (PlxCliOptions *options, int argc, char **argv);
void plx_cli_options_clear (PlxCliOptions *options);

GPtrArray *plx_cli_read (const PlxCliOptions *options, gboolean *failed);
gboolean plx_cli_print (const char *text);
int plx_cli_run (const PlxCliOptions *options);

G_END_DECLS
