"""The effect a story is told with: the measure's own figure, with how it was obtained."""

from __future__ import annotations

from monitoring.domain.determination import of_effect, of_savings
from monitoring.domain.effect import Effect, EffectQuantity
from monitoring.domain.views import MeasureView
from monitoring.texts.determination import determination_sentences
from monitoring.texts.review import effect_amount
from monitoring.texts.words import Words


def story_effect(view: MeasureView, words: Words) -> str:
    """The newest figure that was established, else the one planned; that there is none is said.

    >>> from monitoring.domain.measure import Measure
    >>> from monitoring.texts.words import words
    >>> bare = MeasureView(Measure(id="M", programme="P", title="T"), None)
    >>> story_effect(bare, words("de"))
    'Zur Wirkung liegt keine Angabe vor.'
    """
    established = [each for each in view.effects if each.actual is not None]
    if established:
        return _of(max(established, key=_weight), "actual", words)
    if view.effects:
        return _of(max(view.effects, key=_weight), "planned", words)
    if view.measure.savings_t is not None:
        value = words("value.per_year", value=words.tonnes(view.measure.savings_t))
        said = words("story.savings", value=value)
        return f"{said} {determination_sentences(of_savings(view.measure), words)}"
    return words("page.measure.effects_empty")


def _weight(effect: Effect) -> tuple[int, bool]:
    """The newest first, of one year the emissions."""
    return effect.year, effect.quantity is EffectQuantity.EMISSIONS


def _of(effect: Effect, which: str, words: Words) -> str:
    """„Wirkung: 165 t THG-Einsparung (2025, jährlich). Ermittlung: gemessen.“"""
    said = words(
        f"story.{which}",
        quantity=words.label(effect.quantity),
        amount=effect_amount(effect, getattr(effect, which), words),
        year=effect.year,
        timing=words.label(effect.timing),
    )
    return f"{said} {determination_sentences(of_effect(effect), words)}"
