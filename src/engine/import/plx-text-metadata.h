/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-text-line.h"

G_BEGIN_DECLS

/**
 * PlxTextMetadata:
 * @source: (nullable): outlet
 * @agency: (nullable): news agency credited
 * @byline: (nullable): who wrote it
 * @dateline: (nullable): place it is dated from
 * @published: (nullable): day of publication, ISO 8601
 * @url: (nullable): address
 *
 * What a text says about itself. What it does not say is %NULL.
 */
typedef struct
{
  char *source;
  char *agency;
  char *byline;
  char *dateline;
  char *published;
  char *url;
} PlxTextMetadata;

void plx_text_metadata_clear (PlxTextMetadata *metadata);
gboolean plx_text_metadata_take_line (PlxTextMetadata *metadata, const PlxTextLine *line, gboolean head);
gboolean plx_text_metadata_take_source_line (PlxTextMetadata *metadata, const PlxTextLine *line);
void plx_text_metadata_take (char **field, const char *value);
gboolean plx_text_metadata_is_name (const char *text);
const char *plx_text_metadata_skip_by (const char *text);
gboolean plx_text_metadata_is_relative_time (const char *text, char **source);

G_END_DECLS
