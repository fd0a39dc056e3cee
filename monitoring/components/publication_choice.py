"""Choosing what to publish: a box for each item, and what must be said before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.native import Input
from monitoring.components.notice import notice
from monitoring.components.publication_items import grouped_items
from monitoring.domain.changes import Change
from monitoring.domain.completeness import incomplete
from monitoring.domain.overview import Overview
from monitoring.domain.record import Record
from monitoring.texts.findings import finding_sentence
from monitoring.texts.records import record_name
from monitoring.texts.words import Words


def item_choices(
    changes: Iterable[Change], overview: Overview, ticked: Collection[str], words: Words
) -> list[Any]:
    """The items under the name of their kind, each with the number of its changes."""
    kinds: dict[str, list[tuple[str, list[Change]]]] = {}
    for name, own in grouped_items(changes).items():
        kinds.setdefault(name.partition("|")[0], []).append((name, own))
    return [
        html.Fieldset(
            [
                html.Legend(words.kind(kind)),
                *[_choice(name, own, overview, name in ticked, words) for name, own in items],
            ],
            className="field",
        )
        for kind, items in kinds.items()
    ]


def _choice(name: str, own: Sequence[Change], overview: Overview, is_ticked: bool, words: Words) -> html.Div:
    element = f"item-{name}".replace(" ", "_")
    count = words.plural("page.history.changes", len(own))
    text = html.Label(
        [_label(name, own, overview, words), html.Span(f" – {count}", className="muted")], htmlFor=element
    )
    box = Input(type="checkbox", name="items", id=element, value=name, checked=is_ticked)
    return html.Div([box, text], className="choice")


def _label(name: str, own: Sequence[Change], overview: Overview, words: Words) -> str:
    kind, _, rest = name.partition("|")
    if kind == "measures":
        view = overview.measure(rest)
        return record_name(view.measure, words) if view else rest
    if kind == "balance":
        record: Any = own[0].record
        return f"{record.year} · {words.label(record.area)}"
    return rest if kind in ("targets", "indicators") else record_name(own[0].record, words)


def incomplete_measures(changes: Iterable[Change], words: Words, address: Address) -> list[Any]:
    """Every measure that must say more before it can be published, with the way to its form."""
    found = [(each, finding) for each in changes if each.after for finding in incomplete([each.after])]
    if not found:
        return []
    lines = [
        html.Li([record_link(change.record, words, address), " – ", finding_sentence(finding, words)])
        for change, finding in found
    ]
    return [notice(html.Ul(lines), title=words("page.publish.checklist"), tone="fair")]


def record_link(record: Record, words: Words, address: Address) -> str | html.A:
    """The name of a record; of a measure, with the way to its form."""
    name = record_name(record, words)
    is_measure = record.KIND == "measures"
    tail = f"/massnahmen/{record.key[0]}/bearbeiten"
    return html.A(name, href=address.to(tail)) if is_measure else name
