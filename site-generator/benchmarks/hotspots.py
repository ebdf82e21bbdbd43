#!/usr/bin/env python3
"""Where Tier Zero's time goes: CPU by kind of thread (JIT, GC, work), then the methods that Java Flight Recorder saw.

usage: profile.py CORPUS cold|unchanged|edit|check --work DIR --checkout DIR [--top N]
"""
import argparse
import collections
import glob
import os
import re
import subprocess
import sys
import time

import corpora
import tools

OURS = "dev.tierzero."
KINDS = (("C2", "JIT, C2"), ("C1", "JIT, C1"), ("GC", "GC"), ("G1", "GC"), ("ParGC", "GC"), ("VM", "JVM"), ("JFR", "JFR"))


def kind_of(thread):
    for prefix, kind in KINDS:
        if thread.startswith(prefix):
            return kind
    return thread


def thread_seconds(pid):
    """CPU seconds of each live thread of a process, by thread id."""
    result = {}
    for folder in glob.glob(f"/proc/{pid}/task/*"):
        try:
            with open(folder + "/comm", encoding="utf-8", errors="replace") as name, open(folder + "/schedstat", encoding="ascii") as stat:
                result[folder] = (name.read().strip(), int(stat.read().split()[0]) / 1e9)
        except (OSError, IndexError, ValueError):
            continue
    return result


def by_thread(command, log):
    """Runs a command and adds up the CPU seconds of its threads by kind, as last seen before each ended (every 5 ms)."""
    seen = {}
    with open(log, "wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT)
        while process.poll() is None:
            seen.update(thread_seconds(process.pid))
            time.sleep(0.005)
        wall = time.perf_counter() - start
    kinds = collections.Counter()
    for name, seconds in seen.values():
        kinds[kind_of(name)] += seconds
    return wall, kinds


def recorded(command, work, checkout):
    """Runs a command under Flight Recorder; the recording."""
    recording, classes, jar = f"{work}/profile.jfr", f"{work}/profile", f"{checkout}/site-generator/target/tier0.jar"
    if os.path.exists(recording):
        os.unlink(recording)
    subprocess.run(["javac", "--release", "17", "-d", classes, corpora.HERE + "/Profile.java"], check=True)
    # The launcher's JVM options hold; what follows the main class, "-jar tier0.jar …" of the launcher, are its arguments.
    options = f"-XX:FlightRecorderOptions:stackdepth=256 -Dprofile.out={recording} -cp {jar}:{classes} Profile"
    log = f"{work}/logs/profile-jfr.log"
    with open(log, "wb") as out:
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, env={**os.environ, "TIER0_OPTS": options}, check=False)
    if not os.path.exists(recording):
        sys.exit(f"profile: no recording; see {log}")
    return [recording]


def jfr_tool():
    homes = [home for home in glob.glob("/usr/lib/jvm/*") if os.access(home + "/bin/jfr", os.X_OK)]
    version = lambda home: int((re.search(r'JAVA_VERSION="(\d+)', corpora.read(home + "/release")) or [0, 0])[1]) if os.path.exists(home + "/release") else 0
    return max(homes, key=version) + "/bin/jfr" if homes else "jfr"


def stacks(chunks, events):
    """The stacks of all samples of an event, innermost frame first, as class.method."""
    for chunk in chunks:
        text = subprocess.run([jfr_tool(), "print", "--stack-depth", "256", "--events", events, chunk],
                              capture_output=True, text=True, check=False).stdout
        for event in text.split("\n}\n"):
            frames = re.findall(r"^\s{4,}([\w.$/<>\-]+)\(.*?\)(?:\s+line:.*)?$", event.split("stackTrace = [", 1)[-1], re.M)
            if frames:
                yield frames


def pauses(chunks):
    """GC pauses: how many, milliseconds in all."""
    total, count = 0.0, 0
    for chunk in chunks:
        text = subprocess.run([jfr_tool(), "print", "--events", "jdk.GCPhasePause", chunk], capture_output=True, text=True, check=False).stdout
        for value, unit in re.findall(r"duration = ([\d.]+) (us|ms|s)\b", text):
            total += float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
            count += 1
    return count, total


def package(frame):
    parts = frame.split(".")
    return ".".join(parts[: 3 if frame.startswith(("java.", "jdk.", "sun.", OURS)) else 4][: max(1, len(parts) - 2)])


def show(title, counter, total, top):
    print(f"\n{title}")
    for name, count in counter.most_common(top):
        print(f"  {100 * count / total:5.1f} %  {name}")


def report_methods(chunks, top):
    all_stacks = list(stacks(chunks, "jdk.ExecutionSample"))
    native = list(stacks(chunks, "jdk.NativeMethodSample"))
    if not all_stacks:
        sys.exit("profile: no samples")
    leaf, packages, own, inclusive = (collections.Counter() for _ in range(4))
    for frames in all_stacks:
        leaf[frames[0]] += 1
        packages[package(frames[0])] += 1
        own[next((f for f in frames if f.startswith(OURS)), "(none of ours)")] += 1
        inclusive.update({f for f in frames if f.startswith(OURS)})
    total = len(all_stacks)
    count, milliseconds = pauses(chunks)
    print(f"\nFlight Recorder: {total} samples in Java (CPU), {len(native)} in native code (working or waiting), "
          f"{count} GC pauses of {milliseconds:.0f} ms in all")
    show("Tier Zero's methods, with all they call (inclusive)", inclusive, total, top)
    show("Tier Zero's innermost method on the stack", own, total, top)
    show("Innermost method", leaf, total, top)
    show("Innermost package", packages, total, top)
    if native:
        show("In native code: on a busy machine or disk mostly waiting", collections.Counter(f[0] for f in native), len(native), 6)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus")
    parser.add_argument("scenario", choices=["cold", "unchanged", "edit", "check"])
    parser.add_argument("--work", required=True, type=os.path.abspath)
    parser.add_argument("--checkout", required=True, type=os.path.abspath)
    parser.add_argument("--top", type=int, default=25)
    options = parser.parse_args()
    corpora.prepare(options.work, options.corpus)
    tool = tools.all_tools(options.work, options.checkout)["tier0-check" if options.scenario == "check" else "tier0"]
    site = tool.site(options.work, options.corpus)
    corpora.write(site + ".state", "")

    def ready(index):
        if options.scenario == "cold":
            tool.make_cold(site)
        elif options.scenario in ("edit", "check"):
            tool.edit(site, tools.page_at(options.corpus, 5000 + index), f"p{time.time_ns():x}")

    os.makedirs(options.work + "/logs", exist_ok=True)
    build = tools.all_tools(options.work, options.checkout)["tier0"]
    if options.scenario != "cold":
        subprocess.run(build.command(site), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    ready(0)
    wall, kinds = by_thread(tool.command(site), f"{options.work}/logs/profile.log")
    total = sum(kinds.values())
    print(f"{options.corpus} {options.scenario}: {wall:.2f} s wall, {total:.2f} s CPU by threads")
    for kind, seconds in kinds.most_common(14):
        print(f"  {seconds:6.2f} s  {100 * seconds / total:5.1f} %  {kind}")
    ready(1)
    report_methods(recorded(tool.command(site), options.work, options.checkout), options.top)


if __name__ == "__main__":
    main()
