#!/usr/bin/env python3
"""Lays the same corpus out for each tool: what it takes as content, and its configuration. Nothing here is timed.

usage: corpora.py WORK CORPUS…      (corpora: M100 M1000 M10000 A100 A1000)
writes WORK/corpus/CORPUS (gencorpus.py) and WORK/sites/TOOL/CORPUS

What differs between the tools, because each reads another dialect:
  tier0   the files as they are
  hugo    index.md is named _index.md; AsciiDoc header attributes become front matter (Hugo reads no others)
  jbake   YAML front matter becomes JBake's header; [TOC] where the contents are to stand; the sidebar written beforehand
  antora  a component with nav.adoc in a git repository; xref:../s001/… becomes xref:s001/… (Antora's form)
"""
import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
TOOLS = {"M": ("tier0", "hugo", "hugo+pagefind", "jbake"), "A": ("tier0", "hugo", "jbake", "antora")}


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def files(root):
    for folder, folders, names in os.walk(root):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(folder, name)
            yield os.path.relpath(path, root), path


def header_and_body(text):
    """The keys of YAML front matter (one line each) or of an AsciiDoc header, and the rest of the file."""
    meta = {}
    lines = text.split("\n")
    if lines[0] == "---":
        end = lines.index("---", 1)
        for line in lines[1:end]:
            key, value = line.split(": ", 1)
            meta[key] = value.strip('"')
    else:
        end = lines.index("")
        meta["title"] = lines[0][2:]
        for line in lines[1:end]:
            key, value = re.match(r":([a-z]+): (.*)", line).groups()
            meta[key] = value
    meta["tags"] = [tag.strip() for tag in meta["tags"].strip("[]").split(",")]
    return meta, "\n".join(lines[end + 1:])


def section_of(relative):
    return relative.split("/")[0] if "/" in relative else "home"


def pages(corpus):
    """section → [(file, title)], the section's own page first."""
    result = {}
    for relative, path in files(corpus):
        meta, _ = header_and_body(read(path))
        entries = result.setdefault(section_of(relative), [])
        entries.insert(0 if "index." in relative else len(entries), (relative, meta["title"]))
    return result


def tier0(corpus, site):
    shutil.copytree(corpus, site + "/content")


def hugo(corpus, site):
    shutil.copytree(HERE + "/rivals/hugo", site)
    for relative, path in files(corpus):
        text = read(path)
        if relative.endswith(".adoc"):
            meta, body = header_and_body(text)
            text = "\n".join(["---", f'title: "{meta["title"]}"'] + [f"{k}: {meta[k]}" for k in ("owner", "severity", "kind", "reviewed")]
                             + ["tags: [" + ", ".join(meta["tags"]) + "]", "---", "", body])
        write(f"{site}/content/{re.sub(r'index[.]', '_index.', relative)}", text)
    write(site + "/static/site.css", read(HERE + "/rivals/common/site.css"))


def jbake(corpus, site):
    shutil.copytree(HERE + "/rivals/jbake/templates", site + "/templates")
    shutil.copy(HERE + "/rivals/jbake/jbake.properties", site)
    for relative, path in files(corpus):
        meta, body = header_and_body(read(path))
        markdown = relative.endswith(".md")
        if markdown:
            body = "[TOC]\n\n" + re.sub(r"\]\(([^)]*)\.md\)", r"](\1.html)", body)
        head = [f"title={meta['title']}", "type=page", "status=published", f"date={meta['reviewed']}", "tags=" + ",".join(meta["tags"]),
                f"section={section_of(relative)}"] + [f"{k}={meta[k]}" for k in ("owner", "severity", "reviewed")]
        text = "\n".join(head + ["~~~~~~", "", body])
        write(f"{site}/content/{relative}", text)
    write(site + "/assets/site.css", read(HERE + "/rivals/common/site.css"))
    sections = pages(corpus)
    for current in sections:
        out = ["<ul>"]
        for section, entries in sections.items():
            if section == "home":
                continue
            href = lambda file: "${content.rootpath!}" + re.sub(r"\.\w+$", ".html", file)
            out.append(f'<li><a href="{href(entries[0][0])}">{entries[0][1]}</a>')
            if section == current:
                out += ["<ul>"] + [f'<li><a href="{href(f)}">{t}</a></li>' for f, t in entries[1:]] + ["</ul>"]
            out.append("</li>")
        write(f"{site}/templates/nav/{current}.ftl", "\n".join(out + ["</ul>"]) + "\n")


def antora(corpus, site):
    module = site + "/content/modules/ROOT"
    for relative, path in files(corpus):
        text = re.sub(r"xref:\.\./", "xref:", read(path))
        if relative.endswith("/index.adoc"):
            text = text.replace("xref:rb-", "xref:./rb-")
        # Only attributes named page-… reach Antora's page templates.
        text = re.sub(r"(?m)^:(owner|severity|reviewed):", r":page-\1:", text, count=3)
        write(f"{module}/pages/{relative}", text)
    nav = []
    for section, entries in pages(corpus).items():
        if section != "home":
            nav += [f"* xref:{entries[0][0]}[{entries[0][1]}]"] + [f"** xref:{f}[{t}]" for f, t in entries[1:]]
    write(module + "/nav.adoc", "\n".join(nav) + "\n")
    write(site + "/content/antora.yml", "name: ROOT\nversion: ~\ntitle: Operations portal\nnav:\n- modules/ROOT/nav.adoc\n")
    shutil.copy(HERE + "/rivals/antora/playbook.yml", site)
    with zipfile.ZipFile(site + "/ui-bundle.zip", "w", zipfile.ZIP_DEFLATED) as bundle:
        for relative, path in files(HERE + "/rivals/antora/ui"):
            bundle.write(path, relative)
        bundle.write(HERE + "/rivals/common/site.css", "css/site.css")
    # Antora reads git repositories only; this one is the benchmark's own, in the work folder.
    git = ["git", "-c", "core.hooksPath=/dev/null", "-c", "user.name=bench", "-c", "user.email=bench@localhost",
           "-c", "commit.gpgsign=false", "-C", site + "/content"]
    for command in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "corpus"]):
        subprocess.run(git + command, check=True)


LAYOUTS = {"tier0": tier0, "hugo": hugo, "hugo+pagefind": hugo, "jbake": jbake, "antora": antora}


def recipe():
    """Digest of what corpora and sites are made from: when it changes, they are made anew."""
    digest = hashlib.sha256()
    for path in [HERE + "/gencorpus.py", HERE + "/corpora.py"] + [path for _, path in files(HERE + "/rivals")]:
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def is_made(path, made_from):
    try:
        return read(path + ".done") == made_from
    except FileNotFoundError:
        return False


def prepare(work, name, fresh=False):
    """Makes the corpus and its sites where they are missing or of an older recipe (the marker is written last: half a site is made anew)."""
    corpus, made_from = f"{work}/corpus/{name}", recipe()
    if fresh or not is_made(corpus, made_from):
        shutil.rmtree(corpus, ignore_errors=True)
        subprocess.run([sys.executable, HERE + "/gencorpus.py", work + "/corpus", name], check=True, stdout=sys.stderr)
        write(corpus + ".done", made_from)
    for tool in TOOLS[name[0]]:
        site = f"{work}/sites/{tool}/{name}"
        if fresh or not is_made(site, made_from):
            shutil.rmtree(site, ignore_errors=True)
            os.makedirs(os.path.dirname(site), exist_ok=True)
            write(site + ".state", "")
            LAYOUTS[tool](corpus, site)
            write(site + ".done", made_from)


if __name__ == "__main__":
    for corpus_name in sys.argv[2:]:
        prepare(os.path.abspath(sys.argv[1]), corpus_name, fresh=True)
