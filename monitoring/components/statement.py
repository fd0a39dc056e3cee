"""A legal page on screen: headings, paragraphs, addresses as links, and a mark at every gap."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from dash import html

from monitoring.texts.statements import (
    GAP_BEGINS,
    GAP_ENDS,
    GERMAN_BEGINS,
    GERMAN_ENDS,
    Section,
    is_list,
)

_PART = re.compile(
    rf"(?P<gap>{GAP_BEGINS}[^{GAP_ENDS}]*{GAP_ENDS})"
    rf"|(?P<german>{GERMAN_BEGINS}[^{GERMAN_ENDS}]*{GERMAN_ENDS})"
    r"|(?P<url>https?://[^\s<>]*[^\s<>.,;:!?)\]])"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)


def statement_body(sections: Iterable[Section], heading: Callable[..., Any] = html.H2) -> list[Any]:
    """The sections, each under its heading; below a title of their own as an `html.H3`."""
    shown: list[Any] = []
    for section in sections:
        if section.heading:
            shown.append(heading(section.heading))
        shown += [_paragraph(each) for each in section.paragraphs]
    return shown


def _paragraph(text: str) -> Any:
    lines = text.split("\n")
    if is_list(text):
        return html.Ul([html.Li(_runs(line.removeprefix("- "))) for line in lines])
    broken = [part for line in lines for part in (html.Br(), *_runs(line))]
    return html.P(broken[1:])


def _runs(text: str) -> list[Any]:
    """A line with its gaps marked and its addresses linked."""
    runs: list[Any] = []
    at = 0
    for found in _PART.finditer(text):
        runs.append(text[at : found.start()])
        runs.append(_run(found.lastgroup or "", found.group()))
        at = found.end()
    return [each for each in (*runs, text[at:]) if each != ""]


def _run(kind: str, text: str) -> Any:
    if kind == "gap":
        return html.Mark(text.strip(GAP_BEGINS + GAP_ENDS), className="to-fill")
    if kind == "german":
        return html.Span(_runs(text.strip(GERMAN_BEGINS + GERMAN_ENDS)), lang="de")
    return html.A(text, href=text if kind == "url" else f"mailto:{text}")
