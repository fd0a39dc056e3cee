"""A link as data: what navigation, breadcrumbs, languages and the footer are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dash import html


@dataclass(frozen=True)
class Link:
    """A text and its address; `current` marks the page one is on, `lang` the language behind the link."""

    text: str
    href: str
    current: bool = False
    lang: str | None = None


def anchor(link: Link, css: str | None = None) -> html.A:
    """The link as a plain anchor, so that it works with and without Dash's script."""
    marks: dict[str, Any] = {"aria-current": "page"} if link.current else {}
    if link.lang:
        marks |= {"lang": link.lang, "hrefLang": link.lang}
    return html.A(link.text, href=link.href, className=css, **marks)


def link_list(links: list[Link] | tuple[Link, ...], css: str) -> html.Ul:
    """Links as a list."""
    return html.Ul([html.Li(anchor(link)) for link in links], className=css)


def way_on(text: str, href: str) -> html.P:
    """A link to where one can read on; on paper it leads nowhere."""
    return html.P(html.A(text, href=href), className="no-print")
