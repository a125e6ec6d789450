/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare-view"

#include "config.h"

#include "ui/compare/plx-removed-window.h"

#include <glib/gi18n.h>

#include "engine/report/plx-report-words.h"

/**
 * PlxRemovedWindow:
 *
 * The lines that cleaning took out of an article, each with the reason, to be looked through and copied.
 */
struct _PlxRemovedWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkListView *list;

  PlxArticle *article;
};

G_DEFINE_FINAL_TYPE (PlxRemovedWindow, plx_removed_window, ADW_TYPE_WINDOW)

static char *
dup_caption (const PlxRemovedLine *line)
{
  return g_strdup_printf (_ ("Line %u: %s"), line->line, plx_report_removal_reason (line->reason));
}

static const PlxRemovedLine *
line_at (PlxRemovedWindow *self, guint position)
{
  return g_ptr_array_index (plx_article_get_removed (self->article), position);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *caption = gtk_label_new (NULL);
  GtkWidget *text = gtk_label_new (NULL);

  (void)factory;
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), text);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, PlxRemovedWindow *self)
{
  const PlxRemovedLine *line = line_at (self, gtk_list_item_get_position (item));
  GtkWidget *caption = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *words = dup_caption (line);

  (void)factory;
  gtk_label_set_label (GTK_LABEL (caption), words);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (caption)), line->text);
}

static void
copy_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlxRemovedWindow *self = PLX_REMOVED_WINDOW (widget);
  g_autoptr (GString) text = g_string_new (NULL);

  (void)name;
  (void)parameter;
  for (guint i = 0; i < plx_article_get_removed (self->article)->len; i++)
    {
      const PlxRemovedLine *line = line_at (self, i);
      g_autofree char *caption = dup_caption (line);

      g_string_append_printf (text, "%s\n%s\n", caption, line->text);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
}

static void
plx_removed_window_dispose (GObject *object)
{
  PlxRemovedWindow *self = PLX_REMOVED_WINDOW (object);

  g_clear_object (&self->article);

  G_OBJECT_CLASS (plx_removed_window_parent_class)->dispose (object);
}

static void
plx_removed_window_class_init (PlxRemovedWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_removed_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/parallaxnews/Parallax/ui/compare/plx-removed-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxRemovedWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, PlxRemovedWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxRemovedWindow, list);
  gtk_widget_class_install_action (widget_class, "removed.copy-all", NULL, copy_all_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plx_removed_window_init (PlxRemovedWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_removed_window_new:
 * @article: a frozen article
 *
 * Returns: (transfer none): a window, owned by GTK like every toplevel
 */
GtkWidget *
plx_removed_window_new (PlxArticle *article)
{
  PlxRemovedWindow *self = g_object_new (PLX_TYPE_REMOVED_WINDOW, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  guint n_lines = plx_article_get_removed (article)->len;
  g_autofree char *source = plx_article_dup_label (article);
  GListStore *lines = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_autoptr (GtkNoSelection) model = NULL;

  self->article = g_object_ref (article);
  adw_window_title_set_subtitle (self->window_title, source);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "removed.copy-all", n_lines > 0);
  gtk_stack_set_visible_child_name (self->stack, n_lines > 0 ? "list" : "empty");

  for (guint i = 0; i < n_lines; i++)
    {
      g_autoptr (GtkStringObject) line = gtk_string_object_new (line_at (self, i)->text);

      g_list_store_append (lines, line);
    }
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  model = gtk_no_selection_new (G_LIST_MODEL (lines));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));

  return GTK_WIDGET (self);
}
