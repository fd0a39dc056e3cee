"""Profiles: a confirmed understanding of a file, found again by its labels when the next one comes.

Where a column stands, in what order the sheets come and which years they name does not matter: the same
labels are the same layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from monitoring.domain.question import question_key

LEAST_SHARE = 0.5
"""Of the labels of a file and a profile so many must be in both, else the file is a new layout."""
LONGEST_NAME = 120
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY_OR_YEAR = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?:-\d\d){0,2}(?!\d)|(?<!\d)\d\d?\.\d\d?\.(?:19|20)\d\d(?!\d)"
)
_NUMBER = re.compile(r"\d+")
_AT_THE_ENDS = " _-–/.,:;()"


def plain_label(label: str) -> str:
    """A label without numbers, case and surplus blanks; empty where nothing else stands in it.

    >>> plain_label("Endenergie 2019 [MWh]"), plain_label("2019")
    ('endenergie [mwh]', '')
    """
    bare = " ".join(_NUMBER.sub(" ", label).split()).casefold()
    return bare if any(sign.isalpha() for sign in bare) else ""


def plain_sheet(name: str) -> str:
    """The name of a sheet without years.

    >>> plain_sheet("Bilanz_2023"), plain_sheet("2019-2022"), plain_sheet("Tabelle1")
    ('bilanz', '2019-2022', 'tabelle1')
    """
    bare = " ".join(_YEAR.sub(" ", name).split()).strip(_AT_THE_ENDS).casefold()
    return bare or name.casefold()


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """The labels of a sheet as they are written, without years, and what each was confirmed to mean."""

    sheet: str
    kind: str | None = None
    labels: tuple[str, ...] = ()
    meanings: Mapping[str, str] = field(default_factory=dict)

    @property
    def plain(self) -> dict[str, str]:
        """The labels by what they are compared by."""
        found = {plain_label(each): each for each in reversed(self.labels)}
        found.pop("", None)
        return found


Layout = tuple[SheetLayout, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """What a municipality confirmed about files of one layout. `answers` are those that belong to it."""

    name: str
    sheets: Layout
    answers: Mapping[str, str]
    made_at: datetime
    made_by: str
    used_at: datetime
    shared_at: datetime | None = None
    id: int = 0
    owner: str = ""
    """The name of the municipality it belongs to."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """What its sheets hold."""
        return tuple(dict.fromkeys(each.kind for each in self.sheets if each.kind))


class ProfileStatus(StrEnum):
    """How well a file is known."""

    KNOWN = "known"
    CHANGED = "changed"
    NEW = "new"


class DifferenceCode(StrEnum):
    """What differs between a file and the profile it is most like; each has one sentence in the texts."""

    NEW_SHEET = "new_sheet"
    MISSING_SHEET = "missing_sheet"
    RENAMED_SHEET = "renamed_sheet"
    NEW_LABEL = "new_label"
    MISSING_LABEL = "missing_label"
    OTHER_MEANING = "other_meaning"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: in which sheet, at which label, what it was and what it is."""

    code: DifferenceCode
    sheet: str
    label: str | None = None
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class ProfileMatch:
    """Which profile a file was read with, and what is different this time."""

    file: str
    status: ProfileStatus
    name: str | None = None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """A profile held against a file: for each sheet of the file that of the profile, and the share of labels
    that both have.
    """

    profile: Profile
    pairs: Mapping[str, SheetLayout]
    share: float
    differences: tuple[Difference, ...]

    @property
    def status(self) -> ProfileStatus:
        """Known where nothing differs."""
        if self.share < LEAST_SHARE:
            return ProfileStatus.NEW
        return ProfileStatus.CHANGED if self.differences else ProfileStatus.KNOWN

    def is_renamed(self, sheet: str) -> bool:
        """Whether a sheet has another name in the profile, years apart."""
        return plain_sheet(sheet) != plain_sheet(self.pairs[sheet].sheet)


def most_like(layout: Layout, profiles: Iterable[Profile]) -> Likeness | None:
    """The profile with the same layout, else the one most like it; None where none has half of the labels."""
    found = [likeness(layout, each) for each in profiles]
    fitting = [each for each in found if each.status is not ProfileStatus.NEW]
    return max(
        fitting, key=lambda each: (not each.differences, each.share, each.profile.used_at), default=None
    )


def likeness(layout: Layout, profile: Profile) -> Likeness:
    """A profile held against a file; sheets that are neither understood nor known do not count."""
    listed = {plain_sheet(each.sheet) for each in profile.sheets}
    sheets = [each for each in layout if each.plain and (each.kind or plain_sheet(each.sheet) in listed)]
    pairs = _pairs(sheets, [each for each in profile.sheets if each.plain])
    names = {plain_sheet(each.sheet) for each in pairs.values()}
    missing = [each for each in profile.sheets if each.plain and plain_sheet(each.sheet) not in names]
    unknown = [each for each in sheets if each.sheet not in pairs]
    differences = [
        *(Difference(DifferenceCode.NEW_SHEET, each.sheet) for each in unknown),
        *(Difference(DifferenceCode.MISSING_SHEET, each.sheet) for each in missing),
    ]
    for each in sheets:
        if each.sheet in pairs:
            differences += _between(each, pairs[each.sheet])
    together = [(each, pairs[each.sheet]) for each in sheets if each.sheet in pairs]
    share = _share_of(together, alone=sum(len(each.plain) for each in (*missing, *unknown)))
    return Likeness(profile, pairs, share, tuple(differences))


def _pairs(sheets: Sequence[SheetLayout], known: Sequence[SheetLayout]) -> dict[str, SheetLayout]:
    """The sheets of a file with those of a profile: by name without years, else by their labels."""
    named = {plain_sheet(each.sheet) for each in sheets}
    pairs = {}
    for each in sheets:
        own = [other for other in known if plain_sheet(other.sheet) == plain_sheet(each.sheet)]
        free = [other for other in known if plain_sheet(other.sheet) not in named]
        alike = [other for other in free if _share(each, other) >= LEAST_SHARE]
        candidates = own or alike
        if candidates:
            pairs[each.sheet] = max((_rank(each, other), at, other) for at, other in enumerate(candidates))[2]
    return pairs


def _rank(one: SheetLayout, other: SheetLayout) -> tuple[float, bool]:
    return _share(one, other), one.sheet == other.sheet


def _share(one: SheetLayout, other: SheetLayout) -> float:
    return _share_of([(one, other)])


def _share_of(pairs: Iterable[tuple[SheetLayout, SheetLayout]], alone: int = 0) -> float:
    """The labels that both sheets of each pair have, of all labels; `alone` counts those without a pair."""
    labels = [(one.plain.keys(), other.plain.keys()) for one, other in pairs]
    both = sum(len(one & other) for one, other in labels)
    every = sum(len(one | other) for one, other in labels) + alone
    return both / every if every else 0.0


def _between(sheet: SheetLayout, known: SheetLayout) -> Iterable[Difference]:
    now, before = sheet.plain, known.plain
    if plain_sheet(sheet.sheet) != plain_sheet(known.sheet):
        yield Difference(DifferenceCode.RENAMED_SHEET, sheet.sheet, before=known.sheet, after=sheet.sheet)
    for label in (each for each in now if each not in before):
        yield Difference(DifferenceCode.NEW_LABEL, sheet.sheet, now[label])
    for label in (each for each in before if each not in now):
        yield Difference(DifferenceCode.MISSING_LABEL, sheet.sheet, before[label])


def other_meanings(layout: Layout, found: Likeness) -> list[Difference]:
    """The labels that mean something else than in the profile."""
    different = []
    for sheet in layout:
        confirmed = found.pairs[sheet.sheet].meanings if sheet.sheet in found.pairs else {}
        different += [
            Difference(DifferenceCode.OTHER_MEANING, sheet.sheet, label, confirmed[label], meaning)
            for label, meaning in sheet.meanings.items()
            if label in confirmed and confirmed[label] != meaning
        ]
    return different


def translated(answers: Mapping[str, str], before: str, after: str) -> dict[str, str]:
    """The answers about one sheet, with the name that it has now.

    >>> translated({"unit:thg 2023:co2": "kt", "planned:thg 2023": "leave_out"}, "THG 2023", "THG 2024")
    {'unit:thg 2024:co2': 'kt', 'planned:thg 2024': 'leave_out'}
    """
    found = {}
    for key, value in answers.items():
        code, _, rest = key.partition(":")
        start = question_key(before)
        if rest == start or rest.startswith(f"{start}:"):
            found[question_key(code, after + rest[len(start) :])] = value
    return found


def name_for_file(stem: str) -> str:
    """What the profile of a file is called: the file's name without years and days.

    >>> name_for_file("Bilanz_2023"), name_for_file("Sachstand-2025-12"), name_for_file("2023")
    ('Bilanz', 'Sachstand', '2023')
    """
    bare = " ".join(_DAY_OR_YEAR.sub(" ", stem.replace("_", " ")).split()).strip(_AT_THE_ENDS)
    return bare or stem


def unused_name(wanted: str, taken: Iterable[str]) -> str:
    """A name for a new profile that no other has.

    >>> unused_name("Bilanz", ["Bilanz", "Bilanz 2"])
    'Bilanz 3'
    """
    names = {each.casefold() for each in taken}
    name, count = wanted[:LONGEST_NAME], 1
    while name.casefold() in names:
        count += 1
        name = f"{wanted[: LONGEST_NAME - 4]} {count}"
    return name
