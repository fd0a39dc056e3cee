"""What a browser sees of a page on a line of given speed: the time to the first chart, bytes and requests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page

WATCH = """
const look = () => {
  const charts = [...document.querySelectorAll("main figure svg")];
  if (document.styleSheets.length && charts.some((each) => each.getBoundingClientRect().height > 0)) {
    requestAnimationFrame(() => { window.firstChart = performance.now(); });
  } else { requestAnimationFrame(look); }
};
requestAnimationFrame(look);
"""
"""Notes when the first frame with a chart in it was drawn with its styles (ms since it was asked for)."""


@dataclass(frozen=True)
class Line:
    """A line to the server."""

    name: str
    megabits: float | None
    latency_ms: float


LINES = (
    Line("local", None, 0),
    Line("10 Mbit/s, 40 ms", 10, 40),
    Line("1.6 Mbit/s, 150 ms", 1.6, 150),
)


@dataclass(frozen=True)
class Seen:
    """What came: seconds to the first chart (None without one), bytes, requests, foreign ones."""

    seconds: float | None
    bytes: int
    requests: int
    foreign: int


def cold_load(browser: Browser, url: str, line: Line) -> Seen:
    """A page opened by a browser that knows nothing of the site yet."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="de-DE")
    try:
        page = context.new_page()
        asked, came = _counting(page, line)
        page.add_init_script(WATCH)
        page.goto(url, wait_until="networkidle")
        page.wait_for_timeout(200)
        first = page.evaluate("window.firstChart ?? null")
        asked = [each for each in asked if not each.startswith("data:")]
        foreign = sum(1 for each in asked if each.split("/")[2] != url.split("/")[2])
        return Seen(None if first is None else first / 1000, sum(came), len(asked), foreign)
    finally:
        context.close()


def _counting(page: Page, line: Line) -> tuple[list[str], list[int]]:
    """Slow the page's line down; its requests and the bytes of their answers, as they come."""
    asked: list[str] = []
    came: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.requestWillBeSent", lambda each: asked.append(each["request"]["url"]))
    session.on("Network.loadingFinished", lambda each: came.append(int(each["encodedDataLength"])))
    if line.megabits is not None:
        per_second = line.megabits * 1_000_000 / 8
        limits: dict[str, Any] = {
            "offline": False,
            "latency": line.latency_ms,
            "downloadThroughput": per_second,
            "uploadThroughput": per_second,
        }
        session.send("Network.emulateNetworkConditions", limits)
    return asked, came
