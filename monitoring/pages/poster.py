"""The poster: a sheet with message and QR code for the board in the town hall, to print or to save."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.form import button, field, form
from monitoring.components.kept_publication import kept_publication
from monitoring.components.native import Picture, Select, options
from monitoring.components.sentence import lead
from monitoring.domain.overview import Overview
from monitoring.pages._ending import PAGE, POSTER
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._poster import ASKED, SHEET, poster_about, sheet_of, tail_of
from monitoring.pages._reading import reading_pages
from monitoring.pages._registration import register_pages
from monitoring.reports.poster import SHEETS, poster_svg
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The choice of page and sheet, and the sheet itself, which alone is printed."""
    sheet = sheet_of(address)
    drawn = poster_svg(poster_about(overview, words, address), sheet)
    return [
        html.Div(
            [
                html.H1(words("page.poster.title")),
                lead(words("page.poster.intro")),
                _choice(overview, words, address),
                html.P(words("page.poster.how")),
                html.Ul([html.Li(each) for each in _files(words, address)]),
            ],
            className="no-print",
        ),
        Picture(svg=drawn, className=f"poster-print poster-{sheet}"),
    ]


def _choice(overview: Overview, words: Words, address: Address) -> html.Form:
    pages = [(each.tail[1:], words(f"nav.{each.name}")) for each in reading_pages(overview)]
    page = Select(options=options(pages), value=tail_of(address)[1:], id=PAGE, name=PAGE, required=True)
    sheets = [(each, each.upper()) for each in SHEETS]
    sheet = Select(options=options(sheets), value=sheet_of(address), id=SHEET, name=SHEET, required=True)
    return form(
        [
            kept_publication(address),
            field(words("page.poster.page"), page, words=words),
            field(words("page.poster.sheet"), sheet, words=words),
            button(words("page.poster.show")),
        ],
        action=address.path,
        token=None,
        method="get",
    )


def _files(words: Words, address: Address) -> list[html.A]:
    """The sheet and the code alone as files."""
    asked = {name: address.query[name] for name in (PAGE, SHEET) if name in address.query}
    code = {name: text for name, text in asked.items() if name == PAGE}
    return [
        html.A(
            words("page.poster.save_sheet"), href=address.to(f"{POSTER}.svg", keep_publication=True, **asked)
        ),
        html.A(
            words("page.poster.save_code"), href=address.to(f"{POSTER}/qr.svg", keep_publication=True, **code)
        ),
    ]


register_pages(
    __name__,
    MunicipalityPage(
        POSTER, "page.poster.title", layout, needs_content=False, in_office=False, has_end=False, asks=ASKED
    ),
)
