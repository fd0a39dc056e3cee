"""Checking: what files say, what is open about them, and what taking them over would change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from monitoring.domain import completeness, counted_totals, editions, matching, merging, reported_status
from monitoring.domain.base_year import base_year_findings
from monitoring.domain.changes import Change, ChangeType
from monitoring.domain.checks.acceptance import Acceptance
from monitoring.domain.checks.catalogue import Doubted
from monitoring.domain.draft import Draft
from monitoring.domain.finding import Finding, blocks_import, worst_first
from monitoring.domain.grouping import grouped
from monitoring.domain.measure import Measure
from monitoring.domain.measure_links import link_findings
from monitoring.domain.persons import persons_brought
from monitoring.domain.profile import ProfileMatch, ProfileStatus
from monitoring.domain.question import Question, lacks_lines, question_key
from monitoring.domain.record import Item
from monitoring.domain.removal import removals
from monitoring.domain.stored import Stored
from monitoring.domain.suggestion import Suggestion, with_suggestions
from monitoring.domain.watch import ImportStage, Watch, unwatched, watched
from monitoring.services.plausibility import doubted, with_totals_per_inhabitant
from monitoring.spreadsheets.understanding import Reading, SheetReading

NOTHING_SUGGESTED: Mapping[str, Suggestion] = {}


@dataclass(frozen=True, slots=True)
class File:
    """A file as it came."""

    name: str
    content: bytes
    upload: int | None = None
    """The number under which it is kept, if it is."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the user said about the files: kind, unit, answers, whether they are complete."""

    kind: str | None = None
    unit: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    is_complete: bool = False
    note: str | None = None
    profile: str | None = None
    """The profile to read with, instead of the one that fits best."""

    def with_remembered(self, remembered: Mapping[str, str]) -> Options:
        """The options with answers given before; those given now count first."""
        now = {question_key(key): value for key, value in self.answers.items()}
        return replace(self, answers={**remembered, **now})


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
    answered: tuple[tuple[Question, str], ...] = ()
    """Questions of these files that were answered, now or earlier, each with its answer."""
    doubted: tuple[Doubted, ...] = ()
    """The findings about values that can be accepted."""
    accepted: tuple[tuple[Finding, Acceptance], ...] = ()
    """What would be a finding, had nobody said why the value is right."""
    given: Mapping[str, str] = field(default_factory=dict)
    """The answers that held, by the key of their question."""
    profiles: tuple[ProfileMatch, ...] = ()
    """With which profile each file was read; none for a file that could not be read."""
    suggestions: Mapping[str, Suggestion] = field(default_factory=dict)
    """Answers that the region or an older layout suggests; none of them holds before it is confirmed."""

    @property
    def profile(self) -> ProfileMatch | None:
        """The profile of the file that is known least."""
        order = list(ProfileStatus)
        return max(self.profiles, key=lambda each: order.index(each.status), default=None)

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
        return all(each.type is ChangeType.UNCHANGED for each in self.changes)


def compare(
    files: Sequence[str],
    readings: Sequence[Reading],
    stored: Stored,
    used_ids: Iterable[str],
    options: Options,
    today: date,
    watch: Watch = unwatched,
    suggested: Mapping[str, Suggestion] = NOTHING_SUGGESTED,
) -> Check:
    """Match drafts with measures, merge them with what is stored, apply what was answered.

    Args:
        files: the names of the files, in the order of the readings.
        used_ids: every id that a measure of the municipality ever had.
        suggested: answers that are chosen in advance and do not hold yet.
    """
    drafts = [draft for each in readings for draft in each.drafts]
    given = _by_file(files, readings, options.answers)
    matched = matching.match_measures(drafts, _measures(stored), used_ids, options.answers, given)
    merged = merging.merge(watched(matched.drafts, ImportStage.COMPARING, watch, len(matched.drafts)), stored)
    removed = removals(merged.changes, stored) if options.is_complete else []
    stated = reported_status.as_reported(merged.changes, matched.drafts, stored)
    # An answer that belongs to one file says nothing about the sheet of the same name in another.
    of_files = [(with_totals_per_inhabitant(each.questions, drafts, stored), each.used) for each in readings]
    answered, waiting = _sorted([*of_files, *_of_matching(matched.questions, given, options.answers)])
    changes, decisions = _decided([*stated.values(), *removed], stored, waiting, options.answers)
    decided, undecided = _sorted([(decisions, options.answers)])
    still_open = tuple(with_suggestions([*waiting, *undecided], suggested))
    watch(ImportStage.CHECKING)
    odd = doubted(files, readings, changes, stored, still_open, today)
    findings = [each for every in readings for each in every.findings]
    findings += [*matched.findings, *merged.findings, *_findings_of_rows(stated, matched.drafts, stored)]
    findings += [*persons_brought(changes, options.answers), *(each.finding for each in odd)]
    return Check(
        files=tuple(files),
        sheets=tuple(sheet for each in readings for sheet in each.sheets),
        findings=tuple(worst_first(grouped(_with_files(findings, files, readings)))),
        questions=still_open,
        changes=tuple(changes),
        answered=tuple((answered | decided).values()),
        doubted=tuple(odd),
        given=dict(options.answers) | {key: value for each in readings for key, value in each.used.items()},
        suggestions=suggested,
    )


def _findings_of_rows(
    stated: Mapping[Item, Change], drafts: Iterable[Draft], stored: Stored
) -> Iterator[Finding]:
    """What is wrong with single rows, and with how they fit to others."""
    yield from completeness.incomplete_rows(stated, drafts)
    yield from base_year_findings(stated, stored)
    yield from link_findings(stated, stored)
    yield from reported_status.differing(stated, stored)


def _with_files(
    findings: Iterable[Finding], files: Sequence[str], readings: Sequence[Reading]
) -> Iterator[Finding]:
    """The findings with the file of their sheet, where no other file has a sheet of that name."""
    named: dict[str, set[str]] = {}
    for file, reading in zip(files, readings, strict=True):
        for sheet in reading.sheets:
            named.setdefault(sheet.sheet, set()).add(file)
    for each in findings:
        own = named.get(each.sheet or "", set()) if each.file is None else set()
        yield replace(each, file=next(iter(own))) if len(own) == 1 else each


def _decided(
    changes: list[Change], stored: Stored, waiting: Iterable[Question], given: Mapping[str, str]
) -> tuple[list[Change], list[Question]]:
    """The changes with what was decided about them, and what there is to decide.

    While it is open what a line of the balance means, sums say nothing.
    """
    decisions = editions.edition_questions(changes)
    changes = editions.apply_answers(changes, stored, given)
    if lacks_lines(waiting):
        return changes, decisions
    decisions += counted_totals.total_questions(changes, stored, given)
    return counted_totals.as_decided(changes, stored, given), decisions


def _by_file(
    files: Iterable[str], readings: Iterable[Reading], answers: Mapping[str, str]
) -> dict[str, Mapping[str, str]]:
    """The answers that hold for each file: those given, and those of its profile."""
    return {file: {**answers, **each.used} for file, each in zip(files, readings, strict=True) if each.used}


def _of_matching(
    questions: Iterable[Question], given: Mapping[str, Mapping[str, str]], answers: Mapping[str, str]
) -> Iterable[tuple[Iterable[Question], Mapping[str, str]]]:
    """Each question about measures, with the answers that hold for its file."""
    return (([each], given.get(each.file or "", answers)) for each in questions)


def _sorted(
    asked: Iterable[tuple[Iterable[Question], Mapping[str, str]]],
) -> tuple[dict[str, tuple[Question, str]], list[Question]]:
    """Groups of questions with the answers that hold for each: the answered ones by key, and the others."""
    answered, waiting = dict[str, tuple[Question, str]](), list[Question]()
    for group, answers in asked:
        questions = tuple(group)
        known = _with_answers(questions, answers)
        waiting += _still_open(questions, known, answers)
        answered |= known
    return answered, waiting


def _with_answers(questions: Iterable[Question], given: Mapping[str, str]) -> dict[str, tuple[Question, str]]:
    """The questions with an answer that is one of their choices; any other answer leaves them open."""
    answers = {question_key(key): value for key, value in given.items()}
    return {
        each.key: (each, answers[each.key]) for each in questions if answers.get(each.key) in each.choices
    }


def _still_open(
    questions: Iterable[Question], answered: Mapping[str, object], given: Mapping[str, str]
) -> Iterable[Question]:
    """Where an answer is no choice, not even the default counts: something else was meant."""
    for question in questions:
        if question.key not in answered:
            yield replace(question, default=None) if question.key in given else question


def _measures(stored: Stored) -> list[Measure]:
    return [
        known.record for known in stored.get(Measure.KIND, {}).values() if isinstance(known.record, Measure)
    ]
