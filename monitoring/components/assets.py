"""Our own files in assets: their addresses, marked by their content, and all stylesheets as one."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

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
_ASSETS = Path(__file__).resolve().parents[2] / "assets"


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
