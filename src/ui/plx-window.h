/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/plx-application.h"

G_BEGIN_DECLS

#define PLX_TYPE_WINDOW (plx_window_get_type ())
G_DECLARE_FINAL_TYPE (PlxWindow, plx_window, PLX, WINDOW, AdwApplicationWindow)

PlxWindow *plx_window_new (PlxApplication *application);
void plx_window_import_files (PlxWindow *self, GPtrArray *files);
void plx_window_open_sample (PlxWindow *self);

G_END_DECLS
