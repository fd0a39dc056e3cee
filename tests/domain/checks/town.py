"""A small town for trying checks: what is stored, what a file brings, and in which cell."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from monitoring.domain.balance import Carrier, EmissionEntry, Sector
from monitoring.domain.changes import Change
from monitoring.domain.checks.after_import import AfterImport
from monitoring.domain.checks.catalogue import plausibility
from monitoring.domain.inhabitants import Inhabitants
from monitoring.domain.measure import Measure
from monitoring.domain.provenance import Provenance
from monitoring.domain.record import Record
from monitoring.domain.stored import Known
from monitoring.domain.target import TargetNode, TargetQuantity
from monitoring.services.plausibility import references

TODAY = date(2025, 6, 2)


def after(new: Iterable[Record], stored: Iterable[Record] = ()) -> AfterImport:
    """The town after a file; the cell of a new value is `<field>!<year or id>`."""
    kept: dict[str, dict[Any, Known]] = {}
    for each in stored:
        kept.setdefault(each.KIND, {})[each.key] = Known(each)
    changes = []
    for each in new:
        known = kept.get(each.KIND, {}).get(each.key)
        changes.append(Change(each.KIND, known.record if known else None, each, cells(each)))
    return AfterImport(kept, changes, TODAY, references())


def cells(record: Record) -> dict[str, Provenance]:
    """A made-up cell for every filled field."""
    named = getattr(record, "year", None) or getattr(record, "id", "")
    return {
        field: Provenance(None, "Blatt", f"{field}!{named}")
        for field in type(record).model_fields
        if getattr(record, field) is not None
    }


def doubts(new: Iterable[Record], stored: Iterable[Record] = ()) -> list[tuple[str, str | None]]:
    """Code and cell of everything that all checks find odd."""
    return [(each.finding.code, each.finding.cell) for each in plausibility(after(new, stored))]


def entry(year: int, sector: Sector = Sector.HH, t: float | None = None, **more: Any) -> EmissionEntry:
    """A balance value."""
    return EmissionEntry(year=year, sector=sector, emissions_t=t, **more)


def energy(year: int, mwh: float, carrier: Carrier = Carrier.ALL, **more: Any) -> EmissionEntry:
    """The final energy of households."""
    return EmissionEntry(year=year, sector=Sector.HH, carrier=carrier, energy_mwh=mwh, **more)


def balance(year: int, hh: float, ghd: float, ver: float, total: float | None = None) -> list[EmissionEntry]:
    """Three sectors and their total."""
    parts = {Sector.HH: hh, Sector.GHD: ghd, Sector.VER: ver}
    parts[Sector.SUM] = sum(parts.values()) if total is None else total
    return [entry(year, sector, value) for sector, value in parts.items()]


def people(year: int, number: int = 1000) -> Inhabitants:
    """The inhabitants of a year."""
    return Inhabitants(year=year, inhabitants=number)


def node(year: int = 2030, **more: Any) -> TargetNode:
    """A row of the target „Halbierung“."""
    fields: dict[str, Any] = {"quantity": TargetQuantity.EMISSIONS, "value": 500.0, **more}
    return TargetNode(name="Halbierung", year=year, **fields)


def measure(**more: Any) -> Measure:
    """A measure of no particular kind."""
    return Measure(id="M1", programme="Konzept", title="Solar auf Dächern", **more)
