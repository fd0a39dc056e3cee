"""Quantities of targets in words: a value with its unit, a change per year, a position against the path."""

from __future__ import annotations

from monitoring.domain.progress import Progress
from monitoring.domain.target import TargetQuantity
from monitoring.texts.numbers import NBSP
from monitoring.texts.words import Words

PER_CAPITA_KEYS = {
    TargetQuantity.EMISSIONS_PER_CAPITA: "value.per_capita_t",
    TargetQuantity.ENERGY_PER_CAPITA: "value.per_capita_mwh",
}


def in_unit(value: float | None, quantity: TargetQuantity, words: Words, unit: str | None = None) -> str:
    r"""A value in the base unit of its quantity, written with a unit people read; an indicator gives its own.

    >>> from monitoring.texts.words import words
    >>> in_unit(253_000.0, TargetQuantity.EMISSIONS, words("de"))
    '253.000\xa0t'
    >>> in_unit(5.21, TargetQuantity.EMISSIONS_PER_CAPITA, words("de"))
    '5,21\xa0t pro Kopf'
    """
    if value is None:
        return words("missing_spoken")
    if quantity in PER_CAPITA_KEYS:
        return words(PER_CAPITA_KEYS[quantity], value=words.per_capita(value))
    if quantity is TargetQuantity.EMISSIONS:
        return words.tonnes(value)
    if quantity is TargetQuantity.ENERGY:
        return words.energy(value)
    return words.with_unit(value, unit) if unit else words.number(value)


def whole(value: float | None, quantity: TargetQuantity, words: Words) -> str:
    r"""A value with its unit and every digit before the point, so that two that differ look different.

    >>> from monitoring.texts.words import words
    >>> whole(2_371_705.0, TargetQuantity.EMISSIONS, words("de"))
    '2.371.705\xa0t'
    >>> whole(17.5, TargetQuantity.INDICATOR, words("de"))
    '17,5'
    """
    if value is None or quantity in PER_CAPITA_KEYS or quantity is TargetQuantity.INDICATOR:
        return in_unit(value, quantity, words)
    return words.with_unit(value, words("unit.t") if quantity is TargetQuantity.EMISSIONS else "MWh")


def written(progress: Progress, value: float | None, words: Words, unit: str | None = None) -> str:
    """A value in the quantity of a progress."""
    return in_unit(value, progress.quantity, words, unit)


def difference(progress: Progress, value: float | None, words: Words, unit: str | None = None) -> str:
    """A change of a value, where „pro Kopf“ has been said already: „0,1 t“ rather than „0,1 t pro Kopf“."""
    if value is None or progress.quantity not in PER_CAPITA_KEYS:
        return in_unit(value, progress.quantity, words, unit)
    tonnes = progress.quantity is TargetQuantity.EMISSIONS_PER_CAPITA
    return f"{words.per_capita(value)}{NBSP}{words('unit.t') if tonnes else 'MWh'}"


def change_per_year(progress: Progress, change: float, words: Words, unit: str | None = None) -> str:
    """A yearly change as a verb: „sinkt um 2.400 t pro Jahr“."""
    if change == 0:
        return words("change.stays")
    verb = "falls" if change < 0 else "rises"
    return words(f"change.{verb}", value=difference(progress, abs(change), words, unit))


def against_path(progress: Progress, words: Words, unit: str | None = None) -> str:
    """Where the latest value lies: „13.000 t (5 %) über dem Zielpfad“. Needs a gap."""
    assert progress.gap is not None
    if progress.gap == 0:
        return words("position.on")
    side = "above" if progress.gap > 0 else "below"
    distance = written(progress, abs(progress.gap), words, unit)
    if progress.gap_share is None:
        return words(f"position.{side}", gap=distance)
    return words(f"position.{side}_share", gap=distance, share=words.percent(abs(progress.gap_share), 1))
