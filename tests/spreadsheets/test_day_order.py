"""Dates with strokes: what comes first, as the other dates of the sheet tell; else it is asked."""

from __future__ import annotations

from datetime import date

import pytest

from monitoring.spreadsheets.dates import period_of_value
from monitoring.spreadsheets.understanding import Reading
from monitoring.spreadsheets.workbook import Sheet, Value
from tests.spreadsheets.written_tables import Rows, read_tables, said


def _measures(*days: tuple[Value, Value], **options: dict[str, str]) -> Reading:
    rows: Rows = [("Nr.", "Titel", "Beginn", "Ende")]
    rows += [(str(at), f"Maßnahme {at}", *each) for at, each in enumerate(days, 1)]
    return read_tables([Sheet("Maßnahmen", rows)], **options)


def _days(reading: Reading) -> list[tuple[date | None, date | None]]:
    return [(each.values.get("start"), each.values.get("end")) for each in reading.drafts]


@pytest.mark.parametrize("text", ["31/03/2025", "03/31/2025", "2025/03/31", "31-03-2025", "31/3/2025 00:00"])
def test_a_date_that_can_be_read_in_one_way_is_read(text: str) -> None:
    assert period_of_value(text) == (date(2025, 3, 31), date(2025, 3, 31))


@pytest.mark.parametrize("text", ["03/04/2025", "32/13/2025", "30/02/2025", "31/03", "1/2/3"])
def test_a_date_that_may_be_two_or_none_is_none(text: str) -> None:
    assert period_of_value(text) is None


def test_the_other_dates_of_the_sheet_tell_what_comes_first() -> None:
    reading = _measures(("03/04/2025", "31/12/2026"), ("05/06/2025", None))
    assert _days(reading) == [(date(2025, 4, 3), date(2026, 12, 31)), (date(2025, 6, 5), None)]
    assert (said(reading), reading.questions) == ([], ())
    american = _measures(("03/04/2025", "12/31/2026"))
    assert _days(american) == [(date(2025, 3, 4), date(2026, 12, 31))]


@pytest.mark.parametrize(("answer", "start"), [("day_first", (2025, 4, 3)), ("month_first", (2025, 3, 4))])
def test_where_no_date_tells_it_is_asked_once(answer: str, start: tuple[int, int, int]) -> None:
    days = ("03/04/2025", "05/06/2026")
    asked = _measures(days, days)
    (question,) = asked.questions
    assert (question.key, question.code, question.choices) == (
        "dates:massnahmen",
        "date_order",
        ("day_first", "month_first"),
    )
    assert _days(asked) == [(None, None), (None, None)]
    reading = _measures(days, answers={"dates:massnahmen": answer})
    assert (_days(reading)[0][0], reading.questions) == (date(*start), ())


def test_dates_that_tell_both_leave_the_question() -> None:
    assert [
        each.code for each in _measures(("03/04/2025", "31/12/2026"), (None, "12/31/2026")).questions
    ] == ["date_order"]


def test_the_same_day_and_month_is_no_question() -> None:
    assert _days(_measures(("05/05/2025", None))) == [(date(2025, 5, 5), None)]


def test_the_year_of_a_date_is_certain_in_any_order() -> None:
    rows: Rows = [("Jahr", "Einwohner"), ("01/02/2019", 100), ("31/12/2020", 101)]
    reading = read_tables([Sheet("Einwohner", rows)])
    assert [each.values["year"] for each in reading.drafts] == [2019, 2020]
    table: Rows = [("Stichtag", "Haushalte", "Verkehr"), ("31/12/2019", 1.5, 2.5), ("31/12/2020", 1.4, 2.4)]
    found = read_tables([Sheet("Endenergie [MWh]", table)])
    assert {each.values["year"] for each in found.drafts} == {2019, 2020}
