"""The choices of an undo: what changed since stays as it is today, or becomes again what it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from monitoring.components.decision import decision_name
from monitoring.components.entered import Entered
from monitoring.components.long_table import MOST_ROWS, long_table
from monitoring.components.native import Select, options
from monitoring.components.record_versions import said, telling_fields
from monitoring.services.undoing import ChangedSince
from monitoring.texts.records import record_name
from monitoring.texts.words import Words

KEEP, RESTORE = "keep", "restore"


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
    fields = telling_fields(records)
    return [
        name,
        *[said(one, fields, words) for one in records[:2]],
        _today(each, fields, words),
        _choice(each, name, typed, words),
    ]


def _today(each: ChangedSince, fields: Sequence[str], words: Words) -> Any:
    now = said(each.now, fields, words)
    if not each.later:
        return now
    return html.Span([now, html.Br(), words.plural("page.history.undo_later", len(each.later))])


def _choice(each: ChangedSince, label: str, typed: Entered, words: Words) -> Select:
    name = decision_name(each.done.item)
    chosen = [(KEEP, words("page.history.undo_keep")), (RESTORE, words("page.history.undo_restore"))]
    spoken = {"aria-label": f"{words('page.history.undo_column.decision')}: {label}"}
    return Select(name=name, id=name, options=options(chosen), value=typed.text(name, KEEP), **spoken)
