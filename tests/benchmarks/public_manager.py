"""A climate manager at work while the public reads: imports a balance and publishes it, again and again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from monitoring.domain.access import Role, viewer_as
from monitoring.services import importing
from monitoring.services.publishing import publish
from monitoring.services.visit import Visit
from monitoring.storage.database import Database
from tests.benchmarks.public_towns import TOWNS

PAUSE_S = 1.0


@contextmanager
def importing_and_publishing(url: str) -> Iterator[list[int]]:
    """In a thread until the block ends; the numbers of the publications so far."""
    slug, done, numbers = next(iter(TOWNS)), threading.Event(), list[int]()
    problems: list[Exception] = []

    def work() -> None:
        database = Database(url)
        try:
            while not done.wait(PAUSE_S):
                numbers.append(_once(database, slug, len(numbers)))
        except Exception as problem:  # said by the block that waits for it
            problems.append(problem)
        finally:
            database.close()

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield numbers
    finally:
        done.set()
        thread.join()
    if problems:
        raise problems[0]


def _once(database: Database, slug: str, at: int) -> int:
    visit = Visit(database, viewer_as(Role.MANAGER, slug), datetime.now(UTC))
    text = f"Jahr;Sektor;THG-Emissionen [t];Quelle\n2023;HH;{70_000 + at};Energieagentur\n"
    batch = importing.upload(visit, slug, [importing.File("bilanz.csv", text.encode())])
    importing.take_over(visit, slug, batch, importing.Options(note="Bilanz 2023"))
    return publish(visit, slug)
