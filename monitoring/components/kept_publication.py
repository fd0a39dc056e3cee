"""The chosen publication in a form that asks for another part of the same page."""

from __future__ import annotations

from monitoring.components.address import PUBLICATION, Address
from monitoring.components.native import Input


def kept_publication(address: Address) -> Input | None:
    """A field that nobody sees: the form would forget the publication; None where none was chosen."""
    if address.publication is None:
        return None
    return Input(type="hidden", name=PUBLICATION, value=str(address.publication))
