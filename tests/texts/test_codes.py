"""Every code of a finding, question, refusal or unreadable file has a sentence, and it can be filled in."""

from __future__ import annotations

from datetime import datetime

import pytest

from monitoring.domain.access import Act
from monitoring.domain.editions import QUESTIONS
from monitoring.domain.errors import Conflict, Invalid, NotAllowed, Refusal, Throttled
from monitoring.domain.finding import OwnValue, error, notice, warning
from monitoring.domain.finding_codes import READING_FINDINGS, READING_QUESTIONS
from monitoring.domain.question import Question
from monitoring.domain.reason import ReasonCode
from monitoring.spreadsheets.limits import DETAILS, UnreadableCode
from monitoring.spreadsheets.vocabulary import word_lists
from monitoring.spreadsheets.workbook import Notice
from monitoring.texts.findings import (
    choice_label,
    finding_sentence,
    question_sentence,
    refusal_sentence,
    unreadable_sentence,
)
from monitoring.texts.words import Language, words
from tests.texts.codes_in_sources import finding_codes, question_codes, refusal_codes
from tests.texts.test_completeness import placeholders

GERMAN = words("de")
NO_ENUMERATION = {"status_and_more", "yes_no", "row_type"}


def missing(section: str, codes: set[str]) -> list[str]:
    return sorted(code for code in codes if f"{section}.{code}" not in GERMAN)


def test_every_finding_has_a_sentence() -> None:
    assert missing("finding", finding_codes() | {each.value for each in Notice}) == []


@pytest.mark.parametrize("code", READING_FINDINGS)
def test_findings_of_reading_say_only_what_they_know(code: str) -> None:
    assert placeholders(GERMAN.texts[f"finding.{code}"]) <= {*READING_FINDINGS[code], "value"}


@pytest.mark.parametrize("code", READING_QUESTIONS)
def test_questions_of_reading_say_only_what_they_know(code: str) -> None:
    assert placeholders(GERMAN.texts[f"question.{code}"]) <= set(READING_QUESTIONS[code])


def test_every_question_has_a_sentence() -> None:
    edition_questions = {key.replace(":", "_") for key in QUESTIONS.values()}
    assert missing("question", question_codes() | edition_questions) == []


def test_every_refusal_has_a_sentence() -> None:
    classes = {Refusal.code} | {each.code for each in Refusal.__subclasses__()}
    assert missing("refusal", refusal_codes() | classes) == []


def test_every_reason_has_a_sentence() -> None:
    single = {each.value for each in ReasonCode} - {ReasonCode.FEW_BALANCES.value}
    assert missing("reason", single | {"few_balances.one", "few_balances.other"}) == []


@pytest.mark.parametrize("code", UnreadableCode)
def test_every_unreadable_file_has_a_sentence_from_its_details(code: UnreadableCode) -> None:
    details = {name: "pdf" if name == "found" else 1200 for name in DETAILS[code]}
    assert unreadable_sentence(code, details, GERMAN).endswith(".")


def test_unreadable_file_says_why() -> None:
    details = {"reason": "too_many_rows", "sheet": "Bilanz", "cell": "A120001", "limit": 120_000}
    assert finding_sentence(error("unreadable_file", file="x.xlsx", details=details), GERMAN) == (
        "„x.xlsx“ konnte nicht gelesen werden. Das Blatt „Bilanz“ reicht bis Zelle A120001; erlaubt sind "
        "120.000 Zeilen. Bitte löschen Sie leere Zeilen am Ende."
    )


def test_gathered_finding_says_how_often() -> None:
    finding = notice("approximate_number", details={"heading": "Kosten", "count": 3})
    assert finding_sentence(finding, GERMAN).endswith("Ebenso in 2 weiteren Zellen.")


def test_finding_names_fields_as_people_do() -> None:
    finding = error("field_missing", details={"kind": "measures", "field": "title"})
    assert finding_sentence(finding, GERMAN) == "„Titel“ fehlt. Bitte tragen Sie die Angabe nach."


def test_total_and_sum_carry_their_unit() -> None:
    details = {"year": 2022, "total": 1230.0, "parts": 1129.0, "field": "emissions_t"}
    sentence = finding_sentence(warning("total_differs", details=details), GERMAN)
    assert sentence.startswith(
        "Für 2022 ergibt die Summe der Sektoren 1.129\u00a0t, die berichtete Gesamtsumme ist 1.230"
    )


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "In welcher Einheit stehen die Werte unter „CO2-Bilanz“, zum Beispiel „21,4“?"),
        ("en", "In which unit are the values under “CO2-Bilanz”, for example “21.4”?"),
    ],
)
def test_a_question_writes_a_number_as_its_reader_does(language: Language, sentence: str) -> None:
    about = {"heading": "CO2-Bilanz", "example": 21.4}
    assert question_sentence(Question("unit:x", "unit", ("kt",), details=about), words(language)) == sentence


@pytest.mark.parametrize(
    ("value", "text"), [(1953.5, "1953,5"), ("1.953,5 t", "1.953,5 t"), (datetime(2024, 3, 1), "01.03.2024")]
)
def test_a_finding_writes_a_value_as_its_reader_does(value: OwnValue, text: str) -> None:
    finding = notice("number_kept_as_text", value=value, details={"heading": "Kosten"})
    assert f"wie „{text}“ bleiben" in finding_sentence(finding, GERMAN)


def test_question_and_its_choices() -> None:
    question = Question(
        "word:status:laufend", "ambiguous_word", ("in_progress", "ignore"), vocabulary="measure_status",
        details={"word": "laufend", "heading": "Stand"},
    )  # fmt: skip
    assert (
        question_sentence(question, GERMAN)
        == "„laufend“ kann Verschiedenes heißen. Was ist bei Ihnen gemeint?"
    )
    labels = [choice_label(choice, question, GERMAN) for choice in (*question.choices, "kWh")]
    assert labels == ["in Umsetzung", "Zeile nicht übernehmen", "kWh"]


@pytest.mark.parametrize(
    ("refusal", "part"),
    [
        (NotAllowed(act=Act.PUBLISH), "das Recht: Veröffentlichen."),
        (Throttled(minutes=15), "15 Minuten"),
        (Conflict(items=[("measures", ("M1",)), ("measures", ("M2",))]), "Maßnahme M1 und Maßnahme M2"),
        (Invalid("invalid_fields", kind="measures", fields={"title": "field_missing"}), "Titel: fehlt"),
        (
            Invalid("invalid_fields", kind="measures", fields={"": "end_before_start"}),
            "Das Ende liegt vor dem Beginn.",
        ),
    ],
)
def test_refusals_say_what_to_do(refusal: Refusal, part: str) -> None:
    assert part in refusal_sentence(refusal, GERMAN)


def test_labels_are_words_that_the_importer_knows() -> None:
    unknown = [
        (vocabulary, code, GERMAN(f"label.{vocabulary}.{code}"))
        for vocabulary, codes in word_lists().items()
        if vocabulary not in NO_ENUMERATION
        for code, known in codes.items()
        if GERMAN(f"label.{vocabulary}.{code}") not in known
    ]
    assert unknown == []
