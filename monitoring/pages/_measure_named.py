"""A measure by its name: the one that an address means, what it is called, the link to its own page."""

from __future__ import annotations

from dash import html

from monitoring.components.address import Address
from monitoring.domain.errors import NotFound
from monitoring.domain.overview import Overview
from monitoring.domain.views import MeasureView


def measure_of_page(overview: Overview, address: Address) -> MeasureView:
    """The measure that the address means.

    Raises:
        NotFound: there is no such measure, or this viewer does not see it.
    """
    view = overview.measure(address.variables["code"])
    if view is None:
        raise NotFound()
    return view


def measure_name(view: MeasureView) -> str:
    """Number and title."""
    own = view.measure
    return f"{own.number} {own.title}" if own.number else own.title


def measure_link(view: MeasureView, address: Address) -> html.A:
    """The name as a link to the page of the measure."""
    return html.A(measure_name(view), href=address.to(f"/massnahmen/{view.measure.id}"))
