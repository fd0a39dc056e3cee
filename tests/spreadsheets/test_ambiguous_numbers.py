"""„1.953“: settled by the rest, by the sums, by the inhabitants, and never in silence."""

from __future__ import annotations

import pytest

from monitoring.domain.question import Question
from monitoring.services.plausibility import references
from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.understanding import Reading, understand
from monitoring.spreadsheets.unit_choices import with_totals
from monitoring.texts.findings import choice_label
from monitoring.texts.words import words
from tests.spreadsheets.written_tables import TODAY, said, stored

GERMAN = {"HH": "1.953", "IND": "171", "VER": "2.428", "SUM": "4552"}
ENGLISH = {"HH": "1.953", "IND": "171", "VER": "2.428", "SUM": "175.381"}
LABELS = {"HH": "Haushalte", "IND": "Industrie", "VER": "Verkehr", "SUM": "Gesamt"}
TONNES = "Jahr;Gesamt [t CO2e]\n2019;412.000\n2020;398.000\n"


def _read(text: str, **options: object) -> Reading:
    return understand(read("x.csv", text.encode()), today=TODAY, **options)  # type: ignore[arg-type]


def _across(values: dict[str, str]) -> str:
    rows = [f"{LABELS[sector]};{value};{value}" for sector, value in values.items()]
    return "\n".join(["THG [kt CO2e];2019;2020", *rows])


def _long(values: dict[str, str]) -> str:
    rows = [f"{year};{LABELS[sector]};{value}" for year in (2019, 2020) for sector, value in values.items()]
    return "\n".join(["Jahr;Sektor;THG-Emissionen [kt CO2e]", *rows])


@pytest.mark.parametrize("write", [_across, _long])
@pytest.mark.parametrize(("values", "number"), [(GERMAN, 1_953_000.0), (ENGLISH, 1953.0)])
def test_the_sum_says_what_a_number_is(write: object, values: dict[str, str], number: float) -> None:
    reading = _read(write(values))  # type: ignore[operator]
    assert reading.questions == ()
    assert "number_style_by_sums" in {code for code, *_ in said(reading)}
    assert stored(reading, "emissions_t")[2019, "HH", "all"] == number


def _asked(people: dict[int, int]) -> Question:
    (question,) = _read(TONNES).questions
    return with_totals(question, people, references().total_per_inhabitant)


def test_where_no_sum_tells_german_is_assumed_and_asked_about() -> None:
    reading = _read(TONNES)
    assert [(each.key, each.default) for each in reading.questions] == [("number:x:x", "german")]
    assert stored(reading, "emissions_t")[2019, "SUM", "all"] == 412_000.0
    english = _read(TONNES, answers={"number:x:x": "english"})
    assert stored(english, "emissions_t")[2019, "SUM", "all"] == 412.0


def test_inhabitants_tell_which_style_is_improbable() -> None:
    town, village = _asked({2020: 50_000}), _asked({2020: 60})
    assert (town.choices, town.default) == (("german", "english"), "german")
    assert (village.choices, village.default) == (("english", "german"), None)
    assert [choice_label(each, town, words("de")).partition("→ ")[2] for each in town.choices] == [
        "7,96 t CO2e je Einwohner (2020)",
        "0,00796 t CO2e je Einwohner (2020), unwahrscheinlich",
    ]


def test_one_question_for_a_whole_table() -> None:
    text = (
        "Jahr;Haushalte [MWh];Industrie [MWh];Verkehr [MWh]\n2019;1.953;2.171;3.428\n2020;1.950;2.172;3.421"
    )
    assert [each.code for each in _read(text).questions] == ["number_style"]


def test_a_file_separated_by_commas_has_decimal_points() -> None:
    reading = _read(
        "Sektor,2019 [kt CO2e],2020 [kt CO2e]\nVerkehr,131.717,130.500\nHaushalte,150.111,149.111"
    )
    assert stored(reading, "emissions_t")[2019, "VER", "all"] == 131_717.0
    assert {code for code, *_ in said(reading)} == {"number_style_assumed"}
