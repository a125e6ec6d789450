/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxImportError:
 * @PLX_IMPORT_ERROR_UNREADABLE: the bytes could not be read (permission, gone, I/O)
 * @PLX_IMPORT_ERROR_EMPTY: there is nothing in it
 * @PLX_IMPORT_ERROR_NOT_TEXT: it is not a kind of document Parallax reads
 * @PLX_IMPORT_ERROR_TOO_LARGE: larger than Parallax reads
 * @PLX_IMPORT_ERROR_NO_ARTICLE: readable, but no article text was found in it
 *
 * Why an input did not become an article. Messages name the reason in a sentence fit for the user, not the file.
 */
typedef enum
{
  PLX_IMPORT_ERROR_UNREADABLE,
  PLX_IMPORT_ERROR_EMPTY,
  PLX_IMPORT_ERROR_NOT_TEXT,
  PLX_IMPORT_ERROR_TOO_LARGE,
  PLX_IMPORT_ERROR_NO_ARTICLE,
} PlxImportError;

#define PLX_IMPORT_ERROR (plx_import_error_quark ())
GQuark plx_import_error_quark (void);

G_END_DECLS
