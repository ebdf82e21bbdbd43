#!/usr/bin/env python3
"""Makes the variants typo and prefix of the queries in queries.tsv from its plain rows, and writes the file anew.

    python3 variants.py          writes queries.tsv
    python3 variants.py --check  exits with 1 when queries.tsv is not what this script would write

typo:   one edit (a letter lost, doubled or foreign, exchanged for another, or two neighbours exchanged) in one word of
        at least 4 letters, never in its first letter and never in a word such as "what" or "does".
prefix: the last word cut as while it is typed, to 60 % of its letters and at least 3.

Kinds that are pasted and not typed (log) and codes, of which half would be another code, have no variants. Nor has a
query without a word of letters only, or whose last word has fewer than 4 letters or is no word. The seed is fixed: the
same plain rows give the same file.
"""
import os
import random
import re
import sys

SEED = "portal-1"
FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "queries.tsv")
NO_VARIANT = ("code-", "log-")
SMALL_WORDS = set("about after does from have into it's itself must never only that them then they this what when where "
                  "which will with would your".split())
WORD = re.compile(r"[A-Za-z]{4,}")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def pick(rng, values):
    return values[int(rng.random() * len(values))]


def typo(identity, text):
    words = text.split(" ")
    places = [i for i, word in enumerate(words) if WORD.fullmatch(word) and word.lower() not in SMALL_WORDS]
    if not places:
        return None
    rng = random.Random(SEED + " typo " + identity)
    place = pick(rng, places)
    word = words[place]
    while words[place] == word:
        kind = pick(rng, ["lost", "foreign", "other", "neighbours"])
        i = 1 + int(rng.random() * (len(word) - 1))
        if kind == "lost":
            words[place] = word[:i] + word[i + 1:]
        elif kind == "foreign":
            words[place] = word[:i] + pick(rng, LETTERS) + word[i:]
        elif kind == "other":
            words[place] = word[:i] + pick(rng, LETTERS) + word[i + 1:]
        elif i + 1 < len(word):
            words[place] = word[:i] + word[i + 1] + word[i] + word[i + 2:]
    return " ".join(words)


def prefix(text):
    words = text.split(" ")
    word = words[-1]
    if not WORD.fullmatch(word):
        return None
    words[-1] = word[:max(3, int(len(word) * 0.6 + 0.5))]
    return " ".join(words) if words[-1] != word else None


def main():
    with open(FILE, encoding="utf-8") as file:
        before = file.read()
    rows = [line.split("\t") for line in before.splitlines()]
    plain = [(identity, text) for variant, identity, text in rows if variant == "plain"]
    out = [("plain", identity, text) for identity, text in plain]
    typed = [(identity, text) for identity, text in plain if not identity.startswith(NO_VARIANT)]
    out += [("typo", identity, typo(identity, text)) for identity, text in typed]
    out += [("prefix", identity, prefix(text)) for identity, text in typed]
    after = "".join("\t".join(row) + "\n" for row in out if row[2] is not None)
    if "--check" in sys.argv:
        sys.exit(0 if after == before else 1)
    with open(FILE, "w", encoding="utf-8", newline="\n") as file:
        file.write(after)
    print(" ".join("%s %d" % (v, sum(1 for row in out if row[0] == v and row[2])) for v in ("plain", "typo", "prefix")))


if __name__ == "__main__":
    main()
