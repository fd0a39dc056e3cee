"""Numbers as towns write them."""

from __future__ import annotations

from datetime import date

import pytest

from monitoring.spreadsheets.missing_words import Absence
from monitoring.spreadsheets.numbers import Number, NumberStyle, column_style, read_cell, read_number
from monitoring.spreadsheets.units import Dimension
from monitoring.spreadsheets.workbook import Cell

GERMAN, ENGLISH = NumberStyle.GERMAN, NumberStyle.ENGLISH


def number(text: str, style: NumberStyle = GERMAN) -> Number:
    found = read_number(text, style)
    assert isinstance(found, Number), text
    assert found.text == text
    return found


@pytest.mark.parametrize("style", NumberStyle)
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234.567,8", 1234567.8),
        ("1,234,567.8", 1234567.8),
        ("1 234,5", 1234.5),
        ("1\u00a0234\u00a0567", 1234567),
        ("1\u202f234,5", 1234.5),
        ("1\u2009234,5", 1234.5),
        ("1'234.5", 1234.5),
        ("1’234’567", 1234567),
        ("0.123", 0.123),
        ("0,123", 0.123),
        ("1234.567", 1234.567),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("−5", -5),
        ("–5,3", -5.3),
        ("- 5", -5),
        ("+3", 3),
        ("7,33347×10^−05", 7.33347e-05),
        ("7,3·10⁻⁵", 7.3e-05),
        ("1,5E+03", 1500),
        ("12*", 12),
        ("12 **", 12),
        ("12 1)", 12),
        ("12²", 12),
        (" 1953\u00a0", 1953),
    ],
)
def test_numbers_that_can_be_read_in_one_way(text: str, value: float, style: NumberStyle) -> None:
    assert number(text, style).value == value
    assert not number(text, style).ambiguous


@pytest.mark.parametrize(("text", "german", "english"), [("1.953", 1953, 1.953), ("1,953", 1.953, 1953)])
def test_three_digits_after_one_separator_are_ambiguous(text: str, german: float, english: float) -> None:
    assert (number(text).value, number(text, ENGLISH).value) == (german, english)
    assert number(text).ambiguous


@pytest.mark.parametrize(
    "text",
    [
        *("hoch", "01.03.2024", "2023/2024", "1.2.3", "1,23,4", "12 34", "mittel- bis langfristig", "1.234,"),
        *("500 t CO2 in 2030", "siehe Kap. 3.1", "9" * 400, "1e999", "x" * 30_000, " " * 30_000 + "x"),
    ],
)
def test_prose_dates_and_nonsense_are_no_numbers(text: str) -> None:
    assert read_number(text, GERMAN) is None


def test_ranges_and_bounds_keep_minimum_and_maximum() -> None:
    for text in ("100-200", "100 – 200 t", "100 bis 200", "ca. 100 bis 200"):
        assert (number(text).minimum, number(text).maximum, number(text).value) == (100, 200, None)
    assert (number("bis zu 300").minimum, number("bis zu 300").maximum) == (None, 300)
    assert (number("mind. 300").minimum, number("< 5").maximum) == (300, 5)
    assert number("5-10 Jahre").rest == "Jahre"


def test_approximate_numbers_and_units_after_them() -> None:
    found = number("ca. 20.000 € einmalig")
    assert (found.value, found.approximate, found.rest, found.unit) == (20000, True, "€ einmalig", None)
    tonnes = number("rd. 1.200 t CO₂-Äq/a").unit
    assert tonnes is not None
    assert (tonnes.dimension, tonnes.per_year) == (Dimension.EMISSIONS, True)
    assert number("12,5 Mio. €").unit is not None


def test_parentheses_are_not_a_minus() -> None:
    assert (number("(12,5)").value, number("(12,5)").memo) == (12.5, True)


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (
            ("", " ", "-", "–", "/", "k. A.", "k.A.", "keine Angabe", "n. v.", "n. b.", "n.a.", "x", "X"),
            "missing",
        ),
        (("offen", "unbekannt", "#NV", "#DIV/0!", "#BEZUG!", "#WERT!", "k. A.*"), "missing"),
        (("nicht quantifizierbar", "Nicht  quantifizierbar"), "not_quantifiable"),
        (("NO", "kommt nicht vor"), "not_occurring"),
        (("NE", "nicht erhoben"), "not_estimated"),
        (("IE", "IE (GHD)", "enthalten in GHD"), "included_elsewhere"),
        (("C", "vertraulich"), "confidential"),
    ],
)
def test_the_kinds_of_missing_stay_apart(texts: tuple[str, ...], kind: str) -> None:
    for text in texts:
        assert read_number(text, GERMAN) is Absence(kind), text


def test_small_letters_are_no_notation_keys_and_zero_is_a_number() -> None:
    assert read_number("no", GERMAN) is None
    assert read_number("c", GERMAN) is None
    assert number("0").value == 0


@pytest.mark.parametrize(
    ("values", "delimiter", "style", "assumed"),
    [
        (["1.953", "171", "4552"], None, GERMAN, True),
        (["1.953", "1.234.567"], None, GERMAN, False),
        (["1.953", "12.5"], None, ENGLISH, False),
        (["1,953", "12,5"], ";", GERMAN, False),
        (["131.717", "61.622"], ",", ENGLISH, False),
        (["131.717", "12,5"], ",", GERMAN, False),
        (["1.953", "12,5", "12.5"], None, GERMAN, True),
        (["12", 5.0, None, "hoch"], None, GERMAN, False),
        (["siehe Kap. 3.1", "1.953", "01.03.2024"], None, GERMAN, True),
        ([], None, GERMAN, False),
    ],
)
def test_the_style_is_decided_by_the_column(
    values: list[object], delimiter: str | None, style: NumberStyle, assumed: bool
) -> None:
    assert column_style(values, delimiter) == (style, assumed)


def test_numeric_cells_are_taken_as_they_are_percentages_as_shown() -> None:
    percent = read_cell(Cell(0.58, 1, 1, number_format="0.0%"), GERMAN)
    assert isinstance(percent, Number)
    assert percent.unit is not None
    assert (percent.value, percent.unit.to_base(58)) == (58, 0.58)
    kilotonnes = read_cell(Cell(5, 1, 1, number_format='#,##0 "kt"'), GERMAN)
    assert isinstance(kilotonnes, Number)
    assert kilotonnes.rest == "kt"
    assert read_cell(Cell(1.953, 1, 1), GERMAN) == Number(1.953, "1.953")


def test_problems_are_missing_and_dates_and_truth_values_no_numbers() -> None:
    assert read_cell(Cell(None, 1, 1, problem="error:#DIV/0!"), GERMAN) is Absence.MISSING
    assert read_cell(Cell(date(2024, 1, 1), 1, 1), GERMAN) is None
    assert read_cell(Cell(True, 1, 1), GERMAN) is None
