/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * PlxIncoming:
 * @files: (element-type GFile): files and folders
 * @texts: (element-type GBytes): forms of one text, the richest first: HTML, then plain
 * @n_links: how many links to web pages were among it
 *
 * What was dropped or pasted.
 */
typedef struct
{
  GPtrArray *files;
  GPtrArray *texts;
  guint n_links;
} PlxIncoming;

void plx_incoming_free (PlxIncoming *incoming);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxIncoming, plx_incoming_free)

GdkContentFormats *plx_incoming_get_formats (void);
gboolean plx_incoming_accepts (GdkContentFormats *formats);
void plx_incoming_read_clipboard_async (GdkClipboard *clipboard, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
void plx_incoming_read_drop_async (GdkDrop *drop, GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);
PlxIncoming *plx_incoming_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
