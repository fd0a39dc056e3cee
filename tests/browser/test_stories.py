"""A success story in the browser: a large photo is made smaller before it is sent, then shown."""

from __future__ import annotations

import random

import pytest
from playwright.sync_api import Page, expect

from monitoring.domain.access import Role
from tests.browser.sign_in import sign_in_as
from tests.browser.town import Town
from tests.pictures.made import png

WIDTH, HEIGHT = 2400, 1600
WIDEST = 1000
"""Pixels that a photo is sent with at most."""


@pytest.fixture
def photo() -> bytes:
    """A picture as wide as a phone makes them, too large to be sent as it is."""
    random.seed(1)
    row = b"\0" + random.randbytes(3 * WIDTH)
    return png(WIDTH, HEIGHT, pixels=row * HEIGHT)


def test_a_large_photo_becomes_one_that_can_be_shown(page: Page, filled_town: Town, photo: bytes) -> None:
    sign_in_as(page, Role.MANAGER, filled_town)
    page.goto(f"{filled_town.office}/massnahmen/M1")
    page.get_by_role("link", name="Als Erfolgsgeschichte erzählen").click()
    page.get_by_label("Überschrift").fill("Sonne vom Dach")
    page.get_by_label("Text", exact=True).fill("Auf allen Schulen.")
    chosen = page.get_by_label("Foto", exact=False).first
    chosen.set_input_files({"name": "IMG_1.png", "mimeType": "image/png", "buffer": photo})
    expect(chosen).to_have_js_property("value", r"C:\fakepath\IMG_1.jpg")
    page.get_by_label("Was auf dem Bild zu sehen ist").fill("Ein Dach mit Modulen")
    page.get_by_label("Bildnachweis").fill("Stadt")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text("Gespeichert als Bearbeitungsstand 2.")).to_be_visible()
    shown = page.get_by_role("img", name="Ein Dach mit Modulen")
    expect(shown).to_be_visible()
    expect(shown).to_have_attribute("width", str(WIDEST))
    assert shown.evaluate("each => each.complete && each.naturalWidth") == WIDEST
