/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-sidebar"

#include "config.h"

#include "ui/sidebar/plx-sidebar-row.h"

#include <glib/gi18n.h>

#include "ui/widgets/plx-source-dot.h"

/**
 * PlxSidebarRow:
 *
 * A line of the sidebar: the heading of a story, or an article. The list reuses it for one after the other.
 */
struct _PlxSidebarRow
{
  AdwBin parent_instance;

  GtkWidget *heading;
  GtkWidget *expand_button;
  GtkImage *expand_icon;
  GtkLabel *title_label;
  GtkLabel *count_label;

  GtkWidget *article;
  PlxSourceDot *dot;
  GtkLabel *source_label;
  GtkLabel *date_label;
  GtkLabel *headline_label;
  PlxShareBar *share_bar;

  GtkTreeListRow *tree_row;
  GSignalGroup *tree_row_signals;
  GSignalGroup *story_signals;
  PlxShares shares;
};

G_DEFINE_FINAL_TYPE (PlxSidebarRow, plx_sidebar_row, ADW_TYPE_BIN)

/* The name that a screen reader says belongs to the list's own widget around this one. */
static void
update_accessible_name (PlxSidebarRow *self, const char *name)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_heading (PlxSidebarRow *self, PlxStory *story)
{
  const char *title = plx_story_get_title (story);
  guint n_articles = g_list_model_get_n_items (G_LIST_MODEL (story));
  gboolean expanded = gtk_tree_list_row_get_expanded (self->tree_row);
  const char *expand = expanded ? _ ("Hide Articles") : _ ("Show Articles");
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *count = g_strdup_printf ("%u", n_articles);
  g_autofree char *name = NULL;

  if (title == NULL)
    title = _ ("Not in a Story");
  /* Translators: a story's title, then how many articles it has. */
  name = g_strdup_printf (ngettext ("%s, %u article", "%s, %u articles", n_articles), title, n_articles);

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->count_label, count);
  gtk_image_set_from_icon_name (self->expand_icon, expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_tooltip_text (self->expand_button, expand);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expand_button), GTK_ACCESSIBLE_PROPERTY_LABEL, expand, -1);
  update_accessible_name (self, name);
  if (parent != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

static void
update_article (PlxSidebarRow *self, PlxArticle *article)
{
  const char *title = plx_article_get_title (article);
  g_autofree char *label = plx_article_dup_label (article);
  g_autofree char *day = plx_article_dup_day (article);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  gboolean has_shares = gtk_widget_get_visible (GTK_WIDGET (self->share_bar));
  g_autofree char *shares = has_shares ? plx_shares_dup_description (&self->shares) : NULL;
  g_autoptr (GString) name = g_string_new (label);

  gtk_label_set_label (self->source_label, label);
  gtk_label_set_label (self->date_label, day != NULL ? day : "");
  gtk_widget_set_visible (GTK_WIDGET (self->date_label), day != NULL);
  gtk_label_set_label (self->headline_label, title != NULL ? title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->headline_label), title != NULL);

  if (day != NULL)
    g_string_append_printf (name, ", %s", day);
  if (title != NULL)
    g_string_append_printf (name, ", %s", title);
  if (shares != NULL)
    g_string_append_printf (name, ", %s", shares);
  update_accessible_name (self, name->str);
  if (parent != NULL)
    gtk_accessible_reset_state (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_STATE_EXPANDED);
}

static void
update (PlxSidebarRow *self)
{
  g_autoptr (GObject) item = self->tree_row != NULL ? gtk_tree_list_row_get_item (self->tree_row) : NULL;

  if (item == NULL)
    return;
  gtk_widget_set_visible (self->heading, PLX_IS_STORY (item));
  gtk_widget_set_visible (self->article, PLX_IS_ARTICLE (item));
  if (PLX_IS_STORY (item))
    update_heading (self, PLX_STORY (item));
  else
    update_article (self, PLX_ARTICLE (item));
}

/* Only what is cut off needs to be told. */
static gboolean
query_tooltip_cb (GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  (void)x;
  (void)y;
  (void)keyboard;
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}

static void
expand_clicked_cb (PlxSidebarRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sidebar.toggle-expanded", "u",
                              gtk_tree_list_row_get_position (self->tree_row));
}

static void
plx_sidebar_row_dispose (GObject *object)
{
  PlxSidebarRow *self = PLX_SIDEBAR_ROW (object);

  plx_sidebar_row_unbind (self);
  g_clear_object (&self->tree_row_signals);
  g_clear_object (&self->story_signals);

  G_OBJECT_CLASS (plx_sidebar_row_parent_class)->dispose (object);
}

static void
plx_sidebar_row_class_init (PlxSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_sidebar_row_dispose;

  g_type_ensure (PLX_TYPE_SOURCE_DOT);
  g_type_ensure (PLX_TYPE_SHARE_BAR);
  gtk_widget_class_set_css_name (widget_class, "sidebar-row");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/parallaxnews/Parallax/ui/sidebar/plx-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSidebarRow, heading);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebarRow, expand_button);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebarRow, expand_icon);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebarRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebarRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebarRow, article);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebarRow, dot);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebarRow, source_label);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebarRow, date_label);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebarRow, headline_label);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebarRow, share_bar);
  gtk_widget_class_bind_template_callback (widget_class, expand_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
plx_sidebar_row_init (PlxSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->tree_row_signals = g_signal_group_new (GTK_TYPE_TREE_LIST_ROW);
  g_signal_group_connect_swapped (self->tree_row_signals, "notify::expanded", G_CALLBACK (update), self);
  self->story_signals = g_signal_group_new (PLX_TYPE_STORY);
  g_signal_group_connect_swapped (self->story_signals, "notify::title", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->story_signals, "items-changed", G_CALLBACK (update), self);
}

/**
 * plx_sidebar_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
PlxSidebarRow *
plx_sidebar_row_new (void)
{
  return g_object_new (PLX_TYPE_SIDEBAR_ROW, NULL);
}

/**
 * plx_sidebar_row_bind:
 * @self: a row
 * @tree_row: what to show: its item is a #PlxStory or a #PlxArticle
 *
 * Shows a story's heading or an article, without shares and not as compared.
 */
void
plx_sidebar_row_bind (PlxSidebarRow *self, GtkTreeListRow *tree_row)
{
  g_autoptr (GObject) item = NULL;

  g_return_if_fail (PLX_IS_SIDEBAR_ROW (self));

  plx_sidebar_row_unbind (self);
  self->tree_row = g_object_ref (tree_row);
  item = gtk_tree_list_row_get_item (tree_row);
  g_signal_group_set_target (self->tree_row_signals, PLX_IS_STORY (item) ? tree_row : NULL);
  g_signal_group_set_target (self->story_signals, PLX_IS_STORY (item) ? item : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->share_bar), FALSE);
  update (self);
}

/**
 * plx_sidebar_row_unbind:
 * @self: a row
 *
 * Lets go of what is shown.
 */
void
plx_sidebar_row_unbind (PlxSidebarRow *self)
{
  g_return_if_fail (PLX_IS_SIDEBAR_ROW (self));

  g_signal_group_set_target (self->tree_row_signals, NULL);
  g_signal_group_set_target (self->story_signals, NULL);
  g_clear_object (&self->tree_row);
}

/**
 * plx_sidebar_row_get_tree_row:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what is shown
 */
GtkTreeListRow *
plx_sidebar_row_get_tree_row (PlxSidebarRow *self)
{
  g_return_val_if_fail (PLX_IS_SIDEBAR_ROW (self), NULL);
  return self->tree_row;
}

/**
 * plx_sidebar_row_set_color:
 * @self: a row
 * @color: colour of the article's source, from plx_source_colors_assign()
 */
void
plx_sidebar_row_set_color (PlxSidebarRow *self, guint color)
{
  g_return_if_fail (PLX_IS_SIDEBAR_ROW (self));
  plx_source_dot_set_color (self->dot, color);
}

/**
 * plx_sidebar_row_set_shares:
 * @self: a row
 * @shares: (nullable): how the article's text divides, or %NULL when that is not known
 */
void
plx_sidebar_row_set_shares (PlxSidebarRow *self, const PlxShares *shares)
{
  g_return_if_fail (PLX_IS_SIDEBAR_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->share_bar), shares != NULL);
  if (shares != NULL)
    {
      self->shares = *shares;
      plx_share_bar_set_shares (self->share_bar, shares);
    }
  update (self);
}

/**
 * plx_sidebar_row_set_compared:
 * @self: a row
 * @compared: whether the article is one of those that are laid side by side
 */
void
plx_sidebar_row_set_compared (PlxSidebarRow *self, gboolean compared)
{
  GtkWidget *parent;

  g_return_if_fail (PLX_IS_SIDEBAR_ROW (self));

  /* The list's own widget around this one has the rounded background. */
  parent = gtk_widget_get_parent (GTK_WIDGET (self));
  if (parent == NULL)
    return;
  if (compared)
    gtk_widget_add_css_class (parent, "compared");
  else
    gtk_widget_remove_css_class (parent, "compared");
}

/**
 * plx_article_dup_day:
 * @article: an article
 *
 * Returns: (transfer full) (nullable): the day it was published for people to read, the year only when it isn't this
 * one; as written when it is not a date, %NULL when it is not known
 */
char *
plx_article_dup_day (PlxArticle *article)
{
  const char *published = plx_article_get_published (article);
  g_autoptr (GTimeZone) utc = NULL;
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *full = NULL;

  if (published == NULL)
    return NULL;
  utc = g_time_zone_new_utc ();
  full = strchr (published, 'T') != NULL ? g_strdup (published) : g_strconcat (published, "T00:00:00", NULL);
  date = g_date_time_new_from_iso8601 (full, utc);
  if (date == NULL)
    return g_strdup (published);
  now = g_date_time_new_now_local ();
  if (g_date_time_get_year (date) == g_date_time_get_year (now))
    /* Translators: day and month, as “24 Apr”; see strftime(3). */
    return g_date_time_format (date, _ ("%-e %b"));
  /* Translators: day, month and year, as “24 Apr 2025”; see strftime(3). */
  return g_date_time_format (date, _ ("%-e %b %Y"));
}
