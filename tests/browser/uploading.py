"""Uploading as a person does: choosing files on the page for data and sending them to be checked."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from monitoring.services.importing import File
from tests.browser.town import Town, payload


def choose(page: Page, town: Town, *files: File) -> None:
    """Open the page for data and choose files there."""
    page.goto(f"{town.office}/daten")
    page.get_by_label("Dateien wählen").set_input_files([payload(each) for each in files])


def upload(page: Page, town: Town, *files: File) -> None:
    """Choose files, send them, and wait for what was found in them."""
    choose(page, town, *files)
    page.get_by_role("button", name="Prüfen").click()
    expect(page.get_by_role("heading", name="Ergebnis der Prüfung")).to_be_visible()
