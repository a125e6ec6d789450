/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shell-fixture.h"

#include "ui/compare/plx-compare-view.h"
#include "ui/plx-settings.h"
#include "ui/sidebar/plx-sidebar.h"

static gboolean
help_is_shown (gpointer user_data)
{
  (void)user_data;
  return plx_test_find_toplevel (GTK_TYPE_SHORTCUTS_WINDOW) != NULL;
}

static gboolean
chooser_is_shown (gpointer user_data)
{
  (void)user_data;
  return plx_test_find_toplevel (GTK_TYPE_FILE_CHOOSER_DIALOG) != NULL;
}

static gboolean
about_is_shown (gpointer user_data)
{
  (void)user_data;
  return plx_test_find_toplevel (ADW_TYPE_ABOUT_WINDOW) != NULL;
}

static gboolean
sidebar_is_shown (gpointer window)
{
  return plx_test_find_type (window, PLX_TYPE_SIDEBAR) != NULL;
}

static gboolean
sidebar_is_hidden (gpointer window)
{
  return !sidebar_is_shown (window);
}

static gboolean
menu_is_shown (gpointer window)
{
  return plx_test_find_text (window, "About Parallax") != NULL;
}

static gboolean
filter_has_focus (gpointer window)
{
  GtkWidget *focus = gtk_root_get_focus (window);

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) != NULL;
}

/* “<Control>O” and “<Primary>o” are one key. */
static char *
normal_accelerator (const char *accelerator)
{
  guint key;
  GdkModifierType modifiers;

  g_assert_true (gtk_accelerator_parse (accelerator, &key, &modifiers));
  return gtk_accelerator_name (key, modifiers);
}

static void
collect_application_keys (GtkApplication *application, GHashTable *keys)
{
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accelerators = gtk_application_get_accels_for_action (application, actions[i]);

      for (guint j = 0; accelerators[j] != NULL; j++)
        g_hash_table_add (keys, normal_accelerator (accelerators[j]));
    }
}

static void
collect_trigger (GtkShortcutTrigger *trigger, GHashTable *keys)
{
  if (GTK_IS_KEYVAL_TRIGGER (trigger))
    g_hash_table_add (keys, gtk_accelerator_name (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
                                                  gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger))));
}

/* Not the keys that a widget has from its parent class. */
static gboolean
is_own_action (GtkShortcutAction *action)
{
  const char *name = GTK_IS_NAMED_ACTION (action) ? gtk_named_action_get_action_name (GTK_NAMED_ACTION (action)) : "";

  return g_str_has_prefix (name, "compare.") || g_str_has_prefix (name, "sidebar.");
}

/* The keys of Parallax's own widgets, which belong to their classes. */
static void
collect_widget_keys (GtkWidget *widget, GHashTable *keys)
{
  if (g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Plx"))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          for (guint j = 0;
               GTK_IS_SHORTCUT_CONTROLLER (controller) && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
            {
              g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

              if (is_own_action (gtk_shortcut_get_action (shortcut)))
                collect_trigger (gtk_shortcut_get_trigger (shortcut), keys);
            }
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_widget_keys (child, keys);
}

static void
collect_help_keys (GtkWidget *widget, GHashTable *keys)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *accelerators = NULL;
      g_auto (GStrv) parts = NULL;

      g_object_get (widget, "accelerator", &accelerators, NULL);
      parts = g_strsplit (accelerators, " ", -1);
      for (guint i = 0; parts[i] != NULL; i++)
        g_hash_table_add (keys, normal_accelerator (parts[i]));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_help_keys (child, keys);
}

static void
assert_all_in (GHashTable *some, GHashTable *all, const char *what)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, some);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      /* The number pad's keys are other names of the same. */
      if (strstr (key, "KP_") == NULL && !g_hash_table_contains (all, key))
        {
          g_test_message ("%s: %s", what, (const char *)key);
          g_test_fail ();
        }
    }
}

static void
check_help_is_whole (PlxWindow *window)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWindow *help;

  plx_test_open_ferry (window);
  collect_application_keys (gtk_window_get_application (GTK_WINDOW (window)), keys);
  collect_widget_keys (GTK_WIDGET (window), keys);
  plx_test_key (GDK_KEY_question, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  plx_test_wait_until (help_is_shown, NULL);
  help = plx_test_find_toplevel (GTK_TYPE_SHORTCUTS_WINDOW);
  plx_test_settle (300);
  plx_test_screenshot ("help");
  collect_help_keys (GTK_WIDGET (help), told);
  g_assert_cmpuint (g_hash_table_size (told), >, 10);
  assert_all_in (keys, told, "a key that the shortcuts window does not tell");
  assert_all_in (told, keys, "the shortcuts window tells a key that does nothing");
  gtk_window_destroy (help);
}

static void
check_sidebar (PlxWindow *window)
{
  plx_test_wait_until (sidebar_is_shown, window);
  plx_test_key (GDK_KEY_F9, 0);
  plx_test_wait_until (sidebar_is_hidden, window);
  g_assert_false (g_settings_get_boolean (plx_settings_get (), "sidebar-visible"));
  plx_test_key (GDK_KEY_F9, 0);
  plx_test_wait_until (sidebar_is_shown, window);
  g_assert_true (g_settings_get_boolean (plx_settings_get (), "sidebar-visible"));
}

static void
check_open (PlxWindow *window)
{
  (void)window;
  plx_test_key (GDK_KEY_o, GDK_CONTROL_MASK);
  plx_test_wait_until (chooser_is_shown, NULL);
  plx_test_settle (300);
  plx_test_screenshot ("chooser");
  plx_test_key (GDK_KEY_Escape, 0);
  plx_test_settle (200);
  g_assert_false (chooser_is_shown (NULL));
}

static void
check_menu (PlxWindow *window)
{
  plx_test_key (GDK_KEY_F10, 0);
  plx_test_wait_until (menu_is_shown, window);
  plx_test_settle (300);
  plx_test_screenshot ("menu");
  plx_test_key (GDK_KEY_Escape, 0);
}

static void
check_about (PlxWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "app.about", NULL);
  plx_test_wait_until (about_is_shown, NULL);
  plx_test_settle (300);
  plx_test_screenshot ("about");
  g_assert_true (plx_test_shows (GTK_WIDGET (plx_test_find_toplevel (ADW_TYPE_ABOUT_WINDOW)), PLX_VERSION));
  gtk_window_destroy (plx_test_find_toplevel (ADW_TYPE_ABOUT_WINDOW));
}

/* What is highlighted is remembered, and the compare view follows. */
static void
check_highlights (PlxWindow *window)
{
  PlxCompareView *view;

  plx_test_open_ferry (window);
  view = plx_test_find_type (GTK_WIDGET (window), PLX_TYPE_COMPARE_VIEW);
  g_assert_cmpuint (plx_compare_view_get_highlights (view) & PLX_HIGHLIGHT (PLX_ENTITY_PLACE), !=, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.highlight-places", NULL);
  g_assert_cmpuint (plx_compare_view_get_highlights (view) & PLX_HIGHLIGHT (PLX_ENTITY_PLACE), ==, 0);
  g_assert_false (g_settings_get_boolean (plx_settings_get (), "highlight-places"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.highlight-places", NULL);
  g_assert_cmpuint (plx_compare_view_get_highlights (view) & PLX_HIGHLIGHT (PLX_ENTITY_PLACE), !=, 0);
}

static void
check_filter (PlxWindow *window)
{
  plx_test_key (GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  plx_test_wait_until (filter_has_focus, window);
}

static void
check_zoom (PlxWindow *window)
{
  GSettings *settings = plx_settings_get ();

  plx_test_open_ferry (window);
  g_assert_cmpfloat (g_settings_get_double (settings, "zoom"), ==, 1.0);
  plx_test_key (GDK_KEY_equal, GDK_CONTROL_MASK);
  g_assert_cmpfloat (g_settings_get_double (settings, "zoom"), >, 1.0);
  plx_test_key (GDK_KEY_0, GDK_CONTROL_MASK);
  g_assert_cmpfloat (g_settings_get_double (settings, "zoom"), ==, 1.0);
  plx_test_key (GDK_KEY_minus, GDK_CONTROL_MASK);
  g_assert_cmpfloat (g_settings_get_double (settings, "zoom"), <, 1.0);
  plx_test_key (GDK_KEY_0, GDK_CONTROL_MASK);
}

static void
check_close (PlxWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  plx_test_key (GDK_KEY_w, GDK_CONTROL_MASK);
  plx_test_settle (200);
  g_assert_null (window);
}

int
main (int argc, char **argv)
{
  plx_test_init (&argc, &argv);
  plx_test_add_body ("/keys/help-is-whole", check_help_is_whole);
  plx_test_add_body ("/keys/sidebar", check_sidebar);
  plx_test_add_body ("/keys/open", check_open);
  plx_test_add_body ("/keys/menu", check_menu);
  plx_test_add_body ("/keys/about", check_about);
  plx_test_add_body ("/keys/highlights", check_highlights);
  plx_test_add_body ("/keys/filter", check_filter);
  plx_test_add_body ("/keys/zoom", check_zoom);
  plx_test_add_body ("/keys/close", check_close);
  return g_test_run ();
}
