"""Findings on a page: worst first, each with sheet, cell, the user's own value, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

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
    shown = found[:MOST_ROWS]
    columns = ["message"]
    rows: list[list[Any]] = [[sentence_of(one)] for one in shown]
    if any(one.sheet or one.cell or one.value for one in found):  # else it is about whole files
        columns += ["sheet", "cell", "value"]
        rows = [[sentence_of(one), _sheet(one), one.cell or "–", _value(one, words)] for one in shown]
    name = f"findings-{severity.value}"
    return html.Section(
        [
            html.H3(member_badge(severity, words, heading), id=name),
            html.P(words(f"component.findings.meaning.{severity.value}")),
            long_table(
                [words(f"component.findings.{each}") for each in columns],
                rows,
                words,
                caption=heading,
                total=len(found),
            ),
        ],
        className=f"findings-group findings-{severity.value}",
        **{"aria-labelledby": name},
    )


def _sheet(finding: Finding) -> str:
    if not finding.sheet:  # it is about the file, which the sentence names
        return "–"
    return " · ".join(part for part in (finding.file, finding.sheet) if part)


def _value(finding: Finding, words: Words) -> html.Code | html.Span:
    if not finding.value and not finding.cell:
        return html.Span("–")
    if not finding.value:
        return html.Span(words("component.findings.empty_value"), className="muted")
    return html.Code(finding.value)
