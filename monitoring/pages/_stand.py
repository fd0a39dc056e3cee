"""As of when: the state a page shows, and the date of its data."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.notice import notice
from monitoring.domain.access import Act
from monitoring.domain.errors import NotFound
from monitoring.domain.overview import Overview
from monitoring.domain.totals import YearTotal
from monitoring.login import current_visit, public_visit
from monitoring.services.overview import newest_publication
from monitoring.texts.words import Words


def stand_line(overview: Overview, words: Words, *more: str) -> html.P:
    """Which publication or revision the page shows, and of which day; `more` is said beside it."""
    return html.P(" · ".join([stand_text(overview, words), *more]), className="source")


def stand_text(overview: Overview, words: Words) -> str:
    """„Fassung 3 vom 01.03.2025“ in public, „Bearbeitungsstand 12 vom …“ in the office."""
    stand = overview.stand
    if stand.publication is not None:
        return words("footer.state", number=stand.publication.number, date=stand.publication.day)
    if stand.changed_at is None:
        return words("page.history.revision", number=stand.revision)
    return words("footer.revision", number=stand.revision, date=stand.changed_at)


def stand_notice(overview: Overview, words: Words, address: Address) -> Any:
    """Said above a page that shows something else than the newest publication."""
    stand = overview.stand
    if not stand.is_public:
        return html.Div(notice(_office_text(overview, words)), className="no-print")
    if stand.publication is None or address.publication is None:
        return None
    newest = newest_publication(public_visit(), overview.municipality.slug)
    if newest == stand.publication.number:
        return None
    text = words("frame.old_publication_banner", number=stand.publication.number, date=stand.publication.day)
    link = html.A(words("frame.go_to_newest"), href=address.to(address.tail, keep_publication=False))
    return notice([text, " ", link], tone="fair")


def _office_text(overview: Overview, words: Words) -> str:
    """Which revision is shown, and what the public sees instead."""
    try:
        newest = newest_publication(public_visit(), overview.municipality.slug)
        public = words("page.history.publication", number=newest)
    except NotFound:
        public = words("frame.public_nothing")
    return words(f"frame.{_banner(overview)}", revision=overview.stand.revision, public=public)


def _banner(overview: Overview) -> str:
    """Why the reader sees it: as manager, as a partner granted the current state, or as council."""
    if overview.stand.shows_internal:
        return "preview_banner"
    is_granted = current_visit().may(Act.SEE_CURRENT, overview.municipality.slug)
    return "granted_banner" if is_granted else "shared_banner"


def data_date(overview: Overview, words: Words) -> str:
    """The day on which the shown state was written."""
    return words("note.data_of", date=overview.stand.changed_at)


def latest_total(totals: tuple[YearTotal, ...]) -> YearTotal | None:
    """The newest balance year that has a total."""
    return next((each for each in reversed(totals) if each.total is not None), None)
