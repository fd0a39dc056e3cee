"""Sending forms as a browser would: with the token of the session, to the address of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from werkzeug.test import TestResponse

from tests.browsing import Site
from tests.seed import CITY
from tests.services.stage import Rows, book

Data = Mapping[str, str | Sequence[str]]


def send(
    site: Site, tail: str, viewer: str = "manager", data: Data | None = None, slug: str = CITY, **more: Any
) -> TestResponse:
    """The answer to a form of an office page, sent with the session's own token."""
    fields = {"csrf_token": site.token(viewer)} | dict(data or {})
    return site.client(viewer).post(f"/intern/{slug}{tail}", data=fields, **more)


def send_files(
    site: Site, files: Mapping[str, bytes], viewer: str = "manager", slug: str = CITY
) -> TestResponse:
    """The answer to an upload of files by name."""
    data = {
        "csrf_token": site.token(viewer),
        "files": [(BytesIO(content), name) for name, content in files.items()],
    }
    return site.client(viewer).post(f"/intern/{slug}/daten", data=data, content_type="multipart/form-data")


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    """A workbook as bytes."""
    return book(sheets).content


def page(site: Site, path: str, viewer: str = "manager") -> str:
    """What an office page shows, as the JSON that Dash draws."""
    status, text = site.seen(path, viewer)
    assert status == 200, text
    return text.encode().decode("unicode_escape") if "\\u" in text else text
