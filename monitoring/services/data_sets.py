"""Data sets: what a municipality gives away of what it published, with a description of every field.

Whoever asks gets what everybody gets: never more than the public sees.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from monitoring.domain import data_set as described
from monitoring.domain.access import PUBLIC_VIEWER
from monitoring.domain.data_set import DataField, DataSet
from monitoring.domain.errors import NotFound
from monitoring.domain.field_type import FieldType
from monitoring.domain.kinds import KINDS
from monitoring.domain.open_data import PATHS, OpenData
from monitoring.domain.overview import Overview
from monitoring.domain.path_point import PathPoint, points_of
from monitoring.domain.publication import Publication
from monitoring.domain.record import Record
from monitoring.domain.target import TargetNode
from monitoring.domain.target_versions import targets_from_nodes
from monitoring.services.overview import overview
from monitoring.services.publications import published
from monitoring.services.visit import Visit
from monitoring.spreadsheets.formats import format_of

_UNITS = {"t": "t CO2e", "€": described.MONEY_UNIT, "Jahre": "a"}
"""Units of the workbook that are written otherwise where no German reads them."""
_YEARLY, _A_YEAR = frozenset({("measures", "savings_t"), ("measures", "energy_savings_mwh")}), "/a"
"""Values that are told for each year."""


@dataclass(frozen=True)
class Opened:
    """What is open of a municipality as of one publication."""

    overview: Overview
    publications: tuple[Publication, ...]

    @property
    def decision(self) -> OpenData:
        """What the municipality decided."""
        return self.overview.open_data

    @property
    def publication(self) -> Publication:
        """The publication that is seen."""
        publication = self.overview.stand.publication
        assert publication is not None
        return publication

    @property
    def provider(self) -> str:
        """Who is to be cited."""
        return self.decision.provider or self.overview.municipality.name

    @property
    def sets(self) -> tuple[DataSet, ...]:
        """The data sets that are open, in the order in which they are listed."""
        return tuple(data_set(kind) for kind in self.decision.kinds)

    def records(self, kind: str) -> list[Record]:
        """The records of an open data set in the order of their keys.

        Raises:
            NotFound: this data set is not open.
        """
        if kind not in self.decision.kinds:
            raise NotFound()
        found = self._paths() if kind == PATHS else self.overview.records.get(kind, ())
        return sorted(found, key=lambda each: each.key)

    def _paths(self) -> list[PathPoint]:
        """The paths of all versions of the targets: what was once decided can be held against what holds."""
        units = {each.indicator.name: each.indicator.unit for each in self.overview.indicators}
        newest = {view.target.name: view.target.version for view in self.overview.targets}
        every = targets_from_nodes(self.overview.of(TargetNode), all_versions=True)
        return [
            point
            for target in every
            for point in points_of(
                target,
                self.overview.series_of(target),
                is_newest=target.version == newest[target.name],
                indicator_unit=units.get(target.indicator or ""),
            )
        ]


def opened(visit: Visit, slug: str, publication: int | None = None) -> Opened:
    """What is open of a municipality, of the newest publication or of a given one.

    Raises:
        NotFound: there is no such municipality, nothing of it is open, or that was never published.
    """
    public = replace(visit, viewer=PUBLIC_VIEWER)
    seen = overview(public, slug, publication)
    if not seen.open_data.is_on:
        raise NotFound()
    return Opened(seen, tuple(published(public, slug)))


@cache
def data_set(kind: str) -> DataSet:
    """The description of a data set: the fields of its records, with the units of their columns.

    >>> {field.name: field.unit for field in data_set("costs").fields if field.unit}
    {'planned': 'EUR', 'actual': 'EUR', 'own_share': 'EUR'}
    """
    if kind == PATHS:
        return described.data_set(PathPoint)
    found = described.data_set(KINDS[kind])
    return replace(found, fields=tuple(_with_column(kind, field) for field in found.fields))


def _with_column(kind: str, field: DataField) -> DataField:
    columns = {each.field: each for each in format_of(kind).stored_columns}
    column = columns.get(field.name)
    if column is None:
        return field
    unit = column.unit if field.type is not FieldType.SHARE else None
    a_year = _A_YEAR if (kind, field.name) in _YEARLY else ""
    return replace(field, unit=field.unit or (_UNITS.get(unit, unit) + a_year if unit else None))
