"""The tools that are measured: how each is run, what a cold start removes, where a page is read from and written to."""
import glob
import os
import re
import shutil
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
EDIT = re.compile(r"\n\nMeasured edit \w+\.\n\Z")


class Tool:
    """One tool in one configuration; a site is a folder that corpora.py has made for the tool's `layout`."""

    def __init__(self, name, layout, command, state, environment=None, source="content", note=""):
        self.name = name
        self.layout = layout
        self.command = command  # site → argument list
        self.state = state  # what "cold" removes, relative to the site
        self.environment = environment or {}
        self.source = source
        self.note = note

    def site(self, work, corpus):
        return f"{work}/sites/{self.layout}/{corpus}"

    def make_cold(self, site):
        for name in self.state:
            path = f"{site}/{name}"
            if os.path.isdir(path) and not os.path.islink(path):
                shutil.rmtree(path)
            elif os.path.lexists(path):
                os.unlink(path)

    def is_built(self, site):
        return os.path.exists(site + "/output/index.html")

    def source_of(self, site, page):
        return f"{site}/{self.source}/{page}"

    def output_of(self, site, page):
        return f"{site}/output/" + re.sub(r"\.\w+$", ".html", page)

    def edit(self, site, page, marker):
        """Changes the text of one page: its last paragraph is new. Written in place, as most editors do."""
        path = self.source_of(site, page)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        text = EDIT.sub("", text).rstrip("\n") + f"\n\nMeasured edit {marker}.\n"
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)

    def has_edit(self, site, page, marker):
        try:
            with open(self.output_of(site, page), encoding="utf-8") as file:
                return f"Measured edit {marker}." in file.read()
        except FileNotFoundError:
            return False


def page_at(corpus, index):
    """The index-th runbook of a corpus, any int: strides through the sections."""
    count = int(corpus[1:])
    number = (index * 37 + 11) % count
    section = number // (count // {100: 10, 1000: 20, 10000: 100}[count])
    return f"s{section:03d}/rb-{number:05d}." + ("md" if corpus[0] == "M" else "adoc")


def jdk_17():
    """The folder of a JDK 17, or None."""
    for home in sorted(glob.glob("/usr/lib/jvm/*")):
        try:
            with open(home + "/release", encoding="utf-8") as file:
                if 'JAVA_VERSION="17.' in file.read() and os.path.exists(home + "/bin/java"):
                    return home
        except OSError:
            continue
    return None


def all_tools(work, checkout):
    launcher = f"{checkout}/tier0"
    build = lambda site: [launcher, "build", "--site", site, "--output", site + "/output", "--fail-on", "never"]
    jbake_java = os.environ.get("JBAKE_JAVA", "java")
    quoted = lambda text: "'" + text.replace("'", "'\\''") + "'"
    pagefind = f"{work}/npm/node_modules/.bin/pagefind"
    tier0_state = [".tier0", "output"]
    tools = [
        Tool("tier0", "tier0", build, tier0_state),
        Tool("hugo", "hugo", lambda site: ["hugo", "--quiet", "--source", site, "--destination", site + "/output"],
             ["output", "resources", ".hugo_build.lock"], note="no search"),
        Tool("hugo+pagefind", "hugo+pagefind", lambda site: ["sh", "-c", f"hugo --quiet --source {quoted(site)} --destination {quoted(site)}/output"
                                                    f" && {quoted(pagefind)} --silent --site {quoted(site)}/output"],
             ["output", "resources", ".hugo_build.lock"], note="with search"),
        Tool("jbake", "jbake", lambda site: [jbake_java, "-cp", f"{work}/jbake/lib/*", "org.jbake.launcher.Main", "-b", site, site + "/output"],
             ["output", "cache"], note="2.7.0"),
        Tool("antora", "antora", lambda site: [f"{work}/npm/node_modules/.bin/antora", site + "/playbook.yml"],
             ["output", ".cache"], source="content/modules/ROOT/pages", note="no search"),
        Tool("tier0-check", "tier0", lambda site: [launcher, "check", "--site", site, "--output", site + "/output", "--fail-on", "never"],
             tier0_state),
    ]
    if jdk_17():
        tools.append(Tool("tier0-jdk17", "tier0", build, tier0_state, {"TIER0_JAVA": jdk_17()}, note="the oldest JDK it runs on"))
    return {tool.name: tool for tool in tools}


def first_line(command, pattern=r"\S.*", env=None):
    """The first match of pattern in what a command says, or "absent"."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, env={**os.environ, **(env or {})})
    except (OSError, subprocess.TimeoutExpired):
        return "absent"
    match = re.search(pattern, done.stdout + "\n" + done.stderr)
    return match.group(0).strip() if match else "unknown"


def versions(work, checkout, ours):
    """What is measured, by name. Asking Tier Zero builds it when it is outdated; not done when it is not measured (ours)."""
    java = lambda command, env=None: first_line(command, r'(?<=version ")[^"]*', env)
    launcher = [checkout + "/tier0", "--version"]
    own = {
        "Tier Zero": first_line(launcher, r"(?<=Tier Zero )\S+") + " (" + first_line(["git", "-C", checkout, "describe", "--always", "--dirty"], r"^[^\s:]+$") + ")"
                     + " on JDK " + java(launcher, {"TIER0_OPTS": "-showversion"}),
    } if ours else {}
    return {
        **own,
        "JBake": "2.7.0 on JDK " + java([os.environ.get("JBAKE_JAVA", "java"), "-version"]),
        "Hugo": first_line(["hugo", "version"], r"(?<=v)\d[^\s+]*"),
        "Asciidoctor": first_line(["asciidoctor", "--version"], r"(?<=Asciidoctor )\S+"),
        "Pagefind": first_line([f"{work}/npm/node_modules/.bin/pagefind", "--version"], r"\d+\.\d+\S*"),
        "Antora": first_line([f"{work}/npm/node_modules/.bin/antora", "--version"], r"\d+\.\d+\S*"),
        "Node": first_line(["node", "--version"]),
    }
