"""Tables with headings on two sides: groups, totals, people, targets, indicators, and what is asked."""

from __future__ import annotations

import pytest

from monitoring.domain.finding import Severity
from monitoring.spreadsheets.workbook import Sheet
from tests.spreadsheets.written_tables import (
    CARRIERS,
    PEOPLE,
    SECTORS,
    YEARS,
    Layout,
    Rows,
    Value,
    by_sector,
    energy,
    parts,
    read_tables,
    said,
    stored,
    years_as_columns,
)  # fmt: skip


def test_group_labels_are_filled_down() -> None:
    rows: Rows = [("Sektor", "Energieträger", *YEARS)]
    for sector, name in SECTORS.items():
        for at, (carrier, label) in enumerate(CARRIERS.items()):
            values = (energy(year, sector, carrier) for year in YEARS)
            rows.append((name if at == 0 else None, label, *values))
        rows.append((None, "Summe", *(by_sector()[year, sector, "all"] for year in YEARS)))
    rows.append(("Gesamt", None, *(by_sector()[year, "SUM", "all"] for year in YEARS)))
    reading = read_tables([Sheet("Endenergie [MWh]", rows)])
    assert (said(reading), reading.questions) == ([], ())
    assert stored(reading) == pytest.approx({**parts(), **by_sector()})


@pytest.mark.parametrize("has_own_numbers", [True, False])
def test_group_lines_stand_over_their_rows(has_own_numbers: bool) -> None:
    rows: Rows = [("Endenergie [MWh]", *YEARS)]
    for sector, name in SECTORS.items():
        total = tuple(by_sector()[year, sector, "all"] for year in YEARS)
        rows.append((name, *(total if has_own_numbers else (None for _ in YEARS))))
        rows += [
            (label, *(energy(year, sector, carrier) for year in YEARS)) for carrier, label in CARRIERS.items()
        ]
        rows += [] if has_own_numbers else [("Summe", *total)]
    rows.append(("Gesamt", *(by_sector()[year, "SUM", "all"] for year in YEARS)))
    reading = read_tables([Sheet("Tabelle1", rows)])
    assert (said(reading), reading.questions) == ([], ())
    assert stored(reading) == pytest.approx({**parts(), **by_sector()})


def test_energy_and_emissions_of_two_sheets_meet_in_one_draft() -> None:
    energy = years_as_columns(Layout(by_sector(), "GWh", float, "plain"))
    rows: Rows = [("THG-Emissionen [kt CO2e]", *YEARS)]
    rows += [(SECTORS.get(sector, "Summe"), *(5.5 for _ in YEARS)) for sector in (*SECTORS, "SUM")]
    reading = read_tables([*energy, Sheet("Emissionen", rows)])
    values = {
        each.values["sector"].value: each.values for each in reading.drafts if each.values["year"] == 2015
    }
    assert values["HH"]["emissions_t"] == 5_500.0
    assert values["HH"]["energy_mwh"] == pytest.approx(by_sector()[2015, "HH", "all"])
    assert len(reading.drafts) == 4 * len(YEARS)
    assert said(reading) == []


@pytest.mark.parametrize("is_across", [True, False])
def test_people_stand_beside_and_derived_lines_are_left_out(is_across: bool) -> None:
    head: tuple[Value, ...] = ("Emissionen in kt CO2e", *YEARS)
    lines: Rows = [
        head,
        ("Haushalte", 50, 49, 48, 47, 46),
        ("davon Raumwärme", 40, 39, 38, 37, 36),
        ("Verkehr", 50, 51, 52, 53, 54),
        ("Summe", 100, 100, 100, 100, 100),
        ("Anteil Verkehr in %", 50, 51, 52, 53, 54),
        ("Veränderung gegenüber 2015", 0, 1, 2, 3, 4),
        ("Einwohner", *PEOPLE.values()),
        ("Emissionen pro Kopf [t/EW]", 5.4, 5.4, 5.3, 5.3, 5.3),
    ]
    rows = lines if is_across else [*zip(*lines, strict=True)]
    reading = read_tables([Sheet("Tabelle1", rows)])
    assert [each.code for each in reading.findings] == ["derived_left_out"]
    assert reading.questions == ()
    people = {
        each.values["year"]: each.values["inhabitants"]
        for each in reading.drafts
        if each.kind == "inhabitants"
    }
    assert people == PEOPLE
    values = stored(reading, "emissions_t")
    assert values[2018, "VER", "all"] == 52_000.0
    assert len(values) == 15


def test_targets_beside_actual_values_are_asked_about() -> None:
    rows: Rows = [
        (None, "Ist", "Ist", "Ziel", "Ziel"),
        ("THG [t]", 2018, 2020, 2030, 2040),
        ("Verkehr", 50.5, 49.5, 20.5, 10.5),
        ("Gesamt", 90.5, 80.5, 40.5, 0),
    ]
    reading = read_tables([Sheet("Tabelle1", rows)])
    assert [each.key for each in reading.questions] == ["planned:tabelle1"]
    assert set(stored(reading, "emissions_t")) == {
        (2018, "VER", "all"),
        (2018, "SUM", "all"),
        (2020, "VER", "all"),
        (2020, "SUM", "all"),
    }
    answered = read_tables([Sheet("Tabelle1", rows)], answers={"planned:tabelle1": "as_target"})
    targets = [each.values for each in answered.drafts if each.kind == "targets"]
    assert [(each["year"], each["sector"], each["value"]) for each in targets] == [
        (2030, "VER", 20.5), (2040, "VER", 10.5), (2030, None, 40.5), (2040, None, 0.0),
    ]  # fmt: skip


def test_a_missing_unit_is_asked_once_for_the_table() -> None:
    rows: Rows = [("Sektor", *YEARS), ("Haushalte", 1, 2, 3, 4, 5), ("Verkehr", 1, 2, 3, 4, 5)]
    reading = read_tables([Sheet("Tabelle1", rows)])
    assert [(each.key, len(each.choices), len(each.cells)) for each in reading.questions] == [
        ("unit:tabelle1:tabelle1", 9, 10)
    ]
    assert reading.drafts == ()
    answered = read_tables([Sheet("Tabelle1", rows)], answers={"unit:tabelle1:tabelle1": "kt"})
    assert stored(answered, "emissions_t")[2016, "VER", "all"] == 2_000.0
    assert stored(read_tables([Sheet("Tabelle1", rows)], unit="GWh"))[2016, "VER", "all"] == 2_000.0


def test_unknown_rows_are_asked_about_and_notes_in_numbers_are_told() -> None:
    rows: Rows = [
        ("Energie in MWh", *YEARS),
        ("Haushalte", 1, 2, "TODO?", "k. A.", None),
        ("Brauerei", 1, 2, 3, 4, 5),
    ]
    reading = read_tables([Sheet("Tabelle1", rows)])
    assert [each.key for each in reading.questions] == ["word:sector:brauerei"]
    assert said(reading) == [("text_in_number_cell", "D2", "TODO?")]
    assert set(stored(reading)) == {(2015, "HH", "all"), (2016, "HH", "all")}
    answered = read_tables([Sheet("Tabelle1", rows)], answers={"word:sector:brauerei": "IND"})
    assert stored(answered)[2020, "IND", "all"] == 5.0
    ignored = read_tables([Sheet("Tabelle1", rows)], answers={"word:sector:brauerei": "ignore"})
    assert (len(ignored.drafts), ignored.questions) == (2, ())


def test_indicators_by_year_are_asked_about() -> None:
    rows: Rows = [
        ("Kennzahl", "Einheit", 2020, 2021, "Ziel 2030"),
        ("Photovoltaik", "kWp", 8450.5, 9100.5, 25000),
        ("Ladepunkte", "Stück", 12, 18, 100),
        ("Anteil Radverkehr", "%", 11.5, 12.5, 25),
    ]
    asked = read_tables([Sheet("Tabelle1", rows)])
    assert [each.key for each in asked.questions] == ["indicators:tabelle1"]
    reading = read_tables([Sheet("Tabelle1", rows)], answers={"indicators:tabelle1": "as_indicator"})
    indicators = [each.values for each in reading.drafts if each.kind == "indicators"]
    assert indicators[0] == {
        "name": "Photovoltaik",
        "unit": "kWp",
        "target_year": 2030,
        "target_value": 25_000.0,
    }
    values = [each.values for each in reading.drafts if each.kind == "indicator_values"]
    assert [(each["indicator"], each["year"], each["value"]) for each in values][-1] == (
        "Anteil Radverkehr",
        2021,
        12.5,
    )
    assert len(values) == 6
    named = read_tables([Sheet("Indikatoren", rows)])
    assert (len(named.drafts), named.questions) == (9, ())


def test_a_year_that_nothing_names_is_asked_for() -> None:
    rows: Rows = [("Sektor", "Endenergie [MWh]"), ("Haushalte", 5.5), ("Verkehr", 6.5)]
    reading = read_tables([Sheet("Tabelle1", rows)])
    assert [each.key for each in reading.questions] == ["year:tabelle1"]
    answered = read_tables([Sheet("Tabelle1", rows)], answers={"year:tabelle1": "2019"})
    assert set(stored(answered)) == {(2019, "HH", "all"), (2019, "VER", "all")}


def test_one_of_several_municipalities_is_asked_for() -> None:
    rows: Rows = [
        ("Gemeinde", "Jahr", "Haushalte [MWh]", "Verkehr [MWh]"),
        ("Adorf", 2020, 1.5, 2.5),
        ("Bedorf", 2020, 3.5, 4.5),
    ]
    question = read_tables([Sheet("Tabelle1", rows)]).questions[0]
    assert (question.key, question.choices) == ("place:tabelle1:gemeinde", ("Adorf", "Bedorf"))
    reading = read_tables([Sheet("Tabelle1", rows)], answers={question.key: "Bedorf"})
    assert stored(reading) == {(2020, "HH", "all"): 3.5, (2020, "VER", "all"): 4.5}


def test_the_understanding_names_meaning_and_reason() -> None:
    rows: Rows = [("Sektor", "Einheit", *YEARS, "Veränderung"), ("Haushalte", "MWh", 1, 2, 3, 4, 5, 6)]
    understood = read_tables([Sheet("Endenergie", rows)]).sheets[0].understanding
    assert understood is not None
    assert (understood.kind, understood.layout) == ("balance", "years_as_columns")
    block = understood.blocks[0]
    assert (block.header_rows, block.first_row, block.last_row, block.last_column) == ((1,), 1, 2, 8)
    columns = {each.number: each for each in block.columns}
    assert columns[3].meaning == (("year", "2015"),)
    assert columns[3].reasons == (("year", "heading:C1"),)
    assert columns[8].left_out == "change"
    assert dict(block.rows[0].meaning) == {"sector": "HH", "quantity": "energy", "unit": "MWh"}
    assert block.around is not None
    assert dict(block.around.reasons)["quantity"] == "sheet_name"


def test_long_sheets_are_understood_too() -> None:
    rows: Rows = [("Jahr", "Sektor", "THG-Emissionen [t CO2e]", "Foo"), (2020, "Verkehr", 5, "x")]
    understood = read_tables([Sheet("Bilanz", rows)]).sheets[0].understanding
    assert understood is not None
    assert (understood.layout, understood.blocks[0].header_rows) == ("long", (1,))
    assert [each.left_out for each in understood.blocks[0].columns] == [None, None, None, "unknown"]


def test_nothing_here_blocks_an_import_but_faults() -> None:
    rows: Rows = [("Sektor", *YEARS), ("Haushalte [MWh]", 1, 2, 3, 4, "viel")]
    assert {each.severity for each in read_tables([Sheet("Tabelle1", rows)]).findings} == {Severity.WARNING}


@pytest.mark.parametrize("has_group_totals", [True, False])
def test_the_last_total_is_that_of_all_groups(has_group_totals: bool) -> None:
    rows: Rows = [("CO2-Bilanz in t", *YEARS)]
    for name in SECTORS.values():
        rows += [
            (name, *(None for _ in YEARS)),
            ("Strom", *(1.5 for _ in YEARS)),
            ("Erdgas", *(2.5 for _ in YEARS)),
        ]
        rows += [(f"Summe {name}", *(4.0 for _ in YEARS))] if has_group_totals else []
    rows.append(("Gesamtsumme", *(12.0 for _ in YEARS)))
    reading = read_tables([Sheet("Tabelle1", rows)])
    assert (said(reading), reading.questions) == ([], ())
    values = stored(reading, "emissions_t")
    assert values[2020, "SUM", "all"] == 12.0
    assert values.get((2020, "VER", "all")) == (4.0 if has_group_totals else None)


def test_footnote_marks_and_outline_numbers_are_no_part_of_a_label() -> None:
    rows: Rows = [
        ("THG-Emissionen [t CO2e]", "1990¹⁾", "2000*", 2010),
        ("1. Haushalte*", 10, 9, 8),
        ("2.1 Verkehr**", 10, 9, 8),
        ("Summe", 20, 18, 16),
        ("1) geschätzt", None, None, None),
    ]
    reading = read_tables([Sheet("Tabelle1", rows)])
    assert (said(reading), reading.questions) == ([], ())
    assert {year for year, *_ in stored(reading, "emissions_t")} == {1990, 2000, 2010}
    assert len(stored(reading, "emissions_t")) == 9


def test_numbers_that_look_like_years_are_numbers() -> None:
    rows: Rows = [("Jahr", "Gesamt [kt CO2e]", "Verkehr [kt CO2e]"), (2015, 2017, 1990), (2016, 1981, 1985)]
    values = stored(read_tables([Sheet("Tabelle1", rows)]), "emissions_t")
    assert (values[2015, "SUM", "all"], values[2016, "VER", "all"]) == (2_017_000.0, 1_985_000.0)
    across: Rows = [
        ("Sektor", "2015 [kt CO2e]", "2016 [kt CO2e]"),
        ("Verkehr", 2010, 2005),
        ("Summe", 2017, 2001),
    ]
    values = stored(read_tables([Sheet("Tabelle1", across)]), "emissions_t")
    assert (values[2015, "VER", "all"], values[2016, "SUM", "all"]) == (2_010_000.0, 2_001_000.0)


def test_many_unknown_lines_are_one_question() -> None:
    rows: Rows = [("Endenergie [MWh]", *YEARS), ("Haushalte", 1, 2, 3, 4, 5)]
    rows += [(f"Gebäude {name}", 1, 2, 3, 4, 5) for name in "ABCDEFGHIJ"]
    reading = read_tables([Sheet("Tabelle1", rows)])
    assert [(each.key, each.details["count"]) for each in reading.questions] == [("lines:tabelle1", 10)]
    without = read_tables([Sheet("Tabelle1", rows)], answers={"lines:tabelle1": "leave_out"})
    assert (len(without.drafts), without.questions) == (5, ())
    each = read_tables([Sheet("Tabelle1", rows)], answers={"lines:tabelle1": "ask_each"})
    assert len(each.questions) == 10


def test_row_and_column_that_contradict_each_other_are_a_warning() -> None:
    rows: Rows = [("[MWh]", "Haushalte", "Verkehr"), ("Haushalte", 1, 2), ("Verkehr", 3, 4)]
    reading = read_tables([Sheet("2019", rows)])
    assert [each.code for each in reading.findings] == ["cells_contradict"]


def test_words_after_a_table_do_not_stop_the_next() -> None:
    rows: Rows = [
        ("Endenergie [MWh]", 2019, 2020), ("Haushalte", 1, 2), ("Quelle: Netzbetreiber", None, None),
        (None, None, None), ("THG-Emissionen [t]", None, None), ("Sektor", 2019, 2020), ("Haushalte", 3, 4),
    ]  # fmt: skip
    drafts = read_tables([Sheet("Tabelle1", rows)]).drafts
    assert [(each.values["energy_mwh"], each.values["emissions_t"]) for each in drafts] == [
        (1.0, 3.0),
        (2.0, 4.0),
    ]
