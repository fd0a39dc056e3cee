"""Tables as CSV after RFC 4180: UTF-8 without a mark in front, commas, a decimal point, a line of names."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence

from monitoring.domain.data_set import Plain

DELIMITER, LINE_END = ",", "\r\n"


def csv_text(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table with its line of names, as the bytes of a file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=DELIMITER, lineterminator=LINE_END)
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue().encode()


def cell(value: Plain) -> str:
    """A value as a cell.

    >>> [cell(each) for each in (None, True, 52300.0, 0.247, ["staff", "money"], "a")]
    ['', 'true', '52300', '0.247', '["staff", "money"]', 'a']
    """
    if value is None:
        return ""
    if isinstance(value, bool | list):
        return json.dumps(value)
    return repr(value).removesuffix(".0") if isinstance(value, float) else str(value)
