"""The HTML document around a public page: language, title, stylesheets, and no script of Dash."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from monitoring.components.assets import asset_url, stylesheet_url
from monitoring.components.html import to_html
from monitoring.components.sharing import Sharing, sharing_tags

FEED = "/neues.atom"
"""Where the feed of the site stands, and that of a municipality below its address."""
INTERACTIVE_START = "interaktiv"
"""Where assets/interactive.js finds what loads Dash."""
_DOCUMENT = """<!doctype html>
<html lang="{lang}">
<head>
{head}
</head>
<body>
{body}
</body>
</html>
"""


def document(
    title: str,
    body: Any,
    *,
    lang: str = "de",
    description: str = "",
    prefix: str = "/",
    alternates: Sequence[tuple[str, str]] = (),
    scripts: Sequence[str] = (),
    robots: str = "",
    style: str = "",
    sharing: Sharing | None = None,
    feed: tuple[str, str] | None = None,
) -> str:
    """A whole HTML page. `body` is a component tree, usually `frame(…)` with its skip link and `<main>`.

    `prefix` is the path under which the installation is served, `alternates` are pairs (language, address) of
    the same page, `scripts` names scripts of our own in assets (the page must be complete without them),
    `style` are rules of style that follow the stylesheet, `feed` are address and name of the feed about the
    same.
    """
    head = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        _meta("description", description),
        _meta("robots", robots),
        '<meta name="color-scheme" content="light dark">',
        *[_alternate(*each) for each in alternates],
        _feed(*feed) if feed else "",
        f'<link rel="icon" type="image/svg+xml" href="{asset_url("icon.svg", prefix)}">',
        *sharing_tags(sharing),
        f'<link rel="stylesheet" href="{stylesheet_url(prefix)}">',
        f"<style>{style}</style>" if style else "",
        *[_script(name, prefix) for name in scripts],
    ]
    lines = "\n".join(line for line in head if line)
    return _DOCUMENT.format(lang=escape(lang), head=lines, body=to_html(body))


def _alternate(language: str, address: str) -> str:
    return f'<link rel="alternate" hreflang="{escape(language)}" href="{escape(address)}">'


def _feed(address: str, name: str) -> str:
    """What leads readers of news from the page to its feed."""
    kind = 'type="application/atom+xml"'
    return f'<link rel="alternate" {kind} title="{escape(name)}" href="{escape(address)}">'


def _script(name: str, prefix: str) -> str:
    start = f' data-interactive-start="{prefix}{INTERACTIVE_START}"' if name == "interactive.js" else ""
    return f'<script defer src="{asset_url(name, prefix)}"{start}></script>'


def _meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{escape(content)}">' if content else ""
