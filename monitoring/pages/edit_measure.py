"""Editing a measure: every field, the most important ones first, the rest in groups that open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.entered import Entered, entered, faults_of
from monitoring.components.form import button, form
from monitoring.components.native import Input
from monitoring.components.record_field import reason_field, record_field, suggestion_list
from monitoring.components.sentence import remark
from monitoring.domain.measure import Measure
from monitoring.domain.overview import Overview
from monitoring.login import form_token
from monitoring.pages._measure_named import measure_of_page
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.texts.records import record_name
from monitoring.texts.words import Words

_TAIL = "/massnahmen/<code>/bearbeiten"
FIRST = (
    "number", "title", "status", "status_reason", "field_of_action", "responsible", "start", "end",
    "description",
)  # fmt: skip
GROUPS: dict[str, tuple[str, ...]] = {
    "content": ("goal", "starting_point", "steps", "success_indicators", "target_group", "actors",
                "initiator", "participation", "place", "flanking", "hints"),
    "effect": ("effect_class", "savings_t", "savings_text", "energy_savings_mwh", "energy_savings_text",
               "savings_method", "savings_determined_by", "savings_determined_on", "value_creation"),
    "money": ("cost_total", "cost_text", "financing", "financing_approach"),
    "decision": ("decision", "decision_date", "decision_document"),
    "classification": ("programme", "measure_type", "priority", "introduction", "period_text", "parent",
                       "replaced_by"),
    "internal": ("person", "note"),
}  # fmt: skip
"""Together with `FIRST` every field but the permanent id; a test says which one is missing."""


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The form with all fields of the measure."""
    view = measure_of_page(overview, address)
    typed = entered()
    labels = {name: words.field(Measure.KIND, name) for name in Measure.model_fields}
    return [
        html.H1(words("page.edit_measure.heading", title=record_name(view.measure, words))),
        faults_of(typed, words, labels),
        remark(words("page.edit_measure.intro")),
        _form(view.measure, overview, typed, words, address),
    ]


def _form(measure: Measure, overview: Overview, typed: Entered, words: Words, address: Address) -> html.Form:
    based_on = typed.text("based_on", str(overview.stand.revision))
    cancel = html.A(words("button.cancel"), href=address.to(f"/massnahmen/{measure.id}"))
    parts = [
        Input(type="hidden", name="based_on", value=based_on),
        *_fields(FIRST, measure, overview, typed, words),
        *[_group(name, measure, overview, typed, words) for name in GROUPS],
        suggestion_list("known_fields", overview.fields_of_action),
        suggestion_list("known_programmes", overview.programmes),
        reason_field(typed, words),
        html.Div([button(words("button.save")), cancel], className="button-row"),
    ]
    return form(parts, action=address.path, token=form_token())


def _group(name: str, measure: Measure, overview: Overview, typed: Entered, words: Words) -> html.Details:
    """A group of fields, with how many are filled; open where something in it is wrong."""
    filled = sum(getattr(measure, each) is not None for each in GROUPS[name])
    count = words("page.edit_measure.filled", n=filled, total=len(GROUPS[name]))
    summary = html.Summary(
        [words(f"page.edit_measure.group.{name}"), html.Span(f" {count}", className="muted")]
    )
    is_wrong = any(each in typed.errors for each in GROUPS[name])
    return html.Details([summary, *_fields(GROUPS[name], measure, overview, typed, words)], open=is_wrong)


def _fields(
    names: Sequence[str], measure: Measure, overview: Overview, typed: Entered, words: Words
) -> list[html.Div]:
    return [_field(name, measure, overview, typed, words) for name in names]


def _field(name: str, measure: Measure, overview: Overview, typed: Entered, words: Words) -> html.Div:
    suggestions = {"field_of_action": "known_fields", "programme": "known_programmes"}.get(name)
    choices = _other_measures(name, measure, overview, words) if name in ("parent", "replaced_by") else ()
    return record_field(
        Measure,
        name,
        getattr(measure, name),
        typed,
        words,
        suggestions=suggestions,
        choices=choices,
        hint=words("page.edit_measure.status_reason_hint") if name == "status_reason" else None,
    )


def _other_measures(name: str, measure: Measure, overview: Overview, words: Words) -> list[tuple[str, str]]:
    """The measures this one can refer to, and what is stored where that is none of them."""
    found = {
        each.measure.id: record_name(each.measure, words)
        for each in overview.measures
        if each.measure.id != measure.id
    }
    stored = getattr(measure, name)
    return list((found | ({stored: stored} if stored and stored not in found else {})).items())


register_pages(__name__, MunicipalityPage(_TAIL, "page.edit_measure.title", layout, audience="manager"))
