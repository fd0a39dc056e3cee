"""A unit that is asked for is shown with what the total would be under it for every inhabitant."""

from __future__ import annotations

import pytest

from monitoring.domain.question import Question
from monitoring.services.plausibility import references
from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.understanding import Reading, understand
from monitoring.spreadsheets.unit_choices import with_totals
from monitoring.texts.findings import choice_label
from monitoring.texts.words import words
from tests.spreadsheets.written_tables import TODAY

ACROSS = "Sektor;2018;2020\nHaushalte;150,5;140,5\nVerkehr;249,5;229,5\nSumme;400;370\n"
LONG = "Jahr;Sektor;CO2\n2018;Haushalte;150,5\n2018;Verkehr;249,5\n2018;Gesamt;400\n"
PEOPLE = {2017: 50_000, 2030: 1}


def _asked(text: str, people: dict[int, int]) -> Question:
    reading: Reading = understand(read("x.csv", text.encode()), today=TODAY)
    (question,) = [each for each in reading.questions if each.code == "unit"]
    return with_totals(question, people, references().total_per_inhabitant)


def _labels(question: Question) -> list[str]:
    return [choice_label(each, question, words("de")) for each in question.choices]


def test_units_that_nobody_lives_by_stand_last() -> None:
    assert _labels(_asked(LONG, PEOPLE)) == [
        "kt → 8 t CO2e je Einwohner (2018)",
        "kg → 0,000008 t CO2e je Einwohner (2018), unwahrscheinlich",
        "t → 0,008 t CO2e je Einwohner (2018), unwahrscheinlich",
        "Mt → 8.000 t CO2e je Einwohner (2018), unwahrscheinlich",
    ]


def test_energy_and_emissions_are_both_possible_where_nothing_says_what_is_measured() -> None:
    question = _asked(ACROSS, PEOPLE)
    assert question.details["totals"] == {2018: 400.0, 2020: 370.0}
    plausible = [each for each in question.choices if each not in question.details["implausible"]]
    assert plausible == ["GWh", "kt", "ignore"]
    assert question.default is None


def test_without_inhabitants_the_total_is_shown_and_nothing_is_improbable() -> None:
    question = _asked(LONG, {})
    assert _labels(question)[2] == "kt → insgesamt 400.000 t CO2e (2018)"
    assert question.details["implausible"] == ()


def test_a_part_of_the_balance_makes_no_unit_improbable() -> None:
    part = "Jahr;Sektor;CO2\n2018;Kommunale Einrichtungen;4,5\n2020;Kommunale Einrichtungen;4,25\n"
    assert _asked(part, PEOPLE).details["implausible"] == ()


@pytest.mark.parametrize("text", [ACROSS, LONG])
def test_nothing_is_stored_before_the_answer(text: str) -> None:
    assert understand(read("x.csv", text.encode()), today=TODAY).drafts == ()
