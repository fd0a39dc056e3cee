"""Profiles: a confirmed understanding of a file, found again by its labels when the next one comes.

Where a column stands, in what order sheets and columns come and which years they name does not matter: the
same labels are the same layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from monitoring.domain.errors import Invalid
from monitoring.domain.question import question_key

BETWEEN_LABELS = " / "
"""Between the words of a label that stand in several cells, such as a sector and its carrier."""
LONGEST_NAME = 120
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY_OR_YEAR = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?:-\d\d){0,2}(?!\d)|(?<!\d)\d\d?\.\d\d?\.(?:19|20)\d\d(?!\d)"
)
_NUMBER = re.compile(r"\d+")
_EMPTY_BRACKETS = re.compile(r"\(\s*\)")
_CHECKED = re.compile(r" \((?:geprüft|checked)\)")
"""What the name of a file with our marks has more than that of the file itself."""
_AT_THE_ENDS = " _-–/.,:;()"


def plain_label(label: str) -> str:
    """A label without numbers, case, surplus blanks and the order of its parts; empty without any letter.

    >>> plain_label("Endenergie 2019 [MWh]"), plain_label("2019"), plain_label("Strom / Haushalte")
    ('endenergie [mwh]', '', 'haushalte / strom')
    """
    parts = [" ".join(_NUMBER.sub(" ", part).split()).casefold() for part in label.split(BETWEEN_LABELS)]
    bare = BETWEEN_LABELS.join(sorted(parts))
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
    RENAMED_LABEL = "renamed_label"
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


def translated(answers: Mapping[str, str], before: SheetLayout, now: SheetLayout) -> dict[str, str]:
    """The answers about one sheet, with the names that it and its labels have now.

    >>> before = SheetLayout("THG 2023", labels=("Haushalte / Strom",))
    >>> now = SheetLayout("THG 2024", labels=("Strom / Haushalte",))
    >>> answers = {"unit:thg 2023:thg 2023": "kt", "meaning:thg 2023:haushalte / strom": "ignore"}
    >>> translated(answers, before, now)
    {'unit:thg 2024:thg 2024': 'kt', 'meaning:thg 2024:strom / haushalte': 'ignore'}
    """
    found = {}
    start = question_key(before.sheet)
    own = {question_key(label): now.plain.get(plain) for plain, label in before.plain.items()}
    own[start] = now.sheet
    for key, value in answers.items():
        code, _, rest = key.partition(":")
        about = rest[len(start) + 1 :]
        if rest in (start, f"{start}:{about}"):
            found[question_key(code, now.sheet, *([own.get(about) or about] if about else []))] = value
    return found


def name_for_file(stem: str) -> str:
    """What the profile of a file is called: the file's name without years and days.

    >>> name_for_file("Bilanz_2023"), name_for_file("Sachstand-2025-12"), name_for_file("2023")
    ('Bilanz', 'Sachstand', '2023')
    >>> name_for_file("THG (Entwurf) (2023)"), name_for_file("Liste (geprüft)")
    ('THG (Entwurf)', 'Liste')
    """
    bare = _EMPTY_BRACKETS.sub(" ", _DAY_OR_YEAR.sub(" ", _CHECKED.sub("", stem).replace("_", " ")))
    return " ".join(bare.split()).strip(_AT_THE_ENDS.strip("()")) or stem


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


def profile_named(name: str, profiles: Iterable[Profile]) -> Profile:
    """The profile of that name, in whatever case. Raises Invalid where there is none."""
    found = next((each for each in profiles if each.name.casefold() == name.casefold()), None)
    if found is None:
        raise Invalid("unknown_profile", name=name)
    return found
