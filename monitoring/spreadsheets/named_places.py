"""Which municipality each row of a table of many municipalities is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from monitoring.domain.named_place import NamedPlace
from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.crosstabs.sense import sense_of
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.workbook import Sheet

PlaceOfRow = Mapping[int, NamedPlace | None]
"""None for a row that is about no single municipality: the sum of several, or one without a name."""


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one table, below the rows of its headings."""

    sheet: Sheet
    header: Sequence[int]
    rows: Sequence[int]


def named_places(parts: Iterable[Part], remarks: Remarks) -> dict[str, PlaceOfRow]:
    """By the name of their sheet, the municipality of each row: from its column, else one in each sheet."""
    known = list(parts)
    found: dict[str, dict[int, NamedPlace | None]] = {}
    for part in known:
        columns = _columns(part)
        if "place" in columns:
            places = dict(_by_column(part, columns, remarks))
            found.setdefault(part.sheet.name, {}).update(places)
    return _said_without(known, found, remarks) if found else _by_sheet(known, remarks)


def _columns(part: Part) -> dict[str, int]:
    """The columns headed „Gemeinde“, „AGS“ and „Kreis“; without the first the third is what it is about."""
    found: dict[str, int] = {}
    for row in part.header:
        for column in range(1, part.sheet.width + 1):
            heads = sense_of(part.sheet.value(row, column)).heads
            if heads in ("place", "place_key", "region"):
                found.setdefault(heads, column)
    if "region" in found and "place" not in found:
        found["place"] = found.pop("region")
    return found


def _by_column(
    part: Part, columns: Mapping[str, int], remarks: Remarks
) -> Iterator[tuple[int, NamedPlace | None]]:
    keyed: dict[str, NamedPlace] = {}
    several: dict[str, list[str]] = {}
    for row in part.rows:
        name, key, region = (_text(part.sheet, row, columns.get(each)) for each in _ASPECTS)
        if name is None or sense_of(name).is_total:
            several.setdefault(name or "–", []).append(cell_address(row, columns["place"]))
            yield row, None
        elif key:
            yield row, keyed.setdefault(key, NamedPlace(name, key, region))
        else:
            yield row, NamedPlace(name, None, region)
    for name, cells in several.items():
        remarks.notice("rows_of_several_places", part.sheet.name, cells[0], name, count=len(cells))


_ASPECTS = ("place", "place_key", "region")


def _text(sheet: Sheet, row: int, column: int | None) -> str | None:
    value = sheet.value(row, column) if column else None
    return " ".join(str(value).split()) or None if value is not None else None


def _said_without(
    parts: Sequence[Part], found: Mapping[str, PlaceOfRow], remarks: Remarks
) -> dict[str, PlaceOfRow]:
    """Where other sheets name municipalities, a table that names none is left out, and this is said."""
    for part in parts:
        if part.sheet.name not in found:
            remarks.notice("sheet_without_places", part.sheet.name, None)
    without = {part.sheet.name: dict.fromkeys(part.rows) for part in parts if part.sheet.name not in found}
    return {**found, **without}


def _by_sheet(parts: Sequence[Part], remarks: Remarks) -> dict[str, PlaceOfRow]:
    """One municipality in each sheet, where there are several whose names mean nothing else to us."""
    names = list(dict.fromkeys(part.sheet.name for part in parts))
    places = {name: NamedPlace(name.strip()) for name in names if not _means_something(name)}
    if len(places) < 2:
        sheet = parts[0].sheet
        remarks.error("no_places", sheet.name, cell_address(parts[0].header[0] if parts[0].header else 1, 1))
        return {name: {} for name in names}
    remarks.notice("places_from_sheets", parts[0].sheet.name, None, None, count=len(places))
    rows: dict[str, dict[int, NamedPlace | None]] = {name: {} for name in names}
    for part in parts:
        rows[part.sheet.name].update(dict.fromkeys(part.rows, places.get(part.sheet.name)))
    return dict(rows)


def _means_something(name: str) -> bool:
    said = sense_of(name)
    return said.is_telling or said.year is not None
