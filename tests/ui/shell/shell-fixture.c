/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shell-fixture.h"

#include "ui/sidebar/plx-sidebar-row.h"
#include "ui/sidebar/plx-sidebar.h"

const char plx_test_ferry_gazette[] =
    "Ferry runs aground off Ormsey with 212 aboard\n"
    "12 March 2025\n"
    "\n"
    "The ferry Marwenna ran aground on a sandbank off Ormsey on Tuesday evening with 212 people aboard, the coastguard "
    "said.\n"
    "\n"
    "Nobody was hurt. Captain Ilse Tamborin told the Ormsey Gazette that a steering pump had failed minutes before "
    "the ship left the channel.\n"
    "\n"
    "“We dropped both anchors and waited for the tide,” Tamborin said. Two tugs pulled the Marwenna free shortly "
    "after midnight.\n"
    "\n"
    "The company, Skerry Lines, said that Wednesday's crossings were cancelled and that all passengers would get their "
    "money back.\n"
    "\n"
    "Source: Ormsey Gazette\n";

const char plx_test_ferry_mail[] =
    "Passengers spend night on stranded Ormsey ferry\n"
    "12 March 2025\n"
    "\n"
    "More than 200 passengers spent half the night on the ferry Marwenna after it ran aground on a sandbank off Ormsey "
    "on Tuesday evening.\n"
    "\n"
    "The coastguard said nobody was hurt. Two tugs pulled the Marwenna free shortly after midnight.\n"
    "\n"
    "“There was no announcement for an hour,” said Pell Harrowgate, who was travelling with three children.\n"
    "\n"
    "Skerry Lines cancelled Wednesday's crossings and promised that all passengers would get their money back.\n"
    "\n"
    "Source: Island Mail\n";

const char plx_test_library_post[] =
    "Tolvane library reopens after roof repairs\n"
    "2 June 2025\n"
    "\n"
    "The public library in Tolvane opened its doors again on Monday, eleven months after a storm tore off part of its "
    "copper roof.\n"
    "\n"
    "Librarian Oda Vestergren said that about 9,000 books had been dried page by page in a bakery's ovens.\n"
    "\n"
    "The repairs cost 1.4 million crowns, twice what the town council had planned for.\n"
    "\n"
    "Source: Tolvane Post\n";

const char plx_test_library_sun[] =
    "Storm-hit library back in business in Tolvane\n"
    "2 June 2025\n"
    "\n"
    "Readers queued around the block as the public library in Tolvane opened its doors again on Monday, eleven months "
    "after a storm tore off part of its roof.\n"
    "\n"
    "About 9,000 books were dried in a bakery's ovens, librarian Oda Vestergren said.\n"
    "\n"
    "Councillor Brann Ekeby defended the price of 1.4 million crowns.\n"
    "\n"
    "Source: The Tolvane Sun\n";

static void
run_body (gconstpointer body)
{
  plx_test_in_application ((PlxTestBody)body);
}

static guint
count_rows (GtkWidget *widget)
{
  guint n_rows = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (PLX_IS_SIDEBAR_ROW (widget))
    {
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (plx_sidebar_row_get_tree_row (PLX_SIDEBAR_ROW (widget)));

      return PLX_IS_ARTICLE (item);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_rows += count_rows (child);
  return n_rows;
}

/* The path of a file of the sample story. */
char *
plx_test_sample_file (const char *name)
{
  return g_build_filename (g_getenv ("PARALLAX_DATA_DIR"), "sample-story", name, NULL);
}

/* Adds a test that runs in an application of its own. */
void
plx_test_add_body (const char *name, PlxTestBody body)
{
  g_test_add_data_func (name, (gconstpointer)body, run_body);
}

/* Whether two articles or more are seen beside each other. */
gboolean
plx_test_is_comparing (gpointer window)
{
  return plx_test_find_button (window, "win.next-difference") != NULL;
}

/* How many articles the sidebar shows. */
guint
plx_test_count_articles (PlxWindow *window)
{
  return count_rows (plx_test_find_type (GTK_WIDGET (window), PLX_TYPE_SIDEBAR));
}

/* The sidebar's row in which this text stands, or NULL. */
GtkWidget *
plx_test_find_row (PlxWindow *window, const char *text)
{
  GtkWidget *sidebar = plx_test_find_type (GTK_WIDGET (window), PLX_TYPE_SIDEBAR);
  GtkWidget *label = sidebar != NULL ? plx_test_find_text (sidebar, text) : NULL;

  return label != NULL ? gtk_widget_get_ancestor (label, PLX_TYPE_SIDEBAR_ROW) : NULL;
}

/* Opens the two articles about the ferry and waits until they are compared. */
void
plx_test_open_ferry (PlxWindow *window)
{
  g_autofree char *gazette = plx_test_write_file ("gazette.txt", plx_test_ferry_gazette, -1);
  g_autofree char *mail = plx_test_write_file ("mail.txt", plx_test_ferry_mail, -1);
  const char *paths[] = { gazette, mail, NULL };

  plx_test_import (window, paths);
  plx_test_wait_until (plx_test_is_comparing, window);
  plx_test_settle (300);
}
