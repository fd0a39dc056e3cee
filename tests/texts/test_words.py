"""Numbers, dates, amounts and lists as people write them in German and English."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from monitoring.domain.measure import MeasureStatus
from monitoring.texts.words import words

DE, EN = words("de"), words("en")


@pytest.mark.parametrize(
    ("value", "digits", "german", "english"),
    [
        (1234.5, 1, "1.234,5", "1,234.5"),
        (1234567, None, "1.234.567", "1,234,567"),
        (253_417.4, None, "253.417", "253,417"),
        (12.345, None, "12,3", "12.3"),
        (1.0, None, "1", "1"),
        (0.01234, None, "0,0123", "0.0123"),
        (-5.25, 1, "−5,3", "−5.3"),
        (-0.001, 1, "0,0", "0.0"),
        (0, None, "0", "0"),
        (2.5, 0, "3", "3"),
        (None, 2, "–", "–"),
    ],
)
def test_numbers(value: float | None, digits: int | None, german: str, english: str) -> None:
    assert (DE.number(value, digits), EN.number(value, digits)) == (german, english)


@pytest.mark.parametrize(
    ("share", "digits", "german", "english"),
    [
        (0.12, 0, "12\u00a0%", "12%"),
        (0.4305, 2, "43,05\u00a0%", "43.05%"),
        (-0.004, 0, "0\u00a0%", "0%"),
        (-0.05, 0, "−5\u00a0%", "−5%"),
        (1.2, 0, "120\u00a0%", "120%"),
        (None, 0, "–", "–"),
    ],
)
def test_percentages(share: float | None, digits: int, german: str, english: str) -> None:
    assert (DE.percent(share, digits), EN.percent(share, digits)) == (german, english)


@pytest.mark.parametrize(
    ("t", "german", "english"),
    [
        (0.0, "0\u00a0t", "0\u00a0t"),
        (5.214, "5,21\u00a0t", "5.21\u00a0t"),
        (253_000.0, "253.000\u00a0t", "253,000\u00a0t"),
        (1_586_900.0, "1,587\u00a0Mio.\u00a0t", "1.587\u00a0million\u00a0t"),
        (-12_000.0, "−12.000\u00a0t", "−12,000\u00a0t"),
        (None, "–", "–"),
    ],
)
def test_tonnes(t: float | None, german: str, english: str) -> None:
    assert (DE.tonnes(t), EN.tonnes(t)) == (german, english)


@pytest.mark.parametrize(
    ("mwh", "german"),
    [(950.0, "950\u00a0MWh"), (12_340.0, "12,3\u00a0GWh"), (2_345_678.0, "2.346\u00a0GWh"), (None, "–")],
)
def test_energy(mwh: float | None, german: str) -> None:
    assert DE.energy(mwh) == german


@pytest.mark.parametrize(
    ("cents", "german"),
    [
        (2_000_000, "20.000\u00a0€"),
        (1999, "19,99\u00a0€"),
        (0, "0\u00a0€"),
        (-150, "−1,50\u00a0€"),
        (None, "–"),
    ],
)
def test_money(cents: int | None, german: str) -> None:
    assert DE.money(cents) == german


def test_dates() -> None:
    assert (DE.date(date(2024, 3, 1)), EN.date(date(2024, 3, 1))) == ("01.03.2024", "1 Mar 2024")
    assert DE.date(None) == "–"


def test_points_in_time_are_shown_in_berlin() -> None:
    summer_evening = datetime(2024, 6, 30, 22, 5, tzinfo=UTC)
    assert DE.datetime(summer_evening) == "01.07.2024, 00:05 Uhr"
    assert EN.datetime(summer_evening) == "1 Jul 2024, 00:05"
    assert DE.date(summer_evening) == "01.07.2024"


def test_point_in_time_needs_its_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        DE.datetime(datetime(2024, 6, 30, 22, 5))


def test_lists() -> None:
    assert (DE.list([]), DE.list(["a"]), DE.list(["a", "b"])) == ("", "a", "a und b")
    assert EN.list(["a", "b", "c"]) == "a, b and c"


def test_plural() -> None:
    texts = [DE.plural("page.measures.found", n) for n in (0, 1, 2, 1200)]
    none = "Keine Maßnahme passt zu dieser Auswahl."
    assert texts == [none, "1 Maßnahme", "2 Maßnahmen", "1.200 Maßnahmen"]


def test_years_stay_whole_and_other_numbers_are_written_out() -> None:
    assert DE("note.method_break", year=2019).startswith("Vor und nach 2019 ")
    assert DE("finding.total_differs", year=2019, total=1234.5, parts=1200.0).count("1.23") == 1


def test_labels_and_meanings() -> None:
    assert DE.label(MeasureStatus.ONGOING) == "Daueraufgabe"
    assert EN.label(None) == "–"
    assert "fest" in DE.meaning(MeasureStatus.ONGOING)


def test_missing_key_and_missing_value_are_errors() -> None:
    with pytest.raises(KeyError):
        DE("no.such.key")
    with pytest.raises(KeyError):
        DE("note.method_break")
