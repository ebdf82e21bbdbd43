#!/usr/bin/env python3
"""The Markdown of a result file: bars first, then every figure.

usage: report.py RESULT.json [--into README.md]     --into replaces what stands between the two results comments
"""
import json
import re
import statistics
import sys

import plan
import served

BUSY = 0.1  # share of the CPUs that others may have before a wall time is no longer trusted
BEGIN, END = "<!-- results:begin -->", "<!-- results:end -->"


def good_runs(data, corpus, scenario, tool):
    return [r for r in data["runs"] if (r["corpus"], r["scenario"], r["tool"]) == (corpus, scenario, tool) and "error" not in r]


def median(data, corpus, scenario, tool, metric):
    values = [r[metric] for r in good_runs(data, corpus, scenario, tool)]
    return statistics.median(values) if values else None


def number(value):
    if value is None:
        return "–"
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def verdict(value, limit, noisy):
    if value is None:
        return "not measured"
    return ("**met**" if value <= limit else "missed") + (", ~ machine busy" if noisy else "")


def is_noisy(data, corpus, scenario, tools):
    return any((median(data, corpus, scenario, tool, "others") or 0) > BUSY for tool in tools if tool)


def bar_rows(data):
    for bar in plan.BARS:
        value = median(data, bar.corpus, bar.scenario, bar.tool, bar.metric)
        cpu = None
        if bar.beside:
            rival = median(data, bar.corpus, bar.scenario, bar.beside, bar.metric)
            own_cpu, rival_cpu = (median(data, bar.corpus, bar.scenario, t, "cpu") for t in (bar.tool, bar.beside))
            cpu = own_cpu / rival_cpu if own_cpu is not None and rival_cpu else None
            value = value / rival if value is not None and rival else None
        noisy = bar.metric == "wall" and is_noisy(data, bar.corpus, bar.scenario, (bar.tool, bar.beside))
        yield bar.text, bar.limit, value, cpu, noisy
    small, large = (median(data, corpus, "cold", "tier0", "cpu") for corpus in ("M1000", "M10000"))
    growth = (large / 10101) / (small / 1021) if small and large else None
    yield "Cold CPU per page, M10000 / M1000: must not grow", 1.0, growth, None, False
    for corpus in ("M1000", "M10000"):
        for share, limit in ((50, 50), (95, 150)):
            sessions = [s for s in data["served"] if (s["corpus"], s["tool"]) == (corpus, "tier0")]
            times = [e["served_ms"] for s in sessions for e in s["edits"]]
            value = served.percentile(times, share) if times else None
            noisy = any(s.get("others", 0) > BUSY for s in sessions)
            yield f"Save to reload at {corpus}, p{share}: at most {limit} ms", limit, value, None, noisy
    for corpus, found in sorted(data["classes"].items()):
        heavy = sum(found[library] for library in ("JRuby", "AsciidoctorJ", "Lucene", "flexmark"))
        yield f"{corpus} unchanged: classes of JRuby, AsciidoctorJ, Lucene and flexmark loaded", 0, heavy, None, False


def comparison(data):
    for result in data["served"]:
        same = result.get("same_as_clean_build")
        if same:
            yield (f"{result['corpus']}: after the edits, a new title and a new link, {same['compared'] - len(same['different']):,} of {same['compared']:,} "
                   "pages are served byte for byte as a clean build makes them.")


def table(head, rows):
    return ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)] + ["| " + " | ".join(row) + " |" for row in rows] + [""]


def bars(data):
    rows = [[text, number(limit), number(value), number(cpu), verdict(value, limit, noisy)] for text, limit, value, cpu, noisy in bar_rows(data)]
    return ["### The bars", ""] + table(["bar", "at most", "reached", "same, CPU", ""], rows)


def figures(data):
    out = ["### Every figure", "", "Median (least–most) of wall seconds; medians of CPU seconds and of peak memory; ratio of the wall medians, Tier "
           "Zero to this tool. *Others*: share of the CPUs that went to other programs meanwhile; rows above 10 % are marked ~.", ""]
    rows = []
    seen = []
    for run in data["runs"]:
        key = (run["corpus"], run["scenario"], run["tool"])
        if key in seen:
            continue
        seen.append(key)
    for corpus, scenario, tool in seen:
        runs = good_runs(data, corpus, scenario, tool)
        failed = [r for r in data["runs"] if (r["corpus"], r["scenario"], r["tool"]) == (corpus, scenario, tool) and "error" in r]
        if not runs:
            rows.append([corpus, scenario, tool, "failed: " + failed[0]["error"].split(", see")[0], "", "", "", ""])
            continue
        walls = [r["wall"] for r in runs]
        own = median(data, corpus, scenario, "tier0", "wall")
        ratio = own / statistics.median(walls) if own and tool != "tier0" else None
        others = statistics.median(r["others"] for r in runs)
        rows.append([corpus, scenario, tool, ("~" if others > BUSY else "") + f"{number(statistics.median(walls))} ({number(min(walls))}–{number(max(walls))})"
                     + (f", {len(failed)} failed" if failed else ""), number(statistics.median(r["cpu"] for r in runs)),
                     number(statistics.median(r["rss"] for r in runs)), number(ratio) if ratio else "", f"{others:.0%}"])
    out += table(["corpus", "run", "tool", "wall s", "CPU s", "MiB", "tier0 / it", "others"], rows)
    return out + ["Runs: " + "; ".join(f"*{name}*: {text}" for name, text in plan.SCENARIOS.items()) + ".", ""]


def served_rows(data):
    for result in data["served"]:
        times = [e["served_ms"] for e in result["edits"]]
        events = [e["event_ms"] for e in result["edits"] if e["event_ms"] is not None]
        if not times:
            yield [result["corpus"], result["tool"], "failed: " + result.get("error", "no edit").split(", see")[0], "", "", "", "", "", ""]
            continue
        yield [result["corpus"], result["tool"], str(len(times)), number(served.percentile(events, 50)) if events else "–",
               number(served.percentile(times, 50)), number(served.percentile(times, 95)), number(times[0]), number(result.get("rss")), f"{result['others']:.0%}" if "others" in result else ""]


def markdown(data):
    meta = data["meta"]
    out = [f"Measured {meta['date'][:16].replace('T', ' ')}: {meta['cpus']} CPUs ({meta['cpu']}), {meta['memory_MiB'] / 1024:.0f} GiB, Linux "
           f"{meta['kernel']}, load at the start {meta['load_at_start']:.1f}; `{meta['mode']}`, median of {meta['rounds']}, tools in turn.", "",
           "; ".join(f"{name} {version}" for name, version in meta["versions"].items()) + ".", ""]
    out += bars(data)
    if data["runs"]:
        out += figures(data)
    if data["served"]:
        out += ["### Save to reload", "", "Milliseconds from before the file is written; event: the browser is told; page: it has arrived with the change.", ""]
        out += table(["corpus", "tool", "edits", "event p50", "page p50", "page p95", "first edit", "server MiB", "others"], list(served_rows(data)))
        out += [line for text in comparison(data) for line in (text, "")]
    if data["outputs"]:
        rows = [[corpus, tool, f"{size['files']:,}", f"{size['pages']:,}", f"{size['MB']}"] for corpus, sizes in data["outputs"].items() for tool, size in sizes.items()]
        out += ["### What was made", ""] + table(["corpus", "tool", "files", "pages", "MB"], rows)
    return "\n".join(out)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        text = markdown(json.load(file))
    if "--into" not in sys.argv:
        print(text)
        return
    target = sys.argv[sys.argv.index("--into") + 1]
    with open(target, encoding="utf-8") as file:
        page = file.read()
    page = re.sub(re.escape(BEGIN) + ".*" + re.escape(END), lambda _: f"{BEGIN}\n{text}\n{END}", page, flags=re.S)
    with open(target, "w", encoding="utf-8", newline="\n") as file:
        file.write(page)


if __name__ == "__main__":
    main()
