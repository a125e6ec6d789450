/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/library/plx-library.h"

G_BEGIN_DECLS

#define PLX_TYPE_APPLICATION (plx_application_get_type ())
G_DECLARE_FINAL_TYPE (PlxApplication, plx_application, PLX, APPLICATION, AdwApplication)

PlxApplication *plx_application_new (void);
PlxLibrary *plx_application_get_library (PlxApplication *self);

G_END_DECLS
