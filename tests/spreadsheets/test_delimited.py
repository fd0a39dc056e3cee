"""Text tables: encoding, delimiter and cells."""

from __future__ import annotations

import pytest

from monitoring.spreadsheets.delimited import find_delimiter
from monitoring.spreadsheets.limits import LIMITS, Unreadable
from monitoring.spreadsheets.reading import read

TEXT = "Jahr;Wärme\n2019;1,5"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings_of_towns(encoding: str) -> None:
    workbook = read("bilanz.csv", TEXT.encode(encoding))
    assert workbook.sheets[0].rows == [("Jahr", "Wärme"), ("2019", "1,5")]
    assert (workbook.sheets[0].name, workbook.delimiter) == ("bilanz", ";")


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("Jahr;Strom;Gas\n2019;1,5;2,5\n2020;1,6;2,6\n", ";"),
        ("1,5;2,5\n1,6;2,6\n1,7;2,7\n", ";"),
        ("Jahr\tWert\n2019\t1,5\n2020\t1,6\n", "\t"),
        ("year,sector,co2\n2019,Gewerbe; Handel; Dienstleistungen,5\n2020,Verkehr,6\n", ","),
        ('year,note\n2019,"a;b;c"\n2020,"d;e;f"\n', ","),
        ("Bilanz der Stadt, Stand 2020\n\nJahr;Wert\n2019;1,5\n", ";"),
        ("Titel\n2019\n2020\n", None),
    ],
)
def test_the_delimiter_is_what_cuts_most_lines_alike(text: str, delimiter: str | None) -> None:
    assert find_delimiter(text) == delimiter


def test_declared_delimiter_is_taken_and_its_line_not_counted() -> None:
    workbook = read("a.csv", b"sep=,\r\nJahr,Wert\r\n2019,1.5\r\n")
    assert workbook.delimiter == ","
    assert workbook.sheets[0].rows[0] == ("Jahr", "Wert")


def test_ragged_rows_are_padded_and_no_number_is_guessed() -> None:
    rows = read("a.csv", b"a;b;c\n1.953\n01.03.2024;;x;;\n\n\n").sheets[0].rows
    assert rows == [("a", "b", "c"), ("1.953", None, None), ("01.03.2024", None, "x")]


def test_blank_lines_keep_the_row_numbers() -> None:
    sheet = read("a.csv", b"Titel\n\nJahr;Wert\n2019;1\n").sheets[0]
    assert sheet.value(4, 1) == "2019"
    assert sheet.cell(4, 2).address == "B4"


def test_line_breaks_inside_quotes_belong_to_the_cell() -> None:
    assert read("a.csv", b'a;"x\ny"\n1;2\n').sheets[0].rows == [("a", "x\ny"), ("1", "2")]


def test_a_quotation_mark_inside_a_cell_is_only_a_sign() -> None:
    assert read("a.csv", b'Rohr;5" dick\n1;2\n').sheets[0].rows == [("Rohr", '5" dick'), ("1", "2")]


def test_a_text_table_may_begin_like_an_archive() -> None:
    assert read("a.csv", b"PKW;2019\nBestand;5\n").sheets[0].rows[0] == ("PKW", "2019")


def test_text_in_no_known_encoding_is_refused() -> None:
    with pytest.raises(Unreadable, match="not_a_spreadsheet"):
        read("a.csv", b"Jahr;W\x81rme\n2019;\x8d\xff", LIMITS)
