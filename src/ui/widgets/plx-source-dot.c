/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-widgets"

#include "config.h"

#include "ui/widgets/plx-source-dot.h"

#include <adwaita.h>

#include "ui/widgets/plx-source-color.h"

/* Pixels at text scale 1. */
#define DIAMETER 12

/**
 * PlxSourceDot:
 *
 * A disc in the colour of a source. It stands beside the source's name and never for it, so its accessible role is
 * presentation.
 */
struct _PlxSourceDot
{
  GtkWidget parent_instance;

  guint color;
};

G_DEFINE_FINAL_TYPE (PlxSourceDot, plx_source_dot, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_COLOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
plx_source_dot_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  (void)widget;
  (void)orientation;
  (void)for_size;
  *minimum = *natural = DIAMETER;
  *minimum_baseline = *natural_baseline = -1;
}

static void
plx_source_dot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlxSourceDot *self = PLX_SOURCE_DOT (widget);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  float diameter = MIN (DIAMETER, MIN (width, height));
  GskRoundedRect disc;
  GdkRGBA rgba;

  plx_source_color_get (self->color, adw_style_manager_get_dark (adw_style_manager_get_default ()), &rgba);
  gsk_rounded_rect_init_from_rect (
      &disc, &GRAPHENE_RECT_INIT ((width - diameter) / 2, (height - diameter) / 2, diameter, diameter), diameter / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, &rgba, &disc.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
plx_source_dot_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_COLOR:
      g_value_set_uint (value, PLX_SOURCE_DOT (object)->color);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_source_dot_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_COLOR:
      plx_source_dot_set_color (PLX_SOURCE_DOT (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_source_dot_class_init (PlxSourceDotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plx_source_dot_get_property;
  object_class->set_property = plx_source_dot_set_property;
  widget_class->measure = plx_source_dot_measure;
  widget_class->snapshot = plx_source_dot_snapshot;

  properties[PROP_COLOR] = g_param_spec_uint ("color", NULL, NULL, 0, PLX_N_SOURCE_COLORS - 1, 0,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "source-dot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plx_source_dot_init (PlxSourceDot *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * plx_source_dot_new:
 * @color: a colour from plx_source_colors_assign()
 *
 * Returns: (transfer floating): a new dot
 */
GtkWidget *
plx_source_dot_new (guint color)
{
  return g_object_new (PLX_TYPE_SOURCE_DOT, "color", color, NULL);
}

/**
 * plx_source_dot_set_color:
 * @self: a dot
 * @color: a colour from plx_source_colors_assign()
 */
void
plx_source_dot_set_color (PlxSourceDot *self, guint color)
{
  g_return_if_fail (PLX_IS_SOURCE_DOT (self));
  g_return_if_fail (color < PLX_N_SOURCE_COLORS);

  if (self->color == color)
    return;
  self->color = color;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLOR]);
}
