"""The summary in plain language: a few short sentences for each thought, with rounded numbers."""

from __future__ import annotations

from collections.abc import Iterable

from monitoring.domain.plain_summary import PlainFact, PlainTopic
from monitoring.domain.rounding import significant
from monitoring.domain.target import TargetQuantity
from monitoring.texts.words import Words

DIGITS = 3
"""How many digits of a number are said; „rund“ stands before one that was rounded."""
MILLION = 1_000_000
GWH_FROM = 10_000
SMALL = {TargetQuantity.EMISSIONS_PER_CAPITA: "kg", TargetQuantity.ENERGY_PER_CAPITA: "kwh"}
"""What is counted in where a value per inhabitant is less than one tonne or megawatt hour."""
COUNTED = ("n", "points")
"""The values by whose number a sentence changes."""


def plain_summary_text(
    facts: Iterable[PlainFact], words: Words, unit: str | None = None
) -> list[tuple[PlainTopic, list[str]]]:
    """The sentences of each part, in order; `unit` is that of an indicator the main target counts."""
    parts: dict[PlainTopic, list[str]] = {}
    for fact in facts:
        parts.setdefault(fact.topic, []).extend(plain_sentences(fact, words, unit))
    return [(topic, parts[topic]) for topic in PlainTopic if topic in parts]


def plain_sentences(fact: PlainFact, words: Words, unit: str | None = None) -> list[str]:
    """One thought in sentences.

    >>> from monitoring.texts.words import words
    >>> plain_sentences(PlainFact(PlainTopic.DOING, "late", {"n": 1}), words("de"))
    ['1 ist zu spät.']
    """
    quantity = fact.about.progress.quantity if fact.about else TargetQuantity.EMISSIONS
    key = f"plain.{fact.topic}.{fact.code}"
    key = f"{key}.{quantity}" if f"{key}.emissions" in words else key
    said = {name: words.number(value, 0) for name, value in fact.values.items() if name in COUNTED}
    said |= {name: str(value) for name, value in fact.values.items() if name.endswith("year")}
    if fact.values.get("share") is not None:
        said["share"] = words.number(fact.values["share"] * 100, 0)
    if fact.values.get("value") is not None:
        said["amount"] = amount(fact.values["value"], quantity, words, unit)
        key = f"{key}_one" if _is_one(fact.values["value"], quantity) and f"{key}_one" in words else key
    if "sector" in fact.values:
        said["sector"] = words.label(fact.values["sector"])
    if "indicator" in fact.values:
        said["indicator"] = fact.values["indicator"]
    return _said(key, fact, said, words).split("\n")


def _said(key: str, fact: PlainFact, said: dict[str, str], words: Words) -> str:
    counted = next((fact.values[name] for name in COUNTED if name in fact.values), None)
    if counted is not None and f"{key}.other" in words:
        return words.plural(key, counted)
    return words(key, **said)


def amount(value: float, quantity: TargetQuantity, words: Words, unit: str | None = None) -> str:
    r"""A rounded value with its unit in words, „rund“ before it where it was rounded.

    >>> from monitoring.texts.words import words
    >>> amount(768_712.0, TargetQuantity.EMISSIONS, words("de"))
    'rund 769.000\xa0Tonnen'
    >>> amount(1_000_000.0, TargetQuantity.EMISSIONS, words("de"))
    '1\xa0Million Tonnen'
    >>> amount(1.0, TargetQuantity.EMISSIONS_PER_CAPITA, words("de"))
    '1\xa0Tonne für jeden Menschen'
    >>> amount(2_592_000.0, TargetQuantity.ENERGY, words("en"))
    'about 2,590\xa0gigawatt hours'
    """
    code, divisor = _unit(value, quantity)
    exact = significant(value / divisor)
    shown = _rounded(exact)
    key = f"plain.unit.{code}{'_one' if shown == 1 else ''}"
    with_unit = words(key, value=words.number(shown), unit=unit or "").rstrip()
    return with_unit if exact == shown else words("plain.about", amount=with_unit)


def _rounded(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")


def _is_one(value: float, quantity: TargetQuantity) -> bool:
    """Whether a value is said as a single unit, which a sentence speaks of in the singular."""
    return _rounded(significant(value / _unit(value, quantity)[1])) == 1


def _unit(value: float, quantity: TargetQuantity) -> tuple[str, float]:
    """The word for the unit, and what a value in the base unit is divided by."""
    if quantity is TargetQuantity.EMISSIONS and abs(value) >= MILLION:
        return "million_t", MILLION
    if quantity is TargetQuantity.ENERGY and abs(value) >= GWH_FROM:
        return "gwh", 1000
    if quantity in SMALL and 0 < abs(value) < 1:
        return SMALL[quantity], 0.001
    return quantity.value, 1
