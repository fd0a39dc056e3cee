"""While a large file is checked: stage and count in words, and a button that cancels."""

from __future__ import annotations

from playwright.sync_api import Page, Request, Route, expect

from monitoring.domain.access import Role
from monitoring.services.importing import upload
from tests.browser.sign_in import sign_in_as
from tests.browser.town import Town, complete_book
from tests.browser.uploading import steps

SAID = {
    "stage": "Werte werden geprüft",
    "counted": "40.000 von 100.000",
    "share": 0.4,
    "cancel": "Abbrechen",
    "cancelling": "Wird abgebrochen …",
}


def test_who_waits_sees_how_far_it_is_and_can_cancel(page: Page, town: Town) -> None:
    sign_in_as(page, Role.MANAGER, town)
    held: list[Route] = []
    stopped: list[Request] = []

    def underway(route: Route) -> None:
        if route.request.method == "POST":
            stopped.append(route.request)
        route.fulfill(json=SAID)

    visit = town.visit_as_manager()
    page.route("**/vorgang", underway)
    page.route("**/_dash-update-component**", lambda route: held.append(route))
    page.goto(f"{town.office}/daten/pruefung/{upload(visit, town.slug, [complete_book()])}")
    expect(page.get_by_role("status").filter(has_text="Werte werden geprüft")).to_be_visible()
    bar = page.get_by_role("progressbar", name="Werte werden geprüft")
    expect(bar).to_have_attribute("value", "0.4")
    expect(page.get_by_text("40.000 von 100.000")).to_be_visible()
    page.get_by_role("button", name="Abbrechen").click()
    expect(page.get_by_role("status").filter(has_text="Wird abgebrochen")).to_be_visible()
    assert held, "the page itself still waits"
    assert stopped[0].headers["x-csrftoken"], "the request carries the token of the session"
    for route in held:
        route.continue_()
    expect(steps(page)).to_be_visible()
    expect(bar).to_have_count(0)
