"""Cell addresses: row and column (both from 1) to "D5" and back."""

from __future__ import annotations

from functools import cache

DIGITS = "0123456789"


@cache
def column_letters(column: int) -> str:
    """The letters of a column.

    >>> column_letters(4), column_letters(27), column_letters(16384)
    ('D', 'AA', 'XFD')
    """
    rest, last = divmod(column - 1, 26)
    return (column_letters(rest) if rest else "") + chr(ord("A") + last)


@cache
def column_number(letters: str) -> int:
    """The number of a column.

    >>> column_number("D"), column_number("AA"), column_number("XFD")
    (4, 27, 16384)
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def cell_address(row: int, column: int) -> str:
    """The address people know from their spreadsheet program.

    >>> cell_address(5, 4)
    'D5'
    """
    return f"{column_letters(column)}{row}"


def position(address: str) -> tuple[int, int]:
    """Row and column of an address.

    >>> position("D5")
    (5, 4)
    """
    letters = address.replace("$", "").rstrip(DIGITS)
    return int(address.replace("$", "")[len(letters) :]), column_number(letters)


def range_corners(addresses: str) -> tuple[int, int, int, int]:
    """First row, first column, last row, last column of a range.

    >>> range_corners("D5:F6")
    (5, 4, 6, 6)
    """
    first, _, last = addresses.partition(":")
    return (*position(first), *position(last or first))
