"""The reading pages: which of them have something to show, and where in the navigation each belongs."""

from __future__ import annotations

from dataclasses import dataclass

from monitoring.components.address import OPEN_DATA
from monitoring.domain.easy_text import EasyText
from monitoring.domain.overview import Overview


@dataclass(frozen=True)
class ReadingPage:
    """A page that everybody reads: the name of its text, its tail, and the tail of the entry it is under."""

    name: str
    tail: str
    under: str

    @property
    def is_entry(self) -> bool:
        """Whether it is itself an entry of the navigation."""
        return self.tail == self.under


FIGURES = "/zahlen"


def reading_pages(overview: Overview) -> list[ReadingPage]:
    """Those that have something to show: the overview, the three ways in, and what lies behind them."""
    is_open = overview.open_data.is_on
    has_figures = bool(overview.has_balance or overview.targets or overview.indicators) or is_open
    pages = [
        ("overview", "", "", True),
        ("plain", "/einfache-sprache", "", overview.has_answers),
        ("easy", "/leichte-sprache", "", bool(overview.of(EasyText))),
        ("story", "/entwicklung", "/entwicklung", bool(overview.has_balance or overview.targets)),
        ("measures", "/massnahmen", "/massnahmen", bool(overview.measures)),
        ("stories", "/erfolge", "/massnahmen", bool(overview.stories)),
        ("figures", FIGURES, FIGURES, has_figures),
        ("balance", "/bilanz", FIGURES, overview.has_balance),
        ("targets", "/ziele", FIGURES, bool(overview.targets)),
        ("indicators", "/indikatoren", FIGURES, bool(overview.indicators)),
        ("corrections", "/berichtigungen", FIGURES, bool(has_figures or overview.measures)),
        ("open_data", OPEN_DATA, FIGURES, is_open),
    ]
    return [ReadingPage(name, tail, under) for name, tail, under, has_content in pages if has_content]


def is_reading_page(tail: str, overview: Overview) -> bool:
    """Whether a page has something to show; without, it does not exist for the public."""
    return any(each.tail == tail for each in reading_pages(overview))


def section(tail: str) -> str:
    """The first part of a tail: a single measure belongs to the measures.

    >>> section("/massnahmen/M1"), section("")
    ('/massnahmen', '')
    """
    return "/".join(tail.split("/")[:2])
