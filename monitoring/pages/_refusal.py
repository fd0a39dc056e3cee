"""What a reader sees instead of a page: it does not exist, is not for them, or something went wrong."""

from __future__ import annotations

from dataclasses import replace

from dash import html

from monitoring.components.address import Address
from monitoring.components.frame import Place, frame
from monitoring.components.link import Link
from monitoring.domain.errors import NotFound, Refusal
from monitoring.login import current_visit, public_visit
from monitoring.pages._surroundings import site_place
from monitoring.texts.findings import refusal_sentence
from monitoring.texts.words import LANGUAGES, Words
from monitoring.texts.words import words as words_in


def refusal_page(refusal: Refusal, words: Words, address: Address) -> html.Div:
    """A refusal in one sentence, with the way back."""
    heading = "page.error.not_found" if isinstance(refusal, NotFound) else "page.error.title"
    visit = current_visit() if address.is_office else public_visit()
    place = replace(site_place(visit, words, address), languages=_languages(words, address))
    return _page(words(heading), refusal_sentence(refusal, words), place, words, address)


def bug_page(number: str, words: Words, address: Address) -> html.Div:
    """A fault of ours, with the number under which it was logged."""
    # Nothing is asked of the database: it may be what failed.
    sign_in = Link(words("frame.sign_in"), address.site("/anmelden"))
    place = Place(home=address.site(), languages=_languages(words, address), account=[sign_in])
    return _page(words("page.error.bug"), words("page.error.bug_text", number=number), place, words, address)


def _page(heading: str, text: str, place: Place, words: Words, address: Address) -> html.Div:
    content = [
        html.H1(heading),
        html.P(text, className="lead"),
        html.P(html.A(words("page.error.back_home"), href=address.site())),
    ]
    return frame(content, place, words)


def _languages(words: Words, address: Address) -> list[Link]:
    """The same page without its query, which may be what is wrong."""
    return [
        Link(
            words_in(code)("frame.language_name"),
            address.in_language(code).path,
            code == words.language,
            code,
        )
        for code in LANGUAGES
    ]
