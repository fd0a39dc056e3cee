"""Files whose unit only their owner knows: what the tests of profiles take over."""

from __future__ import annotations

from typing import Any

from monitoring.services.importing import Check, File
from tests.services.stage import Rows, Stage, book

ASKED: Rows = [
    ["Ausstoß", 2020, 2021],
    ["Haushalte", 1.5, 2.5],
    ["Verkehr", 3.5, 4.5],
]
NEXT_YEAR: Rows = [
    [None, "Ausstoß", 2022, 2021, 2020],
    [None, "Verkehr", 5.5, 4.5, 3.5],
    [None, "Haushalte", 3.5, 2.5, 1.5],
]


def first(rows: Rows = ASKED, sheet: str = "THG 2023", name: str = "Bilanz_2023.xlsx") -> File:
    return book({sheet: rows}, name)


def taken(stage: Stage, file: File, **options: Any) -> Check:
    """Take a file over, with its one question about the unit answered."""
    asked = stage.take(file, **options)
    (question,) = asked.open_questions
    found = stage.take(file, answers={question.key: "kt"}, **options)
    assert found.revision
    return found
