"""Matching by title: a measure found by nothing but its title is a proposal that its owner confirms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from monitoring.domain.draft import Draft
from monitoring.domain.measure import Measure
from monitoring.domain.measure_register import KnownMeasure
from monitoring.domain.question import Question, question_key

SAME, OTHER, ASK_EACH = "same", "other", "ask_each"
EXAMPLES_NAMED = 3


@dataclass(slots=True)
class Proposals:
    """Rows that mean a stored measure as far as their title says; asked for each sheet, or one by one."""

    stored: frozenset[str]
    answers: Mapping[str, str]
    of_files: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The answers that hold for one file, by its name, such as those of its profile."""
    _found: dict[tuple[str | None, str], list[tuple[Draft, KnownMeasure]]] = field(default_factory=dict)

    @classmethod
    def for_measures(
        cls,
        stored: Iterable[Measure],
        answers: Mapping[str, str],
        of_files: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    ) -> Proposals:
        """Proposals of stored measures; rows of one and the same file complete each other unasked."""
        return cls(frozenset(each.id for each in stored), answers, of_files)

    def is_refused(self, draft: Draft, known: KnownMeasure) -> bool:
        """Whether the owner said that this row is another measure; the question is put in any case."""
        if known.id not in self.stored:
            return False
        self._found.setdefault((draft.file, draft.sheet), []).append((draft, known))
        answers = self._for(draft)
        answer = answers.get(_key(draft))
        return (answers.get(_own_key(known)) if answer == ASK_EACH else answer) == OTHER

    def _for(self, draft: Draft) -> Mapping[str, str]:
        return self.of_files.get(draft.file or "", self.answers)

    def questions(self) -> list[Question]:
        """One question for each sheet; where it is to be asked one by one, one more for each row."""
        asked = []
        for rows in self._found.values():
            asked.append(_question_of_sheet(rows))
            if self._for(rows[0][0]).get(_key(rows[0][0])) == ASK_EACH:
                asked += [_question_of_row(*each) for each in rows]
        return asked


def _key(draft: Draft) -> str:
    return question_key("same_title", draft.sheet)


def _own_key(known: KnownMeasure) -> str:
    return question_key("same_title", known.programme, known.title)


def _question_of_sheet(rows: list[tuple[Draft, KnownMeasure]]) -> Question:
    draft = rows[0][0]
    titles = list(dict.fromkeys(known.title for _, known in rows))
    return Question(
        key=_key(draft),
        code="same_title",
        choices=(SAME, OTHER, ASK_EACH) if len(rows) > 1 else (SAME, OTHER),
        cells=tuple(_cell(each) for each, _ in rows),
        sheet=draft.sheet,
        file=draft.file,
        vocabulary="same_title",
        default=SAME,
        details={"count": len(rows), "examples": [f"„{each}“" for each in titles[:EXAMPLES_NAMED]]},
    )


def _question_of_row(draft: Draft, known: KnownMeasure) -> Question:
    return Question(
        key=_own_key(known),
        code="same_title_of_one",
        choices=(SAME, OTHER),
        cells=(_cell(draft),),
        sheet=draft.sheet,
        file=draft.file,
        vocabulary="same_title",
        details={"title": known.title, "programme": known.programme},
    )


def _cell(draft: Draft) -> str:
    return draft.origins["title"].cell if "title" in draft.origins else draft.cell
