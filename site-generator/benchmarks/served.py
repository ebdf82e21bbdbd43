"""Save to reload: how long after a file is saved the open page can be loaded again with the change in it.

Per edit: t = 0 just before the file is written (in place). event: the server has told the browser to reload (Tier Zero:
server-sent event; Hugo's websocket is not listened to). served: the whole page with the change has arrived, asked for when
the event came, or, where there is none, every 2 ms. Both in milliseconds.
"""
import http.client
import os
import queue
import re
import shutil
import signal
import socket
import subprocess
import threading
import time

from measure import TICKS, busy_seconds
from tools import page_at

POLL_SECONDS = 0.002
PATIENCE_SECONDS = 60


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def server_command(tool, site, port, checkout):
    if tool == "hugo":
        return ["hugo", "server", "--quiet", "--source", site, "--bind", "127.0.0.1", "--port", str(port)]
    return [checkout + "/tier0", "serve", "--site", site, "--output", site + "/output", "--port", str(port), "--fail-on", "never"]


def get(connection, path):
    connection.request("GET", path)
    response = connection.getresponse()
    return response.status, response.read()


def wait_until_served(process, port, path, limit):
    end = time.monotonic() + limit
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        try:
            status, body = get(http.client.HTTPConnection("127.0.0.1", port, timeout=10), path)
            if status == 200:
                return body
        except OSError:
            pass
        time.sleep(0.05)
    raise RuntimeError(f"nothing served on port {port} after {limit} s")


def event_stream(port, page):
    """The path of the server-sent events that the served page listens to: an EventSource in it or in a script it loads."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    _, body = get(connection, "/" + page)
    html = body.decode("utf-8")
    texts = [html]
    for source in re.findall(r"<script[^>]*\ssrc=[\"']?([^\"'\s>]+)", html):
        path = source if source.startswith("/") else os.path.normpath("/" + os.path.dirname(page) + "/" + source)
        if "://" not in source:
            texts.append(get(connection, path)[1].decode("utf-8", "replace"))
    for text in texts:
        match = re.search(r"EventSource\(\s*[\"'`]([^\"'`]+)", text)
        if match:
            return match.group(1) if match.group(1).startswith("/") else "/" + match.group(1)
    return None


class Events(threading.Thread):
    """Listens to server-sent events and keeps the time of each."""

    def __init__(self, port, path):
        super().__init__(daemon=True)
        self.times = queue.Queue()
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/event-stream\r\n\r\n".encode())
        self.start()

    def run(self):
        with self.socket.makefile("rb") as lines:
            for line in lines:
                if line.startswith((b"data:", b"event:")):
                    self.times.put((time.perf_counter(), line.strip().decode("utf-8", "replace")))

    def clear(self):
        while not self.times.empty():
            self.times.get_nowait()


def one_edit(tool, site, page, marker, connection, events):
    """Milliseconds to the event (None without) and to the page, and how often the page was asked for in vain."""
    path = html_of(page)
    wanted = f"Measured edit {marker}.".encode()
    if events:
        events.clear()
    start = time.perf_counter()
    tool.edit(site, page, marker)
    event = None
    if events:
        event = (events.times.get(timeout=PATIENCE_SECONDS)[0] - start) * 1000
    misses = 0
    while time.perf_counter() - start < PATIENCE_SECONDS:
        status, body = get(connection, path)
        if status == 200 and wanted in body:
            return event, (time.perf_counter() - start) * 1000, misses
        misses += 1
        time.sleep(POLL_SECONDS)
    raise RuntimeError(f"{page} is not served with its change after {PATIENCE_SECONDS} s")


def wait_for(connection, path, wanted, limit=PATIENCE_SECONDS):
    """Waits until a page is served with some text in it."""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        status, body = get(connection, path)
        if status == 200 and wanted in body:
            return
        time.sleep(0.02)
    raise RuntimeError(f"{path} is not served with {wanted.decode()} after {limit} s")


def differing(tool, work, checkout, corpus, connection):
    """Compares what is served, after all those edits, a new title and a new link, with a clean build of the same files, page by page.

    The title shows in the navigation of other pages, the link in the backlinks of its target. At most 1,200 pages, evenly spread.
    """
    site, clean = tool.site(work, corpus), f"{work}/clean"
    titled, linking, target = (page_at(corpus, index) for index in (1, 2, 3))
    kept = {page: open(tool.source_of(site, page), encoding="utf-8").read() for page in (titled, linking)}
    try:
        write(tool.source_of(site, titled), kept[titled].replace("title: \"", "title: \"Retitled ", 1))
        wait_for(connection, html_of(titled), b"Retitled ")
        write(tool.source_of(site, linking), kept[linking].rstrip("\n") + f"\n\nSee [a new link](../{target}).\n")
        wait_for(connection, html_of(linking), b"a new link")
        shutil.rmtree(clean, ignore_errors=True)
        command = [checkout + "/tier0", "build", "--site", site, "--output", clean, "--no-cache", "--fail-on", "never"]
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        pages = sorted(os.path.relpath(os.path.join(folder, name), clean) for folder, _, names in os.walk(clean) for name in names if name.endswith(".html"))
        chosen = sorted(set(pages[:: len(pages) // 1200 + 1]) | {html_of(page)[1:] for page in kept} | {html_of(target)[1:], "index.html"})
        return {"compared": len(chosen), "different": [page for page in chosen if not is_same(clean, page, connection)]}
    finally:
        for page, text in kept.items():
            write(tool.source_of(site, page), text)
        shutil.rmtree(clean, ignore_errors=True)


def is_same(clean, page, connection):
    with open(f"{clean}/{page}", "rb") as file:
        built = file.read()
    served = re.sub(rb'<script src="/_tier0/[^"]*" defer></script>\n?', b"", get(connection, "/" + page)[1])
    return built == served


def html_of(page):
    return "/" + re.sub(r"\.\w+$", ".html", page)


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def percentile(values, share):
    """Nearest rank."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)]


def peak_memory(pid):
    """MiB, as the kernel counted it for the process so far."""
    try:
        with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as file:
            return round(int(re.search(r"VmHWM:\s+(\d+)", file.read()).group(1)) / 1024, 1)
    except (OSError, AttributeError):
        return None


def cpu_seconds(pid):
    """User + system seconds of a process so far."""
    with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
        user, system = file.read().rsplit(")", 1)[1].split()[11:13]
    return (int(user) + int(system)) / TICKS


def measure(tool, work, checkout, corpus, edits, log):
    """Starts the server, makes the edits one after another with a pause between, stops it."""
    site = tool.site(work, corpus)
    port = free_port()
    result = {"corpus": corpus, "tool": tool.name, "edits": []}
    with open(log, "wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen(server_command(tool.name, site, port, checkout), stdin=subprocess.DEVNULL, stdout=out,
                                   stderr=subprocess.STDOUT, start_new_session=True)
        try:
            wait_until_served(process, port, "/", 300)
            result["ready_s"] = round(time.perf_counter() - start, 2)
            path = event_stream(port, page_at(corpus, 0).rsplit(".", 1)[0] + ".html") if tool.name != "hugo" else None
            result["events"] = path or "none: polled"
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
            events = Events(port, path) if path else None
            time.sleep(2)
            own, (busy, stolen), begun = cpu_seconds(process.pid), busy_seconds(), time.perf_counter()
            for index in range(edits):
                marker = f"s{time.time_ns():x}"
                event, served, misses = one_edit(tool, site, page_at(corpus, index), marker, connection, events)
                result["edits"].append({"event_ms": event and round(event, 1), "served_ms": round(served, 1), "misses": misses})
                time.sleep(0.5)
            result["rss"] = peak_memory(process.pid)
            busy_after, stolen_after = busy_seconds()
            others = busy_after - busy + stolen_after - stolen - (cpu_seconds(process.pid) - own)
            result["others"] = round(max(0.0, others) / ((time.perf_counter() - begun) * os.cpu_count()), 3)
            if tool.name == "tier0":
                result["same_as_clean_build"] = differing(tool, work, checkout, corpus, connection)
        except (RuntimeError, OSError, http.client.HTTPException, subprocess.CalledProcessError, queue.Empty) as failure:
            result["error"] = f"{type(failure).__name__}: {failure}, see {log}"
        finally:
            stop(process)
    return result


def stop(process):
    """Ends the server and what it started (its own session, so nothing else)."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, how)
        except ProcessLookupError:
            pass
        try:
            process.wait(timeout=10)
            return
        except subprocess.TimeoutExpired:
            continue
