/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "parallax-cli"

#include "config.h"

#include "cli/plx-cli.h"

#include <glib/gi18n.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "engine/report/plx-text-layout.h"

#define DEFAULT_WIDTH 80
#define MIN_WIDTH     20
#define MAX_WIDTH     500

static const struct
{
  const char *name;
  const char *parameters;
  const char *summary;
  const char *description;
} verbs[] = {
  [PLX_CLI_EXTRACT] = { "extract", N_ ("INPUT…"), N_ ("Clean articles and print their text"),
                        N_ ("Prints title, source, date and paragraphs of each article, damage found in the text, and "
                            "every line that was removed with the reason.") },
  [PLX_CLI_ANNOTATE] = { "annotate", N_ ("INPUT…"), N_ ("Find names, quotations and figures"),
                         N_ ("Prints what \"extract\" prints, and the names, quotations and figures of each "
                             "article.") },
  [PLX_CLI_COMPARE] = { "compare", N_ ("INPUT INPUT…"), N_ ("Lay articles about one event side by side"),
                        N_ ("Prints passages that say the same thing beside each other: which are in the same words, "
                            "reworded, told in part, moved, or only in one article; and the names that are spelled "
                            "differently. Needs two articles or more.") },
  [PLX_CLI_GROUP] = { "group", N_ ("INPUT…"), N_ ("Sort articles into stories"),
                      N_ ("Prints the stories: which articles are about one event.") },
};

static const char inputs_help[] = N_ (
    "An input is a file, a folder, which is searched with the folders in it, or \"-\" for standard input. A file may "
    "hold several articles. Inputs that cannot be read are named on standard error, and the rest is done.");

static const char status_help[] =
    N_ ("Exit status: 0 when done, 1 when some input failed, 2 when the command line is wrong.");

static int
usage_error (const char *verb, const char *message)
{
  g_printerr ("parallax-cli: %s\n", message);
  if (verb != NULL)
    g_printerr (_ ("Try “parallax-cli %s --help”.\n"), verb);
  else
    g_printerr (_ ("Try “parallax-cli --help”.\n"));
  return PLX_CLI_USAGE;
}

static guint
terminal_width (void)
{
  const char *columns = g_getenv ("COLUMNS");
  struct winsize size;
  guint64 width = DEFAULT_WIDTH;

  if (columns == NULL || !g_ascii_string_to_unsigned (columns, 10, MIN_WIDTH, MAX_WIDTH, &width, NULL))
    {
      width = DEFAULT_WIDTH;
      if (isatty (STDOUT_FILENO) && ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        width = CLAMP (size.ws_col, MIN_WIDTH, MAX_WIDTH);
    }
  return width;
}

/* A paragraph of help in lines that fit the terminal. */
static char *
dup_wrapped (const char *text)
{
  PlxTextStyle style = { MIN (terminal_width (), DEFAULT_WIDTH), FALSE };
  g_autoptr (GPtrArray) lines = plx_text_layout_new_lines ();
  GString *out = g_string_new (NULL);

  plx_text_layout_wrap (lines, text, PLX_LOOK_PLAIN, NULL, 0, &style);
  plx_text_layout_print (out, lines);
  return g_string_free (out, FALSE);
}

static void
print_help (void)
{
  g_autoptr (GString) help = g_string_new (NULL);
  g_autofree char *inputs = dup_wrapped (_ (inputs_help));
  g_autofree char *status = dup_wrapped (_ (status_help));

  g_string_append (help, _ ("Usage:\n  parallax-cli VERB [OPTION…] INPUT…\n\n"));
  g_string_append (help, _ ("Compare how several news outlets told one story.\n\nVerbs:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (help, "  %-10s %s\n", verbs[i].name, _ (verbs[i].summary));
  g_string_append (help, _ ("\nOptions:\n  --help     Show this help; after a verb, that verb's help\n"
                            "  --version  Show the version\n"));
  g_string_append_printf (help, "\n%s\n%s", inputs, status);
  plx_cli_print (help->str);
}

/* By default colours are for terminals that have them, unless the user wants none (https://no-color.org). */
static gboolean
color_by_default (void)
{
  const char *no_color = g_getenv ("NO_COLOR");

  return isatty (STDOUT_FILENO) && (no_color == NULL || *no_color == '\0')
         && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

static int
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, name) == 0)
      return i;
  return -1;
}

/* Reads "3.1:2.1": paragraph and sentence of the first article, then of the second. */
static gboolean
read_sentences (const char *text, PlxSentenceRef refs[2])
{
  g_auto (GStrv) parts = NULL;
  guint64 numbers[4];

  if (!g_regex_match_simple ("^[0-9]+\\.[0-9]+:[0-9]+\\.[0-9]+$", text, 0, 0))
    return FALSE;
  parts = g_strsplit_set (text, ".:", -1);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!g_ascii_string_to_unsigned (parts[i], 10, 1, G_MAXINT, &numbers[i], NULL))
      return FALSE;
  refs[0] = (PlxSentenceRef){ numbers[0], numbers[1] };
  refs[1] = (PlxSentenceRef){ numbers[2], numbers[3] };
  return TRUE;
}

/* Checks the values of options and takes them over; returns what is wrong with one, or NULL. */
static char *
take_values (PlxCliOptions *options, const char *format, const char *as, const char *color, int reference,
             const char *explain)
{
  if (format == NULL || strcmp (format, "text") == 0)
    options->format = PLX_CLI_TEXT;
  else if (strcmp (format, "json") == 0)
    options->format = PLX_CLI_JSON;
  else
    return g_strdup_printf (_ ("unknown format “%s”; there are text and json"), format);

  if (as != NULL && strcmp (as, "lines") != 0)
    return g_strdup_printf (_ ("unknown way to read “%s”; there is lines"), as);
  options->flags = as != NULL ? PLX_IMPORT_AS_LINES : PLX_IMPORT_NONE;

  if (color == NULL || strcmp (color, "auto") == 0)
    options->color = color_by_default ();
  else if (strcmp (color, "always") == 0)
    options->color = TRUE;
  else if (strcmp (color, "never") == 0)
    options->color = FALSE;
  else
    return g_strdup_printf (_ ("unknown choice of colours “%s”; there are auto, always and never"), color);

  if (reference < 1)
    return g_strdup (_ ("articles count from 1"));
  options->reference = reference;
  options->explain = explain != NULL;
  if (explain != NULL && !read_sentences (explain, options->explained))
    return g_strdup_printf (_ ("“%s” does not name two sentences, as 3.1:2.1 does"), explain);
  if (explain != NULL && options->format != PLX_CLI_TEXT)
    return g_strdup (_ ("an explanation is printed as text only"));
  options->width = terminal_width ();

  return NULL;
}

/**
 * plx_cli_options_parse:
 * @options: (out): what the command line asks for
 * @argc: number of arguments
 * @argv: the arguments, with the program's name
 *
 * Reads the command line. Help and version are printed here, and what is wrong is reported here.
 *
 * Returns: the exit status when there is nothing more to do, else -1
 */
int
plx_cli_options_parse (PlxCliOptions *options, int argc, char **argv)
{
  g_auto (GStrv) inputs = NULL;
  g_autofree char *format = NULL;
  g_autofree char *as = NULL;
  g_autofree char *color = NULL;
  g_autofree char *explain = NULL;
  g_autofree char *message = NULL;
  g_autofree char *parameters = NULL;
  g_autofree char *description = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *inputs_text = NULL;
  g_autofree char *status_text = NULL;
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  int reference = 1;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("What to print: text (the default) or json"), N_ ("FORMAT") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &as,
      N_ ("Read every line as a paragraph: nothing is removed and no title is taken"), "lines" },
    { "color", 0, 0, G_OPTION_ARG_STRING, &color,
      N_ ("Whether text has colours: auto (the default: on a terminal), always or never"), N_ ("WHEN") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry compare_entries[] = {
    { "reference", 0, 0, G_OPTION_ARG_INT, &reference,
      N_ ("Lay the articles out in the order of the Nth (the first by default); text only"), "N" },
    { "explain", 0, 0, G_OPTION_ARG_STRING, &explain,
      N_ ("Tell why a sentence of the first article and one of the second are linked or not, instead of comparing: "
          "3.1:2.1 is the first of paragraph 3 and the first of paragraph 2; text only"),
      N_ ("SENTENCES") },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry input_entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &inputs, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  int verb;

  if (argc < 2)
    return usage_error (NULL, _ ("a verb is needed"));
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help ();
      return PLX_CLI_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      plx_cli_print ("parallax-cli " PLX_VERSION "\n");
      return PLX_CLI_DONE;
    }
  verb = find_verb (argv[1]);
  if (verb < 0)
    {
      message = argv[1][0] == '-' ? g_strdup (_ ("a verb is needed before the options"))
                                  : g_strdup_printf (_ ("unknown verb “%s”"), argv[1]);
      return usage_error (NULL, message);
    }
  options->verb = verb;

  parameters = g_strdup_printf ("%s", _ (verbs[verb].parameters));
  inputs_text = dup_wrapped (_ (inputs_help));
  status_text = dup_wrapped (_ (status_help));
  summary = dup_wrapped (_ (verbs[verb].description));
  description = g_strdup_printf ("%s\n%s", inputs_text, g_strchomp (status_text));
  context = g_option_context_new (parameters);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, g_strchomp (summary));
  g_option_context_set_description (context, description);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (verb == PLX_CLI_COMPARE)
    g_option_context_add_main_entries (context, compare_entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, input_entries, GETTEXT_PACKAGE);

  /* The verb takes the place of the program's name. */
  g_autofree char **arguments = g_new0 (char *, argc);
  int n_arguments = argc - 1;
  char **rest = arguments;

  memcpy (arguments, argv + 1, n_arguments * sizeof (char *));
  if (!g_option_context_parse (context, &n_arguments, &rest, &error))
    return usage_error (verbs[verb].name, error->message);
  if (help)
    {
      g_autofree char *text = NULL;
      g_autofree char *name = g_strconcat ("parallax-cli ", verbs[verb].name, NULL);

      g_set_prgname (name);
      text = g_option_context_get_help (context, TRUE, NULL);
      plx_cli_print (text);
      return PLX_CLI_DONE;
    }

  message = take_values (options, format, as, color, reference, explain);
  if (message != NULL)
    return usage_error (verbs[verb].name, message);
  if (inputs == NULL)
    return usage_error (verbs[verb].name, _ ("an input is needed"));
  options->inputs = g_steal_pointer (&inputs);

  return -1;
}

void
plx_cli_options_clear (PlxCliOptions *options)
{
  g_clear_pointer (&options->inputs, g_strfreev);
}
