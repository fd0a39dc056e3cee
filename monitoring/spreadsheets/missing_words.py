"""The words by which towns say that a number is missing, and which kind of missing they mean."""

from __future__ import annotations

import re
from enum import StrEnum


class Absence(StrEnum):
    """Why there is no number. The last four have the names of the cell states of a balance."""

    MISSING = "missing"
    NOT_QUANTIFIABLE = "not_quantifiable"
    NOT_OCCURRING = "not_occurring"
    NOT_ESTIMATED = "not_estimated"
    INCLUDED_ELSEWHERE = "included_elsewhere"
    CONFIDENTIAL = "confidential"


# Written without blanks, full stops and case: "k. A." is "ka".
WORDS: dict[str, Absence] = dict.fromkeys(
    """
    - -- --- – — − / // ? x ka k/a keineangabe keineangaben keinedaten nv nichtverfügbar nichtvorhanden nb
    nichtbekannt na n/a nan null offen nochoffen unbekannt fehlt unknown missing notavailable nodata tbd
    #nv #n/a #div/0! #bezug! #ref! #wert! #value! #name? #zahl! #num! #null!
    """.split(),
    Absence.MISSING,
) | {
    "": Absence.MISSING,
    "nichtquantifizierbar": Absence.NOT_QUANTIFIABLE,
    "nichtdirektquantifizierbar": Absence.NOT_QUANTIFIABLE,
    "nichtbezifferbar": Absence.NOT_QUANTIFIABLE,
    "nq": Absence.NOT_QUANTIFIABLE,
    "notquantifiable": Absence.NOT_QUANTIFIABLE,
    "kommtnichtvor": Absence.NOT_OCCURRING,
    "notoccurring": Absence.NOT_OCCURRING,
    "nichterhoben": Absence.NOT_ESTIMATED,
    "notestimated": Absence.NOT_ESTIMATED,
    "vertraulich": Absence.CONFIDENTIAL,
    "confidential": Absence.CONFIDENTIAL,
}
# The notation keys of greenhouse gas inventories; in small letters "no" and "c" are something else.
NOTATION_KEYS = {
    "NO": Absence.NOT_OCCURRING,
    "NE": Absence.NOT_ESTIMATED,
    "IE": Absence.INCLUDED_ELSEWHERE,
    "C": Absence.CONFIDENTIAL,
}
ELSEWHERE = ("enthaltenin", "includedin", "includedelsewhere")


def absence(text: str) -> Absence | None:
    """What kind of missing a text says, None where it says something else.

    >>> [str(absence(text)) for text in ("k. A.", "nicht quantifizierbar", "IE (GHD)")]
    ['missing', 'not_quantifiable', 'included_elsewhere']
    >>> absence("hoch"), absence("0")
    (None, None)
    """
    stripped = text.strip()
    key = re.match(r"(NO|NE|IE|C)(?=$|[\s:;,(*])", stripped)
    if key and len(stripped) <= len(key[0]) + 40:
        return NOTATION_KEYS[key[0]]
    word = re.sub(r"[\s.*]+", "", stripped).casefold()
    if word.startswith(ELSEWHERE):
        return Absence.INCLUDED_ELSEWHERE
    return WORDS.get(word)
