"""What surrounds a page: navigation with what has content, languages, account, footer, print heading."""

from __future__ import annotations

from datetime import date, datetime

from dash import html

from monitoring.components.address import Address
from monitoring.components.form import form
from monitoring.components.frame import Edition, Place
from monitoring.components.link import Link
from monitoring.domain.access import Act
from monitoring.domain.errors import NotFound
from monitoring.domain.overview import Overview
from monitoring.domain.statement import address_of
from monitoring.login import form_token, public_visit, site_statements
from monitoring.pages._own_language import OWN_LANGUAGE
from monitoring.pages._own_places import own_place
from monitoring.pages._reading import is_reading_page, reading_pages, section
from monitoring.pages._statement_tails import STATEMENT_TAILS
from monitoring.services.municipalities import own_municipalities
from monitoring.services.overview import overview as overview_seen
from monitoring.services.visit import BERLIN, Visit
from monitoring.texts.words import LANGUAGES, Words
from monitoring.texts.words import words as words_in

OFFICE_PAGES = (
    ("data", "/daten", Act.IMPORT),
    ("history", "/verlauf", Act.SEE_HISTORY),
    ("publish", "/veroeffentlichen", Act.PUBLISH),
    ("public_face", "/auftritt", Act.PRESENT),
)
"""The pages only some viewers have, by the name of their text, their tail and the right they need."""


def site_place(visit: Visit, words: Words, address: Address) -> Place:
    """What surrounds a page of the whole site."""
    return Place(
        home=address.site(),
        languages=languages(address),
        account=_account(visit, words, address),
        footer=[_glossary(words, address), *_footer_of_site(words)],
        leave=_leave(visit, words, address),
    )


def place_of(overview: Overview, visit: Visit, words: Words, address: Address) -> Place:
    """What surrounds a page of a municipality."""
    own = overview.municipality
    return Place(
        home=address.site(),
        municipality=Link(own.name, address.to()),
        breadcrumbs=_breadcrumbs(overview, words, address),
        navigation=_navigation(overview, visit, words, address),
        languages=languages(address),
        account=_account(visit, words, address),
        footer=_footer(overview, words, address),
        is_sample=own.is_sample,
        leave=_leave(visit, words, address),
        logo=None if address.is_office else _logo(overview, address),
    )


def _logo(overview: Overview, address: Address) -> html.Img | None:
    """The logo, with its size so that nothing moves when it arrives."""
    logo = overview.face.logo
    if logo is None:
        return None
    href = f"{address.root}/kommune/{overview.municipality.slug}/logo?m={logo.mark}"
    text = overview.face.logo_text or ""
    size = {"width": str(logo.width), "height": str(logo.height)}
    language = None if address.language == OWN_LANGUAGE else OWN_LANGUAGE
    return html.Img(src=href, alt=text, lang=language, className="logo", **size)


def edition_of(overview: Overview) -> Edition:
    """Which publication or revision a print shows, and of which day."""
    publication = overview.stand.publication
    if publication is None:
        day = _day(overview.stand.changed_at) if overview.stand.changed_at else overview.today
        return Edition(day, revision=overview.stand.revision or None)
    return Edition(publication.day, publication=publication.number, paper=publication.paper)


def _day(moment: datetime) -> date:
    return moment.astimezone(BERLIN).date()


def _navigation(overview: Overview, visit: Visit, words: Words, address: Address) -> list[Link]:
    slug = overview.municipality.slug
    pages = reading_pages(overview)
    here = section(address.tail)
    current = next((each.under for each in pages if each.tail == here), here)
    reading = [(each.name, each.tail) for each in pages if each.is_entry]
    office = [(name, tail) for name, tail, act in OFFICE_PAGES if address.is_office and visit.may(act, slug)]
    return [
        Link(words(f"nav.{name}"), address.to(tail), current=current == tail)
        for name, tail in [*reading, *office]
    ]


def _breadcrumbs(overview: Overview, words: Words, address: Address) -> list[Link]:
    """Only below the pages of the navigation: these are one step from everything."""
    here = section(address.tail)
    pages = {each.tail: each for each in reading_pages(overview)}
    is_entry = here not in pages or pages[here].is_entry
    if is_entry and address.tail == here:
        return []
    names = {tail: each.name for tail, each in pages.items()}
    names |= {tail: name for name, tail, _ in OFFICE_PAGES if address.is_office}
    tails = [] if is_entry else [pages[here].under]
    tails += [here] if address.tail != here else []
    above = [
        Link(words(f"nav.{names[tail]}"), address.to(tail)) for tail in tails if names.get(tail) and tail
    ]
    return [Link(overview.municipality.name, address.to()), *above]


def languages(address: Address) -> list[Link]:
    """The same page in each language."""
    return [
        Link(
            words_in(code)("frame.language_name"),
            address.in_language(code).href,
            code == address.language,
            code,
        )
        for code in LANGUAGES
    ]


def _account(visit: Visit, words: Words, address: Address) -> list[Link]:
    """In public only the way to sign in: a public page does not know who reads it."""
    if not visit.viewer.is_signed_in:
        return [Link(words("frame.sign_in"), address.site("/anmelden"))]
    others = [
        Link(own.name, href)
        for own, _ in own_municipalities(visit)
        if own.slug != address.slug and (href := own_place(visit, own.slug, address))
    ]
    public = _public_page(address)
    seen = [Link(words("nav.public_view"), public)] if public else []
    return [*others, *seen, Link(words("frame.signed_in_as", name=visit.by), address.site("/konto"))]


def _leave(visit: Visit, words: Words, address: Address) -> html.Form | None:
    """The button to sign out, in every header of somebody signed in."""
    if not visit.viewer.is_signed_in:
        return None
    leave = html.Button(words("frame.sign_out"), type="submit")
    made = form(leave, action=address.site("/abmelden"), token=form_token())
    made.className = "sign-out"
    return made


def _public_page(address: Address) -> str | None:
    """The public page like this one, else the public overview; None where nothing is published."""
    if not address.is_office or section(address.tail) in {tail for _, tail, _ in OFFICE_PAGES}:
        return None
    try:
        seen = overview_seen(public_visit(), address.slug or "")
    except NotFound:
        return None
    tail = _public_tail(address)
    return address.in_office(False).to(tail if _is_shown(seen, tail) else "")


def _is_shown(overview: Overview, tail: str) -> bool:
    """Whether a reading page or the page of a measure exists for whoever sees this overview."""
    _, _, code = tail.removeprefix("/").partition("/")
    if code:
        return overview.measure(code) is not None
    return is_reading_page(tail, overview)


def _public_tail(address: Address) -> str:
    """The page nearest to this one that everybody has: the measure that is edited, the targets.

    >>> [_public_tail(Address(tail=tail)) for tail in ("/massnahmen/M1/bearbeiten", "/ziele/neu", "")]
    ['/massnahmen/M1', '/ziele', '']
    """
    first = section(address.tail)
    return "/".join(address.tail.split("/")[:3]) if first == "/massnahmen" else first


def _footer(overview: Overview, words: Words, address: Address) -> list[Link]:
    """The glossary and the legal pages: on the municipality's own website where it has them, else here."""
    own = overview.municipality
    legal = [
        Link(
            words(f"footer.{statement.value}"),
            address_of(statement, own) or address.to(tail),
            current=address.tail == tail,
        )
        for statement, tail in STATEMENT_TAILS.items()
    ]
    return [_glossary(words, address), *legal]


def _footer_of_site(words: Words) -> list[Link]:
    """The legal pages of whoever runs the installation, on pages that belong to no municipality."""
    return [Link(words(f"footer.{name}"), url) for name, url in site_statements().items()]


def _glossary(words: Words, address: Address) -> Link:
    return Link(words("glossary.page.title"), address.site("/glossar"))
