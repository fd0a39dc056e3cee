"""The rows of a target in a form: the fields of each year by position, and the address of a target."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import count

from monitoring.domain.slug import slug_from_name

ROW_FIELDS = ("year", "value", "reduction", "is_neutrality")
"""What differs from year to year; the other fields hold for the whole target."""
SPARE_ROWS = 3
"""Empty rows below the filled ones, for further years."""
MOST_ROWS = 40
NEW = "neu"


def target_tails(names: Iterable[str]) -> dict[str, str]:
    """Where each target stands below its municipality; names that look alike in an address are numbered.

    >>> target_tails(["Minus 65 % bis 2030", "Neu", "Strom / Wärme", "Strom & Wärme", "目標"])
    ... # doctest: +NORMALIZE_WHITESPACE
    {'Minus 65 % bis 2030': '/ziele/minus-65-bis-2030', 'Neu': '/ziele/neu-ziel',
     'Strom & Wärme': '/ziele/strom-waerme', 'Strom / Wärme': '/ziele/strom-waerme-2', '目標': '/ziele/ziel'}
    """
    tails: dict[str, str] = {}
    for name in sorted(set(names)):
        slug = slug_from_name(name) or "ziel"
        wanted = f"/ziele/{slug}-ziel" if slug == NEW else f"/ziele/{slug}"
        numbered = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
        tails[name] = next(each for each in numbered if each not in tails.values())
    return tails


def target_named(wanted: str, names: Iterable[str]) -> str | None:
    """The name of the target that an address means.

    >>> target_named("netto-null", ["Minus 65 %", "Netto-Null"])
    'Netto-Null'
    """
    return next((name for name, tail in target_tails(names).items() if tail == f"/ziele/{wanted}"), None)


def row_name(field: str, position: int) -> str:
    """The name of a field in a row of the form.

    >>> row_name("year", 2)
    'year:2'
    """
    return f"{field}:{position}"


def rows_of(texts: Mapping[str, str]) -> list[tuple[int, dict[str, str]]]:
    """The filled rows with their positions; a row without any text is none.

    >>> rows_of({"year:0": "2030", "value:0": "", "year:1": "", "name": "x"})
    [(0, {'year': '2030', 'value': ''})]
    """
    found = []
    for position in range(MOST_ROWS):
        names = {field: row_name(field, position) for field in ROW_FIELDS}
        row = {field: texts[name] for field, name in names.items() if name in texts}
        if any(text.strip() for text in row.values()):
            found.append((position, row))
    return found
