"""Questions about a file as form fields: every choice in words, the answer or the usual one chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from dash import html

from monitoring.components.form import choices, field
from monitoring.components.native import Select, options
from monitoring.components.sheet_marks import question_name
from monitoring.domain.question import Question
from monitoring.texts.findings import choice_label, question_sentence
from monitoring.texts.words import Words

ANSWER = "answer:"
"""What leads the name of a field that answers a question; the key of the question follows."""
MOST_RADIOS = 5
CELLS_SHOWN = 8


Linked = Callable[[str | None, str | None, str], Any]
"""Turns file, sheet and cell into a link to where the cell is shown."""


def question_fields(
    asked: Iterable[tuple[Question, str | None]],
    words: Words,
    linked: Linked = lambda _f, _s, cell: cell,
    first: int = 1,
) -> list[Any]:
    """One field for each question, numbered from `first`, with its answer where there is one."""
    return [
        html.Div(_field(question, _chosen(question, answer), words, linked), id=question_name(number))
        for number, (question, answer) in enumerate(asked, first)
    ]


def _chosen(question: Question, answer: str | None) -> str | None:
    """The answer, else what holds without one, else what is suggested."""
    return answer or question.default or question.suggestion


def _field(question: Question, answer: str | None, words: Words, linked: Linked) -> Any:
    name = f"{ANSWER}{question.key}"
    pairs = [(choice, choice_label(choice, question, words)) for choice in question.choices]
    sentence, hint = question_sentence(question, words), _hint(question, words, linked)
    if len(pairs) <= MOST_RADIOS:
        return choices(sentence, name, pairs, words=words, value=answer, hint=hint)
    empty = None if answer else words("form.choose")
    control = Select(
        id=name, name=name, value=answer or "", options=options(pairs, empty=empty), required=True
    )
    return field(sentence, control, words=words, hint=hint)


def _hint(question: Question, words: Words, linked: Linked) -> list[Any]:
    """Where it matters, each cell as a link, and whether the answer is remembered."""
    where = " · ".join(part for part in (question.file, question.sheet) if part)
    cells = [linked(question.file, question.sheet, cell) for cell in question.cells[:CELLS_SHOWN]]
    listed = [part for cell in cells for part in (", ", cell)][1:]
    more = [" …"] if len(question.cells) > CELLS_SHOWN else []
    place = [*([where] if where else []), *([": "] if where and cells else []), *listed, *more]
    parts = [words("page.import.question_about") + " ", *place, " "] if place else []
    if question.default is not None:
        label = choice_label(question.default, question, words)
        parts.append(words("page.import.question_default", choice=label.rstrip(".")) + " ")
    if question.suggested_by:
        parts.append(words(f"page.import.suggested_by_{question.suggested_by}") + " ")
    if not question.remembered:
        parts.append(words("page.import.question_not_remembered"))
    said = [html.Span(part) if isinstance(part, str) else part for part in parts]
    return [*_swatch(question), *said]


def _swatch(question: Question) -> list[Any]:
    """A patch of the colour that is asked about; its name stands in the question."""
    colour = question.details.get("colour")
    size = {"display": "inline-block", "width": "2em", "height": "1em", "marginInlineEnd": "0.5em"}
    style = {"backgroundColor": colour, **size}
    return [html.Span(className="swatch", style=style, **{"aria-hidden": "true"})] if colour else []
