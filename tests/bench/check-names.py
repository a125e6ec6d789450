#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores mentions and their joining against hand labels of articles.

    check-names.py [-v] CLI LABELS.json...

The paragraphs of all label files go into one run as lines. A mention is right when its span and type are; labels of
nested mentions may be found or not, and fragments of damaged words are left out. Joining is scored by B-cubed over the
mentions that are right, with the labels' canonical names as truth. A type of time is a date or a quantity of time.
"""
import argparse
import collections
import json
import os
import subprocess
import tempfile

TYPES = {"PERSON": ["person"], "PLACE": ["place"], "ORG": ["org"], "NORP": ["group"], "EVENT": ["event"],
         "DATETIME": ["date", "time"], "QUANTITY": ["number", "money", "percent"]}


def kind_of(mention):
    return mention.get("kind", mention["type"]) if mention["type"] == "quantity" else mention["type"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-v", action="store_true", help="print the misses")
    parser.add_argument("cli")
    parser.add_argument("labels", nargs="+")
    options = parser.parse_args()
    labels = [json.load(open(path)) for path in options.labels]
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, label in enumerate(labels):
            files.append(os.path.join(folder, f"{number}.txt"))
            with open(files[-1], "w") as f:
                f.write("".join(p["text"] + "\n" for p in label["paragraphs"]))
        out = json.loads(subprocess.run([options.cli, "annotate", "--as=lines", "--format=json", *files], check=True,
                                        capture_output=True).stdout)

    names = {e["id"]: e["name"] for e in out["entities"]}
    found = right = wanted = 0
    of_type = collections.defaultdict(collections.Counter)
    pairs = []
    for number, label in enumerate(labels):
        line_of = {p["n"]: i for i, p in enumerate(label["paragraphs"], 1)}
        text_of = {i: p["text"] for i, p in enumerate(label["paragraphs"], 1)}
        gold = {}
        for m in label["mentions"]:
            gold[line_of[m["par"]], m["start"], m["end"]] = m
        ours = {(m["paragraph"], m["start"], m["end"]): m for m in out["articles"][number]["mentions"]}
        for span, m in ours.items():
            g = gold.get(span)
            if g is not None and kind_of(m) in TYPES[g["type"]]:
                right += 1
                found += 1
                of_type[g["type"]]["right"] += 1
                pairs.append((m["entity"], g["canonical"]))
            elif g is None or not g.get("fragment"):
                found += 1
                of_type[kind_of(m)]["wrong"] += 1
                if options.v:
                    print("wrong", number, kind_of(m), repr(text_of[span[0]][span[1]:span[2]]),
                          g and g["type"], text_of[span[0]][max(0, span[1] - 30):span[2] + 20])
        for span, g in gold.items():
            if g.get("fragment") or g.get("nested"):
                wanted += span in ours and kind_of(ours[span]) in TYPES[g["type"]]
                continue
            wanted += 1
            of_type[g["type"]]["of"] += 1
            if span not in ours or kind_of(ours[span]) not in TYPES[g["type"]]:
                of_type[g["type"]]["missed"] += 1
                if options.v:
                    print("missed", number, g["type"], repr(g["text"]))
    for kind, counts in sorted(of_type.items()):
        print(kind, dict(counts))
    precision, recall = right / max(1, found), right / max(1, wanted)
    print(f"mentions P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.4f}")

    b_p = b_r = 0.0
    for entity, canonical in pairs:
        same = sum(e == entity and c == canonical for e, c in pairs)
        b_p += same / sum(e == entity for e, _ in pairs)
        b_r += same / sum(c == canonical for _, c in pairs)
    b_p, b_r = b_p / max(1, len(pairs)), b_r / max(1, len(pairs))
    if options.v:
        for entity in sorted({e for e, _ in pairs}):
            got = collections.Counter(c for e, c in pairs if e == entity)
            if len(got) > 1:
                print("joined", names[entity], dict(got))
        for canonical in sorted({c for _, c in pairs}):
            got = collections.Counter(names[e] + f" #{e}" for e, c in pairs if c == canonical)
            if len(got) > 1:
                print("split", canonical, dict(got))
    print(f"joining B-cubed P {b_p:.3f} R {b_r:.3f} F1 {2 * b_p * b_r / max(1e-9, b_p + b_r):.4f}")


main()
