"""Signing in and out as a person does: through the form."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from monitoring.domain.access import Role
from monitoring.services.sample_story import DEMO_ACCOUNTS
from tests.browser.town import PASSWORD, Town

DEMO_PASSWORDS = {each.name: each.password for each in DEMO_ACCOUNTS}


def sign_in(page: Page, name: str, password: str | None = None) -> None:
    """Sign in; without a password as a demo account."""
    page.goto("/anmelden")
    page.get_by_label("Name des Kontos").fill(name)
    page.get_by_label("Passwort").fill(password or DEMO_PASSWORDS[name])
    page.get_by_role("main").get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("link", name=f"Angemeldet: {name}")).to_be_visible()


def sign_in_as(page: Page, role: Role, town: Town) -> None:
    """Sign in as the manager or the council of a town."""
    sign_in(page, town.account(role), PASSWORD)


def sign_out(page: Page) -> None:
    """Sign out from whatever page one is on."""
    page.get_by_role("banner").get_by_role("button", name="Abmelden").click()
    expect(page.get_by_text("Sie sind abgemeldet.")).to_be_visible()
