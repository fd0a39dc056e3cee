"""The register of measures: finds one by id, or by programme with number or title, and gives out new ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

from monitoring.domain.slug import slug_from_name, slug_from_number

LONGEST_TITLE = 60


class KnownMeasure(NamedTuple):
    """What tells one measure from others."""

    id: str
    programme: str
    number: str | None
    title: str


class MeasureRegister:
    """The measures of a municipality, those of the import under way included."""

    def __init__(self, known: Iterable[KnownMeasure], used_ids: Iterable[str]) -> None:
        self._by_id: dict[str, list[KnownMeasure]] = {}
        self._by_number: dict[str, list[KnownMeasure]] = {}
        self._by_title: dict[str, list[KnownMeasure]] | None = None
        self._has_unnumbered = False
        self._used = {each.casefold() for each in used_ids}
        for each in known:
            self.add(each)

    def add(self, measure: KnownMeasure) -> None:
        """Enter a measure; its id counts as used."""
        identity = measure.id.casefold()
        self._used.add(identity)
        self._by_id.setdefault(identity, []).append(measure)
        if self._by_title is not None:
            self._by_title.setdefault(plain(measure.title), []).append(measure)
        if measure.number:
            self._by_number.setdefault(plain(measure.number), []).append(measure)
        elif measure.number is None:
            self._has_unnumbered = True

    def find(self, parts: Mapping[str, Any]) -> list[KnownMeasure]:
        """The measures that `id`, or else `programme`, `number` and `title`, may mean.

        The id alone decides where there is one, else the number; of several with that number the title does.
        """
        if parts.get("id"):
            return self._by_id.get(plain(parts["id"]), [])
        found = self._named(parts)
        if found and parts.get("programme"):
            found = [each for each in found if plain(each.programme) == plain(parts["programme"])]
        if len(found) > 1 and parts.get("title"):
            found = [each for each in found if plain(each.title) == plain(parts["title"])] or found
        return found

    def find_unnumbered(self, parts: Mapping[str, Any]) -> list[KnownMeasure]:
        """The measures without a number that a row with a new number may mean, by its title."""
        if not self._has_unnumbered or parts.get("id") or not parts.get("number") or not parts.get("title"):
            return []
        return self.find({**parts, "number": None})

    def _named(self, parts: Mapping[str, Any]) -> list[KnownMeasure]:
        if parts.get("number"):
            return self._by_number.get(plain(parts["number"]), [])
        found = self._titled(plain(parts["title"])) if parts.get("title") else []
        return [each for each in found if each.number is None] if "number" in parts else found

    def _titled(self, title: str) -> list[KnownMeasure]:
        """The measures with a title. Where all have numbers nobody asks, so they are sorted only then."""
        if self._by_title is None:
            self._by_title = {}
            for each in chain.from_iterable(self._by_id.values()):
                self._by_title.setdefault(plain(each.title), []).append(each)
        return self._by_title.get(title, [])

    def new_id(self, programme: str, number: str | None, title: str) -> str:
        """An id never used before, made of the number, else the title; led by the programme if taken.

        >>> register = MeasureRegister([], used_ids=["M1"])
        >>> register.new_id("Konzept 2023", "M 2", "Solar"), register.new_id("Konzept 2023", "M1", "Solar")
        ('M-2', 'konzept-2023-M1')
        """
        own = slug_from_number(number) if number else slug_from_name(title)[:LONGEST_TITLE].strip("-")
        own = own or "massnahme"
        if own.casefold() not in self._used:
            return own
        others = _other_ids(own, programme, len(self._used))
        return next(each for each in others if each.casefold() not in self._used)


def _other_ids(own: str, programme: str, used: int) -> Iterator[str]:
    yield f"{slug_from_name(programme)[:40].strip('-')}-{own}"
    yield from (f"{own}-{suffix}" for suffix in range(2, used + 3))


@lru_cache(maxsize=4096, typed=True)
def plain(text: Any) -> str:
    """A text without case and surplus blanks, for comparing.

    >>> plain("  Solar   auf  Dächern ")
    'solar auf dächern'
    """
    return " ".join(str(text or "").split()).casefold()
