"""The form: where it stands, which right it needs, and what is done with what was sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from monitoring.domain.access import Act
from monitoring.forms.sent import Sent


@dataclass(frozen=True)
class Form:
    """One form of a page of a municipality in the office, whose address ends with `tail`.

    `do` returns the address that answers (Post/Redirect/Get) or raises a refusal; `act` is the value of the
    button that tells several forms of one page apart; `largest_mb` limits the whole request; `belongs_to`
    says at which field the code of a refusal is shown.
    """

    tail: str
    right: Act
    do: Callable[[Sent], str]
    act: str = ""
    largest_mb: int = 5
    belongs_to: Mapping[str, str] = field(default_factory=dict)
