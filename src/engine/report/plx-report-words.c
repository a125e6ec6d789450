/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-report"

#include "config.h"

#include "engine/report/plx-report-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The day of an ISO 8601 date with a time; other texts as they are. */
static char *
dup_day (const char *published)
{
  static const char shape[] = "dddd-dd-dd";

  if (published == NULL)
    return NULL;
  for (guint i = 0; shape[i] != '\0'; i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit (published[i]) : published[i] != shape[i])
      return g_strdup (published);
  return g_strndup (published, strlen (shape));
}

/**
 * plx_report_dup_origin:
 * @article: an article
 *
 * Returns: (transfer full): agency, byline, place and day of an article, as far as known, in one line; may be empty
 */
char *
plx_report_dup_origin (PlxArticle *article)
{
  g_autofree char *day = dup_day (plx_article_get_published (article));
  const char *const parts[] = { plx_article_get_agency (article), plx_article_get_byline (article),
                                plx_article_get_dateline (article), day };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && g_strcmp0 (parts[i], plx_article_get_source (article)) != 0)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", parts[i]);
  return g_string_free (out, FALSE);
}

/**
 * plx_report_dup_place:
 * @paragraph: number of a paragraph
 *
 * Returns: (transfer full): where that is, in words
 */
char *
plx_report_dup_place (guint paragraph)
{
  return paragraph == 0 ? g_strdup (_ ("title")) : g_strdup_printf (_ ("¶ %u"), paragraph);
}

/**
 * plx_report_dup_defect:
 * @defect: a defect
 *
 * Returns: (transfer full): what is wrong, in words
 */
char *
plx_report_dup_defect (const PlxDefect *defect)
{
  switch (defect->kind)
    {
    case PLX_DEFECT_CUT:
      return g_strdup (_ ("breaks off"));
    case PLX_DEFECT_SPLICED:
      return defect->other > 0 ? g_strdup_printf (_ ("torn apart, its other end is in ¶ %u"), defect->other)
                               : g_strdup (_ ("torn apart"));
    case PLX_DEFECT_UNCLOSED_QUOTE:
      return g_strdup (_ ("a quotation is not closed"));
    case PLX_DEFECT_REPEATED:
      return defect->other > 0 ? g_strdup_printf (_ ("repeats ¶ %u"), defect->other) : g_strdup (_ ("repeated"));
    case PLX_DEFECT_ENCODING:
      return g_strdup (_ ("wrongly decoded characters"));
    case PLX_DEFECT_FOREIGN:
    default:
      return g_strdup (_ ("does not belong here"));
    }
}

/**
 * plx_report_removal_reason:
 * @reason: why a line was taken out of an article
 *
 * Returns: the reason in the user's language, in lower case
 */
const char *
plx_report_removal_reason (PlxRemovalReason reason)
{
  switch (reason)
    {
    case PLX_REMOVAL_ADVERTISING:
      return _ ("advertising");
    case PLX_REMOVAL_COMMENTS:
      return _ ("comments");
    case PLX_REMOVAL_RELATED:
      return _ ("related articles");
    case PLX_REMOVAL_SHARE:
      return _ ("sharing");
    case PLX_REMOVAL_NAVIGATION:
      return _ ("navigation");
    case PLX_REMOVAL_APP:
      return _ ("prompt to get an app");
    case PLX_REMOVAL_SUBSCRIBE:
      return _ ("subscription");
    case PLX_REMOVAL_SOURCE_LINK:
      return _ ("link to the source");
    case PLX_REMOVAL_FORM:
      return _ ("text of a form");
    case PLX_REMOVAL_OTHER:
    default:
      return _ ("not part of the article");
    }
}

/**
 * plx_report_dup_removed:
 * @article: an article
 *
 * Returns: (transfer full) (nullable): how many lines were taken out and why, or %NULL when none
 */
char *
plx_report_dup_removed (PlxArticle *article)
{
  GPtrArray *removed = plx_article_get_removed (article);
  guint counts[PLX_REMOVAL_OTHER + 1] = { 0 };
  g_autoptr (GString) reasons = g_string_new (NULL);

  if (removed->len == 0)
    return NULL;
  for (guint i = 0; i < removed->len; i++)
    counts[((const PlxRemovedLine *)g_ptr_array_index (removed, i))->reason]++;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > 0)
      g_string_append_printf (reasons, "%s%s %u", reasons->len > 0 ? ", " : "", plx_report_removal_reason (i),
                              counts[i]);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u line removed: %s", "%u lines removed: %s", removed->len),
                          removed->len, reasons->str);
}

const char *
plx_report_entity_type (PlxEntityType type)
{
  switch (type)
    {
    case PLX_ENTITY_PERSON:
      return _ ("People");
    case PLX_ENTITY_ORG:
      return _ ("Organisations");
    case PLX_ENTITY_PLACE:
      return _ ("Places");
    case PLX_ENTITY_GROUP:
      return _ ("Groups");
    case PLX_ENTITY_EVENT:
      return _ ("Events");
    case PLX_ENTITY_DATE:
      return _ ("Dates");
    case PLX_ENTITY_QUANTITY:
    default:
      return _ ("Quantities");
    }
}

/* The window's tints in the colours of a terminal. */
guint
plx_report_entity_look (PlxEntityType type)
{
  static const guint looks[] = { PLX_LOOK_MAGENTA, PLX_LOOK_BLUE,   PLX_LOOK_GREEN, PLX_LOOK_CYAN,
                                 PLX_LOOK_CYAN,    PLX_LOOK_YELLOW, PLX_LOOK_YELLOW };

  g_return_val_if_fail ((guint)type < G_N_ELEMENTS (looks), PLX_LOOK_PLAIN);
  return looks[type];
}

void
plx_report_print_heading (GString *out, const char *text, const PlxTextStyle *style)
{
  g_autoptr (GPtrArray) lines = plx_text_layout_new_lines ();

  /* One empty line before it, no more. */
  if (!g_str_has_suffix (out->str, "\n\n"))
    g_string_append_c (out, '\n');
  plx_text_layout_wrap (lines, text, PLX_LOOK_BOLD, NULL, 0, style);
  plx_text_layout_print (out, lines);
}
