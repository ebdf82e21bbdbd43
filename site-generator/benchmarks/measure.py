"""One measured run of a command: wall time, CPU seconds and peak memory, and how busy others kept the machine."""
import os
import subprocess
import tempfile
import time

TICKS = os.sysconf("SC_CLK_TCK")


def busy_seconds():
    """CPU seconds the whole machine has spent, and those the hypervisor took."""
    with open("/proc/stat", encoding="ascii") as file:
        user, nice, system, _idle, _wait, irq, soft, steal = (int(n) for n in file.readline().split()[1:9])
    return (user + nice + system + irq + soft) / TICKS, steal / TICKS


def run(command, log, environment=None, timeout=1800):
    """Runs a command to its end.

    wall: seconds, from start to exit. cpu: user + system seconds of it and its children. rss: MiB, the largest of its
    processes (GNU time). others: share of the machine's CPUs that went to anything else meanwhile; above 0.1 the wall
    time means little.
    """
    with tempfile.NamedTemporaryFile("r", prefix="tier0-bench.") as usage, open(log, "wb") as out:
        os.sync()  # what earlier runs wrote is not to be paid by this one
        busy, stolen = busy_seconds()
        start = time.perf_counter()
        try:
            code = subprocess.run(["/usr/bin/time", "-q", "-f", "%U %S %M", "-o", usage.name] + command, stdin=subprocess.DEVNULL,
                                  stdout=out, stderr=subprocess.STDOUT, timeout=timeout,
                                  env={**os.environ, **(environment or {})}).returncode
        except subprocess.TimeoutExpired:
            return {"error": f"still running after {timeout} s"}
        wall = time.perf_counter() - start
        busy_after, stolen_after = busy_seconds()
        user, system, rss = usage.read().split()[-3:]
    cpu = float(user) + float(system)
    others = max(0.0, busy_after - busy - cpu + stolen_after - stolen) / (wall * os.cpu_count())
    result = {"wall": round(wall, 4), "cpu": round(cpu, 2), "rss": round(int(rss) / 1024, 1), "others": round(others, 3)}
    if code != 0:
        result["error"] = f"exit {code}, see {log}"
    return result


def wait_until_quiet(limit_seconds, share=0.1):
    """Waits until others use less than a share of the CPUs for a second, at most so long."""
    end = time.monotonic() + limit_seconds
    while time.monotonic() < end:
        busy, stolen = busy_seconds()
        time.sleep(1)
        busy_after, stolen_after = busy_seconds()
        if busy_after - busy + stolen_after - stolen < share * os.cpu_count():
            return True
    return False
