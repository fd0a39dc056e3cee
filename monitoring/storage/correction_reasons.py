"""Reasons of corrections: why a publication changed what was public, one for each thing it changed."""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa

from monitoring.domain.correction import Corrected
from monitoring.storage.tables import correction_reasons


def keep(
    connection: sa.Connection, municipality_id: int, publication: int, reasons: Mapping[Corrected, str]
) -> None:
    """Keep the reasons given with a publication."""
    rows = [
        {
            "municipality_id": municipality_id,
            "publication": publication,
            "kind": about.kind,
            "key": list(about.key),
            "field": about.field,
            "reason": reason,
        }
        for about, reason in reasons.items()
    ]
    if rows:
        connection.execute(sa.insert(correction_reasons), rows)


def listed(connection: sa.Connection, municipality_id: int) -> dict[tuple[int, Corrected], str]:
    """All reasons of a municipality, by the number of the publication and what they are given for."""
    table = correction_reasons
    rows = connection.execute(sa.select(table).where(table.c.municipality_id == municipality_id)).mappings()
    return {
        (row["publication"], Corrected(row["kind"], tuple(row["key"]), row["field"])): row["reason"]
        for row in rows
    }
