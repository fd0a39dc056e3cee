"""Who determined a figure, when and how, in words; what nobody stated is named once, as not stated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from monitoring.domain.balance import Basis
from monitoring.domain.determination import Determination, spans
from monitoring.domain.totals import YearTotal
from monitoring.texts.words import Words

MOST_NAMED = 3
"""So many units or methods of one year are named."""
MOST_SPANS = 4
"""So many spans of earlier years that were determined otherwise are listed."""
SEPARATOR = " · "


def determination_line(known: Determination, words: Words, *before: str, lacking: Iterable[str] = ()) -> str:
    """All of it in one line: what is told `before`, unit, day and method, and what is lacking at the end.

    >>> from monitoring.texts.words import words
    >>> determination_line(Determination(by=("Stadtwerke",)), words("de"), "Datenstand: 01.03.2025")
    'Datenstand: 01.03.2025 · Ermittelt von: Stadtwerke · Nicht angegeben: Datum und Methode'
    """
    parts = _parts(known, words)
    found = [*before, *(text for text in parts.values() if text)]
    unknown = [*lacking, *(name for name, text in parts.items() if not text)]
    return SEPARATOR.join([*found, *_not_stated(unknown, words)])


def balance_line(total: YearTotal, basis: Basis | None, data_of: str, words: Words) -> str:
    """The line beneath figures of a balance, about its newest year; `basis` where somebody named it."""
    known = _parts(total.determination, words)
    del known["on"]  # of a balance the year of its publication is known
    year = "note.balance_year_of" if total.published_in is None else "note.balance_year"
    told = {
        "year": words(year, year=total.year, published=total.published_in),
        "edition": words("note.edition", edition=total.edition) if total.edition > 1 else "",
        "data": data_of,
        "source": words("note.source", source=total.source) if total.source else None,
        "by": known["by"],
        "basis": words("note.basis", basis=words.label(basis), area=words.label(total.area)) if basis else "",
        "how": known["how"],
        "published": None if total.published_in is None else "",
    }
    unknown = [name for name, text in told.items() if text is None and not (name == "how" and basis)]
    return SEPARATOR.join([*(text for text in told.values() if text), *_not_stated(unknown, words)])


def _parts(known: Determination, words: Words) -> dict[str, str | None]:
    derivation = [words.label(known.derivation)] if known.derivation else []
    how = [*derivation, *known.how]
    return {
        "by": words("note.determined_by", by=_some(known.by, words)) if known.by else None,
        "on": words("note.determined_on", date=known.on) if known.on else None,
        "how": words("note.determined_how", how=_some(how, words)) if how else None,
    }


def _some(named: Iterable[str], words: Words) -> str:
    """The first ones, and that there are more."""
    every = list(named)
    listed = "; ".join(each.rstrip(".") for each in every[:MOST_NAMED])
    return words("note.and_others", listed=listed) if len(every) > MOST_NAMED else listed


def _not_stated(names: Iterable[str], words: Words) -> list[str]:
    lacking = [words(f"note.lacking.{name}") for name in names]
    return [words("note.not_stated", what=words.list(lacking))] if lacking else []


def determination_sentences(known: Determination, words: Words) -> str:
    """The same as sentences, to go on a text.

    >>> from monitoring.texts.words import words
    >>> determination_sentences(Determination(by=("Stadtwerke",)), words("de"))
    'Ermittlung: Stadtwerke. Nicht angegeben: Datum und Methode.'
    """
    told = known_in_short(known, words)
    if not told:
        return words("note.unsourced")
    unknown = [name for name, text in _parts(known, words).items() if not text]
    return " ".join(
        f"{each}." for each in (words("note.determined", known=told), *_not_stated(unknown, words))
    )


def earlier_years_line(by_year: Mapping[int, Determination], words: Words) -> str:
    """How the years before were determined, where it was otherwise than in the newest; empty where alike."""
    earlier = spans(by_year)[:-1]
    if not earlier:
        return ""
    if len(earlier) > MOST_SPANS:
        return words("note.earlier_differs")
    said = [f"{_years(years, words)}: {_in_short(known, words)}" for years, known in earlier]
    return words("note.earlier_years", years="; ".join(said))


def _years(years: list[int], words: Words) -> str:
    if len(years) == 1:
        return str(years[0])
    return words("note.years_from_to", first=years[0], last=years[-1])


def known_in_short(known: Determination, words: Words) -> str:
    """What is known of one figure, for a cell of a table; empty where nothing is.

    >>> from datetime import date
    >>> from monitoring.domain.effect import Derivation
    >>> from monitoring.texts.words import words
    >>> told = Determination(("Stadtwerke",), ("Zähler",), date(2026, 1, 15), Derivation.MEASURED)
    >>> known_in_short(told, words("de"))
    'gemessen (Zähler); Stadtwerke, 15.01.2026'
    """
    derivation = words.label(known.derivation) if known.derivation else ""
    how = _some(known.how, words)
    if derivation and how:
        how = words("note.by_and_how", by=derivation, how=how)
    who = [_some(known.by, words), words.date(known.on) if known.on else ""]
    return "; ".join(each for each in (how or derivation, ", ".join(filter(None, who))) if each)


def _in_short(known: Determination, words: Words) -> str:
    """„Umweltamt (Rechenblatt)“, or what of it is stated."""
    by, how = _some(known.by, words), _some(known.how, words)
    if by and how:
        return words("note.by_and_how", by=by, how=how)
    return by or how or words("note.nothing_stated")
