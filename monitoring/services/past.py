"""The past of a publication: what earlier ones showed, as everybody could read it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from math import inf

from monitoring.domain.access import Life, Sight
from monitoring.domain.confidentiality.blanking import blanked, is_left_out
from monitoring.domain.confidentiality.withholding import Withheld
from monitoring.domain.kinds import KINDS
from monitoring.domain.past import Past, Version
from monitoring.domain.publication import Publication
from monitoring.domain.stored import Known
from monitoring.services.state import shown, without_persons
from monitoring.storage import correction_reasons, public_versions, publications
from monitoring.storage.database import Connection


def past(
    connection: Connection, municipality_id: int, number: int | None, today: date, hidden: Withheld
) -> Past:
    """What the public saw before the publication with this number; nothing where there is none.

    What is `hidden` now is hidden in the past too.
    """
    if number is None:
        return Past()
    sight = Sight(Life.PUBLIC, number)
    listed = publications.listed(connection, municipality_id)
    out = [each for each in reversed(listed) if each.is_out(today) and each.number <= number]
    closed, begun = {}, {}
    # With the first publication nothing can have been amended.
    for kind in KINDS if len(out) > 1 else ():
        versions = public_versions.closed(connection, municipality_id, kind, number)
        told = [each for each in versions if not is_left_out(each.record, hidden)]
        closed[kind] = tuple(_shown(each, sight, hidden) for each in told)
        begun[kind] = public_versions.begun(connection, municipality_id, kind, number)
    return Past(
        publications=tuple(without_persons(each, sight) for each in out),
        closed=closed,
        begun=begun,
        reasons=correction_reasons.listed(connection, municipality_id) if len(out) > 1 else {},
        withdrawn=tuple(without_persons(each, sight) for each in _withdrawn(listed, number, today)),
    )


def _withdrawn(listed: Iterable[Publication], number: int, today: date) -> list[Publication]:
    """Those that the public saw once and no longer sees, before the publication that follows this one."""
    every = list(listed)
    following = min(
        (each.number for each in every if each.is_out(today) and each.number > number), default=inf
    )
    gone = (each for each in every if each.withdrawn_at is not None and each.was_out(today))
    return [each for each in gone if each.number < following]


def _shown(version: Version, sight: Sight, hidden: Withheld) -> Version:
    record = blanked(shown(Known(version.record), sight).record, hidden)
    return Version(record, version.since, version.until)
