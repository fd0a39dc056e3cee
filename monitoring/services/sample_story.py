"""The story of the sample data: which municipalities and accounts there are, and what happened so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from monitoring.domain.access import ANYWHERE, Membership, Role
from monitoring.domain.editions import NEW_NUMBER, QUESTIONS
from monitoring.domain.measure import MeasureStatus
from monitoring.domain.municipality import Municipality, MunicipalityKind
from monitoring.domain.status_report import StatusReport

WORKBOOKS = Path(__file__).parents[2] / "data" / "sample"
REGION, CITY, DISTRICT, TOWN = "region-mittlere-ilwe", "ilwestadt", "landkreis-ilwetal", "moorlinden"
MUNICIPALITIES = (
    Municipality(slug=REGION, name="Region Mittlere Ilwe", kind=MunicipalityKind.REGION, is_sample=True),
    Municipality(
        slug=CITY,
        name="Ilwestadt",
        kind=MunicipalityKind.CITY,
        region=REGION,
        is_sample=True,
        balance_rhythm_years=1,
        contact_unit="Stabsstelle Klimaschutz",
    ),
    Municipality(
        slug=DISTRICT,
        name="Landkreis Ilwetal",
        kind=MunicipalityKind.DISTRICT,
        region=REGION,
        is_sample=True,
        balance_rhythm_years=3,
        contact_unit="Amt für Kreisentwicklung",
    ),
    Municipality(
        slug=TOWN,
        name="Moorlinden",
        region=REGION,
        is_sample=True,
        contact_unit="Gemeindeverwaltung Moorlinden",
    ),
)


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """An account to try the program with: name, password, and in German what it may do."""

    name: str
    password: str
    description: str
    memberships: tuple[Membership, ...]


DEMO_ACCOUNTS = (
    DemoAccount(
        "klimamanagement",
        "klimamanagement-demo",
        "Klimaschutzmanagement von Ilwestadt und Moorlinden: importieren, bearbeiten, veröffentlichen",
        (Membership(Role.MANAGER, CITY), Membership(Role.MANAGER, TOWN)),
    ),
    DemoAccount(
        "landkreis",
        "landkreis-ilwetal-demo",
        "Klimaschutzmanagement des Landkreises Ilwetal",
        (Membership(Role.MANAGER, DISTRICT),),
    ),
    DemoAccount(
        "rat",
        "stadtrat-ilwestadt-demo",
        "Rat von Ilwestadt: sieht den freigegebenen Stand vor der Öffentlichkeit",
        (Membership(Role.COUNCIL, CITY),),
    ),
    DemoAccount(
        "region",
        "region-mittlere-ilwe-demo",
        "Region als Partnerin: sieht Veröffentlichtes und für ein Jahr den aktuellen Stand von Ilwestadt",
        (Membership(Role.PARTNER, TOWN), Membership(Role.PARTNER, DISTRICT)),
    ),
    DemoAccount(
        "betrieb",
        "betrieb-zielpfad-demo",
        "Betrieb: legt Kommunen und Zugänge an, sieht nur Veröffentlichtes",
        (Membership(Role.OPERATOR, ANYWHERE),),
    ),
)


@dataclass(frozen=True, slots=True)
class Step:
    """One workbook taken over on a day, and what was done with the state it led to."""

    municipality: str
    workbook: str
    day: date
    note: str
    answers: Mapping[str, str] = field(default_factory=dict)
    is_shared: bool = True
    paper: str | None = None
    explanation: str | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Why corrected values differ from what was published, by kind."""


STEPS = (
    Step(
        CITY,
        "ilwestadt-2024.xlsx",
        date(2024, 9, 17),
        "Stand Juni 2024 mit Bilanz bis 2021",
        paper="0301/2024",
    ),
    Step(
        DISTRICT,
        "landkreis-ilwetal.xlsx",
        date(2025, 9, 8),
        "Klimaschutzbericht des Kreises, Stand Juni 2025",
        paper="KT 25/112",
    ),
    Step(
        TOWN,
        "moorlinden.xlsx",
        date(2025, 9, 11),
        "Klimaschutzprogramm, Stand Juni 2025",
        answers={"word:status:läuft": MeasureStatus.ONGOING},
        paper="GR 9/2025",
    ),
    Step(
        CITY,
        "ilwestadt-2025.xlsx",
        date(2025, 9, 23),
        "Stand Juni 2025 mit Bilanz 2023 und verschärftem Ziel",
        answers={QUESTIONS["targets"]: NEW_NUMBER["targets"]},
        paper="0287/2025",
        explanation="Neu sind die Bilanz 2023, das verschärfte Ziel und die Ist-Werte für 2024.",
        reasons={
            "balance": "Der Netzbetreiber hat die Gasmenge eines Industriebetriebs für 2021 berichtigt.",
            "targets": "Der Rat hat das Ziel am 11.12.2024 verschärft (Vorlage 0533/2024).",
        },
    ),
    Step(
        CITY,
        "ilwestadt-sachstand-2025-12.xlsx",
        date(2026, 1, 20),
        "Sachstände zum Jahresende, noch nicht veröffentlicht",
    ),
)
"""What happened so far, in order. Steps without a council paper are not published."""

REPORTED_ON = date(2026, 1, 27)
REPORT_IN_BROWSER = StatusReport(
    measure="M24",
    date=date(2026, 1, 15),
    unit="Tiefbauamt",
    status=MeasureStatus.IN_PROGRESS,
    text="Für die Achse Nord–Süd liegt die Ausführungsplanung vor. Der Bau soll im Herbst 2026 beginnen.",
    reported_by="Sachgebiet Radverkehr",
)
"""A report that only the office knows so far: newer than what the council and the public see."""
