"""What a measure achieves and costs: effects planned and actual, money by budget year, grants."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.facts import facts
from monitoring.components.sentence import remark
from monitoring.components.table import data_table
from monitoring.domain.cost import Cost
from monitoring.domain.determination import of_effect, of_savings
from monitoring.domain.effect import Effect
from monitoring.domain.funding import Funding
from monitoring.domain.measure import EffectClass, Measure
from monitoring.domain.views import MeasureView
from monitoring.texts.determination import determination_sentences, known_in_short
from monitoring.texts.review import effect_amount
from monitoring.texts.words import Words


def _bare(kind: str, field: str, words: Words) -> str:
    """The name of a field without the unit in brackets, which stands at each value."""
    return words.field(kind, field).partition(" [")[0]


def effects(view: MeasureView, words: Words) -> list[Any]:
    """What is known of the effect, in numbers or in words; that nothing is known is said."""
    known = facts(_stated(view.measure, words))
    if known is None and not view.effects:
        return [
            html.H2(words("page.measure.effects")),
            html.P(words("page.measure.effects_empty"), className="empty"),
        ]
    flanking = view.measure.effect_class is EffectClass.FLANKING
    return [
        html.H2(words("page.measure.effects")),
        html.P(words("page.measure.not_quantified")) if flanking else None,
        known,
        _savings_source(view.measure, words),
        *_table(view, words),
        remark(words("note.not_additive")) if view.effects or view.measure.savings_t is not None else None,
    ]


def _savings_source(measure: Measure, words: Words) -> Any:
    """Who established the figure of the measure sheet, when and how; nothing where it states none."""
    if measure.savings_t is None and measure.energy_savings_mwh is None:
        return None
    return remark(determination_sentences(of_savings(measure), words))


def _stated(measure: Measure, words: Words) -> list[tuple[str, Any]]:
    """What the measure sheet says: the number, else its prose."""
    tonnes = (
        None if measure.savings_t is None else words("value.per_year", value=words.tonnes(measure.savings_t))
    )
    energy = measure.energy_savings_mwh
    megawatt_hours = None if energy is None else words("value.per_year", value=words.energy(energy))
    kind = words.label(measure.effect_class) if measure.effect_class else None
    return [
        (words.field(Measure.KIND, "effect_class"), kind),
        (words("tile.savings_planned"), tonnes or measure.savings_text),
        (words("page.measure.energy_savings"), megawatt_hours or measure.energy_savings_text),
    ]


def _table(view: MeasureView, words: Words) -> list[Any]:
    if not view.effects:
        return []
    names = ("quantity", "year", "planned", "actual", "timing", "determined")
    columns = [words(f"page.measure.effect_{name}") for name in names]
    rows = [_effect(each, words) for each in view.effects]
    caption = words("page.measure.effects_table")
    table = data_table(columns, rows, caption=caption, words=words, numeric=(2, 3), stacked=True)
    unknown = sum(not of_effect(each).is_complete for each in view.effects)
    return [table, remark(words.plural("page.measure.effects_not_sourced", unknown)) if unknown else None]


def _effect(effect: Effect, words: Words) -> list[Any]:
    return [
        words.label(effect.quantity),
        str(effect.year),
        effect_amount(effect, effect.planned, words),
        effect_amount(effect, effect.actual, words),
        words.label(effect.timing),
        known_in_short(of_effect(effect), words) or words("note.nothing_stated"),
    ]


def costs(view: MeasureView, words: Words) -> list[Any]:
    """Money, in total and by budget year; nothing where nothing is known."""
    own = view.measure
    total = facts(
        [
            (_bare(Measure.KIND, "cost_total", words), _total(own, words)),
            (words.field(Measure.KIND, "financing"), words.label(own.financing) if own.financing else None),
            (words.field(Measure.KIND, "financing_approach"), own.financing_approach),
        ]
    )
    if total is None and not view.costs:
        return []
    return [html.H2(words("page.measure.cost")), total, *_by_year(view, words)]


def _total(measure: Measure, words: Words) -> str | None:
    return measure.cost_text if measure.cost_total is None else words.money(measure.cost_total)


def _by_year(view: MeasureView, words: Words) -> list[Any]:
    if not view.costs:
        return []
    fields = ("year", "planned", "actual", "own_share", "budget_item")
    columns = [_bare(Cost.KIND, name, words) for name in fields]
    rows = [
        [
            str(each.year),
            words.money(each.planned),
            words.money(each.actual),
            words.money(each.own_share),
            each.budget_item or words("missing"),
        ]
        for each in view.costs
    ]
    caption = words("page.measure.cost_table")
    return [data_table(columns, rows, caption=caption, words=words, numeric=(1, 2, 3), stacked=True)]


def funding(view: MeasureView, words: Words) -> list[Any]:
    """The grants; nothing where there are none."""
    if not view.funding:
        return []
    columns = [_bare(Funding.KIND, name, words) for name in ("programme", "reference", "amount")]
    columns.append(words("page.measure.approved"))
    rows = [
        [each.programme, each.reference or words("missing"), words.money(each.amount), _approved(each, words)]
        for each in view.funding
    ]
    heading = words("page.measure.funding")
    table = data_table(
        columns, rows, caption=heading, words=words, numeric=(2,), stacked=True, hidden_caption=True
    )
    return [html.H2(heading), table]


def _approved(grant: Funding, words: Words) -> str:
    days = [words.date(day) for day in (grant.approved_from, grant.approved_until) if day]
    return " – ".join(days) or words("missing")
