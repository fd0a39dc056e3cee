"""Columns of words of which many are unknown: asked about together or as one scale, not one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from monitoring.spreadsheets.column import Column, Reads
from monitoring.spreadsheets.measure_lists.measure_list import MeasureList
from monitoring.spreadsheets.missing_words import absence
from monitoring.spreadsheets.vocabulary import bare_word, code_of, codes_of, word_of
from monitoring.spreadsheets.words import LEAVE_EMPTY

MOST_WORDS_ASKED = 6
ASK_EACH = "ask_each"
SCALES = (("1", "2", "3"), ("I", "II", "III"))
FIRST_IS_HIGH, FIRST_IS_LOW = "first_is_high", "first_is_low"


def take_many_words(list_: MeasureList) -> None:
    """Bundles the questions that the columns of words would ask one by one."""
    for at, field in list(list_.columns.items()):
        column = list_.recognised.format.column(field)
        if column.reads is not Reads.WORD or not column.vocabulary:
            continue
        unknown = _unknown(list_, at, column.vocabulary)
        scale = next((each for each in SCALES if unknown and set(unknown) <= set(each)), None)
        if field == "priority" and scale:
            _take_scale(list_, at, column, scale, unknown)
        elif field == "introduction":
            _keep_as_period(list_, at, unknown)
        elif len(unknown) > MOST_WORDS_ASKED or (field == "priority" and _are_numbers(unknown)):
            _take_bundle(list_, at, unknown)


def _unknown(list_: MeasureList, at: int, vocabulary: str) -> list[str]:
    texts = [
        text for row in list_.rows if (text := list_.text_at(row, at)) and (row, at) not in list_.rewritten
    ]
    return [text for text in dict.fromkeys(texts) if not _is_known(text, vocabulary)]


def _are_numbers(texts: list[str]) -> bool:
    return len(texts) > 2 and all(map(_is_number, texts))


def _is_number(text: str) -> bool:
    return text.strip(" %").replace(",", "").replace(".", "").isdigit()


def _is_known(text: str, vocabulary: str) -> bool:
    every = (vocabulary, "status_and_more") if vocabulary == "measure_status" else (vocabulary,)
    known = any(code_of(each, word) for each in every for word in (text, bare_word(text)))
    return known or absence(text) is not None


def _rows_saying(list_: MeasureList, at: int, words: Iterable[str]) -> list[int]:
    said = set(words)
    return [row for row in list_.rows if list_.text_at(row, at) in said]


def _take_bundle(list_: MeasureList, at: int, unknown: list[str]) -> None:
    heading, sheet = list_.own_headings()[at], list_.sheet.name
    rows = _rows_saying(list_, at, unknown)
    answer = list_.remarks.ask(
        ("words", sheet, heading), "many_unknown_words", (LEAVE_EMPTY, ASK_EACH), sheet,
        list_.address(rows[0], at),
        vocabulary="many_unknown_words",
        details={"heading": heading, "count": len(unknown), "examples": ", ".join(unknown[:3])},
    )  # fmt: skip
    if answer != ASK_EACH:
        list_.rewritten.update({(row, at): None for row in rows})


def _keep_as_period(list_: MeasureList, at: int, unknown: list[str]) -> None:
    """„mittel- bis langfristig“ is no single word: it stays as the text of the period."""
    for row in _rows_saying(list_, at, unknown):
        cell = list_.sheet.cell(row, at)
        list_.rewritten[row, at] = None
        list_.say(row, "period_text", cell)
        heading = list_.own_headings()[at]
        where = (list_.sheet.name, cell.address, cell.value)
        list_.remarks.gather("period_kept_as_text", *where, heading, heading=heading)


def _take_scale(list_: MeasureList, at: int, column: Column, scale: tuple[str, ...], said: list[str]) -> None:
    """Whether the first step of a scale is the highest or the lowest."""
    heading, sheet = list_.own_headings()[at], list_.sheet.name
    rows = _rows_saying(list_, at, said)
    answer = list_.remarks.ask(
        ("scale", heading), "scale", (FIRST_IS_HIGH, FIRST_IS_LOW, LEAVE_EMPTY), sheet,
        list_.address(rows[0], at),
        vocabulary="scale", details={"heading": heading, "examples": ", ".join(scale)},
    )  # fmt: skip
    codes = codes_of(column.vocabulary or "")
    steps = codes if answer == FIRST_IS_HIGH else tuple(reversed(codes))
    for row in rows:
        list_.rewritten[row, at] = None
        if answer in (FIRST_IS_HIGH, FIRST_IS_LOW):
            step = scale.index(list_.text_at(row, at) or "")
            word = word_of(column.vocabulary or "", steps[step])
            list_.say(row, column.field, replace(list_.sheet.cell(row, at), value=word))
