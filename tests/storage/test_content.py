"""Content: as of any revision and publication the rows are those of that moment, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
import sqlalchemy as sa

from monitoring.domain.access import Life, Sight
from monitoring.domain.changes import Change
from monitoring.domain.inhabitants import Inhabitants
from monitoring.domain.kinds import KINDS
from monitoring.domain.municipality import Municipality
from monitoring.domain.provenance import Provenance
from monitoring.domain.record import Record
from monitoring.storage import content, municipalities, publications, revisions
from monitoring.storage.database import Database
from monitoring.storage.tables import CONTENT

NOW = datetime(2025, 6, 2, 10, 0, tzinfo=UTC)


class Town:
    """One municipality, written revision by revision."""

    def __init__(self, database: Database) -> None:
        self.database = database
        with database.writing() as connection:
            self.id = municipalities.add(connection, Municipality(slug="town", name="Town"))

    def write(self, *pairs: tuple[int | None, int | None]) -> int:
        """A revision that changes inhabitants of 2020 from … to …; None is none."""
        changes = [Change("inhabitants", _people(before), _people(after)) for before, after in pairs]
        with self.database.writing(self.id) as connection:
            return revisions.add(connection, self.id, changes, at=NOW, by="test", act="edit")

    def publish(self) -> int:
        with self.database.writing(self.id) as connection:
            number = revisions.current(connection, self.id)
            return publications.publish(connection, self.id, revision=number, at=NOW, by="test")

    def withdraw(self, number: int) -> None:
        with self.database.writing(self.id) as connection:
            publications.withdraw(connection, self.id, number, at=NOW, by="test", reason="x")

    def seen(self, life: Life, number: int) -> list[int]:
        with self.database.reading() as connection:
            rows = content.records(connection, self.id, "inhabitants", Sight(life, number))
        return [row.record.inhabitants for row in rows]  # type: ignore[attr-defined]


def _people(number: int | None) -> Record | None:
    return None if number is None else Inhabitants(year=2020, inhabitants=number)


@pytest.fixture
def town(migrated_url: str) -> Iterator[Town]:
    database = Database(migrated_url)
    yield Town(database)
    database.close()


def test_as_of_every_revision(town: Town) -> None:
    for pair in ((None, 10), (10, 20), (20, None), (None, 30)):
        town.write(pair)
    assert [town.seen(Life.OFFICE, number) for number in range(6)] == [[], [10], [20], [], [30], [30]]


def test_as_of_every_publication_and_withdrawal(town: Town) -> None:
    town.write((None, 10))
    town.publish()
    town.write((10, 20))
    town.publish()
    town.write((20, 30))
    town.publish()
    assert [town.seen(Life.PUBLIC, number) for number in range(4)] == [[], [10], [20], [30]]
    town.withdraw(2)
    assert town.seen(Life.PUBLIC, 3) == [30]
    town.withdraw(3)
    assert [town.seen(Life.PUBLIC, number) for number in (1, 9)] == [[10], [10]]
    assert town.publish() == 4
    assert [town.seen(Life.PUBLIC, number) for number in (1, 4)] == [[10], [30]]


def test_no_two_current_rows_and_no_two_public_rows_share_a_key(town: Town) -> None:
    town.write((None, 10))
    town.publish()
    with pytest.raises(sa.exc.IntegrityError):
        town.write((None, 11))
    town.write((10, 12))
    with pytest.raises(sa.exc.IntegrityError), town.database.writing() as connection:
        connection.execute(sa.text("UPDATE inhabitants SET published_since = 1, published_until = NULL"))


def test_a_failed_revision_leaves_nothing(town: Town) -> None:
    town.write((None, 10))
    with pytest.raises(sa.exc.IntegrityError):
        town.write((10, 20), (None, 21))
    with town.database.reading() as connection:
        assert revisions.current(connection, town.id) == 1
    assert town.seen(Life.OFFICE, 9) == [10]


def test_every_table_has_both_unique_indexes_over_its_whole_key(town: Town) -> None:
    for kind, table in CONTENT.items():
        unique = {
            index.name: [column.name for column in index.columns] for index in table.indexes if index.unique
        }
        key = ["municipality_id", *KINDS[kind].KEY]
        names = {name: sorted(columns) for name, columns in unique.items()}
        assert names == {f"uq_{kind}_current": sorted(key), f"uq_{kind}_published": sorted(key)}
        assert not any(table.c[name].nullable for name in key), kind


def test_every_whole_number_fits_into_its_column() -> None:
    """A number in a file has no limit; the column has."""
    unlimited = [
        f"{kind}.{name}"
        for kind, record_type in KINDS.items()
        for name, field in record_type.model_fields.items()
        if "int" in str(field.annotation) and "le" not in str(field.annotation) + str(field.metadata)
        if "Cents" not in str(field.annotation)
    ]
    assert unlimited == []


def test_provenance_comes_back_as_it_went_in(town: Town) -> None:
    origin = Provenance(3, "Einwohner", "B2", "1.234", None)
    change = Change("inhabitants", None, _people(1234), {"inhabitants": origin})
    with town.database.writing(town.id) as connection:
        revisions.add(connection, town.id, [change], at=NOW, by="test", act="import")
    with town.database.reading() as connection:
        (row,) = content.records(connection, town.id, "inhabitants", Sight(Life.OFFICE, 1))
    assert row.provenance == {"inhabitants": origin}


def test_closing_what_is_not_there_does_no_harm(town: Town) -> None:
    assert town.write((10, None)) == 1
    assert town.seen(Life.OFFICE, 1) == []


def test_moments_are_stored_in_utc_and_need_a_time_zone(town: Town) -> None:
    summer = timezone(timedelta(hours=2))
    with town.database.writing(town.id) as connection:
        revisions.add(connection, town.id, [], at=NOW.astimezone(summer), by="t", act="edit")
    with town.database.reading() as connection:
        (made,) = revisions.listed(connection, town.id)
    assert (made.made_at, made.made_at.utcoffset()) == (NOW, timedelta(0))
    with pytest.raises(sa.exc.StatementError), town.database.writing(town.id) as connection:
        revisions.add(connection, town.id, [], at=NOW.replace(tzinfo=None), by="t", act="edit")


def test_a_reader_sees_one_state_while_others_write(town: Town) -> None:
    town.write((None, 10))
    with town.database.reading() as connection:
        before = content.records(connection, town.id, "inhabitants", Sight(Life.OFFICE, 99))
        town.write((10, 20))
        after = content.records(connection, town.id, "inhabitants", Sight(Life.OFFICE, 99))
    assert before == after
    assert town.seen(Life.OFFICE, 99) == [20]
