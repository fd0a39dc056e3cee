"""What a reader sees instead of a page: it does not exist, is not for them, or something went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dash import html

from monitoring.components.address import Address
from monitoring.components.frame import Place, frame
from monitoring.components.link import Link, anchor
from monitoring.components.sentence import lead
from monitoring.domain.access import Act, Role, memberships_in
from monitoring.domain.errors import Cancelled, NotAllowed, NotFound, NotSignedIn, Refusal
from monitoring.login import current_visit, public_visit
from monitoring.pages._surroundings import languages, site_place
from monitoring.services.overview import sees_anything
from monitoring.services.visit import Visit
from monitoring.texts.findings import refusal_sentence
from monitoring.texts.words import Words


def refusal_page(refusal: Refusal, words: Words, address: Address) -> html.Div:
    """A refusal in one sentence, with the ways on."""
    visit = current_visit() if address.is_office else public_visit()
    place = replace(site_place(visit, words, address), languages=_languages(address))
    heading, text = _said(refusal, visit, words, address)
    return _page(heading, text, place, words, address, _ways_on(refusal, visit, words, address))


def bug_page(number: str, words: Words, address: Address) -> html.Div:
    """A fault of ours, with the number under which it was logged."""
    # Nothing is asked of the database: it may be what failed.
    sign_in = Link(words("frame.sign_in"), address.site("/anmelden"))
    place = Place(home=address.site(), languages=_languages(address), account=[sign_in])
    return _page(words("page.error.bug"), words("page.error.bug_text", number=number), place, words, address)


def _said(refusal: Refusal, visit: Visit, words: Words, address: Address) -> tuple[str, str]:
    """Heading and text; in the office in terms of what the reader is to the municipality."""
    if isinstance(refusal, NotFound):
        if _waits(visit, address):
            return words("page.error.nothing_shared"), words("page.error.nothing_shared_text")
        return words("page.error.not_found"), refusal_sentence(refusal, words)
    if isinstance(refusal, Cancelled):
        return words("page.error.cancelled"), words("page.error.cancelled_text")
    if _is_outside(refusal, visit, address):
        return words("page.error.title"), words(f"page.error.{_outsider(visit, address)}_text")
    return words("page.error.title"), refusal_sentence(refusal, words)


def _waits(visit: Visit, address: Address) -> bool:
    """Whether the office is the reader's, and nothing is shared with them or published yet."""
    slug = address.slug or ""
    return address.is_office and visit.may(Act.SEE_SHARED, slug) and not sees_anything(visit, slug)


def _is_outside(refusal: Refusal, visit: Visit, address: Address) -> bool:
    """Whether somebody signed in may see nothing at all of an office."""
    is_refused = isinstance(refusal, NotAllowed) and "act" in refusal.details
    return is_refused and address.is_office and not visit.may(Act.SEE_SHARED, address.slug or "")


def _outsider(visit: Visit, address: Address) -> str:
    roles = {each.role for each in memberships_in(visit.viewer, address.slug or "")}
    return next((role.value for role in (Role.PARTNER, Role.OPERATOR) if role in roles), "stranger")


def _ways_on(refusal: Refusal, visit: Visit, words: Words, address: Address) -> list[Link]:
    """Where a reader can go from here: to the public page where there is one, to the account, to sign in."""
    if isinstance(refusal, NotSignedIn):
        return [Link(words("frame.sign_in"), address.site("/anmelden", weiter=address.href))]
    ways = []
    if isinstance(refusal, NotFound) and _is_public_elsewhere(address):
        ways.append(Link(words("page.error.to_public"), address.to(keep_publication=False)))
    if isinstance(refusal, Cancelled):
        ways.append(Link(words("page.error.check_again"), address.path))
        ways.append(Link(words("page.data.title"), address.to("/daten")))
    if address.is_office and isinstance(refusal, NotAllowed | NotFound):
        if sees_anything(public_visit(), address.slug or ""):
            ways.append(Link(words("page.error.to_public"), address.in_office(False).to()))
        if visit.viewer.is_signed_in:
            ways.append(Link(words("page.error.to_account"), address.site("/konto")))
    return ways


def _is_public_elsewhere(address: Address) -> bool:
    """Whether the municipality of a public address that does not exist has public pages."""
    return not address.is_office and sees_anything(public_visit(), address.slug or "")


def _page(
    heading: str, text: str, place: Place, words: Words, address: Address, ways: Sequence[Link] = ()
) -> html.Div:
    every = [*ways, Link(words("page.error.back_home"), address.site())]
    content = [
        html.H1(heading),
        lead(text),
        *[html.P(anchor(way)) for way in every],
    ]
    return frame(content, place, words)


def _languages(address: Address) -> list[Link]:
    """The same page without its query, which may be what is wrong."""
    return languages(replace(address, query={}))
