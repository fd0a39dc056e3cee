"""Whole workbooks: several sheets, answers, units, and what is asked instead of guessed."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from monitoring.domain.balance import CellState, Sector
from monitoring.domain.finding import Severity
from monitoring.domain.measure import MeasureStatus
from monitoring.spreadsheets.understanding import Reading, understand
from monitoring.spreadsheets.workbook import FORMULA_WITHOUT_VALUE, Notice, Sheet, Value, Workbook

TODAY = date(2026, 11, 22)
BALANCE = ("Jahr", "Sektor", "THG-Emissionen [t CO2e]")


def _sheet(name: str, *rows: tuple[Value, ...]) -> Sheet:
    return Sheet(name, list(rows))


def _understood(*sheets: Sheet, kind: str | None = None, unit: str | None = None, **answers: str) -> Reading:
    keyed = {key.replace("__", ":"): answer for key, answer in answers.items()}
    return understand(Workbook("w.xlsx", sheets), kind=kind, unit=unit, answers=keyed, today=TODAY)


def _codes(reading: Reading) -> list[str]:
    return [each.code for each in reading.findings]


def test_a_sheet_of_ones_own_is_a_notice_beside_a_known_one() -> None:
    reading = _understood(_sheet("Vögel", ("Amsel", "Ort")), _sheet("Bilanz", BALANCE, (2020, "Verkehr", 5)))
    assert [(each.sheet, each.kind, each.records) for each in reading.sheets] == [
        ("Vögel", None, 0),
        ("Bilanz", "balance", 1),
    ]
    assert [(each.code, each.severity) for each in reading.findings] == [("unknown_sheet", Severity.NOTICE)]


def test_a_canonical_name_needs_two_headings_only() -> None:
    rows = (("Jahr", "Einwohner"), (2020, 18250.0))
    assert _understood(_sheet("Einwohner", *rows)).drafts[0].values == {"year": 2020, "inhabitants": 18_250}
    assert _understood(_sheet("Tabelle1", *rows), kind="inhabitants").sheets[0].records == 1


def test_words_that_head_nothing_known_are_no_sheet_of_ours() -> None:
    rows = (("Jahr", "Störche"), (2020, 12.0))
    assert _codes(_understood(_sheet("Tabelle1", *rows))) == ["no_known_sheet"]


def test_a_given_kind_leaves_sheets_of_other_names_alone() -> None:
    targets = _sheet("Ziele", ("Ziel", "Sektor", "Bilanzraum", "Zieljahr"), ("A", "Verkehr", None, 2030))
    reading = _understood(_sheet("Tabelle1", BALANCE, (2020, "Verkehr", 5)), targets, kind="balance")
    assert [each.kind for each in reading.sheets] == ["balance", None]


def test_absent_columns_are_absent_and_empty_cells_are_none() -> None:
    reading = _understood(_sheet("Maßnahmen", ("Nr.", "Titel", "Beschreibung"), ("M1", "Solar", None)))
    assert reading.drafts[0].values == {"number": "M1", "title": "Solar", "description": None}
    assert reading.drafts[0].origins["title"].cell == "B2"


def test_a_unit_is_asked_for_never_guessed() -> None:
    sheet = _sheet("Daten", ("year", "sector", "CO2"), (2020, "Verkehr", 5))
    reading = _understood(sheet)
    question = reading.questions[0]
    assert (question.key, question.choices, question.cells) == (
        "unit:daten:co2",
        ("kg", "t", "kt", "Mt"),
        ("C2",),
    )
    assert _understood(sheet, unit="kt").drafts[0].values["emissions_t"] == 5_000.0
    assert _understood(sheet, unit__daten__co2="Mt").drafts[0].values["emissions_t"] == 5_000_000.0


def test_units_may_stand_in_a_row_of_their_own() -> None:
    rows = (
        ("Jahr", "Sektor", "Endenergie", "Emissionen"),
        (None, None, "GWh", "kt CO2e"),
        (2020, "Verkehr", 2, 3),
    )
    reading = _understood(_sheet("Bilanz", *rows))
    assert (reading.findings, reading.questions) == ((), ())
    values = reading.drafts[0].values
    assert (values["energy_mwh"], values["emissions_t"]) == (2_000.0, 3_000.0)


def test_an_ambiguous_column_is_read_as_german_and_asked_about() -> None:
    sheet = _sheet("Bilanz", BALANCE, (2020, "Verkehr", "1.953"), (2020, "Industrie", "171"))
    reading = _understood(sheet)
    assert [(each.key, each.default) for each in reading.questions] == [
        ("number:bilanz:thg-emissionen [t co2e]", "german")
    ]
    assert reading.drafts[0].values["emissions_t"] == 1953.0
    key = "number:bilanz:thg-emissionen [t co2e]"
    english = understand(Workbook("w", (sheet,)), answers={key: "english"}, today=TODAY)
    assert english.drafts[0].values["emissions_t"] == 1.953


def test_ongoing_is_asked_once_and_remembered() -> None:
    rows = (("Nr.", "Titel", "Status"), ("1", "A", "laufend"), ("2", "B", "Laufend"))
    reading = _understood(_sheet("Maßnahmen", *rows))
    assert [(each.key, each.choices, each.cells) for each in reading.questions] == [
        ("word:status:laufend", ("in_progress", "ongoing"), ("C2", "C3"))
    ]
    assert "status" not in reading.drafts[0].values
    answered = _understood(_sheet("Maßnahmen", *rows), word__status__laufend="ongoing")
    assert {each.values["status"] for each in answered.drafts} == {MeasureStatus.ONGOING}


def test_an_unknown_sector_can_be_ignored() -> None:
    sheet = _sheet("Bilanz", BALANCE, (2020, "davon Güterverkehr", 5), (2020, "Verkehr", 9))
    assert _understood(sheet).sheets[0].records == 2
    reading = _understood(sheet, **{"word__sector__davon güterverkehr": "ignore"})
    assert [each.values["sector"] for each in reading.drafts] == [Sector.VER]


def test_an_unknown_word_of_a_free_field_can_be_left_empty() -> None:
    sheet = _sheet("Maßnahmen", ("Nr.", "Titel", "Priorität"), ("1", "A", "4.17"))
    reading = _understood(sheet, **{"word__priority__4.17": "leave_empty"})
    assert (reading.drafts[0].values, reading.questions) == ({"number": "1", "title": "A"}, ())


@pytest.mark.parametrize(
    ("word", "state", "elsewhere"),
    [
        ("NO", CellState.NOT_OCCURRING, None),
        ("NE", CellState.NOT_ESTIMATED, None),
        ("IE (GHD)", CellState.INCLUDED_ELSEWHERE, Sector.GHD),
        ("vertraulich", CellState.CONFIDENTIAL, None),
    ],
)
def test_words_in_place_of_a_balance_value_are_states(
    word: str, state: CellState, elsewhere: Sector | None
) -> None:
    values = _understood(_sheet("Bilanz", BALANCE, (2020, "Industrie", word))).drafts[0].values
    assert (values["state"], values.get("is_included_in"), values["emissions_t"]) == (state, elsewhere, None)


def test_an_explicit_zero_is_a_value_and_an_empty_cell_is_none() -> None:
    reading = _understood(_sheet("Bilanz", BALANCE, (2020, "Industrie", 0), (2020, "Verkehr", None)))
    assert [each.values["emissions_t"] for each in reading.drafts] == [0.0]
    assert [(each.code, each.cell) for each in reading.findings] == [("row_without_value", "C3")]


def test_a_formula_without_value_is_an_error_and_an_error_cell_a_notice() -> None:
    problems = {(2, 3): FORMULA_WITHOUT_VALUE, (3, 3): "error:#DIV/0!"}
    rows: list[tuple[Value, ...]] = [BALANCE, (2020, "Industrie", None), (2021, "Industrie", None)]
    reading = _understood(Sheet("Bilanz", rows, problems=problems))
    assert [(each.code, each.cell) for each in reading.findings] == [
        ("formula_without_value", "C2"),
        ("error_value", "C3"),
        ("row_without_value", "C3"),
    ]


def test_percentages_are_shares_however_they_are_shown() -> None:
    headings = ("Ziel", "Zielgröße", "Zieljahr", "Minderung [%]")
    row = ("THG-Emissionen", 2030)
    rows: list[tuple[Value, ...]] = [headings, ("A", *row, 58), ("B", *row, 0.58), ("C", *row, "58 %")]
    reading = _understood(Sheet("Ziele", rows, number_formats={(3, 4): "0%"}))
    assert [each.values["reduction"] for each in reading.drafts] == [0.58, 0.58, 0.58]


def test_a_label_merged_over_rows_holds_for_each_of_them() -> None:
    rows: list[tuple[Value, ...]] = [BALANCE, (2020, "Verkehr", 5), (None, "Industrie", 6)]
    reading = _understood(Sheet("Bilanz", rows, merged=((2, 1, 3, 1),)))
    assert [each.values["year"] for each in reading.drafts] == [2020, 2020]


def test_dates_of_excel_and_of_people() -> None:
    headings = ("Nr.", "Datum", "Sachstand")
    days = (datetime(2024, 5, 1, 12, 0), date(2024, 5, 2), "2024-05-03", "04.05.2024")
    sheet = _sheet("Sachstand", headings, *(("M1", day, "läuft gut") for day in days))
    assert [each.values["date"].day for each in _understood(sheet).drafts] == [1, 2, 3, 4]


def test_the_same_row_twice_is_a_notice_and_another_value_an_error_with_both_cells() -> None:
    rows = ((2020, "Verkehr", 5), (2020, "Verkehr", 5), (2020, "Verkehr", 6))
    reading = _understood(_sheet("Bilanz", BALANCE, *rows))
    assert [(each.code, each.cell, each.details) for each in reading.findings] == [
        ("row_repeated", "A3", {"other_sheet": "Bilanz", "other_cell": "A2"}),
        ("duplicate_key", "A4", {"other_sheet": "Bilanz", "other_cell": "A2"}),
    ]


def test_hidden_sheets_rows_and_columns_are_read_and_said() -> None:
    rows = [BALANCE, (2019, "Verkehr", 5), (2020, "Verkehr", 6), (2021, "Verkehr", 7)]
    parts = {"hidden_rows": frozenset({2, 3, 9}), "hidden_columns": frozenset({2, 7})}
    reading = _understood(Sheet("Bilanz", rows, hidden=True, **parts))  # type: ignore[arg-type]
    assert len(reading.drafts) == 3
    assert [(each.code, each.cell, each.value) for each in reading.findings] == [
        ("hidden_sheet", None, None),
        ("hidden_rows", "A2", "2019"),
        ("hidden_columns", "B1", "Sektor"),
    ]
    assert [each.details.get("named") for each in reading.findings] == [None, "2–3", "B"]


def test_reported_values_of_years_to_come_are_a_warning() -> None:
    assert _codes(_understood(_sheet("Bilanz", BALANCE, (2030, "Verkehr", 5)))) == ["in_the_future"]


def test_effects_are_converted_by_their_own_unit() -> None:
    headings = ("Nr.", "Größe", "Jahr", "Geplant", "Einheit")
    reading = _understood(
        _sheet(
            "Wirkungen",
            headings,
            ("M1", "THG-Einsparung", 2030, 1.5, "kt"),
            ("M1", "Sonstiges", 2030, 3, "kWp"),
        )
    )
    assert [(each.values["planned"], each.values["unit"]) for each in reading.drafts] == [
        (1500.0, None),
        (3.0, "kWp"),
    ]


def test_milestones_and_grants_name_their_measure_apart() -> None:
    milestone = _sheet("Meilensteine", ("Nr.", "Maßnahme", "Meilenstein"), ("M1", "Solar", "Antrag gestellt"))
    grant = _sheet("Förderung", ("Programm", "Nr.", "Förderprogramm"), ("KSK", "M1", "Kommunalrichtlinie"))
    first, second = _understood(milestone, grant).drafts
    assert first.values == {"number": "M1", "measure_title": "Solar", "title": "Antrag gestellt"}
    assert second.values == {"measure_programme": "KSK", "number": "M1", "programme": "Kommunalrichtlinie"}


@pytest.mark.parametrize("text", ["120.000 €", "120,000 €", "120.000,00 €"])
def test_money_has_no_three_decimals(text: str) -> None:
    reading = _understood(_sheet("Maßnahmen", ("Nr.", "Titel", "Kosten"), ("M1", "Solar", text)))
    assert reading.questions == ()
    assert reading.drafts[0].values["cost_total"] == 12_000_000


def test_what_holds_for_the_whole_file_is_said_with_its_name() -> None:
    sheets = (_sheet("Bilanz", BALANCE, (2020, "Verkehr", 5)),)
    book = Workbook("w.xlsm", sheets, has_macros=True, notices=(Notice.MACROS_IGNORED,))
    (finding,) = understand(book, today=TODAY).findings
    assert (finding.code, finding.severity, finding.value) == ("macros_ignored", Severity.NOTICE, "w.xlsm")


def test_a_mistyped_year_in_a_date_is_an_error_of_its_cell() -> None:
    reading = _understood(_sheet("Maßnahmen", ("Nr.", "Titel", "Ende"), ("1", "Solar", "31.12.0202")))
    assert [(each.code, each.cell) for each in reading.findings] == [("date_out_of_range", "C2")]
