"""The frame of every page: header, navigation, sample-data banner, footer, and the heading of a print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dash import html

from monitoring.components.icon import icon
from monitoring.components.link import Link, anchor, link_list
from monitoring.texts.council_paper import paper_number
from monitoring.texts.words import Words


@dataclass(frozen=True)
class Place:
    """Where on the site a page is, and what surrounds it. Navigation holds only entries that have content.

    `leave` is the form to sign out, where somebody is signed in, `end` what follows the content of the page.
    """

    home: str = "/"
    municipality: Link | None = None
    breadcrumbs: Sequence[Link] = ()
    navigation: Sequence[Link] = ()
    languages: Sequence[Link] = ()
    account: Sequence[Link] = ()
    footer: Sequence[Link] = ()
    is_sample: bool = False
    leave: Any = None
    logo: html.Img | None = None
    end: Any = None


@dataclass(frozen=True)
class Edition:
    """What a print says of itself: which publication or revision of which day, for which council paper."""

    day: date
    publication: int | None = None
    revision: int | None = None
    paper: str | None = None


def frame(content: Any, place: Place, words: Words, edition: Edition | None = None) -> html.Div:
    """The whole page around its content. The content brings the `<h1>`."""
    return html.Div(
        [
            html.A(words("component.frame.skip"), href="#inhalt", className="skip-link"),
            _header(place, words),
            _print_heading(place, edition, words) if edition else None,
            _sample_banner(words) if place.is_sample else None,
            html.Div(
                [
                    _breadcrumbs(place.breadcrumbs, words),
                    html.Main(content, id="inhalt", tabIndex="-1"),
                    place.end,
                ],
                className="width",
            ),
            _footer(place, words),
        ],
        className="page",
    )


def _header(place: Place, words: Words) -> html.Header:
    product = html.A(
        [html.Strong(words("product")), html.Span(words("component.frame.product_line"))],
        href=place.home,
        className="product",
    )
    top = html.Div(
        [product, html.Div(_side(place, words), className="header-side")], className="width header-row"
    )
    return html.Header([top, _municipality_bar(place, words)], className="header")


def _side(place: Place, words: Words) -> list[Any]:
    menus = ((place.account, "account"), (place.languages, "languages"))
    shown = [
        _menu(links, words(f"component.frame.{name}"), f"side-links {name}") for links, name in menus if links
    ]
    return [*shown[:1], place.leave, *shown[1:]] if place.leave is not None else shown


def _menu(links: Sequence[Link], name: str, css: str) -> html.Nav:
    return html.Nav(link_list(tuple(links), css), **{"aria-label": name})


def _municipality_bar(place: Place, words: Words) -> html.Div | None:
    if not (place.municipality or place.navigation):
        return None
    name = (
        html.P([place.logo, anchor(place.municipality)], className="municipality")
        if place.municipality
        else None
    )
    menu = (
        _menu(place.navigation, words("component.frame.navigation"), "navigation")
        if place.navigation
        else None
    )
    return html.Div(html.Div([name, menu], className="width"), className="municipality-bar")


def _breadcrumbs(links: Sequence[Link], words: Words) -> html.Nav | None:
    if not links:
        return None
    items = [html.Li(anchor(link)) for link in links]
    return html.Nav(
        html.Ol(items), className="breadcrumbs", **{"aria-label": words("component.frame.breadcrumbs")}
    )


def _sample_banner(words: Words) -> html.Div:
    text = [
        html.Strong(words("component.frame.sample")),
        " ",
        html.Span(words("component.frame.sample_meaning")),
    ]
    name = words("component.frame.sample")
    return html.Aside(
        html.P([icon("info"), *text], className="width"), className="sample-banner", **{"aria-label": name}
    )


def _print_heading(place: Place, edition: Edition, words: Words) -> html.Div:
    paper = paper_number(edition.paper or "")
    first = words("component.frame.annex", paper=paper) if paper else words("component.frame.annex_open")
    if edition.publication is not None:
        state = words("component.frame.edition", number=edition.publication)
    else:
        state = (
            words("component.frame.state", number=edition.revision) if edition.revision is not None else ""
        )
    name = place.municipality.text if place.municipality else words("product")
    line = ", ".join(part for part in (first, state, words.date(edition.day)) if part)
    return html.Div([html.Span(name), html.Span(line)], className="print-heading")


def _footer(place: Place, words: Words) -> html.Footer:
    links = _menu(place.footer, words("component.frame.footer"), "footer-links") if place.footer else None
    return html.Footer(html.Div([links, html.P(words("product"))], className="width"), className="footer")
