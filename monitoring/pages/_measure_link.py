"""A measure on other pages: its name, and the link to its own page."""

from __future__ import annotations

from dash import html

from monitoring.components.address import Address
from monitoring.domain.views import MeasureView


def measure_name(view: MeasureView) -> str:
    """Number and title."""
    own = view.measure
    return f"{own.number} {own.title}" if own.number else own.title


def measure_link(view: MeasureView, address: Address) -> html.A:
    """The name as a link to the page of the measure."""
    return html.A(measure_name(view), href=address.to(f"/massnahmen/{view.measure.id}"))
