#!/usr/bin/env python3
"""Measures Tier Zero beside its rivals; see README.md. Use run.sh, which sets everything up first.

usage: bench.py quick|full --work DIR --checkout DIR [--rounds N] [--only REGEX] [--tools a,b] [--quiet SECONDS] [--resume FILE]
"""
import argparse
import datetime
import json
import os
import platform
import re
import sys
import time

import corpora
import measure
import plan
import report
import served
import tools


def say(text):
    print(text, file=sys.stderr, flush=True)


class Session:
    """The runs of one result file, which is written after each of them: an interrupted session keeps what it has."""

    def __init__(self, options, toolset, ours):
        self.work = options.work
        self.checkout = options.checkout
        self.quiet = options.quiet
        self.toolset = toolset
        self.logs = f"{options.work}/logs"
        os.makedirs(self.logs, exist_ok=True)
        os.makedirs(f"{options.work}/results", exist_ok=True)
        self.jar = self.jar_stamp()
        if options.resume:
            self.file = options.resume
            with open(self.file, encoding="utf-8") as file:
                self.data = json.load(file)
        else:
            now = datetime.datetime.now().astimezone()
            self.file = f"{options.work}/results/{now:%Y-%m-%d-%H%M%S}-{options.mode}.json"
            self.data = {"meta": meta(options, now, ours), "runs": [], "outputs": {}, "served": [], "classes": {}}

    def save(self):
        with open(self.file + ".tmp", "w", encoding="utf-8") as file:
            json.dump(self.data, file, indent=1)
        os.replace(self.file + ".tmp", self.file)

    def jar_stamp(self):
        try:
            state = os.stat(self.checkout + "/site-generator/target/tier0.jar")
            return state.st_mtime_ns, state.st_size
        except FileNotFoundError:
            return None

    def require_same_jar(self):
        """A generator that was rebuilt half-way would mix two programs (and Maven's time) into one figure."""
        if self.jar_stamp() != self.jar:
            sys.exit("bench: the generator's jar changed during the measurement; measure a copy of the checkout (TIER0_CHECKOUT=…) "
                     f"or keep the sources still. What was measured before is in {self.file}")

    def has(self, case, tool, number):
        return any((r["corpus"], r["scenario"], r["tool"], r["round"]) == (case.corpus, case.scenario, tool, number) for r in self.data["runs"])

    def case(self, case, rounds):
        """The rounds of one case: A B C A B C …, so that what disturbs the machine disturbs all of them alike."""
        for number in range(1, rounds + 1):
            for name in case.tools:
                if not self.has(case, name, number):
                    self.run(case, self.toolset[name], number)

    def run(self, case, tool, number):
        site = tool.site(self.work, case.corpus)
        log = f"{self.logs}/{tool.name}-{case.corpus}-{case.scenario}.log"
        self.settle(case, tool, site, log)
        page, marker = tools.page_at(case.corpus, number), f"e{time.time_ns():x}"
        if case.scenario == "cold":
            tool.make_cold(site)
        elif case.scenario in ("edit", "check"):
            tool.edit(site, page, marker)
        if self.quiet and not measure.wait_until_quiet(self.quiet):
            say("bench: others keep this machine busy")
        run = measure.run(tool.command(site), log, tool.environment)
        self.verify(case, tool, site, run, page, marker)
        if "error" not in run:
            corpora.write(site + ".state", self.state_of(tool))
        run = {"corpus": case.corpus, "scenario": case.scenario, "tool": tool.name, "round": number, **run}
        self.data["runs"].append(run)
        if case.scenario == "cold" and tool.name not in self.data["outputs"].get(case.corpus, {}):
            self.data["outputs"].setdefault(case.corpus, {})[tool.name] = output_size(site)
        self.save()
        say(f"{case.corpus:7}{case.scenario:10} {tool.name:14} {number}: " + (run.get("error") or
            f"{run['wall']:8.2f} s  cpu {run['cpu']:7.2f}  {run['rss']:7.0f} MiB  others {run['others']:.0%}"))
        if tool.name.startswith("tier0"):
            self.require_same_jar()

    def settle(self, case, tool, site, log):
        """Builds a site that is not as this tool's last measured run left it, so that "unchanged" and "edit" mean what they say; not measured."""
        if case.scenario != "cold" and (self.state(site) != self.state_of(tool) or not tool.is_built(site)):
            builder = self.toolset[tool.name.replace("-check", "")]
            # Twice: the first run after a change of a tool's settings may leave something for the second to do.
            for _ in range(2):
                measure.run(builder.command(site), log + ".settle", builder.environment)
        corpora.write(site + ".state", "")

    def state(self, site):
        try:
            return corpora.read(site + ".state")
        except FileNotFoundError:
            return ""

    def state_of(self, tool):
        return f"{tool.name.replace('-check', '')} {self.jar if tool.layout == 'tier0' else ''}"

    def verify(self, case, tool, site, run, page, marker):
        """A run that did not make the site is no measurement."""
        if "error" in run:
            return
        if case.scenario == "cold" and count_pages(site) < int(case.corpus[1:]):
            run["error"] = f"made {count_pages(site)} pages of {case.corpus}, see {self.logs}"
        elif case.scenario == "edit" and not tool.has_edit(site, page, marker):
            run["error"] = f"the edit of {page} is not in the output"

    def serve(self, wanted):
        for name in wanted.tools:
            if any((s["corpus"], s["tool"]) == (wanted.corpus, name) for s in self.data["served"]):
                continue
            say(f"{wanted.corpus:7}serve      {name}: {wanted.edits} edits …")
            corpora.write(self.toolset[name].site(self.work, wanted.corpus) + ".state", "")
            result = served.measure(self.toolset[name], self.work, self.checkout, wanted.corpus, wanted.edits,
                                    f"{self.logs}/{name}-{wanted.corpus}-serve.log")
            self.data["served"].append(result)
            self.save()
            times = [edit["served_ms"] for edit in result["edits"]]
            say("       " + (result.get("error") or f"p50 {served.percentile(times, 50):.0f} ms, p95 {served.percentile(times, 95):.0f} ms"))
            if result.get("same_as_clean_build", {}).get("different"):
                say(f"       served otherwise than a clean build makes them: {result['same_as_clean_build']['different'][:10]}")

    def classes(self, corpus):
        """Which of the heavy libraries an unchanged rebuild loads: there should be none."""
        tool = self.toolset["tier0"]
        site = tool.site(self.work, corpus)
        log = f"{self.logs}/classes-{corpus}.log"
        measure.run(tool.command(site), log + ".settle")
        measure.run(tool.command(site), log + ".out", {"TIER0_OPTS": f"-Xlog:class+load:file={log}"})
        found = {}
        with open(log, encoding="utf-8", errors="replace") as file:
            lines = file.readlines()
        for library, package in (("JRuby", "org.jruby."), ("AsciidoctorJ", "org.asciidoctor."), ("Lucene", "org.apache.lucene."),
                                 ("flexmark", "com.vladsch."), ("jsoup", "org.jsoup."), ("Pebble", "io.pebbletemplates.")):
            found[library] = sum(f" {package}" in line for line in lines)
        self.data["classes"][corpus] = {"all": len(lines), **found}
        self.save()
        say(f"{corpus:7}unchanged loads {len(lines)} classes: {found}")


def count_pages(site):
    return sum(name.endswith(".html") for _, _, names in os.walk(site + "/output") for name in names)


def output_size(site):
    sizes = [os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(site + "/output") for name in names]
    return {"files": len(sizes), "pages": count_pages(site), "MB": round(sum(sizes) / 1e6, 1)}


def meta(options, now, ours):
    with open("/proc/meminfo", encoding="ascii") as file:
        memory = int(re.search(r"MemTotal:\s+(\d+)", file.read()).group(1)) // 1024
    with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as file:
        model = re.search(r"model name\s*:\s*(.*)", file.read())
    return {"date": now.isoformat(timespec="seconds"), "mode": options.mode, "rounds": options.rounds, "cpus": os.cpu_count(),
            "cpu": model.group(1) if model else platform.machine(), "memory_MiB": memory, "kernel": platform.release(),
            "load_at_start": os.getloadavg()[0], "versions": tools.versions(options.work, options.checkout, ours)}


def warm_launcher(session, options):
    """Builds the jar and the class-data archive when they are missing: part of installing Tier Zero, not of a run of it."""
    say("bench: making sure that Tier Zero is built and its class-data archive is there")
    site = f"{options.work}/sites/tier0/M100"
    tool = session.toolset["tier0"]
    environments = [{}] + ([session.toolset["tier0-jdk17"].environment] if "tier0-jdk17" in session.toolset else [])
    for environment in environments:
        result = measure.run(tool.command(site), f"{session.logs}/tier0-install.log", {"TIER0_CDS": "train", **environment})
        if "error" in result:
            sys.exit("bench: tier0 cannot build M100: " + result["error"])
    tool.make_cold(site)
    session.jar = session.jar_stamp()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("mode", choices=["quick", "full"])
    parser.add_argument("--work", required=True, type=os.path.abspath)
    parser.add_argument("--checkout", required=True, type=os.path.abspath)
    parser.add_argument("--rounds", type=int, help="measured runs of each (default: quick 3, full 5)")
    parser.add_argument("--only", default="", metavar="REGEX", help='only cases that match, as in "M1000 cold" or "A.* (edit|unchanged)" or "serve"')
    parser.add_argument("--tools", default="", metavar="A,B", help="only these tools")
    parser.add_argument("--quiet", type=int, default=0, metavar="SECONDS", help="before each run wait, at most so long, until the machine is idle")
    parser.add_argument("--resume", metavar="FILE", help="go on with a result file that was interrupted")
    options = parser.parse_args()
    options.rounds = options.rounds or {"quick": 3, "full": 5}[options.mode]
    return options


def selected(options, toolset):
    cases, servers = plan.quick() if options.mode == "quick" else plan.full()
    allowed = [name for name in options.tools.split(",") if name] or list(toolset)
    keep = lambda names: [name for name in names if name in toolset and name in allowed]
    cases = [c._replace(tools=keep(c.tools)) for c in cases if re.search(options.only, f"{c.corpus} {c.scenario}")]
    servers = [s._replace(tools=keep(s.tools)) for s in servers if re.search(options.only, f"{s.corpus} serve")]
    return [c for c in cases if c.tools], [s for s in servers if s.tools]


def main():
    options = arguments()
    toolset = tools.all_tools(options.work, options.checkout)
    cases, servers = selected(options, toolset)
    if not cases and not servers:
        sys.exit("bench: nothing matches --only and --tools")
    ours = any(name.startswith("tier0") for c in [*cases, *servers] for name in c.tools)
    session = Session(options, toolset, ours)
    for corpus in sorted({"M100"} | {c.corpus for c in cases} | {s.corpus for s in servers}):
        corpora.prepare(options.work, corpus)
    if ours:
        warm_launcher(session, options)
    started = time.monotonic()
    for case in cases:
        session.case(case, options.rounds)
    for wanted in servers:
        session.serve(wanted)
    for corpus in sorted({c.corpus for c in cases if c.scenario == "unchanged" and "tier0" in c.tools}):
        session.classes(corpus)
    session.data["meta"]["minutes"] = round((time.monotonic() - started) / 60, 1)
    session.save()
    text = report.markdown(session.data)
    with open(session.file[:-5] + ".md", "w", encoding="utf-8") as file:
        file.write(text)
    print(text)
    say(f"bench: {session.file} and .md")


if __name__ == "__main__":
    main()
