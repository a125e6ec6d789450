/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/import/plx-html-tags.h"

#include <string.h>

static const struct
{
  const char *name;
  PlxHtmlNature nature;
} tags[PLX_HTML_N_TAGS] = { [PLX_HTML_TEXT] = { "", PLX_HTML_NATURE_INLINE },
                            [PLX_HTML_UNKNOWN] = { "", PLX_HTML_NATURE_INLINE },
#define TAG(id, name, nature) [PLX_HTML_##id] = { name, PLX_HTML_NATURE_##nature },
                            PLX_HTML_TAGS (TAG)
#undef TAG
};

/**
 * plx_html_tag_from_name:
 * @name: an element's name in lower case
 *
 * Returns: the tag, %PLX_HTML_UNKNOWN for a name not in the table
 */
PlxHtmlTag
plx_html_tag_from_name (const char *name)
{
  guint low = PLX_HTML_UNKNOWN + 1;
  guint high = PLX_HTML_N_TAGS;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (name, tags[middle].name);

      if (order == 0)
        return middle;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return PLX_HTML_UNKNOWN;
}

/**
 * plx_html_tag_get_nature:
 * @tag: a tag
 *
 * Returns: how the element behaves. Unknown elements are inline, as browsers show them.
 */
PlxHtmlNature
plx_html_tag_get_nature (PlxHtmlTag tag)
{
  return tags[tag].nature;
}

/**
 * plx_html_tag_is_heading:
 * @tag: a tag
 *
 * Returns: whether it is one of h1 to h6
 */
gboolean
plx_html_tag_is_heading (PlxHtmlTag tag)
{
  return tag >= PLX_HTML_H1 && tag <= PLX_HTML_H6;
}
