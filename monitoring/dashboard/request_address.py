"""The address of a request that is answered without a page."""

from __future__ import annotations

from typing import Any

from flask import request

from monitoring.components.address import Address
from monitoring.login import language_of


def origin_of_request() -> str:
    """Under which scheme and host the installation was asked, as proxies that are trusted tell it."""
    return request.host_url.removesuffix("/")


def request_address(slug: str | None = None, tail: str = "", **more: Any) -> Address:
    """Where the reader is, in the language of the path; links made of it may be whole addresses."""
    language, root = language_of(request.path), request.root_path
    return Address(language, slug, tail=tail, root=root, origin=origin_of_request(), **more)
