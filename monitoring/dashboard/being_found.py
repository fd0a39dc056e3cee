"""Being found and followed: sitemaps and robots.txt for search engines, feeds for readers of news."""

from __future__ import annotations

from dataclasses import replace

from flask import Flask, Response, request

from monitoring.components.address import language_prefix
from monitoring.components.document import FEED
from monitoring.dashboard.open_answers import MIMETYPES, add_open_route, open_answer
from monitoring.dashboard.request_address import origin_of_request, request_address
from monitoring.login import public_visit
from monitoring.pages._public_addresses import public_pages_of_site, public_tails
from monitoring.reports.feed import feed
from monitoring.reports.sitemap import robots, sitemap, sitemap_index
from monitoring.services.news import news, news_of_all
from monitoring.services.overview import overview
from monitoring.services.publications import newest_days
from monitoring.texts.words import LANGUAGES
from monitoring.texts.words import words as words_in

SITEMAP, OF_SITE = "/sitemap.xml", "/sitemap_site.xml"
"""The list of all sitemaps, and the one of pages about no municipality; those of municipalities are
`/sitemap-<slug>.xml`: at the root, as a sitemap may only name what lies below it."""


def add_to(server: Flask) -> None:
    """Add the routes."""
    add_open_route(server, "/robots.txt", "robots", _robots)
    add_open_route(server, SITEMAP, "sitemap", _sitemaps)
    add_open_route(server, OF_SITE, "sitemap of site", _of_site)
    add_open_route(server, "/sitemap-<slug>.xml", "sitemap of municipality", _of_municipality)
    for code in LANGUAGES:
        prefix = language_prefix(code)
        add_open_route(server, f"{prefix}{FEED}", f"feed {code}", _feed_of_all)
        add_open_route(server, f"{prefix}/kommune/<slug>{FEED}", f"feed of municipality {code}", _feed)


def _at(path: str) -> str:
    return origin_of_request() + request.root_path + path


def _robots() -> Response:
    return open_answer(None, MIMETYPES["txt"], lambda: robots(request.root_path, _at(SITEMAP)))


def _sitemaps() -> Response:
    def make() -> bytes:
        places = [(_at(f"/sitemap-{slug}.xml"), day) for slug, day in newest_days(public_visit())]
        return sitemap_index([(_at(OF_SITE), None), *places])

    return open_answer(None, MIMETYPES["xml"], make)


def _of_site() -> Response:
    def in_languages(path: str) -> dict[str, str]:
        known = {code: replace(request_address(), language=code) for code in LANGUAGES}
        return {code: each.origin + each.site(path) for code, each in known.items()}

    return open_answer(None, MIMETYPES["xml"], lambda: sitemap(map(in_languages, public_pages_of_site())))


def _of_municipality(slug: str) -> Response:
    def in_languages(tail: str) -> dict[str, str]:
        return {code: replace(request_address(slug, tail), language=code).whole for code in LANGUAGES}

    def make() -> bytes:
        seen = overview(public_visit(), slug)
        day = seen.stand.publication.day if seen.stand.publication else None
        return sitemap(map(in_languages, public_tails(seen)), day)

    return open_answer(slug, MIMETYPES["xml"], make)


def _feed(slug: str) -> Response:
    address = request_address(slug)
    words = words_in(address.language)

    def make() -> bytes:
        found = news(public_visit(), slug)
        title = words("feed.title", municipality=found[0].municipality.name)
        return feed(title, found, replace(address, tail=FEED).whole, address.whole, address, words)

    return open_answer(slug, MIMETYPES["atom"], make)


def _feed_of_all() -> Response:
    address = request_address()
    words = words_in(address.language)

    def make() -> bytes:
        own, page = (address.origin + address.site(path) for path in (FEED, "/"))
        return feed(words("feed.title_of_all"), news_of_all(public_visit()), own, page, address, words)

    return open_answer(None, MIMETYPES["atom"], make)
