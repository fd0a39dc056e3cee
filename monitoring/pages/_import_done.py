"""Done: what was stored, what to do next, and how to undo it."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.changes import change_counts
from monitoring.components.import_address import UNDERSTOOD
from monitoring.components.marked_files import marked_files
from monitoring.components.notice import notice
from monitoring.domain.changes import counts
from monitoring.login import current_visit
from monitoring.pages._import_step import ImportStep
from monitoring.services.history import changes_of


def done_content(step: ImportStep) -> list[Any]:
    """What was stored, and the ways on."""
    words, to, revision = step.words, step.address.to, step.found.revision or 0
    links = [
        ("page.import.to_overview", to()),
        ("page.import.to_share", to("/veroeffentlichen") + "#teilen"),
        ("page.import.to_publish", to("/veroeffentlichen")),
        ("page.import.to_data", to("/daten")),
    ]
    back = [
        ("page.import.to_changes", to(f"/verlauf/{revision}")),
        ("page.import.to_undo", to(f"/verlauf/{revision}") + "#rueckgaengig"),
        ("page.import.to_understood", step.to(UNDERSTOOD)),
    ]
    stored = changes_of(current_visit(), step.address.slug or "", revision)
    return [
        notice(
            html.P(words("page.import.what_next")),
            title=words("page.import.taken_over", revision=revision),
            tone="good",
            role="status",
        ),
        change_counts(counts(stored), words, caption=words("page.import.stored")),
        html.H2(words("page.import.next_heading")),
        html.Ul([html.Li(html.A(words(key), href=href)) for key, href in links]),
        html.H2(words("page.import.look_back_heading")),
        html.Ul([html.Li(html.A(words(key), href=href)) for key, href in back]),
        *marked_files(step.found, words, step.address),
    ]
