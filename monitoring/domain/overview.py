"""The overview: everything the pages of one municipality show, computed once from what the viewer may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar, cast

from monitoring.domain import renumbered, savings, totals
from monitoring.domain.assessment import Assessment
from monitoring.domain.balance import Area, EmissionEntry
from monitoring.domain.checks.acceptance import Acceptance, DoubtedValue
from monitoring.domain.cost import Cost
from monitoring.domain.effect import Effect
from monitoring.domain.field_of_action import FieldOfAction
from monitoring.domain.funding import Funding
from monitoring.domain.indicator import Indicator, IndicatorValue
from monitoring.domain.inhabitants import Inhabitants
from monitoring.domain.measure import Measure, MeasureStatus
from monitoring.domain.milestone import Milestone
from monitoring.domain.municipality import Municipality
from monitoring.domain.open_data import OpenData
from monitoring.domain.order import measure_rank, target_rank
from monitoring.domain.past import Amendment, Past
from monitoring.domain.position import Lacking
from monitoring.domain.programme import Programme
from monitoring.domain.progress import progress
from monitoring.domain.public_face import PublicFace
from monitoring.domain.publication import Publication
from monitoring.domain.record import Item, Record
from monitoring.domain.series import Series
from monitoring.domain.status_report import StatusReport
from monitoring.domain.stored import Stored
from monitoring.domain.story import StoredPicture, Story
from monitoring.domain.target import TargetNode, TargetQuantity
from monitoring.domain.target_versions import Target, targets_from_nodes
from monitoring.domain.timeliness import timeliness
from monitoring.domain.totals import YearTotal
from monitoring.domain.value_origin import Edit, Origin, SourceFile
from monitoring.domain.views import IndicatorView, MeasureView, TargetView

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Stand:
    """As of when a municipality is seen: a publication in public, a revision in the office."""

    is_public: bool
    shows_internal: bool
    revision: int
    publication: Publication | None = None
    changed_at: datetime | None = None


@dataclass(frozen=True)
class Overview:
    """One municipality as one viewer sees it on one day."""

    municipality: Municipality
    stand: Stand
    records: Mapping[str, tuple[Record, ...]]
    today: date
    stored: Stored = field(default_factory=dict)
    files: Mapping[int, SourceFile] = field(default_factory=dict)
    accepted: tuple[Acceptance, ...] = ()
    """The records with their provenance; for those who see internal fields files by upload, and comments."""
    face: PublicFace = field(default_factory=PublicFace)
    open_data: OpenData = field(default_factory=OpenData)
    past: Past = field(default_factory=Past)
    pictures: Mapping[str, StoredPicture] = field(default_factory=dict)
    edits: Mapping[Item, Mapping[str, Edit]] = field(default_factory=dict)
    """For those who see internal fields: who entered which fields of a record by hand."""

    def origin(self, record: Record, name: str) -> Origin | None:
        """Where the value of a field comes from, as far as this viewer may know."""
        known = self.stored.get(record.KIND, {}).get(record.key)
        provenance = known.provenance.get(name) if known else None
        if provenance is None:
            return None
        edit = self.edits.get(record.item, {}).get(name)
        return Origin(self.files.get(provenance.upload or 0), provenance.sheet, provenance.cell, edit)

    def comments(self, record: Record, name: str) -> list[Acceptance]:
        """Why a value that was doubted is right, as long as it is the same value."""
        return [
            each for each in self.accepted if each.about == DoubtedValue.of(each.about.code, record, name)
        ]

    def of(self, record_type: type[R]) -> tuple[R, ...]:
        """The visible records of a kind."""
        return cast("tuple[R, ...]", self.records.get(record_type.KIND, ()))

    @cached_property
    def amendments(self) -> tuple[Amendment, ...]:
        """Everything public that was amended, newest first; nothing in the office."""
        return tuple(self.past.amendments(self.records))

    @cached_property
    def corrections(self) -> tuple[Amendment, ...]:
        """What was said otherwise in an earlier publication, newest first; nothing in the office."""
        secret = self.past.secret_years(self.records)
        found = [
            *renumbered.recalculated(self.of(EmissionEntry), self.past, secret),
            *renumbered.decided_anew(self.of(TargetNode), self.past),
            *(each for each in self.amendments if not each.is_progress),
        ]
        return tuple(sorted(found, key=lambda each: each.publication.number, reverse=True))

    @cached_property
    def inhabitants(self) -> dict[int, int]:
        """Inhabitants by year."""
        return {each.year: each.inhabitants for each in self.of(Inhabitants)}

    @cached_property
    def emissions(self) -> tuple[YearTotal, ...]:
        """Emissions of the whole territory by year, t CO2e."""
        return tuple(totals.year_totals(self.of(EmissionEntry), totals.emissions))

    @cached_property
    def energy(self) -> tuple[YearTotal, ...]:
        """Final energy of the whole territory by year, MWh."""
        return tuple(totals.year_totals(self.of(EmissionEntry), totals.energy))

    @cached_property
    def administration(self) -> tuple[YearTotal, ...]:
        """Emissions of the administration by year, t CO2e: part of the territory, never added to it."""
        return tuple(totals.year_totals(self.of(EmissionEntry), totals.emissions, Area.ADMINISTRATION))

    @cached_property
    def targets(self) -> tuple[TargetView, ...]:
        """The newest version of every target with its progress, the main target first, expired ones last."""
        views = [self._view(target) for target in targets_from_nodes(self.of(TargetNode))]
        return tuple(
            sorted(
                views, key=lambda each: (not each.target.is_in_force(self.today), target_rank(each.target))
            )
        )

    @cached_property
    def earlier_targets(self) -> tuple[Target, ...]:
        """Versions of targets that were replaced."""
        newest = {(view.target.name, view.target.version) for view in self.targets}
        every = targets_from_nodes(self.of(TargetNode), all_versions=True)
        return tuple(each for each in every if (each.name, each.version) not in newest)

    def _view(self, target: Target) -> TargetView:
        series = self.series_of(target)
        rhythm = self.municipality.balance_rhythm_years
        lacking = self._lacking(target)
        made = progress(target, series, self.today, balance_rhythm=rhythm, lacking=lacking)
        units = (each.unit for each in self.of(Indicator) if each.name == target.indicator)
        return TargetView(target, series, made, unit=next(units, None))

    def _lacking(self, target: Target) -> Lacking:
        """What a target lacks that has no value: one per inhabitant may have a balance and no inhabitants."""
        if target.quantity is TargetQuantity.INDICATOR:
            return Lacking.INDICATOR_VALUE
        is_divided = target.quantity.is_per_capita and self._totals_of(target).latest is not None
        return Lacking.INHABITANTS if is_divided else Lacking.BALANCE

    def series_of(self, target: Target) -> Series:
        """What a target is held against: its own quantity, area and sector."""
        if target.quantity is TargetQuantity.INDICATOR:
            return self._indicator_series(target.indicator)
        series = self._totals_of(target)
        return totals.per_capita(series, self.inhabitants) if target.quantity.is_per_capita else series

    def _totals_of(self, target: Target) -> Series:
        value = totals.energy if target.quantity.is_energy else totals.emissions
        of_area = totals.year_totals(self.of(EmissionEntry), value, target.area)
        return totals.total_series(of_area, target.sector)

    def _indicator_series(self, name: str | None) -> Series:
        return Series.of(
            {each.year: each.value for each in self.of(IndicatorValue) if each.indicator == name}
        )

    @cached_property
    def main_target(self) -> TargetView | None:
        """The target the overview leads with: emissions of the whole territory, else the first."""
        return self.targets[0] if self.targets else None

    @cached_property
    def measures(self) -> tuple[MeasureView, ...]:
        """Every measure with what belongs to it, by programme and number, however often it was changed."""
        programmes = [each.name for each in self.of(Programme)]
        ordered = sorted(self.of(Measure), key=lambda measure: measure_rank(measure, programmes))
        return tuple(self._measure_view(measure) for measure in ordered)

    def _measure_view(self, measure: Measure) -> MeasureView:
        return MeasureView(
            measure=measure,
            timeliness=timeliness(measure, self.today),
            reports=tuple(sorted(self._own(StatusReport, measure), key=lambda each: each.date, reverse=True)),
            milestones=tuple(sorted(self._own(Milestone, measure), key=lambda each: each.due or date.max)),
            effects=tuple(sorted(self._own(Effect, measure), key=lambda each: each.year)),
            costs=tuple(sorted(self._own(Cost, measure), key=lambda each: each.year)),
            funding=self._own(Funding, measure),
            indicators=tuple(view for view in self.indicators if view.indicator.measure == measure.id),
            assessments=tuple(
                sorted(self._own(Assessment, measure), key=lambda each: each.period, reverse=True)
            ),
            story=next(iter(self._own(Story, measure)), None),
        )

    @cached_property
    def stories(self) -> tuple[MeasureView, ...]:
        """The measures of which a story is told."""
        return tuple(view for view in self.measures if view.story is not None)

    def _own(self, record_type: type[R], measure: Measure) -> tuple[R, ...]:
        return cast("tuple[R, ...]", self._by_measure.get((record_type.KIND, measure.id), ()))

    @cached_property
    def _by_measure(self) -> dict[tuple[str, str], tuple[Record, ...]]:
        found: dict[tuple[str, str], list[Record]] = {}
        for kind, records in self.records.items():
            for record in records:
                measure = getattr(record, "measure", None)
                if measure is not None:
                    found.setdefault((kind, measure), []).append(record)
        return {place: tuple(records) for place, records in found.items()}

    def measure(self, code: str) -> MeasureView | None:
        """The measure with this permanent id, without case."""
        return next((each for each in self.measures if each.measure.id.casefold() == code.casefold()), None)

    @cached_property
    def savings_t(self) -> tuple[float | None, ...]:
        """What each measure is said to save in t per year, of those whose savings may be added."""
        return tuple(each.savings_t for each in savings.counted(view.measure for view in self.measures))

    @cached_property
    def late(self) -> int:
        """How many measures are late."""
        return sum(view.is_late for view in self.measures)

    @cached_property
    def measures_by_status(self) -> dict[MeasureStatus, int]:
        """How many measures stand at each status; statuses without measures are left out."""
        counts = dict.fromkeys(MeasureStatus, 0)
        for view in self.measures:
            counts[view.measure.status] += 1
        return {status: number for status, number in counts.items() if number}

    @cached_property
    def fields_of_action(self) -> tuple[str, ...]:
        """The fields of action in the municipality's own order, then those only measures name."""
        ordered = sorted(self.of(FieldOfAction), key=lambda each: (each.position is None, each.position or 0))
        named = [each.name for each in ordered] + [
            view.measure.field_of_action for view in self.measures if view.measure.field_of_action
        ]
        return tuple(dict.fromkeys(named))

    @cached_property
    def programmes(self) -> tuple[str, ...]:
        """The programmes, those described first."""
        named = [each.name for each in self.of(Programme)] + [
            view.measure.programme for view in self.measures
        ]
        return tuple(dict.fromkeys(named))

    @cached_property
    def indicators(self) -> tuple[IndicatorView, ...]:
        """Every indicator with its values."""
        return tuple(IndicatorView(each, self._values(each)) for each in self.of(Indicator))

    def _values(self, indicator: Indicator) -> tuple[IndicatorValue, ...]:
        own = [each for each in self.of(IndicatorValue) if each.indicator == indicator.name]
        return tuple(sorted(own, key=lambda each: each.year))

    @cached_property
    def balance_year(self) -> int | None:
        """The newest year with a total."""
        return max((each.year for each in self.emissions if each.total is not None), default=None)

    @property
    def has_balance(self) -> bool:
        """Whether there is anything to show on the balance page."""
        return bool(self.has_balance_of_territory or self.administration)

    @property
    def has_balance_of_territory(self) -> bool:
        """Whether there is a balance of the whole territory, not of the administration alone."""
        return bool(self.emissions or self.energy)

    @property
    def has_answers(self) -> bool:
        """Whether anything is known of what the overview asks first."""
        return bool(self.has_balance_of_territory or self.targets or self.measures)
