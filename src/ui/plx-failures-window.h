/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_FAILURES_WINDOW (plx_failures_window_get_type ())
G_DECLARE_FINAL_TYPE (PlxFailuresWindow, plx_failures_window, PLX, FAILURES_WINDOW, AdwWindow)

PlxFailuresWindow *plx_failures_window_new (GPtrArray *failures);

G_END_DECLS
