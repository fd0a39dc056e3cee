"""Accepted findings: folded away, each with the comment that settled it, who wrote it and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dash import html

from monitoring.components.long_table import long_table
from monitoring.domain.checks.acceptance import Acceptance
from monitoring.domain.finding import Finding
from monitoring.texts.words import Words


def accepted_findings(
    accepted: Sequence[tuple[Finding, Acceptance]],
    sentence_of: Callable[[Finding], str],
    words: Words,
    take_back: Callable[[Acceptance, str], Any] | None = None,
) -> html.Details | None:
    """What would be a finding, had nobody said why the value is right; None where nothing was accepted.

    `take_back` gives the button that takes an acceptance back, named after what it is about.
    """
    if not accepted:
        return None
    caption = words.plural("page.import.accepted", len(accepted))
    columns = [words("component.findings.message"), words("component.findings.cell")]
    columns += [words("page.import.accepted_comment"), words("page.import.accepted_by")]
    rows: list[list[Any]] = [
        [sentence_of(each), each.cell or "–", said.comment, f"{said.by}, {words.date(said.at)}"]
        for each, said in accepted
    ]
    if take_back:
        columns.append(words("page.import.take_back"))
        for row, (_, said) in zip(rows, accepted, strict=True):
            row.append(take_back(said, row[0]))
    table = long_table(columns, rows, words, caption=caption, total=len(rows))
    return html.Details([html.Summary(caption), table])
