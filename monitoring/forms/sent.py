"""What was sent: the form of one request, with where it was sent from and who sent it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from flask import request

from monitoring.components.address import Address
from monitoring.domain.errors import Invalid
from monitoring.services.visit import Visit


@dataclass(frozen=True)
class Sent:
    """The texts of a form by field, and the address of the page that it stands on."""

    visit: Visit
    address: Address
    texts: Mapping[str, Sequence[str]]

    @property
    def slug(self) -> str:
        """The municipality it is about."""
        return self.address.slug or ""

    def text(self, name: str) -> str:
        """The text of a field without blanks around it; empty where it was not sent."""
        return next(iter(self.texts.get(name, ())), "").strip()

    def optional(self, name: str) -> str | None:
        """The text of a field, None where it is empty."""
        return self.text(name) or None

    def all(self, name: str) -> Sequence[str]:
        """Every value of a field that may be sent several times."""
        return self.texts.get(name, ())

    def is_ticked(self, name: str) -> bool:
        """Whether a box was ticked."""
        return bool(self.text(name))

    def single_texts(self) -> dict[str, str]:
        """The first text of each field."""
        return {name: next(iter(values), "") for name, values in self.texts.items()}

    def number(self, name: str) -> int | None:
        """A whole number that a page of ours put into the form.

        Raises:
            Invalid: it was changed on the way.
        """
        text = self.text(name)
        if text and not (text.isascii() and text.isdigit() and len(text) < 10):
            raise Invalid("invalid")
        return int(text) if text else None

    def day(self, name: str) -> date | None:
        """A day of a date field, None where it is empty.

        Raises:
            Invalid: it is no day; `details["fields"]` names the field.
        """
        try:
            return date.fromisoformat(self.text(name)) if self.text(name) else None
        except ValueError:
            raise Invalid("invalid_fields", fields={name: "not_a_date"}) from None

    def page(self, tail: str, query: Mapping[str, str]) -> str:
        """The address of a page of the same municipality, to redirect to."""
        path = self.address.to(tail)
        return f"{path}?{urlencode(query)}" if query else path

    @property
    def is_german(self) -> bool:
        """Whether the page is German, and with it the way its numbers are written."""
        return self.address.language == "de"


def sent(visit: Visit, address: Address) -> Sent:
    """The form of this request."""
    texts: dict[str, Any] = request.form.to_dict(flat=False)
    return Sent(visit, address, texts)
