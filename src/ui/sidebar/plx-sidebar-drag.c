/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-sidebar"

#include "config.h"

#include "ui/sidebar/plx-sidebar-drag.h"

/* Dragging articles within the sidebar, from row to row: onto a story, or onto an article of it. */

static PlxStory *
story_of_row (PlxSidebarRow *row)
{
  GtkTreeListRow *tree_row = plx_sidebar_row_get_tree_row (row);
  g_autoptr (GObject) item = tree_row != NULL ? gtk_tree_list_row_get_item (tree_row) : NULL;
  g_autoptr (GtkTreeListRow) parent = NULL;

  if (item == NULL || PLX_IS_STORY (item))
    return item != NULL ? PLX_STORY (g_steal_pointer (&item)) : NULL;
  parent = gtk_tree_list_row_get_parent (tree_row);
  return parent != NULL ? gtk_tree_list_row_get_item (parent) : NULL;
}

static gboolean
story_has_all (PlxStory *story, GPtrArray *articles)
{
  guint n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (story)); i++)
    {
      g_autoptr (PlxArticle) article = g_list_model_get_item (G_LIST_MODEL (story), i);

      n_found += g_ptr_array_find (articles, article, NULL);
    }
  return n_found == articles->len;
}

/* All that is chosen, when the row itself is selected; else the row's article alone. */
static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer user_data)
{
  PlxSidebarRow *row = PLX_SIDEBAR_ROW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));
  GtkTreeListRow *tree_row = plx_sidebar_row_get_tree_row (row);
  g_autoptr (GObject) item = tree_row != NULL ? gtk_tree_list_row_get_item (tree_row) : NULL;
  GtkSelectionModel *selection;
  g_autoptr (GPtrArray) articles = NULL;

  (void)x;
  (void)y;
  if (item == NULL || !PLX_IS_ARTICLE (item))
    return NULL;
  selection = gtk_list_view_get_model (plx_sidebar_get_list (user_data));
  if (gtk_selection_model_is_selected (selection, gtk_tree_list_row_get_position (tree_row)))
    articles = plx_sidebar_dup_chosen (user_data, NULL);
  else
    {
      articles = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (articles, g_object_ref (item));
    }
  return gdk_content_provider_new_typed (G_TYPE_PTR_ARRAY, articles);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag)
{
  g_autoptr (GdkPaintable) picture =
      gtk_widget_paintable_new (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (picture);

  (void)drag;
  gtk_drag_source_set_icon (source, still, 0, 0);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  PlxSidebarRow *row = PLX_SIDEBAR_ROW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
  GPtrArray *articles = g_value_get_boxed (value);
  g_autoptr (PlxStory) story = story_of_row (row);

  (void)x;
  (void)y;
  if (story == NULL || story_has_all (story, articles))
    return FALSE;
  g_signal_emit_by_name (user_data, "move", articles, story);
  return TRUE;
}

/**
 * plx_sidebar_drag_add_to_row:
 * @row: a row of the list
 * @sidebar: the sidebar it is in
 *
 * Makes the row something that articles can be dragged from and dropped on; #PlxSidebar::move tells a drop.
 */
void
plx_sidebar_drag_add_to_row (PlxSidebarRow *row, PlxSidebar *sidebar)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_PTR_ARRAY, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), sidebar, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), sidebar, 0);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), sidebar, 0);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (target));
}
