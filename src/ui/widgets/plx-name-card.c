/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-widgets"

#include "config.h"

#include "ui/widgets/plx-name-card.h"

#include <glib/gi18n.h>

/* A card stays a card: more than this is counted, not listed. */
#define MAX_VARIANTS 5
#define MAX_REASONS  6

/**
 * PlxNameCard:
 *
 * What is known of a name: what it names, how each source writes it and how often, and why the spellings were joined.
 * It takes neither focus nor input, so that it can stand over text that is being read or selected.
 *
 * ## CSS nodes
 *
 * `namecard`, with grid and labels.
 */
struct _PlxNameCard
{
  GtkWidget parent_instance;

  GtkLabel *name;
  GtkLabel *kind;
  GtkGrid *variants;
  GtkLabel *reasons;

  char *text;
};

G_DEFINE_FINAL_TYPE (PlxNameCard, plx_name_card, GTK_TYPE_WIDGET)

static const char *
kind_in_words (PlxEntityType type)
{
  switch (type)
    {
    case PLX_ENTITY_PERSON:
      return _ ("Person");
    case PLX_ENTITY_ORG:
      return _ ("Organisation");
    case PLX_ENTITY_PLACE:
      return _ ("Place");
    case PLX_ENTITY_GROUP:
      return _ ("Group");
    case PLX_ENTITY_EVENT:
      return _ ("Event");
    case PLX_ENTITY_DATE:
      return _ ("Date");
    case PLX_ENTITY_QUANTITY:
      return _ ("Quantity");
    default:
      g_return_val_if_reached ("");
    }
}

/* "Kiev 8, Kyiv 1", or that the source does not have the name. */
static char *
dup_variants_of (const PlxEntity *entity, guint article, guint *n_mentions)
{
  GString *words = g_string_new (NULL);
  guint n = 0;

  *n_mentions = 0;
  for (guint i = 0; i < entity->variants->len; i++)
    {
      const PlxVariant *variant = &g_array_index (entity->variants, PlxVariant, i);

      if (variant->article != article)
        continue;
      *n_mentions += variant->count;
      if (n++ < MAX_VARIANTS)
        g_string_append_printf (words, "%s%s %u", words->len > 0 ? ", " : "", variant->text, variant->count);
    }
  if (n > MAX_VARIANTS)
    g_string_append_printf (words, ", %s", _ ("…"));
  if (n == 0)
    g_string_append (words, _ ("not named"));

  return g_string_free (words, FALSE);
}

/* One line for each spelling that was joined to the name, with the reason. */
static char *
dup_reasons (const PlxEntity *entity, const guint *articles, guint n_articles)
{
  GString *words = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entity->variants->len; i++)
    {
      const PlxVariant *variant = &g_array_index (entity->variants, PlxVariant, i);
      gboolean shown = FALSE;

      for (guint k = 0; k < n_articles; k++)
        shown |= articles[k] == variant->article;
      if (!shown || variant->reason == NULL || !g_hash_table_add (seen, variant->text))
        continue;
      if (g_hash_table_size (seen) > MAX_REASONS)
        {
          g_string_append (words, "\n…");
          break;
        }
      /* Translators: a spelling of a name, and why it was taken for the same name */
      g_string_append_printf (words, _ ("%s“%s”: %s"), words->len > 0 ? "\n" : "", variant->text, variant->reason);
    }

  return g_string_free (words, FALSE);
}

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_add_css_class (label, style);

  return label;
}

static void
plx_name_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (plx_name_card_parent_class)->dispose (object);
}

static void
plx_name_card_finalize (GObject *object)
{
  g_free (PLX_NAME_CARD (object)->text);

  G_OBJECT_CLASS (plx_name_card_parent_class)->finalize (object);
}

static void
plx_name_card_class_init (PlxNameCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_name_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_name_card_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/parallaxnews/Parallax/ui/widgets/plx-name-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxNameCard, name);
  gtk_widget_class_bind_template_child (widget_class, PlxNameCard, kind);
  gtk_widget_class_bind_template_child (widget_class, PlxNameCard, variants);
  gtk_widget_class_bind_template_child (widget_class, PlxNameCard, reasons);
  gtk_widget_class_set_css_name (widget_class, "namecard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLTIP);
}

static void
plx_name_card_init (PlxNameCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * plx_name_card_new:
 *
 * Returns: (transfer floating): an empty card
 */
GtkWidget *
plx_name_card_new (void)
{
  return g_object_new (PLX_TYPE_NAME_CARD, NULL);
}

/**
 * plx_name_card_set_entity:
 * @self: a card
 * @comparison: a comparison
 * @entity: id of one of its entities
 * @articles: (array length=n_articles): the articles to tell of, by index
 * @n_articles: how many
 *
 * Fills the card.
 */
void
plx_name_card_set_entity (PlxNameCard *self, PlxComparison *comparison, guint entity, const guint *articles,
                          guint n_articles)
{
  const PlxEntity *named;
  g_autoptr (GString) text = NULL;
  g_autofree char *reasons = NULL;
  g_autofree char *kind = NULL;
  GtkWidget *child;
  guint n_total = 0;

  g_return_if_fail (PLX_IS_NAME_CARD (self));
  g_return_if_fail (PLX_IS_COMPARISON (comparison));

  named = plx_entities_get (plx_comparison_get_entities (comparison), entity);
  text = g_string_new (named->name);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->variants))) != NULL)
    gtk_grid_remove (self->variants, child);
  for (guint i = 0; i < n_articles; i++)
    {
      g_autofree char *source = plx_article_dup_label (plx_comparison_get_article (comparison, articles[i]));
      guint n_mentions;
      g_autofree char *variants = dup_variants_of (named, articles[i], &n_mentions);

      gtk_grid_attach (self->variants, create_label (source, "dim-label"), 0, i, 1, 1);
      gtk_grid_attach (self->variants, create_label (variants, "variants"), 1, i, 1, 1);
      g_string_append_printf (text, " · %s: %s", source, variants);
      n_total += n_mentions;
    }

  reasons = dup_reasons (named, articles, n_articles);
  kind = g_strdup_printf (ngettext ("%s · named %u time", "%s · named %u times", n_total), kind_in_words (named->type),
                          n_total);
  gtk_label_set_label (self->name, named->name);
  gtk_label_set_label (self->kind, kind);
  gtk_label_set_label (self->reasons, reasons);
  gtk_widget_set_visible (GTK_WIDGET (self->reasons), *reasons != '\0');
  if (*reasons != '\0')
    g_string_append_printf (text, "\n%s", reasons);
  g_free (self->text);
  self->text = g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * plx_name_card_get_text:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): what the card shows, for assistive technology
 */
const char *
plx_name_card_get_text (PlxNameCard *self)
{
  g_return_val_if_fail (PLX_IS_NAME_CARD (self), NULL);
  return self->text;
}
