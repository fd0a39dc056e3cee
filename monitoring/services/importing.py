"""Importing: uploaded files are kept as they came, checked, and taken over as one revision or not at all."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from monitoring.domain import editions
from monitoring.domain.access import Act
from monitoring.domain.errors import Invalid, NotFound
from monitoring.domain.question import belongs_to_files, question_key
from monitoring.domain.watch import Watch
from monitoring.services import profiles
from monitoring.services import state as states
from monitoring.services.accepting import set_apart
from monitoring.services.checking import Check, File, Options, compare
from monitoring.services.collecting import without_collecting
from monitoring.services.conflicts import Decisions, settled
from monitoring.services.revising import current_sight, write
from monitoring.services.understanding import Known, Understood, refused, understood
from monitoring.services.underway import followed
from monitoring.services.visit import Visit
from monitoring.spreadsheets.kept_workbooks import KEPT
from monitoring.spreadsheets.limits import LIMITS, Unreadable
from monitoring.spreadsheets.units import unit
from monitoring.storage import acceptances, answers, content, uploads
from monitoring.storage.database import Connection
from monitoring.storage.municipalities import Place
from monitoring.storage.uploads import Upload

__all__ = [
    "LARGEST_FILE_MB", "Check", "File", "Options", "Upload", "answer", "check", "check_against",
    "check_files", "is_for_once", "is_unit", "take_over", "upload", "uploaded",
]  # fmt: skip

LARGEST_FILE_MB = LIMITS.megabytes


def check_files(files: Sequence[File], options: Options, visit: Visit) -> Check:
    """Check files on their own, without a municipality and without keeping anything."""
    given = options.with_remembered({})
    readings = [understood(each, given, visit).reading for each in files]
    return compare([file.name for file in files], readings, {}, (), given, visit.today, visit.watch)


def check_against(visit: Visit, slug: str, files: Sequence[File], options: Options) -> Check:
    """Check files against what a municipality has, without keeping anything."""
    place = visit.place(slug, Act.IMPORT)
    with visit.database.reading() as connection:
        given = options.with_remembered(_words(connection, place))
        known = profiles.known(connection, place)
    readings = tuple(understood(file, given, visit, known) for file in files)
    with visit.database.reading() as connection:
        batch = _Batch(None, tuple(each.name for each in files), readings, given, visit.today)
        return _held_against(connection, place, batch, visit.watch)


def upload(visit: Visit, slug: str, files: Sequence[File]) -> str:
    """Keep files as they came, before anything else, and return the name of their batch.

    Of a file that cannot be read only hash, size and reason are kept.
    """
    visit.require(Act.IMPORT, slug)
    if not files:
        raise Invalid("no_file")
    batch = secrets.token_urlsafe(12)
    refusals = [_refusal(file) for file in files]
    with visit.writing(slug, Act.IMPORT) as (place, connection):
        for file, refusal in zip(files, refusals, strict=True):
            uploads.add(
                connection,
                place.id,
                batch,
                file.name,
                file.content,
                at=visit.now,
                by=visit.by,
                refused_because=refusal.code.value if refusal else None,
                refusal_details=refusal.details if refusal else None,
            )
    return batch


def _refusal(file: File) -> Unreadable | None:
    try:
        KEPT.read(file.name, file.content)
    except Unreadable as problem:
        return problem
    return None


def check(visit: Visit, slug: str, batch: str, options: Options) -> Check:
    """Check an uploaded batch against what the municipality has.

    How far it has come, tells `underway.progress`; `underway.cancel` stops it.

    Raises:
        NotFound: there is no such batch.
        Cancelled: somebody stopped it.
    """
    place = visit.place(slug, Act.IMPORT)
    with without_collecting(), followed(visit, slug, batch) as visit:
        understood = _read(visit, place, batch, options)
        with visit.database.reading() as connection:
            return _held_against(connection, place, understood, visit.watch)


@dataclass(frozen=True, slots=True)
class _Batch:
    """Files as they were understood, with the answers known so far."""

    name: str | None
    files: tuple[str, ...]
    understood: tuple[Understood, ...]
    options: Options
    today: date


def _read(visit: Visit, place: Place, batch: str, options: Options) -> _Batch:
    """Reading takes long: it is done before a transaction makes others wait."""
    with visit.database.reading() as connection:
        kept = uploads.batch(connection, place.id, batch)
        own = _words(connection, place) | answers.of_batch(connection, place.id, batch)
        given = options.with_remembered(own)
        known = profiles.known(connection, place)
    if not kept:
        raise NotFound()
    readings = tuple(_kept_file(each, given, visit, known) for each in kept)
    return _Batch(batch, tuple(each.file_name for each in kept), readings, given, visit.today)


def _words(connection: Connection, place: Place) -> dict[str, str]:
    """What a municipality answered about words, which holds for all of its files."""
    remembered = answers.remembered(connection, place.id)
    return {key: value for key, value in remembered.items() if not belongs_to_files(key)}


def _kept_file(kept: Upload, options: Options, visit: Visit, known: Known) -> Understood:
    if kept.refused_because or kept.content is None:
        name = kept.file_name or kept.sha256[:12]
        return Understood(refused(name, kept.refused_because or "purged", kept.refusal_details))
    return understood(File(kept.file_name, kept.content, kept.id), options, visit, known)


def _held_against(connection: Connection, place: Place, batch: _Batch, watch: Watch) -> Check:
    stored = states.known(connection, place.id, current_sight(place))
    used = content.ids_ever_used(connection, place.id)
    readings = [each.reading for each in batch.understood]
    suggested = {key: value for each in batch.understood for key, value in each.suggestions.items()}
    found = compare(batch.files, readings, stored, used, batch.options, batch.today, watch, suggested)
    taken = uploads.revision_of(connection, place.id, batch.name) if batch.name else None
    found = set_apart(found, acceptances.listed(connection, place.id))
    matches = tuple(each.match for each in batch.understood if each.match)
    return replace(found, based_on=place.revision, batch=batch.name, revision=taken, profiles=matches)


def take_over(
    visit: Visit,
    slug: str,
    batch: str,
    options: Options,
    based_on: int | None = None,
    decisions: Decisions | None = None,
) -> Check:
    """Write the changes of a batch as one revision, or nothing where something stands against it.

    Args:
        based_on: the revision the user saw the changes against; None takes whatever is current.
        decisions: which record counts where others changed the same ones since.

    Raises:
        NotFound: there is no such batch.
        Conflict: the same items were changed since that revision.
        Cancelled: somebody stopped it.
    """
    place = visit.place(slug, Act.IMPORT)
    with without_collecting(), followed(visit, slug, batch) as visit:
        return _taken_over(visit, slug, _read(visit, place, batch, options), options, based_on, decisions)


def _taken_over(
    visit: Visit,
    slug: str,
    understood: _Batch,
    options: Options,
    based_on: int | None,
    decisions: Decisions | None,
) -> Check:
    with visit.writing(slug, Act.IMPORT) as (place, connection):
        found = _held_against(connection, place, understood, visit.watch)
        found = settled(connection, place, found, based_on, decisions)
        wrong = {each.key for each in found.questions}
        _remember(visit, connection, place, understood.name or "", options.answers, wrong)
        if not found.can_be_taken_over or found.changes_nothing or found.revision:
            return replace(found, revision=None)
        profiles.keep(connection, place, understood.understood, at=visit.now, by=visit.by)
        return replace(found, revision=_written(visit, connection, place, found, options.note))


def _written(visit: Visit, connection: Connection, place: Place, found: Check, note: str | None) -> int:
    number = write(
        connection,
        place,
        found.changes,
        at=visit.now,
        by=visit.by,
        act="import",
        note=note,
        watch=visit.watch,
    )
    uploads.mark_taken(connection, place.id, found.batch or "", number)
    return number


def answer(visit: Visit, slug: str, batch: str, given: Mapping[str, str]) -> dict[str, str]:
    """Remember answers and return those that hold for this import alone.

    Answers about words are remembered for the municipality, those about a layout with the files until these
    are taken over, and then with their profile.

    Raises:
        NotFound: there is no such batch.
    """
    with visit.writing(slug, Act.IMPORT) as (place, connection):
        if not uploads.batch(connection, place.id, batch):
            raise NotFound()
        _remember(visit, connection, place, batch, given)
    return {key: value for key, value in given.items() if is_for_once(key)}


def _remember(
    visit: Visit,
    connection: Connection,
    place: Place,
    batch: str,
    given: Mapping[str, str],
    wrong: AbstractSet[str] = frozenset(),
) -> None:
    """Keep answers, except those for one import alone and those that are no choice."""
    keyed = {question_key(key): value for key, value in given.items()}
    lasting = {key: value for key, value in keyed.items() if not is_for_once(key) and key not in wrong}
    of_files = {key: value for key, value in lasting.items() if belongs_to_files(key)}
    words = {key: value for key, value in lasting.items() if key not in of_files}
    answers.remember(connection, place.id, words, at=visit.now, by=visit.by)
    answers.keep_for_batch(connection, place.id, batch, of_files)


def uploaded(visit: Visit, slug: str) -> list[Upload]:
    """Every file that was uploaded, without its content, newest first."""
    place = visit.place(slug, Act.IMPORT)
    with visit.database.reading() as connection:
        return uploads.listed(connection, place.id)


def is_for_once(key: str) -> bool:
    """Whether an answer concerns one import alone and is not remembered."""
    return question_key(key) in editions.QUESTIONS.values()


def is_unit(text: str) -> bool:
    """Whether a text is a unit in which numbers can be read."""
    return unit(text) is not None
