"""The glossary: the terms that need explaining, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from monitoring.domain.slug import slug_from_name
from monitoring.texts.words import Language, Words, words


@dataclass(frozen=True)
class Term:
    """A term with its meaning; `anchor` is its place on the page of the glossary."""

    name: str
    forms: tuple[str, ...]
    meaning: str

    @property
    def anchor(self) -> str:
        """„zielpfad“ of „Zielpfad“."""
        return slug_from_name(self.name)


@cache
def terms(language: Language) -> tuple[Term, ...]:
    """Every term of a language, by its name.

    >>> [term.name for term in terms("de")][:2]
    ['Abstand zum Zielpfad', 'Anteil der Minderung und der Zeit']
    """
    spoken = words(language)
    parts = [key.split(".") for key in spoken.texts if key.startswith("glossary")]
    codes = [part[2] for part in parts if part[1] == "term" and part[3] == "name"]
    return tuple(sorted((_term(code, spoken) for code in codes), key=lambda term: term.anchor))


def _term(code: str, spoken: Words) -> Term:
    name, forms, meaning = (spoken(f"glossary.term.{code}.{part}") for part in ("name", "forms", "meaning"))
    return Term(name, tuple(forms.split("|")), meaning)


@cache
def _by_form(language: Language) -> dict[str, Term]:
    return {form: term for term in terms(language) for form in term.forms}


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    longest_first = sorted(_by_form(language), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


def pieces(text: str, language: Language) -> Iterator[tuple[str, Term | None]]:
    """A text in pieces, each with the term it is; a term that comes again is no piece of its own.

    >>> [(piece, term and term.anchor) for piece, term in pieces("Laut Zielpfad 5 t.", "de")]
    [('Laut ', None), ('Zielpfad', 'zielpfad'), (' 5 t.', None)]
    """
    done, seen = 0, set[str]()
    for match in _pattern(language).finditer(text):
        term = _by_form(language)[match.group()]
        if term.anchor in seen:
            continue
        seen.add(term.anchor)
        if match.start() > done:
            yield text[done : match.start()], None
        yield match.group(), term
        done = match.end()
    if done < len(text):
        yield text[done:], None


def terms_in(text: str, language: Language) -> list[Term]:
    """The terms that stand in a text, by their name."""
    found = {_by_form(language)[form].anchor for form in _pattern(language).findall(text)}
    return [term for term in terms(language) if term.anchor in found]
