"""Accepting: a doubted value that is right is accepted with a comment, which stays with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from monitoring.domain.access import Act
from monitoring.domain.checks.acceptance import Acceptance, DoubtedValue
from monitoring.domain.errors import Invalid
from monitoring.services.checking import Check
from monitoring.services.visit import Visit
from monitoring.storage import acceptances


def accept(visit: Visit, slug: str, about: DoubtedValue, comment: str) -> None:
    """Accept a value that a check doubted; the next check of the same value shows it as accepted.

    Raises:
        Invalid: the comment is empty.
    """
    accept_several(visit, slug, [about], comment)


def accept_several(visit: Visit, slug: str, doubts: Iterable[DoubtedValue], comment: str) -> None:
    """Accept several doubted values for the same reason.

    Raises:
        Invalid: the comment is empty.
    """
    with visit.writing(slug, Act.IMPORT) as (place, connection):
        if not comment.strip():
            raise Invalid("comment_missing")
        for about in doubts:
            acceptance = Acceptance(about, comment.strip(), visit.now, visit.by)
            acceptances.accept(connection, place.id, acceptance)


def take_back(visit: Visit, slug: str, about: DoubtedValue) -> None:
    """Take an acceptance back: the next check doubts the value again."""
    with visit.writing(slug, Act.IMPORT) as (place, connection):
        acceptances.take_back(connection, place.id, about)


def set_apart(found: Check, known: Mapping[DoubtedValue, Acceptance]) -> Check:
    """The check with accepted values apart from the findings that still need a look."""
    accepted = [each for each in found.doubted if each.about in known]
    settled = [each.finding for each in accepted]
    return replace(
        found,
        findings=tuple(each for each in found.findings if each not in settled),
        doubted=tuple(each for each in found.doubted if each.about not in known),
        accepted=tuple((each.finding, known[each.about]) for each in accepted),
    )
