#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs parallax-cli as a process: verbs, inputs, exit statuses, and the JSON it promises. Plain Python 3."""
import json
import math
import os
import re
import shutil
import subprocess
import tempfile
import unittest

CLI = os.environ["PLX_TEST_CLI"]

BRIDGE = """Ostermouth bridge falls before dawn

Ostermouth: The harbour bridge at Ostermouth collapsed shortly before dawn on Monday, Mayor Helga Brandt said.

“We lost a bridge, but nobody was hurt,” Brandt told Radio Norwick. Trains towards Kellerfurt will stop running until Christmas.

Insurance firms expect claims worth at least 40 million crowns.

An engineer had warned about rusting cables nine years ago.
"""

FERRY = """Ferry to replace fallen Ostermouth bridge

A replacement ferry from Norwick should arrive next Wednesday, the harbour office said.

The harbour bridge at Ostermouth collapsed shortly before dawn on Monday, according to Mayor Helga Brandt.

Fishermen offered free passage across the estuary on their trawlers.

An engineer had warned about rusting cables nine years ago.
"""

CHESS = """Varga wins chess final

Grandmaster Piet Varga beat Anna Lindqvist in the chess final at Norwick after a rook sacrifice.

The audience of the fourth game applauded for ten minutes.
"""


def maybe(kind):
    return (kind, type(None))


NUMBER = (int, float)
ARTICLE = {
    "id": int, "file": maybe(str), "title": maybe(str), "source": maybe(str), "agency": maybe(str),
    "byline": maybe(str), "dateline": maybe(str), "published": maybe(str), "url": maybe(str), "language": maybe(str),
    "paragraphs": [{"n": int, "kind": {"text", "heading", "caption", "list", "quote"}, "text": str,
                    "sentences": [[int]]}],
    "removed": [{"line": int, "text": str,
                 "reason": {"advertising", "comments", "related", "share", "navigation", "app", "subscribe",
                            "source-link", "form", "other"}}],
    "defects": [{"kind": {"cut", "spliced", "unclosed-quote", "repeated", "encoding", "foreign"}, "paragraph": int,
                 "start": int, "end": int, "other": maybe(int)}],
}
ANNOTATED = {
    **ARTICLE,
    "mentions": [{"entity": int, "paragraph": int, "start": int, "end": int,
                  "type": {"person", "org", "place", "group", "event", "date", "quantity"},
                  "kind?": {"money", "percent", "number", "time"}}],
    "quotations": [{"id": int, "group": int, "paragraph": int, "start": int, "end": int, "speaker": maybe(int),
                    "cue": maybe(str), "venue": maybe(int)}],
    "figures": [{"paragraph": int, "start": int, "end": int, "value": maybe(NUMBER), "low": maybe(NUMBER),
                 "high": maybe(NUMBER), "hedge": maybe(str), "unit": maybe(str)}],
}
ENTITIES = [{"id": int, "type": {"person", "org", "place", "group", "event", "date", "quantity"}, "name": str,
             "variants": [{"text": str, "article": int, "count": int, "reason?": str}]}]
RELATION = {"same", "reworded", "partial"}
SCHEMAS = {
    "extract": {"parallax": int, "articles": [ARTICLE]},
    "annotate": {"parallax": int, "articles": [ANNOTATED], "entities": ENTITIES},
    "compare": {
        "parallax": int, "articles": [ANNOTATED], "entities": ENTITIES,
        "pairs": [{"left": int, "right": int,
                   "links": [{"left": [int], "right": [int], "relation": RELATION, "score": NUMBER, "moved": bool,
                              "sentences": [[str]], "why": [str]}]}],
        "statements": [{"id": int, "cells": [{"article": int, "paragraphs": [int], "sentences": [str],
                                              "relation": RELATION}]}],
    },
    "group": {"parallax": int, "stories": [{"title": str, "articles": [str]}]},
}


def flatten(kind):
    return sum((flatten(k) for k in kind), ()) if isinstance(kind, tuple) else (kind,)


def check(value, schema, path="$"):
    """Checks a value against a schema; keys that the schema does not know are allowed, as new ones may be added."""
    if isinstance(schema, dict):
        assert isinstance(value, dict), f"{path}: {value!r} is not an object"
        for key, inner in schema.items():
            name = key.rstrip("?")
            assert name in value or key.endswith("?"), f"{path}: no {name}"
            if name in value:
                check(value[name], inner, f"{path}.{name}")
    elif isinstance(schema, list):
        assert isinstance(value, list), f"{path}: {value!r} is not an array"
        for i, item in enumerate(value):
            check(item, schema[0], f"{path}[{i}]")
    elif isinstance(schema, set):
        assert value in schema, f"{path}: {value!r} is not one of {sorted(schema)}"
    else:
        kinds = flatten(schema)
        assert isinstance(value, kinds) and (not isinstance(value, bool) or bool in kinds), f"{path}: {value!r}"


class CliTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="plx-cli-")
        self.addCleanup(shutil.rmtree, self.folder)

    def file(self, name, content):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(content.encode() if isinstance(content, str) else content)
        return path

    def run_cli(self, *arguments, data=b"", status=0, **environment):
        env = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "NO_COLOR")}
        result = subprocess.run([CLI, *arguments], input=data, capture_output=True, timeout=60,
                                env={**env, **environment})
        errors = result.stderr.decode()
        self.assertEqual(result.returncode, status, errors)
        self.assertNotRegex(errors, "WARNING|CRITICAL|Sanitizer")
        if status == 0:
            self.assertEqual(errors, "")
        return result.stdout.decode(), errors

    def run_json(self, verb, *arguments, **keywords):
        out, _ = self.run_cli(verb, "--format=json", *arguments, **keywords)
        self.assertTrue(out.endswith("}\n"))
        report = json.loads(out)
        check(report, SCHEMAS[verb])
        self.assertEqual(report["parallax"], 1)
        return report

    def three(self):
        return [self.file("bridge.txt", BRIDGE), self.file("ferry.txt", FERRY), self.file("chess.txt", CHESS)]


class Json(CliTest):
    def test_extract(self):
        report = self.run_json("extract", *self.three())
        self.assertEqual([a["title"] for a in report["articles"]],
                         [t.split("\n")[0] for t in (BRIDGE, FERRY, CHESS)])
        self.assertEqual([a["id"] for a in report["articles"]], [0, 1, 2])
        for article in report["articles"]:
            self.assertNotIn("mentions", article)
            for n, paragraph in enumerate(article["paragraphs"], 1):
                self.assertEqual(paragraph["n"], n)
                for start, end in paragraph["sentences"]:
                    self.assertTrue(0 <= start < end <= len(paragraph["text"]))

    def test_annotate(self):
        report = self.run_json("annotate", self.three()[0])
        article = report["articles"][0]
        texts = [article["title"]] + [p["text"] for p in article["paragraphs"]]
        for mention in article["mentions"]:
            self.assertTrue(texts[mention["paragraph"]][mention["start"]:mention["end"]].strip())
            self.assertLess(mention["entity"], len(report["entities"]))
        quoted = [texts[q["paragraph"]][q["start"]:q["end"]] for q in article["quotations"]]
        self.assertEqual([q.rstrip(",") for q in quoted], ["We lost a bridge, but nobody was hurt"])
        self.assertNotIn("pairs", report)

    def test_compare(self):
        report = self.run_json("compare", *self.three())
        self.assertEqual([(p["left"], p["right"]) for p in report["pairs"]], [(0, 1), (0, 2), (1, 2)])
        self.assertIn(([4], [4], "same"),
                      [(l["left"], l["right"], l["relation"]) for l in report["pairs"][0]["links"]])
        seen = [(c["article"], s) for st in report["statements"] for c in st["cells"] for s in c["sentences"]]
        expected = [(a["id"], f"{p['n']}.{s}") for a in report["articles"] for p in a["paragraphs"]
                    if p["kind"] in ("text", "list", "quote") for s in range(1, len(p["sentences"]) + 1)]
        self.assertEqual(sorted(seen), sorted(expected))

    def test_group(self):
        files = self.three()
        report = self.run_json("group", *files)
        self.assertEqual([[os.path.basename(f) for f in s["articles"]] for s in report["stories"]],
                         [["bridge.txt", "ferry.txt"], ["chess.txt"]])
        self.assertIn(report["stories"][0]["title"], (BRIDGE.split("\n")[0], FERRY.split("\n")[0]))

    def test_as_lines(self):
        path = self.file("lines.txt", "Advertisement\n\nOne line.\nAnother line. Its second sentence.\n")
        article = self.run_json("extract", "--as=lines", path)["articles"][0]
        self.assertEqual([p["text"] for p in article["paragraphs"]],
                         ["Advertisement", "One line.", "Another line. Its second sentence."])
        self.assertIsNone(article["title"])
        self.assertEqual(article["removed"], [])

    def test_same_bytes(self):
        files = self.three()
        for verb in SCHEMAS:
            for arguments in ([f"--format={f}"] for f in ("json", "text")):
                first, _ = self.run_cli(verb, *arguments, *files)
                again, _ = self.run_cli(verb, *arguments, *files)
                self.assertEqual(first, again)

    def test_locale(self):
        """Numbers and letters of the JSON do not follow the locale."""
        files = self.three()
        default, _ = self.run_cli("compare", "--format=json", *files)
        plain, _ = self.run_cli("compare", "--format=json", *files, LC_ALL="C")
        self.assertEqual(default, plain)


class Inputs(CliTest):
    def test_standard_input(self):
        report = self.run_json("extract", "-", data=BRIDGE.encode())
        self.assertEqual(report["articles"][0]["title"], BRIDGE.split("\n")[0])

    def test_standard_input_among_files(self):
        files = self.three()
        report = self.run_json("extract", files[0], "-", files[1], data=CHESS.encode())
        self.assertEqual([a["title"].split()[0] for a in report["articles"]], ["Ostermouth", "Varga", "Ferry"])

    def test_folder(self):
        self.file("folder/a.txt", BRIDGE)
        self.file("folder/inner/b.txt", FERRY)
        report = self.run_json("extract", os.path.join(self.folder, "folder"))
        self.assertEqual(len(report["articles"]), 2)

    def test_failures_do_not_stop_the_rest(self):
        good = self.three()[0]
        bad = [os.path.join(self.folder, "missing.txt"), self.file("empty.txt", ""),
               self.file("binary.bin", bytes(range(256)) * 64)]
        for verb in ("extract", "annotate", "group"):
            out, errors = self.run_cli(verb, "--format=json", *bad, good, status=1)
            report = json.loads(out)
            check(report, SCHEMAS[verb])
            self.assertEqual(len(report["stories" if verb == "group" else "articles"]), 1)
            lines = errors.splitlines()
            self.assertEqual(len(lines), len(bad), errors)
            for line, path in zip(lines, bad):
                self.assertRegex(line, "^parallax-cli: " + re.escape(path) + ": .+")

    def test_all_fail(self):
        missing = os.path.join(self.folder, "missing.txt")
        for verb in SCHEMAS:
            out, errors = self.run_cli(verb, "--format=json", missing, status=1)
            report = json.loads(out)
            check(report, SCHEMAS[verb])
            self.assertEqual(report["stories" if verb == "group" else "articles"], [])
            self.assertIn(missing, errors)

    def test_empty_standard_input(self):
        _, errors = self.run_cli("extract", "-", status=1)
        self.assertTrue(errors.startswith("parallax-cli: -: "))

    def test_empty_folder(self):
        folder = os.path.join(self.folder, "nothing")
        os.mkdir(folder)
        _, errors = self.run_cli("extract", folder, status=1)
        self.assertTrue(errors.startswith(f"parallax-cli: {folder}: "))

    def test_odd_names(self):
        name = self.file("--format=\n“x”.txt", BRIDGE)
        self.run_json("extract", name)
        self.file("-dash.txt", BRIDGE)
        out = subprocess.run([CLI, "extract", "--format=json", "--", "-dash.txt"], cwd=self.folder,
                             capture_output=True, timeout=60)
        self.assertEqual(out.returncode, 0)
        self.assertEqual(len(json.loads(out.stdout)["articles"]), 1)

    def test_odd_bytes(self):
        for content in (b"\xff\xfe", b"\x00" * 5000, b"Title\n\n\xc3\x28 broken\n", b"\xed\xa0\x80 surrogate " * 20,
                        b"\r\r\r\n", "\u2028\u2029\ufeff".encode(), b"word " * 200000):
            path = self.file("odd.txt", content)
            for verb in SCHEMAS:
                result = subprocess.run([CLI, verb, "--format=json", path, path], capture_output=True, timeout=60)
                self.assertIn(result.returncode, (0, 1, 2), (verb, content[:20], result.stderr))
                if result.returncode < 2:
                    check(json.loads(result.stdout), SCHEMAS[verb])


class Usage(CliTest):
    def test_wrong_usage(self):
        path = self.file("bridge.txt", BRIDGE)
        for arguments in ([], ["frobnicate", path], ["--format=json"], ["extract"], ["extract", "--format=yaml", path],
                          ["extract", "--format=html", path], ["extract", "--format=csv", path],
                          ["extract", "--as=pages", path], ["extract", "--color=maybe", path],
                          ["extract", "--nonsense", path], ["extract", "--reference=1", path],
                          ["compare", "--reference=0", path, path], ["compare", "--reference=x", path, path],
                          ["compare", "--reference=3", path, path], ["compare", path]):
            out, errors = self.run_cli(*arguments, status=2)
            self.assertEqual(out, "", arguments)
            self.assertTrue(errors.startswith("parallax-cli: "), (arguments, errors))

    def test_help(self):
        out, _ = self.run_cli("--help")
        for verb in SCHEMAS:
            self.assertRegex(out, rf"(?m)^  {verb} ")
            help_text, _ = self.run_cli(verb, "--help")
            options = set(re.findall(r"--[a-z]+", help_text))
            self.assertLessEqual({"--format", "--as", "--color", "--help"}, options)
            self.assertEqual("--reference" in options, verb == "compare")
            self.assertIn(f"parallax-cli {verb}", help_text)

    def test_version(self):
        out, _ = self.run_cli("--version")
        self.assertRegex(out, r"^parallax-cli \d+\.\d+")


class Text(CliTest):
    def test_widths(self):
        files = self.three()
        for width in (40, 80, 120, 160):
            out, _ = self.run_cli("compare", *files, COLUMNS=str(width))
            self.assertLessEqual(max(len(line) for line in out.splitlines()), width)
            self.assertEqual("│" in out, width >= 120)

    def test_words(self):
        out, _ = self.run_cli("compare", *self.three()[:2], COLUMNS="100")
        for words in ("same words", "only here", "not found here"):
            self.assertIn(words, out)

    def test_color(self):
        files = self.three()
        for verb in ("annotate", "compare"):
            plain, _ = self.run_cli(verb, *files)
            self.assertNotIn("\033", plain)
            colored, _ = self.run_cli(verb, "--color=always", *files)
            self.assertIn("\033[", colored)
            self.assertEqual(re.sub(r"\033\[[0-9;]*m", "", colored), plain)

    def test_no_escapes_from_texts(self):
        path = self.file("evil.txt", "A title \033[31mred\n\nA text\033]0;owned\007 with \x9b31m commands in it.\n")
        for verb in ("extract", "annotate"):
            out, _ = self.run_cli(verb, path)
            self.assertNotRegex(out, "[\x00-\x09\x0b-\x1f\x7f-\x9f]")

    def test_no_escapes_from_names(self):
        name = self.file("bad\033[31m\nparallax-cli: good.txt\u202e", b"")
        _, errors = self.run_cli("extract", name, status=1)
        self.assertNotRegex(errors.removesuffix("\n"), "[\x00-\x1f\x7f-\x9f\u202d\u202e]")

    def test_wide_letters(self):
        line = "東京の港橋が月曜日の夜明け前に崩落した。" * 8
        path = self.file("wide.txt", f"東京の橋\n\n{line}\n")
        out, _ = self.run_cli("compare", path, path, COLUMNS="80")
        for row in out.splitlines():
            columns = sum(2 if c > "\u2fff" else 1 for c in row)
            self.assertLessEqual(columns, 80)

    def test_reference(self):
        files = self.three()[:2]
        first, _ = self.run_cli("compare", "--reference=1", *files)
        second, _ = self.run_cli("compare", "--reference=2", *files)
        self.assertNotEqual(first, second)

    def test_day(self):
        page = self.file("page.html", '<html><head><meta property="article:published_time" '
                         'content="2025-03-12T08:30:00+01:00"><title>Bridge falls</title></head><body><article>'
                         + "".join(f"<p>{line}</p>" for line in BRIDGE.splitlines() if line) + "</article></body></html>")
        out, _ = self.run_cli("extract", page)
        self.assertRegex(out, r"(?m)\b2025-03-12$")
        self.assertNotIn("08:30", out)
        published = json.loads(self.run_cli("extract", "--format=json", page)[0])["articles"][0]["published"]
        self.assertTrue(published.startswith("2025-03-12"))

    def test_places(self):
        title = "Nine trains stopped at Ostermouth\n\n" + BRIDGE.split("\n\n", 1)[1]
        out, _ = self.run_cli("annotate", self.file("nine.txt", title))
        self.assertIn("  title  Nine trains", out)
        self.assertNotIn("¶ 0", out)
        self.assertNotIn("\n\n\n", out)

    def test_explain(self):
        files = self.three()[:2]
        linked, _ = self.run_cli("compare", "--explain=1.1:2.1", *files)
        self.assertIn("collapsed shortly before dawn", linked)
        self.assertIn("\nLinked: ", linked)
        unlike, _ = self.run_cli("compare", "--explain=3.1:3.1", *files)
        self.assertIn("Not linked: ", unlike)
        # What is added makes the score.
        score = float(re.search(r"score is ([01]\.\d+)", linked).group(1))
        added = [float(number) for number in re.findall(r"^  [a-z-]+ .*? ([+-]\d+\.\d\d)  ", linked, re.M)]
        self.assertEqual(len(added), 16)
        self.assertAlmostEqual(1 / (1 + math.exp(-sum(added))), score, delta=0.02)
        compared = json.loads(self.run_cli("compare", "--format=json", *files)[0])
        pairs = [pair for link in compared["pairs"][0]["links"] for pair in link["sentences"]]
        self.assertIn(["1.1", "2.1"], pairs)
        self.assertNotIn(["3.1", "3.1"], pairs)

    def test_explain_wrong(self):
        files = self.three()[:2]
        for sentences in ("1.1", "1:2", "1.1:2.1:", "0.1:1.1", "1.99:1.1", "1.1:99.1", "99999999999999999999.1:1.1"):
            out, errors = self.run_cli("compare", "--explain=" + sentences, *files, status=2)
            self.assertEqual(out, "")
            self.assertIn("parallax-cli: ", errors)
        self.run_cli("compare", "--explain=1.1:1.1", "--format=json", *files, status=2)

    def test_group(self):
        out, _ = self.run_cli("group", *self.three())
        self.assertIn("(2)", out)
        self.assertIn("Not in a story", out)

    @unittest.skipUnless(os.path.exists("/dev/full"), "no full device")
    def test_full_disk(self):
        path = self.file("bridge.txt", BRIDGE)
        with open("/dev/full", "wb") as full:
            result = subprocess.run([CLI, "extract", path], stdout=full, stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"standard output", result.stderr)


if __name__ == "__main__":
    unittest.main()
