/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/compare/plx-profile.h"
#include "engine/library/plx-library.h"

G_BEGIN_DECLS

/* What the library and its grouping share. */

/* An article of the library. */
typedef struct
{
  PlxArticle *article;
  PlxAnnotation *annotation;
  PlxProfile *profile;
  char *key;
  PlxStory *story;
  /* The user put it where it is: grouping leaves it alone. */
  gboolean placed_by_user;
  /* While what grouping found is put into effect: which of the stories found it is in, or G_MAXUINT. */
  guint found;
} PlxLibraryEntry;

/**
 * PlxLibrary:
 *
 * The user's articles, grouped into stories: a #GListModel of #PlxStory. Articles that share their event with no other
 * are in the list of plx_library_get_loose(). What the user moves stays where it was put.
 *
 * It lives in memory, for one session, and belongs to the thread that made it; only annotation and grouping happen in
 * others.
 */
struct _PlxLibrary
{
  GObject parent_instance;

  GListStore *stories;
  PlxStory *loose;
  /* (element-type Entry), in the order in which they came. */
  GPtrArray *entries;
  /* PlxArticle -> Entry, and key of a text -> Entry. */
  GHashTable *by_article;
  GHashTable *by_key;
  /* Stories that the user made or named: they stay even with one article. */
  GHashTable *kept;
  /* (element-type GTask): additions wait for the one before, so that their articles meet. */
  GQueue additions;
};

/* The state of a library when grouping begins; nothing in it changes while grouping runs in a thread. */
typedef struct
{
  /* (element-type PlxLibraryEntry), their profiles, and what the user has settled, for plx_grouping_assign(). */
  GPtrArray *entries;
  GPtrArray *profiles;
  GArray *fixed;
} PlxLibrarySnapshot;

void plx_library_entry_unref (PlxLibraryEntry *entry);
void plx_library_entry_put (PlxLibraryEntry *entry, PlxStory *story, guint position);
void plx_library_enter (PlxLibrary *self, PlxLibraryEntry *entry);
void plx_library_leave (PlxLibrary *self, PlxLibraryEntry *entry);
gboolean plx_library_has_story (PlxLibrary *self, PlxStory *story);
void plx_library_tidy (PlxLibrary *self, PlxStory *story);

PlxLibraryUndo *plx_library_undo_new (void);
GPtrArray *plx_library_undo_get_stories (const PlxLibraryUndo *undo);
void plx_library_undo_record (PlxLibraryUndo *undo, PlxLibrary *self, PlxLibraryEntry *entry);
void plx_library_undo_record_last (PlxLibraryUndo *undo, PlxLibrary *self, PlxStory *story);

const char *plx_library_find_title (GPtrArray *entries);
void plx_library_snapshot_free (PlxLibrarySnapshot *snapshot);
PlxLibrarySnapshot *plx_library_take_snapshot (PlxLibrary *self);
void plx_library_apply_grouping (PlxLibrary *self, const PlxLibrarySnapshot *snapshot, const GArray *numbers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxLibrarySnapshot, plx_library_snapshot_free)

G_END_DECLS
