/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-sidebar"

#include "config.h"

#include "ui/sidebar/plx-sidebar-menu.h"

#include <glib/gi18n.h>

static void
append_escaped (GMenu *menu, const char *title, guint index)
{
  g_auto (GStrv) parts = g_strsplit (title, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "sidebar.move-to", "u", index);
  g_menu_append_item (menu, item);
}

/**
 * plx_sidebar_menu_new:
 * @stories: (element-type PlxStory): where articles can be moved to
 * @story: (nullable): the story that the chosen articles are in, if it is one
 * @n_articles: how many articles are chosen
 *
 * Returns: (transfer full): what can be done with the chosen articles, as actions of #PlxSidebar
 */
GMenuModel *
plx_sidebar_menu_new (GListModel *stories, PlxStory *story, guint n_articles)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) move = g_menu_new ();
  g_autoptr (GMenu) targets = g_menu_new ();
  g_autoptr (GMenu) new_target = g_menu_new ();
  g_autoptr (GMenu) removal = g_menu_new ();
  g_autofree char *remove_label = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (stories); i++)
    {
      g_autoptr (PlxStory) target = g_list_model_get_item (stories, i);

      if (target != story)
        append_escaped (targets, plx_story_get_title (target), i);
    }
  g_menu_append (new_target, _ ("_New Story"), "sidebar.move-to-new");
  g_menu_append_section (move, NULL, G_MENU_MODEL (targets));
  g_menu_append_section (move, NULL, G_MENU_MODEL (new_target));

  g_menu_append (edit, ngettext ("_Copy Headline", "_Copy Headlines", n_articles), "sidebar.copy-headline");
  g_menu_append_submenu (edit, _ ("_Move to Story"), G_MENU_MODEL (move));
  remove_label = n_articles == 1
                     ? g_strdup (_ ("_Remove"))
                     : g_strdup_printf (ngettext ("_Remove %u Article", "_Remove %u Articles", n_articles), n_articles);
  g_menu_append (removal, remove_label, "sidebar.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (removal));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}
