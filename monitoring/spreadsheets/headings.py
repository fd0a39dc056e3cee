"""Headings as people write them, and which column each one means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from monitoring.spreadsheets.column import Column, SheetFormat
from monitoring.spreadsheets.formats import format_of
from monitoring.spreadsheets.thousands import without_thousands
from monitoring.spreadsheets.units import unit_in_heading
from monitoring.spreadsheets.vocabulary import heading_lists, normal_word

_FOOTNOTE = re.compile(r"(\s*[*†¹²³⁴-⁹]+|\s+\d\)|(?<=\w)\d\))+\s*$")
_BRACKET = re.compile(r"[\[(]([^\])]*)[\])]")
_UNIT_BRACKET = re.compile(r"\[[^\]]*\]")
GROUP_MARK = "\u00a0/ "
"""Stands between the label of a group of columns and that of one of them in headings that were joined from
two rows: its blank tells it from what people write.
"""
_IN_UNIT = re.compile(r"\s+in\s+(\S.*)$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def own_label(heading: str) -> str:
    """The heading of a column without the label of its group.

    >>> own_label(f"Umsetzung{GROUP_MARK}Beginn"), own_label("Maßnahme / Beschreibung")
    ('Beginn', 'Maßnahme / Beschreibung')
    """
    return heading.rsplit(GROUP_MARK, 1)[-1]


def without_footnotes(heading: str) -> str:
    """A heading without trailing stars and footnote numbers; km² keeps its square inside brackets.

    >>> [without_footnotes(each) for each in ("Endenergie [MWh]*", "Einwohner 1)", "Fläche [km²]")]
    ['Endenergie [MWh]', 'Einwohner', 'Fläche [km²]']
    """
    return _FOOTNOTE.sub("", " ".join(heading.split()))


def without_years(text: str) -> str:
    """A label without its years: „Wärme 2021“ and „Wärme 2022“ are the same.

    >>> without_years("Wärme 2021 [MWh]"), without_years("2019")
    ('Wärme [MWh]', '')
    """
    return " ".join(_YEAR.sub(" ", text).split())


@lru_cache(maxsize=4096)
def heading_keys(heading: str) -> tuple[str, ...]:
    r"""What a heading is looked up under: whole first, then without its unit.

    >>> heading_keys("Endenergie\n[MWh]*")
    ('endenergiemwh', 'endenergie')
    """
    plain = without_footnotes(heading)
    own = without_footnotes(own_label(heading))
    label, _ = unit_in_heading(plain)
    named, _ = unit_in_heading(own)
    counted, _ = without_thousands(plain)
    shorter = (_BRACKET.sub("", plain), plain.rsplit(", ", 1)[0], _IN_UNIT.sub("", plain), label, own, named)
    keys = (normal_word(each) for each in (plain, *shorter, counted) if each.strip())
    return tuple(dict.fromkeys(keys))


def _own_keys(name: str) -> tuple[str, ...]:
    """What a name of ours is found under: „Kosten (Text)“ whole, units may be missing."""
    return normal_word(name), normal_word(_UNIT_BRACKET.sub("", name))


@cache
def _named(kind: str) -> Mapping[str, tuple[Column, ...]]:
    """Which columns a key may mean: columns with that canonical heading before those with that alias."""
    columns, further = format_of(kind).columns, heading_lists(kind)
    named: dict[str, list[Column]] = {}
    for names in (
        lambda column: (column.heading,),
        lambda column: column.aliases,
        lambda column: further.get(column.field, ()),
    ):
        for column in columns:
            for key in (key for name in names(column) for key in _own_keys(name)):
                if column not in named.setdefault(key, []):
                    named[key].append(column)
    return {key: tuple(found) for key, found in named.items()}


def _candidates(heading: str, sheet_format: SheetFormat) -> tuple[Column, ...]:
    named = _named(sheet_format.kind)
    found = [column for key in heading_keys(heading) for column in named.get(key, ())]
    return tuple(dict.fromkeys(found))


def meanings(text: str, sheet_format: SheetFormat) -> tuple[Column, ...]:
    """The columns that a heading or label may mean, the likeliest first.

    >>> [column.field for column in meanings("Zeitplan", format_of("measures"))]
    ['period_text']
    """
    return _candidates(text, sheet_format)


def is_canonical(heading: str, column: Column) -> bool:
    """Whether a heading is the canonical one with its unit, whatever its case, blanks and footnotes."""
    return normal_word(without_footnotes(heading)) == normal_word(column.heading)


def _is_own_alias(heading: str, column: Column) -> bool:
    return not _own_alias_keys(column).isdisjoint(heading_keys(heading))


@cache
def _own_alias_keys(column: Column) -> frozenset[str]:
    return frozenset(key for name in column.aliases for key in _own_keys(name))


def matched_columns(headings: Sequence[str | None], sheet_format: SheetFormat) -> dict[int, Column]:
    """Which column each heading means, by position from 0; each column once. Canonical headings choose first,
    then the aliases of the column itself: „Maßnahme“ before „Leitprojekt“.

    >>> from monitoring.spreadsheets.formats import format_of
    >>> found = matched_columns(["year", "category", None, "note", "Interne Notiz"], format_of("balance"))
    >>> {position: column.field for position, column in found.items()}
    {4: 'note', 0: 'year', 1: 'sector', 3: 'source'}
    """
    options = {at: _candidates(heading, sheet_format) for at, heading in enumerate(headings) if heading}
    chosen: dict[int, Column] = {}
    for at, columns in options.items():
        exact = [column for column in columns if is_canonical(headings[at] or "", column)]
        if exact and exact[0] not in chosen.values():
            chosen[at] = exact[0]
    for at, columns in options.items():
        own = [column for column in columns if _is_own_alias(headings[at] or "", column)]
        if at not in chosen and own and own[0] is columns[0] and own[0] not in chosen.values():
            chosen[at] = own[0]
    for at, columns in options.items():
        free = [column for column in columns if column not in chosen.values()]
        if at not in chosen and free:
            chosen[at] = free[0]
    return chosen


def is_titled(sheet_name: str, sheet_format: SheetFormat) -> bool:
    """Whether a sheet bears the name of a format."""
    names = {
        normal_word(name) for name in (sheet_format.title, *sheet_format.title_aliases, sheet_format.kind)
    }
    return normal_word(sheet_name) in names
