/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "engine/import/plx-html-decode.h"
#include "engine/import/plx-html-parse.h"

typedef struct
{
  const char *html;
  const char *text;
} Case;

static void
test_text (void)
{
  static const Case cases[] = {
    { "plain", "plain" },
    { "<p>One<p>Two", "One Two" },
    { "a<b>b</b>c <i>d</i>  e", "abc d e" },
    { "<p>It&rsquo;s 5&nbsp;&lt; 6 &amp; &#8220;so&#x201D; &#150; R&D &unknown; &copy 2025",
      "It’s 5 < 6 & “so” – R&D &unknown; © 2025" },
    { "<script>var a = '<p>no</p>';</script><p>yes</p>", "yes" },
    { "<style>p { color: red }</style>yes<!-- <p>no</p> --><![CDATA[no]]><?no no?>!", "yes!" },
    { "1 < 2 and 3 <4", "1 < 2 and 3 <4" },
    { "<a href='x?a=1&copy=2'>link</a>", "link" },
    { "<p title=\"a > b\">text</p>", "text" },
    { "<p>unclosed <b>bold", "unclosed bold" },
    { "<ul><li>one<li>two<ul><li>inner</ul><li>three</ul>after", "one two inner three after" },
    { "<table><tr><td>a<td>b<tr><td>c</table>d", "a b c d" },
    { "</p></div></b>stray", "stray" },
    { "<svg><title>icon</title><path d=''/></svg>text", "text" },
    { "<textarea>form</textarea><p>text", "text" },
    { "<p>cut off <a href=\"", "cut off" },
    { "<!-- never closed <p>text", "" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlxHtmlDocument) document = plx_html_document_new (cases[i].html, strlen (cases[i].html), NULL);
      g_autofree char *text = plx_html_document_dup_text (document, 0);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_structure (void)
{
  static const char html[] =
      "<html><head><title>T</title><body class='c  d'>\n<p id=x>a<div>b</div>c</body></html>\n<p>d";
  g_autoptr (PlxHtmlDocument) document = plx_html_document_new (html, strlen (html), NULL);
  guint body = 0;
  guint n_paragraphs = 0;

  for (guint i = 1; i < document->n_nodes; i++)
    {
      const PlxHtmlNode *node = &document->nodes[i];

      g_assert_cmpuint (node->parent, <, i);
      g_assert_cmpuint (node->end, >, i);
      g_assert_cmpuint (node->end, <=, document->nodes[node->parent].end);
      if (node->tag == PLX_HTML_BODY)
        body = i;
      if (node->tag == PLX_HTML_P)
        {
          n_paragraphs++;
          /* A div ends a paragraph: neither holds the other. */
          g_assert_cmpuint (node->parent, ==, body);
          g_assert_cmpuint (node->line, ==, n_paragraphs == 1 ? 2 : 3);
        }
    }
  g_assert_cmpuint (n_paragraphs, ==, 2);
  g_assert_cmpstr (plx_html_document_get_attribute (document, body, PLX_HTML_ATTRIBUTE_CLASS), ==, "c  d");
  g_assert_null (plx_html_document_get_attribute (document, body, PLX_HTML_ATTRIBUTE_ID));
}

static void
test_fragment (void)
{
  static const Case cases[] = {
    { "<html><body><!--StartFragment--><p>chosen</p><!--EndFragment--></body></html>", "chosen" },
    { "Version:0.9\r\nStartHTML:00000097\r\n<html><body>junk<!--StartFragment-->chosen<!--EndFragment-->junk",
      "chosen" },
    { "Version:1.0\r\nStartHTML:00000097\r\n<p>all of it</p>", "all of it" },
    { "<!--StartFragment--><b>no end", "no end" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlxHtmlDocument) document = plx_html_document_new (cases[i].html, strlen (cases[i].html), NULL);
      g_autofree char *text = plx_html_document_dup_text (document, 0);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_decode (void)
{
  static const struct
  {
    const char *bytes;
    gssize length;
    const char *text;
  } cases[] = {
    { "caf\xc3\xa9", -1, "café" },
    { "\xef\xbb\xbf"
      "caf\xc3\xa9",
      -1, "café" },
    { "<meta charset=iso-8859-1>\x93"
      "caf\xe9\x94",
      -1, "<meta charset=iso-8859-1>“café”" },
    { "<meta http-equiv=x content='text/html; charset=windows-1251'>\xcf\xf0\xe8", -1,
      "<meta http-equiv=x content='text/html; charset=windows-1251'>При" },
    { "<?xml version='1.0' encoding='koi8-r'?>\xf0\xd2\xc9", -1, "<?xml version='1.0' encoding='koi8-r'?>При" },
    /* Declared wrongly: it is UTF-8. */
    { "<meta charset=latin1>caf\xc3\xa9", -1, "<meta charset=latin1>café" },
    { "\xff\xfe<\0p\0>\0\xe9\0", 10, "<p>é" },
    { "\xfe\xff\0<\0p\0>\0\xe9", 10, "<p>é" },
    { "<\0p\0>\0\xe9\0", 8, "<p>é" },
    { "a\0b\x01"
      "c\nd",
      7, "abc\nd" },
    { "<meta charset=gbk>\xc4\xe3", -1, "<meta charset=gbk>你" },
    { "<meta charset=x-sjis>\x82\xa0", -1, "<meta charset=x-sjis>あ" },
    { "<meta charset=ks_c_5601-1987>\xb0\xa1", -1, "<meta charset=ks_c_5601-1987>가" },
    { "<meta charset=utf-16>\xc4\xe3 caf\xe9", -1, "<meta charset=utf-16>Äã café" },
    { "<meta charset=no-such>caf\xe9", -1, "<meta charset=no-such>café" },
    { "", 0, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = cases[i].length < 0 ? strlen (cases[i].bytes) : (gsize)cases[i].length;
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, length);
      g_autofree char *text = plx_html_decode (bytes, &length);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpuint (length, ==, strlen (text));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/html/parse/text", test_text);
  g_test_add_func ("/import/html/parse/structure", test_structure);
  g_test_add_func ("/import/html/parse/fragment", test_fragment);
  g_test_add_func ("/import/html/parse/decode", test_decode);

  return g_test_run ();
}
