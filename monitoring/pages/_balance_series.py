"""The totals of balance years as the series of a chart, and what must be known to read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from monitoring.domain.target import TargetQuantity
from monitoring.domain.totals import YearTotal
from monitoring.pages._scale import Scale
from monitoring.texts.sentences import withheld_sentence
from monitoring.texts.words import Words


def by_sector(totals: Iterable[YearTotal], scale: Scale) -> dict[str, dict[int, float | None]]:
    """Sector code → values by year, for the sectors that make up the sum."""
    found: dict[str, dict[int, float | None]] = {}
    for each in totals:
        for sector, value in each.addends.items():
            found.setdefault(sector.value, {})[each.year] = scale.value(value)
    return found


def withheld(totals: Iterable[YearTotal]) -> dict[str, tuple[int, ...]]:
    """Sector code → the years in which the sector is confidential."""
    found: dict[str, tuple[int, ...]] = {}
    for each in totals:
        for sector in each.withheld:
            found[sector.value] = (*found.get(sector.value, ()), each.year)
    return found


def together(totals: Iterable[YearTotal], scale: Scale) -> dict[int, float | None]:
    """What the confidential sectors are together, in the years in which that can be told."""
    return scale.values({each.year: each.together for each in totals if each.together is not None})


def differing(totals: Iterable[YearTotal]) -> dict[int, float | None]:
    """The totals by year that are not the sum of their sectors."""
    return {each.year: each.total for each in totals if each.differs}


def notes_on(totals: Sequence[YearTotal], quantity: TargetQuantity, words: Words) -> str | None:
    """What must be known to read the bars: totals that are not the sum, sectors that are confidential."""
    notes = [_differing_totals(totals, quantity, words), withheld_sentence(totals, words)]
    return " ".join(each for each in notes if each) or None


def _differing_totals(totals: Iterable[YearTotal], quantity: TargetQuantity, words: Words) -> str | None:
    """Both sums of each year in which reported total and sum of the sectors differ, and which counts."""
    amount = words.energy if quantity is TargetQuantity.ENERGY else words.tonnes
    said = [
        words(
            "note.totals_of_year",
            year=each.year,
            total=amount(each.reported),
            parts=amount(each.summed),
            counts=words(f"note.counts_{_which_counts(each)}"),
        )
        for each in totals
        if each.differs
    ]
    return words("note.totals_differ", years="; ".join(said)) if said else None


def _which_counts(total: YearTotal) -> str:
    if total.counts_sum:
        return "sum"
    return "reported" if total.is_decided else "undecided"
