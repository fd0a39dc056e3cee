"""Tables that nobody thought of: each value is stored as written, asked about, or refused."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.understanding import Reading, understand
from monitoring.spreadsheets.workbook import Sheet, Value, Workbook
from tests.spreadsheets.known_layouts import FLAT
from tests.spreadsheets.written_tables import CARRIERS, SECTORS, TODAY, UNITS, Known, Layout, stored

ONE_SHEET = sorted(FLAT.keys() - {"one_sheet_per_series", "one_sheet_per_year", "year_in_a_line_above"})
TEXT_FILES = [(";", "cp1252"), (";", "utf-8-sig"), (",", "utf-8"), ("\t", "latin-1")]


@st.composite
def tables(draw: st.DrawFn) -> Known:
    """Energy by year, sector and carrier; with the total of each year or without."""
    years = draw(st.lists(st.integers(1990, 2025), min_size=2, max_size=5, unique=True).map(sorted))
    sectors = draw(st.lists(st.sampled_from(list(SECTORS)), min_size=2, max_size=3, unique=True))
    carriers = draw(st.sampled_from([["all"], list(CARRIERS)]))
    amounts = st.one_of(st.integers(1, 5_000_000).map(float), st.floats(0.5, 5e6).map(lambda x: round(x, 2)))
    known = {
        (year, sector, carrier): draw(amounts) for year in years for sector in sectors for carrier in carriers
    }
    if draw(st.booleans()):
        known |= {
            (year, "SUM", "all"): round(sum(v for k, v in known.items() if k[0] == year), 2) for year in years
        }
    return known


@st.composite
def styles(draw: st.DrawFn) -> Callable[[float], Value]:
    """Numbers as cells, or as texts with more or fewer decimals, with and without thousands."""
    kind, grouped = draw(st.sampled_from(["number", "german", "english"])), draw(st.booleans())

    def write(value: float) -> Value:
        if kind == "number":
            return value
        text = f"{value:,.8f}" if grouped else f"{value:.8f}"
        text = text.rstrip("0").rstrip(".")
        return text.translate(str.maketrans(",.", ".,")) if kind == "german" else text

    write.__name__ = f"{kind}{'_grouped' if grouped else ''}"
    return write


Rows = list[tuple[Value, ...]]


def _titled(rows: Rows) -> Rows:
    return [("Klimaschutzbericht Musterstadt", *[None] * (len(rows[0]) - 1)), (None,) * len(rows[0]), *rows]


def _shifted(rows: Rows) -> Rows:
    return [(None,) * (len(rows[0]) + 1), *((None, *row) for row in rows)]


def _with_footnote(rows: Rows) -> Rows:
    rest = [None] * (len(rows[0]) - 1)
    return [*rows, (None, *rest), ("Quelle: Netzbetreiber, Stand 03.05.2024", *rest), ("* vorläufig", *rest)]


AROUND = {"titled": _titled, "shifted": _shifted, "footnote": _with_footnote}


def _surrounded(sheet: Sheet, around: list[str]) -> Sheet:
    """The sheet with a title, an empty margin or footnotes; merged ranges stay where they are."""
    rows = sheet.rows
    for name in around if not sheet.merged else ():
        rows = AROUND[name](rows)
    return Sheet(sheet.name, rows, merged=sheet.merged)


def _csv(sheet: Sheet, delimiter: str, encoding: str) -> Workbook:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(sheet.rows)
    return read(f"{sheet.name}.csv", text.getvalue().encode(encoding))


def _is_right_asked_or_refused(reading: Reading, expected: Known) -> None:
    found = stored(reading)
    is_style_asked = any(each.code == "number_style" for each in reading.questions)
    wrong = {
        key: (value, expected.get(key))
        for key, value in found.items()
        if abs(value - expected.get(key, -1)) > 1e-6 * abs(value)
    }
    assert not wrong or is_style_asked
    if found.keys() != expected.keys():
        assert reading.questions or reading.findings


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(
    known=tables(),
    layout=st.sampled_from(sorted(FLAT)),
    unit=st.sampled_from(sorted(UNITS)),
    write=styles(),
    heading=st.sampled_from(["plain", "text", "worded"]),
    is_descending=st.booleans(),
    around=st.lists(st.sampled_from(sorted(AROUND)), max_size=2, unique=True),
)
def test_workbooks(
    known: Known,
    layout: str,
    unit: str,
    write: Callable[[float], Value],
    heading: str,
    is_descending: bool,
    around: list[str],
) -> None:
    years = sorted({year for year, *_ in known}, reverse=is_descending)
    written = FLAT[layout](Layout(known, unit, write, heading, years))
    sheets = [_surrounded(each, around) for each in written]
    _is_right_asked_or_refused(understand(Workbook("w.xlsx", tuple(sheets)), today=TODAY), known)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(
    known=tables(),
    layout=st.sampled_from(ONE_SHEET),
    unit=st.sampled_from(sorted(UNITS)),
    write=styles(),
    file=st.sampled_from(TEXT_FILES),
)
def test_text_files(
    known: Known, layout: str, unit: str, write: Callable[[float], Value], file: tuple[str, str]
) -> None:
    if file[0] == "," and write.__name__.startswith("german"):
        return
    years = sorted({year for year, *_ in known})
    sheet = FLAT[layout](Layout(known, unit, write, "plain", years))[0]
    _is_right_asked_or_refused(understand(_csv(sheet, *file), today=TODAY), known)
