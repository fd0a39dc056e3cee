"""Publishing: releasing the current state or chosen items, withdrawing, sharing with the council."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from monitoring.domain import publishable
from monitoring.domain.access import Act, Life, Sight
from monitoring.domain.changes import Change
from monitoring.domain.completeness import incomplete
from monitoring.domain.correction import Corrected, Correction, corrections
from monitoring.domain.errors import Invalid, NotFound
from monitoring.domain.finding import Finding
from monitoring.domain.persons import PersonLike, person_like, persons_in
from monitoring.domain.publication import Publication
from monitoring.domain.record import Item, Key
from monitoring.domain.stored import Stored
from monitoring.services import state as states
from monitoring.services.given_reasons import explained
from monitoring.services.visit import Visit
from monitoring.storage import answers, correction_reasons, municipalities, publications
from monitoring.storage.database import Connection
from monitoring.storage.municipalities import Place

NO_REASONS: Mapping[Corrected, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Release:
    """What releasing now would change in public, and what stands against it."""

    revision: int
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    publications: tuple[Publication, ...]
    shared_revision: int | None
    shared_at: datetime | None = None
    persons: tuple[PersonLike, ...] = ()
    """Texts of which nobody has said yet whether they name a person."""
    corrections: tuple[Correction, ...] = ()
    """What is public and would be different, each with the reason that the office gave for its change."""


def preview(visit: Visit, slug: str) -> Release:
    """What would change in public if everything were published now."""
    place = visit.place(slug, Act.PUBLISH)
    with visit.database.reading() as connection:
        current = states.known(connection, place.id, Sight(Life.OFFICE, place.revision))
        public = _public(visit, connection, place)
        changes = publishable.changes(public, current)
        released = tuple(publications.listed(connection, place.id))
        known = answers.remembered(connection, place.id)
        corrected = tuple(explained(connection, place, corrections(changes, public)))
    records = [change.after for change in changes if change.after]
    persons = tuple(person_like(records, known))
    findings = [*incomplete(records), *(each.finding for each in persons)]
    shared = (place.shared_revision, place.shared_at)
    return Release(place.revision, tuple(changes), tuple(findings), released, *shared, persons, corrected)


def _public(visit: Visit, connection: Connection, place: Place) -> Stored:
    out = [each.number for each in publications.listed(connection, place.id) if each.withdrawn_at is None]
    return states.known(connection, place.id, Sight(Life.PUBLIC, max(out, default=0)))


def publish(
    visit: Visit,
    slug: str,
    *,
    chosen: Iterable[Item] | None = None,
    paper: str | None = None,
    not_before: date | None = None,
    note: str | None = None,
    explanation: str | None = None,
    reasons: Mapping[Corrected, str] = NO_REASONS,
    accept_persons: bool = False,
) -> int:
    """Release everything, or chosen items with what they need; returns the number of the publication.

    Args:
        explanation: what changes and why, for everybody to read.
        reasons: the same for single corrections, in the place of the explanation.
        accept_persons: the viewer looked at text that seems to name a person and wants it published.

    Raises:
        Invalid: nothing would change in public, the day not to be public before has passed,
            a measure lacks its reason or successor, text that looks like a
            person was not answered for, or items were chosen while a publication waits for its day.
    """
    if not_before is not None and not_before < visit.today:
        raise Invalid("not_before_passed")
    with visit.writing(slug, Act.PUBLISH) as (place, connection):
        public = _public(visit, connection, place)
        released, keys = _released(visit, connection, place, public, chosen)
        _refuse_incomplete(released)
        if not accept_persons:
            _refuse_persons(released, answers.remembered(connection, place.id))
            _refuse_person_in([explanation], "explanation_names_a_person")
            _refuse_person_in(reasons.values(), "reason_names_a_person")
        number = publications.publish(
            connection,
            place.id,
            revision=place.revision,
            at=visit.now,
            by=visit.by,
            paper=paper,
            not_before=not_before,
            note=note,
            explanation=explanation,
            chosen=keys,
        )
        corrected = [each.about for each in corrections(released, public)]
        given = {about: reasons[about] for about in corrected if reasons.get(about)}
        correction_reasons.keep(connection, place.id, number, given)
        return number


def _released(
    visit: Visit, connection: Connection, place: Place, public: Stored, chosen: Iterable[Item] | None
) -> tuple[list[Change], dict[str, set[Key]] | None]:
    """What changes in public, and the keys of the chosen records with what they need; None where all are."""
    current = states.known(connection, place.id, Sight(Life.OFFICE, place.revision))
    changes = publishable.changes(public, current)
    keys = None
    if chosen is not None:
        keys = publishable.with_needs(set(chosen), changes, current)
        _refuse_choice(visit, connection, place)
        changes = [each for each in changes if each.record.key in keys.get(each.kind, ())]
    if not changes:
        raise Invalid("nothing_to_publish")
    return changes, keys


def _refuse_choice(visit: Visit, connection: Connection, place: Place) -> None:
    """A publication contains those before it: while one waits for its day, another would show it early."""
    released = publications.listed(connection, place.id)
    if any(each.withdrawn_at is None and not each.is_out(visit.today) for each in released):
        raise Invalid("publication_waits")


def _refuse_incomplete(released: Iterable[Change]) -> None:
    found = incomplete(change.after for change in released if change.after)
    if found:
        raise Invalid("measures_incomplete", measures=[finding.value for finding in found])


def _refuse_persons(released: Iterable[Change], known: Mapping[str, str]) -> None:
    found = person_like((change.after for change in released if change.after), known)
    if found:
        raise Invalid("looks_like_a_person", texts=[each.text for each in found])


def _refuse_person_in(texts: Iterable[str | None], code: str) -> None:
    found = [person for text in dict.fromkeys(texts) for person in persons_in(text or "")]
    if found:
        raise Invalid(code, texts=found)


def withdraw(
    visit: Visit, slug: str, reason: str, number: int | None = None, *, explanation: str | None = None
) -> int:
    """Withdraw a publication, the newest where none is named, for a reason; returns its number.

    Args:
        reason: why, for the office.
        explanation: why, for everybody to read.

    Raises:
        NotFound: there is no such publication that is still out.
        Invalid: no reason was given, or the explanation looks as if it named a person.
    """
    if not reason.strip():
        raise Invalid("reason_missing")
    _refuse_person_in([explanation], "explanation_names_a_person")
    with visit.writing(slug, Act.PUBLISH) as (place, connection):
        out = [each.number for each in publications.listed(connection, place.id) if each.withdrawn_at is None]
        chosen = number if number is not None else max(out, default=0)
        if chosen not in out:
            raise NotFound()
        publications.withdraw(
            connection,
            place.id,
            chosen,
            at=visit.now,
            by=visit.by,
            reason=reason.strip(),
            explanation=explanation,
        )
        return chosen


def share(visit: Visit, slug: str, revision: int | None = None) -> int:
    """Show a revision, the current one where none is named, to the council; returns its number.

    Raises:
        NotFound: there is no such revision.
    """
    with visit.writing(slug, Act.SHARE) as (place, connection):
        number = place.revision if revision is None else revision
        if not 0 < number <= place.revision:
            raise NotFound()
        municipalities.share(connection, place.id, number, at=visit.now, by=visit.by)
        return number
