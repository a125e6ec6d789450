/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-sidebar"

#include "config.h"

#include "ui/sidebar/plx-sidebar-private.h"

#include "ui/sidebar/plx-article-shares.h"
#include "ui/sidebar/plx-sidebar-drag.h"
#include "ui/widgets/plx-source-color.h"

/**
 * PlxSidebar:
 *
 * The stories with their articles, and the articles that are in no story. What is selected is chosen to be compared:
 * a story's heading stands for all its articles.
 */
G_DEFINE_FINAL_TYPE (PlxSidebar, plx_sidebar, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SEARCH_MODE,
  N_PROPS
};

enum
{
  CHOSEN,
  ACTIVATED,
  REMOVE,
  MOVE,
  N_SIGNALS
};

/* Long enough that arrow keys held down do not compare every story they pass, short enough not to be noticed. */
#define CHOICE_DELAY_MS 60

/* In longer lists colours repeat many times over: dealing them out says nothing more, and takes its time for each row.
 */
#define MAX_DEALT_COLORS 64

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static int
index_in_comparison (PlxSidebar *self, PlxArticle *article)
{
  guint n_articles = self->comparison != NULL ? plx_comparison_get_n_articles (self->comparison) : 0;

  for (guint i = 0; i < n_articles; i++)
    {
      if (plx_comparison_get_article (self->comparison, i) == article)
        return (int)i;
    }
  return -1;
}

/* Colours are dealt out among articles that are seen together: those compared, or else those of a story that is not
 * too long for it. */
static guint
article_color (PlxSidebar *self, PlxArticle *article, GtkTreeListRow *tree_row)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (tree_row);
  g_autofree guint *colors = NULL;
  int position = index_in_comparison (self, article);

  if (position >= 0)
    {
      for (guint i = 0; i < plx_comparison_get_n_articles (self->comparison); i++)
        g_ptr_array_add (sources, (char *)plx_article_get_source (plx_comparison_get_article (self->comparison, i)));
    }
  else if (parent != NULL)
    {
      g_autoptr (GListModel) story = gtk_tree_list_row_get_item (parent);
      guint n_articles = g_list_model_get_n_items (story);

      for (guint i = 0; n_articles <= MAX_DEALT_COLORS && i < n_articles; i++)
        {
          g_autoptr (PlxArticle) other = g_list_model_get_item (story, i);

          if (other == article)
            position = (int)i;
          g_ptr_array_add (sources, (char *)plx_article_get_source (other));
        }
    }
  if (position < 0)
    return plx_source_color_of_name (plx_article_get_source (article));

  colors = g_new (guint, sources->len);
  plx_source_colors_assign ((const char *const *)sources->pdata, sources->len, colors);
  return colors[position];
}

static void
update_row (PlxSidebar *self, PlxSidebarRow *row)
{
  GtkTreeListRow *tree_row = plx_sidebar_row_get_tree_row (row);
  g_autoptr (GObject) item = tree_row != NULL ? gtk_tree_list_row_get_item (tree_row) : NULL;
  int position;
  PlxShares shares;

  if (item == NULL || !PLX_IS_ARTICLE (item))
    {
      plx_sidebar_row_set_compared (row, FALSE);
      return;
    }
  position = index_in_comparison (self, PLX_ARTICLE (item));
  plx_sidebar_row_set_color (row, article_color (self, PLX_ARTICLE (item), tree_row));
  plx_sidebar_row_set_compared (row, position >= 0);
  if (position >= 0 && plx_article_shares (self->comparison, (guint)position, &shares))
    plx_sidebar_row_set_shares (row, &shares);
  else
    plx_sidebar_row_set_shares (row, NULL);
}

static void
update_all_rows (PlxSidebar *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->bound_rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    update_row (self, row);
}

static GPtrArray *
selected_items (PlxSidebar *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;

  if (self->selection == NULL)
    return items;
  selected = gtk_selection_model_get_selection (self->selection);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      if (row != NULL)
        g_ptr_array_add (items, gtk_tree_list_row_get_item (row));
    }
  return items;
}

static gboolean
tell_chosen_cb (gpointer user_data)
{
  PlxSidebar *self = user_data;
  g_autoptr (GPtrArray) chosen = plx_sidebar_dup_chosen (self, NULL);

  self->changed_source = 0;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.remove", chosen->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.copy-headline", chosen->len > 0);
  g_signal_emit (self, signals[CHOSEN], 0);
  return G_SOURCE_REMOVE;
}

static void
choice_changed (PlxSidebar *self)
{
  if (self->changed_source == 0)
    self->changed_source = g_timeout_add (CHOICE_DELAY_MS, tell_chosen_cb, self);
}

static void
tree_changed_cb (PlxSidebar *self)
{
  gboolean nothing_found =
      plx_sidebar_filter_is_active (self->filter) && g_list_model_get_n_items (G_LIST_MODEL (self->tree)) == 0;

  gtk_stack_set_visible_child_name (self->stack, nothing_found ? "nothing-found" : "list");
  choice_changed (self);
}

static void
search_changed_cb (PlxSidebar *self)
{
  if (self->filter == NULL)
    return;
  plx_sidebar_filter_set_words (self->filter, gtk_editable_get_text (self->search_entry));
  if (!plx_sidebar_filter_is_active (self->filter))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, i);

      if (gtk_tree_list_row_is_expandable (row))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static void
activate_cb (PlxSidebar *self, guint position)
{
  (void)position;
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
tell_activated_cb (gpointer user_data)
{
  PlxSidebar *self = user_data;

  self->activated_source = 0;
  g_signal_emit (self, signals[ACTIVATED], 0);
  return G_SOURCE_REMOVE;
}

/* The rows claim the click, so it is seen on its way down to them and told when they are done with it. */
static void
pressed_cb (PlxSidebar *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->list_view), x, y, GTK_PICK_DEFAULT);

  if (n_press != 1 || (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0 || plx_sidebar_row_of_widget (widget) == NULL
      || gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON) != NULL)
    return;
  if (self->activated_source == 0)
    self->activated_source = g_timeout_add (2 * CHOICE_DELAY_MS, tell_activated_cb, self);
}

static void
bind_row_cb (PlxSidebar *self, GtkListItem *item)
{
  PlxSidebarRow *row = PLX_SIDEBAR_ROW (gtk_list_item_get_child (item));

  plx_sidebar_row_bind (row, gtk_list_item_get_item (item));
  g_hash_table_add (self->bound_rows, row);
  update_row (self, row);
}

static void
unbind_row_cb (PlxSidebar *self, GtkListItem *item)
{
  PlxSidebarRow *row = PLX_SIDEBAR_ROW (gtk_list_item_get_child (item));

  g_hash_table_remove (self->bound_rows, row);
  plx_sidebar_row_unbind (row);
}

static void
setup_row_cb (PlxSidebar *self, GtkListItem *item)
{
  PlxSidebarRow *row = plx_sidebar_row_new ();

  plx_sidebar_drag_add_to_row (row, self);
  gtk_list_item_set_child (item, GTK_WIDGET (row));
}

static GListModel *
create_children_cb (gpointer item, gpointer user_data)
{
  PlxSidebar *self = user_data;

  return PLX_IS_STORY (item) ? plx_sidebar_filter_new_articles (self->filter, item) : NULL;
}

static void
plx_sidebar_dispose (GObject *object)
{
  PlxSidebar *self = PLX_SIDEBAR (object);

  g_clear_handle_id (&self->changed_source, g_source_remove);
  g_clear_handle_id (&self->activated_source, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  if (self->tree != NULL)
    g_signal_handlers_disconnect_by_data (self->tree, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_clear_object (&self->filter);
  g_clear_object (&self->stories);
  g_clear_object (&self->comparison);

  G_OBJECT_CLASS (plx_sidebar_parent_class)->dispose (object);
}

static void
plx_sidebar_finalize (GObject *object)
{
  g_hash_table_unref (PLX_SIDEBAR (object)->bound_rows);

  G_OBJECT_CLASS (plx_sidebar_parent_class)->finalize (object);
}

static void
plx_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SEARCH_MODE)
    g_value_set_boolean (value, PLX_SIDEBAR (object)->search_mode);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
plx_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlxSidebar *self = PLX_SIDEBAR (object);

  if (id != PROP_SEARCH_MODE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->search_mode == g_value_get_boolean (value))
    return;
  self->search_mode = g_value_get_boolean (value);
  if (!self->search_mode && self->search_entry != NULL)
    gtk_editable_set_text (self->search_entry, "");
  g_object_notify_by_pspec (object, pspec);
}

static void
plx_sidebar_class_init (PlxSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_sidebar_dispose;
  object_class->finalize = plx_sidebar_finalize;
  object_class->get_property = plx_sidebar_get_property;
  object_class->set_property = plx_sidebar_set_property;

  /**
   * PlxSidebar:search-mode:
   *
   * Whether the entry that filters the list is shown.
   */
  properties[PROP_SEARCH_MODE] = g_param_spec_boolean (
      "search-mode", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlxSidebar::chosen:
   *
   * Emitted a moment after the choice of articles, or the articles of a chosen story, may have changed.
   */
  signals[CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * PlxSidebar::activated:
   *
   * Emitted when a row was clicked, or Enter pressed on it.
   */
  signals[ACTIVATED] =
      g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * PlxSidebar::remove:
   * @articles: (element-type PlxArticle): what the user wants to be rid of
   */
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  /**
   * PlxSidebar::move:
   * @articles: (element-type PlxArticle): what the user wants to move
   * @story: (nullable): where to, or %NULL for a new story
   */
  signals[MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_PTR_ARRAY, PLX_TYPE_STORY);

  gtk_widget_class_set_css_name (widget_class, "sidebar");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/parallaxnews/Parallax/ui/sidebar/plx-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSidebar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebar, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);

  plx_sidebar_install_actions (widget_class);
}

static void
plx_sidebar_init (PlxSidebar *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->bound_rows = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (click));
  plx_sidebar_init_actions (self);
}

/**
 * plx_sidebar_set_stories:
 * @self: a sidebar
 * @stories: (element-type PlxStory): the stories
 * @loose: the articles that are in no story
 *
 * Shows these stories and follows their changes. To be called once.
 */
void
plx_sidebar_set_stories (PlxSidebar *self, GListModel *stories, PlxStory *loose)
{
  g_return_if_fail (PLX_IS_SIDEBAR (self));
  g_return_if_fail (self->tree == NULL);

  self->stories = g_object_ref (stories);
  self->filter = plx_sidebar_filter_new (stories, loose);
  self->tree = gtk_tree_list_model_new (plx_sidebar_filter_dup_stories (self->filter), FALSE, TRUE, create_children_cb,
                                        self, NULL);
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->tree))));
  g_signal_connect_object (self->tree, "items-changed", G_CALLBACK (tree_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (choice_changed), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, self->selection);
}

/**
 * plx_sidebar_dup_chosen:
 * @self: a sidebar
 * @story: (out) (optional) (nullable) (transfer none): the one story they are all of, if there is one
 *
 * Returns: (transfer full) (element-type PlxArticle): the articles chosen to be compared, from top to bottom
 */
GPtrArray *
plx_sidebar_dup_chosen (PlxSidebar *self, PlxStory **story)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) items = NULL;

  g_return_val_if_fail (PLX_IS_SIDEBAR (self), chosen);

  items = selected_items (self);
  for (guint i = 0; i < items->len; i++)
    {
      gpointer item = g_ptr_array_index (items, i);

      if (PLX_IS_ARTICLE (item))
        {
          if (g_hash_table_add (known, item))
            g_ptr_array_add (chosen, g_object_ref (item));
          continue;
        }
      for (guint j = 0; j < g_list_model_get_n_items (item); j++)
        {
          g_autoptr (PlxArticle) article = g_list_model_get_item (item, j);

          if (g_hash_table_add (known, article))
            g_ptr_array_add (chosen, g_steal_pointer (&article));
        }
    }
  if (story != NULL)
    *story = self->filter != NULL ? plx_sidebar_filter_get_common_story (self->filter, chosen) : NULL;
  return chosen;
}

/**
 * plx_sidebar_choose_story:
 * @self: a sidebar
 * @story: one of its stories
 *
 * Selects the story's heading and brings it into view.
 */
void
plx_sidebar_choose_story (PlxSidebar *self, PlxStory *story)
{
  g_return_if_fail (PLX_IS_SIDEBAR (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, i);
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);

      if (item != G_OBJECT (story))
        continue;
      gtk_selection_model_select_item (self->selection, i, TRUE);
      gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", i);
      return;
    }
}

/**
 * plx_sidebar_choose_articles:
 * @self: a sidebar
 * @articles: (element-type PlxArticle): articles of its stories
 *
 * Selects these articles alone and brings the first into view.
 */
void
plx_sidebar_choose_articles (PlxSidebar *self, GPtrArray *articles)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = NULL;
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);

  g_return_if_fail (PLX_IS_SIDEBAR (self));

  for (guint i = 0; i < articles->len; i++)
    g_hash_table_add (wanted, g_ptr_array_index (articles, i));
  /* The list grows while headings unfold. */
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, i);
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);

      if (PLX_IS_ARTICLE (item) && g_hash_table_contains (wanted, item))
        gtk_bitset_add (selected, i);
      else if (PLX_IS_STORY (item) && !gtk_tree_list_row_get_expanded (row))
        {
          gboolean unfolds = FALSE;

          for (guint j = 0; !unfolds && j < g_list_model_get_n_items (G_LIST_MODEL (item)); j++)
            {
              g_autoptr (PlxArticle) article = g_list_model_get_item (G_LIST_MODEL (item), j);

              unfolds = g_hash_table_contains (wanted, article);
            }
          if (unfolds)
            gtk_tree_list_row_set_expanded (row, TRUE);
        }
    }
  if (gtk_bitset_is_empty (selected))
    return;

  all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->tree)));
  gtk_selection_model_set_selection (self->selection, selected, all);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u",
                              gtk_bitset_get_minimum (selected));
}

/**
 * plx_sidebar_set_comparison:
 * @self: a sidebar
 * @comparison: (nullable): what is shown beside it
 *
 * Marks the articles that are laid side by side and shows how much of each the others have.
 */
void
plx_sidebar_set_comparison (PlxSidebar *self, PlxComparison *comparison)
{
  g_return_if_fail (PLX_IS_SIDEBAR (self));

  if (g_set_object (&self->comparison, comparison))
    update_all_rows (self);
}

/**
 * plx_sidebar_get_list:
 * @self: a sidebar
 *
 * Returns: (transfer none): the list in it
 */
GtkListView *
plx_sidebar_get_list (PlxSidebar *self)
{
  g_return_val_if_fail (PLX_IS_SIDEBAR (self), NULL);
  return self->list_view;
}
