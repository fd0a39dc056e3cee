"""Nothing in the repository names a machine, a registry or a foreign server."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.sources import REPOSITORY, name_of, text_files

THIS_FILE = Path(__file__).resolve()
# Written in pieces, so that the list does not find itself.
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+|tmp/(?:boot|brief))(?:/|\b)")
REGISTRIES = re.compile(
    r"pypi\.(?:org|python)|pythonhosted\.org|registry\.npmjs|index-url|find-links", re.IGNORECASE
)
SECRETS = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY|\bgh[pousr]_\w{30}|\bAKIA[0-9A-Z]{16}\b")
LOADED = re.compile(
    r"""(?:\b(?:src|href|srcset|action)\s*[=:]\s*["']?|@import\s+["']?|url\(\s*["']?)\s*(?P<url>(?:https?:)?//[^\s"')]+)""",
    re.IGNORECASE,
)
# A page may link to these; it never loads anything from them.
LINKED = ("https://www.govdata.de/dl-de/", "https://joinup.ec.europa.eu/", "http://www.w3.org/")


def _found(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    return [
        f"{name_of(path)}:{number}: {line.strip()[:120]}"
        for path in paths
        if path.resolve() != THIS_FILE
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize(
    "pattern", [MACHINE_PATHS, REGISTRIES, SECRETS], ids=["paths", "registries", "secrets"]
)
def test_nothing_names_the_machine_it_was_written_on(pattern: re.Pattern[str]) -> None:
    paths = [path for path in text_files() if path.name != "uv.lock"]
    assert _found(pattern, paths) == []


def test_nothing_is_loaded_from_a_foreign_server() -> None:
    served = [path for path in text_files() if name_of(path).startswith(("assets/", "monitoring/"))]
    foreign = [line for line in _found(LOADED, served) if not any(allowed in line for allowed in LINKED)]
    assert foreign == []


def test_every_text_file_is_utf_8() -> None:
    unreadable = []
    for path in text_files():
        if path.suffix in {".csv", ".bin"}:  # example uploads come in the encodings that towns use
            continue
        try:
            path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            unreadable.append(name_of(path))
    assert unreadable == []


def test_the_lock_file_is_committed() -> None:
    assert (REPOSITORY / "uv.lock").is_file()


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (MACHINE_PATHS, "see /work/main/x"),
        (MACHINE_PATHS, '"/root/.venv"'),
        (REGISTRIES, "https://PyPI.org/simple"),
        (LOADED, '<script src="https://cdn.example/x.js">'),
        (LOADED, "background: url(//cdn.example/x.png)"),
        (LOADED, 'html.Link(href="https://fonts.example/css")'),
        (LOADED, "@import 'https://fonts.example/css'"),
    ],
)
def test_the_patterns_find_what_they_are_for(pattern: re.Pattern[str], line: str) -> None:
    assert pattern.search(line)


@pytest.mark.parametrize("line", ["/network/", "a/work/b", "frame/rooted", "https://example.org/homework/"])
def test_the_patterns_leave_ordinary_paths_alone(line: str) -> None:
    assert not MACHINE_PATHS.search(line)
