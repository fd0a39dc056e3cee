"""The gist of a page: its heading, what it says first, its first chart, for search results and previews."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dash.development.base_component import Component

from monitoring.components.native import Picture

LONGEST = 200
"""Letters of a description; search engines and networks cut off more."""
_WIDE = re.compile(r"<svg (?=[^>]*chart-wide).*?</svg>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Gist:
    """What a page comes down to: what it is about where it says so, its message, what introduces it.

    `chart` is its first drawing for wide room, as SVG.
    """

    heading: str
    about: str
    message: str
    lead: str
    chart: str | None

    @property
    def sentence(self) -> str:
        """What the page is about, else its message, else what introduces it."""
        return self.about or self.message or self.lead


def gist_of(body: Any) -> Gist:
    """The gist of the content of a page.

    >>> from dash import html
    >>> gist_of([html.H1("Bilanz"), html.P("Es sinkt.", className="lead"), html.P("Mehr.")])
    Gist(heading='Bilanz', about='', message='', lead='Es sinkt.', chart=None)
    """
    nodes = list(_walk(body))
    headings = (text_of(node) for node in nodes if node._type == "H1")
    said = {css: text_of(node) for node in reversed(nodes) for css in _classes(node)}
    drawn = (_wide(node.svg) for node in nodes if isinstance(node, Picture))  # type: ignore[attr-defined]
    about, message, lead = (shortened(said.get(css, "")) for css in ("about", "sentence", "lead"))
    return Gist(next(headings, ""), about, message, lead, next((each for each in drawn if each), None))


def _classes(node: Component) -> list[str]:
    return str(getattr(node, "className", None) or "").split()


def _walk(node: Any) -> Iterator[Component]:
    if isinstance(node, Component):
        yield node
        yield from _walk(getattr(node, "children", None))
    elif isinstance(node, Iterable) and not isinstance(node, str):
        for child in node:
            yield from _walk(child)


def text_of(node: Any) -> str:
    """All that can be read in a component tree.

    >>> from dash import html
    >>> text_of(html.P(["Noch ", html.B("7"), " Jahre"]))
    'Noch 7 Jahre'
    """
    if isinstance(node, Component):
        return " " if node._type == "Br" else text_of(getattr(node, "children", None))
    if node is None or isinstance(node, bool):
        return ""
    if isinstance(node, Iterable) and not isinstance(node, str):
        return "".join(text_of(child) for child in node)
    return str(node)


def shortened(text: str, longest: int = LONGEST) -> str:
    """A text cut after its last whole sentence that fits, else after its last whole word.

    >>> shortened("Es sinkt. Es reicht noch nicht.", 20), shortened("Die Emissionen sinken", 16)
    ('Es sinkt.', 'Die Emissionen …')
    """
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    end = max(text.rfind(mark, 0, longest + 1) for mark in (". ", "! ", "? "))
    return text[: end + 1] if end > 0 else f"{text[: longest - 1].rpartition(' ')[0]} …"


def _wide(svg: str) -> str | None:
    found = _WIDE.search(svg)
    return found.group() if found else None
