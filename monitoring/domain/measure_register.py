"""The register of measures: finds one by id, or by programme with number or title, and gives out new ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
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
        self._by_id: dict[str, list[KnownMeasure]] = defaultdict(list)
        self._by_number: dict[str, list[KnownMeasure]] = defaultdict(list)
        self._by_title: dict[str, list[KnownMeasure]] = defaultdict(list)
        self._used = {each.casefold() for each in used_ids}
        for each in known:
            self.add(each)

    def add(self, measure: KnownMeasure) -> None:
        """Enter a measure; its id counts as used."""
        self._used.add(measure.id.casefold())
        self._by_id[measure.id.casefold()].append(measure)
        self._by_title[plain(measure.title)].append(measure)
        if measure.number:
            self._by_number[plain(measure.number)].append(measure)

    def find(self, **parts: Any) -> list[KnownMeasure]:
        """The measures that `id`, or else `programme`, `number` and `title`, may mean.

        The id alone decides where there is one, else the number; of several with that number the title does.
        """
        if parts.get("id"):
            return self._by_id.get(plain(parts["id"]), [])
        found = self._named(parts)
        if parts.get("programme"):
            found = [each for each in found if plain(each.programme) == plain(parts["programme"])]
        if len(found) > 1 and parts.get("title"):
            found = [each for each in found if plain(each.title) == plain(parts["title"])] or found
        return found

    def find_unnumbered(self, **parts: Any) -> list[KnownMeasure]:
        """The measures without a number that a row with a new number may mean, by its title."""
        if parts.get("id") or not parts.get("number") or not parts.get("title"):
            return []
        return self.find(**{**parts, "number": None})

    def _named(self, parts: dict[str, Any]) -> list[KnownMeasure]:
        if parts.get("number"):
            return self._by_number.get(plain(parts["number"]), [])
        found = self._by_title.get(plain(parts.get("title")), []) if parts.get("title") else []
        return [each for each in found if each.number is None] if "number" in parts else found

    def new_id(self, programme: str, number: str | None, title: str) -> str:
        """An id never used before, made of the number, else the title; led by the programme if taken.

        >>> register = MeasureRegister([], used_ids=["M1"])
        >>> register.new_id("Konzept 2023", "M 2", "Solar"), register.new_id("Konzept 2023", "M1", "Solar")
        ('M-2', 'konzept-2023-M1')
        """
        own = slug_from_number(number) if number else slug_from_name(title)[:LONGEST_TITLE].strip("-")
        own = own or "massnahme"
        return next(
            each for each in _ids(own, programme, len(self._used)) if each.casefold() not in self._used
        )


def _ids(own: str, programme: str, used: int) -> Iterator[str]:
    yield own
    yield f"{slug_from_name(programme)[:40].strip('-')}-{own}"
    yield from (f"{own}-{suffix}" for suffix in range(2, used + 3))


def plain(text: Any) -> str:
    """A text without case and surplus blanks, for comparing.

    >>> plain("  Solar   auf  Dächern ")
    'solar auf dächern'
    """
    return " ".join(str(text or "").split()).casefold()
