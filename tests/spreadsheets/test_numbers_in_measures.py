"""Numbers in measures that are not exact: kept as words, said, and never asked about."""

from __future__ import annotations

from datetime import date

from monitoring.domain.finding import LONGEST_VALUE, notice
from monitoring.spreadsheets.understanding import Reading, understand
from monitoring.spreadsheets.workbook import Sheet, Workbook

HEADINGS = ("Nr.", "Titel", "THG-Einsparung [t/a]")


def _read(*savings: str) -> Reading:
    rows = [(f"M{number}", f"Maßnahme {number}", text) for number, text in enumerate(savings, 1)]
    book = Workbook("w.xlsx", (Sheet("Maßnahmen", [HEADINGS, *rows]),))
    return understand(book, today=date(2026, 11, 22))


def test_about_is_kept_as_words_and_said_once() -> None:
    reading = _read("ca. 120", "rd. 1.500", "100-200")
    (finding,) = reading.findings
    assert (finding.code, finding.cell, finding.details["cells"]) == (
        "number_kept_as_text", "C2", ("C2", "C3", "C4")
    )  # fmt: skip
    assert reading.questions == ()
    assert [(each.values["savings_t"], each.values["savings_text"]) for each in reading.drafts] == [
        (None, "ca. 120"), (None, "rd. 1.500"), (None, "100-200")
    ]  # fmt: skip


def test_a_long_value_is_cut_in_a_finding() -> None:
    finding = notice("not_a_number", value="x" * 1000)
    assert finding.value == "x" * LONGEST_VALUE + "…"
