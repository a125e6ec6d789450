/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/import/plx-import-error.h"

G_DEFINE_QUARK (plx - import - error - quark, plx_import_error)
