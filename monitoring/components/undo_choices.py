"""The choices of an undo: what changed since stays as it is today, or becomes again what it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from dash import html

from monitoring.components.entered import Entered
from monitoring.components.long_table import MOST_ROWS, long_table
from monitoring.components.native import Select, options
from monitoring.components.record_changes import VALUES_SHOWN
from monitoring.domain.record import Record
from monitoring.services.undoing import ChangedSince, Item
from monitoring.texts.records import record_name, value_in_words
from monitoring.texts.words import Words

DECISION = "entscheidung:"
"""What the names of these fields begin with."""
KEEP, RESTORE = "keep", "restore"


def decision_name(item: Item) -> str:
    """The name of the field that decides on an entry: the same as long as its key is.

    >>> decision_name(("measures", ("M1",))) == decision_name(("measures", ("M1",)))
    True
    >>> decision_name(("measures", ("M1",))) == decision_name(("measures", ("M2",)))
    False
    """
    kind, key = item
    text = json.dumps([kind, *map(str, key)])
    return DECISION + hashlib.sha256(text.encode()).hexdigest()[:16]


def undo_choices(undecided: Sequence[ChangedSince], typed: Entered, words: Words) -> Any:
    """The entries as a table: before the revision, by it, and today, each with its choice.

    Of very many only the first are offered; the others stay as they are today.
    """
    names = ("item", "before", "made", "now", "decision")
    columns = [words(f"page.history.undo_column.{name}") for name in names]
    rows = [_row(each, typed, words) for each in undecided[:MOST_ROWS]]
    more = len(undecided) - len(rows)
    caption = words("page.history.undo_changed_since")
    return html.Div(
        [
            html.H3(words("page.history.undo_since_heading", n=words.number(len(undecided)))),
            html.P(caption),
            long_table(columns, rows, words, caption=caption),
            html.P(words.plural("page.history.undo_more_kept", more)) if more else None,
        ]
    )


def _row(each: ChangedSince, typed: Entered, words: Words) -> list[Any]:
    record = each.now or each.done.after or each.done.before
    assert record is not None
    name = f"{words.kind(record.KIND)}: {record_name(record, words)}"
    records = (each.done.before, each.done.after, each.now)
    fields = _telling(records)
    return [
        name,
        *[_said(one, fields, words) for one in records[:2]],
        _today(each, fields, words),
        _choice(each, name, typed, words),
    ]


def _telling(records: Sequence[Record | None]) -> list[str]:
    """The fields in which the records differ."""
    there = [each for each in records if each is not None]
    names = [name for name in type(there[0]).model_fields if name not in there[0].KEY]
    return [
        name for name in names if len(there) == 1 or any(_differs(there[0], each, name) for each in there[1:])
    ]


def _differs(one: Record, other: Record, name: str) -> bool:
    return bool(getattr(one, name) != getattr(other, name))


def _said(record: Record | None, fields: Sequence[str], words: Words) -> Any:
    if record is None:
        return html.Span(words("page.history.undo_absent"), className="muted")
    values = [(name, value_in_words(record, name, words)) for name in fields]
    lines = [
        f"{words.field(record.KIND, name)}: {value or words('component.changes.nothing')}"
        for name, value in values
        if value or len(fields) <= VALUES_SHOWN
    ]
    more = ["…"] if len(lines) > VALUES_SHOWN else []
    return "; ".join([*lines[:VALUES_SHOWN], *more]) or words("page.history.undo_same")


def _today(each: ChangedSince, fields: Sequence[str], words: Words) -> Any:
    said = _said(each.now, fields, words)
    if not each.later:
        return said
    return html.Span([said, html.Br(), words.plural("page.history.undo_later", len(each.later))])


def _choice(each: ChangedSince, label: str, typed: Entered, words: Words) -> Select:
    name = decision_name(each.done.item)
    chosen = [(KEEP, words("page.history.undo_keep")), (RESTORE, words("page.history.undo_restore"))]
    spoken = {"aria-label": f"{words('page.history.undo_column.decision')}: {label}"}
    return Select(name=name, id=name, options=options(chosen), value=typed.text(name, KEEP), **spoken)
