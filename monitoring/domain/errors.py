"""Refusals: what is not allowed, not found, or was changed meanwhile."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):
    """Something a person asked for is refused; `code` has a sentence in the texts, `details` fill it in."""

    code = "refused"

    def __init__(self, code: str | None = None, **details: Any) -> None:
        self.code = code or type(self).code
        self.details = details
        super().__init__(self.code, details)


class NotFound(Refusal):
    """It does not exist, or this viewer may not know that it does."""

    code = "not_found"


class NotAllowed(Refusal):
    """The viewer is known and has no right to this act."""

    code = "not_allowed"


class NotSignedIn(Refusal):
    """The act needs a signed-in viewer."""

    code = "not_signed_in"


class Conflict(Refusal):
    """Someone else changed the same items meanwhile: `details["items"]` are (kind, business key)."""

    code = "conflict"


class Invalid(Refusal):
    """What was entered or uploaded cannot be taken as it is; `code` says why."""

    code = "invalid"


class Cancelled(Refusal):
    """Somebody asked to stop it; nothing was stored."""

    code = "cancelled"


class Throttled(Refusal):
    """Too many attempts; try again later."""

    code = "throttled"
