"""Kept answers: rendered once, given to all, renewed the moment something else is published."""

from __future__ import annotations

import gzip
import time
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from monitoring.dashboard import kept_answers
from monitoring.dashboard.kept_answers import KeptAnswers, keep_for_ever, keep_while

TEXT = [("Content-Type", "text/html")]


class Inside:
    """An application that counts how often it is asked."""

    def __init__(self, headers: list[tuple[str, str]] = TEXT, size: int = 2_000) -> None:
        self.asked, self.holds, self.headers, self.size = 0, True, headers, size

    def __call__(self, environ: dict[str, Any], start_response: Any) -> list[bytes]:
        self.asked += 1
        keep_while(environ, lambda: self.holds)
        start_response("200 OK", self.headers)
        return [b"a" * self.size]


def _ask(application: Any, **more: str) -> tuple[str, dict[str, str], bytes]:
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/a", "HTTP_ACCEPT_ENCODING": "gzip", **more}
    said: list[Any] = []
    body = b"".join(application(environ, lambda *parts: said.append(parts)))
    return said[-1][0], dict(said[-1][1]), body


def test_an_answer_is_made_once_while_it_holds() -> None:
    inside = Inside()
    kept = KeptAnswers(inside)
    assert _ask(kept) == _ask(kept) == _ask(kept)
    assert inside.asked == 1
    inside.holds = False
    _ask(kept)
    assert inside.asked == 2


def test_it_is_given_compressed_only_to_those_who_read_that() -> None:
    kept = KeptAnswers(Inside())
    _, headers, body = _ask(kept)
    assert (gzip.decompress(body), headers["Content-Encoding"]) == (b"a" * 2_000, "gzip")
    _, plain, text = _ask(kept, HTTP_ACCEPT_ENCODING="")
    assert (text, plain.get("Content-Encoding")) == (b"a" * 2_000, None)
    assert plain["ETag"] != headers["ETag"]
    assert plain["Vary"] == headers["Vary"] == "Accept-Encoding"


def test_a_browser_that_has_it_is_told_so() -> None:
    kept = KeptAnswers(Inside())
    _, headers, _ = _ask(kept)
    for mark in (headers["ETag"], f"W/{headers['ETag']}"):
        assert _ask(kept, HTTP_IF_NONE_MATCH=mark)[::2] == ("304 Not Modified", b"")
    assert _ask(kept, HTTP_IF_NONE_MATCH='"other"')[0] == "200 OK"


@pytest.mark.parametrize("more", [{"REQUEST_METHOD": "POST"}, {"REQUEST_METHOD": "HEAD"}])
def test_only_whole_answers_to_questions_are_kept(more: dict[str, str]) -> None:
    inside = Inside()
    kept = KeptAnswers(inside)
    _ask(kept, **more)
    _ask(kept, **more)
    assert inside.asked == 2


def test_what_sets_a_cookie_is_for_one_browser_alone() -> None:
    inside = Inside([*TEXT, ("Set-Cookie", "a=1")])
    kept = KeptAnswers(inside)
    _ask(kept)
    assert _ask(kept)[1]["Set-Cookie"] == "a=1"
    assert inside.asked == 2


def test_another_host_or_query_is_another_answer() -> None:
    inside = Inside()
    kept = KeptAnswers(inside)
    for more in ({}, {"HTTP_HOST": "b"}, {"QUERY_STRING": "fassung=1"}, {"SCRIPT_NAME": "/klima"}):
        _ask(kept, **more)
    assert inside.asked == 4


def test_what_was_not_asked_for_longest_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_answers, "MOST_BYTES", 30_000)
    inside = Inside(size=10_000)
    kept = KeptAnswers(inside)
    for path in ("/a", "/b", "/a", "/c", "/a"):
        _ask(kept, PATH_INFO=path)
    assert inside.asked == 3
    _ask(kept, PATH_INFO="/b")
    assert inside.asked == 4


@pytest.mark.parametrize("length", [10, 10_000])
def test_many_small_answers_to_any_query_take_no_more_than_is_allowed(
    monkeypatch: pytest.MonkeyPatch, length: int
) -> None:
    """Whoever makes up queries fills no memory: what is kept under them is counted with the answers."""
    monkeypatch.setattr(kept_answers, "MOST_BYTES", 200_000)
    kept = KeptAnswers(Inside(size=10))
    tracemalloc.start()
    for number in range(500):
        _ask(kept, QUERY_STRING=f"{number}".zfill(length))
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken < 300_000


@pytest.mark.parametrize("accepted", ["gzip;q=0", "gzip; q=0.000, identity", "br"])
def test_who_refuses_gzip_gets_none(accepted: str) -> None:
    assert "Content-Encoding" not in _ask(KeptAnswers(Inside()), HTTP_ACCEPT_ENCODING=accepted)[1]


def test_what_is_kept_for_ever_is_never_asked_for_again() -> None:
    asked = []

    def inside(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        asked.append(environ["PATH_INFO"])
        keep_for_ever(environ)
        start_response("200 OK", TEXT)
        return [b"."]

    kept = KeptAnswers(inside)
    _ask(kept)
    _ask(kept)
    assert asked == ["/a"]


def test_what_no_longer_holds_is_renewed_once_for_all_who_ask_meanwhile() -> None:
    asked, published, all_here = [], [1], Barrier(4)

    def inside(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        made_of = published[0]
        asked.append(made_of)
        time.sleep(0.2)
        keep_while(environ, lambda: made_of == published[0])
        start_response("200 OK", TEXT)
        return [b"%d" % made_of]

    kept = KeptAnswers(inside)
    _ask(kept)
    published[0] = 2

    def ask(_: int) -> bytes:
        all_here.wait()
        return _ask(kept)[2]

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(ask, range(4))) == {b"2"}
    assert asked == [1, 2]
