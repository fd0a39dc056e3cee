"""Open data: which data sets a municipality gives away, under which licence, and who confirmed its right."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

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


class OpenData(BaseModel):
    """What a municipality decided on its open data, and who confirmed when that it may give them away.

    `kinds` are names of `DATA_SETS`, `number` counts the decisions; without one nothing is open. `provider`
    is the name to be cited, the municipality's own where it is empty.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: int = 0
    kinds: tuple[str, ...] = ()
    licence: Licence = Licence.DL_DE_BY
    provider: Name | None = None
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
