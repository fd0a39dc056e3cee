"""Importing: uploaded files are kept as they came, checked, and taken over as one revision or not at all."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from monitoring.domain import editions, matching, merging
from monitoring.domain.access import Act, Life, Sight
from monitoring.domain.changes import Change, effective
from monitoring.domain.errors import Conflict, Invalid, NotFound
from monitoring.domain.finding import Finding, blocks_import, error, worst_first
from monitoring.domain.measure import Measure
from monitoring.domain.question import Question
from monitoring.services import state as states
from monitoring.services.visit import Visit
from monitoring.spreadsheets.limits import Unreadable
from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.understanding import Reading, SheetReading, understand
from monitoring.storage import answers, content, revisions, uploads
from monitoring.storage.database import Connection
from monitoring.storage.municipalities import Place
from monitoring.storage.uploads import Upload


@dataclass(frozen=True, slots=True)
class File:
    """A file as it came."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Options:
    """What the user said about the files: kind, unit, answers, whether they are complete."""

    kind: str | None = None
    unit: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    is_complete: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """What was understood of one or several files and what taking them over would change."""

    files: tuple[str, ...]
    sheets: tuple[SheetReading, ...]
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    changes: tuple[Change, ...]
    based_on: int = 0
    batch: str | None = None
    revision: int | None = None

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """Questions without an answer or a default."""
        return tuple(each for each in self.questions if each.default is None)

    @property
    def can_be_taken_over(self) -> bool:
        """Whether nothing stands against taking over."""
        return not self.open_questions and not blocks_import(self.findings)

    @property
    def changes_nothing(self) -> bool:
        """Whether everything in the files is already stored."""
        return not effective(self.changes)


def check_files(files: Sequence[File], options: Options, visit: Visit) -> Check:
    """Check files on their own, without a municipality and without keeping anything."""
    readings = [_reading(file, options, options.answers, visit) for file in files]
    return _check(files, readings, {}, (), options)


def check_against(visit: Visit, slug: str, files: Sequence[File], options: Options) -> Check:
    """Check files against what a municipality has, without keeping anything."""
    place = visit.place(slug, Act.IMPORT)
    with visit.database.reading() as connection:
        given = replace(options, answers=answers.remembered(connection, place.id) | dict(options.answers))
        stored = states.known(connection, place.id, Sight(Life.OFFICE, place.revision, shows_internal=True))
        used = content.ids_ever_used(connection, place.id)
    readings = [_reading(file, given, given.answers, visit) for file in files]
    return replace(_check(files, readings, stored, used, given), based_on=place.revision)


def upload(visit: Visit, slug: str, files: Sequence[File]) -> str:
    """Keep files as they came, before anything else, and return the name of their batch.

    Of a file that cannot be read only hash, size and reason are kept.
    """
    if not files:
        raise Invalid("no_file")
    batch = secrets.token_urlsafe(12)
    reasons = [_refusal(file) for file in files]
    with visit.writing(slug, Act.IMPORT) as (place, connection):
        for file, reason in zip(files, reasons, strict=True):
            uploads.add(
                connection,
                place.id,
                batch,
                file.name,
                file.content,
                at=visit.now,
                by=visit.by,
                refused_because=reason,
            )
    return batch


def _refusal(file: File) -> str | None:
    try:
        read(file.name, file.content)
    except Unreadable as problem:
        return problem.code
    return None


def check(visit: Visit, slug: str, batch: str, options: Options) -> Check:
    """Check an uploaded batch against what the municipality has."""
    place = visit.place(slug, Act.IMPORT)
    with visit.database.reading() as connection:
        kept = uploads.batch(connection, place.id, batch)
        if not kept:
            raise NotFound()
        return _check_kept(visit, connection, place, kept, options)


def _check_kept(
    visit: Visit, connection: Connection, place: Place, kept: Sequence[Upload], options: Options
) -> Check:
    given = answers.remembered(connection, place.id) | dict(options.answers)
    files = [File(each.file_name, each.content or b"") for each in kept]
    readings = [_kept_reading(each, options, given, visit) for each in kept]
    stored = states.known(connection, place.id, Sight(Life.OFFICE, place.revision, shows_internal=True))
    used = content.ids_ever_used(connection, place.id)
    found = _check(files, readings, stored, used, replace(options, answers=given))
    revision = next((each.revision for each in kept if each.revision), None)
    return replace(found, based_on=place.revision, batch=kept[0].batch, revision=revision)


def _kept_reading(kept: Upload, options: Options, given: Mapping[str, str], visit: Visit) -> Reading:
    if kept.refused_because or kept.content is None:
        return _refused(kept.file_name or kept.sha256[:12], kept.refused_because or "purged", {})
    found = _reading(File(kept.file_name, kept.content), options, given, visit)
    return replace(found, drafts=tuple(replace(draft, upload=kept.id) for draft in found.drafts))


def _reading(file: File, options: Options, given: Mapping[str, str], visit: Visit) -> Reading:
    try:
        workbook = read(file.name, file.content)
    except Unreadable as problem:
        return _refused(file.name, problem.code, problem.details)
    found = understand(workbook, kind=options.kind, unit=options.unit, answers=given, today=visit.today)
    return replace(
        found,
        findings=tuple(replace(each, file=file.name) for each in found.findings),
        questions=tuple(replace(each, file=file.name) for each in found.questions),
    )


def _refused(name: str, code: str, details: Mapping[str, object]) -> Reading:
    finding = error("unreadable_file", value=name, file=name, details={"reason": code, **details})
    return Reading(sheets=(), drafts=(), findings=(finding,), questions=())


def _check(
    files: Sequence[File],
    readings: Sequence[Reading],
    stored: merging.Stored,
    used_ids: Iterable[str],
    options: Options,
) -> Check:
    """Match drafts with measures, merge them with what is stored, apply what was answered."""
    drafts = [draft for reading in readings for draft in reading.drafts]
    matched = matching.match_measures(drafts, _measures(stored), used_ids, options.answers)
    merged = merging.merge(matched.drafts, stored)
    removed = merging.removals(merged.changes, stored) if options.is_complete else []
    changes = [*merged.changes.values(), *removed]
    questions = [each for reading in readings for each in reading.questions]
    questions += [*matched.questions, *editions.edition_questions(changes)]
    findings = [each for reading in readings for each in reading.findings]
    return Check(
        files=tuple(file.name for file in files),
        sheets=tuple(sheet for reading in readings for sheet in reading.sheets),
        findings=tuple(worst_first([*findings, *matched.findings, *merged.findings])),
        questions=tuple(each for each in questions if each.key not in options.answers),
        changes=tuple(editions.apply_answers(changes, stored, options.answers)),
    )


def _measures(stored: merging.Stored) -> list[Measure]:
    return [
        known.record for known in stored.get(Measure.KIND, {}).values() if isinstance(known.record, Measure)
    ]


def take_over(visit: Visit, slug: str, batch: str, options: Options, based_on: int | None = None) -> Check:
    """Write the changes of a batch as one revision, or nothing where something stands against it.

    Args:
        based_on: the revision the user saw the changes against; None takes whatever is current.

    Raises:
        Conflict: the same items were changed since that revision.
    """
    with visit.writing(slug, Act.IMPORT) as (place, connection):
        kept = uploads.batch(connection, place.id, batch)
        if not kept:
            raise NotFound()
        found = _check_kept(visit, connection, place, kept, options)
        _refuse_conflict(connection, place, found, based_on)
        remembered = {each: value for each, value in options.answers.items() if not is_for_once(each)}
        answers.remember(connection, place.id, remembered, at=visit.now, by=visit.by)
        if not found.can_be_taken_over or found.changes_nothing or found.revision:
            return replace(found, revision=None)
        number = revisions.add(
            connection,
            place.id,
            effective(found.changes),
            at=visit.now,
            by=visit.by,
            act="import",
            note=options.note,
        )
        uploads.mark_taken(connection, place.id, batch, number)
        return replace(found, revision=number)


def answer(visit: Visit, slug: str, batch: str, given: Mapping[str, str]) -> dict[str, str]:
    """Remember answers for a municipality and return those that hold for this import alone.

    Raises:
        NotFound: there is no such batch.
    """
    with visit.writing(slug, Act.IMPORT) as (place, connection):
        if not uploads.batch(connection, place.id, batch):
            raise NotFound()
        lasting = {key: value for key, value in given.items() if not is_for_once(key)}
        answers.remember(connection, place.id, lasting, at=visit.now, by=visit.by)
    return {key: value for key, value in given.items() if is_for_once(key)}


def uploaded(visit: Visit, slug: str) -> list[Upload]:
    """Every file that was uploaded, without its content, newest first."""
    place = visit.place(slug, Act.IMPORT)
    with visit.database.reading() as connection:
        return uploads.listed(connection, place.id)


def is_for_once(key: str) -> bool:
    """Whether an answer concerns one import alone and is not remembered."""
    return key in editions.QUESTIONS.values()


def _refuse_conflict(connection: Connection, place: Place, found: Check, based_on: int | None) -> None:
    if based_on is None or based_on == place.revision:
        return
    touched = content.keys_changed_since(connection, place.id, based_on)
    items = [change for change in effective(found.changes) if (change.kind, change.record.key) in touched]
    if items:
        raise Conflict(items=[f"{change.kind}: {change.record.key}" for change in items])
