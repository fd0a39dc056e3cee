"""Answer times of public pages at 1 and 8 connections, against the app with the sample data.

Run from the repository: `python tests/benchmarks/overview.py`. The aim is 50 ms at the 95th percentile with 8
connections. The load stays on loopback and ends by itself.
"""

from __future__ import annotations

import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
REQUESTS = 200
LONGEST_S = 120


def main() -> None:
    """Start the app with a fresh sample database, measure, print a table, stop the app."""
    with tempfile.TemporaryDirectory() as folder:
        port = _free_port()
        server = _start(Path(folder), port)
        try:
            _wait(port, server)
            print(f"{'page':<40} {'connections':>11} {'median ms':>10} {'p95 ms':>8} {'per s':>11} {'kB':>6}")
            for page in _pages(port):
                for connections in (1, 8):
                    _measure(port, page, connections)
        finally:
            server.terminate()
            server.wait(timeout=10)


def _pages(port: int) -> list[str]:
    _, body = _get(http.client.HTTPConnection("127.0.0.1", port), "/")
    town = body.split('href="/kommune/')[1].split('"')[0]
    return ["/", f"/kommune/{town}", f"/kommune/{town}/massnahmen"]


def _measure(port: int, page: str, connections: int) -> None:
    began = time.perf_counter()
    with ThreadPoolExecutor(connections) as pool:
        parts = list(pool.map(lambda _: _times(port, page, REQUESTS // connections), range(connections)))
    seconds = time.perf_counter() - began
    times = sorted(each for part, _ in parts for each in part)
    median, p95 = statistics.median(times) * 1000, times[int(len(times) * 0.95)] * 1000
    rate, size = len(times) / seconds, parts[0][1] / 1000
    print(f"{page:<40} {connections:>11} {median:>10.1f} {p95:>8.1f} {rate:>11.0f} {size:>6.0f}", flush=True)


def _times(port: int, page: str, count: int) -> tuple[list[float], int]:
    connection, times, size = http.client.HTTPConnection("127.0.0.1", port), [], 0
    for _ in range(count):
        began = time.perf_counter()
        status, body = _get(connection, page)
        times.append(time.perf_counter() - began)
        size = len(body.encode())
        if status != 200:
            sys.exit(f"{page} answered {status}.")
    connection.close()
    return times, size


def _get(connection: http.client.HTTPConnection, page: str) -> tuple[int, str]:
    connection.request("GET", page)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def _start(folder: Path, port: int) -> subprocess.Popen[bytes]:
    settings = {
        "MONITORING_DEMO": "1",
        "MONITORING_PORT": str(port),
        "MONITORING_DATABASE_URL": f"sqlite:///{folder / 'benchmark.db'}",
    }
    command = [sys.executable, "app.py"]
    return subprocess.Popen(command, cwd=REPOSITORY, env=os.environ | settings, stdout=subprocess.DEVNULL)


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    end = time.perf_counter() + LONGEST_S
    while time.perf_counter() < end:
        if server.poll() is not None:
            sys.exit(f"The server ended with {server.returncode}.")
        try:
            _get(http.client.HTTPConnection("127.0.0.1", port), "/")
            return
        except OSError:
            time.sleep(0.05)
    sys.exit("The server did not answer.")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


if __name__ == "__main__":
    main()
