"""Erasing: a text that must not be kept for legal reasons is removed from every state."""

from __future__ import annotations

from datetime import timedelta

from monitoring.domain.access import Act
from monitoring.domain.errors import Invalid
from monitoring.services.visit import Visit
from monitoring.storage import erasure, revisions, uploads

SHORTEST = 3


def erase_text(visit: Visit, slug: str, text: str, reason: str) -> int:
    """Replace a text in all revisions and publications and drop the originals it came from; returns the
    rows changed.

    Raises:
        Invalid: the text is too short to be meant, or no reason was given.
    """
    if len(text.strip()) < SHORTEST or not reason.strip():
        raise Invalid("erase_needs_text_and_reason", length=SHORTEST)
    with visit.writing(slug, Act.ERASE) as (place, connection):
        replacement = f"[entfernt am {visit.today:%d.%m.%Y}]"
        changed = erasure.erase_text(connection, place.id, text, replacement)
        if changed:
            revisions.add(connection, place.id, [], at=visit.now, by=visit.by, act="erase", note=reason)
        return changed


def purge_unused_uploads(visit: Visit, days: int) -> int:
    """Drop files that led to nothing and are older than the retention period; returns how many."""
    with visit.database.writing() as connection:
        return uploads.purge_unused(connection, before=visit.now - timedelta(days=days))
