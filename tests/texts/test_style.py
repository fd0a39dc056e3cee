"""Both languages as they should be written: no gender signs, typographic quotes, every number named."""

from __future__ import annotations

import re

import pytest

from monitoring.domain.reason import REASON_NUMBERS, ReasonCode
from monitoring.spreadsheets.formats import FORMATS
from monitoring.texts.words import LANGUAGES, Language, words
from tests.texts.test_completeness import placeholders

GENDER_SIGNS = re.compile(r"\w[*:_·](?:in|innen)\b|\w/-?(?:in|innen)\b|\wInnen\b|\w\(innen\)")
IMPLIED = {"gap": "position", "gap_share": "position"}
"""Numbers that are said inside another placeholder."""


def test_no_gender_signs() -> None:
    assert [text for text in words("de").texts.values() if GENDER_SIGNS.search(text)] == []


@pytest.mark.parametrize("word", ["Mitarbeiter*innen", "Bürger:innen", "BürgerInnen", "Nutzer/-innen"])
def test_gender_signs_are_found(word: str) -> None:
    assert GENDER_SIGNS.search(word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotes_are_typographic(language: Language) -> None:
    assert [text for text in words(language).texts.values() if '"' in text or " '" in text] == []


def test_german_quotes_open_and_close() -> None:
    texts = words("de").texts.values()
    assert [text for text in texts if text.count("„") != text.count("“") or "”" in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ReasonCode)
def test_reasons_name_every_number_they_rest_on(code: ReasonCode, language: Language) -> None:
    texts = words(language).texts
    key = f"reason.{code}" if f"reason.{code}" in texts else f"reason.{code}.other"
    said = placeholders(texts[key])
    if "outlook" in said:
        said |= placeholders(texts["reason.outlook_missed"])
    assert {IMPLIED.get(number, number) for number in REASON_NUMBERS[code]} - said == set()


def test_fields_are_called_as_in_the_workbook() -> None:
    german = words("de")
    headings = {
        f"field.{each.kind}.{column.field}": column.heading
        for each in FORMATS
        for column in each.columns
        if column.is_stored and f"field.{each.kind}.{column.field}" in german
    }
    assert {key: german(key) for key in headings} == headings
