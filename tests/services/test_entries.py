"""What people type into forms, and what it means."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from monitoring.domain.errors import Invalid
from monitoring.domain.kinds import KINDS
from monitoring.services.entries import typed_values
from monitoring.texts.records import typed_text
from monitoring.texts.words import words


@pytest.mark.parametrize(
    ("kind", "field", "text", "value"),
    [
        ("measures", "savings_t", "1.953", 1953.0),
        ("measures", "savings_t", "1.234,5", 1234.5),
        ("measures", "savings_t", " 12 ", 12.0),
        ("measures", "savings_t", "", None),
        ("measures", "cost_total", "20.000 €", 2_000_000),
        ("measures", "cost_total", "0,10", 10),
        ("measures", "cost_total", "1e308", 10**310),
        ("measures", "start", "2024-02-29", date(2024, 2, 29)),
        ("measures", "start", "29.02.2024", date(2024, 2, 29)),
        ("measures", "status", "", "unknown"),
        ("measures", "goal", "eins\r\nzwei", "eins\nzwei"),
        ("targets", "reduction", "55", 0.55),
        ("targets", "reduction", "12,5 %", 0.125),
        ("targets", "is_neutrality", "yes", True),
        ("targets", "base_year", "1990", 1990),
        ("status_reports", "progress_percent", "45 %", 45),
    ],
)
def test_what_was_typed(kind: str, field: str, text: str, value: Any) -> None:
    assert typed_values(kind, {field: text}) == {field: value}


@pytest.mark.parametrize(
    ("kind", "field", "text", "fault"),
    [
        ("measures", "savings_t", "hoch", "not_a_number"),
        ("measures", "savings_t", "ca. 20", "not_a_number"),
        ("measures", "savings_t", "20 bis 30", "not_a_number"),
        ("measures", "savings_t", "20 kt", "not_a_plain_number"),
        ("measures", "start", "2024", "not_a_date"),
        ("measures", "start", "30.02.2024", "not_a_date"),
        ("measures", "status", "fertig", "value_not_allowed"),
        ("targets", "base_year", "1990,5", "not_a_whole_number"),
        ("targets", "base_year", "bald", "not_a_whole_number"),
    ],
)
def test_what_is_wrong_with_it(kind: str, field: str, text: str, fault: str) -> None:
    with pytest.raises(Invalid) as refused:
        typed_values(kind, {field: text})
    assert refused.value.details["fields"] == {field: fault}


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(Invalid) as refused:
        typed_values("measures", {"savings_t": "viel", "start": "bald", "title": "Solar"})
    assert set(refused.value.details["fields"]) == {"savings_t", "start"}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("measures", "savings_t", 1234.5),
        ("measures", "savings_t", 1953.0),
        ("measures", "savings_t", 0.0001234),
        ("measures", "savings_t", 12_345_678_901.0),
        ("measures", "cost_total", 1_234_567),
        ("targets", "reduction", 0.583),
        ("targets", "base_year", 1990),
    ],
)
def test_a_field_sent_back_as_it_was_changes_nothing(
    language: Any, kind: str, field: str, value: Any
) -> None:
    shown = typed_text(KINDS[kind], field, value, words(language))
    assert typed_values(kind, {field: shown}, german=language == "de") == {field: value}
