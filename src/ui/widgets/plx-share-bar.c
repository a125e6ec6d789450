/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-widgets"

#include "config.h"

#include "ui/widgets/plx-share-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define HEIGHT 4
#define GAP    1

/**
 * PlxShareBar:
 *
 * A thin bar in three parts: shared, reworded, only here. Its description says the same in words.
 */
struct _PlxShareBar
{
  GtkWidget parent_instance;

  PlxShares shares;
};

G_DEFINE_FINAL_TYPE (PlxShareBar, plx_share_bar, GTK_TYPE_WIDGET)

static guint
percent (double share)
{
  return (guint)lround (share * 100.0);
}

static void
plx_share_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  (void)widget;
  (void)for_size;
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 3 * HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
plx_share_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const char *const colors[2][3] = { { "#9a9996", "#3584e4", "#e5a50a" }, { "#77767b", "#62a0ea", "#f5c211" } };
  PlxShareBar *self = PLX_SHARE_BAR (widget);
  const double parts[3] = { self->shares.shared, self->shares.reworded, self->shares.only_here };
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  double before = 0.0;
  GskRoundedRect bar;

  gsk_rounded_rect_init_from_rect (&bar, &GRAPHENE_RECT_INIT (0, 0, width, height), height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      float start = roundf ((float)before * width);
      float end = roundf ((float)(before + parts[i]) * width);
      GdkRGBA color;

      before += parts[i];
      if (end - start < 1.0f)
        continue;
      if (end < width && end - start > 2 * GAP)
        end -= GAP;
      gdk_rgba_parse (&color, colors[dark][i]);
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT (mirrored ? width - end : start, 0, end - start, height));
    }
  gtk_snapshot_pop (snapshot);
}

static void
plx_share_bar_class_init (PlxShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = plx_share_bar_measure;
  widget_class->snapshot = plx_share_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "share-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plx_share_bar_init (PlxShareBar *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * plx_share_bar_set_shares:
 * @self: a bar
 * @shares: what to show
 */
void
plx_share_bar_set_shares (PlxShareBar *self, const PlxShares *shares)
{
  g_autofree char *description = NULL;

  g_return_if_fail (PLX_IS_SHARE_BAR (self));

  self->shares = *shares;
  description = plx_shares_dup_description (shares);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * plx_shares_dup_description:
 * @shares: shares of an article's text
 *
 * Returns: (transfer full): the shares in words and whole percents
 */
char *
plx_shares_dup_description (const PlxShares *shares)
{
  /* Translators: how much of an article's text other articles have too. */
  return g_strdup_printf (_ ("%u%% shared, %u%% reworded, %u%% only here"), percent (shares->shared),
                          percent (shares->reworded), percent (shares->only_here));
}
