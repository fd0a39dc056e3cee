"""The feed: what was published, newest first, for readers of news (Atom)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from monitoring.components.address import PUBLICATION, Address
from monitoring.domain.changes import ChangeType
from monitoring.domain.publication import Publication
from monitoring.services.news import News
from monitoring.services.visit import BERLIN
from monitoring.texts.words import Words

TOLD = (ChangeType.NEW, ChangeType.CHANGED, ChangeType.REMOVED)


def feed(title: str, found: Sequence[News], own: str, page: str, address: Address, words: Words) -> bytes:
    """The feed as XML. `own` is its address, `page` that of the page it is about, both whole."""
    updated = max((came_out(each.publication) for each in found), default="1970-01-01T00:00:00+00:00")
    entries = "".join(_entry(each, title, address, words) for each in found)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(words.language)}>\n'
        f"<title>{escape(title)}</title>\n<id>{escape(own)}</id>\n<updated>{updated}</updated>\n"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>\n'
        f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>\n'
        f"<generator>{escape(words('product'))}</generator>\n{entries}</feed>\n"
    ).encode()


def came_out(publication: Publication) -> str:
    """The moment at which everybody could see it first.

    >>> from datetime import UTC, date
    >>> made = datetime(2025, 6, 30, 9, 30, tzinfo=UTC)
    >>> came_out(Publication(1, 1, made, "A"))
    '2025-06-30T11:30:00+02:00'
    >>> came_out(Publication(1, 1, made, "A", not_before=date(2025, 9, 1)))
    '2025-09-01T00:00:00+02:00'
    """
    moment = publication.published_at.astimezone(BERLIN)
    if publication.not_before is not None and publication.not_before > moment.date():
        day = publication.not_before
        moment = datetime(day.year, day.month, day.day, tzinfo=BERLIN)
    return moment.isoformat(timespec="seconds")


def _entry(news: News, title: str, address: Address, words: Words) -> str:
    own, publication = news.municipality, news.publication
    query = {PUBLICATION: str(publication.number)}
    at = replace(address, slug=own.slug, tail="", query=query).whole
    came = came_out(publication)
    named = words("feed.entry", municipality=own.name, number=publication.number, date=publication.day)
    return (
        f"<entry>\n<title>{escape(named)}</title>\n<id>{escape(at)}</id>\n"
        f"<published>{came}</published>\n<updated>{came}</updated>\n<author><name>{escape(own.name)}</name></author>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(at)}/>\n'
        f"<summary>{escape(summary(news, words))}</summary>\n</entry>\n"
    )


def summary(news: News, words: Words) -> str:
    """What the publication brought: why, on which council paper, and how many records of each kind."""
    publication = news.publication
    said = [publication.explanation] if publication.explanation else []
    said += [words("feed.paper", paper=publication.paper)] if publication.paper else []
    said += [
        words("feed.kind", kind=words.kind(kind), changes=words.list(_counted(numbers, words)))
        for kind, numbers in news.counts.items()
    ]
    return " ".join(said) or words("feed.nothing")


def _counted(numbers: object, words: Words) -> list[str]:
    assert isinstance(numbers, dict)
    return [words(f"feed.{each.value}", n=words.number(numbers[each])) for each in TOLD if numbers.get(each)]
