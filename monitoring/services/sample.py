"""The sample data: made-up municipalities with workbooks of their own, loaded through the importer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from monitoring.domain.access import ANYWHERE, Membership, Role, Viewer
from monitoring.domain.editions import NEW_NUMBER, QUESTIONS
from monitoring.domain.measure import MeasureStatus
from monitoring.domain.municipality import Municipality, MunicipalityKind
from monitoring.domain.status_report import StatusReport
from monitoring.services import accounts, editing, importing, municipalities, publishing
from monitoring.services.visit import Visit
from monitoring.storage import accounts as stored_accounts
from monitoring.storage import municipalities as stored_municipalities

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


STEPS = (
    Step(
        CITY,
        "ilwestadt-2024.xlsx",
        date(2024, 9, 17),
        "Stand Juni 2024 mit Bilanz bis 2021",
        paper="Vorlage 0301/2024",
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
        paper="Vorlage 0287/2025",
    ),
    Step(
        CITY,
        "ilwestadt-sachstand-2025-12.xlsx",
        date(2026, 1, 20),
        "Sachstände zum Jahresende, noch nicht veröffentlicht",
    ),
)
"""What happened so far, in order. Steps without a council paper are not published."""


def load_samples(visit: Visit) -> list[DemoAccount]:
    """Fill a database that has no municipality; returns its demo accounts, also where nothing was done.

    The visit needs every right, as the local administrator has.
    """
    with visit.database.reading() as connection:
        is_empty = not stored_municipalities.listed(connection)
    if is_empty:
        _load(visit)
    with visit.database.reading() as connection:
        return [each for each in DEMO_ACCOUNTS if stored_accounts.by_name(connection, each.name)]


def _load(visit: Visit) -> None:
    for municipality in MUNICIPALITIES:
        municipalities.add_municipality(visit, municipality)
    for account in DEMO_ACCOUNTS:
        accounts.add_account(visit, account.name, account.memberships, account.password)
    for step in STEPS:
        _take(step, visit)
    _report_in_browser(_as_manager_of(CITY, visit, date(2026, 1, 27)))
    until = visit.today + timedelta(days=365)
    municipalities.grant_current_state(_as_manager_of(CITY, visit), CITY, "region", until)


def _as_manager_of(slug: str, visit: Visit, day: date | None = None) -> Visit:
    """The demo manager of a municipality on an earlier day: no more rights than that account has."""
    wanted = Membership(Role.MANAGER, slug)
    account = next(each for each in DEMO_ACCOUNTS if wanted in each.memberships)
    viewer = Viewer(name=account.name, memberships=account.memberships)
    then = visit.now if day is None else datetime(day.year, day.month, day.day, 9, 30, tzinfo=UTC)
    # Nothing happens in the future, wherever the clock of this machine stands.
    return replace(visit, viewer=viewer, now=min(then, visit.now))


def _take(step: Step, visit: Visit) -> None:
    then = _as_manager_of(step.municipality, visit, step.day)
    file = importing.File(step.workbook, (WORKBOOKS / step.workbook).read_bytes())
    batch = importing.upload(then, step.municipality, [file])
    options = importing.Options(answers=step.answers, note=step.note)
    taken = importing.take_over(then, step.municipality, batch, options)
    assert taken.revision is not None, (step.workbook, taken.findings, taken.open_questions)
    if step.is_shared:
        publishing.share(then, step.municipality)
    if step.paper:
        publishing.publish(then, step.municipality, paper=step.paper)


def _report_in_browser(visit: Visit) -> None:
    """A report that only the office knows so far: newer than what the council and the public see."""
    report = StatusReport(
        measure="M24",
        date=date(2026, 1, 15),
        unit="Tiefbauamt",
        status=MeasureStatus.IN_PROGRESS,
        text="Für die Achse Nord–Süd liegt die Ausführungsplanung vor. Der Bau soll im Herbst 2026 beginnen.",
        reported_by="Sachgebiet Radverkehr",
    )
    editing.report_status(visit, CITY, report)
