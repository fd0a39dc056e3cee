"""The descriptions: every stored field has a column, every vocabulary knows its enumeration."""

from __future__ import annotations

import pytest

from monitoring.domain.kinds import SHEET_TYPES
from monitoring.domain.measure_reference import PARTS, reference_field
from monitoring.spreadsheets.column import SheetFormat
from monitoring.spreadsheets.fields import enumeration
from monitoring.spreadsheets.formats import FORMATS
from monitoring.spreadsheets.headings import matched_columns
from monitoring.spreadsheets.vocabulary import code_of, codes_of, word_lists, word_of

every_format = pytest.mark.parametrize("sheet_format", FORMATS, ids=lambda each: each.kind)


def test_every_kind_has_its_sheet() -> None:
    assert [each.kind for each in FORMATS] == [each.KIND for each in SHEET_TYPES]
    assert len({each.title for each in FORMATS}) == len(FORMATS)


@every_format
def test_every_stored_field_has_a_column(sheet_format: SheetFormat) -> None:
    stored = set(sheet_format.record_type.model_fields)
    if "measure" in stored:
        stored = stored - {"measure"} | {reference_field(sheet_format.kind, part) for part in PARTS}
    assert {column.field for column in sheet_format.stored_columns} == stored


@every_format
def test_every_canonical_heading_means_its_column(sheet_format: SheetFormat) -> None:
    headings: list[str | None] = [f" {column.heading.upper()}* " for column in sheet_format.columns]
    found = matched_columns(headings, sheet_format)
    assert [found[at] for at in range(len(headings))] == list(sheet_format.columns)


@every_format
def test_every_vocabulary_knows_its_enumeration(sheet_format: SheetFormat) -> None:
    for column in sheet_format.stored_columns:
        members = enumeration(sheet_format.record_type, column.field)
        if members and column.vocabulary:
            assert codes_of(column.vocabulary) == tuple(member.value for member in members)


@pytest.mark.parametrize("vocabulary", sorted(word_lists()))
def test_canonical_words_mean_their_code(vocabulary: str) -> None:
    assert [code_of(vocabulary, word_of(vocabulary, code)) for code in codes_of(vocabulary)] == [
        *codes_of(vocabulary)
    ]


@pytest.mark.parametrize("vocabulary", sorted(word_lists()))
def test_no_word_means_two_things(vocabulary: str) -> None:
    for code, words in word_lists()[vocabulary].items():
        assert {code_of(vocabulary, word) for word in words} == {code}
