"""How measures refer to each other: none is part of itself, replaced by itself or numbered as another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from monitoring.domain.changes import Change, ChangeType
from monitoring.domain.finding import Finding, error
from monitoring.domain.measure import Measure
from monitoring.domain.measure_register import plain
from monitoring.domain.record import Item, Record
from monitoring.domain.stored import Stored


class MeasureLinks:
    """Measures as they refer to each other, by id, or by number or title within a programme."""

    def __init__(self, measures: Iterable[Measure]) -> None:
        self._measures = list(measures)

    @cached_property
    def _by_id(self) -> dict[str, Measure]:
        return {plain(each.id): each for each in self._measures}

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], Measure]:
        return {
            (each.programme, plain(name)): each
            for each in self._measures
            for name in (each.title, each.number)
            if name
        }

    def faults(self, measure: Measure) -> dict[str, str]:
        """What is wrong with the references of a measure, by field.

        >>> m = Measure(id="M1", programme="P", number="1", title="PV", parent="1", replaced_by="M1")
        >>> MeasureLinks([m]).faults(m)
        {'parent': 'refers_to_itself', 'replaced_by': 'refers_to_itself'}
        """
        found = {
            field: "refers_to_itself"
            for field in ("parent", "replaced_by")
            if getattr(measure, field) and self._meant(getattr(measure, field), measure) == measure
        }
        if "parent" not in found and self._is_above_itself(measure):
            found["parent"] = "parents_in_circle"
        return found

    def is_number_taken(self, measure: Measure) -> bool:
        """Whether another measure of the same programme has the same number."""
        number = plain(measure.number)
        return bool(number) and any(
            (each.programme, plain(each.number)) == (measure.programme, number)
            for each in self._measures
            if each.id != measure.id
        )

    def _meant(self, name: str | None, measure: Measure) -> Measure | None:
        if name is None:
            return None
        return self._by_id.get(plain(name)) or self._by_name.get((measure.programme, plain(name)))

    def _is_above_itself(self, measure: Measure) -> bool:
        seen: set[str] = set()
        above = self._meant(measure.parent, measure)
        while above is not None and above.id not in seen:
            if above.id == measure.id:
                return True
            seen.add(above.id)
            above = self._meant(above.parent, above)
        return False


def link_findings(changes: Mapping[Item, Change], stored: Stored) -> list[Finding]:
    """The wrong references that an import would bring, each at its cell."""
    referring = [each for (kind, _), each in changes.items() if kind == Measure.KIND and _refers(each.after)]
    if not referring:
        return []
    own = {item: each for item, each in changes.items() if item[0] == Measure.KIND}
    kept = [
        known.record for key, known in stored.get(Measure.KIND, {}).items() if (Measure.KIND, key) not in own
    ]
    after = [each.after for each in own.values()]
    links = MeasureLinks(each for each in (*kept, *after) if isinstance(each, Measure))
    return [
        _finding(change, field, code)
        for change in referring
        if isinstance(change.after, Measure) and change.type is not ChangeType.UNCHANGED
        for field, code in links.faults(change.after).items()
    ]


def _refers(record: Record | None) -> bool:
    return isinstance(record, Measure) and (record.parent or record.replaced_by) is not None


def _finding(change: Change, field: str, code: str) -> Finding:
    origin = change.provenance.get(field)
    return error(
        code,
        sheet=origin.sheet if origin else None,
        cell=origin.cell if origin else None,
        value=origin.value if origin else None,
        details={"kind": Measure.KIND, "field": field},
    )
