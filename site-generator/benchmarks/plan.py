"""What is measured, and the bars that the figures are held against."""
from collections import namedtuple

Case = namedtuple("Case", "corpus scenario tools")
Served = namedtuple("Served", "corpus edits tools")
# limit: what a value may be at most. value: ("wall" | "cpu" | "rss", tool), beside: the same of a rival, or None for an absolute.
Bar = namedtuple("Bar", "text corpus scenario metric tool beside limit")

SCENARIOS = {
    "cold": "no cache, no output",
    "unchanged": "run again, nothing changed",
    "edit": "run again, the text of one page changed",
    "check": "`tier0 check`, the text of one page changed, cache warm",
}


def quick():
    hugo = ["hugo", "hugo+pagefind", "tier0"]
    return [
        Case("M100", "cold", hugo),
        Case("M1000", "cold", hugo),
        Case("M1000", "unchanged", ["hugo", "tier0"]),
        Case("M1000", "edit", ["hugo", "tier0"]),
        Case("M1000", "check", ["tier0-check"]),
        Case("A100", "cold", ["jbake", "antora", "tier0"]),
        Case("A100", "unchanged", ["antora", "tier0"]),
        Case("A100", "edit", ["antora", "tier0"]),
    ], [Served("M1000", 15, ["hugo", "tier0"])]


def full():
    hugo = ["hugo", "hugo+pagefind", "tier0"]
    adoc = ["jbake", "antora", "tier0"]
    cases = []
    for scenario in ("cold", "unchanged", "edit"):
        cases.append(Case("M100", scenario, ["jbake"] + hugo))
    cases.append(Case("M1000", "cold", ["jbake"] + hugo + ["tier0-jdk17"]))
    cases += [Case("M1000", scenario, ["jbake"] + hugo) for scenario in ("unchanged", "edit")]
    cases.append(Case("M1000", "check", ["tier0-check"]))
    cases.append(Case("A100", "cold", ["hugo"] + adoc + ["tier0-jdk17"]))
    cases += [Case("A100", scenario, adoc) for scenario in ("unchanged", "edit")]
    cases.append(Case("A1000", "cold", adoc + ["tier0-jdk17"]))
    cases += [Case("A1000", scenario, adoc) for scenario in ("unchanged", "edit")]
    cases.append(Case("M10000", "cold", hugo + ["tier0-jdk17"]))
    cases += [Case("M10000", scenario, ["hugo", "tier0"]) for scenario in ("unchanged", "edit")]
    return cases, [Served("M1000", 30, ["hugo", "tier0"]), Served("M10000", 30, ["hugo", "tier0"])]


BARS = [
    Bar("M1000 cold: at most 1.5 of Hugo without search", "M1000", "cold", "wall", "tier0", "hugo", 1.5),
    Bar("M1000 cold: no more than Hugo + Pagefind (counts once the search index is written)", "M1000", "cold", "wall", "tier0", "hugo+pagefind", 1.0),
    Bar("M10000 cold: at most 0.8 of Hugo (aim: 0.6)", "M10000", "cold", "wall", "tier0", "hugo", 0.8),
    Bar("M10000 cold: peak memory under 1 GiB", "M10000", "cold", "rss", "tier0", None, 1024),
    Bar("M1000 unchanged: a quarter of Hugo", "M1000", "unchanged", "wall", "tier0", "hugo", 0.25),
    Bar("M10000 unchanged: under 2 s of CPU", "M10000", "unchanged", "cpu", "tier0", None, 2),
    Bar("A100 cold: a third of JBake", "A100", "cold", "wall", "tier0", "jbake", 1 / 3),
    Bar("A1000 cold: a third of JBake", "A1000", "cold", "wall", "tier0", "jbake", 1 / 3),
    Bar("A1000 cold: at most 1.5 of Antora", "A1000", "cold", "wall", "tier0", "antora", 1.5),
    Bar("A100 unchanged: half of Antora", "A100", "unchanged", "wall", "tier0", "antora", 0.5),
    Bar("A100, one page changed: half of Antora", "A100", "edit", "wall", "tier0", "antora", 0.5),
    Bar("A1000 unchanged: half of Antora", "A1000", "unchanged", "wall", "tier0", "antora", 0.5),
    Bar("A1000, one page changed: half of Antora", "A1000", "edit", "wall", "tier0", "antora", 0.5),
    Bar("`check`, one file of M1000 changed, cold JVM, warm cache: under 1 s", "M1000", "check", "wall", "tier0-check", None, 1),
]
