"""Open data: which data sets a municipality gives away, under which licence, and who confirmed its right."""

from __future__ import annotations

import re
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from monitoring.domain.record import Name

PATHS = "paths"
"""The yearly values of the target paths, computed from the targets: a data set without records of its own."""
DATA_SETS: tuple[str, ...] = (
    "balance", "inhabitants", "targets", PATHS, "programmes", "fields_of_action", "measures",
    "status_reports", "milestones", "effects", "costs", "funding", "indicators",
    "indicator_values", "assessments",
)  # fmt: skip
"""What can be given away, in the order in which it is listed: every kind of record, and the paths."""


class Licence(StrEnum):
    """Under which terms the data may be used; the data licence Germany with attribution is the usual one."""

    DL_DE_BY = "dl-de-by-2.0"
    DL_DE_ZERO = "dl-de-zero-2.0"
    CC_BY = "cc-by-4.0"
    CC_ZERO = "cc0-1.0"


LICENCE_PAGES: dict[Licence, str] = {
    Licence.DL_DE_BY: "https://www.govdata.de/dl-de/by-2-0",
    Licence.DL_DE_ZERO: "https://www.govdata.de/dl-de/zero-2-0",
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_ZERO: "https://creativecommons.org/publicdomain/zero/1.0/",
}
"""Where the text of each licence stands."""
NAMES_ITS_SOURCE = frozenset({Licence.DL_DE_BY, Licence.CC_BY})
"""Licences under which whoever uses the data names where they come from."""

CONTRIBUTORS = "http://dcat-ap.de/def/contributors/"
"""Where GovData keeps the list of those who deliver data, each with an address below."""
CONTRIBUTOR_PATTERN = rf"^{re.escape(CONTRIBUTORS)}[A-Za-z0-9][A-Za-z0-9._-]{{0,99}}$"


def contributor_address(text: str) -> str | None:
    """The identifier of who delivers data, as a portal gave it: its address, or the last part of that.

    None where it is neither.

    >>> contributor_address("https://www.dcat-ap.de/def/contributors/stadtAltheim")
    'http://dcat-ap.de/def/contributors/stadtAltheim'
    >>> contributor_address("stadtAltheim"), contributor_address("Stadt Altheim")
    ('http://dcat-ap.de/def/contributors/stadtAltheim', None)
    """
    address = CONTRIBUTORS + _KNOWN_BEGINNING.sub("", text.strip())
    return address if re.match(CONTRIBUTOR_PATTERN, address) else None


_KNOWN_BEGINNING = re.compile(r"^https?://(www\.)?dcat-ap\.de/def/contributors/")


class OpenData(BaseModel):
    """What a municipality decided on its open data, and who confirmed when that it may give them away.

    `kinds` are names of `DATA_SETS`, `number` counts the decisions; without one nothing is open. `provider`
    is the name to be cited, the municipality's own where it is empty. `contributor` is the identifier that a
    portal gave it as one who delivers data, if any.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: int = 0
    kinds: tuple[str, ...] = ()
    licence: Licence = Licence.DL_DE_BY
    provider: Name | None = None
    contributor: Annotated[str, Field(pattern=CONTRIBUTOR_PATTERN)] | None = None
    confirmed_at: datetime | None = None
    confirmed_by: str | None = None

    @property
    def is_on(self) -> bool:
        """Whether anything is open.

        >>> OpenData().is_on, OpenData(number=1, kinds=("balance",)).is_on
        (False, True)
        """
        return bool(self.kinds)


def in_order(kinds: frozenset[str]) -> tuple[str, ...]:
    """The data sets in the order in which they are listed, without names that are none.

    >>> in_order(frozenset({"measures", "balance", "accounts"}))
    ('balance', 'measures')
    """
    return tuple(each for each in DATA_SETS if each in kinds)
