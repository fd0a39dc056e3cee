"""Conflicts as a table: each record before, as others left it and as the file says, with the choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from monitoring.components.decision import decision_name
from monitoring.components.entered import Entered
from monitoring.components.long_table import MOST_ROWS, long_table
from monitoring.components.native import Input, Select, options
from monitoring.components.record_versions import said, telling_fields
from monitoring.domain.conflict import Conflicting
from monitoring.texts.records import record_name
from monitoring.texts.words import Words

DECIDED_AT = "decided_at"
"""The field with the revision that the shown conflicts were held against."""
MINE, THEIRS = "mine", "theirs"
COLUMNS = ("item", "before", "theirs", "mine", "decision")


def conflict_choices(found: Sequence[Conflicting], revision: int, typed: Entered, words: Words) -> list[Any]:
    """The fields to decide on each conflict; nothing where there is none.

    Of very many only the first are offered; of the others what is stored stays.
    """
    if not found:
        return []
    columns = [words(f"component.conflicts.{name}") for name in COLUMNS]
    caption = words("component.conflicts.caption")
    rows = [_row(each, typed, words) for each in found[:MOST_ROWS]]
    more = len(found) - len(rows)
    return [
        html.H2(words("component.conflicts.heading", n=words.number(len(found))), id="konflikte"),
        html.P(words("component.conflicts.intro")),
        Input(type="hidden", name=DECIDED_AT, value=str(revision)),
        long_table(columns, rows, words, caption=caption),
        html.P(words.plural("component.conflicts.more_kept", more)) if more else None,
    ]


def _row(each: Conflicting, typed: Entered, words: Words) -> list[Any]:
    versions = (each.before, each.theirs, each.mine)
    record = next(version for version in (each.mine, each.theirs, each.before) if version is not None)
    name = f"{words.kind(record.KIND)}: {record_name(record, words)}"
    fields = telling_fields(versions)
    return [name, *[said(one, fields, words) for one in versions], _choice(each, name, typed, words)]


def _choice(each: Conflicting, label: str, typed: Entered, words: Words) -> Select:
    name = decision_name(each.item)
    pairs = [
        (THEIRS, words("component.conflicts.keep_theirs")),
        (MINE, words("component.conflicts.take_mine")),
    ]
    spoken = {"aria-label": f"{words('component.conflicts.decision')}: {label}"}
    return Select(name=name, id=name, options=options(pairs), value=typed.text(name, THEIRS), **spoken)
