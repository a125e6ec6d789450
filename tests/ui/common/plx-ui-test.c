/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-ui-test"

#include "config.h"

#include "plx-ui-test.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <gdk/x11/gdkx.h>
#include <glib/gstdio.h>

#define TIMEOUT_SECONDS 20

typedef struct
{
  PlxTestBody body;
  PlxWindow *window;
  gboolean done;
} Run;

typedef struct
{
  char *text;
  gboolean done;
} ClipboardText;

/* A connection beside GTK's, as another program would have. */
static Display *display;

static gboolean
wake_cb (gpointer user_data)
{
  (void)user_data;
  return G_SOURCE_CONTINUE;
}

static gboolean
elapsed_cb (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_mapped (gpointer user_data)
{
  return gtk_widget_get_mapped (user_data);
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ClipboardText *read = user_data;

  read->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  read->done = TRUE;
}

static gboolean
is_read (gpointer user_data)
{
  return ((ClipboardText *)user_data)->done;
}

static gboolean
is_gone (gpointer user_data)
{
  return ((Run *)user_data)->window == NULL;
}

static gboolean
run_body_cb (gpointer user_data)
{
  Run *run = user_data;

  plx_test_wait_until (is_mapped, run->window);
  plx_test_focus (GTK_WINDOW (run->window));
  run->body (run->window);
  run->done = TRUE;
  plx_test_settle (100);
  if (run->window != NULL)
    gtk_window_destroy (GTK_WINDOW (run->window));
  /* What runs in threads holds it until it is done. */
  plx_test_wait_until (is_gone, run);
  return G_SOURCE_REMOVE;
}

static void
activated_cb (GApplication *application, Run *run)
{
  if (run->window != NULL)
    return;
  run->window = PLX_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  g_object_add_weak_pointer (G_OBJECT (run->window), (gpointer *)&run->window);
  g_idle_add (run_body_cb, run);
}

static char *
dup_title (Window window)
{
  Atom name = XInternAtom (display, "_NET_WM_NAME", False);
  Atom type;
  int format;
  unsigned long n_items, rest;
  unsigned char *data = NULL;
  char *title = NULL;

  if (XGetWindowProperty (display, window, name, 0, 1024, False, AnyPropertyType, &type, &format, &n_items, &rest,
                          &data)
          == Success
      && data != NULL)
    {
      title = g_strdup ((const char *)data);
      XFree (data);
    }
  return title;
}

/* Windows come and go under the search. */
static int
ignore_error (Display *of, XErrorEvent *event)
{
  (void)of;
  (void)event;
  return 0;
}

static Window
find_window_below (Window parent, const char *title)
{
  Window root, above, found = None;
  Window *children = NULL;
  unsigned int n_children = 0;
  g_autofree char *own = dup_title (parent);

  if (g_strcmp0 (own, title) == 0)
    return parent;
  if (XQueryTree (display, parent, &root, &above, &children, &n_children) == 0)
    return None;
  for (unsigned int i = 0; i < n_children && found == None; i++)
    found = find_window_below (children[i], title);
  if (children != NULL)
    XFree (children);
  return found;
}

static Window
find_x_window (const char *title)
{
  XErrorHandler before = XSetErrorHandler (ignore_error);
  Window found = find_window_below (DefaultRootWindow (display), title);

  XSync (display, False);
  XSetErrorHandler (before);
  return found;
}

static gboolean
takes_focus (gpointer user_data)
{
  XErrorHandler before;

  if (gtk_window_is_active (user_data))
    return TRUE;
  before = XSetErrorHandler (ignore_error);
  XSetInputFocus (display, gdk_x11_surface_get_xid (gtk_native_get_surface (user_data)), RevertToParent, CurrentTime);
  XSync (display, False);
  XSetErrorHandler (before);
  plx_test_settle (50);
  return gtk_window_is_active (user_data);
}

static void
append_shown_text (GtkWidget *widget, GString *text)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_shown_text (child, text);
}

/* Begins a test program. */
void
plx_test_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  display = XOpenDisplay (NULL);
  g_assert_nonnull (display);
}

/* Runs the main loop until @condition holds; fails the test when it never does. */
void
plx_test_wait (const char *place, const char *what, PlxTestCondition condition, gpointer user_data)
{
  gint64 end = g_get_monotonic_time () + TIMEOUT_SECONDS * G_USEC_PER_SEC;
  guint wake = g_timeout_add (20, wake_cb, NULL);

  while (!condition (user_data) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
  if (!condition (user_data))
    {
      plx_test_screenshot ("timeout");
      g_error ("%s: waited %d seconds in vain for %s", place, TIMEOUT_SECONDS, what);
    }
}

/* Runs the main loop for a while, for what shows no end, as an animation. */
void
plx_test_settle (guint milliseconds)
{
  gboolean elapsed = FALSE;

  g_timeout_add (milliseconds, elapsed_cb, &elapsed);
  while (!elapsed)
    g_main_context_iteration (NULL, TRUE);
}

/* Starts the application in this process as it starts without files, runs @body once its window can be seen, and ends
 * it. Fails the test when anything outlives that. */
void
plx_test_in_application (PlxTestBody body)
{
  Run run = { .body = body };
  PlxApplication *application = plx_application_new ();

  g_object_add_weak_pointer (G_OBJECT (application), (gpointer *)&application);
  g_signal_connect_after (application, "activate", G_CALLBACK (activated_cb), &run);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
  g_assert_true (run.done);
  g_assert_null (run.window);
  g_object_unref (application);
  g_assert_null (application);
}

/* Gives a window the keyboard and waits until it has it. A window manager may be busy with another one that has just
 * gone, so it is asked more than once. */
void
plx_test_focus (GtkWindow *window)
{
  gtk_window_present (window);
  plx_test_wait_until (takes_focus, window);
}

void
plx_test_import (PlxWindow *window, const char *const *paths)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_path (paths[i]));
  plx_window_import_files (window, files);
}

/* Writes a file into a folder of this test's own; returns its path. */
char *
plx_test_write_file (const char *name, const char *contents, gssize length)
{
  static char *folder;
  g_autoptr (GError) error = NULL;
  char *path;

  if (folder == NULL)
    folder = g_dir_make_tmp ("parallax-test-XXXXXX", NULL);
  path = g_build_filename (folder, name, NULL);
  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
  return path;
}

/* The first widget of a type at or below @root that is shown, or NULL. */
gpointer
plx_test_find_type (GtkWidget *root, GType type)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = plx_test_find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The first label below @root that is shown and has exactly this text, or NULL. */
GtkWidget *
plx_test_find_text (GtkWidget *root, const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = plx_test_find_text (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The first shown button below @root that does this action, or NULL. */
GtkWidget *
plx_test_find_button (GtkWidget *root, const char *action_name)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action_name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = plx_test_find_button (child, action_name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A window of this type that is shown, or NULL. */
GtkWindow *
plx_test_find_toplevel (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

/* The text of all labels that are shown, each on a line. */
char *
plx_test_dup_shown_text (GtkWidget *root)
{
  GString *text = g_string_new (NULL);

  append_shown_text (root, text);
  return g_string_free (text, FALSE);
}

gboolean
plx_test_shows (GtkWidget *root, const char *text)
{
  g_autofree char *shown = plx_test_dup_shown_text (root);

  return strstr (shown, text) != NULL;
}

/* The text on the clipboard. */
char *
plx_test_dup_clipboard (GtkWidget *widget)
{
  ClipboardText read = { NULL, FALSE };

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, clipboard_read_cb, &read);
  plx_test_wait_until (is_read, &read);
  return read.text;
}

/* Presses or releases Control, Shift and Alt as asked. */
void
plx_test_hold (GdkModifierType modifiers, gboolean press)
{
  static const struct
  {
    GdkModifierType modifier;
    KeySym keysym;
  } keys[] = { { GDK_CONTROL_MASK, XK_Control_L }, { GDK_SHIFT_MASK, XK_Shift_L }, { GDK_ALT_MASK, XK_Alt_L } };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (modifiers & keys[i].modifier)
        XTestFakeKeyEvent (display, XKeysymToKeycode (display, keys[i].keysym), press, CurrentTime);
    }
  XSync (display, False);
  plx_test_settle (20);
}

/* Presses and releases a key with Control, Shift and Alt as asked. */
void
plx_test_key (guint keysym, GdkModifierType modifiers)
{
  KeyCode code = XKeysymToKeycode (display, keysym);

  g_assert_cmpuint (code, !=, 0);
  plx_test_hold (modifiers, TRUE);
  XTestFakeKeyEvent (display, code, True, CurrentTime);
  XTestFakeKeyEvent (display, code, False, CurrentTime);
  XSync (display, False);
  plx_test_hold (modifiers, FALSE);
  plx_test_settle (50);
}

/* Moves the pointer to a place of the screen. */
void
plx_test_point (double x, double y)
{
  XTestFakeMotionEvent (display, DefaultScreen (display), (int)x, (int)y, CurrentTime);
  XSync (display, False);
  plx_test_settle (20);
}

/* Moves the pointer to a place in a widget: 0 to 1 of its width and height. */
void
plx_test_point_at (GtkWidget *widget, double x, double y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  Window window = gdk_x11_surface_get_xid (gtk_native_get_surface (native));
  graphene_rect_t bounds;
  double surface_x, surface_y;
  Window child;
  int root_x, root_y;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (native), &bounds));
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  XTranslateCoordinates (display, window, DefaultRootWindow (display), 0, 0, &root_x, &root_y, &child);
  plx_test_point (root_x + surface_x + bounds.origin.x + x * bounds.size.width,
                  root_y + surface_y + bounds.origin.y + y * bounds.size.height);
}

void
plx_test_button (guint button, gboolean press)
{
  XTestFakeButtonEvent (display, button, press, CurrentTime);
  XSync (display, False);
  plx_test_settle (20);
}

/* Clicks into the middle of a widget, once the widget sees the pointer there: windows and menus may still be on their
 * way to their place. */
void
plx_test_click (GtkWidget *widget, guint button)
{
  g_assert_nonnull (widget);
  for (guint tries = 0; tries < 100; tries++)
    {
      plx_test_point_at (widget, tries % 2 == 0 ? 0.5 : 0.48, 0.5);
      if (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_PRELIGHT)
        break;
    }
  if (!(gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_PRELIGHT))
    plx_test_screenshot ("not-under-pointer");
  g_assert_true (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_PRELIGHT);
  plx_test_button (button, TRUE);
  plx_test_button (button, FALSE);
  plx_test_settle (50);
}

/* Finds a window of any program by its title; returns whether there is one. */
gboolean
plx_test_find_window (const char *title, GdkRectangle *place)
{
  Window window = find_x_window (title);
  XWindowAttributes attributes;
  Window child;

  if (window == None || XGetWindowAttributes (display, window, &attributes) == 0 || attributes.map_state != IsViewable)
    return FALSE;
  XTranslateCoordinates (display, window, DefaultRootWindow (display), 0, 0, &place->x, &place->y, &child);
  place->width = attributes.width;
  place->height = attributes.height;
  return TRUE;
}

/* Asks the window manager to put a window of any program somewhere. */
void
plx_test_place_window (const char *title, int x, int y, int width, int height)
{
  Window window = find_x_window (title);

  g_assert_cmpuint (window, !=, None);
  if (width > 0)
    XMoveResizeWindow (display, window, x, y, (unsigned int)width, (unsigned int)height);
  else
    XMoveWindow (display, window, x, y);
  XSync (display, False);
  plx_test_settle (200);
}

/* Saves a picture of the screen where PLX_TEST_SCREENSHOTS says, if it does. */
void
plx_test_screenshot (const char *name)
{
  const char *folder = g_getenv ("PLX_TEST_SCREENSHOTS");
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, file, NULL) : NULL;
  const char *command[] = { "import", "-window", "root", path, NULL };

  if (path != NULL)
    g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}
