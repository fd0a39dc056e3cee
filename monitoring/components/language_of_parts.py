"""The language of parts (WCAG 3.1.2): what is written in German is said to be so on an English page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

BEGINNING = 6
"""Letters by which texts within a sentence are looked up. A shorter one is marked where it stands alone."""
_HTML = "dash_html_components"


class Parts:
    """Texts of one language, found again in a page."""

    def __init__(self, texts: Iterable[str], language: str) -> None:
        self.language = language
        self._whole = frozenset(texts)
        self._by_beginning: dict[str, list[str]] = {}
        for text in sorted(self._whole, key=len, reverse=True):
            if len(text) >= BEGINNING:
                self._by_beginning.setdefault(text[:BEGINNING], []).append(text)

    def marked(self, node: Any) -> Any:
        """The content of a page with the language of each such text; components are marked in place.

        >>> from dash import html
        >>> parts = Parts(["Solardach"], "de")
        >>> parts.marked(html.P("Solardach")), parts.marked(html.P("Late: Solardach."))
        (P(children='Solardach', lang='de'), P(['Late: ', Span(children='Solardach', lang='de'), '.']))
        >>> parts.marked(html.Img(alt="Solardach"))
        Img(alt='Solardach', lang='de')
        """
        if isinstance(node, str):
            return self._in_text(node)
        if isinstance(node, Component):
            self._mark(node)
            return node
        if isinstance(node, (list, tuple)):
            return [part for child in node for part in self._parts_of(child)]
        return node

    def _parts_of(self, child: Any) -> list[Any]:
        made = self.marked(child)
        return made if isinstance(child, str) and isinstance(made, list) else [made]

    def _mark(self, node: Component) -> None:
        inside = getattr(node, "children", None)
        if getattr(node, "alt", None) in self._whole:
            node.lang = self.language  # type: ignore[attr-defined]
        if inside is None or getattr(node, "lang", None):
            return
        if isinstance(inside, str) and inside.strip() in self._whole and node._namespace == _HTML:
            node.lang = self.language  # type: ignore[attr-defined]
        else:
            node.children = self.marked(inside)  # type: ignore[attr-defined]

    def _in_text(self, text: str) -> Any:
        pieces = list(self._pieces(text))
        return text if pieces == [text] else pieces

    def _pieces(self, text: str) -> Iterator[Any]:
        done = at = 0
        while at < len(text):
            found = self._at(text, at)
            if found is None:
                at += 1
                continue
            if text[done:at]:
                yield text[done:at]
            yield html.Span(found, lang=self.language)
            done = at = at + len(found)
        if text[done:]:
            yield text[done:]

    def _at(self, text: str, at: int) -> str | None:
        """The longest of the texts that stands here as whole words."""
        if at and text[at - 1].isalnum():
            return None
        for each in self._by_beginning.get(text[at : at + BEGINNING], ()):
            if text.startswith(each, at) and not text[at + len(each) : at + len(each) + 1].isalnum():
                return each
        return None
