"""The records of the made-up municipalities: one of every kind, few enough to know by heart."""

from __future__ import annotations

from datetime import date
from typing import Any

from monitoring.domain.assessment import Assessment, GoalReached, Obstacle, SuccessFactor
from monitoring.domain.balance import Carrier, DataQuality, EmissionEntry, Sector
from monitoring.domain.cost import Cost
from monitoring.domain.easy_text import EasyText
from monitoring.domain.effect import Derivation, Effect
from monitoring.domain.field_of_action import FieldOfAction
from monitoring.domain.funding import Funding
from monitoring.domain.indicator import Indicator, IndicatorValue
from monitoring.domain.inhabitants import Inhabitants
from monitoring.domain.measure import (
    DecisionKind,
    EffectClass,
    Financing,
    Measure,
    MeasureStatus,
    MeasureType,
)
from monitoring.domain.milestone import Milestone
from monitoring.domain.programme import Programme
from monitoring.domain.record import Record
from monitoring.domain.status_report import StatusReport
from monitoring.domain.story import Story
from monitoring.domain.target import TargetNode, TargetQuantity

CONCEPT = "Klimaschutzkonzept 2022"


def city() -> list[Record]:
    """Everything that is published of the city at first."""
    return [*inhabitants(), *balance(), *targets(), *programme(), *measures(), *indicators(), *written()]


def inhabitants() -> list[Record]:
    """Inhabitants of the city."""
    return [Inhabitants(year=year, inhabitants=41_000 + 120 * (year - 2015)) for year in range(2015, 2024)]


_SECTORS = {Sector.HH: 96_000.0, Sector.GHD: 61_000.0, Sector.IND: 88_000.0, Sector.VER: 105_000.0}
_YEARS = {2015: 1.0, 2016: 0.985, 2017: 0.975, 2019: 0.92, 2020: 0.86, 2021: 0.865, 2022: 0.83, 2023: 0.795}
"""The balance years (2018 is missing) with their part of the first."""


def balance() -> list[Record]:
    """A balance by sector, two carriers in the newest year, a reported total, and one missing year."""
    rows: list[Record] = []
    for year, part in _YEARS.items():
        known: dict[str, Any] = {
            "published_in": year + 2,
            "source": "Energieagentur, BISKO",
            "method": "BISKO",
            "year": year,
        }
        rows += [
            EmissionEntry(
                sector=sector,
                emissions_t=round(value * part),
                energy_mwh=round(value * part * 3.6),
                quality=DataQuality.B,
                is_method_break=year == 2016 and sector is Sector.HH,
                **known,
            )
            for sector, value in _SECTORS.items()
        ]
        rows.append(EmissionEntry(sector=Sector.SUM, emissions_t=round(350_000 * part * 1.012), **known))
    newest: dict[str, Any] = {"year": 2023, "sector": Sector.HH, "published_in": 2025}
    rows += [
        EmissionEntry(carrier=Carrier.NATURAL_GAS, emissions_t=47_000.0, energy_mwh=190_000.0, **newest),
        EmissionEntry(carrier=Carrier.ELECTRICITY, emissions_t=21_000.0, energy_mwh=55_000.0, **newest),
    ]
    return rows


def targets() -> list[Record]:
    """A target that was tightened once, with an interim year, and one for a sector."""
    decided: dict[str, Any] = {"decision_date": date(2022, 6, 21), "decision_document": "2022/118"}
    city: dict[str, Any] = {
        "name": "Klimaneutral bis 2040",
        "quantity": TargetQuantity.EMISSIONS,
        "base_year": 2016,
    }
    return [
        TargetNode(year=2050, version=1, is_neutrality=True, **city),
        TargetNode(year=2030, version=2, reduction=0.5, **city, **decided),
        TargetNode(year=2040, version=2, is_neutrality=True, **city, **decided),
        TargetNode(
            name="Verkehr minus 40 %",
            quantity=TargetQuantity.EMISSIONS,
            sector=Sector.VER,
            base_year=2016,
            year=2030,
            reduction=0.4,
        ),
    ]


def programme() -> list[Record]:
    """Two programmes and the fields of action."""
    return [
        Programme(
            name="Klimaschutzkonzept 2022",
            decision_date=date(2022, 6, 21),
            decision_document="2022/118",
            start_year=2022,
            end_year=2030,
        ),
        Programme(name="Wärmeplan 2025"),
        FieldOfAction(name="Kommunale Liegenschaften", position=1),
        FieldOfAction(name="Mobilität", position=2),
        FieldOfAction(name="Wärme und Gebäude", position=3),
    ]


def measures() -> list[Record]:
    """Four measures, the first with everything that can belong to one."""
    return [_first_measure(), *_other_measures(), *_of_the_first_measure()]


def _first_measure() -> Record:
    return Measure(
        id="KL-1",
        programme=CONCEPT,
        number="KL-1",
        title="Photovoltaik auf allen Schuldächern",
        field_of_action="Kommunale Liegenschaften",
        measure_type=MeasureType.INVESTMENT,
        description="Alle geeigneten Schuldächer erhalten Photovoltaik für den eigenen Verbrauch.",
        goal="1,2 MWp bis 2027.",
        responsible="Gebäudewirtschaft",
        status=MeasureStatus.IN_PROGRESS,
        start=date(2023, 1, 1),
        end=date(2027, 12, 31),
        effect_class=EffectClass.DIRECT,
        savings_t=420.0,
        cost_total=180_000_000,
        financing=Financing.SECURED,
        decision=DecisionKind.SINGLE,
        decision_date=date(2023, 2, 14),
        decision_document="2023/017",
    )


def _other_measures() -> list[Record]:
    return [
        Measure(
            id="MO-1",
            programme=CONCEPT,
            number="MO-1",
            title="Radachse Bahnhof – Innenstadt",
            field_of_action="Mobilität",
            description="Durchgehender, baulich getrennter Radweg.",
            responsible="Tiefbauamt",
            status=MeasureStatus.IN_PREPARATION,
            start=date(2024, 3, 1),
            end=date(2025, 12, 31),
            savings_text="nicht quantifizierbar",
        ),
        Measure(
            id="WG-1",
            programme="Wärmeplan 2025",
            number="WG-1",
            title="Energieberatung im Quartier",
            field_of_action="Wärme und Gebäude",
            status=MeasureStatus.ONGOING,
            effect_class=EffectClass.FLANKING,
        ),
        Measure(
            id="MO-2",
            programme=CONCEPT,
            number="MO-2",
            title="Citymaut prüfen",
            field_of_action="Mobilität",
            status=MeasureStatus.REJECTED,
            status_reason="Der Rat hat die Prüfung am 12.03.2024 abgelehnt.",
        ),
    ]


def _of_the_first_measure() -> list[Record]:
    own = "KL-1"
    return [
        StatusReport(
            measure=own,
            date=date(2024, 6, 30),
            status=MeasureStatus.IN_PREPARATION,
            text="Die Ausschreibung läuft; drei Dächer müssen zuerst saniert werden.",
        ),
        StatusReport(
            measure=own,
            date=date(2025, 11, 15),
            unit="Gebäudewirtschaft",
            status=MeasureStatus.IN_PROGRESS,
            progress_percent=45,
            text="Fünf von elf Anlagen sind am Netz und liefern rund 540 kWp.",
            next_steps="Vergabe der drei Anlagen am Schulzentrum im Frühjahr.",
        ),
        Milestone(measure=own, title="Ausschreibung", due=date(2024, 9, 30), reached=date(2024, 10, 20)),
        Milestone(measure=own, title="Alle Anlagen am Netz", due=date(2027, 10, 31)),
        Effect(measure=own, year=2025, planned=180.0, actual=165.0, derivation=Derivation.MEASURED),
        Cost(measure=own, year=2025, planned=60_000_000, actual=58_250_000, own_share=30_000_000),
        Funding(measure=own, programme="Kommunalrichtlinie", reference="67K00000", amount=28_000_000),
        Assessment(
            measure=own,
            period="2025",
            goal_reached=GoalReached.PARTLY,
            effect=4,
            effect_text="Die Erträge liegen über der Planung.",
            acceptance=5,
            obstacles=(Obstacle.PROCUREMENT, Obstacle.STAFF),
            obstacles_text="Lange Lieferzeiten bei Wechselrichtern.",
            success_factors=(SuccessFactor.COUNCIL_DECISION,),
            lessons="Dachstatik früher prüfen.",
            next_steps="Bündelausschreibung für das Schulzentrum.",
        ),
    ]


def written() -> list[Record]:
    """What is written for the public: a story without a picture and a text in easy language."""
    easy = "Das Klima wird wärmer.\n\n# Was macht die Stadt?\n\n- Sie baut Solaranlagen.\n- Sie baut Radwege."
    return [
        Story(measure="KL-1", title="Strom vom Schuldach", text="Fünf Schulen erzeugen ihren Strom selbst."),
        EasyText(
            title="Klimaschutz in Lindenau",
            text=easy,
            checked_by="Prüfgruppe der Werkstatt am See",
            checked_on=date(2026, 3, 1),
        ),
    ]


def later_report() -> Record:
    return StatusReport(
        measure="MO-1",
        date=date(2026, 4, 1),
        status=MeasureStatus.IN_PREPARATION,
        text="Die Planfeststellung verzögert sich um ein Jahr.",
    )


def draft_measure() -> Record:
    return Measure(
        id="KL-9",
        programme="Klimaschutzkonzept 2022",
        number="KL-9",
        title="Entwurf: Heizungstausch im Rathaus",
        field_of_action="Kommunale Liegenschaften",
        status=MeasureStatus.IDEA,
    )


def indicators() -> list[Record]:
    """One indicator of the whole city with a gap in its years, and one of a measure."""
    solar = [2019, 2020, 2022, 2023, 2024]
    return [
        Indicator(
            name="Photovoltaik je Einwohner",
            unit="Wp",
            target_year=2030,
            target_value=900.0,
            source="Marktstammdatenregister",
        ),
        *[
            IndicatorValue(indicator="Photovoltaik je Einwohner", year=year, value=210.0 + 48 * (year - 2019))
            for year in solar
        ],
        Indicator(
            name="Leistung auf Schuldächern",
            unit="kWp",
            measure="KL-1",
            target_year=2027,
            target_value=1200.0,
        ),
        IndicatorValue(indicator="Leistung auf Schuldächern", year=2025, value=540.0),
    ]


def village() -> list[Record]:
    """Two balances with totals only, and a target per inhabitant."""
    return [
        Inhabitants(year=2018, inhabitants=2_310),
        Inhabitants(year=2022, inhabitants=2_355),
        EmissionEntry(year=2018, sector=Sector.SUM, emissions_t=17_600.0, published_in=2020),
        EmissionEntry(
            year=2022, sector=Sector.SUM, emissions_t=15_900.0, published_in=2024, source="Landkreis"
        ),
        TargetNode(
            name="4 Tonnen pro Kopf",
            quantity=TargetQuantity.EMISSIONS_PER_CAPITA,
            base_year=2018,
            year=2035,
            value=4.0,
        ),
    ]
