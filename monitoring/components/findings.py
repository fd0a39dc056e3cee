"""Findings on a page: worst first, each with cell, the user's own value, what to do, and its row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from monitoring.components.badge import member_badge
from monitoring.components.sheet_marks import finding_name
from monitoring.domain.finding import Finding, Severity
from monitoring.texts.own_values import own_value
from monitoring.texts.words import Words

FIRST_FINDINGS = 20
MOST_FINDINGS = 200
"""Of one severity; a browser draws no more within a second, and nobody reads more."""


@dataclass(frozen=True)
class ShownFinding:
    """A finding with its number, its sentence and where its cell is shown; "" where nowhere."""

    number: int
    finding: Finding
    sentence: str
    href: str = ""


More = Callable[[ShownFinding], Any]
"""What stands beneath a finding, such as its row in the file; asked for only where it is shown open."""


def finding_groups(findings: Sequence[ShownFinding], words: Words, more: More = lambda _: None) -> html.Div:
    """One section for each severity that occurs."""
    groups = [(each, [one for one in findings if one.finding.severity == each]) for each in Severity]
    return html.Div(
        [_group(severity, found, words, more) for severity, found in groups if found], className="findings"
    )


def _group(severity: Severity, found: Sequence[ShownFinding], words: Words, more: More) -> html.Section:
    heading = words(f"component.findings.group.{severity.value}", n=len(found))
    name = f"findings-{severity.value}"
    return html.Section(
        [
            html.H3(member_badge(severity, words, heading), id=name),
            html.P(words(f"component.findings.meaning.{severity.value}")),
            _list(found[:FIRST_FINDINGS], words, more),
            *_rest(found[FIRST_FINDINGS:], words),
        ],
        className=f"findings-group findings-{severity.value}",
        **{"aria-labelledby": name},
    )


def _rest(found: Sequence[ShownFinding], words: Words) -> list[Any]:
    """Further ones folded away; of very many only the number is said."""
    if not found:
        return []
    shown, left_out = found[: MOST_FINDINGS - FIRST_FINDINGS], len(found) - MOST_FINDINGS + FIRST_FINDINGS
    summary = words("component.changes.more", n=words.number(len(shown)))
    folded = html.Details([html.Summary(summary), _list(shown, words, lambda _: None)])
    said = words.plural("component.changes.left_out", left_out) if left_out > 0 else ""
    return [folded, html.P(said, className="hint")] if said else [folded]


def _list(found: Sequence[ShownFinding], words: Words, more: More) -> html.Ul:
    return html.Ul([_item(each, words, more) for each in found], className="finding-list")


def _item(shown: ShownFinding, words: Words, more: More) -> html.Li:
    finding = shown.finding
    number = html.Span(
        [html.Span(words("component.findings.number") + " ", className="hidden-visually"), str(shown.number)],
        className=f"mark mark-{finding.severity.value}",
    )
    return html.Li(
        [
            html.P([number, html.Span(shown.sentence)], className="finding-text"),
            _where(shown, words),
            more(shown),
        ],
        id=finding_name(shown.number),
    )


def _where(shown: ShownFinding, words: Words) -> html.P | None:
    """Sheet and cell, which lead into the user's own table, and the own value."""
    finding = shown.finding
    if not finding.sheet:  # it is about the file, which the sentence names
        return None
    place = " · ".join(part for part in (finding.file, finding.sheet, finding.cell) if part)
    linked = html.A(place, href=shown.href) if shown.href else html.Span(place)
    return html.P([linked, *_value(finding, words)], className="finding-place")


def _value(finding: Finding, words: Words) -> list[Any]:
    value = own_value(finding.value, words)
    if value:
        return [" · ", words("component.findings.value"), " ", html.Code(value)]
    return [" · ", words("component.findings.empty_value")] if finding.cell else []
