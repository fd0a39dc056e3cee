"""Embedding in a real browser: an allowed website shows the frame at its height, another does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from monitoring.components.embedded import frame_code, height_code
from monitoring.services.overview import municipality, public_state
from monitoring.services.public_face import change_public_face, public_face
from monitoring.services.publishing import publish
from tests.browser.running import Server
from tests.browser.town import Town

NAMES = ("zielpfad", "massnahmen")
WAIT_MS = 5_000
FITTED = re.compile(r"height: (?!300px)\d+px")
"""The style of a frame once its height was told: not the one it was written with."""


@contextmanager
def website(html: str) -> Iterator[str]:
    """A tiny website of the town on a port of its own; gives its origin."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Answer) as served:
        thread = Thread(target=served.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{served.server_port}"
        served.shutdown()
        thread.join()


def host_page(server: Server, town: Town, *, script: bool = True) -> str:
    """A page with both frames, as the manager's page says to write it."""
    frames = [frame_code(f"{server.address}/einbetten/{town.slug}/{name}", name, 300) for name in NAMES]
    lines = height_code(server.address) if script else ""
    return (
        f"<!doctype html><html lang='de'><title>Rathaus</title><body>{''.join(frames)}{lines}</body></html>"
    )


def allow(town: Town, *sites: str) -> None:
    visit = town.visit_as_manager()
    before = public_state(visit, town.slug)
    face = public_face(visit, town.slug).model_copy(update={"embedding_sites": sites})
    change_public_face(visit, town.slug, face, municipality(visit, town.slug))
    assert public_state(visit, town.slug) != before


@pytest.fixture
def published_town(filled_town: Town) -> Town:
    publish(filled_town.visit_as_manager(), filled_town.slug)
    return filled_town


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of its own: what is refused here is said on the console."""
    opened = browser.new_page(viewport={"width": 900, "height": 900})
    yield opened
    opened.close()


def test_an_allowed_website_shows_the_frames_at_their_height(
    page: Page, server: Server, published_town: Town
) -> None:
    with website(host_page(server, published_town)) as origin:
        allow(published_town, origin)
        page.goto(origin)
        for name in NAMES:
            expect(
                page.frame_locator(f"iframe[title={name}]").get_by_role("heading", level=1)
            ).to_be_visible()
            expect(page.locator(f"iframe[title={name}]")).to_have_attribute("style", FITTED)
            assert _scrolls(page, name) is False


def _scrolls(page: Page, name: str) -> bool:
    """Whether something in a frame is only reached by scrolling in it."""
    frame = next(each for each in page.frames if each.url.endswith(f"/{name}"))
    return bool(frame.evaluate("() => document.documentElement.scrollHeight > window.innerHeight"))


def test_without_the_lines_the_frame_can_be_scrolled(
    page: Page, server: Server, published_town: Town
) -> None:
    with website(host_page(server, published_town, script=False)) as origin:
        allow(published_town, origin)
        page.goto(origin)
        expect(page.frame_locator("iframe[title=massnahmen]").get_by_role("heading", level=1)).to_be_visible()
        assert _scrolls(page, "massnahmen")


def test_another_website_shows_nothing(page: Page, server: Server, published_town: Town) -> None:
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    with website(host_page(server, published_town)) as origin:
        allow(published_town, "https://www.anderswo.example")
        page.goto(origin)
        page.wait_for_timeout(500)
        assert all("Probedorf" not in frame.content() for frame in page.frames[1:])
        assert len([text for text in refused if "frame-ancestors" in text]) == len(NAMES)


def test_filters_work_inside_the_frame(page: Page, server: Server, published_town: Town) -> None:
    with website(host_page(server, published_town)) as origin:
        allow(published_town, origin)
        page.goto(origin)
        frame = page.frame_locator("iframe[title=massnahmen]")
        frame.get_by_role("searchbox").fill("Radweg")
        frame.get_by_role("button", name="Filtern").click()
        expect(frame.get_by_text("1 Maßnahme", exact=False).first).to_be_visible(timeout=WAIT_MS)
        assert page.url.startswith(origin)
