"""Merging: drafts held against stored records give the changes an import would make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import ValidationError

from monitoring.domain.changes import Change
from monitoring.domain.contradictions import Pair, contradiction_findings, contradicts
from monitoring.domain.draft import Draft
from monitoring.domain.finding import Finding, error
from monitoring.domain.kinds import KINDS
from monitoring.domain.numbering import COUNTED_UP, counted_key, newest_numbers
from monitoring.domain.provenance import Provenance, from_file
from monitoring.domain.record import Item, Key, Record, field_names, made_of_own, rounded
from monitoring.domain.row_origins import RowOrigins, RowProvenance
from monitoring.domain.stored import Known, Stored


@dataclass(slots=True)
class Merged:
    """The changes of one import and the rows that cannot become records."""

    changes: dict[Item, Change] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def merge(drafts: Iterable[Draft], stored: Stored) -> Merged:
    """What the drafts would change.

    A field the draft does not name stays; one it names as None is cleared. Drafts with the same key complete
    each other; where they contradict each other that is a finding.
    """
    merging = _Merging(stored)
    for draft in drafts:
        merging.add(draft)
    merging.merged.findings.extend(contradiction_findings(merging.contradictions))
    return merging.merged


class _Merging:
    """Draft after draft, each held against what is stored and what came before it."""

    def __init__(self, stored: Stored) -> None:
        self.merged = Merged()
        self.contradictions: list[Pair] = []
        self._stored = stored
        self._newest = newest_numbers(stored)
        self._first: dict[Item, Draft] = {}

    def add(self, draft: Draft) -> None:
        """Take a draft in, as a change or as a finding."""
        kind, record_type = draft.kind, KINDS[draft.kind]
        said = tuple(map(draft.values.get, record_type.KEY))
        key = said if None not in said else _completed(draft, self._newest)
        if key is None or "" in key:
            missing = error("key_missing", file=draft.file, sheet=draft.sheet, cell=draft.cell)
            self.merged.findings.append(missing)
            return
        item, names = (kind, key), {} if key is said else dict(zip(record_type.KEY, key, strict=True))
        other = self._first.setdefault(item, draft)
        known = self._stored.get(kind, _NOTHING).get(key)
        if known is None and other is draft and draft.is_checked:
            record = made_of_own(record_type, {**draft.values, **names} if names else draft.values)
            if record is not None:
                self.merged.changes[item] = Change(kind, None, record, _provenance(draft, None, record))
                return
        if other is draft or not contradicts(draft, other):
            self._complete(item, draft, known)
        else:
            self.contradictions.append((draft, other))

    def _complete(self, item: Item, draft: Draft, known: Known | None) -> None:
        """Hold a draft against what is known of its record, from rows before it or from what is stored."""
        earlier = self.merged.changes.get(item)
        if earlier and earlier.after:
            known = Known(earlier.after, earlier.provenance)
        try:
            after = _record(draft, item[1], known)
        except ValidationError as problem:
            self.merged.findings.extend(_findings(draft, problem))
            return
        before = earlier.before if earlier else (known.record if known else None)
        self.merged.changes[item] = Change(draft.kind, before, after, _provenance(draft, known, after))


_NOTHING: Mapping[Key, Known] = {}


def _completed(draft: Draft, newest: Mapping[Item, int]) -> Key | None:
    """The key of a row that leaves parts of it unsaid; None where they cannot be known."""
    record_type = KINDS[draft.kind]
    counter = COUNTED_UP.get(draft.kind)
    said = draft.values
    values = {
        name: default if said.get(name) is None else said[name]
        for name, default in _key_defaults(record_type).items()
    }
    if counter and said.get(counter) is None and None not in values.values():
        values[counter] = newest.get((draft.kind, counted_key(draft.kind, values)), 1)
    key = tuple(values.values())
    return None if None in key else key


@cache
def _key_defaults(record_type: type[Record]) -> dict[str, Any]:
    fields = ((name, record_type.model_fields[name]) for name in record_type.KEY)
    return {name: None if field.is_required() else field.default for name, field in fields}


def _record(draft: Draft, key: Key, known: Known | None) -> Record:
    record_type = KINDS[draft.kind]
    names = dict(zip(record_type.KEY, key, strict=True))
    # pydantic makes the fields anew each time they are asked for: once for each row is enough.
    fields = record_type.model_fields
    before = {name: getattr(known.record, name) for name in fields} if known else {}
    given = {name: value for name, value in draft.values.items() if name in fields}
    values = before | given | names
    # A cleared field falls back to its default, which for most is „nothing“.
    said = {name: value for name, value in values.items() if value is not None or fields[name].is_required()}
    return rounded(record_type(**said))


def _provenance(draft: Draft, known: Known | None, after: Record) -> Mapping[str, Provenance]:
    """Changed and new values carry their own cell, untouched ones keep the cell they had."""
    fields = field_names(type(after))
    if known is None and isinstance(draft.origins, RowOrigins):
        return RowProvenance(draft.origins, draft.upload, fields)
    provenance = dict(known.provenance) if known else {}
    for name, origin in draft.origins.items():
        unchanged = known and name in provenance and _value(known.record, name) == _value(after, name)
        if not unchanged and name in fields:
            provenance[name] = from_file(origin, draft.upload)
    return provenance


def _value(record: Record, name: str) -> Any:
    return getattr(record, name, None)


def _findings(draft: Draft, problem: ValidationError) -> list[Finding]:
    """One finding for each broken rule, at the cell of its field."""
    found = []
    for fault in problem.errors(include_url=False):
        name = str(fault["loc"][0]) if fault["loc"] else ""
        origin = draft.origins.get(name)
        found.append(
            error(
                _code(fault, draft.values.get(name)),
                file=draft.file,
                sheet=draft.sheet,
                cell=origin.cell if origin else draft.cell,
                value=origin.text if origin else None,
                details={
                    "kind": draft.kind,
                    "field": name,
                    "limit": str(fault.get("ctx", {})),
                    "has_column": name in draft.origins,
                },
            )
        )
    return found


def _code(fault: Any, value: Any) -> str:
    if fault["type"] == "value_error":
        return str(fault["ctx"]["error"])
    return "field_missing" if value is None else "value_not_allowed"
