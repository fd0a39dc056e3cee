"""The origins of a row are the same, whichever way they are written."""

from __future__ import annotations

import json

import pytest

from monitoring.domain.row_origins import RowLayout, RowOrigins, RowProvenance
from monitoring.storage.origins import as_known, as_stored, as_text

LAYOUT = RowLayout(
    'Bilanz "neu"\\',
    {"year": (0, "A", None), "energy_mwh": (1, "AB", "GWh ä"), "note": (2, "C", None)},
)


@pytest.mark.parametrize(
    "cells",
    [(2020, 7.5, "kurz"), (2020, None, 'sagt "ja"\n\\ nein\x00'), (None, 0, "\ud800 ü 🌱"), (2020, 1e22, "")],
)
@pytest.mark.parametrize("fields", [{"year", "energy_mwh", "note"}, {"note"}])
@pytest.mark.parametrize("upload", [3, None])
def test_text_from_cells_says_what_the_provenance_says(
    cells: tuple[object, ...], fields: set[str], upload: int | None
) -> None:
    found = RowProvenance(RowOrigins(LAYOUT, 12, cells), upload, fields)
    assert json.loads(as_text(found)) == as_stored(dict(found))
    assert as_known(json.loads(as_text(found))) == dict(found)


def test_text_without_cells_is_json_too() -> None:
    assert as_text({}) == "{}"
