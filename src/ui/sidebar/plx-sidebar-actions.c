/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-sidebar"

#include "config.h"

#include "ui/sidebar/plx-sidebar-private.h"

#include "ui/sidebar/plx-sidebar-menu.h"

/* What can be done with the rows of the sidebar: by keys, by a menu and by actions. */

/* The row that a widget is in or around, or NULL. */
PlxSidebarRow *
plx_sidebar_row_of_widget (GtkWidget *widget)
{
  GtkWidget *row = widget != NULL ? gtk_widget_get_ancestor (widget, PLX_TYPE_SIDEBAR_ROW) : NULL;

  /* The list's own widget around a row has the focus and the margins. */
  if (row == NULL && widget != NULL)
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (child != NULL && PLX_IS_SIDEBAR_ROW (child))
        row = child;
    }
  return row != NULL ? PLX_SIDEBAR_ROW (row) : NULL;
}

static PlxSidebarRow *
focused_row (PlxSidebar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? plx_sidebar_row_of_widget (gtk_root_get_focus (root)) : NULL;
}

static void
set_expanded (PlxSidebar *self, GtkTreeListRow *tree_row, gboolean expanded)
{
  GListModel *children = gtk_tree_list_row_get_children (tree_row);
  guint position = gtk_tree_list_row_get_position (tree_row);
  guint n_children = children != NULL ? g_list_model_get_n_items (children) : 0;
  gboolean was_chosen = FALSE;

  for (guint i = 1; !expanded && i <= n_children && !was_chosen; i++)
    was_chosen = gtk_selection_model_is_selected (self->selection, position + i);

  gtk_tree_list_row_set_expanded (tree_row, expanded);
  /* What was chosen stays chosen, though it is seen no more. */
  if (was_chosen)
    gtk_selection_model_select_item (self->selection, position, FALSE);
}

/* A row far off is not there to take the focus: scrolling brings it. */
static void
focus_row (PlxSidebar *self, GtkTreeListRow *tree_row)
{
  GHashTableIter iter;
  gpointer row;

  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u",
                              gtk_tree_list_row_get_position (tree_row));
  g_hash_table_iter_init (&iter, self->bound_rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    {
      if (plx_sidebar_row_get_tree_row (row) == tree_row)
        {
          gtk_widget_grab_focus (gtk_widget_get_parent (row));
          return;
        }
    }
}

static void
popup_menu (PlxSidebar *self, PlxSidebarRow *row, const GdkRectangle *place)
{
  GtkTreeListRow *tree_row = row != NULL ? plx_sidebar_row_get_tree_row (row) : NULL;
  g_autoptr (GMenuModel) model = NULL;
  g_autoptr (GPtrArray) chosen = NULL;
  PlxStory *story;

  if (tree_row == NULL)
    return;
  if (!gtk_selection_model_is_selected (self->selection, gtk_tree_list_row_get_position (tree_row)))
    gtk_selection_model_select_item (self->selection, gtk_tree_list_row_get_position (tree_row), TRUE);
  chosen = plx_sidebar_dup_chosen (self, &story);
  model = plx_sidebar_menu_new (self->stories, story, chosen->len);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.remove", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.copy-headline", TRUE);

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
secondary_released_cb (PlxSidebar *self, int n_press, double x, double y, GtkGesture *gesture)
{
  PlxSidebarRow *row =
      plx_sidebar_row_of_widget (gtk_widget_pick (GTK_WIDGET (self->list_view), x, y, GTK_PICK_DEFAULT));
  double self_x, self_y;

  (void)n_press;
  if (row == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->list_view), GTK_WIDGET (self), x, y, &self_x, &self_y);
  popup_menu (self, row, &(GdkRectangle){ (int)self_x, (int)self_y, 1, 1 });
}

static void
popup_menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlxSidebar *self = PLX_SIDEBAR (widget);
  PlxSidebarRow *row = focused_row (self);
  graphene_rect_t bounds;

  (void)name;
  (void)parameter;
  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), widget, &bounds))
    return;
  popup_menu (
      self, row,
      &(GdkRectangle){ (int)bounds.origin.x, (int)bounds.origin.y, (int)bounds.size.width, (int)bounds.size.height });
}

static gboolean
key_pressed_cb (PlxSidebar *self, guint keyval, guint keycode, GdkModifierType state)
{
  PlxSidebarRow *row = focused_row (self);
  GtkTreeListRow *tree_row = row != NULL ? plx_sidebar_row_get_tree_row (row) : NULL;
  gboolean forward = keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right || keyval == GDK_KEY_plus;
  gboolean backward = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left || keyval == GDK_KEY_minus;

  (void)keycode;
  if (tree_row == NULL || (!forward && !backward) || (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL && keyval != GDK_KEY_plus
      && keyval != GDK_KEY_minus)
    forward = !forward;

  if (gtk_tree_list_row_is_expandable (tree_row))
    {
      set_expanded (self, tree_row, forward);
      return GDK_EVENT_STOP;
    }
  if (!forward)
    {
      g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (tree_row);

      if (parent != NULL)
        {
          gtk_selection_model_select_item (self->selection, gtk_tree_list_row_get_position (parent), TRUE);
          focus_row (self, parent);
        }
    }
  return GDK_EVENT_STOP;
}

static void
toggle_expanded_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlxSidebar *self = PLX_SIDEBAR (widget);
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, g_variant_get_uint32 (parameter));

  (void)name;
  if (row != NULL)
    set_expanded (self, row, !gtk_tree_list_row_get_expanded (row));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) chosen = plx_sidebar_dup_chosen (PLX_SIDEBAR (widget), NULL);

  (void)name;
  (void)parameter;
  if (chosen->len > 0)
    g_signal_emit_by_name (widget, "remove", chosen);
}

static void
move_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlxSidebar *self = PLX_SIDEBAR (widget);
  g_autoptr (GPtrArray) chosen = plx_sidebar_dup_chosen (self, NULL);
  g_autoptr (PlxStory) story = g_list_model_get_item (self->stories, g_variant_get_uint32 (parameter));

  (void)name;
  if (chosen->len > 0 && story != NULL)
    g_signal_emit_by_name (self, "move", chosen, story);
}

static void
move_to_new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) chosen = plx_sidebar_dup_chosen (PLX_SIDEBAR (widget), NULL);

  (void)name;
  (void)parameter;
  if (chosen->len > 0)
    g_signal_emit_by_name (widget, "move", chosen, NULL);
}

static void
copy_headline_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) chosen = plx_sidebar_dup_chosen (PLX_SIDEBAR (widget), NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  (void)name;
  (void)parameter;
  for (guint i = 0; i < chosen->len; i++)
    {
      PlxArticle *article = g_ptr_array_index (chosen, i);
      g_autofree char *label = plx_article_dup_label (article);
      const char *title = plx_article_get_title (article);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, title != NULL ? title : label);
    }
  if (text->len > 0)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
}

/* Called by the class. */
void
plx_sidebar_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sidebar.toggle-expanded", "u", toggle_expanded_action);
  gtk_widget_class_install_action (widget_class, "sidebar.menu", NULL, popup_menu_action);
  gtk_widget_class_install_action (widget_class, "sidebar.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "sidebar.move-to", "u", move_to_action);
  gtk_widget_class_install_action (widget_class, "sidebar.move-to-new", NULL, move_to_new_action);
  gtk_widget_class_install_action (widget_class, "sidebar.copy-headline", NULL, copy_headline_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "sidebar.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "sidebar.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "sidebar.menu", NULL);
}

/* Sets up the keys and the menu of a new sidebar. */
void
plx_sidebar_init_actions (PlxSidebar *self)
{
  GtkGesture *secondary_click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary_click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (secondary_click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (secondary_click, "released", G_CALLBACK (secondary_released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (secondary_click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), keys);

  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.remove", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.copy-headline", FALSE);
}
