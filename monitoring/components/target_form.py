"""The form of a target: what it is about, its years as rows, and what kind of change this is."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.entered import Entered
from monitoring.components.form import choices
from monitoring.components.native import Input
from monitoring.components.record_field import record_field, suggestion_list
from monitoring.components.target_rows import MOST_ROWS, ROW_FIELDS, SPARE_ROWS, row_name
from monitoring.domain.overview import Overview
from monitoring.domain.target import TargetNode
from monitoring.domain.target_versions import Target
from monitoring.texts.records import typed_text
from monitoring.texts.words import Words

FIRST = ("quantity", "area", "sector", "base_year", "base_value")
MORE = ("form", "indicator", "decision_date", "decision_document", "valid_from", "valid_until", "replaced_by")


def target_fields(target: Target | None, overview: Overview, typed: Entered, words: Words) -> list[Any]:
    """All fields of a target: those that hold for all its years, and a table of the years."""
    note = target.final.note if target else None
    return [
        *[_shared(name, target, typed, words) for name in FIRST],
        *_years(target, typed, words),
        html.Details(
            [
                html.Summary(words("page.edit_target.more")),
                *[_shared(name, target, typed, words) for name in MORE],
                record_field(TargetNode, "note", note, typed, words),
            ],
            open=any(name in typed.errors for name in MORE),
        ),
        suggestion_list("known_indicators", [each.indicator.name for each in overview.indicators]),
    ]


def _shared(name: str, target: Target | None, typed: Entered, words: Words) -> html.Div:
    value = _shown(name, target)
    suggestions = "known_indicators" if name == "indicator" else None
    hints = {"sector", "base_value", "form"}
    hint = words(f"page.edit_target.{name}_hint") if name in hints else None
    return record_field(TargetNode, name, value, typed, words, suggestions=suggestions, hint=hint)


def _shown(name: str, target: Target | None) -> Any:
    """What stands in a field; an empty path form is shown as empty, though it counts as linear."""
    if target is None:
        described = TargetNode.model_fields[name]
        return None if described.is_required() else described.default
    return target.final.form if name == "form" else getattr(target, name)


def target_labels(words: Words) -> dict[str, str]:
    """What the fields of the form are called, those of each row with its number."""
    labels = {name: words.field("targets", name) for name in TargetNode.model_fields}
    return labels | {
        row_name(name, n): words("page.edit_target.cell", field=labels[name], row=n + 1)
        for name in ROW_FIELDS
        for n in range(MOST_ROWS)
    }


def _years(target: Target | None, typed: Entered, words: Words) -> list[Any]:
    nodes = list(target.nodes) if target else []
    shown = min(MOST_ROWS, max(len(nodes) + SPARE_ROWS, _typed_rows(typed)))
    rows = [_row(n, nodes[n] if n < len(nodes) else None, typed, words) for n in range(shown)]
    columns = [words.field("targets", name) for name in ROW_FIELDS]
    caption = words("page.edit_target.years")
    table = html.Table(
        [
            html.Caption(caption, className="caption"),
            html.Thead(html.Tr([html.Th(each, scope="col") for each in columns])),
            html.Tbody(rows),
        ],
        className="table table-stacked table-entry",
    )
    return [
        html.Div(
            [html.P(words("page.edit_target.years_hint"), className="hint"), table], className="table-room"
        )
    ]


def _typed_rows(typed: Entered) -> int:
    """How many rows the refused form had."""
    return sum(row_name("year", n) in typed.texts for n in range(MOST_ROWS))


def _row(position: int, node: TargetNode | None, typed: Entered, words: Words) -> html.Tr:
    cells = [_cell(name, position, node, typed, words) for name in ROW_FIELDS]
    return html.Tr(
        [
            html.Td(cell, **{"data-label": words.field("targets", name)})
            for name, cell in zip(ROW_FIELDS, cells, strict=True)
        ]
    )


def _cell(name: str, position: int, node: TargetNode | None, typed: Entered, words: Words) -> html.Div:
    element = row_name(name, position)
    stored = typed_text(TargetNode, name, getattr(node, name), words) if node else ""
    text, error = typed.text(element, stored), typed.error(element)
    label = words("page.edit_target.cell", field=words.field("targets", name), row=position + 1)
    marks: dict[str, Any] = {"aria-label": label}
    if error:
        marks |= {"aria-invalid": "true", "aria-describedby": f"{element}-error"}
    if name == "is_neutrality":
        control = Input(
            type="checkbox", name=element, id=element, value="yes", checked=text == "yes", **marks
        )
    else:
        control = Input(
            type="text",
            inputMode="decimal",
            name=element,
            id=element,
            value=text,
            autoComplete="off",
            **marks,
        )
    fault = html.Span(error, id=f"{element}-error", className="error") if error else None
    return html.Div([control, fault])


def kind_of_change(typed: Entered, words: Words) -> html.Fieldset:
    """A correction of the version, or a new version beside it."""
    pairs = [(each, words(f"page.edit_target.{each}")) for each in ("correction", "new_version")]
    legend = words("page.edit_target.correction_or_version")
    return choices(legend, "change", pairs, words=words, value=typed.text("change", "correction"))
