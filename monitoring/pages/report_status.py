"""Reporting the status of a measure: how it stands today, in a few sentences."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.entered import Entered, entered, faults_of
from monitoring.components.form import button, choices, field, form
from monitoring.components.native import Input, Select, Textarea, options
from monitoring.components.record_field import record_field, suggestion_list
from monitoring.components.sentence import remark
from monitoring.domain.measure import MeasureStatus
from monitoring.domain.overview import Overview
from monitoring.domain.status_report import UNNAMED_UNIT, StatusReport
from monitoring.domain.views import MeasureView
from monitoring.login import form_token
from monitoring.pages._measure_named import measure_of_page
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.texts.records import record_name
from monitoring.texts.words import Words

_TAIL = "/massnahmen/<code>/sachstand"


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The form, with the last report above it for comparison."""
    view = measure_of_page(overview, address)
    typed = entered()
    return [
        html.H1(words("page.report_status.heading", title=record_name(view.measure, words))),
        faults_of(typed, words, _labels(words)),
        remark(words("page.report_status.intro")),
        _last(view, words),
        _form(view, overview, typed, words, address),
    ]


def _labels(words: Words) -> dict[str, str]:
    return {name: words(f"page.report_status.{name}") for name in ("date", "text", "status")} | {
        "unit": words.field("status_reports", "unit"),
        "progress_percent": words.field("status_reports", "progress_percent"),
        "replaced_by": words("page.report_status.successor"),
    }


def _last(view: MeasureView, words: Words) -> Any:
    if not view.reports:
        return None
    last = view.reports[0]
    said = [words.date(last.date), words.label(last.status) if last.status else "", last.text or ""]
    summary = html.Summary(words("page.report_status.last"))
    return html.Details([summary, html.P(" · ".join(part for part in said if part))])


def _form(view: MeasureView, overview: Overview, typed: Entered, words: Words, address: Address) -> html.Form:
    based_on = typed.text("based_on", str(overview.stand.revision))
    cancel = html.A(words("button.cancel"), href=address.to(f"/massnahmen/{view.measure.id}"))
    save = html.Div([button(words("page.report_status.submit")), cancel], className="button-row")
    parts = [
        Input(type="hidden", name="based_on", value=based_on),
        _status(view, typed, words),
        *_words_and_day(overview, typed, words),
        _more(view, overview, typed, words),
        save,
    ]
    return form(parts, action=address.path, token=form_token())


def _status(view: MeasureView, typed: Entered, words: Words) -> html.Fieldset:
    """Every status with its meaning, so that two towns mean the same."""
    pairs = [(each.value, f"{words.label(each)}: {words.meaning(each)}") for each in MeasureStatus]
    chosen = typed.text("status", view.measure.status.value)
    legend = words("page.report_status.status")
    return choices(legend, "status", pairs, words=words, value=chosen, error=typed.error("status"))


def _words_and_day(overview: Overview, typed: Entered, words: Words) -> list[Any]:
    text = Textarea(name="text", id="text", rows=5, value=typed.text("text"), maxLength="20000")
    day = Input(
        type="date",
        name="date",
        id="date",
        value=typed.text("date", overview.today.isoformat()),
        max=overview.today.isoformat(),
        required=True,
    )
    next_steps = Textarea(name="next_steps", id="next_steps", rows=3, value=typed.text("next_steps"))
    return [
        field(
            words("page.report_status.text"),
            text,
            words=words,
            hint=words("page.report_status.text_hint"),
            error=typed.error("text"),
        ),
        field(words("page.report_status.date"), day, words=words, error=typed.error("date")),
        field(words("page.report_status.next_steps"), next_steps, words=words),
    ]


def _more(view: MeasureView, overview: Overview, typed: Entered, words: Words) -> html.Details:
    """What is seldom needed; open where something in it was typed wrongly."""
    units = list(dict.fromkeys(report.unit for each in overview.measures for report in each.reports))
    return html.Details(
        [
            html.Summary(words("page.report_status.more")),
            record_field(StatusReport, "unit", _usual_unit(view), typed, words, suggestions="units"),
            suggestion_list("units", units),
            record_field(StatusReport, "progress_percent", None, typed, words),
            _successor(view, overview, typed, words),
            record_field(StatusReport, "reported_by", None, typed, words),
            record_field(StatusReport, "note", None, typed, words),
        ],
        open=any(name in typed.errors for name in ("unit", "progress_percent", "replaced_by")),
    )


def _successor(view: MeasureView, overview: Overview, typed: Entered, words: Words) -> html.Div:
    others = [
        (each.measure.id, record_name(each.measure, words)) for each in overview.measures if each is not view
    ]
    control = Select(
        name="replaced_by",
        id="replaced_by",
        options=options(others, empty=words("form.choose")),
        value=typed.text("replaced_by", view.measure.replaced_by or ""),
    )
    return field(
        words("page.report_status.successor"),
        control,
        words=words,
        hint=words("page.report_status.successor_hint"),
        error=typed.error("replaced_by"),
    )


def _usual_unit(view: MeasureView) -> str:
    return view.reports[0].unit if view.reports else UNNAMED_UNIT


register_pages(__name__, MunicipalityPage(_TAIL, "page.report_status.title", layout, audience="manager"))
