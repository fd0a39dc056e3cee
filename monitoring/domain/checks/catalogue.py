"""The catalogue of all checks, and one walk over those of new values: doubts become findings with cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from monitoring.domain.checks.acceptance import DoubtedValue
from monitoring.domain.checks.after_import import AfterImport
from monitoring.domain.checks.carried_forward import carried_forward
from monitoring.domain.checks.doubt import Check, Doubt
from monitoring.domain.checks.factors import implied_factor
from monitoring.domain.checks.jumps import jump
from monitoring.domain.checks.measures import completed_in_the_future, savings_exceed_balance
from monitoring.domain.checks.negative import negative_value
from monitoring.domain.checks.per_inhabitant import unusual_per_inhabitant
from monitoring.domain.checks.sums import sector_beside_its_parent, total_and_parts_apart
from monitoring.domain.checks.swapped import swapped
from monitoring.domain.checks.targets import (
    base_value_differs,
    geometric_path_to_zero,
    target_rows_disagree,
    target_value_differs,
)
from monitoring.domain.checks.thousand import thousandfold
from monitoring.domain.checks.while_reading import CHECKED_WHILE_READING
from monitoring.domain.checks.zeros import placeholder_zero
from monitoring.domain.finding import Finding, Severity
from monitoring.domain.provenance import Provenance
from monitoring.domain.record import Item

SUM = "sum"
SIZE = "size"
CHECKS: tuple[Check, ...] = (
    Check("sector_beside_its_parent", Severity.WARNING, sector_beside_its_parent, SUM),
    Check("total_differs", Severity.WARNING, total_and_parts_apart, SUM),
    Check("thousandfold", Severity.WARNING, thousandfold, SIZE),
    Check("swapped", Severity.WARNING, swapped, SIZE),
    Check("negative_value", Severity.WARNING, negative_value, SIZE),
    Check("placeholder_zero", Severity.WARNING, placeholder_zero, SIZE),
    Check("jump", Severity.WARNING, jump, SIZE),
    Check("unusual_per_inhabitant", Severity.WARNING, unusual_per_inhabitant, SIZE),
    Check("implied_factor", Severity.WARNING, implied_factor, SIZE),
    Check("carried_forward", Severity.WARNING, carried_forward),
    Check("target_value_differs", Severity.WARNING, target_value_differs),
    Check("base_value_differs", Severity.WARNING, base_value_differs),
    Check("target_rows_disagree", Severity.WARNING, target_rows_disagree),
    Check("geometric_path_to_zero", Severity.WARNING, geometric_path_to_zero),
    Check("completed_in_the_future", Severity.WARNING, completed_in_the_future),
    Check("savings_exceed_balance", Severity.WARNING, savings_exceed_balance),
)
"""Within one cause the surest explanation comes first."""
CATALOGUE: Mapping[str, Severity] = CHECKED_WHILE_READING | {each.code: each.severity for each in CHECKS}
"""Every check there is, with its severity; sentence and reason stand in the texts under its code."""


Sheet = tuple[int | None, str | None]
"""The upload and the name of a sheet."""
NO_FILES: Mapping[Sheet, str] = {}


@dataclass(frozen=True, slots=True)
class Doubted:
    """One finding, with the value it is about and where that came from."""

    finding: Finding
    about: DoubtedValue
    place: Provenance


def plausibility(
    after: AfterImport, checks: Iterable[Check] = CHECKS, files: Mapping[Sheet, str] = NO_FILES
) -> Iterator[Doubted]:
    """Every doubt as a finding at the cell of the new value; `files` names that of each upload and sheet."""
    explained: dict[str, set[Item]] = defaultdict(set)
    for check in checks:
        known = explained[check.cause or check.code]
        first: dict[tuple[Item, str], Doubt] = {}
        fresh: set[Item] = set()
        for doubt in check.find(after):
            item = doubt.record.item
            if item not in known:
                first.setdefault((item, doubt.field), doubt)
                fresh.update([item, *(each.item for each in doubt.others)])
        for doubt in first.values():
            place = after.cell(doubt.record, doubt.field)
            if place is not None:
                finding = _finding(check, doubt, place, files.get((place.upload, place.sheet)))
                yield Doubted(finding, DoubtedValue.of(check.code, doubt.record, doubt.field), place)
        known |= fresh


def _finding(check: Check, doubt: Doubt, place: Provenance, file: str | None) -> Finding:
    return Finding(
        check.code,
        check.severity,
        sheet=place.sheet,
        cell=place.cell,
        value=place.value,
        file=file,
        details=doubt.details,
    )
