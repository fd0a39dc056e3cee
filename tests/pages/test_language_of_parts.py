"""English pages: what the municipality wrote in German is said to be German, wherever it stands."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from monitoring.domain.access import PUBLIC_VIEWER
from monitoring.services.overview import overview
from tests.browsing import Site
from tests.seed import CITY, Seeded

TAILS = (
    "",
    "/massnahmen",
    "/massnahmen/KL-1",
    "/ziele",
    "/bilanz",
    "/indikatoren",
    "/entwicklung",
    "/zahlen",
)
NO_END = frozenset({"meta", "link", "input", "img", "br", "hr"})


class Heard(HTMLParser):
    """The texts of a page with the language in which each is heard; drawings have a table beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in NO_END:
            before = self._open[-1][1] if self._open else ""
            self._open.append((tag, dict(attrs).get("lang") or before))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"svg", "title", "script", "style", "option", "textarea"} & {tag for tag, _ in self._open}:
            self.texts.append((self._open[-1][1] if self._open else "", data))


def heard(site: Site, path: str) -> list[tuple[str, str]]:
    page = Heard()
    page.feed(site.get(path).get_data(as_text=True))
    return page.texts


def phrases(site: Site) -> set[str]:
    """Everything of more than one word that is published."""
    seen = overview(Seeded(site.database).visit(PUBLIC_VIEWER), CITY)
    values = (
        str(value)
        for of_kind in seen.records.values()
        for each in of_kind
        for value in each.model_dump(mode="json").values()
    )
    return {value for value in values if " " in value and value[0].isalpha()}


@pytest.mark.parametrize("tail", TAILS)
def test_german_is_heard_as_german(site: Site, tail: str) -> None:
    german = phrases(site)
    texts = heard(site, f"/en/kommune/{CITY}{tail}")
    wrong = [(each, text) for language, text in texts for each in german if language != "de" and each in text]
    assert wrong == []
    assert any(language == "en" for language, _ in texts)


def test_a_measure_is_told_in_two_languages(site: Site) -> None:
    texts = heard(site, f"/en/kommune/{CITY}/massnahmen/KL-1")
    assert ("en", "KL-1 ") in texts
    assert ("de", "Photovoltaik auf allen Schuldächern") in texts


def test_a_german_page_needs_no_marks(site: Site) -> None:
    html = site.get(f"/kommune/{CITY}/massnahmen/KL-1").get_data(as_text=True)
    assert '<span lang="de">' not in html
