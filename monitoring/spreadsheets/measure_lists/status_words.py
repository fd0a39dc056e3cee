"""Whether a column says in single words how measures stand, or reports in sentences."""

from __future__ import annotations

from monitoring.spreadsheets.measure_lists.measure_list import MeasureList
from monitoring.spreadsheets.measure_lists.written_colours import written_colour
from monitoring.spreadsheets.missing_words import absence
from monitoring.spreadsheets.vocabulary import is_status_word

LONGEST_WORD = 40
MOST_WORDS = 12


def has_short_words(list_: MeasureList, column: int) -> bool:
    """Whether no cell of a column is as long as a sentence."""
    texts = [text for row in list_.rows if (text := list_.text_at(row, column))]
    return all(len(text) <= LONGEST_WORD or is_status_word(text) for text in texts)


def is_about_status(list_: MeasureList, column: int) -> bool:
    """Whether the cells of a column are status words or colours: known ones, or few that come again."""
    texts = [text for row in list_.rows if (text := list_.text_at(row, column))]
    said = [text for text in texts if absence(text) is None]
    distinct = set(said)
    known = [text for text in distinct if is_status_word(text) or written_colour(text)]
    if not said:
        return True
    if any(len(text) > LONGEST_WORD for text in distinct if text not in known):
        return False
    return 2 * len(known) >= len(distinct) or (len(distinct) <= MOST_WORDS and 2 * len(distinct) <= len(said))
