/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare-view"

#include "config.h"

#include "ui/compare/plx-compare-head.h"

#include <glib/gi18n.h>

#include "ui/widgets/plx-source-dot.h"

/**
 * PlxCompareHead:
 *
 * What stands above a column: the source, the headline, how much of the article the others share, and a menu.
 *
 * ## CSS nodes
 *
 * `comparehead` with labels of the classes `.source`, `.title` and `.counts`.
 */
struct _PlxCompareHead
{
  GtkWidget parent_instance;

  PlxSourceDot *dot;
  GtkLabel *source;
  GtkWidget *pin;
  GtkMenuButton *menu;
  GtkLabel *title;
  GtkLabel *counts;
};

G_DEFINE_FINAL_TYPE (PlxCompareHead, plx_compare_head, GTK_TYPE_WIDGET)

static void
append_item (GMenu *menu, const char *label, const char *action, guint column)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, g_variant_new_uint32 (column));
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_menu (guint column, guint n_columns, gboolean is_reference)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) place = g_menu_new ();
  g_autoptr (GMenu) text = g_menu_new ();

  if (!is_reference)
    append_item (place, _ ("Make _Reference"), "compare.make-reference", column);
  if (column > 0)
    append_item (place, _ ("Move _Left"), "compare.move-left", column);
  if (column + 1 < n_columns)
    append_item (place, _ ("Move R_ight"), "compare.move-right", column);
  if (n_columns > 1)
    append_item (place, _ ("_Hide Column"), "compare.hide-column", column);
  append_item (text, _ ("_What Was Removed…"), "compare.show-removed", column);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (text));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
plx_compare_head_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (plx_compare_head_parent_class)->dispose (object);
}

static void
plx_compare_head_class_init (PlxCompareHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_compare_head_dispose;

  g_type_ensure (PLX_TYPE_SOURCE_DOT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/parallaxnews/Parallax/ui/compare/plx-compare-head.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxCompareHead, dot);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareHead, source);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareHead, pin);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareHead, menu);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareHead, title);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareHead, counts);
  gtk_widget_class_set_css_name (widget_class, "comparehead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plx_compare_head_init (PlxCompareHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_compare_head_dup_counts:
 * @comparison: the comparison
 * @rows: its rows
 * @column: a column
 *
 * Returns: (transfer full): how many passages the column has and how many of them others share, in translated words
 */
char *
plx_compare_head_dup_counts (PlxComparison *comparison, PlxRows *rows, guint column)
{
  guint counts[5];
  guint n_passages, n_shared, n_damaged = 0;
  guint last_damaged = 0;
  GString *words = g_string_new (NULL);
  const GArray *defects =
      plx_annotation_get_defects (plx_comparison_get_annotation (comparison, plx_rows_get_article (rows, column)));

  plx_rows_count_states (rows, column, counts);
  n_shared = counts[PLX_PASSAGE_SHARED] + counts[PLX_PASSAGE_REWORDED] + counts[PLX_PASSAGE_PARTIAL];
  n_passages = n_shared + counts[PLX_PASSAGE_ONLY_HERE];
  for (guint i = 0; i < defects->len; i++)
    {
      guint paragraph = g_array_index (defects, PlxDefect, i).paragraph;

      n_damaged += paragraph != last_damaged;
      last_damaged = paragraph;
    }

  /* Alone, an article is not cut into passages, and nothing can be said of what others have. */
  if (plx_rows_get_n_columns (rows) == 1)
    g_string_printf (words, ngettext ("%u paragraph", "%u paragraphs", n_passages), n_passages);
  else if (n_shared == n_passages)
    g_string_printf (words, ngettext ("%u passage, shared", "%u passages, all shared", n_passages), n_passages);
  else if (n_shared == 0)
    g_string_printf (words, ngettext ("%u passage, only here", "%u passages, all only here", n_passages), n_passages);
  else
    /* Translators: the first number is of passages that other articles have too. */
    g_string_printf (words, ngettext ("%u of %u passage shared", "%u of %u passages shared", n_passages), n_shared,
                     n_passages);
  if (n_damaged > 0)
    g_string_append_printf (words, ngettext (" · %u damaged", " · %u damaged", n_damaged), n_damaged);

  return g_string_free (words, FALSE);
}

/**
 * plx_compare_head_new:
 * @comparison: the comparison
 * @rows: its rows
 * @column: the column to stand above
 * @reference: the reference column
 * @color: colour of the source, from plx_source_colors_assign()
 *
 * Returns: (transfer floating): a head
 */
GtkWidget *
plx_compare_head_new (PlxComparison *comparison, PlxRows *rows, guint column, guint reference, guint color)
{
  PlxCompareHead *self = g_object_new (PLX_TYPE_COMPARE_HEAD, NULL);
  PlxArticle *article = plx_comparison_get_article (comparison, plx_rows_get_article (rows, column));
  const char *title = plx_article_get_title (article);
  guint n_columns = plx_rows_get_n_columns (rows);
  g_autofree char *source = plx_article_dup_label (article);
  g_autofree char *counts = plx_compare_head_dup_counts (comparison, rows, column);
  g_autofree char *menu_label = g_strdup_printf (_ ("Menu of %s"), source);
  g_autoptr (GMenuModel) menu = create_menu (column, n_columns, column == reference);

  plx_source_dot_set_color (self->dot, color);
  gtk_label_set_label (self->source, source);
  gtk_label_set_label (self->title, title != NULL ? title : _ ("Without a headline"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_widget_set_visible (self->pin, column == reference && n_columns > 1);
  gtk_label_set_label (self->counts, counts);
  gtk_menu_button_set_menu_model (self->menu, menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, menu_label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, source, -1);

  return GTK_WIDGET (self);
}
