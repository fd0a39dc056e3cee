"""Understanding files with what is known about their layouts: each file is read with the answers that belong
to it, and no other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from monitoring.domain.finding import error
from monitoring.domain.likeness import Likeness, likeness, most_like, other_meanings
from monitoring.domain.profile import (
    Layout,
    Profile,
    ProfileMatch,
    ProfileStatus,
    SheetLayout,
    profile_named,
    translated,
)
from monitoring.domain.question import AS_UNDERSTOOD, OF_A_LAYOUT, OF_ALL_LABELS, code_of_key
from monitoring.domain.suggestion import Suggester, Suggestion
from monitoring.services.checking import File, Options
from monitoring.services.kept_readings import READINGS
from monitoring.services.visit import Visit
from monitoring.spreadsheets.kept_workbooks import KEPT
from monitoring.spreadsheets.limits import Unreadable
from monitoring.spreadsheets.sheet_layouts import layout_of
from monitoring.spreadsheets.understanding import Reading, understand
from monitoring.spreadsheets.workbook import Workbook

UNASKED = frozenset({"header", "kind", "meaning"})
"""Answers that hold though no question asks for them."""
SAME_TITLE = "same_title"


@dataclass(frozen=True, slots=True)
class Known:
    """The profiles of a municipality, and those that its region shares."""

    own: Sequence[Profile] = ()
    regional: Sequence[Profile] = ()


NOTHING_KNOWN = Known()


@dataclass(frozen=True, slots=True)
class Understood:
    """One file as it was understood; without layout and match where it could not be read."""

    reading: Reading
    layout: Layout = ()
    match: ProfileMatch | None = None
    profile: Profile | None = None
    suggestions: Mapping[str, Suggestion] = field(default_factory=dict)


def understood(file: File, options: Options, visit: Visit, known: Known = NOTHING_KNOWN) -> Understood:
    """A file, read with the answers of its profile and those given now, which count first.

    Raises:
        Invalid: the profile asked for does not exist.
    """
    try:
        workbook = KEPT.read(file.name, file.content, visit.watch)
    except Unreadable as problem:
        return Understood(refused(file.name, problem.code, problem.details))
    first = _reading(file, workbook, {}, options, visit)
    layout = layout_of(first.sheets, first.sheets)
    like = _named(options.profile, layout, known.own) if options.profile else most_like(layout, known.own)
    holds, suggested = _answers(layout, like, is_asked_for=options.profile is not None)
    given = {key: answer for key, answer in {**holds, **options.answers}.items() if answer != AS_UNDERSTOOD}
    final = _reading(file, workbook, given, options, visit) if _matter(given, first) else first
    final = replace(final, used={**final.used, **_about_titles(given)})
    layout = layout_of(first.sheets, final.sheets)
    return Understood(
        _of_file(final, first, file),
        layout,
        _match(file.name, layout, like),
        like.profile if like else None,
        _from_region(layout, known.regional, is_known=like is not None) | suggested,
    )


def understood_by_place(file: File, options: Options, visit: Visit) -> Reading:
    """A file about many municipalities, read once for all of them, with the answers given."""
    try:
        workbook = KEPT.read(file.name, file.content, visit.watch)
    except Unreadable as problem:
        return refused(file.name, problem.code, problem.details)
    found = _reading(file, workbook, options.answers, options, visit, by_place=True)
    return _of_file(found, found, file)


def _reading(
    file: File,
    workbook: Workbook,
    answers: Mapping[str, str],
    options: Options,
    visit: Visit,
    by_place: bool = False,
) -> Reading:
    """What a workbook says, from memory where the step before asked the same of the same file."""
    how = partial(
        understand,
        workbook,
        kind=options.kind,
        unit=options.unit,
        answers=answers,
        today=visit.today,
        watch=visit.watch,
        by_place=by_place,
    )
    said = (options.kind, options.unit, frozenset(answers.items()), by_place)
    of_file = (file.name, hashlib.sha256(file.content).digest(), visit.today)
    return READINGS.reading((*of_file, *said), how)


def _about_titles(given: Mapping[str, str]) -> dict[str, str]:
    """The answers about a file that matching its measures rests on, after it was read."""
    return {key: answer for key, answer in given.items() if code_of_key(key) == SAME_TITLE}


def _matter(answers: Mapping[str, str], first: Reading) -> bool:
    """Whether any answer can change what was read without: else reading again would only take time."""
    asked = {each.key for each in first.questions}
    return any(key in asked or code_of_key(key) in UNASKED for key in answers)


def _of_file(final: Reading, first: Reading, file: File) -> Reading:
    """The reading with the name of its file, and with the questions that were answered, to change answers."""
    still = {each.key for each in final.questions}
    answered = [each for each in first.questions if each.key in final.used and each.key not in still]
    return replace(
        final,
        drafts=tuple(each.placed(file.name, file.upload) for each in final.drafts),
        findings=tuple(replace(each, file=file.name) for each in final.findings),
        questions=tuple(replace(each, file=file.name) for each in (*final.questions, *answered)),
    )


def refused(name: str, code: str, details: Mapping[str, object]) -> Reading:
    """A file that cannot be read, as the one finding there is about it."""
    finding = error("unreadable_file", value=name, file=name, details={"reason": code, **details})
    return Reading(sheets=(), drafts=(), findings=(finding,), questions=())


def _named(name: str, layout: Layout, profiles: Iterable[Profile]) -> Likeness:
    found = profile_named(name, profiles)
    like = likeness(layout, found)
    if not like.pairs and len(layout) == len(found.sheets) == 1:
        like = replace(like, pairs={layout[0].sheet: found.sheets[0]})
    return like


def _answers(
    layout: Layout, like: Likeness | None, is_asked_for: bool
) -> tuple[dict[str, str], dict[str, Suggestion]]:
    """The answers of a profile that hold for a file, and those that are only suggested for it.

    Where a sheet has another name nothing is certain, and where labels are new an answer about all labels.
    """
    holds, suggested = dict[str, str](), dict[str, Suggestion]()
    if like is None:
        return holds, suggested
    anywhere, of_layout = _parted(like.profile)
    for sheet, known in _together(layout, like):
        for key, value in translated(of_layout, known, sheet).items():
            is_open = like.status is not ProfileStatus.KNOWN and code_of_key(key) in OF_ALL_LABELS
            if is_asked_for or not (is_open or like.is_renamed(sheet.sheet)):
                holds[key] = value
            else:
                suggested[key] = Suggestion(value, Suggester.PROFILE, like.profile.name)
    return holds | anywhere, suggested


def _together(layout: Layout, like: Likeness) -> list[tuple[SheetLayout, SheetLayout]]:
    """The sheets of a file, each with the one of the profile that it is like."""
    return [(sheet, like.pairs[sheet.sheet]) for sheet in layout if sheet.sheet in like.pairs]


def _parted(profile: Profile) -> tuple[dict[str, str], dict[str, str]]:
    """The answers of a profile that name no sheet, about words and colours, and those about its sheets."""
    listed = {key: value for key, value in profile.answers.items() if code_of_key(key) in OF_A_LAYOUT}
    of_sheets = dict[str, str]()
    for each in profile.sheets:
        of_sheets |= translated(listed, each, each)
    return {key: value for key, value in profile.answers.items() if key not in of_sheets}, of_sheets


def _from_region(layout: Layout, profiles: Sequence[Profile], is_known: bool) -> dict[str, Suggestion]:
    """What the region's profiles suggest: their words, and for a new layout the answers of one like it."""
    found = {}
    for profile in reversed(profiles):
        for key, value in _parted(profile)[0].items():
            found[key] = Suggestion(value, Suggester.REGION, profile.name)
    like = None if is_known else most_like(layout, profiles)
    for sheet, known in _together(layout, like) if like else ():
        assert like is not None
        for key, value in translated(_parted(like.profile)[1], known, sheet).items():
            found[key] = Suggestion(value, Suggester.REGION, like.profile.name)
    return found


def _match(file: str, layout: Layout, like: Likeness | None) -> ProfileMatch:
    if like is None:
        return ProfileMatch(file, ProfileStatus.NEW)
    differences = (*like.differences, *other_meanings(layout, like))
    status = ProfileStatus.CHANGED if differences else ProfileStatus.KNOWN
    return ProfileMatch(file, status, like.profile.name, differences)
