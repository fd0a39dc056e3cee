"""Where values come from: the cell, and for managers the file to download, who brought it and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dash import html

from monitoring.components.address import Address
from monitoring.components.facts import facts
from monitoring.components.value_comments import value_comments
from monitoring.domain.overview import Overview
from monitoring.domain.record import Record
from monitoring.domain.value_origin import Origin
from monitoring.texts.origin import joined, place_in_words
from monitoring.texts.records import record_name
from monitoring.texts.words import Words


def origin_line(origin: Origin, words: Words, address: Address) -> html.Span:
    """„stand.xlsx, Bilanz!D5 · erika, 02.06.2025“ with the way to the file; in public the cell alone."""
    place = place_in_words(origin, words)
    if origin.file is None:
        return html.Span(place)
    file = origin.file
    link = html.A(file.name, href=address.to(f"/daten/original/{file.upload}"))
    told = ", ".join(each for each in (file.by, words.date(file.at)) if each)
    return html.Span([link, f", {place} · {told}"])


def origin_lines(origins: Iterable[Origin | None], words: Words, address: Address) -> list[html.Div]:
    """One line for each place that values come from."""
    return [html.Div(origin_line(each, words, address), className="muted origin") for each in joined(origins)]


def record_origins(
    records: Sequence[Record], overview: Overview, words: Words, address: Address
) -> html.Details | None:
    """Every filled-in field of some records with its origin, folded away; None where none is known.

    Of several records each field is led by the name of its own.
    """
    pairs = [
        (
            _label(each, name, len(records) > 1, words),
            [origin_line(origin, words, address), *value_comments(each, [name], overview, words)],
        )
        for each in records
        for name in type(each).model_fields
        if getattr(each, name) is not None and (origin := overview.origin(each, name)) is not None
    ]
    listed = facts(pairs)
    return (
        html.Details([html.Summary(words("origin.heading")), listed], className="origins") if listed else None
    )


def _label(record: Record, name: str, is_one_of_many: bool, words: Words) -> str:
    field = words.field(record.KIND, name)
    return f"{words.kind(record.KIND)}: {record_name(record, words)}, {field}" if is_one_of_many else field
