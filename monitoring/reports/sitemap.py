"""Sitemaps: which public pages there are, for search engines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import islice
from xml.sax.saxutils import escape, quoteattr

from monitoring.texts.words import LANGUAGES

MOST = 50_000
"""Addresses in one sitemap, and sitemaps in one list: more than that search engines refuse."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def sitemap_index(sitemaps: Iterable[tuple[str, date | None]]) -> bytes:
    """The list of sitemaps, each with the day on which something in it changed.

    There is one for each municipality, so that all of them together may name any number of pages.
    """
    entries = "".join(f"<sitemap>{_place(at, day)}</sitemap>\n" for at, day in islice(sitemaps, MOST))
    return f'{_HEAD}<sitemapindex xmlns="{_SCHEMA}">\n{entries}</sitemapindex>\n'.encode()


def sitemap(pages: Iterable[Mapping[str, str]], day: date | None = None) -> bytes:
    """The pages, each with its address in every language; `day` is when they changed.

    What is beyond the limit, as tens of thousands of measures would be, is found by links of the others.
    """
    shown = islice(pages, MOST // len(LANGUAGES))
    entries = "".join(_page(each, day) for each in shown)
    return f'{_HEAD}<urlset xmlns="{_SCHEMA}" xmlns:xhtml="{_XHTML}">\n{entries}</urlset>\n'.encode()


def _page(languages: Mapping[str, str], day: date | None) -> str:
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(code)} href={quoteattr(at)}/>'
        for code, at in languages.items()
    )
    return "".join(f"<url>{_place(at, day)}{others}</url>\n" for at in languages.values())


def _place(at: str, day: date | None) -> str:
    """An address, with the day on which it changed where that is known.

    >>> _place("https://klima.example/?a=1&b=2", date(2025, 9, 1))
    '<loc>https://klima.example/?a=1&amp;b=2</loc><lastmod>2025-09-01</lastmod>'
    """
    changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    return f"<loc>{escape(at)}</loc>{changed}"


def robots(root: str, sitemaps: str) -> bytes:
    """What search engines leave alone: the office and the account, which they could not see anyhow."""
    closed = ("/intern/", "/en/intern/", "/konto", "/en/konto", "/anmelden", "/en/anmelden", "/_dash")
    lines = ["User-agent: *", *(f"Disallow: {root}{path}" for path in closed), "", f"Sitemap: {sitemaps}"]
    return ("\n".join(lines) + "\n").encode()
