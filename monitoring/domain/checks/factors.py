"""Do emissions and energy of a carrier fit together, by its emission factor?"""

from __future__ import annotations

from collections.abc import Iterator

from monitoring.domain.balance import Basis, Carrier, EmissionEntry
from monitoring.domain.checks.after_import import AfterImport
from monitoring.domain.checks.doubt import Doubt
from monitoring.domain.checks.figures import value_of

TOLERATED_SHARE = 0.1
"""By how much an implied factor may be off the reference."""


def implied_factor(after: AfterImport) -> Iterator[Doubt]:
    """Doubts carriers whose emissions by energy are off the reference, once for each carrier."""
    doubts: dict[Carrier, list[tuple[EmissionEntry, float, float]]] = {}
    for _, entry in after.changes(EmissionEntry):
        reference = _reference(after, entry)
        implied = _factor(entry) if reference else None
        if implied and reference and abs(implied - reference) > TOLERATED_SHARE * reference:
            doubts.setdefault(entry.carrier, []).append((entry, implied, reference))
    for carrier, found in doubts.items():
        yield from _once(after, carrier, found)


def _once(
    after: AfterImport, carrier: Carrier, found: list[tuple[EmissionEntry, float, float]]
) -> Iterator[Doubt]:
    for entry, implied, reference in found:
        new = [field for field in ("emissions_t", "energy_mwh") if after.is_new(entry, field)]
        if new:
            years = sorted({each.year for each, _, _ in found})
            details = {"carrier": carrier, "year": entry.year, "years": years}
            others = tuple(each for each, _, _ in found)
            yield Doubt(entry, new[0], {**details, "factor": implied, "reference": reference}, others)
            return


def _factor(entry: EmissionEntry) -> float | None:
    energy, emissions = value_of(entry, "energy_mwh"), value_of(entry, "emissions_t")
    return emissions / energy if energy and emissions else None


def _reference(after: AfterImport, entry: EmissionEntry) -> float | None:
    """Only the convention of the references compares: a local mix has factors of its own."""
    if entry.basis is not Basis.BISKO:
        return None
    known = after.references.factors.get(entry.carrier)
    return known.of(entry.year) if known else None
