"""Save to reload: how long after a file is saved the open page can be loaded again with the change in it.

Per edit: t = 0 just before the file is written (in place). event: the server has told the browser to reload (Tier Zero:
server-sent event; Hugo's websocket is not listened to). served: the whole page with the change has arrived, asked for when
the event came, or, where there is none, every 2 ms. Both in milliseconds.
"""
import http.client
import os
import queue
import re
import signal
import socket
import subprocess
import threading
import time

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
    path = "/" + re.sub(r"\.\w+$", ".html", page)
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
            for index in range(edits):
                marker = f"s{time.time_ns():x}"
                event, served, misses = one_edit(tool, site, page_at(corpus, index), marker, connection, events)
                result["edits"].append({"event_ms": event and round(event, 1), "served_ms": round(served, 1), "misses": misses})
                time.sleep(0.5)
            result["rss"] = peak_memory(process.pid)
        except (RuntimeError, OSError, http.client.HTTPException, queue.Empty) as failure:
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
