/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-annotation.h"
#include "engine/library/plx-story.h"

G_BEGIN_DECLS

#define PLX_TYPE_LIBRARY (plx_library_get_type ())
G_DECLARE_FINAL_TYPE (PlxLibrary, plx_library, PLX, LIBRARY, GObject)

/**
 * PlxLibraryAddition:
 * @added: (element-type PlxArticle): the articles that are new in the library, in the order given
 * @known: (element-type PlxArticle): for each article that was there already, the one that was there
 * @n_added: how many are new
 * @n_duplicates: how many were there already
 *
 * What came of adding articles to the library.
 */
typedef struct
{
  GPtrArray *added;
  GPtrArray *known;
  guint n_added;
  guint n_duplicates;
} PlxLibraryAddition;

void plx_library_addition_free (PlxLibraryAddition *addition);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxLibraryAddition, plx_library_addition_free)

/**
 * PlxLibraryUndo:
 *
 * Where articles stood before a change; given to plx_library_restore() to take the change back, or dropped.
 */
typedef struct _PlxLibraryUndo PlxLibraryUndo;

void plx_library_undo_free (PlxLibraryUndo *undo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxLibraryUndo, plx_library_undo_free)

/* Called in the working thread after each article. */
typedef void (*PlxLibraryProgress) (guint done, guint total, gpointer user_data);

PlxLibrary *plx_library_new (void);
PlxStory *plx_library_get_loose (PlxLibrary *self);
guint plx_library_get_n_articles (PlxLibrary *self);
PlxStory *plx_library_find_story (PlxLibrary *self, PlxArticle *article);
PlxAnnotation *plx_library_get_annotation (PlxLibrary *self, PlxArticle *article);

void plx_library_add_async (PlxLibrary *self, GPtrArray *articles, PlxLibraryProgress progress, gpointer progress_data,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
PlxLibraryAddition *plx_library_add_finish (PlxLibrary *self, GAsyncResult *result, GError **error);
PlxLibraryUndo *plx_library_remove (PlxLibrary *self, GPtrArray *articles);
PlxLibraryUndo *plx_library_move (PlxLibrary *self, GPtrArray *articles, PlxStory *story);
PlxStory *plx_library_new_story (PlxLibrary *self, GPtrArray *articles, const char *title, PlxLibraryUndo **undo);
void plx_library_rename (PlxLibrary *self, PlxStory *story, const char *title);
void plx_library_restore (PlxLibrary *self, PlxLibraryUndo *undo);

G_END_DECLS
