"""Likeness: a profile held against a file. What both have, what has another name, what is new or gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from monitoring.domain.profile import (
    Difference,
    DifferenceCode,
    Layout,
    Profile,
    ProfileStatus,
    SheetLayout,
    plain_label,
    plain_sheet,
)

LEAST_SHARE = 0.5
"""Of the labels of a file and of a profile so many must be in both on average, else the layout is new."""
LEFT_OUT = ("ignore", "left_out=")
"""How the meaning of a label begins that is not read: such labels have nothing else in common."""


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
    together = [(each, pairs[each.sheet]) for each in sheets if each.sheet in pairs]
    compared = [_compared(each, other) for each, other in together]
    for (each, other), found in zip(together, compared, strict=True):
        differences += _between(each, other, found)
    share = _share_of(compared, alone=sum(len(each.plain) for each in (*missing, *unknown)))
    return Likeness(profile, pairs, share, tuple(differences))


def _pairs(sheets: Sequence[SheetLayout], known: Sequence[SheetLayout]) -> dict[str, SheetLayout]:
    """The sheets of a file with those of a profile: by name without years, else by their labels."""
    named = {plain_sheet(each.sheet) for each in sheets}
    pairs = {}
    for each in sheets:
        own = [other for other in known if plain_sheet(other.sheet) == plain_sheet(each.sheet)]
        free = [other for other in known if plain_sheet(other.sheet) not in named]
        alike = [other for other in free if _is_alike(each, other)]
        candidates = own or alike
        if candidates:
            pairs[each.sheet] = max((_rank(each, other), at, other) for at, other in enumerate(candidates))[2]
    return pairs


def _is_alike(one: SheetLayout, other: SheetLayout) -> bool:
    """Whether a sheet of another name may be the same: all towns have the same sectors, under many names."""
    mine, theirs = one.plain.keys(), other.plain.keys()
    return len(mine & theirs) >= LEAST_SHARE * len(mine | theirs)


def _rank(one: SheetLayout, other: SheetLayout) -> tuple[float, bool]:
    return _share(one, other), one.sheet == other.sheet


def _share(one: SheetLayout, other: SheetLayout) -> float:
    return _share_of([_compared(one, other)])


def _share_of(compared: Iterable[_Compared], alone: int = 0) -> float:
    """Of the labels of both sides the share that the other side has; `alone` counts those without a sheet.

    A few columns that were added make no new layout, however few there were.
    """
    found = [*compared]
    both = sum(2 * (len(each.same) + len(each.renamed)) for each in found)
    every = both + sum(len(each.new) + len(each.missing) for each in found) + alone
    return both / every if every else 0.0


@dataclass(frozen=True, slots=True)
class _Compared:
    """The labels of a sheet and of the one it is held against: plain ones that both have, the others as
    written. `renamed` pairs the label before with that of now.
    """

    same: frozenset[str]
    renamed: tuple[tuple[str, str], ...]
    new: tuple[str, ...]
    missing: tuple[str, ...]


def _compared(sheet: SheetLayout, known: SheetLayout) -> _Compared:
    now, before = sheet.plain, known.plain
    new = {label: None for plain, label in now.items() if plain not in before}
    missing = {label: None for plain, label in before.items() if plain not in now}
    renamed = tuple(_renamed(sheet, known, [*new], [*missing]))
    for old, present in renamed:
        del missing[old], new[present]
    return _Compared(frozenset(now.keys() & before.keys()), renamed, (*new,), (*missing,))


def _renamed(
    sheet: SheetLayout, known: SheetLayout, new: Sequence[str], missing: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Each label that is gone with the new one that alone means the same."""
    by_meaning = _only_meanings(sheet, new)
    for meaning, label in _only_meanings(known, missing).items():
        if meaning in by_meaning:
            yield label, by_meaning[meaning]


def _only_meanings(sheet: SheetLayout, labels: Iterable[str]) -> dict[str, str]:
    """The labels by their meaning, where no other of them means the same and it is read at all."""
    meanings = {label: sheet.meanings.get(label, "") for label in labels}
    count = Counter(meanings.values())
    return {
        meaning: label
        for label, meaning in meanings.items()
        if meaning and count[meaning] == 1 and not meaning.startswith(LEFT_OUT)
    }


def _between(sheet: SheetLayout, known: SheetLayout, compared: _Compared) -> Iterable[Difference]:
    if plain_sheet(sheet.sheet) != plain_sheet(known.sheet):
        yield Difference(DifferenceCode.RENAMED_SHEET, sheet.sheet, before=known.sheet, after=sheet.sheet)
    for before, now in compared.renamed:
        yield Difference(DifferenceCode.RENAMED_LABEL, sheet.sheet, now, before, now)
    for label in compared.new:
        yield Difference(DifferenceCode.NEW_LABEL, sheet.sheet, label)
    for label in compared.missing:
        yield Difference(DifferenceCode.MISSING_LABEL, sheet.sheet, label)


def other_meanings(layout: Layout, found: Likeness) -> list[Difference]:
    """The labels that mean something else than in the profile."""
    different = []
    for sheet in layout:
        confirmed = _confirmed(found.pairs[sheet.sheet]) if sheet.sheet in found.pairs else {}
        for label, meaning in sheet.meanings.items():
            before = confirmed.get(label) or confirmed.get(plain_label(label))
            if before is not None and before != meaning:
                code = DifferenceCode.OTHER_MEANING
                different.append(Difference(code, sheet.sheet, label, before, meaning))
    return different


def _confirmed(sheet: SheetLayout) -> dict[str, str]:
    """The confirmed meaning of each label, and of each plain one where it is the only one."""
    plain: dict[str, set[str]] = {}
    for label, meaning in sheet.meanings.items():
        plain.setdefault(plain_label(label), set()).add(meaning)
    only = {label: next(iter(meanings)) for label, meanings in plain.items() if len(meanings) == 1}
    return {**only, **sheet.meanings}
