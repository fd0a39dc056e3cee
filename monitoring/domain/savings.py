"""Savings of measures: which may be added up without counting anything twice."""

from __future__ import annotations

from collections.abc import Iterable

from monitoring.domain.measure import EFFECTIVE, EffectClass, Measure
from monitoring.domain.measure_register import plain


def counted(measures: Iterable[Measure]) -> list[Measure]:
    """The measures whose savings may be added: at work or done, no flanking ones, none that has parts.

    >>> from monitoring.domain.measure import MeasureStatus
    >>> done, idea = MeasureStatus.COMPLETED, MeasureStatus.IDEA
    >>> whole = Measure(id="M1", number="1", programme="P", title="Solar", status=done, savings_t=30.0)
    >>> part = Measure(id="M1-1", programme="P", title="Schulen", parent="1", status=done, savings_t=20.0)
    >>> other = Measure(id="M2", programme="P", title="Wind", status=idea, savings_t=900.0)
    >>> [each.id for each in counted([whole, part, other])]
    ['M1-1']
    """
    every = list(measures)
    parents = {(each.programme, plain(each.parent)) for each in every if each.parent}
    return [each for each in every if _counts(each) and not _names(each) & parents]


def _counts(measure: Measure) -> bool:
    return measure.status in EFFECTIVE and measure.effect_class is not EffectClass.FLANKING


def _names(measure: Measure) -> set[tuple[str, str]]:
    named = (measure.id, measure.number, measure.title)
    return {(measure.programme, plain(each)) for each in named if each}
