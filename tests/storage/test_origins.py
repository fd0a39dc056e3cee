"""The origins of a row say the same, whichever way they are written and whatever is left out of them."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pytest

from monitoring.domain.draft import Origin
from monitoring.domain.provenance import Provenance
from monitoring.domain.row_origins import RowLayout, RowOrigins, RowProvenance
from monitoring.storage.origins import StoredProvenance, as_texts, uploads_of

LAYOUT = RowLayout(
    'Bilanz 100 % "neu"\\',
    {"year": (0, "A", None), "energy_mwh": (1, "AB", "GWh ä"), "note": (2, "C", None)},
)
FIELDS = frozenset(LAYOUT.columns)
NOTE = frozenset({"note"})
DAY, MOMENT = date(2024, 2, 29), datetime(2024, 2, 29, 12)


def _row(
    *cells: Any, number: int = 12, upload: int | None = 3, fields: frozenset[str] = FIELDS
) -> RowProvenance:
    return RowProvenance(RowOrigins(LAYOUT, number, cells), upload, fields)


def _again(rows: list[Any], stored: list[tuple[Any, ...]]) -> list[StoredProvenance]:
    """The rows as they are read again, where these values are stored in year, energy_mwh and note."""
    columns = dict(zip(LAYOUT.columns, zip(*stored, strict=True), strict=True))
    texts = as_texts(rows, columns)
    return [
        StoredProvenance(json.loads(text), dict(zip(LAYOUT.columns, values, strict=True)))
        for text, values in zip(texts, stored, strict=True)
    ]


@pytest.mark.parametrize(
    ("cells", "stored"),
    [
        ((2020, 7.5, "kurz"), (2020, 7.5, "kurz")),
        ((2020, 7.5, "kurz"), (2020, 7500.0, "lang")),
        ((2020.0, 7, "kurz"), (2020, 7.0, "kurz")),
        ((2020, 7.0, "kurz"), (2020, 7.0, "kurz")),
        ((2020, 10**22, "kurz"), (2020, 1e22, "kurz")),
        ((2020, 10**17 + 1, "kurz"), (2020, 1e17, "kurz")),
        ((True, 1, "kurz"), (1, True, "kurz")),
        ((DAY, MOMENT, "x"), (DAY, DAY, "x")),
        ((2020, None, 'sagt "ja"\n\\ nein\x00 %s'), (2020, None, None)),
        ((None, 0, "\ud800 ü 🌱"), (2020, 0, "ü 🌱")),
        ((2020, 1e22, ""), (2020, 1e22, None)),
        ((None, None, None), (None, 5.0, "von vorher")),
    ],
)
@pytest.mark.parametrize("fields", [FIELDS, NOTE])
@pytest.mark.parametrize("upload", [3, None])
def test_a_row_is_read_again_as_it_was(
    cells: tuple[Any, ...], stored: tuple[Any, ...], fields: frozenset[str], upload: int | None
) -> None:
    row = _row(*cells, upload=upload, fields=fields)
    assert dict(_again([row], [stored])[0]) == dict(row)
    assert set(_again([row], [stored])[0]) == fields


def test_rows_of_other_sheets_and_values_from_several_places_stand_between() -> None:
    elsewhere = {"year": Provenance(9, "Alt", "B2", "2020"), "note": Provenance()}
    other = RowLayout("Andere", {"note": (0, "Z", None)})
    rows = [
        _row(2020, 7.5, "kurz"),
        _row(2021, None, "länger", number=13),
        elsewhere,
        RowProvenance(RowOrigins(other, 2, ("kurz",)), 3, NOTE),
        _row(2022, 8.5, None, number=14, upload=4),
        {},
    ]
    again = _again(rows, [(2020, 7.5, "kurz"), (2021, None, "anders"), *[(2020, 1.0, "kurz")] * 4])
    assert [dict(each) for each in again] == [dict(each) for each in rows]
    assert [len(each) for each in again] == [3, 3, 2, 1, 3, 0]


@pytest.mark.parametrize(
    ("energy", "note", "is_written"), [(7.5, "kurz", False), (7.0, "kurz", True), (7.5, "kurz ", True)]
)
def test_a_text_that_is_stored_anyway_is_not_written_again(
    energy: float, note: str, is_written: bool
) -> None:
    rows = [_row(2020, 7.5, "kurz"), _row(2020, None, " kurz\n"), _row(2020, 7, None)]
    stored: dict[str, list[Any]] = {
        "year": [2020] * 3, "energy_mwh": [energy, None, 7.0], "note": [note, "kurz", None],
    }  # fmt: skip
    texts = "".join(as_texts(rows, stored))
    assert ("kurz" in texts or "7" in texts) == is_written


def test_blanks_around_a_text_are_not_kept() -> None:
    (again,) = _again([_row(2020, 7.5, " kurz ")], [(2020, 7.5, "kurz")])
    assert again["note"].text == "kurz"


def test_whole_numbers_and_others_in_one_column() -> None:
    rows = [_row(2020, 7.5, None), _row(2020, None, None), _row(2020, 7, None)]
    assert "7" not in "".join(
        as_texts(rows, {"year": [2020] * 3, "energy_mwh": [7.5, None, 7.0], "note": [None] * 3})
    )
    again = _again(rows, [(2020, 7.5, None), (2020, None, None), (2020, 7.0, None)])
    assert [each["energy_mwh"].text for each in again] == ["7.5", None, "7"]


def test_what_was_stored_before_anything_was_left_out_is_still_read() -> None:
    stored = {"": [3, "Bilanz"], "year": ["A5", "2020"], "energy_mwh": ["B5", "7", "GWh"], "note": [None] * 5}
    stored["state"] = [4, "Alt", "C9", "NE", None]
    read = StoredProvenance(stored, {})
    assert dict(read) == {
        "year": Provenance(3, "Bilanz", "A5", "2020"),
        "energy_mwh": Provenance(3, "Bilanz", "B5", "7", "GWh"),
        "note": Provenance(),
        "state": Provenance(4, "Alt", "C9", "NE"),
    }
    assert "" not in read
    assert ("year" in read, read.get("title")) == (True, None)
    assert uploads_of(stored) == {3, 4}


def test_the_uploads_of_a_row_are_known() -> None:
    (text,) = as_texts([_row(2020, 7.5, "kurz")], {"year": [1], "energy_mwh": [7.5], "note": ["kurz"]})
    assert uploads_of(json.loads(text)) == {3}


def test_the_origin_of_a_draft_is_that_of_its_record() -> None:
    assert _row(2020, 7.5, "kurz").origins["energy_mwh"] == Origin(LAYOUT.sheet, "AB12", "7.5", "GWh ä")
