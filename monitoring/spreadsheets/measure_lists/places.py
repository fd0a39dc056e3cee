"""Lists of the measures of several municipalities: only those of the one that is asked for are read."""

from __future__ import annotations

from monitoring.spreadsheets.headings import heading_keys, own_label
from monitoring.spreadsheets.measure_lists.measure_list import MeasureList
from monitoring.spreadsheets.named_places import PlaceOfRow
from monitoring.spreadsheets.recognition import Recognised
from monitoring.spreadsheets.vocabulary import heading_lists, normal_word


def take_places(list_: MeasureList, of_rows: PlaceOfRow | None = None) -> None:
    """Leaves out the rows of other municipalities; all of them while nobody said which is meant.

    Args:
        of_rows: the municipality of each row, where all of them are meant.
    """
    column = place_column(list_.recognised)
    if column is None:
        return
    if of_rows:
        list_.use_columns([column])
        return
    named = {row: list_.text_at(row, column) for row in list_.rows}
    places = tuple(sorted({place for place in named.values() if place}))
    list_.use_columns([column])
    if len(places) < 2:
        return
    heading = list_.own_headings()[column]
    answer = list_.remarks.ask(
        ("place", list_.sheet.name, heading), "place", places, list_.sheet.name,
        list_.address(list_.rows[0], column), details={"heading": heading, "count": len(places)},
    )  # fmt: skip
    for row, place in named.items():
        if place != answer:
            list_.leave_out(row, reason="other_place" if answer else "pending")


def place_column(recognised: Recognised) -> int | None:
    """The column that names the municipality of each row."""
    known = {normal_word(heading) for heading in heading_lists("place")["municipality"]}
    unknown = recognised.unknown.items()
    return next((at for at, text in unknown if known & set(heading_keys(own_label(text)))), None)
