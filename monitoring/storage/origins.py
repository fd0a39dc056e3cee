"""The origins of a row as they are stored: field → cell, text and unit, what most cells share said once.

A row of a file says its upload, sheet and number once, and of each field the letters of its column: alone
where the text of the cell is the very value that is stored, else with the text and the unit.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from json.encoder import encode_basestring_ascii as _quoted
from typing import Any, cast

from monitoring.domain.provenance import Provenance
from monitoring.domain.row_origins import RowProvenance

SHARED = ""
"""The key of what the values of a row share: upload and sheet, and the number of the row of a file."""
_OWN = 5
"""Parts of a value that comes from elsewhere, or was stored before anything was shared."""
_AS_STORED, _AS_NUMBER = True, False
"""In the place of a text that is the stored value, or that is it without the point of a whole number."""
_KEPT_AS_READ = frozenset({str, int, float, date})
"""What a database gives back so that it reads as it did in its cell."""
_WORDS = frozenset({str, type(None)})
Origins = dict[str, Any]
Values = Mapping[str, Any]


def as_stored(provenance: Mapping[str, Provenance]) -> Origins:
    """What is stored of where the values of a row come from.

    >>> as_stored({"year": Provenance(3, "Bilanz", "A5", "2020"), "note": Provenance()})
    {'': [3, 'Bilanz'], 'year': ['A5', '2020'], 'note': [None, None, None, None, None]}
    """
    places = Counter((each.upload, each.sheet) for each in provenance.values() if each.cell)
    if not places:
        return {field: list(each.parts) for field, each in provenance.items()}
    ((shared, _),) = places.most_common(1)
    return {SHARED: list(shared), **{field: _parts(each, shared) for field, each in provenance.items()}}


def _parts(each: Provenance, shared: tuple[int | None, str | None]) -> list[Any]:
    if each.cell is None or (each.upload, each.sheet) != shared:
        return list(each.parts)
    own = [each.cell, each.text, each.unit]
    while own[-1] is None:
        own.pop()
    return own


def as_texts(rows: Iterable[Mapping[str, Provenance]], columns: Mapping[str, Sequence[Any]]) -> list[str]:
    """What is stored of many rows, as JSON; of rows of one sheet put together column by column.

    Args:
        rows: where the values of each row come from.
        columns: field → what is stored in it, of each row.
    """
    found: list[str] = []
    for is_of_sheet, group in groupby(rows, _sheet):
        run = list(group)
        if is_of_sheet:
            place = slice(len(found), len(found) + len(run))
            own = {field: tuple(values[place]) for field, values in columns.items()}
            found += _of_sheet(cast(list[RowProvenance], run), own)
        else:
            found += [json.dumps(as_stored(each)) for each in run]
    return found


def _sheet(provenance: Mapping[str, Provenance]) -> tuple[int | None, int, int] | None:
    """What rows share that can be put together; None for values gathered from several places."""
    if not isinstance(provenance, RowProvenance):
        return None
    return (provenance.upload, id(provenance.origins.layout), id(provenance.fields))


def _of_sheet(rows: Sequence[RowProvenance], stored: Mapping[str, tuple[Any, ...]]) -> list[str]:
    """Everything that is the same in all rows is written once, as the form that each row fills in."""
    first, cells = rows[0], list(zip(*(each.origins.cells for each in rows), strict=True))
    layout = first.origins.layout
    form = [f"{{{_form(SHARED)}: [{_form(first.upload)}, {_form(layout.sheet)}, %s]"]
    filled_in: list[Sequence[Any]] = [[each.origins.row for each in rows]]
    for field, (at, letters, unit) in layout.columns.items():
        if field not in first.fields:
            continue
        alike = _alike(cells[at], stored[field])
        if alike is None:
            form.append(f"{_form(field)}: %s")
            filled_in.append(_members(letters, cells[at], unit))
        else:
            is_bare = alike is _AS_STORED and unit is None
            form.append(f"{_form(field)}: {_form(letters if is_bare else [letters, alike, unit])}")
    whole = ", ".join(form) + "}"
    return [whole % each for each in zip(*filled_in, strict=True)]


def _form(value: Any) -> str:
    return json.dumps(value).replace("%", "%%")


def _alike(cells: tuple[Any, ...], stored: tuple[Any, ...]) -> bool | None:
    """How the text of every cell follows from the stored value, None where it does not.

    An empty cell has no text; blanks around a text say nothing and are not kept.
    """
    of_cells, of_stored = ({*map(type, each)} - {type(None)} for each in (cells, stored))
    if of_cells == of_stored and len(of_cells) <= 1 and of_cells <= _KEPT_AS_READ:
        same = cells == stored or (
            str in of_cells and tuple(each and each.strip() for each in cells) == stored
        )
        return _AS_STORED if same else None
    if of_stored == {float} and of_cells <= {int, float} and cells == stored:
        return None if any(type(each) is float and each.is_integer() for each in cells) else _AS_NUMBER
    return None


def _members(letters: str, cells: tuple[Any, ...], unit: str | None) -> list[str]:
    """Of each cell its column, text and unit; words that repeat themselves are written out once."""
    before, after = f'["{letters}", ', f", {_quoted(unit)}]" if unit else "]"
    empty = f'["{letters}"]'
    if set(map(type, cells)) <= _WORDS and len(different := set(cells)) * 2 < len(cells):
        known = {each: f"{before}{_quoted(each)}{after}" for each in different if each is not None}
        return [known.get(value, empty) for value in cells]
    return [empty if value is None else f"{before}{_quoted(str(value))}{after}" for value in cells]


class StoredProvenance(Mapping[str, Provenance]):
    """Where the fields of a stored record come from, worked out only when somebody asks.

    >>> StoredProvenance({"": [3, "Bilanz"], "year": ["A5", "2020"], "note": [None] * 5}, {})["year"]
    Provenance(upload=3, sheet='Bilanz', cell='A5', text='2020', unit=None)
    >>> of_row = {"": [3, "Bilanz", 5], "year": "A", "energy_mwh": ["B", "7.5", "GWh"]}
    >>> [(each.cell, each.text) for each in StoredProvenance(of_row, {"year": 2020}).values()]
    [('A5', '2020'), ('B5', '7.5')]
    """

    __slots__ = ("_stored", "_values")

    def __init__(self, stored: Origins, values: Values) -> None:
        self._stored, self._values = stored, values

    def __getitem__(self, field: str) -> Provenance:
        if field == SHARED:
            raise KeyError(field)
        parts = self._stored[field]
        if _is_own(parts):
            return Provenance(*parts)
        upload, sheet, *row = self._stored[SHARED]
        if not row:
            return Provenance(upload, sheet, *parts)
        letters, text, unit = (*parts, None, None)[:3] if isinstance(parts, list) else (parts, True, None)
        if isinstance(text, bool):
            value = self._values[field]
            text, unit = (None, None) if value is None else (_text(value, text), unit)
        return Provenance(upload, sheet, f"{letters}{row[0]}", text, unit)

    def __contains__(self, field: object) -> bool:
        return field in self._stored and field != SHARED

    def __iter__(self) -> Iterator[str]:
        return (field for field in self._stored if field != SHARED)

    def __len__(self) -> int:
        return len(self._stored) - (SHARED in self._stored)


def _text(value: Any, alike: bool) -> str:
    return str(int(value) if alike is _AS_NUMBER and value.is_integer() else value)


def _is_own(parts: Any) -> bool:
    return isinstance(parts, list) and len(parts) == _OWN


def uploads_of(stored: Origins) -> set[int]:
    """The uploads that the values of a row come from."""
    named = (parts[0] for field, parts in stored.items() if field == SHARED or _is_own(parts))
    return {upload for upload in named if upload is not None}
