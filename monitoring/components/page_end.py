"""The end of a public page: whom to write to, how to cite it, and a code for paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from dash import html

from monitoring.components.native import Picture
from monitoring.reports.qr_code import has_code, qr_svg
from monitoring.texts.numbers import NBSP
from monitoring.texts.words import Words


@dataclass(frozen=True)
class PageEnd:
    """What the end of a page names. `fixed` is the whole address of what is shown, whatever comes later;
    `cited` is what stands before it where the page is cited.

    `unit` and `email` are whom to write to; without e-mail nobody is named. `data` are files with what the
    page shows, as texts of links and their addresses. `is_foreign` says that the page
    is in another language than the municipality's own words.
    """

    title: str
    cited: str
    fixed: str
    stand: str
    unit: str
    email: str | None = None
    poster: str | None = None
    data: tuple[tuple[str, str], ...] = ()
    is_foreign: bool = False


def page_end(end: PageEnd, words: Words) -> html.Section:
    """The section below the content, for screen and paper."""
    parts = [
        html.H2(words("component.end.heading"), id="page-end", className="no-print"),
        html.P(words("component.end.own_language")) if end.is_foreign else None,
        _feedback(end, words),
        _data(end, words),
        html.Div([_code(end, words), html.Div(_address(end, words))], className="page-address"),
        html.P(html.A(words("component.end.poster"), href=end.poster), className="no-print")
        if end.poster
        else None,
    ]
    return html.Section(parts, className="page-end", **{"aria-labelledby": "page-end"})


def _code(end: PageEnd, words: Words) -> Any:
    """The code on paper; none for an address that is too long for one, as that of a search can be."""
    if not has_code(end.fixed):
        return None
    return Picture(svg=qr_svg(end.fixed, words("component.end.code"), "page-qr"), className="print-only")


def _feedback(end: PageEnd, words: Words) -> html.P | None:
    if end.email is None:
        return None
    link = html.A(words("component.end.feedback", unit=end.unit), href=mail_address(end, words))
    on_screen = html.Span(f". {words('component.end.not_stored')}", className="no-print")
    on_paper = html.Span(f", {end.email}", className="print-only")
    return html.P([words("component.end.wrong"), " ", link, on_screen, on_paper])


def _data(end: PageEnd, words: Words) -> html.P | None:
    """The way from what is shown to the same as a file."""
    if not end.data:
        return None
    links = [html.A(text, href=at) for text, at in end.data]
    parts = [part for link in links for part in (" · ", link)][1:]
    return html.P([words("component.end.data"), " ", *parts], className="no-print")


def mail_address(end: PageEnd, words: Words) -> str:
    """The prepared e-mail, with a subject and the address of the page it is about.

    Signs beyond ASCII are UTF-8 in per cent (RFC 6068), a blank is %20 and never +, which mail programs show.
    """
    subject = words("component.end.subject", title=end.title)
    # Room to write above what the unit needs to know; mail programs take CRLF for a new line.
    about = words("component.end.body", address=end.fixed, stand=end.stand)
    body = f"\n\n\n{about}\n".replace("\n", "\r\n")
    # Blanks that hold words together look like boxes in some mail programs.
    told = [quote(text.replace(NBSP, " "), safe="") for text in (subject, body)]
    return f"mailto:{quote(end.email or '', safe='@')}?subject={told[0]}&body={told[1]}"


def _address(end: PageEnd, words: Words) -> list[Any]:
    link = html.A(end.fixed, href=end.fixed)
    return [
        html.P(
            [words("component.end.cite"), html.Br(), html.Span([end.cited, " ", link], className="citation")]
        ),
        html.P(end.stand, className="print-only"),
    ]
