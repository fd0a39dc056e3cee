"""Time from the start command to the first page, with a new database and with a filled one.

Run from the repository: `python tests/benchmarks/start.py`. The aim is 3 seconds with bytecode compiled.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
LONGEST_S = 120


def main() -> None:
    """Print a table: the first start fills the database, the later ones find it filled."""
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'database':<10} {'first page':>10}")
        for database in ("new", "filled", "filled", "filled"):
            print(f"{database:<10} {seconds_to_first_page(Path(folder)):>8.2f} s", flush=True)


def seconds_to_first_page(folder: Path) -> float:
    """Start the server with the database in a folder, wait for its first page, stop it again."""
    port = _free_port()
    settings = {
        "MONITORING_DEMO": "1",
        "MONITORING_PORT": str(port),
        "MONITORING_DATABASE_URL": f"sqlite:///{folder / 'benchmark.db'}",
    }
    began = time.perf_counter()
    server = subprocess.Popen(
        [sys.executable, "app.py"], cwd=REPOSITORY, env=os.environ | settings, stdout=subprocess.DEVNULL
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/", server)
        return time.perf_counter() - began
    finally:
        server.terminate()
        server.wait(timeout=10)


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Ask every 20 ms until the address answers with a page."""
    end = time.perf_counter() + LONGEST_S
    while time.perf_counter() < end:
        if server.poll() is not None:
            sys.exit(f"The server ended with {server.returncode}.")
        try:
            with urllib.request.urlopen(address, timeout=LONGEST_S):
                return
        except urllib.error.HTTPError as error:
            sys.exit(f"The server answered {error.code}.")
        except OSError:
            time.sleep(0.02)
    sys.exit(f"No page after {LONGEST_S} s.")


def _free_port() -> int:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return int(chosen.getsockname()[1])


if __name__ == "__main__":
    main()
