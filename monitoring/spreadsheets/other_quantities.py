"""Lists whose title or sheet name says that their numbers are neither final energy nor emissions."""

from __future__ import annotations

from monitoring.spreadsheets.crosstabs.label_words import OTHER
from monitoring.spreadsheets.crosstabs.sense import sense_of
from monitoring.spreadsheets.recognition import Recognised


def names_other_quantity(recognised: Recognised) -> str | None:
    """The title of a balance that is about something else, such as „Minderungspotenziale“; the nearest one.

    „Bilanz und Potenziale“ is a balance.
    """
    if recognised.format.kind != "balance":
        return None
    above = recognised.sheet.rows[: recognised.header_row - 1]
    titles = [recognised.sheet.name, *(value for row in above for value in row if isinstance(value, str))]
    found: str | None = None
    for title in titles:
        said = sense_of(title)
        if said.derived == OTHER and "bilanz" not in title.casefold():
            found = title
        elif said.quantity:
            found = None
    return found
