"""Checking: what files say, what is open about them, and what taking them over would change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from monitoring.domain import completeness, counted_totals, editions, matching, merging, reported_status
from monitoring.domain.base_year import base_year_findings
from monitoring.domain.changes import Change, effective
from monitoring.domain.checks.acceptance import Acceptance
from monitoring.domain.checks.catalogue import Doubted
from monitoring.domain.finding import Finding, blocks_import, error, worst_first
from monitoring.domain.grouping import grouped
from monitoring.domain.measure import Measure
from monitoring.domain.measure_links import link_findings
from monitoring.domain.question import Question, question_key
from monitoring.domain.removal import removals
from monitoring.domain.stored import Stored
from monitoring.domain.watch import ImportStage, Watch, unwatched, watched
from monitoring.services.plausibility import doubted, with_totals_per_inhabitant
from monitoring.services.visit import Visit
from monitoring.spreadsheets.limits import Unreadable
from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.understanding import Reading, SheetReading, understand
from monitoring.spreadsheets.workbook import Workbook


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


def reading(file: File, options: Options, visit: Visit) -> Reading:
    """What a file says; a finding where it cannot be read."""
    try:
        workbook = read(file.name, file.content, watch=visit.watch)
    except Unreadable as problem:
        return refused(file.name, problem.code, problem.details)
    found = understand(
        workbook,
        kind=options.kind,
        unit=options.unit,
        answers=options.answers,
        today=visit.today,
        watch=visit.watch,
    )
    questions = (*found.questions, *_answered(workbook, found, options, visit))
    return replace(
        found,
        drafts=tuple(replace(each, file=file.name) for each in found.drafts),
        findings=tuple(replace(each, file=file.name) for each in found.findings),
        questions=tuple(replace(each, file=file.name) for each in questions),
    )


def _answered(workbook: Workbook, found: Reading, options: Options, visit: Visit) -> list[Question]:
    """The questions that a file would ask if nothing had been answered, so that an answer can be changed."""
    answered = {question_key(key) for key in options.answers} - {each.key for each in found.questions}
    if not answered:
        return []
    asked = understand(workbook, kind=options.kind, unit=options.unit, answers={}, today=visit.today)
    return [each for each in asked.questions if each.key in answered]


def refused(name: str, code: str, details: Mapping[str, object]) -> Reading:
    """A file that cannot be read, as the one finding there is about it."""
    finding = error("unreadable_file", value=name, file=name, details={"reason": code, **details})
    return Reading(sheets=(), drafts=(), findings=(finding,), questions=())


def compare(
    files: Sequence[str],
    readings: Sequence[Reading],
    stored: Stored,
    used_ids: Iterable[str],
    options: Options,
    today: date,
    watch: Watch = unwatched,
) -> Check:
    """Match drafts with measures, merge them with what is stored, apply what was answered.

    Args:
        files: the names of the files, in the order of the readings.
        used_ids: every id that a measure of the municipality ever had.
    """
    drafts = [draft for each in readings for draft in each.drafts]
    matched = matching.match_measures(drafts, _measures(stored), used_ids, options.answers)
    merged = merging.merge(watched(matched.drafts, ImportStage.COMPARING, watch, len(matched.drafts)), stored)
    removed = removals(merged.changes, stored) if options.is_complete else []
    stated = reported_status.as_reported(merged.changes, matched.drafts, stored)
    questions = [each for every in readings for each in every.questions]
    questions = [*with_totals_per_inhabitant(questions, drafts, stored), *matched.questions]
    changes, decisions = _decided([*stated.values(), *removed], stored, questions, options.answers)
    questions += decisions
    answered = _with_answers(questions, options.answers)
    still_open = tuple(_still_open(questions, answered, options.answers))
    watch(ImportStage.CHECKING)
    odd = doubted(files, readings, changes, stored, still_open, today)
    findings = [each for every in readings for each in every.findings]
    findings += [*matched.findings, *merged.findings, *completeness.incomplete_rows(stated, matched.drafts)]
    findings += [*base_year_findings(stated, stored), *link_findings(stated, stored)]
    findings += [*reported_status.differing(stated, stored)]
    findings += [each.finding for each in odd]
    return Check(
        files=tuple(files),
        sheets=tuple(sheet for each in readings for sheet in each.sheets),
        findings=tuple(worst_first(grouped(findings))),
        questions=still_open,
        changes=tuple(changes),
        answered=tuple(answered.values()),
        doubted=tuple(odd),
        given=options.answers,
    )


def _decided(
    changes: list[Change], stored: Stored, asked: Iterable[Question], given: Mapping[str, str]
) -> tuple[list[Change], list[Question]]:
    """The changes with what was decided about them, and what there is to decide.

    While it is open what a sector's word means, sums say nothing.
    """
    decisions = editions.edition_questions(changes)
    changes = editions.apply_answers(changes, stored, given)
    if any(each.vocabulary == "sector" for each in _still_open(asked, _with_answers(asked, given), given)):
        return changes, decisions
    decisions += counted_totals.total_questions(changes, stored, given)
    return counted_totals.as_decided(changes, stored, given), decisions


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
