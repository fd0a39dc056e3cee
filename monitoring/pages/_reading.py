"""The reading pages: which of them have something to show, and where in the navigation each belongs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from monitoring.components.address import OPEN_DATA
from monitoring.domain.easy_text import EasyText
from monitoring.domain.overview import Overview

Holds = Callable[[Overview], object]


@dataclass(frozen=True)
class ReadingPage:
    """A page that everybody reads: the name of its text, its tail, and the tail of the entry it is under.

    `content` is what it shows: where that is nothing, the page does not exist for the public.
    """

    name: str
    tail: str
    under: str
    content: Holds

    @property
    def is_entry(self) -> bool:
        """Whether it is itself an entry of the navigation."""
        return self.tail == self.under


def _figures(overview: Overview) -> bool:
    return bool(overview.has_balance or overview.targets or overview.indicators or overview.open_data.is_on)


STORY, MEASURES, FIGURES = "/entwicklung", "/massnahmen", "/zahlen"
READING_PAGES = (
    ReadingPage("overview", "", "", lambda seen: True),
    ReadingPage("plain", "/einfache-sprache", "", lambda seen: seen.has_answers),
    ReadingPage("easy", "/leichte-sprache", "", lambda seen: seen.of(EasyText)),
    ReadingPage("story", STORY, STORY, lambda seen: seen.has_balance_of_territory or seen.targets),
    ReadingPage("measures", MEASURES, MEASURES, lambda seen: seen.measures),
    ReadingPage("stories", "/erfolge", MEASURES, lambda seen: seen.stories),
    ReadingPage("figures", FIGURES, FIGURES, _figures),
    ReadingPage("balance", "/bilanz", FIGURES, lambda seen: seen.has_balance),
    ReadingPage("targets", "/ziele", FIGURES, lambda seen: seen.targets),
    ReadingPage("indicators", "/indikatoren", FIGURES, lambda seen: seen.indicators),
    ReadingPage("corrections", "/berichtigungen", FIGURES, lambda seen: _figures(seen) or seen.measures),
    ReadingPage("open_data", OPEN_DATA, FIGURES, lambda seen: seen.open_data.is_on),
)
"""The overview, the three ways in, and what lies behind them."""


def reading_pages(overview: Overview) -> list[ReadingPage]:
    """Those that have something to show."""
    return [each for each in READING_PAGES if each.content(overview)]


def is_reading_page(tail: str, overview: Overview) -> bool:
    """Whether a page has something to show; without, it does not exist for the public."""
    return any(each.tail == tail for each in reading_pages(overview))


def section(tail: str) -> str:
    """The first part of a tail: a single measure belongs to the measures.

    >>> section("/massnahmen/M1"), section("")
    ('/massnahmen', '')
    """
    return "/".join(tail.split("/")[:2])
