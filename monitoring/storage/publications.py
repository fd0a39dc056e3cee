"""Publications: what was released when and by whom; how rows enter and leave their public life."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from monitoring.domain.access import Life, Sight
from monitoring.domain.kinds import KINDS
from monitoring.domain.publication import Publication
from monitoring.domain.record import Key
from monitoring.storage.content import visible
from monitoring.storage.tables import CONTENT, publications

Keys = Mapping[str, set[Key]]
"""Chosen items: for each kind the business keys."""


def listed(connection: sa.Connection, municipality_id: int) -> list[Publication]:
    """All publications, newest first, withdrawn ones included."""
    query = sa.select(publications).where(publications.c.municipality_id == municipality_id)
    rows = connection.execute(query.order_by(publications.c.number.desc())).mappings()
    return [_publication(row) for row in rows]


def _publication(row: Mapping[Any, Any]) -> Publication:
    return Publication(
        number=row["number"],
        revision=row["revision"],
        published_at=row["published_at"],
        published_by=row["published_by"],
        paper=row["paper"],
        not_before=row["not_before"],
        note=row["note"],
        explanation=row["explanation"],
        is_whole=row["items"] is None,
        withdrawn_at=row["withdrawn_at"],
        withdrawn_because=row["withdrawn_because"],
        withdrawn_explanation=row["withdrawn_explanation"],
    )


def municipalities_out(connection: sa.Connection, today: date) -> set[int]:
    """The numbers of the municipalities of which the public sees something on that day."""
    begun = publications.c.not_before
    query = sa.select(publications.c.municipality_id).where(
        publications.c.withdrawn_at.is_(None), sa.or_(begun.is_(None), begun <= today)
    )
    return set(connection.scalars(query.distinct()))


def newest_out(connection: sa.Connection, today: date) -> dict[int, Publication]:
    """The publication that everybody sees of each municipality on that day, by the municipality's number."""
    begun = publications.c.not_before
    query = sa.select(publications).where(
        publications.c.withdrawn_at.is_(None), sa.or_(begun.is_(None), begun <= today)
    )
    rows = connection.execute(query.order_by(publications.c.number)).mappings()
    return {row["municipality_id"]: _publication(row) for row in rows}


def newest_of_all(connection: sa.Connection, today: date, most: int) -> list[tuple[int, Publication]]:
    """The publications of all municipalities that came out last, newest first, each with whose it is."""
    begun = publications.c.not_before
    query = sa.select(publications).where(
        publications.c.withdrawn_at.is_(None), sa.or_(begun.is_(None), begun <= today)
    )
    came_out = sa.func.coalesce(begun, sa.func.date(publications.c.published_at))
    rows = connection.execute(query.order_by(came_out.desc(), publications.c.published_at.desc()).limit(most))
    return [(row["municipality_id"], _publication(row)) for row in rows.mappings()]


def publish(
    connection: sa.Connection,
    municipality_id: int,
    *,
    revision: int,
    at: datetime,
    by: str,
    paper: str | None = None,
    not_before: date | None = None,
    note: str | None = None,
    explanation: str | None = None,
    chosen: Keys | None = None,
) -> int:
    """Release the current rows, all or those with the chosen keys; returns the number of the publication."""
    number = _next_number(connection, municipality_id)
    items = None if chosen is None else {kind: _written(keys) for kind, keys in chosen.items()}
    values = {"revision": revision, "published_at": at, "published_by": by, "paper": paper, "items": items}
    connection.execute(
        sa.insert(publications).values(
            municipality_id=municipality_id,
            number=number,
            not_before=not_before,
            note=note,
            explanation=explanation,
            **values,
        )
    )
    for kind in CONTENT:
        if chosen is None or chosen.get(kind):
            _release(connection, municipality_id, kind, number, None if chosen is None else chosen[kind])
    return number


def _written(keys: set[Key]) -> list[list[str]]:
    """Business keys as JSON takes them: codes, names, years and days as texts."""
    return sorted([str(part) for part in key] for key in keys)


def _next_number(connection: sa.Connection, municipality_id: int) -> int:
    query = sa.select(sa.func.max(publications.c.number)).where(
        publications.c.municipality_id == municipality_id
    )
    return int(connection.execute(query).scalar() or 0) + 1


def _release(
    connection: sa.Connection, municipality_id: int, kind: str, number: int, keys: set[Key] | None
) -> None:
    """End the public life of rows that are no longer current, begin that of current ones."""
    table = CONTENT[kind]
    own = table.c.municipality_id == municipality_id
    public = sa.and_(table.c.published_since.is_not(None), table.c.published_until.is_(None))
    outdated = sa.and_(own, public, table.c.until.is_not(None))
    fresh = sa.and_(own, table.c.published_since.is_(None), table.c.until.is_(None))
    for condition, values in ((outdated, {"published_until": number}), (fresh, {"published_since": number})):
        if keys is not None:
            condition = table.c.row.in_(_ids(connection, table, kind, condition, keys))
        connection.execute(sa.update(table).where(condition).values(**values))


def _ids(
    connection: sa.Connection,
    table: sa.Table,
    kind: str,
    condition: sa.ColumnElement[bool],
    keys: set[Key],
) -> list[int]:
    columns = [table.c[name] for name in KINDS[kind].KEY]
    rows = connection.execute(sa.select(table.c.row, *columns).where(condition))
    return [row[0] for row in rows if tuple(row[1:]) in keys]


def withdraw(
    connection: sa.Connection,
    municipality_id: int,
    number: int,
    *,
    at: datetime,
    by: str,
    reason: str,
    explanation: str | None = None,
) -> None:
    """Withdraw a publication. Where it was the newest, rows return to the public life of the one before.

    What a withdrawn publication showed is kept as row numbers with it, so that it can still be answered for.
    """
    own = publications.c.municipality_id == municipality_id
    connection.execute(
        sa.update(publications)
        .where(own, publications.c.number == number)
        .values(withdrawn_at=at, withdrawn_by=by, withdrawn_because=reason, withdrawn_explanation=explanation)
    )
    newest_left = sa.select(sa.func.max(publications.c.number)).where(
        own, publications.c.withdrawn_at.is_(None)
    )
    baseline = int(connection.execute(newest_left).scalar() or 0)
    _keep_rows(connection, municipality_id, number)
    if number > baseline:
        _return_to(connection, municipality_id, baseline)


def _keep_rows(connection: sa.Connection, municipality_id: int, number: int) -> None:
    sight = Sight(Life.PUBLIC, number)
    rows = {}
    for kind, table in CONTENT.items():
        query = sa.select(table.c.row).where(
            table.c.municipality_id == municipality_id, visible(table, sight)
        )
        rows[kind] = list(connection.execute(query).scalars())
    own = sa.and_(publications.c.municipality_id == municipality_id, publications.c.number == number)
    connection.execute(sa.update(publications).where(own).values(rows_when_withdrawn=rows))


def _return_to(connection: sa.Connection, municipality_id: int, baseline: int) -> None:
    for table in CONTENT.values():
        own = table.c.municipality_id == municipality_id
        begun = sa.update(table).where(own, table.c.published_since > baseline)
        connection.execute(begun.values(published_since=None, published_until=None))
        ended = sa.update(table).where(own, table.c.published_until > baseline)
        connection.execute(ended.values(published_until=None))
