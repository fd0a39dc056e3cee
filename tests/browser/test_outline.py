"""Each page as a screen reader tells it, held against the outline that people have read and found good."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import expected_outlines
from tests.browser.addresses import PUBLIC, Visit
from tests.browser.expected_outlines import (
    DATED,
    FOLDER,
    RENEW,
    differences,
    file_of,
    held_pages,
    outline_of,
    visited,
    windows,
)
from tests.browser.outline import Node, faults, nodes, outline
from tests.browser.running import Server

PAGES = held_pages()
GERMAN = re.compile(r"[äöüßÄÖÜ]|\b(?:der|die|das|und|für|von|mit|im|zur|zum|nicht|eine?|des|dem|auf|je)\b")
MARKED = re.compile(r"\[de ([^\]]+)\]")
UNITS = ("VZÄ",)
"""What a town counts in; too short to be marked."""


@pytest.fixture(scope="module")
def window(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Page]]:
    """A window for each account, over the sample data alone and on a fixed day."""
    server = Server.start(tmp_path_factory.mktemp("dated"), DATED)
    with windows(browser, server) as opened:
        yield opened
    server.stop()


@pytest.mark.parametrize("visit", PAGES, ids=str)
def test_a_listener_is_told_what_is_expected(visit: Visit, window: Callable[[str], Page]) -> None:
    page = window(visit.account)
    visited(page, visit)
    tree = nodes(page)
    assert visit.account != PUBLIC or faults(tree, is_embedded="/einbetten/" in visit.path) == []
    changed = differences(visit, outline_of(page, tree))
    assert not changed, f"{changed}\n\nIf that is meant: {RENEW}, and read what it changed."


def test_no_outline_is_missing_and_none_left_over() -> None:
    assert sorted(FOLDER.rglob("*.*")) == sorted(map(file_of, PAGES))


def _held(language: str) -> dict[str, list[str]]:
    files = sorted((FOLDER / language).glob("*.txt"))
    return {each.name: each.read_text(encoding="utf-8").splitlines()[1:] for each in files}


def test_a_page_is_built_alike_in_both_languages() -> None:
    german, english = (
        {name: list(map(_shape, lines)) for name, lines in _held(code).items()} for code in ("de", "en")
    )
    assert {name: shape for name, shape in german.items() if name in english} == english


def _shape(line: str) -> str:
    """A line of an outline without its name."""
    return line[: len(line) - len(line.lstrip())] + line.lstrip().partition(" ")[0]


def test_english_tells_nothing_in_german_that_is_not_marked() -> None:
    lines = [
        (name, line) for name, lines in _held("en").items() for line in lines if not name.startswith("intern")
    ]
    names = {found for _, line in lines for found in MARKED.findall(line)} | set(UNITS)
    known = re.compile("|".join(re.escape(each) for each in sorted(names, key=len, reverse=True)))
    assert [(name, line) for name, line in lines if GERMAN.search(known.sub("", line))] == []


def test_what_differs_is_told_line_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expected_outlines, "FOLDER", tmp_path)
    visit = Visit(PUBLIC, "/glossar", "de")
    assert "+main" in differences(visit, "main\n")
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "glossar.txt").write_text("main\n  h1 Begriffe\n", encoding="utf-8")
    told = differences(visit, "main\n  h1 Wörter\n").splitlines()
    assert told == [
        "--- expected in de/glossar.txt",
        "+++ found at public /glossar",
        "@@ -1,2 +1,2 @@",
        " main",
        "-  h1 Begriffe",
        "+  h1 Wörter",
    ]
    assert differences(visit, "main\n  h1 Begriffe\n") == ""


def test_an_outline_holds_what_a_listener_leaps_to() -> None:
    tree = [
        Node("main", "", 0, 0),
        Node("heading", "Maßnahmen 2030", 1, 1),
        Node("region", "Wo stehen wir?", 0, 1),
        Node("heading", "Wo stehen wir?", 2, 2),
        Node("paragraph", "", 0, 2),
        Node("figure", "Es sinkt um 1.200 t.", 0, 1),
        Node("group", "lässt sich verschieben", 0, 2),
        Node("table", "Werte", 0, 3),
        Node("columnheader", "Jahr", 0, 5),
        Node("columnheader", "Gesamt", 0, 5),
        Node("contentinfo", "", 0, 0),
    ]
    assert outline(tree) == [
        "main",
        "  h1 Maßnahmen #",
        "    region Wo stehen wir?",
        "      h2 Wo stehen wir?",
        "    figure Es sinkt um # t.",
        "      table Werte: Jahr | Gesamt",
        "contentinfo",
    ]


def test_what_is_wrong_is_told() -> None:
    tree = [
        Node("banner", "", 0, 0),
        Node("main", "", 0, 0),
        Node("heading", "Oben", 1, 1),
        Node("heading", "Zu tief", 3, 1),
        Node("link", "", 0, 1),
        Node("navigation", "Weiter", 0, 1),
        Node("navigation", "Weiter", 0, 1),
        Node("figure", "Es sinkt.", 0, 1),
        Node("img", "Balken", 0, 2),
        Node("group", "", 0, 2),
        Node("figure", "Foto: Stadt", 0, 1),
        Node("img", "Ein Dach", 0, 2),
    ]
    assert faults(tree) == [
        "contentinfo: 0 instead of one",
        "navigation „Weiter“: 2 with one name",
        "the page does not begin with the link to its content",
        "heading „Zu tief“ of level 3 follows one of level 1",
        "chart „Es sinkt.“ begins with img, tables of its numbers: 0",
        "link without a name",
    ]
