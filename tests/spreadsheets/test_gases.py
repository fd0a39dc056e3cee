"""Carbon dioxide alone beside all greenhouse gases: the balance is one of all, unless its owner says so."""

from __future__ import annotations

import pytest

from monitoring.spreadsheets.understanding import Reading
from monitoring.spreadsheets.workbook import Sheet
from tests.spreadsheets.written_tables import Known, Rows, read_tables, said, stored

SECTORS = {"HH": "Haushalte", "VER": "Verkehr"}
YEARS = (2019, 2020)
CO2 = {("HH", 2019): 100, ("HH", 2020): 101, ("VER", 2019): 200, ("VER", 2020): 201}
ALL = {key: value * 1.1 for key, value in CO2.items()}


def _rows(co2: str, all_gases: str) -> list[Sheet]:
    rows: Rows = [("Jahr", "Sektor", co2, all_gases)]
    rows += [(year, SECTORS[sector], CO2[sector, year], ALL[sector, year]) for sector, year in CO2]
    return [Sheet("THG", rows)]


def _columns(units: tuple[str, str]) -> list[Sheet]:
    rows: Rows = [("Jahr", *(name for name in SECTORS.values() for _ in units)), ("Jahr", *units * 2)]
    for year in YEARS:
        rows.append((year, *(each[sector, year] for sector in SECTORS for each in (CO2, ALL))))
    return [Sheet("THG", rows)]


def _sheets(*names: str) -> list[Sheet]:
    sheets = []
    tables: list[dict[tuple[str, int], float]] = [{**CO2}, ALL]
    for name, known in zip(names, tables, strict=True):
        rows: Rows = [("Angaben in t", *YEARS)]
        rows += [(SECTORS[sector], *(known[sector, year] for year in YEARS)) for sector in SECTORS]
        sheets.append(Sheet(name, rows))
    return sheets


def _expected(known: dict[tuple[str, int], float]) -> Known:
    return {(year, sector, "all"): value for (sector, year), value in known.items()}


LAYOUTS: dict[str, tuple[list[Sheet], str, str]] = {
    "rows": (_rows("CO2 [t]", "CO2e [t]"), "thg", "C2"),
    "rows_by_unit": (_rows("Emissionen [t CO2]", "Emissionen [t CO2e]"), "thg", "C2"),
    "columns": (_columns(("t CO2", "t CO2-Äq.")), "thg", "B3"),
    "sheets": (_sheets("CO2", "Treibhausgase"), "treibhausgase", "B2"),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_all_gases_count_and_the_user_may_choose_otherwise(name: str) -> None:
    sheets, sheet, first = LAYOUTS[name]
    reading = read_tables(sheets)
    assert stored(reading, "emissions_t") == pytest.approx(_expected(ALL))
    assert _told(reading) == [("other_gas_left_out", first, 4)]
    assert [(each.key, each.code, each.default) for each in reading.questions] == [
        (f"gas:{sheet}", "gas", "co2e")
    ]


@pytest.mark.parametrize("name", LAYOUTS)
def test_co2_alone_counts_where_the_user_says_so(name: str) -> None:
    sheets, sheet, _ = LAYOUTS[name]
    reading = read_tables(sheets, answers={f"gas:{sheet}": "co2"})
    assert stored(reading, "emissions_t") == pytest.approx(_expected(dict(CO2)))
    assert reading.questions == ()
    assert {code for code, *_ in _told(reading)} == {"other_gas_left_out", "only_co2"}


def test_the_order_of_the_columns_does_not_matter() -> None:
    sheets = _columns(("t CO2", "t CO2e"))
    turned = [Sheet("THG", [(row[0], *(row[at] for at in (2, 1, 4, 3))) for row in sheets[0].rows])]
    assert stored(read_tables(turned), "emissions_t") == stored(read_tables(sheets), "emissions_t")


def test_years_with_co2_alone_are_named_where_others_have_all_gases() -> None:
    rows: Rows = [("Jahr", "CO2 [kt]", "CO2e [kt]"), (2019, 100, None), (2020, 101, 111)]
    reading = read_tables([Sheet("Emissionen gesamt", rows)])
    assert stored(reading, "emissions_t") == {(2019, "SUM", "all"): 100_000, (2020, "SUM", "all"): 111_000}
    assert [told for told in _told(reading) if told[0] != "total_assumed"] == [
        ("other_gas_left_out", "B3", 1),
        ("only_co2", "B2", 1),
    ]


def test_equal_numbers_are_no_question() -> None:
    rows: Rows = [("Jahr", "Strom", "Strom"), ("Jahr", "t CO2", "t CO2e"), (2019, 100, 100), (2020, 90, 90)]
    reading = read_tables([Sheet("THG", rows)])
    assert stored(reading, "emissions_t") == {
        (2019, "SUM", "electricity"): 100,
        (2020, "SUM", "electricity"): 90,
    }
    assert (said(reading), reading.questions) == ([], ())


def test_two_different_numbers_of_all_gases_stay_a_fault() -> None:
    rows: Rows = [("Jahr", "Verkehr", "Verkehr"), ("Jahr", "t CO2e", "kt CO2e"), (2019, 100, 90)]
    assert [code for code, *_ in said(read_tables([Sheet("THG", rows)]))] == ["duplicate_key"]


def _told(reading: Reading) -> list[tuple[str, str | None, int]]:
    return [(each.code, each.cell, each.details.get("count", 1)) for each in reading.findings]
