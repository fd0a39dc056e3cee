"""Marked files: links under which people get their own workbooks back with what was found in them."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.import_address import step_href
from monitoring.services.importing import Check
from monitoring.texts.words import Words


def marked_files(found: Check, words: Words, address: Address) -> list[Any]:
    """A link for each file in which something was found, with what was answered for this time only."""
    about = {each.file for each in found.findings} | {each.file for each in found.questions}
    links = [
        html.Li(
            html.A(
                words("marked.download", file=name),
                href=step_href(address, f"markiert/{number}"),
            )
        )
        for number, name in enumerate(found.files, start=1)
        if name and about & {None, name}
    ]
    if not links:
        return []
    heading = html.H3(words("marked.download_heading"))
    return [heading, html.P(words("marked.download_intro")), html.Ul(links)]
