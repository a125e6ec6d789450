/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "align-fixture.h"

const char *const fixture_harbour_gazette[] = {
  "The port of Velmora was shut on Tuesday after a tanker carrying 4,000 tonnes of palm oil ran aground at the harbour "
  "mouth, the harbour master Ilse Drenthe said.",
  "“We are treating this as a serious incident, and no ship will leave before the hull has been inspected,” Drenthe "
  "told reporters.",
  "Two sailors were treated for bruises. Nobody else was hurt.",
  "The tanker, the Corrigan Star, was built in 1998 and sails under the flag of Lumina.",
  "Fishermen blocked the customs road with crates in the afternoon to demand compensation for the lost catch.",
  NULL,
};

const char *const fixture_coast_radio[] = {
  "A tanker loaded with 4,000 tonnes of palm oil has run aground at the mouth of Velmora harbour, forcing the port to "
  "close on Tuesday.",
  "Angry fishermen put up a barricade of crates on the customs road and asked for compensation.",
  "Harbour master Ilse Drenthe said no ship would be allowed to leave until the hull had been inspected.",
  "Two sailors were treated for bruises.",
  "Coast Radio's weather desk expects calm seas for the rest of the week.",
  NULL,
};

const char *const fixture_inland_post[] = {
  "Velmora's port stayed closed on Wednesday, a day after the palm oil tanker Corrigan Star ran aground at the harbour "
  "mouth.",
  "The ship, built in 1998, flies the flag of Lumina.",
  "“We are treating this as a serious incident,” said the harbour master, Ilse Drenthe.",
  "Grain prices inland rose by a tenth.",
  NULL,
};

const char *const fixture_chess[] = {
  "Grandmaster Oswin Pell won the winter chess cup in Tarnhult with a quiet endgame.",
  "His opponent resigned after sixty-one moves. Nobody had expected that.",
  "The prize is a silver rook.",
  NULL,
};

static PlxAnnotation *
annotate (const char *const *paragraphs)
{
  g_autoptr (PlxArticle) article = plx_article_new ();

  plx_article_set_language (article, "en");
  for (; *paragraphs != NULL; paragraphs++)
    plx_article_add_paragraph (article, PLX_PARAGRAPH_TEXT, *paragraphs);
  plx_article_freeze (article);

  return plx_annotation_new (article);
}

Fixture *
fixture_new (const char *const *const *articles, guint n_articles)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->annotations = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_annotation_unref);
  self->pairs = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_pair_free);
  for (guint i = 0; i < n_articles; i++)
    g_ptr_array_add (self->annotations, annotate (articles[i]));
  self->entities = plx_entities_join (self->annotations);
  self->aligner = plx_aligner_new (self->annotations, self->entities);
  for (guint i = 0; i < n_articles; i++)
    for (guint j = i + 1; j < n_articles; j++)
      g_ptr_array_add (self->pairs, plx_aligner_align (self->aligner, i, j, NULL, NULL));
  self->statements = plx_statements_build (self->annotations, self->pairs);

  return self;
}

void
fixture_free (Fixture *self)
{
  g_ptr_array_unref (self->annotations);
  plx_entities_unref (self->entities);
  plx_aligner_free (self->aligner);
  g_ptr_array_unref (self->pairs);
  g_ptr_array_unref (self->statements);
  g_free (self);
}

const PlxPair *
fixture_get_pair (const Fixture *self, guint left, guint right)
{
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const PlxPair *pair = g_ptr_array_index (self->pairs, i);

      if (pair->left == left && pair->right == right)
        return pair;
    }
  g_assert_not_reached ();
}

/* The link between two paragraphs, or NULL. */
const PlxLink *
fixture_find_link (const PlxPair *pair, guint left, guint right)
{
  for (guint i = 0; i < pair->links->len; i++)
    {
      const PlxLink *link = g_ptr_array_index (pair->links, i);

      if (g_array_index (link->left, guint, 0) == left && g_array_index (link->right, guint, 0) == right)
        return link;
    }
  return NULL;
}
