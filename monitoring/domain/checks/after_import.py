"""What a municipality would have after an import: stored records with the changes, and what is new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from monitoring.domain.balance import Area, Basis, EmissionEntry
from monitoring.domain.changes import Change, ChangeType
from monitoring.domain.checks.figures import (
    Figure,
    Line,
    Numbers,
    Parted,
    Row,
    Subject,
    Years,
    lines,
    newest_by_year,
    parted,
    rows,
    value_of,
    values_of,
)
from monitoring.domain.checks.references import References
from monitoring.domain.inhabitants import Inhabitants
from monitoring.domain.provenance import Provenance
from monitoring.domain.record import Item, Record
from monitoring.domain.row_origins import RowProvenance
from monitoring.domain.stored import Stored

R = TypeVar("R", bound=Record)
Field = str
Scope = tuple[Area, Basis]
"""Balance values are compared only within one balance area and one convention."""
BALANCE_FIELDS = ("emissions_t", "energy_mwh")


class AfterImport:
    """Every record as it would be, whatever file it came from, and the cells of the new values.

    Args:
        uploads: the uploads of this import; cells of other uploads are not pointed at.
    """

    def __init__(
        self,
        stored: Stored,
        changes: Iterable[Change],
        today: date,
        references: References,
        uploads: AbstractSet[int | None] = frozenset({None}),
    ) -> None:
        self.stored = stored
        self.today = today
        self.references = references
        self._uploads = uploads
        self._of_kind: dict[str, list[Change]] = {}
        for each in changes:
            self._of_kind.setdefault(each.kind, []).append(each)
        self._records: dict[type[Record], list[Any]] = {}
        self._changed: dict[type[Record], list[Any]] = {}

    def is_concerned(self, *kinds: str) -> bool:
        """Whether anything of these kinds is new, changed or removed."""
        return not self._new_kinds.isdisjoint(kinds)

    @cached_property
    def _new_kinds(self) -> set[str]:
        return {kind for kind, own in self._of_kind.items() if any(map(_changes_anything, own))}

    def records(self, record_type: type[R]) -> list[R]:
        """All records of a kind as they would be."""
        if record_type not in self._records:
            self._records[record_type] = self._all(record_type)
        return self._records[record_type]

    def _all(self, record_type: type[R]) -> list[R]:
        changes = self._of_kind.get(record_type.KIND, [])
        stored = self.stored.get(record_type.KIND, {})
        decided = {each.record.key for each in changes} if stored else set()
        kept = [known.record for key, known in stored.items() if key not in decided]
        new = [each.after for each in changes if each.after]
        return [each for each in (*kept, *new) if isinstance(each, record_type)]

    def changes(self, record_type: type[R]) -> list[tuple[R | None, R]]:
        """The records of a kind that are new or changed, each with the one before."""
        if record_type not in self._changed:
            self._changed[record_type] = self._new_or_changed(record_type)
        return self._changed[record_type]

    def _new_or_changed(self, record_type: type[R]) -> list[tuple[R | None, R]]:
        return [
            (each.before if isinstance(each.before, record_type) else None, each.after)
            for each in self._of_kind.get(record_type.KIND, [])
            if isinstance(each.after, record_type) and _changes_anything(each)
        ]

    def is_new(self, record: Record, field: Field) -> bool:
        """Whether this import brings the value of a field."""
        change = self._change_of(record)
        if change is None or change.after is None or not self._is_from_here(change.provenance, field):
            return False
        return change.before is None or getattr(change.before, field) != getattr(change.after, field)

    def cell(self, record: Record, field: Field) -> Provenance | None:
        """The cell of this import that a value comes from; None where it came from elsewhere."""
        change = self._change_of(record)
        if change is None or not self._is_from_here(change.provenance, field):
            return None
        return change.provenance[field]

    def _change_of(self, record: Record) -> Change | None:
        found = self._made.get(id(record))
        return found or self._by_item.get(record.item)

    @cached_property
    def _made(self) -> dict[int, Change]:
        """The changes by the very record they make: told without its key, which is asked for many times."""
        return {id(each.after): each for own in self._of_kind.values() for each in own if each.after}

    @cached_property
    def _by_item(self) -> dict[Item, Change]:
        return {each.item: each for own in self._of_kind.values() for each in own}

    def _is_from_here(self, provenance: Mapping[str, Provenance], field: Field) -> bool:
        if isinstance(provenance, RowProvenance):  # told without working out the cell
            return field in provenance and provenance.upload in self._uploads
        found = provenance.get(field)
        return found is not None and found.cell is not None and found.upload in self._uploads

    def new_entry(self, figure: Figure, field: Field) -> EmissionEntry | None:
        """The largest value of a figure that this import brings; None where all of it was known before."""
        new = [entry for entry in figure.entries if self.is_new(entry, field)]
        return max(new, key=lambda entry: abs(value_of(entry, field) or 0.0), default=None)

    @cached_property
    def inhabitants(self) -> Mapping[int, Inhabitants]:
        """The inhabitants of each year."""
        return {each.year: each for each in self.records(Inhabitants)}

    @cached_property
    def scopes(self) -> Mapping[Scope, list[EmissionEntry]]:
        """The balance values of each area and convention."""
        return by_scope(self.records(EmissionEntry))

    @cached_property
    def _years(self) -> Mapping[Scope, Years]:
        return {scope: newest_by_year(entries) for scope, entries in self.scopes.items()}

    def rows(self, scope: Scope, field: Field) -> list[tuple[Row, Numbers]]:
        """The values of each sector and carrier of an area and convention in the order of years, with the
        numbers in one of their fields.
        """
        if (scope, field) not in self._numbers:
            own = self._rows.get(scope, [])
            self._numbers[scope, field] = [(row, values_of(row, field)) for row in own]
        return self._numbers[scope, field]

    @cached_property
    def _rows(self) -> Mapping[Scope, list[Row]]:
        return {scope: rows(years) for scope, years in self._years.items()}

    @cached_property
    def _numbers(self) -> dict[tuple[Scope, Field], list[tuple[Row, Numbers]]]:
        return {}

    def lines(self, scope: Scope, field: Field) -> Mapping[Subject, Line]:
        """The lines of an area and convention, of emissions or energy."""
        if (scope, field) not in self._lines:
            self._lines[scope, field] = lines(self._parted.get(scope, {}), field)
        return self._lines[scope, field]

    @cached_property
    def _parted(self) -> Mapping[Scope, Mapping[int, Parted]]:
        return {scope: parted(years) for scope, years in self._years.items()}

    @cached_property
    def _lines(self) -> dict[tuple[Scope, Field], Mapping[Subject, Line]]:
        return {}


def _changes_anything(change: Change) -> bool:
    return change.type is not ChangeType.UNCHANGED


def by_scope(entries: Iterable[EmissionEntry]) -> dict[Scope, list[EmissionEntry]]:
    """Balance values by their area and convention."""
    found: dict[Scope, list[EmissionEntry]] = {}
    for each in entries:
        found.setdefault((each.area, each.basis), []).append(each)
    return found
