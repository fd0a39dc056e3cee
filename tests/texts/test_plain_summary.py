"""The summary in plain language: short sentences, one thought each, whatever is known or missing."""

from __future__ import annotations

import re
from datetime import date

import pytest

from monitoring.domain.balance import EmissionEntry, Sector
from monitoring.domain.municipality import Municipality
from monitoring.domain.overview import Overview, Stand
from monitoring.domain.plain_summary import PlainFact, plain_summary
from monitoring.domain.progress import Progress
from monitoring.domain.record import Record
from monitoring.domain.target import TargetNode, TargetQuantity
from monitoring.domain.views import TargetView
from monitoring.texts.plain_summary import plain_summary_text
from monitoring.texts.words import LANGUAGES, Language, words
from tests.texts.progress_cases import CASES, TODAY, plain

LONGEST_SENTENCE = 12
TOWN, PUBLIC = Municipality(slug="a", name="Auental"), Stand(True, False, 1)
LONG_SENTENCE_SIGNS = re.compile(r"[,;()–]")
NUMBER_WITH_COMMA = re.compile(r"\d[.,]\d")


class Told(Overview):
    """An overview whose main target is given, whatever its records are."""

    given: Progress

    @property
    def main_target(self) -> TargetView | None:  # type: ignore[override]
        return TargetView(None, None, self.given)  # type: ignore[arg-type]


def told(progress: Progress) -> Overview:
    overview = Told(TOWN, PUBLIC, {}, TODAY)
    object.__setattr__(overview, "given", progress)
    return overview


def of_records(*records: Record) -> Overview:
    kinds: dict[str, tuple[Record, ...]] = {}
    for each in records:
        kinds[each.KIND] = (*kinds.get(each.KIND, ()), each)
    return Overview(TOWN, PUBLIC, kinds, date(2024, 5, 1))


def total(year: int, emissions_t: float) -> EmissionEntry:
    return EmissionEntry(year=year, sector=Sector.SUM, emissions_t=emissions_t)


def sentences(overview: Overview, language: Language = "de") -> list[str]:
    parts = plain_summary_text(plain_summary(overview), words(language), "Stück")
    return [plain(sentence) for _, said in parts for sentence in said]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("progress", CASES.values(), ids=CASES)
def test_sentences_are_short_and_carry_one_thought(progress: Progress, language: Language) -> None:
    said = sentences(told(progress), language)
    assert [each for each in said if len(each.split()) > LONGEST_SENTENCE] == []
    assert [each for each in said if not each.endswith((".", "?")) or "None" in each or "{" in each] == []
    bare = [NUMBER_WITH_COMMA.sub("0", each) for each in said]
    allowed = re.compile(r", for example\.$")
    assert [each for each in bare if LONG_SENTENCE_SIGNS.search(allowed.sub(".", each))] == []


def test_a_town_off_its_path() -> None:
    assert sentences(told(CASES["off_track"])) == [
        "Treibhausgase machen die Erde wärmer.",
        "Sie entstehen zum Beispiel beim Heizen und beim Autofahren.",
        "Man misst sie in Tonnen.",
        "Im Jahr 2022 sind 88.000 Tonnen Treibhausgase entstanden.",
        "Im Jahr 2017 waren es 100.000 Tonnen.",
        "Das sind jetzt 12 Prozent weniger.",
        "Neuere Zahlen gibt es noch nicht.",
        "Es gibt ein Ziel für das Jahr 2030.",
        "Dann sollen es nur noch 60.000 Tonnen sein.",
        "Nein.",
        "Bis jetzt reicht es nicht.",
        "Im Jahr 2022 waren es rund 3.380 Tonnen zu viel.",
        "Es sind noch keine Maßnahmen eingetragen.",
        "Jedes Jahr müssen es 3.500 Tonnen weniger werden.",
        "Das gilt bis zum Jahr 2030.",
        "Seit 2017 waren es jedes Jahr 2.400 Tonnen weniger.",
    ]


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("two_balances", ["Das ist noch nicht sicher.", "Es gibt erst 2 Zahlen zum Vergleichen."]),
        ("no_balance", ["Es gibt noch keine Zahlen.", "Zuerst braucht man Zahlen."]),
        ("base_withheld", ["Die Zahl aus dem Jahr 2010 ist geheim.", "Darum kann man nicht vergleichen."]),
        ("base_missing", ["Die Zahl aus dem Jahr 2010 fehlt.", "Darum kann man nicht vergleichen."]),
        ("too_old", ["Die letzte Zahl ist aus dem Jahr 2012.", "Das ist zu lange her."]),
        ("opposite", ["Nein.", "Seit dem Jahr 2018 ist es nicht besser geworden."]),
        ("break", ["Seit dem Jahr 2020 wird anders gerechnet."]),
        ("kept", ["Es soll so gut bleiben."]),
        ("neutral", ["Dann soll fast nichts mehr übrig sein.", "Wir rechnen mit null."]),
        ("on_track", ["Bis jetzt reicht es.", "Ganz sicher ist das nicht."]),
        ("rising", ["Gezählt wird: Ladepunkte.", "Im Jahr 2021 waren es 20 Stück."]),
        ("rising", ["Dann sollen es 60 Stück sein.", "Im Jahr 2021 waren es 2,5 Stück zu wenig."]),
        ("energy", ["Im Jahr 2022 wurden 900 Gigawattstunden Energie verbraucht."]),
    ],
)  # fmt: skip
def test_what_is_uncertain_or_missing_is_said(case: str, expected: list[str]) -> None:
    said = sentences(told(CASES[case]))
    assert [each for each in expected if each not in said] == []


def test_one_balance_year_without_a_target() -> None:
    assert sentences(of_records(total(2022, 51_234.0)))[:3] == [
        "Im Jahr 2022 sind rund 51.200 Tonnen Treibhausgase entstanden.",
        "Es gibt erst eine Zahl.",
        "Man kann noch nicht sagen: Wird es besser?",
    ]
    assert "Es gibt noch kein Ziel." in sentences(of_records(total(2022, 51_234.0)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("quantity", [TargetQuantity.EMISSIONS, TargetQuantity.ENERGY])
def test_a_single_unit_is_spoken_of_in_the_singular(quantity: TargetQuantity, language: Language) -> None:
    target = TargetNode(name="Ziel", quantity=quantity, base_year=2018, year=2030, value=1.0)
    rows = {2018: 6.0, 2019: 5.0, 2020: 4.0, 2021: 2.0, 2022: 1.0}
    known = [
        EmissionEntry(year=year, sector=Sector.SUM, emissions_t=value, energy_mwh=value)
        for year, value in rows.items()
    ]
    said = sentences(of_records(*known, target), language)
    plural = re.compile(
        r"\b(sind|waren|sollen|müssen|wurden|were) .*\b1 |\b1 .*(Tonnen|stunden|tonnes|hours)\b"
    )
    told_of_town = [each for each in said if not each.startswith("1")]  # „1.000 Megawattstunden sind …“
    assert [each for each in told_of_town if plural.search(each)] == []
    assert len([each for each in said if re.search(r"\b1 .*(Tonne|stunde|tonne|hour)\b", each)]) >= 2


def test_one_balance_year_with_a_target() -> None:
    target = TargetNode(
        name="Ziel", quantity=TargetQuantity.EMISSIONS, year=2035, base_year=2022, reduction=0.5
    )
    said = sentences(of_records(total(2022, 51_234.0), target))
    assert "Es gibt erst eine Zahl." in said
    assert "Es gibt erst 1 Zahl zum Vergleichen." in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_used_by_a_thought_of_the_domain(language: Language) -> None:
    """What the domain may say has words, and no words are left over."""
    every = [*CASES.values()]
    facts: list[PlainFact] = [fact for each in every for fact in plain_summary(told(each))]
    facts += plain_summary(of_records(total(2022, 5.0))) + plain_summary(of_records())
    facts += plain_summary(of_records(total(2021, 5.0), total(2022, 5.0)))
    spoken = words(language)
    assert [fact.code for fact in facts if not _key_exists(fact, spoken.texts)] == []


def _key_exists(fact: PlainFact, texts: object) -> bool:
    key = f"plain.{fact.topic}.{fact.code}"
    return any(f"{key}{end}" in texts for end in ("", ".other", ".emissions"))  # type: ignore[operator]
