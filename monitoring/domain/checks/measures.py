"""Do the numbers and dates of a measure fit its status, and the balance?"""

from __future__ import annotations

from collections.abc import Iterator

from monitoring.domain import totals
from monitoring.domain.balance import EmissionEntry, Sector
from monitoring.domain.checks.after_import import AfterImport
from monitoring.domain.checks.doubt import Doubt
from monitoring.domain.effect import Effect, EffectQuantity, EffectTiming
from monitoring.domain.field_of_action import FieldOfAction, Topic
from monitoring.domain.measure import Measure, MeasureStatus
from monitoring.domain.series import Point, Series

SECTOR_OF_TOPIC = {
    Topic.MOBILITY: Sector.VER,
    Topic.HOUSEHOLDS: Sector.HH,
    Topic.BUSINESS: Sector.WIRT,
    Topic.MUNICIPAL_BUILDINGS: Sector.KE,
}
"""Topics whose effect falls into one sector; the others are held against the total."""
_VALUES = {"savings_t": totals.emissions, "energy_savings_mwh": totals.energy}
_FIELD_OF_EFFECT = {EffectQuantity.EMISSIONS: "savings_t", EffectQuantity.ENERGY: "energy_savings_mwh"}


def completed_in_the_future(after: AfterImport) -> Iterator[Doubt]:
    """Doubts a measure that is said to be completed though its end is still to come."""
    today = after.today
    for _, measure in after.changes(Measure):
        if measure.status is MeasureStatus.COMPLETED and measure.end and measure.end > today:
            field = next((each for each in ("end", "status") if after.is_new(measure, each)), None)
            if field is not None:
                yield Doubt(measure, field, {"end": measure.end})


def savings_exceed_balance(after: AfterImport) -> Iterator[Doubt]:
    """Doubts yearly savings larger than the sector they belong to, or than the whole balance."""
    if not after.is_concerned(Measure.KIND, Effect.KIND):
        return
    latest = _Latest(after)
    if not latest.is_known:
        return
    for _, measure in after.changes(Measure):
        for field in _VALUES:
            yield from _too_much(after, latest, measure, measure, field, field)
    measures = {each.id: each for each in after.records(Measure)}
    for _, effect in after.changes(Effect):
        balance_field = _FIELD_OF_EFFECT.get(effect.quantity)
        if balance_field and effect.timing is EffectTiming.YEARLY and effect.measure in measures:
            for field in ("planned", "actual"):
                yield from _too_much(after, latest, measures[effect.measure], effect, field, balance_field)


def _too_much(
    after: AfterImport, latest: _Latest, measure: Measure, record: Measure | Effect, field: str, savings: str
) -> Iterator[Doubt]:
    amount = getattr(record, field)
    if not amount or amount <= 0:
        return
    for sector in (latest.sector_of(measure), None):
        point = latest.point(sector, savings)
        if point and amount > point.value and after.is_new(record, field):
            unit = "emissions_t" if savings == "savings_t" else "energy_mwh"
            details = {"sector": sector or Sector.SUM, "year": point.year, "amount": amount}
            yield Doubt(record, field, {**details, "usual": point.value, "field": unit})
            return


class _Latest:
    """The latest balance, worked out once for all measures."""

    def __init__(self, after: AfterImport) -> None:
        entries = after.records(EmissionEntry)
        self._totals = {field: totals.year_totals(entries, value) for field, value in _VALUES.items()}
        self._points: dict[tuple[Sector | None, str], Point | None] = {}
        self._topics = {each.name: each.topic for each in after.records(FieldOfAction)}

    @property
    def is_known(self) -> bool:
        """Whether there is any balance."""
        return any(self._totals.values())

    def sector_of(self, measure: Measure) -> Sector | None:
        """The one sector a measure works in, as far as its field of action says so."""
        topic = self._topics.get(measure.field_of_action or "")
        return SECTOR_OF_TOPIC.get(topic) if topic else None

    def point(self, sector: Sector | None, field: str) -> Point | None:
        """The newest year of a sector or the total and its value."""
        if (sector, field) not in self._points:
            series: Series = totals.total_series(self._totals[field], sector)
            self._points[sector, field] = series.latest
        return self._points[sector, field]
