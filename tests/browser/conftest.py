"""The browser for the tests: the system's own Chromium, the server it visits, and towns to write to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from monitoring.storage.database import Database
from tests.browser import chromium
from tests.browser.running import Server
from tests.browser.sign_in import sign_in
from tests.browser.town import Town, new_town
from tests.browser.watch import Watch
from tests.conftest import missing

PATIENCE_MS = 20_000
"""How long a test waits for what it expects; a busy machine is no fault of the page."""


@pytest.fixture(scope="session", autouse=True)
def _patience() -> None:
    expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the installed Chromium."""
    executable = chromium.executable()
    if executable is None:
        missing("browser", "Chromium is not installed (Debian package chromium)")
    return {**browser_type_launch_args, "executable_path": executable, "args": chromium.arguments()}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A German reader in Germany, without animations."""
    return {**browser_context_args, **chromium.WINDOW}


@pytest.fixture(scope="session")
def server(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The running program with its sample data; asked for after the browser, which may be missing."""
    running = Server.start(tmp_path_factory.mktemp("server"))
    yield running
    running.stop()


@pytest.fixture(scope="session")
def base_url(server: Server) -> str:
    """Where paths begin that a test visits."""
    return server.address


@pytest.fixture(scope="session")
def database(server: Server) -> Iterator[Database]:
    """The database of the running program."""
    opened = Database(server.database_url)
    yield opened
    opened.close()


@pytest.fixture
def town(database: Database) -> Town:
    """A municipality of this test alone, without records."""
    return new_town(database)


@pytest.fixture
def filled_town(town: Town) -> Town:
    """The same with one revision: a balance, a target, two measures; nothing shared or published."""
    town.fill()
    return town


@pytest.fixture
def context(context: BrowserContext, server: Server) -> Iterator[BrowserContext]:
    """A browser window of which nothing may complain."""
    watch = Watch(context, server.address)
    yield context
    assert watch.taken() == []


@pytest.fixture(scope="session")
def window_of(
    browser: Browser, browser_context_args: dict[str, Any], server: Server
) -> Iterator[Callable[[str], tuple[Page, Watch]]]:
    """A window for each demo account (`""` is the public), signed in once for the whole run; only to read."""
    windows: dict[str, tuple[Page, Watch]] = {}
    arguments = {**browser_context_args, "base_url": server.address}

    def window(account: str) -> tuple[Page, Watch]:
        if account not in windows:
            context = browser.new_context(**arguments)
            page, watch = context.new_page(), Watch(context, server.address)
            if account:
                sign_in(page, account)
            windows[account] = page, watch
        return windows[account]

    yield window
    for page, _ in windows.values():
        page.context.close()
