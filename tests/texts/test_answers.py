"""The three questions and the reason of a rating are answered in sentences that name their numbers."""

from __future__ import annotations

import pytest

from monitoring.domain.pace import Pace, pace
from monitoring.domain.progress import Progress
from monitoring.texts.answers import enough, next_step, where
from monitoring.texts.reason import reason_sentence
from monitoring.texts.target_sentences import target_sentence
from monitoring.texts.words import LANGUAGES, Language, words
from tests.texts.progress_cases import CASES, SIX_YEARS, plain, progress_of

DE = words("de")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("progress", CASES.values(), ids=CASES)
def test_every_progress_can_be_put_into_words(progress: Progress, language: Language) -> None:
    spoken = words(language)
    answers = [where(progress, spoken), enough(progress, spoken), next_step(progress, spoken, 2)]
    texts = [*answers, reason_sentence(progress, spoken), target_sentence(progress, spoken)]
    assert all(text.endswith(".") and "None" not in text and "  " not in text for text in texts)


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        (
            "off_track",
            "2022 wurden 88.000 t Treibhausgase ausgestoßen, 12 % weniger als 2017. "
            "Laut Zielpfad wären es 84.615 t.",
        ),
        ("no_balance", "Es liegt noch kein Wert vor."),
        (
            "base_missing",
            "2022 wurden 88.000 t Treibhausgase ausgestoßen. Der Vergleichswert von 2010 fehlt.",
        ),
        (
            "two_balances",
            "2022 wurden 4,9 t pro Kopf ausgestoßen, 6 % weniger als 2018. Laut Zielpfad wären es "
            "4,8 t pro Kopf.",
        ),
        (
            "energy",
            "2022 wurden 900 GWh Endenergie verbraucht, 10 % weniger als 2018. Laut Zielpfad wären "
            "es 833 GWh.",
        ),
        ("rising", "Ladepunkte: 2021 waren es 20, 100 % mehr als 2018. Laut Zielpfad wären es 22,5."),
    ],
)
def test_where_do_we_stand(case: str, sentence: str) -> None:
    assert plain(where(CASES[case], DE)) == sentence


def test_break_in_method_limits_the_comparison() -> None:
    assert "Seit 2020 wird anders gerechnet" in where(CASES["break"], DE)


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        (
            "off_track",
            "Nein, bisher reicht es nicht. Bis 2022 waren 30 % der Minderung erreicht und 38 % der "
            "Zeit vergangen. "
            "Der Wert für 2022 liegt 3.385 t (4,0 %) über dem Zielpfad.",
        ),
        ("achieved", "Ja, das Ziel ist erreicht."),
        ("no_balance", "Das lässt sich noch nicht sagen."),
        (
            "opposite",
            "Nein, die Entwicklung geht in die falsche Richtung. Bis 2021 war von der Minderung noch "
            "nichts erreicht; "
            "25 % der Zeit waren vergangen. Der Wert für 2021 liegt 14.250 t (18,1 %) über dem Zielpfad.",
        ),
    ],
)
def test_is_it_enough(case: str, sentence: str) -> None:
    assert plain(enough(CASES[case], DE)) == sentence


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        (
            "off_track",
            "Bis 2030 muss der Ausstoß um 3.500 t pro Jahr sinken. Das ist das 1,5-Fache des "
            "Tempos seit 2017.",
        ),
        (
            "on_track",
            "Bis 2030 muss der Ausstoß um 2.250 t pro Jahr sinken. "
            "Dafür genügt das Tempo seit 2017 von 2.400 t pro Jahr.",
        ),
        (
            "opposite",
            "Bis 2030 muss der Ausstoß um 5.333 t pro Jahr sinken. "
            "Seit 2018 geht es im Mittel nicht in diese Richtung.",
        ),
        (
            "rising",
            "Bis 2030 muss der Wert um 4,44 pro Jahr steigen. Das ist das 1,3-Fache des Tempos seit 2018.",
        ),
        ("kept", "Der Zielwert für 2030 ist schon eingehalten; jetzt gilt es, ihn zu halten."),
        (
            "base_withheld",
            "Öffentlich lässt sich das nicht beurteilen: Der Wert des Basisjahrs 2010 ist vertraulich (C).",
        ),
        ("base_missing", "Als Erstes muss der Wert des Basisjahrs 2010 nachgetragen werden."),
    ],
)
def test_what_has_to_happen_next(case: str, sentence: str) -> None:
    assert plain(next_step(CASES[case], DE)) == sentence


def test_across_a_break_the_pace_is_that_of_the_same_method() -> None:
    progress = progress_of(SIX_YEARS, breaks=(2018,), base_year=2017, reduction=0.3)
    assert "weniger als 2017 (über den Methodenbruch hinweg)" in where(progress, DE)
    assert pace(progress) == Pace(2_250.0, 2018, is_same_method=True)
    assert "Tempo seit 2018" in next_step(progress, DE)
    assert pace(CASES["break"]) is None  # too few balances since then


def test_late_measures_are_part_of_what_comes_next() -> None:
    assert next_step(CASES["kept"], DE, 1).endswith("1 Maßnahme ist verspätet.")
    assert next_step(CASES["kept"], DE, 3).endswith("3 Maßnahmen sind verspätet.")


def test_reason_names_its_numbers() -> None:
    assert plain(reason_sentence(CASES["off_track"], DE)) == (
        "Der Wert für 2022 beträgt 88.000 t und liegt 3.385 t (4,0 %) über dem Zielpfad (84.615 t). "
        "Ginge es weiter wie im Mittel seit 2017 (der Wert sinkt um 2.400 t pro Jahr), läge der "
        "Wert für 2030 "
        "rechnerisch bei 68.800 t; der Zielwert von 60.000 t würde um 31 % des restlichen Wegs verfehlt "
        "(Grenze: 20 %)."
    )


def test_uncertainty_is_said() -> None:
    assert CASES["on_track"].uncertain
    assert plain(reason_sentence(CASES["on_track"], DE)).endswith(
        "Unsicher: Die Spanne des Trends (−2.667 t bis −2.000 t pro Jahr) enthält auch die "
        "nötige Änderung von "
        "−2.250 t pro Jahr."
    )


def test_few_balances_say_how_many() -> None:
    text = plain(reason_sentence(CASES["two_balances"], DE))
    assert text.startswith("Vorläufig, 2 vergleichbare Werte, kein Trend.")
