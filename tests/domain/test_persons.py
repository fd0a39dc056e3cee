"""What looks like a person, and what does not."""

from __future__ import annotations

import pytest

from monitoring.domain.balance import EmissionEntry, Sector
from monitoring.domain.changes import Change
from monitoring.domain.effect import Effect
from monitoring.domain.indicator import Indicator, IndicatorValue
from monitoring.domain.measure import Measure
from monitoring.domain.persons import person_like, persons_brought
from monitoring.domain.provenance import Provenance
from monitoring.domain.record import Record


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


@pytest.mark.parametrize(
    "record",
    [
        EmissionEntry(year=2022, sector=Sector.HH, energy_mwh=1.0, determined_by="Frau Müller"),
        Effect(measure="M1", year=2025, actual=1.0, determined_by="Frau Müller"),
        Effect(measure="M1", year=2025, actual=1.0, method="Auskunft von Frau Müller"),
        Indicator(name="Räder", unit="Stück", determined_by="Frau Müller"),
        IndicatorValue(indicator="Räder", year=2025, value=1.0, determined_by="Frau Müller"),
        Measure(id="M1", programme="P", title="T", savings_determined_by="Frau Müller"),
    ],
)
def test_who_determined_a_figure_is_a_unit_and_no_person(record: Record) -> None:
    assert [each.text for each in person_like([record], {})] == ["Frau Müller"]


def test_internal_fields_are_not_asked_about() -> None:
    assert person_like([Measure(id="M1", programme="P", title="T", note="Frau Müller fragen")], {}) == []


@pytest.mark.parametrize("at", [0, 199, 200, 450])
@pytest.mark.parametrize("text", ["Frau Müller", "info@stadt.de", "(0228) 77 45 67"])
def test_one_among_many_that_an_import_brings_is_found(at: int, text: str) -> None:
    changes = [
        Change("measures", None, _about(number, text if number == at else "Dächer"), _cells(number))
        for number in range(451)
    ]
    gone = Change("measures", _about(900, text), None)
    (found,) = persons_brought([gone, *changes], {})
    assert (found.code, found.value, found.details["cells"]) == ("looks_like_a_person", text, (f"B{at}",))


def _about(number: int, text: str) -> Measure:
    return Measure(id=f"M{number}", programme="P", title="T", description=text)


def _cells(row: int) -> dict[str, Provenance]:
    return {"description": Provenance(1, "Maßnahmen", f"B{row}")}
