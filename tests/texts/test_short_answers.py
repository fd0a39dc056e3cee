"""The four answers can be read in ten seconds, and say what is missing."""

from __future__ import annotations

import pytest

from monitoring.domain.measure import MeasureStatus
from monitoring.domain.progress import Progress
from monitoring.domain.series import Series
from monitoring.texts.short_answers import (
    doing_in_short,
    emissions_in_short,
    enough_in_short,
    next_in_short,
    where_in_short,
)
from monitoring.texts.words import LANGUAGES, Language, words
from tests.texts.progress_cases import CASES, plain

DE = words("de")
WORDS_IN_TEN_SECONDS = 46
"""Adults read about 260 words of German a minute, 238 of English (Brysbaert 2019), headings faster."""
MANY = {MeasureStatus.IN_PROGRESS: 21, MeasureStatus.COMPLETED: 13, MeasureStatus.IDEA: 4}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("progress", CASES.values(), ids=CASES)
def test_questions_and_answers_take_ten_seconds(progress: Progress, language: Language) -> None:
    spoken = words(language)
    short = [
        where_in_short(progress, spoken).short,
        enough_in_short(progress, spoken).short,
        doing_in_short(MANY, 9, spoken).short,
        next_in_short(progress, spoken, 9).short,
    ]
    asked = [spoken(f"page.overview.{name}") for name in ("where", "enough", "doing", "next")]
    assert all(text.endswith(".") and "None" not in text for text in short)
    # A number stays one word with its unit, from which no line break divides it.
    assert len(" ".join([*asked, *short]).split(" ")) <= WORDS_IN_TEN_SECONDS


@pytest.mark.parametrize(
    ("case", "where", "then"),
    [
        (
            "off_track",
            "2022: 88.000 t Treibhausgase, 12 % weniger als 2017.",
            "Bis 2030 jedes Jahr 3.500 t weniger.",
        ),
        ("rising", "2021: 20, 100 % mehr als 2018.", "Bis 2030 jedes Jahr 4,44 mehr."),
        ("no_balance", "Es liegt noch kein Wert vor.", "Als Erstes wird eine Bilanz gebraucht."),
        (
            "base_missing",
            "2022: 88.000 t Treibhausgase.",
            "Den Wert des Basisjahrs 2010 nachtragen.",
        ),
        (
            "kept",
            "2022: 88.000 t Treibhausgase, 12 % weniger als 2017.",
            "Den Zielwert für 2030 halten.",
        ),
    ],
)
def test_the_short_answers(case: str, where: str, then: str) -> None:
    assert plain(where_in_short(CASES[case], DE).short) == where
    assert plain(next_in_short(CASES[case], DE).short) == then


def test_a_comparison_across_a_break_says_so_in_short_as_well() -> None:
    assert "weniger als 2017 (anders gerechnet)." in where_in_short(CASES["break"], DE).short


def test_the_longer_answer_names_the_late_measures() -> None:
    assert next_in_short(CASES["kept"], DE, 2).more.endswith("2 Maßnahmen sind verspätet.")


def test_without_a_target_or_measures() -> None:
    assert emissions_in_short(Series(), DE).short == "Es liegt noch keine Bilanz mit einer Gesamtsumme vor."
    assert plain(emissions_in_short(Series.of({2020: 4e3}), DE).short) == "2020: 4.000 t Treibhausgase."
    assert doing_in_short({}, 0, DE).short == "Es sind noch keine Maßnahmen hinterlegt."
    one = doing_in_short({MeasureStatus.IDEA: 1}, 0, DE).short
    assert one == "Laufend oder abgeschlossen: keine von 1 Maßnahme. Verspätet: keine."
