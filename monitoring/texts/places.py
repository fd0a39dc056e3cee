"""Places in a sentence: „in Bonn“, „im Landkreis Ilwetal“, „in der Region Mittlere Ilwe“."""

from __future__ import annotations

from monitoring.domain.municipality import Municipality, MunicipalityKind
from monitoring.texts.words import Words

TOWNS = (MunicipalityKind.MUNICIPALITY, MunicipalityKind.CITY)


def in_place(municipality: Municipality, words: Words) -> str | None:
    """The municipality after the preposition and article that its name asks for; None where that is unknown.

    A town is called by its name alone; of the others a word of the name says which article it takes.

    >>> from monitoring.texts.words import words
    >>> def said(name, kind="district"):
    ...     return in_place(Municipality(slug="a", name=name, kind=MunicipalityKind(kind)), words("de"))
    >>> said("Rhein-Sieg-Kreis"), said("Region Hannover", "region"), said("Nordlicht eG", "association")
    ('im Rhein-Sieg-Kreis', 'in der Region Hannover', None)
    >>> said("Kreisfeld", "municipality"), said("Stadt Kreisfeld", "city")
    ('in Kreisfeld', 'in der Stadt Kreisfeld')
    """
    parts = [part.casefold() for part in municipality.name.split()]
    for article in ("im", "in_der"):
        endings = tuple(words(f"place.{article}_before").split())
        if municipality.kind in TOWNS:
            found = parts[0] in endings
        else:
            found = any(part.endswith(endings) for part in parts)
        if found:
            return words(f"place.{article}", name=municipality.name)
    return words("place.in", name=municipality.name) if municipality.kind in TOWNS else None
