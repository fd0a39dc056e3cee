"""Keys of questions are stable, short enough to store, and the same when made again."""

from __future__ import annotations

from monitoring.domain.finding import Severity, blocks_import, error, notice, warning, worst_first
from monitoring.domain.question import LONGEST_KEY, question_key


def test_a_key_has_neither_case_nor_surplus_blanks() -> None:
    assert question_key("word", "status", " Läuft\n  schon ") == "word:status:läuft schon"


def test_a_long_key_is_cut_and_still_its_own() -> None:
    one, other = (question_key("word", "status", "x" * 5000 + end) for end in "ab")
    assert one != other
    assert len(one) <= LONGEST_KEY
    assert question_key(one) == one


def test_findings_come_worst_first_in_the_order_of_the_file() -> None:
    found = worst_first([notice("a"), error("b"), warning("c"), error("d")])
    assert [finding.code for finding in found] == ["b", "d", "c", "a"]
    assert [found[0].severity, blocks_import(found), blocks_import(found[2:])] == [
        Severity.ERROR,
        True,
        False,
    ]
