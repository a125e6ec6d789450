/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/article/plx-span.h"

G_BEGIN_DECLS

/**
 * PlxTextStyle:
 * @width: columns of the terminal
 * @color: whether to use colours and underlines (ECMA-48 SGR); what they say is said in words as well
 *
 * How a text report is set.
 */
typedef struct
{
  guint width;
  gboolean color;
} PlxTextStyle;

/* How a stretch of text looks: a colour, and attributes that may be joined to it. */
typedef enum
{
  PLX_LOOK_PLAIN = 0,
  PLX_LOOK_RED = 31,
  PLX_LOOK_GREEN = 32,
  PLX_LOOK_YELLOW = 33,
  PLX_LOOK_BLUE = 34,
  PLX_LOOK_MAGENTA = 35,
  PLX_LOOK_CYAN = 36,
  PLX_LOOK_BOLD = 1 << 8,
  PLX_LOOK_DIM = 1 << 9,
  PLX_LOOK_UNDERLINE = 1 << 10,
} PlxLook;

#define PLX_LOOK_COLOR_MASK 0xff

/**
 * PlxLookSpan:
 * @span: code points of the text
 * @look: how they look, added to what they have; a colour takes the place of another
 */
typedef struct
{
  PlxSpan span;
  guint look;
} PlxLookSpan;

/**
 * PlxTextLine:
 * @text: UTF-8 with its escape sequences
 * @columns: how many columns of a terminal it takes
 */
typedef struct
{
  char *text;
  guint columns;
} PlxTextLine;

GPtrArray *plx_text_layout_new_lines (void);
void plx_text_layout_wrap (GPtrArray *lines, const char *text, guint look, const GArray *looks, guint indent,
                           const PlxTextStyle *style);
void plx_text_layout_print (GString *out, GPtrArray *lines);
void plx_text_layout_print_columns (GString *out, GPtrArray *columns, guint column_width, const PlxTextStyle *style);
void plx_text_layout_print_rule (GString *out, const char *title, const PlxTextStyle *style);

G_END_DECLS
