"""The items of a publication: one measure, one balance year or one target with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from monitoring.domain.changes import Change
from monitoring.domain.record import Item


def item_name(change: Change) -> str:
    """The name under which a change can be chosen: rows that belong together have the same.

    >>> from monitoring.domain.inhabitants import Inhabitants
    >>> item_name(Change("inhabitants", None, Inhabitants(year=2020, inhabitants=9)))
    'inhabitants|2020'
    """
    record: Any = change.record
    measure = record.id if change.kind == "measures" else getattr(record, "measure", None)
    if measure and change.kind != "indicators":
        return f"measures|{measure}"
    if change.kind == "balance":
        return f"balance|{record.area.value}|{record.year}"
    if change.kind == "targets":
        return f"targets|{record.name}"
    if change.kind == "indicator_values":
        return f"indicators|{record.indicator}"
    return "|".join([change.kind, *map(str, record.key)])


def grouped_items(changes: Iterable[Change]) -> dict[str, list[Change]]:
    """The changes of each item, in the order met."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(item_name(change), []).append(change)
    return found


def chosen_items(changes: Iterable[Change], names: Sequence[str]) -> set[Item]:
    """Kind and business key of every change of the chosen items."""
    wanted = set(names)
    chosen = {each.item for each in changes if item_name(each) in wanted}
    measures = {name.partition("|")[2] for name in wanted if name.startswith("measures|")}
    return chosen | {("measures", (each,)) for each in measures}
