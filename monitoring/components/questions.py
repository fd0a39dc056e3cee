"""Questions about a file as form fields: every choice in words, the answer or the usual one chosen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dash import html

from monitoring.components.form import choices, field
from monitoring.components.native import Select, options
from monitoring.domain.question import Question
from monitoring.texts.findings import choice_label, question_sentence
from monitoring.texts.words import Words

ANSWER = "answer:"
"""What leads the name of a field that answers a question; the key of the question follows."""
MOST_RADIOS = 5
CELLS_SHOWN = 8


def question_fields(asked: Iterable[tuple[Question, str | None]], words: Words) -> list[Any]:
    """One field for each question, with its answer where there is one."""
    return [_field(question, answer or question.default, words) for question, answer in asked]


def _field(question: Question, answer: str | None, words: Words) -> Any:
    name = f"{ANSWER}{question.key}"
    pairs = [(choice, choice_label(choice, question, words)) for choice in question.choices]
    sentence, hint = question_sentence(question, words), _hint(question, words)
    if len(pairs) <= MOST_RADIOS:
        return choices(sentence, name, pairs, words=words, value=answer, hint=hint)
    empty = None if answer else words("form.choose")
    control = Select(
        id=name, name=name, value=answer or "", options=options(pairs, empty=empty), required=True
    )
    return field(sentence, control, words=words, hint=hint)


def _hint(question: Question, words: Words) -> list[Any]:
    where = " · ".join(part for part in (question.file, question.sheet) if part)
    cells = ", ".join(question.cells[:CELLS_SHOWN]) + (" …" if len(question.cells) > CELLS_SHOWN else "")
    place = f"{where}: {cells}" if where and cells else where or cells
    parts = [words("page.import.question_cells", cells=place)] if place else []
    if not question.remembered:
        parts.append(words("page.import.question_not_remembered"))
    return [*_swatch(question), *(html.Span(part + " ") for part in parts)]


def _swatch(question: Question) -> list[Any]:
    """A patch of the colour that is asked about; its name stands in the question."""
    colour = question.details.get("colour")
    style = {"backgroundColor": colour, "display": "inline-block", "width": "2em", "height": "1em"}
    return [html.Span(className="swatch", style=style, **{"aria-hidden": "true"})] if colour else []
