"""Kept answers: what everybody gets alike, rendered and compressed once, for as long as it still holds.

Stands around the whole application: an answer that is kept takes no time of Flask and Dash. What may be kept,
the application says while it answers, by `keep_while` or `keep_for_ever`.
"""

from __future__ import annotations

import gzip
import re
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock
from typing import Any

MOST_BYTES = 64_000_000
"""How much is kept in one process; what was not asked for longest goes first."""
TURNS = 16
"""Answers that may be renewed at the same time."""
AROUND_EACH = 2_000
"""Bytes that an answer takes besides its texts; many small ones take more for this than for their texts."""
SMALLEST_COMPRESSED = 500
"""Bytes; below, compressing gains nothing."""
_HOLDS = "monitoring.holds"
_NO_GZIP = re.compile(r"gzip\s*;\s*q=0(\.0*)?\s*(,|$)")
_COMPRESSIBLE = ("text/", "application/", "image/svg")

Environ = dict[str, Any]
Header = tuple[str, str]
Holds = Callable[[], bool]
Key = tuple[str, ...]


def keep_while(environ: Environ, holds: Holds) -> None:
    """Keep the answer to this request for as long as `holds`, asked at each further request, says so."""
    environ[_HOLDS] = holds


def keep_for_ever(environ: Environ) -> None:
    """Keep the answer to this request: its address changes when its content does."""
    environ[_HOLDS] = _always


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer, plain and compressed, with the mark by which browsers ask whether it still holds."""

    headers: tuple[Header, ...]
    content: bytes
    compressed: bytes | None
    mark: str
    holds: Holds

    @classmethod
    def of(cls, headers: Iterable[Header], content: bytes, holds: Holds) -> Answer:
        """An answer made ready to be given many times."""
        kept = {name: value for name, value in headers if name not in ("Content-Length", "ETag", "Vary")}
        is_text = kept.get("Content-Type", "").startswith(_COMPRESSIBLE)
        is_worth_it = is_text and len(content) > SMALLEST_COMPRESSED
        compressed = gzip.compress(content, 9, mtime=0) if is_worth_it else None
        mark = sha256(content).hexdigest()[:32]
        return cls((*kept.items(), ("Vary", "Accept-Encoding")), content, compressed, mark, holds)

    def size_under(self, key: Key) -> int:
        """Bytes that it takes, with what it is kept under: a query can be longer than the answer to it."""
        said = sum(map(len, key)) + sum(len(name) + len(value) for name, value in self.headers)
        return len(self.content) + len(self.compressed or b"") + said + AROUND_EACH

    def give(self, environ: Environ, start_response: Any) -> list[bytes]:
        """Answer one request with it, or say that the browser has it already."""
        is_packed = self.compressed is not None and _reads_gzip(environ)
        mark = ("ETag", f'"{self.mark}-gzip"' if is_packed else f'"{self.mark}"')
        known = environ.get("HTTP_IF_NONE_MATCH", "")
        if self.mark in known or known.strip() == "*":
            start_response("304 Not Modified", [*self.headers, mark])
            return []
        content = self.compressed if self.compressed is not None and is_packed else self.content
        packing = [("Content-Encoding", "gzip")] if is_packed else []
        start_response("200 OK", [*self.headers, mark, *packing, ("Content-Length", str(len(content)))])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [content]


@dataclass
class KeptAnswers:
    """A WSGI application that answers with what it keeps, and else asks the one inside."""

    application: Any
    _answers: OrderedDict[Key, Answer] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)
    _turns: tuple[Lock, ...] = field(default_factory=lambda: tuple(Lock() for _ in range(TURNS)))
    _bytes: int = 0

    def __call__(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        """Answer one request."""
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return self.application(environ, start_response)  # type: ignore[no-any-return]
        key = _key(environ)
        answer = self._found(key)
        if answer is None:
            return self._asked(key, environ, start_response)
        if answer.holds():
            return answer.give(environ, start_response)
        return self._asked_once(key, environ, start_response)

    def _asked_once(self, key: Key, environ: Environ, start_response: Any) -> Iterable[bytes]:
        """Renew an answer that no longer holds: one thread does, those who ask meanwhile wait for it."""
        with self._turn(key):
            answer = self._found(key)
            if answer is not None and answer.holds():
                return answer.give(environ, start_response)
            return self._asked(key, environ, start_response)

    def _turn(self, key: Key) -> Lock:
        """One of a few locks, the same for the same answer."""
        return self._turns[hash(key) % len(self._turns)]

    def _asked(self, key: Key, environ: Environ, start_response: Any) -> Iterable[bytes]:
        """Ask the application; its answer is kept where it says so, else passed on as it comes."""
        said: list[Any] = []
        body = self.application(environ, lambda *parts: said.append(parts))
        holds = environ.get(_HOLDS)
        if holds is None or not _is_whole(environ, *said[-1]):
            start_response(*said[-1])
            return body  # type: ignore[no-any-return]
        try:
            answer = Answer.of(said[-1][1], b"".join(body), holds)
        finally:
            getattr(body, "close", lambda: None)()
        self._keep(key, answer)
        return answer.give(environ, start_response)

    def _found(self, key: Key) -> Answer | None:
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
            return self._answers.get(key)

    def _keep(self, key: Key, answer: Answer) -> None:
        with self._lock:
            before = self._answers.pop(key, None)
            self._bytes += answer.size_under(key) - (before.size_under(key) if before else 0)
            self._answers[key] = answer
            while self._bytes > MOST_BYTES and len(self._answers) > 1:
                oldest, dropped = self._answers.popitem(last=False)
                self._bytes -= dropped.size_under(oldest)


def _reads_gzip(environ: Environ) -> bool:
    """Whether who asks reads gzip; a weight of nothing says no.

    >>> [_reads_gzip({"HTTP_ACCEPT_ENCODING": each}) for each in ("gzip, br", "GZIP;q=0.5", "gzip;q=0")]
    [True, True, False]
    """
    asked = environ.get("HTTP_ACCEPT_ENCODING", "").lower()
    return "gzip" in asked and not _NO_GZIP.search(asked)


def _key(environ: Environ) -> Key:
    """What the content of a public answer depends on: where it is asked for, and nothing of who asks."""
    names = ("wsgi.url_scheme", "HTTP_HOST", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING")
    return tuple(environ.get(name, "") for name in names)


def _is_whole(environ: Environ, status: str, headers: Iterable[Header], _problem: Any = None) -> bool:
    """Whether it is a whole answer to anybody: no part, no mere heading, nothing for one browser alone."""
    is_for_one = any(name == "Set-Cookie" for name, _ in headers)
    return environ["REQUEST_METHOD"] == "GET" and status.startswith("200") and not is_for_one
