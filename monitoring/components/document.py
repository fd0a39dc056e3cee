"""The HTML document around a public page: language, title, stylesheets, and no script of Dash."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

from monitoring.components.html import to_html
from monitoring.components.sharing import Sharing, sharing_tags

STYLESHEETS = (
    "icons.css",
    "site.css",
    "site_charts.css",
    "site_forms.css",
    "site_graphs.css",
    "site_import.css",
    "site_pages.css",
    "site_print.css",
    "tokens.css",
)
"""In the order of the alphabet, as Dash links them itself: site_print.css follows what it overrides."""
STYLESHEET = "assets/all.css"
FEED = "/neues.atom"
"""Where the feed of the site stands, and that of a municipality below its address."""
INTERACTIVE_START = "interaktiv"
"""Where assets/interactive.js finds what loads Dash."""
_ASSETS = Path(__file__).resolve().parents[2] / "assets"


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
        *[
            f'<link rel="alternate" hreflang="{escape(code)}" href="{escape(url)}">'
            for code, url in alternates
        ],
        _feed(*feed) if feed else "",
        f'<link rel="icon" type="image/svg+xml" href="{asset_url("icon.svg", prefix)}">',
        *sharing_tags(sharing),
        f'<link rel="stylesheet" href="{stylesheet_url(prefix)}">',
        f"<style>{style}</style>" if style else "",
        *[_script(name, prefix) for name in scripts],
    ]
    top = f'<!doctype html>\n<html lang="{escape(lang)}">\n<head>\n'
    return (
        top
        + "\n".join(line for line in head if line)
        + f"\n</head>\n<body>\n{to_html(body)}\n</body>\n</html>\n"
    )


def _feed(address: str, name: str) -> str:
    """What leads readers of news from the page to its feed."""
    kind = 'type="application/atom+xml"'
    return f'<link rel="alternate" {kind} title="{escape(name)}" href="{escape(address)}">'


def _script(name: str, prefix: str) -> str:
    start = f' data-interactive-start="{prefix}{INTERACTIVE_START}"' if name == "interactive.js" else ""
    return f'<script defer src="{asset_url(name, prefix)}"{start}></script>'


def _meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{escape(content)}">' if content else ""


def asset_url(name: str, prefix: str = "/") -> str:
    """The address of a file in assets with a mark of its content, so that it may be kept for ever."""
    return f"{prefix}assets/{name}?m={_content_mark(_ASSETS / name)}"


def stylesheet_url(prefix: str = "/") -> str:
    """The address of all stylesheets as one, with a mark of its content."""
    return f"{prefix}{STYLESHEET}?m={_mark(stylesheet())}"


@cache
def stylesheet() -> bytes:
    """All stylesheets in their order as one: a page on a slow line waits for one answer instead of eight."""
    return b"".join((_ASSETS / name).read_bytes() for name in STYLESHEETS)


@cache
def _content_mark(path: Path) -> str:
    return _mark(path.read_bytes())


def _mark(content: bytes) -> str:
    return sha256(content).hexdigest()[:12]
