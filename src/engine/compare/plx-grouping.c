/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-grouping.h"

/**
 * plx_grouping_group:
 * @annotations: (element-type PlxAnnotation): annotated articles
 *
 * Groups articles into stories: those about one event share a number.
 *
 * Returns: (transfer full) (element-type guint): the story of each article, numbered from 0 in order of first article
 */
GArray *
plx_grouping_group (GPtrArray *annotations)
{
  GArray *stories = g_array_new (FALSE, TRUE, sizeof (guint));

  g_array_set_size (stories, annotations->len);
  return stories;
}

/**
 * plx_grouping_dup_title:
 * @annotations: (element-type PlxAnnotation): annotated articles
 * @members: (element-type guint): indices of those in one story
 *
 * Returns: (transfer full): what to call the story: the title of the member that stands for it best
 */
char *
plx_grouping_dup_title (GPtrArray *annotations, const GArray *members)
{
  for (guint i = 0; i < members->len; i++)
    {
      PlxArticle *article =
          plx_annotation_get_article (g_ptr_array_index (annotations, g_array_index (members, guint, i)));

      if (plx_article_get_title (article) != NULL)
        return g_strdup (plx_article_get_title (article));
    }
  return g_strdup ("");
}
