"""The steps of an import: a wide table stays in its frame, and what was typed survives the way elsewhere."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from monitoring.domain.access import Role
from monitoring.services.importing import File
from tests.browser.accessibility import Look, beyond_the_edge, violations
from tests.browser.sign_in import sign_in_as
from tests.browser.town import Town, complete_book, years_in_columns
from tests.browser.uploading import go_to, upload
from tests.services.stage import Rows, book


def wide_book() -> File:
    """A table with more columns than are shown at once."""
    years = list(range(1950, 2025))
    rows: Rows = [["THG-Emissionen [t]", *years], ["Verkehr", *[1000 - each % 100 for each in years]]]
    return book({"Breit": rows}, "breit.xlsx")


def test_a_wide_table_stays_in_its_frame(page: Page, town: Town) -> None:
    sign_in_as(page, Role.MANAGER, town)
    upload(page, town, wide_book())
    go_to(page, "Was wir verstanden haben")
    frame = page.get_by_role("region", name="„Breit“")
    assert frame.evaluate("each => each.scrollWidth > each.clientWidth")
    expect(frame).to_have_attribute("tabindex", "0")
    assert violations(page, Look("dark", 360)) == []
    assert beyond_the_edge(page) == []
    page.get_by_role("link", name="Spalten BI bis BX").click()
    expect(page.get_by_role("columnheader", name="BX", exact=True)).to_be_visible()
    expect(page.get_by_role("columnheader", name="A", exact=True)).to_have_count(0)


def test_what_was_typed_survives_the_way_to_another_step(page: Page, town: Town) -> None:
    sign_in_as(page, Role.MANAGER, town)
    upload(page, town, complete_book())
    page.get_by_label("Anmerkung für den Verlauf").fill("Stand Frühjahr")
    go_to(page, "Was wir verstanden haben")
    go_to(page, "Was sich ändert")
    expect(page.get_by_label("Anmerkung für den Verlauf")).to_have_value("Stand Frühjahr")


def test_a_confirmed_layout_needs_one_click_next_time(page: Page, town: Town) -> None:
    sign_in_as(page, Role.MANAGER, town)
    upload(page, town, years_in_columns("Haushalte", "Verkehr"))
    page.get_by_role("button", name="Stimmt so, weiter").click()
    page.get_by_role("button", name="Übernehmen").click()
    expect(page.get_by_text("Übernommen als Bearbeitungsstand 1.")).to_be_visible()
    upload(page, town, years_in_columns("Haushalte", "Verkehr", first_year=2021))
    expect(page.get_by_role("heading", level=1, name="Was sich ändert")).to_be_focused()
    expect(page.get_by_text("Der Aufbau ist bekannt")).to_be_visible()
    page.get_by_role("button", name="Übernehmen").click()
    expect(page.get_by_text("Übernommen als Bearbeitungsstand 2.")).to_be_visible()
