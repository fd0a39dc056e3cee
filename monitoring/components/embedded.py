"""A page in a frame on a website of the town: the content alone, and whose it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from monitoring.components.address import COLOURS, EMBEDDED
from monitoring.components.native import Input
from monitoring.texts.words import Words

SCRIPT = "embedded.js"
LIGHT = "hell"
_OF_THE_SITE = "no-print"
"""The class of what has no place in a frame: it leads on within the site."""


def embedded(content: Any, source: Any, words: Words, colours: str | None = None) -> html.Div:
    """The content with a line beneath that says where it is from; links lead out of the frame."""
    body = html.Div(
        [html.Main(content, id="inhalt"), html.Footer(source, className="embedded-source")],
        className="embedded",
    )
    _prepare(body, words, colours)
    return body


def _prepare(node: Any, words: Words, colours: str | None) -> None:
    """Open links in a window of their own, keep the colours in forms, drop what needs other scripts."""
    if isinstance(node, Component):
        if isinstance(node, html.A):
            _lead_out(node, words)
        children = getattr(node, "children", None)
        if isinstance(children, (list, tuple)):
            node.children = [each for each in children if not _is_dropped(each)]
            if isinstance(node, html.Form) and colours:
                node.children = [Input(type="hidden", name=COLOURS, value=colours), *node.children]
        _prepare(getattr(node, "children", None), words, colours)
    elif isinstance(node, Iterable) and not isinstance(node, str):
        for child in node:
            _prepare(child, words, colours)


def _lead_out(link: html.A, words: Words) -> None:
    href = str(getattr(link, "href", ""))
    if href.startswith("#") or f"{EMBEDDED}/" in href:
        return
    link.target, link.rel = "_blank", "noopener"
    said = link.children if isinstance(link.children, list) else [link.children]
    link.children = [
        *said,
        html.Span(f" {words('component.embedded.new_window')}", className="hidden-visually"),
    ]


def _is_dropped(node: Any) -> bool:
    return _OF_THE_SITE in str(getattr(node, "className", None) or "").split()


def frame_code(address: str, title: str, height: int) -> str:
    """The element that a website puts where the frame is to be, as text to copy."""
    return (
        f'<iframe src="{address}" title="{title}" width="100%" height="{height}" style="border: 0" '
        'loading="lazy"></iframe>'
    )


def height_code(origin: str) -> str:
    """The few lines that give every frame of ours the height that it tells, as text to copy."""
    return f"""<script>
window.addEventListener("message", function (event) {{
  if (event.origin !== "{origin}" || !event.data || event.data.type !== "zielpfad-height") return;
  document.querySelectorAll("iframe").forEach(function (frame) {{
    if (frame.contentWindow === event.source) frame.style.height = Number(event.data.height) + "px";
  }});
}});
</script>"""
