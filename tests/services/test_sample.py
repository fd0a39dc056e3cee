"""The sample data loads through the importer and tells the story it was made for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from monitoring.domain.access import PUBLIC_VIEWER, Viewer, local_administrator
from monitoring.domain.finding import blocks_import
from monitoring.domain.measure import MeasureStatus
from monitoring.domain.overview import Overview
from monitoring.domain.public_face import accent_faults
from monitoring.domain.rating import Rating
from monitoring.domain.record import INTERNAL, fields_with
from monitoring.domain.statement import Statement, known_facts, missing_facts
from monitoring.services import accounts, importing, sample
from monitoring.services import sample_story as story
from monitoring.services.history import history
from monitoring.services.laender import laender
from monitoring.services.overview import municipality, overview
from monitoring.services.public_face import public_face
from monitoring.services.sample_faces import LOGO
from monitoring.services.sample_written import PHOTO
from monitoring.services.visit import Visit
from monitoring.storage.database import Database
from monitoring.storage.schema import upgrade

NOW = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
OWN = (story.CITY, story.DISTRICT, story.TOWN)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database with the sample data, loaded once: nothing here changes it."""
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('sample') / 'sample.db'}")
    upgrade(database)
    sample.load_samples(_visit(database, local_administrator("start")))
    yield database
    database.close()


def _visit(database: Database, viewer: Viewer = PUBLIC_VIEWER) -> Visit:
    return Visit(database, viewer, NOW)


def _signed_in(database: Database, name: str) -> Visit:
    account = next(each for each in story.DEMO_ACCOUNTS if each.name == name)
    session = accounts.sign_in(_visit(database), name, account.password, "127.0.0.1")
    viewer = accounts.viewer_of(_visit(database), session)
    assert viewer is not None
    return _visit(database, viewer)


def _public(database: Database, slug: str) -> Overview:
    return overview(_visit(database), slug)


def _ratings(seen: Overview) -> dict[str, Rating]:
    return {view.target.name: view.progress.rating for view in seen.targets}


def test_it_loads_into_an_empty_database_on_both_systems(migrated_url: str) -> None:
    database = Database(migrated_url)
    found = sample.load_samples(_visit(database, local_administrator("start")))
    assert found == list(story.DEMO_ACCOUNTS)
    assert len(_public(database, story.CITY).measures) == 60
    database.close()


def test_a_second_start_adds_nothing_and_still_names_the_accounts(loaded: Database) -> None:
    before = history(_signed_in(loaded, "klimamanagement"), story.CITY)
    assert sample.load_samples(_visit(loaded, local_administrator("start"))) == list(story.DEMO_ACCOUNTS)
    assert history(_signed_in(loaded, "klimamanagement"), story.CITY) == before


def test_it_is_marked_and_large_enough(loaded: Database) -> None:
    seen = [_public(loaded, slug) for slug in OWN]
    assert all(each.municipality.is_sample for each in seen)
    assert sum(len(each.measures) for each in seen) >= 90


def test_the_city_is_behind_its_path_with_a_break_a_gap_and_a_tightened_target(loaded: Database) -> None:
    seen = _public(loaded, story.CITY)
    assert set(_ratings(seen).values()) == {
        Rating.OFF_TRACK,
        Rating.OPPOSITE,
        Rating.SLIGHT_DEVIATION,
        Rating.ON_TRACK,
    }
    assert seen.main_target is not None
    assert (seen.main_target.target.version, seen.main_target.progress.rating) == (2, Rating.OFF_TRACK)
    assert [(each.name, each.version) for each in seen.earlier_targets] == [(seen.main_target.target.name, 1)]
    assert {each.year for each in seen.emissions} == set(range(2010, 2024)) - {2016}
    assert [each.year for each in seen.emissions if each.is_break] == [2019]


def test_the_district_is_on_track_and_the_small_town_provisional(loaded: Database) -> None:
    assert set(_ratings(_public(loaded, story.DISTRICT)).values()) == {Rating.ON_TRACK}
    town = _public(loaded, story.TOWN)
    assert set(_ratings(town).values()) == {Rating.PROVISIONAL}
    assert [each.year for each in town.emissions] == [2018, 2022]


@pytest.mark.parametrize("slug", OWN)
def test_values_per_inhabitant_are_plausible(loaded: Database, slug: str) -> None:
    seen = _public(loaded, slug)
    per_head = [each.total / seen.inhabitants[each.year] for each in seen.emissions if each.total]
    assert len(per_head) == len(seen.emissions)
    assert all(5 < tonnes < 11 for tonnes in per_head)


def test_the_same_number_in_two_programmes_are_two_measures(loaded: Database) -> None:
    first = [each.measure for each in _public(loaded, story.CITY).measures if each.measure.number == "M1"]
    assert len({each.programme for each in first}) == len({each.id for each in first}) == 2


def test_failures_are_said_plainly(loaded: Database) -> None:
    measures = [view.measure for view in _public(loaded, story.CITY).measures]
    statuses = {each.status for each in measures}
    assert statuses == set(MeasureStatus)
    assert all(each.status_reason for each in measures if each.status is MeasureStatus.REJECTED)
    titles = {each.title for each in measures}
    assert all(each.replaced_by in titles for each in measures if each.status is MeasureStatus.REPLACED)


def test_public_council_and_manager_see_different_states(loaded: Database) -> None:
    visits = [_visit(loaded), _signed_in(loaded, "rat"), _signed_in(loaded, "klimamanagement")]
    assert [overview(visit, story.CITY).stand.revision for visit in visits] == [5, 6, 7]
    assert overview(_signed_in(loaded, "region"), story.CITY).stand.revision == 7
    first = overview(_visit(loaded), story.CITY, publication=1)
    assert first.balance_year == 2021


def test_internal_fields_are_filled_and_stay_inside(loaded: Database) -> None:
    def internal(seen: Overview) -> list[str]:
        return [
            value
            for records in seen.records.values()
            for record in records
            for name in fields_with(type(record), INTERNAL)
            if (value := getattr(record, name)) is not None
        ]

    assert internal(overview(_signed_in(loaded, "klimamanagement"), story.CITY))
    assert all(not internal(_public(loaded, slug)) for slug in OWN)


@pytest.mark.parametrize("step", story.STEPS, ids=lambda step: step.workbook)
def test_every_workbook_passes_the_check_alone(loaded: Database, step: story.Step) -> None:
    """Newcomers try the import with these files."""
    file = importing.File(step.workbook, (story.WORKBOOKS / step.workbook).read_bytes())
    found = importing.check_files([file], importing.Options(answers=step.answers), _visit(loaded))
    assert not blocks_import(found.findings)
    assert found.open_questions == ()


def test_no_file_lies_about_unused() -> None:
    lying = {path.name for path in Path(story.WORKBOOKS).iterdir()}
    assert lying == {*(step.workbook for step in story.STEPS), LOGO.name, PHOTO.name}


def test_the_city_shows_everything_a_face_can_set(loaded: Database) -> None:
    visit = _visit(loaded)
    face, own = public_face(visit, story.CITY), municipality(visit, story.CITY)
    assert face.logo is not None
    facts = known_facts(face, own, laender()[face.land or ""])
    assert [each for each in Statement if missing_facts(each, facts)] == []
    assert accent_faults(face.accent, face.accent_dark) == {}


def test_it_loads_wherever_the_clock_stands(migrated_sqlite_url: str) -> None:
    database = Database(migrated_sqlite_url)
    early = datetime(2025, 1, 1, tzinfo=UTC)
    sample.load_samples(Visit(database, local_administrator("start"), early))
    manager = _signed_in(database, "klimamanagement")
    assert all(each.made_at <= early for each in history(manager, story.CITY).revisions)
    assert early - history(manager, story.CITY).revisions[-1].made_at > timedelta(days=100)
    database.close()
