"""The history: every revision with who, when, why and from which file; and every publication."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.long_table import long_table
from monitoring.components.sentence import lead
from monitoring.domain.overview import Overview
from monitoring.domain.publication import Publication
from monitoring.domain.revision import Revision
from monitoring.login import current_visit
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.services.history import History, history
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """Revisions first, publications below."""
    found = history(current_visit(), overview.municipality.slug)
    return [
        html.H1(words("page.history.heading", municipality=overview.municipality.name)),
        lead(words("page.history.intro")),
        *_revisions(found, words, address),
        *_publications(found.publications, words, address),
    ]


def _revisions(found: History, words: Words, address: Address) -> list[Any]:
    heading = html.H2(words("page.history.revisions"))
    if not found.revisions:
        return [heading, html.P(words("page.history.empty"), className="empty")]
    rows = [_revision(each, found, words, address) for each in found.revisions]
    columns = [words(f"page.history.column.{name}") for name in ("number", "made", "what", "why", "source")]
    return [heading, long_table(columns, rows, words, caption=words("page.history.revisions"))]


def _revision(each: Revision, found: History, words: Words, address: Address) -> list[Any]:
    link = html.A(
        words("page.history.revision", number=each.number), href=address.to(f"/verlauf/{each.number}")
    )
    made = words("page.history.made", date=words.datetime(each.made_at), name=each.made_by)
    count = words.plural("page.history.changes", found.changed_records.get(each.number, 0))
    what = f"{words(f'revision_act.{each.act}')}, {count}"
    shared = words("page.history.shared") if each.number == found.shared_revision else ""
    return [
        html.Span([link, f" ({shared})" if shared else None]),
        made,
        what,
        _why(each, words),
        _files(each, found, address, words),
    ]


def _why(each: Revision, words: Words) -> str:
    undone = words("page.history.undoes", number=each.undoes) if each.undoes else ""
    return "; ".join(part for part in (each.note, undone) if part) or "–"


def _files(each: Revision, found: History, address: Address, words: Words) -> Any:
    files = [upload for upload in found.uploads if upload.revision == each.number]
    if not files:
        return "–"
    return html.Ul(
        [
            html.Li(
                html.A(
                    file.file_name or words("page.data.not_kept"),
                    href=address.to(f"/daten/original/{file.id}"),
                )
            )
            for file in files
        ],
        className="unmarked",
    )


def _publications(publications: Sequence[Publication], words: Words, address: Address) -> list[Any]:
    heading = html.H2(words("page.history.publications"), id="fassungen")
    if not publications:
        return [heading, html.P(words("page.publish.never_published"), className="empty")]
    columns = [
        words(f"page.history.column.{name}") for name in ("publication", "made", "scope", "paper", "state")
    ]
    rows = [_publication(each, words, address) for each in publications]
    return [heading, long_table(columns, rows, words, caption=words("page.history.publications"))]


def _publication(each: Publication, words: Words, address: Address) -> list[Any]:
    name = words("page.history.publication", number=each.number)
    public = address.in_office(False).fixed(each.number).to()
    made = words("page.history.made", date=words.datetime(each.published_at), name=each.published_by)
    scope = words("page.publish.everything" if each.is_whole else "page.publish.chosen")
    based = words("page.history.revision", number=each.revision)
    return [
        name if each.withdrawn_at else html.A(name, href=public),
        made,
        f"{scope}, {based}",
        "; ".join(part for part in (each.paper, each.note) if part) or "–",
        _publication_state(each, words),
    ]


def _publication_state(each: Publication, words: Words) -> str:
    if each.withdrawn_at:
        reason = each.withdrawn_because or words("missing_spoken")
        return words("page.history.withdrawn", date=words.date(each.withdrawn_at), reason=reason)
    if each.not_before:
        return words("page.history.not_before", date=each.not_before)
    return words("page.history.out")


register_pages(__name__, MunicipalityPage("/verlauf", "page.history.title", layout, audience="manager"))
