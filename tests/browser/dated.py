"""The program of `app.py` on a day that stays: what it says does not change with the calendar."""

from __future__ import annotations

from datetime import UTC, datetime

import app
from monitoring.dashboard import create_app
from monitoring.domain.access import local_administrator
from monitoring.login import CLOCK, DEMO_ACCOUNTS, EXTENSION
from monitoring.services.sample import load_samples
from monitoring.services.visit import Visit
from monitoring.settings import Settings

TODAY = datetime(2026, 2, 2, 9, tzinfo=UTC)
"""Shortly after the last thing that happened in the sample data."""


def main() -> None:
    """Load the sample data as if it were that day, and serve until stopped."""
    settings = Settings.from_environment().model_copy(update={"demo": False})
    server = create_app(settings).server
    server.config[CLOCK] = lambda: TODAY
    visit = Visit(server.extensions[EXTENSION], local_administrator("start"), TODAY)
    server.config[DEMO_ACCOUNTS] = load_samples(visit)
    server.test_client().get(settings.path_prefix)
    app.listening(server, settings).run()


if __name__ == "__main__":
    main()
