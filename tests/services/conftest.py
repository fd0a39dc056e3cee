"""The stage on both databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from monitoring.services.kept_readings import READINGS
from tests.services.stage import Stage, open_stage


@pytest.fixture
def stage(migrated_url: str) -> Iterator[Stage]:
    """Two municipalities without records, on SQLite and on PostgreSQL in turn."""
    READINGS.forget()
    opened = open_stage(migrated_url)
    yield opened
    opened.database.close()
