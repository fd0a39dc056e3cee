"""What looks like a person, and what does not."""

from __future__ import annotations

import pytest

from monitoring.domain.measure import Measure
from monitoring.domain.persons import person_like


@pytest.mark.parametrize(
    "text",
    [
        "Frau Müller",
        "bei Herrn Dr. Özdemir",
        "Fr. Prof. Lang",
        "info@stadt.de",
        "06131 12-34567",
        "+49 6131 123456",
        "(0228) 77 45 67",
        "0228/2012345",
    ],
)
def test_these_look_like_a_person(text: str) -> None:
    measure = Measure(id="M1", programme="P", title="T", description=f"Kontakt: {text}.")
    assert [each.finding.code for each in person_like([measure], {})] == ["looks_like_a_person"]


@pytest.mark.parametrize(
    "text",
    [
        "Frauenhaus und Herrenberg",
        "Frau und Mann",
        "DS 0123/2024",
        "Vorlage V/0247/2012/1",
        "2019 - 2030",
        "AGS 09162000",
        "1.234.567 t",
        "01.03.2024",
        "https://stadt.de",
    ],
)
def test_these_do_not(text: str) -> None:
    assert person_like([Measure(id="M1", programme="P", title="T", description=text)], {}) == []


def test_internal_fields_are_not_asked_about() -> None:
    assert person_like([Measure(id="M1", programme="P", title="T", note="Frau Müller fragen")], {}) == []
