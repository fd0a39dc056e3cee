"""People counted in thousands: „Einwohner (in 1.000)“, „Population:000s“."""

from __future__ import annotations

import re

from monitoring.spreadsheets.spelling import folded
from monitoring.spreadsheets.units import BRACKETS, Dimension, Unit

_WHO = r"(?:ew|einw\.?|einwohner\w*|einwohnende|personen|people|inhabitants|haushalte|beschaeftigte)"
_THOUSANDS = re.compile(
    rf"(?:in )?(?:(?:tsd\.?|tausend|thousands?|['’`]?000['’]?s?|1000)(?: ?{_WHO})?|[kt] ?{_WHO})"
)
_SEPARATORS = re.compile(r", |,|: ?| in | - | – ")


def thousands(text: str) -> Unit | None:
    """The unit „a thousand“ that a text is, None where it is anything else.

    >>> found = thousands("'000s, mid-year estimate")
    >>> found.text, found.factor
    ("'000s, mid-year estimate", 1000.0)
    >>> thousands("je 1.000 EW"), thousands("2000")
    (None, None)
    """
    plain = folded(text).replace("1.000", "1000").replace("1 000", "1000")
    first = re.split(r"[,;]", plain)[0].strip(" []()")
    return Unit(text.strip(), Dimension.COUNT, 1000.0) if _THOUSANDS.fullmatch(first) else None


def without_thousands(heading: str) -> tuple[str, Unit | None]:
    """The heading without „a thousand“, and that unit: from brackets, or after a separator.

    >>> for heading in ("Population ('000s)", "Population:000s", "Einwohner in Tsd.", "Einwohner 2019"):
    ...     label, found = without_thousands(heading)
    ...     print(label, "|", found and found.text)
    Population | '000s
    Population | 000s
    Einwohner | Tsd.
    Einwohner 2019 | None
    """
    for bracket in BRACKETS.finditer(heading):
        found = thousands(bracket[1])
        if found:
            return f"{heading[: bracket.start()].rstrip()} {heading[bracket.end() :].lstrip()}".strip(), found
    for separator in _SEPARATORS.finditer(heading):
        label, found = heading[: separator.start()].strip(), thousands(heading[separator.end() :])
        if label and found:
            return label, found
    return heading, None
