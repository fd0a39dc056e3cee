"""People counted in thousands are stored one by one."""

from __future__ import annotations

import pytest

from monitoring.spreadsheets.understanding import Reading
from monitoring.spreadsheets.workbook import Sheet, Value
from tests.spreadsheets.written_tables import Rows, read_tables, said

YEARS = (2019, 2020, 2021)
IN_THOUSANDS = (325, 326.5, 327.25)
PEOPLE = {2019: 325_000, 2020: 326_500, 2021: 327_250}
HEADINGS = [
    "Population ('000s, mid-year estimate)",
    "Population:000s",
    "Population (thousands)",
    "Einwohner in Tsd.",
    "Einwohner (in 1.000)",
    "Bevölkerung [Tausend]",
    "Einwohner [Tsd. EW]",
]


def _people(reading: Reading) -> dict[int, int]:
    return {
        each.values["year"]: each.values["inhabitants"]
        for each in reading.drafts
        if each.kind == "inhabitants"
    }


@pytest.mark.parametrize("heading", HEADINGS)
def test_in_a_list_of_years(heading: str) -> None:
    rows: Rows = [("Jahr", heading), *zip(YEARS, IN_THOUSANDS, strict=True)]
    reading = read_tables([Sheet("Einwohner", rows)])
    assert (_people(reading), said(reading), reading.questions) == (PEOPLE, [], ())


@pytest.mark.parametrize("heading", HEADINGS)
def test_beside_a_balance(heading: str) -> None:
    rows: Rows = [
        ("Sektor", *YEARS),
        ("Haushalte", 10, 20, 30),
        ("Verkehr", 20, 30, 40),
        (heading, *IN_THOUSANDS),
    ]
    reading = read_tables([Sheet("Endenergie [MWh]", rows)])
    assert (_people(reading), said(reading), reading.questions) == (PEOPLE, [], ())


def test_in_a_column_of_units() -> None:
    rows: Rows = [
        ("Größe", "Einheit", *YEARS),
        ("Endenergie", "MWh", 10, 20, 30),
        ("Einwohner", "Tsd.", *IN_THOUSANDS),
    ]
    assert _people(read_tables([Sheet("Bilanz", rows)])) == PEOPLE


@pytest.mark.parametrize("texts", [("325", "326,5", "327,250"), ("325", "326.5", "327.250")])
def test_written_as_text_in_either_style(texts: tuple[Value, ...]) -> None:
    rows: Rows = [("Jahr", "Einwohner in Tsd."), *zip(YEARS, texts, strict=True)]
    assert _people(read_tables([Sheet("Einwohner", rows)])) == PEOPLE
    beside: Rows = [("Sektor", *YEARS), ("Haushalte", 10, 20, 30), ("Einwohner in Tsd.", *texts)]
    assert _people(read_tables([Sheet("Endenergie [MWh]", beside)])) == PEOPLE


def test_a_rate_by_thousands_of_people_is_none() -> None:
    rows: Rows = [("Jahr", "Endenergie [MWh]", "Pkw je 1.000 Einwohner"), (2019, 10, 550), (2020, 20, 560)]
    assert _people(read_tables([Sheet("Bilanz", rows)])) == {}


def test_thousands_are_no_unit_of_money_or_emissions() -> None:
    rows: Rows = [("Jahr", "Sektor", "Emissionen (Tsd.)"), (2019, "Verkehr", 10)]
    reading = read_tables([Sheet("Bilanz", rows)])
    assert (reading.drafts, said(reading)) == ((), [])
    assert [each.code for each in reading.questions] == ["unit"]
