"""The conflict: a record that others changed while one looked at it, and what each would make of it."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from monitoring.domain.changes import Change, effective
from monitoring.domain.record import Item, Record
from monitoring.domain.stored import Stored


@dataclass(frozen=True, slots=True)
class Conflicting:
    """One record as it was seen, as somebody else left it since, and as one's own import would make it."""

    item: Item
    before: Record | None
    theirs: Record | None
    mine: Record | None


def conflicts(changes: Iterable[Change], changed: AbstractSet[Item], seen: Stored) -> list[Conflicting]:
    """The changes that would overwrite what changed since; what came back to what was seen is none.

    Args:
        changes: what the import would change about the current records.
        changed: every record written or closed since it was looked at.
        seen: the records as they were then.
    """
    found = []
    for each in effective(changes):
        known = seen.get(each.kind, {}).get(each.record.key)
        before = known.record if known else None
        if each.item in changed and before != each.before:
            found.append(Conflicting(each.item, before, each.before, each.after))
    return found
