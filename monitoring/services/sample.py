"""The sample data: made-up municipalities with workbooks of their own, loaded through the importer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from monitoring.domain.access import Membership, Role, Viewer
from monitoring.domain.open_data import DATA_SETS
from monitoring.services import (
    accounts,
    easy_texts,
    editing,
    importing,
    municipalities,
    open_data,
    overview,
    public_face,
    publishing,
    stories,
)
from monitoring.services.sample_faces import FACES, LOGO
from monitoring.services.sample_story import (
    CITY,
    DEMO_ACCOUNTS,
    MUNICIPALITIES,
    REPORT_IN_BROWSER,
    REPORTED_ON,
    STEPS,
    WORKBOOKS,
    DemoAccount,
    Step,
)
from monitoring.services.sample_written import EASY_TEXT, PHOTO, PUBLISHED_WITH, STORIES
from monitoring.services.visit import Visit
from monitoring.storage import accounts as stored_accounts
from monitoring.storage import municipalities as stored_municipalities


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
    for slug in {step.municipality: None for step in STEPS}:
        open_data.decide(_as_manager_of(slug, visit), slug, DATA_SETS, is_confirmed=True)
    for slug in FACES:
        _present(slug, _as_manager_of(slug, visit))
    editing.report_status(_as_manager_of(CITY, visit, REPORTED_ON), CITY, REPORT_IN_BROWSER)
    until = visit.today + timedelta(days=365)
    municipalities.grant_current_state(_as_manager_of(CITY, visit), CITY, "region", until)


def _present(slug: str, manager: Visit) -> None:
    """Set how a municipality appears; the city has a coat of arms."""
    known, content = public_face.checked_logo(LOGO.read_bytes()) if slug == CITY else (None, None)
    face = FACES[slug].model_copy(update={"logo": known})
    public_face.change_public_face(manager, slug, face, overview.municipality(manager, slug), content)


def _as_manager_of(slug: str, visit: Visit, day: date | None = None) -> Visit:
    """The demo manager of a municipality on an earlier day: no more rights than that account has."""
    wanted = Membership(Role.MANAGER, slug)
    account = next(each for each in DEMO_ACCOUNTS if wanted in each.memberships)
    viewer = Viewer(name=account.name, memberships=account.memberships)
    then = visit.now if day is None else datetime(day.year, day.month, day.day, 9, 30, tzinfo=UTC)
    # Nothing happens in the future, wherever the clock of this machine stands.
    return replace(visit, viewer=viewer, now=min(then, visit.now))


def _write_for_everybody(manager: Visit, slug: str) -> None:
    """Tell the success stories, the first with its photo, and keep the text in easy language."""
    photo: bytes | None = PHOTO.read_bytes()
    for measure, told in STORIES.items():
        stories.tell(manager, slug, measure, told, photo=photo)
        photo = None
    checked_on = min(date(2025, 9, 15), manager.today)
    easy_texts.keep_easy_text(manager, slug, EASY_TEXT | {"checked_on": checked_on}, is_confirmed=True)


def _take(step: Step, visit: Visit) -> None:
    then = _as_manager_of(step.municipality, visit, step.day)
    file = importing.File(step.workbook, (WORKBOOKS / step.workbook).read_bytes())
    batch = importing.upload(then, step.municipality, [file])
    options = importing.Options(answers=step.answers, note=step.note)
    taken = importing.take_over(then, step.municipality, batch, options)
    assert taken.revision is not None, (step.workbook, taken.findings, taken.open_questions)
    if step.workbook == PUBLISHED_WITH:
        _write_for_everybody(then, step.municipality)
    if step.is_shared:
        publishing.share(then, step.municipality)
    if step.paper:
        corrected = [each.about for each in publishing.preview(then, step.municipality).corrections]
        reasons = {about: step.reasons[about.kind] for about in corrected if about.kind in step.reasons}
        publishing.publish(
            then, step.municipality, paper=step.paper, explanation=step.explanation, reasons=reasons
        )
