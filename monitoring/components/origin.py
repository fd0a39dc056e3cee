"""Where values come from: the cell, and for managers the file to download, who brought it and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.facts import facts
from monitoring.components.value_comments import value_comments
from monitoring.domain.overview import Overview
from monitoring.domain.record import Record
from monitoring.domain.value_origin import Edit, Origin, SourceFile
from monitoring.texts.origin import joined, place_in_words
from monitoring.texts.records import record_name
from monitoring.texts.words import Words


def origin_line(origin: Origin, words: Words, address: Address) -> html.Span:
    """„stand.xlsx, Bilanz!D5 · erika, 02.06.2025“ with the way to the file; in public the cell alone.

    What was entered by hand says who did and when.
    """
    place = place_in_words(origin, words)
    if origin.file is None:
        return html.Span(f"{place} · {_told_of(origin.edit, words)}" if origin.edit else place)
    file = origin.file
    link = html.A(file.name, href=address.to(f"/daten/original/{file.upload}"))
    return html.Span([link, f", {place} · {_told_of(file, words)}"])


def _told_of(act: SourceFile | Edit, words: Words) -> str:
    """Who and when; a name that was erased is left out."""
    return ", ".join(each for each in (act.by, words.date(act.at)) if each)


def origin_lines(origins: Iterable[Origin | None], words: Words, address: Address) -> list[html.Div]:
    """One line for each place that values come from."""
    return [html.Div(origin_line(each, words, address), className="muted origin") for each in joined(origins)]


def record_origins(
    records: Sequence[Record], overview: Overview, words: Words, address: Address
) -> html.Details | None:
    """Where records come from, folded away: one by field, several each at once; None where none is known."""
    if len(records) == 1:
        pairs = _by_field(records[0], overview, words, address)
    else:
        pairs = [(_name(each, words), _told(each, _said(each), overview, words, address)) for each in records]
    listed = facts([(label, told) for label, told in pairs if told])
    return (
        html.Details([html.Summary(words("origin.heading")), listed], className="origins") if listed else None
    )


def _by_field(
    record: Record, overview: Overview, words: Words, address: Address
) -> list[tuple[str, list[Any]]]:
    return [
        (words.field(record.KIND, name), _told(record, [name], overview, words, address))
        for name in _filled(record)
    ]


def _filled(record: Record) -> list[str]:
    return [name for name in type(record).model_fields if getattr(record, name) is not None]


def _said(record: Record) -> list[str]:
    """What a record says beyond what its name already tells."""
    return [name for name in _filled(record) if name not in record.KEY]


def _told(
    record: Record, fields: Sequence[str], overview: Overview, words: Words, address: Address
) -> list[Any]:
    """The places that fields of a record come from, with the comments on their values."""
    lines = origin_lines((overview.origin(record, name) for name in fields), words, address)
    return [*lines, *value_comments(record, fields, overview, words)] if lines else []


def _name(record: Record, words: Words) -> str:
    return f"{words.kind(record.KIND)}: {record_name(record, words)}"
