"""Labels that mean something else inside a group: „Wärme“ over carriers, „Zwischensumme“ of a sector."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from monitoring.spreadsheets.crosstabs.facets import WEAK, Facets, Label
from monitoring.spreadsheets.crosstabs.use_words import HEAT, use_of
from monitoring.spreadsheets.vocabulary import normal_word

_SUBTOTALS = frozenset(map(normal_word, ("Zwischensumme", "Teilsumme", "Zwischensumme:", "subtotal")))


def without_uses(labels: Sequence[Label]) -> list[Label]:
    """The labels of a row without what heat is used for where the last one names the carrier itself."""
    if not labels or not labels[-1].sense.carrier:
        return list(labels)
    return [each for each in labels if each is labels[-1] or use_of(each.sense.label) != HEAT]


def take_subtotals(lines: Collection[Facets]) -> None:
    """„Zwischensumme“ below the carriers of a sector is the total of that sector, where it has no other."""
    whole = {each.get("sector") for each in lines if not each.left_out and not _names_carrier(each)}
    own = [each for each in lines if each.left_out == "subtotal" and normal_word(each.text) in _SUBTOTALS]
    sectors = [each.get("sector") for each in own]
    for each, sector in zip(own, sectors, strict=True):
        if sector not in (None, WEAK["sector"], *whole) and sectors.count(sector) == 1:
            each.left_out, each.is_total = None, True


def _names_carrier(line: Facets) -> bool:
    return line.get("carrier") not in (None, WEAK["carrier"])
