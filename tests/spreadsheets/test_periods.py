"""Periods of measures in words: the days they name are read, the text stays."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from monitoring.domain.measure import IntroductionPeriod
from monitoring.spreadsheets.workbook import Sheet, Value
from tests.spreadsheets.written_tables import Rows, read_tables, said


def _measure(period: Value, **more: Value) -> dict[str, Any]:
    rows: Rows = [
        ("Nr.", "Maßnahme", "Zeitraum", *more),
        ("E1", "Wärmeplan", period, *more.values()),
    ]
    reading = read_tables([Sheet("Tabelle1", rows)])
    assert (said(reading), reading.questions) == ([], ())
    return dict(reading.drafts[0].values)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024-2026", date(2024, 1, 1), date(2026, 12, 31)),
        ("Q3/25", date(2025, 7, 1), date(2025, 9, 30)),
        ("Jan. 2024 bis Okt. 2025", date(2024, 1, 1), date(2025, 10, 31)),
        ("ab 2025", date(2025, 1, 1), None),
        ("2024 - laufend", date(2024, 1, 1), None),
        ("bis Ende 2027", None, date(2027, 12, 31)),
        ("laufend", None, None),
    ],
)
def test_days_are_read_out_of_a_period(text: str, start: date | None, end: date | None) -> None:
    found = _measure(text)
    assert (found.get("start"), found.get("end"), found["period_text"]) == (start, end, text)


def test_a_term_says_when_a_measure_is_introduced() -> None:
    found = _measure("kurzfristig (2024/25)")
    assert found["introduction"] is IntroductionPeriod.SHORT
    assert (found["start"], found["end"]) == (date(2024, 1, 1), date(2025, 12, 31))


def test_columns_of_days_say_more_than_the_period() -> None:
    found = _measure("2024-2026", Beginn=date(2025, 3, 1), Ende=None)
    assert (found["start"], found["end"]) == (date(2025, 3, 1), None)


def test_a_card_names_a_period_too() -> None:
    rows: Rows = [
        ("Maßnahmenblatt", "E1"), ("Titel", "Wärmeplan"), ("Beschreibung", "Ein Plan."),
        ("Verantwortlich", "Amt 1"), ("Status", "in Umsetzung"), ("Laufzeit", "2024 – 2027"),
    ]  # fmt: skip
    found = read_tables([Sheet("E1", rows)]).drafts[0]
    assert (found.values["start"], found.values["end"]) == (date(2024, 1, 1), date(2027, 12, 31))
    assert found.origins["end"].cell == "B6"


def test_counts_below_a_list_are_no_measures() -> None:
    rows: Rows = [
        ("Nr.", "Maßnahme", "Status"), ("E1", "Wärmeplan", "umgesetzt"), ("E2", "Photovoltaik", "umgesetzt"),
        (None, None, None), ("Anzahl Maßnahmen:", 2, None), ("davon umgesetzt", 2, None),
        ("Stand: 31.12.2024", None, None),
    ]  # fmt: skip
    reading = read_tables([Sheet("Tabelle1", rows)])
    assert [each.values["number"] for each in reading.drafts] == ["E1", "E2"]
    assert {code for code, *_ in said(reading)} == {"row_left_out"}
