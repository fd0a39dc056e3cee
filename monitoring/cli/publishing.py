"""Commands about states: share, publish, withdraw, history, erase."""

from __future__ import annotations

from typing import Any

from monitoring.cli.command import Bench, Outcome
from monitoring.services import erasing, publishing
from monitoring.services import history as histories


def share(bench: Bench) -> Outcome:
    """Show a revision to the council."""
    number = publishing.share(bench.visit, bench.options.slug, bench.options.revision)
    return Outcome(bench.words("cli.shared", revision=number), {"shared_revision": number})


def publish(bench: Bench) -> Outcome:
    """Publish the current state."""
    options = bench.options
    number = publishing.publish(
        bench.visit,
        options.slug,
        paper=options.paper,
        not_before=options.not_before,
        explanation=options.explanation,
        accept_persons=options.accept_persons,
    )
    return Outcome(bench.words("cli.published", publication=number), {"publication": number})


def withdraw(bench: Bench) -> Outcome:
    """Withdraw a publication."""
    options = bench.options
    number = publishing.withdraw(
        bench.visit, options.slug, options.reason, options.publication, explanation=options.explanation
    )
    return Outcome(bench.words("cli.withdrawn", publication=number), {"withdrawn": number})


def history(bench: Bench) -> Outcome:
    """Who changed what, when and why."""
    found = histories.history(bench.visit, bench.options.slug)
    words = bench.words
    lines = [
        f"{each.number}  {words.datetime(each.made_at)}  {each.made_by}  {words(f'revision_act.{each.act}')}"
        + (f"  {each.note}" if each.note else "")
        for each in found.revisions
    ]
    return Outcome("\n".join(lines) or words("cli.no_history"), _history_shape(found))


def _history_shape(found: histories.History) -> dict[str, Any]:
    return {
        "shared_revision": found.shared_revision,
        "revisions": [
            {
                "revision": each.number,
                "at": each.made_at.isoformat(),
                "by": each.made_by,
                "act": each.act,
                "note": each.note,
                "undoes": each.undoes,
            }
            for each in found.revisions
        ],
        "publications": [
            {
                "publication": each.number,
                "revision": each.revision,
                "at": each.published_at.isoformat(),
                "public_from": each.day.isoformat(),
                "by": each.published_by,
                "paper": each.paper,
                "explanation": each.explanation,
                "withdrawn_at": each.withdrawn_at.isoformat() if each.withdrawn_at else None,
                "withdrawn_because": each.withdrawn_because,
            }
            for each in found.publications
        ],
    }


def erase(bench: Bench) -> Outcome:
    """Remove a text from every state."""
    options = bench.options
    changed = erasing.erase_text(bench.visit, options.slug, options.text, options.reason)
    return Outcome(bench.words("cli.erased", n=changed), {"changed_rows": changed})
