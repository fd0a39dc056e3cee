"""Charts, measures, balances and targets are put into sentences that say what is missing."""

from __future__ import annotations

from datetime import date

import pytest

from monitoring.domain.assessment import Obstacle, SuccessFactor
from monitoring.domain.balance import Sector
from monitoring.domain.measure import MeasureStatus
from monitoring.domain.series import Series
from monitoring.domain.totals import YearTotal
from monitoring.texts.council_paper import council_paper, paper_source
from monitoring.texts.sentences import (
    balance_note,
    data_gap_sentence,
    emissions_sentence,
    energy_sentence,
    measures_sentence,
    missing_years_sentence,
    named_most_often,
    savings_sentence,
    sectors_sentence,
    withheld_sentence,
)
from monitoring.texts.target_sentences import (
    decision_sentence,
    excess_sentence,
    rating_notes,
    target_sentence,
)
from monitoring.texts.words import LANGUAGES, Language, words
from tests.texts.progress_cases import CASES, plain

DE, EN = words("de"), words("en")


def test_neutrality_without_a_number_is_an_assumption() -> None:
    assert target_sentence(CASES["neutral"], DE) == "Ziel bis 2045: Neutralität. Annahme: keine Restmenge."
    assert DE("note.residual_assumed") in rating_notes(CASES["neutral"], DE)


def test_target_decision_and_excess() -> None:
    progress = CASES["off_track"]
    assert plain(target_sentence(progress, DE)) == "Ziel bis 2030: 60.000 t, das sind 40 % weniger als 2017."
    assert decision_sentence(progress, DE) == "Zum Beschluss liegt keine Angabe vor."
    assert plain(excess_sentence(progress, DE) or "").startswith(
        "Von 2017 bis 2022 wurden zusammen 8.154 t mehr"
    )


def test_emissions_chart() -> None:
    series = Series.of({2010: 300e3, 2012: 280e3, 2015: 260e3, 2016: 253e3}, breaks=[2012])
    assert plain(emissions_sentence(series, DE)) == (
        "2016 wurden 253.000 t Treibhausgase ausgestoßen, 10 % weniger als 2012. Seit 2012 wird "
        "anders gerechnet; "
        "der Vergleich mit Werten davor gilt deshalb nur eingeschränkt. "
        "Für die Jahre 2011, 2013 und 2014 liegen keine Bilanzen vor."
    )
    assert emissions_sentence(Series(), EN) == "There is no balance with a total yet."
    assert (
        plain(energy_sentence(Series.of({2020: 950e3}), DE)) == "2020 wurden 950 GWh Endenergie verbraucht."
    )


def test_missing_year_in_the_singular() -> None:
    assert missing_years_sentence([2019, 2021], DE) == "Für 2020 liegt keine Bilanz vor."
    assert missing_years_sentence([2019, 2020], DE) == ""


@pytest.mark.parametrize(
    ("latest", "sentence"),
    [
        (2023, "Die letzte Bilanz ist von 2023."),
        (2022, "Die letzte Bilanz ist von 2022. Für 2023 liegt noch keine vor."),
        (2021, "Die letzte Bilanz ist von 2021. Für 2022 und 2023 liegen noch keine vor."),
        (2018, "Die letzte Bilanz ist von 2018. Für 2019 bis 2023 liegen noch keine vor."),
    ],
)
def test_gap_in_the_data_up_to_today(latest: int, sentence: str) -> None:
    assert data_gap_sentence(latest, date(2024, 5, 1), DE) == sentence


def test_balance_note_and_largest_sector() -> None:
    total = YearTotal(
        2022, 100.0, 100.0, None, {Sector.HH: 40.0, Sector.VER: 60.0}, published_in=2024, source="BISKO"
    )
    assert balance_note(total, DE) == "Bilanzjahr 2022, veröffentlicht 2024. Quelle: BISKO."
    assert plain(sectors_sentence(total, DE)).endswith("„Verkehr“ mit 60 %.")
    lacking = YearTotal(2017, None, None, None, {Sector.HH: 40.0}, missing=(Sector.IND, Sector.VER))
    assert sectors_sentence(lacking, DE).startswith("Für 2017 fehlen Werte für Industrie und Verkehr;")


def test_confidential_sectors() -> None:
    """The largest of those that are told need not be the largest."""
    secret, told = (Sector.GHD, Sector.IND), {Sector.HH: 40.0}
    totals = [YearTotal(year, 100.0, 100.0, None, told, withheld=secret) for year in (2020, 2021)]
    assert sectors_sentence(totals[0], DE).startswith("Von den genannten Bereichen hatte 2020")
    said = withheld_sentence(totals, DE)
    assert said.startswith(
        "Vertraulich (C): Gewerbe, Handel, Dienstleistungen und Industrie (2020 und 2021)."
    )
    later = [YearTotal(year, 100.0, 100.0, None, told, withheld=secret) for year in (2023, 2024)]
    assert "(2020 bis 2024)" in withheld_sentence([*totals, *later], DE)
    between = YearTotal(2022, 100.0, 100.0, None, told)
    assert "(2020, 2021, 2023 und 2024)" in withheld_sentence([*totals, between, *later], DE)
    assert withheld_sentence([YearTotal(2022, 100.0, 100.0, None, told)], DE) == ""


def test_measures() -> None:
    counts = {MeasureStatus.COMPLETED: 1, MeasureStatus.IN_PROGRESS: 3}
    assert measures_sentence(counts, 1, DE) == (
        "4 Maßnahmen: 3 in Umsetzung, 1 abgeschlossen. 1 ist verspätet. Die Anzahl sagt nichts "
        "über die Wirkung."
    )
    assert measures_sentence({}, 0, DE) == "Es sind noch keine Maßnahmen hinterlegt."
    assert plain(savings_sentence([1000.0, None, 250.0], DE)) == (
        "Für 2 von 3 laufenden oder abgeschlossenen Maßnahmen ist eine Einsparung angegeben, "
        "zusammen 1.250 t pro Jahr."
    )
    assert savings_sentence([None], DE) == (
        "Für keine laufende oder abgeschlossene Maßnahme ist eine Einsparung in Tonnen angegeben."
    )


def test_obstacles_named_most_often() -> None:
    counts = {Obstacle.STAFF: 5, Obstacle.LAW: 1, Obstacle.MONEY: 3, Obstacle.OTHER: 1}
    assert named_most_often("obstacles", counts, DE) == (
        "Am häufigsten genannte Hemmnisse: Personelle und zeitliche Ressourcen (5), Finanzielle "
        "Ressourcen (3) und "
        "Rechtliche Rahmenbedingungen (1)."
    )
    assert (
        named_most_often("success_factors", dict[SuccessFactor, int](), DE)
        == "Es liegt noch keine Bewertung vor."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_council_paper_is_one_paragraph_with_its_source(language: Language) -> None:
    spoken = words(language)
    source = paper_source("Musterstadt", spoken, day=date(2024, 5, 1), publication=3, revision=7)
    text = council_paper("Musterstadt", CASES["off_track"], spoken, source=source)
    assert text.startswith("Musterstadt, ")
    assert text.endswith(source)
    assert "\n" not in text


def test_unpublished_state_says_so() -> None:
    source = paper_source("Musterstadt", DE, day=date(2024, 5, 1), publication=None, revision=7)
    assert (
        source == "Quelle: Zielpfad, Musterstadt, Bearbeitungsstand 7 vom 01.05.2024 (nicht veröffentlicht)."
    )
