"""What a reader sees instead of a page: it does not exist, is not for them, or something went wrong."""

from __future__ import annotations

from dash import html

from monitoring.components.address import Address
from monitoring.components.frame import Place, frame
from monitoring.components.link import Link
from monitoring.domain.errors import NotFound, Refusal
from monitoring.texts.findings import refusal_sentence
from monitoring.texts.words import LANGUAGES, Words
from monitoring.texts.words import words as words_in


def refusal_page(refusal: Refusal, words: Words, address: Address) -> html.Div:
    """A refusal in one sentence, with the way back."""
    heading = "page.error.not_found" if isinstance(refusal, NotFound) else "page.error.title"
    return _page(words(heading), refusal_sentence(refusal, words), words, address)


def bug_page(number: str, words: Words, address: Address) -> html.Div:
    """A fault of ours, with the number under which it was logged."""
    return _page(words("page.error.bug"), words("page.error.bug_text", number=number), words, address)


def _page(heading: str, text: str, words: Words, address: Address) -> html.Div:
    content = [
        html.H1(heading),
        html.P(text, className="lead"),
        html.P(html.A(words("page.error.back_home"), href=address.site())),
    ]
    languages = [
        Link(
            words_in(code)("frame.language_name"),
            address.in_language(code).path,
            code == words.language,
            code,
        )
        for code in LANGUAGES
    ]
    return frame(content, Place(home=address.site(), languages=languages), words)
