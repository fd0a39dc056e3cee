"""Findings on a page: worst first, each with sheet, cell, the user's own value, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dash import html

from monitoring.components.badge import member_badge
from monitoring.components.long_table import MOST_ROWS, long_table
from monitoring.domain.finding import Finding, Severity
from monitoring.texts.words import Words


def finding_groups(
    findings: Iterable[Finding], sentence_of: Callable[[Finding], str], words: Words
) -> html.Div:
    """One section for each severity that occurs; `sentence_of` gives the text of a finding."""
    every = list(findings)
    groups = [(severity, [one for one in every if one.severity == severity]) for severity in Severity]
    return html.Div(
        [_group(severity, found, sentence_of, words) for severity, found in groups if found],
        className="findings",
    )


def _group(
    severity: Severity, found: Sequence[Finding], sentence_of: Callable[[Finding], str], words: Words
) -> html.Section:
    heading = words(f"component.findings.group.{severity.value}", n=len(found))
    columns = [words(f"component.findings.{name}") for name in ("message", "sheet", "cell", "value")]
    shown = found[:MOST_ROWS]
    rows = [[sentence_of(one), _sheet(one), one.cell or "–", _value(one, words)] for one in shown]
    name = f"findings-{severity.value}"
    return html.Section(
        [
            html.H3(member_badge(severity, words, heading), id=name),
            html.P(words(f"component.findings.meaning.{severity.value}")),
            long_table(columns, rows, words, caption=heading, total=len(found)),
        ],
        className=f"findings-group findings-{severity.value}",
        **{"aria-labelledby": name},
    )


def _sheet(finding: Finding) -> str:
    return " · ".join(part for part in (finding.file, finding.sheet) if part) or "–"


def _value(finding: Finding, words: Words) -> html.Code | html.Span:
    if finding.value is None or finding.value == "":
        return html.Span(words("component.findings.empty_value"), className="muted")
    return html.Code(finding.value)
