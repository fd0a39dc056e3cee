"""The label at which a unit is asked for: once for all lines that say alike what they measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from monitoring.spreadsheets.crosstabs.cells import DIMENSIONS
from monitoring.spreadsheets.crosstabs.facets import Facets
from monitoring.spreadsheets.crosstabs.sense import sense_of
from monitoring.spreadsheets.headings import without_years

_BETWEEN = " -–—:|,;/("


def common_scopes(lines: Iterable[Facets]) -> Mapping[str, str]:
    """The label of a line → the words that it shares with others and that say what is measured.

    „Endenergie - Verkehr“ and „Endenergie - Industrie“ are one question, „Strom“ and „Erdgas“ are two.
    """
    labels = {
        without_years(each.sources["quantity"])
        for each in lines
        if each.get("quantity") in DIMENSIONS and not each.get("unit") and "quantity" in each.sources
    }
    measured = {label: _measured_by(label) for label in labels if label}
    shared = Counter(measured.values())
    return {label: words for label, words in measured.items() if shared[words] > 1}


def _measured_by(label: str) -> str:
    """The first words of a label that say what is measured, else the last ones, else all.

    >>> _measured_by("Endenergieverbrauch nach Sektoren - Verkehr"), _measured_by("Haushalte Endenergie")
    ('Endenergieverbrauch', 'Endenergie')
    """
    words = label.split()
    quantity = sense_of(label).measured
    for count in range(1, len(words)):
        for part in (words[:count], words[-count:]):
            said = " ".join(part).strip(_BETWEEN)
            if sense_of(said).measured == quantity:
                return said
    return label
