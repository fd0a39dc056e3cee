"""The origins of a row as they are stored: field → cell, text and unit, what most cells share said once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from json.encoder import encode_basestring_ascii as _quoted
from typing import Any

from monitoring.domain.provenance import Provenance
from monitoring.domain.row_origins import RowProvenance

SHARED = ""
"""The key of what the values of a row share: upload and sheet."""
_OWN = 5
"""Parts of a value that comes from elsewhere, or was stored before anything was shared."""
Origins = dict[str, list[Any]]


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


def as_text(provenance: Mapping[str, Provenance]) -> str:
    """The same as JSON; that of a row of a file is put together from its cells, which is much faster.

    >>> as_text({"year": Provenance(3, "Bilanz", "A5", "2020")})
    '{"": [3, "Bilanz"], "year": ["A5", "2020"]}'
    """
    if not isinstance(provenance, RowProvenance):
        return json.dumps(as_stored(provenance))
    shared = json.dumps([provenance.upload, provenance.origins.layout.sheet])
    return "{" + ", ".join((f'"{SHARED}": {shared}', *_members(provenance))) + "}"


def _members(row: RowProvenance) -> Iterator[str]:
    for field, cell, value, unit in row.cells():
        if value is None:
            yield f'"{field}": ["{cell}"]'
        elif unit is None:
            yield f'"{field}": ["{cell}", {_quoted(str(value))}]'
        else:
            yield f'"{field}": ["{cell}", {_quoted(str(value))}, {_quoted(unit)}]'


def _parts(each: Provenance, shared: tuple[int | None, str | None]) -> list[Any]:
    if each.cell is None or (each.upload, each.sheet) != shared:
        return list(each.parts)
    own = [each.cell, each.text, each.unit]
    while own[-1] is None:
        own.pop()
    return own


def as_known(stored: Origins) -> dict[str, Provenance]:
    """Where each field comes from, as stored.

    >>> as_known({"": [3, "Bilanz"], "year": ["A5", "2020"], "note": [None, None, None, None, None]})["year"]
    Provenance(upload=3, sheet='Bilanz', cell='A5', text='2020', unit=None)
    """
    shared = stored.get(SHARED, [])
    return {
        field: Provenance(*parts) if len(parts) == _OWN else Provenance(*shared, *parts)
        for field, parts in stored.items()
        if field != SHARED
    }


def uploads_of(stored: Origins) -> set[int]:
    """The uploads that the values of a row come from."""
    named = (parts[0] for field, parts in stored.items() if field == SHARED or len(parts) == _OWN)
    return {upload for upload in named if upload is not None}
