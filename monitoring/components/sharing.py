"""What a page tells of itself to search engines and networks: its address, title, sentence and picture."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

PICTURE_WIDTH, PICTURE_HEIGHT = 1200, 630


@dataclass(frozen=True, slots=True)
class Sharing:
    """What is shared; `address` and `picture` are whole addresses, `picture_text` says what it shows."""

    address: str
    site: str
    title: str
    description: str
    locale: str
    picture: str | None = None
    picture_text: str = ""


def sharing_tags(sharing: Sharing | None) -> list[str]:
    """The tags in the head of the document."""
    if sharing is None:
        return []
    named = {
        "og:type": "website",
        "og:site_name": sharing.site,
        "og:title": sharing.title,
        "og:description": sharing.description,
        "og:url": sharing.address,
        "og:locale": sharing.locale,
    }
    tags = [f'<link rel="canonical" href="{escape(sharing.address)}">']
    tags += [_property(name, text) for name, text in (named | _picture(sharing)).items() if text]
    card = "summary_large_image" if sharing.picture else "summary"
    return [*tags, f'<meta name="twitter:card" content="{card}">']


def _picture(sharing: Sharing) -> dict[str, str]:
    if sharing.picture is None:
        return {}
    return {
        "og:image": sharing.picture,
        "og:image:type": "image/png",
        "og:image:width": str(PICTURE_WIDTH),
        "og:image:height": str(PICTURE_HEIGHT),
        "og:image:alt": sharing.picture_text,
    }


def _property(name: str, text: str) -> str:
    return f'<meta property="{name}" content="{escape(text)}">'
