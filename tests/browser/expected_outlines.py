"""The outline of each page, held as a text that people read.

`python -m tests.browser.expected_outlines` writes all of them anew after a change that was meant, with words
behind it (`… massnahmen ziele`) only those whose names hold one of them.
What a change to a page does to its outline is then seen in the difference, and read like any other.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from difflib import unified_diff
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from monitoring.services.sample_story import CITY
from tests.browser import chromium
from tests.browser.accessibility import open_everything
from tests.browser.addresses import BATCH, COUNCIL, LEGAL, MANAGER, PUBLIC, READING, TAKEN, Visit, every_page
from tests.browser.outline import Node, nodes, outline
from tests.browser.running import Server
from tests.browser.sign_in import sign_in

FOLDER = Path(__file__).parent / "outlines"
RENEW = "python -m tests.browser.expected_outlines"
"""What writes every outline anew after a change that was meant."""
DATED = ("-m", "tests.browser.dated")


def held_pages() -> list[Visit]:
    """The pages whose outline is held: what the public gets, and what only the office has.

    The steps of an import depend on a file, and the pages to be read are the same in the office; of these one
    as the council sees it is enough.
    """
    return [each for each in every_page() if _is_held(each)]


def _is_held(visit: Visit) -> bool:
    if visit.account == COUNCIL:
        return visit.path == f"/intern/{CITY}"
    is_read = visit.path.removeprefix(f"/intern/{CITY}") in (*READING, *LEGAL)
    needs_a_file = BATCH in visit.path or TAKEN in visit.path
    return visit.account == PUBLIC or (visit.account == MANAGER and not is_read and not needs_a_file)


def file_of(visit: Visit) -> Path:
    """Where the outline of a page is held.

    >>> file_of(Visit("", "/kommune/a/aushang?format=a5", "en")).relative_to(FOLDER).as_posix()
    'en/kommune-a-aushang-format-a5.txt'
    """
    name = re.sub(r"[^\w-]+", "-", visit.path).strip("-") or "start"
    return FOLDER / visit.language / f"{name}.txt"


def visited(page: Page, visit: Visit) -> None:
    """Go to a page and wait until it is there, with everything unfolded."""
    page.goto(visit.address)
    page.get_by_role("heading", level=1).wait_for()
    open_everything(page)


def outline_of(page: Page, tree: list[Node]) -> str:
    """The outline of the page that is visited, below its title and language."""
    language = page.locator("html").get_attribute("lang")
    return "\n".join([f"{page.title()} ({language})", "", *outline(tree), ""])


def differences(visit: Visit, found: str) -> str:
    """What is not as expected, line by line; empty where nothing is."""
    file = file_of(visit)
    held = file.read_text(encoding="utf-8") if file.exists() else ""
    name = file.relative_to(FOLDER).as_posix()
    lines = unified_diff(
        held.splitlines(), found.splitlines(), f"expected in {name}", f"found at {visit}", lineterm=""
    )
    return "\n".join(lines)


@contextmanager
def windows(browser: Browser, server: Server) -> Iterator[Callable[[str], Page]]:
    """A window for each account, signed in once."""
    opened: dict[str, Page] = {}

    def window(account: str) -> Page:
        if account not in opened:
            opened[account] = browser.new_context(base_url=server.address, **chromium.WINDOW).new_page()
            if account:
                sign_in(opened[account], account)
        return opened[account]

    yield window
    for page in opened.values():
        page.context.close()


def main(parts: Sequence[str]) -> None:
    """Write the outlines anew whose names hold one of these parts; without parts all, and no others stay."""
    chosen = [each for each in held_pages() if any(part in file_of(each).stem for part in parts or [""])]
    for file in FOLDER.rglob("*.txt") if not parts else ():
        file.unlink()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.executable(), args=chromium.arguments())
        server = Server.start(Path(folder), DATED)
        try:
            with windows(browser, server) as window:
                for visit in chosen:
                    _write(window(visit.account), visit)
        finally:
            server.stop()
    print(f"{len(chosen)} outlines in {FOLDER}; read what `git diff` shows before you keep it.")


def _write(page: Page, visit: Visit) -> None:
    visited(page, visit)
    file_of(visit).parent.mkdir(parents=True, exist_ok=True)
    file_of(visit).write_text(outline_of(page, nodes(page)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
