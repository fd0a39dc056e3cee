"""The reasons given in the office: why each thing that would be corrected in public was changed."""

from __future__ import annotations

from collections.abc import Iterable

from monitoring.domain.correction import Corrected, Correction, with_reasons
from monitoring.domain.record import Key
from monitoring.storage import revisions, value_revisions
from monitoring.storage.database import Connection
from monitoring.storage.municipalities import Place


def explained(connection: Connection, place: Place, found: Iterable[Correction]) -> list[Correction]:
    """The corrections, each with what was noted with the revision that made it."""
    every = list(found)
    notes = {each.number: each.note for each in revisions.listed(connection, place.id)} if every else {}
    by_kind: dict[str, dict[Key, dict[str, Corrected]]] = {}
    for each in every:
        record = each.now or each.was
        field = "" if each.is_new_number else each.about.field
        by_kind.setdefault(record.KIND, {}).setdefault(record.key, {})[field] = each.about
    reasons: dict[Corrected, str | None] = {}
    for kind, fields in by_kind.items():
        for (key, field), number in value_revisions.brought(connection, place.id, kind, fields).items():
            reasons[fields[key][field]] = notes.get(number)
    return with_reasons(every, reasons)
