"""Uploading as a person does: choosing files on the page for data and sending them to be checked."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from monitoring.services.importing import File
from tests.browser.town import Town, payload


def choose(page: Page, town: Town, *files: File) -> None:
    """Open the page for data and choose files there."""
    page.goto(f"{town.office}/daten")
    page.get_by_label("Dateien wählen").set_input_files([payload(each) for each in files])


def upload(page: Page, town: Town, *files: File) -> None:
    """Choose files, send them, and wait for the step that needs the person."""
    choose(page, town, *files)
    page.get_by_role("button", name="Prüfen").click()
    expect(steps(page)).to_be_visible()


def steps(page: Page) -> Locator:
    """The steps of an import."""
    return page.get_by_role("navigation", name="Schritte")


def go_to(page: Page, step: str) -> None:
    """Go to a step by its name, and wait until it is there: its heading has the focus."""
    steps(page).get_by_role("link", name=step).click()
    expect(page.get_by_role("heading", level=1, name=step)).to_be_focused()
