"""A load of keep-alive connections from one process: requests as bytes, answers counted, times kept.

Python's own HTTP clients take longer for a request than the server does for a kept page; this one reads only
the status and the length. Run by the benchmarks as a process of its own: `python tests/benchmarks/load.py`.
"""

from __future__ import annotations

import json
import selectors
import socket
import sys
import time
from dataclasses import dataclass, field

HEAD_END = b"\r\n\r\n"
PATIENCE_S = 10
"""Longer without any answer is counted as an error."""


@dataclass
class Line:
    """One connection with the answer it waits for."""

    port: int
    request: bytes
    socket: socket.socket = field(init=False)
    began: float = 0.0
    answer: bytearray = field(default_factory=bytearray)
    expected: int | None = None
    """Bytes of the whole answer, once its head has come."""

    def open(self) -> None:
        """Connect."""
        self.socket = socket.create_connection(("127.0.0.1", self.port), PATIENCE_S)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self) -> None:
        """Send the request."""
        self.answer.clear()
        self.expected = None
        self.began = time.perf_counter()
        self.socket.sendall(self.request)

    def is_answered(self) -> bool:
        """Read what has come; whether the answer is whole. Raises ConnectionError where it was cut off."""
        part = self.socket.recv(262_144)
        if not part:
            raise ConnectionError("closed by the server")
        self.answer += part
        if self.expected is None:
            end = self.answer.find(HEAD_END)
            if end < 0:
                return False
            self.expected = end + len(HEAD_END) + _length(bytes(self.answer[:end]))
        return len(self.answer) >= self.expected


def _length(head: bytes) -> int:
    name = b"content-length:"
    lines = head.lower().split(b"\r\n")
    return next((int(line[len(name) :]) for line in lines if line.startswith(name)), 0)


def load(port: int, path: str, connections: int, seconds: float) -> dict[str, float]:
    """Requests a second, median, p95 and p99 in ms, bytes of an answer, and errors, over some seconds."""
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n".encode()
    chosen, lines = selectors.DefaultSelector(), [Line(port, request) for _ in range(connections)]
    times: list[float] = []
    errors = size = 0
    began = time.perf_counter()
    for line in lines:
        line.open()
        chosen.register(line.socket, selectors.EVENT_READ, line)
        line.ask()
    while time.perf_counter() - began < seconds:
        ready = chosen.select(PATIENCE_S)
        errors += not ready
        for key, _ in ready:
            line = key.data
            try:
                if not line.is_answered():
                    continue
                times.append(time.perf_counter() - line.began)
                size = len(line.answer)
                errors += not line.answer.startswith(b"HTTP/1.1 200")
                line.ask()
            except OSError:
                errors += 1
                chosen.unregister(line.socket)
                line.socket.close()
                line.open()
                chosen.register(line.socket, selectors.EVENT_READ, line)
                line.ask()
    return _summary(times, time.perf_counter() - began, size, errors)


def _summary(times: list[float], seconds: float, size: int, errors: int) -> dict[str, float]:
    ordered = sorted(times) or [float("nan")]

    def at(share: float) -> float:
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)] * 1000

    return {
        "rate": len(times) / seconds,
        "median_ms": at(0.5),
        "p95_ms": at(0.95),
        "p99_ms": at(0.99),
        "longest_ms": ordered[-1] * 1000,
        "bytes": size,
        "errors": errors,
    }


if __name__ == "__main__":
    print(json.dumps(load(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))))
