"""Uploading in the browser: progress, several files at once, and files that nobody can read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from monitoring.domain.access import Role
from monitoring.services.importing import File
from tests.browser.sign_in import sign_in_as
from tests.browser.town import Town, complete_book
from tests.browser.uploading import choose, steps, upload
from tests.services.stage import BALANCE, MEASURES, book

ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
REFUSED = {
    "verschluesselt.xlsx": (ENCRYPTED, "Passwort geschützt"),
    "kaputt.xlsx": (b"PK\x03\x04 und dann nichts mehr", "beschädigt"),
    "leer.xlsx": (b"", "leer"),
}
"""By file name: the content, and words of the sentence that says why it is refused."""


@pytest.fixture(autouse=True)
def _signed_in(page: Page, town: Town) -> None:
    sign_in_as(page, Role.MANAGER, town)


def test_progress_is_shown_and_spoken(page: Page, town: Town) -> None:
    held: list[Route] = []
    choose(page, town, complete_book())
    page.route("**/daten", lambda route: held.append(route))
    page.get_by_role("button", name="Prüfen").click()
    expect(page.get_by_role("progressbar", name="Wird hochgeladen …")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Wird")).to_be_visible()
    expect(page.get_by_role("button", name="Prüfen")).to_be_disabled()
    held[0].continue_()
    expect(steps(page)).to_be_visible()


def test_taking_over_says_so(page: Page, town: Town) -> None:
    upload(page, town, complete_book())
    # Sent nowhere, so that there is time to look.
    page.evaluate("window.addEventListener('submit', event => event.preventDefault())")
    page.get_by_role("button", name="Übernehmen").click()
    expect(page.get_by_role("status").filter(has_text="Wird gelesen und geprüft …")).to_be_visible()
    expect(page.get_by_role("button", name="Übernehmen")).to_be_disabled()


def test_several_files_become_one_revision(page: Page, town: Town) -> None:
    upload(
        page, town, book({"Bilanz": BALANCE}, "bilanz.xlsx"), book({"Maßnahmen": MEASURES}, "massnahmen.xlsx")
    )
    expect(page.get_by_role("main")).to_contain_text("bilanz.xlsx und massnahmen.xlsx")
    page.get_by_role("button", name="Übernehmen").click()
    expect(page.get_by_text("Übernommen als Bearbeitungsstand 1.")).to_be_visible()
    page.goto(f"{town.office}/verlauf")
    first = page.get_by_role("row").filter(has_text="Bearbeitungsstand 1")
    expect(first.get_by_role("link", name="bilanz.xlsx")).to_be_visible()
    expect(first.get_by_role("link", name="massnahmen.xlsx")).to_be_visible()


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_nobody_can_read_is_refused_in_a_sentence(page: Page, town: Town, name: str) -> None:
    content, words = REFUSED[name]
    upload(page, town, File(name, content))
    finding = page.get_by_role("region", name="Fehler (1)").get_by_role("listitem")
    expect(finding).to_contain_text(words)
    expect(finding).to_contain_text(name)
    expect(page.get_by_role("button", name="Übernehmen")).to_have_count(0)
    page.goto(f"{town.office}/daten")
    kept = page.get_by_role("row").filter(has_text="abgelehnt")
    expect(kept).to_contain_text("nicht aufbewahrt")
    expect(kept).not_to_contain_text(name)
