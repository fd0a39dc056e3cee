"""What files about many municipalities say: of each one, and of all of them together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from monitoring.domain.draft import Draft
from monitoring.domain.finding import Finding, Severity, blocks_import
from monitoring.domain.named_place import NamedPlace
from monitoring.domain.question import Question
from monitoring.spreadsheets.understanding import Reading, SheetReading

_ROW = re.compile(r"\d+$")
NO_PLACE = object()
"""In place of a municipality: the row is about none, and what is odd in it concerns nobody."""


@dataclass(frozen=True, slots=True)
class ReadForAll:
    """Files as they were understood; `of_place` has one reading of each, `findings` concern all."""

    files: tuple[str, ...]
    sheets: tuple[SheetReading, ...]
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    of_place: Mapping[NamedPlace, Sequence[Reading]] = field(default_factory=dict)

    @property
    def stands_against(self) -> bool:
        """Whether an open question or a fault concerns the files as a whole."""
        return any(each.default is None for each in self.questions) or blocks_import(self.findings)


def read_for_all(readings: Mapping[str, Reading]) -> ReadForAll:
    """The readings of files, by name, apart by municipality."""
    parted = [_Parted(each) for each in readings.values()]
    places = dict.fromkeys(place for each in parted for place in each.drafts)
    return ReadForAll(
        tuple(readings),
        tuple(sheet for each in parted for sheet in each.reading.sheets),
        tuple(finding for each in parted for finding in each.findings.get(None, ())),
        tuple(question for each in parted for question in each.reading.questions),
        {place: tuple(each.of(place) for each in parted) for place in places},
    )


class _Parted:
    """One reading, its drafts and findings by municipality; None has what concerns all."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.drafts: dict[NamedPlace, list[Draft]] = {}
        self.findings: dict[object, list[Finding]] = {}
        for draft in reading.drafts:
            if draft.place:
                self.drafts.setdefault(draft.place, []).append(draft)
        for finding in reading.findings:
            self.findings.setdefault(self._place_of(finding), []).append(finding)

    def of(self, place: NamedPlace) -> Reading:
        """What the file says of one municipality."""
        drafts, findings = self.drafts.get(place, ()), self.findings.get(place, ())
        return replace(self.reading, drafts=tuple(drafts), findings=tuple(findings), questions=(), places={})

    def _place_of(self, finding: Finding) -> object:
        """Notices and what is counted over many cells concern all; else the row of the cell decides."""
        row = _ROW.search(finding.cell or "")
        rows = self.reading.places.get(finding.sheet or "", {})
        if row is None or finding.severity is Severity.NOTICE or "count" in finding.details:
            return None
        return (rows[int(row[0])] or NO_PLACE) if int(row[0]) in rows else None
