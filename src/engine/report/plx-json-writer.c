/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-report"

#include "config.h"

#include "engine/report/plx-json-writer.h"

#include <math.h>
#include <stdlib.h>

struct _PlxJsonWriter
{
  GString *out;
  guint depth;
  /* Whether the innermost object or array has something in it already. */
  gboolean filled;
};

/**
 * plx_json_writer_new:
 *
 * Returns: (transfer full): a writer, to be ended with plx_json_writer_finish()
 */
PlxJsonWriter *
plx_json_writer_new (void)
{
  PlxJsonWriter *self = g_new0 (PlxJsonWriter, 1);

  self->out = g_string_sized_new (1 << 16);
  return self;
}

/**
 * plx_json_writer_finish:
 * @self: (transfer full): a writer, all objects and arrays ended
 *
 * Returns: (transfer full): what was written, UTF-8, ending in a line break
 */
char *
plx_json_writer_finish (PlxJsonWriter *self)
{
  GString *out = self->out;

  g_warn_if_fail (self->depth == 0);
  g_string_append_c (out, '\n');
  g_free (self);
  return g_string_free (out, FALSE);
}

static void
append_string (PlxJsonWriter *self, const char *value)
{
  g_autofree char *valid = g_utf8_validate (value, -1, NULL) ? NULL : g_utf8_make_valid (value, -1);

  if (valid != NULL)
    value = valid;
  g_string_append_c (self->out, '"');
  for (const char *p = value; *p != '\0';)
    {
      const char *plain = p;

      while ((guchar)*p >= 0x20 && *p != '"' && *p != '\\')
        p++;
      g_string_append_len (self->out, plain, p - plain);
      if (*p == '\0')
        break;
      switch (*p)
        {
        case '"':
          g_string_append (self->out, "\\\"");
          break;
        case '\\':
          g_string_append (self->out, "\\\\");
          break;
        case '\n':
          g_string_append (self->out, "\\n");
          break;
        case '\t':
          g_string_append (self->out, "\\t");
          break;
        default:
          g_string_append_printf (self->out, "\\u%04x", (guchar)*p);
          break;
        }
      p++;
    }
  g_string_append_c (self->out, '"');
}

/* Begins a value: the comma before it, its place and its name. */
static void
begin_value (PlxJsonWriter *self, const char *name, gboolean own_line)
{
  if (self->filled)
    g_string_append_c (self->out, ',');
  if (self->depth > 0 && (own_line || name != NULL))
    {
      g_string_append_c (self->out, '\n');
      for (guint i = 0; i < self->depth; i++)
        g_string_append_c (self->out, ' ');
    }
  else if (self->filled)
    g_string_append_c (self->out, ' ');
  if (name != NULL)
    {
      append_string (self, name);
      g_string_append (self->out, ": ");
    }
  self->filled = TRUE;
}

void
plx_json_writer_begin_object (PlxJsonWriter *self, const char *name)
{
  begin_value (self, name, TRUE);
  g_string_append_c (self->out, '{');
  self->depth++;
  self->filled = FALSE;
}

static void
end (PlxJsonWriter *self, char bracket)
{
  g_return_if_fail (self->depth > 0);

  self->depth--;
  g_string_append_c (self->out, bracket);
  self->filled = TRUE;
}

void
plx_json_writer_end_object (PlxJsonWriter *self)
{
  end (self, '}');
}

void
plx_json_writer_begin_array (PlxJsonWriter *self, const char *name)
{
  begin_value (self, name, FALSE);
  g_string_append_c (self->out, '[');
  self->depth++;
  self->filled = FALSE;
}

void
plx_json_writer_end_array (PlxJsonWriter *self)
{
  end (self, ']');
}

/**
 * plx_json_writer_string:
 * @self: a writer
 * @name: (nullable): name of the member, %NULL inside an array
 * @value: (nullable): its value, %NULL for null; what is not UTF-8 in it is replaced
 *
 * Writes a string.
 */
void
plx_json_writer_string (PlxJsonWriter *self, const char *name, const char *value)
{
  begin_value (self, name, FALSE);
  if (value != NULL)
    append_string (self, value);
  else
    g_string_append (self->out, "null");
}

void
plx_json_writer_integer (PlxJsonWriter *self, const char *name, gint64 value)
{
  begin_value (self, name, FALSE);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
}

/**
 * plx_json_writer_number:
 * @self: a writer
 * @name: (nullable): name of the member, %NULL inside an array
 * @value: its value; null is written for what JSON has no number for
 *
 * Writes a number with as many digits as it takes to read the same number back.
 */
void
plx_json_writer_number (PlxJsonWriter *self, const char *name, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  begin_value (self, name, FALSE);
  if (!isfinite (value))
    g_string_append (self->out, "null");
  else if (value == floor (value) && fabs (value) < 1e15)
    g_string_append_printf (self->out, "%" G_GINT64_FORMAT, (gint64)value);
  else
    {
      g_ascii_formatd (digits, sizeof digits, "%.15g", value);
      if (g_ascii_strtod (digits, NULL) != value)
        g_ascii_dtostr (digits, sizeof digits, value);
      g_string_append (self->out, digits);
    }
}

void
plx_json_writer_boolean (PlxJsonWriter *self, const char *name, gboolean value)
{
  begin_value (self, name, FALSE);
  g_string_append (self->out, value ? "true" : "false");
}
