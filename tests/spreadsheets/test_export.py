"""What is exported comes back the same."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from monitoring.domain.draft import Draft
from monitoring.domain.kinds import KINDS, SHEET_TYPES
from monitoring.domain.measure import Measure
from monitoring.domain.measure_reference import PARTS, reference_field
from monitoring.domain.record import Record
from monitoring.spreadsheets.export import export
from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.understanding import Reading, understand
from tests.spreadsheets.filled_records import filled_record, sparse_record

TODAY = date(2026, 11, 22)


def _read_again(records: dict[str, list[Record]]) -> Reading:
    return understand(read("export.xlsx", export(records, "Musterstadt")), today=TODAY)


def _record(draft: Draft) -> Record:
    """The record a draft makes on its own, its measure named by the permanent id."""
    values = dict(draft.values)
    if draft.kind != "measures" and "measure" in KINDS[draft.kind].model_fields:
        named = {part: values.pop(reference_field(draft.kind, part), None) for part in PARTS}
        if named["id"] is not None:
            values["measure"] = named["id"]
    return KINDS[draft.kind].model_validate(values)


@pytest.mark.parametrize("make", [filled_record, sparse_record])
@pytest.mark.parametrize("record_type", SHEET_TYPES, ids=lambda each: each.KIND)
def test_every_field_comes_back(record_type: type[Record], make: object) -> None:
    assert callable(make)
    record = make(record_type)
    records = {Measure.KIND: [filled_record(Measure)], record.KIND: [record]}
    reading = _read_again(records)
    assert [each for each in reading.findings if each.code != "in_the_future"] == []
    assert reading.questions == ()
    assert [_record(each) for each in reading.drafts if each.kind == record.KIND] == [record]


def test_nothing_is_left_out_of_a_filled_record() -> None:
    for record_type in SHEET_TYPES:
        record = filled_record(record_type)
        assert all(getattr(record, name) not in (None, ()) for name in record_type.model_fields)


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-", "–a", "@x", "'quoted", "#1", "1.234", "01.02.2024"])
def test_text_stays_text(text: str) -> None:
    measure = Measure(id="M1", programme="P", title="T " + text, description=text)
    book = openpyxl.load_workbook(BytesIO(export({"measures": [measure]}, "Musterstadt")))
    sheet = book["Maßnahmen"]
    headings = [cell.value for cell in sheet[1]]
    cell = sheet.cell(2, headings.index("Beschreibung") + 1)
    assert (cell.value, cell.data_type) == (text, "s")


def test_internal_columns_can_be_left_out() -> None:
    book = openpyxl.load_workbook(
        BytesIO(export({"measures": [filled_record(Measure)]}, "Musterstadt", shows_internal=False))
    )
    headings = [cell.value for cell in book["Maßnahmen"][1]]
    assert "Interne Notiz" not in headings
    assert "Titel" in headings


def test_rows_name_their_measure_for_people_too() -> None:
    measure = filled_record(Measure)
    report = sparse_record(KINDS["status_reports"])
    reading = _read_again({"measures": [measure], "status_reports": [report]})
    draft = next(each for each in reading.drafts if each.kind == "status_reports")
    assert draft.values["id"] == "M1-warm"
    assert draft.values["number"] == measure.model_dump()["number"]


def test_control_characters_do_not_make_an_export_unreadable() -> None:
    measure = Measure(id="M1", programme="P", title="So\x00lar\x0b", goal="Eins\r\nZwei\ufffe")
    once = [_record(each) for each in _read_again({Measure.KIND: [measure]}).drafts]
    assert once == [measure]
    assert [_record(each) for each in _read_again({Measure.KIND: once}).drafts] == once
