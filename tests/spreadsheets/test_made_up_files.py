"""Files nobody would think of: valid ones with bytes changed, known sheets with odd values in their cells.

Whatever they hold, they are refused for a known reason or read, and what was read is understood.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitoring.reports.cell_marks import marks
from monitoring.reports.check_summary import Checked, summary
from monitoring.services.checking import Options, compare
from monitoring.spreadsheets.formats import FORMATS
from monitoring.spreadsheets.limits import DETAILS, Unreadable
from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.understanding import understand
from monitoring.spreadsheets.workbook import Sheet, Value, Workbook
from monitoring.texts.words import words
from tests.services.stage import BALANCE, MEASURES, book
from tests.spreadsheets.archives import TABLE, ods
from tests.spreadsheets.marking.rich_workbook import parts, rich_workbook, with_parts

TODAY, NOW = date(2026, 1, 1), datetime(2026, 1, 1, tzinfo=UTC)
CELLS = "".join(f'<table:table-cell office:value-type="float" office:value="{n}"/>' for n in (2019, 2020, 5))
PIECES = [
    b"<", b">", b'"', b"&#0;", b"\x00", b"\xff", b"</c>", b"<row>", b"<!--", b"<![CDATA[", b"NaN", b"1e999",
    b"-1", b"0", b"1048577", b"4294967296", b"18446744073709551616", b"XFE1", b"A0", b't="s"', b't="e"',
]  # fmt: skip
ODD = [
    "", " ", "-", "k. A.", "ca. 5", "bis zu 7", "1.234", "1,5", "1.234.567,8", "5-7", "(12)", "3 kt", "12 %",
    "2019*", "Q1 2024", "31.02.2024", "Ende 2027", "ja", "HH", "Haushalte", "Strom", "Summe", "davon",
    "=1+1", "@x", "#DIV/0!", "NO", "in Umsetzung", "THG", "kt", "9" * 400, "1e999", "\u202e5", "²", "\x00",
    "M1", "1.1.1", "a;b", "Frau Müller 0251/12345", "7,3×10^−05", "Jahr", "Titel", "1990", "Einwohner",
]  # fmt: skip
LABELS = [
    "HH", "Haushalte Strom", "Verkehr", "Summe", "davon Flotte", "Anteil [%]", "Einwohner", "kWp Solar", "x",
]  # fmt: skip
# The same examples each time: a build fails for what changed in it.
quick = settings(deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))


@cache
def seed(name: str) -> bytes:
    """A valid file."""
    if name == "a.ods":
        return ods(TABLE.format(CELLS))
    if name == "a.csv":
        return 'Jahr;Sektor;THG [t]\n2019;HH;1.234,5\n2020;"Verkehr";84\n'.encode("cp1252")
    return (
        rich_workbook() if name == "rich.xlsx" else book({"Bilanz": BALANCE, "Maßnahmen": MEASURES}).content
    )


@st.composite
def changed_bytes(draw: st.DrawFn, content: bytes) -> bytes:
    """The content with some bytes dropped, doubled or replaced."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, max(0, len(content) - 1)))
        end = start + draw(st.sampled_from([0, 1, 2, 8, 40, 400]))
        piece = draw(st.sampled_from([b"", content[start:end] * 2, *PIECES]))
        content = content[:start] + piece + content[end:]
    return content


@st.composite
def changed_archives(draw: st.DrawFn, name: str) -> bytes:
    """A workbook in which the bytes of one part, or those of the archive, are changed."""
    content = seed(name)
    if draw(st.booleans()):
        named = [part for part in parts(content) if part.endswith((".xml", ".rels"))]
        part = draw(st.sampled_from(named))
        return with_parts(content, {part: draw(changed_bytes(parts(content)[part]))})
    return draw(changed_bytes(content))


def is_read_or_refused(name: str, content: bytes) -> None:
    """Reading gives a workbook that can be understood, or one of the known reasons with its details."""
    found = read_or_refusal(name, content)
    if isinstance(found, Unreadable):
        assert set(found.details) == set(DETAILS[found.code])
    else:
        assert any(sheet.rows for sheet in found.sheets)
        understand(found, today=TODAY)


def read_or_refusal(name: str, content: bytes) -> Workbook | Unreadable:
    """The workbook, or why there is none; whatever else is raised is a bug."""
    try:
        return read(name, content)
    except Unreadable as refusal:
        return refusal


@pytest.mark.parametrize("name", ["a.xlsx", "rich.xlsx", "a.ods"])
@settings(quick, max_examples=15)
@given(st.data())
def test_changed_workbooks_are_read_or_refused(name: str, data: st.DataObject) -> None:
    is_read_or_refused(name, data.draw(changed_archives(name)))


@settings(quick, max_examples=200)
@given(
    st.one_of(changed_bytes(seed("a.csv")), st.binary(max_size=200), st.text(max_size=200).map(str.encode))
)
def test_changed_text_tables_are_read_or_refused(content: bytes) -> None:
    is_read_or_refused("a.csv", content)


VALUES: st.SearchStrategy[Value] = st.one_of(
    st.sampled_from(ODD),
    st.none(),
    st.integers(-(10**18), 10**18),
    st.integers(1985, 2060),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.text(max_size=12),
)
Row = tuple[Value, ...]


@st.composite
def known_sheets(draw: st.DrawFn) -> list[Row]:
    """A sheet with the headings of a kind we know, and odd values below."""
    headings = draw(st.sampled_from([[column.heading for column in each.columns] for each in FORMATS]))
    headings = draw(st.permutations(headings))[: draw(st.integers(1, len(headings)))]
    return [tuple(headings), *draw(st.lists(st.tuples(*[VALUES] * len(headings)), max_size=6))]


@st.composite
def tables(draw: st.DrawFn) -> list[Row]:
    """A table with years above and sectors or carriers at the side."""
    width = draw(st.integers(1, 6))
    said = draw(st.sampled_from(["THG-Emissionen in t", "Bilanz", "Endenergie [MWh]"]))
    title: Row = (said, *[None] * width)
    lines = draw(st.lists(st.tuples(st.sampled_from(LABELS), *[VALUES] * width), min_size=1, max_size=8))
    return [title, ("", *range(2010, 2010 + width)), *lines]


def any_rows(draw_width: int) -> st.SearchStrategy[list[Row]]:
    """Odd values in no order at all."""
    return st.lists(st.tuples(*[VALUES] * draw_width), min_size=1, max_size=8)


@settings(quick, max_examples=120)
@given(
    st.one_of(known_sheets(), tables(), st.integers(1, 7).flatmap(any_rows)),
    st.sampled_from([None, ",", ";"]),
    st.randoms(use_true_random=False),
)
def test_odd_values_are_understood_asked_about_or_reported(
    rows: list[Row], delimiter: str | None, random: Random
) -> None:
    workbook = Workbook("a.xlsx", (Sheet("Blatt", rows),), delimiter=delimiter)
    answers: dict[str, str] = {}
    for _ in range(2):
        found = understand(workbook, today=TODAY, answers=answers)
        check = compare(["a.xlsx"], [found], {}, (), Options(answers=answers), TODAY)
        marks(check.findings, check.questions, words("de"))
        summary(Checked("a", check.findings, check.questions, NOW, ["Blatt"]), [], words("en"))
        answers = {each.key: random.choice(each.choices) for each in check.questions if each.choices}
