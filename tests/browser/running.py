"""The server for the browser tests: `app.py`, or the same on a fixed day, over the sample data."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import REPOSITORY

PATIENCE_S = 90
"""How long the first start with its sample data may take on a busy machine."""


@dataclass(frozen=True)
class Server:
    """A running installation in demo mode, and where its database is."""

    address: str
    database_url: str
    process: subprocess.Popen[bytes]
    log: Path

    @classmethod
    def start(cls, folder: Path, program: Sequence[str] = ("app.py",)) -> Server:
        """Start it on a free port and wait until it answers."""
        port, log = free_port(), folder / "server.log"
        settings = {"DEMO": "1", "PORT": str(port), "DATABASE_URL": f"sqlite:///{folder / 'zielpfad.db'}"}
        environment = os.environ | {f"MONITORING_{name}": value for name, value in settings.items()}
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, *program], cwd=REPOSITORY, env=environment, stdout=output, stderr=output
            )
        server = cls(f"http://127.0.0.1:{port}", settings["DATABASE_URL"], process, log)
        server.wait()
        return server

    def wait(self) -> None:
        """Return once it answers; fail with what it said where it ended instead."""
        until = time.monotonic() + PATIENCE_S
        while not self._is_well():
            if self.process.poll() is not None or time.monotonic() > until:
                self.stop()
                raise RuntimeError(f"The server did not start:\n{self.log.read_text(errors='replace')}")
            time.sleep(0.1)

    def _is_well(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/healthz", timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait(timeout=20)


def free_port() -> int:
    """A port of the loopback interface that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
