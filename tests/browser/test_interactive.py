"""Interactivity on demand: nothing of Dash before it is asked for, and where the reader is, stays."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from monitoring.services.sample_story import CITY

SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => list.getEntries().forEach((each) => { window.shift += each.value; }))
  .observe({ type: "layout-shift", buffered: true });
"""
MOST_BYTES = 320_000
"""What asking for interactivity may cost, plotly's own bundle aside."""


def _bytes_of(page: Page) -> list[tuple[str, int]]:
    """Address and bytes on the line of what is loaded from now on, filled as it comes."""
    came: list[tuple[str, int]] = []
    addresses: dict[str, str] = {}
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on(
        "Network.responseReceived",
        lambda each: addresses.update({each["requestId"]: each["response"]["url"]}),
    )
    session.on(
        "Network.loadingFinished",
        lambda each: came.append((addresses.get(each["requestId"], ""), int(each["encodedDataLength"]))),
    )
    return came


def test_a_chart_becomes_interactive_where_it_stands(page: Page) -> None:
    page.add_init_script(SHIFTS)
    page.goto(f"/kommune/{CITY}")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("!('DashRenderer' in window) && !('Plotly' in window)")
    came = _bytes_of(page)
    button = page.get_by_role("button", name="Interaktiv").first
    button.scroll_into_view_if_needed()
    place, scrolled = button.bounding_box(), page.evaluate("scrollY")
    button.press("Enter")
    pressed = page.locator("[data-interactive][aria-pressed=true]").first
    expect(pressed).to_be_focused()
    expect(page.locator("#progress .main-svg").first).to_be_visible()
    assert page.evaluate("scrollY") == scrolled
    now = pressed.bounding_box()
    assert place is not None
    assert now is not None
    assert abs(now["y"] - place["y"]) < 1
    assert page.evaluate("window.shift") < 0.001
    assert page.locator("main").count() == 1
    assert sum(size for address, size in came if "/plotly" not in address) < MOST_BYTES


def test_a_narrow_screen_keeps_its_drawing(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(f"/kommune/{CITY}")
    expect(page.locator("#progress-chart")).to_be_visible()
    expect(page.locator("[data-interactive]").first).to_be_attached()
    expect(page.locator("[data-interactive]").filter(visible=True)).to_have_count(0)


def test_a_filter_acts_as_one_types(page: Page) -> None:
    page.goto(f"/kommune/{CITY}/massnahmen")
    search = page.get_by_label("In Maßnahmen suchen")
    search.press_sequentially("Schul")
    expect(page.locator("#react-entry-point main")).to_be_visible()
    expect(search).to_be_focused()
    expect(search).to_have_value("Schul")
    search.press_sequentially("gebäu")
    expect(page).to_have_url(f"/kommune/{CITY}/massnahmen?suche=Schulgeb%C3%A4u")
    expect(page.get_by_role("main")).to_contain_text("zwölf Schulgebäuden")
    expect(page.get_by_role("main")).not_to_contain_text("Radverkehrsnetz 2030")
    expect(search).to_have_value("Schulgebäu")


def test_where_it_fails_the_page_stays(page: Page) -> None:
    page.route("**/interaktiv", lambda route: route.fulfill(status=200, body="<p>nichts</p>"))
    page.goto(f"/kommune/{CITY}")
    page.get_by_role("button", name="Interaktiv").first.click()
    expect(page.get_by_text("Das hat nicht geklappt.").first).to_be_visible()
    expect(page.locator("#progress svg").first).to_be_visible()
