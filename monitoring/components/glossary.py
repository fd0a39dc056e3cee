"""Terms on demand: a link at the word, and the terms of a page explained at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from monitoring.components.address import Address
from monitoring.texts.glossary import Term, pieces, terms_in
from monitoring.texts.words import Words


def with_terms(text: str, words: Words, address: Address) -> list[Any]:
    """A text in which each term leads to what it means, where it stands for the first time."""
    return [
        piece if term is None else html.A(piece, href=term_href(term, address), className="term")
        for piece, term in pieces(text, words.language)
    ]


def term_href(term: Term, address: Address) -> str:
    """The place of a term on the page of the glossary."""
    return f"{address.site('/glossar')}#{term.anchor}"


def terms_of_page(content: Any, words: Words, address: Address) -> html.Details | None:
    """The terms in the words of a page, folded away until they are asked for; None where it has none."""
    found = terms_in(" ".join(_texts(content)), words.language)
    if not found:
        return None
    every = html.P(html.A(words("glossary.page.all"), href=address.site("/glossar")), className="no-print")
    summary = html.Summary(words("glossary.page.here"))
    return html.Details([summary, definitions(found), every], className="on-demand no-print")


def definitions(terms: Iterable[Term], *, anchored: bool = False) -> html.Dl:
    """Terms and their meanings; with `anchored` each can be linked to."""
    entries = [
        html.Div([html.Dt(term.name), html.Dd(term.meaning)], **({"id": term.anchor} if anchored else {}))
        for term in terms
    ]
    return html.Dl(entries, className="facts terms")


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, Component):
        yield from _texts(getattr(node, "children", None))
    elif isinstance(node, (list, tuple)):
        for child in node:
            yield from _texts(child)
