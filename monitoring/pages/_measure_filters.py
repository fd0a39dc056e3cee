"""Search and filters of the measures: a plain form whose values live in the address, without script."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.form import button, field, form
from monitoring.components.kept_publication import kept_publication
from monitoring.components.native import Input, Select, options
from monitoring.domain.news import News, NewsSpan, news, spans
from monitoring.domain.overview import Overview
from monitoring.domain.timeliness import Timeliness
from monitoring.domain.views import MeasureView
from monitoring.texts.words import Words

NAMES = {
    "search": "suche",
    "programme": "programm",
    "field_of_action": "handlungsfeld",
    "status": "umsetzungsstand",
    "timeliness": "zeitplan",
    "place": "ort",
    "new": "neu",
}
"""What each filter is called in the address."""
ASKED = frozenset(NAMES.values())

LIVE: dict[str, Any] = {"data-live": ""}
"""Where Dash draws the page, the filters act as one types or chooses."""


@dataclass(frozen=True)
class Filters:
    """What was asked for; an empty text admits everything."""

    search: str = ""
    programme: str = ""
    field_of_action: str = ""
    status: str = ""
    timeliness: str = ""
    place: str = ""
    new: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Filters:
        """The filters in a query."""
        return cls(**{name: query.get(inquiry, "").strip() for name, inquiry in NAMES.items()})

    @property
    def is_set(self) -> bool:
        """Whether anything is filtered."""
        return any(getattr(self, name) for name in NAMES)

    def news(self, overview: Overview) -> dict[str, list[News]] | None:
        """What is new in the span asked for, by measure; None where nobody asked for what is new."""
        return news(overview, NewsSpan(self.new)) if self.new in spans(overview) else None

    def admits(self, view: MeasureView, new: Container[str] | None = None) -> bool:
        """Whether a measure passes every filter; `new` are the ids of those with news, where asked for."""
        own = view.measure
        chosen = (
            (self.programme, own.programme),
            (self.field_of_action, own.field_of_action),
            (self.status, own.status.value),
            (self.timeliness, view.timeliness.value if view.timeliness else None),
            (self.place, own.place),
        )
        if new is not None and own.id not in new:
            return False
        return all(asked in ("", has) for asked, has in chosen) and self._is_found(view)

    def _is_found(self, view: MeasureView) -> bool:
        """Whether every word of the search stands somewhere in the measure."""
        own = view.measure
        texts = (
            own.number,
            own.title,
            own.description,
            own.goal,
            own.responsible,
            own.field_of_action,
            own.place,
        )
        text = " ".join(each for each in texts if each).casefold()
        return all(word in text for word in self.search.casefold().split())


def filter_form(filters: Filters, overview: Overview, words: Words, address: Address) -> html.Form:
    """The form; choices that would not narrow anything do not appear."""
    search = Input(
        type="search", name=NAMES["search"], id=NAMES["search"], value=filters.search, required=False
    )
    views = overview.measures
    chosen: tuple[tuple[str, list[tuple[str, str]]], ...] = (
        ("programme", [(each, each) for each in overview.programmes]),
        ("field_of_action", [(each, each) for each in overview.fields_of_action]),
        ("status", _members(overview.measures_by_status, words)),
        ("timeliness", _members(_timeliness(views), words)),
        ("place", [(each, each) for each in _places(views)]),
    )
    selects = [_select(name, pairs, filters, words) for name, pairs in chosen if len(pairs) > 1]
    selects.append(_select("new", _members(spans(overview), words), filters, words))
    reset = html.A(words("button.reset_filter"), href=address.to(address.tail)) if filters.is_set else None
    made = form(
        [
            kept_publication(address),
            _unmarked(field(words("page.measures.search"), search, words=words)),
            *selects,
            html.P([button(words("button.filter")), " ", reset], className="filter-buttons"),
        ],
        action=address.path,
        token=None,
        method="get",
        role="search",
        **LIVE,
    )
    made.className = "form filters"
    return made


def _places(views: Iterable[MeasureView]) -> list[str]:
    """Where measures take place, as the municipality calls it."""
    return sorted({view.measure.place for view in views if view.measure.place})


def _timeliness(views: Iterable[MeasureView]) -> list[Timeliness]:
    found = {view.timeliness for view in views}
    return [each for each in Timeliness if each in found]


def _members(members: Iterable[StrEnum], words: Words) -> list[tuple[str, str]]:
    return [(member.value, words.label(member)) for member in members]


def _select(name: str, pairs: list[tuple[str, str]], filters: Filters, words: Words) -> html.Div:
    every = options(pairs, empty=words("page.measures.all"))
    select = Select(name=NAMES[name], id=NAMES[name], options=every, value=getattr(filters, name))
    return _unmarked(field(words(f"page.measures.{name}"), select, words=words))


def _unmarked(labelled: html.Div) -> html.Div:
    """A filter is never obligatory: „(freiwillig)“ at each would only be noise."""
    label: Any = labelled.children[0]
    label.children = label.children[0]
    return labelled
