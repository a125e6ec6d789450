/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxJsonWriter:
 *
 * Writes JSON (RFC 8259) straight into a string, without building a tree first. Members are written in the order given,
 * numbers without regard to the locale, so the same calls give the same bytes everywhere.
 */
typedef struct _PlxJsonWriter PlxJsonWriter;

PlxJsonWriter *plx_json_writer_new (void);
char *plx_json_writer_finish (PlxJsonWriter *self);

void plx_json_writer_begin_object (PlxJsonWriter *self, const char *name);
void plx_json_writer_end_object (PlxJsonWriter *self);
void plx_json_writer_begin_array (PlxJsonWriter *self, const char *name);
void plx_json_writer_end_array (PlxJsonWriter *self);
void plx_json_writer_string (PlxJsonWriter *self, const char *name, const char *value);
void plx_json_writer_integer (PlxJsonWriter *self, const char *name, gint64 value);
void plx_json_writer_number (PlxJsonWriter *self, const char *name, double value);
void plx_json_writer_boolean (PlxJsonWriter *self, const char *name, gboolean value);

G_END_DECLS
