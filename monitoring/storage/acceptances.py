"""Acceptances of doubted values, kept for each municipality with their comment."""

from __future__ import annotations

from dataclasses import asdict, fields

import sqlalchemy as sa

from monitoring.domain.checks.acceptance import Acceptance, DoubtedValue
from monitoring.storage.tables import acceptances

_ABOUT = tuple(each.name for each in fields(DoubtedValue))


def listed(connection: sa.Connection, municipality_id: int) -> dict[DoubtedValue, Acceptance]:
    """Every acceptance of a municipality, by what it is about."""
    query = sa.select(acceptances).where(acceptances.c.municipality_id == municipality_id)
    found = {}
    for row in connection.execute(query).mappings():
        about = DoubtedValue(**{name: row[name] for name in _ABOUT})
        found[about] = Acceptance(about, row["comment"], row["accepted_at"], row["accepted_by"])
    return found


def accept(connection: sa.Connection, municipality_id: int, acceptance: Acceptance) -> None:
    """Keep an acceptance in the place of an earlier one of the same check, record and field."""
    take_back(connection, municipality_id, acceptance.about)
    said = {"comment": acceptance.comment, "accepted_at": acceptance.at, "accepted_by": acceptance.by}
    connection.execute(
        sa.insert(acceptances).values(municipality_id=municipality_id, **asdict(acceptance.about), **said)
    )


def take_back(connection: sa.Connection, municipality_id: int, about: DoubtedValue) -> None:
    """Drop the acceptance of a check, record and field, whatever the value was."""
    named = {"municipality_id": municipality_id, **asdict(about)}
    own = sa.and_(*(column == named[column.name] for column in acceptances.primary_key.columns))
    connection.execute(sa.delete(acceptances).where(own))
