"""The review of a measure in sentences, each naming what it rests on."""

from __future__ import annotations

from typing import Any

from monitoring.domain.cost import Cost
from monitoring.domain.effect import Effect, EffectQuantity
from monitoring.domain.review import ReviewPoint
from monitoring.texts.words import Words


def review_sentence(point: ReviewPoint, words: Words) -> str:
    """One point in words.

    >>> from monitoring.domain.review import ReviewSide
    >>> from monitoring.texts.words import words
    >>> review_sentence(ReviewPoint(ReviewSide.NOT_WELL, "rejected", {"reason": "Kein Geld."}), words("de"))
    'Die Maßnahme wurde verworfen: Kein Geld.'
    """
    if point.code == "text":
        return str(point.values["text"])
    key = f"review.{point.code}"
    if point.code in ("postponed", "rejected") and "reason" not in point.values:
        key = f"{key}_unexplained"
    if point.code == "milestone_reached" and point.values["due"] is None:
        key = f"{key}_undated"
    return words(key, **_said(point, words))


def _said(point: ReviewPoint, words: Words) -> dict[str, Any]:
    said = dict(point.values)
    if "members" in said:
        said["members"] = words.list(words.label(each) for each in said["members"])
    if "goal" in said:
        said["goal"] = words.label(said["goal"])
    if isinstance(point.record, Effect):
        said["planned"] = effect_amount(point.record, point.record.planned, words)
        said["actual"] = effect_amount(point.record, point.record.actual, words)
    if isinstance(point.record, Cost):
        said["planned"], said["actual"] = words.money(point.record.planned), words.money(point.record.actual)
    return said


def effect_amount(effect: Effect, value: float | None, words: Words) -> str:
    """A value of an effect with its unit."""
    if effect.quantity is EffectQuantity.EMISSIONS:
        return words.tonnes(value)
    if effect.quantity is EffectQuantity.OTHER:
        return words.with_unit(value, effect.unit or "")
    return words.energy(value)
