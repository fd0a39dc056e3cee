"""The paragraph that a climate manager copies into a council paper: figures, reason and source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from monitoring.domain.progress import Progress
from monitoring.texts.answers import next_step, shares_sentence, where
from monitoring.texts.reason import reason_sentence
from monitoring.texts.target_sentences import target_sentence
from monitoring.texts.words import Words

_CALLED = re.compile(r"\s*(?:Beschluss|Rats)?vorlage\b[\s:]*", re.IGNORECASE)
"""What a paper is called before its number."""


def paper_number(paper: str) -> str:
    """The number of a council paper without the word for it, to stand after that word.

    >>> paper_number("Vorlage 0287/2025"), paper_number("GR 9/2025"), paper_number("Vorlage")
    ('0287/2025', 'GR 9/2025', 'Vorlage')
    """
    called = _CALLED.match(paper)
    return (called and paper[called.end() :]) or paper


def council_paper(
    municipality: str,
    progress: Progress,
    words: Words,
    *,
    source: str,
    measures: str | None = None,
    unit: str | None = None,
) -> str:
    """One paragraph on one target; `source` is from `paper_source`, `measures` from `measures_sentence`."""
    rating = words.label(progress.rating)
    sentences = [
        words("paper.heading", municipality=municipality, target=progress.name, rating=rating),
        target_sentence(progress, words, unit),
        where(progress, words, unit),
        shares_sentence(progress, words) or "",
        reason_sentence(progress, words, unit),
        next_step(progress, words, unit=unit),
        measures or "",
        words("paper.contains"),
        source,
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def measures_paper(
    municipality: str,
    words: Words,
    *,
    measures: str,
    savings: str,
    late: Iterable[str] = (),
    source: str,
) -> str:
    """One paragraph on all measures; texts from `measures_sentence`, `savings_sentence`, `paper_source`.

    `late` are the names of the late measures.
    """
    named = words.list(late)
    sentences = [
        words("paper.measures_heading", municipality=municipality),
        measures,
        words("paper.late", names=named) if named else "",
        savings,
        source,
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def paper_source(
    municipality: str, words: Words, *, day: date, publication: int | None, revision: int
) -> str:
    """Where the figures come from: a publication, or a revision that is said to be unpublished."""
    if publication is None:
        return words("paper.source_unpublished", municipality=municipality, revision=revision, date=day)
    return words("paper.source", municipality=municipality, number=publication, date=day)
